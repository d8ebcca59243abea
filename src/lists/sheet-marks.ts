// Reads what a sheet says of a record outside its cells' text: struck-through cells, and comments.

import { foldName } from "../headers/folding.js";
import { type Mark, readMark } from "../lexicon/marks.js";
import type { OpenedSheet } from "./source.js";

/** The column of a record that says no, from 0. */
export interface RecordMark {
  column: number;
  says: Mark["says"];
}

/** The marks of each row of a sheet, by its line. */
export type SheetMarks = ReadonlyMap<number, readonly RecordMark[]>;

const NAMES = /^(?:nombres?|names?|apellidos?|clientes?|customer|client|full ?name|titular|razon social)\b/;

/** Returns the marks by row. A record is struck through if its phone, its name or most of its cells are. */
export function sheetMarks(
  { marks, toRead: { layout } }: OpenedSheet,
  header: readonly string[] | undefined,
  phones: readonly number[],
  ignored: readonly number[],
): SheetMarks {
  const found = new Map<number, RecordMark[]>();
  const columnOf = (column: number) => column - layout.firstColumn;
  const counts = (column: number) => !ignored.includes(column);
  const isOfPerson = (column: number) => phones.includes(column) || NAMES.test(foldName(header?.[column] ?? ""));
  const [phone = 0] = phones;
  for (const [row, { columns, filled }] of marks?.struck ?? []) {
    const struck = columns.map(columnOf).filter(counts);
    if (struck.some(isOfPerson) || 2 * struck.length > filled) found.set(row, [{ column: phone, says: "says-no" }]);
  }
  for (const { row, column, text } of marks?.comments ?? []) {
    const inList = columnOf(column);
    // A comment is read like a note; outside the list it is about the whole record.
    const says = readMark("nota", text)?.says;
    const own = inList >= 0 && inList < layout.width ? inList : phone;
    if (says !== undefined && counts(own)) found.set(row, [...(found.get(row) ?? []), { column: own, says }]);
  }
  return found;
}
