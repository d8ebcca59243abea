// Opens any list, of phones or of opt-outs: is it text, in which dialect, with which header, where are the phones.
// What the records mean is scrub/'s and suppression/'s work.

import { cellText, sampleRecords } from "../csv/cells.js";
import { type Dialect, detectDialect } from "../csv/dialect.js";
import { RecordReader } from "../csv/reader.js";
import { RecordScanner } from "../csv/scanner.js";
import { ExitCode as Exit, type ExitCode, ScrubError } from "../errors.js";
import { type InputFile, openInput } from "../files/input.js";
import { foldName } from "../phone/column-names.js";
import { type ColumnCandidate, detectPhoneColumns, isHeader } from "../phone/columns.js";
import { readCell, readEveryNumber } from "../phone/read.js";
import { nearest } from "../text/nearest.js";
import { findTitles } from "./titles.js";

export type ListUse = "phone-list" | "suppression";

const SAMPLE_RECORDS = 1000;

/** What the user said of a list instead of having it detected. */
export interface ListOverrides {
  /** One byte. */
  delimiter?: number;
  noHeader: boolean;
  /** Header names or 1-based positions. */
  columns: readonly string[];
}

/** A list whose header has been read: the scanner stands before record 1. `batchesOf` reads the rest. */
export interface OpenedList {
  file: InputFile;
  reader: RecordReader;
  dialect: Dialect;
  /** It begins with a byte order mark. */
  bom: boolean;
  header: readonly string[] | undefined;
  /** The header record whole, as text. */
  headerText: string;
  /** Cells that every record must have. */
  width: number;
  /** 0-based, ascending. */
  columns: readonly number[];
  /** Other columns that look like phones, though the user chose differently or something spoke against them. */
  otherPhones: readonly number[];
  /** Columns whose names say that they hold other things than phones. */
  denied: ReadonlySet<number>;
  /** The input's bytes before record 1: BOM, `sep=` line, header. */
  preamble: Uint8Array;
  /** Where records begin, the header's too. */
  bodyStart: number;
  /** Skipped; known once the list is read. */
  blankLines: number;
  /** The preamble's length without the header's line end. */
  headerEnd: number;
  /** The first records after the header, for whoever must know the list by its shape. */
  sample: readonly (readonly string[])[];
}

export async function openList(
  path: string,
  use: ListUse,
  exitCode: ExitCode,
  overrides: ListOverrides,
): Promise<OpenedList> {
  const file = openInput(path, exitCode);
  try {
    return await openRecords(file, use, exitCode, overrides);
  } catch (error) {
    file.close();
    throw error;
  }
}

