// Recording what a person decided of reviews, which are then taken out of their file.

import { withLock } from "../files/lock.js";
import { withoutTakenBack } from "./event-book.js";
import { openLedger, rewriteReviews, wanting } from "./ledger.js";
import { Decided, keyOf, type LedgerEvent, momentAsKnown, NAMED, recordKey } from "./ledger-event.js";
import { addNew, Names } from "./news.js";
import { countsOfReviews, type Destination, type Outcome, recordDecided } from "./record.js";
import { type Decisions, messageKey, openReviews, rowKey } from "./reviewed.js";
import type { WantedEvent } from "./understanding.js";
import { WantedRows } from "./wanted-rows.js";

/**
 * Records decisions on reviews, and takes these out of the reviews. The numbers that have a part in decided messages and no
 * review of their own get one, in the same moment.
 */
export function recordDecisions(
  { events, decided, without }: Pick<Decisions, "events" | "decided" | "without">,
  to: Destination & { reviews: string },
  now: Date,
): Promise<Outcome & { left: number }> {
  return withLock(to.registry, () =>
    withLock(to.reviews, async () => {
      const reviews = (await openReviews(to.reviews)).events;
      const left = reviews.filter((event) => !decided.has(rowKey(event)));
      const outcome = await recordDecided(WantedRows.of({ events, reviews: [] }), left, to, now);
      const keys = new Set([...events, ...without].map(keyOf));
      const registry = withoutTakenBack(
        openLedger(to.registry, "registry", wanting(keys)).events,
        now.getTime() / 1000,
      );
      const added = addNew(withoutWaiting(without, left, registry), new Names(left), new Map(), now);
      // Only now: until the decision is durable, the review bars.
      if (left.length < reviews.length || added.length > 0) rewriteReviews(to.reviews, [...left, ...added]);
      return { ...outcome, ...countsOfReviews(added), left: left.length + added.length };
    }),
  );
}

/** Takes out of the reviews what waited of records that the user has explained since. Returns how many. */
export function releaseMapped(file: string, mapped: ReadonlySet<string>): Promise<number> {
  return withLock(file, async () => {
    const { events } = await openReviews(file);
    const left = events.filter(
      (event) => event.action !== "review" || event.reason === NAMED || !mapped.has(recordKey(event)),
    );
    if (left.length < events.length) rewriteReviews(file, left);
    return events.length - left.length;
  });
}

/** Those of whom neither the reviews nor the registry say anything by the same message. */
function withoutWaiting(
  wanted: readonly WantedEvent[],
  left: readonly LedgerEvent[],
  registry: readonly LedgerEvent[],
): WantedEvent[] {
  const decided = new Decided(registry);
  const waiting = new Set(left.map(messageKey));
  // Who wrote may have been clear at once.
  const isClear = ({ phone, requestedAt, source, reason }: WantedEvent) =>
    reason !== NAMED &&
    registry.some(
      (event) =>
        event.phone === phone &&
        event.source === source &&
        momentAsKnown(event.requestedAt) === momentAsKnown(requestedAt),
    );
  return wanted.filter(
    (event) =>
      !waiting.has(messageKey({ ...event, event: "", recordedAt: "" })) &&
      decided.of(event) === undefined &&
      !isClear(event),
  );
}
