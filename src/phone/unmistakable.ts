// Numbers in any text that nobody could take for anything else: `+503 …`, `00503…`, `(503) …`, `7012-3456`, `7012 3456`.
// They count in every cell of a record, whatever its column is called. Phone cells are read.ts's work.

import { normalise } from "./normalise.js";
import { typeOfNational } from "./plan.js";

/** Dashes, dots, spaces and what is written for them, normalised. */
const SEPARATOR = "[-. *_]";
const HALVES = new RegExp(`(?<!\\d)(\\d{4})(?=${SEPARATOR}{1,3}(\\d{4})(?!\\d))`, "g");
/** A calling code behind a plus, an opening bracket or `00`, and all that may go on as its number. */
const MARKED = new RegExp(
  `(?:\\+[ (]{0,2}|\\(\\+? ?|(?<!\\d)(?:00|011)(?=503))([1-9]\\d*(?:\\)?${SEPARATOR}{0,4}(?:\\(0\\)${SEPARATOR}{0,2})?\\d+)*)`,
  "g",
);
/** 503 alone is a calling code only where eight undivided digits stand behind a separator. */
const BEHIND_503 = new RegExp(`(?<!\\d)503\\)?${SEPARATOR}{1,3}(\\d{8})(?!\\d)`, "g");
const LINKED = /(?:wa\.me\/|phone=|tel:)(?:\+|00)?(?:503)?(\d{8})(?!\d)/g;
/** Has groups of four, too, and is nobody's number. */
const UUID = /(?<![0-9a-f-])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-f-])/g;
const MOST_DIGITS = 15;
const FEWEST_DIGITS = 7;

/** The E.164 of every unmistakable number in a text, none twice; also what stands behind `+` as another country's. */
export function readUnmistakable(raw: string): string[] {
  const text = normalise(raw).replace(UUID, " ");
  const found = new Set<string>();
  const addNational = (national: string) => {
    if (typeOfNational(national) !== undefined) found.add(`+503${national}`);
  };
  for (const [, left, right] of text.matchAll(HALVES)) addNational(`${left}${right}`);
  for (const [, national] of text.matchAll(BEHIND_503)) addNational(national!);
  for (const [, national] of text.matchAll(LINKED)) addNational(national!);
  for (const [mark, rest] of text.matchAll(MARKED)) addMarked(rest!, mark.includes("+"), found, addNational);
  return [...found];
}

/** What stands behind a mark: of 503 the number behind it, of another calling code all digits, up to the end of each group. */
function addMarked(rest: string, plus: boolean, found: Set<string>, addNational: (national: string) => void): void {
  let digits = "";
  for (const [group] of rest.replace("(0)", "").matchAll(/\d+/g)) {
    digits += group;
    if (digits.length > MOST_DIGITS + 3) return;
    if (digits.startsWith("503")) {
      // It may stand twice, and a mobile may begin so, too.
      addNational(digits.slice(3));
      if (digits.startsWith("503503")) addNational(digits.slice(6));
    } else if (plus && digits.length >= FEWEST_DIGITS && digits.length <= MOST_DIGITS) found.add(`+${digits}`);
  }
}

const DIGIT = 1;
/** May stand between the digits of a number. */
const SOFT = 2;
/** Of a character beyond ASCII: a dash, a space, nothing at all, perhaps a digit. */
const HIGH = 4;
/** `&nbsp;`, `%20`. */
const ESCAPE = 8;
/** Stands before the number of a link, or ends an escape. */
const LINK = 16;

const CLASS = new Uint8Array(256);
for (let byte = 0; byte < 0x20; byte++) if (byte !== 0x0a && byte !== 0x0d) CLASS[byte] = SOFT;
for (const byte of Buffer.from("-. *_()+\x7f")) CLASS[byte] = SOFT;
for (const byte of Buffer.from("&%")) CLASS[byte] = ESCAPE;
for (const byte of Buffer.from("/=:;")) CLASS[byte] = LINK;
for (let byte = 0x30; byte < 0x3a; byte++) CLASS[byte] = DIGIT;
for (let byte = 0x80; byte < 0x100; byte++) CLASS[byte] = HIGH;

/** First bytes, in UTF-8, of digits of other scripts and of full-width ones and plus signs. */
const DIGIT_LEADS = new Uint8Array(256);
for (const byte of [0xd9, 0xdb, 0xdf, 0xe0, 0xe1, 0xea, 0xef, 0xf0]) DIGIT_LEADS[byte] = 1;

