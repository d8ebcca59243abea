// What a sheet says of a record beside the text of its cells: that they are struck through, and comments.

import { foldName } from "../headers/phone-names.js";
import { type Mark, readMark } from "../lexicon/marks.js";
import type { OpenedSheet } from "./source.js";

/** Columns are counted from 0, as the list has them. */
export interface SheetMark {
  column: number;
  /** A comment's; undefined where the record is struck through. */
  text: string | undefined;
}

/** By line, which is the row of the sheet. */
export type SheetMarks = ReadonlyMap<number, readonly SheetMark[]>;

const NAMES = /^(?:nombres?|names?|apellidos?|clientes?|customer|client|full ?name|titular|razon social)\b/;

/** Returns what a mark says of the record: a comment is read like a note. */
export function saidBySheet({ text }: SheetMark): Mark["says"] | undefined {
  return text === undefined ? "says-no" : readMark("nota", text)?.says;
}

/** A record is struck through where its phone or name is, or most of its cells. `phones`: their columns; `ignored`: those that do not count. */
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
    // Beside the list it is of the whole record.
    const mark = { column: own >= 0 && own < layout.width ? own : phone, text };
    if (counts(mark.column)) found.set(row, [...(found.get(row) ?? []), mark]);
  }
  return found;
}
