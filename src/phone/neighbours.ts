// Joins numbers that are split over neighbouring cells: `7012` and `3456`, or `503`, `7012` and `3456`.

import { normalise } from "./normalise.js";
import { HOME } from "./number.js";
import { MOST_DIGITS, nationalIn } from "./one-number.js";
import { NATIONAL_DIGITS } from "./plan.js";

const DIGITS_ALONE = /^[\s"'=(+]*(\d{1,9})[\s"'.)-]*$/;

/**
 * Returns the E.164 of each number that neighbouring cells make together. Each cell holds only digits, and is no number
 * by itself. An empty cell is skipped; an undefined one ends a number.
 */
export function joinedNumbers(cells: readonly (string | undefined)[]): string[] {
  const parts = cells.map(digitsAlone);
  const found = new Set<string>();
  for (const [first, part] of parts.entries()) {
    let digits = part ?? "";
    for (let last = first + 1; digits !== "" && digits.length < MOST_DIGITS && parts[last] !== undefined; last++) {
      if (parts[last] === "") continue;
      digits += parts[last]!;
      const national = nationalIn(digits);
      if (national?.length === NATIONAL_DIGITS) found.add(HOME + national);
    }
  }
  return [...found];
}

/** Returns the digits of a cell that may be part of a number, empty for an empty cell; undefined for any other. */
export function digitsAlone(cell: string | undefined): string | undefined {
  if (cell === undefined) return undefined;
  if (cell.trim() === "") return "";
  const digits = DIGITS_ALONE.exec(normalise(cell))?.[1];
  return digits === undefined || nationalIn(digits) !== undefined ? undefined : digits;
}
