// The rows of one sheet as CSV, one after the other: what a cell has stored, as text. Rows and cells must come in order,
// and everything that the sheet is made of must be understood, for whatever is passed over could be somebody's opt-out.

import { isUtf8 } from "node:buffer";
import { ScrubError } from "../errors.js";
import { isMain, isTrue, readerOf, type SheetEntry, shownSheet, type Workbook } from "./book.js";
import { CellText } from "./cell-text.js";
import type { EntryReader } from "./entry-reader.js";
import {
  columnLetters,
  MOST_COLUMNS,
  MOST_ROWS,
  rangeOf,
  type SheetFacts,
  type SheetLayout,
  type Unseen,
} from "./facts.js";
import { damaged, type WorkbookFault } from "./fault.js";
import { type DateStyle, dateText, decimalText, isShortest } from "./number-text.js";
import { QUICK_BYTES, QuickCell, readQuickCell } from "./quick-cell.js";
import { RecordWriter } from "./record-writer.js";
import type { SharedStrings } from "./shared-strings.js";
import { bytesCode, nameCode, Token, XmlReader } from "./xml-reader.js";

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
};

/** What a cell's value is said to be, by the code of the word in its `t`. */
const TYPE = {
  number: nameCode("n"),
  shared: nameCode("s"),
  inline: nameCode("inlineStr"),
  text: nameCode("str"),
  boolean: nameCode("b"),
  error: nameCode("e"),
  date: nameCode("d"),
};

const TYPES: ReadonlySet<number> = new Set(Object.values(TYPE));

const ZERO = 0x30;
/** `45,000`: a date without a time. */
const DAY_DIGITS = 5;
const MOST_DAYS = 20_000;

export class SheetRows {
  readonly facts: SheetFacts = {
    rows: 0,
    firstRow: 0,
    lastRow: 0,
    firstColumn: 0,
    lastColumn: 0,
    hiddenRows: 0,
    hiddenColumns: 0,
    isFiltered: false,
    formulas: 0,
    range: "",
  };
  readonly records: RecordWriter;
  isDone = false;

  /** While the layout is not known: by column, the rows that have a value in it; and the last column of the first row. */
  readonly counts: Uint32Array | undefined;
  firstRowEnd = 0;

  readonly #reader: EntryReader;
  readonly #xml: XmlReader;
  readonly #hiddenColumns = new Uint8Array(MOST_COLUMNS + 1);
  readonly #styles: readonly (DateStyle | undefined)[];
  readonly #part: string;

  // Of the sheet.
  #prefix = 0;
  #section = 0;
  #hasData = false;
  #isInData = false;
  #isInFilter = false;
  // Of the row.
  #row = 0;
  #isRowHidden = false;
  /** A cell of it was written. */
  #isRowBegun = false;
  #column = 0;
  // Of the cell.
  #type = 0;
  #style: DateStyle | undefined;
  #child = 0;
  #isInText = false;
  #isInRun = false;
  #hasValue = false;
  #hasFormula = false;
  /** Days that were written already, by their serial numbers. */
  readonly #days = new Map<string, string>();
  readonly #quick = new QuickCell();
  readonly #value = new CellText();
  readonly #formula = new CellText();
  /** The text that the current cell is waiting for; -1 where it waits for none. */
  #wanted = -1;

  constructor(
    private readonly book: Workbook,
    private readonly sheet: SheetEntry,
    private readonly strings: SharedStrings,
    private readonly unseen: Unseen,
    /** Undefined while nobody knows it: every row is as long as its last cell. */
    layout: SheetLayout | undefined,
  ) {
    this.#part = sheet.part!;
    this.#reader = readerOf(book.archive, this.#part);
    this.#xml = new XmlReader((fault) => this.#fail(fault));
    this.#styles = book.styles;
    this.counts = layout === undefined ? new Uint32Array(MOST_COLUMNS + 1) : undefined;
    this.records = new RecordWriter(layout);
  }

