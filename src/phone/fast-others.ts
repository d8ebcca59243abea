// The fast lane for other cells that are as plainly written: bare digits that are too few or too many alike, a DUI, a letter
// among the digits, what a spreadsheet made of a number, a number of another country. As fast.ts, it answers only where read.ts
// would say just that.

import { certainReading } from "./fast.js";
import { readForeign } from "./foreign.js";
import type { CellReading, UnreadReason } from "./number.js";
import { TYPE_BY_PREFIX8, typeOfNational } from "./plan.js";

const SPACE = 0x20;
const PLUS = 0x2b;
const DASH = 0x2d;
const DOT = 0x2e;
const ZERO = 0x30;
const LOWER_O = 0x6f;
const UPPER_E = 0x45;

/** Digits that a placeholder (`77777`) has at least; fewer are merely too few. */
const LEAST_PLACEHOLDER_DIGITS = 5;
const DIGITS_BEFORE_2005 = 7;

const TOO_SHORT: CellReading = { numbers: [], doubtful: [], reason: "too-short" };
const DAMAGED: CellReading = { numbers: [], doubtful: [], reason: "spreadsheet-damage" };

/** What `readCell` says of the ASCII of such a cell; undefined where only that can tell. */
export function readPlainOther(bytes: Uint8Array, start: number, end: number): CellReading | undefined {
  if (bytes[start] === PLUS) return readPlainForeign(bytes, start + 1, end);
  let at = start;
  while (at < end && isDigit(bytes[at]!)) at++;
  const digits = at - start;
  if (at === end) return readDigits(bytes, start, digits);
  if (digits === 1 && bytes[at] === DOT) return readScientific(bytes, start, end);
  if (end - start === 8 && (bytes[at]! | 0x20) === LOWER_O) return readWithLetter(bytes, start, at);
  if (digits !== DIGITS_BEFORE_2005 || end - at !== 2) return undefined;
  // `2212345.0`: a spreadsheet took it for a float. `7012345-6`: a DUI that lost its zero, or a number torn.
  if (bytes[at] === DOT && bytes[at + 1] === ZERO) return readDigits(bytes, start, digits);
  if (bytes[at] !== DASH || !isDigit(bytes[at + 1]!)) return undefined;
  return doubtful(numberOf(bytes, start, at) * 10 + bytes[at + 1]! - ZERO, "looks-like-id");
}

function readDigits(bytes: Uint8Array, start: number, digits: number): CellReading | undefined {
  const isRepeated = digits >= LEAST_PLACEHOLDER_DIGITS && isOneDigit(bytes, start, digits);
  if (digits > 0 && digits < DIGITS_BEFORE_2005) return isRepeated ? undefined : TOO_SHORT;
  if (digits === DIGITS_BEFORE_2005) return readBefore2005(numberOf(bytes, start, start + digits));
  return digits === 8 && isRepeated ? doubtful(numberOf(bytes, start, start + 8), "placeholder") : undefined;
}

/** Reads a number from before 2005, when it got a first digit: 2 where it was fixed, 7 where it was mobile. */
function readBefore2005(number: number): CellReading | undefined {
  // Behind 503 four digits are left.
  if (Math.floor(number / 10_000) === 503 || number % 1_111_111 === 0) return undefined;
  if (number < 2_000_000) return TOO_SHORT;
  const type = number < 8_000_000 ? undefined : typeOfNational(String(number));
  // 800 1234 is a number of today's plan; of 801 1234 that is not all.
  if (type !== undefined && number % 1_000_000 >= 10_000) return undefined;
  if (type !== undefined) return { numbers: [{ e164: `+503${number}`, type }], doubtful: [], reason: undefined };
  return doubtful(number + (number < 7_000_000 ? 20_000_000 : 70_000_000), "legacy-7-digit");
}

