// Reads the numbers and ranges that a message, a remark or a review names.

import { everyNumber, HOME, type NumberRange } from "./number.js";
import { nationalNumber } from "./ranges.js";
import { readCell } from "./read.js";

/** Matches four digits of any script, the fewest that name a range. Letters with accents are none. */
const MAY_NAME = /(?:[\d\u00b2-\u00be\u0250-\uffff][^\d\u00b2-\u00be\u0250-\uffff]*){4}/;

/** Returns the distinct E.164 of each number that a text names or may name, and each range as text. */
export function readNamed(text: string): string[] {
  if (!MAY_NAME.test(text)) return [];
  const reading = readCell(text);
  const { ranges } = reading;
  const numbers = everyNumber(reading).filter((e164) => !ranges.some((range) => covers(range, e164)));
  return [...numbers, ...new Set(ranges.map(rangeText))];
}

/** Returns a range as a suppression list reads it: `7111-2200 al 7111-2299`. */
function rangeText({ first, last }: NumberRange): string {
  const halves = (national: number) => String(national).replace(/^\d{4}/, "$&-");
  return `${halves(first)} al ${halves(last)}`;
}

function covers({ first, last }: NumberRange, e164: string): boolean {
  if (!e164.startsWith(HOME)) return false;
  const national = nationalNumber(e164);
  return first <= national && national <= last;
}
