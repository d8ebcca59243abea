// What still bars a number that was taken in again: an opt-in lifts only the opt-out of its own channel, and only one from before;
// and what a person has still to decide bars beside it.

import { covers, rangeOf } from "../phone/named.js";
import type { NumberRange } from "../phone/number.js";
import type { EventBook, StandingEvent } from "./event-book.js";
import type { LedgerAction, LedgerEvent } from "./ledger-event.js";

/** A number of which an opt-in was recorded, and the opt-outs and reviews of it that bar nevertheless. */
export interface StillBarred {
  phone: string;
  stands: readonly StandingEvent[];
  waiting: readonly LedgerEvent[];
}

/** So many numbers are shown, masked. */
export const MOST_SHOWN = 3;

/** Reviews bar beside every opt-in of the registry until a person has decided. */
export class Waiting {
  readonly #byPhone = new Map<string, LedgerEvent[]>();
  readonly #ofRanges: { range: NumberRange; review: LedgerEvent }[] = [];

  constructor(reviews: readonly LedgerEvent[] = []) {
    for (const review of reviews) {
      if (BARS_NOBODY.has(review.action)) continue;
      const range = rangeOf(review.phone);
      if (range !== undefined) this.#ofRanges.push({ range, review });
      const known = this.#byPhone.get(review.phone);
      if (known === undefined) this.#byPhone.set(review.phone, [review]);
      else known.push(review);
    }
  }

  of(phone: string): readonly LedgerEvent[] {
    const ranges = this.#ofRanges.filter(({ range }) => covers(range, phone));
    return [...(this.#byPhone.get(phone) ?? []), ...ranges.map(({ review }) => review)];
  }

  bars({ phone, channel }: Pick<LedgerEvent, "phone" | "channel">): boolean {
    return this.of(phone).some((review) => review.channel === "any" || review.channel === channel);
  }
}

/** Decisions that nobody has taken in yet. */
const BARS_NOBODY: ReadonlySet<LedgerAction> = new Set(["opt-in", "settled"]);

/** What still bars these numbers: an opt-in lifts only the opt-out of its own channel, and only one from before. */
export function stillBarred(
  of: readonly Pick<LedgerEvent, "phone">[],
  book: EventBook,
  waiting: Waiting,
): StillBarred[] {
  const barred = [...new Set(of.map(({ phone }) => phone))].map((phone) => ({
    phone,
    stands: book.stands([phone]).filter(({ optIn }) => !optIn),
    waiting: waiting.of(phone),
  }));
  return barred.filter(({ stands, waiting }) => stands.length + waiting.length > 0);
}
