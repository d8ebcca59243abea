// Every number that somebody's words name, certain or doubtful: in a message, a remark, a card of contacts. Dates, amounts
// and times are none. Phone cells are read.ts's work.

import { readForeign } from "./foreign.js";
import { normalise } from "./normalise.js";
import { everyNumber } from "./number.js";
import { HOME, readCell } from "./read.js";
import { isDate } from "./runs.js";
import { readUnmistakable } from "./unmistakable.js";

/** Returns the E.164 of each number, none twice. Linear in the length of the text. */
export function readNamed(raw: string): string[] {
  if (!mayHoldNumber(raw)) return [];
  const text = withoutDatesAndAmounts(normalise(raw));
  const reading = readCell(text);
  const certain = new Set([...reading.numbers.map(({ e164 }) => e164), ...readUnmistakable(text)]);
  // What stands between two words is read by itself, too: behind another number `#5428,7486` passes for its extension.
  const parts = text.split(WORD).filter((part) => part !== text && mayHoldNumber(part));
  const found = [
    ...new Set([...certain, ...everyNumber(reading), ...parts.flatMap((it) => everyNumber(readCell(it)))]),
  ];
  const isHome = (e164: string) => e164.startsWith(HOME);
  // `+1 305 555` is the beginning of the number that goes on behind it.
  const isWhole = (e164: string) => !found.some((other) => other !== e164 && other.startsWith(e164));
  // An order's number of 13 digits is another country's only if there can be such a number.
  return found.filter((e164) => isHome(e164) || isForeign(e164) || (certain.has(e164) && isWhole(e164)));
}

/** In a normalised text. */
const WORD = /[a-z]{2,}/;

function isForeign(e164: string): boolean {
  return readForeign(e164.slice(1)) === e164;
}

const FEWEST_DIGITS = 7;
const DIGIT = /\p{N}/u;
const PERHAPS_DIGIT = /[\p{N}oil]/giu;

/** False only where there are too few digits, letters in their places counted. Most messages have none. */
function mayHoldNumber(raw: string): boolean {
  return DIGIT.test(raw) && (raw.match(PERHAPS_DIGIT)?.length ?? 0) >= FEWEST_DIGITS;
}

/** A date with its year, no part of a number that begins with a calling code, with the time that follows it. */
const DATE =
  /(?<![\d+.]|\d[-/ ]|503\)?[-./ ]{1,3})(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})(?:[t ]+\d\d?(?::\d\d){1,2}(?:\.\d+)?)?(?!\d)/g;
/** `$25,000.00`, `1,250.75`, `$ 7,012,345`. */
const AMOUNT =
  /(?<![\d+.,-])(?:\$ ?\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\$ ?\d+\.\d{1,2}|\d{1,3}(?:,\d{3})+\.\d\d)(?![\d,-])/g;

/** Leaves a letter in their places, so that what stands around them is not joined. */
function withoutDatesAndAmounts(text: string): string {
  return text
    .replace(DATE, (whole: string, first: string, _mark, second: string, third: string) =>
      isDate(first, second, third, false) ? " x " : whole,
    )
    .replace(AMOUNT, " x ");
}
