// Numbers in any text that nobody could take for anything else: `+503 …`, `00503…`, `(503) …`, `7012-3456`, `7012 3456`.
// They count in every cell of a record, whatever its column is called. Phone cells are read.ts's work.

import { normalise } from "./normalise.js";
import { typeOfNational } from "./plan.js";

/** Dashes, dots, spaces, brackets and what is written for them, normalised; behind a calling code also `/`, `:` and `,`. */
const SEPARATOR = "[-. *_~()[\\]{}\\n]";
const LOOSE_SEPARATOR = "[-. *_~()[\\]{}\\n/:,]";
const HALVES = new RegExp(`(?<!\\d)(\\d{4})(?=${SEPARATOR}{1,3}(\\d{4})(?!\\d))`, "g");
/** A calling code behind a plus, an opening bracket or `00`, and all that may go on as its number. */
const MARKED = new RegExp(
  `(?:\\+${SEPARATOR}{0,3}|[([{]\\+? ?|(?<!\\d)(?:00|011)${SEPARATOR}{0,3}(?=503))([1-9]\\d*(?:${LOOSE_SEPARATOR}{1,4}\\d+)*)`,
  "g",
);
/** 503 alone is a calling code only where eight undivided digits stand behind a separator. */
const BEHIND_503 = new RegExp(`(?<!\\d)503${SEPARATOR}{1,4}(\\d{8})(?!\\d)`, "g");
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
  for (const [group] of rest.matchAll(/\d+/g)) {
    // `+503 (0) 7012 3456`: a trunk zero is not dialled.
    if (group === "0" && digits === "503") continue;
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
/** Behind a calling code it may part a number, before digits it may end a link. */
const LINK = 16;
/** The same behind a calling code; elsewhere it parts cells. */
const LOOSE = 32;

const CLASS = new Uint8Array(256);
for (let byte = 0; byte < 0x20; byte++) CLASS[byte] = SOFT;
for (const byte of Buffer.from("-. *_~()[]{}+\x7f")) CLASS[byte] = SOFT;
for (const byte of Buffer.from("&%")) CLASS[byte] = ESCAPE;
for (const byte of Buffer.from("/=:;")) CLASS[byte] = LINK;
for (let byte = 0x30; byte < 0x3a; byte++) CLASS[byte] = DIGIT;
for (let byte = 0x80; byte < 0x100; byte++) CLASS[byte] = HIGH;
for (const byte of Buffer.from(",")) CLASS[byte] = LOOSE;

/** A plus, an opening bracket, and what is written for them (`%2B`, `&plus;`, `&#40;`): a number may follow. */
const MARKS = Uint8Array.from(Buffer.from("+([{%&"));
const COMMA = 0x2c;
const SEMICOLON = 0x3b;
const PERCENT = 0x25;
const AMPERSAND = 0x26;

/** First bytes, in UTF-8, of digits of other scripts and of full-width ones and plus signs. */
const DIGIT_LEADS = new Uint8Array(256);
for (const byte of [0xd9, 0xdb, 0xdf, 0xe0, 0xe1, 0xea, 0xef, 0xf0]) DIGIT_LEADS[byte] = 1;

/** Bytes between two groups of digits of one number: four characters, the longest of them a dash that was decoded wrongly. */
const LONGEST_GAP = 32;
const LONGEST_ENTITY = 12;
const NONE = Number.POSITIVE_INFINITY;

/**
 * Looks over the cells of one window of bytes, in order. `mayHold` is false only where a range holds no number that
 * `readUnmistakable` finds in its text, in UTF-8 or Windows-1252. Marks are searched for in the whole window at once; of
 * the rest a bit a byte tells the digits and what is beyond ASCII, sixteen at a time and without a branch, and only where
 * three or four digits begin a group, or the two touch, their surroundings are looked at.
 */
export class UnmistakableLook {
  #bytes: Uint8Array = new Uint8Array(0);
  #words: Int32Array = new Int32Array(0);
  /** Where each mark stands next. */
  readonly #next = new Float64Array(MARKS.length);

  /** Ranges of these bytes follow, none before `from`. */
  begin(bytes: Uint8Array, from: number): void {
    // Whole words that are aligned: a window of the reader's is, what is not is copied.
    const isAligned = bytes.byteOffset % 4 === 0 && bytes.length % 16 === 0;
    this.#bytes = isAligned ? bytes : padded(bytes);
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
        if (isFollowedByNumber(this.#bytes, from, next[i]!, to)) return true;
    }
    return this.#mayHoldGroups(from, to);
  }

  #mayHoldGroups(from: number, to: number): boolean {
    const words = this.#words;
    const bytes = this.#bytes;
    let digits = 0;
    let high = 0;
    let touching = 0;
    for (let base = from & ~15; base < to; base += 16) {
      const at = base >>> 2;
      const a = words[at]!;
      const b = words[at + 1]!;
      const c = words[at + 2]!;
      const d = words[at + 3]!;
      // The last four of the block before, then this one's.
      digits =
        (digits >>> 16) | ((digitBits(a) | (digitBits(b) << 4) | (digitBits(c) << 8) | (digitBits(d) << 12)) << 4);
      high = (high >>> 16) | ((highBits(a) | (highBits(b) << 4) | (highBits(c) << 8) | (highBits(d) << 12)) << 4);
      if (base < from) {
        digits &= -1 << (from - base + 4);
        high &= -1 << (from - base + 4);
      }
      if (base + 16 > to) {
        digits &= (1 << (to - base + 4)) - 1;
        high &= (1 << (to - base + 4)) - 1;
      }
      // Five bytes beyond ASCII in a row are no accents: perhaps digits of another script.
      touching |=
        (digits & ((high << 1) | (high >>> 1))) | (high & (high >>> 1) & (high >>> 2) & (high >>> 3) & (high >>> 4));
      // Groups of three and more: those that begin with the last three bytes are whole in the next block.
      const pairs = digits & (digits >>> 1);
      let groups = pairs & (pairs >>> 1) & ~(digits << 1) & (base + 16 < to ? WHOLE : ~1);
      for (; groups !== 0; groups &= groups - 1) {
        const first = groups & -groups;
        const start = base - 4 + 31 - Math.clz32(first);
        if ((digits & (first << 3)) === 0) {
          if (holds503(bytes, start) && digitsBehind(bytes, start + 3, to) >= FEWEST_DIGITS) return true;
          continue;
        }
        // Most groups of five and more are ids: they have nothing before them, and do not begin as a dialled 503 does.
        const isLong = (digits & (first << 4)) !== 0;
        const isAlone = start === from || CLASS[bytes[start - 1]!]! === 0 || bytes[start - 1] === COMMA;
        if (isLong && isAlone && !isDialled503(bytes, start)) continue;
        if (isPart(bytes, from, start, to)) return true;
      }
    }
    return touching !== 0 && holdsTornDigits(bytes, from, to);
  }
}

/** Bits of the groups that are looked at in a block: the first is of the block before. */
const WHOLE = 0x1fffe;
const ONES = 0x01010101;

/** A bit for each of the four bytes that is a digit. */
function digitBits(word: number): number {
  const value = word ^ 0x30303030;
  const others = ((value & 0x7f7f7f7f) + 0x76767676) | value;
  return Math.imul((~others >>> 7) & ONES, 0x01020408) >>> 24;
}

/** A bit for each of the four bytes that is beyond ASCII. */
function highBits(word: number): number {
  return Math.imul((word >>> 7) & ONES, 0x01020408) >>> 24;
}

/** A copy that is aligned, and of whole blocks. */
function padded(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array((bytes.length + 15) & ~15);
  copy.set(bytes);
  return copy;
}

/** `mayHold` of a range alone, byte by byte. */
export function mayHoldUnmistakable(bytes: Uint8Array, from: number, to: number): boolean {
  let high = false;
  for (let at = from; at < to; at++) {
    const kind = CLASS[bytes[at]!]!;
    if (kind === DIGIT) {
      if (isPart(bytes, from, at, to)) return true;
      while (at + 1 < to && CLASS[bytes[at + 1]!] === DIGIT) at++;
    } else if (kind === HIGH) high = true;
    else if (MARKS.includes(bytes[at]!) && isFollowedByNumber(bytes, from, at, to)) return true;
  }
  return high && holdsTornDigits(bytes, from, to);
}

function nextOf(bytes: Uint8Array, byte: number, from: number): number {
  const at = bytes.indexOf(byte, from);
  return at < 0 ? NONE : at;
}

/** Whether seven digits may follow a mark, or stand around an escape; where one escape follows another, anything may. */
function isFollowedByNumber(bytes: Uint8Array, from: number, mark: number, to: number): boolean {
  const byte = bytes[mark];
  if (byte !== PERCENT && byte !== AMPERSAND) return digitsBehind(bytes, mark + 1, to) >= FEWEST_DIGITS;
  const end = byte === PERCENT ? mark + 3 : bytes.indexOf(SEMICOLON, mark) + 1;
  if (end <= mark || end > Math.min(to, mark + LONGEST_ENTITY)) return false;
  return digitsBehind(bytes, end, to) + digitsBefore(bytes, from, mark) >= FEWEST_DIGITS;
}

/** Digits from `at` on, up to what can't part a number; many where something is escaped, or may be a digit. */
function digitsBehind(bytes: Uint8Array, from: number, to: number): number {
  let digits = 0;
  for (let at = from, gap = 0; at < to && gap <= LONGEST_GAP && digits < FEWEST_DIGITS; at++) {
    const kind = CLASS[bytes[at]!]!;
    if (kind === DIGIT) {
      gap = 0;
      digits++;
    } else if (kind & (SOFT | HIGH | LINK | LOOSE)) {
      gap++;
      if (kind === HIGH && isForeignDigit(bytes, at, from, to)) return FEWEST_DIGITS;
    } else return kind === ESCAPE ? FEWEST_DIGITS : digits;
  }
  return digits;
}

function digitsBefore(bytes: Uint8Array, from: number, end: number): number {
  let digits = 0;
  for (let at = end - 1, gap = 0; at >= from && gap <= LONGEST_GAP && digits < FEWEST_DIGITS; at--) {
    const kind = CLASS[bytes[at]!]!;
    if (kind === DIGIT) {
      gap = 0;
      digits++;
    } else if (kind & (SOFT | HIGH)) gap++;
    else return bytes[at] === SEMICOLON && digits > 0 ? FEWEST_DIGITS : digits;
  }
  return digits;
}

/** Whether there are digits of another script, or digits that touch what may be nothing at all, and more beside them. */
function holdsTornDigits(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (CLASS[bytes[at]!] !== HIGH) continue;
    if (isForeignDigit(bytes, at, from, to)) return true;
    const isTouching =
      (at > from && CLASS[bytes[at - 1]!] === DIGIT) || (at + 1 < to && CLASS[bytes[at + 1]!] === DIGIT);
    if (isTouching && digitsBefore(bytes, from, at) + digitsBehind(bytes, at + 1, to) >= FEWEST_DIGITS) return true;
  }
  return false;
}

