// The header where the user says that it is: the list begins there, and what stands above it is no record.

import { cellText, type SampleRecord, sampleRecords } from "../csv/cells.js";
import { type DetectedDialect, NO_DELIMITER } from "../csv/dialect.js";
import { type Dialect, RecordScanner } from "../csv/scanner.js";
import { type ExitCode, ScrubError, type Warning } from "../errors.js";
import { readUnmistakable } from "../phone/unmistakable.js";
import { findLostName, namesColumns } from "./header-row.js";
import { isHeader } from "./phone-columns.js";
import type { OpenedSheet } from "./source.js";
import type { ListTable, ListUse } from "./table.js";

/** Where a list begins, and in which dialect. */
export type ListStart = Pick<DetectedDialect, "dialect" | "markEnd" | "bodyStart" | "bom">;

/** What a report says of it. */
export interface SaidHeader {
  headerRow: number | undefined;
  /** Rows above it, blank ones aside. */
  rowsAbove: number;
}

export function saidHeader({ headerRow, above }: ListTable): SaidHeader {
  return { headerRow, rowsAbove: above.length };
}

/** Returns where a sheet's list begins, in the text that is made of it: behind a byte order mark, or at the row that was said. */
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

/** Refuses a row that was said to be the header where there is none: a blank row, one beyond the file, a record. */
export function refuseNoHeader(
  first: SampleRecord | undefined,
  headerRow: number,
  { file, exitCode, isSheet }: { file: string; exitCode: ExitCode; isSheet: boolean },
): void {
  const place = { file, line: headerRow };
  if (first?.line !== headerRow) throw new ScrubError(exitCode, "noHeaderThere", [isSheet], place);
  if (!isHeader(first.cells) && !namesColumns(first.cells))
    throw new ScrubError(exitCode, "headerHoldsNumber", [isSheet], place);
}

/**
 * Refuses a header that is the lower row of two, where the upper one says of a column what decides who is barred: whoever
 * answered under that name would not be heard. `isTold`: the user says what the column is.
 */
export function refuseLostName(
  sample: Uint8Array,
  { dialect, markEnd, bodyStart }: ListStart,
  list: { header: readonly string[]; rows: readonly (readonly string[])[] },
  { use, isTold }: { use: ListUse; isTold(column: number): boolean },
  { file, line, exitCode, hasOptions }: { file: string; line: number; exitCode: ExitCode; hasOptions: boolean },
): void {
  if (bodyStart === markEnd) return;
  const records = sampleRecords(sample.subarray(0, bodyStart), true, dialect, markEnd, Number.POSITIVE_INFINITY);
  // A title's quote may never close: then the names behind it stand in the lines alone.
  const lines = dialect.firstRow === undefined ? rowsAbove(sample, { dialect, markEnd, bodyStart, bom: false }) : [];
  const above = [...records.map(({ cells }) => cells), ...lines.map((row) => cellsOfRow(row, { dialect }))];
  const lost = findLostName(above, list, use, isTold);
  if (lost !== undefined)
    throw new ScrubError(exitCode, "lostName", [lost, dialect.firstRow !== undefined, hasOptions], { file, line });
}

/** Returns what stands above the header that was said, a text a row, without blank ones. */
export function rowsAbove(sample: Uint8Array, { dialect, markEnd, bodyStart }: ListStart): string[] {
  if (bodyStart === markEnd) return [];
  // A record of a sheet may have line ends in its cells; in a text a quote that never closes is a title's own.
  if (dialect.firstRow !== undefined)
    return sampleRecords(sample.subarray(0, bodyStart), true, dialect, markEnd, Number.POSITIVE_INFINITY).map(
      ({ cells }) => cells.join(","),
    );
  return cellText(sample, markEnd, bodyStart, false)
    .split(/[\r\n]+/)
    .filter((line) => line.trim() !== "");
}

/** Returns the cells of a row above the header, quotes and all: they are looked through for numbers, and are no columns'. */
function cellsOfRow(row: string, { dialect }: Pick<ListTable, "dialect">): string[] {
  return dialect.delimiter === NO_DELIMITER ? [row] : row.split(String.fromCharCode(dialect.delimiter));
}

/** Returns the rows above the header that was said, and the header itself: none of them is a record. */
export function rowsBeforeRecords(list: ListTable): { cells: readonly string[]; text: string }[] {
  const above = list.above.map((text) => ({ cells: cellsOfRow(text, list), text }));
  return list.header === undefined ? above : [...above, { cells: list.header, text: list.headerText }];
}

/** Warns of numbers above the header: they may be of people whose records somebody took for titles. */
export function warningsOfRowsAbove(name: string, list: ListTable): Warning[] {
  const rows = list.above.filter((row) => !isHeader(cellsOfRow(row, list)) || readUnmistakable(row).length > 0).length;
  return rows === 0 ? [] : [{ code: "numbers-above-header", values: [name, rows] }];
}
