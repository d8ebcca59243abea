// What a cell says that is not one plain number, where it is usual and certain: what phone/read.ts says of it. Readings are
// floats, as lists/readings.ts codes them.

import { placeOf } from "./known";
import { eightDigits, isLoose, isOdd, LONGEST_PLAIN, readOne, readPlain, typeOf, valid } from "./plain";

/** A cell that is not read here. */
export const NOT_READ: i32 = -2;

const COMMA: u8 = 0x2c;
const DASH: u8 = 0x2d;
const DOT: u8 = 0x2e;
const SLASH: u8 = 0x2f;
const ZERO: u8 = 0x30;
const SEMICOLON: u8 = 0x3b;
const SPACE: u8 = 0x20;
const LOWER_Y: u8 = 0x79;
const BAR: u8 = 0x7c;
const PLUS: u8 = 0x2b;
const UPPER_E: u8 = 0x45;
const LOWER_O: u8 = 0x6f;
const NO_BREAK_LEAD: u8 = 0xc2;
const NO_BREAK: u8 = 0xa0;

const HOME: i64 = 50300000000;
const HOME_OF_SEVEN: i64 = 5030000000;
/** The first number of seven digits that may be one of today's plan. */
const FIRST_OF_SEVEN: i32 = 8000000;
const DIGITS_BEFORE_2005: u32 = 7;
/** Digits that a placeholder (`77777`) has at least; fewer are merely too few. */
const LEAST_PLACEHOLDER_DIGITS: u32 = 5;
const FARTHEST_NEIGHBOUR: i32 = 100;
/** E.164 has no more. */
const MOST_DIGITS: i32 = 15;
/** The most floats of a reading. */
const MOST_FLOATS: u32 = 3;

// Codes of lists/readings.ts, in the order in which `setOthers` is told of them.
let reasonCount: i64 = 1;
let mostNumbers: i64 = 1;
let typeCount: i64 = 1;
let none: i64 = 0;
let empty: i64 = 0;
let tooShort: i64 = 0;
let before2005: i64 = 0;
let likeAnId: i64 = 0;
let placeholder: i64 = 0;
let notANumber: i64 = 0;
let damaged: i64 = 0;
/** u32[8]: by a number's type in the plan, its type in a reading. */
let typeCodes: usize = 0;
/** Texts that are known to hold no number, as csv/cell-table.ts has them, and f64 for each: its reading, which is one float. */
let words: usize = 0;
let wordCells: u32 = 0;
let wordStride: u32 = 0;
let wordReadings: usize = 0;
/** u8[20000]: the types of numbers of seven digits from `FIRST_OF_SEVEN` on, by their first five. */
let typesOfSeven: usize = 0;
/** u8[LONGEST_PLAIN]. */
let scratch: usize = 0;

/** Where readings go, and how many floats there are and may be. */
let floats: usize = 0;
let room: u32 = 0;
export let floatsUsed: u32 = 0;

export function setOthers(
  codes: usize,
  wordsAt: usize,
  cells: u32,
  stride: u32,
  wordReadingsAt: usize,
  scratchAt: usize,
  typesOfSevenAt: usize,
): void {
  reasonCount = load<u32>(codes, 0);
  mostNumbers = load<u32>(codes, 4);
  typeCount = load<u32>(codes, 8);
  none = load<u32>(codes, 12);
  empty = load<u32>(codes, 16);
  tooShort = load<u32>(codes, 20);
  before2005 = load<u32>(codes, 24);
  likeAnId = load<u32>(codes, 28);
  placeholder = load<u32>(codes, 32);
  notANumber = load<u32>(codes, 36);
  damaged = load<u32>(codes, 40);
  typeCodes = codes + 44;
  words = wordsAt;
  wordCells = cells;
  wordStride = stride;
  wordReadings = wordReadingsAt;
  scratch = scratchAt;
  typesOfSeven = typesOfSevenAt;
}

/** Readings go to f64[most] at `at`, of which `used` are taken. */
export function setReadingRoom(at: usize, used: u32, most: u32): void {
  floats = at;
  floatsUsed = used;
  room = most;
}

/** Reads a cell that `readPlain` did not. Returns the place of its reading, or `NOT_READ`. */
export function readOther(start: usize, end: usize): i32 {
  if (floatsUsed + MOST_FLOATS > room) return NOT_READ;
  if (start == end) return put(empty);
  const reading = readAscii(start, end);
  if (reading != NOT_READ) return reading;
  const known = placeOf(words, wordCells, wordStride, start, u32(end - start));
  if (known >= 0) return put(i64(load<f64>(wordReadings + 8 * usize(known))));
  const spacedEnd = copySpaced(start, end);
  if (spacedEnd == 0) return NOT_READ;
  const national = readPlain(scratch, spacedEnd);
  return national >= 0 ? certain(national) : readAscii(scratch, spacedEnd);
}

