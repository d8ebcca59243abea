// Returns whether other cells of a record may count: by a number (near.ts), or by words that may be an opt-out.

import { placeOf } from "./known";
import { isLetter, mayCountAt } from "./near";
import { looksForWords, origin, setSuspects, suspects } from "./suspects";
import { beginsRemark, isStyled, mayBeginAccented } from "./words";

const FEWEST_DIGITS: u32 = 7;

/** Cells of the batch that are left out: read as phones, or not looked at. u32 each, ascending. */
let leftOut: usize = 0;
let leftOutCount: u32 = 0;
/** Cells that are asked about where they hold as many bytes as a number has. */
let numbers: usize = 0;
let numberCount: u32 = 0;
/** Cells whose text is asked about, unless it is known as harmless; and for each a table of such texts, as lists/watch.ts has it. */
let optOuts: usize = 0;
let optOutCount: u32 = 0;
let known: usize = 0;
let knownCells: u32 = 0;
let knownStride: u32 = 0;

/** What is watched: the words at `block`, in the order in which scan-kernel.ts puts them. */
export function setWatched(block: usize): void {
  leftOut = load<u32>(block);
  leftOutCount = load<u32>(block, 4);
  numbers = load<u32>(block, 8);
  numberCount = load<u32>(block, 12);
  optOuts = load<u32>(block, 16);
  optOutCount = load<u32>(block, 20);
  known = load<u32>(block, 24);
  knownCells = load<u32>(block, 28);
  knownStride = load<u32>(block, 32);
  setSuspects(load<u32>(block, 36));
}

/** Whether other cells of the record [start, end) may count. `cells`: its wanted cells, counted from `base`. */
export function isRaised(window: usize, start: u32, end: u32, base: u32, cells: usize): bool {
  let from = start;
  for (let i: u32 = 0; i < leftOutCount; i++) {
    const place = cells + 12 * usize(load<u32>(leftOut + 4 * usize(i)));
    const cellStart = load<i32>(place);
    if (cellStart < 0) continue;
    if (mayCount(window, from, u32(cellStart) + base)) return true;
    from = load<u32>(place, 4) + base;
  }
  if (mayCount(window, from, end)) return true;
  for (let i: u32 = 0; i < numberCount; i++) {
    const at = cells + 12 * usize(load<u32>(numbers + 4 * usize(i)));
    const cellStart = load<i32>(at);
    const length = load<i32>(at, 4) - cellStart;
    if (length >= i32(FEWEST_DIGITS)) return true;
    if (length > 0 && looksForWords && holdsWords(window + u32(cellStart) + base, u32(length))) return true;
  }
  for (let i: u32 = 0; i < optOutCount; i++) {
    const at = cells + 12 * usize(load<u32>(optOuts + 4 * usize(i)));
    const cellStart = load<i32>(at);
    const length = u32(load<i32>(at, 4) - cellStart);
    if (cellStart < 0) continue;
    const table = known + usize(i * knownCells * knownStride);
    if (placeOf(table, knownCells, knownStride, window + base + cellStart, length) < 0) return true;
  }
  return false;
}

/** Whether a cell that is too short for a number holds words of an opt-out. */
function holdsWords(from: usize, length: u32): bool {
  const to = from + usize(length);
  for (let at = from; at < to; at++) {
    if (isLetter(load<u8>(at)) ? isBegun(from, at) && beginsRemark(from, at, to) : isStyled(at, to)) return true;
    if (beginsAccented(from, at, to)) return true;
  }
  return false;
}

// @ts-ignore: decorator
@inline
function isBegun(from: usize, at: usize): bool {
  return at == from || !isLetter(load<u8>(at - 1));
}

function beginsAccented(from: usize, at: usize, to: usize): bool {
  return load<u8>(at) >= 0xc0 && isBegun(from, at) && mayBeginAccented(at) && beginsRemark(from, at, to);
}

/** Bits of the suspects that one load of 64 has, wherever they begin in its first byte. */
const AT_ONCE: u32 = 57;

// @ts-ignore: decorator
@inline
function mayCount(window: usize, start: u32, end: u32): bool {
  for (let at = start; at < end; at += AT_ONCE) {
    const bit = at - origin;
    const count = min(AT_ONCE, end - at);
    const m = (load<u64>(suspects + usize(bit >>> 3)) >>> u64(bit & 7)) & ((u64(1) << u64(count)) - 1);
    if (m != 0 && counts(window + start, window + at, window + end, m)) return true;
  }
  return false;
}

/** Whether one of the suspects, a bit for each byte from `at` on, may count in the bytes [from, to). */
function counts(from: usize, at: usize, to: usize, suspected: u64): bool {
  for (let m = suspected; m != 0; m &= m - 1) {
    const place = at + usize(ctz(m));
    if (isLetter(load<u8>(place))) {
      if (beginsRemark(from, place, to)) return true;
      continue;
    }
    if (looksForWords && ((place > from && isStyled(place - 1, to)) || beginsAccented(from, place, to))) return true;
    if (mayCountAt(from, place, to)) return true;
  }
  return false;
}
