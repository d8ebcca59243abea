// What people write about the word that joins the two ends of a range: `2222-0000 PBX al 2222-0020`, `2222-0005 (11 líneas) hasta
// llegar a 2222-0015`. Without it ends.ts reads the ends; which numbers they name is told there.

import { UNIT } from "./words.js";

/** From the last digit of a number to the next one. A word joins ends only within so many characters. */
const GAP = /(?<=\d)\D{1,80}(?=\d)/g;
/** Nothing but a joining word that ends.ts knows, or no such word: most gaps are so. */
const ONE_WORD = /^[^a-z("]*(?!final|ultim|last)[a-z]*[^a-z("]*$/;
/** `(11 lineas)`: a remark that counts. */
const COUNTING = /\((?=[^()]{0,63}[a-z])[^()\d]{0,30}\d{1,3}[^()\d]{0,30}\)/g;
/** A remark in brackets or quotes, a word, an arrow or a dash. */
const TOKENS = /\(([^()]{0,40})\)|"([^"]{0,40})"|([a-z]+)|(-{1,2}>?)/g;
const UNTIL = /^(?:hasta|through|thru|until|till)$/;
/** Behind these stands perhaps the number that replaced the first one. */
const LAST = /^(?:final|fin|end|ultim[oa]|last)$/;
const TO = /^(?:al?|to)$/;
const AND = /^(?:[yeu]|and)$/;
const DASH = /^-/;
const ARTICLE = /^(?:el|l[oa]s?|del?|the|[yeu]|and)$/;
/** Another number follows, or another range. */
const OTHER = /^(?:ni|o|or|nor|tampoco|tambien|ademas|also|y\/o|entre|between|desde|from)$/;
const HOURS = /^(?:l[oa]s|dia|manana|tarde)$/;
const WHOLE = /^(?:(?:00|011)?503[-). ]{0,4})?\(?[2-7]\d{3}(?: ?[-.] ?| )?[([{]?\d{4}(?!\d)/;
/** The last digits of an end, and what makes them a day, an hour or a year. */
const DIGITS = /^\d{1,6}(?!\d)/;
const NO_END =
  /^(?:(?:19|20[0-4])\d{1,2}(?!\d)|\d{1,4}(?: ?[:h]| ?[-./] ?(?:\d|[a-z]{3})| ?(?:ene|feb|mar|abr|may|jun|jul|ago|sep|oct|nov|dic)))/;

/** The words about a joining word are no matter up to so many: before it, and behind it. */
const MOST_WORDS: readonly (readonly [join: RegExp, said: string | undefined, before: number, behind: number])[] = [
  [UNTIL, "hasta", 4, 2],
  [LAST, "al", 1, 1],
  [TO, undefined, 1, 1],
  [AND, undefined, 1, 1],
  // Words about a dash label two numbers; and behind one, as behind a slash, few numbers are a range.
  [DASH, "/", 0, 0],
];

/** A normalised text in which the word that joins two ends stands alone between them. */
export function withoutAsides(typed: string): string {
  const text = typed.replace(COUNTING, "()");
  return text.replace(GAP, (gap: string, index: number) => {
    if (ONE_WORD.test(gap) || !/\d{4}$/.test(text.slice(Math.max(0, index - 4), index))) return gap;
    const joined = joinIn(
      text.slice(Math.max(0, index - 6), index),
      gap,
      text.slice(index + gap.length, index + gap.length + 24),
    );
    return joined === undefined ? gap : ` ${joined} `;
  });
}

/** The joining word of a gap in which more stands; undefined where it stands alone there, or joins nothing. */
function joinIn(base: string, gap: string, next: string): string | undefined {
  const tokens = [...gap.matchAll(TOKENS)].map(([, bracketed, quoted, word, dash]) => {
    const remark = (bracketed ?? quoted ?? "").trim();
    return word ?? dash ?? (MOST_WORDS.some(([join]) => join.test(remark)) ? remark : "");
  });
  if (tokens.some((token) => OTHER.test(token))) return undefined;
  for (const [join, said, before, behind] of MOST_WORDS) {
    const at = tokens.findIndex((token) => join.test(token));
    if (at < 0) continue;
    const isBare = tokens.every((token, i) => i === at || ARTICLE.test(token));
    if (isBare && !LAST.test(tokens[at]!)) return undefined;
    const [left, right] = [wordsIn(tokens.slice(0, at)), wordsIn(tokens.slice(at + 1))];
    if (left > before || right > behind) return undefined;
    const isEnd = WHOLE.test(next) || (left + right <= 2 && areLastDigits(base, next, tokens, left + right > 0));
    return isEnd ? (said ?? tokens[at]!) : undefined;
  }
  return undefined;
}

/** How many words tokens have, but articles; marks are none, and a remark is an empty one. */
function wordsIn(tokens: readonly string[]): number {
  return tokens.filter((token) => /^[a-z]/.test(token) && !ARTICLE.test(token)).length;
}

/** `PBX al 15`, and not `no molestar hasta las 15`: behind words only digits above the number's own (`base`). */
function areLastDigits(base: string, next: string, tokens: readonly string[], isAmongWords: boolean): boolean {
  const [digits] = DIGITS.exec(next) ?? [];
  if (digits === undefined || NO_END.test(next) || tokens.some((token) => HOURS.test(token))) return false;
  if (isAmongWords && digits <= base.slice(-digits.length)) return false;
  return !UNIT.test(next.slice(digits.length));
}
