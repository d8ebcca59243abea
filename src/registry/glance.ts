// Whose event a line of a ledger is, told by its bytes without reading it.

import type { RecordScanner } from "../csv/scanner.js";
import { LEDGER_COLUMNS } from "../headers/registry-columns.js";
import { CHANNELS } from "../suppression/event.js";
import { LEDGER_ACTIONS, REVIEW_COLUMNS } from "./ledger-event.js";

/** `reviews`: a ledger that people fill in, with the messages: its actions may be any words, and a phone may be missing. */
export type LedgerUse = "registry" | "reviews";

/** Stands for a line that has to be read. */
export const NO_PHONE = 0;

const EVENT = new RegExp(
  `^[A-Za-z\\d][^",]*,\\+([1-9]\\d{4,14}),(?:${LEDGER_ACTIONS.join("|")}),(?:${CHANNELS.join("|")}),`,
);
/** No id, phone, action and channel that we write is longer. */
const GLANCE = 100;

/** The digits of `+50370123456` as a number, as `phoneKey` has it, of a line that certainly is an event of it as we write it. */
export function phoneOf({ bytes, cells, malformed, spansLines, start, end }: RecordScanner, use: LedgerUse): number {
  const width = (use === "reviews" ? REVIEW_COLUMNS : LEDGER_COLUMNS).length;
  if (malformed || spansLines || cells !== width) return NO_PHONE;
  const [, digits] = EVENT.exec(Buffer.prototype.latin1Slice.call(bytes, start, Math.min(start + GLANCE, end))) ?? [];
  return digits === undefined ? NO_PHONE : Number(digits);
}
