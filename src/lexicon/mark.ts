// The mark of a cell, and the questions about its clauses that columns of several kinds ask.

import type { Channel } from "../headers/event-words.js";
import { type Clause, hasRole, isOneOf } from "./clause.js";
import type { Request } from "./requests.js";
import { type Role, rolesOf } from "./vocabulary.js";
import type { Word } from "./words.js";

export interface Mark {
  says: "says-no" | "may-say-no";
  channels: readonly Channel[];
}

export const ANY: readonly Channel[] = ["any"];
export const mark = (says: Mark["says"], channels: readonly Channel[] = ANY): Mark => ({
  says,
  channels: channels.length === 0 ? ANY : channels,
});

export const areAll = (tokens: Clause, ...roles: readonly Role[]) =>
  tokens.every((token) => hasRole([token], ...roles));
export const isSure = ({ says }: Request) => says !== "may" && says !== "nothing";
export const declines = (tokens: Clause) => hasRole(tokens, "deny") && hasRole(tokens, "interest", "want");
export const isThing = ({ names }: Word) => names.has("thing");

/** Whether a clause only says that something ended, and by whom or when: `Anulada por el suscriptor`, not `ya canceló`. */
export const isEnding = (clause: Clause) =>
  !clause.some(isThing) &&
  clause.slice(0, 2).some((token) => isOneOf(token, ENDING) && (clause.length === 1 || isOver(token)));
const ENDING = rolesOf("refuse withdraw halt remove barred");
const isOver = ({ roles }: Word) =>
  roles.has("done") || roles.has("barred") || (roles.has("withdraw") && !roles.has("told"));

/** Whether a clause is only a denial: `NO`, `XX`, or `no al` before a number. */
export const isBareDenial = (clause: Clause) =>
  clause.some(isDenial) &&
  clause.every((token) => isDenial(token) || /^(?:ya|al?|este|ese|numero)$/.test(token.folded));
export const isDenial = ({ roles, folded }: Word) => (roles.has("deny") && folded !== "n") || /^x+$/.test(folded);
