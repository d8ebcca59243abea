// A line of a text without a table (a chat, a mail): what of it says when, or how much, and whether the rest of it was understood.
// Which numbers it could mean is phone/'s work: all of them are suppressed, whatever is told here.

import { NO_DELIMITER } from "../csv/dialect.js";
import { findGroups } from "../phone/groups.js";
import { normalise } from "../phone/normalise.js";
import { type CellReading, everyNumber } from "../phone/number.js";
import { digitsForLetters, readCell, readEntities, readParts } from "../phone/read.js";
import { holdsNumberWords, numbersInWords, withSpokenDigits, withUnreadWords } from "./numbers-in-words.js";
import { maySayEnd } from "./said-ends.js";
import { withoutFigures } from "./text-figures.js";
import { withoutPunctuation } from "./text-marks.js";

/** By the delimiter, what a record could mean beyond its cells. */
export const READ_WHOLE: Partial<Record<number, (line: string) => string[]>> = {
  [NO_DELIMITER]: readLine,
  59: readEntities,
};

/** A day with a short year is one before a time. */
const DAY_BEFORE_TIME =
  /(?<![\d./-])(?=\d{1,2}([-./])\d{1,2}\1\d)(?:(?:0?[1-9]|[12]\d|3[01])[-./](?:0?[1-9]|1[0-2])|(?:0?[1-9]|1[0-2])[-./](?:0?[1-9]|[12]\d|3[01]))[-./]\d\d,? (?=\d{1,2}:\d\d(?!\d))/g;
/** A zone behind a time, an hour, and days that name their month or have no marks. */
const ZONE = /(?<=:\d\d) ?[-+](?:0\d|1[0-4]):?(?:00|30|45)(?!\d)/g;
const HOUR = /(?<![\d.:-])(?:1[0-2]|0?[1-9]) ?[ap]\.? ?m\b\.?/g;
const DAY =
  /(?<!\d)(?:20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|\d{1,2}(?: de |[-. /])[a-z]{3,10}(?: de |[-. /])20\d\d)(?!\d)/g;
/** Words that touch no digit part what was typed as one. */
const WORDS = /(?<![\da-z])[a-z]+(?![\da-z])/;

/** A line that stands where a number is missing. */
const MISSING =
  /^\W*(?:pendientes?|sin (?:numero|num|telefono|tel|celular|cel|datos?)|ver notas?|no (?:tiene|hay|dio|aplica|disponible)(?: [a-z]+)?|n\/[ad]|desconocid[oa]|ilegible|falta(?: [a-z]+)?|por confirmar|unknown|missing|pending|no number)\W*$/;

/** What is left of a line. */
export interface LineRest {
  rest: string;
  reading: CellReading;
}

/**
 * A line in which no number is certain: what is left beside its stamps and, of a text, beside all that is known to be no
 * number, normalised, and which of its readings (`read`) are of that alone. Undefined for a line without digits of a list
 * that is no text, where it may be a damaged entry.
 */
export function restOfLine(line: string, read: readonly string[], isOfText: boolean): LineRest | undefined {
  if (!isOfText && !/\d/.test(line)) return undefined;
  if (MISSING.test(normalise(line)))
    return { rest: "", reading: { numbers: [], doubtful: [], reason: "not-a-number" } };
  const rest = isOfText
    ? withoutFigures(withUnreadWords(withoutStamps(digitsForLetters(normalise(plainLine(unboxed(line)))))))
    : withoutStamps(line);
  if (!/\d/.test(rest)) return { rest, reading: { numbers: [], doubtful: [], reason: "empty" } };
  // Digits that words part are none together.
  const pieces = rest.split(WORDS).map(readCell);
  const reason = pieces.find(({ doubtful }) => doubtful.length > 0)?.reason ?? "not-a-number";
  const known = new Set(read);
  const doubtful = pieces.flatMap(everyNumber).filter((e164) => known.has(e164));
  return { rest, reading: { numbers: [], doubtful, reason } };
}

/** A line in which the digits of a number stand together that had a box each, and letters that stand for digits are these. */
function unboxed(line: string): string {
  return withDigitsApart(line).replace(BOXES, (boxes) => ` ${boxes.replace(/\D/g, "")} `);
}

/** A line of a text without its tags, and without marks that are no wildcards. */
export function plainLine(line: string): string {
  return withoutPunctuation(withoutTags(line));
}

/** A text without its dates, times and amounts, normalised. */
export function withoutStamps(line: string): string {
  const text = normalise(line).replace(DAY_BEFORE_TIME, "; ").replace(ZONE, ";");
  let rest = "";
  let from = 0;
  for (const { kind, start, end } of findGroups(text)) {
    if (kind !== "date" && kind !== "amount") continue;
    rest += `${text.slice(from, start)};`;
    from = end;
  }
  return (rest + text.slice(from)).replace(DAY, ";").replace(HOUR, ";");
}

/** Tags that change how a number looks, and part nothing. */
const OF_LETTERS = /<\/?(?:b|i|u|em|strong|small|mark|span|font|a|wbr)\b[^<>]*>/gi;

