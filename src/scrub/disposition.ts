// Names the dispositions and reasons: each record has one of both.

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

/** Why a certain number is not for this campaign. */
export type ExcludedReason = {
  [R in keyof typeof OF_READABLE]: (typeof OF_READABLE)[R] extends "excluded" ? R : never;
}[keyof typeof OF_READABLE];

export type SuppressedReason = {
  [R in keyof typeof OF_READABLE]: (typeof OF_READABLE)[R] extends "suppressed" ? R : never;
}[keyof typeof OF_READABLE];

/** Reasons that say more than their disposition. */
export type TellingReason = RecordFault | UnreadReason | ExcludedReason;

/** Returns the reasons that somebody should look at, the commonest first, then by name. */
export function tellingReasons(counts: Iterable<readonly [Reason, number]>): [TellingReason, number][] {
  const isTelling = (entry: readonly [Reason, number]): entry is [TellingReason, number] =>
    ["invalid", "excluded"].includes(dispositionOf(entry[0]));
  return [...counts].filter(isTelling).sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1));
}

/** Returns the disposition of a reason; `invalid` for unknown ones, as in a report that was changed. */
export function dispositionOf(reason: string): Disposition {
  return Object.hasOwn(OF_READABLE, reason) ? OF_READABLE[reason as keyof typeof OF_READABLE] : "invalid";
}
