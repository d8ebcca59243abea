// What is new of all that is wanted, beside what the ledgers hold of the same phones; and what stands for the rest. Nothing is
// written here. All that is asked about some phones is answered by the events of these phones alone.

import { randomUUID } from "node:crypto";
import { timestampInElSalvador } from "../text/values.js";
import { EventBook, type StillBarred, stillBarred, waitingBook, withoutTakenBack } from "./book.js";
import { Decided, identityOf, keyOf, type LedgerEvent, lastMark } from "./ledger-event.js";
import type { LedgerIndex } from "./ledger-index.js";
import type { WantedEvent } from "./understanding.js";

/** What is asked for together. */
export interface Wanted {
  events: readonly WantedEvent[];
  reviews: readonly WantedEvent[];
}

/** What became of a wanted event. */
export interface Told {
  event: LedgerEvent;
  isNew: boolean;
  /** An opt-in that lets nothing through. */
  isIdle: boolean;
}

/** A wanted event that is new is the ledger's from then on. */
type NewEvent = WantedEvent & LedgerEvent;

export interface News {
  told(wanted: WantedEvent): Told;
  events: readonly NewEvent[];
  reviews: readonly NewEvent[];
  /** The wanted reviews on which nobody has decided. */
  undecided: readonly WantedEvent[];
  /** Numbers of new opt-ins that are opted out nevertheless. */
  barred: readonly StillBarred[];
}

/** What a ledger holds of some keys. */
export type Known = Pick<LedgerIndex, "has" | "eventsOf">;

/** Events in memory as what is known. */
export function known(events: readonly LedgerEvent[]): Known {
  const keys = new Set(events.map(keyOf));
  return { has: (key) => keys.has(key), eventsOf: (wanted) => events.filter((event) => wanted.has(keyOf(event))) };
}

/** A provider's clock may be ahead of ours by so many seconds: an opt-in that was just given does not lie in the future. */
const CLOCK_SKEW = 300;

/**
 * `waiting`: the reviews. `isTyped`: somebody asks for it at this moment: what stands already is no new event, and what was taken
 * back is one again. Of an opt-in that stood already is told, too, what else bars the number.
 */
