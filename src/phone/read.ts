// Reads the numbers of any text: a phone cell, an entry, a line, a remark, a message (README.md).

import { addOtherReadings, addWindows, oldMobileOf } from "./candidates.js";
import { cutIntoNumbers } from "./certain.js";
import type { Gap } from "./gaps.js";
import { normalise } from "./normalise.js";
import { HOME, type NumberRange, type PhoneNumber, type TextReading, type UnreadReason } from "./number.js";
import { nationalIn } from "./one-number.js";
import { FEWEST_DIGITS, NATIONAL_DIGITS, typeOfNational } from "./plan.js";
import { nationalNumber, otherEnd, rangeBetween, splitWildcards, withLastDigits } from "./ranges.js";
import { reasonOf } from "./reason.js";
import { CALLING_CODE, type Run, runsIn } from "./runs.js";
import { TIMES } from "./times.js";

const ONE_DIGIT = /^(\d)\1+$/;

/** Matches a number of El Salvador as systems export it. */
const IN_E164 = /^\+503(\d{8})$/;

/** Returns the numbers that a text means. Never throws; linear in its length. */
export function readCell(raw: string): TextReading {
  const [, national] = IN_E164.exec(raw) ?? [];
  const type = national === undefined || ONE_DIGIT.test(national) ? undefined : typeOfNational(national);
  if (type !== undefined) {
    const digits = { numbers: raw.length - 1, extensions: 0, times: 0, leftover: 0 };
    return { numbers: [{ e164: raw, type }], candidates: [], ranges: [], leftover: false, digits, reason: undefined };
  }
  const runs = runsIn(raw, false);
  if (runs === undefined) return readNormalised(normalise(raw));
  const found = readRuns(runs, []);
  const isUnderstood = found.certain.length > 0 && found.leftover.length === 0;
  return readingOf(found, isUnderstood ? "" : normalise(raw));
}

/** Reads a text that `runsIn` could not read as written: times are cut out first, and wildcards (`7012-34XX`) are ranges. */
function readNormalised(text: string): TextReading {
  const untimed = text.replace(TIMES, ";");
  const { rest, ranges } = splitWildcards(untimed);
  const reading = readingOf(readRuns(runsIn(rest, true)!, ranges), text, rest);
  const inRuns = digitsIn(rest);
  const inNumbers = untimed === rest ? inRuns : digitsIn(untimed);
  reading.digits.numbers += inNumbers - inRuns;
  if (untimed !== text) reading.digits.times = digitsIn(text) - inNumbers;
  return reading;
}

/** Matches eight digits, or four and four, that touch no other digit or letter, in a normalised text. 503 may touch them. */
const PLAIN_NUMBER = /(?<![\da-z])(?:(?:00)?503)?(\d{4})(?=[-. ]?(\d{4})(?![\da-z]))/g;

/** Returns the E.164 that count in other columns: certain numbers, and plain ones in any text. */
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

