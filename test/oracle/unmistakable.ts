// A reader of a dozen lines for the promise in SPEC section 1: which numbers of El Salvador stand in a text
// in a spelling that nobody can mistake. It knows no columns and no cells, and shares no code with svscrub.

const SPACES = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;
/** `+503…`, `00503…`, `(503) …`, and eight digits, parted anyhow. */
const PREFIXED = /(?:(?:\+|(?<!\d)00)503|\(\+?503\))(?=((?:[ .-]{0,3}\d){8})(?!\d))/g;
/** `7012-3456` or `7012.3456`, unless it is two of more groups parted alike (a card's number); behind 503 it may be. */
const PARTED = /(?<!\d)(?<!\d([.-])(?<!(?<!\d)503[.-])(?=\d{4}\1))\d{4}([.-])\d{4}(?!\d|\2\d)/g;
/** `7012 3456`, alone among digits. */
const SPACED = /(?<!\d|\d[ .-](?<!(?<!\d)503 ))\d{4} \d{4}(?!\d|[ .-]\d)/g;

/** The national numbers of eight digits, in the plan or not. */
export function unmistakable(text: string): string[] {
  const plain = text.replace(SPACES, " ").replace(DASHES, "-");
  const prefixed = [...plain.matchAll(PREFIXED)].map((match) => match[1]!.replace(/\D/g, ""));
  const parted = [...plain.matchAll(PARTED), ...plain.matchAll(SPACED)].map(([eight]) => eight.replace(/\D/g, ""));
  return [...prefixed, ...parted];
}
