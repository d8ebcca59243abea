// DUIs in a text, El Salvador's identity numbers, that could be read as phones. Only what nobody could doubt is left out: whoever's
// phone was left out for a word would be contacted. Numbers of cases, invoices and the like count: each word for them is also a name,
// or everyday speech (`Nic`, `a la orden`, `en ese caso`).

import { foldName, isPhoneWord } from "../headers/phone-names.js";
import { everyNumber } from "../phone/number.js";
import { readCell } from "../phone/read.js";

/** Says that it is a number: `n.º`, `No.`, `número`, `#`. */
const MARK = "(?:n\\.? ?[°º]|nos?\\.|nro\\.?|n[uú]m(?:ero)?\\.?|#)";
/** What may stand between the label and the number: `DUI: 7…`, `DUI n.º 7…`, `mi DUI es 7…`. */
const BETWEEN = `(?: {1,2}(?:es|is))?[\\s.:=]{1,4}(?:${MARK}[\\s.:]{0,3})?`;
/** No part of a longer word, also of one whose accents stand apart. */
const LABEL = "(?<![\\p{L}\\p{M}\\p{Cf}\\d_@.-])duis?";
/** No digit follows, not even behind a mark, nor what makes the number an end of a range. */
const END = "(?!\\d|[-–./*_ ]{1,2}\\d|[-–./ ]?[x*#?%]|\\s{1,3}(?:al?|hasta|to)\\s)";
const DUI = new RegExp(`(?<=${LABEL}${BETWEEN})(\\d{8})-?(\\d)${END}`, "giu");

/** What is left of a line, and how many numbers were left out that could be phones. */
export interface WithoutIds {
  rest: string;
  leftOut: number;
}

/** A line of a text without the DUIs that their label and their check digit tell. */
export function withoutIds(line: string): WithoutIds {
  let leftOut = 0;
  const rest = line.replace(DUI, (id: string, digits: string, check: string, at: number) => {
    // Whose label it has, says what stands between it and the number before: `Tel. o DUI: 7…`.
    const isCertain = Number(check) === checkDigit(digits) && !namesPhone(/\D*$/.exec(line.slice(0, at))![0]);
    if (!isCertain) return id;
    if (everyNumber(readCell(id)).length > 0) leftOut++;
    return ";";
  });
  return leftOut === 0 ? { rest: line, leftOut } : { rest, leftOut };
}

/** The ninth digit of a DUI: the others count 9 to 2 times, and it fills their sum up to a multiple of ten. */
function checkDigit(digits: string): number {
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (9 - at), 0);
  return (10 - (sum % 10)) % 10;
}

const LINE = /^(?:lineas?|fijos?|recados?)$/;

function namesPhone(text: string): boolean {
  return foldName(text)
    .split(/[^a-z]+/)
    .some((word) => isPhoneWord(word) || LINE.test(word));
}
