// Opt-outs with a date and a channel → entries of the index: what suppression/intake.ts and addNationalEvent of
// suppression/suppression-index.ts do of a record that says no more.

import { headAddress } from "./held";
import { placeOf } from "./known";

const AHEAD: u32 = 256;
const FEWEST_AHEAD: u32 = 8;
const NUMBER_BITS: u32 = 27;
/** In several cells, one behind the other. */
const NATIONAL_DIGITS: u32 = 8;
const FEWEST_BEHIND_FIRST: u32 = 2;
const GROUP_DIGITS: u32 = 4;
const FIRST_YEAR: u32 = 1900;
const END_OF_YEARS: u32 = 2040;
const MOST_ABOVE: u32 = 1000;
const FEWEST_DIGITS: u32 = 7;
const FEWEST_RANGE_DIGITS: u32 = 4;
const FEWEST_OF_WORD: u32 = 3;
const QUOTE: u8 = 0x22;
const ZERO: u32 = 0x30;
const SMALL_A: u32 = 0x61;
const SMALL_L: u32 = 0x6c;
const SMALL_N: u32 = 0x6e;
const SMALL_O: u32 = 0x6f;
const DASH: u8 = 0x2d;
const COLON: u8 = 0x3a;
const PLUS: u8 = 0x2b;
const SPACE: u8 = 0x20;
const LETTER_T: u8 = 0x54;
const LETTER_Z: u8 = 0x5a;
const DOT: u8 = 0x2e;
const SLASH: u8 = 0x2f;
const DAY: i64 = 86400;
/** As parseMoment of time/dates.ts: what is before is no date. */
const FIRST_INSTANT: i64 = 2 * DAY;
const LAST_INSTANT: i64 = 0xffffffff;
const NO_OFFSET: i32 = i32.MIN_VALUE;

// What a byte can be to a number, as suppression/beside.ts has it.
const DIGIT: u8 = 1;
const LOOKALIKE: u8 = 2;
const LETTER: u8 = 3;
const WILDCARD: u8 = 4;

// Which cells of a column count, as suppression/other-cells.ts has it: those with a number; those with a number and a word.
const OF_NUMBERS: u8 = 1;
const OF_WORDS: u8 = 2;

/** The cells of the date, the channel and the action among the wanted ones; -1 where there is none. */
let dateCell: i32 = -1;
let channelCell: i32 = -1;
let actionCell: i32 = -1;
/** In `03/04/2026` the day comes first, or the month; where neither is known, such a date is handed back. */
let isDayFirst = false;
let isMonthFirst = false;
/** Seconds that the clocks of dates without a zone are ahead of UTC; `NO_OFFSET` where they are not always as many. */
let clockOffset: i32 = NO_OFFSET;
/** Texts of channels, as csv/cell-table.ts has them, and u8 for each: the channel's code. */
let channels: usize = 0;
let knownCells: u32 = 0;
let knownStride: u32 = 0;
let codes: usize = 0;
/** Texts of actions that ask not to be contacted, in the same form. */
let optOuts: usize = 0;
/** u8[256]: what bytes can be; u8 for each column: which of its cells count; 0 where none is looked at. */
let kinds: usize = 0;
let open: usize = 0;
let delimiter: i32 = -1;
/** A bit for each 8-digit number: the list has said something of it. */
let present: usize = 0;

/** Kept, so that no compiler leaves the reads out. */
export let touchedEvents: u32 = 0;

/** What a list's events are: the words at `block`, in the order in which event-kernel.ts puts them. */
export function setEvents(block: usize): void {
  dateCell = load<i32>(block);
  channelCell = load<i32>(block, 4);
  actionCell = load<i32>(block, 8);
  channels = load<u32>(block, 12);
  knownCells = load<u32>(block, 16);
  knownStride = load<u32>(block, 20);
  codes = load<u32>(block, 24);
  optOuts = load<u32>(block, 28);
  kinds = load<u32>(block, 32);
  open = load<u32>(block, 36);
  delimiter = load<i32>(block, 40);
  isDayFirst = load<u32>(block, 44) != 0;
  isMonthFirst = load<u32>(block, 48) != 0;
  clockOffset = load<i32>(block, 52);
}

