// The rules: a record's disposition by its numbers, its marks and what may be kept, as `svscrub help dispositions` says. Pure.

import type { RecordFault } from "../lists/fault.js";
import type { RecordMark } from "../lists/sheet-marks.js";
import type { PhoneFormat } from "../phone/format.js";
import type { CellReading, NumberType, PhoneNumber, UnreadReason } from "../phone/number.js";
import type { NumberState } from "../suppression/country.js";
import type { Channel } from "../suppression/event.js";

export const DISPOSITIONS = ["clean", "suppressed", "duplicate", "excluded", "foreign", "invalid"] as const;
export type Disposition = (typeof DISPOSITIONS)[number];

export type Reason = RecordFault | UnreadReason | keyof typeof DISPOSITION_OF;

const DISPOSITION_OF = {
  "opted-out": "suppressed",
  "says-no": "suppressed",
  "may-say-no": "suppressed",
  duplicate: "duplicate",
  foreign: "foreign",
  "type-not-allowed": "excluded",
  "not-reachable": "excluded",
} as const satisfies Record<string, Disposition>;

/** Reasons of records that are invalid or excluded: somebody may be able to mend the record. */
export type TellingReason = Exclude<Reason, "opted-out" | "says-no" | "may-say-no" | "duplicate" | "foreign">;

/** Returns the disposition of a reason; `invalid` for unknown ones, as in a report that was changed. */
export function dispositionOf(reason: string): Disposition {
  return Object.hasOwn(DISPOSITION_OF, reason) ? DISPOSITION_OF[reason as keyof typeof DISPOSITION_OF] : "invalid";
}

/** Returns the telling reasons, the commonest first, then by name. */
export function tellingReasons(counts: Iterable<readonly [Reason, number]>): [TellingReason, number][] {
  const telling = [...counts].filter((entry): entry is [TellingReason, number] => isTelling(entry[0]));
  return telling.sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1));
}

export function isTelling(reason: Reason): reason is TellingReason {
  return ["invalid", "excluded"].includes(dispositionOf(reason));
}

export const NUMBER_TYPES: readonly NumberType[] = ["mobile", "fixed", "toll_free", "premium"];

/** What the campaign may keep. */
export interface Policy {
  channel: Channel;
  types: ReadonlySet<NumberType>;
  keepDuplicates: boolean;
  keepForeign: boolean;
  format: PhoneFormat;
}

/** The types of numbers that a channel can't reach. */
const UNREACHED: Record<Channel, readonly NumberType[]> = { any: [], call: [], sms: ["fixed"], whatsapp: [] };

/** Returns why certain numbers of a type are not for this campaign; undefined if they are. */
export function barrierOf(type: PhoneNumber["type"], policy: Policy): Reason | undefined {
  if (type === "foreign") return policy.keepForeign ? undefined : "foreign";
  if (!policy.types.has(type)) return "type-not-allowed";
  return UNREACHED[policy.channel].includes(type) ? "not-reachable" : undefined;
}

/** A number in a column that is not rewritten; columns are counted from 0. */
export interface OtherNumber {
  e164: string;
  column: number;
}

/** What a record holds outside its phone cells, and what its cells say about contact. */
export interface RecordSays {
  numbers: readonly OtherNumber[];
  /** Certain numbers in other columns that are named as phones: somebody may call them, too. */
  callable: readonly string[];
  marks: readonly RecordMark[];
  /** The first mark that says no, or else the first. */
  mark: RecordMark | undefined;
  /** Whether its only filled cell says no, as a heading of a list does. */
  isHeading: boolean;
}

export const SAYS_NOTHING: RecordSays = { numbers: [], callable: [], marks: [], mark: undefined, isHeading: false };

export interface Lookup {
  stateOf(e164: string): NumberState;
  /** Whether a suppression list holds it, not only a mark. Undefined without marks. */
  isListed?(e164: string): boolean;
}

