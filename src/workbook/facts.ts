// Where in a sheet a list stands, and what is known of the sheet once its rows were read.

export const MOST_ROWS = 1_048_576;
/** Records that a sheet holds below its header. */
export const MOST_RECORDS = MOST_ROWS - 1;
export const MOST_COLUMNS = 16_384;

/** What is done about rows and columns that a person does not see, and about formulas without a stored value. */
export type Unseen = "refused" | "counted";

/** The place of the list in the sheet. */
export interface SheetLayout {
  /** The first row, from 1. */
  firstRow: number;
  firstColumn: number;
  /** Cells that every row is filled up to. */
  width: number;
}

/** What was found in the rows so far. Rows and columns without a value are none. */
export interface SheetFacts {
  rows: number;
  /** The count of cells with a value. */
  cells: number;
  firstRow: number;
  lastRow: number;
  firstColumn: number;
  lastColumn: number;
  hiddenRows: number;
  hiddenColumns: number;
  isFiltered: boolean;
  /** Formulas without a stored value. */
  formulas: number;
  /** Of the merged cells of several rows those that go down farthest; undefined where there are none. */
  merged: { range: string; lastRow: number } | undefined;
  /** `A1:H1000001`; empty while no row was read. */
  readonly range: string;
}

/** `A` for 1, `AB` for 28. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(0x41 + ((left - 1) % 26)) + letters;
  return letters;
}

/** 28 for `AB`. */
export function columnOf(letters: string): number {
  return [...letters.toUpperCase()].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 0x40, 0);
}

/** `A1:H1000001`: what holds a value, and all between. */
export function rangeOf({ rows, firstRow, lastRow, firstColumn, lastColumn }: Omit<SheetFacts, "range">): string {
  if (rows === 0) return "";
  return `${columnLetters(firstColumn)}${firstRow}:${columnLetters(lastColumn)}${lastRow}`;
}
