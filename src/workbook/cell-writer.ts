// The cells of one sheet, one after the other, as records: what each has stored, as text. What nobody sees in a sheet is
// refused or counted here.

import { ScrubError } from "../errors.js";
import { type SheetEntry, shownSheet, type Workbook } from "./book.js";
import { CellText } from "./cell-text.js";
import { columnLetters, MOST_COLUMNS, MOST_ROWS, type SheetFacts, type SheetLayout, type Unseen } from "./facts.js";
import { damaged, type WorkbookFault } from "./fault.js";
import { RecordWriter } from "./record-writer.js";
import type { SharedStrings } from "./shared-strings.js";
import { type DateStyle, dateText, decimalText } from "./values.js";
import { nameCode } from "./xml-reader.js";

/** What a cell's value is said to be, by the code of the word in its `t`. */
export const TYPE = {
  number: nameCode("n"),
  shared: nameCode("s"),
  inline: nameCode("inlineStr"),
  text: nameCode("str"),
  boolean: nameCode("b"),
  error: nameCode("e"),
  date: nameCode("d"),
};

export const TYPES: ReadonlySet<number> = new Set(Object.values(TYPE));

const ZERO = 0x30;
/** `45,000`: a date without a time. */
const DAY_DIGITS = 5;
const MOST_DAYS = 20_000;

/** The columns of a row that are struck through, and how many of it hold a value. */
export interface StruckRow {
  columns: readonly number[];
  filled: number;
}

export class CellWriter {
  readonly facts: SheetFacts = {
    rows: 0,
    cells: 0,
    firstRow: 0,
    lastRow: 0,
    firstColumn: 0,
    lastColumn: 0,
    hiddenRows: 0,
    hiddenColumns: 0,
    isFiltered: false,
    formulas: 0,
    merged: undefined,
    range: "",
  };
  readonly records: RecordWriter;

  /** The last column of the first row, or of the one that was said to be the header, and how many cells it has. */
  headerEnd = 0;
  headerCells = 0;
  /** The last column from the first row on, or from the one that was said to be the header. */
  listEnd = 0;

  row = 0;
  column = 0;
  // Of the cell: what its tag says, and what stands in it.
  type = TYPE.number;
  styleNumber = -1;
  style: DateStyle | undefined;
  hasValue = false;
  hasInline = false;
  hasFormula = false;
  value = new CellText();
  /** A text of its own: what a cell of that type says, and in all others a copy of the value. */
  inline = new CellText();
  readonly formula = new CellText();
  /** The rows with cells that are struck through; undefined where nobody asks. */
  struck: Map<number, StruckRow> | undefined;
  #struckColumns: number[] = [];
  #cellsBefore = 0;
  /** The text that the current cell is waiting for; -1 where it waits for none. */
  wanted = -1;

  /** 1: hidden; 2: hidden, and a value stands in it. */
  readonly #hiddenColumns = new Uint8Array(MOST_COLUMNS + 1);
  #isRowHidden = false;
  /** A cell of it was written. */
  #isRowBegun = false;
  /** Days that were written already, by their serial numbers. */
  readonly #days = new Map<string, string>();

  constructor(
    private readonly book: Workbook,
    private readonly sheet: SheetEntry,
    private readonly strings: SharedStrings,
    private readonly unseen: Unseen,
    /** The layout; undefined while nobody knows it: every row is as long as its last cell. */
    layout: SheetLayout | undefined,
    private readonly headerRow: number | undefined = undefined,
    tellsTypes = false,
  ) {
    this.records = new RecordWriter(layout, tellsTypes);
  }

  hideColumns(from: number, to: number): void {
    this.#hiddenColumns.fill(1, from, Math.min(to, MOST_COLUMNS) + 1);
  }

  filtered(): void {
    this.facts.isFiltered = true;
    if (this.unseen === "refused") throw this.#refuse("sheetFiltered", []);
  }

