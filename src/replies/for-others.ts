// Whether a message may speak for somebody beside its sender in a way that no digits show: of a number in words, of a
// person, of another line. Numbers in digits are phone/named.ts's work.

import { type Clause, findPhrase, hasRole } from "../lexicon/clauses.js";

/** `number`: one in words. `person`: somebody, or another line of the sender's. */
export type Other = "number" | "person";

export function othersIn(clauses: readonly Clause[]): Other | undefined {
  if (holdsNumberInWords(clauses.flat())) return "number";
  const mayName = clauses.filter((clause) => hasRole(clause, "as-well", "relative", "number"));
  return mayName.some((clause) => findPhrase("others", clause) !== undefined) ? "person" : undefined;
}

/** The fewest digits of a number that somebody says in words, in all: part of them may be digits. */
const FEWEST = 6;
const BETWEEN = ["y", "e", "i", "and", "guion", "dash", "coma"];

function holdsNumberInWords(tokens: Clause): boolean {
  let digits = 0;
  let words = 0;
  let isAfterTen = false;
  for (const { folded, roles } of tokens) {
    if (BETWEEN.includes(folded)) continue;
    const isNumeral = ["one", "ten", "numeral"].some((role) => roles.has(role));
    if (!isNumeral && !roles.has("digits")) {
      [digits, words] = [0, 0];
      continue;
    }
    // Of `setenta y uno` the one is no digit more.
    if (!isNumeral) digits += folded.length;
    else if (!(isAfterTen && roles.has("one"))) digits += roles.has("one") ? 1 : 2;
    isAfterTen = roles.has("ten");
    if (isNumeral) words++;
    if (digits >= FEWEST && words > 0) return true;
  }
  return false;
}
