// A list as svscrub writes it, in its own dialect, made a workbook while it is written: its records are cut by the scanner
// that cuts every list's, so that the sheet holds the cells that any reader of the CSV sees.

import { isUtf8 } from "node:buffer";
import { asBuffer, recordCells, sampleRecords } from "../../csv/cells.js";
import { CR, type Dialect, LF, RecordScanner } from "../../csv/scanner.js";
import { ExitCode, ScrubError } from "../../errors.js";
import { columnLetters, MOST_COLUMNS, MOST_RECORDS, MOST_ROWS } from "../facts.js";
import type { BeyondSheet } from "../fault.js";
import { isNumber, typedValue } from "../typed-text.js";
import { DeflatedText } from "./deflated-text.js";
import { FIXED_PARTS, SHEET_PART, sheetEnd, sheetNameOf, sheetStart, workbookPart } from "./parts.js";
import { MOST_TEXT, SheetXml } from "./sheet-xml.js";
import { STYLE, STYLES } from "./styles.js";
import { MOST_PART_BYTES, ZipWriter } from "./zip-writer.js";

/** What the widths of the columns are told by. */
const SAMPLE_BYTES = 64 * 1024;
const WIDTH_RECORDS = 500;
const NARROWEST = 8;
const WIDEST = 60;
/** Columns that svscrub adds, at most. */
const MOST_ADDED = 8;
/** Room for the button of the filter. */
const BUTTON = 3;

export interface SheetPlan {
  /** The output, for errors. */
  file: string;
  /** False for the bytes of the parts alone. */
  isPacked: boolean;
  /** The wanted name of the sheet. */
  sheetName: string;
  dialect: Dialect;
  /** Bytes before the header: a byte order mark and a line `sep=`. */
  markEnd: number;
  hasHeader: boolean;
  /** The list's own columns: what stands right of them svscrub has added. */
  width: number;
  /** Columns that are text whatever stands in them, from 0. */
  phones: readonly number[];
  /** A column in words beside one that holds codes. */
  words: WordsColumn | undefined;
}

export interface WordsColumn {
  /** The column of codes, from 0. */
  beside: number;
  name: string;
  /** The words, by the code. */
  words: ReadonlyMap<string, string>;
}

export class WorkbookPacker {
  /** Cells without quotes that look like numbers and dates are ones: the list is a workbook whose texts were told apart. */
  isTyped = false;
  readonly #zip: ZipWriter;
  readonly #text: DeflatedText;
  readonly #sheet: SheetXml;
  #isBegun = false;
  readonly #isPhone: readonly boolean[];
  readonly #scanner: RecordScanner;
  readonly #lineEnd: number;
  /** The beginning of a record whose end has not come. */
  #rest: Uint8Array = new Uint8Array(0);
  #toSkip: number;
  /** The columns that the filter covers. */
  #filled = 0;

  constructor(private readonly plan: SheetPlan) {
    this.#zip = new ZipWriter(plan.isPacked);
    this.#text = new DeflatedText(plan.isPacked);
    this.#sheet = new SheetXml(this.#text);
    this.#toSkip = plan.markEnd;
    this.#isPhone = Array.from({ length: plan.width }, (_, column) => plan.phones.includes(column));
    const columns = Array.from({ length: Math.min(plan.width, MOST_COLUMNS) + MOST_ADDED }, (_, column) => column);
    this.#scanner = new RecordScanner(plan.dialect, columns);
    this.#lineEnd = plan.dialect.recordEnd === "cr" ? CR : LF;
  }

  /** Refuses more records than a sheet holds below its header. `records`: read so far, whatever becomes of them. */
  refuseMore(records: number): void {
    if (records <= MOST_RECORDS) return;
    throw new ScrubError(ExitCode.phoneList, "beyondSheet", ["rows", MOST_ROWS], { file: this.plan.file });
  }

  /** What is ready to be written, which stays as it is until more is packed. */
  pack(bytes: Uint8Array): readonly Uint8Array[] {
    this.#take(bytes, false);
    return this.#zip.take();
  }

