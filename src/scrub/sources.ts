// Writes why a record is suppressed, for the removed and the flagged list.

import { withoutFormula } from "../csv/compose.js";
import type { Holding } from "../suppression/event.js";
import type { Notes } from "../suppression/notes.js";
import type { SuppressionIndex } from "../suppression/suppression-index.js";
import { describeInstant, type TimeZone } from "../time/time-zone.js";
import type { InListOptOuts } from "./in-list-opt-outs.js";
import type { Decision } from "./rules.js";

/** A record of a list that suppresses another. */
export interface Source extends Holding {
  /** The other column in which the number is, if it is in no phone cell. */
  column?: string;
  /** The phone list and column of a mark. */
  name?: string;
}

export interface NamedLists {
  names: readonly string[];
  zone: TimeZone;
  /** The lists' reasons and sources; undefined if they were not kept. */
  notes: Notes | undefined;
}

/** Returns the records of lists that suppress a record. `inRun`: the record's number in the run, if it has a mark of its own. */
export function suppressedBy(
  { optedOut, suppressedInOtherColumns }: Decision,
  marks: Pick<InListOptOuts, "list" | "sourceOf">,
  inRun: number | undefined,
  index: Pick<SuppressionIndex, "holdings">,
  nameOf: (column: number) => string,
): Source[] {
  const found: Source[] = [];
  const named = (holding: Holding) =>
    holding.list === marks.list ? { ...holding, ...marks.sourceOf(holding.record) } : holding;
  if (inRun !== undefined) found.push(named({ list: marks.list, record: inRun, since: 0 }));
  for (const e164 of optedOut) found.push(...index.holdings(e164).map(named));
  for (const { e164, column } of suppressedInOtherColumns)
    for (const holding of index.holdings(e164)) found.push({ ...named(holding), column: nameOf(column) });
  return found;
}

/** Writes `dnc:1042; sms:7#nota`, in the order of the lists. */
export function describeSources(sources: readonly Source[], { names }: NamedLists): string {
  const describe = ({ list, record, column, name }: Source) =>
    `${name ?? names[list]}:${record}${column === undefined || name !== undefined ? "" : `#${column}`}`;
  return withoutFormula([...new Set(inOrder(sources).map(describe))].join("; "));
}

/** Returns the earliest date of an opt-out; empty if none has one. */
export function describeSince(sources: readonly Source[], { zone }: NamedLists): string {
  const dates = sources.flatMap(({ since }) => (since === 0 ? [] : [since]));
  return dates.length === 0 ? "" : describeInstant(Math.min(...dates), zone);
}

/** Returns the cell of the notes column, which is there only if a suppression list has reasons or sources. */
export function notesCells(sources: readonly Source[], { notes }: NamedLists): [] | [notes: string] {
  return notes?.areAny ? [notes.describe(inOrder(sources))] : [];
}

export function notesColumns({ notes }: NamedLists): [] | [name: string] {
  return notes?.areAny ? ["svscrub_list_reason"] : [];
}

function inOrder(sources: readonly Source[]): readonly Source[] {
  return sources.length < 2 ? sources : [...sources].sort((a, b) => a.list - b.list || a.record - b.record);
}
