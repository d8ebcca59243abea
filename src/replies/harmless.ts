// Finds messages that ask for nothing.

import { type Clause, GRAVE, hasOneOf, hasRole, without } from "../lexicon/clauses.js";

/** Roles of words that may ask for something. */
const MAY_ASK = new Set([
  ...GRAVE,
  ..."worn weary authority complain contact deliver message none list number consent-noun cancel".split(" "),
  ..."data right wrong say guessed omit lose privacy telling barred".split(" "),
]);
/** Roles of words about buying. */
const DEALS = ["inquire", "deal", "praise", "want", "can", "give"];
const PLAIN = ["polite", "praise", "topic", "name", "digits"];
const PLAIN_OR_GLUE = new Set([...PLAIN, "glue"]);

/** Whether every word is harmless, and the message greets or thanks, or asks about, orders or praises what is sold. */
export function asksNothing(text: string, clauses: readonly Clause[]): boolean {
  const rest = clauses.flatMap((clause) => without("fine", clause));
  if (rest.some((token) => hasOneOf(token, MAY_ASK))) return false;
  if (hasRole(rest, "fine", "offer")) return true;
  if (hasRole(rest, "topic") && (/[?¿]/.test(text) || hasRole(rest, ...DEALS))) return true;
  return hasRole(rest, ...PLAIN) && rest.every((token) => hasOneOf(token, PLAIN_OR_GLUE));
}
