// The words for what becomes of a record: one disposition, one reason.

import type { RecordFault } from "../lists/fault.js";
import type { UnreadReason } from "../phone/number.js";

export const DISPOSITIONS = ["clean", "suppressed", "duplicate", "excluded", "foreign", "invalid"] as const;
export type Disposition = (typeof DISPOSITIONS)[number];

export type Reason =
  | RecordFault
  | UnreadReason
  | "opted-out"
  | "duplicate"
  | "type-not-allowed"
  | "not-reachable"
  | "foreign";
