// Reads groups of digits as one number: a national number, one with its calling code, or a foreign one.

import { readForeign } from "./foreign.js";
import { HOME } from "./number.js";
import { FEWEST_DIGITS, NATIONAL_DIGITS, typeOfNational } from "./plan.js";
import type { Run } from "./runs.js";

/** The most digits of a number with all prefixes that may be dialled. */
export const MOST_DIGITS = 17;

/** Returns the E.164 of the groups [first, last] if they are one number. `digits`: all that they hold. */
export function numberOf(run: Run, first: number, last: number, digits: string): string | undefined {
  if (digits.length < FEWEST_DIGITS) return undefined;
  const { gap, digits: firstDigits } = run[first]!;
  // `7012-3456`. A plus stands before a calling code.
  if (!gap.hasPlus && typeOfNational(digits) !== undefined)
    return looksNational(run, first, last, 0) ? HOME + digits : undefined;
  // `+503 7012-3456`, `00503 7012-3456`, `50370123456`
  const code = codeLength(digits);
  if (code > 0) {
    const national = digits.slice(code);
    return typeOfNational(national) !== undefined && looksNational(run, first, last, code)
      ? HOME + national
      : undefined;
  }
  // `+1 305 444 5555`, `+001 305 444 5555`
  if (gap.hasPlus) return readForeign(digits.replace(/^00/, ""));
  // `001 305 444 5555`
  return isDialledAbroad(firstDigits, digits) ? readForeign(digits.slice(2)) : undefined;
}

/** Whether a number begins with 00 and more in one group, which is no national number behind the 00, as in `0070123456 12`. */
function isDialledAbroad(firstDigits: string, digits: string): boolean {
  return firstDigits.length > 2 && /^00[1-9]\d{8}/.test(digits) && nationalIn(firstDigits.slice(2)) === undefined;
}

/**
 * Whether the groups, behind `code` digits of a calling code, are spaced as one national number. Refused: an amount (`2.222.333`),
 * `800 2222-3333`, a group that is 503, and a lone digit, unless it is the first of three or more groups with spaces between them.
 */
function looksNational(run: Run, first: number, last: number, code: number): boolean {
  let start = first;
  let codeLeft = code;
  while (codeLeft >= run[start]!.digits.length) codeLeft -= run[start++]!.digits.length;
  if (start === last) return true;
  const firstDigits = run[start]!.digits.slice(codeLeft);
  let length = firstDigits.length;
  let total = length;
  let mayBeginWithLoneDigit = last > start + 1;
  for (let i = start + 1; i <= last; i++) {
    const { gap, digits } = run[i]!;
    if (digits.length === 1 || digits === "503" || (gap.text === "." && digits.length !== length)) return false;
    mayBeginWithLoneDigit &&= gap.text === " ";
    length = digits.length;
    total += length;
  }
  return total <= NATIONAL_DIGITS && firstDigits !== "503" && (firstDigits.length > 1 || mayBeginWithLoneDigit);
}

/** Returns the national number without its calling code; undefined if it is not in the plan. */
export function nationalIn(digits: string): string | undefined {
  const national = withoutCode(digits);
  return typeOfNational(national) === undefined ? undefined : national;
}

/** Returns the digits without the calling code of El Salvador; all of them if it is not there. */
export function withoutCode(digits: string): string {
  return digits.slice(codeLength(digits));
}

/** Matches a number with one or two calling codes, perhaps dialled, before 7 or 8 digits, or before 11 that begin with 8 or 9. */
const WITH_CODE = /^((?:00|011)?(?:503){1,2})(?:\d{7,8}|[89]\d{10})$/;

/** Returns the length of the calling codes before a national number of any length in the plan; 0 without one. */
function codeLength(digits: string): number {
  return WITH_CODE.exec(digits)?.[1]?.length ?? 0;
}
