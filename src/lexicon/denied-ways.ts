// Finds the channels that a cell that says no, or its column's name, denies.

import { BY_CHANNEL, type Channel } from "./channels.js";
import { type Clause, clausesOf, hasRole } from "./clauses.js";
import { columnKind, wordsOfName } from "./columns.js";

/** `written`: by mail, message or the like, without saying which. */
export type DeniedWay = Channel | "written";

const ANY: readonly DeniedWay[] = ["any"];

/** Returns what a cell denies; `any`: contact as such. A bare yes or no denies what its column asks. */
export function waysDenied(column: string, cell: string): readonly DeniedWay[] {
  const inCell = waysIn(clausesOf(cell).flat());
  if (inCell.length > 0) return inCell;
  const inName = waysIn(wordsOfName(column));
  return inName.length > 0 || !columnKind(column).isAsking ? inName : ANY;
}

/** Whether a column's name names a channel, or asks which one somebody prefers. */
export function namesChannel(column: string): boolean {
  const { kind, isAsking } = columnKind(column);
  return kind === "channel" || (!isAsking && BY_CHANNEL.some(([role]) => hasRole(wordsOfName(column), role)));
}

function waysIn(tokens: Clause): readonly DeniedWay[] {
  if (hasRole(tokens, "none") && hasRole(tokens, "way")) return ANY;
  const named: DeniedWay[] = BY_CHANNEL.flatMap(([role, channel]) => (hasRole(tokens, role) ? [channel] : []));
  if (named.length > 0) return named;
  if (hasRole(tokens, "call")) return ["call"];
  if (hasRole(tokens, "write", "deliver")) return ["written"];
  return hasRole(tokens, "contact", "reach-noun", "bother", "barred", "out-sure") ? ANY : [];
}
