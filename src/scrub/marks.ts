// Collects the marks of phone lists: who they themselves say is not to be contacted. Marks are one more list of the
// index, after the suppression lists, and suppress their numbers in the whole run.

import path from "node:path";
import { cellText } from "../csv/cells.js";
import { ExitCode, type Warning } from "../errors.js";
import type { RecordBatch } from "../lists/batch.js";
import { batchesOf } from "../lists/batches.js";
import { columnName } from "../lists/column-names.js";
import { faultOf, numbersOfBroken } from "../lists/fault.js";
import { asksForConsent, isEmpty } from "../lists/marks.js";
import { Occurrences } from "../lists/occurrences.js";
import type { OpenedList } from "../lists/open.js";
import { listName } from "../lists/table.js";
import { type CellReading, everyNumber } from "../phone/number.js";
import { type Channel, PLAIN_OPT_OUT } from "../suppression/event.js";
import type { SuppressionIndex } from "../suppression/suppression-index.js";

import { type Beside, readBeside } from "./beside.js";
import type { RecordMark } from "./rules.js";

/** A mark names a number that an earlier record kept: the run has to begin again, with the marks read first. */
export class LateMark extends Error {
  constructor(
    readonly file: string,
    readonly line: number,
  ) {
    super("a mark names a number of an earlier record");
  }
}

interface ColumnMarks {
  records: number;
  /** Those that only may say no. */
  doubtful: Occurrences;
}

export class Marks {
  readonly list: number;
  /** All lists have been read for marks before any record is judged. */
  areRead = false;
  /** The marked records, counted through all lists from 1, ascending, and the source of each. */
  #records: number[] = [];
  #sources: { name: string; record: number }[] = [];
  /** Records of all lists before the current one. */
  #before = 0;
  #byColumn = new Map<number, ColumnMarks>();
  #headings = new Occurrences();

  constructor(private readonly index: SuppressionIndex) {
    this.list = index.beginList(false, false, true);
  }

  beginRun(): void {
    this.#before = 0;
    if (!this.areRead) [this.#records, this.#sources] = [[], []];
  }

  beginList(): void {
    this.#byColumn = new Map();
    this.#headings = new Occurrences();
  }

  endList(records: number): void {
    this.#before += records;
  }

  /** Adds the marks of a record. `isKept`: whether an earlier record may hold a number. Throws `LateMark` if one does. */
  addRecord(
    list: OpenedList,
    batch: Parameters<typeof numbersOf>[1] & { line: number },
    beside: Beside,
    record: number,
    isKept: (e164: string) => boolean,
  ): void {
    if (beside.mark === undefined) return;
    for (const mark of beside.marks) this.#count(mark, batch.line);
    if (beside.isHeading) this.#headings.add(batch.line);
    if (this.areRead) return;
    const numbers = numbersOf(list, batch, beside);
    for (const e164 of numbers) if (isKept(e164)) throw new LateMark(list.file.path, batch.line);
    this.add(list, beside.mark, record, numbers);
  }

  add(list: OpenedList, { column }: RecordMark, record: number, numbers: Iterable<string>): void {
    const place = this.#before + record;
    for (const e164 of numbers) this.index.add(e164, PLAIN_OPT_OUT, place);
    if (place <= (this.#records.at(-1) ?? 0)) return;
    this.#records.push(place);
    this.#sources.push({ name: sourceOf(list, column), record });
  }

  #count({ column, says }: RecordMark, line: number): void {
    const marks = this.#byColumn.get(column) ?? { records: 0, doubtful: new Occurrences() };
    marks.records++;
    if (says === "may-say-no") marks.doubtful.add(line);
    this.#byColumn.set(column, marks);
  }

  get columns(): { column: number; records: number }[] {
    return [...this.#byColumn].map(([column, { records }]) => ({ column, records }));
  }

  /** Returns a record's number among the records of all lists. */
  placeOf(record: number): number {
    return this.#before + record;
  }

  /** Returns the list, column and record of a mark. */
  sourceAt(place: number): { name: string; record: number } {
    let [low, high] = [0, this.#records.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.#records[middle]! <= place) low = middle;
      else high = middle - 1;
    }
    return this.#sources[low]!;
  }

  warnings(list: OpenedList): Warning[] {
    const { count, lines } = this.#headings;
    const headings: Warning[] =
      count === 0 ? [] : [{ code: "heading-says-no", values: [listName(list), count, lines] }];
    const inColumns = [...this.#byColumn].flatMap(
      ([
        column,
        {
          records,
          doubtful: { count, lines },
        },
      ]): Warning[] => {
        if (count === 0) return [];
        const advice = count === records && !list.columns.includes(column) ? "ignore" : "look";
        return [{ code: "may-say-no", values: [listName(list), columnName(list, column), count, lines, advice] }];
      },
    );
    return [...headings, ...inColumns];
  }
}

function sourceOf(list: OpenedList, column: number): string {
  const file = list.file.path === "-" ? "stdin" : path.basename(list.file.path);
  return `${listName(list, file)}#${columnName(list, column)}`;
}

/** Returns every number of a marked record, also of other columns; of a broken one all that its text could mean. */
function numbersOf(
  list: OpenedList,
  record: Parameters<typeof numbersOfBroken>[0] & { readCells(): CellReading[] },
  beside: Beside,
): Set<string> {
  if (faultOf(list, record) !== undefined) return numbersOfBroken(record, list);
  return new Set([...record.readCells().flatMap(everyNumber), ...beside.numbers.map(({ e164 }) => e164)]);
}

const LONGEST_EMPTY = 8;

function holdsNothing({ bytes, cellStart, cellEnd, cellQuoted }: RecordBatch, cell: number): boolean {
  const [start, end] = [cellStart[cell]!, cellEnd[cell]!];
  if (start < 0 || end - start > LONGEST_EMPTY) return false;
  return start === end || isEmpty(cellText(bytes, start, end, cellQuoted[cell] === 1));
}

/** Reads a phone list for its marks. Returns its SHA-256, and warnings of empty cells in columns of consent. */
export async function readMarks(
  list: OpenedList,
  marks: Marks,
  channel: Channel,
): Promise<{ sha256: string; warnings: Warning[] }> {
  const consents = list.watch.questions.flatMap((question, column) =>
    asksForConsent(question) && list.wanted.includes(column)
      ? [{ column, cell: list.wanted.indexOf(column), empty: new Occurrences() }]
      : [],
  );
  let record = 0;
  for await (const batch of batchesOf(list, ExitCode.phoneList)) {
    for (let i = 0; i < batch.count; i++) {
      record++;
      batch.select(i);
      for (const { cell, empty } of consents) if (holdsNothing(batch, cell)) empty.add(batch.line);
      if (!batch.beside) continue;
      const beside = readBeside(list, batch, channel);
      if (beside.mark !== undefined) marks.add(list, beside.mark, record, numbersOf(list, batch, beside));
    }
  }
  marks.endList(record);
  const warnings = consents.flatMap(({ column, empty: { count, lines } }): Warning[] =>
    count === 0 ? [] : [{ code: "consent-empty", values: [listName(list), columnName(list, column), count, lines] }],
  );
  return { sha256: list.file.digest(), warnings };
}