/** A plus, an opening bracket, and what a link writes for them (`%2B`, `%28`): a number may follow. */
const MARKS = Uint8Array.from([0x2b, 0x28, 0x25]);
const SEMICOLON = 0x3b;
const PERCENT = 0x25;
const AMPERSAND = 0x26;

/** Bytes between two groups of digits of one number: four characters, the longest of them a dash that was decoded wrongly. */
const LONGEST_GAP = 32;
const LONGEST_ENTITY = 12;
/** Two characters of three bytes, each of which tears one half of a number: with fewer bytes, one half is whole. */
const HIGH_BYTES = 6;
/** In a longer range, four sums of ones do not fit a byte together. */
const LONGEST_COUNTED = 240;
const NONE = Number.POSITIVE_INFINITY;

/**
 * Looks over the cells of one window of bytes, in order. `mayHold` is false only where a range holds no number that
 * `readUnmistakable` finds in its text, in UTF-8 or Windows-1252. Marks are searched for in the whole window at once; of
 * the rest a bit a byte tells the digits, sixteen at a time and without a branch, and only where four of them begin a
 * group their surroundings are looked at.
 */
export class UnmistakableLook {
  #bytes: Uint8Array = new Uint8Array(0);
  #words: Int32Array = new Int32Array(0);
  /** Where each mark stands next. */
  readonly #next = new Float64Array(MARKS.length);

  /** Ranges of these bytes follow, none before `from`. */
  begin(bytes: Uint8Array, from: number): void {
    // Words must be aligned: a window of the reader's is, what is not is copied.
    this.#bytes = bytes.byteOffset % 4 === 0 ? bytes : Uint8Array.from(bytes);
    const { buffer, byteOffset, length } = this.#bytes;
    this.#words = new Int32Array(buffer, byteOffset, length >>> 2);
    for (let i = 0; i < MARKS.length; i++) this.#next[i] = nextOf(bytes, MARKS[i]!, from);
  }

