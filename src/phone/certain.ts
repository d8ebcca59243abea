// Cuts a run into certain numbers and extensions, with no digit left over.

import { MOST_DIGITS, numberOf } from "./one-number.js";
import { FEWEST_DIGITS } from "./plan.js";
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

/** Cuts from the end: each group is asked for the items that begin there and leave a rest that can be cut. */
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

/** Whether no mark within numbers also separates them, as in `2243-6000-6001-6002`. Any mark may follow a calling code. */
function areMarkedApart(run: Run, items: readonly Item[]): boolean {
  if (items.length < 2) return true;
  const between = new Set<string>();
  for (const [i, { first }] of items.entries()) if (items[i - 1]?.e164 !== undefined) between.add(run[first]!.gap.text);
  const firsts = new Set(items.map(({ first }) => first));
  const isWithin = (_: Group, at: number) => !firsts.has(at) && !CALLING_CODE.test(run[at - 1]!.digits);
  return !run.filter(isWithin).some(({ gap }) => between.has(gap.text));
}
