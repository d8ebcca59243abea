// The columns of a registry's file, by which it is recognised.

import { foldWords } from "./event-words.js";

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

/** Returns the 0-based column of event ids; -1 if the list is no registry, such as a review. */
export function eventColumnOf(header: readonly string[]): number {
  return isLedgerHeader(header) && !isReviewHeader(header) ? header.map(foldWords).indexOf("event") : -1;
}

export function isReviewHeader(header: readonly string[]): boolean {
  return isLedgerHeader(header) && header.map(foldWords).includes("message");
}

/** Whether a header is a registry's or a review's. An export has fewer columns. */
export function isLedgerHeader(header: readonly string[]): boolean {
  const folded = header.map(foldWords);
  return LEDGER_COLUMNS.every((name) => folded.includes(foldWords(name)));
}