export function setPresent(presentAt: usize): void {
  present = presentAt;
}

/**
 * Adds records [from, to) of a batch as entries from `entry` on, of which the first goes to `at` (word and next, 8 bytes each)
 * and its date to `timesAt`. `columns`: for `cap` records, each of `cells` wanted cells, of which `phone` is the phone. Stops at
 * one that says more, or of a number of which the list has said something. Returns its index.
 */
export function barEvents(
  window: usize,
  columns: usize,
  cap: u32,
  cells: u32,
  phone: u32,
  from: u32,
  to: u32,
  at: usize,
  timesAt: usize,
  entry: u32,
): u32 {
  const stride: usize = 4 * usize(cap);
  const nationals = columns + 5 * stride;
  const row = 12 * usize(cells);
  let cell = columns + 7 * stride + row * usize(from);
  let touchedTo = from;
  let place = at;
  let time = timesAt;
  let next = entry;
  let i = from;
  for (; i < to; i++, cell += row) {
    if (i >= touchedTo) {
      // As far as records of this kind may be expected: a call that ends at its first should not ask for hundreds.
      touchedTo = min(i + min(FEWEST_AHEAD + 2 * (i - from), AHEAD), to);
      touch(nationals, i, touchedTo);
    }
    const national = load<i32>(nationals + 4 * usize(i));
    if (national < 0) break;
    const bit: u8 = 1 << u8(national & 7);
    const bits = present + usize(national >>> 3);
    if ((load<u8>(bits) & bit) != 0) break;
    let instant: i64 = 0;
    if (dateCell >= 0) {
      instant = instantOf(window, cell + 12 * usize(dateCell));
      if (instant < 0) break;
    }
    if (actionCell >= 0 && placeIn(optOuts, window, cell + 12 * usize(actionCell)) < 0) break;
    let channel: u8 = 0;
    if (channelCell >= 0) {
      const known = placeIn(channels, window, cell + 12 * usize(channelCell));
      if (known < 0) break;
      channel = load<u8>(codes + usize(known));
    }
    if (open != 0) {
      const start = window + load<u32>(columns + 4 * usize(i));
      const end = window + load<u32>(columns + stride + 4 * usize(i));
      const own = cell + 12 * usize(phone);
      if (mayHoldBare(start, end, window + load<u32>(own), window + load<u32>(own, 4), national)) break;
    }
    store<u8>(bits, load<u8>(bits) | bit);
    const head = headAddress(national);
    store<u32>(place, u32(national) | (u32(channel) << NUMBER_BITS));
    store<u32>(place, load<u32>(head), 4);
    store<u32>(head, ++next);
    place += 8;
    if (dateCell >= 0) store<u32>(time, u32(instant));
    time += 4;
  }
  return i;
}

function touch(nationals: usize, from: u32, to: u32): void {
  let sum: u32 = 0;
  for (let i = from; i < to; i++) {
    const national = u32(max(0, load<i32>(nationals + 4 * usize(i))));
    sum += load<u8>(present + usize(national >>> 3)) + load<u32>(headAddress(national));
  }
  touchedEvents = sum;
}

/** The place of a cell's text in a table; -1 where it is not known. */
// @ts-ignore: decorator
@inline
function placeIn(table: usize, window: usize, cell: usize): i32 {
  const length = load<u32>(cell, 4) - load<u32>(cell);
  return placeOf(table, knownCells, knownStride, window + load<u32>(cell), length);
}

/**
 * The last second, since 1970, that a cell can mean, as parseMoment of time/dates.ts says of `2026-11-24`, `24/11/2026` and
 * these with a time of day; -1 where only that can tell.
 */
