// Recording what was asked for: what is new of it goes to the ledger, what is unclear to the reviews, and whoever asked gets
// an acknowledgement. In an order that loses nothing wherever the process is killed.

import { randomUUID } from "node:crypto";
import { ExitCode, ScrubError } from "../errors.js";
import { withLock } from "../files/lock.js";
import { timestampInElSalvador } from "../text/values.js";
import { appendAcknowledgements, type Language, type Templates } from "./acknowledgements.js";
import { appendEvents, type Ledger, newOnes, openLedger, rewriteReviews } from "./ledger.js";
import { type LedgerEvent, messageOf, REVIEWED } from "./ledger-event.js";
import type { ReadImport, WantedEvent } from "./read-import.js";
import { openReviews } from "./reviewed.js";
import { RegistryState } from "./state.js";

/** Where an import writes. */
export interface Destination {
  registry: string;
  reviews: string | undefined;
  acknowledgements: { file: string; templates: Templates } | undefined;
}

export interface Recorded {
  events: readonly LedgerEvent[];
  /** What the ledger holds already. */
  known: number;
  reviews: number;
  /** Of them, requests about one's data and complaints. */
  requests: number;
  knownReviews: number;
  /** Whether the registry stands for the first time. */
  isNew: boolean;
  /** Of an unfinished last line, which was taken away; undefined where there was none. */
  tornLine: number | undefined;
}

/** Records an import. With reviews and nowhere to put them it is refused whole (exit 6). */
export function recordImport(read: ReadImport, to: Destination, now: Date): Promise<Recorded> {
  return withLock(to.registry, async () => {
    const registry = openLedger(to.registry, "registry", phonesOf([...read.events, ...read.reviews]));
    const settled = new Set(registry.events.filter(({ reason }) => reason.startsWith(REVIEWED)).map(messageOf));
    const unclear = read.reviews.filter((event) => !settled.has(messageOf(event)));
    if (unclear.length > 0 && to.reviews === undefined) {
      const line = read.firstReviewLine;
      throw new ScrubError(ExitCode.guard, "needsReview", [unclear.length], line === undefined ? {} : { line });
    }
    const file = to.reviews;
    const addReviews = async () => {
      if (file === undefined) return [];
      const reviews = await openReviews(file);
      const added = newOnes(
        reviews,
        unclear.map((event) => recordedAt(event, now)),
      );
      if (added.length > 0 && reviews.resaved) rewriteReviews(file, [...reviews.events, ...added]);
      else if (added.length > 0) appendEvents(file, reviews, added);
      return added;
    };
    const reviews = file === undefined ? [] : await withLock(file, addReviews);
    const recorded = await recordEvents(registry, read.events, to, now);
    const requests = reviews.filter(({ action }) => action === "request").length;
    return { ...recorded, reviews: reviews.length, requests, knownReviews: read.reviews.length - reviews.length };
  });
}

/** Records decisions on reviews, and takes these out of the reviews. `decided`: their ids. */
export function recordDecisions(
  decisions: readonly WantedEvent[],
  decided: ReadonlySet<string>,
  to: Destination & { reviews: string },
  now: Date,
): Promise<Recorded & { left: number }> {
  return withLock(to.registry, () =>
    withLock(to.reviews, async () => {
      const registry = openLedger(to.registry, "registry", phonesOf(decisions));
      const reviews = await openReviews(to.reviews);
      const recorded = await recordEvents(registry, decisions, to, now);
      const left = reviews.events.filter(({ event }) => !decided.has(event));
      // Only now: until the decision is durable, the review bars.
      if (left.length < reviews.events.length) rewriteReviews(to.reviews, left);
      return { ...recorded, reviews: 0, requests: 0, knownReviews: 0, left: left.length };
    }),
  );
}

/** Records what was typed; what stands already is no new event. */
export function recordTyped(events: readonly WantedEvent[], to: Destination, now: Date): Promise<Recorded> {
  return withLock(to.registry, async () => {
    const registry = openLedger(to.registry, "registry", phonesOf(events));
    const state = new RegistryState(registry.events, now.getTime() / 1000);
    const wanted = events.filter((event) => !state.says(event));
    const recorded = await recordEvents(registry, wanted, to, now);
    return { ...recorded, known: events.length - recorded.events.length, reviews: 0, requests: 0, knownReviews: 0 };
  });
}

/** What the ledger holds of others has no say in what is new of these. */
function phonesOf(events: readonly WantedEvent[]): ReadonlySet<string> {
  return new Set(events.map(({ phone }) => phone));
}

async function recordEvents(
  registry: Ledger,
  wanted: readonly WantedEvent[],
  to: Destination,
  now: Date,
): Promise<Pick<Recorded, "events" | "known" | "isNew" | "tornLine">> {
  const state = new RegistryState(registry.events, now.getTime() / 1000);
  const added = newOnes(
    registry,
    wanted.map((event) => recordedAt(event, now)),
  ).filter((event) => {
    if (state.repeats(event)) return false;
    state.take(event);
    return true;
  });
  const { acknowledgements } = to;
  if (acknowledgements !== undefined) {
    const { file, templates } = acknowledgements;
    const owed = added.filter(({ action }) => action === "opt-out" || action === "opt-in");
    await withLock(file, async () => appendAcknowledgements(file, owed, templates));
  }
  appendEvents(to.registry, registry, added);
  return {
    events: added,
    known: wanted.length - added.length,
    isNew: registry.isNew,
    tornLine: registry.tornLine,
  };
}

function recordedAt(event: WantedEvent, now: Date): LedgerEvent & { language: Language } {
  return { ...event, event: randomUUID(), recordedAt: timestampInElSalvador(now) };
}
