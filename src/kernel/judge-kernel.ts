// Has the kernel judge the records of a batch and write them into the outputs' buffers (assembly/judge.ts).

import type { PhoneFormat } from "../phone/format.js";
import { type Kernel, type KernelMemory, wordsOf } from "./kernel.js";
import { BLOCKS, CONSTANTS } from "./module.js";

/** The text before an 8-digit number. In the format `original` phone cells keep their text. */
const PREFIXES: Record<PhoneFormat, string> = { e164: "+503", digits: "503", national: "", original: "" };

export interface KernelCampaign {
  /** The codes of types that may be kept. */
  types: readonly number[];
  keepsDuplicates: boolean;
  format: PhoneFormat;
  /** How lists/readings.ts encodes readings: the counts of reasons and types, the code of `empty`, and `mostNumbers`. */
  readings: Record<"reasons" | "empty" | "types" | "mostNumbers", number>;
  endings: RemovedEndings;
  /** For each list, the number of entries before its first. */
  firsts: readonly number[];
  /** The codes of channels whose opt-outs suppress on the campaign's channel. */
  channels: readonly number[];
  /** Whether opt-ins of a list may lift opt-outs of others. */
  mayBeLifted: boolean;
}

/** What is written after a removed record. */
export interface RemovedEndings {
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
  /** The columns (assembly/record.ts), the records that each has room for, and the records in it. */
  columns: number;
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
  readonly #batch: Uint32Array;
  readonly #phones: Uint32Array;
  /** Kept numbers by their type's code; removed records by their reason's; by list, suppressed records that it alone suppresses. */
  readonly #counts: Readonly<Record<"types" | "reasons" | "matches", Uint32Array>>;

  constructor(
    /** An instance to which the states of all numbers are set. */
    private readonly kernel: Kernel,
    private readonly memory: KernelMemory,
    { types, keepsDuplicates, format, readings, endings, firsts, channels, mayBeLifted }: KernelCampaign,
  ) {
    const putText = (bytes: Uint8Array): [address: number, bytes: number] => {
      const room = memory.allocate(bytes.byteLength);
      memory.bytesOf(room).set(bytes);
      return [room.address, bytes.byteLength];
    };
    const putZeros = (count: number) => memory.put(new Array(count).fill(0));
    const putTexts = (all: readonly (Uint8Array | undefined)[]) =>
      memory.put(all.flatMap((bytes) => (bytes === undefined ? [0, 0] : putText(bytes))));
    const bitsOf = (codes: readonly number[]) => codes.reduce((sum, code) => sum | (1 << code), 0);
    this.#batch = putZeros(BLOCKS.Batch.length);
    this.#phones = putZeros(MOST_PHONES);
    this.#counts = {
      types: putZeros(readings.types + 1),
      reasons: putZeros(endings.ofReasons.length),
      matches: putZeros(firsts.length),
    };
    const { dates = { offset: 0, text: new Uint8Array(0) } } = endings;
    const [lineEnd, lineEndLength] = putText(endings.lineEnd);
    const [delimiters, delimitersLength] = putText(endings.delimiters);
    const [offsetText, offsetLength] = putText(dates.text);
    const [prefix, prefixLength] = putText(Buffer.from(PREFIXES[format]));
    const campaign = wordsOf("Campaign", {
      // The rules.
      ...{ keptTypes: bitsOf(types), keepsDuplicates, keepsCells: format === "original", areOthersFree: false },
      ...{ channels: bitsOf(channels), mayBeLifted, firsts: memory.put(firsts).byteOffset, listCount: firsts.length },
      // What is written.
      ...{ prefix, prefixLength, hasDash: format === "national", clockOffset: dates.offset },
      ...{ lineEnd, lineEndLength, delimiters, delimitersLength, offsetText, offsetLength },
      reasonEndings: putTexts(endings.ofReasons).byteOffset,
      listEndings: putTexts(firsts.map((_, list) => endings.ofLists[list])).byteOffset,
      // The counts, and room for the record that is judged.
      typeCounts: this.#counts.types.byteOffset,
      reasonCounts: this.#counts.reasons.byteOffset,
      listCounts: this.#counts.matches.byteOffset,
      numbers: putZeros(CONSTANTS.MOST_NUMBERS).byteOffset,
      kept: putZeros(MOST_PHONES).byteOffset,
      lookups: putZeros(2 * (CONSTANTS.AHEAD + 1)).byteOffset,
      ...readings,
    });
    kernel.setCampaign(memory.put(campaign).byteOffset);
    // An earlier pass may have ended before its counts were taken.
    this.takeCounts();
  }

  /** Whether all arrays are in the kernel's memory. */
  reaches(...arrays: readonly (Uint8Array | undefined)[]): boolean {
    return arrays.every((bytes) => bytes === undefined || this.memory.owns(bytes));
  }

  /** Begins a batch. `before`: the number of the list's records before it. */
  begin(judged: JudgedBatch, before: number): void {
    this.#phones.set(judged.phones);
    const phones = { phones: this.#phones.byteOffset, phoneCount: judged.phones.length };
    this.#batch.set(wordsOf("Batch", { ...judged, ...phones, before }));
    this.kernel.setBatch(this.#batch.byteOffset);
  }

  /**
   * Judges the batch's records from `from` on, and adds to the lengths of the targets what it writes into them. Returns the index
   * of the first record that scrub/run.ts has to judge, or for which a target has no room. A target whose buffer grew into other
   * memory has none. `areOthersFree`: whether no list holds a number other than the national ones of 8 digits.
   */
  judge(from: number, clean: Target | undefined, removed: Target | undefined, areOthersFree: boolean) {
    // Checked at each call: a buffer that grew lies in other memory, where its address means nothing to the kernel.
    if (!this.reaches(clean?.buffer, removed?.buffer)) return { index: from, isFull: true };
    const { kernel } = this;
    const index = kernel.judge(from, areOthersFree ? 1 : 0, ...rangeOf(clean), ...rangeOf(removed));
    if (clean !== undefined) clean.length = kernel.cleanAt.value - clean.buffer.byteOffset;
    if (removed !== undefined) removed.length = kernel.removedAt.value - removed.buffer.byteOffset;
    return { index, isFull: kernel.isFull.value === 1 };
  }

  /** Returns the counts since the last call. */
  takeCounts() {
    const { readableCells, kept } = this.kernel;
    const { types, reasons, matches } = this.#counts;
    const counts = {
      /** A bit for each phone cell in which a number was read. */
      readable: readableCells.value,
      kept: kept.value,
      types: [...types],
      reasons: [...reasons],
      matches: [...matches],
    };
    readableCells.value = kept.value = 0;
    for (const array of [types, reasons, matches]) array.fill(0);
    return counts;
  }
}

/** Returns the addresses of an output's next byte, and of its end; 0 if it is not wanted. */
function rangeOf(target: Target | undefined): [next: number, end: number] {
  if (target === undefined) return [0, 0];
  const { buffer, length } = target;
  return [buffer.byteOffset + length, buffer.byteOffset + buffer.length];
}
