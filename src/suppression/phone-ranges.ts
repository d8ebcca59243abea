// The ranges that the text of a phone cell, or a line of a text, names: entries that end in a wildcard are no numbers to whoever
// reads phones.

import type { RecordBatch } from "../lists/batch.js";
import {
  type NumberRange,
  rangeNamed,
  rangesAmong,
  rangesAmongWords,
  rangesBetween,
  readRanges,
  strayRange,
} from "../phone/wildcards.js";
import { MOST_RANGE_NUMBERS } from "./ends-over-cells.js";
import { isComment } from "./entry-readings.js";
import { withoutTags } from "./free-text.js";
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

/** What leads from one end of a range to the other, at the end of a record or the beginning of the next. */
const LEADING = /(?:(?<![a-z])(?:al?|hasta|to|until|y|and)(?: (?:el|la|the))?|[-–—→>])\W*$/i;
const LED = /^\W*(?:al?|hasta|to|until|y|and)(?![a-z])/i;
/** Who wrote the next message of a chat, and when. */
const WRITER = /^.{0,80}?[\p{L}.)]: +(?=\S)/u;
/** As long as the half of a range with the words that lead to it. */
const LONGEST_HALF = 60;

/** Finds the ranges of which one end stands in the record before: `del 2289-7700` above `al 2289-7709`. */
export class RangesOverRecords {
  #lastOfBatch: Uint8Array | undefined;

  /** `cell`: that of the phones; undefined where there is none. */
  constructor(private readonly cell: number | undefined) {}

  /** `text`: what the selected record says. */
  of(batch: RecordBatch, text: string): readonly NumberRange[] {
    const before = this.cell === undefined ? undefined : (batch.cellBefore(this.cell) ?? this.#lastOfBatch);
    if (before === undefined || !/\d/.test(text)) return [];
    return rangesOverEnd(Buffer.from(before.subarray(-2 * LONGEST_HALF)).toString(), text);
  }

  /** To be called when all of a batch is taken. */
  endBatch(batch: RecordBatch): void {
    if (this.cell === undefined || batch.count === 0) return;
    batch.select(batch.count - 1);
    const { bytes, cellStart, cellEnd } = batch;
    const [start, end] = [cellStart[this.cell]!, cellEnd[this.cell]!];
    this.#lastOfBatch = start < 0 ? undefined : bytes.slice(Math.max(start, end - 2 * LONGEST_HALF), end);
  }
}

function rangesOverEnd(before: string, text: string): NumberRange[] {
  const end = withoutTags(before).slice(-LONGEST_HALF).trimEnd();
  const begin = withoutTags(text.slice(0, 3 * LONGEST_HALF)).replace(/^[>\s]+/, "");
  const said = [begin, begin.replace(WRITER, "")].map((one) => one.slice(0, LONGEST_HALF));
  const joined = said.filter((one) => LEADING.test(end) || LED.test(one)).map((one) => `${end} ${one}`);
  if (joined.length === 0 || !/\d/.test(end)) return [];
  const alone = new Set([end, ...said].flatMap(rangesBetween).map(({ patterns }) => patterns.join()));
  return joined
    .flatMap(rangesBetween)
    .filter(({ numbers, patterns }) => numbers <= MOST_RANGE_NUMBERS && !alone.has(patterns.join()));
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
