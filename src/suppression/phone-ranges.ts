// The ranges that the text of a phone cell, or a line of a text, names: entries that end in a wildcard are no numbers to whoever
// reads phones.

import {
  type NumberRange,
  rangeNamed,
  rangesAmong,
  rangesAmongWords,
  readRanges,
  strayRange,
} from "../phone/wildcards.js";
import { MOST_RANGE_NUMBERS } from "./ends-over-cells.js";
import { isComment } from "./entry-readings.js";
import { isOpenRange } from "./open-ends.js";

/** `isRead`: the text means some number; `mayBeRange`: none that is certain, or a mark of a range stands in it. */
export function rangesOfPhone(
  text: string,
  isRead: boolean,
  mayBeRange: boolean,
): { ranges: readonly NumberRange[]; isOpen: boolean } {
  const ranges = mayBeRange ? [...readRanges(text), ...rangeNamed(text)] : [];
  const isOpen = ranges.length === 0 && isOpenRange(text);
  if (!mayBeRange) return { ranges: [], isOpen };
  if (ranges.length > 0 || isRead) return { ranges: [...ranges, ...rangesAmong(text)], isOpen };
  if (isComment(text)) return { ranges: [], isOpen };
  const among = rangesAmongWords(text);
  return { ranges: among.length > 0 ? among : strayRange(text), isOpen };
}

/** All ranges in the cells of a broken record. */
export function rangesOfBroken(whole: string, cells: readonly string[]): NumberRange[] {
  return [
    ...cells.flatMap((cell) => [...readRanges(cell), ...rangesAmong(cell), ...behindQuotes(cell)]),
    // A comma in braces tore the record as well: `2222-00{00,99}`.
    ...(/\d\{\d{1,4},\d{1,4}\}/.test(whole) ? readRanges(whole) : []),
  ];
}

/** A quote that parts a wildcard from what follows tore the record; what stands behind it may be anything. */
function behindQuotes(cell: string): NumberRange[] {
  const pieces = cell.includes('"') ? cell.split('"') : [];
  return pieces.flatMap(readRanges).filter((range) => range.isAtEnd && range.numbers <= MOST_RANGE_NUMBERS);
}
