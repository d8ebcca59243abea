// Reads ranges in a normalised text: wildcards (`2222-XXXX`, `2222*`) and two ends (`2222-2200 al 2299`).
// Any other spelling of a range leaves digits over.

import type { Gap } from "./gaps.js";
import { CONJUNCTIONS, PHONE_WORDS, PLACES, RANGE_WORDS } from "./labels.js";
import { HOME, type NumberRange } from "./number.js";
import { NATIONAL_DIGITS, typeOfNational } from "./plan.js";
import type { Run } from "./runs.js";

/** Matches a number whose last one to four digits are wildcards: one for each digit, or one `*` or `%` for all. */
const WILDCARDS =
  /(?<![\dx*?#]|\d[-. _~')]{1,3})(?:\+?(?:00)?\(?503\)?[ -]?)?([2567]\d{3})[ .-]?(\d{0,3})[ .-]?([x*?#]{1,4}|%)(?![\dx*?#a-z]| \d)/g;

/** Splits a normalised text into its wildcard ranges and the rest. */
export function splitWildcards(text: string): { rest: string; ranges: NumberRange[] } {
  const ranges: NumberRange[] = [];
  if (!/[x*?#%]/.test(text)) return { rest: text, ranges };
  const rest = text.replace(WILDCARDS, (whole, begin: string, more: string, marks: string) => {
    const digits = begin + more;
    const isOneForAll = /^[*%]$/.test(marks);
    if (!isOneForAll && digits.length + marks.length !== NATIONAL_DIGITS) return whole;
    const filledWith = (digit: string) => Number(digits.padEnd(NATIONAL_DIGITS, digit));
    ranges.push({ first: filledWith("0"), last: filledWith("9"), isOpen: true });
    return ";";
  });
  return { rest, ranges };
}

/** Matches a text between two numbers that is a word of a range alone: ` al `. */
const RANGE_WORD = new RegExp(`^[^a-z\\d"]*(?:${RANGE_WORDS.join("|")})[^a-z\\d"]+(?:el |la )?[^a-z\\d"]*$`);
/** Words between two numbers that are not the ends of a range. */
const LISTING: ReadonlySet<string> = new Set([...CONJUNCTIONS, ...PHONE_WORDS, ...PLACES]);
const ARROW = /=|>|~|\.{2}|---/;
const DASH = /^ *-{1,2} *\(?\+?$/;
const WORD_BEFORE = /(?:^|[^a-z])(?:entre|between|rango|range)[^a-z]/;
/** Two numbers less than this apart, the first ending in 0 and the last in 9, may be the ends of a range. */
const BLOCK = 100_000;

/**
 * Returns the range that two consecutive numbers name; "unsure" if they may be its ends, but no word says so.
 * `gap`: the text between them; `before`: the text before the first.
 */
export function rangeBetween(one: string, other: string, gap: Gap, before: Gap): NumberRange | "unsure" | undefined {
  const shareBeginning = other.startsWith(one.slice(0, -4));
  const isNamed = (gap.hasWord && RANGE_WORD.test(gap.text)) || (before.hasWord && WORD_BEFORE.test(before.text));
  if (isNamed || (shareBeginning && DASH.test(gap.text))) {
    const ends = [nationalNumber(one), nationalNumber(other)];
    return { first: Math.min(...ends), last: Math.max(...ends) };
  }
  if (one >= other) return undefined;
  const mayBeBlock = one.endsWith("0") && other.endsWith("9") && nationalNumber(other) - nationalNumber(one) < BLOCK;
  return mayBeBlock || (shareBeginning && mayMeanTo(gap.text)) ? "unsure" : undefined;
}

/** Whether a text between two numbers may mean *to*: it holds an arrow, or a word that is not in `LISTING`. */
function mayMeanTo(gap: string): boolean {
  return ARROW.test(gap) || !(gap.match(/[a-z]+/g) ?? []).every((word) => LISTING.has(word));
}

const BEFORE_LAST_DIGITS = new RegExp(`^(?: (?:${RANGE_WORDS.join("|")}) (?:el |la )?| - )$`);

/** Returns the E.164 of a range's second end by its last digits, `2222-2222 al 25`; undefined if the run is none. */
export function otherEnd(run: Run, base: string): string | undefined {
  const end = BEFORE_LAST_DIGITS.test(run[0]!.gap.text) && !run[0]!.isTouched ? withLastDigits(run, base) : undefined;
  return end !== undefined && end > base && typeOfNational(end.slice(HOME.length)) !== undefined ? end : undefined;
}

/** Returns `base` with its last digits replaced by those of a run; undefined if these are more than four. */
export function withLastDigits(run: Run, base: string): string | undefined {
  const { digits } = run[0]!;
  return run.length === 1 && digits.length <= 4 ? base.slice(0, -digits.length) + digits : undefined;
}

export function nationalNumber(e164: string): number {
  return Number(e164.slice(HOME.length));
}
