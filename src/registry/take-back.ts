// Recording that events of a registry are taken back. What that means is suppression/taken-back.ts's rule.

import { randomUUID } from "node:crypto";
import { asBuffer } from "../csv/cells.js";
import type { RecordScanner } from "../csv/scanner.js";
import { ExitCode, ScrubError } from "../errors.js";
import { withLock } from "../files/lock.js";
import { naming, VOID } from "../suppression/taken-back.js";
import { timestampInElSalvador } from "../text/values.js";
import { EventBook, type StillBarred, stillBarred, Waiting } from "./event-book.js";
import { appendEvents, openLedger, readLedger, wanting } from "./ledger.js";
import { isDecision, keyOf, type LedgerEvent } from "./ledger-event.js";

export interface TookBack {
  /** The events that are taken back from now on, in the order in which they were named. */
  events: readonly LedgerEvent[];
  /** How many were taken back before. */
  known: number;
  tornLine: number | undefined;
  /** The numbers of the events that are opted out nevertheless. */
  barred: readonly StillBarred[];
}

/** Takes events back by their ids: all of them, or where one of them is not there, none. */
export function takeBack(ids: readonly string[], registry: string, reason: string, now: Date): Promise<TookBack> {
  return withLock(registry, async () => {
    const named = eventsNamed(ids, registry);
    const keys = new Set(named.map(keyOf));
    const ledger = openLedger(registry, "registry", wanting(keys));
    const instant = now.getTime() / 1000;
    const stood = new EventBook(ledger.events, instant);
    const staying = new Set(stood.staying.map(({ event }) => event));
    const events = named.filter(({ event }) => staying.has(event));
    const moment = timestampInElSalvador(now);
    const voids = events.map(
      ({ event, phone, channel }): LedgerEvent => ({
        event: randomUUID(),
        phone,
        action: VOID,
        channel,
        requestedAt: moment,
        recordedAt: moment,
        source: "manual",
        sender: "",
        reason,
        evidence: naming(event),
      }),
    );
    const stands = new EventBook([...ledger.events, ...voids], instant);
    refuseFreed(events, ids, { decisions: ledger.events.filter(isDecision), stood, stands }, registry);
    if (voids.length > 0) appendEvents(registry, ledger, voids);
    const barred = stillBarred(named, stands, new Waiting());
    return { events, known: named.length - events.length, tornLine: ledger.tornLine, barred };
  });
}

/**
 * A message that waited barred until a person decided, and its review is gone: where the decision is taken back, nothing bars
 * that did. So it stays as long as its number would not be barred all the same, and so does what bars in its place later.
 */
function refuseFreed(
  events: readonly LedgerEvent[],
  ids: readonly string[],
  { decisions, stood, stands }: { decisions: readonly LedgerEvent[]; stood: EventBook; stands: EventBook },
  file: string,
): void {
  const ofThese = new Set(events.map(({ event }) => event));
  const staying = new Set(stands.staying);
  const isFreed = (event: LedgerEvent) =>
    !stands.bars(event) && (ofThese.has(event.event) || (stood.bars(event) && !staying.has(event)));
  const freed = decisions.find(isFreed);
  const named = freed && events.find((event) => event.phone === freed.phone);
  if (named !== undefined)
    throw new ScrubError(ExitCode.usage, "voidOfDecision", [ids.indexOf(named.event) + 1], { file });
}

/** The events that the ids name, each once. One that names none, or several, or what takes an event back, is exit 2. */
function eventsNamed(ids: readonly string[], file: string): LedgerEvent[] {
  const wanted = new Set(ids);
  const isNamed = ({ bytes, cellStart, cellEnd, cellQuoted }: RecordScanner) =>
    cellQuoted[0] === 1 || wanted.has(asBuffer(bytes).toString("utf8", cellStart[0], cellEnd[0]));
  const { events } = readLedger(file, (_key, line) => isNamed(line));
  return ids.map((id, i) => {
    const [first, ...others] = events.filter(({ event }) => event === id);
    if (first === undefined) throw new ScrubError(ExitCode.usage, "noEventNamed", [i + 1], { file });
    if (first.action === VOID) throw new ScrubError(ExitCode.usage, "voidOfVoid", [i + 1], { file });
    if (others.some((other) => JSON.stringify(other) !== JSON.stringify(first)))
      throw new ScrubError(ExitCode.usage, "severalEventsNamed", [i + 1, others.length + 1], { file });
    return first;
  });
}
