// Reads the in-list opt-outs of phone lists (marks), and the numbers in other columns. The marks are the last list of the
// index: they suppress their numbers in the whole run.

import path from "node:path";
import { recordCells } from "../csv/cells.js";
import type { RecordView } from "../csv/scanner.js";
import { ExitCode, ScrubError } from "../errors.js";
import type { RecordBatch } from "../lists/batch.js";
import { columnName } from "../lists/column-names.js";
import { askedColumns, type ColumnRoles } from "../lists/column-roles.js";
import { faultOf, numbersOfBroken } from "../lists/fault.js";
import { headsOptOuts, markIn, PHONE_QUESTION } from "../lists/marks.js";
import type { OpenedList } from "../lists/open.js";
import type { RecordMark } from "../lists/sheet-marks.js";
import { listName } from "../lists/table.js";
import { type CellReading, everyNumber } from "../phone/number.js";
import { numbersInOtherColumn, readCell } from "../phone/read.js";
import { NumberSet, type SeenNumbers } from "../suppression/country.js";
import { type Channel, PLAIN_OPT_OUT, suppresses } from "../suppression/event.js";
import type { SuppressionIndex } from "../suppression/suppression-index.js";
import type { Decision, OtherNumber, RecordSays } from "./rules.js";

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

/** Whether an error says that a mark names a number of a kept record: the run must read all marks, and begin again. */
export function isLateMark(error: unknown): error is ScrubError {
  return error instanceof ScrubError && error.sentence === "lateMark";
}

/** The marks of all phone lists of a run. For each reading: `beginReading`; per record `add`, `note`; per list `endList`. */
export class Marks {
  /** The number of their list in the index. */
  readonly list: number;
  /** Whether all marks were read before the records are judged. */
  areRead = false;
  /** By the marked record's number in the run: its phone list and column, and its number in that list. */
  readonly #sources = new Map<number, { name: string; record: number }>();
  /** The number of records in the lists before the current one. */
  #recordsBefore = 0;

  /** `alsoKept`: the numbers of kept records besides those seen in `SeenNumbers`, which has only each record's primary number, until it is withheld. */
  constructor(
    private readonly index: SuppressionIndex,
    private readonly alsoKept = new NumberSet(),
  ) {
    this.list = index.beginList();
  }

  beginReading(): void {
    this.#recordsBefore = 0;
  }

  endList(records: number): void {
    this.#recordsBefore += records;
  }

  /**
   * Suppresses the numbers of a marked record, unless an earlier reading did. `recordNumber`: in its list.
   * `seen`: numbers of earlier records. Throws if a marked one may be in a kept record; see `isLateMark`.
   */
  add(list: OpenedList, record: RecordBatch, says: RecordSays, recordNumber: number, seen?: SeenNumbers): void {
    const inRun = this.numberInRun(recordNumber);
    if (says.mark === undefined || this.#sources.has(inRun)) return;
    const numbers = numbersOf(list, record, says);
    if (seen !== undefined && [...numbers].some((e164) => this.#isKept(e164, seen)))
      throw new ScrubError(ExitCode.phoneList, "lateMark", [], { file: list.file.path, line: record.line });
    for (const e164 of numbers) this.index.add(e164, PLAIN_OPT_OUT, inRun);
    this.#sources.set(inRun, { name: nameOfSource(list, says.mark.column), record: recordNumber });
  }

  /** Notes the numbers of a judged record in `seen`, and in `alsoKept` those of kept records that `seen` does not have as seen. */
  note(decision: Decision, cells: readonly CellReading[], says: RecordSays, seen: SeenNumbers): void {
    const { disposition, primary } = decision;
    const isSuppressed = disposition === "suppressed";
    for (const e164 of decision.seen) {
      if (isSuppressed && this.#isKept(e164, seen)) this.alsoKept.add(e164);
      if (isSuppressed) seen.withhold(e164);
      else seen.see(e164);
    }
    if (disposition !== "clean" || this.areRead) return;
    for (const e164 of cells.flatMap(everyNumber)) if (e164 !== primary!.e164) this.alsoKept.add(e164);
    for (const { e164 } of says.numbers) this.alsoKept.add(e164);
  }

  /** Whether a number may be in a kept record. */
  #isKept(e164: string, seen: SeenNumbers): boolean {
    return seen.stateOf(e164) === "seen" || this.alsoKept.has(e164);
  }

  /** Returns a record's number in the run: across all phone lists, in which the lists before it count. */
  numberInRun(recordNumber: number): number {
    return this.#recordsBefore + recordNumber;
  }

  sourceOf(inRun: number): { name: string; record: number } {
    return this.#sources.get(inRun)!;
  }
}

function nameOfSource(list: OpenedList, column: number): string {
  return `${path.basename(listName(list))}#${columnName(list, column)}`;
}

/** Returns every number of a marked record, in any column. */
function numbersOf(list: OpenedList, record: RecordBatch, says: RecordSays): Set<string> {
  if (faultOf(list, record) !== undefined) return numbersOfBroken(record, list.dialect);
  return new Set([...record.readCells().flatMap(everyNumber), ...says.numbers.map(({ e164 }) => e164)]);
}
