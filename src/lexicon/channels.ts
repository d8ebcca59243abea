// Finds the channels that words name.

import { type Clause, hasRole } from "./clauses.js";

export type Channel = "any" | "call" | "sms" | "whatsapp";

export const BY_CHANNEL: readonly (readonly [role: string, channel: Channel])[] = [
  ["way-call", "call"],
  ["way-sms", "sms"],
  ["way-whatsapp", "whatsapp"],
];

/** Returns the channels that words name; none if they name no particular one, or all. */
export function channelsOf(tokens: Clause): readonly Channel[] {
  const named = BY_CHANNEL.flatMap(([role, channel]) => (hasRole(tokens, role) ? [channel] : []));
  // `mensajes` alone are SMS and WhatsApp; `no llamar ni escribir` names no particular channel.
  if (!hasRole(tokens, "write") || hasRole(tokens, "way-email", "way-sms", "way-whatsapp")) return named;
  return named.length === 0 && hasRole(tokens, "call") ? [] : [...named, "sms", "whatsapp"];
}

/** Whether words name e-mail and no other channel. */
export function isEmailAlone(tokens: Clause): boolean {
  return hasRole(tokens, "way-email") && !hasRole(tokens, "way-call", "way-sms", "way-whatsapp", "call", "write");
}
