// Has the kernel read one cell at a time, of records that csv/scanner.ts finds.

import { instantiateKernel, type Kernel, KernelMemory, TABLE_BYTES } from "./kernel.js";

/** The bytes before a cell that the kernel may read. */
const BEFORE = 16;
/** The longest cell that the kernel reads. */
const LONGEST_CELL = 80;
/** The longest range in which the kernel looks for numbers. */
const LONGEST_RANGE = 16_384;

export class CellKernel {
  readonly #kernel: Kernel;
  readonly #cell: Uint8Array;

  constructor() {
    const memory = new KernelMemory();
    this.#kernel = instantiateKernel(memory.memory, memory.allocate(TABLE_BYTES));
    this.#cell = memory.bytesOf(memory.allocate(BEFORE + LONGEST_RANGE)).subarray(BEFORE);
  }

  /** Returns the national number of the bytes [start, end); -1 if they are not one number in a plain spelling. */
  readNumber(bytes: Uint8Array, start: number, end: number): number {
    if (end - start > LONGEST_CELL) return -1;
    const at = this.#copy(bytes, start, end);
    return this.#kernel.readPlain(at, at + end - start);
  }

  /** Returns false only if the bytes [start, end) hold no number that counts in other columns. */
  mayCount(bytes: Uint8Array, start: number, end: number): boolean {
    if (end - start > LONGEST_RANGE) return true;
    const at = this.#copy(bytes, start, end);
    return this.#kernel.mayCount(at, at + end - start) !== 0;
  }

  /** Copies bytes into the kernel's memory. Returns their address. */
  #copy(bytes: Uint8Array, start: number, end: number): number {
    for (let at = start; at < end; at++) this.#cell[at - start] = bytes[at]!;
    return this.#cell.byteOffset;
  }
}
