// Opens any list, of phones or of opt-outs: is it text, in which encoding and dialect, with which header, where are the phones.
// What the records mean is scrub/'s and suppression/'s work.

import { cellText, type SampleRecord, sampleRecords } from "../csv/cells.js";
import { detectDialect, lineAt, NO_DELIMITER } from "../csv/dialect.js";
import { RecordReader } from "../csv/reader.js";
import { type Dialect, RecordScanner } from "../csv/scanner.js";
import { ExitCode as Exit, type ExitCode, ScrubError } from "../errors.js";
import { type InputFile, openInput } from "../files/input.js";
import type { Channel } from "../headers/event-words.js";
import { optOutColumnOf } from "../headers/own-opt-outs.js";
import { foldName } from "../headers/phone-names.js";
import { areTorn } from "../phone/read.js";
import { byNearness, nearest } from "../text/nearest.js";
import type { NamedColumn } from "../text/values.js";
import { encodingOf, type ListEncoding } from "./encoding.js";
import { findRowsAbove, looksLikeHeader, mayBeHeader } from "./header-row.js";
import { refuseWhatIsNoText } from "./no-text.js";
import { type ColumnCandidate, PhoneColumns } from "./phone-columns.js";
import { refuseLostName, refuseNoHeader, rowsAbove, startOfSheet } from "./said-header.js";
import { type PhoneCellsAre, type ShapeWatch, watchShape } from "./shape.js";
import { type OpenedSheet, type OpenedSource, openSource, type SourceOverrides } from "./source.js";
import type { ListTable, ListUse } from "./table.js";
import { isToldAsText } from "./told-as-text.js";
import { NOTHING_WATCHED, type Watched, type WatchedColumns, watchedColumns } from "./watch.js";

const SAMPLE_RECORDS = 1000;

/** What the user said of a list instead of having it detected. */
export interface ListOverrides extends SourceOverrides {
  noHeader: boolean;
  /** Said of phone lists, which have to be tables: see `watchShape`. */
  phoneCellsAre?: PhoneCellsAre;
  /** A file that is no table is read as a text, where nothing was said of it as a table. */
  mayBeText?: boolean;
  /** One of several phone lists, of a run by these suppression lists: what is said of the phone lists is said of all of them. */
  oneOf?: { optOuts: readonly string[] };
  /** Header names or 1-based positions. */
  columns: readonly string[];
  /** Tells by the header which columns the phones are, by their positions from 0; else they are detected. */
  phonesOf?: (header: readonly string[]) => readonly number[] | undefined;
  /** A list in which no column convinces is opened all the same, without phone columns. */
  mayLackPhones?: boolean;
  /** What an earlier run found in it, or in the list that it was made of: nothing is detected again. */
  known?: { header: boolean; columns: readonly number[] };
  /** Everything is told by so many of its first bytes, which are whole records: the others are still to come. */
  sampleBytes?: number;
  /** How many of its first bytes are read: it has grown since. */
  bytes?: number;
  /** What stands beside the phones is looked at, but for the ignored columns; columns of opt-outs beside those known by name. */
  watch?: { ignored: readonly string[]; optOuts: readonly string[]; channel: Channel };
}

/** A list whose header has been read: the scanner stands before record 1. `batchesOf` reads the rest. */
export interface OpenedList extends ListTable {
  reader: RecordReader;
  encoding: ListEncoding;
  /** All columns whose cells are kept, ascending. */
  wanted: readonly number[];
  /** What else is looked at in each record, by column; the same by cell. */
  watch: WatchedColumns;
  watched: Watched;
  /** Other columns that look like phones, though the user chose differently or something spoke against them. */
  otherPhones: readonly number[];
  /** What detection found of every column, in the first `sampled` records. */
  examined: readonly ColumnCandidate[];
  sampled: number;
  /** Columns whose names say that they hold other things than phones. */
  denied: ReadonlySet<number>;
  /** What stands before record 1, in UTF-8 where the list is UTF-16: BOM, `sep=` line, header. */
  preamble: Uint8Array;
  /** How much of the preamble stands before the header: BOM and `sep=` line. */
  markEnd: number;
  /** The place where records begin, the header's too. */
  bodyStart: number;
  /** Bytes of the file, with the batch that was asked for last. */
  readSoFar: number;
  /** Skipped; known once the list is read. */
  blankLines: number;
  /** The preamble's length without the header's line end. */
  headerEnd: number;
  /** Watches whether all records have the shape of the first; of phone lists. */
  shape: ShapeWatch | undefined;
  /** The first records after the header, for whoever must know the list by its shape. */
  sample: readonly (readonly string[])[];
}

/** What else a reader wants of a list, told by the header, the columns of the phones and the first records. */
export interface Others {
  /** Columns whose cells are kept beside the phones. */
  wanted: readonly number[];
  /** They serve also where no column holds phones. */
  suffice: boolean;
  /** Columns in which nothing is looked for: they are of somebody else. */
  ignored?: readonly number[];
}

