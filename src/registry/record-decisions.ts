// Recording what a person decided of reviews, which are then taken out of their file.

import { withLock } from "../files/lock.js";
import { rewriteReviews } from "./ledger.js";
import { NAMED, recordKey } from "./ledger-event.js";
import { type Destination, type Outcome, recordDecided } from "./record.js";
import { type Decisions, openReviews, rowKey } from "./reviewed.js";
import { WantedRows } from "./wanted-rows.js";

/** Records decisions on reviews, and takes these out of the reviews. */
export function recordDecisions(
  { events, decided }: Pick<Decisions, "events" | "decided">,
  to: Destination & { reviews: string },
  now: Date,
): Promise<Outcome & { left: number }> {
  return withLock(to.registry, () =>
    withLock(to.reviews, async () => {
      const reviews = (await openReviews(to.reviews)).events;
      const left = reviews.filter((event) => !decided.has(rowKey(event)));
      const outcome = await recordDecided(WantedRows.of({ events, reviews: [] }), left, to, now);
      // Only now: until the decision is durable, the review bars.
      if (left.length < reviews.length) rewriteReviews(to.reviews, left);
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
