// Recording what was asked for: what is new of it goes to the ledger, what is unclear to the reviews, and whoever asked gets
// an acknowledgement. In an order that loses nothing wherever the process is killed. Here are a few events at a time; a whole
// import is record-import.ts's work.

import { withLock } from "../files/lock.js";
import {
  type Acknowledgement,
  AcknowledgementFile,
  type Appended,
  acknowledge,
  explain,
  type Templates,
} from "./acknowledgements.js";
import { EventBook, withoutTakenBack } from "./event-book.js";
import { appendEvents, type Ledger, openLedger, rewriteReviews, wanting } from "./ledger.js";
import {
  Decided,
  keyOf,
  type LedgerAction,
  type LedgerEvent,
  momentAsKnown,
  NAMED,
  recordKey,
} from "./ledger-event.js";
import { addNew, barredAfter, type NewEvents, newEvents, newReviews, type Standing, undecided } from "./news.js";
import { type Decisions, messageKey, openReviews, rowKey } from "./reviewed.js";
import { type StillBarred, Waiting } from "./still-barred.js";
import type { WantedEvent, WantedHelp } from "./understanding.js";

/** The files to which an import writes. */
export interface Destination {
  registry: string;
  reviews: string | undefined;
  /** Their file. */
  acknowledgements: string | undefined;
  templates: Templates;
}

/** What recording came to. */
export interface Outcome {
  /** New events, by their action. */
  added: Readonly<Partial<Record<LedgerAction, number>>>;
  /** What the ledger holds already. */
  known: number;
  reviews: number;
  /** The requests about one's data and complaints among them. */
  requests: number;
  /** The numbers among them that other people's messages name. */
  named: number;
  knownReviews: number;
  /** The number of an unfinished last line, which was taken away; undefined where there was none. */
  tornLine: number | undefined;
  /** Added to their file. */
  acknowledgements: number;
  /** Whether that file has no column for the e-mail addresses that the import has. */
  lacksEmail: boolean;
  /** Numbers of new opt-ins that are opted out nevertheless; of a whole import a few of them. */
  barred: readonly StillBarred[];
  /** How many these are. */
  barredCount: number;
}

export interface Recorded extends Outcome {
  events: readonly LedgerEvent[];
  standing: ReadonlyMap<WantedEvent, LedgerEvent>;
  /** Opt-ins among these that let nothing through, so nobody is told that they do. */
  idle: ReadonlySet<LedgerEvent>;
}

/** How the ledgers are read: from their beginning, or by whoever follows them. Both only under their locks. `of`: as `keyOf`. */
export interface Books {
  registry(of: ReadonlySet<number>): Ledger;
  reviews(of: ReadonlySet<number>): Promise<Ledger & { resaved: boolean }>;
}

/** What is recorded at once. */
export interface Wanted {
  events: readonly WantedEvent[];
  reviews: readonly WantedEvent[];
  helps: readonly WantedHelp[];
  hasEmail: boolean;
}

/** Records under the registry's lock, which the caller holds. Where nothing is new, nothing is written. */
export async function recordIn(
  books: Books,
  read: Wanted,
  to: Destination & { reviews: string; acknowledgesOnce: boolean },
  now: Date,
): Promise<Recorded> {
  const registry = books.registry(keysOf([...read.events, ...read.reviews]));
  const standing: Standing = new Map();
  const unclear = undecided(read.reviews, registry.events, standing, now);
  const file = to.reviews;
  const optIns = read.events.filter(({ action }) => action === "opt-in");
  let waiting = new Waiting();
  const addReviews = async () => {
    const reviews = await books.reviews(keysOf([...unclear, ...optIns]));
    const added = newReviews(unclear, reviews.events, standing, now);
    if (added.length > 0 && reviews.resaved) rewriteReviews(file, [...reviews.events, ...added]);
    else if (added.length > 0) appendEvents(file, reviews, added);
    waiting = new Waiting([...reviews.events, ...added]);
    return added;
  };
  const reviews = unclear.length + optIns.length > 0 ? await withLock(file, addReviews) : [];
  const recorded = await recordEvents(registry, read, to, { standing, waiting }, now);
  return { ...recorded, ...countsOfReviews(reviews), knownReviews: read.reviews.length - reviews.length };
}

export function countsOfReviews(reviews: readonly LedgerEvent[]): Pick<Outcome, "reviews" | "requests" | "named"> {
  const requests = reviews.filter(({ action }) => action === "request").length;
  return { reviews: reviews.length, requests, named: reviews.filter(({ reason }) => reason === NAMED).length };
}

/**
 * Records decisions on reviews, and takes these out of the reviews. The numbers that have a part in decided messages and no
 * review of their own get one, in the same moment.
 */
