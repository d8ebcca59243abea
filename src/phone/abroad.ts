// Numbers of other countries behind what may be their calling code, without a plus (README.md): where a mark parts the two, and where
// spaces, dashes, dots or brackets bind them. Which digits are such numbers foreign.ts knows.

import { hasForeignLength, isForeignCode, readForeign } from "./foreign.js";
import type { Group, Reading } from "./groups.js";
import type { Part } from "./tilings.js";
import { mayStandAlone, PLACE } from "./words.js";

export type ReadForeign = (digits: string) => string | undefined;

const FEWEST_DIGITS = 7;

/** `502`, `+1`, `00506`, perhaps a calling code. */
const CODE = /^(?:00|011)?([1-9]\d{0,2})$/;

/**
 * Adds numbers of other countries whose calling code a mark parts from them: `+502, 5012-3456`, `502: 5012-3456`, `(502) / 5012-3456`.
 * What the code stands before is no certain number of this country. A space, a dash or a dot parts nothing: see `behindCodes`.
 */
export function addAbroad(
  abroad: Reading[],
  groups: readonly Group[],
  found: readonly Reading[],
  foreign: ReadForeign,
): void {
  for (let at = 0; at + 1 < groups.length; at++) {
    const code = mayBeCode(groups, at) ? CODE.exec(groups[at]!.digits)?.[1] : undefined;
    if (code === undefined) continue;
    let digits = code;
    for (let last = at + 1; last < groups.length && (last === at + 1 || groups[last]!.joined); last++) {
      digits += groups[last]!.digits;
      if (digits.length > MOST_E164 || groups[last]!.kind !== "number") break;
      const e164 = digits.length < code.length + FEWEST_DIGITS ? undefined : foreign(digits);
      if (e164 === undefined) continue;
      abroad.push({
        first: at,
        last,
        e164,
        type: "foreign",
        national: undefined,
        international: true,
        doubt: "too-long",
      });
      for (const one of found) if (one.first === at + 1 && one.last === last) one.doubt ??= "too-long";
    }
  }
}

const MOST_E164 = 15;
/** Behind 011. */
const LONGEST_CODE = 6;

/** Two digits without a plus, zeros or brackets are anything: `Casa 45, 7012-3456`. */
function mayBeCode(groups: readonly Group[], at: number): boolean {
  const [group, next] = [groups[at]!, groups[at + 1]!];
  if (
    group.digits.length > LONGEST_CODE ||
    group.kind !== "number" ||
    next.plus ||
    (next.joined && !next.gap.includes("/"))
  )
    return false;
  if (group.plus) return true;
  // `5092-0036 y 5517-4163`: the end of a number dials nothing; `2- 504, 2234-5678`: what a small number stands before may.
  if (group.joined && !group.gap.includes("/") && !mayStandAlone(groups[at - 1]!.digits)) return false;
  if (/^(?:00|011)/.test(group.digits)) return true;
  // A number that is free of charge begins with it.
  if (group.digits === "800") return false;
  return !next.apart && (group.digits.length === 3 || group.gap === "" || /[([{]$/.test(group.gap));
}

/** A cell of thousands of them is as doubtful with fewer. */
const MOST_BOUND = 64;

/**
 * The E.164 of numbers of other countries in a part of a cell whose calling code is bound to them: `2- 504 2234-5678`, `55 11 61234567`.
 * Where the part has a tiling, only those whose code stands before a sure number and belongs to no other, so that it is none any more.
 */
export function behindCodes(groups: readonly Group[], { first, last, tiling }: Part): readonly string[] {
  const found: string[] = [];
  const sure = tiling?.filter(({ doubt }) => doubt === undefined);
  let next = 0;
  for (let at = first; at < last && found.length < MOST_BOUND; at++) {
    while (sure !== undefined && next < sure.length && sure[next]!.last < at) next++;
    const number = sure?.[next];
    if (sure !== undefined && number === undefined) break;
    if (!mayBeBound(groups[at]!) || (number !== undefined && (number.first <= at || PLACE.test(groups[at]!.gap))))
      continue;
    const end = number === undefined ? last : (sure![next + 1]?.first ?? last + 1) - 1;
    addBound(found, groups, at, end, number);
  }
  return found;
}

/** Two or three digits: one is a list's. What a sign or a kind says of them is no calling code. */
function mayBeBound({ digits, kind, plus, named }: Group): boolean {
  return kind === "number" && !plus && !named && /^[1-9]\d{1,2}$/.test(digits);
}

/** Adds the numbers that a code makes with the groups bound to it, up to `end`; with the whole of a number of this country if there is one. */
function addBound(
  found: string[],
  groups: readonly Group[],
  at: number,
  end: number,
  number: Reading | undefined,
): void {
  const code = groups[at]!.digits;
  let digits = code;
  for (let last = at + 1; last <= end; last++) {
    const { digits: own, kind, joined, plus, gap } = groups[last]!;
    digits += own;
    if (!joined || plus || kind !== "number" || gap.includes("/") || digits.length > MOST_E164) return;
    if (digits.length < code.length + FEWEST_DIGITS || (number !== undefined && last < number.last)) continue;
    if (!isForeignCode(code)) return;
    // Behind an area code, one of an older plan will do.
    const isBehindArea = number?.first === at + 2 && number.last === last && groups[at + 1]!.digits.length < 4;
    const e164 = readForeign(digits) ?? (isBehindArea && hasForeignLength(digits) ? `+${digits}` : undefined);
    if (e164 !== undefined) found.push(e164);
  }
}
