// Records that events of a registry are taken back. suppression/taken-back.ts says what that means.

import { randomUUID } from "node:crypto";
import { ExitCode, ScrubError } from "../errors.js";
import { withLock } from "../files/lock.js";
import { naming, VOID } from "../suppression/taken-back.js";
import { timestampInElSalvador } from "../text/values.js";
import { EventBook, stillSuppressed, withoutTakenBack } from "./book.js";
import { appendEvents, columnReader, openLedger, readLedger } from "./ledger.js";
import { isDecision, keyOf, type LedgerEvent } from "./ledger-event.js";

/** Takes events back by their ids: all or none. Returns these events, how many were before, and what still suppresses. */
export function takeBack(ids: readonly string[], registry: string, reason: string, now: Date) {
  return withLock(registry, async () => {
    const named = eventsNamed(ids, registry);
    const keys = new Set(named.map(keyOf));
    const ledger = openLedger(registry, "registry", (key) => keys.has(key));
    const instant = now.getTime() / 1000;
    const staying = new Set(withoutTakenBack(ledger.events, instant).map(({ event }) => event));
    const events = named.filter(({ event }) => staying.has(event));
    const moment = timestampInElSalvador(now);
    const voids = events.map(
      (one): LedgerEvent => ({
        ...one,
        ...{ event: randomUUID(), action: VOID, requestedAt: moment, recordedAt: moment },
        ...{ source: "manual", sender: "", reason, evidence: naming(one.event) },
      }),
    );
    const book = new EventBook([...ledger.events, ...voids], instant);
    if (voids.length > 0) appendEvents(registry, ledger, voids);
    const suppressed = stillSuppressed(named, book);
    return { events, known: named.length - events.length, tornLine: ledger.tornLine, suppressed };
  });
}

/** Returns the events that the ids name. An id of none or several, or of what nobody can take back, is exit 2. */
function eventsNamed(ids: readonly string[], file: string): LedgerEvent[] {
  const wanted = new Set(ids);
  const isNamed = columnReader("event", (id) => wanted.has(id));
  const { events } = readLedger(file, (_key, line) => isNamed.of(line));
  return ids.map((id, i) => {
    const named = new Map(events.flatMap((one) => (one.event === id ? [[JSON.stringify(one), one]] : [])));
    const [first] = named.values();
    if (first === undefined || named.size > 1)
      throw new ScrubError(ExitCode.usage, "noEventNamed", [i + 1, named.size], { file });
    // The decided message suppressed before, and its review no longer exists.
    if (first.action === VOID || isDecision(first))
      throw new ScrubError(ExitCode.usage, "voidOfVoid", [i + 1], { file });
    return first;
  });
}
