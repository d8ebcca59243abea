// Returns whether other cells of a record may count: by a number (near.ts), or by words that may be an opt-out.

import { isDigit, isLetter, QUOTE } from "./ascii";
import { placeOf } from "./known";
import { ASK, isDayOrId, NOTHING, numberAt } from "./near";
import { readPlain } from "./plain";
import { origin, setSuspects, suspects, WORDS_BEHIND } from "./suspects";
import { mayBegin, mayTell } from "./words";

/** What is looked for in columns: words; numbers; any text but those that are known; the same, but for a plain number. */
const WORDS: u32 = 1;
const NUMBERS: u32 = 2;
const TEXTS: u32 = 4;
const PHONES: u32 = 8;
/** The most digits of a cell that is part of a number, and the fewest of a number. */
const MOST_OF_PART: u32 = 7;
const FEWEST_OF_NUMBER: u32 = 8;

/** u32[3] each, ascending: the first and the last of columns next to each other, and what is looked for in them. */
let spans: usize = 0;
let spansEnd: usize = 0;
let width: u32 = 0;
/** A number beside the phones may be judged by its state alone. */
let areMentioned = false;
/** For each of the first columns a table of texts that count for nothing, which lists/watch.ts fills. */
let known: usize = 0;
let tableCount: u32 = 0;
let knownCells: u32 = 0;
let knownStride: u32 = 0;

/** The only number of the last record beside its phones, where its state alone decides; -1 where there is none. */
export let mentioned: i32 = NOTHING;

// The record: where its cells end, behind the byte before the first; where it ends.
let window: usize = 0;
let ends: usize = 0;
let recordEnd: u32 = 0;
// A cell of it, without its quotes.
let cellStart: usize = 0;
let cellEnd: usize = 0;

/** What is watched: the words at `block`, in the order in which scan-kernel.ts puts them. */
export function setWatched(block: usize): void {
  spans = load<u32>(block);
  spansEnd = spans + 12 * usize(load<u32>(block, 4));
  width = load<u32>(block, 8);
  areMentioned = load<u32>(block, 12) != 0;
  known = load<u32>(block, 16);
  tableCount = load<u32>(block, 20);
  knownCells = load<u32>(block, 24);
  knownStride = load<u32>(block, 28);
  setSuspects(load<u32>(block, 32));
}

/** Whether other cells of a whole record may count. `endsAt`: u32 each, where its cells end, behind the byte before the first. */
export function isRaised(windowAt: usize, endsAt: usize, end: u32): bool {
  window = windowAt;
  ends = endsAt;
  recordEnd = end;
  mentioned = NOTHING;
  for (let span = spans; span < spansEnd; span += 12) {
    const first = load<u32>(span);
    const kinds = load<u32>(span, 8);
    if ((kinds & (TEXTS | PHONES)) != 0) {
      if (isTold(first, kinds)) return true;
      continue;
    }
    const last = load<u32>(span, 4);
    const from = startOf(first);
    const to = endOf(last);
    for (let at = from; at < to; at += AT_ONCE) {
      let words: u64 = 0;
      for (let m = (kinds & WORDS) == 0 ? 0 : suspectsAt(WORDS_BEHIND, at, to); m != 0; m &= m - 1) {
        const place = ctz(m);
        words |= mayBegin(window + at + usize(place)) << place;
      }
      const numbers = (kinds & NUMBERS) == 0 ? 0 : suspectsAt(0, at, to);
      if ((words | numbers) == 0) continue;
      for (let m = words; m != 0; m &= m - 1) if (isWord(at + u32(ctz(m)), first)) return true;
      for (let m = numbers; m != 0; m &= m - 1) if (isNumber(at + u32(ctz(m)), first)) return true;
    }
  }
  return false;
}

function startOf(column: u32): u32 {
  return load<u32>(ends + 4 * usize(column)) + 1;
}

function endOf(column: u32): u32 {
  return column + 1 == width ? recordEnd : load<u32>(ends + 4 * usize(column), 4);
}

/** Bits that one load of 64 has, wherever they begin in its first byte. */
const AT_ONCE: u32 = 57;

function suspectsAt(table: usize, at: u32, to: u32): u64 {
  const bit = at - origin;
  const count = min(AT_ONCE, to - at);
  return (load<u64>(suspects + table + usize(bit >>> 3)) >>> u64(bit & 7)) & ((u64(1) << u64(count)) - 1);
}

/** Takes the cell of a column. */
function take(column: u32): void {
  cellStart = window + startOf(column);
  cellEnd = window + endOf(column);
  if (cellEnd > cellStart && load<u8>(cellStart) == QUOTE) {
    cellStart++;
    cellEnd--;
  }
}

/** Takes the cell around `place`, one of the columns from `first` on, and says which. */
function takeAround(place: u32, first: u32): u32 {
  let column = first;
  while (endOf(column) < place) column++;
  take(column);
  return column;
}

function isKnown(column: u32): bool {
  if (column >= tableCount) return false;
  const table = known + usize(column * knownCells * knownStride);
  return placeOf(table, knownCells, knownStride, cellStart, u32(cellEnd - cellStart)) >= 0;
}

/** Whether a cell counts of which any text may. */
function isTold(column: u32, kinds: u32): bool {
  take(column);
  const national = (kinds & PHONES) == 0 ? -1 : readPlain(cellStart, cellEnd);
  return national >= 0 ? mention(national) : !isKnown(column);
}

/** Whether words at `place` may say no. No word goes on behind its cell. */
function isWord(place: u32, first: u32): bool {
  return mayTell(window + place, window + recordEnd) && !isKnown(takeAround(place, first));
}

/** Whether a number that ends at `place` counts, unless it is the only one: then it is mentioned. */
function isNumber(place: u32, first: u32): bool {
  if (isDayOrId(window + place)) return false;
  const column = takeAround(place, first);
  const national = numberAt(cellStart, window + place, cellEnd);
  return national != NOTHING && !isKnown(column) && (national == ASK || mention(national));
}

/** Whether more than one number is mentioned, or one has to be asked about. */
function mention(national: i32): bool {
  if (!areMentioned || (mentioned != NOTHING && mentioned != national)) return true;
  mentioned = national;
  return false;
}

/**
 * Whether neighbouring cells, none of them a number, may make one together: `7012` and `3456`. phone/neighbours.ts
 * decides; this reads only ASCII digits. Empty cells are skipped.
 */
export function mayJoin(): bool {
  let digits: u32 = 0;
  for (let column: u32 = 0; column < width; column++) {
    take(column);
    const own = digitsAlone();
    digits = own > MOST_OF_PART ? 0 : digits + own;
    if (digits >= FEWEST_OF_NUMBER) return true;
  }
  return false;
}

/** How many digits the cell has; more than a part of a number if it has letters. */
function digitsAlone(): u32 {
  let digits: u32 = 0;
  for (let at = cellStart; at < cellEnd; at++) {
    const byte = load<u8>(at);
    if (byte >= 0x80 || isLetter(byte)) return MOST_OF_PART + 1;
    if (isDigit(byte)) digits++;
  }
  return digits;
}