/** Copies a cell, with a space for each that does not break. Returns where the copy ends; 0 where there is none, or what else is beyond ASCII. */
function copySpaced(start: usize, end: usize): usize {
  if (u32(end - start) > LONGEST_PLAIN) return 0;
  let to = scratch;
  let isChanged = false;
  for (let at = start; at < end; at++) {
    let byte = load<u8>(at);
    if (byte == NO_BREAK_LEAD && at + 1 < end && load<u8>(at, 1) == NO_BREAK) {
      byte = NO_BREAK;
      at++;
    }
    if (byte == NO_BREAK) {
      byte = SPACE;
      isChanged = true;
    } else if (byte >= 0x80) return 0;
    store<u8>(to++, byte);
  }
  return isChanged ? to : 0;
}

function readAscii(start: usize, end: usize): i32 {
  const length = u32(end - start);
  const pair = length > 2 * LONGEST_PLAIN ? NOT_READ : readPair(start, end);
  if (pair != NOT_READ) return pair;
  let at = start;
  while (at < end && isDigit(load<u8>(at))) at++;
  const digits = u32(at - start);
  if (at == end) return readDigits(start, digits);
  if (digits == 1 && load<u8>(at) == DOT) return readScientific(start, end);
  if (length == 8 && (load<u8>(at) | 0x20) == LOWER_O) return readWithLetter(start, digits);
  if (digits != DIGITS_BEFORE_2005 || length != DIGITS_BEFORE_2005 + 2) return NOT_READ;
  const last = load<u8>(at, 1);
  if (load<u8>(at) == DOT && last == ZERO) return readDigits(start, digits);
  if (load<u8>(at) != DASH || !isDigit(last)) return NOT_READ;
  return doubtful(numberOf(start, digits) * 10 + last - ZERO, likeAnId);
}

function readScientific(start: usize, end: usize): i32 {
  const decimals = i32(end - start) - 6;
  if (decimals < 1 || decimals > MOST_DIGITS) return NOT_READ;
  if (load<u8>(end - 4) != UPPER_E || load<u8>(end - 3) != PLUS) return NOT_READ;
  if (!isDigit(load<u8>(end - 2)) || !isDigit(load<u8>(end - 1))) return NOT_READ;
  for (let at = start + 2; at < end - 4; at++) if (!isDigit(load<u8>(at))) return NOT_READ;
  const exponent = numberOf(end - 2, 2);
  if (decimals < exponent) return put(damaged);
  const isHome = decimals == 10 && load<u8>(start) == ZERO + 5 && numberOf(start + 2, 2) == 3;
  if (decimals > exponent || !(isHome || decimals == 7)) return NOT_READ;
  const first = load<u8>(isHome ? end - 12 : start) - ZERO;
  const national = valid(i32(first) * 10000000 + numberOf(end - 11, 7));
  return national < 0 ? NOT_READ : certain(national);
}

/** `before`: digits before the letter. */
function readWithLetter(start: usize, before: u32): i32 {
  if (before == 0 || before == 7) return NOT_READ;
  const behind = start + before + 1;
  const after: u32 = 7 - before;
  for (let i: u32 = 0; i < after; i++) if (!isDigit(load<u8>(behind + i))) return NOT_READ;
  if (before >= LEAST_PLACEHOLDER_DIGITS && isOneDigit(start, before)) return NOT_READ;
  if (after >= LEAST_PLACEHOLDER_DIGITS && isOneDigit(behind, after)) return NOT_READ;
  let national = numberOf(start, before);
  for (let i = before; i < 8; i++) national *= 10;
  return doubtful(national + numberOf(behind, after), notANumber);
}

function readDigits(start: usize, digits: u32): i32 {
  const isRepeated = digits >= LEAST_PLACEHOLDER_DIGITS && isOneDigit(start, digits);
  if (digits < DIGITS_BEFORE_2005) return isRepeated ? NOT_READ : put(tooShort);
  if (digits == DIGITS_BEFORE_2005) return readBefore2005(numberOf(start, digits));
  return digits == 8 && isRepeated ? doubtful(eightDigits(load<u64>(start)), placeholder) : NOT_READ;
}