/** Whether the group of digits that begins at `start` may belong to an unmistakable number, as it stands. */
function isPart(bytes: Uint8Array, from: number, start: number, to: number): boolean {
  let end = start + 1;
  while (end < to && CLASS[bytes[end]!] === DIGIT) end++;
  const length = end - start;
  if (length === 3) return holds503(bytes, start) && digitsBehind(bytes, end, to) >= FEWEST_DIGITS;
  if (length === 4) return isFollowedByFour(bytes, end, to);
  if (length < 5) return false;
  if (isDialled503(bytes, start)) return true;
  return (length >= FEWEST_DIGITS || holds503(bytes, start)) && isBehindMark(bytes, from, start);
}

/** Whether a group of four digits follows. */
function isFollowedByFour(bytes: Uint8Array, end: number, to: number): boolean {
  let at = end;
  while (at < to && at - end < LONGEST_GAP && CLASS[bytes[at]!]! & (SOFT | HIGH)) at++;
  const start = at;
  while (at < to && CLASS[bytes[at]!] === DIGIT) at++;
  return start > end && at - start === 4;
}

/** Digits behind the `/`, `=` or `:` of a link, behind what may be a plus beyond ASCII, or `503…` behind `00`. */
function isBehindMark(bytes: Uint8Array, from: number, start: number): boolean {
  let at = start - 1;
  if (at >= from && CLASS[bytes[at]!] === LINK) return true;
  while (at >= from && CLASS[bytes[at]!] === SOFT && start - at < LONGEST_GAP) at--;
  if (at < from) return false;
  return CLASS[bytes[at]!] === HIGH || (at < start - 1 && CLASS[bytes[at]!] === DIGIT && holds503(bytes, start));
}

/** `00503…`, `011503…`. */
function isDialled503(bytes: Uint8Array, start: number): boolean {
  if (bytes[start] !== 0x30) return false;
  if (bytes[start + 1] === 0x30) return holds503(bytes, start + 2);
  return bytes[start + 1] === 0x31 && bytes[start + 2] === 0x31 && holds503(bytes, start + 3);
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
