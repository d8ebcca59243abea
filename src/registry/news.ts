// What is new of all that is wanted of some phones, beside what the ledgers hold of them; and what stands for the rest. Nothing is
// written here. All that is asked about some phones is answered by the events of these phones alone.

import { randomUUID } from "node:crypto";
import { rangeOf } from "../phone/named.js";
import { timestampInElSalvador } from "../text/values.js";
import { EventBook, type StillBarred, stillBarred, Waiting, withoutTakenBack } from "./event-book.js";
import { Decided, identityOf, type LedgerEvent, lastMark } from "./ledger-event.js";
import type { WantedEvent } from "./understanding.js";

/** What the ledgers hold of the same phones. */
export interface Known {
  registry: readonly LedgerEvent[];
  /** What waits for a person, also about ranges of numbers. */
  waiting: readonly LedgerEvent[];
}

export interface News {
  /** The event that stands for each that was wanted, now or before. */
  standing: ReadonlyMap<WantedEvent, LedgerEvent>;
  events: readonly LedgerEvent[];
  reviews: readonly LedgerEvent[];
  /** The wanted reviews on which nobody has decided. */
  undecided: ReadonlySet<WantedEvent>;
  /** Opt-ins that let nothing through, so nobody is told that they do. */
  idle: ReadonlySet<LedgerEvent>;
  /** Numbers of new opt-ins that are opted out nevertheless. */
  barred: readonly StillBarred[];
}

/** A provider's clock may be ahead of ours by so many seconds: an opt-in that was just given does not lie in the future. */
const CLOCK_SKEW = 300;

/**
 * `isTyped`: somebody asks for it at this moment: what stands already is no new event, and what was taken back is one again. Of an
 * opt-in that stood already is told, too, what else bars the number.
 */
export function newsOf(
  wanted: { events: readonly WantedEvent[]; reviews: readonly WantedEvent[] },
  known: Known,
  { now, isTyped }: { now: Date; isTyped: boolean },
): News {
  const instant = now.getTime() / 1000;
  const standing = new Map<WantedEvent, LedgerEvent>();
  const staying = withoutTakenBack(known.registry, instant);
  const decided = new Decided(staying);
  const undecided = wanted.reviews.filter((review) => {
    const decision = decided.of(review);
    if (decision !== undefined) standing.set(review, decision);
    return decision === undefined;
  });
  const reviews = addNew(undecided, new Names(known.waiting), standing, now);
  const waiting = new Waiting([...known.waiting, ...reviews]);

  // What stands matters of these alone: of a million dated messages nothing is asked.
  const mayRepeat = (event: WantedEvent) =>
    isTyped || ((event.requestedAt === "" || event.isStamped === true) && !isKeptByName(event));
  const repeating = new Set(wanted.events.filter(mayRepeat).map(({ phone }) => phone));
  const stood = new EventBook(
    known.registry.filter(({ phone }) => repeating.has(phone)),
    instant,
  );
  // What says no day may be said anew: it is no repetition of what was taken back.
  const stays = staying === known.registry ? undefined : new Set(staying);
  const isNamed = (event: LedgerEvent) => (!isTyped && event.requestedAt !== "") || stays?.has(event) !== false;
  const names = new Names(known.registry.filter(isNamed));
  const events = addNew(
    wanted.events,
    names,
    standing,
    now,
    (event) => (mayRepeat(event) ? stood.saying(event) : undefined),
    (event) => repeating.has(event.phone) && stood.add(event),
  );

  const isOptIn = ({ action }: Pick<LedgerEvent, "action">) => action === "opt-in";
  const asked = wanted.events.filter(isOptIn).map((one) => standing.get(one)!);
  if (asked.length === 0)
    return { standing, events, reviews, undecided: new Set(undecided), idle: new Set(), barred: [] };
  const phones = new Set(asked.map(({ phone }) => phone));
  const own = [...known.registry, ...events].filter(({ phone }) => phones.has(phone));
  const book = new EventBook(own, instant + CLOCK_SKEW);
  return {
    standing,
    events,
    reviews,
    undecided: new Set(undecided),
    idle: new Set(asked.filter((event) => !book.letsThrough(event) || waiting.bars(event))),
    barred: stillBarred(isTyped ? asked : events.filter(isOptIn), book, waiting),
  };
}

/** The wanted events that are new, each once; `standing` is told what stands for each. */
function addNew(
  wanted: readonly WantedEvent[],
  names: Names,
  standing: Map<WantedEvent, LedgerEvent>,
  now: Date,
  repeated: (event: WantedEvent) => LedgerEvent | undefined = () => undefined,
  taken: (event: LedgerEvent) => void = () => {},
): LedgerEvent[] {
  const added: LedgerEvent[] = [];
  const recordedAt = timestampInElSalvador(now);
  for (const one of wanted) {
    let event = names.of(one) ?? repeated(one);
    if (event === undefined) {
      event = { ...one, event: randomUUID(), recordedAt };
      names.add(event);
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

/** Whether a review is about a range of numbers. */
export function isOfRange({ phone }: Pick<LedgerEvent, "phone">): boolean {
  return rangeOf(phone) !== undefined;
}
