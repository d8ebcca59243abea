// Detects the delimiter and the record end of a CSV file from a sample. Delimiters are scored by how well they explain
// the number of cells, never by frequency, because contact lists are full of them.

import { CR, type Dialect, LF, RecordScanner } from "./scanner.js";

/** The delimiter of a file of one column: every record is one cell. Quotes still count. */
export const NO_DELIMITER = -1;

export interface DetectedDialect {
  dialect: Dialect;
  /** The end of the BOM and of a first line `sep=X`. */
  markEnd: number;
  /** Where records begin: at `markEnd`, or at the header row that was asked for. */
  bodyStart: number;
  bom: boolean;
  sepLine: boolean;
}

/**
 * Detects the dialect. `whole`: the sample is the entire file. A given `delimiter` decides, then a line `sep=X`, then
 * the records from line `headerRow` on (see `scoreDelimiter`).
 */
export function detectDialect(
  sample: Uint8Array,
  options: { whole: boolean; delimiter?: number | undefined; headerRow?: number | undefined },
): DetectedDialect {
  const bom = sample[0] === 0xef && sample[1] === 0xbb && sample[2] === 0xbf;
  const crOnly = !sample.includes(LF) && sample.includes(CR);
  const sep = readSepLine(sample, bom ? 3 : 0, crOnly);
  const markEnd = sep?.end ?? (bom ? 3 : 0);
  const bodyStart = Math.max(markEnd, lineStart(sample, options.headerRow ?? 1, crOnly ? CR : LF));
  const body = sample.subarray(bodyStart);
  const delimiter = options.delimiter ?? sep?.delimiter ?? detectDelimiter(body, options.whole, crOnly);
  const recordEnd = crOnly ? "cr" : endsWithCrlf(body, delimiter) || sep?.crlf ? "crlf" : "lf";
  return { dialect: { delimiter, recordEnd }, markEnd, bodyStart, bom, sepLine: sep !== undefined };
}

/** Returns the offset at which a line, counted from 1, begins; the end of the bytes if there is none. */
function lineStart(bytes: Uint8Array, line: number, lineEnd: number): number {
  let at = 0;
  for (let left = line - 1; left > 0; left--) {
    const end = bytes.indexOf(lineEnd, at);
    if (end < 0) return bytes.length;
    at = end + 1;
  }
  return at;
}

/** Returns the line, from 1, that begins at an offset. */
export function lineAt(bytes: Uint8Array, offset: number, { recordEnd }: Dialect): number {
  const lineEnd = recordEnd === "cr" ? CR : LF;
  let line = 1;
  for (let at = bytes.indexOf(lineEnd); at >= 0 && at < offset; at = bytes.indexOf(lineEnd, at + 1)) line++;
  return line;
}

/** Writes a delimiter as people do: `,` `;` `tab` `|`, or `none`. */
export function describeDelimiter(delimiter: number): string {
  if (delimiter === NO_DELIMITER) return "none";
  return delimiter === TAB ? "tab" : String.fromCharCode(delimiter);
}

/** Returns the delimiter that `describeDelimiter` wrote. */
export function delimiterOf(described: string): number {
  if (described === "none") return NO_DELIMITER;
  return described === "tab" ? TAB : described.charCodeAt(0);
}

const TAB = 0x09;
const SPACE = 0x20;
/** The delimiters that are detected. */
export const DELIMITERS = ",;\t|";
const SAMPLE_RECORDS = 1000;
const SAMPLE_CELLS = Array.from({ length: 64 }, (_, index) => index);
/** The share of records that must have the same number of cells, and the share if little else suggests a table. */
const [CONSISTENT, VERY_CONSISTENT] = [0.7, 0.9];
/** What `tableScore` adds to the share of records: spaces weigh as much as one record of a hundred, cells only break ties. */
const WEIGHTS = { header: 1, spaces: 0.01, cell: 1e-6, mostCells: 1000 };
/** The most rows of titles above a header. */
const MOST_TITLES = 20;
const LONGEST_SEP_LINE = "sep=\\t\r\n".length;
/** A cell with this many digits may be a phone number and is no name of a column. */
const NUMBER_DIGITS = 7;

