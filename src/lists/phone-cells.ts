// One phone cell, from bytes to its reading: the kernel's where it is plain, else the careful lane's.

import { cellText } from "../csv/cells.js";
import type { RecordView } from "../csv/scanner.js";
import { CellKernel } from "../kernel/cell-kernel.js";
import { whereKernelRuns } from "../kernel/kernel.js";
import { type CellReading, HOME, type TextReading } from "../phone/number.js";
import { TYPE_BY_PREFIX8, TYPE_CODES } from "../phone/plan.js";
import { readCell } from "../phone/read.js";

type PhoneReading = CellReading & Pick<TextReading, "ranges">;

const EMPTY: PhoneReading = { numbers: [], candidates: [], ranges: [], reason: "empty" };

/** What the phone cells of a record say, in order; a cell that the record lacks is empty. `phoneCells`: of the wanted ones. */
export function readPhoneCells(record: RecordView, phoneCells: readonly number[]): CellReading[] {
  const readings: CellReading[] = [];
  for (const i of phoneCells) {
    const start = record.cellStart[i]!;
    readings.push(
      start < 0 ? EMPTY : readPhoneCell(record.bytes, start, record.cellEnd[i]!, record.cellQuoted[i] === 1),
    );
  }
  return readings;
}

/** Reads the bytes [start, end) of a cell, those between its quotes where it is quoted. */
export function readPhoneCell(bytes: Uint8Array, start: number, end: number, quoted: boolean): PhoneReading {
  if (start === end) return EMPTY;
  const national = readPlainNumber(bytes, start, end);
  if (national < 0) return readCell(cellText(bytes, start, end, quoted));
  const type = TYPE_CODES[TYPE_BY_PREFIX8[(national / 1000) | 0]!]!;
  return { numbers: [{ e164: `${HOME}${national}`, type }], candidates: [], ranges: [], reason: undefined };
}

/** Reads a text by itself: says what `readCell` says, in a tenth of the time where a number is written plainly. */
export function readPhoneText(text: string): PhoneReading {
  // What is more than ASCII is longer than the text.
  const bytes = Buffer.from(text);
  return readPhoneCell(bytes, 0, bytes.length, false);
}

/** Whether a text holds a certain number. Most texts hold no digit, and are not read. */
export function holdsNumber(text: string): boolean {
  return mayHoldDigit(text) && readPhoneText(text).numbers.length > 0;
}

/** Returns false only if a text holds no digit of any script. */
export function mayHoldDigit(text: string): boolean {
  return /[\d\u00b2-\u00be]|[^\0-\u024f]/.test(text);
}

/** The 8-digit number of the bytes [start, end), where they certainly mean it and no other; -1 where only `readCell` can tell. */
export function readPlainNumber(bytes: Uint8Array, start: number, end: number): number {
  return kernel()?.readNumber(bytes, start, end) ?? -1;
}

/** False only where the bytes [start, end) hold no number that counts beside the phones. */
export function mayCount(bytes: Uint8Array, start: number, end: number): boolean {
  return kernel()?.mayCount(bytes, start, end) ?? true;
}

let isBegun = false;
let cellKernel: CellKernel | undefined;

/** Begun with the first cell: to read even the few of a small list with care takes longer. Undefined where none runs. */
function kernel(): CellKernel | undefined {
  if (!isBegun) cellKernel = whereKernelRuns(() => new CellKernel());
  isBegun = true;
  return cellKernel;
}

/** Whether a cell of a record holds a digit, of whatever script: one that holds none is no number, and stays as it is. */
export function holdsDigit(
  { bytes, cellStart, cellEnd }: Pick<RecordView, "bytes" | "cellStart" | "cellEnd">,
  cell: number,
): boolean {
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

/** The readings of the phone cells that hold any digit. */
export function withDigits(
  record: RecordView,
  phoneCells: readonly number[],
  readings: readonly CellReading[],
): readonly CellReading[] {
  return readings.filter((_, i) => holdsDigit(record, phoneCells[i]!));
}
