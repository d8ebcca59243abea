// The columns of a registry's file, by which it is told from other lists of opt-outs.

import { foldWords } from "./event-words.js";

/** In the order of the ledger. */
export const LEDGER_COLUMNS = [
  "event",
  "phone",
  "action",
  "channel",
  "requested_at",
  "recorded_at",
  "source",
  "sender",
  "reason",
  "evidence",
] as const;

/** The column of the ids of a registry's events; -1 where a list is none: reviews have the message as well, and an export has fewer columns. */
export function eventColumnOf(header: readonly string[]): number {
  const folded = header.map(foldWords);
  const has = (name: string) => folded.includes(foldWords(name));
  return LEDGER_COLUMNS.every(has) && !has("message") ? folded.indexOf("event") : -1;
}
