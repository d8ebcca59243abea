// The candidates of a cell with digits left over. They suppress, and are never clean.

import { readForeign } from "./foreign.js";
import { HOME } from "./number.js";
import { MOST_DIGITS, withoutCode } from "./one-number.js";
import { NATIONAL_DIGITS, typeOfNational } from "./plan.js";
import type { Run } from "./runs.js";

const MOST_NEIGHBOURS = 9;

/** Matches words of digits and of letters that look like digits. */
const LOOK_ALIKES = /(?<![a-z\d])(?=[oil]*\d)[\doil]+(?![a-z])/g;
/** Matches a word, and the `E+` of a float that lost digits. */
const WORD = /[a-z]{2,}|e\+|(?<![a-z\d])[a-z](?![a-z\d])/;

/** Adds every number of eight consecutive digits without a word between them. O also counts as 0, I and l as 1. */
export function addWindows(text: string, found: string[]): void {
  const spelled = text.replace(LOOK_ALIKES, (word) => word.replace(/o/g, "0").replace(/[il]/g, "1"));
  for (const part of spelled.split(WORD)) {
    const digits = part.replace(/\D+/g, "");
    for (let at = 0; at + NATIONAL_DIGITS <= digits.length; at++)
      addNational(digits.slice(at, at + NATIONAL_DIGITS), found);
  }
}

/** Adds other meanings of a run: old 7-digit numbers, numbers outside the plan, foreign numbers, neighbours. */
export function addOtherReadings(run: Run, found: string[]): void {
  for (const [first, { gap }] of run.entries()) {
    let digits = "";
    for (let last = first; last < run.length; last++) {
      digits += run[last]!.digits;
      if (digits.length > MOST_DIGITS) break;
      const isWhole = first === 0 && last === run.length - 1;
      const national = withoutCode(digits);
      if (national.length === 7) addNational(eightDigitsOf(national), found);
      if (typeOfNational(national) !== undefined) {
        found.push(HOME + national);
        addNeighbours(national, run.slice(last + 1, last + 1 + MOST_NEIGHBOURS), found);
      }
      // Eight digits outside the plan may become a number one day.
      if (isWhole && national.length === NATIONAL_DIGITS) found.push(HOME + national);
      if (gap.hasPlus) addForeign(digits, found);
    }
  }
}

/** Returns the 8-digit form of a 7-digit number from before 2005; empty if no number began so, or if such numbers did not change. */
export function eightDigitsOf(old: string): string {
  if (old < "2" || /^[89]00/.test(old)) return "";
  return (old < "7" ? "2" : "7") + old;
}

/** Adds the numbers whose last digits follow another number: `2243-6000 6001 6002`. */
function addNeighbours(national: string, behind: Run, found: string[]): void {
  for (const { digits } of behind) {
    if (digits.length > 4) return;
    addNational(national.slice(0, -digits.length) + digits, found);
  }
}

/** Returns the 8-digit form of `801` and four digits: a toll-free number today, a mobile number before 2005. */
export function oldMobileOf(e164: string): string | undefined {
  return /^\+503801\d{4}$/.test(e164) ? `${HOME}7${e164.slice(HOME.length)}` : undefined;
}

function addForeign(dialled: string, found: string[]): void {
  const digits = /^(?:00|011)?((?!503)[1-9]\d{6,14})$/.exec(dialled)?.[1];
  if (digits !== undefined) found.push(readForeign(digits) ?? `+${digits}`);
}

function addNational(national: string, found: string[]): void {
  if (typeOfNational(national) !== undefined) found.push(HOME + national);
}
