// Recording what a person decided of reviews, which are then taken out of their file.

import { withLock } from "../files/lock.js";
import { rewriteReviews } from "./ledger.js";
import { keyOf, NAMED, recordKey } from "./ledger-event.js";
import { EventList, opened } from "./ledger-index.js";
import { type Destination, type Outcome, Recording } from "./record.js";
import { type Decisions, openReviews, rowKey } from "./reviewed.js";

/** Records decisions on reviews, and takes these out of the reviews. */
export function recordDecisions(
  { events, decided }: Pick<Decisions, "events" | "decided">,
  to: Destination & { reviews: string },
  now: Date,
): Promise<Outcome & { left: number }> {
  return withLock(to.registry, () =>
    withLock(to.reviews, async () => {
      const reviews = await openReviews(to.reviews);
      const left = reviews.events.filter((event) => !decided.has(rowKey(event)));
      const registry = opened(to.registry, "registry", new Set(events.map(keyOf)));
      const recording = new Recording({ events, reviews: [], helps: [] }, registry, { now, isTyped: false });
      recording.plan(new EventList(left, reviews));
      const outcome = await recording.recordEvents(to, false, {}, true);
      // Only now: until the decision is durable, the review bars.
      if (left.length < reviews.events.length) rewriteReviews(to.reviews, left);
      return { ...outcome, left: left.length };
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
