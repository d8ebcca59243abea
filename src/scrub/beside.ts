// What a record says beside its phone cells: numbers in other columns, and that its people opted out.
// Whether there is anything to look at, lists/watch.ts tells; what it means is decide.ts's work.

import { recordCells } from "../csv/cells.js";
import type { RecordView } from "../csv/scanner.js";
import { isAnswer, isOptOutValue, type OwnColumn, onlyTells, saysOptOut } from "../headers/opt-out-cells.js";
import { deniesNumbers, headsOptOuts, tellsOfOptOut } from "../headers/opt-out-words.js";
import type { OpenedList } from "../lists/open.js";
import { marksOptOut } from "../lists/sheet-marks.js";
import { readBare } from "../phone/bare.js";
import { everyNumber } from "../phone/number.js";
import { readCell, tornReadings } from "../phone/read.js";
import { readUnmistakable } from "../phone/unmistakable.js";

/** A number in a column that is not rewritten; 0-based. */
export interface BesideNumber {
  e164: string;
  column: number;
}

export interface Beside {
  /** The numbers, which are all looked up. */
  numbers: readonly BesideNumber[];
  /** Certain ones in columns named as phones: whoever is called from the list may be called at them. */
  callable: readonly string[];
  /** Columns that say that the record's people opted out. */
  optOuts: readonly number[];
  /** Other columns in which words of an opt-out stand, or a detail of one that the record's own columns do not say. */
  remarks: readonly number[];
  /** The column of words of an opt-out in a record of nothing else: a heading of the records below it. */
  headings: readonly number[];
  /** Columns without a name in which somebody is marked. */
  marks: readonly number[];
  /** Columns of contacts whose yes nobody knows the meaning of, with a yes or no; and with something else. */
  answers: readonly number[];
  otherAnswers: readonly number[];
}

export const NOTHING_BESIDE: Beside = {
  numbers: [],
  callable: [],
  optOuts: [],
  remarks: [],
  headings: [],
  marks: [],
  answers: [],
  otherAnswers: [],
};

/** Reads every cell of a record but its phone cells and what is ignored. */
export function readBeside({ dialect, columns, watch }: OpenedList, record: RecordView): Beside {
  const numbers: BesideNumber[] = [];
  const callable: string[] = [];
  const optOuts: number[] = [];
  const remarks: number[] = [];
  const marks: number[] = [];
  const answers: number[] = [];
  const otherAnswers: number[] = [];
  const details: number[] = [];
  /** Where a column goes that bars nobody. */
  const told: Partial<Record<OwnColumn, number[]>> = { told: details, prefers: remarks, none: remarks, unnamed: marks };
  const isPhone = (column: number) => columns.includes(column) || watch.numbers.includes(column);
  const isRemark = (column: number, cell: string) => tellsOfOptOut(cell) || (isPhone(column) && deniesNumbers(cell));
  const cells = recordCells(record.bytes, record.start, record.end, dialect);
  const headed = headingIn(cells, watch.ignored);
  if (headed !== undefined) return { ...NOTHING_BESIDE, headings: [headed] };
  for (const [column, cell] of cells.entries()) {
    if (watch.ignored.includes(column)) continue;
    const ofColumn = watch.optOuts.flatMap((optOut) => (optOut.column === column ? [optOut.says] : []));
    const isValue = ofColumn.some((one) => isOptOutValue(one) && saysOptOut(one, cell));
    if (isValue) optOuts.push(column);
    if (cell === "") continue;
    const says = ofColumn.find((one) => !isOptOutValue(one));
    const isSaid = !isValue && says !== undefined && saysOptOut(says, cell);
    if (isSaid && says === "asks") (isAnswer(cell) ? answers : otherAnswers).push(column);
    if (isSaid && says !== "asks") (told[says] ?? optOuts).push(column);
    else if (!isValue && (says === undefined || onlyTells(says)) && isRemark(column, cell)) remarks.push(column);
    if (columns.includes(column)) continue;
    if (watch.numbers.includes(column)) {
      const reading = readCell(cell);
      for (const { e164 } of reading.numbers) {
        numbers.push({ e164, column });
        callable.push(e164);
      }
      for (const e164 of reading.doubtful) numbers.push({ e164, column });
    } else {
      const bare = watch.bare.includes(column) ? readBare(cell) : [];
      for (const e164 of [...bare, ...readUnmistakable(cell)]) numbers.push({ e164, column });
    }
  }
  for (const mark of watch.marks?.get(record.line) ?? []) if (marksOptOut(mark)) optOuts.push(mark.column);
  const [named] = watch.numbers.filter((column) => /\d/.test(cells[column] ?? ""));
  if (named !== undefined)
    for (const e164 of tornReadings(cells.filter((_, column) => isPhone(column))))
      numbers.push({ e164, column: named });
  return {
    numbers,
    callable,
    optOuts,
    remarks: optOuts.length > 0 ? remarks : [...remarks, ...details],
    headings: [],
    marks,
    answers,
    otherAnswers,
  };
}

/** Digits are an entry's or a row's number, and a yes or no is an answer without its number. */
function headingIn(cells: readonly string[], ignored: readonly number[]): number | undefined {
  const worded = cells.flatMap((cell, column) => (/\p{L}/u.test(cell) ? [column] : []));
  const [column] = worded;
  if (column === undefined || worded.length > 1 || ignored.includes(column)) return undefined;
  const cell = cells[column]!;
  if (isAnswer(cell) || !headsOptOuts(cell)) return undefined;
  const isNumber = (text: string) => everyNumber(readCell(text)).length > 0;
  return cells.some((text) => isNumber(text) || readUnmistakable(text).length > 0) ? undefined : column;
}
