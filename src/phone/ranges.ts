// What stands behind a number in the manner of switchboards: `2222-2222 y 23`, `2222-2222 al 25`, `2222-2222/23/24`.

import { nationalOtherwise } from "./doubt.js";
import { digitsOf, type Group, type Reading } from "./groups.js";
import { typeOfNational } from "./plan.js";
import { LIST_CONNECTOR, RANGE_CONNECTOR } from "./words.js";

/** Neighbouring groups that are a national number. */
export type Spelled = Pick<Reading, "first" | "last" | "national">;

/** A longer range than this is two numbers and a dash. */
const LONGEST_RANGE = 100;

/**
 * The E.164 of every number that is only named by its last digits, or by the two ends of a range. `numbers`: in the order of
 * the cell. `beside`: the groups that no number takes.
 */
export function neighbourReadings(
  groups: readonly Group[],
  numbers: readonly Spelled[],
  beside: ReadonlySet<number>,
): string[] {
  const found: string[] = [];
  for (const [i, one] of numbers.entries()) {
    const national = nationalOf(groups, one);
    if (national?.length !== 8) continue;
    let latest = Number(national);
    let at = one.last + 1;
    for (; beside.has(at); at++) {
      const { digits, gap } = groups[at]!;
      if (digits.length > 6 || !(LIST_CONNECTOR.test(gap) || isRange(gap))) break;
      const named = Number(national.slice(0, -digits.length) + digits);
      if (isRange(gap)) addShortRange(found, latest, named, 10 ** digits.length);
      addNumber(found, named);
      latest = named;
    }
    for (let k = i + 1; numbers[k] !== undefined && numbers[k]!.first <= at; k++) {
      const other = numbers[k]!.first === at ? Number(nationalOf(groups, numbers[k]!)) : 0;
      const isEnd = Math.abs(other - latest) <= LONGEST_RANGE && isRange(groups[at]!.gap);
      if (isEnd) addRange(found, Math.min(latest, other), Math.max(latest, other));
    }
  }
  return found;
}

function nationalOf(groups: readonly Group[], { first, last, national }: Spelled): string | undefined {
  return national ?? nationalOtherwise(digitsOf(groups, first, last));
}

/**
 * `2243-6000/6001/6002`: a number and the last four digits of its neighbours, though these two make a valid number too.
 * That number is doubted where one separator stands before and inside it and another inside the first; not behind
 * spaces, which stand between numbers as well as inside them.
 */
export function seriesIn(
  groups: readonly Group[],
  tiling: readonly Reading[],
): { readings: string[]; doubted: Set<Reading> } {
  if (tiling.length < 2) return NO_SERIES;
  const readings: string[] = [];
  const doubted = new Set<Reading>();
  let base: Reading | undefined;
  for (const one of tiling) {
    const isHalves = one.last === one.first + 1 && groups[one.first]!.digits.length === 4 && one.national?.length === 8;
    if (!isHalves || base === undefined) {
      base = one.national?.length === 8 ? one : undefined;
      continue;
    }
    const separator = groups[one.last]!.gap;
    const insideBase = base.last > base.first ? groups[base.last]!.gap : undefined;
    const isDoubted = separator.trim() !== "" && separator === groups[one.first]!.gap && separator !== insideBase;
    const { national } = base;
    const named = [one.first, one.last].map((at) => Number(national!.slice(0, 4) + groups[at]!.digits));
    const near = named.filter((number) => Math.abs(number - Number(national)) <= LONGEST_RANGE);
    // Two numbers that are written alike have neighbours' ends by chance, but hardly both halves.
    const meant = isDoubted ? named : separator === insideBase && near.length === 1 ? [] : near;
    for (const number of meant) addNumber(readings, number);
    if (isDoubted) doubted.add(one);
    else base = one;
  }
  return { readings, doubted };
}

const NO_SERIES = { readings: [], doubted: new Set<Reading>() };

function isRange(gap: string): boolean {
  return RANGE_CONNECTOR.test(gap);
}

/** `2222-2299 al 05` groups on into the next hundred; `2222-2208 al 04` perhaps down instead. */
function addShortRange(found: string[], first: number, named: number, period: number): void {
  addRange(found, first, named > first ? named : named + period);
  if (first - named < period / 2) addRange(found, named, first);
}

function addRange(found: string[], first: number, last: number): void {
  if (last <= first) return;
  for (let number = first + 1; number <= Math.min(last, first + LONGEST_RANGE); number++) addNumber(found, number);
}

function addNumber(found: string[], number: number): void {
  if (typeOfNational(String(number)) !== undefined) found.push(`+503${number}`);
}
