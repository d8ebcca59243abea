// The place of a list in its sheet, what is known of the sheet, and the limits of a sheet.

export const MOST_ROWS = 1_048_576;
/** Without the header. */
export const MOST_RECORDS = MOST_ROWS - 1;
export const MOST_COLUMNS = 16_384;

/** What happens to hidden rows and columns, and to formulas without a stored value. */
export type Unseen = "refused" | "counted";

export interface SheetLayout {
  /** Both from 1. */
  firstRow: number;
  firstColumn: number;
  /** The cells to which every row is padded. */
  width: number;
}

/** What the rows so far hold. Rows and columns without a value do not count. */
export interface SheetFacts {
  rows: number;
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
  /** Of the cells merged over several rows those that end last. */
  merged: { range: string; lastRow: number } | undefined;
  /** `A1:H1000001`, from the first to the last value; empty without one. */
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
  let column = 0;
  // The bit that tells small letters goes.
  for (let at = 0; at < letters.length; at++) column = column * 26 + (letters.charCodeAt(at) & 0x1f);
  return column;
}
