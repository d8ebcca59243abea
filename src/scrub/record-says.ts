// Reads what a record says besides its phones: its marks, and the numbers in its other columns.

import { recordCells } from "../csv/cells.js";
import type { RecordView } from "../csv/scanner.js";
import { askedColumns, type ColumnRoles } from "../lists/column-roles.js";
import { faultOf } from "../lists/fault.js";
import { headsOptOuts, markIn, PHONE_QUESTION } from "../lists/marks.js";
import type { OpenedList } from "../lists/open.js";
import type { RecordMark } from "../lists/sheet-marks.js";
import { everyNumber } from "../phone/number.js";
import { numbersInOtherColumn, readCell } from "../phone/read.js";
import { type Channel, suppresses } from "../suppression/event.js";
import type { OtherNumber, RecordSays } from "./rules.js";

/** Reads the marks in the cells of a record, and the numbers of its other columns. `channel`: the campaign's. */
export function readOtherCells(list: OpenedList, record: RecordView, channel: Channel): RecordSays {
  const { dialect, roles } = list;
  const marks: RecordMark[] = [];
  const cells = recordCells(record.bytes, record.start, record.end, dialect);
  for (const [column, cell] of cells.entries()) {
    if (roles.ignored.includes(column)) continue;
    const mark = markIn(roles.questions[column] ?? PHONE_QUESTION, cell);
    if (mark?.channels.some((denied) => suppresses(denied, channel))) marks.push({ column, says: mark.says });
  }
  marks.push(...(roles.marks?.get(record.line) ?? []));
  const heading = headingIn(cells);
  const isHeading = heading >= 0 && !roles.ignored.includes(heading);
  if (isHeading) marks.splice(0, marks.length, { column: heading, says: "says-no" });
  if (marks.length === 0) marks.push(...markOfBroken(list, record));
  const mark = marks.find(({ says }) => says === "says-no") ?? marks[0];
  return { ...otherNumbers(roles, cells), marks, isHeading, mark };
}

/** Returns the numbers in columns that are not rewritten. `callable`: the certain ones in columns named as phones. */
function otherNumbers({ numbers: phones, bare }: ColumnRoles, cells: readonly string[]) {
  const numbers: OtherNumber[] = [];
  const callable: string[] = [];
  for (const [column, cell] of cells.entries()) {
    if (phones.includes(column)) {
      const reading = readCell(cell);
      callable.push(...reading.numbers.map(({ e164 }) => e164));
      for (const e164 of everyNumber(reading)) numbers.push({ e164, column });
    } else if (bare.includes(column)) {
      for (const e164 of numbersInOtherColumn(cell)) numbers.push({ e164, column });
    }
  }
  return { numbers, callable };
}

/** Returns the only column with words, if they head opt-outs and no cell of the record has a number; else -1. */
function headingIn(cells: readonly string[]): number {
  const texts = new Set(cells.filter((cell) => /\p{L}/u.test(cell)));
  const [text = ""] = texts;
  const isHeading =
    texts.size === 1 && headsOptOuts(text) && cells.every((cell) => everyNumber(readCell(cell)).length === 0);
  return isHeading ? cells.indexOf(text) : -1;
}

/** Returns a mark for a broken record of a list with a column that asks, because that column's cell may be anywhere. */
function markOfBroken(list: OpenedList, record: RecordView): RecordMark[] {
  const [asked] = askedColumns(list.roles);
  return asked !== undefined && faultOf(list, record) !== undefined ? [{ column: asked, says: "may-say-no" }] : [];
}
