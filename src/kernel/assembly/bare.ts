// Whether a group of digits around one place is a whole number, or its cell may hold nothing but numbers: as `readBare` of phone/bare.ts
// reads them.

import { isLabel, LONGEST_LABEL, typeOf } from "./plain";
import { classOf, DIGIT } from "./unmistakable";

/** A byte, or -1. */
let delimiter: i32 = -1;

export function setDelimiter(byte: i32): void {
  delimiter = byte;
}

/** The most bytes of a cell that are looked at before a place in it; of others nobody can tell. */
const MOST_BEFORE: usize = 40;
/** Digits of a number behind `011503` or six zeros; more are none. */
const MOST_DIGITS: usize = 14;
const QUOTE: u8 = 0x22;
/** The end of the cell that was looked at last and is not bare. A cell is looked at once, however many places in it are asked about. */
let notBareUntil: usize = 0;

/** Other bytes are looked at from now on. */
export function forgetCell(): void {
  notBareUntil = 0;
}

/**
 * False only where the digits around `place` are no number of the plan, and the cell holds a word that labels no phone, or no
 * such number among its groups of digits. Places are asked about in ascending order, up to `forgetCell`.
 */
export function isBare(from: usize, place: usize, to: usize): bool {
  if (isNumber(from, place, to)) return true;
  if (place < notBareUntil) return false;
  let end = place;
  while (end < to && !endsCell(load<u8>(end))) end++;
  if (mayBeBare(from, place, end, to)) return true;
  notBareUntil = end;
  return false;
}

/** `end`: where the cell around `place` ends, or a part of it before a delimiter of its own. */
function mayBeBare(from: usize, place: usize, end: usize, to: usize): bool {
  let start = place;
  while (start > from && !endsCell(load<u8>(start - 1)) && place - start < MOST_BEFORE) start--;
  if (!mayBeLabels(from, start, end)) return false;
  if (place - start == MOST_BEFORE || holdsNumber(start, end)) return true;
  // Before a quote delimiters and line ends may be a cell's own: `"7012,3456"`.
  if (end < to && load<u8>(end) != QUOTE) return false;
  while (start > from && load<u8>(start - 1) != QUOTE && place - start < MOST_BEFORE) start--;
  return mayBeLabels(from, start, end) && (place - start >= MOST_BEFORE || holdsNumber(start, end));
}

/** Whether each word of [start, end) labels a phone, joins two numbers, or may do so: it is long, cut off or beyond ASCII. */
function mayBeLabels(from: usize, start: usize, end: usize): bool {
  let word: i32 = 0;
  let length: i32 = 0;
  let joins = true;
  let isKnown = start == from || endsCell(load<u8>(start - 1));
  for (let at = start; at <= end; at++) {
    const byte = at < end ? load<u8>(at) : 0;
    const letter: u8 = byte | 0x20;
    if (letter >= 0x61 && letter <= 0x7a) {
      word = word * 31 + i32(letter);
      length++;
      joins = joins && mayJoin(letter);
      continue;
    }
    const isAscii = byte < 0x80;
    if (length > 0 && length <= LONGEST_LABEL && isKnown && isAscii && !joins && !isLabel(word)) return false;
    isKnown = isAscii;
    word = length = 0;
    joins = true;
  }
  return true;
}

/** Whether the digits in a row around `place` are a number. */
function isNumber(from: usize, place: usize, to: usize): bool {
  if (classOf(place) != DIGIT) return false;
  let start = place;
  while (start > from && classOf(start - 1) == DIGIT && place - start < MOST_DIGITS) start--;
  let value: i64 = 0;
  let end = start;
  for (; end < to && classOf(end) == DIGIT; end++) {
    if (end - start == MOST_DIGITS) return false;
    value = value * 10 + load<u8>(end) - 0x30;
  }
  const length = u32(end - start);
  return isOfPlan(length, value, length);
}

function holdsNumber(from: usize, to: usize): bool {
  for (let at = from; at < to; at++) {
    if (classOf(at) != DIGIT) continue;
    if (beginsNumber(at, to)) return true;
    while (at + 1 < to && classOf(at + 1) == DIGIT) at++;
  }
  return false;
}

/** Whether the digits from `start` on are a number where one of their groups ends. */
function beginsNumber(start: usize, to: usize): bool {
  let digits: u32 = 0;
  let value: i64 = 0;
  for (let at = start; at < to; at++) {
    if (classOf(at) != DIGIT) continue;
    if (++digits > u32(MOST_DIGITS)) return false;
    value = value * 10 + load<u8>(at) - 0x30;
    const isEnd = at + 1 == to || classOf(at + 1) != DIGIT;
    if (isEnd && isOfPlan(digits, value, u32(at - start) + 1)) return true;
  }
  return false;
}

/** Behind 503, 00503, 011503, 503503 or 503 and a zero; or behind zeros where the digits are one group of `length` bytes. */
function isOfPlan(digits: u32, value: i64, length: u32): bool {
  if (digits == 8) return isInPlan(value);
  if (digits < 8) return false;
  const code = value / 100000000;
  const national = value % 100000000;
  // A DUI begins with a zero, too.
  if (code == 0) return length == digits && (digits > 9 || national >= 60000000) && isInPlan(national);
  return (code == 503 || code == 5030 || code == 11503 || code == 503503) && isInPlan(national);
}

// @ts-ignore: decorator
@inline
function isInPlan(national: i64): bool {
  return national >= 20000000 && typeOf(i32(national)) != 0;
}

/** A letter of `y`, `e`, `o`, `u` or `and`. */
// @ts-ignore: decorator
@inline
function mayJoin(letter: u8): bool {
  // A bit for each letter from `a` on.
  return ((0x1106019 >> u32(letter - 0x61)) & 1) != 0;
}

// @ts-ignore: decorator
@inline
export function endsCell(byte: u8): bool {
  return i32(byte) == delimiter || byte == QUOTE || byte == 0x0a || byte == 0x0d;
}
