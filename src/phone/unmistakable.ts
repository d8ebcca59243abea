// Numbers in any text that nobody could take for anything else: `+503 …`, `00503…`, `(503) …`, `7012-3456`, `7012 3456`.
// They count in every cell of a record, whatever its column is called. Phone cells are read.ts's work.

import { normalise } from "./normalise.js";
import { typeOfNational } from "./plan.js";
import { withStyledDigits } from "./styled-digits.js";

/** Dashes, dots, spaces, brackets and any sign beyond ASCII, normalised; behind a calling code also `/`, `:` and `,`. */
const SEPARATOR = "[-. *_~()[\\]{}\\n°]";
const LOOSE_SEPARATOR = "[-. *_~()[\\]{}\\n°/:,]";
const HALVES = new RegExp(`(?<!\\d)(\\d{4})(?=${SEPARATOR}{1,8}(\\d{4})(?!\\d))`, "g");
/** More than a number has, digit by digit: what follows may be another's, and is looked at from its own mark. */
const MOST_GROUPS = 20;
/** A calling code behind a plus, an opening bracket or `00`, and all that may go on as its number. */
const MARKED = new RegExp(
  `(?:\\+${SEPARATOR}{0,8}|[([{]\\+? ?|(?<!\\d)(?:00|011)${SEPARATOR}{0,8}(?=503))(?=([1-9]\\d*(?:${LOOSE_SEPARATOR}{1,8}\\d+){0,${MOST_GROUPS}}))`,
  "g",
);
/** 503 alone is a calling code only where eight undivided digits stand behind a separator. */
const BEHIND_503 = new RegExp(`(?<!\\d)503${SEPARATOR}{1,8}(\\d{8})(?!\\d)`, "g");
const LINKED = /(?:wa\.me\/|phone=|tel:)(?:\+|00)?(?:503)?(\d{8})(?!\d)/g;
/** Has groups of four, too, and is nobody's number. */
const UUID = /(?<![0-9a-f-])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-f-])/g;
const MOST_DIGITS = 15;
const FEWEST_DIGITS = 7;

/** The E.164 of every unmistakable number in a text, none twice; also what stands behind `+` as another country's. */
export function readUnmistakable(raw: string): string[] {
  const found = new Set<string>();
  const styled = withStyledDigits(raw);
  if (styled !== undefined) for (const e164 of readUnmistakable(styled)) found.add(e164);
  const text = normalise(withoutEscapes(raw), INVISIBLE);
  // What can't be seen stands within a group of digits, or between two.
  addNumbers(text.replaceAll(INVISIBLE, ""), found);
  if (text.includes(INVISIBLE)) addNumbers(text.replace(INVISIBLES, "~"), found);
  return [...found];
}

const INVISIBLE = "\0";
const INVISIBLES = /\0+/g;

function addNumbers(normalised: string, found: Set<string>): void {
  const text = normalised.replace(UUID, " x ");
  const addNational = (national: string) => {
    if (typeOfNational(national) !== undefined) found.add(`+503${national}`);
  };
  for (const [, left, right] of text.matchAll(HALVES)) addNational(`${left}${right}`);
  for (const [, national] of text.matchAll(BEHIND_503)) addNational(national!);
  for (const [, national] of text.matchAll(LINKED)) addNational(national!);
  for (const [mark, rest] of text.matchAll(MARKED)) addMarked(rest!, mark.includes("+"), found, addNational);
}