const DATE = /^"?(?:(?:19|20)\d\d([-/.])[01]?\d\1[0-3]?\d|[0-3]?\d([-/.])[0-3]?\d\2(?:19|20)\d\d)(?:"?$|[ T])/;
const LONGEST_DATE = 32;

function detectDelimiter(body: Uint8Array, whole: boolean, crOnly: boolean): number {
  let best = { delimiter: NO_DELIMITER, score: 0 };
  for (const delimiter of Buffer.from(DELIMITERS)) {
    if (!body.includes(delimiter)) continue;
    const score = scoreDelimiter(cutRecords(body, whole, { delimiter, recordEnd: crOnly ? "cr" : "lf" }));
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

interface CutRecord {
  /** Number of cells; 0 for a malformed record, which agrees with none. */
  width: number;
  filled: number;
  /** Whether it may name columns: it has two cells or more, none with the digits of a number. */
  header: boolean;
  /** The share of its non-empty cells that have the digits of a number and are no dates. */
  numbers: number;
  /** The share of its delimiters that are next to a space, as in prose and enumerations. */
  spaced: number;
}

/**
 * Returns the score of a delimiter; 0 if it makes no table. In doubt a header written without spaces (`nombre,telefono`)
 * makes a table, because ragged records are never clean. Without a header, lines that enumerate numbers are one column.
 */
function scoreDelimiter(records: readonly CutRecord[]): number {
  const first = records[0];
  if (first === undefined) return 0;
  const { width, share } = commonWidth(records);
  const belowTitles = first.filled < 2 || first.width !== width ? scoreBelowTitles(records) : 0;
  if (belowTitles > 0) return belowTitles;
  const score = tableScore(first, width, share);
  // Every other table scores above 2/3. This one at most 1/3, because another width is commonest only from three records on.
  const scoreOfRagged = 1 / records.length;
  if (first.header && first.spaced === 0) return first.width === width ? score : scoreOfRagged;
  if (width < 2) return 0;
  if (first.header && first.width === width && share >= CONSISTENT) return score;
  return share >= shareNeeded(records, first.width === 1) ? score : 0;
}

/**
 * Adds up what speaks for a table: the first record has the common width, most records have it, no delimiter is next to a
 * space (as in `Perez, Ana|7012-3456`), there are many cells (as in `Juan;7012-3456;1,50`).
 */
function tableScore(first: CutRecord, width: number, share: number): number {
  const ofHeader = first.width === width ? WEIGHTS.header : 0;
  return ofHeader + share - first.spaced * WEIGHTS.spaces + Math.min(width, WEIGHTS.mostCells) * WEIGHTS.cell;
}

/** Returns the share of records that must have the commonest width; infinite for prose and enumerations of numbers. */
function shareNeeded(records: readonly CutRecord[], oneColumnFirst: boolean): number {
  const rows = records.filter((record) => record.width > 1);
  const spaced = rows.filter((record) => record.spaced > 0.5).length * 2 > rows.length;
  const enumerations = rows.filter((record) => record.numbers === 1).length * 2 > rows.length;
  const signs = [spaced, enumerations, oneColumnFirst].filter((sign) => sign).length;
  if (signs > 1 || (spaced && records.length < 3)) return Number.POSITIVE_INFINITY;
  return signs === 1 ? VERY_CONSISTENT : CONSISTENT;
}

/** Returns the score of a table below titles such as `Reporte de clientes`; 0 if there is none. */
function scoreBelowTitles(records: readonly CutRecord[]): number {
  for (const [at, header] of records.slice(0, MOST_TITLES + 1).entries()) {
    const score = header.header && header.spaced === 0 ? scoreTable(header, records.slice(at + 1)) : 0;
    if (score > 0) return score;
  }
  return 0;
}

/**
 * Returns the score of a header and the records below it; 0 if they are no table. Most records must have a cell with a
 * number. If all their cells have one (an identity document and a phone), no spaces may be next to the delimiters.
 */
function scoreTable(header: CutRecord, below: readonly CutRecord[]): number {
  const alike = below.filter((record) => record.width === header.width).length;
  const isRow = ({ numbers, width, spaced }: CutRecord) =>
    numbers > 0 && (numbers < 1 || (width === header.width && spaced === 0));
  const rows = below.filter(isRow).length;
  if (alike < below.length * VERY_CONSISTENT || rows * 2 <= below.length) return 0;
  return tableScore(header, header.width, alike / below.length);
}

/** Returns the commonest width, in doubt the earliest, and the share of records that have it. */
export function commonWidth(records: readonly Pick<CutRecord, "width">[]): { width: number; share: number } {
  const counts = new Map<number, number>();
  for (const { width } of records) if (width > 0) counts.set(width, (counts.get(width) ?? 0) + 1);
  let [width, count] = [0, 0];
  for (const [candidate, times] of counts) if (times > count) [width, count] = [candidate, times];
  return { width, share: count / records.length };
}

function cutRecords(body: Uint8Array, whole: boolean, dialect: Dialect): CutRecord[] {
  const scanner = new RecordScanner(dialect, SAMPLE_CELLS);
  scanner.feed(body, 0, body.length, whole);
  const records: CutRecord[] = [];
  while (records.length < SAMPLE_RECORDS && scanner.next()) records.push(cutRecord(scanner));
  return records;
}

function cutRecord(scanner: RecordScanner): CutRecord {
  const { bytes, cellStart, cellEnd, malformed } = scanner;
  const scanned = Math.min(scanner.cells, cellStart.length);
  let [filled, numbers, dates, spaced] = [0, 0, 0, 0];
  for (let index = 0; index < scanned; index++) {
    const [start, end] = [cellStart[index]!, cellEnd[index]!];
    if (end > start) filled++;
    if (countDigits(bytes, start, end) >= NUMBER_DIGITS) {
      numbers++;
      if (isDate(bytes, start, end)) dates++;
    }
    if (index > 0 && (bytes[start] === SPACE || bytes[cellEnd[index - 1]! - 1] === SPACE)) spaced++;
  }
  return {
    width: malformed ? 0 : scanner.cells,
    filled,
    header: !malformed && filled >= 2 && numbers === 0,
    numbers: filled === 0 ? 0 : (numbers - dates) / filled,
    spaced: scanned < 2 ? 0 : spaced / (scanned - 1),
  };
}

function countDigits(bytes: Uint8Array, start: number, end: number): number {
  let digits = 0;
  for (let at = start; at < end; at++) if (bytes[at]! >= 0x30 && bytes[at]! <= 0x39) digits++;
  return digits;
}

/** Whether a cell with the digits of a number is a date: `2026-11-27`, `27/11/2026`, perhaps with a time. */
function isDate(bytes: Uint8Array, start: number, end: number): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset + start, Math.min(end - start, LONGEST_DATE));
  return DATE.test(head.toString("latin1"));
}

/** Reads a first line `sep=;`, with a tab as itself or as `\t`. A character of numbers is no delimiter. */
function readSepLine(sample: Uint8Array, at: number, crOnly: boolean) {
  const head = Buffer.from(sample.subarray(at, at + LONGEST_SEP_LINE)).toString("latin1");
  const line = /^sep=(\\t|[^"\w+()\r\n\u0080-\uffff-])(\r\n|\r|\n|$)/i.exec(head);
  if (line === null || (line[2] === "" && at + line[0].length < sample.length)) return undefined;
  const [whole, named, recordEnd] = line as unknown as [string, string, string];
  if (recordEnd !== "" && (recordEnd === "\r") !== crOnly) return undefined;
  const delimiter = named.length > 1 ? TAB : named.charCodeAt(0);
  return { delimiter, end: at + whole.length, crlf: recordEnd === "\r\n" };
}

/** Whether the first record ends with CRLF. Line ends in its quoted cells don't count. */
function endsWithCrlf(body: Uint8Array, delimiter: number): boolean {
  const scanner = new RecordScanner({ delimiter, recordEnd: "lf" }, []);
  scanner.feed(body, 0, body.length, true);
  return scanner.next() && scanner.nextStart - scanner.end === 2;
}
