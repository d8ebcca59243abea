// What stands behind a number in the manner of switchboards: `2222-2222 y 23`, `2222-2222 al 25`, `2222-2222/23/24`.

import { typeOfNational } from "./plan.js";
import type { Run } from "./runs.js";
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
export function neighbourReadings(runs: readonly Run[], items: readonly Item[]): string[] {
  const found: string[] = [];
  let base: string | undefined;
  let latest = 0;
  let at = -1;
  for (const item of items) {
    if (item.national !== undefined) {
      const national = item.national.length === 8 ? item.national : undefined;
      const distance = Number(national ?? 0) - latest;
      if (base && item.first === at + 1 && distance <= LONGEST_RANGE && isRange(runs[item.first]!.gap)) {
        addRange(found, latest, latest + distance);
      }
      base = national;
      latest = Number(national ?? 0);
      at = item.last;
      continue;
    }
    for (let i = item.first; base !== undefined && i <= item.last; i++) {
      const { digits, gap } = runs[i]!;
      const isList = LIST_CONNECTOR.test(gap);
      if (i !== at + 1 || !(isList || isRange(gap)) || digits.length > 6) {
        base = undefined;
        break;
      }
      const named = Number(base.slice(0, 8 - digits.length) + digits);
      if (isRange(gap)) addRange(found, latest, named > latest ? named : named + 10 ** digits.length);
      addNumber(found, named);
      latest = named;
      at = i;
    }
  }
  return found;
}

function isRange(gap: string): boolean {
  return RANGE_CONNECTOR.test(gap);
}

function addRange(found: string[], first: number, last: number): void {
  if (last <= first) return;
  for (let number = first + 1; number <= Math.min(last, first + LONGEST_RANGE); number++) addNumber(found, number);
}

function addNumber(found: string[], number: number): void {
  if (typeOfNational(String(number)) !== undefined) found.push(`+503${number}`);
}
