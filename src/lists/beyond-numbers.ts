// Whether a text that is read as phone numbers says more than they do: then cutting it to a number loses something.

import { foldName } from "../headers/phone-names.js";
import { decoded } from "../phone/normalise.js";
import { readCell } from "../phone/read.js";
import { PHONE_WORDS } from "../phone/words.js";

/** What else stands beside numbers and says nothing of its own: extensions, links, words that join. */
const MORE_LABELS = new Set(
  "ext extension extensiones extn exts xt x int interno anexo anexos anx opcion op hasta http https www com me api send o al a n nbsp".split(
    " ",
  ),
);
/** The place in an enumeration, which is nobody's: `1) 7012-3456`. */
const ENUMERATOR = /^[\s"'=]*\d{1,3}\s?(?:\)|\.-?|-)\s+(?=\S)/;
const EXTENSION = /(?:\b(?:ext|extension|extn|int|interno|anexo|anx|opcion|op|x)|#)[ .:=#-]{0,4}\d{1,5}(?!\d)/gi;
/** The last digits of a range or of a neighbour: `2222-2222 al 25`. */
const LAST_DIGITS = /(?<=\d)[ ,]*(?:al?|y|o|e|hasta|to|and|or)[ .]*\d{1,4}(?!\d)/gi;
/** A float as spreadsheets write it, and `(0)`. */
const NO_DIGITS = /\.0(?!\d)|\(0\)/g;
/** An eight-digit number in its usual spellings. */
const NUMBER = /(?<!\d)(?:(?:\+|00|011)?[ (]{0,2}503[ ).-]{0,3}){0,2}[267]\d{3}[ ./_–-]{0,3}\d{4}(?!\d)/g;
/** Whatever can't stand within a number. */
const BETWEEN = /[^\d\s.()+/_\-–—‐‑‒−]+/u;
/** Digits of a number of eight, with a calling code in front or none; seven are an old one. */
const LENGTHS = new Set([7, 8, 11, 13, 14]);

/** Whether the text holds words that are no labels. */
export function holdsOtherWords(text: string): boolean {
  const words = foldName(decoded(text)).match(/\p{L}+/gu) ?? [];
  return words.some((word) => !PHONE_WORDS.has(word) && !MORE_LABELS.has(word));
}

/** Whether the text holds words that are no labels, or digits that are no number's. */
export function holdsMoreThanNumbers(text: string): boolean {
  if (holdsOtherWords(text)) return true;
  const plain = decoded(text);
  const numbers = plain.replace(ENUMERATOR, "").replace(EXTENSION, " ").replace(LAST_DIGITS, " ");
  if (!/\d/.test(numbers.replace(NUMBER, " "))) return false;
  // `7809*2408` is one number, whatever the mark.
  return !isOneNumber(numbers) && numbers.split(BETWEEN).some(holdsOtherDigits);
}

function isOneNumber(text: string): boolean {
  return LENGTHS.has(digitsIn(text)) && readCell(text).numbers.length === 1;
}

/** A number in an unusual spelling is one; of one number the digits must be as many as it has. */
function holdsOtherDigits(piece: string): boolean {
  const digits = digitsIn(piece);
  if (digits === 0) return false;
  const { numbers, doubtful } = readCell(piece);
  if (numbers.length === 0) return doubtful.length === 0;
  return numbers.length === 1 && numbers[0]!.e164.startsWith("+503") && !LENGTHS.has(digits);
}

function digitsIn(text: string): number {
  return text.replace(NO_DIGITS, "").replace(/\D/g, "").length;
}
