// The fast lane: a pass over a cell's bytes that reads the usual spellings of one valid number or two, and nothing else.
// It answers only where read.ts would give exactly these numbers without a doubt; tests compare the two.

import type { CellReading } from "./number.js";
import { TYPE_BY_PREFIX8, TYPE_CODES } from "./plan.js";

// What a byte can be: a digit, or noise (space - . ( ) + and the like), or a slash, or nothing known.
const DIGIT = 1;
const SPACE = 2;
const DASH = 3;
const OPEN = 4;
const CLOSE = 5;
const PLUS = 6;
const QUOTE = 7;

/** What each byte can be, for the kernel too. */
export const PLAIN_KINDS = new Uint8Array(256);
const KIND = PLAIN_KINDS;
for (let digit = 48; digit < 58; digit++) KIND[digit] = DIGIT;
KIND[0x20] = SPACE;
for (const dash of "-./_") KIND[dash.charCodeAt(0)] = DASH;
KIND[0x28] = OPEN;
KIND[0x29] = CLOSE;
KIND[0x2b] = PLUS;
KIND[0x27] = QUOTE;

const BLANK = 0x20;
const COMMA = 0x2c;
const HYPHEN = 0x2d;
const DOT = 0x2e;
const SLASH = 0x2f;
const COLON = 0x3a;
const SEMICOLON = 0x3b;
const E = 0x65;
const T = 0x74;
const X = 0x78;
const Y = 0x79;
const BAR = 0x7c;

const FOURS = 0b10000;
const PAIRS = 0b1010100;

/**
 * The 8-digit national number of a cell in ASCII (`70123456` as an integer) that certainly means exactly one valid
 * number; -1 where only `readCell` can tell. Allocates nothing.
 */
export function readPlainCell(bytes: Uint8Array, start: number, end: number): number {
  if (end - start === 8) {
    const number = eightDigits(bytes, start);
    if (number >= 0) return valid(number);
  }
  if (end - start > LONGEST_PLAIN) return -1;
  const number = readOne(bytes, start, end);
  if (number >= 0) return number;
  const before = beforeExtension(bytes, start, end);
  if (before <= start) return -1;
  const extended = readOne(bytes, start, before);
  // `50312345x1`: 503 may be the calling code, and the x a wildcard.
  return letter(bytes, before) === X && beginsWith503(extended) ? -1 : extended;
}

/** Whether the number that was read last stands in four pairs of digits, or is a float: beside others, parts of it may be others. */
let isOdd = false;
/** Whether nothing binds its halves: beside another number, one of them may belong to that one. */
let isLoose = false;

/** A number, and no extension behind it. */
function readOne(bytes: Uint8Array, start: number, end: number): number {
  isOdd = false;
  isLoose = false;
  // `70123456.0`: a spreadsheet took it for a float. Its own digits, undivided, are beyond doubt.
  if (end - start === 10 && bytes[end - 1] === 0x30 && bytes[end - 2] === 0x2e) {
    const number = eightDigits(bytes, start);
    isOdd = true;
    if (number >= 0) return valid(number);
  }
  return readPunctuated(bytes, start, end);
}

const LONGEST_PLAIN = 40;
const scratch = new Uint8Array(LONGEST_PLAIN);

const LONGEST_EXTENSION = 6;

/**
 * Returns where ` ext. 123`, ` Ext: 123`, `x123` and the like begin at the end of a cell; -1 where none stands there.
 */
function beforeExtension(bytes: Uint8Array, start: number, end: number): number {
  let at = end;
  while (at > start && KIND[bytes[at - 1]!] === DIGIT) at--;
  if (at === end || end - at > LONGEST_EXTENSION) return -1;
  if (bytes[at - 1] === BLANK) at--;
  if (bytes[at - 1] === DOT || bytes[at - 1] === COLON) at--;
  if (letter(bytes, at - 1) === X) return at - 1;
  const isNamed = letter(bytes, at - 3) === E && letter(bytes, at - 2) === X && letter(bytes, at - 1) === T;
  return isNamed ? at - 3 : -1;
}

/** A byte, small where it is a letter; what stands before the first byte is none. */
function letter(bytes: Uint8Array, at: number): number {
  return at < 0 ? 0 : bytes[at]! | 0x20;
}

/**
 * A cell whose only bytes beyond ASCII are spaces that do not break, in UTF-8 or Windows-1252, with others for them: in
 * bytes that last until the next call, from 0 to `end`. Undefined where there are none, or others.
 */
