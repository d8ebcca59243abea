// A list as svscrub writes it, in its own dialect, made a workbook while it is written: its records are cut by the scanner
// that cuts every list's, so that the sheet holds the cells that any reader of the CSV sees.

import { isUtf8 } from "node:buffer";
import { recordCells, sampleRecords } from "../../csv/cells.js";
import { CR, type Dialect, LF, RecordScanner } from "../../csv/scanner.js";
import { ExitCode, ScrubError } from "../../errors.js";
import { columnLetters, MOST_COLUMNS, MOST_RECORDS, MOST_ROWS } from "../facts.js";
import type { BeyondSheet } from "../fault.js";
import { mayBeTyped, typedValue } from "../typed-text.js";
import { FIXED_PARTS, SHEET_PART, sheetEnd, sheetNameOf, sheetStart, workbookPart } from "./parts.js";
import { MOST_TEXT, SheetXml } from "./sheet-xml.js";
import { STYLE, STYLES } from "./styles.js";
import { BareParts, MOST_PART_BYTES, type PartWriter, ZipWriter } from "./zip-writer.js";

/** XML that is worth a call of zlib. */
const PIECE_BYTES = 256 * 1024;
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
  /** Whether the parts are written alone, without the archive about them. */
  isBare: boolean;
}

export interface WordsColumn {
  /** The column of codes, from 0. */
  beside: number;
  name: string;
  of(code: string): string;
}

export class WorkbookPacker {
  /** Cells without quotes that look like numbers and dates are ones: the list is a workbook whose texts were told apart. */
  isTyped = false;
  readonly #parts: PartWriter;
  readonly #xml = new SheetXml();
  readonly #isPhone: readonly boolean[];
  readonly #scanner: RecordScanner;
  /** The beginning of a record whose end has not come. */
  #rest: Uint8Array = new Uint8Array(0);
  #toSkip: number;
  #isBegun = false;
  #sheetBytes = 0;
  /** XML is packed while the next is made, in two buffers that take turns. */
  #writing: Promise<void> = Promise.resolve();
  #spare: Buffer | undefined;
  /** The columns that the filter covers. */
  #filled = 0;

  constructor(private readonly plan: SheetPlan) {
    this.#parts = plan.isBare ? new BareParts() : new ZipWriter();
    this.#toSkip = plan.markEnd;
    this.#isPhone = Array.from({ length: plan.width }, (_, column) => plan.phones.includes(column));
    const columns = Array.from({ length: Math.min(plan.width, MOST_COLUMNS) + MOST_ADDED }, (_, column) => column);
    this.#scanner = new RecordScanner(plan.dialect, columns);
  }

  /** Refuses more records than a sheet holds below its header. `records`: read so far, whatever becomes of them. */
  refuseMore(records: number): void {
    if (records > MOST_RECORDS) throw this.#refuse("rows", MOST_ROWS);
  }

  /** What is ready to be written once `bytes`, which must stay as they are until then, are packed. */
  async pack(bytes: Uint8Array): Promise<readonly Uint8Array[]> {
    await this.#take(bytes, false);
    return this.#parts.take();
  }

  async end(): Promise<readonly Uint8Array[]> {
    await this.#take(new Uint8Array(0), true);
    const { row } = this.#xml;
    const { hasHeader, sheetName } = this.plan;
    const isFiltered = hasHeader && row > 0;
    this.#xml.ascii(sheetEnd(this.#filled, row, isFiltered));
    await this.#write();
    await this.#writing;
    await this.#parts.endPart();
    const range = `$A$1:$${columnLetters(Math.max(this.#filled, 1))}$${row}`;
    await this.#add("xl/workbook.xml", workbookPart(sheetNameOf(sheetName), isFiltered ? range : undefined));
    this.#parts.end();
    return this.#parts.take();
  }

  async #take(bytes: Uint8Array, isLast: boolean): Promise<void> {
    const skipped = Math.min(this.#toSkip, bytes.length);
    this.#toSkip -= skipped;
    const more = bytes.subarray(skipped);
    const window = this.#rest.length === 0 ? more : Buffer.concat([this.#rest, more]);
    if (!this.#isBegun) {
      // Widths are told by the first records, so there must be some.
      if (!isLast && window.length === 0) return;
      await this.#begin(window, isLast);
    }
    const scanner = this.#scanner;
    scanner.feed(window, 0, window.length, isLast);
    const lastEnd = window.lastIndexOf(this.plan.dialect.recordEnd === "cr" ? CR : LF);
    this.#xml.isUtf8 = isUtf8(window.subarray(0, isLast ? window.length : lastEnd + 1));
    while (scanner.next()) {
      this.#row(scanner);
      if (this.#xml.length >= PIECE_BYTES) await this.#write();
    }
    this.#rest = Buffer.from(window.subarray(scanner.consumed));
  }

  async #begin(window: Uint8Array, isLast: boolean): Promise<void> {
    this.#isBegun = true;
    for (const [name, xml] of FIXED_PARTS) await this.#add(name, xml);
    await this.#add("xl/styles.xml", STYLES);
    this.#parts.begin(SHEET_PART);
    const records = sampleRecords(window, isLast, this.plan.dialect, 0, WIDTH_RECORDS);
    this.#xml.ascii(sheetStart(this.plan.hasHeader, this.#widths(records.map(({ cells }) => cells))));
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
    const { beside, name, of } = words;
    const code = cells[beside] ?? "";
    return [...cells.slice(0, beside + 1), isHeader ? name : wordsOf(code, of), ...cells.slice(beside + 1)];
  }

