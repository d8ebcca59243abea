// Tells whether a message may speak for other numbers than the one that sent it.

import { type Clause, flat, hasOneOf, hasRole } from "../lexicon/clause.js";
import { findPhrase } from "../lexicon/phrase-search.js";
import { isAnyIn, rolesOf } from "../lexicon/vocabulary.js";

/** `number`: a number in words. `person`: another person, or another line of the sender's. */
export type Other = "number" | "person";

/** Returns for which others a message may speak: `ni a mi esposo`, `setenta once veintidós`. */
export function othersIn(clauses: readonly Clause[]): Other | undefined {
  const tokens = flat(clauses);
  if (hasOneOf(tokens, NUMERALS) && holdsNumberInWords(tokens)) return "number";
  const mayName = clauses.filter((clause) => hasRole(clause, "as-well", "relative", "number"));
  return mayName.some((clause) => findPhrase("others", clause) !== undefined) ? "person" : undefined;
}

const NUMERALS = rolesOf("one ten numeral");
/** The fewest digits of a number, some of them in words. */
const FEWEST_DIGITS = 6;
const BETWEEN = ["y", "e", "i", "and", "guion", "dash", "coma"];

/** Whether a message writes a number out, at least in part: `setenta once veintidós`, `siete 0 1 dos 34`. */
function holdsNumberInWords(tokens: Clause): boolean {
  let digits = 0;
  let words = 0;
  let isAfterTen = false;
  for (const { folded, roles } of tokens) {
    if (BETWEEN.includes(folded)) continue;
    const isNumeral = isAnyIn(roles, NUMERALS);
    if (!isNumeral && !roles.has("digits")) {
      [digits, words] = [0, 0];
      continue;
    }
    // `setenta y uno` is two digits.
    if (!isNumeral) digits += folded.length;
    else if (!(isAfterTen && roles.has("one"))) digits += roles.has("one") ? 1 : 2;
    isAfterTen = roles.has("ten");
    if (isNumeral) words++;
    if (digits >= FEWEST_DIGITS && words > 0) return true;
  }
  return false;
}