/** `5.0370123456E+10`, and `5.037E+10`, whose other digits are lost. */
function readScientific(bytes: Uint8Array, start: number, end: number): CellReading | undefined {
  const decimals = end - start - 6;
  if (decimals < 1 || decimals > MOST_DIGITS || bytes[end - 4] !== UPPER_E || bytes[end - 3] !== PLUS) return undefined;
  const isWritten = (at: number) => isDigit(bytes[at]!) || at === start + 1 || at === end - 4 || at === end - 3;
  for (let at = start; at < end; at++) if (!isWritten(at)) return undefined;
  const exponent = numberOf(bytes, end - 2, end);
  if (decimals < exponent) return DAMAGED;
  const isHome = decimals === 10 && bytes[start] === ZERO + 5 && numberOf(bytes, start + 2, start + 4) === 3;
  if (decimals > exponent || !(isHome || decimals === 7)) return undefined;
  const after = numberOf(bytes, end - 11, end - 4);
  const first = isHome ? bytes[end - 12]! : bytes[start]!;
  return certainReading((first - ZERO) * 10_000_000 + after);
}

/** `7O123456`: eight digits, a letter for one of those between the first and the last. */
function readWithLetter(bytes: Uint8Array, start: number, letter: number): CellReading | undefined {
  for (let at = letter + 1; at < start + 8; at++) if (!isDigit(bytes[at]!)) return undefined;
  if (letter === start || letter === start + 7) return undefined;
  const before = letter - start;
  const isRepeated = (at: number, digits: number) =>
    digits >= LEAST_PLACEHOLDER_DIGITS && isOneDigit(bytes, at, digits);
  if (isRepeated(start, before) || isRepeated(letter + 1, 7 - before)) return undefined;
  const national = numberOf(bytes, start, letter) * 10 ** (8 - before) + numberOf(bytes, letter + 1, start + 8);
  return doubtful(national, "not-a-number");
}

/** A number of the plan that a cell could mean; undefined where it is none. */
function doubtful(national: number, reason: UnreadReason): CellReading | undefined {
  if (national < 20_000_000 || TYPE_BY_PREFIX8[(national / 1000) | 0] === 0) return undefined;
  return { numbers: [], doubtful: [`+503${national}`], reason };
}

/** E.164 has no more; more could be two numbers. */
const MOST_DIGITS = 15;
const FEWEST_DIGITS = 9;
/** The most digits with a hyphen: more could be a number and the last digits of its neighbour. */
const MOST_HYPHENATED_DIGITS = 11;

/** `+1 305 555 1234`, `+502 5012-3456`: groups of digits with a space between them, and a hyphen before the last four. */
function readPlainForeign(bytes: Uint8Array, start: number, end: number): CellReading | undefined {
  let digits = "";
  let isHyphenated = false;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (isDigit(byte)) {
      digits += String.fromCharCode(byte);
      continue;
    }
    // Behind the hyphen come four digits and nothing else.
    if (isHyphenated) return undefined;
    const isHyphen = byte === DASH && end - at === 5;
    // Where it begins or ends in one, or two stand together, there is no digit on either side.
    if (!(byte === SPACE || isHyphen) || at === start || at === end - 1) return undefined;
    if (!isDigit(bytes[at - 1]!) || !isDigit(bytes[at + 1]!)) return undefined;
    isHyphenated = isHyphen;
  }
  const most = isHyphenated ? MOST_HYPHENATED_DIGITS : MOST_DIGITS;
  if (digits.length < FEWEST_DIGITS || digits.length > most || digits.startsWith("503")) return undefined;
  const e164 = readForeign(digits);
  return e164 === undefined ? undefined : { numbers: [{ e164, type: "foreign" }], doubtful: [], reason: undefined };
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= 0x39;
}

function isOneDigit(bytes: Uint8Array, start: number, digits: number): boolean {
  for (let at = start + 1; at < start + digits; at++) if (bytes[at] !== bytes[start]) return false;
  return true;
}

function numberOf(bytes: Uint8Array, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at++) value = value * 10 + bytes[at]! - ZERO;
  return value;
}
