// Reads what a sheet says of a record outside its cells' text: struck-through cells, and comments.

import { foldName } from "../headers/phone-names.js";
import { type Mark, readMark } from "../lexicon/marks.js";
import type { OpenedSheet } from "./source.js";

/** Columns are 0-based, as in the list. */
export interface SheetMark {
  column: number;
  /** Of a comment; undefined if the record is struck through. */
  text: string | undefined;
}

/** By line, which is the sheet's row. */
export type SheetMarks = ReadonlyMap<number, readonly SheetMark[]>;

const NAMES = /^(?:nombres?|names?|apellidos?|clientes?|customer|client|full ?name|titular|razon social)\b/;

/** Returns what a mark says. A comment is read like a note. */
export function readSheetMark({ text }: SheetMark): Mark["says"] | undefined {
  return text === undefined ? "says-no" : readMark("nota", text)?.says;
}

/** Returns the marks by row. A record is struck through if its phone, its name or most of its cells are. */
export function sheetMarks(
  { marks, toRead: { layout } }: OpenedSheet,
  header: readonly string[] | undefined,
  phones: readonly number[],
  ignored: readonly number[],
): SheetMarks {
  const found = new Map<number, SheetMark[]>();
  const columnOf = (column: number) => column - layout.firstColumn;
  const counts = (column: number) => !ignored.includes(column);
  const isOfPerson = (column: number) => phones.includes(column) || NAMES.test(foldName(header?.[column] ?? ""));
  const [phone = 0] = phones;
  for (const [row, { columns, filled }] of marks?.struck ?? []) {
    const struck = columns.map(columnOf).filter(counts);
    if (struck.some(isOfPerson) || 2 * struck.length > filled) found.set(row, [{ column: phone, text: undefined }]);
  }
  for (const { row, column, text } of marks?.comments ?? []) {
    const own = columnOf(column);
    // A comment outside the list is about the whole record.
    const mark = { column: own >= 0 && own < layout.width ? own : phone, text };
    if (counts(mark.column)) found.set(row, [...(found.get(row) ?? []), mark]);
  }
  return found;
}
