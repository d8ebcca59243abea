// What the note of an agent tells of a person, in the third person mostly: `cliente dice baja`, `que lo borren`. Most
// notes tell of anything at all, so a word that nobody knows says nothing here; words of asking, refusing, insulting
// and death do.

import { clausesOf, hasOneOf, hasRole, type Token } from "../lexicon/clauses.js";
import { isSurelyOnEveryChannel, namedIn } from "./channels.js";
import { classifyReply } from "./classify.js";
import { othersIn } from "./for-others.js";
import { GRAVE, hear } from "./heard.js";

/** What ends may be anything that an agent ended: only a wish or a noun of it asks. */
const ENDING = ["stop", "remove", "leave", "withdraw"];
const ASKING = [...GRAVE.filter((role) => !ENDING.includes(role)), "authority", "gone"];

/** Whether a person has to look at a note: it may tell that somebody wants to be left alone, or is no more. */
export function asksInNote(note: string): boolean {
  // A column of answers has it in every second row.
  if (/^\s*no?[\s.]*$/i.test(note)) return false;
  const { intent } = classifyReply(note);
  if (intent === "opt-out" || intent === "request") return true;
  return clausesOf(note).some((clause) => {
    const { says, rest } = hear(clause);
    const asksToCorrect = hasRole(rest, "correct") && hasRole(rest, "ask", "want");
    return says !== "nothing" || asksToCorrect || hasRole(rest, ...ASKING) || rest.some(isWishToEnd);
  });
}

function isWishToEnd({ roles }: Token): boolean {
  return ENDING.some((role) => roles.has(role)) && (roles.has("wish") || !(roles.has("told") || roles.has("done")));
}

/** Whether a note speaks of more than one channel. A name that nobody knows says nothing here. */
export function barsAllInNote(note: string): boolean {
  return isSurelyOnEveryChannel(clausesOf(note));
}

const WHAT_ENDS = new Set("small quiet courtesy message none deny me mine them way all".split(" "));

/** Whether a note beside an opt-out says what more shall end, and for whom: `y whatsapp`, `también su esposa`. */
export function completesOptOut(note: string): boolean {
  const clauses = clausesOf(note);
  if (othersIn(clauses) !== undefined) return true;
  const tokens = clauses.flat();
  const saysMore = namedIn(tokens).length > 0 || isSurelyOnEveryChannel(clauses);
  return saysMore && tokens.every((token) => hasOneOf(token, WHAT_ENDS));
}
