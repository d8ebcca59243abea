// Writes the cells of a sheet as CSV with commas and CRLF. A row without a value is a blank line, so line numbers are row
// numbers. Refuses or counts what a person does not see in the sheet.

import { ScrubError } from "../errors.js";
import { type SheetEntry, shownSheet, type Workbook } from "./book.js";
import { columnLetters, MOST_COLUMNS, MOST_ROWS, type SheetFacts, type SheetLayout, type Unseen } from "./facts.js";
import { typedValue } from "./values.js";

/** The struck-through columns of a row, and its count of values. */
export interface StruckRow {
  columns: readonly number[];
  filled: number;
}

export class SheetRecords {
  /** The records since the last call of `take`. */
  written = "";
  /** The last column of the header (the first row by default), and its count of values. */
  headerEnd = 0;
  headerCells = 0;
  /** The last column from the header on. */
  listEnd = 0;
  /** The struck-through rows; undefined if they are not wanted. */
  struck: Map<number, StruckRow> | undefined;
  readonly facts: SheetFacts = {
    ...{ rows: 0, cells: 0, firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 0 },
    ...{ hiddenRows: 0, hiddenColumns: 0, isFiltered: false, formulas: 0, merged: undefined },
    get range() {
      const [first, last] = [columnLetters(this.firstColumn), columnLetters(this.lastColumn)];
      return this.rows === 0 ? "" : `${first}${this.firstRow}:${last}${this.lastRow}`;
    },
  };
  /** 1: hidden; 2: hidden, and a value stands in it. */
  readonly #hiddenColumns = new Uint8Array(MOST_COLUMNS + 1);
  // Of the row.
  #row = 0;
  #isHidden = false;
  /** The count of cells in the record, and of those with a value. */
  #cells = 0;
  #filled = 0;
  #struckColumns: number[] = [];

  constructor(
    private readonly book: Workbook,
    private readonly sheet: SheetEntry,
    private readonly unseen: Unseen,
    /** If undefined, records begin in column A and end with their last cell. */
    private readonly layout: SheetLayout | undefined,
    private readonly headerRow: number | undefined,
    /** Quotes texts that look like numbers or dates, so that cells without quotes are numbers and dates. */
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

  /** `range`: `D3:D5`. An unknown range reaches to the end of the sheet. */
  mergeCells(range: string): void {
    const [, first, last] = /^[A-Z]+([0-9]+)(?::[A-Z]+([0-9]+))?$/i.exec(range) ?? [];
    const lastRow = first === undefined ? MOST_ROWS : Number(last ?? first);
    if (Number(first) === lastRow || lastRow <= (this.facts.merged?.lastRow ?? 0)) return;
    this.facts.merged = { range, lastRow };
  }

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

  /** Writes the next cell of the row; false if it is left of the list. */
  put(column: number, text: string, isText: boolean, isStruck: boolean): boolean {
    if (this.#filled === 0) this.#beginRecord();
    if (this.#hiddenColumns[column] !== 0) this.#takeHiddenColumn(column);
    this.#takePlace(column);
    if (isStruck) this.#struckColumns.push(column);
    const cell = column - (this.layout?.firstColumn ?? 1);
    if (cell < 0) return false;
    this.written += ",".repeat(cell - Math.max(0, this.#cells - 1));
    this.#cells = cell + 1;
    const isQuoted = /[",\r\n]/.test(text) || (isText && this.tellsTypes && typedValue(text) !== undefined);
    this.written += isQuoted ? `"${text.replaceAll('"', '""')}"` : text;
    return true;
  }

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
