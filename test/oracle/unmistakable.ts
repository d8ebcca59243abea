// A reader of a dozen lines for the contract's promise: which numbers of El Salvador stand in a text
// in a spelling that nobody can mistake, or as bare digits. It knows no columns and no cells, and shares no code with svscrub.

const SPACES = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;
const SPELLINGS = [
  // `+503…`, `00503…`, `(503) …` and eight digits, parted anyhow.
  /(?:(?:\+|(?<!\d)00)503|\(\+?503\))((?:[ .-]{0,3}\d){8})(?!\d)/g,
  // Four and four digits, unless they are two of more groups parted alike (a card's number, a date) or stand behind another country's code.
  /(?<!\d-?|\+(?!503)\d{1,3} ?)(\d{4}-\d{4})(?!-?\d)/g,
  /(?<!\d\.?|\+(?!503)\d{1,3} ?)(\d{4}\.\d{4})(?!\.?\d)/g,
  /(?<!\d[ .-]?)(\d{4} \d{4})(?![ .-]?\d)/g,
  /(?<!\d[ .-]?)503[ .-](\d{4}([ .-])\d{4})(?!\2?\d)/g,
];

/** Words that may be a link, a mail or an amount, and words whose digits stand beside other digits. */
const NO_GROUP = /[@/$€%=]|\d[-.,'+]+\d/;

/** Bare 8 digits, also behind 503 or zeros, that stand alone or among words: the one group of digits of a word of the text. */
export function groupsAmongWords(text: string): string[] {
  const words = text.replace(/[$€] /g, "$").split(/[\s()[\]{}:;"'«»¿?¡!]+/);
  return words.flatMap((word) => {
    if (NO_GROUP.test(word)) return [];
    const group = /(?<!\d)(?:00503|011503|503|0(?=[67])|00|000)?(\d{8})(?!\d)/.exec(word);
    return group === null ? [] : [group[1]!];
  });
}

/** The national numbers of eight digits, in the plan or not. */
export function unmistakable(text: string): string[] {
  const plain = text.replace(SPACES, " ").replace(DASHES, "-");
  return SPELLINGS.flatMap((spelling) => [...plain.matchAll(spelling)].map((match) => match[1]!.replace(/\D/g, "")));
}
