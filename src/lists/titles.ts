// Finds the titles above a header. They are no records, but in a suppression list their numbers suppress.

import { cellText, type SampleRecord, sampleRecords } from "../csv/cells.js";
import { type DetectedDialect, lineAt, NO_DELIMITER } from "../csv/dialect.js";
import { type Dialect, RecordScanner } from "../csv/scanner.js";
import { type ExitCode, ScrubError } from "../errors.js";
import { namesQuestion } from "./marks.js";
import { isHeader, namesPhones } from "./phone-columns.js";
import type { OpenedSheet } from "./source.js";
import type { ListTable, Title } from "./table.js";

export type ListStart = Pick<DetectedDialect, "dialect" | "markEnd" | "bodyStart" | "bom">;

/** Returns where a sheet's list begins in its text: after the byte order mark, or at the header's row. */
export function startOfSheet(
  { toRead }: OpenedSheet,
  sample: Uint8Array,
  whole: boolean,
  headerRow: number | undefined,
): ListStart {
  const { firstRow } = toRead.layout;
  const dialect: Dialect = { delimiter: 0x2c, recordEnd: "crlf", firstRow };
  const start = { dialect, markEnd: 3, bodyStart: 3, bom: true };
  if (headerRow === undefined || headerRow <= firstRow) return start;
  const scanner = new RecordScanner(dialect, []);
  scanner.feed(sample, 3, sample.length, whole);
  while (scanner.next())
    if (scanner.line >= headerRow)
      return { ...start, dialect: { ...dialect, firstRow: scanner.line }, bodyStart: scanner.start };
  return { ...start, bodyStart: sample.length };
}

/** Refuses a `--header-row` that is blank, past the end or a record. */
export function refuseNoHeader(
  first: SampleRecord | undefined,
  headerRow: number,
  { file, exitCode, isSheet }: { file: string; exitCode: ExitCode; isSheet: boolean },
): void {
  const place = { file, line: headerRow };
  if (first?.line !== headerRow) throw new ScrubError(exitCode, "noHeaderThere", [isSheet], place);
  const namesColumn = (cell: string) => namesQuestion(cell) || namesPhones(cell, Number.POSITIVE_INFINITY);
  if (!isHeader(first.cells) && !first.cells.some(namesColumn))
    throw new ScrubError(exitCode, "headerHoldsNumber", [isSheet], place);
}

/** Returns the titles: the rows above the header that hold a letter or a digit. */
export function titlesAbove(sample: Uint8Array, sheet: OpenedSheet | undefined, start: ListStart): Title[] {
  const { dialect, markEnd, bodyStart } = start;
  if (bodyStart === markEnd) return [];
  const records = (firstRow: number) =>
    sampleRecords(sample.subarray(0, bodyStart), true, { ...dialect, firstRow }, markEnd, Number.POSITIVE_INFINITY);
  // A sheet's row may hold line ends; in a text an open quote belongs to its title.
  const lines = () => cellText(sample, markEnd, bodyStart, false).split(dialect.recordEnd === "cr" ? "\r" : "\n");
  const rows =
    sheet === undefined
      ? lines().map((text, i) => ({ line: lineAt(sample, markEnd, dialect) + i, text }))
      : records(sheet.toRead.layout.firstRow).map(({ cells, line }) => ({ line, text: cells.join(",") }));
  return rows.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
}

/** Returns the titles and the header with their cells. Titles are split at every delimiter, their quotes stay. */
export function rowsBeforeRecords(list: ListTable): { cells: readonly string[]; text: string; line: number }[] {
  const { delimiter } = list.dialect;
  const cellsOf = (text: string) => (delimiter === NO_DELIMITER ? [text] : text.split(String.fromCharCode(delimiter)));
  const titles = list.titles.map(({ text, line }) => ({ cells: cellsOf(text), text, line }));
  if (list.header === undefined) return titles;
  return [...titles, { cells: list.header, text: list.headerText, line: list.firstLine }];
}
