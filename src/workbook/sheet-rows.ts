// The rows of one sheet as CSV, one after the other: what a cell has stored, as text. Rows and cells must come in order,
// and everything that the sheet is made of must be understood, for whatever is passed over could be somebody's opt-out.

import { isUtf8 } from "node:buffer";
import type { ScrubError } from "../errors.js";
import { isTrue, readerOf, type SheetEntry, shownSheet, type Workbook } from "./book.js";
import { CellWriter, TYPE, TYPES } from "./cell-writer.js";
import type { EntryReader } from "./entry-reader.js";
import { MOST_COLUMNS, MOST_ROWS, rangeOf, type SheetLayout, type Unseen } from "./facts.js";
import { damaged, type WorkbookFault } from "./fault.js";
import { QUICK_BYTES, QuickCell, readQuickCell } from "./quick-cell.js";
import type { SharedStrings } from "./shared-strings.js";
import { TextItem } from "./text-item.js";
import { bytesCode, isMain, nameCode, Token, XmlReader } from "./xml-reader.js";

const name = {
  worksheet: nameCode("worksheet"),
  sheetPr: nameCode("sheetPr"),
  filterMode: nameCode("filterMode"),
  cols: nameCode("cols"),
  col: nameCode("col"),
  min: nameCode("min"),
  max: nameCode("max"),
  width: nameCode("width"),
  hidden: nameCode("hidden"),
  sheetData: nameCode("sheetData"),
  row: nameCode("row"),
  c: nameCode("c"),
  v: nameCode("v"),
  f: nameCode("f"),
  is: nameCode("is"),
  t: nameCode("t"),
  r: nameCode("r"),
  s: nameCode("s"),
  ht: nameCode("ht"),
  extLst: nameCode("extLst"),
  autoFilter: nameCode("autoFilter"),
  filterColumn: nameCode("filterColumn"),
  mergeCells: nameCode("mergeCells"),
  mergeCell: nameCode("mergeCell"),
  ref: nameCode("ref"),
};

const ZERO = 0x30;
export class SheetRows {
  readonly cells: CellWriter;
  isDone = false;

  readonly #reader: EntryReader;
  readonly #xml: XmlReader;
  readonly #part: string;

  // Of the sheet.
  #prefix = 0;
  #section = 0;
  #hasData = false;
  #isInData = false;
  #isInFilter = false;
  // Of the cell.
  #child = 0;
  readonly #item = new TextItem();
  readonly #quick = new QuickCell();

  constructor(
    private readonly book: Workbook,
    private readonly sheet: SheetEntry,
    private readonly strings: SharedStrings,
    unseen: Unseen,
    /** The layout; undefined while nobody knows it: every row is as long as its last cell. */
    layout: SheetLayout | undefined,
    headerRow?: number,
    tellsTypes = false,
  ) {
    this.#part = sheet.part!;
    this.#reader = readerOf(book.archive, this.#part);
    this.#xml = new XmlReader((fault) => this.#fail(fault));
    this.cells = new CellWriter(book, sheet, strings, unseen, layout, headerRow, tellsTypes);
  }

  /** Offset in the file, as far as the sheet was read. */
  get position(): number {
    return this.#reader.position;
  }

