// The events of some numbers, and what they say together: all that is asked about a number is answered by its own events. And what
// still bars a number of which an opt-in was recorded, or an event taken back.

import type { Channel, Standing } from "../suppression/event.js";
import { VOID } from "../suppression/taken-back.js";
import { Book } from "./book.js";
import { codeOf, momentOf } from "./event-code.js";
import { keyOf, type LedgerAction, type LedgerEvent, phoneKey } from "./ledger-event.js";

/** What stands of a number and a channel, and the event that says so. */
export interface StandingEvent extends Standing {
  phone: string;
  channel: Channel;
  event: LedgerEvent;
}

export class EventBook {
  readonly #book: Book;
  readonly #events: LedgerEvent[] = [];

  /** `events`: all of the numbers that will be asked about; `now`: in seconds since 1970. */
  constructor(events: Iterable<LedgerEvent>, now: number) {
    this.#book = new Book(now);
    for (const event of events) this.add(event);
    this.#book.takeBack((places) => places.map((place) => this.#events[place]!));
  }

  add(event: LedgerEvent): void {
    const code = codeOf(event.action, event.channel, momentOf(event.requestedAt));
    this.#book.add(keyOf(event), this.#events.push(event) - 1, code);
  }

  /** The events that are not taken back. */
  get staying(): LedgerEvent[] {
    return this.#events.filter((_, place) => !this.#book.isGone(place));
  }

  /** What stands of all of them, or of one number. */
  stands(phones: Iterable<string> = new Set(this.#events.map(({ phone }) => phone))): StandingEvent[] {
    return [...phones].flatMap((phone) =>
      this.#book
        .standsOf(phoneKey(phone) ?? 0)
        .map(({ place, ...stands }) => ({ ...stands, phone, event: this.#events[place]! })),
    );
  }

  /**
   * The event that says that very thing, where it stands already. An opt-out without a date stands for good, which a dated one does
   * not.
   */
  saying({ phone, channel, action, requestedAt }: Omit<LedgerEvent, "event" | "recordedAt">): LedgerEvent | undefined {
    const stood = this.stands([phone]).find((one) => one.channel === channel);
    if (stood === undefined || action !== (stood.optIn ? "opt-in" : stood.event.action)) return undefined;
    return requestedAt === "" && !stood.optIn && stood.time !== 0 ? undefined : stood.event;
  }

  /** Whether an opt-in of the phone stands on the channel, and no opt-out of every channel bars beside it. */
  letsThrough({ phone, channel }: Pick<LedgerEvent, "phone" | "channel">): boolean {
    const stands = this.stands([phone]);
    return stands.some((one) => one.optIn && one.channel === channel) && !this.bars({ phone, channel });
  }

  /** Whether an opt-out stands that bars the phone on the channel. */
  bars({ phone, channel }: Pick<LedgerEvent, "phone" | "channel">): boolean {
    return this.stands([phone]).some((one) => !one.optIn && (one.channel === channel || one.channel === "any"));
  }
}

/** The events that are not taken back as of `now`. `events`: all of the numbers that are asked about. */
export function withoutTakenBack(events: readonly LedgerEvent[], now: number): readonly LedgerEvent[] {
  return events.some(({ action }) => action === VOID) ? new EventBook(events, now).staying : events;
}

/** A number of which an opt-in was recorded, and the opt-outs and reviews of it that bar nevertheless. */
export interface StillBarred {
  phone: string;
  stands: readonly StandingEvent[];
  waiting: readonly LedgerEvent[];
}

/** Reviews bar beside every opt-in of the registry until a person has decided. */
export class Waiting {
  readonly #byPhone = new Map<string, LedgerEvent[]>();

  constructor(reviews: readonly LedgerEvent[] = []) {
    for (const review of reviews) {
      if (BARS_NOBODY.has(review.action)) continue;
      const known = this.#byPhone.get(review.phone);
      if (known === undefined) this.#byPhone.set(review.phone, [review]);
      else known.push(review);
    }
  }

  of(phone: string): readonly LedgerEvent[] {
    return this.#byPhone.get(phone) ?? [];
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