export function withPlainSpaces(
  bytes: Uint8Array,
  start: number,
  end: number,
): { bytes: Uint8Array; end: number } | undefined {
  if (end - start > LONGEST_PLAIN) return undefined;
  let to = 0;
  let isChanged = false;
  for (let at = start; at < end; at++) {
    let byte = bytes[at]!;
    if (byte === NO_BREAK_LEAD && at + 1 < end && bytes[at + 1] === NO_BREAK) byte = bytes[++at]!;
    if (byte === NO_BREAK) {
      byte = BLANK;
      isChanged = true;
    } else if (byte >= 0x80) return undefined;
    scratch[to++] = byte;
  }
  return isChanged ? { bytes: scratch, end: to } : undefined;
}

const NO_BREAK_LEAD = 0xc2;
const NO_BREAK = 0xa0;

/** `readPlainCell` of a text. */
export function readPlainText(text: string): number {
  if (text.length > LONGEST_PLAIN) return -1;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x7f) return -1;
    scratch[i] = code;
  }
  return readPlainCell(scratch, 0, text.length);
}

const PAIR = 100_000_000;

/**
 * Two certain numbers in one cell, `7012-3456 / Fax: 2201-2409` or `7012-3456 y 2201-2409`: the first times 10^8 plus
 * the second; -1 where only `readCell` can tell.
 */
export function readPlainPair(bytes: Uint8Array, start: number, end: number): number {
  // From where a first number may end to where a second may begin: `7012/3456` is one number.
  for (let at = start + 8; at <= end - 9; at++) {
    const byte = bytes[at]!;
    if (!isBetween(byte, bytes[at - 1]!, bytes[at + 1]!)) continue;
    // Beside another slash it is not certain which of the two parts the numbers: `5036/6009/503-2929…`.
    if (byte === SLASH && hasSlash(bytes, at + 1, end)) return -1;
    const second = readPart(bytes, bytes[at + 1] === BLANK ? at + 2 : at + 1, end);
    if (second < 0) continue;
    const isSecondOdd = isOdd;
    const first = readPart(bytes, start, at);
    if (first < 0 || first === second) return -1;
    // Of these, the end of one and the beginning of the other may be meant, too.
    if (isOdd || isSecondOdd || isLoose || beginsWith503(first) || beginsWith503(second)) return -1;
    if (byte === SLASH && (hasSlash(bytes, start, at) || mayNameNeighbour(first, second, bytes, start, at, end)))
      return -1;
    return first * PAIR + second;
  }
  return -1;
}

/** A slash, a semicolon, a bar, `, ` and ` y `. */
function isBetween(byte: number, before: number, after: number): boolean {
  if (byte === SLASH || byte === SEMICOLON || byte === BAR) return true;
  return after === BLANK && (byte === COMMA || ((byte | 0x20) === Y && before === BLANK));
}

/**
 * `2243-6000/6001-6002`: what seems a second number may be the last four digits of one near the first, twice; half of it
 * alone is so by chance where both are written alike, with the same byte in the middle.
 */
function mayNameNeighbour(
  first: number,
  second: number,
  bytes: Uint8Array,
  start: number,
  slash: number,
  end: number,
): boolean {
  const last = first % FOUR_DIGITS;
  const isLeftNear = Math.abs(Math.floor(second / FOUR_DIGITS) - last) <= FARTHEST_NEIGHBOUR;
  const isRightNear = Math.abs((second % FOUR_DIGITS) - last) <= FARTHEST_NEIGHBOUR;
  if (isLeftNear === isRightNear) return isLeftNear;
  const between = bytes[end - 5]!;
  const firstEnd = bytes[slash - 1] === BLANK ? slash - 1 : slash;
  const secondStart = bytes[slash + 1] === BLANK ? slash + 2 : slash + 1;
  return !(isHalves(bytes, start, firstEnd, between) && isHalves(bytes, secondStart, end, between));
}

/** `7012-3456` with this byte in the middle, and nothing else. */
function isHalves(bytes: Uint8Array, start: number, end: number, between: number): boolean {
  return end - start === 9 && bytes[start + 4] === between && KIND[between] !== DIGIT;
}

function beginsWith503(national: number): boolean {
  return Math.floor(national / 100_000) === 503;
}

const FOUR_DIGITS = 10_000;
const FARTHEST_NEIGHBOUR = 100;

function readPart(bytes: Uint8Array, start: number, end: number): number {
  return end - start > LONGEST_PLAIN ? -1 : readOne(bytes, start, end);
}

function hasSlash(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (bytes[i] === SLASH) return true;
  return false;
}

/** The two 8-digit numbers of `readPlainPair`. */
export function partPair(pair: number): [first: number, second: number] {
  return [Math.floor(pair / PAIR), pair % PAIR];
}