  end(): readonly Uint8Array[] {
    this.#take(new Uint8Array(0), true);
    const { row } = this.#sheet;
    const { hasHeader, sheetName } = this.plan;
    const isFiltered = hasHeader && row > 0;
    const text = this.#text;
    text.ascii(sheetEnd(this.#filled, row, isFiltered));
    text.end();
    this.#write();
    this.#zip.endPart(text.crc, text.length);
    const range = `$A$1:$${columnLetters(Math.max(this.#filled, 1))}$${row}`;
    const workbook = workbookPart(sheetNameOf(sheetName), isFiltered ? range : undefined);
    this.#zip.add("xl/workbook.xml", Buffer.from(workbook));
    this.#zip.end();
    return this.#zip.take();
  }

  #take(bytes: Uint8Array, isLast: boolean): void {
    const skipped = Math.min(this.#toSkip, bytes.length);
    this.#toSkip -= skipped;
    const more = bytes.subarray(skipped);
    const window = this.#rest.length === 0 ? asBuffer(more) : Buffer.concat([this.#rest, more]);
    if (!this.#isBegun) {
      // Nothing is known of the list.
      if (window.length === 0 && !isLast) return;
      this.#begin(window, isLast);
    }
    const [sheet, scanner] = [this.#sheet, this.#scanner];
    sheet.isUtf8 = isUtf8(window.subarray(0, isLast ? window.length : window.lastIndexOf(this.#lineEnd) + 1));
    scanner.feed(window, 0, window.length, isLast);
    while (scanner.next()) this.#row(sheet, scanner);
    this.#write();
    this.#rest = Buffer.from(window.subarray(scanner.consumed));
  }

  /** Begins the archive and its sheet, by the first records. */
  #begin(window: Uint8Array, isLast: boolean): void {
    this.#isBegun = true;
    for (const [name, xml] of FIXED_PARTS) this.#zip.add(name, Buffer.from(xml));
    this.#zip.add("xl/styles.xml", Buffer.from(STYLES));
    this.#zip.begin(SHEET_PART);
    const sample = window.subarray(0, SAMPLE_BYTES);
    const isWhole = isLast && sample.length === window.length;
    const records = sampleRecords(sample, isWhole, this.plan.dialect, 0, WIDTH_RECORDS);
    this.#text.ascii(sheetStart(this.plan.hasHeader, this.#widths(records.map(({ cells }) => cells))));
  }

  #widths(records: readonly (readonly string[])[]): number[] {
    const { hasHeader } = this.plan;
    const widths: number[] = [];
    for (const [record, cells] of records.entries())
      for (const [column, cell] of this.#withWords(cells, record === 0 && hasHeader).entries()) {
        const wanted = cell.length + (record === 0 && hasHeader ? BUTTON : 1);
        widths[column] = Math.min(WIDEST, Math.max(widths[column] ?? NARROWEST, wanted));
      }
    return widths.slice(0, MOST_COLUMNS);
  }

  /** The cells of a record with the column in words among them. */
  #withWords(cells: readonly string[], isHeader: boolean): readonly string[] {
    const { words } = this.plan;
    if (words === undefined) return cells;
    const { beside, name } = words;
    const code = cells[beside] ?? "";
    return [...cells.slice(0, beside + 1), isHeader ? name : (words.words.get(code) ?? ""), ...cells.slice(beside + 1)];
  }

  #row(xml: SheetXml, record: RecordScanner): void {
    const { plan } = this;
    const columns = record.cells + (plan.words === undefined ? 0 : 1);
    if (columns > MOST_COLUMNS) throw this.#refuse("columns", MOST_COLUMNS);
    const isHeader = xml.row === 0 && plan.hasHeader;
    if (record.cells > record.cellStart.length) {
      this.#longRow(xml, record, isHeader);
      return;
    }
    const { bytes, cells, cellStart, cellEnd, cellQuoted } = record;
    const wordsBeside = plan.words?.beside ?? -1;
    xml.beginRow();
    let column = 1;
    for (let i = 0; i < cells; i++, column++) {
      const start = cellStart[i]!;
      const end = cellEnd[i]!;
      const isQuoted = cellQuoted[i] === 1;
      const isTyped = this.isTyped && !isQuoted && !isHeader && i < plan.width && !this.#isPhone[i];
      if (start < end && !(isTyped && typedInto(xml, column, asBuffer(bytes), start, end)))
        if (!xml.text(column, this.#styleOf(i, isHeader), bytes, start, end, isQuoted)) throw this.#tooLong(column);
      if (i !== wordsBeside) continue;
      column++;
      this.#word(xml, column, Buffer.from(bytes.subarray(start, end)).toString(), isHeader);
    }
    this.#endRow(xml, column - 1, isHeader);
  }

  /** A row of more cells than the scanner was asked for. */
  #longRow(xml: SheetXml, { bytes, start, end }: RecordScanner, isHeader: boolean): void {
    const { plan } = this;
    const cells = recordCells(bytes, start, end, plan.dialect);
    xml.beginRow();
    let column = 1;
    for (const [i, cell] of cells.entries()) {
      if (cell !== "" && !xml.words(column, this.#styleOf(i, isHeader), cell)) throw this.#tooLong(column);
      if (i === plan.words?.beside) this.#word(xml, ++column, cell, isHeader);
      column++;
    }
    this.#endRow(xml, column - 1, isHeader);
  }

  #endRow(xml: SheetXml, columns: number, isHeader: boolean): void {
    xml.endRow();
    if (isHeader || !this.plan.hasHeader) this.#filled = Math.max(this.#filled, columns);
  }

  #word(xml: SheetXml, column: number, code: string, isHeader: boolean): void {
    const { name, words } = this.plan.words!;
    const text = isHeader ? name : (words.get(code) ?? "");
    if (text !== "") xml.words(column, this.#styleOf(this.plan.width, isHeader), text);
  }

  #styleOf(column: number, isHeader: boolean): number {
    if (column < this.plan.width) return isHeader ? STYLE.header : STYLE.text;
    return isHeader ? STYLE.addedHeader : STYLE.added;
  }

  #write(): void {
    if (this.#text.length > MOST_PART_BYTES) throw this.#refuse("bytes", MOST_PART_BYTES);
    for (const packed of this.#text.take()) this.#zip.packed(packed);
  }

  #tooLong(column: number): ScrubError {
    return this.#refuse("text", MOST_TEXT, columnLetters(column));
  }

  #refuse(kind: BeyondSheet, most: number, column?: string): ScrubError {
    const { file, sheetName } = this.plan;
    const place = { file, sheet: sheetNameOf(sheetName), line: this.#sheet.row || 1 };
    return new ScrubError(ExitCode.phoneList, "beyondSheet", [kind, most, column], place);
  }
}

/** Writes a cell that is a number or a date, and says whether it is one. */
function typedInto(xml: SheetXml, column: number, bytes: Buffer, start: number, end: number): boolean {
  if (isNumber(bytes, start, end)) {
    xml.number(column, bytes, start, end);
    return true;
  }
  const value = typedValue(bytes, start, end);
  if (value !== undefined) xml.typed(column, value);
  return value !== undefined;
}
