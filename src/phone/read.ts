// Reads the numbers of any text: a phone cell, an entry, a line, a remark, a message (README.md).

import { addOtherReadings, addWindows, oldMobileOf } from "./candidates.js";
import { cutIntoNumbers, withoutCode } from "./certain.js";
import type { Gap } from "./gaps.js";
import { normalise } from "./normalise.js";
import {
  type DigitCounts,
  HOME,
  type NumberRange,
  type PhoneNumber,
  type TextReading,
  type UnreadReason,
} from "./number.js";
import { FEWEST_DIGITS, NATIONAL_DIGITS, typeOfNational } from "./plan.js";
import { nationalOf, otherEnd, rangeBetween, splitWildcards, withLastDigits } from "./ranges.js";
import { reasonOf } from "./reason.js";
import { CALLING_CODE, type Run, runsIn } from "./runs.js";
import { MAY_HOLD_TIME, TIMES } from "./times.js";

/** Returns what a text means. Never throws; linear in its length. */
export function readCell(raw: string): TextReading {
  const runs = runsIn(raw, false);
  if (runs === undefined) return readNormalised(normalise(raw));
  const found = readRuns(runs, []);
  const isUnderstood = found.certain.length > 0 && found.left.length === 0;
  return readingOf(found, isUnderstood ? "" : normalise(raw));
}

function readNormalised(text: string): TextReading {
  const untimed = MAY_HOLD_TIME.test(text) ? text.replace(TIMES, ";") : text;
  const { rest, ranges } = splitWildcards(untimed);
  const reading = readingOf(readRuns(runsIn(rest, true), ranges), text, rest);
  const inRuns = digitsIn(rest);
  const read = untimed === rest ? inRuns : digitsIn(untimed);
  reading.digits.numbers += read - inRuns;
  if (untimed !== text) reading.digits.times = digitsIn(text) - read;
  return reading;
}

/** Matches eight digits, or four and four, that touch no other digit or letter, in a normalised text. */
const PLAIN_NUMBER = /(?<![\da-z])(\d{4})(?=[-. ]?(\d{4})(?![\da-z]))/g;

/** Returns the E.164 that count in a column other than the phones: certain numbers, and plain ones in any text. */
export function numbersInOtherColumn(raw: string): string[] {
  const text = normalise(raw);
  if (digitsIn(text) < FEWEST_DIGITS) return [];
  const found = new Set(readCell(raw).numbers.map(({ e164 }) => e164));
  for (const [, left, right] of text.matchAll(PLAIN_NUMBER)) {
    const national = `${left}${right}`;
    if (typeOfNational(national) !== undefined) found.add(HOME + national);
  }
  return [...found];
}

/** What the runs of a text hold. */
interface Found {
  runs: readonly Run[];
  certain: PhoneNumber[];
  /** The E.164 of candidates. */
  others: Set<string> | undefined;
  /** The runs with digits left over. */
  left: Run[];
  ranges: NumberRange[];
  digits: DigitCounts;
  hasPlaceholder: boolean;
  /** Whether the numbers may be the ends of a range in an unknown spelling. */
  mayBeRange: boolean;
  /** The E.164 of the number before, if it has eight digits, and the gap before that number. */
  base: string | undefined;
  beforeBase: Gap | undefined;
}

/** Reads the runs of a text in order. */
function readRuns(runs: readonly Run[], ranges: NumberRange[]): Found {
  const found: Found = {
    runs,
    certain: [],
    others: undefined,
    left: [],
    ranges,
    digits: { numbers: 0, extensions: 0, times: 0, leftover: 0 },
    hasPlaceholder: false,
    mayBeRange: ranges.length > 1,
    base: undefined,
    beforeBase: undefined,
  };
  let before: Run | undefined;
  for (let i = 0; i < runs.length; i++) {
    readRun(found, runs[i]!, before);
    before = runs[i]!;
  }
  return found;
}

/** Returns what a text means. `text` is normalised, `rest` is that without days, times and wildcards. */
function readingOf(found: Found, text: string, rest = text): TextReading {
  const { runs, left, ranges, digits } = found;
  const numbers = distinct(found.certain);
  if (left.length > 0) addWindows(rest, othersOf(found));
  for (let i = 0; i < left.length; i++) addOtherReadings(left[i]!, othersOf(found));
  const { others } = found;
  if (others !== undefined) for (const { e164 } of numbers) others.delete(e164);
  const candidates = others === undefined ? [] : [...others];
  const leftover = left.length > 0 || found.mayBeRange;
  let reason: UnreadReason | undefined;
  if (numbers.length === 0) reason = found.hasPlaceholder ? "placeholder" : reasonOf(text, runs, left);
  return { numbers, candidates, ranges, leftover, digits, reason };
}

