// Reads the numbers of any text: a phone cell, an entry, a line, a remark, a message (README.md).

import { addOtherReadings, addWindows, oldMobileOf } from "./candidates.js";
import { cutIntoNumbers, withoutCode } from "./certain.js";
import { normalise } from "./normalise.js";
import { HOME, type NumberRange, type PhoneNumber, type TextReading } from "./number.js";
import { FEWEST_DIGITS, NATIONAL_DIGITS, typeOfNational } from "./plan.js";
import { nationalOf, otherEnd, rangeBetween, splitWildcards, withLastDigits } from "./ranges.js";
import { reasonOf } from "./reason.js";
import { CALLING_CODE, type Run, runsIn } from "./runs.js";
import { MAY_HOLD_TIME, TIMES } from "./times.js";

const OF_EIGHT_DIGITS = /^\+503\d{8}$/;
const PLACEHOLDER = /^\+503(\d)\1{7}$/;

/** Returns what a text means. Never throws; linear in its length. */
export function readCell(raw: string): TextReading {
  const text = normalise(raw);
  const read = digitsIn(text);
  const untimed = MAY_HOLD_TIME.test(text) ? text.replace(TIMES, ";") : text;
  const { rest, ranges } = splitWildcards(untimed);
  const runs = read === 0 ? [] : runsIn(rest);
  const reader = new RunReader(ranges);
  for (const [i, run] of runs.entries()) reader.read(run, runs[i - 1]);
  const { certain, candidates, left, extensions } = reader;
  const leftover = left.length > 0 || reader.mayBeRange;
  if (left.length > 0) addWindows(rest, candidates);
  for (const run of left) addOtherReadings(run, candidates);
  for (const e164 of certain) candidates.delete(e164);
  const digits = { numbers: 0, extensions, times: read - digitsIn(untimed), leftover: lengthOf(left.flat()) };
  digits.numbers = read - extensions - digits.times - digits.leftover;
  return {
    numbers: [...certain].map((e164) => ({ e164, type: typeOf(e164) })),
    candidates: [...candidates],
    ...{ ranges, leftover, digits },
    reason: certain.size > 0 ? undefined : reader.hasPlaceholder ? "placeholder" : reasonOf(text, runs, left),
  };
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

/** Reads the runs of a text in order. */
class RunReader {
  /** The E.164 of certain numbers. */
  readonly certain = new Set<string>();
  readonly candidates = new Set<string>();
  /** The runs with digits left over. */
  readonly left: Run[] = [];
  /** How many digits are in extensions. */
  extensions = 0;
  hasPlaceholder = false;
  /** Whether the numbers may be the ends of a range in an unknown spelling. */
  mayBeRange: boolean;
  /** The E.164 of the number before, if it has eight digits, and the gap before that number. */
  #base: string | undefined;
  #beforeBase = "";

  constructor(private readonly ranges: NumberRange[]) {
    this.mayBeRange = ranges.length > 1;
  }

  read(run: Run, before: Run | undefined): void {
    const continues = before !== undefined && this.left.at(-1) === before && mayGoOn(before, run[0]!);
    const items = continues ? undefined : cutIntoNumbers(run);
    if (items === undefined) this.#addLeftover(run);
    for (const { first, last, e164 } of items ?? []) {
      if (e164 === undefined) this.extensions += lengthOf(run.slice(first, last + 1));
      else this.#addNumber(e164, run[first]!.gap);
    }
  }

  #addNumber(e164: string, gap: string): void {
    const isPlaceholder = PLACEHOLDER.test(e164);
    if (isPlaceholder) this.hasPlaceholder = true;
    (isPlaceholder ? this.candidates : this.certain).add(e164);
    const old = oldMobileOf(e164);
    if (old !== undefined) this.candidates.add(old);
    const isOfEight = OF_EIGHT_DIGITS.test(e164);
    const range = this.#base && isOfEight ? rangeBetween(this.#base, e164, gap, this.#beforeBase) : undefined;
    if (range === "unsure") this.mayBeRange = true;
    else if (range !== undefined) this.ranges.push(range);
    this.#base = isOfEight ? e164 : undefined;
    this.#beforeBase = gap;
  }

  /** Adds a run that is no number: it may be the last digits of a range's end, or of another number. */
  #addLeftover(run: Run): void {
    const end = this.#base && otherEnd(run, this.#base);
    if (end) this.ranges.push({ first: nationalOf(this.#base!), last: nationalOf(end) });
    else this.left.push(run);
    const other = this.#base && withLastDigits(run, this.#base);
    if (other && typeOf(other) !== "foreign") this.candidates.add(other);
  }
}

/** Whether a leftover run may continue in the next: a torn number (`503 6208, 7731 2025`) or a foreign one. */
function mayGoOn(before: Run, { hasPlus, digits, gap }: Run[number]): boolean {
  if (hasPlus) return false;
  const begin = before.map((group) => group.digits).join("");
  if (before[0]!.hasPlus && !begin.startsWith("503")) return true;
  const national = withoutCode(begin + digits);
  const isJoined = national.length === NATIONAL_DIGITS && !CALLING_CODE.test(begin) && !/[a-z]{2}/.test(gap);
  return isJoined && typeOfNational(national) !== undefined;
}

function typeOf(e164: string): PhoneNumber["type"] {
  return (e164.startsWith(HOME) ? typeOfNational(e164.slice(HOME.length)) : undefined) ?? "foreign";
}

function lengthOf(run: Run): number {
  return run.reduce((sum, { digits }) => sum + digits.length, 0);
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
