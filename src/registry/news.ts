// What is new of all that is wanted, and what stands for the rest, by the events of the same phones in the ledgers. Writes nothing.

import { randomUUID } from "node:crypto";
import { timestampInElSalvador } from "../text/values.js";
import { EventBook, type StillSuppressed, stillSuppressed, waitingBook, withoutTakenBack } from "./book.js";
import { Decided, identityOf, keyOf, type LedgerEvent, marksIn } from "./ledger-event.js";
import type { LedgerIndex } from "./ledger-index.js";
import type { EventResult, WantedEvent } from "./understanding.js";

export type Wanted = Record<"events" | "reviews", readonly WantedEvent[]>;

/** A wanted event that is new is the ledger's from then on. */
type NewEvent = WantedEvent & LedgerEvent;

/** The results themselves are kept with the wanted events. */
export interface News {
  events: readonly NewEvent[];
  reviews: readonly NewEvent[];
  /** The wanted reviews on which nobody has decided. */
  undecided: readonly WantedEvent[];
  /** Numbers of new opt-ins that are opted out nevertheless. */
  suppressed: readonly StillSuppressed[];
}

export type Known = Pick<LedgerIndex, "eventsOf">;

export function known(events: readonly LedgerEvent[]): Known {
  return { eventsOf: (wanted) => events.filter((event) => wanted.has(keyOf(event))) };
}

/** A provider's clock may be ahead of ours by so many seconds: an opt-in that was just given does not lie in the future. */
const CLOCK_SKEW = 300;

/**
 * `isTyped`: somebody asks for it at this moment: what stands already is no new event, and what was taken back is one again. Of an
 * opt-in that stood already is told, too, what else suppresses the number.
 */
export function newsOf(
  wanted: Wanted,
  registry: Known,
  reviews: Known,
  { now, isTyped }: { now: Date; isTyped: boolean },
): News {
  const instant = now.getTime() / 1000;
  const keys = new Set([...wanted.events, ...wanted.reviews].map(keyOf));
  const before = registry.eventsOf(keys);
  const staying = withoutTakenBack(before, instant);
  const recordedAt = timestampInElSalvador(now);

  const decided = new Decided(staying);
  const waitingBefore = reviews.eventsOf(keys);
  const waitingNames = new Names(waitingBefore);
  const undecided = wanted.reviews.filter((review) => {
    const decision = decided.of(review);
    tell(review, decision ?? waitingNames.of(review), waitingNames, recordedAt);
    return decision === undefined;
  });
  const waiting = waitingBook([...waitingBefore, ...newOf(undecided)], instant);

  // What stands matters of these alone: of a million dated messages nothing is asked.
  const mayRepeat = (event: WantedEvent) =>
    isTyped || ((event.requestedAt === "" || event.isStamped === true) && !isKeptByName(event));
  const repeating = new Set(wanted.events.filter(mayRepeat).map(({ phone }) => phone));
  const stood = new EventBook(
    before.filter(({ phone }) => repeating.has(phone)),
    instant,
  );
  // What says no day may be said anew: it is no repetition of what was taken back.
  const stays = new Set(staying);
  const isNamed = (event: LedgerEvent) => (!isTyped && event.requestedAt !== "") || stays.has(event);
  const names = new Names(before.filter(isNamed));
  for (const one of wanted.events) {
    const known = names.of(one) ?? (mayRepeat(one) ? stood.saying(one) : undefined);
    const { event, isNew } = tell(one, known, names, recordedAt);
    if (isNew && repeating.has(one.phone)) stood.add(event);
  }

  const events = newOf(wanted.events);
  const optIns = wanted.events.filter(isOptIn).map(({ result }) => result!);
  const phones = new Set(optIns.map(({ event }) => event.phone));
  const book = new EventBook(
    [...before, ...events].filter(({ phone }) => phones.has(phone)),
    instant + CLOCK_SKEW,
  );
  for (const one of optIns) one.isIdle = !book.letsThrough(one.event) || waiting.suppresses(one.event);
  const shown = optIns.filter(({ isNew }) => isTyped || isNew).map(({ event }) => event);
  return { events, reviews: newOf(wanted.reviews), undecided, suppressed: stillSuppressed(shown, book, waiting) };
}

export function isOptIn({ action }: Pick<LedgerEvent, "action">): boolean {
  return action === "opt-in";
}

/** Each message that opts in and has a name: sent again, it must not lift an opt-out that came between. */
function isKeptByName(event: WantedEvent): boolean {
  return event.mark !== undefined && isOptIn(event);
}

function newOf(all: readonly WantedEvent[]): NewEvent[] {
  return all.filter((one): one is NewEvent => one.result!.isNew);
}

/** The wanted event is the one that is known, or a new one, which gets its names. */
function tell(wanted: WantedEvent, known: LedgerEvent | undefined, names: Names, recordedAt: string): EventResult {
  const isNew = known === undefined;
  const event = known ?? Object.assign(wanted, { event: randomUUID(), recordedAt });
  if (isNew) names.add(event);
  wanted.result = { event, isNew, isIdle: false };
  return wanted.result;
}

/** Events by all that tells that another one is the same. Most numbers are met once, and of these nobody asks. */
class Names {
  readonly #events = new Map<string, LedgerEvent>();
  /** By their keys, those whose names are still to be taken. */
  readonly #unnamed = new Map<number, LedgerEvent[]>();

  constructor(events: readonly LedgerEvent[]) {
    for (const event of events) this.add(event);
  }

  add(event: LedgerEvent): void {
    const ofKey = this.#unnamed.get(keyOf(event));
    if (ofKey === undefined) this.#unnamed.set(keyOf(event), [event]);
    else ofKey.push(event);
  }

  #name(event: LedgerEvent): void {
    const mark = marksIn(event.evidence).at(-1);
    const names = [identityOf(event)];
    if (mark !== undefined) names.push(markedName(event, mark));
    for (const name of names) if (!this.#events.has(name)) this.#events.set(name, event);
  }

  /** The event that is known to be the wanted one. */
  of(wanted: WantedEvent): LedgerEvent | undefined {
    const { mark, requestedAt } = wanted;
    const ofKey = this.#unnamed.get(keyOf(wanted));
    if (ofKey === undefined) return undefined;
    for (const event of ofKey.splice(0)) this.#name(event);
    const marked = mark === undefined ? undefined : this.#events.get(markedName(wanted, mark));
    if (isKeptByName(wanted)) return marked;
    const same = this.#events.get(identityOf(wanted));
    // Of an erased person it is not known any more where an event came from: without that it is the same.
    const erased = requestedAt === "" ? undefined : this.#events.get(identityOf(wanted, ""));
    return same ?? erased ?? marked;
  }
}

/** The message itself, where its provider names it. */
function markedName({ phone, action }: Pick<LedgerEvent, "phone" | "action">, mark: string): string {
  return ["mark", phone, action, mark].join("\n");
}
