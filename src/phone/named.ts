// Every number that somebody's words name, certain or doubtful: in a message, a remark, a card of contacts. Dates, amounts
// and times are none. Phone cells are read.ts's work.

import { HOME } from "./doubt.js";
import { readForeign } from "./foreign.js";
import { isDate } from "./groups.js";
import { readNamedRanges } from "./named-ranges.js";
import { normalise } from "./normalise.js";
import { type CellReading, everyNumber } from "./number.js";
import { readCell } from "./read.js";
import { withStyledDigits } from "./styled-digits.js";
import { readUnmistakable } from "./unmistakable.js";
import { numberAtEnd } from "./wildcards.js";

/**
 * Returns the E.164 of each number, none twice, and the text of each range (`NamedRange`), of which no number is named again.
 * Linear in the length of the text.
 */
export function readNamed(raw: string): string[] {
  if (hasSurelyFew(raw)) return [];
  const styled = withStyledDigits(raw);
  return styled === undefined ? namedIn(raw) : [...new Set([...namedIn(raw), ...namedIn(styled)])];
}

function namedIn(raw: string): string[] {
  if (!mayHoldNumber(raw) && !mayHoldWildcard(raw)) return [];
  const text = withoutDatesAndAmounts(normalise(raw));
  const { ranges, numbers, rest } = readNamedRanges(text);
  const single = [
    // What looks like a wildcard may part the digits of a number, or end one: `732,51789*`.
    ...(rest === text ? [] : [...certainIn(text, readCell(text)), ...endedByMarks(text)]),
    ...(mayHoldNumber(rest) ? numbersIn(rest) : []),
    ...(mayHoldNumber(rest) && rest.search(WHOSE) >= 0 ? numbersIn(rest.replace(WHOSE, " ")) : []),
  ].filter((e164) => !ranges.some((range) => range.covers(e164)));
  return [...new Set([...single, ...numbers, ...ranges.map((range) => range.text)])];
}

/** Returns the text of each range in a phone cell. */
export function readRangesNamed(cell: string): string[] {
  return mayHoldWildcard(cell) || mayHoldNumber(cell)
    ? readNamedRanges(normalise(cell)).ranges.map(({ text }) => text)
    : [];
}

function numbersIn(text: string): string[] {
  const reading = readCell(text);
  const certain = certainIn(text, reading);
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

/** Numbers of eight digits, in whatever groups, that end before a mark of a wildcard: `2410) 756-5*`, `7413,6528 x101`. */
function endedByMarks(text: string): string[] {
  return [...text.matchAll(BEFORE_MARKS)].flatMap(([, before]) => {
    const national = numberAtEnd(before!);
    return national === undefined ? [] : [HOME + national];
  });
}

/** No more than a number takes. */
const BEFORE_MARKS = /(?<=([^a-z]{0,40}))(?<=\d ?)[x*?#]/g;

function certainIn(text: string, reading: CellReading): ReadonlySet<string> {
  return new Set([...reading.numbers.map(({ e164 }) => e164), ...readUnmistakable(text)]);
}

/** `7111-2366 (mío) 67 (mi esposa)`: whose it is, in a normalised text. */
const WHOSE = /\([ .]*[a-z][a-z .]{0,24}\)/g;

/** In a normalised text. */
const WORD = /[a-z]{2,}/;

function isForeign(e164: string): boolean {
  return readForeign(e164.slice(1)) === e164;
}

/**
 * Whether a text has too few digits for a number or a range, look-alikes counted: what most messages have, told without a copy of
 * them. False also where `normalise` may join or part what stands there, or make more of it.
 */
export function hasSurelyFew(raw: string): boolean {
  let digits = 0;
  let alike = 0;
  let word = 0;
  let kinds = 0;
  for (let at = 0; at <= raw.length; at++) {
    const kind = at === raw.length ? BETWEEN : kindOf(raw.charCodeAt(at));
    if (kind === UNSURE) return false;
    if (kind !== BETWEEN) {
      if (kind === IS_DIGIT) digits++;
      word++;
      kinds |= kind;
      continue;
    }
    if ((kinds & (LETTER | ALIKE)) === ALIKE) alike += word;
    word = kinds = 0;
  }
  return digits + alike < FEWEST_DIGITS_OF_RANGE;
}

const UNSURE = 0;
const BETWEEN = 1;
const IS_DIGIT = 2;
const LETTER = 4;
/** A letter that looks like a digit, or one with an accent, which may. */
const ALIKE = 8;

function kindOf(unit: number): number {
  return unit < KINDS.length ? KINDS[unit]! : UNSURE;
}

/** The kinds of UTF-16 units, up to the last letter of Latin alphabets. */
const KINDS = Uint8Array.from({ length: 0x250 }, (_, unit) => {
  const character = String.fromCharCode(unit);
  if (/[0-9]/.test(character)) return IS_DIGIT;
  if (/[oil]/i.test(character)) return ALIKE;
  if (/[a-z]/i.test(character)) return LETTER;
  // Entities and what percent signs stand for; half of a letter that was decoded wrongly; what is no letter and yet counts.
  if (/[\0&%\x7f-\x9f\xad\xb2\xb3\xb5\xb9\xbc-\xbe\xc2\xe2]/.test(character)) return UNSURE;
  return unit >= 0xc0 && unit !== 0xd7 && unit !== 0xf7 ? ALIKE : BETWEEN;
});

const FEWEST_DIGITS = 7;
const DIGIT = /\p{N}/u;
const PERHAPS_DIGIT = /[\p{N}oil]/giu;

/** False only where there are too few digits, letters in their places counted. Most messages have none. */
export function mayHoldNumber(raw: string): boolean {
  return DIGIT.test(raw) && (raw.match(PERHAPS_DIGIT)?.length ?? 0) >= FEWEST_DIGITS && !hasFew(raw);
}

/**
 * Whether a text has too few digits for any number however they are written: as many as letters that look like others need beside
 * them, O, I and l counted where no word touches them.
 */
function hasFew(raw: string): boolean {
  if (OF_OTHER_SCRIPTS.test(raw)) return false;
  const digits = raw.match(/\p{N}/gu)?.length ?? 0;
  if (digits >= FEWEST_WITH_LOOK_ALIKES) return false;
  const letters = normalise(raw).match(LETTERS_ALONE)?.join("").length ?? 0;
  return digits + letters < FEWEST_WITH_LOOK_ALIKES;
}
const FEWEST_WITH_LOOK_ALIKES = 5;
const LETTERS_ALONE = /(?<![a-z0-9])[0-9]*[oil][0-9oil]*(?![a-z0-9])/g;
/** Numerals, which are letters to Unicode. */
const OF_OTHER_SCRIPTS = /[\u3007\u3400-\u9fff\uf900-\ufaff]/;

/** The marks of a wildcard, and what is written for them in other widths; a range names four digits or more. */
export function mayHoldWildcard(raw: string): boolean {
  return /[*?#xX\u0080-\uffff]/.test(raw) && (raw.match(/\p{N}/gu)?.length ?? 0) >= FEWEST_DIGITS_OF_RANGE;
}
const FEWEST_DIGITS_OF_RANGE = 4;

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
