// Which channels a message speaks of. What asks to be left alone acts on the channel that it came by only where it is
// bare, or speaks of what is written; whatever else it speaks of, it means every channel.

import { type Clause, clausesOf, findPhrase, hasRole } from "../lexicon/clauses.js";

export type MessageChannel = "sms" | "whatsapp";

/** Whether words speak of more than what is written; a word that nobody knows may. */
export function isOnEveryChannel(clauses: readonly Clause[]): boolean {
  return clauses.flat().some(({ roles }) => roles.size === 0) || isSurelyOnEveryChannel(clauses);
}

/** The same by words that are known. */
export function isSurelyOnEveryChannel(clauses: readonly Clause[]): boolean {
  if (clauses.some((clause) => findPhrase("every", clause) !== undefined)) return true;
  const tokens = clauses.flat();
  return !hasRole(tokens, "message", "write", "deliver") && hasRole(tokens, "number", "you");
}

export function namedIn(tokens: Clause): MessageChannel[] {
  return (["sms", "whatsapp"] as const).filter((channel) => hasRole(tokens, `way-${channel}`));
}

/** Whether words name what we send: an opt-in among the services of a form is one to messages only then. */
export function namesWhatIsSent(text: string): boolean {
  return hasRole(clausesOf(text).flat(), "message", "write", "deliver", "way-sms", "way-whatsapp");
}
