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

/** The column of the ids of a registry's events; -1 where a list is none: reviews have the message as well. */
export function eventColumnOf(header: readonly string[]): number {
  return isLedgerHeader(header) && !isReviewHeader(header) ? header.map(foldWords).indexOf("event") : -1;
}

export function isReviewHeader(header: readonly string[]): boolean {
  return isLedgerHeader(header) && header.map(foldWords).includes("message");
}

/** Whether it is a registry's or a review's: an export has fewer columns. */
export function isLedgerHeader(header: readonly string[]): boolean {
  const folded = header.map(foldWords);
  return LEDGER_COLUMNS.every((name) => folded.includes(foldWords(name)));
}
