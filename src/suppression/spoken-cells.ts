// What the cells of a table say in words: numbers, as people dictate them, and the last digits of others.

import { isOfWord } from "../lists/watch.js";
import { plainLetters, wordsIn } from "../phone/number-words.js";
import { hasUnreadWords, readableEnds, readWords } from "./free-text.js";
import { endsInCell, maySayEndInWords } from "./said-ends.js";

export interface SpokenCell {
  /** E.164 of every number that it could have in words, or that ends make with the record's own numbers. */
  numbers: readonly string[];
  /** It has words with as many digits as a number, and gives none; or the end of one. */
  isUnread: boolean;
}

const NO_ENDS = { numbers: [], isOpen: false };
const FEWEST_WORDS = 2;
/** Of two words of a number. */
const FEWEST_LETTERS = 4;

/** False only where the bytes have too few letters to say anything. */
export function mayBeSpoken(bytes: Uint8Array, start: number, end: number): boolean {
  let letters = 0;
  for (let at = start; at < end && letters < FEWEST_LETTERS; at++) if (isOfWord(bytes[at]!)) letters++;
  return letters >= FEWEST_LETTERS;
}

/** Letters that only the whole of normalising tells. */
const OF_OTHER_SCRIPTS = /(?!\p{ASCII})\p{L}/u;

/** Reads what a cell says in words. `near`: E.164 of the record's numbers. */
export function readSpoken(cell: string, near: readonly string[]): SpokenCell {
  const letters = plainLetters(cell);
  // One word of a number is none, and most cells have none at all.
  const words = OF_OTHER_SCRIPTS.test(letters) ? FEWEST_WORDS : wordsIn(letters).length;
  const isNumber = words >= FEWEST_WORDS;
  const mayEnd = near.length > 0 && (words > 0 || /\d/.test(letters)) && maySayEndInWords(letters);
  const ends = mayEnd ? endsInCell(readableEnds(cell), near) : NO_ENDS;
  if (!isNumber) return { numbers: ends.numbers, isUnread: ends.isOpen };
  return { numbers: [...readWords(cell), ...ends.numbers], isUnread: ends.isOpen || hasUnreadWords(cell) };
}
