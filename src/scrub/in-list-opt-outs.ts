// What a phone list itself says of who is not to be contacted, and the numbers in its other columns. Marks are one more
// list of the index, after the suppression lists, and suppress their numbers in the whole run.

import path from "node:path";
import { recordCells } from "../csv/cells.js";
import type { RecordView } from "../csv/scanner.js";
import { ExitCode, ScrubError } from "../errors.js";
import type { Mark } from "../lexicon/marks.js";
import { remembered } from "../lexicon/remembered.js";
import type { RecordBatch } from "../lists/batch.js";
import { columnName } from "../lists/column-names.js";
import { faultOf, numbersOfBroken } from "../lists/fault.js";
import { markIn, OF_PHONES, type Question, withoutNumbers } from "../lists/marks.js";
import type { OpenedList } from "../lists/open.js";
import type { RecordMark } from "../lists/sheet-marks.js";
import { listName } from "../lists/table.js";
import { askedColumns } from "../lists/watch.js";
import { everyNumber } from "../phone/number.js";
import { numbersInOtherColumn, readCell } from "../phone/read.js";
import { type Channel, PLAIN_OPT_OUT, suppresses } from "../suppression/event.js";
import type { SuppressionIndex } from "../suppression/suppression-index.js";
import type { OtherNumber, RecordSays } from "./rules.js";

const readers = new WeakMap<Question, (cell: string) => Mark | undefined>();

function markOf(question: Question, cell: string): Mark | undefined {
  let read = readers.get(question);
  if (read === undefined) {
    read = remembered((text: string) => markIn(question, text));
    readers.set(question, read);
  }
  return read(question === OF_PHONES ? withoutNumbers(cell) : cell);
}

/** Reads the marks of every cell that is not ignored, and the numbers of other columns. `channel`: the campaign's. */
export function readOtherCells(list: OpenedList, record: RecordView, channel: Channel): RecordSays {
  const { dialect, columns, watch } = list;
  const numbers: OtherNumber[] = [];
  const callable: string[] = [];
  const marks: RecordMark[] = [];
  const cells = recordCells(record.bytes, record.start, record.end, dialect);
  for (const [column, cell] of cells.entries()) {
    if (watch.ignored.includes(column)) continue;
    const said = markOf(watch.questions[column] ?? OF_PHONES, cell);
    if (said?.channels.some((denied) => suppresses(denied, channel))) marks.push({ column, says: said.says });
    if (cell === "" || columns.includes(column)) continue;
    if (watch.numbers.includes(column)) {
      const reading = readCell(cell);
      callable.push(...reading.numbers.map(({ e164 }) => e164));
      for (const e164 of everyNumber(reading)) numbers.push({ e164, column });
    } else if (watch.bare.includes(column)) {
      for (const e164 of numbersInOtherColumn(cell)) numbers.push({ e164, column });
    }
  }
  marks.push(...(watch.marks?.get(record.line) ?? []));
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

/** Whether a mark names a number that an earlier record kept: the run has to begin again, with the marks read first. */
export function isLateMark(error: unknown): error is ScrubError {
  return error instanceof ScrubError && error.sentence === "lateMark";
}

/** The marks of all phone lists of a run. */
export class Marks {
  /** Their number among the lists of the index. */
  readonly list: number;
  /** All lists have been read for marks before any record is judged. */
  areRead = false;
  /** The list, column and record of each mark, by the record's place among the records of all lists, from 1. */
  readonly #sources = new Map<number, { name: string; record: number }>();
  /** Records of all lists before the current one. */
  #before = 0;

  constructor(private readonly index: SuppressionIndex) {
    this.list = index.beginList();
  }

  beginReading(): void {
    this.#before = 0;
  }

  endList(records: number): void {
    this.#before += records;
  }

  /**
   * Suppresses the numbers of a marked record, its `number`-th, unless an earlier reading did. `isKept`: whether an
   * earlier record may be kept with a number; throws if one is, see `isLateMark`.
   */
  add(
    list: OpenedList,
    record: RecordBatch,
    said: RecordSays,
    number: number,
    isKept: (e164: string) => boolean = () => false,
  ): void {
    const place = this.placeOf(number);
    if (said.mark === undefined || this.#sources.has(place)) return;
    const numbers = numbersOf(list, record, said);
    if ([...numbers].some(isKept))
      throw new ScrubError(ExitCode.phoneList, "lateMark", [], { file: list.file.path, line: record.line });
    for (const e164 of numbers) this.index.add(e164, PLAIN_OPT_OUT, place);
    this.#sources.set(place, { name: sourceOf(list, said.mark.column), record: number });
  }

  /** Returns a record's number among the records of all lists. */
  placeOf(number: number): number {
    return this.#before + number;
  }

  /** Returns the list, column and record of a mark. */
  sourceAt(place: number): { name: string; record: number } {
    return this.#sources.get(place)!;
  }
}

function sourceOf(list: OpenedList, column: number): string {
  const file = list.file.path === "-" ? "stdin" : path.basename(list.file.path);
  return `${listName(list, file)}#${columnName(list, column)}`;
}

/** Returns every number of a marked record, also of other columns; of a broken one all that its text could mean. */
function numbersOf(list: OpenedList, record: RecordBatch, said: RecordSays): Set<string> {
  if (faultOf(list, record) !== undefined) return numbersOfBroken(record, list.dialect);
  return new Set([...record.readCells().flatMap(everyNumber), ...said.numbers.map(({ e164 }) => e164)]);
}
