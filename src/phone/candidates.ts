// What a cell with digits left over could mean: numbers that suppress, and that are never clean.

import { withoutCode } from "./certain.js";
import { readForeign } from "./foreign.js";
import { HOME } from "./number.js";
import { NATIONAL_DIGITS, typeOfNational } from "./plan.js";
import type { Run } from "./runs.js";

/** Of a number with all that may be dialled before it. */
const MOST_DIGITS = 17;
const MOST_NEIGHBOURS = 9;

/** Letters that look like digits, beside a digit. */
const LOOK_ALIKES = /(?<![a-z\d])(?=[oil]*\d)[\doil]+(?![a-z])/g;
/** Also the `E+` of a float that lost digits. */
const WORD = /[a-z]{2,}|e\+|(?<![a-z\d])[a-z](?![a-z\d])/;

/** Adds every eight digits in a row between two words that are a number; O, I and l are read as 0, 1 and 1, too. */
export function addWindows(text: string, found: Set<string>): void {
  const hasLetters = /[oil]\d|\d[oil]/.test(text);
  const spelled = hasLetters
    ? text.replace(LOOK_ALIKES, (word) => word.replace(/o/g, "0").replace(/[il]/g, "1"))
    : text;
  for (const part of spelled.split(WORD)) {
    const digits = part.replace(/\D+/g, "");
    for (let at = 0; at + NATIONAL_DIGITS <= digits.length; at++)
      addNational(digits.slice(at, at + NATIONAL_DIGITS), found);
  }
}

/** Adds what else groups of a run could be: old numbers of seven digits, numbers outside the plan, numbers of other countries. */
export function addOtherReadings(run: Run, found: Set<string>): void {
  for (const [first, { hasPlus }] of run.entries()) {
    let digits = "";
    for (let last = first; last < run.length; last++) {
      digits += run[last]!.digits;
      if (digits.length > MOST_DIGITS) break;
      const isWhole = first === 0 && last === run.length - 1;
      const national = withoutCode(digits);
      if (national.length === 7) addNational(eightDigitsOf(national), found);
      if (typeOfNational(national) !== undefined) {
        found.add(HOME + national);
        addNeighbours(national, run.slice(last + 1, last + 1 + MOST_NEIGHBOURS), found);
      }
      // Eight digits that are not in the plan yet may be a number one day.
      if (isWhole && national.length === NATIONAL_DIGITS) found.add(HOME + national);
      if (hasPlus) addForeign(digits, found);
    }
  }
}

/** Seven digits as 2005 made eight of them; empty where no number began so. */
export function eightDigitsOf(old: string): string {
  if (old < "2") return "";
  return (old < "7" ? "2" : "7") + old;
}

/** Adds what the last digits of neighbours behind a number are of: `2243-6000 6001 6002`. */
function addNeighbours(national: string, behind: Run, found: Set<string>): void {
  for (const { digits } of behind) {
    if (digits.length > 4) return;
    addNational(national.slice(0, -digits.length) + digits, found);
  }
}

/** Toll-free today, `801` and four digits were a mobile before 2005. */
export function oldMobileOf(e164: string): string | undefined {
  return /^\+503801\d{4}$/.test(e164) ? `${HOME}7${e164.slice(HOME.length)}` : undefined;
}

function addForeign(dialled: string, found: Set<string>): void {
  const digits = /^(?:00|011)?((?!503)[1-9]\d{6,14})$/.exec(dialled)?.[1];
  if (digits !== undefined) found.add(readForeign(digits) ?? `+${digits}`);
}

function addNational(national: string, found: Set<string>): void {
  if (typeOfNational(national) !== undefined) found.add(HOME + national);
}
