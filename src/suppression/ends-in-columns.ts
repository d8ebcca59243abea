// The ends of a range in two cells of a record.

import { recordCells } from "../csv/cells.js";
import type { Dialect, RecordView } from "../csv/scanner.js";
import { type EndColumns, isDay } from "../headers/end-columns.js";
import { type NumberRange, rangesBetween } from "../phone/wildcards.js";

/** One number of the country with nothing but marks in it. */
const WHOLE = /^(?:(?:\+|00)?[( ]{0,3}503[-). ]{0,4})?[2-7]\d{3}[-. ]?\d{4}$/;

/** Whether a cell holds a whole number, and no day that looks like one. */
export function isWholeNumber(cell: string): boolean {
  return WHOLE.test(cell.trim()) && !isDay(cell);
}

/** A wildcard behind a number's first digits. */
const WILDCARD = /^(?:\+?503[- ]?)?[2-7]\d{3}[-. ]?\d{0,3}[*?#%x]{1,4}$/i;

/** All numbers between the ends that two columns (`ends`) of a record hold; of one end alone itself. */
function rangeOfEnds(cells: readonly string[], ends: EndColumns): NumberRange[] {
  const textOf = (column: number) => cells[column]?.trim() ?? "";
  const [before, first, last] = [ends.first - 1, ends.first, ends.last].map(textOf) as [string, string, string];
  // `2222`, `0000`, `0099`: the digits of the central office stand in the column before.
  const isTorn = /^\d+$/.test(before) && /^\d+$/.test(first) && before.length + first.length === 8;
  const office = isTorn ? before : "";
  const isFirst = isWholeNumber(`${office}${first}`) || WILDCARD.test(first);
  const isRange = !isDay(last) && (isFirst || !ends.areDoubtful);
  const found = isRange ? rangesBetween(`${office}${first} hasta ${office}${last}`) : [];
  return found.length > 0 ? found : [first, last].filter(isWholeNumber).map(itself);
}

/** The national digits of a whole number, or of an E.164. */
export function nationalOf(number: string): string {
  return number.replace(/\D/g, "").slice(-8);
}

function itself(number: string): NumberRange {
  return { patterns: [nationalOf(number)], numbers: 1, isAtEnd: true, isBetween: true };
}

/** Returns all numbers between the ends that each pair of columns names in a record. */
export function rangesOfEnds(
  { bytes, start, end }: RecordView,
  pairs: readonly EndColumns[],
  dialect: Dialect,
): readonly NumberRange[] {
  if (pairs.length === 0) return [];
  const cells = recordCells(bytes, start, end, dialect);
  return pairs.flatMap((ends) => rangeOfEnds(cells, ends));
}