/** A line of a page without its tags, where those of cells and lines part what stands between them. */
export function withoutTags(line: string): string {
  return line.replace(OF_LETTERS, "").replace(/<[^<>]*>/g, ";");
}

/** A tag that the end of a line breaks, and what of it stands in the next one. */
const TAG_BEGUN = /<\/?[a-z][^<>]*$/i;
const TAG_ENDED = /^[^<>]*>/;
const LINE_END = /<br ?\/?>\s*$/i;

/** A line without its tags. */
export interface UntaggedLine {
  text: string;
  /** There is nothing but tags in it, or all of it stands within one, perhaps. */
  isOfTag: boolean;
}

/** Takes the tags out of the lines of a page, one after the other. */
export class Untagged {
  #isInTag = false;

  take(line: string): UntaggedLine {
    if (this.#isInTag && !/[<>]/.test(line)) return { text: line, isOfTag: true };
    const text = this.#isInTag ? line.replace(TAG_ENDED, "") : line;
    this.#isInTag = TAG_BEGUN.test(text);
    if (!/[<>]/.test(text)) return { text, isOfTag: false };
    const untagged = withoutTags(text.replace(TAG_BEGUN, "").replace(LINE_END, ""));
    return { text: untagged, isOfTag: /^[;\s]*$/.test(untagged) };
  }
}

/** A letter that stands for a digit in a box of a form (`|6|O|8|8|`), or apart among digits that all are (`7 O 1 2  3 4 5 6`). */
const BOXED = /(?<=\|\s?)[oOlI](?=\s?\|)/g;
const APART = /(?<![\w.,-])[\doOlI](?:(?: {1,2}| ?[-.] ?)[\doOlI]){6,}(?!\w)/g;
/** The boxes of a number, one of them perhaps empty between its halves. */
const BOXES = /(?<![\d|]\s?)\|(?:\s?\d\s?\|(?:\s{0,2}\|)?){7,}/g;

/** A line with digits for letters that stand apart. */
function withDigitsApart(line: string): string {
  return line.replace(BOXED, digitFor).replace(APART, (digits) => digits.replace(/[a-z]/gi, digitFor));
}

function digitFor(letter: string): string {
  return /o/i.test(letter) ? "0" : "1";
}

/** Returns every E.164 in a line of a text that stands apart from the rest of it, among tags or in boxes. */
export function readLine(line: string): string[] {
  const others = [withoutTags(line), withDigitsApart(line)].filter((other) => other !== line);
  return [...readParts(line), ...others.flatMap((other) => everyNumber(readCell(other)))];
}

/** Returns the E.164 of every number that a line of a text could have in words. */
export function readWords(line: string): string[] {
  const untagged = withPlainVowels(withoutTags(line));
  return holdsNumberWords(normalise(untagged)) ? numbersInWords(withoutCents(withoutStamps(untagged))) : [];
}

/** Whether a line has words with as many digits as a number, beside all that is known to be none, that give none. */
export function hasUnreadWords(line: string): boolean {
  const text = withoutCents(withoutStamps(withPlainVowels(withoutTags(line))));
  const unread = withUnreadWords(text);
  if (unread === text) return false;
  const digits = (line: string) => withoutFigures(line).replace(/\D/g, "").length;
  return digits(unread) > digits(text);
}

/** A line as ends are looked for in it: normalised, with digits for letters and words that stand for them; "" where none may be said. */
export function readableEnds(line: string): string {
  if (!maySayEnd(line)) return "";
  return withSpokenDigits(digitsForLetters(withoutStamps(withoutTags(line))));
}

/** `dos mil trescientos 50/100 dólares`: the cents are no digits of what is in words. */
function withoutCents(text: string): string {
  return text.replace(/(?<!\d)\d\d ?\/ ?100(?= ?(?:de )?(?:dolar|usd|us|colon))/g, ";");
}

const VOWELS: Record<string, string> = { a1: "a", a9: "e", ad: "i", b3: "o", ba: "u" };

/** `veintid=C3=B3s`, as mails write it. */
function withPlainVowels(line: string): string {
  return line.replace(/=c3=(a[19d]|b3|ba)/gi, (_, code: string) => VOWELS[code.toLowerCase()]!);
}

/** A number in words whose first half ends a line is the next one's as well. */
export function wordsBetween(before: string, line: string): string[] {
  // An equals sign at the end of a mail's line parts words, too.
  const isParted = before.endsWith("=");
  const end = normalise(before.slice(-LONGEST_WORDS, isParted ? -1 : undefined)).trimEnd();
  const begin = normalise(line.slice(0, LONGEST_WORDS)).replace(/^[>\s]+/, "");
  const both = `${end}${isParted ? "" : " "}${begin}`;
  if (!holdsNumberWords(both, isParted ? undefined : end.length)) return [];
  const alone = new Set([...readWords(end), ...readWords(begin)]);
  return readWords(both).filter((e164) => !alone.has(e164));
}

/** A number in words, with what joins its halves. */
const LONGEST_WORDS = 120;
