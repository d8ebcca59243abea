// The Salvadoran numbering plan, for lookups: five digits tell the type of every 7-, 8- and 11-digit national number.
// Its data is plan-table.ts, generated from libphonenumber-js and tested equal to it for every prefix.

import type { NumberType } from "./number.js";
import { DIGEST, LIBRARY_VERSION, RANGES } from "./plan-table.js";

/** Identifies the plan that a run used: it changes when, and only when, a range changes. */
export const PLAN_DIGEST: string = DIGEST;
export const PLAN_LIBRARY_VERSION: string = LIBRARY_VERSION;

/** Of all numbers but those of services. */
export const NATIONAL_DIGITS = 8;

const CODE: Readonly<Record<NumberType, number>> = { mobile: 1, fixed: 2, toll_free: 3, premium: 4 };

/** What the codes in the tables mean; 0 is "not in the plan". */
export const TYPE_CODES: readonly [undefined, ...NumberType[]] = [undefined, ...(Object.keys(CODE) as NumberType[])];

/** The type of 8-digit numbers, by their first five digits: 0 not in the plan, 1 mobile, 2 fixed. */
export const TYPE_BY_PREFIX8: Uint8Array = tableFor(NATIONAL_DIGITS);

/** The same of 7-digit ones, of which all begin with 8 or 9. */
export const TYPE_BY_PREFIX7 = tableFor(7);
const TYPE_BY_PREFIX11 = tableFor(11);

/** The type of a national number of ASCII digits; undefined where it is not in the plan, whatever its length. */
export function typeOfNational(digits: string): NumberType | undefined {
  const table = tableOfLength(digits.length);
  if (table === undefined) return undefined;
  let prefix = 0;
  for (let i = 0; i < 5; i++) prefix = prefix * 10 + digits.charCodeAt(i) - 48;
  return TYPE_CODES[table[prefix] ?? 0];
}

function tableOfLength(length: number): Uint8Array | undefined {
  if (length === 8) return TYPE_BY_PREFIX8;
  if (length === 7) return TYPE_BY_PREFIX7;
  return length === 11 ? TYPE_BY_PREFIX11 : undefined;
}

function tableFor(length: number): Uint8Array {
  const table = new Uint8Array(100_000);
  for (const [of, type, first, last] of RANGES) {
    if (of === length) table.fill(CODE[type], first, last + 1);
  }
  return table;
}
