// The reader of a list's events, as its columns and its first dates ask for it, and what is said of them once it is read.

import type { Warning } from "../errors.js";
import { endColumns, isDay } from "../headers/end-columns.js";
import { columnsOf, type EventColumns } from "../headers/event-columns.js";
import { columnName } from "../lists/column-names.js";
import type { OpenedList } from "../lists/open.js";
import type { TimeZone } from "../time/time-zone.js";
import type { AsOf } from "./event.js";
import type { EventReader } from "./event-reader.js";
import type { ListSource } from "./sources.js";
import type { TakingBack } from "./taken-back.js";

/** Returns undefined where no column says more than that a number is listed: such a list needs less memory and time. */
export async function eventsOf(
  list: OpenedList,
  columns: EventColumns,
  zone: TimeZone,
  asOf: AsOf,
  takenBack: readonly TakingBack[] | undefined,
): Promise<EventReader | undefined> {
  if (columnsOf(columns).length === 0) return undefined;
  // Loaded for the first list with events: start-up time counts.
  const { EventReader } = await import("./event-reader.js");
  return new EventReader(list, columns, zone, asOf, takenBack);
}

export function eventWarnings(
  { name }: ListSource,
  list: OpenedList,
  columns: EventColumns,
  events: EventReader | undefined,
): Warning[] {
  const warnings: Warning[] = [];
  const due = columns.dueDates[0];
  const isEnd =
    due !== undefined &&
    endColumns(list.header).some(({ last }) => last === due) &&
    !list.sample.some((row) => isDay(row[due] ?? ""));
  if (due !== undefined && columns.expires.length === 0 && !isEnd)
    warnings.push({ code: "due-dates-ignored", values: [name, columnName(list, due)] });
  if (events === undefined) return warnings;
  const { optIns, unknownActions, idleOptIns, expired, unreadableExpiries, idleVoids } = events.counts;
  // Without any opt-in the column may not be one of actions at all, and nothing was left open.
  if (optIns > 0 && unknownActions > 0) warnings.push({ code: "actions-unknown", values: [name, unknownActions] });
  if (idleVoids > 0) warnings.push({ code: "voids-idle", values: [name, idleVoids] });
  if (idleOptIns > 0) warnings.push({ code: "opt-ins-idle", values: [name, idleOptIns] });
  if (expired > 0) warnings.push({ code: "entries-expired", values: [name, expired] });
  if (unreadableExpiries > 0) warnings.push({ code: "expiries-unreadable", values: [name, unreadableExpiries] });
  if (events.datesContradict) warnings.push({ code: "dates-contradict", values: [name] });
  return warnings;
}