  #row(scanner: RecordScanner): void {
    const { plan } = this;
    const xml = this.#xml;
    const columns = scanner.cells + (plan.words === undefined ? 0 : 1);
    if (columns > MOST_COLUMNS) throw this.#refuse("columns", MOST_COLUMNS);
    const isHeader = xml.row === 0 && plan.hasHeader;
    if (scanner.cells > scanner.cellStart.length) {
      this.#longRow(scanner, isHeader);
      return;
    }
    const { bytes, cells, cellStart, cellEnd, cellQuoted } = scanner;
    const wordsBeside = plan.words?.beside ?? -1;
    xml.beginRow();
    let column = 1;
    for (let i = 0; i < cells; i++, column++) {
      const [start, end] = [cellStart[i]!, cellEnd[i]!];
      const isQuoted = cellQuoted[i] === 1;
      const isTyped = this.isTyped && !isQuoted && !isHeader && i < plan.width && !this.#isPhone[i];
      if (start < end && !(isTyped && this.#typed(column, bytes, start, end)))
        if (!xml.text(column, this.#styleOf(i, isHeader), bytes, start, end, isQuoted)) throw this.#tooLong(column);
      if (i !== wordsBeside) continue;
      column++;
      this.#word(column, Buffer.from(bytes.subarray(start, end)).toString(), isHeader);
    }
    this.#endRow(column - 1, isHeader);
  }

  /** A row of more cells than the scanner was asked for. */
  #longRow({ bytes, start, end }: RecordScanner, isHeader: boolean): void {
    const { plan } = this;
    const cells = recordCells(bytes, start, end, plan.dialect);
    this.#xml.beginRow();
    let column = 1;
    for (const [i, cell] of cells.entries()) {
      if (cell !== "" && !this.#xml.words(column, this.#styleOf(i, isHeader), cell)) throw this.#tooLong(column);
      if (i === plan.words?.beside) this.#word(++column, cell, isHeader);
      column++;
    }
    this.#endRow(column - 1, isHeader);
  }

  #endRow(columns: number, isHeader: boolean): void {
    this.#xml.endRow();
    if (isHeader || !this.plan.hasHeader) this.#filled = Math.max(this.#filled, columns);
  }

  #typed(column: number, bytes: Uint8Array, start: number, end: number): boolean {
    if (!mayBeTyped(bytes, start, end)) return false;
    const value = typedValue(Buffer.from(bytes.subarray(start, end)).toString("latin1"));
    if (value !== undefined) this.#xml.typed(column, value);
    return value !== undefined;
  }

  #word(column: number, code: string, isHeader: boolean): void {
    const { name, of } = this.plan.words!;
    const text = isHeader ? name : wordsOf(code, of);
    if (text !== "") this.#xml.words(column, this.#styleOf(this.plan.width, isHeader), text);
  }

  #styleOf(column: number, isHeader: boolean): number {
    if (column < this.plan.width) return isHeader ? STYLE.header : STYLE.text;
    return isHeader ? STYLE.addedHeader : STYLE.added;
  }

  async #write(): Promise<void> {
    const { bytes, length } = this.#xml;
    this.#sheetBytes += length;
    if (this.#sheetBytes > MOST_PART_BYTES) throw this.#refuse("bytes", MOST_PART_BYTES);
    await this.#writing;
    this.#writing = this.#parts.write(bytes.subarray(0, length));
    // A failed write is reported by the next await; until then it is nobody's unhandled rejection.
    this.#writing.catch(() => {});
    this.#spare = this.#xml.exchange(this.#spare);
  }

  async #add(name: string, xml: string): Promise<void> {
    this.#parts.begin(name);
    await this.#parts.write(Buffer.from(xml));
    await this.#parts.endPart();
  }

  #tooLong(column: number): ScrubError {
    return this.#refuse("text", MOST_TEXT, columnLetters(column));
  }

  #refuse(kind: BeyondSheet, most: number, column?: string): ScrubError {
    const { file, sheetName } = this.plan;
    const place = kind === "rows" ? { file } : { file, sheet: sheetNameOf(sheetName), line: this.#xml.row };
    return new ScrubError(ExitCode.phoneList, "beyondSheet", [kind, most, column], place);
  }
}

function wordsOf(code: string, of: (code: string) => string): string {
  return code === "" ? "" : of(code);
}
