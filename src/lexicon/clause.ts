// A clause: words in a row, and which roles they have.

import { isAnyIn, type Role, rolesOf } from "./vocabulary.js";
import type { Word } from "./words.js";

export type Clause = readonly Word[];

/** Returns the words of clauses. The arrays' own `flat` takes ten times as long. */
export function flat(clauses: readonly Clause[]): Word[] {
  const tokens: Word[] = [];
  for (const clause of clauses) for (const token of clause) tokens.push(token);
  return tokens;
}

export function hasRole(clause: Clause, ...roles: readonly Role[]): boolean {
  for (const token of clause) for (const role of roles) if (token.roles.has(role)) return true;
  return false;
}

export const isOneOf = ({ roles }: Word, many: ReadonlySet<string>) => isAnyIn(roles, many);
export const hasOneOf = (clause: Clause, many: ReadonlySet<string>) => clause.some((token) => isOneOf(token, many));

/** Roles of words that refuse, end or complain: one of them, outside the phrase that was found, may be a request of its own. */
export const REFUSING = rolesOf(
  "out low refuse withdraw bother tired complain insult peace enough remove stop leave halt-word deny",
);
/** Roles that may ask: `REFUSING` and more. A clause without any of them asks for nothing. */
const TELLING = new Set([
  ...REFUSING,
  ...rolesOf("only authority worn out-sure barred cancel none omit lose lack privacy telling"),
]);

export const isTelling = (clause: Clause) => hasOneOf(clause, TELLING);
