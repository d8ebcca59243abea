// Has the kernel judge the records of a batch and write them into the outputs' buffers (assembly/judge.ts).

import type { Kernel, KernelMemory } from "./kernel.js";

const WORD = 4;
/** The lookups that assembly/judge.ts prefetches together, and one more that it overwrites. */
const AHEAD = 512 + 1;
/** The codes of types of numbers are below this. */
const MOST_TYPES = 8;
/** The longest ending that the kernel has room for. Records with a longer one are left to scrub/run.ts. */
const MOST_ENDING_BYTES = 256;
// The words of a list, and of a batch before its phones.
const LIST = 4;
const BATCH = 10;
/** The numbers of a record that the kernel has room for. */
const MOST_NUMBERS = 64;
/** The word of the campaign that changes during a run. */
const OTHERS_FREE = 3;

// The words of `Outputs` in assembly/judge.ts that change, and the counts behind them.
const CLEAN_AT = 10;
const CLEAN_END = 11;
const REMOVED_AT = 12;
const REMOVED_END = 13;
const IS_FULL = 14;
const READABLE = 15;
const KEPT = 16;
const TYPES = 17;
const REASONS = TYPES + MOST_TYPES;

/** The format of an 8-digit number, by the bytes that it takes; 0 if phone cells keep their text. */
export type SpellingBytes = 0 | 9 | 11 | 12;

export interface Judging {
  /** The codes of types that may be kept. */
  types: readonly number[];
  keepsDuplicates: boolean;
  spelling: SpellingBytes;
  /** How lists/readings.ts encodes readings: the counts of reasons and types, the code of `empty`, and `mostNumbers`. */
  readings: Record<"reasons" | "empty" | "types" | "mostNumbers", number>;
  endings: Endings;
  /** For each list, the number of entries before its first. */
  firsts: readonly number[];
  /** The codes of channels whose opt-outs suppress on the campaign's channel. */
  channels: readonly number[];
  /** Whether opt-ins of a list may lift opt-outs of others. */
  mayBeLifted: boolean;
}

/** What is written after a removed record. */
export interface Endings {
  /** For each reason's code, the text up to the record number. Behind the reasons of readings are those of types, then `duplicate`. */
  ofReasons: readonly (Uint8Array | undefined)[];
  /** For each list, the text up to the record number of its entry; undefined if only scrub/writers.ts can write the rest. */
  ofLists: readonly (Uint8Array | undefined)[];
  /** The two delimiters between the number of the entry and the record number. The date of the opt-out is between them. */
  delimiters: Uint8Array;
  lineEnd: Uint8Array;
  /** The seconds that the clock of dates is ahead of UTC, and the text of that; undefined if the kernel can't write dates. */
  dates: { offset: number; text: Uint8Array } | undefined;
}

/** The buffer of an output, of which `length` bytes are filled. */
export interface Target {
  buffer: Uint8Array;
  length: number;
}

/** The addresses of a batch's window and columns in the kernel's memory, and its shape. */
export interface JudgedBatch {
  window: number;
  /** The address of the readings of cells that are not plain; 0 if there are none. */
  readings: number;
  first: number;
  /** The records that a column has room for, and the records in it. */
  cap: number;
  count: number;
  /** The count of a record's wanted cells, and which of them are phones. */
  wanted: number;
  phones: readonly number[];
  /** The shape of a whole record without flags. */
  shape: number;
}

/** The most phone columns that the kernel judges. */
export const MOST_PHONES = 8;

export class JudgeKernel {
  readonly #campaign: Uint32Array;
  readonly #outputs: Uint32Array;
  readonly #batch: Uint32Array;
  /** For each list: the number of entries before its first, the address and length of its ending, its matches. */
  readonly #lists: Uint32Array;

  constructor(
    /** An instance to which the states of all numbers are set. */
    private readonly kernel: Kernel,
    private readonly memory: KernelMemory,
    { types, keepsDuplicates, spelling, readings, endings, firsts, channels, mayBeLifted }: Judging,
  ) {
    const put = (bytes: Uint8Array): [address: number, bytes: number] => {
      const room = memory.allocate(bytes.byteLength);
      memory.bytesOf(room).set(bytes);
      // The room may be longer.
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
    kernel.setLists(this.#lists.byteOffset, firsts.length, bits(channels), mayBeLifted ? 1 : 0);
  }

  /** Whether all arrays are in the kernel's memory. */
  reaches(...arrays: readonly (Uint8Array | undefined)[]): boolean {
    return arrays.every((bytes) => bytes === undefined || this.memory.owns(bytes));
  }

  /** Begins a batch. `before`: the number of the list's records before it. */
  begin({ window, readings, first, cap, count, wanted, phones, shape }: JudgedBatch, before: number): void {
    const batch = this.#batch;
    const phonesAt = batch.byteOffset + BATCH * WORD;
    batch.set([window, first, cap, count, readings, before, wanted, phones.length, phonesAt, shape, ...phones]);
    this.kernel.setBatch(batch.byteOffset);
  }

  /**
   * Judges the batch's records from `from` on, and adds to the lengths of the targets what it writes into them. Returns the index
   * of the first record that scrub/run.ts has to judge, or for which a target has no room. A target whose buffer grew into other
   * memory has none. `areOthersFree`: whether no list holds a number other than the national ones of 8 digits.
   */
  judge(from: number, clean: Target | undefined, removed: Target | undefined, areOthersFree: boolean) {
    // Asked at each call, because a buffer may have moved: its address in other memory would be of something else in this one.
    if (!this.reaches(clean?.buffer, removed?.buffer)) return { index: from, isFull: true };
    const outputs = this.#outputs;
    this.#campaign[OTHERS_FREE] = areOthersFree ? 1 : 0;
    setTarget(outputs, CLEAN_AT, CLEAN_END, clean);
    setTarget(outputs, REMOVED_AT, REMOVED_END, removed);
    const index = this.kernel.judge(from);
    if (clean !== undefined) clean.length = outputs[CLEAN_AT]! - clean.buffer.byteOffset;
    if (removed !== undefined) removed.length = outputs[REMOVED_AT]! - removed.buffer.byteOffset;
    return { index, isFull: outputs[IS_FULL] === 1 };
  }

  /** Returns the counts since the last call. */
  takeCounts() {
    const outputs = this.#outputs;
    const lists = this.#lists;
    const counts = {
      /** A bit for each phone cell in which a number was read. */
      readable: outputs[READABLE]!,
      kept: outputs[KEPT]!,
      /** The numbers of kept records by their type's code, and the removed records by their reason's. */
      types: [...outputs.subarray(TYPES, REASONS)],
      reasons: [...outputs.subarray(REASONS)],
      /** For each list, the suppressed records whose number has its only entry there. */
      matches: [...lists].filter((_, i) => i % LIST === LIST - 1),
    };
    outputs.fill(0, READABLE);
    for (let i = LIST - 1; i < lists.length; i += LIST) lists[i] = 0;
    return counts;
  }
}

/** Sets the address of an output's next byte, and of its end; 0 if it is not wanted. */
function setTarget(outputs: Uint32Array, at: number, end: number, target: Target | undefined): void {
  outputs[at] = target === undefined ? 0 : target.buffer.byteOffset + target.length;
  outputs[end] = target === undefined ? 0 : target.buffer.byteOffset + target.buffer.length;
}
