// Finds messages that ask to be contacted again. An opt-in is certain only if it can mean nothing else.

import { type Clause, hasOneOf, hasRole, type Token, without } from "../lexicon/clauses.js";

/** Each opt-in has a word with one of these roles. */
const OF_OPT_INS = "receive again more deliver write sign-up include give telling english".split(" ");
/** Roles of all other words of a certain opt-in. Others may limit it, put a condition or mock. */
const SMALL_ROLES = new Set(
  "in small courtesy polite me mine them can want again more receive message list number yes digits".split(" "),
);
const NEVER = "deny stop remove refuse only less guessed way-call way-email".split(" ");

/** `doubtful`: it may ask for something else, or for less. */
export function asksForMessages(clauses: readonly Clause[]): "certain" | "doubtful" | undefined {
  const tokens = clauses.flat();
  if (!hasRole(tokens, ...OF_OPT_INS)) return undefined;
  const rest = clauses.flatMap((clause) => without("in", clause));
  if (!hasRole(rest, "in")) return undefined;
  const isLimited = hasRole(rest, "if", "elsewhere") || rest.some(reportsContact) || hasRole(tokens, ...NEVER);
  return !isLimited && rest.every((token) => hasOneOf(token, SMALL_ROLES)) ? "certain" : "doubtful";
}

/** Whether a word tells of contact, which asks for nothing: `les aviso`. */
function reportsContact(token: Token): boolean {
  return hasRole([token], "told") && hasRole([token], "contact", "deliver");
}
