// How a registry does: what it holds, how fast it took things in, and which events no scrub has seen.

import { createHash } from "node:crypto";
import { parseMoment } from "../time/dates.js";
import { EL_SALVADOR } from "../time/time-zone.js";
import type { Ledger } from "./ledger.js";
import { type LedgerEvent, sayable } from "./ledger-event.js";
import { RegistryState } from "./state.js";

export interface RegistryStatus {
  events: number;
  byAction: ReadonlyMap<string, number>;
  byChannel: ReadonlyMap<string, number>;
  bySource: ReadonlyMap<string, number>;
  /** Numbers with an opt-out that stands, on any channel. */
  barred: number;
  newest: LedgerEvent | undefined;
  /** The longest time from a request to its record, in milliseconds; of a bare day, from its end. */
  slowest: { event: LedgerEvent; took: number } | undefined;
}

export function statusOf({ events }: Ledger, now: Date): RegistryStatus {
  const state = new RegistryState(events, now.getTime() / 1000);
  const barred = new Set([...state.stands].filter(({ optIn }) => !optIn).map(({ phone }) => phone));
  let slowest: RegistryStatus["slowest"];
  for (const event of events) {
    const took = handlingOf(event);
    if (took !== undefined && (slowest === undefined || took > slowest.took)) slowest = { event, took };
  }
  return {
    events: events.length,
    byAction: countBy(events, ({ action }) => action),
    byChannel: countBy(events, ({ channel }) => channel),
    bySource: countBy(events, ({ source }) => sayable(source)),
    barred: barred.size,
    newest: events.at(-1),
    slowest,
  };
}

/** What a report says that a scrub read. */
export interface SeenList {
  sha256: string;
  bytes: number;
}

/**
 * Returns how many of a ledger's bytes these scrubs have read: only where the digest says that it was this very ledger.
 */
export function seenBytes(bytes: Uint8Array, lists: readonly SeenList[]): number | undefined {
  const own = lists
    .filter((list) => list.bytes <= bytes.length)
    .filter((list) => createHash("sha256").update(bytes.subarray(0, list.bytes)).digest("hex") === list.sha256);
  return own.length === 0 ? undefined : Math.max(...own.map((list) => list.bytes));
}

/** Events behind what was seen that were recorded longer ago than `within` milliseconds. */
export function unseenEvents({ events, ends }: Ledger, seen: number, within: number, now: Date): LedgerEvent[] {
  return events.filter((event, i) => {
    if (ends[i]! <= seen || event.action === "settled") return false;
    const recorded = parseMoment(event.recordedAt, "", "day-first", EL_SALVADOR)?.first;
    return recorded === undefined || now.getTime() - recorded * 1000 > within;
  });
}

function handlingOf({ requestedAt, recordedAt }: LedgerEvent): number | undefined {
  const read = (text: string) => (text === "" ? undefined : parseMoment(text, "", "day-first", EL_SALVADOR));
  const requested = read(requestedAt);
  const recorded = read(recordedAt);
  if (requested === undefined || recorded === undefined) return undefined;
  return Math.max(0, recorded.first - (requested.bareDay ? requested.last : requested.first)) * 1000;
}

function countBy(events: readonly LedgerEvent[], keyOf: (event: LedgerEvent) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const event of events) counts.set(keyOf(event), (counts.get(keyOf(event)) ?? 0) + 1);
  return counts;
}