export type FindOthers<O extends Others> = (
  header: readonly string[] | undefined,
  phones: readonly number[],
  rows: readonly (readonly string[])[],
) => O;

const noOthers = (): Others => ({ wanted: [], suffice: false });

/** `source`: as it was typed, or opened already, as a file or as its text. */
export function openList(
  source: string | InputFile | OpenedSource,
  use: ListUse,
  exitCode: ExitCode,
  overrides: ListOverrides,
): Promise<OpenedList & { others: Others }>;
export function openList<O extends Others>(
  source: string | InputFile | OpenedSource,
  use: ListUse,
  exitCode: ExitCode,
  overrides: ListOverrides,
  findOthers: FindOthers<O>,
): Promise<OpenedList & { others: O }>;
export async function openList(
  source: string | InputFile | OpenedSource,
  use: ListUse,
  exitCode: ExitCode,
  overrides: ListOverrides,
  findOthers: FindOthers<Others> = noOthers,
): Promise<OpenedList & { others: Others }> {
  let sheet: OpenedSheet | undefined;
  const isText = typeof source !== "string" && "wrapping" in source;
  let file = isText ? source.file : typeof source === "string" ? openInput(source, exitCode, overrides.bytes) : source;
  try {
    const opened = isText ? source : await openSource(file, exitCode, overrides);
    ({ file, sheet } = opened);
    return await openRecords(opened, use, exitCode, overrides, findOthers);
  } catch (error) {
    file.close();
    throw inSheet(error, file.path, sheet);
  }
}

/** An error about a list, which is a sheet of a workbook: it says which. */
export function inSheet(error: unknown, file: string, sheet: OpenedSheet | undefined): unknown {
  if (error instanceof ScrubError && sheet !== undefined && error.place.file === file) error.place.sheet ??= sheet.name;
  return error;
}