/** Takes out the escapes of a link: where a plus is escaped, so are the spaces behind it: `%2B503%206123%204567`. */
function withoutEscapes(raw: string): string {
  if (!raw.includes("%2")) return raw;
  return raw.replace(/%2b/gi, "+").replace(/%20/g, " ").replace(/%2d/gi, "-");
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
/** A character that may stand between the digits of a number. */
export const SOFT = 2;
/** A byte of a character beyond ASCII: a dash, a space, nothing at all, perhaps a digit; and the zero byte. */
const HIGH = 4;
/** `&nbsp;`, `%20`. */
const ESCAPE = 8;
/** A character that may part a number behind a calling code, or end a link before digits. */
export const LINK = 16;
/** A character that may part a number behind a calling code; elsewhere it parts cells. */
const LOOSE = 32;

/** What each byte may be, for the kernel too. */
export const BYTE_CLASSES = new Uint8Array(256);
const CLASS = BYTE_CLASSES;
for (let byte = 0; byte < 0x20; byte++) CLASS[byte] = SOFT;
for (const byte of Buffer.from("-. *_~()[]{}+\x7f")) CLASS[byte] = SOFT;
for (const byte of Buffer.from("&%")) CLASS[byte] = ESCAPE;
for (const byte of Buffer.from("/=:;\\")) CLASS[byte] = LINK;
for (let byte = 0x30; byte < 0x3a; byte++) CLASS[byte] = DIGIT;
for (let byte = 0x80; byte < 0x100; byte++) CLASS[byte] = HIGH;
// A zero byte is nothing at all in a text.
CLASS[0] = HIGH;
for (const byte of Buffer.from(",")) CLASS[byte] = LOOSE;

/** A plus, an opening bracket, and what is written for them (`%2B`, `&plus;`, `&#40;`): a number may follow. */
export const MARK = 64;
for (const byte of Buffer.from("+([{%&")) CLASS[byte]! |= MARK;
const SEMICOLON = 0x3b;
const HYPHEN = 0x2d;
const PERCENT = 0x25;
const AMPERSAND = 0x26;

/** First bytes, in UTF-8, of digits of other scripts and of plus signs beyond ASCII. */
export const DIGIT_LEADS = new Uint8Array(256);
for (const byte of [0xc2, 0xd9, 0xdb, 0xdf, 0xe0, 0xe1, 0xe2, 0xea, 0xef, 0xf0]) DIGIT_LEADS[byte] = 1;

/** Bytes of ASCII between two groups of digits of one number. Of others there may be any number: they may all be nothing. */
const LONGEST_GAP = 32;
const LONGEST_ENTITY = 12;

/** False only where a range holds no number that `readUnmistakable` finds in its text, in UTF-8 or Windows-1252. */
export function mayHoldUnmistakable(bytes: Uint8Array, from: number, to: number): boolean {
  let high = false;
  for (let at = from; at < to; at++) {
    const kind = CLASS[bytes[at]!]!;
    if (kind === DIGIT) {
      if (isPart(bytes, from, at, to)) return true;
      while (at + 1 < to && CLASS[bytes[at + 1]!] === DIGIT) at++;
    } else if (kind === HIGH) high = true;
    else if ((kind & MARK) !== 0 && isFollowedByNumber(bytes, from, at, to)) return true;
  }
  return high && holdsTornDigits(bytes, from, to);
}

/** Whether seven digits may follow a mark, or stand around an escape; where one escape follows another, anything may. */
function isFollowedByNumber(bytes: Uint8Array, from: number, mark: number, to: number): boolean {
  const byte = bytes[mark];
  if (byte !== PERCENT && byte !== AMPERSAND) return digitsBehind(bytes, mark + 1, to) >= FEWEST_DIGITS;
  const end = byte === PERCENT ? mark + 3 : endOfEntity(bytes, mark, to);
  if (end > to) return false;
  return digitsBehind(bytes, end, to) + digitsBefore(bytes, from, mark) >= FEWEST_DIGITS;
}

/** Where what begins with an ampersand ends; beyond `to` where that is too far. */
function endOfEntity(bytes: Uint8Array, mark: number, to: number): number {
  const last = Math.min(to, mark + LONGEST_ENTITY);
  for (let at = mark; at < last; at++) if (bytes[at] === SEMICOLON) return at + 1;
  return to + 1;
}

/** Digits from `at` on, up to what can't part a number; many where something is escaped, or may be a digit. */
function digitsBehind(bytes: Uint8Array, from: number, to: number): number {
  let digits = 0;
  for (let at = from, gap = 0; at < to && gap <= LONGEST_GAP && digits < FEWEST_DIGITS; at++) {
    const kind = CLASS[bytes[at]!]!;
    if (kind === DIGIT) {
      gap = 0;
      digits++;
    } else if (kind === HIGH) {
      if (isForeignDigit(bytes, at, from, to)) return FEWEST_DIGITS;
    } else if (kind & (SOFT | LINK | LOOSE)) gap++;
    else return (kind & ESCAPE) !== 0 ? FEWEST_DIGITS : digits;
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
    } else if (kind & SOFT) gap++;
    else if (kind !== HIGH) return bytes[at] === SEMICOLON && digits > 0 ? FEWEST_DIGITS : digits;
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
  return mayBePart(bytes, from, start, end, to) && !isInUuid(bytes, from, start, to);
}

function mayBePart(bytes: Uint8Array, from: number, start: number, end: number, to: number): boolean {
  const length = end - start;
  if (length === 3) return holds503(bytes, start) && digitsBehind(bytes, end, to) >= FEWEST_DIGITS;
  if (length === 4 && isFollowedByFour(bytes, end, to)) return true;
  if (length < 4) return false;
  if (isDialled503(bytes, start)) return true;
  return (length >= FEWEST_DIGITS || holds503(bytes, start)) && isBehindMark(bytes, from, start);
}

const UUID_BYTES = 36;

/** Whether a group of digits certainly lies in a UUID. Every ledger of ours is full of them. */
function isInUuid(bytes: Uint8Array, from: number, group: number, to: number): boolean {
  let start = group;
  while (start > from && group - start < UUID_BYTES && isOfUuid(bytes[start - 1]!)) start--;
  const end = start + UUID_BYTES;
  if (end > to || end <= group) return false;
  if (start > from && mayBeHyphen(bytes[start - 1]!)) return false;
  if (end < to && (mayBeHyphen(bytes[end]!) || isOfUuid(bytes[end]!))) return false;
  for (let at = start; at < end; at++) {
    const place = at - start;
    const isBorder = place === 8 || place === 13 || place === 18 || place === 23;
    if (isBorder !== (bytes[at] === HYPHEN) || !isOfUuid(bytes[at]!)) return false;
  }
  return true;
}

function isOfUuid(byte: number): boolean {
  const letter = byte | 0x20;
  return (byte >= 0x30 && byte <= 0x39) || (letter >= 0x61 && letter <= 0x66) || byte === HYPHEN;
}

/** A byte of a dash beyond ASCII, or an end of what is written for one. */
function mayBeHyphen(byte: number): boolean {
  return CLASS[byte] === HIGH || byte === SEMICOLON || byte === AMPERSAND || byte === PERCENT;
}

/** Whether a group of four digits follows. */
function isFollowedByFour(bytes: Uint8Array, end: number, to: number): boolean {
  let at = end;
  while (at < to && CLASS[bytes[at]!]! & (SOFT | HIGH)) at++;
  const start = at;
  while (at < to && CLASS[bytes[at]!] === DIGIT) at++;
  return start > end && at - start === 4;
}

/** Digits behind the `/`, `=` or `:` of a link, behind what may be a plus beyond ASCII, or `503…` behind `00`. */
function isBehindMark(bytes: Uint8Array, from: number, start: number): boolean {
  let at = start - 1;
  if (at >= from && CLASS[bytes[at]!] === LINK) return at === from || mayEndLinkName(bytes[at - 1]!);
  while (at >= from && (CLASS[bytes[at]!]! & SOFT) !== 0 && start - at < LONGEST_GAP) at--;
  if (at < from) return false;
  return CLASS[bytes[at]!] === HIGH || (at < start - 1 && CLASS[bytes[at]!] === DIGIT && holds503(bytes, start));
}

/** The `e` of `wa.me/` and `phone=`, the `l` of `tel:`, and what may be written for one. */
function mayEndLinkName(byte: number): boolean {
  const letter = byte | 0x20;
  return letter === 0x65 || letter === 0x6c || CLASS[byte] === HIGH || byte === SEMICOLON;
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

/** Whether a character at or around this byte may be a digit of another script, or a plus beyond ASCII. */
function isForeignDigit(bytes: Uint8Array, at: number, from: number, to: number): boolean {
  let lead = at;
  while (lead > from && at - lead < 3 && (bytes[lead]! & 0xc0) === 0x80) lead--;
  if (DIGIT_LEADS[bytes[lead]!] === 0 || lead + 1 >= to) return false;
  const next = bytes[lead + 1]!;
  if ((next & 0xc0) !== 0x80) return false;
  // Most of what begins like this is typography and emoji. ＋ and full-width digits, ﬩ and ﹢, ⁺ and ₊, ➕, ², ① and 🄀 are meant.
  if (bytes[lead] === 0xc2) return next === 0xb2 || next === 0xb3 || next === 0xb9;
  if (bytes[lead] === 0xef) return next === 0xbc || next === 0xac || next === 0xb9;
  if (bytes[lead] === 0xe2)
    return next === 0x81 || next === 0x82 || (next >= 0x91 && next <= 0x93) || next === 0x9d || next === 0x9e;
  return bytes[lead] !== 0xf0 || next !== 0x9f || bytes[lead + 2] === 0xaf || bytes[lead + 2] === 0x84;
}
