// Tells whether a cell takes its own request back: `no llamar | ya acepta`, `se retractó`.

import { type Channel, NAMED_CHANNELS } from "../headers/event-words.js";
import { channelsOf, isEmailAlone } from "./channels.js";
import { type Clause, flat, hasOneOf, hasRole } from "./clause.js";
import { findPhrase } from "./phrase-search.js";
import { rolesOf } from "./vocabulary.js";
import type { Word } from "./words.js";

/** Whether turns take back the request of the turn at `decisive`. */
export function isTakenBack(
  turns: readonly Clause[],
  decisive: number,
  clause: Clause,
  channels: readonly Channel[],
): boolean {
  // If the newest line comes first, the lines after it are older, and take nothing back.
  const years = flat(turns).flatMap(({ roles, folded }) => (roles.has("year") ? Number(folded) : []));
  if (years.length > 1 && years[0]! >= years.at(-1)!) return false;
  const isPast = hasRole(clause, "past");
  const kindsAt = (index: number) => {
    if (index > decisive) return isPast ? (["back", "yes", "over"] as const) : (["back", "yes"] as const);
    return isPast || index === decisive ? (["back"] as const) : [];
  };
  const denied = isPast ? NAMED_CHANNELS : channels;
  return turns.some((turn, index) => kindsAt(index).some((kind) => takesBack(kind, turn, denied)));
}

/** Roles of clauses about trade, which take no request back: `ya aceptó otra oferta`, `se reactivó servicio`. */
const OF_TRADE = rolesOf("trade product offer");
const isDeal = ({ folded }: Word) => /^(?:oferta|promocion|propuesta|convenio)$/.test(folded);

/** Whether a clause takes a request back. None does about another channel, e-mail, goods or earlier days. */
function takesBack(kind: "back" | "yes" | "over", clause: Clause, denied: readonly Channel[]): boolean {
  const found = findPhrase(kind, clause);
  const before = clause.slice(0, found?.[0]).findLast((token) => !hasRole([token], "them", "me"));
  if (found === undefined || before?.roles.has("deny") || /^(?:si|if)$/.test(before?.folded ?? "")) return false;
  if (isEmailAlone(clause) || hasOneOf(clause, OF_TRADE) || clause.some(isDeal)) return false;
  if (kind === "yes" && hasRole(clause, "past")) return false;
  return channelsOf(clause).every((named) => denied.includes(named) || (denied.length === 0 && named === "call"));
}
