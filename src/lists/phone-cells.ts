// One phone cell, from bytes to its reading: the kernel's where its spelling is a usual one, else the careful lane's.

import { cellText } from "../csv/cells.js";
import { QUOTE, type RecordView } from "../csv/scanner.js";
import { CellKernel } from "../kernel/cell-kernel.js";
import { whereKernelRuns } from "../kernel/kernel.js";
import type { CellReading } from "../phone/number.js";
import { readCell, tornReadings } from "../phone/read.js";
import { numberOf, READING_CODES, ReadingsColumn } from "./readings.js";

const EMPTY: CellReading = { numbers: [], doubtful: [], reason: "empty" };

/** What the phone cells of a record say, in order; a cell that the record lacks is empty. `phoneCells`: of the wanted ones. */
export function readPhoneCells(record: RecordView, phoneCells: readonly number[]): CellReading[] {
  const readings: CellReading[] = [];
  for (const i of phoneCells) {
    const start = record.cellStart[i]!;
    readings.push(
      start < 0 ? EMPTY : readPhoneCell(record.bytes, start, record.cellEnd[i]!, record.cellQuoted[i] === 1),
    );
  }
  return withTorn(record, phoneCells, readings);
}

/** Adds the numbers that are torn over neighbouring cells, as doubtful ones of the first cell without a number: `7012` beside `3456`. */
function withTorn(record: RecordView, phoneCells: readonly number[], readings: CellReading[]): CellReading[] {
  const isPart = ({ numbers, reason }: CellReading) => numbers.length === 0 && reason !== "empty";
  if (readings.filter(isPart).length < 2) return readings;
  const textOf = (i: number) =>
    cellText(record.bytes, record.cellStart[i]!, record.cellEnd[i]!, record.cellQuoted[i] === 1);
  const torn = tornReadings(phoneCells.map((i) => (record.cellStart[i]! < 0 ? "" : textOf(i))));
  if (torn.length === 0) return readings;
  const first = readings.findIndex(isPart);
  return readings.map((one, i) => (i === first ? { ...one, doubtful: [...new Set([...one.doubtful, ...torn])] } : one));
}

/** Reads the bytes [start, end) of a cell, those between its quotes where it is quoted. */
export function readPhoneCell(bytes: Uint8Array, start: number, end: number, quoted: boolean): CellReading {
  if (start === end) return EMPTY;
  return readPlainly(bytes, start, end) ?? readCell(cellText(bytes, start, end, quoted));
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
  if (!isBegun) cellKernel = whereKernelRuns(() => new CellKernel(READING_CODES));
  isBegun = true;
  return cellKernel;
}

function readPlainly(bytes: Uint8Array, start: number, end: number): CellReading | undefined {
  const reader = kernel();
  if (reader === undefined) return undefined;
  const national = reader.readNumber(bytes, start, end);
  if (national >= 0) return { numbers: [numberOf(national)], doubtful: [], reason: undefined };
  return reader.readOther() ? new ReadingsColumn(reader.reading).get(0, 1)[0] : undefined;
}

/** Reads a text by itself: says what `readCell` says, in a tenth of the time where a number is written plainly. */
export function readPhoneText(text: string): CellReading {
  // What is more than ASCII is longer than the text.
  const bytes = Buffer.from(text);
  return readPlainly(bytes, 0, bytes.length) ?? readCell(text);
}

/** Whether a cell of a record holds a digit, of whatever script: one that holds none is no number, and stays as it is. */
export function holdsDigit({ bytes, cellStart, cellEnd }: RecordView, cell: number): boolean {
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

const LONGEST_WORDS = 40;

/** Whether a cell is short and has no digit, and no quote, which is read in another way inside quotes. */
export function isOfWords(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start > LONGEST_WORDS) return false;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if ((byte >= 0x30 && byte <= 0x39) || byte === QUOTE) return false;
  }
  return true;
}
