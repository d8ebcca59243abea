// What stands behind a number in the manner of switchboards: `2222-2222 y 23`, `2222-2222 al 25`, `2222-2222/23/24`.

import type { Group } from "./groups.js";
import { typeOfNational } from "./plan.js";
import type { Reading } from "./readings.js";
import { LIST_CONNECTOR, RANGE_CONNECTOR } from "./words.js";

/** Runs that were read, for what their neighbours add: a number's last digits, or a piece of a torn number. */
export interface Item {
  first: number;
  last: number;
  /** The 8-digit national number; undefined for a piece of fewer than seven digits. */
  national: string | undefined;
}

/** A longer range than this is two numbers and a dash. */
const LONGEST_RANGE = 100;

/** The E.164 of every number that is only named by its last digits, or by the two ends of a range. */
export function neighbourReadings(groups: readonly Group[], items: readonly Item[]): string[] {
  const found: string[] = [];
  let base: string | undefined;
  let latest = 0;
  let at = -1;
  for (const item of items) {
    if (item.national !== undefined) {
      const national = item.national.length === 8 ? item.national : undefined;
      const number = Number(national ?? 0);
      if (
        base &&
        item.first === at + 1 &&
        Math.abs(number - latest) <= LONGEST_RANGE &&
        isRange(groups[item.first]!.gap)
      ) {
        addRange(found, Math.min(latest, number), Math.max(latest, number));
      }
      base = national;
      latest = number;
      at = item.last;
      continue;
    }
    for (let i = item.first; base !== undefined && i <= item.last; i++) {
      const { digits, gap } = groups[i]!;
      const isList = LIST_CONNECTOR.test(gap);
      if (i !== at + 1 || !(isList || isRange(gap)) || digits.length > 6) {
        base = undefined;
        break;
      }
      const named = Number(base.slice(0, 8 - digits.length) + digits);
      if (isRange(gap)) addShortRange(found, latest, named, 10 ** digits.length);
      addNumber(found, named);
      latest = named;
      at = i;
    }
  }
  return found;
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
