// A cell that holds nothing but numbers and labels of phones: beside the phones it counts where its column is not named as an id, a
// date or an amount.
// Whether a record may have one, kernel/assembly/bare.ts tells.

import { LABELS } from "./byte-tables.js";
import { HOME } from "./doubt.js";
import { normalise } from "./normalise.js";
import { everyNumber } from "./number.js";
import { NATIONAL_DIGITS, typeOfNational } from "./plan.js";
import { readCell } from "./read.js";

/** 8 digits of the plan, 11 with `503`, 13 with `00503` or 14 with `011503` before them. */
const BARE = /^(?:(?:00|011)?503)?(\d{8})$/;
/** The same behind a zero, as some dial. Nine digits that begin with it are a DUI, too, which few do that begin like mobiles. */
const BEHIND_ZERO = /^(?:\(0\)|0[ -]|0(?=[67]\d{7}$))/;
/** Words before a number, between two numbers, and the `e` of a float. */
const WORDS: ReadonlySet<string> = new Set([...LABELS, ..."yeou", "and"]);
/** Signs of money, and a quote within digits. */
const NO_NUMBER = /[$€]|\d'*"['"]*\d/;
const BETWEEN = /[\n,;/&|]| (?:[yeou]|and) |(?<=\d{8})[ -]+(?=\+?\d{8})/;
/** Dates, times, amounts with decimals, and ids with a digit behind a hyphen. */
const OTHER_FIGURES = /^\d{1,4}([-/.])\d{1,2}\1\d{1,4}$|(?<!\d)\d\d?:\d\d(?!\d)|[.,]\d\d?$|-\d$/;

/**
 * Every E.164 of a cell that holds nothing but Salvadoran numbers and labels before them: all that it could mean where one is certain, else each
 * number that is all of the cell or of a part of it.
 */
export function readBare(cell: string): readonly string[] {
  const text = normalise(cell).trim();
  const national = BARE.exec(text)?.[1];
  if (national !== undefined) return typeOfNational(national) === undefined ? [] : [`${HOME}${national}`];
  if (NO_NUMBER.test(text) || text.match(/[a-z]+/g)?.some((word) => !WORDS.has(word))) return [];
  const reading = readCell(cell);
  const known = everyNumber(reading).filter((e164) => isHome(e164));
  if (known.length === 0 || reading.numbers.some(({ e164 }) => isHome(e164))) return known;
  const whole = new Set([text, ...text.split(BETWEEN)].map(wholeOf));
  return known.filter((e164) => whole.has(e164));
}

function isHome(e164: string): boolean {
  const national = e164.slice(HOME.length);
  return e164.startsWith(HOME) && national.length === NATIONAL_DIGITS && typeOfNational(national) !== undefined;
}

function wholeOf(text: string): string | undefined {
  const part = text.trim().replace(/[.,]00?$/, "");
  if (OTHER_FIGURES.test(part)) return undefined;
  const national = BARE.exec(part.replace(BEHIND_ZERO, "").replace(/\D/g, ""))?.[1];
  return national && `${HOME}${national}`;
}
