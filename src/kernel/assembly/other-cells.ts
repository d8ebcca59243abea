// Looks for what may count in the other columns of a record: numbers (other-numbers.ts) and words of an opt-out (words.ts).

import { isDigit, isLetter, QUOTE } from "./ascii";
import { placeOf } from "./known";
import { ASK, isDayOrId, NOTHING, numberAt } from "./other-numbers";
import { readPlain } from "./plain";
import { beginSuspects, origin, suspects, WORD_SUSPECTS } from "./suspects";
import { mayBegin, mayTell, setWordTables } from "./words";

/** Bits of what counts in a column. TEXTS: every text not known as harmless. PHONES: the same, but a plain number is mentioned. */
export enum Counts {
  WORDS = 1, NUMBERS = 2, TEXTS = 4, PHONES = 8,
}
/** The most digits of a cell that is part of a number, and the fewest of a number. */
const MOST_OF_PART: u32 = 7;
const FEWEST_OF_NUMBER: u32 = 8;
const SPAN_BYTES: usize = 12;

/** What is watched. scan-kernel.ts sets it. */
// @ts-ignore: decorator
@unmanaged
class Watched {
  /** The address of u32[3][spanCount], ascending spans of columns: first, last, `Counts`. A span with TEXTS or PHONES is one column. */
  spans: u32 = 0;
  spanCount: u32 = 0;
  /** The count of a record's cells. */
  width: u32 = 0;
  /** Whether a record's only other number is mentioned: its state alone decides. */
  mayMention: u32 = 0;
  /** The address of a table of harmless texts for each of the first columns. lists/watch.ts fills them. */
  known: u32 = 0;
  tableCount: u32 = 0;
  knownCells: u32 = 0;
  knownStride: u32 = 0;
  /** The address of the marks of suspects.ts. */
  suspects: u32 = 0;
  /** The addresses of the tables of words.ts. */
  beginnings: u32 = 0;
  plain: u32 = 0;
  cues: u32 = 0;
}

let watched = changetype<Watched>(0);

/** The number that the last record mentions; NOTHING if none. A mention is the only thing in other columns that may count: its state decides. */
export let mentioned: i32 = NOTHING;

// The record. `ends`: the address of u32[1 + width], offsets in the window: the byte before the record, then where each cell ends.
let window: usize = 0;
let ends: usize = 0;
let recordEnd: u32 = 0;
// The selected cell, without its quotes.
let cellStart: usize = 0;
let cellEnd: usize = 0;

/** Begins a window, which is watched from `from` on. */
export function watch(block: usize, from: u32): void {
  watched = changetype<Watched>(block);
  beginSuspects(watched.suspects, from);
  setWordTables(watched.beginnings, watched.plain, watched.cues);
}

/** Whether anything in other columns of a whole record may count. `endsAt`: the address of `ends`. */
export function usesOtherCells(windowAt: usize, endsAt: usize, end: u32): bool {
  window = windowAt;
  ends = endsAt;
  recordEnd = end;
  mentioned = NOTHING;
  const spansEnd = usize(watched.spans) + SPAN_BYTES * usize(watched.spanCount);
  for (let span = usize(watched.spans); span < spansEnd; span += SPAN_BYTES) if (spanCounts(span)) return true;
  return false;
}

/** Whether anything in a span of columns counts. */
function spanCounts(span: usize): bool {
  const first = load<u32>(span);
  const kinds = load<u32>(span, 8);
  if ((kinds & (Counts.TEXTS | Counts.PHONES)) != 0) return cellCounts(first, kinds);
  const to = endOf(load<u32>(span, 4));
  for (let at = startOf(first); at < to; at += AT_ONCE) {
    // Bits of bytes where words begin, and where numbers end. `left &= left - 1` drops the lowest bit.
    const words = (kinds & Counts.WORDS) == 0 ? 0 : wordsAt(at, to);
    const numbers = (kinds & Counts.NUMBERS) == 0 ? 0 : suspectsAt(0, at, to);
    for (let left = words; left != 0; left &= left - 1) if (wordCounts(at + u32(ctz(left)), first)) return true;
    for (let left = numbers; left != 0; left &= left - 1) if (numberCounts(at + u32(ctz(left)), first)) return true;
  }
  return false;
}