function readBefore2005(number: i32): i32 {
  if (number / 10000 == 503 || number % 1111111 == 0) return NOT_READ;
  if (number < 2000000) return put(tooShort);
  // Of 800 1234 the plan has some.
  const type = number < FIRST_OF_SEVEN ? <u8>0 : load<u8>(typesOfSeven + (number - FIRST_OF_SEVEN) / 100);
  if (type != 0) {
    if (number % 1000000 >= 10000) return NOT_READ;
    const place = put(none + reasonCount);
    putFloat((HOME_OF_SEVEN + number) * typeCount + load<u32>(typeCodes + 4 * usize(type)));
    return place;
  }
  return doubtful(number + (number < 7000000 ? 20000000 : 70000000), before2005);
}

/** Two certain numbers: `7012-3456 / 2201-2409`, with a slash, a semicolon, a bar, `, ` or ` y ` between them. */
function readPair(start: usize, end: usize): i32 {
  for (let at = start + 8; at + 9 <= end; at++) {
    const byte = load<u8>(at);
    if (!isBetween(byte, load<u8>(at - 1), load<u8>(at, 1))) continue;
    // What it parts may be the last digits of two.
    if (hasSlash(at + 1, end)) return NOT_READ;
    const second = readPart(load<u8>(at, 1) == SPACE ? at + 2 : at + 1, end);
    if (second < 0) continue;
    const isSecondOdd = isOdd;
    const first = readPart(start, at);
    if (first < 0 || first == second) return NOT_READ;
    // Of these, the end of one and the beginning of the other may be meant, too.
    if (isOdd || isSecondOdd || isLoose || first / 100000 == 503 || second / 100000 == 503) return NOT_READ;
    if ((byte == SLASH && hasSlash(start, at)) || mayNameNeighbour(first, second)) return NOT_READ;
    const place = put(none + reasonCount * 2);
    putFloat((HOME + first) * typeCount + codeOf(first));
    putFloat((HOME + second) * typeCount + codeOf(second));
    return place;
  }
  return NOT_READ;
}

// @ts-ignore: decorator
@inline
function isBetween(byte: u8, before: u8, after: u8): bool {
  if (byte == SLASH || byte == SEMICOLON || byte == BAR) return true;
  return after == SPACE && (byte == COMMA || ((byte | 0x20) == LOWER_Y && before == SPACE));
}

/** `2243-6000/6001-6002`: whether half of a second number may be the last four digits of one near the first. */
function mayNameNeighbour(first: i32, second: i32): bool {
  const last = first % 10000;
  return abs(second / 10000 - last) <= FARTHEST_NEIGHBOUR || abs((second % 10000) - last) <= FARTHEST_NEIGHBOUR;
}

function readPart(start: usize, end: usize): i32 {
  return end > start && u32(end - start) <= LONGEST_PLAIN ? readOne(start, end) : -1;
}

function hasSlash(start: usize, end: usize): bool {
  for (let at = start; at < end; at++) if (load<u8>(at) == SLASH) return true;
  return false;
}

/** A number of the plan that a cell could mean, and whatever may be said of others. */
function doubtful(national: i32, reason: i64): i32 {
  if (national < 20000000 || typeOf(national) == 0) return NOT_READ;
  const place = put(reason + reasonCount * mostNumbers);
  putFloat(HOME + national);
  return place;
}

/** A number that `readPlain` or its kin read. */
function certain(national: i32): i32 {
  const place = put(none + reasonCount);
  putFloat((HOME + national) * typeCount + codeOf(national));
  return place;
}

function put(head: i64): i32 {
  const place = i32(floatsUsed);
  putFloat(head);
  return place;
}

function putFloat(value: i64): void {
  store<f64>(floats + 8 * usize(floatsUsed++), f64(value));
}

// @ts-ignore: decorator
@inline
function codeOf(national: i32): i64 {
  return load<u32>(typeCodes + 4 * usize(typeOf(national)));
}

// @ts-ignore: decorator
@inline
function isDigit(byte: u8): bool {
  return u8(byte - ZERO) < 10;
}

function isOneDigit(start: usize, digits: u32): bool {
  for (let i: u32 = 1; i < digits; i++) if (load<u8>(start + i) != load<u8>(start)) return false;
  return true;
}

function numberOf(start: usize, digits: u32): i32 {
  let number = 0;
  for (let i: u32 = 0; i < digits; i++) number = number * 10 + load<u8>(start + i) - ZERO;
  return number;
}
