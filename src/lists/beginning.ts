// How a list begins: is it a text or a table, in which encoding and dialect, with which header, and its first records.
// Which of its columns hold phones is phone-columns.ts's and chosen-columns.ts's work.

import { cellText, type SampleRecord, sampleRecords } from "../csv/cells.js";
import { detectDialect, lineAt, NO_DELIMITER } from "../csv/dialect.js";
import type { RecordReader } from "../csv/reader.js";
import { type Dialect, RecordScanner } from "../csv/scanner.js";
import { type ExitCode, ScrubError } from "../errors.js";
import { encodingOf, type ListEncoding } from "./encoding.js";
import { findRowsAbove, looksLikeHeader, mayBeHeader } from "./header-row.js";
import { refuseWhatIsNoText } from "./no-text.js";
import type { ListOverrides } from "./overrides.js";
import { type ListStart, refuseNoHeader, startOfSheet } from "./said-header.js";
import type { OpenedSource } from "./source.js";
import type { ListUse } from "./table.js";
import { isToldAsText } from "./told-as-text.js";

const SAMPLE_RECORDS = 1000;

/** What the list is read as, and with which exit code it is refused. */
export interface Purpose {
  use: ListUse;
  /** As what the names of its columns are read: what is imported are events, as a suppression list's records are. */
  namesOf: ListUse;
  exitCode: ExitCode;
}

/** A list's first bytes, and what they tell. */
export interface ListBeginning extends ListStart {
  sample: Uint8Array;
  /** The sample is the whole list. */
  whole: boolean;
  encoding: ListEncoding;
  /** It is no table: each line is read by itself. */
  isText: boolean;
  /** The line of the file that a line of a text comes from. */
  lineOf: ((line: number) => number) | undefined;
  header: readonly string[] | undefined;
  /** The line of the header or, where there is none, of record 1, and that record as text. */
  firstLine: number;
  firstText: string;
  /** The first records behind the header. */
  body: readonly SampleRecord[];
  /** Cells that every record must have. */
  width: number;
  /** The first records that have them, cut to them: a cell beyond stands in no column, and its record is broken. */
  rows: readonly (readonly string[])[];
}

/** Reads a list's first bytes and its header. Throws a `ScrubError` where they are of no list, or of one that people must look at. */
export async function readBeginning(
  reader: RecordReader,
  { file, wrapping, sheet }: OpenedSource,
  { use, namesOf, exitCode }: Purpose,
  overrides: ListOverrides,
): Promise<ListBeginning> {
  const { path } = file;
  const { headerRow, known } = overrides;
  const isSheet = sheet !== undefined;
  const asItStands = await reader.peek(overrides.sampleBytes);
  if (!isSheet) refuseWhatIsNoText(asItStands.sample, path, exitCode);
  const asTable = isSheet ? undefined : detectDialect(asItStands.sample, saidOf(overrides, asItStands.whole));
  const isText = asTable !== undefined && mayBeText(overrides) && isToldAsText(asItStands, asTable);
  const mails = isText ? await readMails(reader, asItStands.sample, path, exitCode) : undefined;
  const { sample, whole } = isText ? await reader.peek(overrides.sampleBytes) : asItStands;
  const start = isSheet
    ? startOfSheet(sheet, sample, whole, headerRow)
    : detectDialect(sample, saidOf(overrides, whole));
  const { bodyStart, bom } = start;
  if (isText) reader.withoutQuotes();
  const dialect = isText ? { ...start.dialect, delimiter: NO_DELIMITER } : start.dialect;
  const encoding = encodingOf(wrapping, sample, whole, bom, overrides.encoding);
  const records = sampleRecords(sample, whole, dialect, bodyStart, SAMPLE_RECORDS);
  const first = records[0];
  if (headerRow !== undefined) refuseNoHeader(first, headerRow, { file: path, exitCode, isSheet });
  if (first === undefined) throw noRecord({ sample, whole, bodyStart }, dialect, path, exitCode);
  refuseLoneReturns(records, path, exitCode);
  const isTold = isText || overrides.noHeader || headerRow !== undefined || known !== undefined;
  if (!isTold) refuseRowsAbove(records, { namesOf, exitCode, isSheet, file: path }, overrides);
  const firstText = firstRecordText(sample, whole, dialect, bodyStart);
  const hasHeader =
    known?.header ?? (headerRow !== undefined || (!isTold && looksLikeHeader(first.cells, firstText, use)));
  if (!isTold && !hasHeader && use === "phone-list" && mayBeHeader(first, records.slice(1)))
    throw new ScrubError(exitCode, "headerInDoubt", [isSheet, first.line, overrides.name], {
      file: path,
      line: first.line,
    });
  const header = hasHeader ? first.cells : undefined;
  const body = records.slice(hasHeader ? 1 : 0);
  const unbroken = body.filter((record) => !record.malformed).map((record) => record.cells);
  const width = header?.length ?? commonWidth(unbroken);
  const rows = unbroken.filter((row) => row.length >= width).map((row) => row.slice(0, width));
  const ofStart = { sample, whole, dialect, markEnd: start.markEnd, bodyStart, bom };
  const lineOf = mails && ((line: number) => mails.lineOf(line));
  return { ...ofStart, encoding, isText, lineOf, header, firstLine: first.line, firstText, body, width, rows };
}