/** Returns the E.164 of a text that is one certain number and nothing else; else undefined. */
export function certainNumber(text: string): string | undefined {
  const { numbers, leftover } = readCell(text);
  return numbers.length === 1 && !leftover ? numbers[0]!.e164 : undefined;
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

type Found = ReturnType<typeof readRuns>;

/** Reads the runs of a text in order: `readRun`, `addNumber` and `addLeftover` add what they find. */
function readRuns(runs: readonly Run[], ranges: NumberRange[]) {
  const found = {
    runs,
    ranges,
    certain: [] as PhoneNumber[],
    /** The E.164 of candidates, some of which may be certain numbers as well. */
    candidates: [] as string[],
    /** The runs with digits that are in no number. */
    leftover: [] as Run[],
    digits: { numbers: 0, extensions: 0, times: 0, leftover: 0 },
    hasPlaceholder: false,
    /** Whether the numbers may be the ends of a range in an unknown spelling. */
    mayBeRange: ranges.length > 1,
    /** Where a range may begin: the number before, if it has eight digits, and the gap before that. */
    rangeStart: undefined as { e164: string; gap: Gap } | undefined,
  };
  let before: Run | undefined;
  for (const run of runs) {
    readRun(found, run, before);
    before = run;
  }
  return found;
}

/** Builds a reading. `text`: normalised, or empty if there are numbers and no leftover; `rest`: without times and wildcards. */
function readingOf(found: Found, text: string, rest = text): TextReading {
  const { runs, leftover, ranges, digits, mayBeRange } = found;
  const numbers = distinct(found.certain);
  if (leftover.length > 0) addWindows(rest, found.candidates);
  for (let i = 0; i < leftover.length; i++) addOtherReadings(leftover[i]!, found.candidates);
  const candidates = uncertainOnes(found.candidates, numbers);
  let reason: UnreadReason | undefined;
  if (numbers.length === 0) reason = found.hasPlaceholder ? "placeholder" : reasonOf(text, runs, leftover);
  return { numbers, candidates, ranges, leftover: leftover.length > 0 || mayBeRange, digits, reason };
}

/** Returns the distinct candidates that are not among the certain numbers. */
function uncertainOnes(candidates: string[], numbers: readonly PhoneNumber[]): string[] {
  if (candidates.length === 0) return candidates;
  const others = new Set(candidates);
  for (const { e164 } of numbers) others.delete(e164);
  return [...others];
}

/** Reads one run as numbers and extensions, or as leftover. A leftover run before it may continue in this one. */
function readRun(found: Found, run: Run, before: Run | undefined): void {
  const { leftover, digits } = found;
  const continues = before !== undefined && leftover.at(-1) === before && mayContinueIn(before, run[0]!);
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

/** Adds a number that was read: as certain, or a placeholder (`7777-7777`) as a candidate. It may end a range, or begin one. */
function addNumber(found: Found, e164: string, gap: Gap): void {
  const national = e164.startsWith(HOME) ? e164.slice(HOME.length) : "";
  const isOfEight = national.length === NATIONAL_DIGITS;
  if (isOfEight && ONE_DIGIT.test(national)) {
    found.hasPlaceholder = true;
    found.candidates.push(e164);
  } else found.certain.push({ e164, type: typeOfNational(national) ?? "foreign" });
  const old = isOfEight ? undefined : oldMobileOf(e164);
  if (old !== undefined) found.candidates.push(old);
  const { rangeStart } = found;
  const range = rangeStart && isOfEight ? rangeBetween(rangeStart.e164, e164, gap, rangeStart.gap) : undefined;
  if (range === "unsure") found.mayBeRange = true;
  else if (range !== undefined) found.ranges.push(range);
  found.rangeStart = isOfEight ? { e164, gap } : undefined;
}

/** Adds a run that is no number. It may be the last digits of a range's end, or of another number. */
function addLeftover(found: Found, run: Run): void {
  const { digits, ranges, leftover } = found;
  const base = found.rangeStart?.e164;
  const end = base && otherEnd(run, base);
  if (end) ranges.push({ first: nationalNumber(base!), last: nationalNumber(end) });
  else leftover.push(run);
  digits[end ? "numbers" : "leftover"] += lengthOf(run);
  const other = base && withLastDigits(run, base);
  if (other && typeOfNational(other.slice(HOME.length)) !== undefined) found.candidates.push(other);
}

/** Whether a leftover run may continue in the next: a torn number (`503 6208, 7731 2025`) or a foreign one. */
function mayContinueIn(before: Run, { digits, gap }: Run[number]): boolean {
  if (gap.hasPlus) return false;
  const begin = before.map((group) => group.digits).join("");
  if (before[0]!.gap.hasPlus && !begin.startsWith("503")) return true;
  const isNumber = nationalIn(begin + digits)?.length === NATIONAL_DIGITS;
  return isNumber && !CALLING_CODE.test(begin) && !/[a-z]{2}/.test(gap.text);
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
