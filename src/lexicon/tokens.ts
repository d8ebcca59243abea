// Cuts a text into words and marks.

import { partsOf } from "./joined-words.js";
import { wordOf } from "./words.js";

/** Matches a word with its letters apart: `D.N.C.`, `s t o p`, `B/A/J/A`, `n o   l l a m a r`. */
const LETTERS_APART = /(?<![\p{L}\d])\p{L}(?:[.\s/-]{1,3}\p{L})+(?![\p{L}\d])\.?/gu;
// Marks that end no clause: `p/ ventas`, `Lic. Paz`, `don't`. Each pattern begins with the mark, which is rarer than a letter.
const SLASH_WITHIN = /\/(?<=\b[cnp]\/)(?= |\p{L}{3})/giu;
const STOP_WITHIN = /\.(?<=(?<!\p{L})(\p{L}{1,5})\.)(?= ?\p{L})/gu;
const APOSTROPHE = /['’`´](?<=\p{L}.)(?=\p{L})/gu;
/** Matches abbreviations before names, of people and of places. */
const TITLE = /^(?:lic|licda|ing|dra?|sra?|prof|arq|col|res|urb|bo|av|pje|blvd)$/i;
const WORD_OR_MARK = /[\p{L}\p{M}\p{N}@$]+|&|[^\p{L}\p{N}\s&]+|\n/gu;

/** Returns the words and the marks between them, as they are typed. Marks within a word are left out: `D.N.C.`, `don't`. */
export function wordsOf(text: string): string[] {
  // The time to normalise grows with the square of the marks of a letter.
  const joined = text
    .replaceAll("´", "'")
    .replace(/(\p{M}{4})\p{M}+/gu, "$1")
    .normalize("NFKC")
    .replace(LETTERS_APART, joinedIfKnown)
    .replace(SLASH_WITHIN, " ");
  const words = joined.replace(STOP_WITHIN, (stop, word: string, at: number) =>
    TITLE.test(word) || isAbbreviation(word, joined.slice(at + 1, at + 3)) ? "" : stop,
  );
  return words.replace(APOSTROPHE, "").match(WORD_OR_MARK) ?? [];
}

/** Whether a short word is abbreviated: it is unknown, and a small letter follows, as in `av. la capilla`. */
const isAbbreviation = (word: string, behind: string) =>
  /^ \p{Ll}/u.test(behind) && (word.length === 1 || wordOf(word).roles.size === 0);

function joinedIfKnown(letters: string): string {
  const word = letters.replace(/[.\s/-]+/g, "");
  return /^no$/i.test(word) || (word.length > 2 && partsOf(wordOf(word))[0]!.roles.size > 0) ? word : letters;
}