export function newsOf(
  wanted: Wanted,
  registry: Known,
  waiting: Known,
  { now, isTyped }: { now: Date; isTyped: boolean },
): News {
  const recordedAt = timestampInElSalvador(now);
  const keys = new Map<WantedEvent, number>();
  const counts = new Map<number, number>();
  for (const one of [...wanted.events, ...wanted.reviews]) {
    const key = keyOf(one);
    keys.set(one, key);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  // What no ledger knows of a phone of which nothing else is wanted is new.
  const asked = new Set<number>();
  for (const [one, key] of keys)
    if (counts.get(key)! > 1 || isOptIn(one) || registry.has(key) || waiting.has(key)) asked.add(key);
  const isAsked = (one: WantedEvent) => asked.has(keys.get(one)!);
  const lookedUp = { events: wanted.events.filter(isAsked), reviews: wanted.reviews.filter(isAsked) };
  const before = { registry: registry.eventsOf(asked), waiting: waiting.eventsOf(asked) };
  const { told, undecided, barred } = lookUp(lookedUp, before, { now, isTyped, recordedAt });
  for (const one of keys.keys()) if (!told.has(one)) Object.assign(one, { event: randomUUID(), recordedAt });
  const added = (all: readonly WantedEvent[]) => all.filter((one) => told.get(one)?.isNew !== false) as NewEvent[];
  return {
    told: (one) => told.get(one) ?? { event: one as NewEvent, isNew: true, isIdle: false },
    events: added(wanted.events),
    reviews: added(wanted.reviews),
    undecided: wanted.reviews.filter((one) => !isAsked(one) || undecided.has(one)),
    barred,
  };
}

interface LookedUp {
  told: ReadonlyMap<WantedEvent, Told>;
  undecided: ReadonlySet<WantedEvent>;
  barred: readonly StillBarred[];
}

/** `before`: all that the ledgers hold of the same phones. */
function lookUp(
  wanted: Wanted,
  before: { registry: readonly LedgerEvent[]; waiting: readonly LedgerEvent[] },
  { now, isTyped, recordedAt }: { now: Date; isTyped: boolean; recordedAt: string },
): LookedUp {
  const instant = now.getTime() / 1000;
  const told = new Map<WantedEvent, Told>();
  const staying = withoutTakenBack(before.registry, instant);
  const decided = new Decided(staying);
  const undecided = wanted.reviews.filter((review) => {
    const event = decided.of(review);
    if (event !== undefined) told.set(review, { event, isNew: false, isIdle: false });
    return event === undefined;
  });
  const tell = (one: WantedEvent, names: Names, stood: LedgerEvent | undefined): Told => {
    const event = names.of(one) ?? stood;
    const it = { event: event ?? Object.assign(one, { event: randomUUID(), recordedAt }), isNew: event === undefined };
    if (it.isNew) names.add(it.event);
    const asTold = { ...it, isIdle: false };
    told.set(one, asTold);
    return asTold;
  };
  const waitingNames = new Names(before.waiting);
  const newReviews = undecided.map((one) => tell(one, waitingNames, undefined)).filter(({ isNew }) => isNew);
  const waiting = waitingBook([...before.waiting, ...newReviews.map(({ event }) => event)], instant);

  // What stands matters of these alone: of a million dated messages nothing is asked.
  const mayRepeat = (event: WantedEvent) =>
    isTyped || ((event.requestedAt === "" || event.isStamped === true) && !isKeptByName(event));
  const repeating = new Set(wanted.events.filter(mayRepeat).map(({ phone }) => phone));
  const stood = new EventBook(
    before.registry.filter(({ phone }) => repeating.has(phone)),
    instant,
  );
  // What says no day may be said anew: it is no repetition of what was taken back.
  const stays = staying === before.registry ? undefined : new Set(staying);
  const isNamed = (event: LedgerEvent) => (!isTyped && event.requestedAt !== "") || stays?.has(event) !== false;
  const names = new Names(before.registry.filter(isNamed));
  const events = [...before.registry];
  for (const one of wanted.events) {
    const { event, isNew } = tell(one, names, mayRepeat(one) ? stood.saying(one) : undefined);
    if (isNew) events.push(event);
    if (isNew && repeating.has(event.phone)) stood.add(event);
  }

  const optIns = wanted.events.filter(isOptIn).map((one) => told.get(one)!);
  if (optIns.length === 0) return { told, undecided: new Set(undecided), barred: [] };
  const phones = new Set(optIns.map(({ event }) => event.phone));
  const book = new EventBook(
    events.filter(({ phone }) => phones.has(phone)),
    instant + CLOCK_SKEW,
  );
  for (const one of optIns) one.isIdle = !book.letsThrough(one.event) || waiting.bars(one.event);
  const shown = optIns.filter(({ isNew }) => isTyped || isNew).map(({ event }) => event);
  return { told, undecided: new Set(undecided), barred: stillBarred(shown, book, waiting) };
}

export function isOptIn({ action }: Pick<LedgerEvent, "action">): boolean {
  return action === "opt-in";
}

/** Each message that opts in and has a name: sent again, it must not lift an opt-out that came between. */
function isKeptByName(event: WantedEvent): boolean {
  return event.mark !== undefined && isOptIn(event);
}

/** Events by all that tells that another one is the same. */
class Names {
  readonly #events = new Map<string, LedgerEvent>();

  constructor(events: readonly LedgerEvent[]) {
    for (const event of events) this.add(event);
  }

  add(event: LedgerEvent): void {
    const mark = lastMark(event.evidence);
    const names = [identityOf(event)];
    if (mark !== undefined) names.push(markedName(event, mark));
    if (event.message !== undefined) names.push(saidName(event));
    for (const name of names) if (!this.#events.has(name)) this.#events.set(name, event);
  }

  /** The event that is known to be the wanted one. */
  of(wanted: WantedEvent): LedgerEvent | undefined {
    const { mark, requestedAt, isStamped, phone } = wanted;
    const marked = mark === undefined ? undefined : this.#events.get(markedName(wanted, mark));
    if (isKeptByName(wanted)) return marked;
    const same = this.#events.get(identityOf(wanted));
    // Of an erased person it is not known any more where an event came from: without that it is the same.
    const erased = requestedAt === "" ? undefined : this.#events.get(identityOf(wanted, ""));
    // Without a date of its own a message that still waits can't be told from its repetition.
    const isRepeated = isStamped === true && phone !== "" && wanted.message !== undefined;
    return same ?? erased ?? marked ?? (isRepeated ? this.#events.get(saidName(wanted)) : undefined);
  }
}

/** The message itself, where its provider names it. */
function markedName({ phone, action }: Pick<LedgerEvent, "phone" | "action">, mark: string): string {
  return ["mark", phone, action, mark].join("\n");
}

/** The same words of the same person. */
function saidName({ phone, action, channel, source, message }: Omit<LedgerEvent, "event" | "recordedAt">): string {
  return ["said", phone, action, channel, source, message].join("\n");
}
