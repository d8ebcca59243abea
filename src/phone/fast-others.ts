// The fast lane for cells without a certain number of the plan that are as plainly written: bare digits that are too few or
// too many alike, a DUI, a number of another country. As fast.ts, it answers only where read.ts would say just that.

import { readForeign } from "./foreign.js";
import type { CellReading, UnreadReason } from "./number.js";
import { TYPE_BY_PREFIX8 } from "./plan.js";

const SPACE = 0x20;
const PLUS = 0x2b;
const DASH = 0x2d;
const DOT = 0x2e;
const ZERO = 0x30;

/** Digits that a placeholder (`77777`) has at least; fewer are merely too few. */
const LEAST_PLACEHOLDER_DIGITS = 5;
const DIGITS_BEFORE_2005 = 7;

const TOO_SHORT: CellReading = { numbers: [], doubtful: [], reason: "too-short" };

/** What `readCell` says of the ASCII of such a cell; undefined where only that can tell. */
export function readPlainOther(bytes: Uint8Array, start: number, end: number): CellReading | undefined {
  if (bytes[start] === PLUS) return readPlainForeign(bytes, start + 1, end);
  let at = start;
  while (at < end && isDigit(bytes[at]!)) at++;
  const digits = at - start;
  if (at === end) return readDigits(bytes, start, digits);
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
  if (number < 2_000_000 || number >= 8_000_000 || Math.floor(number / 10_000) === 503) return undefined;
  return doubtful(number + (number < 7_000_000 ? 20_000_000 : 70_000_000), "legacy-7-digit");
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
    const isHyphen = byte === DASH && end - at === 5;
    // Where it begins or ends in one, or two stand together, there is no digit on either side.
    if (!(byte === SPACE || isHyphen) || at === start || at === end - 1) return undefined;
    if (!isDigit(bytes[at - 1]!) || !isDigit(bytes[at + 1]!)) return undefined;
    isHyphenated ||= isHyphen;
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
