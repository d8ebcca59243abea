// Two ends of a range, as lists of switchboards write them: `2222-0000 a 2222-9999`, `22222300-22222499`, `2222-0000 al 9999`.
// Which numbers lie between is all that is told here; near neighbours (up to 100) are ranges.ts's work.

/** National numbers of eight digits, both included. */
export interface Ends {
  first: number;
  last: number;
  /** A dash parts them, which may also stand between two numbers. */
  isDash: boolean;
}

const CODE = String.raw`(?:(?:\+|00|011)?[ (]{0,4}503[-). ]{0,4})?`;
const WHOLE = String.raw`([2-7]\d{3})(?: ?[-.] ?| )?(\d{4})`;
const WORD = "al?|hasta|to|through|thru|until|till|[yeu]|and";
/** What stands between the ends: punctuation that may also part two numbers, or a word. Bounded, for linear time. */
const LINK = String.raw`['" ,()]{0,8}(?:([-=]{0,3}>|-{1,3}|~{1,2}|\.{2,3})|(?:[ye] )?(${WORD})[ .]{0,4}(?:el |la )?(?:(?:numero|num|nro|no|tel)[. :]{0,4})?)['" (+]{0,8}`;
/** Each end may begin another pair, so nothing of the second is consumed. */
const TWO_WHOLE = new RegExp(`(?<!\\d)${CODE}${WHOLE}(?=${LINK}${CODE}${WHOLE}(?!\\d))`, "g");
const LAST_DIGITS = new RegExp(
  String.raw`(?<!\d[-.]?)${CODE}${WHOLE}(?=${LINK}(\d{3,6})(?!\d|\)|[-./]\d| \d{3}))`,
  "g",
);
/** Eight digits, and three more that do not touch them. */
const MAY_BE_ENDS = /\d{4}\D{0,3}\d{4}\D{1,40}\d{3}/;
const FROM = /\b(?:entre|between)\b/;
/** Words that stand between a number and the one that replaced it, too. */
const OR_CHANGED = /^al?$|^to$/;

/** Up to so many, whoever reads the cell as phones finds each. */
const FEWEST = 100;
/** More are taken for a range only where the ends, or the word between them, leave no doubt. */
const MOST = 10_000;
const BLOCK = 10_000;

/** Whether a text may hold two ends, told without normalising it. */
export function mayHoldEnds(text: string): boolean {
  return MAY_BE_ENDS.test(text);
}

/** The ends of every range of more than `fewest` numbers in a normalised text. */
export function endsIn(text: string, fewest = FEWEST): Ends[] {
  if (!mayHoldEnds(text)) return [];
  const found: Ends[] = [];
  const add = (one: number, other: number, link: string, isDash: boolean) => {
    const [first, last] = [Math.min(one, other), Math.max(one, other)];
    const numbers = last - first + 1;
    if (numbers > fewest && isMeant(first, last, numbers, link, isDash)) found.push({ first, last, isDash });
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
    const last = isNext ? named + 10 ** digits!.length : named;
    if (last >= Number(base)) add(Number(base), last, dash ?? word!, dash !== undefined);
  }
  return found;
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
  if (numbers > MOST) return isRoundBy(1000) || (!isDash && (isRoundBy(100) || !OR_CHANGED.test(link)));
  return !isDash || isRoundBy(100) || Math.floor(first / BLOCK) === Math.floor(last / BLOCK);
}
