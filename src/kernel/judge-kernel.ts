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
// Words of a list, and of a batch before its phones.
const LIST = 4;
const BATCH = 10;
/** The most numbers of a record that the kernel judges. */
const MOST_NUMBERS = 64;
/** The word of the campaign that changes. */
const OTHERS_FREE = 3;

// Words of the outputs, as assembly/judge.ts has them, behind how they are written.
const CLEAN_AT = 10;
const CLEAN_END = 11;
const REMOVED_AT = 12;
const REMOVED_END = 13;
const IS_FULL = 14;
const READABLE = 15;
const KEPT = 16;
const TYPES = 17;
const REASONS = TYPES + MOST_TYPES;

/** Bytes of an 8-digit number as it is spelled; none where cells stay as they are. */
export type SpellingBytes = 0 | 9 | 11 | 12;

export interface Judging {
  /** Codes of the types that may be kept. */
  types: readonly number[];
  keepsDuplicates: boolean;
  spelling: SpellingBytes;
  /**
   * How the readings of cells that are not plain are coded: how many reasons and types there are, the code of an empty cell's
   * reason; a reading has fewer numbers than `mostNumbers`. The last type is that of numbers of other countries.
   */
  readings: Record<"reasons" | "empty" | "types" | "mostNumbers", number>;
  endings: Endings;
  /** By list, the number of entries before its own. */
  firsts: readonly number[];
  /** Codes of the channels whose entries suppress on the campaign's channel. */
  channels: readonly number[];
  /** Some list's opt-ins may lift other lists' entries. */
  mayBeLifted: boolean;
}

/** What removed records end in. */
export interface Endings {
  /** By the code of their reason, as far as their number. Behind the reasons of unread cells are those of types, and of a duplicate. */
  ofReasons: readonly (Uint8Array | undefined)[];
  /** By list, the ending of a suppressed record up to the list's record number; undefined if that is not all of it. */
  ofLists: readonly (Uint8Array | undefined)[];
  /** Between that and its own number. */
  delimiters: Uint8Array;
  lineEnd: Uint8Array;
  /** The seconds that the clocks of dates are ahead of UTC, and how that is written; undefined where the kernel can't. */
  dates: { offset: number; text: Uint8Array } | undefined;
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
  /** Wanted cells of a record, and which of them are phones. */
  wanted: number;
  phones: readonly number[];
  /** Of a record that is as it should be. */
  shape: number;
}

/** Lists with more phone columns are not judged by the kernel. */
export const MOST_PHONES = 8;

export class JudgeKernel {
  readonly #campaign: Uint32Array;
  readonly #outputs: Uint32Array;
  readonly #batch: Uint32Array;
  /** By list: the number of entries before its own, address and length of its ending, and its matches. */
  readonly #lists: Uint32Array;

  constructor(
    /** It knows the states of all numbers, as suppression/country.ts has them. */
    private readonly kernel: Kernel,
    private readonly memory: KernelMemory,
    { types, keepsDuplicates, spelling, readings, endings, firsts, channels, mayBeLifted }: Judging,
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
    const bits = (codes: readonly number[]) => codes.reduce((sum, code) => sum | (1 << code), 0);
    const scratch = (count: number) => memory.allocate(count * WORD).address;
    this.#campaign = words([
      ...[bits(types), keepsDuplicates ? 1 : 0, spelling === 0 ? 1 : 0, 0],
      ...[readings.reasons, readings.empty, readings.types, readings.mostNumbers],
      ...[scratch(MOST_NUMBERS), scratch(MOST_PHONES)],
    ]);
    const { dates = { offset: 0, text: new Uint8Array(0) } } = endings;
    const ofReasons = words(endings.ofReasons.flatMap((ending) => put(ending ?? new Uint8Array(0))));
    this.#outputs = words([
      ...[spelling, scratch(2 * AHEAD), ofReasons.byteOffset, ...put(endings.lineEnd), ...put(endings.delimiters)],
      ...[dates.offset, ...put(dates.text)],
      ...new Array(REASONS + endings.ofReasons.length - CLEAN_AT).fill(0),
    ]);
    this.#batch = words(new Array(BATCH + MOST_PHONES).fill(0));
    kernel.setCampaign(this.#campaign.byteOffset);
    kernel.setOutputs(this.#outputs.byteOffset);
    const ending = (list: number) => {
      const bytes = endings.ofLists[list];
      return bytes !== undefined && bytes.length <= MOST_ENDING_BYTES ? put(bytes) : [0, 0];
    };
    this.#lists = words(firsts.flatMap((first, list) => [first, ...ending(list), 0]));
    kernel.setHeld(this.#lists.byteOffset, firsts.length, bits(channels), mayBeLifted ? 1 : 0);
  }

  /** Whether all of these lie where it works. */
  reaches(...places: readonly (Uint8Array | undefined)[]): boolean {
    return places.every((bytes) => bytes === undefined || this.memory.owns(bytes));
  }

  /** Takes the batch to judge. `before`: the number of the list's records before it. */
  begin({ window, readings, first, cap, count, wanted, phones, shape }: JudgedBatch, before: number): void {
    const batch = this.#batch;
    const phonesAt = batch.byteOffset + BATCH * WORD;
    batch.set([window, first, cap, count, readings, before, wanted, phones.length, phonesAt, shape, ...phones]);
    this.kernel.setBatch(batch.byteOffset);
  }

  /**
   * Judges the batch's records from `from` on, up to the first that the kernel hands back or that has no room in an output. What is
   * written into the targets is added to their lengths; one whose buffer lies elsewhere, for it had to grow, is full.
   * `areOthersFree`: no list holds a number that is no national one of 8 digits.
   */
  judge(from: number, clean: Target | undefined, removed: Target | undefined, areOthersFree: boolean) {
    // Here and nowhere before: an address in other memory would be one of anything in this one.
    if (!this.reaches(clean?.buffer, removed?.buffer)) return { index: from, isFull: true };
    const outputs = this.#outputs;
    this.#campaign[OTHERS_FREE] = areOthersFree ? 1 : 0;
    place(outputs, CLEAN_AT, CLEAN_END, clean);
    place(outputs, REMOVED_AT, REMOVED_END, removed);
    const index = this.kernel.judge(from);
    if (clean !== undefined) clean.length = outputs[CLEAN_AT]! - clean.buffer.byteOffset;
    if (removed !== undefined) removed.length = outputs[REMOVED_AT]! - removed.buffer.byteOffset;
    return { index, isFull: outputs[IS_FULL] === 1 };
  }

  /** Returns what was judged since it was asked for last. */
  takeCounts() {
    const outputs = this.#outputs;
    const lists = this.#lists;
    const counts = {
      /** A bit for each phone cell in which a number was read. */
      readable: outputs[READABLE]!,
      kept: outputs[KEPT]!,
      /** Numbers of kept records by the code of their type, and removed records by that of their reason. */
      types: [...outputs.subarray(TYPES, REASONS)],
      reasons: [...outputs.subarray(REASONS)],
      /** Suppressed records by list, each in that list alone. */
      held: [...lists].filter((_, i) => i % LIST === LIST - 1),
    };
    outputs.fill(0, READABLE);
    for (let i = LIST - 1; i < lists.length; i += LIST) lists[i] = 0;
    return counts;
  }
}

/** Where an output is filled from, and up to where. */
function place(outputs: Uint32Array, at: number, end: number, target: Target | undefined): void {
  outputs[at] = target === undefined ? 0 : target.buffer.byteOffset + target.length;
  outputs[end] = target === undefined ? 0 : target.buffer.byteOffset + target.buffer.length;
}
