// Reads one phone cell from its bytes: by the kernel if it is plain, else by the reference path.

import { cellText } from "../csv/cells.js";
import type { RecordView } from "../csv/scanner.js";
import { CellKernel } from "../kernel/cell-kernel.js";
import { whereKernelRuns } from "../kernel/kernel.js";
import { type CellReading, HOME, type TextReading } from "../phone/number.js";
import { TYPE_BY_PREFIX8, TYPE_CODES } from "../phone/plan.js";
import { readCell } from "../phone/read.js";

/** The reading of an empty cell, at the first one: the patterns that it takes cost a small run a millisecond. */
let empty: TextReading | undefined;

type Cells = Pick<RecordView, "bytes" | "cellStart" | "cellEnd" | "cellQuoted">;

/** Returns the readings of a record's phone cells, by their indexes among the wanted cells. */
export function readPhoneCells({ bytes, cellStart, cellEnd, cellQuoted }: Cells, cells: readonly number[]) {
  return cells.map((cell): TextReading => {
    const [start, end] = [cellStart[cell]!, cellEnd[cell]!];
    if (start >= 0 && start < end) return readCell(cellText(bytes, start, end, cellQuoted[cell] === 1));
    empty ??= readCell("");
    return empty;
  });
}

/** Returns the reading of a plain cell by its number. */
export function readingOfPlain(national: number): CellReading {
  const type = TYPE_CODES[TYPE_BY_PREFIX8[(national / 1000) | 0]!]!;
  return { numbers: [{ e164: `${HOME}${national}`, type }], candidates: [], reason: undefined };
}

export function holdsNumber(text: string): boolean {
  return mayHoldDigit(text) && readCell(text).numbers.length > 0;
}

/** Returns false only if a text holds no digit of any script. */
export function mayHoldDigit(text: string): boolean {
  return /[\d\u00b2-\u00be]|[^\0-\u024f]/.test(text);
}

/** Returns the 8-digit number that the bytes [start, end) certainly mean alone; -1 if only `readCell` can tell. */
export function readPlainNumber(bytes: Uint8Array, start: number, end: number): number {
  return kernel()?.readNumber(bytes, start, end) ?? -1;
}

/** Returns false only if the bytes [start, end) hold no number that counts in other columns. */
export function mayCount(bytes: Uint8Array, start: number, end: number): boolean {
  return kernel()?.mayCount(bytes, start, end) ?? true;
}

let isBegun = false;
let cellKernel: CellKernel | undefined;

/** Created at the first cell, because even a small list is read slower without it. Undefined if it can't run. */
function kernel(): CellKernel | undefined {
  if (!isBegun) cellKernel = whereKernelRuns(() => new CellKernel());
  isBegun = true;
  return cellKernel;
}

/** Whether a record's cell holds a digit of any script. A cell without one stays as it is. */
export function holdsDigit({ bytes, cellStart, cellEnd }: Cells, cell: number): boolean {
  const [start, end] = [cellStart[cell]!, cellEnd[cell]!];
  if (start < 0) return false;
  let isAscii = true;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte >= 0x30 && byte <= 0x39) return true;
    if (byte >= 0x80) isAscii = false;
  }
  return !isAscii && /\p{N}/u.test(cellText(bytes, start, end, false));
}
