// Reads what a record holds besides its phone cells: numbers in other columns, and marks that its people are not to be
// contacted. lists/watch.ts finds the records; rules.ts decides what follows.

import { recordCells } from "../csv/cells.js";
import type { RecordView } from "../csv/scanner.js";
import type { Mark } from "../lexicon/marks.js";
import { remembered } from "../lexicon/remembered.js";
import { faultOf } from "../lists/fault.js";
import { markIn, OF_PHONES, type Question, withoutNumbers } from "../lists/marks.js";
import type { OpenedList } from "../lists/open.js";
import { readSheetMark } from "../lists/sheet-marks.js";
import { askedColumns } from "../lists/watch.js";
import { numbersInOtherColumn, readCell } from "../phone/read.js";
import { bars, type Channel } from "../suppression/event.js";
import type { OtherCells, OtherNumber, RecordMark } from "./rules.js";

export interface Beside extends OtherCells {
  marks: readonly RecordMark[];
  /** The record holds nothing but words that say no, as a heading does. */
  isHeading: boolean;
}

export const NOTHING_BESIDE: Beside = { numbers: [], callable: [], marks: [], mark: undefined, isHeading: false };

const readers = new WeakMap<Question, (cell: string) => Mark | "nothing">();

function markOf(question: Question, cell: string): Mark | undefined {
  let read = readers.get(question);
  if (read === undefined) {
    read = remembered((text: string) => markIn(question, text) ?? "nothing");
    readers.set(question, read);
  }
  const mark = read(question === OF_PHONES ? withoutNumbers(cell) : cell);
  return mark === "nothing" ? undefined : mark;
}

/** Reads the marks of every cell that is not ignored, and the numbers of other columns. `channel`: the campaign's. */
export function readBeside(list: OpenedList, record: RecordView, channel: Channel): Beside {
  const { dialect, columns, watch } = list;
  const numbers: OtherNumber[] = [];
  const callable: string[] = [];
  const marks: RecordMark[] = [];
  const cells = recordCells(record.bytes, record.start, record.end, dialect);
  for (const [column, cell] of cells.entries()) {
    if (watch.ignored.includes(column)) continue;
    const said = markOf(watch.questions[column] ?? OF_PHONES, cell);
    if (said?.channels.some((denied) => bars(denied, channel))) marks.push({ column, says: said.says });
    if (cell === "" || columns.includes(column)) continue;
    if (watch.numbers.includes(column)) {
      const reading = readCell(cell);
      for (const { e164 } of reading.numbers) {
        numbers.push({ e164, column });
        callable.push(e164);
      }
      for (const e164 of reading.candidates) numbers.push({ e164, column });
    } else if (watch.bare.includes(column)) {
      for (const e164 of numbersInOtherColumn(cell)) numbers.push({ e164, column });
    }
  }
  for (const mark of watch.marks?.get(record.line) ?? []) {
    const says = readSheetMark(mark);
    if (says !== undefined) marks.push({ column: mark.column, says });
  }
  const isHeading = marks.length === 1 && isAlone(cells, cells[marks[0]!.column] ?? "");
  if (marks.length === 0) marks.push(...markOfBroken(list, record));
  return { numbers, callable, marks, isHeading, mark: marks.find(({ says }) => says === "says-no") ?? marks[0] };
}

/** Whether a cell without digits is the only one of a record that holds anything. */
const isAlone = (cells: readonly string[], cell: string) =>
  !/\d/.test(cell) && cells.every((other) => other === cell || other.trim() === "");

/** In a broken record nobody can tell what is in a column that asks. */
function markOfBroken(list: OpenedList, record: RecordView): RecordMark[] {
  const [asked] = askedColumns(list.watch);
  return asked !== undefined && faultOf(list, record) !== undefined ? [{ column: asked, says: "may-say-no" }] : [];
}
