// Counts what one phone list holds, for the report and its warnings.

import { describeDelimiter } from "../csv/dialect.js";
import type { RecordView } from "../csv/scanner.js";
import { ExitCode, ScrubError, type Warning } from "../errors.js";
import { columnName, shownName } from "../lists/column-names.js";
import { compressionOf, describeEncoding } from "../lists/encoding.js";
import { Occurrences, OccurrencesBy } from "../lists/occurrences.js";
import type { OpenedList } from "../lists/open.js";
import { warningsOfOptOuts } from "../lists/opt-out-lists.js";
import { sheetRead } from "../lists/source.js";
import { listName } from "../lists/table.js";
import { wordsOfCell } from "../lists/watch.js";
import { type CellReading, holdsMore } from "../phone/number.js";
import type { OtherNumber, RecordSays } from "./rules.js";

export type ListFacts = ReturnType<typeof listFactsOf>;

/** Returns the facts of a list that was read to its end: its file, encoding, dialect and header. */
export function listFactsOf(list: OpenedList) {
  return {
    ...{ path: list.file.path, bytes: list.file.bytesRead },
    encoding: describeEncoding(list.encoding),
    compression: compressionOf(list.encoding),
    sheet: sheetRead(list),
    delimiter: describeDelimiter(list.dialect.delimiter),
    lineEnd: list.dialect.recordEnd,
    header: list.header !== undefined,
    // Lines, or rows of a sheet.
    titles: list.titles.map(({ line }) => line),
    blankLines: list.blankLines,
  };
}

export type ReadList = ReturnType<ListTally["describe"]>;
export type ListColumn = ReadList["ownOptOuts"][number];

export class ListTally {
  records = 0;
  /** For each phone column, 1 if a number was read in it. */
  readonly readable: Uint8Array;
  readonly broken = new Occurrences();
  /** For each phone column, the kept records whose cell lost words, an extension or another number. */
  readonly cut = new OccurrencesBy<number>();
  /** For each other column, the suppressed records with an opted-out number in it. */
  readonly #others = new OccurrencesBy<number>();
  /** For each column, the records with a mark, and those that only may say no. */
  readonly #marks = new OccurrencesBy<number>();
  readonly #doubtful = new OccurrencesBy<number>();
  readonly #headings = new Occurrences();

  constructor(private readonly list: OpenedList) {
    this.readable = new Uint8Array(list.columns.length);
  }

  /** Counts what a record holds: phone columns with numbers, and marks, each once for its column. */
  addRead(cells: readonly CellReading[], { marks, isHeading }: RecordSays, line: number): void {
    for (let i = 0; i < cells.length; i++) if (cells[i]!.numbers.length > 0) this.readable[i] = 1;
    for (const { column, says } of marks) {
      this.#marks.addTo(column, line);
      if (says === "may-say-no") this.#doubtful.addTo(column, line);
    }
    if (isHeading) this.#headings.add(line);
  }

  /** Counts a suppressed record, once for each other column with one of its opted-out numbers. */
  addSuppressed(numbers: readonly OtherNumber[], line: number): void {
    for (const column of new Set(numbers.map((number) => number.column))) this.#others.addTo(column, line);
  }

  /** Counts a kept record, once for each phone column whose cell loses something. `kept`: the number of each, if any. */
  addKept(record: RecordView, cells: readonly CellReading[], kept: readonly unknown[]): void {
    const { columns, phoneCells, watchPlan } = this.list;
    for (const [i, cell] of watchPlan.cuts ? phoneCells.entries() : []) {
      const isEmptied = kept[i] === undefined && cells[i]!.numbers.length > 0;
      if (isEmptied || holdsMore(cells[i]!) || wordsOfCell(record, cell).areLost)
        this.cut.addTo(columns[i]!, record.line);
    }
  }

  /** Refuses a chosen column in which no number was read. */
  refuseEmptyChoice(): void {
    const { list, records, readable } = this;
    const at = records === 0 ? -1 : readable.indexOf(0);
    if (at < 0) return;
    const values: [string, number] = [columnName(list, list.columns[at]!), records];
    throw new ScrubError(ExitCode.phoneList, "columnWithoutNumbers", values, { file: list.file.path });
  }

  /** Describes the list for the report, once it is read to its end. */
  describe(named: string | undefined, sha256: string) {
    const { list, records } = this;
    const columnOf = (column: number) => ({ position: column + 1, name: shownName(list.header?.[column]) });
    const inOrder = (counts: OccurrencesBy<number>) =>
      [...counts]
        .sort(([one], [other]) => one - other)
        .map(([column, { count }]) => ({ ...columnOf(column), records: count }));
    return {
      ...listFactsOf(list),
      ...{ named, sha256, records },
      phoneColumns: list.columns.map(columnOf),
      // Columns with marks, and how many records have one.
      ownOptOuts: inOrder(this.#marks),
      // Other columns with opted-out numbers, and how many suppressed records have one.
      otherColumns: inOrder(this.#others),
    };
  }

  /** `used`: the suppression lists of the run. */
  warnings(used: Parameters<typeof warningsOfOptOuts>[1]): Warning[] {
    const { list } = this;
    const name = listName(list);
    const warnings = warningsOfOptOuts(list, used);
    for (const column of list.otherPhones)
      warnings.push({
        code: "other-phone-column",
        values: [name, columnName(list, column), "--column", this.#others.get(column)?.count ?? 0],
      });
    for (const [column, { values }] of list.roles.questions.entries())
      if (values.join("") !== "" && this.records > 0 && !this.#marks.has(column))
        warnings.push({ code: "opt-out-value-absent", values: [name, columnName(list, column)] });
    const { count, lines } = this.#headings;
    if (count > 0) warnings.push({ code: "heading-says-no", values: [name, count, lines] });
    for (const [column, { count, lines }] of this.#doubtful) {
      const isAll = count === this.#marks.get(column)!.count && !list.columns.includes(column);
      const values = [name, columnName(list, column), count, lines, isAll ? "ignore" : "look"] as const;
      warnings.push({ code: "may-say-no", values: [...values] });
    }
    for (const [column, { count, lines }] of [...this.cut].sort(([one], [other]) => one - other))
      warnings.push({ code: "words-cut", values: [name, columnName(list, column), count, lines] });
    const passedOver = list.sheet?.passedOver ?? [];
    if (passedOver.length > 0)
      warnings.push({ code: "sheets-passed-over", values: [list.file.path, passedOver.join(", ")] });
    if (this.records === 0) warnings.push({ code: "no-records", values: [name] });
    return warnings;
  }
}
