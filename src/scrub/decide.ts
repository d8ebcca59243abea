// The rules: the disposition of a record, from the readings of its phone cells. Pure. `svscrub help dispositions` says
// the same, line by line.

import type { RecordFault } from "../lists/fault.js";
import type { CellReading, PhoneNumber } from "../phone/number.js";
import { type Beside, type BesideNumber, NOTHING_BESIDE } from "./beside.js";
import { type Disposition, dispositionOf, type ExcludedReason, type Reason } from "./disposition.js";
import { barrierOf, type Policy } from "./policy.js";

export interface Lookup {
  isSuppressed(e164: string): boolean;
  /** Whether a suppression list holds it, not only a mark of the phone lists; undefined if there are no marks. */
  isListed?(e164: string): boolean;
  wasSeen(e164: string): boolean;
  /** Whether an earlier suppressed record held it. Withheld numbers are also seen. */
  isWithheld(e164: string): boolean;
}

export interface Decision {
  disposition: Disposition;
  reason: Reason | undefined;
  /** Per phone cell, in order: the number it may keep, the first that may be contacted and is not withheld. */
  kept: readonly (PhoneNumber | undefined)[];
  seen: readonly string[];
  /** The first number that may be contacted and is not withheld, which decides duplicates. */
  primary: PhoneNumber | undefined;
  /** Suppressed E.164 of the phone cells, and of other columns, for the removed list. */
  optedOut: readonly string[];
  besideOptedOut: readonly BesideNumber[];
}

export function decide(
  cells: readonly CellReading[],
  fault: RecordFault | undefined,
  policy: Policy,
  lookup: Lookup,
  beside: Beside = NOTHING_BESIDE,
): Decision {
  const optedOut: string[] = [];
  const contactable: PhoneNumber[] = [];
  let primary: PhoneNumber | undefined;
  const kept: (PhoneNumber | undefined)[] = [];
  let excluded: ExcludedReason | undefined;
  let foreign = false;
  for (const cell of cells) {
    let first: PhoneNumber | undefined;
    for (const number of cell.numbers) {
      if (lookup.isSuppressed(number.e164)) {
        optedOut.push(number.e164);
        continue;
      }
      const barrier = barrierOf(number, policy);
      if (barrier === undefined) {
        contactable.push(number);
        if (lookup.isWithheld(number.e164)) continue;
        primary ??= number;
        first ??= number;
      } else if (barrier === "foreign") foreign = true;
      else excluded ??= barrier;
    }
    for (const e164 of cell.candidates) if (lookup.isSuppressed(e164)) optedOut.push(e164);
    kept.push(first);
  }
  const besideOptedOut = beside.numbers.filter(({ e164 }) => lookup.isSuppressed(e164));
  const removed = (reason: Reason): Decision => ({
    disposition: dispositionOf(reason),
    reason,
    kept,
    // Nobody who opted out through one number is called at another one of the same record.
    seen: [...contactable.map(({ e164 }) => e164), ...(dispositionOf(reason) === "suppressed" ? beside.callable : [])],
    primary,
    optedOut,
    besideOptedOut,
  });

  const { mark } = beside;
  if (fault !== undefined) return mark === undefined ? removed(fault) : { ...removed(fault), seen: [] };
  // A list that holds the number is a surer reason than `may-say-no`.
  const isListed = () =>
    [...optedOut, ...besideOptedOut.map(({ e164 }) => e164)].some((e164) => lookup.isListed?.(e164));
  if (mark !== undefined) return removed(mark.says === "may-say-no" && isListed() ? "opted-out" : mark.says);
  if (optedOut.length > 0 || besideOptedOut.length > 0) return removed("opted-out");
  // With duplicates kept, a record needs a number that may stay in it, not the first.
  if (policy.keepDuplicates) primary = kept.find((number) => number !== undefined) ?? primary;
  if (primary !== undefined) {
    const repeats = lookup.wasSeen(primary.e164) && !policy.keepDuplicates;
    // A cell that stays as it is can't be emptied of a withheld number.
    const untouched = policy.format === "original" ? contactable : [];
    const staysAsTyped =
      untouched.some(({ e164 }) => lookup.isWithheld(e164)) || beside.callable.some((e164) => lookup.isWithheld(e164));
    if (repeats || staysAsTyped) return removed("duplicate");
    return {
      disposition: "clean",
      reason: undefined,
      kept,
      seen: [primary.e164],
      primary,
      optedOut,
      besideOptedOut,
    };
  }
  // All its numbers are withheld.
  if (contactable.length > 0) return removed("duplicate");
  if (excluded !== undefined) return removed(excluded);
  if (foreign) return removed("foreign");
  const unread = cells.find((cell) => cell.reason !== "empty")?.reason;
  return removed(unread ?? "empty");
}