  /** `range`: `D3:D5`. What can't be understood of it goes to the sheet's end. */
  mergeCells(range: string): void {
    const { facts } = this;
    const [, first, last] = /^[A-Z]+([0-9]+)(?::[A-Z]+([0-9]+))?$/i.exec(range) ?? [];
    const lastRow = first === undefined ? MOST_ROWS : Number(last ?? first);
    if (Number(first) === lastRow || lastRow <= (facts.merged?.lastRow ?? 0)) return;
    facts.merged = { range, lastRow };
  }

  beginRow(row: number, isHidden: boolean): void {
    this.row = row;
    this.column = 0;
    this.#isRowBegun = false;
    this.#isRowHidden = isHidden;
    this.#cellsBefore = this.facts.cells;
  }

  endRow(): void {
    if (this.#isRowBegun) this.records.end();
    if (this.#struckColumns.length === 0) return;
    this.struck?.set(this.row, { columns: this.#struckColumns, filled: this.facts.cells - this.#cellsBefore });
    this.#struckColumns = [];
  }

  /** `style`: by its number; -1 for none. */
  beginCell(type: number, style: number): void {
    this.type = type;
    this.styleNumber = style;
    this.style = style < 0 ? undefined : this.book.styles.dates[style];
    this.hasValue = this.hasInline = this.hasFormula = false;
    this.value.clear();
    this.inline.clear();
    this.formula.clear();
  }

  /** Ends the current cell, whose value stands in `value`. Where it wants a text that is not loaded, `wanted` says which. */
  endCell(): void {
    if (this.hasInline) this.#chooseText();
    const value = this.value;
    const hasFormula = this.hasFormula;
    if (value.length === 0) {
      const isText = this.type === TYPE.text || this.type === TYPE.inline;
      // An empty text is what many formulas answer, and `<v/>` of a number is none.
      if (hasFormula && !(isText && this.hasValue)) this.#uncalculated();
      return;
    }
    if (this.type === TYPE.shared) {
      this.takeShared();
      return;
    }
    if (hasFormula && this.book.isUncalculated && value.length === 1 && value.bytes[0] === ZERO) this.#uncalculated();
    else if (this.type === TYPE.number) this.putNumber();
    else if (this.type === TYPE.boolean) this.#putWord(this.#boolean());
    else this.#putText(value);
  }

  /** By the cell's type one of its two texts counts, to every program. The other may not say anything else. */
  #chooseText(): void {
    const isOther = this.type !== TYPE.inline && this.hasValue;
    const hasBoth = this.hasValue;
    if (!isOther) [this.value, this.inline] = [this.inline, this.value];
    // An inline text may be missing where its value is not.
    if (this.type === TYPE.inline && this.value.length === 0) [this.value, this.inline] = [this.inline, this.value];
    this.hasValue = true;
    const { value, inline } = this;
    const isShared = this.type === TYPE.shared && value.length > 0;
    if (hasBoth && inline.length > 0 && !isShared && !value.equals(inline)) throw this.#fail("cell-value");
  }

  /** Writes the text of the index in the value, or wants it. */
  takeShared(): void {
    const index = this.#index();
    if (index < 0) throw this.#fail("string-index");
    this.wanted = index;
    if (index < this.strings.count) this.putShared();
  }

  #index(): number {
    const { bytes, length } = this.value;
    if (length > 9) return -1;
    let index = 0;
    for (let at = 0; at < length; at++) {
      const digit = bytes[at]! - ZERO;
      if (digit < 0 || digit > 9) return -1;
      index = index * 10 + digit;
    }
    return index;
  }

  putShared(): void {
    const index = this.wanted;
    this.wanted = -1;
    const bytes = this.strings.bytesOf(index);
    if (this.inline.length > 0 && !this.#isInline(index, bytes)) throw this.#fail("cell-value");
    if (bytes === 0) return;
    this.#beginValue(bytes);
    this.records.shared(this.strings, index);
  }

  /** Whether the cell's own text says what the shared one says. */
  #isInline(index: number, bytes: number): boolean {
    const { inline } = this;
    if (inline.csvBytes !== bytes) return false;
    const [shared, own] = [Buffer.alloc(bytes), Buffer.alloc(bytes)];
    this.strings.write(index, shared, 0);
    inline.writeCsv(own, 0);
    return shared.equals(own);
  }

  putNumber(): void {
    const { bytes, length } = this.value;
    const written = bytes.toString("latin1", 0, length);
    const known = this.style === "date" ? this.#days.get(written) : undefined;
    if (known !== undefined) {
      this.#putWord(known);
      return;
    }
    const text = decimalText(written);
    if (text === undefined) throw this.#fail("cell-value");
    const shown = (this.style && dateText(Number(text), this.style, this.book.is1904)) ?? text;
    // Days come again and again, moments do not.
    if (this.style === "date" && length <= DAY_DIGITS && this.#days.size < MOST_DAYS) this.#days.set(written, shown);
    this.#putWord(shown);
  }

  #boolean(): string {
    const said = this.value.bytes.toString("latin1", 0, this.value.length);
    if (said === "1" || said === "true") return "TRUE";
    if (said === "0" || said === "false") return "FALSE";
    throw this.#fail("cell-value");
  }

  /** What a formula says without its value: its own text, so that a number in it is still seen where opt-outs are read. */
  #uncalculated(): void {
    this.facts.formulas++;
    if (this.unseen === "refused") throw this.#refuse("formulaWithoutValue", [columnLetters(this.column)]);
    const text = this.formula.bytes.toString("utf8", 0, this.formula.length);
    this.value.clear();
    // A bare `=` would pass for an empty cell.
    this.value.appendString(`=${text || "?"}`);
    this.#putText(this.value);
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
    const column = this.column;
    if (!this.#isRowBegun) this.#beginRecord();
    if (this.#hiddenColumns[column] !== 0) this.#takeHiddenColumn(column);
    if (facts.firstColumn === 0 || column < facts.firstColumn) facts.firstColumn = column;
    if (column > facts.lastColumn) facts.lastColumn = column;
    if (this.headerRow === undefined ? facts.rows === 1 : this.row === this.headerRow) {
      this.headerEnd = column;
      this.headerCells++;
    }
    if (column > this.listEnd && (this.headerRow === undefined || this.row >= this.headerRow)) this.listEnd = column;
    facts.cells++;
    if (this.struck !== undefined && this.book.styles.struck.has(this.styleNumber)) this.#struckColumns.push(column);
    if (!this.records.moveTo(column, bytes)) throw this.#fail("left-of-list");
  }

  #beginRecord(): void {
    const { facts } = this;
    if (this.#isRowHidden) {
      facts.hiddenRows++;
      if (this.unseen === "refused") throw this.#refuse("rowHidden", []);
    }
    this.records.begin(this.row);
    if (facts.rows === 0) facts.firstRow = this.row;
    facts.lastRow = this.row;
    facts.rows++;
    this.#isRowBegun = true;
  }

  #takeHiddenColumn(column: number): void {
    if (this.unseen === "refused") throw this.#refuse("columnHidden", [columnLetters(column)]);
    if (this.#hiddenColumns[column] === 1) this.facts.hiddenColumns++;
    this.#hiddenColumns[column] = 2;
  }

  #fail(fault: WorkbookFault): ScrubError {
    return damaged(this.book.terms, fault, this.sheet.part, { sheet: shownSheet(this.sheet), line: this.row });
  }

  #refuse<N extends "sheetFiltered" | "rowHidden" | "columnHidden" | "formulaWithoutValue">(
    sentence: N,
    values: ConstructorParameters<typeof ScrubError<N>>[2],
  ): ScrubError {
    const { file, exitCode } = this.book.terms;
    const sheet = shownSheet(this.sheet);
    const isInRow = sentence === "rowHidden" || sentence === "formulaWithoutValue";
    const place = isInRow ? { file, sheet, line: this.row } : { file, sheet };
    return new ScrubError(exitCode, sentence, values, place);
  }
}
