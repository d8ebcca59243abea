// Writes the rows of a sheet as CSV, with commas and CRLF. Notes where its values are, and which of them are hidden.

import { ScrubError } from "../errors.js";
import { type SheetEntry, shownSheet, type Workbook } from "./book.js";
import { damaged, type WorkbookFault } from "./faults.js";
import { columnLetters, MOST_COLUMNS, MOST_ROWS, typedValue } from "./values.js";

export interface SheetLayout {
  /** The first row and column of the list, from 1. */
  firstRow: number;
  firstColumn: number;
  /** The cells to which every row is padded. */
  width: number;
}

/** Facts about the rows so far. Rows and columns without a value do not count. */
export class SheetFacts {
  rows = 0;
  cells = 0;
  firstRow = 0;
  lastRow = 0;
  firstColumn = 0;
  lastColumn = 0;
  /** `A1:H1000001`, from the first to the last value; empty without one. */
  range = "";
  hiddenRows = 0;
  hiddenColumns = 0;
  isFiltered = false;
  /** The count of formulas without a stored value. */
  formulas = 0;
  /** The merged cells that reach furthest down, of those over several rows. */
  merged: { range: string; lastRow: number } | undefined;
  /** The range that the sheet says it has. Many programs write one that is wrong, or none. */
  dimension = "";
}

/** The struck-through columns of a row, and the number of its values. */
export interface StruckRow {
  columns: readonly number[];
  filled: number;
}

export interface SheetReading {
  /** What happens to hidden rows and columns, and to formulas without a stored value. */
  unseen: "refused" | "counted";
  /** Where the list is. If undefined, records begin in column A and end with their last cell. */
  layout?: SheetLayout;
  /** Quotes texts that look like numbers or dates, so that cells without quotes are numbers and dates. */
  tellsTypes?: boolean;
  /** Gets the struck-through rows, by their numbers. */
  struck?: Map<number, StruckRow> | undefined;
}

export class SheetRecords {
  /** The records since the last piece. */
  text = "";
  row = 0;
  readonly facts = new SheetFacts();
  /** For each column, 1 if it is hidden and has no value so far. */
  readonly hiddenColumns = new Uint8Array(MOST_COLUMNS + 1);
  #isHidden = false;
  /** The number of cells in the record, and of those with a value. */
  #cells = 0;
  #filled = 0;
  #struckColumns: number[] = [];

  constructor(
    private readonly book: Workbook,
    private readonly sheet: SheetEntry,
    private readonly reading: SheetReading,
  ) {}

  /** Returns the records since the last piece, and notes the range of all so far. */
  flush(): string {
    const { text } = this;
    this.text = "";
    const { firstColumn, firstRow, lastColumn, lastRow, rows } = this.facts;
    if (rows > 0) this.facts.range = `${columnLetters(firstColumn)}${firstRow}:${columnLetters(lastColumn)}${lastRow}`;
    return text;
  }

  /** Notes merged cells: `D3:D5`. An unknown range reaches to the end of the sheet. */
  mergeCells(range: string): void {
    const [, first, last] = /^[A-Z]+([0-9]+)(?::[A-Z]+([0-9]+))?$/i.exec(range) ?? [];
    const lastRow = first === undefined ? MOST_ROWS : Number(last ?? first);
    if (Number(first) === lastRow || lastRow <= (this.facts.merged?.lastRow ?? 0)) return;
    this.facts.merged = { range, lastRow };
  }

  beginRow(row: number, isHidden: boolean): void {
    this.row = row;
    this.#isHidden = isHidden;
    this.#cells = this.#filled = 0;
    this.#struckColumns = [];
  }

  endRow(): void {
    const { layout, struck } = this.reading;
    if (this.#filled === 0) return;
    this.text += `${",".repeat(Math.max(0, (layout?.width ?? 0) - this.#cells))}\r\n`;
    if (this.#struckColumns.length > 0) struck?.set(this.row, { columns: this.#struckColumns, filled: this.#filled });
  }

  /** Writes the next cell of the row. `isText`: whether it is neither a number nor a truth value. */
  put(column: number, text: string, isText: boolean, isStruck: boolean): void {
    const { facts } = this;
    const { layout, tellsTypes } = this.reading;
    if (this.#filled++ === 0) this.#beginRecord();
    if (this.hiddenColumns[column] === 1) {
      this.hiddenColumns[column] = 0;
      facts.hiddenColumns++;
      this.refuseUnseen("columnHidden", [columnLetters(column)]);
    }
    if (facts.firstColumn === 0 || column < facts.firstColumn) facts.firstColumn = column;
    facts.lastColumn = Math.max(facts.lastColumn, column);
    facts.cells++;
    if (isStruck) this.#struckColumns.push(column);
    const cell = column - (layout?.firstColumn ?? 1);
    if (cell < 0) throw this.damaged("left-of-list", column);
    const isQuoted = /[",\r\n]/.test(text) || (isText && tellsTypes === true && typedValue(text) !== undefined);
    this.text += ",".repeat(cell - Math.max(0, this.#cells - 1));
    this.text += isQuoted ? `"${text.replaceAll('"', '""')}"` : text;
    this.#cells = cell + 1;
  }

  #beginRecord(): void {
    const { facts } = this;
    if (this.#isHidden) {
      facts.hiddenRows++;
      this.refuseUnseen("rowHidden", [], this.row);
    }
    const before = facts.rows === 0 ? (this.reading.layout?.firstRow ?? this.row) - 1 : facts.lastRow;
    this.text += "\r\n".repeat(this.row - before - 1);
    if (facts.rows++ === 0) facts.firstRow = this.row;
    facts.lastRow = this.row;
  }

  refuseUnseen<N extends "sheetFiltered" | "rowHidden" | "columnHidden" | "formulaWithoutValue">(
    sentence: N,
    values: ConstructorParameters<typeof ScrubError<N>>[2],
    line?: number,
  ): void {
    const { file, exitCode } = this.book.terms;
    const place = { file, sheet: shownSheet(this.sheet), ...(line && { line }) };
    if (this.reading.unseen === "refused") throw new ScrubError(exitCode, sentence, values, place);
  }

  /** Returns the refusal of a cell of the row; of the row itself for column 0. */
  damaged(fault: WorkbookFault, column: number): ScrubError {
    const cell = column === 0 ? this.sheet.part : columnLetters(column) + this.row;
    return damaged(this.book.terms, fault, cell, { sheet: shownSheet(this.sheet), line: this.row });
  }
}
