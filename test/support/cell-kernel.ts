// The kernel that reads one cell at a time, from its first cell on: the program begins it only where it is worth it.

import { CellKernel } from "../../src/kernel/cell-kernel.js";
import { READING_CODES, ReadingsColumn } from "../../src/lists/readings.js";
import type { CellReading } from "../../src/phone/number.js";

const kernel = new CellKernel(READING_CODES);

/** The number of a cell in a usual spelling, as eight digits; -1 where the kernel leaves it. */
export function readNumber(bytes: Uint8Array, start: number, end: number): number {
  return kernel.readNumber(bytes, start, end);
}

/** What the kernel reads in a cell that is not one plain number; undefined where it leaves it to `readCell`. */
export function readOther(bytes: Uint8Array, start: number, end: number): CellReading | undefined {
  kernel.readNumber(bytes, start, end);
  return kernel.readOther() ? new ReadingsColumn(kernel.reading).get(0, 1)[0] : undefined;
}

/** Whether the kernel leaves it open that a number stands in the bytes. */
export function mayCount(bytes: Uint8Array, start: number, end: number): boolean {
  return kernel.mayCount(bytes, start, end);
}