  /** Writes rows until there are at least so many bytes, or the sheet is at its end (`isDone`). */
  async fill(least: number): Promise<void> {
    const { cells } = this;
    const { records } = cells;
    while (records.length < least && !this.isDone) {
      if (cells.wanted >= 0) {
        if (!(await this.strings.load(cells.wanted))) throw this.#fail("string-index");
        cells.putShared();
      }
      const token = this.#walk(least);
      if (token === Token.more) this.#xml.feed(await this.#reader.next());
      if (token === Token.done) {
        if (!this.#hasData) throw this.#fail("xml");
        cells.facts.range = rangeOf(cells.facts);
        this.isDone = true;
      }
    }
    if (!isUtf8(records.out.subarray(0, records.length))) throw this.#fail("encoding");
  }

  close(): void {
    this.#reader.close();
  }

  /** Reads tokens until there are no more in the window; undefined where a text is wanted, or enough is written. */
  #walk(least: number): Token | undefined {
    const xml = this.#xml;
    for (;;) {
      if (this.#isInData && xml.depth === 3 && this.#prefix === 0 && this.#quickCells()) return undefined;
      const token = xml.next();
      if (token === Token.more || token === Token.done) return token;
      if (token === Token.text) this.#text();
      else if (this.#isInData) {
        if (token === Token.start) this.#startInData();
        else if (this.#endInData(least)) return undefined;
      } else if (token === Token.start) this.#startOutside();
    }
  }

  /** Takes the next cells by the fast lane, as long as they are written for it; true where a text is wanted. */
  #quickCells(): boolean {
    const xml = this.#xml;
    const cell = this.#quick;
    const { cells } = this;
    const { bytes } = xml;
    const last = xml.limit - QUICK_BYTES;
    for (let at = xml.position; at <= last; ) {
      const end = readQuickCell(bytes, at, cells.row, cell);
      // In another place than behind the cell before it: the XML reader knows what to say.
      if (end < 0 || cell.column <= cells.column || cell.column > MOST_COLUMNS) return false;
      cells.column = cell.column;
      xml.skipTo(end);
      at = end;
      if (cell.valueStart === cell.valueEnd) continue;
      xml.textStart = cell.valueStart;
      xml.textEnd = cell.valueEnd;
      xml.isPlain = true;
      cells.beginCell(cell.isShared ? TYPE.shared : TYPE.number, cell.style);
      cells.value.append(xml);
      cells.endCell();
      if (cells.wanted >= 0) return true;
    }
    return false;
  }

  #startOutside(): void {
    const xml = this.#xml;
    const { depth } = xml;
    if (depth === 1) {
      if (xml.name !== name.worksheet || !isMain(xml)) throw this.#fail("xml");
      this.#prefix = xml.prefix;
      return;
    }
    if (xml.prefix !== this.#prefix) {
      // Another name for the same namespace may be an element's own: rows under it would be passed over.
      if (depth === 2 && xml.name === name.sheetData) throw this.#fail("xml");
      return;
    }
    // Rows belong in the data: elsewhere they would be passed over.
    if (xml.name === name.row || xml.name === name.c) throw this.#fail("xml");
    if (depth === 2) {
      this.#section = xml.name;
      if (xml.name === name.sheetData) {
        if (this.#hasData) throw this.#fail("xml");
        this.#hasData = this.#isInData = true;
      } else if (xml.name === name.sheetPr && isTrue(xml.value(name.filterMode))) this.cells.filtered();
    } else if (depth === 3 && this.#section === name.cols && xml.name === name.col) this.#columns();
    else if (depth === 3 && this.#section === name.mergeCells && xml.name === name.mergeCell)
      this.cells.mergeCells(xml.value(name.ref) ?? "");
    // A filter of which only the buttons are shown hides nothing: its columns hold no criteria.
    else if (depth === 3) this.#isInFilter = this.#section === name.autoFilter && xml.name === name.filterColumn;
    else if (depth === 4 && this.#isInFilter) this.cells.filtered();
  }

  #columns(): void {
    const xml = this.#xml;
    const isHidden = isTrue(xml.value(name.hidden)) || Number(xml.value(name.width) ?? 1) === 0;
    if (!isHidden) return;
    const [min, max] = [Number(xml.value(name.min)), Number(xml.value(name.max))];
    if (!(min >= 1 && max >= min)) throw this.#fail("xml");
    this.cells.hideColumns(min, max);
  }

  #startInData(): void {
    const xml = this.#xml;
    const { cells } = this;
    const code = xml.name;
    const { depth } = xml;
    if (depth <= 5 && xml.prefix !== this.#prefix) throw this.#fail("xml");
    if (depth === 5) {
      if (code === name.v) {
        if (cells.hasValue) throw this.#fail("xml");
        cells.hasValue = true;
      } else if (code === name.f) cells.hasFormula = true;
      else if (code === name.is) {
        if (cells.hasInline) throw this.#fail("xml");
        cells.hasInline = true;
        this.#item.begin();
      } else if (code !== name.extLst) throw this.#fail("xml");
      this.#child = code;
    } else if (depth === 4) {
      if (code !== name.c) throw this.#fail("xml");
      this.#beginCell();
    } else if (depth === 3) {
      if (code !== name.row) throw this.#fail("xml");
      this.#beginRow();
    } else if (this.#child === name.is) {
      if (!this.#item.start(code, depth - 5)) throw this.#fail("xml");
    } else if (this.#child !== name.extLst) throw this.#fail("xml");
  }

  /** True where the reading must pause: a text is wanted, or enough is written. */
  #endInData(least: number): boolean {
    switch (this.#xml.depth) {
      case 3:
        this.cells.endCell();
        return this.cells.wanted >= 0;
      case 2:
        this.cells.endRow();
        return this.cells.records.length >= least;
      case 1:
        this.#isInData = false;
        return false;
      case 4:
        this.#child = 0;
        return false;
      default:
        if (this.#child === name.is) this.#item.end(this.#xml.depth - 4);
        return false;
    }
  }

  #text(): void {
    const child = this.#child;
    if (child === name.v) this.cells.value.append(this.#xml);
    else if (child === name.is && this.#item.isInText) this.cells.inline.append(this.#xml);
    else if (child === name.f) this.cells.formula.append(this.#xml);
    else if (
      this.#isInData &&
      child !== name.extLst &&
      !(child === name.is && this.#item.isBeside) &&
      !this.#xml.isBlank()
    )
      throw this.#fail("xml");
  }

  #beginRow(): void {
    const xml = this.#xml;
    const said = xml.attribute(name.r);
    const before = this.cells.row;
    const row = said < 0 ? before + 1 : this.#digits(xml.valueStart(said), xml.valueEnd(said));
    if (row <= before || row > MOST_ROWS) throw this.#fail("row-order");
    const isHidden = isTrue(xml.value(name.hidden)) || Number(xml.value(name.ht) ?? 1) === 0;
    this.cells.beginRow(row, isHidden);
  }

  #beginCell(): void {
    const xml = this.#xml;
    const { bytes } = xml;
    let [type, style] = [TYPE.number, -1];
    let isPlaced = false;
    // Not by `attribute`, which would look through them for each of the three.
    for (let i = 0; i < xml.attributes; i++) {
      const start = xml.valueStart(i);
      const end = xml.valueEnd(i);
      const code = xml.attributeName(i);
      if (code === name.r) {
        this.#place(start, end);
        isPlaced = true;
      } else if (code === name.s) style = this.#digits(start, end);
      else if (code === name.t)
        type = end - start === 1 && bytes[start] === 0x73 ? TYPE.shared : this.#typeOf(start, end);
    }
    if (!isPlaced) this.cells.column++;
    if (this.cells.column > MOST_COLUMNS) throw this.#fail("cell-place");
    this.cells.beginCell(type, style);
  }

  /** `AB12`: must stand in this row, and behind the cell before it. */
  #place(start: number, end: number): void {
    const { bytes } = this.#xml;
    let column = 0;
    let at = start;
    for (; at < end; at++) {
      const letter = bytes[at]! & 0xdf;
      if (letter < 0x41 || letter > 0x5a || column > MOST_COLUMNS) break;
      column = column * 26 + letter - 0x40;
    }
    const { cells } = this;
    if (column <= cells.column || this.#digits(at, end) !== cells.row) throw this.#fail("cell-place");
    cells.column = column;
  }

  #typeOf(start: number, end: number): number {
    const code = bytesCode(this.#xml.bytes, start, end);
    if (!TYPES.has(code)) throw this.#fail("cell-type");
    return code;
  }

  /** -1 where they are none. */
  #digits(start: number, end: number): number {
    const { bytes } = this.#xml;
    if (end === start || end - start > 9) return -1;
    let value = 0;
    for (let at = start; at < end; at++) {
      const digit = bytes[at]! - ZERO;
      if (digit < 0 || digit > 9) return -1;
      value = value * 10 + digit;
    }
    return value;
  }

  #fail(fault: WorkbookFault): ScrubError {
    const line = this.#isInData ? this.cells.row : 0;
    return damaged(this.book.terms, fault, this.#part, line > 0 ? { sheet: shownSheet(this.sheet), line } : undefined);
  }
}
