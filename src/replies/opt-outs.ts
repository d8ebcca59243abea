// Finds clauses that ask us to stop contacting, and what puts such a request in doubt.

import { type Clause, findPhrase, GRAVE, hasOneOf, hasRole, type Token } from "../lexicon/clauses.js";
import type { Heard } from "../lexicon/requests.js";

/** Roles of words that may stand in a request without making it one about something else. */
const SMALL_ROLES = new Set([
  ...GRAVE,
  ..."small me mine them like again can courtesy polite more person number way list want ask give receive".split(" "),
  ..."quiet worn digits none message contact deliver send consent consent-noun barred telling".split(" "),
  ..."way-email way-call way-sms way-whatsapp".split(" "),
]);

const END: readonly Heard["says"][] = ["no", "bare", "state"];

/** Whether a clause asks us to stop and says nothing else. */
export function asksToStop({ says, clause, rest, from, to }: Heard): boolean {
  const isSmall = (token: Token, at: number) => (at >= from && at < to) || hasOneOf(token, SMALL_ROLES);
  return END.includes(says) && rest.every(isSmall) && !hasRole(rest, "why", "say") && !namesAnother(clause);
}

const SHORTEST_NUMBER = 4;

/** Whether a clause names a relative, or a number other than the sender's own: `este y el 7111-2233`. */
function namesAnother(clause: Clause): boolean {
  if (hasRole(clause, "relative")) return true;
  const isOwn = hasRole(clause, "me", "mine") || clause.some(({ folded }) => folded === "este" || folded === "this");
  return !isOwn && clause.some(({ folded, roles }) => roles.has("digits") && folded.length >= SHORTEST_NUMBER);
}

/** Whether a clause reports, questions or limits a request made in another clause, or asks for another contact. */
export function mayTakeBack({ says, clause, rest }: Heard): boolean {
  return findPhrase("unsure", clause) !== undefined || (!END.includes(says) && rest.some(mayAskForContact));
}

function mayAskForContact(token: Token): boolean {
  return hasRole([token], "stop", "contact", "deliver", "refuse") && !hasRole([token], "number");
}
