// What the cells of an import's columns can name: the people's phones and ours, words, or nothing of anybody.

import { type ImportColumns, writtenIn } from "../headers/import-columns.js";
import { meaningOf } from "../headers/phone-names.js";
import { namesNotes } from "../lists/marks.js";
import type { OpenedList } from "../lists/open.js";

/**
 * What a column's cells can name. `words`: every number in them. `phone`: another number of whoever asks, and nobody's
 * where nothing is asked. `ours`: our own numbers. `id`, `none`: no number.
 */
export type ColumnUse = "words" | "phone" | "id" | "ours" | "none";

/** The column of what a message holds beside its text: the words of the button that somebody pressed, among others. */
export const BESIDE = "beside";

/** What each column is for; one of which nobody can tell is one of words where its cell is text. */
export function usesOf(
  list: Pick<OpenedList, "header" | "columns" | "width">,
  columns: ImportColumns,
): (ColumnUse | undefined)[] {
  const uses = new Array<ColumnUse | undefined>(list.width).fill(undefined);
  const use = (kind: ColumnUse, ...them: readonly (number | undefined)[]) => {
    for (const column of them) if (column !== undefined) uses[column] = kind;
  };
  for (const [column, name] of (list.header ?? []).entries()) {
    const meaning = meaningOf(name);
    if (["phone", "perhaps", "numbering"].includes(meaning)) use("phone", column);
    else if (["other", "hash"].includes(meaning)) use("id", column);
    else if (name === BESIDE || writtenIn(name) !== undefined || namesNotes(name)) use("words", column);
  }
  // Which end of a call is the person's, sender.ts tells; the other one is ours.
  use("ours", ...columns.parties.callers, ...columns.parties.called, columns.sender);
  use("ours", ...columns.ends.filter((column) => !list.columns.includes(column)));
  if (!list.columns.every((column) => columns.to.includes(column))) use("ours", ...columns.to);
  use("words", columns.text, columns.codeName, ...columns.actions);
  use("none", columns.email, columns.date, columns.time, columns.id);
  return uses;
}

/** Whether a cell is somebody's words, and no code: letters and digits in one run are an id. */
export function isText(cell: string): boolean {
  return /\p{L}/u.test(cell) && (/\S\s+\S/.test(cell) || !/\d/.test(cell));
}