  /** Offset in the file, as far as the sheet was read. */
  get position(): number {
    return this.#reader.position;
  }

  /** Writes rows until there are at least so many bytes, or the sheet is at its end (`isDone`). */
  async fill(least: number): Promise<void> {
    const { records } = this;
    while (records.length < least && !this.isDone) {
      if (this.#wanted >= 0) {
        if (!(await this.strings.load(this.#wanted))) throw this.#fail("string-index");
        this.#putShared();
      }
      const token = this.#walk(least);
      if (token === Token.more) this.#xml.feed(await this.#reader.next());
      if (token === Token.done) {
        if (!this.#hasData) throw this.#fail("xml");
        this.facts.range = rangeOf(this.facts);
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
    const { bytes } = xml;
    const last = xml.limit - QUICK_BYTES;
    for (let at = xml.position; at <= last; ) {
      const end = readQuickCell(bytes, at, this.#row, cell);
      // In another place than behind the cell before it: the XML reader knows what to say.
      if (end < 0 || cell.column <= this.#column || cell.column > MOST_COLUMNS) return false;
      this.#column = cell.column;
      xml.skipTo(end);
      at = end;
      if (cell.valueStart === cell.valueEnd) continue;
      xml.textStart = cell.valueStart;
      xml.textEnd = cell.valueEnd;
      xml.isPlain = true;
      this.#value.clear();
      this.#value.append(xml);
      if (cell.isShared) {
        this.#takeShared();
        if (this.#wanted >= 0) return true;
      } else {
        this.#style = cell.style < 0 ? undefined : this.#styles[cell.style];
        this.#putNumber();
      }
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
    if (xml.prefix !== this.#prefix) return;
    if (depth === 2) {
      this.#section = xml.name;
      if (xml.name === name.sheetData) {
        if (this.#hasData) throw this.#fail("xml");
        this.#hasData = this.#isInData = true;
      } else if (xml.name === name.sheetPr && isTrue(xml.value(name.filterMode))) this.#filtered();
    } else if (depth === 3 && this.#section === name.cols && xml.name === name.col) this.#columns();
    // A filter of which only the buttons are shown hides nothing: its columns hold no criteria.
    else if (depth === 3) this.#isInFilter = this.#section === name.autoFilter && xml.name === name.filterColumn;
    else if (depth === 4 && this.#isInFilter) this.#filtered();
  }

  #filtered(): void {
    this.facts.isFiltered = true;
    if (this.unseen === "refused") throw this.#refuse("sheetFiltered", [shownSheet(this.sheet)]);
  }

  #columns(): void {
    const xml = this.#xml;
    const isHidden = isTrue(xml.value(name.hidden)) || Number(xml.value(name.width) ?? 1) === 0;
    if (!isHidden) return;
    const [min, max] = [Number(xml.value(name.min)), Number(xml.value(name.max))];
    if (!(min >= 1 && max >= min)) throw this.#fail("xml");
    this.#hiddenColumns.fill(1, min, Math.min(max, MOST_COLUMNS) + 1);
  }

  #startInData(): void {
    const xml = this.#xml;
    const code = xml.name;
    const { depth } = xml;
    if (depth <= 5 && xml.prefix !== this.#prefix) throw this.#fail("xml");
    if (depth === 5) {
      if (code === name.v) {
        if (this.#hasValue) throw this.#fail("xml");
        this.#hasValue = true;
      } else if (code === name.f) this.#hasFormula = true;
      else if (code === name.is) this.#hasValue = true;
      else if (code !== name.extLst) throw this.#fail("xml");
      this.#child = code;
    } else if (depth === 4) {
      if (code !== name.c) throw this.#fail("xml");
      this.#beginCell();
    } else if (depth === 3) {
      if (code !== name.row) throw this.#fail("xml");
      this.#beginRow();
    } else if (this.#child === name.is) {
      // A text, or the runs of a rich one; phonetic hints are not what the cell says.
      if (depth === 6) this.#isInRun = code === name.r;
      this.#isInText = code === name.t && (depth === 6 || (depth === 7 && this.#isInRun));
    } else if (this.#child === name.v) throw this.#fail("xml");
  }

  /** True where the reading must pause: a text is wanted, or enough is written. */
  #endInData(least: number): boolean {
    switch (this.#xml.depth) {
      case 3:
        this.#endCell();
        return this.#wanted >= 0;
      case 2:
        if (this.#isRowBegun) this.records.end();
        return this.records.length >= least;
      case 1:
        this.#isInData = false;
        return false;
      case 4:
        this.#child = 0;
        this.#isInText = false;
        return false;
      default:
        this.#isInText = false;
        return false;
    }
  }

  #text(): void {
    if (this.#isInText || this.#child === name.v) this.#value.append(this.#xml);
    else if (this.#child === name.f) this.#formula.append(this.#xml);
    else if (this.#isInData && this.#child === 0 && !this.#xml.isBlank()) throw this.#fail("xml");
  }

  #beginRow(): void {
    const xml = this.#xml;
    const said = xml.attribute(name.r);
    const row = said < 0 ? this.#row + 1 : this.#digits(xml.valueStart(said), xml.valueEnd(said));
    if (row <= this.#row || row > MOST_ROWS) throw this.#fail("row-order");
    this.#row = row;
    this.#column = 0;
    this.#isRowBegun = false;
    this.#isRowHidden = isTrue(xml.value(name.hidden)) || Number(xml.value(name.ht) ?? 1) === 0;
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
    if (!isPlaced) this.#column++;
    if (this.#column > MOST_COLUMNS) throw this.#fail("cell-place");
    this.#type = type;
    this.#style = style < 0 ? undefined : this.#styles[style];
    this.#hasValue = this.#hasFormula = false;
    this.#value.clear();
    this.#formula.clear();
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
    if (column <= this.#column || this.#digits(at, end) !== this.#row) throw this.#fail("cell-place");
    this.#column = column;
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

  #endCell(): void {
    const value = this.#value;
    const hasFormula = this.#hasFormula;
    if (value.length === 0) {
      const isText = this.#type === TYPE.text || this.#type === TYPE.inline;
      // An empty text is what many formulas answer, and `<v/>` of a number is none.
      if (hasFormula && !(isText && this.#hasValue)) this.#uncalculated();
      else if (this.#hasValue && this.#type === TYPE.shared) throw this.#fail("string-index");
      return;
    }
    if (this.#type === TYPE.shared) {
      this.#takeShared();
      return;
    }
    if (hasFormula && this.book.isUncalculated && value.length === 1 && value.bytes[0] === ZERO) this.#uncalculated();
    else if (this.#type === TYPE.number) this.#putNumber();
    else if (this.#type === TYPE.boolean) this.#putWord(this.#boolean());
    else this.#putText(value);
  }

  /** Writes the text of the index in the value, or wants it. */
  #takeShared(): void {
    const index = this.#index();
    if (index < 0) throw this.#fail("string-index");
    this.#wanted = index;
    if (index < this.strings.count) this.#putShared();
  }

  #index(): number {
    const { bytes, length } = this.#value;
    if (length > 9) return -1;
    let index = 0;
    for (let at = 0; at < length; at++) {
      const digit = bytes[at]! - ZERO;
      if (digit < 0 || digit > 9) return -1;
      index = index * 10 + digit;
    }
    return index;
  }

  #putShared(): void {
    const index = this.#wanted;
    this.#wanted = -1;
    const bytes = this.strings.bytesOf(index);
    if (bytes === 0) return;
    this.#beginValue(bytes);
    this.records.shared(this.strings, index);
  }

  #putNumber(): void {
    const { bytes, length } = this.#value;
    if (this.#style === undefined && isShortest(bytes, length)) {
      this.#putText(this.#value);
      return;
    }
    const written = bytes.toString("latin1", 0, length);
    const known = this.#style === "date" ? this.#days.get(written) : undefined;
    if (known !== undefined) {
      this.#putWord(known);
      return;
    }
    const text = decimalText(written);
    if (text === undefined) throw this.#fail("cell-value");
    const shown = (this.#style && dateText(Number(text), this.#style, this.book.is1904)) ?? text;
    // Days come again and again, moments do not.
    if (this.#style === "date" && length <= DAY_DIGITS && this.#days.size < MOST_DAYS) this.#days.set(written, shown);
    this.#putWord(shown);
  }

  #boolean(): string {
    const said = this.#value.bytes.toString("latin1", 0, this.#value.length);
    if (said === "1" || said === "true") return "TRUE";
    if (said === "0" || said === "false") return "FALSE";
    throw this.#fail("cell-value");
  }

  /** What a formula says without its value: its own text, so that a number in it is still seen where opt-outs are read. */
  #uncalculated(): void {
    this.facts.formulas++;
    const cell = `${columnLetters(this.#column)}${this.#row}`;
    if (this.unseen === "refused") throw this.#refuse("formulaWithoutValue", [shownSheet(this.sheet), cell]);
    const text = this.#formula.bytes.toString("utf8", 0, this.#formula.length);
    this.#value.clear();
    this.#value.appendString(`=${text}`);
    this.#putText(this.#value);
  }

  #putText(text: CellText): void {
    this.#beginValue(text.csvBytes);
    this.records.text(text);
  }

  #putWord(word: string): void {
    this.#beginValue(word.length);
    this.records.word(word);
  }

  /** Goes on to the current cell, and takes what is known of the sheet by it. */
  #beginValue(bytes: number): void {
    const { facts } = this;
    const column = this.#column;
    if (!this.#isRowBegun) this.#beginRecord();
    if (this.#hiddenColumns[column] !== 0) this.#takeHiddenColumn(column);
    if (facts.firstColumn === 0 || column < facts.firstColumn) facts.firstColumn = column;
    if (column > facts.lastColumn) facts.lastColumn = column;
    if (this.counts !== undefined) {
      this.counts[column]!++;
      if (facts.rows === 1) this.firstRowEnd = column;
    }
    if (!this.records.moveTo(column, bytes)) throw this.#fail("left-of-list");
  }

  #beginRecord(): void {
    const { facts } = this;
    if (this.#isRowHidden) {
      facts.hiddenRows++;
      if (this.unseen === "refused") throw this.#refuse("rowHidden", [shownSheet(this.sheet)]);
    }
    this.records.begin(this.#row);
    if (facts.rows === 0) facts.firstRow = this.#row;
    facts.lastRow = this.#row;
    facts.rows++;
    this.#isRowBegun = true;
  }

  #takeHiddenColumn(column: number): void {
    if (this.unseen === "refused") throw this.#refuse("columnHidden", [shownSheet(this.sheet), columnLetters(column)]);
    if (this.#hiddenColumns[column] === 1) this.facts.hiddenColumns++;
    this.#hiddenColumns[column] = 2;
  }

  #fail(fault: WorkbookFault): ScrubError {
    return damaged(this.book.terms, fault, this.#part, this.#isInData && this.#row > 0 ? this.#row : undefined);
  }

  #refuse<N extends "sheetFiltered" | "rowHidden" | "columnHidden" | "formulaWithoutValue">(
    sentence: N,
    values: ConstructorParameters<typeof ScrubError<N>>[2],
  ): ScrubError {
    const { file, exitCode } = this.book.terms;
    const place = sentence === "rowHidden" || sentence === "formulaWithoutValue" ? { file, line: this.#row } : { file };
    return new ScrubError(exitCode, sentence, values, place);
  }
}
