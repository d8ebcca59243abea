// A scrub as data: a phone list, suppression lists and options, as rows of cells. Writing them as files is files.ts's work.

import type { NumberType } from "./plan.js";

export interface Row {
  cells: readonly string[];
  /** Text follows the closing quote of its first cell. */
  isMalformed?: boolean;
}

export interface Table {
  /** Undefined where the first record is data. */
  header: readonly string[] | undefined;
  rows: readonly Row[];
}

export interface SuppressionList extends Table {
  name: string;
}

export type Channel = "any" | "call" | "sms" | "whatsapp";

export interface Options {
  channel: Channel;
  types: readonly NumberType[];
  keepDuplicates: boolean;
  keepForeign: boolean;
  phoneFormat: "e164" | "national" | "digits" | "original";
  /** 1-based positions given with `--column`; none where the program detects them. */
  columns: readonly number[];
  /** 1-based positions given with `--ignore-column` and `--opt-out-column`. */
  ignored: readonly number[];
  optOutColumns: readonly number[];
  /** Names of lists whose opt-ins lift other lists' opt-outs. */
  optIns: readonly string[];
}

export interface World {
  list: Table;
  suppress: readonly SuppressionList[];
  options: Options;
}

/** How many cells a whole record has. */
export function widthOf(table: Table): number {
  return (table.header ?? table.rows[0]?.cells ?? []).length;
}

/** "Another number of cells than the header; extra empty cells at the end are not." */
export function isRagged(row: Row, width: number): boolean {
  return row.cells.length < width || row.cells.slice(width).some((cell) => cell !== "");
}

export function isBroken(row: Row, width: number): boolean {
  return row.isMalformed === true || isRagged(row, width);
}
