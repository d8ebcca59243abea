// Columns by the names that people know them by: what is typed of a column, and how a person is told of one.

import { ExitCode as Exit, ScrubError } from "../errors.js";
import { foldName } from "../headers/phone-names.js";
import { FEWEST_DIGITS } from "../phone/plan.js";
import { readCell } from "../phone/read.js";
import { byNearness, nearest } from "../text/nearest.js";
import type { NamedColumn } from "../text/values.js";
import type { ListTable } from "./table.js";

/** A column as a person is told of it: its name, or its position where it has none that can be shown. */
export function columnName(list: Pick<ListTable, "header">, column: number): string {
  return shownName(list.header?.[column]) ?? String(column + 1);
}

/**
 * A header cell that may be shown, without control characters, which a terminal would obey; undefined where it is
 * empty or could be a record's, for the digits in it, also where some of them were read as letters (`7l4O-22O9`).
 */
export function shownName(name: string | undefined): string | undefined {
  const shown = name?.replace(/[\p{Cc}\p{Cf}]/gu, "").trim();
  return shown === undefined || shown === "" || mayBeNumber(shown) ? undefined : shown;
}

function mayBeNumber(name: string): boolean {
  const { candidates, digits } = readCell(name);
  return candidates.length > 0 || digits.numbers + digits.leftover >= FEWEST_DIGITS;
}

const POSITION = /^\d+$/;

/** Returns the column of that header name or 1-based position, from 0; -1 where there is none. */
export function findColumn(name: string, header: readonly string[] | undefined, width: number): number {
  const exact = header?.indexOf(name) ?? -1;
  if (exact >= 0) return exact;
  const folded = header?.findIndex((cell) => foldName(cell) === foldName(name)) ?? -1;
  if (folded >= 0) return folded;
  const position = POSITION.test(name) ? Number(name) : 0;
  return position <= width ? position - 1 : -1;
}

/** Returns the columns that were typed, by header name or 1-based position: from 0, ascending, each once. Throws at an unknown one. */
export function chooseColumns(
  wanted: readonly string[],
  header: readonly string[] | undefined,
  width: number,
  file: string,
): number[] {
  const chosen = wanted.map((name) => {
    const column = findColumn(name, header, width);
    if (column >= 0) return column;
    const names = (header ?? []).flatMap((cell) => shownName(cell) ?? []);
    const holding = names.find((other) => name.trim() !== "" && foldName(other).includes(foldName(name)));
    const isPosition = POSITION.test(name);
    const meant = isPosition ? undefined : (nearest(name, names) ?? holding);
    const near = new Set([...(meant === undefined ? [] : [meant]), ...byNearness(name, names)]);
    const columns: NamedColumn[] = isPosition
      ? (header ?? []).map((cell, i) => ({ position: i + 1, name: shownName(cell) }))
      : [...near].map((name) => ({ name }));
    throw new ScrubError(Exit.usage, "unknownColumn", [name, meant, width, header !== undefined, columns], { file });
  });
  return [...new Set(chosen)].sort((a, b) => a - b);
}
