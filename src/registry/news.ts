// What is new of all that is wanted, beside what a ledger holds of the same phones; and what stands for the rest of it. Nothing is
// written here. All that is asked about some phones is answered by the events of these phones alone.

import { randomUUID } from "node:crypto";
import { VOID } from "../suppression/taken-back.js";
import { timestampInElSalvador } from "../text/values.js";
import { EventBook, withoutTakenBack } from "./event-book.js";
import { Decided, identityOf, type LedgerEvent, Marked, REVIEWED } from "./ledger-event.js";
import { type StillBarred, stillBarred, type Waiting } from "./still-barred.js";
import type { WantedEvent } from "./understanding.js";

/** The event that stands for each that was wanted, in a ledger or among the reviews. */
export type Standing = Map<WantedEvent, LedgerEvent>;

/** Those of the reviews on which no person has decided. `registry`: its events of their phones. */
export function undecided(
  reviews: readonly WantedEvent[],
  registry: readonly LedgerEvent[],
  standing: Standing,
  now: Date,
): WantedEvent[] {
  const standingEvents = withoutTakenBack(registry, now.getTime() / 1000);
  const decisions = standingEvents.filter(({ action, reason }) => action !== VOID && reason.startsWith(REVIEWED));
  const decided = new Decided(standingEvents);
  const named = new Marked(decisions);
  return reviews.filter((event) => {
    const decision = decided.of(event) ?? named.of(event);
    if (decision !== undefined) standing.set(event, decision);
    return decision === undefined;
  });
}

/** The reviews that do not wait yet. `waiting`: what waits of the same phones. */
export function newReviews(
  wanted: readonly WantedEvent[],
  waiting: readonly LedgerEvent[],
  standing: Standing,
  now: Date,
): LedgerEvent[] {
  const named = new Marked(waiting);
  const repeated = (one: WantedEvent) => named.of(one, one.action) ?? repeatedReview(waiting, one);
  return addNew(wanted, waiting, repeated, standing, now);
}

export interface NewEvents {
  added: LedgerEvent[];
  /** Opt-ins that let nothing through, so nobody is told that they do. */
  idle: ReadonlySet<LedgerEvent>;
  /** Numbers of new opt-ins that are opted out nevertheless. */
  barred: StillBarred[];
}

/** `registry`: its events of the same phones; `waiting`: what waits for a person. */
export function newEvents(
  wanted: readonly WantedEvent[],
  registry: readonly LedgerEvent[],
  { standing, waiting }: { standing: Standing; waiting: Waiting },
  now: Date,
): NewEvents {
  const instant = now.getTime() / 1000;
  const mayRepeat = (event: WantedEvent) => (event.requestedAt === "" || event.isStamped) && !isKeptByName(event);
  // What stands matters of these alone: of a million dated messages nothing is asked.
  const undated = new Set(wanted.filter(mayRepeat).map(({ phone }) => phone));
  const state = new EventBook(
    registry.filter(({ phone }) => undated.has(phone)),
    instant,
  );
  const all = [...registry];
  const named = new Marked(all);
  const repeated = (event: WantedEvent) =>
    named.of(event, event.action) ?? (mayRepeat(event) ? state.saying(event) : undefined);
  // What says no day may be said anew: it is no repetition of what was taken back.
  const stays = withoutTakenBack(registry, instant);
  const staying = stays === registry ? undefined : new Set(stays);
  const known = registry.filter((event) => event.requestedAt !== "" || staying?.has(event) !== false);
  const added = addNew(wanted, known, repeated, standing, now, (event) => {
    if (undated.has(event.phone)) state.add(event);
    all.push(event);
    named.add(event);
  });
  const idle = idleAmong(
    wanted.map((one) => standing.get(one)!),
    all,
    now,
    waiting,
  );
  return { added, idle, barred: barredAfter(added, all, now, waiting) };
}

/** The numbers of opt-ins that are opted out nevertheless. `events`: all of these phones. */
export function barredAfter(
  recorded: readonly Pick<LedgerEvent, "phone" | "action">[],
  events: readonly LedgerEvent[],
  now: Date,
  waiting: Waiting,
): StillBarred[] {
  const optIns = recorded.filter(({ action }) => action === "opt-in");
  return stillBarred(optIns, bookOf(optIns, events, now), waiting);
}

/** A provider's clock may be ahead of ours by so many seconds: an opt-in that was just given does not lie in the future. */
const CLOCK_SKEW = 300;

function idleAmong(
  standing: readonly LedgerEvent[],
  events: readonly LedgerEvent[],
  now: Date,
  waiting: Waiting,
): ReadonlySet<LedgerEvent> {
  const optIns = standing.filter(({ action }) => action === "opt-in");
  if (optIns.length === 0) return new Set();
  const book = bookOf(optIns, events, now);
  return new Set(optIns.filter((event) => !book.letsThrough(event) || waiting.bars(event)));
}

/** What the events of the same phones say, as of a little later. */
function bookOf(of: readonly Pick<LedgerEvent, "phone">[], events: readonly LedgerEvent[], now: Date): EventBook {
  const phones = new Set(of.map(({ phone }) => phone));
  const own = events.filter(({ phone }) => phones.has(phone));
  return new EventBook(own, now.getTime() / 1000 + CLOCK_SKEW);
}

/**
 * The events of `wanted` that are new, each once; `standing` is told what stands for each. `repeated`: what one only says
 * again that has no date of its own; `taken` is told of each new one.
 */
export function addNew(
  wanted: readonly WantedEvent[],
  events: readonly LedgerEvent[],
  repeated: (event: WantedEvent) => LedgerEvent | undefined,
  standing: Standing,
  now: Date,
  taken: (event: LedgerEvent) => void = () => {},
): LedgerEvent[] {
  const known = new Map(events.map((event) => [identityOf(event), event]));
  const added: LedgerEvent[] = [];
  const recordedAt = timestampInElSalvador(now);
  for (const one of wanted) {
    const identity = identityOf(one);
    // Of an erased person it is not known any more where an event came from: without that it is the same.
    const erased = one.requestedAt === "" ? undefined : known.get(identityOf(one, ""));
    let event = (isKeptByName(one) ? undefined : (known.get(identity) ?? erased)) ?? repeated(one);
    if (event === undefined) {
      event = { ...one, event: randomUUID(), recordedAt };
      known.set(identity, event);
      added.push(event);
      taken(event);
    }
    standing.set(one, event);
  }
  return added;
}

/** Each message that opts in and has a name: sent again, it must not lift an opt-out that came between. */
function isKeptByName({ mark, action }: WantedEvent): boolean {
  return mark !== undefined && action === "opt-in";
}

/**
 * Finds the same words of the same person, which still wait: without a date of its own a message can't be told from its
 * repetition.
 */
function repeatedReview(events: readonly LedgerEvent[], wanted: WantedEvent): LedgerEvent | undefined {
  if (!wanted.isStamped || wanted.phone === "") return undefined;
  return events.find(
    ({ phone, action, channel, source, message }) =>
      phone === wanted.phone &&
      action === wanted.action &&
      channel === wanted.channel &&
      source === wanted.source &&
      message === wanted.message,
  );
}
