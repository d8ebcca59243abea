// Marks in a line of a text that are no wildcards: `¿son 2500?`, `* 2604` below a heading, `*2500*` as messengers print it, `mesa #1204`,
// `X 11/11` for a Wednesday, `3 x 25`.

import { NATIONAL_DIGITS } from "../phone/plan.js";
import { BOLD } from "../phone/wildcards.js";

/** Behind a few digits that stand alone, and that these marks do not fill up to a number. */
const QUESTION = /(?<![\d*?#%+]|\d[-. ()_/]{1,3})(\d{1,6})(\?{1,3})(?![\w*?#%])/g;
/** Before a point of a list, and between two things of a line; behind digits a star may be a wildcard. */
const BULLET = /(?<![\d*?#%)\]-]\s{0,4})\*(?=\s)|(?<![^\s])[•·∙●▪‧◦⋅](?=\s)/g;
/** Colours have one as well. */
const NUMBER_SIGN = /(?<![\w*?#%)-]|\d[ ./]{1,2})#(?!\d{3}(?:\d{3})?[;"'}])(?=\d{1,8}(?![\w*?#%]))/g;

/** A letter alone, or before an extension, with no beginning of a number before it and no mark beside it. */
const LETTER =
  /(?<![\p{L}\p{M}\d*?#%_+-])(?<!(?:\d[-. ()/]{0,2}){4})(?<![x*?#%]\s?)x(?:(?=\d{1,2}\/\d{1,2}(?![\w/*?#%])|\d{1,5}(?![\w*?#%]|[-./ ]{1,2}\d))|(?![\p{L}\p{M}\d*?#%_-]|\s?[x*?#%]))/giu;

/** `X 2211`, a Wednesday. */
const WEDNESDAY = /^([^\p{L}\d]*)x\s?(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?![\w*?#%]|[-./ ]{1,3}\d)/iu;

/** A line without such marks. */
export function withoutPunctuation(line: string): string {
  return line
    .replace(BULLET, ";")
    .replace(BOLD, " $1 ")
    .replace(NUMBER_SIGN, " ")
    .replace(WEDNESDAY, "$1;")
    .replace(LETTER, ";")
    .replace(QUESTION, (whole, digits: string, marks: string) =>
      digits.length + marks.length === NATIONAL_DIGITS ? whole : `${digits};`,
    );
}
