// Tells whether a message may speak for somebody besides its sender without digits: a number in words, a person,
// another line. phone/named.ts reads numbers in digits.

import { type Clause, findPhrase, hasRole } from "../lexicon/clauses.js";

/** `number`: one in words. `person`: somebody else, or another line of the sender's. */
export type Other = "number" | "person";

export function othersIn(clauses: readonly Clause[]): Other | undefined {
  const tokens = clauses.flat();
  if (hasRole(tokens, ...NUMERALS) && holdsNumberInWords(tokens)) return "number";
  const mayName = clauses.filter((clause) => hasRole(clause, "as-well", "relative", "number"));
  return mayName.some((clause) => findPhrase("others", clause) !== undefined) ? "person" : undefined;
}

const NUMERALS = ["one", "ten", "numeral"];
/** The fewest digits of a number, some of them in words. */
const FEWEST = 6;
const BETWEEN = ["y", "e", "i", "and", "guion", "dash", "coma"];

function holdsNumberInWords(tokens: Clause): boolean {
  let digits = 0;
  let words = 0;
  let isAfterTen = false;
  for (const { folded, roles } of tokens) {
    if (BETWEEN.includes(folded)) continue;
    const isNumeral = NUMERALS.some((role) => roles.has(role));
    if (!isNumeral && !roles.has("digits")) {
      [digits, words] = [0, 0];
      continue;
    }
    // `setenta y uno` is two digits.
    if (!isNumeral) digits += folded.length;
    else if (!(isAfterTen && roles.has("one"))) digits += roles.has("one") ? 1 : 2;
    isAfterTen = roles.has("ten");
    if (isNumeral) words++;
    if (digits >= FEWEST && words > 0) return true;
  }
  return false;
}
