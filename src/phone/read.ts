// Reads the numbers of any text: a phone cell, an entry, a line, a remark, a message (README.md).

import { addOtherReadings, addWindows, oldMobileOf } from "./candidates.js";
import { cutIntoNumbers, withoutCode } from "./certain.js";
import type { Gap } from "./gaps.js";
import { normalise } from "./normalise.js";
import { HOME, type NumberRange, type PhoneNumber, type TextReading, type UnreadReason } from "./number.js";
import { FEWEST_DIGITS, NATIONAL_DIGITS, typeOfNational } from "./plan.js";
import { nationalOf, otherEnd, rangeBetween, splitWildcards, withLastDigits } from "./ranges.js";
import { reasonOf } from "./reason.js";
import { CALLING_CODE, type Run, runsIn } from "./runs.js";
import { TIMES } from "./times.js";

const ONE_DIGIT = /^(\d)\1+$/;

/** Returns what a text means. Never throws; linear in its length. */
export function readCell(raw: string): TextReading {
  const runs = runsIn(raw, false);
  if (runs === undefined) return readNormalised(normalise(raw));
  const found = readRuns(runs, []);
  const isUnderstood = found.certain.length > 0 && found.left.length === 0;
  return readingOf(found, isUnderstood ? "" : normalise(raw));
}

function readNormalised(text: string): TextReading {
  const untimed = text.replace(TIMES, ";");
  const { rest, ranges } = splitWildcards(untimed);
  const reading = readingOf(readRuns(runsIn(rest, true)!, ranges), text, rest);
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

type Found = ReturnType<typeof readRuns>;

/** Reads the runs of a text in order. */
function readRuns(runs: readonly Run[], ranges: NumberRange[]) {
  const found = {
    runs,
    ranges,
    certain: [] as PhoneNumber[],
    /** The E.164 of candidates. */
    others: [] as string[],
    /** The runs with digits left over. */
    left: [] as Run[],
    digits: { numbers: 0, extensions: 0, times: 0, leftover: 0 },
    hasPlaceholder: false,
    /** Whether the numbers may be the ends of a range in an unknown spelling. */
    mayBeRange: ranges.length > 1,
    /** The E.164 of the number before, if it has eight digits, and the gap before that number. */
    base: undefined as string | undefined,
    beforeBase: undefined as Gap | undefined,
  };
  let before: Run | undefined;
  for (const run of runs) {
    readRun(found, run, before);
    before = run;
  }
  return found;
}

/** Returns what a text means. `text` is normalised, `rest` is that without days, times and wildcards. */
function readingOf(found: Found, text: string, rest = text): TextReading {
  const { runs, left, others, ranges, digits } = found;
  const numbers = distinct(found.certain);
  if (left.length > 0) addWindows(rest, others);
  for (let i = 0; i < left.length; i++) addOtherReadings(left[i]!, others);
  const candidates = others.length === 0 ? others : without(numbers, others);
  const leftover = left.length > 0 || found.mayBeRange;
  let reason: UnreadReason | undefined;
  if (numbers.length === 0) reason = found.hasPlaceholder ? "placeholder" : reasonOf(text, runs, left);
  return { numbers, candidates, ranges, leftover, digits, reason };
}

/** Returns the distinct candidates that are no certain numbers. */
function without(numbers: readonly PhoneNumber[], candidates: readonly string[]): string[] {
  const left = new Set(candidates);
  for (const { e164 } of numbers) left.delete(e164);
  return [...left];
}

function readRun(found: Found, run: Run, before: Run | undefined): void {
  const { left, digits } = found;
  const continues = before !== undefined && left.at(-1) === before && mayGoOn(before, run[0]!);
  const items = continues ? undefined : cutIntoNumbers(run);
  if (items === undefined) addLeftover(found, run);
  for (let i = 0; items !== undefined && i < items.length; i++) {
    const { first, length, e164 } = items[i]!;
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
  if (isOfEight && ONE_DIGIT.test(national)) {
    found.hasPlaceholder = true;
    found.others.push(e164);
  } else found.certain.push({ e164, type: typeOfNational(national) ?? "foreign" });
  const old = isOfEight ? undefined : oldMobileOf(e164);
  if (old !== undefined) found.others.push(old);
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
  const end = base && otherEnd(run, base);
  if (end) ranges.push({ first: nationalOf(base!), last: nationalOf(end) });
  else left.push(run);
  digits[end ? "numbers" : "leftover"] += lengthOf(run);
  const other = base && withLastDigits(run, base);
  if (other && typeOfNational(other.slice(HOME.length)) !== undefined) found.others.push(other);
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

function lengthOf(run: Run): number {
  return run.reduce((sum, { digits }) => sum + digits.length, 0);
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
