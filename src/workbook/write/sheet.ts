// Makes a workbook of a list while it is written as CSV. Texts stay in their cells: a table of shared texts would grow with
// the list.

import { recordCells, sampleRecords, scannedCells } from "../../csv/cells.js";
import { type Dialect, RecordScanner } from "../../csv/scanner.js";
import { ExitCode, ScrubError } from "../../errors.js";
import type { BeyondSheet } from "../faults.js";
import { columnLetters, MOST_COLUMNS, MOST_ROWS, typedValue } from "../values.js";
import {
  ATTRIBUTES_OF,
  FIXED_PARTS,
  HEADER,
  SHEET_PART,
  sheetEnd,
  sheetNameOf,
  sheetStart,
  TEXT,
  workbookPart,
} from "./parts.js";
import { MOST_PART_BYTES, ZipWriter } from "./zip.js";

/** The sample that tells the widths of the columns. */
const SAMPLE_BYTES = 64 * 1024;
const WIDTH_RECORDS = 500;
const NARROWEST = 8;
const WIDEST = 60;
/** The most columns that svscrub appends. */
const MOST_ADDED = 8;
/** The width of a filter's button. */
const BUTTON = 3;
/** The UTF-16 units of a cell, and of a piece that is packed. */
const MOST_TEXT = 32_767;
const PIECE = 256 * 1024;

export interface SheetPlan {
  file: string;
  /** False for the unpacked parts alone, for their hash. */
  isPacked: boolean;
  sheetName: string;
  dialect: Dialect;
  /** Bytes before the header: a byte order mark and a line `sep=`. */
  markEnd: number;
  hasHeader: boolean;
  /** The list's own columns, without those that svscrub appends. */
  width: number;
  /** Columns that are always text, from 0. */
  phones: readonly number[];
}

export class WorkbookPacker {
  /** Cells without quotes that look like numbers or dates are written as such. */
  isTyped = false;
  readonly #zip: ZipWriter;
  readonly #scanner: RecordScanner;
  readonly #letters: string[] = [];
  /** The beginning of an incomplete record. */
  #rest: Uint8Array = new Uint8Array(0);
  #toSkip: number;
  /** XML that is not packed yet. */
  #xml = "";
  #row = 0;
  /** The columns under the filter. */
  #filled = 0;

  constructor(private readonly plan: SheetPlan) {
    this.#zip = new ZipWriter(plan.isPacked);
    this.#toSkip = plan.markEnd;
    const columns = Array.from({ length: Math.min(plan.width, MOST_COLUMNS) + MOST_ADDED }, (_, column) => column);
    this.#scanner = new RecordScanner(plan.dialect, columns);
  }

  /** Refuses more records than fit below a header. `records`: read so far, kept or not. */
  refuseMore(records: number): void {
    if (records >= MOST_ROWS)
      throw new ScrubError(ExitCode.phoneList, "beyondSheet", ["rows", MOST_ROWS], { file: this.plan.file });
  }

  pack(bytes: Uint8Array): readonly Uint8Array[] {
    this.#take(bytes, false);
    return this.#zip.take();
  }

  end(): readonly Uint8Array[] {
    this.#take(new Uint8Array(0), true);
    const { hasHeader, sheetName } = this.plan;
    this.#xml += sheetEnd(this.#filled, this.#row, hasHeader && this.#row > 0);
    this.#write(true);
    this.#zip.add("xl/workbook.xml", workbookPart(sheetNameOf(sheetName)));
    this.#zip.end();
    return this.#zip.take();
  }

