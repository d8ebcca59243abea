// Numbers in a cell that no column's name calls an id, a date or an amount: beside the phones each whole number that stands in it as a
// group of digits of its own counts, among whatever words; and where the cell holds nothing but numbers and labels, in groups, too.
// Whether a record may have one, kernel/assembly/near.ts tells.

import { LABELS } from "./byte-tables.js";
import { HOME } from "./doubt.js";
import { normalise } from "./normalise.js";
import { everyNumber } from "./number.js";
import { NATIONAL_DIGITS, typeOfNational } from "./plan.js";
import { readCell } from "./read.js";
import { UUID } from "./unmistakable.js";

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

/** Mails and links, and the names that programs give to things: digits in them are theirs. Each begins where a word does, for linear time. */
const OF_PROGRAMS = new RegExp(
  [
    String.raw`(?<![\w.%+-])[\w.%+-]+@[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,}`,
    String.raw`(?::\/\/|www\.|\w\.(?:com|net|org|sv|me|ly)\/)[^\s,;|<>"]*`,
    UUID.source,
    String.raw`(?<![a-z\d])(?=\d*[a-f])[a-f\d]{16,}(?![a-z\d])`,
  ].join("|"),
  "g",
);
/** Before digits that go on: others, the whole of a decimal number, money. */
const GOES_ON_BEFORE = String.raw`(?<!\d|\d\.|(?<!\d ?)\$ ?)`;
/** One zero before other digits than a mobile's begins a DUI. */
const GLUED = String.raw`(?:0(?=[67]\d{7}(?!\d))|0{2,6}|0{0,3}503|0{0,2}5030|011503|503503)?`;
/** Behind such digits: others, money, the last digit of an id, cents. */
const GOES_ON_BEHIND = String.raw`(?!\d| ?\$(?! ?\d)|-\d(?!\d)|\.(?!00?(?!\d))\d\d?(?!\d)|,(?!00)\d\d(?!\d))`;
const GROUP = new RegExp(String.raw`${GOES_ON_BEFORE}${GLUED}(\d{8})${GOES_ON_BEHIND}`, "g");

/** Every E.164 that counts in a cell beside the phones, none twice. */
export function readBare(cell: string): readonly string[] {
  const text = normalise(cell).trim();
  const national = BARE.exec(text)?.[1];
  if (national !== undefined) return typeOfNational(national) === undefined ? [] : [`${HOME}${national}`];
  return [...new Set([...numbersAlone(cell, text), ...groups(text)])];
}

/** Whole numbers that stand as groups of their own. */
function groups(text: string): string[] {
  const nationals = [...text.replace(OF_PROGRAMS, " x ").matchAll(GROUP)].map(([, national]) => national!);
  return nationals.filter((national) => typeOfNational(national) !== undefined).map((national) => `${HOME}${national}`);
}

/**
 * The numbers of a cell that holds nothing but numbers and labels before them: all that it could mean where one is certain, else each
 * number that is all of the cell or of a part of it.
 */
function numbersAlone(cell: string, text: string): readonly string[] {
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
