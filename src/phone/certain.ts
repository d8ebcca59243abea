// Cuts a run into certain numbers and extensions, with no digit left over.

import { readForeign } from "./foreign.js";
import { HOME } from "./number.js";
import { FEWEST_DIGITS, typeOfNational } from "./plan.js";
import { CALLING_CODE, type Group, type Run } from "./runs.js";

/** A number or an extension: the groups [first, last] of a run. An extension has no `e164`. */
export interface Item {
  first: number;
  last: number;
  e164: string | undefined;
}

const LONGEST_EXTENSION = 5;
/** The most digits of a number, with every prefix that may be dialled before it. */
export const MOST_DIGITS = 17;
/** Matches one or two calling codes, and a national number of any length in the plan. */
const BEHIND_CODE = /^((?:00|011)?(?:503){1,2})(\d{7,8}|[89]\d{10})$/;

/** Returns the items of a run; undefined if there is no way to cut it, or more than one. */
export function cutIntoNumbers(run: Run): readonly Item[] | undefined {
  const ways = new Uint8Array(run.length + 1);
  const chosen: Item[] = [];
  ways[run.length] = 1;
  const choose = (item: Item) => {
    ways[item.first] = Math.min(2, ways[item.first]! + ways[item.last + 1]!);
    chosen[item.first] = item;
  };
  for (let first = run.length - 1; first >= 0; first--) {
    let digits = "";
    for (let last = first; last < run.length && !run[last]!.isTouched; last++) {
      digits += run[last]!.digits;
      if (digits.length > MOST_DIGITS) break;
      const e164 = ways[last + 1]! > 0 ? numberOf(run.slice(first, last + 1), digits) : undefined;
      if (e164 !== undefined) choose({ first, last, e164 });
    }
    const { isExtension, digits: own } = run[first]!;
    if (isExtension && own.length <= LONGEST_EXTENSION && ways[first + 1]! > 0)
      choose({ first, last: first, e164: undefined });
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
  return BEHIND_CODE.exec(digits)?.[2] ?? digits;
}

/** Returns the E.164 of groups that are one number. A foreign number needs a plus, or 00 in its first group. */
function numberOf(groups: Run, digits: string): string | undefined {
  if (digits.length < FEWEST_DIGITS) return undefined;
  const { hasPlus, digits: begin } = groups[0]!;
  const isNational = !hasPlus && typeOfNational(digits) !== undefined;
  const [, code, behind] = isNational ? ["", "", digits] : (BEHIND_CODE.exec(digits) ?? []);
  if (behind === undefined) {
    // Zeros may also pad a Salvadoran number.
    const isDialled = begin.length > 2 && /^00[1-9]\d{8}/.test(digits) && nationalIn(begin.slice(2)) === undefined;
    return hasPlus || isDialled ? readForeign(digits.replace(/^00/, "")) : undefined;
  }
  return typeOfNational(behind) !== undefined && isUsual(groups, code!.length, behind.length)
    ? HOME + behind
    : undefined;
}

/** Whether the groups look like a number's, unlike an amount (dots), an id (a lone digit), `800 2222-3333` or a calling code. */
function isUsual(groups: Run, codeLength: number, length: number): boolean {
  let before = 0;
  const own = groups
    .map(({ digits, gap }) => {
      const code = Math.max(0, codeLength - before);
      before += digits.length;
      return { gap, digits: digits.slice(code) };
    })
    .filter(({ digits }) => digits !== "");
  if (length > 8 || own.length === 1) return own.at(-1)!.digits.length === length;
  const isSpaced = own.length > 2 && own.slice(1).every(({ gap }) => gap === " ");
  return own.every(
    ({ gap, digits }, i) =>
      (digits.length > 1 || (i === 0 && isSpaced)) &&
      digits !== "503" &&
      (i === 0 || gap !== "." || digits.length === own[i - 1]!.digits.length),
  );
}

/** Returns false if a mark within numbers also separates them: `2243-6000-6001-6002`, `2243 6000 6001 6002`. */
function areMarkedApart(run: Run, items: readonly Item[]): boolean {
  if (items.length < 2) return true;
  const between = new Set<string>();
  for (const [i, { first }] of items.entries()) if (items[i - 1]?.e164 !== undefined) between.add(run[first]!.gap);
  const firsts = new Set(items.map(({ first }) => first));
  const isWithin = (_: Group, at: number) => !CALLING_CODE.test(run[at - 1]?.digits ?? "503") && !firsts.has(at);
  return !run.filter(isWithin).some(({ gap }) => between.has(gap));
}
