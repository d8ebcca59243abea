// The rules: what becomes of a record, from what its phone cells were read as. Pure; what `svscrub help dispositions` says, line by line.

import type { RecordFault } from "../lists/fault.js";
import type { CellReading, PhoneNumber } from "../phone/number.js";
import { type Beside, type BesideNumber, NOTHING_BESIDE } from "./beside.js";
import { type Disposition, dispositionOf, type ExcludedReason, type Reason } from "./disposition.js";
import { barrierOf, type Policy } from "./policy.js";

/** What the rules ask of a run. */
export interface Lookup {
  isSuppressed(e164: string): boolean;
  /** A suppression list holds it, and not the phone lists' own marks alone; undefined where there are none. */
  isListed?(e164: string): boolean;
  wasSeen(e164: string): boolean;
  /** It stood beside an opted-out number in a record before. Always seen, too. */
  isWithheld(e164: string): boolean;
}

export interface Decision {
  disposition: Disposition;
  reason: Reason | undefined;
  /** Per phone cell, in order: the number it may keep, its first that may be contacted and is not withheld. */
  kept: readonly (PhoneNumber | undefined)[];
  /** Numbers that count as seen from now on. */
  seen: readonly string[];
  /** The first number that may be contacted and is not withheld; decides duplicates. */
  primary: PhoneNumber | undefined;
  /** Suppressed readings of the phone cells, and numbers beside them, which the removed list explains. */
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
    // Whoever opted out through one number is not reached through another that stood beside it.
    seen: [...contactable.map(({ e164 }) => e164), ...(dispositionOf(reason) === "suppressed" ? beside.callable : [])],
    primary,
    optedOut,
    besideOptedOut,
  });

  const { mark } = beside;
  if (fault !== undefined) return mark === undefined ? removed(fault) : { ...removed(fault), seen: [] };
  // What only may say no is no reason where a list holds the number.
  const isListed = () =>
    [...optedOut, ...besideOptedOut.map(({ e164 }) => e164)].some((e164) => lookup.isListed?.(e164));
  if (mark !== undefined) return removed(mark.says === "may-say-no" && isListed() ? "opted-out" : mark.says);
  if (optedOut.length > 0 || besideOptedOut.length > 0) return removed("opted-out");
  // Where repeated numbers may stay, a record is told by a number that may stand in it.
  if (policy.keepDuplicates) primary = kept.find((number) => number !== undefined) ?? primary;
  if (primary !== undefined) {
    const repeats = lookup.wasSeen(primary.e164) && !policy.keepDuplicates;
    // Cells that stay as they are can't be emptied of a withheld number.
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
  // Whoever opted out is reached through each of its numbers.
  if (contactable.length > 0) return removed("duplicate");
  if (excluded !== undefined) return removed(excluded);
  if (foreign) return removed("foreign");
  const unread = cells.find((cell) => cell.reason !== "empty")?.reason;
  return removed(unread ?? "empty");
}
