// Reads one cell at a time, wherever its bytes lie: what the kernel reads in the records that it lists, for those that the
// scanner finds and for all other lists.

import { TYPE_BY_PREFIX7 } from "../phone/plan.js";
import { instantiateKernel, type Kernel, KernelMemory, tableBytes } from "./kernel.js";

/** How readings are coded, as lists/readings.ts says. */
export interface ReadingCodes {
  reasons: readonly string[];
  types: number;
  mostNumbers: number;
  /** The code of a reading's type by the plan's code for it. */
  planTypes: readonly number[];
}

/** The reasons that the kernel gives, in the order in which assembly/others.ts is told of them. */
const READ_REASONS =
  "none empty too-short legacy-7-digit looks-like-id placeholder not-a-number spreadsheet-damage".split(" ");
/** Of the types of numbers of seven digits, the kernel is told those from this prefix on; before it there are none. */
const FIRST_PREFIX7 = 80_000;
/** Bytes of a cell that is copied to be read, at most, and what is looked at before it. */
const SCRATCH_BYTES = 64;
const BEFORE = 16;

/** Room for what `tellOfReadings` puts. */
export const READING_TABLE_BYTES = TYPE_BY_PREFIX7.length - FIRST_PREFIX7 + SCRATCH_BYTES + 512;

/** Texts that are known to hold no number, as csv/cell-table.ts keeps them, and where the readings of each stand. */
interface KnownWords {
  words: number;
  cells: number;
  stride: number;
  readings: number;
}

/** A stride of which no text is short enough. */
const NO_WORDS: KnownWords = { words: 0, cells: 1, stride: 1, readings: 0 };

/** Tells an instance how it says what it reads. `put`: copies bytes to where they last, and returns their address. */
export function tellOfReadings(
  kernel: Kernel,
  { reasons, types, mostNumbers, planTypes }: ReadingCodes,
  put: (bytes: Uint8Array) => number,
  { words, cells, stride, readings }: KnownWords = NO_WORDS,
): void {
  const reasonCodes = READ_REASONS.map((reason) => reasons.indexOf(reason));
  const codes = Uint32Array.from([reasons.length, mostNumbers, types, ...reasonCodes, ...planTypes]);
  const scratch = put(new Uint8Array(SCRATCH_BYTES)) + BEFORE;
  const typesOfSeven = put(TYPE_BY_PREFIX7.subarray(FIRST_PREFIX7));
  kernel.setOthers(put(new Uint8Array(codes.buffer)), words, cells, stride, readings, scratch, typesOfSeven);
}

/** Longer cells are read with care. */
const LONGEST_CELL = 80;
/** Of longer ranges anything may be true. */
const LONGEST_RANGE = 16_384;
/** The most floats of a reading. */
const MOST_FLOATS = 8;

export class CellKernel {
  readonly #kernel: Kernel;
  readonly #cell: Uint8Array;
  #length = 0;
  /** What `readOther` read last. */
  readonly reading: Float64Array;

  constructor(codes: ReadingCodes) {
    const memory = new KernelMemory();
    const put = (bytes: Uint8Array): number => {
      const room = memory.allocate(bytes.length);
      memory.bytesOf(room).set(bytes);
      return room.address;
    };
    this.#kernel = instantiateKernel(memory.memory, memory.allocate(tableBytes()));
    tellOfReadings(this.#kernel, codes, put);
    const reading = memory.allocate(MOST_FLOATS * Float64Array.BYTES_PER_ELEMENT);
    const cell = memory.allocate(LONGEST_RANGE + BEFORE);
    this.reading = new Float64Array(memory.buffer, reading.address, MOST_FLOATS);
    this.#cell = new Uint8Array(memory.buffer, cell.address + BEFORE, LONGEST_RANGE);
  }

  /** The number of the bytes [start, end) as eight digits; -1 where they are not one number in a usual spelling. */
  readNumber(bytes: Uint8Array, start: number, end: number): number {
    this.#length = end - start;
    if (this.#length > LONGEST_CELL) return -1;
    this.#take(bytes, start, end);
    const { byteOffset } = this.#cell;
    return this.#kernel.readPlain(byteOffset, byteOffset + this.#length);
  }

  /** Reads the bytes that `readNumber` was given last and did not read. False where these, too, have to be read with care. */
  readOther(): boolean {
    if (this.#length > LONGEST_CELL) return false;
    const { byteOffset } = this.#cell;
    this.#kernel.setReadingRoom(this.reading.byteOffset, 0, MOST_FLOATS);
    return this.#kernel.readOther(byteOffset, byteOffset + this.#length) >= 0;
  }

  /** False only where the bytes [start, end) hold no number that counts beside the phones. */
  mayCount(bytes: Uint8Array, start: number, end: number): boolean {
    if (end - start > LONGEST_RANGE) return true;
    this.#take(bytes, start, end);
    const { byteOffset } = this.#cell;
    return this.#kernel.mayCount(byteOffset, byteOffset + end - start) !== 0;
  }

  #take(bytes: Uint8Array, start: number, end: number): void {
    for (let at = start; at < end; at++) this.#cell[at - start] = bytes[at]!;
  }
}
