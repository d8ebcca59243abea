// Judges the records of a batch, and writes them into the outputs' buffers. scrub/run.ts judges records that are not whole,
// and numbers with several entries.

import type { Kernel, KernelMemory } from "./kernel.js";

const WORD = 4;
/** Records whose lookups are begun at once, as assembly/judge.ts has it, and one more that is written over. */
const AHEAD = 512 + 1;
/** Types of numbers have codes below this. */
const MOST_TYPES = 8;
/** The kernel leaves room for an ending of so many bytes; of a longer one it hands the records back. */
const MOST_ENDING_BYTES = 256;
/** Words of a list. */
const LIST = 4;

// Words of the control block, as assembly/judge.ts has them.
const CLEAN_AT = 0;
const CLEAN_END = 1;
const REMOVED_AT = 2;
const REMOVED_END = 3;
const IS_FULL = 4;
const DUPLICATES = 5;
const SUPPRESSED = 6;
const KEPT = 7;
const WITHOUT = KEPT + MOST_TYPES;

/** Bytes of an 8-digit number as it is spelled; none where cells stay as they are. */
export type SpellingBytes = 0 | 9 | 11 | 12;

export interface Judging {
  /** Codes of the types that may be kept. */
  types: readonly number[];
  keepsDuplicates: boolean;
  spelling: SpellingBytes;
  readings: Readings;
  endings: Endings;
  held: SuppressedNumbers;
}

/** How the readings of cells that are not plain are coded. */
export interface Readings {
  reasons: number;
  types: number;
  /** A reading has fewer numbers. */
  mostNumbers: number;
  /** The type of numbers of other countries, where all of them are removed and no number but of eight digits is opted out. */
  foreign: number | undefined;
}

/** What removed records end in. */
export interface Endings {
  /** Of a repeated one, as far as its number. */
  duplicate: Uint8Array;
  /** By list, the ending of a suppressed record up to the list's record number; undefined if that is not all of it. */
  ofLists: readonly (Uint8Array | undefined)[];
  /** Between that and its own number. */
  delimiters: Uint8Array;
  /**
   * Of one without a number to contact, by the code of its reason, as far as its number: of foreign numbers behind the others,
   * then of those that are not for the campaign, by the code of their type.
   */
  without: readonly (Uint8Array | undefined)[];
  lineEnd: Uint8Array;
  /** How dates are written; undefined where the kernel can't. */
  dates: DateForm | undefined;
}

/** Clocks that are always as many seconds ahead of UTC, which is written like this. */
export interface DateForm {
  offset: number;
  text: Uint8Array;
}

/** Who holds the numbers that are opted out, as suppression/suppression-index.ts has it. */
export interface SuppressedNumbers {
  /** By list, the number of entries before its own. */
  firsts: readonly number[];
  /** Codes of the channels whose entries suppress on the campaign's channel. */
  channels: readonly number[];
  /** Some list's opt-ins may lift other lists' entries. */
  mayBeLifted: boolean;
}

/** A buffer of an output, filled as far as `length`. */
export interface Target {
  buffer: Uint8Array;
  length: number;
}

/** A batch whose columns and window lie in the kernel's memory, at these addresses. */
export interface JudgedBatch {
  window: number;
  /** The address of the readings of cells that are not plain; 0 if there are none. */
  readings: number;
  first: number;
  /** Records that a column has room for, and that it holds. */
  cap: number;
  count: number;
  /** Wanted cells of a record, and which of them is the phone. */
  wanted: number;
  phone: number;
  /** Of a record that is as it should be. */
  shape: number;
}

/** What was judged since it was asked for last. */
export interface JudgedCounts {
  duplicates: number;
  suppressed: number;
  /** Kept records by the code of their type. */
  kept: readonly number[];
  /** Opted-out records by list, each in that list alone. */
  held: readonly number[];
  /** Those without a number to contact, by the code of the reason, as `Endings.without`. */
  without: readonly number[];
}

export class JudgeKernel {
  readonly #control: Uint32Array;
  /** By list: the number of entries before its own, address and length of its ending, and its matches. */
  readonly #lists: Uint32Array;

