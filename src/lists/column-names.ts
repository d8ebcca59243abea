// Finds columns by what users type, and names columns in messages.

import { ExitCode as Exit, ScrubError } from "../errors.js";
import { foldName } from "../headers/folding.js";
import { FEWEST_DIGITS } from "../phone/plan.js";
import { readCell } from "../phone/read.js";
import { byNearness, nearest } from "../text/nearest.js";
import type { NamedColumn } from "../text/values.js";
import type { ListTable } from "./table.js";

/** Returns a column's name as people may type it: its header, or its position if that can't be shown or is an earlier column's. */
export function columnName({ header }: Pick<ListTable, "header">, column: number): string {
  const name = shownName(header?.[column]);
  return name !== undefined && findColumn(name, header, 0) === column ? name : String(column + 1);
}

/** Returns a header cell without control characters; undefined if it is empty or may hold a number (`7l4O-22O9`). */
export function shownName(name: string | undefined): string | undefined {
  const shown = name?.replace(/[\p{Cc}\p{Cf}]/gu, "").trim();
  return shown === undefined || shown === "" || mayBeNumber(shown) ? undefined : shown;
}

function mayBeNumber(name: string): boolean {
  const { candidates, digits } = readCell(name);
  return candidates.length > 0 || digits.numbers + digits.leftover >= FEWEST_DIGITS;
}

const POSITION = /^\d+$/;

/** Returns the 0-based column of a header name or 1-based position; -1 if there is none. */
export function findColumn(name: string, header: readonly string[] | undefined, width: number): number {
  const exact = header?.indexOf(name) ?? -1;
  if (exact >= 0) return exact;
  const folded = header?.findIndex((cell) => foldName(cell) === foldName(name)) ?? -1;
  if (folded >= 0) return folded;
  const position = POSITION.test(name) ? Number(name) : 0;
  return position <= width ? position - 1 : -1;
}

/** Returns the 0-based columns of header names or 1-based positions, ascending. Throws at an unknown one. */
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