export interface Decision {
  disposition: Disposition;
  reason: Reason | undefined;
  /** Per phone cell: its first number that may be contacted and is not withheld. */
  kept: readonly (PhoneNumber | undefined)[];
  /** The E.164 that count as seen from now on; of a suppressed record, as withheld. */
  seen: readonly string[];
  /** The first number of `kept`, which decides duplicates. */
  primary: PhoneNumber | undefined;
  /** The suppressed numbers of the phone cells (E.164) and of other columns. */
  optedOut: readonly string[];
  suppressedInOtherColumns: readonly OtherNumber[];
}

/** Sorts the numbers of phone cells by what the campaign may do with them. */
function sortNumbers(cells: readonly CellReading[], policy: Policy, lookup: Lookup) {
  const optedOut: string[] = [];
  const contactable: string[] = [];
  const kept: (PhoneNumber | undefined)[] = [];
  let excluded: Reason | undefined;
  let foreign: Reason | undefined;
  for (const { numbers, candidates } of cells) {
    let first: PhoneNumber | undefined;
    for (const number of numbers) {
      const { e164, type } = number;
      const state = lookup.stateOf(e164);
      if (state === "suppressed") {
        optedOut.push(e164);
        continue;
      }
      const barrier = barrierOf(type, policy);
      if (barrier === undefined) {
        contactable.push(e164);
        if (state !== "withheld") first ??= number;
      } else if (barrier === "foreign") foreign = barrier;
      else excluded ??= barrier;
    }
    for (const e164 of candidates) if (lookup.stateOf(e164) === "suppressed") optedOut.push(e164);
    kept.push(first);
  }
  return { optedOut, contactable, kept, excluded, foreign };
}

/** Decides on a record by the contract's order: the first disposition that fits. */
export function decide(
  cells: readonly CellReading[],
  fault: RecordFault | undefined,
  policy: Policy,
  lookup: Lookup,
  says: RecordSays = SAYS_NOTHING,
): Decision {
  const { optedOut, contactable, kept, excluded, foreign } = sortNumbers(cells, policy, lookup);
  const primary = kept.find((number) => number !== undefined);
  const suppressedInOtherColumns = says.numbers.filter(({ e164 }) => lookup.stateOf(e164) === "suppressed");
  const decided = (reason: Reason | undefined, seen: readonly string[]): Decision => {
    const disposition = reason === undefined ? "clean" : dispositionOf(reason);
    return { disposition, reason, kept, seen, primary, optedOut, suppressedInOtherColumns };
  };
  const removed = (reason: Reason): Decision => {
    // Somebody who opted out with one number is not called at another one of the record.
    const callable = dispositionOf(reason) === "suppressed" ? says.callable : [];
    return decided(reason, [...contactable, ...callable]);
  };

  const { mark } = says;
  if (fault !== undefined) return mark === undefined ? removed(fault) : decided(fault, []);
  // That a list holds the number is a surer reason than `may-say-no`.
  const isListed = () =>
    [...optedOut, ...suppressedInOtherColumns.map(({ e164 }) => e164)].some((e164) => lookup.isListed?.(e164));
  if (mark !== undefined) return removed(mark.says === "may-say-no" && isListed() ? "opted-out" : mark.says);
  if (optedOut.length > 0 || suppressedInOtherColumns.length > 0) return removed("opted-out");
  if (primary !== undefined) {
    const repeats = lookup.stateOf(primary.e164) === "seen" && !policy.keepDuplicates;
    // A cell that stays as it is can't be emptied of a withheld number.
    const untouched = policy.format === "original" ? [...contactable, ...says.callable] : says.callable;
    if (repeats || untouched.some((e164) => lookup.stateOf(e164) === "withheld")) return removed("duplicate");
    return decided(undefined, [primary.e164]);
  }
  // All its numbers are withheld.
  if (contactable.length > 0) return removed("duplicate");
  const unread = cells.find((cell) => cell.reason !== "empty")?.reason;
  return removed(excluded ?? foreign ?? unread ?? "empty");
}

/** Returns the numbers in a kept record's phone cells: at most one in each, or all if cells stay untouched. */
export function numbersKept(
  cells: readonly CellReading[],
  kept: readonly (PhoneNumber | undefined)[],
  { format }: Policy,
): PhoneNumber[] {
  return format === "original" ? cells.flatMap(({ numbers }) => numbers) : kept.filter((one) => one !== undefined);
}
