// Folds names and cells to their words: without case, accents, punctuation, and what a wrong encoding made of letters.

const PLAIN = /^[ -~]*$/;
const UNSEEN = /[\p{M}\p{Cf}]/gu;

/** Returns a header cell without case, accents, invisible characters and surrounding spaces. */
export function foldName(name: string): string {
  // Loading the Unicode tables takes longer than reading a small list.
  if (PLAIN.test(name)) return name.toLowerCase().trim();
  // Accents are removed before, too: the time to normalise grows with the square of those of a letter.
  return name.replace(UNSEEN, "").normalize("NFKD").replace(UNSEEN, "").toLowerCase().trim();
}

/** Matches what a wrong encoding made of the `ó` of `-ción` and `-sión`. */
const LOST_O = /(?<=[cs]i)(?:Ã.|[^\sa-z])(?=n(?:es)?\b)/giu;
/** Matches the same of any other letter in a word, but not the question mark of `¿Acepta llamadas?Si`, dashes and pictures. */
const LOST_LETTER =
  /(?<=\p{L})(?:\ufffd|(?:Ã.|\?(?!(?:s[ií]|no|yes)\b)|[^\p{L}\p{M}\p{N}\p{Pd}\p{Extended_Pictographic}\p{Cf}\s!-/:-@[-`{-~·’´…])(?=\p{L}))/giu;

/** Removes what a wrong encoding made of letters: the lexicon knows words that lack one. */
export const withoutLost = (text: string): string =>
  text.replace(LOST_O, (_, at: number, whole: string) => (whole[at - 1] === "I" ? "O" : "o")).replace(LOST_LETTER, "");

/** Removes tags and lost letters from a name. */
export const mendedName = (name: string): string =>
  /^[a-z ]*$/i.test(name) ? name : withoutLost(name.replace(/<[^<>]*>|&nbsp;/gi, " "));

/** Returns a cell's words without case, accents and punctuation. */
export function foldWords(cell: string): string {
  return foldName(cell)
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** Returns the folded words of a name: `OptOutType`, `_Status`, `date_of_consent`. */
export function nameWords(name: string): string {
  return foldWords(name.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2"));
}

/** Returns the words and phrases between commas. */
export const names = (list: string): ReadonlySet<string> => new Set(list.split(/,\s*/));

/** Returns the words between spaces. */
export const wordSet = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));
