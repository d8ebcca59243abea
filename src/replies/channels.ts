// Finds the channels that a message speaks of. A bare request acts on the channel that it came by, one that speaks of
// more than messages acts on every channel.

import { WRITTEN_WAYS } from "../headers/event-words.js";
import { type Clause, flat, hasRole } from "../lexicon/clause.js";
import { clausesOf } from "../lexicon/clauses.js";
import { findPhrase } from "../lexicon/phrase-search.js";

/** Whether clauses speak of more than messages. An unknown word may. */
export function isOnEveryChannel(clauses: readonly Clause[]): boolean {
  return flat(clauses).some(({ roles }) => roles.size === 0) || isSurelyOnEveryChannel(clauses);
}

/** Whether known words speak of more than messages. */
export function isSurelyOnEveryChannel(clauses: readonly Clause[]): boolean {
  if (clauses.some((clause) => findPhrase("every", clause) !== undefined)) return true;
  const tokens = flat(clauses);
  return !hasRole(tokens, "message", "write", "deliver") && hasRole(tokens, "number", "you");
}

/** Whether words name messages. Only then is an opt-in among the services of a form an opt-in to messages. */
export function namesWhatIsSent(text: string): boolean {
  return hasRole(flat(clausesOf(text)), "message", "write", "deliver", ...WRITTEN_WAYS);
}
