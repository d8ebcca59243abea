// Decodes and unescapes cells, one or all of a record. Their ranges come from the scanner.

import { isUtf8 } from "node:buffer";
import { lineAt, NO_DELIMITER } from "./dialect.js";
import { type Dialect, RecordScanner, type RecordView } from "./scanner.js";
import { decodeWindows1252 } from "./windows-1252.js";

export interface SampleRecord {
  cells: string[];
  /** The physical line, from 1, where it began. */
  line: number;
  malformed: boolean;
}

/**
 * Returns a cell's text: UTF-8, or Windows-1252 if its bytes are no UTF-8. Doubled quotes count as one if `quoted`.
 * Each cell is decoded by itself, so one legacy byte elsewhere changes nothing here.
 */
export function cellText(bytes: Uint8Array, start: number, end: number, quoted: boolean): string {
  const buffer = asBuffer(bytes);
  const text = isAscii(bytes, start, end) ? buffer.toString("latin1", start, end) : decode(buffer.subarray(start, end));
  return quoted && text.includes('"') ? text.replaceAll('""', '"') : text;
}

/** Returns all cells of the record [start, end): a single one if a quote never closes, so no number is lost. */
export function recordCells(bytes: Uint8Array, start: number, end: number, dialect: Dialect): string[] {
  if (kept?.dialect !== dialect) kept = { dialect, scanner: new RecordScanner(dialect, FIRST_CELLS) };
  const scanner = scanOne(kept.scanner, bytes, start, end);
  const { cells, nextStart } = scanner;
  if (nextStart !== end) return [cellText(bytes, start, end, false)];
  if (cells <= FIRST_CELLS.length) return scannedCells(scanner);
  const all = Array.from({ length: cells }, (_, index) => index);
  return scannedCells(scanOne(new RecordScanner(dialect, all), bytes, start, end));
}

function scanOne(scanner: RecordScanner, bytes: Uint8Array, start: number, end: number): RecordScanner {
  scanner.feed(bytes, start, end, true);
  scanner.next();
  return scanner;
}

/** The scanner of the last dialect: records of one list are read one after another. */
let kept: { dialect: Dialect; scanner: RecordScanner } | undefined;

/** Returns the first `limit` records of a sample, without one that its end cuts off. */
export function sampleRecords(
  sample: Uint8Array,
  whole: boolean,
  dialect: Dialect,
  bodyStart: number,
  limit: number,
): SampleRecord[] {
  const scanner = new RecordScanner(dialect, FIRST_CELLS, lineAt(sample, bodyStart, dialect));
  scanner.feed(sample, bodyStart, sample.length, whole);
  const records: SampleRecord[] = [];
  while (records.length < limit && scanner.next()) {
    const { start, end, line, malformed } = scanner;
    // A record with more cells than the scanner wants, or with broken quotes, is scanned by itself.
    const alone = malformed || scanner.cells > FIRST_CELLS.length;
    records.push({ cells: alone ? recordCells(sample, start, end, dialect) : scannedCells(scanner), line, malformed });
  }
  return records;
}

/** The columns that are scanned at first. A record with more cells is scanned again. */
const FIRST_CELLS = Array.from({ length: 64 }, (_, index) => index);

/** Returns the cells of a scanned record, up to the last wanted one. The wanted columns must be the first ones. */
export function scannedCells({ bytes, start, end, cells, cellStart, cellEnd, cellQuoted }: RecordView): string[] {
  const texts = new Array<string>(Math.min(cells, cellStart.length));
  // Slices of one text take a fifth of the time.
  const record = isAscii(bytes, start, end) ? asBuffer(bytes).toString("latin1", start, end) : undefined;
  for (let i = 0; i < texts.length; i++) {
    const [from, to, quoted] = [cellStart[i]!, cellEnd[i]!, cellQuoted[i] === 1];
    const text = record?.slice(from - start, to - start) ?? cellText(bytes, from, to, quoted);
    texts[i] = quoted && record !== undefined && text.includes('"') ? text.replaceAll('""', '"') : text;
  }
  return texts;
}

function isAscii(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at]! >= 0x80) return false;
  return true;
}

/** Splits a malformed record at every delimiter, whatever its quotes. Its cells hold numbers, but are in no certain column. */
export function looseCells(bytes: Uint8Array, start: number, end: number, { delimiter }: Dialect): string[] {
  const text = decode(asBuffer(bytes).subarray(start, end));
  return delimiter === NO_DELIMITER ? [text] : text.split(String.fromCharCode(delimiter));
}

/** Whether all cells of a record after its first `columns` are empty. Such a record is not ragged. */
export function extraCellsAreEmpty(
  { bytes, start, end, cells }: RecordView,
  dialect: Dialect,
  columns: number,
): boolean {
  const texts = recordCells(bytes, start, end, dialect);
  return texts.length === cells && texts.slice(columns).every((text) => text === "");
}

function decode(bytes: Buffer): string {
  return isUtf8(bytes) ? bytes.toString() : decodeWindows1252(bytes);
}

export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
