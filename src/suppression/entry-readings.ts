// What the readings of an entry's cells are worth.

import { CR, LF, type RecordView } from "../csv/scanner.js";
import { type CellReading, everyNumber } from "../phone/number.js";
import type { NumberRange } from "../phone/wildcards.js";
import type { BesideReading } from "./other-cells.js";

/** What a record holds, before its event says what becomes of it. */
export interface EntryReading {
  readings: readonly CellReading[];
  /** How many are told beside the readings: digests in the phone cells and in their own, numbers in cells over several lines. */
  besides: number;
  beside: BesideReading;
  ranges: readonly NumberRange[];
}

/** `# lista de 2024`: what somebody wrote above the numbers, and no number with its sign (`#2222`). */
export function isComment(text: string): boolean {
  return /^\s*#+\s/.test(text);
}

/** Each character is looked at from one place alone, for linear time. */
const MAIL = /(?<![^\s@<>,;:()])[^\s@<>,;:()]+@[^\s@<>,;:()]+\.\p{L}[^\s@<>,;:()]*/gu;

/** Whether a cell without a number may be an entry: it is no comment, and no e-mail address without digits beside it. */
function saysSomething(text: string): boolean {
  const rest = text.replace(MAIL, " ");
  return !isComment(text) && (rest === text || /\d/.test(rest));
}

/** Tells whether a record is an entry: one is not whose cells are empty or say nothing. `cellOf`: the cell of a reading. */
export function isEntry(
  { bytes, cellStart, cellEnd }: RecordView,
  readings: readonly CellReading[],
  cellOf: (reading: number) => number,
): boolean {
  return readings.some((reading, i) => {
    if (reading.reason === "empty") return false;
    if (everyNumber(reading).length > 0) return true;
    const cell = cellOf(i);
    return saysSomething(Buffer.from(bytes.subarray(cellStart[cell], cellEnd[cell])).toString());
  });
}

/** Returns the certain numbers, which alone are taken in again. */
export function certainNumbers(reading: CellReading): string[] {
  return reading.doubtful.length > 0 ? [] : numbersIn([reading]);
}

/** Whether a reading makes the list worth relying on: digits that are merely out of plan or shaped like an id do not. */
export function isUsable(reading: CellReading): boolean {
  if (reading.numbers.length > 0) return true;
  return reading.doubtful.length > 0 && reading.reason !== "not-in-plan" && reading.reason !== "looks-like-id";
}

/** Returns the E.164 of every certain number. */
export function numbersIn(readings: readonly CellReading[]): string[] {
  return readings.flatMap(({ numbers }) => numbers.map(({ e164 }) => e164));
}

export const NOTHING: CellReading = { numbers: [], doubtful: [], reason: "empty" };

/** What a cell over several lines holds may be of another entry, of which the event says nothing. `cellOf`: the cell of a reading. */
export function onOneLine(
  { bytes, cellStart, cellEnd }: RecordView,
  readings: readonly CellReading[],
  cellOf: (reading: number) => number,
): CellReading[] {
  return readings.map((reading, i) => {
    const cell = bytes.subarray(cellStart[cellOf(i)], cellEnd[cellOf(i)]);
    return cell.includes(LF) || cell.includes(CR) ? NOTHING : reading;
  });
}