function startOf(column: u32): u32 {
  return load<u32>(ends + 4 * usize(column)) + 1;
}

function endOf(column: u32): u32 {
  return column + 1 == watched.width ? recordEnd : load<u32>(ends + 4 * usize(column), 4);
}

/** The bytes whose marks one load of 64 bits has, wherever in its first byte they begin. */
const AT_ONCE: u32 = 57;

/** Returns a bit for each of the bytes [at, to), `AT_ONCE` at most. `table`: 0 for numbers, `WORD_SUSPECTS` for words. */
function suspectsAt(table: usize, at: u32, to: u32): u64 {
  const bit = at - origin;
  const count = min(AT_ONCE, to - at);
  return (load<u64>(suspects + table + usize(bit >>> 3)) >>> u64(bit & 7)) & ((u64(1) << u64(count)) - 1);
}

/** Returns a bit for each of the bytes [at, to), `AT_ONCE` at most, at which a word that may say no begins. */
function wordsAt(at: u32, to: u32): u64 {
  let words: u64 = 0;
  for (let left = suspectsAt(WORD_SUSPECTS, at, to); left != 0; left &= left - 1) {
    const place = ctz(left);
    words |= mayBegin(window + at + usize(place)) << place;
  }
  return words;
}

/** Selects the cell of a column. */
function selectCell(column: u32): void {
  cellStart = window + startOf(column);
  cellEnd = window + endOf(column);
  if (cellEnd > cellStart && load<u8>(cellStart) == QUOTE) {
    cellStart++;
    cellEnd--;
  }
}

/** Selects the cell around `place`. `first`: a column before it, or its own. Returns its column. */
function selectCellAt(place: u32, first: u32): u32 {
  let column = first;
  while (endOf(column) < place) column++;
  selectCell(column);
  return column;
}

/** Whether the text of the selected cell is known as harmless in its column. */
function isKnown(column: u32): bool {
  if (column >= watched.tableCount) return false;
  const table = usize(watched.known) + usize(column * watched.knownCells * watched.knownStride);
  return placeOf(table, watched.knownCells, watched.knownStride, cellStart, u32(cellEnd - cellStart)) >= 0;
}

/** Whether a cell counts in a column in which every unknown text does. */
function cellCounts(column: u32, kinds: u32): bool {
  selectCell(column);
  const national = (kinds & Counts.PHONES) == 0 ? -1 : readPlain(cellStart, cellEnd);
  return national >= 0 ? countsUnlessMentioned(national) : !isKnown(column);
}

/** Whether words that begin at `place` may say no. */
function wordCounts(place: u32, first: u32): bool {
  return mayTell(window + place, window + recordEnd) && !isKnown(selectCellAt(place, first));
}

/** Whether a number that ends at `place` counts. A record's only number may be mentioned instead. */
function numberCounts(place: u32, first: u32): bool {
  if (isDayOrId(window + place)) return false;
  const column = selectCellAt(place, first);
  const national = numberAt(cellStart, window + place, cellEnd);
  return national != NOTHING && !isKnown(column) && (national == ASK || countsUnlessMentioned(national));
}

/** Whether a number counts: another one is mentioned already, or none may be. If it does not count, it is mentioned. */
function countsUnlessMentioned(national: i32): bool {
  if (watched.mayMention == 0 || (mentioned != NOTHING && mentioned != national)) return true;
  mentioned = national;
  return false;
}

/**
 * Whether neighbouring cells of a record may be parts of one number: `7012` and `3456`. Cells without digits between them are
 * skipped. It reads ASCII digits only: phone/neighbours.ts decides.
 */
export function mayJoin(): bool {
  let digits: u32 = 0;
  for (let column: u32 = 0; column < watched.width; column++) {
    selectCell(column);
    const own = digitsAlone();
    digits = own > MOST_OF_PART ? 0 : digits + own;
    if (digits >= FEWEST_OF_NUMBER) return true;
  }
  return false;
}

/** Counts the digits of the selected cell. Returns more than a part of a number has if it has letters. */
function digitsAlone(): u32 {
  let digits: u32 = 0;
  for (let at = cellStart; at < cellEnd; at++) {
    const byte = load<u8>(at);
    if (byte >= 0x80 || isLetter(byte)) return MOST_OF_PART + 1;
    if (isDigit(byte)) digits++;
  }
  return digits;
}
