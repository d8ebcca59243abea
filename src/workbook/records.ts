// The cells of a sheet as records of CSV: UTF-8, commas, CRLF. A row without a value is a blank line, so that who counts lines
// counts the sheet's rows. What nobody sees in a sheet is refused or counted here.

import { ScrubError } from "../errors.js";
import { type SheetEntry, shownSheet, type Workbook } from "./book.js";
import {
  columnLetters,
  MOST_COLUMNS,
  MOST_ROWS,
  rangeOf,
  type SheetFacts,
  type SheetLayout,
  type Unseen,
} from "./facts.js";
import { typedValue } from "./values.js";

/** The columns of a row that are struck through, and how many of it hold a value. */
export interface StruckRow {
  columns: readonly number[];
  filled: number;
}

export class SheetRecords {
  /** Records that nobody has taken yet. */
  written = "";
  /** The last column of the first row, or of the one that was said to be the header, and how many cells it has. */
  headerEnd = 0;
  headerCells = 0;
  /** The last column from the first row on, or from the one that was said to be the header. */
  listEnd = 0;
  /** The rows with cells that are struck through; undefined where nobody asks. */
  struck: Map<number, StruckRow> | undefined;
  /** What was found in the rows so far. */
  readonly facts: SheetFacts = {
    ...{ rows: 0, cells: 0, firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 0 },
    ...{ hiddenRows: 0, hiddenColumns: 0, isFiltered: false, formulas: 0, merged: undefined },
    get range() {
      return rangeOf(this);
    },
  };
  /** 1: hidden; 2: hidden, and a value stands in it. */
  readonly #hiddenColumns = new Uint8Array(MOST_COLUMNS + 1);
  // Of the row.
  #row = 0;
  #isHidden = false;
  /** The place of its last cell in the record, from 1, and how many cells it has. */
  #cells = 0;
  #filled = 0;
  #struckColumns: number[] = [];

  constructor(
    private readonly book: Workbook,
    private readonly sheet: SheetEntry,
    private readonly unseen: Unseen,
    /** Undefined while nobody knows it: then records begin in column A and end with their last cell. */
    private readonly layout: SheetLayout | undefined,
    private readonly headerRow: number | undefined,
    /** Whether a text that looks like a number or a date is quoted: what stands there without quotes is one. */
    private readonly tellsTypes: boolean,
  ) {}

  take(): string {
    const { written } = this;
    this.written = "";
    return written;
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
    const [, first, last] = /^[A-Z]+([0-9]+)(?::[A-Z]+([0-9]+))?$/i.exec(range) ?? [];
    const lastRow = first === undefined ? MOST_ROWS : Number(last ?? first);
    if (Number(first) === lastRow || lastRow <= (this.facts.merged?.lastRow ?? 0)) return;
    this.facts.merged = { range, lastRow };
  }

  /** A formula has no stored value. */
  uncalculated(column: number): void {
    this.facts.formulas++;
    if (this.unseen === "refused") throw this.#refuse("formulaWithoutValue", [columnLetters(column)], this.#row);
  }

  beginRow(row: number, isHidden: boolean): void {
    this.#row = row;
    this.#isHidden = isHidden;
    this.#cells = this.#filled = 0;
    this.#struckColumns = [];
  }

  /** Writes the next cell of the row. False where it stands left of the list. */
  put(column: number, text: string, isText: boolean, isStruck: boolean): boolean {
    if (this.#filled === 0) this.#beginRecord();
    if (this.#hiddenColumns[column] !== 0) this.#takeHiddenColumn(column);
    this.#takePlace(column);
    if (isStruck) this.#struckColumns.push(column);
    const cell = column - (this.layout?.firstColumn ?? 1);
    if (cell < 0) return false;
    // Behind the first cell every cell has its delimiter before it.
    this.written += ",".repeat(cell - Math.max(0, this.#cells - 1));
    this.#cells = cell + 1;
    const isQuoted = /[",\r\n]/.test(text) || (isText && this.tellsTypes && typedValue(text) !== undefined);
    this.written += isQuoted ? `"${text.replaceAll('"', '""')}"` : text;
    return true;
  }

  /** Fills the record up to the list's width. */
  endRow(): void {
    if (this.#filled === 0) return;
    this.written += `${",".repeat(Math.max(0, (this.layout?.width ?? 0) - this.#cells))}\r\n`;
    if (this.#struckColumns.length > 0)
      this.struck?.set(this.#row, { columns: this.#struckColumns, filled: this.#filled });
  }

  #beginRecord(): void {
    const facts = this.facts;
    if (this.#isHidden) {
      facts.hiddenRows++;
      if (this.unseen === "refused") throw this.#refuse("rowHidden", [], this.#row);
    }
    const before = facts.rows === 0 ? (this.layout?.firstRow ?? this.#row) - 1 : facts.lastRow;
    this.written += "\r\n".repeat(this.#row - before - 1);
    if (facts.rows === 0) facts.firstRow = this.#row;
    facts.lastRow = this.#row;
    facts.rows++;
  }

  /** Takes what is known of the sheet by a cell. */
  #takePlace(column: number): void {
    const facts = this.facts;
    if (facts.firstColumn === 0 || column < facts.firstColumn) facts.firstColumn = column;
    if (column > facts.lastColumn) facts.lastColumn = column;
    if (this.headerRow === undefined ? facts.rows === 1 : this.#row === this.headerRow) {
      this.headerEnd = column;
      this.headerCells++;
    }
    if (column > this.listEnd && this.#row >= (this.headerRow ?? 0)) this.listEnd = column;
    facts.cells++;
    this.#filled++;
  }

  #takeHiddenColumn(column: number): void {
    if (this.unseen === "refused") throw this.#refuse("columnHidden", [columnLetters(column)]);
    if (this.#hiddenColumns[column] === 1) this.facts.hiddenColumns++;
    this.#hiddenColumns[column] = 2;
  }

  #refuse<N extends "sheetFiltered" | "rowHidden" | "columnHidden" | "formulaWithoutValue">(
    sentence: N,
    values: ConstructorParameters<typeof ScrubError<N>>[2],
    line?: number,
  ): ScrubError {
    const { file, exitCode } = this.book.terms;
    return new ScrubError(exitCode, sentence, values, { file, sheet: shownSheet(this.sheet), ...(line && { line }) });
  }
}
