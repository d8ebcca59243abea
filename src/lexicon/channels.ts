// Finds the channels that words name.

import { type Channel, NAMED_CHANNELS, WAYS, WRITTEN_CHANNELS, WRITTEN_WAYS } from "../headers/event-words.js";
import { type Clause, hasRole } from "./clause.js";
import { findPhrase } from "./phrase-search.js";

/** A way of contact. `written`: by mail or message, without saying which. */
export type DeniedWay = Channel | "written";

export const namedIn = (tokens: Clause) => NAMED_CHANNELS.filter((_, at) => hasRole(tokens, WAYS[at]!));

/** Returns the channels that words name; none if they name no particular one, or all. */
export function channelsOf(tokens: Clause): readonly Channel[] {
  const named = namedIn(tokens);
  // `mensajes` alone are those of every channel; `no llamar ni escribir` names no particular channel.
  if (!hasRole(tokens, "write") || hasRole(tokens, "way-email", ...WRITTEN_WAYS)) return named;
  return named.length === 0 && hasRole(tokens, "call") ? [] : [...named, ...WRITTEN_CHANNELS];
}

export function isEmailAlone(tokens: Clause): boolean {
  return hasRole(tokens, "way-email") && !hasRole(tokens, ...WAYS, "call", "write");
}

/** Returns the ways of contact that words of a denial name; `any` is contact as such. */
export function waysIn(tokens: Clause): readonly DeniedWay[] {
  if (hasRole(tokens, "none") && hasRole(tokens, "way")) return ["any"];
  const named = namedIn(tokens);
  if (named.length > 0) return named;
  if (hasRole(tokens, "call")) return ["call"];
  if (hasRole(tokens, "none", "right") || findPhrase("every", tokens) !== undefined) return ["any"];
  if (hasRole(tokens, "write", "deliver")) return ["written"];
  return hasRole(tokens, "contact", "reach-noun", "bother", "barred", "out-sure") ? ["any"] : [];
}
