// Reads an agent's note about a person: `cliente dice baja`, `que lo borren`. Notes say anything, so unknown words mean
// nothing. Words of asking, refusing, insulting and death do.

import { hasOneOf, hasRole, REFUSING } from "../lexicon/clause.js";
import { clausesOf } from "../lexicon/clauses.js";
import { without } from "../lexicon/phrase-search.js";
import { readClause } from "../lexicon/requests.js";
import { isAnyIn, type Roles, rolesOf } from "../lexicon/vocabulary.js";
import { classifyReply, surelyAsks } from "./classify.js";

/** Roles of words that may say what an agent ended. They ask only as a wish or a noun. */
const ENDING = rolesOf("stop remove leave withdraw");
const ASKING = new Set([...[...REFUSING].filter((role) => !ENDING.has(role)), ...rolesOf("authority gone")]);

/** Whether a person has to look at a note: it may say that somebody wants to be left alone or is dead. */
export function asksInNote(note: string): boolean {
  // A bare `no` is an answer to something else.
  if (/^\s*no?[\s.]*$/i.test(note)) return false;
  if (surelyAsks(classifyReply(note))) return true;
  return clausesOf(note).some((clause) => {
    const { says } = readClause(clause);
    const rest = without("else", clause);
    const asksToCorrect = hasRole(rest, "correct") && hasRole(rest, "ask", "want");
    const reports = (roles: Roles) => !roles.has("wish") && (roles.has("told") || roles.has("done"));
    const asksToEnd = rest.some(({ roles }) => isAnyIn(roles, ENDING) && !reports(roles));
    return says !== "nothing" || asksToCorrect || asksToEnd || hasOneOf(rest, ASKING);
  });
}
