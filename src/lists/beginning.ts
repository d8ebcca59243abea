// Reads the beginning of a list: text or table, encoding, dialect, header, first records. phone-columns.ts and
// chosen-columns.ts find the phones.

import { cellText, type SampleRecord, sampleRecords } from "../csv/cells.js";
import { commonWidth, detectDialect, lineAt, NO_DELIMITER } from "../csv/dialect.js";
import type { RecordReader } from "../csv/reader.js";
import { RecordScanner } from "../csv/scanner.js";
import { type ExitCode, ScrubError } from "../errors.js";
import { encodingOf } from "./encoding.js";
import { findHeader } from "./header-row.js";
import { refuseWhatIsNoText } from "./no-text.js";
import type { ListOverrides } from "./overrides.js";
import type { OpenedSource } from "./source.js";
import type { ListUse } from "./table.js";
import { looksLikeText } from "./text-detection.js";
import { type ListStart, refuseNoHeader, startOfSheet } from "./titles.js";

const SAMPLE_RECORDS = 1000;

export interface Purpose {
  use: ListUse;
  /** How column names are read: an import holds events, as a suppression list does. */
  namesOf: ListUse;
  exitCode: ExitCode;
}

export type ListBeginning = Awaited<ReturnType<typeof readBeginning>>;

/** Reads a list's first bytes and its header. Throws a `ScrubError` if it is no list, or a person has to look at it. */
export async function readBeginning(
  reader: RecordReader,
  { file, wrapping, sheet }: OpenedSource,
  { namesOf, exitCode }: Purpose,
  overrides: ListOverrides,
) {
  const { path } = file;
  const { headerRow, known } = overrides;
  const isSheet = sheet !== undefined;
  const { sample, whole } = await reader.peek(overrides.sampleBytes);
  if (!isSheet) refuseWhatIsNoText(sample, path, exitCode);
  const startAt = (asked: ListOverrides): ListStart =>
    isSheet ? startOfSheet(sheet, sample, whole, asked.headerRow) : detectDialect(sample, { ...asked, whole });
  let start = startAt(overrides);
  const isText = !isSheet && mayBeText(overrides) && looksLikeText(sample, whole, start);
  if (isText) start = { ...start, dialect: { ...start.dialect, delimiter: NO_DELIMITER, isText } };
  const encoding = encodingOf(wrapping, sample, whole, start.bom, overrides.encoding);
  const records = sampleRecords(sample, whole, start.dialect, start.bodyStart, SAMPLE_RECORDS);
  if (headerRow !== undefined) refuseNoHeader(records[0], headerRow, { file: path, exitCode, isSheet });
  if (records.length === 0) throw noRecord(sample, whole, start, { file: path, exitCode });
  refuseLoneReturns(records, path, exitCode);
  const isGiven = isText || overrides.noHeader || headerRow !== undefined || known !== undefined;
  const hasHeader = known?.header ?? headerRow !== undefined;
  const found = isGiven ? { at: hasHeader ? 0 : undefined } : findHeader(records, namesOf);
  if (found.doubt !== undefined)
    throw new ScrubError(exitCode, "headerInDoubt", [found.doubt, isSheet, overrides.name], { file: path });
  const first = records[found.at ?? 0]!;
  const { delimiter } = start.dialect;
  const isBelowTitles = first !== records[0];
  if (isBelowTitles) start = startAt({ ...overrides, headerRow: first.line, delimiter });
  const header: readonly string[] | undefined = found.at === undefined ? undefined : first.cells;
  const body = records.slice(found.at === undefined ? 0 : found.at + 1);
  const unbroken = body.filter((record) => !record.malformed).map((record) => record.cells);
  const width = header?.length ?? (commonWidth(unbroken.map(({ length }) => ({ width: length }))).width || 1);
  // Cells beyond the width are in no column.
  const rows: readonly (readonly string[])[] = unbroken
    .filter((row) => row.length >= width)
    .map((row) => row.slice(0, width));
  const { start: from, end } = firstRecord(sample, whole, start);
  return {
    ...{ sample, whole, ...start, encoding, isText },
    // The line of the header is given if it is not the first row; without a header `first` is record 1.
    ...{ header, headerRow: isBelowTitles ? first.line : headerRow, firstLine: first.line },
    ...{ firstText: cellText(sample, from, end, false), body, width, rows },
  };
}

/** A list is a table if the user said anything of columns, a header or a delimiter. */
function mayBeText({ mayBeText, delimiter, headerRow, columns, known }: ListOverrides): boolean {
  return (
    mayBeText === true && delimiter === undefined && headerRow === undefined && columns.length + (known ? 1 : 0) === 0
  );
}

/** Returns why a list has no first record: it is empty, a quote never closes, or the header is too long. */
function noRecord(
  sample: Uint8Array,
  whole: boolean,
  start: ListStart,
  { file, exitCode }: { file: string; exitCode: ExitCode },
): ScrubError {
  const line = lineAt(sample, start.bodyStart, start.dialect);
  if (whole && firstRecord(sample, whole, start).openQuote)
    return new ScrubError(exitCode, "unclosedQuote", [], { file, line });
  if (whole) return new ScrubError(exitCode, "emptyFile", [], { file });
  return new ScrubError(exitCode, "headerTooLong", [sample.length], { file, line: 1 });
}

/** Refuses a list whose records LF ends if most of them hold a CR alone, another program's line end. */
function refuseLoneReturns(records: readonly SampleRecord[], file: string, exitCode: ExitCode): void {
  const torn = records.filter(({ cells, malformed }) => malformed && cells.some((cell) => cell.includes("\r")));
  if (torn.length * 2 > records.length)
    throw new ScrubError(exitCode, "loneReturns", [], { file, line: torn[0]!.line });
}

function firstRecord(sample: Uint8Array, whole: boolean, { dialect, bodyStart }: ListStart): RecordScanner {
  const scanner = new RecordScanner(dialect, []);
  scanner.feed(sample, bodyStart, sample.length, whole);
  scanner.next();
  return scanner;
}
