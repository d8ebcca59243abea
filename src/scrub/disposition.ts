// The words for what becomes of a record: one disposition, one reason.

import type { RecordFault } from "../lists/fault.js";
import type { UnreadReason } from "../phone/number.js";

export const DISPOSITIONS = ["clean", "suppressed", "duplicate", "excluded", "foreign", "invalid"] as const;
export type Disposition = (typeof DISPOSITIONS)[number];

export type Reason = RecordFault | UnreadReason | keyof typeof OF_READABLE;

const OF_READABLE = {
  "opted-out": "suppressed",
  "says-no": "suppressed",
  "may-say-no": "suppressed",
  duplicate: "duplicate",
  foreign: "foreign",
  "type-not-allowed": "excluded",
  "not-reachable": "excluded",
} as const satisfies Record<string, Disposition>;

/** Why a number that was read is not for this campaign. */
export type ExcludedReason = {
  [R in keyof typeof OF_READABLE]: (typeof OF_READABLE)[R] extends "excluded" ? R : never;
}[keyof typeof OF_READABLE];

/** Why a record is suppressed: a list holds its number, or it says no itself. */
export type SuppressedReason = {
  [R in keyof typeof OF_READABLE]: (typeof OF_READABLE)[R] extends "suppressed" ? R : never;
}[keyof typeof OF_READABLE];

/** Says more than its disposition does. */
export type TellingReason = RecordFault | UnreadReason | ExcludedReason;

/** The reasons that somebody should look at, the commonest first, those of one count in the order of their names. */
export function tellingReasons(counts: Iterable<readonly [Reason, number]>): [TellingReason, number][] {
  const isTelling = (entry: readonly [Reason, number]): entry is [TellingReason, number] =>
    ["invalid", "excluded"].includes(dispositionOf(entry[0]));
  return [...counts].filter(isTelling).sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1));
}

/** Each reason is one disposition's. Of what nobody knows, such as a report has that was changed: invalid. */
export function dispositionOf(reason: string): Disposition {
  return Object.hasOwn(OF_READABLE, reason) ? OF_READABLE[reason as keyof typeof OF_READABLE] : "invalid";
}