  #take(bytes: Uint8Array, isLast: boolean): void {
    const skipped = Math.min(this.#toSkip, bytes.length);
    this.#toSkip -= skipped;
    const window = Buffer.concat([this.#rest, bytes.subarray(skipped)]);
    if (this.#row === 0 && this.#xml === "") {
      if (window.length === 0 && !isLast) return;
      this.#begin(window, isLast);
    }
    const scanner = this.#scanner;
    scanner.feed(window, 0, window.length, isLast);
    while (scanner.next()) {
      this.#putRecord(scanner);
      if (this.#xml.length >= PIECE) this.#write(false);
    }
    this.#rest = window.subarray(scanner.consumed);
  }

  #begin(window: Buffer, isLast: boolean): void {
    for (const [name, xml] of FIXED_PARTS) this.#zip.add(name, xml);
    this.#zip.begin(SHEET_PART);
    const sample = window.subarray(0, SAMPLE_BYTES);
    const isWhole = isLast && sample.length === window.length;
    const { dialect, hasHeader } = this.plan;
    const widths: number[] = [];
    for (const [record, { cells }] of sampleRecords(sample, isWhole, dialect, 0, WIDTH_RECORDS).entries()) {
      const isHeader = record === 0 && hasHeader;
      for (const [column, cell] of cells.entries()) {
        const wanted = cell.length + (isHeader ? BUTTON : 1);
        widths[column] = Math.min(WIDEST, Math.max(widths[column] ?? NARROWEST, wanted));
      }
    }
    this.#xml = sheetStart(hasHeader, widths.slice(0, MOST_COLUMNS));
  }

  #putRecord(record: RecordScanner): void {
    const { bytes, start, end, cellStart, cellQuoted } = record;
    const { dialect, hasHeader, phones, width } = this.plan;
    const isHeader = this.#row === 0 && hasHeader;
    this.#row++;
    if (record.cells > MOST_COLUMNS) throw this.#refuse("columns", MOST_COLUMNS);
    const isLong = record.cells > cellStart.length;
    const cells = isLong ? recordCells(bytes, start, end, dialect) : scannedCells(record);
    this.#xml += `<row r="${this.#row}">`;
    for (let column = 0; column < cells.length; column++) {
      const text = cells[column]!;
      if (text === "") continue;
      const mayBeTyped = this.isTyped && column < width && !isHeader && !isLong && cellQuoted[column] === 0;
      const typed = mayBeTyped && !phones.includes(column) ? typedValue(text) : undefined;
      this.#letters[column] ??= columnLetters(column + 1);
      this.#xml += `<c r="${this.#letters[column]}${this.#row}"`;
      if (typed !== undefined) this.#xml += `${ATTRIBUTES_OF[typed.show]}><v>${typed.stored}</v></c>`;
      else {
        if (text.length > MOST_TEXT) throw this.#refuse("text", MOST_TEXT, columnLetters(column + 1));
        this.#xml += `${isHeader ? HEADER : TEXT}><is>${textXml(text)}</is></c>`;
      }
    }
    this.#xml += "</row>";
    if (isHeader || !hasHeader) this.#filled = Math.max(this.#filled, cells.length);
  }

  #write(isLast: boolean): void {
    if (this.#zip.write(this.#xml, isLast) > MOST_PART_BYTES) throw this.#refuse("bytes", MOST_PART_BYTES);
    this.#xml = "";
  }

  #refuse(kind: BeyondSheet, most: number, column?: string): ScrubError {
    const { file, sheetName } = this.plan;
    const place = { file, sheet: sheetNameOf(sheetName), line: this.#row || 1 };
    return new ScrubError(ExitCode.phoneList, "beyondSheet", [kind, most, column], place);
  }
}

/** Characters that are not written as they are, or may begin an escape. */
const ASKS_FOR_MORE = /[^\t\n -%'-;=?-\ud7ff\ue000-\ufffd]|_x/;
const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;" };

/** Programs trim a text without `xml:space`. */
function textXml(text: string): string {
  return `<t${/^\s|\s$/.test(text) ? ' xml:space="preserve"' : ""}>${ASKS_FOR_MORE.test(text) ? escaped(text) : text}</t>`;
}

/** Writes what XML can't hold as `_x0007_`, as Excel does, but NUL and lone surrogates, which no program writes. */
function escaped(text: string): string {
  return text
    .replace(/\0|\p{Cs}/gu, "\ufffd")
    .replace(/_(?=x[\da-fA-F]{4}_)/g, "_x005F_")
    .replace(
      /(?![\t\n\r\u007f-\u009f])\p{Cc}|[\ufffe\uffff]/gu,
      (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
    )
    .replace(/[&<>\r]/g, (sign) => ENTITIES[sign]!);
}