/** Has what mails encode stand plainly in what is read from now on. Loaded for texts only. */
async function readMails(reader: RecordReader, sample: Uint8Array, file: string, exitCode: ExitCode) {
  const { MailText } = await import("./mail-text.js");
  return reader.readThrough((source) => new MailText(source, sample, { file, exitCode }));
}

/** What is said of columns, headers or delimiters is said of a table. */
function mayBeText({ mayBeText, delimiter, headerRow, columns, known }: ListOverrides): boolean {
  return (
    mayBeText === true && delimiter === undefined && headerRow === undefined && columns.length + (known ? 1 : 0) === 0
  );
}

function saidOf({ delimiter, headerRow }: ListOverrides, whole: boolean) {
  return { whole, ...(delimiter !== undefined && { delimiter }), ...(headerRow !== undefined && { headerRow }) };
}

/** Why a list has no first record: it is empty, a quote in it never closes, or its header is longer than what is read at once. */
function noRecord(
  { sample, whole, bodyStart }: Pick<ListBeginning, "sample" | "whole" | "bodyStart">,
  dialect: Dialect,
  file: string,
  exitCode: ExitCode,
): ScrubError {
  if (whole && hasOpenQuote(sample, dialect, bodyStart))
    return new ScrubError(exitCode, "unclosedQuote", [], { file, line: lineAt(sample, bodyStart, dialect) });
  if (whole) return new ScrubError(exitCode, "emptyFile", [], { file });
  return new ScrubError(exitCode, "headerTooLong", [sample.length], { file, line: 1 });
}

/** Refuses a list whose header is not its first row, and one that was joined of several. */
function refuseRowsAbove(
  records: readonly SampleRecord[],
  { namesOf, exitCode, isSheet, file }: Pick<Purpose, "namesOf" | "exitCode"> & { isSheet: boolean; file: string },
  { name }: ListOverrides,
): void {
  const above = findRowsAbove(records, namesOf);
  if (above === undefined) return;
  if (above.isJoined)
    throw new ScrubError(exitCode, "joinedLists", [above.first, above.next, isSheet], { file, line: above.next });
  throw new ScrubError(exitCode, "rowsAbove", [above, { isSheet, name }], { file });
}

/** Refuses a list whose records LF ends and most of which hold a CR alone, which is another program's line end. */
function refuseLoneReturns(records: readonly SampleRecord[], file: string, exitCode: ExitCode): void {
  const torn = records.filter(({ cells, malformed }) => malformed && cells.some((cell) => cell.includes("\r")));
  if (torn.length * 2 > records.length)
    throw new ScrubError(exitCode, "loneReturns", [], { file, line: torn[0]!.line });
}

/** A quote in the first record never closes. */
function hasOpenQuote(sample: Uint8Array, dialect: Dialect, bodyStart: number): boolean {
  const scanner = new RecordScanner(dialect, []);
  scanner.feed(sample, bodyStart, sample.length, true);
  return !scanner.next() && scanner.openQuote;
}

function firstRecordText(sample: Uint8Array, whole: boolean, dialect: Dialect, bodyStart: number): string {
  const scanner = new RecordScanner(dialect, []);
  scanner.feed(sample, bodyStart, sample.length, whole);
  scanner.next();
  return cellText(sample, scanner.start, scanner.end, false);
}

function commonWidth(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  let best = 1;
  for (const [width, count] of counts) if (count > (counts.get(best) ?? 0)) best = width;
  return best;
}