function instantOf(window: usize, cell: usize): i64 {
  const at = window + load<u32>(cell);
  const length = load<u32>(cell, 4) - load<u32>(cell);
  if (length < 10) return -1;
  let year: i32;
  let month: i32;
  let day: i32;
  if (load<u8>(at, 4) == DASH && load<u8>(at, 7) == DASH) {
    year = four(at);
    month = two(at + 5);
    day = two(at + 8);
  } else {
    const separator = load<u8>(at, 2);
    if (!(isDayFirst || isMonthFirst) || separator != load<u8>(at, 5)) return -1;
    if (separator != SLASH && separator != DASH && separator != DOT) return -1;
    day = two(isDayFirst ? at : at + 3);
    month = two(isDayFirst ? at + 3 : at);
    year = four(at + 6);
  }
  if (year < 1970 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return -1;
  const second = length == 10 ? i32(DAY - 1) : lastSecond(at + 10, length - 10);
  const offset = length == 10 || length == 16 || length == 19 ? clockOffset : offsetAt(at + 19, length - 19);
  if (second < 0 || offset == NO_OFFSET) return -1;
  // Days since the first of March of the year 0, so that a leap day is a year's last.
  const march = month > 2 ? month - 3 : month + 9;
  const y = month > 2 ? year : year - 1;
  const days = 365 * y + y / 4 - y / 100 + y / 400 + (153 * march + 2) / 5 + day - 1 - 719468;
  const instant = i64(days) * DAY + i64(second - offset);
  return instant >= FIRST_INSTANT && instant <= LAST_INSTANT ? instant : -1;
}

/** The last second of a day that `T14:05` or `T14:05:09` means, whatever stands behind it; less than 0 where it is none. */
function lastSecond(at: usize, length: u32): i32 {
  if (length < 6 || (load<u8>(at) != LETTER_T && load<u8>(at) != SPACE) || load<u8>(at, 3) != COLON) return -1;
  const hour = two(at + 1);
  const minute = two(at + 4);
  if ((hour | minute) < 0 || hour > 23 || minute > 59) return -1;
  if (length == 6) return hour * 3600 + minute * 60 + 59;
  const second = two(at + 7);
  if (length < 9 || load<u8>(at, 6) != COLON || u32(second) > 59) return -1;
  return hour * 3600 + minute * 60 + second;
}

/** Seconds that `Z` or `-06:00` is ahead of UTC; `NO_OFFSET` where it is neither. */
function offsetAt(at: usize, length: u32): i32 {
  const sign = load<u8>(at);
  if (length == 1 && sign == LETTER_Z) return 0;
  if (length != 6 || load<u8>(at, 3) != COLON || (sign != DASH && sign != PLUS)) return NO_OFFSET;
  const hours = two(at + 1);
  const minutes = two(at + 4);
  if ((hours | minutes) < 0 || hours > 14 || minutes > 59) return NO_OFFSET;
  return (sign == DASH ? -1 : 1) * (hours * 3600 + minutes * 60);
}

function daysIn(year: i32, month: i32): i32 {
  if (month == 2) return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/** Two digits; less than 0 where they are none. */
// @ts-ignore: decorator
@inline
function two(at: usize): i32 {
  const tens = i32(load<u8>(at)) - 48;
  const ones = i32(load<u8>(at, 1)) - 48;
  return u32(tens) > 9 || u32(ones) > 9 ? -1 : 10 * tens + ones;
}

/** Four digits; less than 0 where they are none. */
// @ts-ignore: decorator
@inline
function four(at: usize): i32 {
  const high = two(at);
  const low = two(at + 2);
  return (high | low) < 0 ? -1 : 100 * high + low;
}

/** Whether a cell beside the phone may hold a number that counts: as `BesideCells` says. */
function mayHoldBare(start: usize, end: usize, phoneStart: usize, phoneEnd: usize, national: i32): bool {
  const fewest: u32 = national % 100 <= 1 ? FEWEST_BEHIND_FIRST : FEWEST_DIGITS;
  const isFirstOfTen = national % 10 == 0;
  const last = u32(national % 10000);
  let column: usize = 0;
  let digits: u32 = 0;
  let run: u32 = 0;
  let torn: u32 = 0;
  let word: u32 = 0;
  let group: u32 = 0;
  let value: u32 = 0;
  let isWild = false;
  let letter: u32 = 0;
  let isJoined = false;
  for (let at = phoneStart == start ? phoneEnd : start; at < end; at++) {
    const byte = load<u8>(at);
    if (i32(byte) == delimiter) {
      if (isEnd(group, isFirstOfTen, isJoined) && load<u8>(open + column) == OF_NUMBERS) return true;
      column++;
      digits = run = word = group = letter = 0;
      isWild = false;
      if (at + 1 == phoneStart) at = phoneEnd - 1;
      continue;
    }
    if (byte == QUOTE) return true;
    const kind = load<u8>(kinds + byte);
    const counts = load<u8>(open + column);
    if (counts != OF_NUMBERS) {
      if (kind == WILDCARD && digits >= FEWEST_RANGE_DIGITS) return true;
      if (kind == DIGIT) digits++;
      if (word < FEWEST_OF_WORD) word = isOfWord(byte) ? word + 1 : 0;
      if (counts == OF_WORDS && digits >= FEWEST_DIGITS && word >= FEWEST_OF_WORD) return true;
      torn = 0;
      continue;
    }
    if (kind == DIGIT) {
      digits++;
      run++;
      if (group == 0) isJoined = isLastOfJoin(letter);
      value = group++ == 0 ? u32(byte) - ZERO : 10 * value + u32(byte) - ZERO;
      if (group == GROUP_DIGITS && mayBeginOrEnd(value, last, isFirstOfTen)) return true;
      if (group > GROUP_DIGITS || ++torn == NATIONAL_DIGITS) return true;
    } else {
      if (isEnd(group, isFirstOfTen, isJoined)) return true;
      group = 0;
      if (isOfWord(byte)) letter = u32(byte) | 0x20;
      if (kind == LOOKALIKE) run++;
      else if (kind == LETTER) run = torn = 0;
      else if (kind == WILDCARD) isWild = true;
    }
    if (isWild && (digits >= FEWEST_RANGE_DIGITS || torn >= FEWEST_RANGE_DIGITS)) return true;
    if (digits >= fewest || (run >= FEWEST_DIGITS && digits > 0)) return true;
  }
  return isEnd(group, isFirstOfTen, isJoined);
}

/** Whether digits may be the last ones of a range's last number: two or three, or fewer behind a word that joins ends. */
// @ts-ignore: decorator
@inline
function isEnd(digits: u32, isFirstOfTen: bool, isJoined: bool): bool {
  if (isJoined && digits > 0 && digits < GROUP_DIGITS) return true;
  return isFirstOfTen && (digits == 2 || digits == 3);
}

/** Whether a letter (its small form) ends a word before an end: `al`, `a la`, `hasta`, `to`, `hasta terminación`. */
// @ts-ignore: decorator
@inline
function isLastOfJoin(letter: u32): bool {
  return letter == SMALL_A || letter == SMALL_L || letter == SMALL_N || letter == SMALL_O;
}

/** Whether four digits may begin a number, or are an end above a number's last four, and are no year. */
// @ts-ignore: decorator
@inline
function mayBeginOrEnd(four: u32, last: u32, isFirstOfTen: bool): bool {
  const isYear = four >= FIRST_YEAR && four < END_OF_YEARS;
  if (!isYear && ((four >= 2000 && four < 3000) || (four >= 5000 && four < 8000))) return true;
  return four > last && four <= last + MOST_ABOVE && (!isYear || isFirstOfTen);
}

/** A letter, or a byte of one beyond ASCII. */
// @ts-ignore: decorator
@inline
function isOfWord(byte: u8): bool {
  return byte >= 0x80 || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a);
}