function eightDigits(bytes: Uint8Array, start: number): number {
  let number = 0;
  for (let i = start; i < start + 8; i++) {
    const digit = bytes[i]! - 48;
    if (digit >>> 0 > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}

/** The reading of a cell that is this number of the plan; undefined where it is none, or one repeated digit. */
export function certainReading(national: number): CellReading | undefined {
  return valid(national) < 0 ? undefined : readingOf([national]);
}

/** The reading of a cell that is these numbers of the plan. */
export function readingOf(nationals: readonly number[]): CellReading {
  const numbers = nationals.map((national) => ({
    e164: `+503${national}`,
    type: TYPE_CODES[TYPE_BY_PREFIX8[(national / 1000) | 0]!]!,
  }));
  return { numbers, doubtful: [], reason: undefined };
}

/** Returns the number if it is in the plan and not one repeated digit, else -1. */
function valid(number: number): number {
  return number >= 20_000_000 && TYPE_BY_PREFIX8[(number / 1000) | 0] !== 0 && number % 11_111_111 !== 0 ? number : -1;
}

/** `(+503) 7012-3456` and its kin: an optional prefix, then 8 digits in pairs, in fours, or undivided. */
function readPunctuated(bytes: Uint8Array, start: number, end: number): number {
  let at = afterLabel(bytes, start, end);
  let number = 0;
  let digits = 0;
  let isPrefixed = false;
  let plus = false;
  let groups = 0; // Bit n: digits of the national number before it are n.
  let gap = 0;
  let opened = false;
  let separator = 0;
  let isMixed = false;
  for (; at < end; at++) {
    const byte = bytes[at]!;
    const kind = KIND[byte]!;
    if (kind === DIGIT) {
      if (gap > 0) {
        groups |= 1 << digits;
        isLoose ||= digits > 0 && (gap > 1 || (bytes[at - 1] !== HYPHEN && bytes[at - 1] !== DOT));
        gap = 0;
      }
      number = number * 10 + byte - 48;
      digits++;
      if (!isPrefixed && (digits === 3 || digits === 5) && number === 503 && isPrefix(digits, groups, plus)) {
        // Undivided, 503 is the beginning of a number such as 5031 2345 unless eight more digits follow.
        if (digits === 5 || plus || !isNationalFrom503(bytes, at, end)) {
          isPrefixed = true;
          digits = 0;
          number = 0;
          groups = 0;
        }
      }
      if (digits > 8) return -1;
    } else if (kind === PLUS) {
      if (plus || isPrefixed || digits > 0) return -1;
      plus = true;
    } else if (kind === SPACE || kind === DASH) {
      if (digits > 0 || isPrefixed) {
        if (++gap > 3) return -1;
        if (separator === 0 && digits > 0) separator = byte;
        else if (digits > 0 && (byte !== separator || gap > 1)) isMixed = true;
      } else if (kind === DASH) return -1;
    } else if (kind === OPEN) {
      if (opened || digits > 0 || isPrefixed) return -1;
      opened = true;
    } else if (kind === CLOSE) {
      if (!opened || !isPrefixed || digits > 0) return -1;
      opened = false;
    } else if (kind === QUOTE) {
      if (at !== start) return -1;
    } else return -1;
  }
  if (digits !== 8 || opened || (plus && !isPrefixed)) return -1;
  // Undivided, 4 + 4, or 2 + 2 + 2 + 2 with one separator. Other groupings may be dates and ids.
  const inner = groups & ~1;
  if (inner !== 0 && inner !== FOURS && (inner !== PAIRS || isMixed)) return -1;
  isOdd = inner === PAIRS;
  return valid(number);
}

function isPrefix(digits: number, groups: number, plus: boolean): boolean {
  return digits === 3 ? groups === 0 : !plus && (groups === 0 || groups === 0b100);
}

/** Whether only five more digits follow 503, which then belongs to the number. */
function isNationalFrom503(bytes: Uint8Array, at: number, end: number): boolean {
  let following = 0;
  for (let i = at + 1; i < end; i++) if (KIND[bytes[i]!] === DIGIT) following++;
  return following < 8;
}

/** Returns the place behind `Tel. `, `Cel: `, `WhatsApp` and the like; the start of the cell where no label stands. */
function afterLabel(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  let word = 0;
  let length = 0;
  for (; at < end; at++) {
    const letter = bytes[at]! | 0x20;
    if (letter < 0x61 || letter > 0x7a) break;
    word = (word * 31 + letter) | 0;
    length++;
  }
  if (length === 0) return start;
  if (!LABELS.has(word) || length > 8) return end;
  if (at < end && bytes[at] === 0x2e) at++;
  if (at < end && bytes[at] === 0x3a) at++;
  return at;
}

/** The words that may stand before a number, hashed, for the kernel too. */
export const LABEL_HASHES: readonly number[] = "tel cel whatsapp movil telefono celular fax pbx".split(" ").map(hash);
const LABELS: ReadonlySet<number> = new Set(LABEL_HASHES);

function hash(word: string): number {
  let value = 0;
  for (const letter of word) value = (value * 31 + letter.charCodeAt(0)) | 0;
  return value;
}
