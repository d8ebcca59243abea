// Looks up the Salvadoran numbering plan: the first five digits tell the type of a 7-, 8- or 11-digit national number.
// The data is plan-table.ts, generated from libphonenumber-js. A test compares every prefix.

import type { NumberType } from "./number.js";
import { DIGEST, LIBRARY_VERSION, RANGES } from "./plan-table.js";

/** Identifies the plan that a run used: it changes only when a range changes. */
export const PLAN_DIGEST: string = DIGEST;
export const PLAN_LIBRARY_VERSION: string = LIBRARY_VERSION;

export const FEWEST_DIGITS = 7;
/** The length of every number but toll-free and premium ones. */
export const NATIONAL_DIGITS = 8;

const CODE: Readonly<Record<NumberType, number>> = { mobile: 1, fixed: 2, toll_free: 3, premium: 4 };

/** The type of each code in the tables; 0 is "not in the plan". */
export const TYPE_CODES: readonly [undefined, ...NumberType[]] = [undefined, ...(Object.keys(CODE) as NumberType[])];

/** For each length of a national number in the plan, the type code by the first five digits: 0 is "not in the plan". */
const TYPE_BY_PREFIX: readonly (Uint8Array | undefined)[] = Array.from({ length: 12 }, (_, length) => tableFor(length));
export const TYPE_BY_PREFIX8: Uint8Array = TYPE_BY_PREFIX[NATIONAL_DIGITS]!;

/** Returns the type of a national number of ASCII digits; undefined if it is not in the plan. */
export function typeOfNational(digits: string): NumberType | undefined {
  const table = TYPE_BY_PREFIX[digits.length];
  if (table === undefined) return undefined;
  let prefix = 0;
  for (let i = 0; i < 5; i++) prefix = prefix * 10 + digits.charCodeAt(i) - 48;
  return TYPE_CODES[table[prefix] ?? 0];
}

function tableFor(length: number): Uint8Array | undefined {
  const ranges = RANGES.filter(([of]) => of === length);
  if (ranges.length === 0) return undefined;
  const table = new Uint8Array(100_000);
  for (const [, type, first, last] of ranges) table.fill(CODE[type], first, last + 1);
  return table;
}
