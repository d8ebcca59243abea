// Two ends of a range, as lists of switchboards write them: `2222-0000 a 2222-9999`, `22222300-22222499`, `2222-0000 al 9999`.
// Which numbers lie between is all that is told here; what their last digits name is last-digits.ts's work.

import { withoutAsides } from "./asides.js";
import { piecesOf } from "./cell.js";
import { lastDigitsIn } from "./last-digits.js";

/** National numbers of eight digits, both included. */
export interface Ends {
  first: number;
  last: number;
  /** A dash or a slash parts them, which may also stand between two numbers. */
  isDash: boolean;
}

const CODE = String.raw`(?:(?:\+|00|011)?[ (]{0,4}503[-). ]{0,4})?`;
const WHOLE = String.raw`([2-7]\d{3})(?: ?[-.] ?| )?[(\[{]?(\d{4})`;
const WORD = "al?|hasta|to|through|thru|until|till|fin|end|[yeu]|and";
const NAME = String.raw`(?:numero|number|num|nro|no|n|telefono|tel)[. :°\n]{0,4}`;
/** What stands between the ends: punctuation that may also part two numbers, or a word. Bounded, for linear time. */
const LINK = String.raw`['" ,.;()[{\n]{0,8}(?:inclusive )?(?:([-=]{0,3}>{1,2}|-{1,3}|~{1,2}|\.{2,3}|[/:…])|(?:[ye] )?(${WORD})[ .:\n]{0,4}(?:(?:el|la)[ \n])?(?:${NAME})?-?)['" (+,;\n]{0,8}`;
/** Each end may begin another pair, so nothing of the second is consumed. */
const TWO_WHOLE = new RegExp(`(?<!\\d)${CODE}${WHOLE}(?=${LINK}${CODE}${WHOLE}(?!\\d))`, "g");
const LAST_DIGITS = new RegExp(
  String.raw`(?<!\d[-.]?)${CODE}${WHOLE}(?=${LINK}(\d{1,6})(?!\d|\)|[-./]\d| \d{3}))`,
  "g",
);
/** What stands between two round ends is no matter, nor a count of the numbers among it. */
const APART = String.raw`(?:\.0)?(\D{1,40}?(?:(?<=[ (])\d{1,3} \D{1,40})?)`;
const TWO_ROUND = new RegExp(`(?<!\\d)${CODE}${WHOLE}(?=${APART}${CODE}${WHOLE}(?:\\.0)?(?!\\d))`, "g");
const ROUND_DIGITS = new RegExp(String.raw`(?<!\d[-.]?)${CODE}${WHOLE}(?=${APART}(\d{2,4})(?!\d|[-./]\d))`, "g");
/** Four digits and four, and more that do not touch them. */
const MAY_BE_ENDS = /\d{4}\D{0,24}\d{4}\D{1,80}\d|\d[[({]\d{1,4}[^\d]{1,4}\d{1,4}[\])}]/;
/** `2222-00(00-99)`, `2222-00{00,99}`: both ends of the last digits in brackets. */
const BRACKETED = new RegExp(
  String.raw`(?<!\d)${CODE}([2-7]\d{3}[-. ]?\d{0,3})[[({](\d{1,4})(?:-|,|\.{2,3}| ?al? ?)(\d{1,4})[\])}](?!\d)`,
  "g",
);
/** An extension of the first end is no matter: `2222-0000 ext. 1 al 2222-0099`. */
const EXTENSION_OF_FIRST =
  /(?<=\d{4}) ?,? ?\(?(?:ext\w*|x|int\w*|anexo)[ .:#]{0,3}\d{1,5}\)?(?= ?,? ?(?:al?|hasta|to) (?:el )?[2-7]\d{3}[-. ]?\d{4}(?!\d))/g;
/** `al 2222-009 9`: a last end with a space in its last four digits. */
const TORN_END = /(\b(?:al?|hasta|to)\b[ .:]{0,3}[2-7]\d{3}[-. ])(\d{1,3}) (\d{1,3})(?!\d)/g;
/** Behind such words stand an extension, or a second number. */
const NO_RANGE = /\b(?:ext\w*|x|int|interno|anexo|opc\w*)\b|#|^\W*(?:[yeou]|and|or)\W*$/;
const FROM = /\b(?:entre|between|rangos?|bloques?|series?|numeracion|ranges?|blocks?)\b/;
/** Words that stand between a number and the one that replaced it, too. */
const OR_CHANGED = /^al?$|^to$/;

/** A list of last digits is not longer, and is read in the time of a cell. */
const PIECE = 2048;
/** Behind a slash or a colon stand more than these only where both ends are round. */
const MOST_BEHIND_SLASH = 100;
/** More are taken for a range only where the ends, or the word between them, leave no doubt. */
const MOST = 10_000;
const BLOCK = 10_000;
/** Fewer digits behind a dash may be one too many. */
const FEWEST_BEHIND_DASH = 3;

/** Whether a text may hold two ends, told without normalising it. */
export function mayHoldEnds(text: string): boolean {
  return MAY_BE_ENDS.test(text);
}

/** The ends of every range in a normalised text. */
export function endsIn(text: string): Ends[] {
  if (!mayHoldEnds(text)) return [];
  const found: Ends[] = [];
  const add = (one: number, other: number, link: string, isDash: boolean) => {
    const [first, last] = [Math.min(one, other), Math.max(one, other)];
    const numbers = last - first + 1;
    if (numbers > 1 && isMeant(first, last, numbers, link, isDash)) found.push({ first, last, isDash });
  };
  for (const [, a, b, dash, word, c, d] of text.matchAll(TWO_WHOLE)) {
    if (isConjunction(word) && !FROM.test(text)) continue;
    add(Number(`${a}${b}`), Number(`${c}${d}`), dash ?? word!, dash !== undefined);
  }
  for (const [, a, b, dash, word, digits] of text.matchAll(LAST_DIGITS)) {
    if (isConjunction(word)) continue;
    const base = `${a}${b}`;
    const named = Number(base.slice(0, -digits!.length) + digits);
    // `2222-9900 al 0099` runs on into the next block; behind a dash smaller digits are those of something else.
    const isNext = named < Number(base) && dash === undefined;
    if (dash !== undefined && digits!.length < FEWEST_BEHIND_DASH) continue;
    const last = isNext ? named + 10 ** digits!.length : named;
    if (last >= Number(base)) add(Number(base), last, dash ?? word!, dash !== undefined);
  }
  return found;
}

/** Those of an entry: round ends are a range there, whatever stands between them. In somebody's words they may be two numbers. */
export function endsInEntry(typed: string): Ends[] {
  const text = typed
    .replace(EXTENSION_OF_FIRST, "")
    .replace(TORN_END, (whole, before: string, one: string, other: string) =>
      one.length + other.length === 4 ? before + one + other : whole,
    );
  const found = [...endsIn(withoutAsides(text)), ...endsOfWildcards(text)];
  // A number that stands alone is a reading of the entry.
  for (const { first, last } of piecesOf(text, PIECE).flatMap(lastDigitsIn))
    if (last > first) found.push({ first, last, isDash: true });
  for (const [, begin, one, other] of text.matchAll(BRACKETED)) {
    const [first, last] = [one!, other!].map((digits) => `${begin!.replace(/\D/g, "")}${digits}`);
    if (first!.length === 8 && last!.length === 8 && first! < last!)
      found.push({ first: Number(first), last: Number(last), isDash: true });
  }
  for (const [, a, b, between, c, d] of text.matchAll(TWO_ROUND))
    addRound(`${a}${b}`, `${c}${d}`, between!.replace(/^ ?x ?$/, "-"), found);
  for (const [, a, b, between, digits] of text.matchAll(ROUND_DIGITS))
    addRound(`${a}${b}`, `${a}${b}`.slice(0, -digits!.length) + digits, between!, found);
  return found;
}

/** A number's first digits and marks for the rest (`2222-0xxx`, `22220*`), or its last four (`3xxx`). */
const WILDCARD = /(?<![\d*?#%])((?:(?:00|011)?503)?)([2-7]\d{3}[-. ]?\d{0,3}|\d{1,3})[-. ]?([*?#%x]{1,4})(?![\w*?#%])/g;
/** Between wildcards a dash is no second number's. */
const DASH = /(?<=\d{8}) ?-{1,2} ?(?=(?:(?:\+|00)?503[- ]?)?\d{4})/g;

/** `2222-0xxx al 2222-3xxx`: from the least that the first covers to the greatest that the last does. */
function endsOfWildcards(text: string): Ends[] {
  const read: { least: string; greatest: string }[] = [];
  const least = text.replace(WILDCARD, (whole, code: string, begin: string, marks: string) => {
    const digits = begin.replace(/\D/g, "");
    const length = digits.length < 4 ? 4 : 8;
    const isWhole = digits.length + marks.length === length || /^[*%]{1,2}$/.test(marks);
    if (!isWhole) return whole;
    read.push({ least: digits.padEnd(length, "0"), greatest: digits.padEnd(length, "9") });
    return `${code}${digits.padEnd(length, "0")}`;
  });
  if (read.length === 0) return [];
  return endsIn(withoutAsides(least.replace(DASH, " hasta "))).map((ends) => {
    const tail = read.find((end) => String(ends.last).endsWith(end.least));
    return tail === undefined ? ends : { ...ends, last: ends.last - Number(tail.least) + Number(tail.greatest) };
  });
}

/** `2222-0000 (consecutivos) 2222-0099`, `22220000-99`: the first of ten, a hundred or so, and the last, of one block. */
function addRound(first: string, last: string, between: string, found: Ends[]): void {
  const [one, other] = [Number(first), Number(last)];
  const isRound = [10, 100, 1000, BLOCK].some((step) => one % step === 0 && other % step === step - 1);
  const isKnown = found.some((ends) => ends.first <= one && ends.last >= other);
  if (!isRound || isKnown || other < one || other - one >= BLOCK || NO_RANGE.test(between)) return;
  if (Math.floor(one / BLOCK) === Math.floor(other / BLOCK)) found.push({ first: one, last: other, isDash: true });
}

function isConjunction(word: string | undefined): boolean {
  return word !== undefined && /^(?:[yeu]|and)$/.test(word);
}

/**
 * Tells whether a range is meant. Behind a dash stands a second number as well, but hardly one of the same block: to
 * suppress too many is the safe side.
 */
function isMeant(first: number, last: number, numbers: number, link: string, isDash: boolean): boolean {
  const isRoundBy = (step: number) =>
    first % step === 0 && (last % step === step - 1 || (!isDash && last % step === 0));
  if (/[/:]/.test(link) && numbers > MOST_BEHIND_SLASH) return isRoundBy(100);
  if (numbers > MOST) return isRoundBy(1000) || (!isDash && (isRoundBy(100) || !OR_CHANGED.test(link)));
  return !isDash || isRoundBy(100) || Math.floor(first / BLOCK) === Math.floor(last / BLOCK);
}
