// Numbers in a text that their own label names as an id, such as a DUI or the number of a case. Only what nobody could doubt is left
// out: whoever's phone was left out for a word would be contacted.

import { deniesNumbers, maySpeakOfContact, mayTellOfOptOut } from "../headers/opt-out-words.js";
import { foldName, isPhoneWord, namesLine } from "../headers/phone-names.js";
import { everyNumber } from "../phone/number.js";
import { readCell } from "../phone/read.js";

/** Says that a number counts, and that nobody dials it: `n.º`, `No.`, `número`, `#`. */
const MARK = "(?:n\\.? ?[°º]|nos?\\.|nro\\.?|n[uú]m(?:ero)?\\.?|#)";
/** What may stand between a label and its number: `DUI: 7…`, `DUI n.º 7…`, `mi DUI es 7…`. */
const BETWEEN = `(?: {1,2}(?:es|is))?[\\s.:=]{1,4}(?:${MARK}[\\s.:]{0,3})?`;
/** No digit follows, not even behind a mark, nor what makes the number an end of a range. */
const END = "(?!\\d|[-–./*_ ]{1,2}\\d|[-–./ ]?[x*#?%]|\\s{1,3}(?:al?|hasta|to)\\s)";

/**
 * What the state gives everybody, with as many digits as no phone has. With eight it may be a phone in the wrong place, and
 * counts.
 */
const OF_PERSONS = [
  ["duis?", "\\d{8}(?: ?[-–] ?)?\\d"],
  ["nit", "\\d{14}|\\d{4}-\\d{6}-\\d{3}-\\d|\\d{8}(?: ?[-–] ?)?\\d"],
  ["isss", "\\d{9}"],
  ["nup", "\\d{12}"],
] as const;
/** Of schools, meters, travellers and cars: nobody is called by them. */
const OF_THINGS = "nie|nic|nrc|medidor|pasaporte|passport|licencia|placa|imei";
/**
 * What people deal with, where its number is said to be one: without a mark, `caso 7…` may be of whom the case is. Not an account, a
 * line, a contract, a request, a claim, a code or a reference: those are often the phone itself.
 */
const OF_MATTERS = "casos?|tickets?|pedido|orden|folio|factura|recibo|expediente|p[oó]liza";
const DIGITS = "\\d{7,16}";

const behind = (label: string, digits: string) => `(?<=(?<![\\p{L}\\d])(?:${label}))(?:${digits})${END}`;
const PERSONS = new RegExp(OF_PERSONS.map(([label, digits]) => behind(`${label}${BETWEEN}`, digits)).join("|"), "giu");
const OTHERS = new RegExp(
  [
    behind(`(?:${OF_THINGS})${BETWEEN}`, DIGITS),
    behind(`(?:${OF_MATTERS})[\\s.:]{0,3}${MARK}[\\s.:]{0,3}`, DIGITS),
    behind(`${MARK} ?de(?:l| la)? (?:${OF_MATTERS})[\\s.:]{1,3}`, DIGITS),
    `(?<=\\$ ?)(?:\\d{7,12}|\\d{1,3}(?:,\\d{3}){2,})(?:\\.\\d\\d)?${END}`,
  ].join("|"),
  "giu",
);

/** What is left of a line, and how many numbers were left out that could be phones. */
export interface WithoutIds {
  rest: string;
  leftOut: number;
}

/** A line of a text without the numbers that its labels name as ids. */
export function withoutIds(line: string): WithoutIds {
  let leftOut = 0;
  const leave = (id: string) => {
    if (everyNumber(readCell(id)).length > 0) leftOut++;
    return ";";
  };
  const persons = line.replace(PERSONS, (id: string, ...at: unknown[]) =>
    // Whose label it has, says what stands between it and the number before: `Tel. o DUI: 7…`.
    namesPhone(/\D*$/.exec(line.slice(0, at[0] as number))![0]) ? id : leave(id),
  );
  const rest = persons.replace(OTHERS, (id: string) => (mayMeanPhone(line) ? id : leave(id)));
  return leftOut === 0 ? { rest: line, leftOut } : { rest, leftOut };
}

function namesPhone(text: string): boolean {
  return (
    namesLine(text) ||
    foldName(text)
      .split(/[^a-z]+/)
      .some(isPhoneWord)
  );
}

/** Whether anything in a line speaks of a phone, of contacting somebody or of an opt-out: then its only number may be theirs. */
function mayMeanPhone(line: string): boolean {
  return namesPhone(line) || maySpeakOfContact(line) || mayTellOfOptOut(line) || deniesNumbers(line);
}
