// Cuts a run into certain numbers and extensions, with no digit left over.

import { readForeign } from "./foreign.js";
import { HOME } from "./number.js";
import { FEWEST_DIGITS, NATIONAL_DIGITS, typeOfNational } from "./plan.js";
import { CALLING_CODE, type Group, type Run } from "./runs.js";

/** A number or an extension: the groups [first, last] of a run. An extension has no `e164`. */
export interface Item {
  first: number;
  last: number;
  /** The count of its digits. */
  length: number;
  e164: string | undefined;
}

const LONGEST_EXTENSION = 5;
/** The most digits of a number with all prefixes that may be dialled. */
export const MOST_DIGITS = 17;

/** Returns the items of a run; undefined if there is no way to cut it, or more than one. */
export function cutIntoNumbers(run: Run): readonly Item[] | undefined {
  const last = run.length - 1;
  let digits = "";
  for (let i = 0; i <= last; i++) digits += run[i]!.digits;
  // Two numbers have more digits, and an extension is the first group of its run.
  if (digits.length < 2 * FEWEST_DIGITS && !run[0]!.isExtension) {
    const e164 = run[0]!.isTouched ? undefined : numberOf(run, 0, last, digits);
    return e164 === undefined ? undefined : [{ first: 0, last, length: digits.length, e164 }];
  }
  return cutIntoSeveral(run);
}

function cutIntoSeveral(run: Run): readonly Item[] | undefined {
  // By group: the item that begins there, and in how many ways (0, 1 or more) the rest can be cut from there.
  const chosen: Item[] = [];
  const ways = [...run.map(() => 0), 1];
  for (let first = run.length - 1; first >= 0; first--) {
    let digits = "";
    for (let last = first; last < run.length; last++) {
      digits += run[last]!.digits;
      const isExtension = last === first && run[first]!.isExtension && digits.length <= LONGEST_EXTENSION;
      if (digits.length > MOST_DIGITS || (run[last]!.isTouched && !isExtension)) break;
      const e164 = ways[last + 1] === 0 ? undefined : numberOf(run, first, last, digits);
      if (e164 === undefined && !isExtension) continue;
      ways[first] = Math.min(2, ways[first]! + ways[last + 1]!);
      chosen[first] = { first, last, length: digits.length, e164 };
    }
  }
  if (ways[0] !== 1) return undefined;
  const items: Item[] = [];
  for (let at = 0; at < run.length; at = chosen[at]!.last + 1) items.push(chosen[at]!);
  return areMarkedApart(run, items) ? items : undefined;
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

/** Returns the E.164 of groups that are one number. A foreign number needs a plus, or a first group of 00 and digits that are no Salvadoran number. */
function numberOf(run: Run, first: number, last: number, digits: string): string | undefined {
  if (digits.length < FEWEST_DIGITS) return undefined;
  const { gap, digits: firstDigits } = run[first]!;
  const isNational = !gap.hasPlus && typeOfNational(digits) !== undefined;
  const code = isNational ? 0 : codeLength(digits);
  if (!isNational && code === 0) {
    const beginsWith00 = firstDigits.length > 2 && /^00[1-9]\d{8}/.test(digits);
    const isDialledAbroad = beginsWith00 && nationalIn(firstDigits.slice(2)) === undefined;
    return gap.hasPlus || isDialledAbroad ? readForeign(digits.replace(/^00/, "")) : undefined;
  }
  const national = digits.slice(code);
  return typeOfNational(national) !== undefined && looksNational(run, first, last, code) ? HOME + national : undefined;
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

/** Whether no mark within numbers also separates them, as in `2243-6000-6001-6002`. Any mark may follow a calling code. */
function areMarkedApart(run: Run, items: readonly Item[]): boolean {
  if (items.length < 2) return true;
  const between = new Set<string>();
  for (const [i, { first }] of items.entries()) if (items[i - 1]?.e164 !== undefined) between.add(run[first]!.gap.text);
  const firsts = new Set(items.map(({ first }) => first));
  const isWithin = (_: Group, at: number) => !firsts.has(at) && !CALLING_CODE.test(run[at - 1]!.digits);
  return !run.filter(isWithin).some(({ gap }) => between.has(gap.text));
}
