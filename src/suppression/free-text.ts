// A line of a text without a table (a chat, a mail): what of it says when, or how much, and whether the rest of it was understood.
// Which numbers it could mean is phone/'s work: all of them are suppressed, whatever is told here.

import { NO_DELIMITER } from "../csv/dialect.js";
import { findGroups } from "../phone/groups.js";
import { normalise } from "../phone/normalise.js";
import { type CellReading, everyNumber } from "../phone/number.js";
import { digitsForLetters, readCell, readEntities, readParts } from "../phone/read.js";
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
    ? withoutFigures(withoutStamps(digitsForLetters(normalise(plainLine(unboxed(line))))))
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