async function openRecords(
  { file, source, wrapping, sheet }: OpenedSource,
  use: ListUse,
  exitCode: ExitCode,
  overrides: ListOverrides,
  findOthers: FindOthers<Others>,
): Promise<OpenedList & { others: Others }> {
  const reader = new RecordReader(source, { file: file.path, exitCode });
  const { sample, whole } = await reader.peek(overrides.sampleBytes);
  if (sheet === undefined) refuseWhatIsNoText(sample, file.path, exitCode);
  const { headerRow, oneOf, phoneCellsAre } = overrides;
  const start =
    sheet === undefined
      ? detectDialect(sample, saidOf(overrides, whole))
      : startOfSheet(sheet, sample, whole, headerRow);
  const { markEnd, bodyStart, bom } = start;
  const isText = sheet === undefined && mayBeText(overrides) && isToldAsText(sample, whole, start.dialect, bodyStart);
  if (isText) reader.withoutQuotes();
  const dialect = isText ? { ...start.dialect, delimiter: NO_DELIMITER } : start.dialect;
  const encoding = encodingOf(wrapping, sample, whole, bom, overrides.encoding);
  const records = sampleRecords(sample, whole, dialect, bodyStart, SAMPLE_RECORDS);
  const first = records[0];
  const isSheet = sheet !== undefined;
  if (headerRow !== undefined) refuseNoHeader(first, headerRow, { file: file.path, exitCode, isSheet });
  if (first === undefined) {
    if (whole && hasOpenQuote(sample, dialect, bodyStart))
      throw new ScrubError(exitCode, "unclosedQuote", [], {
        file: file.path,
        line: lineAt(sample, bodyStart, dialect),
      });
    if (whole) throw new ScrubError(exitCode, "emptyFile", [], { file: file.path });
    throw new ScrubError(exitCode, "headerTooLong", [sample.length], { file: file.path, line: 1 });
  }
  refuseLoneReturns(records, file.path, exitCode);
  const { known } = overrides;
  const isTold = isText || overrides.noHeader || headerRow !== undefined || known !== undefined;
  // What is imported are events, as a suppression list's records are: STOP there is what somebody wrote, and names no column.
  const namesOf = overrides.phonesOf === undefined ? use : "suppression";
  const above = isTold ? undefined : findRowsAbove(records, namesOf);
  if (above?.isJoined)
    throw new ScrubError(exitCode, "joinedLists", [above.first, above.next, isSheet], {
      file: file.path,
      line: above.next,
    });
  if (above !== undefined)
    throw new ScrubError(
      exitCode,
      "rowsAbove",
      [above, { isSheet, name: overrides.name, aloneOf: oneOf && { list: file.path, optOuts: oneOf.optOuts } }],
      {
        file: file.path,
      },
    );
  const firstText = firstRecordText(sample, whole, dialect, bodyStart);
  const hasHeader =
    known?.header ?? (headerRow !== undefined || (!isTold && looksLikeHeader(first.cells, firstText, use)));
  if (!isTold && !hasHeader && use === "phone-list" && mayBeHeader(first, records.slice(1)))
    throw new ScrubError(exitCode, "headerInDoubt", [isSheet, first.line], { file: file.path, line: first.line });
  const header = hasHeader ? first.cells : undefined;
  const body = records.slice(hasHeader ? 1 : 0);
  const rows = body.filter((record) => !record.malformed).map((record) => record.cells);
  const width = header?.length ?? commonWidth(rows);
  const opened = { file: file.path, exitCode, dialect, header, headerLine: first.line, width };
  const bytes = { body: sample.subarray(bodyStart), whole };
  const shape = phoneCellsAre && watchShape(body, { ...opened, phoneCellsAre, ...bytes });
  // A cell beyond the width stands in no column: its record is broken.
  const regular = rows.filter((row) => row.length >= width).map((row) => row.slice(0, width));
  const detected = new PhoneColumns(header, regular, use);
  const told = header && overrides.phonesOf?.(header);
  const choose = (names: readonly string[]) => chooseColumns(names, header, width, file.path);
  const ignored = choose(overrides.watch?.ignored ?? []);
  const optOuts = choose(overrides.watch?.optOuts ?? []);
  const chosen = choose(overrides.columns);
  refuseTwoMeanings(chosen, optOuts, ignored, file.path);
  const isSaid = (column: number) => [chosen, optOuts, ignored].some((columns) => columns.includes(column));
  const place = { file: file.path, line: first.line, exitCode, hasOptions: overrides.watch !== undefined };
  for (const one of new Set([use, namesOf]))
    if (header !== undefined)
      refuseLostName(sample, start, { header, rows: regular }, { use: one, isTold: isSaid }, place);
  const isChosen = known !== undefined || chosen.length > 0 || told !== undefined;
  const seen = () => (isText ? [0] : detected.columns);
  const found = (known?.columns ?? (chosen.length > 0 ? chosen : (told ?? seen()))).filter(
    (column) => !ignored.includes(column),
  );
  // What its name calls an opt-out or a remark is read like a phone where it looks like one, and never rewritten.
  const saysMore = (column: number) => optOuts.includes(column) || optOutColumnOf(header?.[column] ?? "") !== undefined;
  const plain = found.filter((column) => !saysMore(column));
  const columns = overrides.watch === undefined || isChosen || plain.length === 0 ? found : plain;
  shape?.refuseWideDelimiter(columns, body);
  shape?.refuseCutColumns(columns, body);
  const watch =
    overrides.watch === undefined
      ? NOTHING_WATCHED
      : watchedColumns(header, {
          ...{ width, columns, ignored, optOuts },
          withoutNumbers: columns.filter((column) => detected.readable(column) === 0),
          alsoPhones: chosen.length > 0 ? [] : detected.columns.filter((column) => !columns.includes(column)),
          channel: overrides.watch.channel,
        });
  // `SMS opt out` says phone, and holds none.
  const isFlag = (column: number) =>
    watch.optOuts.some((one) => one.column === column) && detected.readable(column) === 0;
  const others = findOthers(header, columns, regular);
  // Opt-outs that are spelled as phones count in every column, whatever its name.
  const isSpelled = () => detected.others.some((column) => detected.denied.includes(column));
  const isTorn = () => (rows.length === 0 ? body.length > 0 : areTorn(regular, detected.denied));
  const suffices = () =>
    others.suffice || overrides.mayLackPhones || (use === "suppression" && (isSpelled() || isTorn()));
  if (columns.length === 0 && !suffices()) throw noPhoneColumn(detected.candidates, exitCode, file.path);

  const notLookedAt = [...watch.ignored, ...(others.ignored ?? [])];
  const watchedToo = [...watch.numbers, ...watch.optOuts.map(({ column }) => column), ...notLookedAt];
  const wanted = [...new Set([...columns, ...others.wanted, ...watchedToo])].sort((a, b) => a - b);
  const cellOf = (column: number) => wanted.indexOf(column);
  const phoneCells = columns.map(cellOf);
  reader.open(dialect, bodyStart, wanted);
  await reader.fill();
  // The window starts as the sample did, so its offsets are the file's until the next fill.
  const { scanner } = reader;
  const headerRead = hasHeader && scanner.next();
  const beforeRecords = scanner.bytes.subarray(bodyStart, headerRead ? scanner.nextStart : bodyStart);
  return {
    file,
    others,
    reader,
    dialect,
    encoding,
    sheet,
    header,
    firstLine: first.line,
    headerText: firstText,
    width,
    columns,
    wanted,
    phoneCells,
    isText,
    watch,
    watched: {
      isOn: overrides.watch !== undefined || (use === "suppression" && width > 1),
      lines: shape?.looksAtLines ?? false,
      cuts: shape?.cutsCells ?? false,
      words: overrides.watch !== undefined && use === "phone-list",
      phones: phoneCells,
      numbers: watch.numbers.map(cellOf),
      optOuts: watch.optOuts.map(({ column, says }) => ({ cell: cellOf(column), says })),
      ignored: notLookedAt.map(cellOf),
      bare: watch.bare.length > 0 ? { columns: watch.bare, dialect } : undefined,
    },
    otherPhones: (told === undefined ? [...detected.columns, ...detected.others] : [])
      .filter((column) => !columns.includes(column) && !ignored.includes(column) && !isFlag(column))
      .sort((a, b) => a - b),
    get examined() {
      return detected.examined;
    },
    sampled: regular.length,
    denied: new Set(
      told === undefined
        ? detected.denied
        : Array.from({ length: width }, (_, i) => i).filter((i) => !told.includes(i)),
    ),
    preamble: Buffer.concat([scanner.bytes.subarray(0, markEnd), beforeRecords]),
    markEnd,
    bodyStart,
    headerRow,
    above: rowsAbove(sample, start),
    readSoFar: 0,
    blankLines: 0,
    headerEnd: markEnd + (headerRead ? scanner.end - bodyStart : 0),
    shape,
    sample: body.map((record) => record.cells),
  };
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

/** A column can't be a phone's, one of opt-outs and one that is not looked at: the user says so of one twice. */
function refuseTwoMeanings(
  chosen: readonly number[],
  optOuts: readonly number[],
  ignored: readonly number[],
  file: string,
): void {
  const refuse = (one: string, other: string) => new ScrubError(Exit.usage, "contradiction", [one, other], { file });
  if (optOuts.some((column) => ignored.includes(column))) throw refuse("--opt-out-column", "--ignore-column");
  if (chosen.some((column) => ignored.includes(column))) throw refuse("--column", "--ignore-column");
  if (chosen.some((column) => optOuts.includes(column))) throw refuse("--column", "--opt-out-column");
}

/** A column as a person is told of it: its name, or its position where it has none that can be shown. */
export function columnName(list: OpenedList, column: number): string {
  return shownName(list.header?.[column]) ?? String(column + 1);
}

/**
 * A header cell that may be shown, without control characters, which a terminal would obey; undefined where it is
 * empty or has so many digits that it could be a record's.
 */
export function shownName(name: string | undefined): string | undefined {
  const shown = name?.replace(/[\p{Cc}\p{Cf}]/gu, "").trim();
  return shown === undefined || shown === "" || shown.replace(/\P{Nd}/gu, "").length >= 7 ? undefined : shown;
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

export function chooseColumns(
  wanted: readonly string[],
  header: readonly string[] | undefined,
  width: number,
  file: string,
): number[] {
  const chosen = wanted.map((name) => {
    const exact = header?.indexOf(name) ?? -1;
    if (exact >= 0) return exact;
    const folded = header?.findIndex((cell) => foldName(cell) === foldName(name)) ?? -1;
    if (folded >= 0) return folded;
    const isPosition = /^\d+$/.test(name);
    const position = isPosition ? Number(name) : 0;
    if (position >= 1 && position <= width) return position - 1;
    const unknown = (meant: string | undefined, columns: readonly NamedColumn[]) =>
      new ScrubError(Exit.usage, "unknownColumn", [name, meant, width, header !== undefined, columns], { file });
    if (isPosition)
      throw unknown(
        undefined,
        (header ?? []).map((cell, i) => ({ position: i + 1, name: shownName(cell) })),
      );
    const names = (header ?? []).flatMap((cell) => shownName(cell) ?? []);
    const holding = names.find((other) => name.trim() !== "" && foldName(other).includes(foldName(name)));
    const meant = nearest(name, names) ?? holding;
    const ordered = new Set([...(meant === undefined ? [] : [meant]), ...byNearness(name, names)]);
    throw unknown(
      meant,
      [...ordered].map((name) => ({ name })),
    );
  });
  return [...new Set(chosen)].sort((a, b) => a - b);
}

function noPhoneColumn(candidates: readonly ColumnCandidate[], exitCode: ExitCode, file: string): ScrubError {
  const best = [...candidates]
    .filter((candidate) => candidate.nonEmpty > 0)
    .sort((a, b) => Number(b.byName) - Number(a.byName) || b.readable - a.readable)
    .slice(0, 3)
    .map((candidate) => ({
      name: shownName(candidate.name) ?? String(candidate.column + 1),
      readable: candidate.readable,
    }));
  return new ScrubError(exitCode, exitCode === Exit.suppressionList ? "wrongColumn" : "noPhoneColumn", [best], {
    file,
  });
}
