// What is known of an opened list as a table: which reader opened it, and how, is open.ts's work.

import type { Dialect } from "../csv/scanner.js";
import type { InputFile } from "../files/input.js";
import type { OpenedSheet } from "./source.js";

export type ListUse = "phone-list" | "suppression";

/** How sources and warnings name a list: one of several sheets as `book.xlsx!SHEET`. `file`: how they name its file. */
export function listName({ file, sheet }: Pick<ListTable, "file" | "sheet">, name = file.path): string {
  return sheet?.isOneOfSheets ? `${name}!${sheet.name}` : name;
}

/** A row above the header that is not blank. */
export interface Title {
  /** Of the file, or the row of the sheet, from 1. */
  line: number;
  text: string;
}

export interface ListTable {
  file: InputFile;
  dialect: Dialect;
  /** The sheet of a workbook. */
  sheet: OpenedSheet | undefined;
  header: readonly string[] | undefined;
  /** The line of the header or, where there is none, of record 1. */
  firstLine: number;
  /** The header record whole, as text. */
  headerText: string;
  /** Cells that every record must have. */
  width: number;
  /** It is no table: each line is read by itself. */
  isText: boolean;
  /** The columns of the phones, 0-based, ascending; `phoneCells`: which of the cells that are kept, counted from 0, they are. */
  columns: readonly number[];
  phoneCells: readonly number[];
  /** The line or row of the header, where it is not the first. */
  headerRow: number | undefined;
  titles: readonly Title[];
}