function othersOf(found: Found): Set<string> {
  found.others ??= new Set();
  return found.others;
}

function readRun(found: Found, run: Run, before: Run | undefined): void {
  const { left, digits } = found;
  const continues = before !== undefined && left.at(-1) === before && mayGoOn(before, run[0]!);
  const items = continues ? undefined : cutIntoNumbers(run);
  if (items === undefined) addLeftover(found, run);
  for (let i = 0; items !== undefined && i < items.length; i++) {
    const { first, last, e164 } = items[i]!;
    const length = lengthOf(run, first, last);
    if (e164 === undefined) digits.extensions += length;
    else {
      digits.numbers += length;
      addNumber(found, e164, run[first]!.gap);
    }
  }
}

function addNumber(found: Found, e164: string, gap: Gap): void {
  const national = e164.startsWith(HOME) ? e164.slice(HOME.length) : "";
  const isOfEight = national.length === NATIONAL_DIGITS;
  if (isOfEight && isOneDigit(national)) {
    found.hasPlaceholder = true;
    othersOf(found).add(e164);
  } else found.certain.push({ e164, type: typeOfNational(national) ?? "foreign" });
  const old = isOfEight ? undefined : oldMobileOf(e164);
  if (old !== undefined) othersOf(found).add(old);
  const { base, beforeBase } = found;
  const range = base && isOfEight ? rangeBetween(base, e164, gap, beforeBase!) : undefined;
  if (range === "unsure") found.mayBeRange = true;
  else if (range !== undefined) found.ranges.push(range);
  found.base = isOfEight ? e164 : undefined;
  found.beforeBase = gap;
}

/** Adds a run that is no number: it may be the last digits of a range's end, or of another number. */
function addLeftover(found: Found, run: Run): void {
  const { base, digits, ranges, left } = found;
  const length = lengthOf(run, 0, run.length - 1);
  const end = base && otherEnd(run, base);
  if (end) ranges.push({ first: nationalOf(base!), last: nationalOf(end) });
  else left.push(run);
  digits[end ? "numbers" : "leftover"] += length;
  const other = base && withLastDigits(run, base);
  if (other && typeOfNational(other.slice(HOME.length)) !== undefined) othersOf(found).add(other);
}

/** Whether a leftover run may continue in the next: a torn number (`503 6208, 7731 2025`) or a foreign one. */
function mayGoOn(before: Run, { digits, gap }: Run[number]): boolean {
  if (gap.hasPlus) return false;
  const begin = before.map((group) => group.digits).join("");
  if (before[0]!.gap.hasPlus && !begin.startsWith("503")) return true;
  const national = withoutCode(begin + digits);
  const isJoined = national.length === NATIONAL_DIGITS && !CALLING_CODE.test(begin) && !/[a-z]{2}/.test(gap.text);
  return isJoined && typeOfNational(national) !== undefined;
}

function isOneDigit(national: string): boolean {
  return national[0] === national[1] && national === national[0]!.repeat(national.length);
}

/** Counts the digits of the groups [first, last]. */
function lengthOf(run: Run, first: number, last: number): number {
  let length = 0;
  for (let i = first; i <= last; i++) length += run[i]!.digits.length;
  return length;
}

function distinct(numbers: PhoneNumber[]): PhoneNumber[] {
  const [one, other] = numbers;
  if (other === undefined || (numbers.length === 2 && one!.e164 !== other.e164)) return numbers;
  const seen = new Set<string>();
  return numbers.filter(({ e164 }) => seen.size < seen.add(e164).size);
}

/** Counts the digits of a normalised text. */
export function digitsIn(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) count++;
  }
  return count;
}

/** The E.164 of a text that is one certain number and nothing else; another reading would prove nothing. */
export function certainNumber(text: string): string | undefined {
  const { numbers, leftover } = readCell(text);
  return numbers.length === 1 && !leftover ? numbers[0]!.e164 : undefined;
}
