// Reads one cell at a time, wherever its bytes lie: what the kernel reads in the records that it lists, for those that the
// scanner finds and for all other lists.

import { instantiateKernel, type Kernel, KernelMemory, TABLE_BYTES } from "./kernel.js";

/** Bytes before a cell that may be looked at. */
const BEFORE = 16;
/** Longer cells are read with care. */
const LONGEST_CELL = 80;
/** Of longer ranges anything may be true. */
const LONGEST_RANGE = 16_384;

export class CellKernel {
  readonly #kernel: Kernel;
  readonly #cell: Uint8Array;

  constructor() {
    const memory = new KernelMemory();
    this.#kernel = instantiateKernel(memory.memory, memory.allocate(TABLE_BYTES));
    const cell = memory.allocate(LONGEST_RANGE + BEFORE);
    this.#cell = new Uint8Array(memory.buffer, cell.address + BEFORE, LONGEST_RANGE);
  }

  /** The number of the bytes [start, end) as eight digits; -1 where they are not one number in a plain spelling. */
  readNumber(bytes: Uint8Array, start: number, end: number): number {
    if (end - start > LONGEST_CELL) return -1;
    const at = this.#take(bytes, start, end);
    return this.#kernel.readPlain(at, at + end - start);
  }

  /** Returns false only if the bytes [start, end) hold no number that counts in other columns. */
  mayCount(bytes: Uint8Array, start: number, end: number): boolean {
    if (end - start > LONGEST_RANGE) return true;
    const at = this.#take(bytes, start, end);
    return this.#kernel.mayCount(at, at + end - start) !== 0;
  }

  /** Copies bytes to where the kernel reads. Returns their address. */
  #take(bytes: Uint8Array, start: number, end: number): number {
    for (let at = start; at < end; at++) this.#cell[at - start] = bytes[at]!;
    return this.#cell.byteOffset;
  }
}
