// Whether a message asks to be written to again. Who opted out is taken in only by one that can mean nothing else.

import { type Clause, hasOneOf, hasRole, type Token, without } from "../lexicon/clauses.js";

/** Each opt-in has a word of one of these. */
const OF_OPT_INS = "receive again more deliver write sign-up include give telling english".split(" ");
/** All that may stand beside one: whatever else does may want less, on a condition or elsewhere, or mock. */
const BESIDE = new Set(
  "in small courtesy polite me mine them can want again more receive message list number yes digits".split(" "),
);
const NEVER = "deny stop remove refuse only less guessed way-call way-email".split(" ");

/** `doubtful`: it may ask for something else, or for less. */
export function asksForMessages(clauses: readonly Clause[]): "certain" | "doubtful" | undefined {
  const tokens = clauses.flat();
  if (!hasRole(tokens, ...OF_OPT_INS)) return undefined;
  const rest = clauses.flatMap((clause) => without("in", clause));
  if (!hasRole(rest, "in")) return undefined;
  const isLimited = hasRole(rest, "if", "elsewhere") || rest.some(isContactTold) || hasRole(tokens, ...NEVER);
  return !isLimited && rest.every((token) => hasOneOf(token, BESIDE)) ? "certain" : "doubtful";
}

/** `les aviso`: nobody asks for that. */
function isContactTold(token: Token): boolean {
  return hasRole([token], "told") && hasRole([token], "contact", "deliver");
}
