// What is known of an opened list as a table. open.ts opens it.

import type { Dialect } from "../csv/scanner.js";
import type { InputFile } from "../files/input.js";
import type { OpenedSheet } from "./source.js";

export type ListUse = "phone-list" | "suppression";

/** Returns a list's name for sources and warnings; of one of several sheets `book.xlsx!SHEET`. */
export function listName({ file, sheet }: Pick<ListTable, "file" | "sheet">): string {
  const name = file.path === "-" ? "stdin" : file.path;
  return sheet?.isOneOfSheets ? `${name}!${sheet.name}` : name;
}

/** A non-blank row above the header. */
export interface Title {
  /** The line of the file, from 1; the row of a sheet. */
  line: number;
  text: string;
}

export interface ListTable {
  file: InputFile;
  dialect: Dialect;
  sheet: OpenedSheet | undefined;
  header: readonly string[] | undefined;
  /** The line of the header or, where there is none, of record 1. */
  firstLine: number;
  /** The whole header record as text. */
  headerText: string;
  /** The count of cells that every record must have. */
  width: number;
  /** Whether it is no table: each line is read by itself. */
  isText: boolean;
  /** The phone columns, 0-based, ascending; `phoneCells`: their indexes among the wanted cells. */
  columns: readonly number[];
  phoneCells: readonly number[];
  /** The line or row of the header, if it is not the first. */
  headerRow: number | undefined;
  titles: readonly Title[];
}
