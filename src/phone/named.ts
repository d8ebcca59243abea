// The numbers that somebody's words name: in a message, a remark, a review.

import { everyNumber, HOME, type NumberRange } from "./number.js";
import { typeOfNational } from "./plan.js";
import { nationalOf } from "./ranges.js";
import { readCell } from "./read.js";

/** Four digits, of whatever script: a range names as many. */
const MAY_NAME = /(?:[\d\u0080-\uffff][^\d\u0080-\uffff]*){4}/;

/** Returns the E.164 of each number that a text names or may name, none twice, and the text of each range, without the numbers in it. */
export function readNamed(text: string): string[] {
  if (!MAY_NAME.test(text)) return [];
  const reading = readCell(text);
  const { ranges } = reading;
  const numbers = everyNumber(reading).filter((e164) => !ranges.some((range) => covers(range, e164)));
  return [...numbers, ...new Set(ranges.map(rangeText))];
}

/** The text of a range, as a suppression list reads it: `7111-2200 al 7111-2299`. */
function rangeText({ first, last }: NumberRange): string {
  const halves = (national: number) => String(national).replace(/^\d{4}/, "$&-");
  return `${halves(first)} al ${halves(last)}`;
}

/** The range that a text says, as `readNamed` returns it; undefined where it says none. */
export function rangeOf(text: string): NumberRange | undefined {
  const [, a, b, c, d] = /^(\d{4})-(\d{4}) al (\d{4})-(\d{4})$/.exec(text) ?? [];
  return a === undefined ? undefined : { first: Number(`${a}${b}`), last: Number(`${c}${d}`) };
}

export function covers({ first, last }: NumberRange, e164: string): boolean {
  if (!e164.startsWith(HOME)) return false;
  const national = nationalOf(e164);
  return first <= national && national <= last;
}

/** No number of the plan is less. */
const LEAST = 20_000_000;

/** Returns the E.164 of each number of a range that is in the plan, at most so many. */
export function numbersOf({ first, last }: NumberRange, most = Number.POSITIVE_INFINITY): string[] {
  const found: string[] = [];
  for (let national = Math.max(first, LEAST); national <= last && found.length < most; national++)
    if (typeOfNational(String(national)) !== undefined) found.push(HOME + national);
  return found;
}
