// A cell that holds nothing but numbers: beside the phones it counts where its column is not named as an id, a date or an amount.
// Of long lists the kernel tells whether there may be one.

import { HOME } from "./doubt.js";
import { normalise } from "./normalise.js";
import { everyNumber } from "./number.js";
import { typeOfNational } from "./plan.js";
import { readCell } from "./read.js";

/** 8 digits of the plan, 11 with `503`, 13 with `00503` or 14 with `011503` before them. */
const BARE = /^(?:(?:00|011)?503)?(\d{8})$/;
/** The same behind a zero, as some dial. Nine digits that begin with it are a DUI, too, which few do that begin like mobiles. */
const BEHIND_ZERO = /^(?:\(0\)|0[ -]|0(?=[67]\d{7}$))/;
/** Letters of other than a word between two numbers and the `e` of a float, or a sign of money: normalised. */
const OTHER = /[$€]|(?<![a-z])(?!(?:[yeou]|and)(?![a-z]))[a-z]/;
const BETWEEN = /[\n,;/&|]| (?:[yeou]|and) |(?<=\d{8})[ -]+(?=\+?\d{8})/;
/** Dates, times, amounts with decimals, and ids with a digit behind a hyphen. */
const OTHER_FIGURES = /^\d{1,4}([-/.])\d{1,2}\1\d{1,4}$|(?<!\d)\d\d?:\d\d(?!\d)|[.,]\d\d?$|-\d$/;

/**
 * Every E.164 of a cell that holds nothing but Salvadoran numbers: all that it could mean where one is certain, else each
 * number that is all of the cell or of a part of it.
 */
export function readBare(cell: string): readonly string[] {
  const text = normalise(cell).trim();
  const national = BARE.exec(text)?.[1];
  if (national !== undefined) return typeOfNational(national) === undefined ? [] : [`${HOME}${national}`];
  if (OTHER.test(text)) return [];
  const reading = readCell(cell);
  const known = everyNumber(reading).filter((e164) => isHome(e164));
  if (known.length === 0 || reading.numbers.some(({ e164 }) => isHome(e164))) return known;
  const whole = new Set([text, ...text.split(BETWEEN)].map(wholeOf));
  return known.filter((e164) => whole.has(e164));
}

function isHome(e164: string): boolean {
  const national = e164.slice(HOME.length);
  return e164.startsWith(HOME) && national.length === FEWEST_DIGITS && typeOfNational(national) !== undefined;
}

function wholeOf(text: string): string | undefined {
  const part = text.trim().replace(/[.,]00?$/, "");
  if (OTHER_FIGURES.test(part)) return undefined;
  const national = BARE.exec(part.replace(BEHIND_ZERO, "").replace(/\D/g, ""))?.[1];
  return national && `${HOME}${national}`;
}

const FEWEST_DIGITS = 8;
const MOST_DIGITS = 14;
const QUOTE = 0x22;

/**
 * False only where no cell of the bytes [from, to) holds such numbers, as assembly/bare.ts tells it: cutting a record into cells
 * takes far longer. What stands between two delimiters, quotes or line ends is looked at by itself.
 */
export function mayHoldBare(bytes: Uint8Array, from: number, to: number, delimiter: number): boolean {
  let start = from;
  let quoted = from;
  for (let at = from; at <= to; at++) {
    const byte = at < to ? bytes[at]! : QUOTE;
    if (byte !== delimiter && byte !== QUOTE && byte !== 0x0a && byte !== 0x0d) continue;
    // Before a quote delimiters and line ends may be a cell's own: `"7012,3456"`.
    const isOwn = byte === QUOTE && start > quoted;
    if (mayBeBare(bytes, start, at) || (isOwn && mayBeBare(bytes, quoted, at))) return true;
    start = at + 1;
    if (byte === QUOTE) quoted = start;
  }
  return false;
}

/** Whether no word is among the bytes, and some of their groups of digits make a number of the plan, or others' digits may. */
function mayBeBare(bytes: Uint8Array, from: number, to: number): boolean {
  let digits = 0;
  let high = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if (isDigit(byte)) digits++;
    else if (byte >= 0x80) high++;
    else if (isLetter(byte) && !mayJoin(byte)) return false;
  }
  // Digits of another script have two bytes or more.
  if (high > 0 && digits + high / 2 >= FEWEST_DIGITS) return true;
  if (digits < FEWEST_DIGITS) return false;
  for (let at = from; at < to; at++) {
    if (!isDigit(bytes[at]!)) continue;
    if (beginsNumber(bytes, at, to)) return true;
    while (at + 1 < to && isDigit(bytes[at + 1]!)) at++;
  }
  return false;
}

/** Whether the digits from `start` on are a number where one of their groups ends. */
function beginsNumber(bytes: Uint8Array, start: number, to: number): boolean {
  let digits = 0;
  let value = 0;
  for (let at = start; at < to; at++) {
    if (!isDigit(bytes[at]!)) continue;
    if (++digits > MOST_DIGITS) return false;
    value = value * 10 + bytes[at]! - 0x30;
    const isEnd = at + 1 === to || !isDigit(bytes[at + 1]!);
    if (isEnd && isOfPlan(digits, value, at - start + 1)) return true;
  }
  return false;
}

/** `length`: of the bytes that hold the digits. */
function isOfPlan(digits: number, value: number, length: number): boolean {
  const code = Math.floor(value / 1e8);
  if (digits === 9 ? length > 9 || code > 0 || value < 6e7 : digits < FEWEST_DIGITS || digits === 10 || digits === 12)
    return false;
  const isCode = digits < 11 || code === 503 || code === 11_503 || code === 503_503;
  return isCode && typeOfNational(String(value % 1e8)) !== undefined;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function isLetter(byte: number): boolean {
  return (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
}

/** A letter of `y`, `e`, `o`, `u` or `and`, of which the cell's text is asked. */
function mayJoin(byte: number): boolean {
  return "yeouand".includes(String.fromCharCode(byte | 0x20));
}
