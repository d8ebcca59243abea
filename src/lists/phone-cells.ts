// One phone cell, from bytes to its reading: the fast lane where that is certain, else the careful one.

import { cellText } from "../csv/cells.js";
import { partPair, readPlainCell, readPlainPair } from "../phone/fast.js";
import type { CellReading } from "../phone/number.js";
import { TYPE_BY_PREFIX8, TYPE_CODES } from "../phone/plan.js";
import { readCell } from "../phone/read.js";
import type { RecordView } from "./batch.js";

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
  return readings;
}

/** Reads the bytes [start, end) of a cell, those between its quotes where it is quoted. */
export function readPhoneCell(bytes: Uint8Array, start: number, end: number, quoted: boolean): CellReading {
  if (start === end) return EMPTY;
  const national = readPlainCell(bytes, start, end);
  if (national >= 0) return certain([national]);
  const pair = readPlainPair(bytes, start, end);
  if (pair >= 0) return certain(partPair(pair));
  return readCell(cellText(bytes, start, end, quoted));
}

function certain(nationals: readonly number[]): CellReading {
  const numbers = nationals.map((national) => ({
    e164: `+503${national}`,
    type: TYPE_CODES[TYPE_BY_PREFIX8[(national / 1000) | 0]!]!,
  }));
  return { numbers, doubtful: [], reason: undefined };
}

/** Every E.164 that a reading means or could mean: all of them are looked up. */
export function everyNumber(reading: CellReading): string[] {
  return [...reading.numbers.map((number) => number.e164), ...reading.doubtful];
}
