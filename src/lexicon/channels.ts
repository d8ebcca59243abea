// Which channels words speak of.

import { type Clause, hasRole } from "./clauses.js";

export type Channel = "any" | "call" | "sms" | "whatsapp";

export const BY_CHANNEL: readonly (readonly [role: string, channel: Channel])[] = [
  ["way-call", "call"],
  ["way-sms", "sms"],
  ["way-whatsapp", "whatsapp"],
];

/** Returns the channels that words speak of; none where they speak of no certain one, or of all. */
export function channelsOf(tokens: Clause): readonly Channel[] {
  const named = BY_CHANNEL.flatMap(([role, channel]) => (hasRole(tokens, role) ? [channel] : []));
  // `mensajes` are any that are written, but `mensajes de texto`; `no llamar ni escribir` is no certain one.
  if (!hasRole(tokens, "write") || hasRole(tokens, "way-email", "way-sms", "way-whatsapp")) return named;
  return named.length === 0 && hasRole(tokens, "call") ? [] : [...named, "sms", "whatsapp"];
}

/** Whether words speak of e-mail and of no other channel. */
export function isEmailAlone(tokens: Clause): boolean {
  return hasRole(tokens, "way-email") && !hasRole(tokens, "way-call", "way-sms", "way-whatsapp", "call", "write");
}