  constructor(
    /** It knows the states of all numbers, as suppression/country.ts has them. */
    private readonly kernel: Kernel,
    private readonly memory: KernelMemory,
    { types, keepsDuplicates, spelling, readings, endings, held }: Judging,
  ) {
    const put = (bytes: Uint8Array): [address: number, bytes: number] => {
      const room = memory.allocate(bytes.byteLength);
      memory.bytesOf(room).set(bytes);
      // A room that was used before may be longer.
      return [room.address, bytes.byteLength];
    };
    const words = (values: readonly number[]): Uint32Array => {
      const array = new Uint32Array(memory.buffer, memory.allocate(values.length * WORD).address, values.length);
      array.set(values);
      return array;
    };
    const [allowed] = put(Uint8Array.from({ length: MOST_TYPES }, (_, type) => (types.includes(type) ? 1 : 0)));
    this.#control = words(new Array(WITHOUT + endings.without.length).fill(0));
    const place = this.#control.byteOffset;
    const sought = memory.allocate(2 * AHEAD * WORD).address;
    kernel.setJudge(allowed, keepsDuplicates ? 1 : 0, spelling, place, sought);
    const without = words(endings.without.flatMap((ending) => put(ending ?? new Uint8Array(0)))).byteOffset;
    kernel.setEndings(...put(endings.duplicate), ...put(endings.lineEnd), ...put(endings.delimiters), without);
    kernel.setReadings(readings.reasons, readings.types, readings.mostNumbers, readings.foreign ?? -1);
    const isShort = (ending: Uint8Array | undefined) => ending !== undefined && ending.length <= MOST_ENDING_BYTES;
    const { firsts, channels, mayBeLifted } = held;
    const ending = (list: number) => {
      const bytes = endings.ofLists[list];
      return isShort(bytes) ? put(bytes!) : [0, 0];
    };
    this.#lists = words(firsts.flatMap((first, list) => [first, ...ending(list), 0]));
    if (endings.dates !== undefined) kernel.setDates(endings.dates.offset, ...put(endings.dates.text));
    const channelBits = channels.reduce((bits, code) => bits | (1 << code), 0);
    kernel.setHeld(this.#lists.byteOffset, firsts.length, channelBits, mayBeLifted ? 1 : 0);
  }

  /** Whether all of these lie where it works. */
  reaches(...places: readonly (Uint8Array | undefined)[]): boolean {
    return places.every((bytes) => bytes === undefined || this.memory.owns(bytes));
  }

  /** Takes the batch to judge. `before`: the number of the list's records before it. */
  begin({ window, readings, first, cap, count, wanted, phone, shape }: JudgedBatch, before: number): void {
    this.kernel.setBatch(window, first, cap, count, readings, before, wanted, phone, shape);
  }

  /**
   * Judges the batch's records from `from` on, up to the first that the kernel hands back or that has no room in an output. What is
   * written into the targets is added to their lengths; one whose buffer lies elsewhere, for it had to grow, is full.
   */
  judge(from: number, clean: Target | undefined, removed: Target | undefined): { index: number; isFull: boolean } {
    // Here and nowhere before: an address in other memory would be one of anything in this one.
    if (!this.reaches(clean?.buffer, removed?.buffer)) return { index: from, isFull: true };
    const control = this.#control;
    place(control, CLEAN_AT, CLEAN_END, clean);
    place(control, REMOVED_AT, REMOVED_END, removed);
    const index = this.kernel.judge(from);
    if (clean !== undefined) clean.length = control[CLEAN_AT]! - clean.buffer.byteOffset;
    if (removed !== undefined) removed.length = control[REMOVED_AT]! - removed.buffer.byteOffset;
    return { index, isFull: control[IS_FULL] === 1 };
  }

  takeCounts(): JudgedCounts {
    const control = this.#control;
    const lists = this.#lists;
    const counts = {
      duplicates: control[DUPLICATES]!,
      suppressed: control[SUPPRESSED]!,
      kept: [...control.subarray(KEPT, WITHOUT)],
      held: [...lists].filter((_, i) => i % LIST === LIST - 1),
      without: [...control.subarray(WITHOUT)],
    };
    control.fill(0, DUPLICATES);
    for (let i = LIST - 1; i < lists.length; i += LIST) lists[i] = 0;
    return counts;
  }
}

/** Where an output is filled from, and up to where. */
function place(control: Uint32Array, at: number, end: number, target: Target | undefined): void {
  control[at] = target === undefined ? 0 : target.buffer.byteOffset + target.length;
  control[end] = target === undefined ? 0 : target.buffer.byteOffset + target.buffer.length;
}
