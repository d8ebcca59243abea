// What the campaign may keep: the options that the rules look at.

import type { PhoneFormat } from "../phone/format.js";
import type { CellReading, NumberType, PhoneNumber } from "../phone/number.js";
import type { Channel } from "../suppression/event.js";
import type { ExcludedReason } from "./disposition.js";

export const NUMBER_TYPES: readonly NumberType[] = ["mobile", "fixed", "toll_free", "premium"];

export interface Policy {
  channel: Channel;
  types: ReadonlySet<NumberType>;
  keepDuplicates: boolean;
  keepForeign: boolean;
  format: PhoneFormat;
}

/** Returns why a certain number is not for this campaign; undefined if it is. Opt-outs are not looked at. */
export function barrierOf(number: PhoneNumber, policy: Policy): ExcludedReason | "foreign" | undefined {
  if (number.type === "foreign") return policy.keepForeign ? undefined : "foreign";
  if (!policy.types.has(number.type)) return "type-not-allowed";
  return policy.channel === "sms" && number.type === "fixed" ? "not-reachable" : undefined;
}

/** Returns the numbers in a kept record's phone cells: at most one in each, or all if cells stay untouched. */
export function numbersKept(
  cells: readonly CellReading[],
  kept: readonly (PhoneNumber | undefined)[],
  { format }: Policy,
): PhoneNumber[] {
  return format === "original" ? cells.flatMap(({ numbers }) => numbers) : kept.filter((one) => one !== undefined);
}

/** Counts the numbers in the untouched cells of a kept record that may not be contacted. */
export function countUncontactable(cells: readonly CellReading[], policy: Policy): number {
  let count = 0;
  for (const cell of cells) {
    count += cell.numbers.filter((number) => barrierOf(number, policy) !== undefined).length;
    if (cell.candidates.length > 0 || (cell.reason !== undefined && cell.reason !== "empty")) count++;
  }
  return count;
}
