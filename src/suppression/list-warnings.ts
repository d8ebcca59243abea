// Builds the warnings about a suppression list that was read to its end.

import type { Warning } from "../errors.js";
import { endColumns, isDay } from "../headers/end-columns.js";
import { isFile } from "../headers/names.js";
import { columnName } from "../lists/column-names.js";
import type { EventReader } from "./event-reader.js";
import type { Intake } from "./intake.js";
import type { SuppressionList } from "./open-list.js";
import { CLOCK_SKEW, inWholeDays, type ListDate, type ListPlan, OLD_LIST, unitOf } from "./trust.js";

/** Returns all warnings about a list. */
export function warningsOf(
  { source: { name }, terms, liftsOthers }: ListPlan,
  list: SuppressionList,
  intake: Intake,
  date: ListDate | undefined,
  now: Date,
): Warning[] {
  const warnings: Warning[] = [];
  const age = date === undefined ? 0 : now.getTime() - date.at.getTime();
  if (terms.maxAge === undefined && age > OLD_LIST)
    warnings.push({ code: "list-old", values: [name, inWholeDays(age)] });
  if (-age > CLOCK_SKEW) warnings.push({ code: "list-from-the-future", values: [name] });
  const { count, lines } = intake.notUnderstoodAt;
  if (count > 0) warnings.push({ code: "entries-unreadable", values: [name, count, lines, unitOf(list)] });
  const unnumbered = intake.withoutNumber;
  if (unnumbered.count > 0)
    warnings.push({ code: "entries-without-number", values: [name, unnumbered.count, unnumbered.lines] });
  const ends = endColumns(list.header);
  const isEnd = (column: number) => ends.some(({ first, last }) => column === first || column === last);
  for (const column of list.otherPhones.filter((column) => !isEnd(column)))
    warnings.push({ code: "other-phone-column", values: [name, columnName(list, column), "--suppress-column", 0] });
  const { passedOver = [], facts } = list.sheet ?? {};
  if (passedOver.length > 0) warnings.push({ code: "sheets-passed-over", values: [name, passedOver.join(", ")] });
  if (facts !== undefined && facts.formulas > 0)
    warnings.push({ code: "formulas-without-value", values: [name, facts.formulas] });
  if (intake.entries === 0 && !isFile("review", list.header)) warnings.push({ code: "list-empty", values: [name] });
  warnings.push(...eventWarnings(name, list, intake.events));
  if (liftsOthers && list.more.hashes.length > 0) warnings.push({ code: "opt-ins-hashed", values: [name] });
  return warnings;
}

function eventWarnings(name: string, { header, sample, ...list }: SuppressionList, events?: EventReader): Warning[] {
  const { dueDates, expires } = list.more.columns;
  const due = dueDates[0];
  const isEnd = endColumns(header).some(({ last }) => last === due) && !sample.some((row) => isDay(row[due!] ?? ""));
  const warnings: Warning[] = [];
  if (due !== undefined && expires.length === 0 && !isEnd)
    warnings.push({ code: "due-dates-ignored", values: [name, columnName({ header }, due)] });
  if (events === undefined) return warnings;
  const { optIns, unknownActions, idleOptIns, expired, unreadableExpiries } = events.counts;
  const counted = {
    // Without any opt-in the column may be none of actions.
    "actions-unknown": optIns > 0 ? unknownActions : 0,
    "opt-ins-idle": idleOptIns,
    "entries-expired": expired,
    "expiries-unreadable": unreadableExpiries,
  } as const;
  for (const [code, count] of Object.entries(counted) as [keyof typeof counted, number][])
    if (count > 0) warnings.push({ code, values: [name, count] });
  if (events.sources.dates.contradict) warnings.push({ code: "dates-contradict", values: [name] });
  return warnings;
}