export function recordDecisions(
  { events: decisions, decided, without }: Pick<Decisions, "events" | "decided" | "without">,
  to: Destination & { reviews: string },
  now: Date,
): Promise<Recorded & { left: number }> {
  return withLock(to.registry, () =>
    withLock(to.reviews, async () => {
      const registry = openLedger(to.registry, "registry", wanting(keysOf([...decisions, ...without])));
      const reviews = await openReviews(to.reviews);
      const left = reviews.events.filter((event) => !decided.has(rowKey(event)));
      const recorded = await recordAlone(registry, decisions, to, now, new Waiting(left));
      const events = withoutTakenBack([...registry.events, ...recorded.events], now.getTime() / 1000);
      const waiting = withoutWaiting(without, left, events);
      const added = addNew(waiting, left, () => undefined, new Map(), now);
      // Only now: until the decision is durable, the review bars.
      if (left.length < reviews.events.length || added.length > 0) rewriteReviews(to.reviews, [...left, ...added]);
      return { ...recorded, ...countsOfReviews(added), left: left.length + added.length };
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

/** Records what was typed; what stands already is no new event. `open`: the registry, for whoever follows it. */
export function recordTyped(
  events: readonly WantedEvent[],
  to: Destination,
  now: Date,
  open: Books["registry"] = (of) => openLedger(to.registry, "registry", wanting(of)),
): Promise<Recorded> {
  return withLock(to.registry, async () => {
    const registry = open(keysOf(events));
    const book = new EventBook(registry.events, now.getTime() / 1000);
    const stood = new Map(
      events.flatMap((event) => {
        const standing = book.saying(event);
        return standing === undefined ? [] : [[event, standing]];
      }),
    );
    const wanted = events.filter((event) => !stood.has(event));
    // What was taken back is typed anew, if within the same second.
    const recorded = await recordAlone({ ...registry, events: book.staying }, wanted, to, now);
    // Also of an opt-in that stood already: who types it again wonders what else bars the number.
    const barred = barredAfter(events, [...registry.events, ...recorded.events], now, new Waiting());
    const known = events.length - recorded.events.length;
    const standing = new Map([...recorded.standing, ...stood]);
    return { ...recorded, standing, known, barred, barredCount: barred.length };
  });
}

/** What the ledger holds of others has no say in what is new of these. */
function keysOf(events: readonly WantedEvent[]): ReadonlySet<number> {
  return new Set(events.map(keyOf));
}

async function recordAlone(
  registry: Ledger,
  events: readonly WantedEvent[],
  to: Destination,
  now: Date,
  waiting = new Waiting(),
): Promise<Recorded> {
  const wanted = { events, helps: [], hasEmail: false };
  const beside = { standing: new Map<WantedEvent, LedgerEvent>(), waiting };
  const recorded = await recordEvents(registry, wanted, { ...to, acknowledgesOnce: true }, beside, now);
  if (recorded.events.length === 0) appendEvents(to.registry, registry, []);
  return { ...recorded, ...countsOfReviews([]), knownReviews: 0 };
}

async function recordEvents(
  registry: Ledger,
  { events: wanted, helps, hasEmail }: Pick<Wanted, "events" | "helps" | "hasEmail">,
  to: Destination & { acknowledgesOnce: boolean },
  beside: { standing: Standing; waiting: Waiting },
  now: Date,
): Promise<Omit<Recorded, "reviews" | "requests" | "named" | "knownReviews">> {
  const news = newEvents(wanted, registry.events, beside, now);
  const { acknowledgements: file } = to;
  const { standing } = beside;
  let appended: Appended = { count: 0, lacksEmail: false };
  if (file !== undefined) {
    const owed = owedFor(wanted, helps, news, standing, to.templates);
    const terms = { hasEmail, once: to.acknowledgesOnce };
    if (owed.length > 0 || to.acknowledgesOnce)
      appended = await withLock(file, async () => {
        const acknowledgements = new AcknowledgementFile(file, terms);
        acknowledgements.add(owed);
        return acknowledgements;
      });
  }
  const { added: events, idle, barred } = news;
  if (events.length > 0) appendEvents(to.registry, registry, events);
  return {
    events,
    added: countedByAction(events),
    known: wanted.length - events.length,
    tornLine: registry.tornLine,
    acknowledgements: appended.count,
    lacksEmail: appended.lacksEmail,
    standing,
    idle,
    barred,
    barredCount: barred.length,
  };
}

export function countedByAction(events: readonly LedgerEvent[]): Partial<Record<LedgerAction, number>> {
  const counts: Partial<Record<LedgerAction, number>> = {};
  for (const { action } of events) counts[action] = (counts[action] ?? 0) + 1;
  return counts;
}

/** What is owed for new events, each once, and for calls for help. */
function owedFor(
  wanted: readonly WantedEvent[],
  helps: readonly WantedHelp[],
  { added, idle }: NewEvents,
  standing: Standing,
  templates: Templates,
): Acknowledgement[] {
  const unanswered = new Set(added);
  return [
    ...wanted.flatMap((one) => {
      const event = standing.get(one)!;
      const isOwed = unanswered.delete(event) && !idle.has(event);
      return isOwed ? (acknowledge(event, one, templates) ?? []) : [];
    }),
    ...helps.map((help) => explain(help, templates)),
  ];
}