  mayHold(from: number, to: number): boolean {
    const next = this.#next;
    for (let i = 0; i < MARKS.length; i++) {
      if (next[i]! >= to) continue;
      if (next[i]! < from) next[i] = nextOf(this.#bytes, MARKS[i]!, from);
      for (; next[i]! < to; next[i] = nextOf(this.#bytes, MARKS[i]!, next[i]! + 1))
        if (isFollowedByNumber(this.#bytes, next[i]!, to)) return true;
    }
    return this.#mayHoldGroups(from, to);
  }

  #mayHoldGroups(from: number, to: number): boolean {
    const words = this.#words;
    const bytes = this.#bytes;
    let high = 0;
    let digits = 0;
    let base = from & ~15;
    // Bytes behind the last whole word of the window are looked at one by one.
    const end = Math.min(to, words.length << 2);
    for (; base < end; base += 16) {
      const at = base >>> 2;
      const [a, b, c, d] = [words[at]!, words[at + 1]! | 0, words[at + 2]! | 0, words[at + 3]! | 0];
      high += ((a >>> 7) & ONES) + ((b >>> 7) & ONES) + ((c >>> 7) & ONES) + ((d >>> 7) & ONES);
      // The last four of the block before, then this one's.
      digits =
        (digits >>> 16) | ((digitBits(a) | (digitBits(b) << 4) | (digitBits(c) << 8) | (digitBits(d) << 12)) << 4);
      if (base < from) digits &= -1 << (from - base + 4);
      if (base + 16 > to) digits &= (1 << (to - base + 4)) - 1;
      let starts = digits & (digits >>> 1) & (digits >>> 2) & (digits >>> 3) & ~(digits << 1) & ~1;
      for (; starts !== 0; starts &= starts - 1) {
        const first = starts & -starts;
        const start = base - 4 + 31 - Math.clz32(first);
        const isAlone = start === from || CLASS[bytes[start - 1]!] === 0;
        // Most groups of five and more are ids: they have nothing before them, and do not begin as a dialled 503 does.
        const isId = isAlone && (digits & (first << 4)) !== 0 && !mayBeDialled(bytes, start);
        if (!isId && this.#isPart(start, from, to)) return true;
      }
    }
    return (
      this.#mayHoldRest(from, end, to) ||
      (sumOfBytes(high) >= HIGH_BYTES || to - from > LONGEST_COUNTED ? holdsForeignDigits(bytes, from, to) : false)
    );
  }

  /** A group that reaches behind the last whole word, and characters beyond ASCII there. */
  #mayHoldRest(from: number, end: number, to: number): boolean {
    if (end === to) return false;
    const bytes = this.#bytes;
    for (let at = Math.max(from, end - 3); at < to; at++) {
      if (CLASS[bytes[at]!] === HIGH) return holdsForeignDigits(bytes, from, to);
      const isStart = CLASS[bytes[at]!] === DIGIT && (at === from || CLASS[bytes[at - 1]!] !== DIGIT);
      if (isStart && this.#isPart(at, from, to)) return true;
    }
    return false;
  }

  /** Whether the digits that begin at `start` may belong to a number. */
  #isPart(start: number, from: number, to: number): boolean {
    const bytes = this.#bytes;
    let end = start + 1;
    while (end < to && CLASS[bytes[end]!] === DIGIT) end++;
    return isPart(bytes, from, start, end, to);
  }
}

const ONES = 0x01010101;

/** `00503…`, `011503…`, by some of their digits. */
function mayBeDialled(bytes: Uint8Array, start: number): boolean {
  return bytes[start] === 0x30 && (bytes[start + 2] === 0x35 || bytes[start + 3] === 0x35);
}

/** A bit for each of the four bytes that is a digit. */
function digitBits(word: number): number {
  const value = word ^ 0x30303030;
  const others = ((value & 0x7f7f7f7f) + 0x76767676) | value;
  return Math.imul((~others >>> 7) & ONES, 0x01020408) >>> 24;
}

function sumOfBytes(word: number): number {
  return Math.imul(word, ONES) >>> 24;
}

/** `mayHold` of a range alone, byte by byte. */
export function mayHoldUnmistakable(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const kind = CLASS[bytes[at]!]!;
    if (kind === DIGIT) {
      let end = at + 1;
      while (end < to && CLASS[bytes[end]!] === DIGIT) end++;
      if (isPart(bytes, from, at, end, to)) return true;
      at = end - 1;
    } else if (kind === HIGH && isForeignDigit(bytes, at, from, to)) return true;
    else if (MARKS.includes(bytes[at]!) && isFollowedByNumber(bytes, at, to)) return true;
  }
  return false;
}

function nextOf(bytes: Uint8Array, byte: number, from: number): number {
  const at = bytes.indexOf(byte, from);
  return at < 0 ? NONE : at;
}

/** Whether seven digits may follow a mark; where something was escaped, anything may. */
function isFollowedByNumber(bytes: Uint8Array, mark: number, to: number): boolean {
  let digits = 0;
  for (let at = bytes[mark] === PERCENT ? mark + 3 : mark + 1, gap = 0; at < to && gap <= LONGEST_GAP; at++) {
    const kind = CLASS[bytes[at]!]!;
    if (kind === DIGIT) {
      gap = 0;
      if (++digits === FEWEST_DIGITS) return true;
    } else if (kind & (SOFT | HIGH)) {
      gap++;
      if (kind === HIGH && isForeignDigit(bytes, at, mark, to)) return true;
    } else return kind === ESCAPE;
  }
  return false;
}

/** Whether there are digits of another script, or of those that are nothing and may tear every group of a number. */
function holdsForeignDigits(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (CLASS[bytes[at]!] !== HIGH) continue;
    if (isForeignDigit(bytes, at, from, to)) return true;
    const isBetween = at > from && CLASS[bytes[at - 1]!] === DIGIT;
    if (isBetween && isNearDigits(bytes, from, at, at, to)) return true;
  }
  return false;
}

/** Whether the digits [start, end) may belong to an unmistakable number that has no mark. */
function isPart(bytes: Uint8Array, from: number, start: number, end: number, to: number): boolean {
  const before = start > from ? CLASS[bytes[start - 1]!]! : 0;
  const after = end < to ? CLASS[bytes[end]!]! : 0;
  const length = end - start;
  // A character that may be nothing at all, or a digit, can stand inside a group.
  if ((before | after) & HIGH && isNearDigits(bytes, from, start, end, to)) return true;
  if (length < 4) return false;
  if (after & (SOFT | HIGH | ESCAPE) && length === 4 && isFollowedByFour(bytes, end, to)) return true;
  if (before & (SOFT | HIGH) && isBehindMore(bytes, from, start, length)) return true;
  if (isBehindEscape(bytes, from, start)) return true;
  return length >= 5 && isMarkedRun(bytes, from, start, length);
}

/** Whether more digits stand on either side, however few. */
function isNearDigits(bytes: Uint8Array, from: number, start: number, end: number, to: number): boolean {
  for (let at = start - 1; at >= from && CLASS[bytes[at]!]! & (DIGIT | SOFT | HIGH) && start - at < LONGEST_GAP; at--)
    if (CLASS[bytes[at]!] === DIGIT) return true;
  for (let at = end; at < to && CLASS[bytes[at]!]! & (DIGIT | SOFT | HIGH) && at - end < LONGEST_GAP; at++)
    if (CLASS[bytes[at]!] === DIGIT) return true;
  return false;
}

/** Whether a group of four digits follows, or one that something beyond ASCII may have torn, or an escape. */
function isFollowedByFour(bytes: Uint8Array, end: number, to: number): boolean {
  let at = end;
  let high = false;
  for (; at < to && at - end < LONGEST_GAP && CLASS[bytes[at]!]! & (SOFT | HIGH); at++)
    if (CLASS[bytes[at]!] === HIGH) high = true;
  if (at === to || CLASS[bytes[at]!] !== DIGIT) return CLASS[bytes[at]!] === ESCAPE && at < to;
  const start = at;
  while (at < to && CLASS[bytes[at]!] === DIGIT) at++;
  return high || at - start === 4 || (at < to && CLASS[bytes[at]!] === HIGH);
}

/** Behind a separator: 503 before eight digits, or, before any, something escaped or torn by what is beyond ASCII. */
function isBehindMore(bytes: Uint8Array, from: number, start: number, length: number): boolean {
  let at = start - 1;
  let high = false;
  for (; at >= from && start - at < LONGEST_GAP && CLASS[bytes[at]!]! & (SOFT | HIGH); at--)
    if (CLASS[bytes[at]!] === HIGH) high = true;
  if (at < from) return false;
  if (CLASS[bytes[at]!] !== DIGIT) return isBehindEscape(bytes, from, at + 1);
  return high || (length === 8 && at - 2 >= from && holds503(bytes, at - 2));
}

/** Behind `&nbsp;`, `&#8209;`, `%20`, `%2B`. */
function isBehindEscape(bytes: Uint8Array, from: number, at: number): boolean {
  if (at - 3 >= from && bytes[at - 3] === PERCENT) return true;
  if (at - 1 < from || bytes[at - 1] !== SEMICOLON) return false;
  for (let back = at - 2; back >= from && back > at - LONGEST_ENTITY; back--)
    if (bytes[back] === AMPERSAND) return true;
  return false;
}

/** `00503…`, or digits behind the `/`, `=` or `:` of a link. */
function isMarkedRun(bytes: Uint8Array, from: number, start: number, length: number): boolean {
  const before = start > from ? bytes[start - 1]! : 0;
  if (length >= FEWEST_DIGITS && (before === 0x2f || before === 0x3d || before === 0x3a)) return true;
  if (bytes[start] !== 0x30) return false;
  if (bytes[start + 1] === 0x30) return holds503(bytes, start + 2);
  return length >= 6 && bytes[start + 1] === 0x31 && bytes[start + 2] === 0x31 && holds503(bytes, start + 3);
}

function holds503(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0x35 && bytes[at + 1] === 0x30 && bytes[at + 2] === 0x33;
}

/** Whether a character at or around this byte may be a digit of another script, or a full-width plus. */
function isForeignDigit(bytes: Uint8Array, at: number, from: number, to: number): boolean {
  let lead = at;
  while (lead > from && at - lead < 3 && (bytes[lead]! & 0xc0) === 0x80) lead--;
  if (DIGIT_LEADS[bytes[lead]!] === 0 || lead + 1 >= to) return false;
  const next = bytes[lead + 1]!;
  if ((next & 0xc0) !== 0x80) return false;
  // Emoji and their variants are no digits: of what begins so, only full-width forms and mathematical digits are.
  if (bytes[lead] === 0xef) return next === 0xbc;
  return bytes[lead] !== 0xf0 || next !== 0x9f;
}