async function openRecords(
  file: InputFile,
  use: ListUse,
  exitCode: ExitCode,
  overrides: ListOverrides,
): Promise<OpenedList> {
  const reader = new RecordReader(file, { file: file.path, exitCode });
  const { sample, whole } = await reader.peek();
  refuseWhatIsNoText(sample, file.path, exitCode);
  const { dialect, bodyStart, bom } = detectDialect(sample, {
    whole,
    ...(overrides.delimiter === undefined ? {} : { delimiter: overrides.delimiter }),
  });
  const records = sampleRecords(sample, whole, dialect, bodyStart, SAMPLE_RECORDS);
  const first = records[0];
  if (first === undefined) {
    if (whole) throw new ScrubError(exitCode, "emptyFile", [], { file: file.path });
    throw new ScrubError(exitCode, "headerTooLong", [sample.length], { file: file.path, line: 1 });
  }
  const titles = overrides.noHeader ? undefined : findTitles(records);
  if (titles !== undefined) {
    const { first, next, nextIs } = titles;
    throw new ScrubError(exitCode, "titlesAbove", [first, next, nextIs, use], { file: file.path });
  }
  const firstText = firstRecordText(sample, whole, dialect, bodyStart);
  const hasHeader = !overrides.noHeader && looksLikeHeader(first.cells, firstText, use);
  const header = hasHeader ? first.cells : undefined;
  const body = records.slice(hasHeader ? 1 : 0);
  const rows = body.filter((record) => !record.malformed).map((record) => record.cells);
  const width = header?.length ?? commonWidth(rows);
  const regular = rows.filter((row) => row.length >= width);
  const detected = detectPhoneColumns(header, regular, use);
  const columns =
    overrides.columns.length > 0 ? chooseColumns(overrides.columns, header, width, file.path) : detected.columns;
  if (columns.length === 0) throw noPhoneColumn(detected.candidates, exitCode, file.path);

  reader.open(dialect, bodyStart, columns);
  await reader.fill();
  // The window starts as the sample did, so its offsets are the file's until the next fill.
  const { scanner } = reader;
  const headerRead = hasHeader && scanner.next();
  const preamble = Uint8Array.prototype.slice.call(scanner.bytes, 0, headerRead ? scanner.nextStart : bodyStart);
  return {
    file,
    reader,
    dialect,
    bom,
    header,
    headerText: firstText,
    width,
    columns,
    otherPhones: [...detected.columns, ...detected.others]
      .filter((column) => !columns.includes(column))
      .sort((a, b) => a - b),
    denied: new Set(detected.denied),
    preamble,
    bodyStart,
    blankLines: 0,
    headerEnd: headerRead ? scanner.end : bodyStart,
    sample: body.map((record) => record.cells),
  };
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

/**
 * Data, not a header, where a cell reads as a number; also where one only might be (a DUI, seven digits, a number torn by
 * the delimiter), unless another cell names a phone column: of opt-outs, the numbers of a header are suppressed too, and
 * in a phone list years may stand beside one another (`telefono,2024,2025`).
 */
function looksLikeHeader(cells: readonly string[], text: string, use: ListUse): boolean {
  if (!isHeader(cells)) return false;
  const isDoubtful = cells.some((cell) => readCell(cell).doubtful.length > 0);
  if (!isDoubtful && tornNumbers(text).length === 0) return true;
  const named = detectPhoneColumns(cells, [], use).candidates.filter((candidate) => candidate.byName);
  if (use === "suppression") return named.length > 0;
  return !isDoubtful && named.some(({ name }) => !/\d/.test(name ?? ""));
}

/** Numbers in a record whose delimiters may stand inside them: what no letter parts (`Tel 7012,3456`, not `campo_1,campo_2`). */
export function tornNumbers(record: string): string[] {
  const pieces = record.split(/\p{L}+/u).filter((piece) => piece.replace(/\P{Nd}/gu, "").length >= 7);
  return pieces.flatMap(readEveryNumber);
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

function refuseWhatIsNoText(sample: Uint8Array, file: string, exitCode: ExitCode): void {
  if (sample.length === 0) throw new ScrubError(exitCode, "emptyFile", [], { file });
  const startsWith = (...bytes: number[]) => bytes.every((byte, i) => sample[i] === byte);
  if (startsWith(0x50, 0x4b, 0x03, 0x04) || startsWith(0xd0, 0xcf, 0x11, 0xe0))
    throw new ScrubError(exitCode, "spreadsheet", [], { file });
  if (startsWith(0x1f, 0x8b)) throw new ScrubError(exitCode, "compressed", [], { file });
  if (startsWith(0xff, 0xfe) || startsWith(0xfe, 0xff) || sample.includes(0))
    throw new ScrubError(exitCode, "notUtf8", [], { file });
}

function chooseColumns(
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
    const position = /^\d+$/.test(name) ? Number(name) : 0;
    if (position >= 1 && position <= width) return position - 1;
    throw new ScrubError(
      Exit.usage,
      "unknownColumn",
      [
        name,
        nearest(
          name,
          (header ?? []).flatMap((cell) => shownName(cell) ?? []),
        ),
        width,
        header !== undefined,
      ],
      { file },
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
