// The kernel that reads one cell at a time, from its first cell on: the program begins it only where it is worth it.

import { CellKernel } from "../../src/kernel/cell-kernel.js";

const kernel = new CellKernel();

/** The number of a plain cell, as eight digits; -1 where the kernel leaves it. */
export function readNumber(bytes: Uint8Array, start: number, end: number): number {
  return kernel.readNumber(bytes, start, end);
}

/** Whether the kernel leaves it open that a number stands in the bytes. */
export function mayCount(bytes: Uint8Array, start: number, end: number): boolean {
  return kernel.mayCount(bytes, start, end);
}
