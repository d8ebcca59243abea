// A cell that is nothing but a number, in digits and marks: beside the phones it counts where its column is not named as an id, a
// date or an amount. Of long lists the kernel tells whether there may be one.

import { HOME } from "./doubt.js";
import { normalise } from "./normalise.js";
import { typeOfNational } from "./plan.js";
import { readCell } from "./read.js";

/** 8 digits of the plan, 11 with `503`, 13 with `00503` or 14 with `011503` before them. */
const BARE = /^(?:(?:00|011)?503)?(\d{8})$/;
/** Digits, and what may stand between those of one number. */
const SPELLED = /^[-\d \n.*_~()[\]{}+/]*$/;

/** The E.164 of a cell that is nothing but a Salvadoran number, and certainly so where it is more than digits; undefined of others. */
export function readBare(cell: string): string | undefined {
  const text = normalise(cell).trim();
  if (!SPELLED.test(text)) return undefined;
  const national = BARE.exec(text.replace(/\D/g, ""))?.[1];
  if (national === undefined || typeOfNational(national) === undefined) return undefined;
  const e164 = `${HOME}${national}`;
  const { numbers } = BARE.test(text) ? { numbers: [{ e164 }] } : readCell(cell);
  return numbers.length === 1 && numbers[0]!.e164 === e164 ? e164 : undefined;
}

const FEWEST_DIGITS = 8;
const MOST_DIGITS = 14;
/** What a cell ends at besides its delimiter: a quote, a line end. */
const ENDS: ReadonlySet<number> = new Set([0x22, 0x0a, 0x0d]);
const MARKS: ReadonlySet<number> = new Set(Buffer.from("-. *_~()[]{}+/"));

/** False only where no cell of the bytes [from, to) is such a number: one pass, for cutting a record into cells takes far longer. */
export function mayHoldBare(bytes: Uint8Array, from: number, to: number, delimiter: number): boolean {
  let digits = 0;
  let national = 0;
  let high = 0;
  let isNumber = true;
  for (let at = from; at <= to; at++) {
    const byte = bytes[at]!;
    if (at === to || byte === delimiter || ENDS.has(byte)) {
      const isOfPlan = digits >= FEWEST_DIGITS && digits <= MOST_DIGITS && isInPlan(national);
      // Digits of another script have two bytes or more.
      if (isNumber && (isOfPlan || (high > 0 && digits + high / 2 >= FEWEST_DIGITS))) return true;
      digits = national = high = 0;
      isNumber = true;
    } else if (byte >= 0x30 && byte <= 0x39) {
      digits++;
      national = (national * 10 + byte - 0x30) % 100_000_000;
    } else if (byte >= 0x80) high++;
    else if (byte >= 0x20 && !MARKS.has(byte)) isNumber = false;
  }
  return false;
}

function isInPlan(national: number): boolean {
  return typeOfNational(String(national)) !== undefined;
}
