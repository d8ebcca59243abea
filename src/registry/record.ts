// Recording what was asked for: what is new of it goes to the ledger, what is unclear to the reviews, and whoever asked gets
// an acknowledgement. In an order that loses nothing wherever the process is killed.

import { randomUUID } from "node:crypto";
import { ExitCode, ScrubError } from "../errors.js";
import { withLock } from "../files/lock.js";
import { VOID } from "../suppression/taken-back.js";
import { timestampInElSalvador } from "../text/values.js";
import {
  type Acknowledgement,
  type Appended,
  acknowledge,
  appendAcknowledgements,
  explain,
  type Templates,
} from "./acknowledgements.js";
import { appendEvents, type Ledger, openLedger, rewriteReviews } from "./ledger.js";
import { Decided, decidedAt, identityOf, type LedgerEvent, Marked, NAMED, placeIn, REVIEWED } from "./ledger-event.js";
import { type Decisions, messageKey, openReviews, rowKey } from "./reviewed.js";
import { RegistryState, withoutTakenBack } from "./state.js";
import { type StillBarred, stillBarred, Waiting } from "./still-barred.js";
import type { WantedEvent, WantedHelp } from "./understanding.js";

/** The files to which an import writes. */
export interface Destination {
  registry: string;
  reviews: string | undefined;
  /** Their file. */
  acknowledgements: string | undefined;
  templates: Templates;
}

export interface Recorded {
  events: readonly LedgerEvent[];
  /** What the ledger holds already. */
  known: number;
  reviews: number;
  /** The requests about one's data and complaints among them. */
  requests: number;
  /** The numbers among them that other people's messages name. */
  named: number;
  knownReviews: number;
  /** Whether the registry stands for the first time. */
  isNew: boolean;
  /** The number of an unfinished last line, which was taken away; undefined where there was none. */
  tornLine: number | undefined;
  /** Added to their file. */
  acknowledgements: number;
  /** Whether that file has no column for the e-mail addresses that the import has. */
  lacksEmail: boolean;
  /** The event that stands for each that was wanted, in a ledger or among the reviews. */
  standing: ReadonlyMap<WantedEvent, LedgerEvent>;
  /** Opt-ins among these that let nothing through, so nobody is told that they do. */
  idle: ReadonlySet<LedgerEvent>;
  /** Numbers of new opt-ins that are opted out nevertheless. */
  barred: readonly StillBarred[];
}

/** How the ledgers are read: from their beginning, or by whoever follows them. Both only under their locks. */
export interface Books {
  registry(of: ReadonlySet<string>): Ledger;
  reviews(of: ReadonlySet<string>): Promise<Ledger & { resaved: boolean }>;
}

/** What is recorded of an import. */
export interface Wanted {
  events: readonly WantedEvent[];
  reviews: readonly WantedEvent[];
  helps: readonly WantedHelp[];
  hasEmail: boolean;
  firstReviewLine: number | undefined;
}

/** Records an import. With reviews and nowhere to put them it is refused whole (exit 6). */
export function recordImport(read: Wanted, to: Destination, now: Date): Promise<Recorded> {
  const books: Books = {
    registry: (of) => openLedger(to.registry, "registry", of),
    reviews: () => openReviews(to.reviews!),
  };
  return withLock(to.registry, async () => {
    const recorded = await recordIn(books, read, { ...to, acknowledgesOnce: true }, now);
    // The date of a registry says when it was last looked after.
    if (recorded.events.length === 0) appendEvents(to.registry, books.registry(new Set()), []);
    return recorded;
  });
}

/** Records under the registry's lock, which the caller holds. Where nothing is new, nothing is written. */
export async function recordIn(
  books: Books,
  read: Wanted,
  to: Destination & { acknowledgesOnce: boolean },
  now: Date,
): Promise<Recorded> {
  const phones = phonesOf([...read.events, ...read.reviews]);
  const registry = books.registry(phones);
  const standingEvents = withoutTakenBack(registry.events, now.getTime() / 1000);
  const decisions = standingEvents.filter(({ action, reason }) => action !== VOID && reason.startsWith(REVIEWED));
  const decided = new Decided(standingEvents);
  const named = new Marked(decisions);
  const standing = new Map<WantedEvent, LedgerEvent>();
  const unclear = read.reviews.filter((event) => {
    const decision = decided.of(event) ?? named.of(event);
    if (decision !== undefined) standing.set(event, decision);
    return decision === undefined;
  });
  if (unclear.length > 0 && to.reviews === undefined) {
    const line = read.firstReviewLine;
    throw new ScrubError(
      ExitCode.guard,
      "needsReview",
      [unclear.length, namingLines(unclear)],
      line === undefined ? {} : { line },
    );
  }
  const file = to.reviews;
  const optIns = read.events.filter(({ action }) => action === "opt-in");
  let waiting = new Waiting();
  const addReviews = async () => {
    if (file === undefined) return [];
    const reviews = await books.reviews(phonesOf([...unclear, ...optIns]));
    const named = new Marked(reviews.events);
    const repeated = (wanted: WantedEvent) => named.of(wanted, wanted.action) ?? repeatedReview(reviews, wanted);
    const added = addNew(unclear, reviews.events, repeated, standing, now);
    if (added.length > 0 && reviews.resaved) rewriteReviews(file, [...reviews.events, ...added]);
    else if (added.length > 0) appendEvents(file, reviews, added);
    waiting = new Waiting([...reviews.events, ...added]);
    return added;
  };
  const isLooked = file !== undefined && unclear.length + optIns.length > 0;
  const reviews = isLooked ? await withLock(file, addReviews) : [];
  const recorded = await recordEvents(registry, read, to, { standing, waiting }, now);
  return { ...recorded, ...countsOf(reviews), knownReviews: read.reviews.length - reviews.length };
}

function countsOf(reviews: readonly LedgerEvent[]): Pick<Recorded, "reviews" | "requests" | "named"> {
  const requests = reviews.filter(({ action }) => action === "request").length;
  return { reviews: reviews.length, requests, named: reviews.filter(({ reason }) => reason === NAMED).length };
}

/** How many lines of an import name other people's numbers. */
function namingLines(unclear: readonly WantedEvent[]): number {
  return new Set(unclear.flatMap(({ reason, evidence }) => (reason === NAMED ? [placeIn(evidence)] : []))).size;
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
      const registry = openLedger(to.registry, "registry", phonesOf([...decisions, ...without]));
      const reviews = await openReviews(to.reviews);
      const left = reviews.events.filter((event) => !decided.has(rowKey(event)));
      const recorded = await recordAlone(registry, decisions, to, now, new Waiting(left));
      const events = withoutTakenBack([...registry.events, ...recorded.events], now.getTime() / 1000);
      const waiting = withoutWaiting(without, left, events);
      const added = addNew(waiting, left, () => undefined, new Map(), now);
      // Only now: until the decision is durable, the review bars.
      if (left.length < reviews.events.length || added.length > 0) rewriteReviews(to.reviews, [...left, ...added]);
      return { ...recorded, ...countsOf(added), left: left.length + added.length };
    }),
  );
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
    registry.some((event) => event.phone === phone && event.requestedAt === requestedAt && event.source === source);
  return wanted.filter(
    (event) =>
      !waiting.has(messageKey({ ...event, event: "", recordedAt: "" })) &&
      decided.of(event) === undefined &&
      !isClear(event),
  );
}

/** Records what was typed; what stands already is no new event. */
export function recordTyped(events: readonly WantedEvent[], to: Destination, now: Date): Promise<Recorded> {
  return withLock(to.registry, async () => {
    const registry = openLedger(to.registry, "registry", phonesOf(events));
    const state = new RegistryState(registry.events, now.getTime() / 1000);
    const wanted = events.filter((event) => state.standing(event) === undefined);
    // What was taken back is typed anew, if within the same second.
    const stays = withoutTakenBack(registry.events, now.getTime() / 1000);
    const recorded = await recordAlone({ ...registry, events: stays }, wanted, to, now);
    // Also of an opt-in that stood already: who types it again wonders what else bars the number.
    const barred = barredAfter(events, [...registry.events, ...recorded.events], now, new Waiting());
    return { ...recorded, known: events.length - recorded.events.length, barred };
  });
}

/** What the ledger holds of others has no say in what is new of these. */
function phonesOf(events: readonly WantedEvent[]): ReadonlySet<string> {
  return new Set(events.map(({ phone }) => decidedAt(phone)));
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
  return { ...recorded, ...countsOf([]), knownReviews: 0 };
}

async function recordEvents(
  registry: Ledger,
  { events: wanted, helps, hasEmail }: Pick<Wanted, "events" | "helps" | "hasEmail">,
  to: Destination & { acknowledgesOnce: boolean },
  { standing, waiting }: { standing: Map<WantedEvent, LedgerEvent>; waiting: Waiting },
  now: Date,
): Promise<Omit<Recorded, "reviews" | "requests" | "named" | "knownReviews">> {
  const instant = now.getTime() / 1000;
  const mayRepeat = (event: WantedEvent) => (event.requestedAt === "" || event.isStamped) && !isKeptByName(event);
  // What stands matters of these alone: of a million dated messages nothing is asked.
  const undated = new Set(wanted.filter(mayRepeat).map(({ phone }) => phone));
  const state = new RegistryState(
    registry.events.filter(({ phone }) => undated.has(phone)),
    instant,
  );
  const all = [...registry.events];
  const named = new Marked(all);
  const repeated = (event: WantedEvent) =>
    named.of(event, event.action) ?? (mayRepeat(event) ? state.standing(event) : undefined);
  // What says no day may be said anew: it is no repetition of what was taken back.
  const stays = withoutTakenBack(registry.events, instant);
  const staying = stays === registry.events ? undefined : new Set(stays);
  const known = registry.events.filter((event) => event.requestedAt !== "" || staying?.has(event) !== false);
  const added = addNew(wanted, known, repeated, standing, now, (event) => {
    if (undated.has(event.phone)) state.take(event);
    all.push(event);
    named.add(event);
  });
  const idle = idleAmong(standing.values(), all, now, waiting);
  const { acknowledgements: file, templates } = to;
  let appended: Appended = { count: 0, lacksEmail: false };
  if (file !== undefined) {
    const isAdded = new Set(added);
    const owed: Acknowledgement[] = [
      ...wanted.flatMap((one) => {
        const event = standing.get(one)!;
        const isOwed = isAdded.delete(event) && !idle.has(event);
        return isOwed ? (acknowledge(event, one, templates) ?? []) : [];
      }),
      ...helps.map((help) => explain(help, templates)),
    ];
    const terms = { hasEmail, once: to.acknowledgesOnce };
    if (owed.length > 0 || to.acknowledgesOnce)
      appended = await withLock(file, async () => appendAcknowledgements(file, owed, terms));
  }
  if (added.length > 0) appendEvents(to.registry, registry, added);
  return {
    events: added,
    known: wanted.length - added.length,
    isNew: registry.isNew,
    tornLine: registry.tornLine,
    acknowledgements: appended.count,
    lacksEmail: appended.lacksEmail,
    standing,
    idle,
    barred: barredAfter(added, all, now, waiting),
  };
}

function barredAfter(
  recorded: readonly Pick<LedgerEvent, "phone" | "action">[],
  events: readonly LedgerEvent[],
  now: Date,
  waiting: Waiting,
): StillBarred[] {
  const optIns = recorded.filter(({ action }) => action === "opt-in");
  return stillBarred(optIns, events, now.getTime() / 1000 + CLOCK_SKEW, waiting);
}

/** A provider's clock may be ahead of ours by so many seconds: an opt-in that was just given does not lie in the future. */
const CLOCK_SKEW = 300;

function idleAmong(
  standing: Iterable<LedgerEvent>,
  events: readonly LedgerEvent[],
  now: Date,
  waiting: Waiting,
): ReadonlySet<LedgerEvent> {
  const optIns = [...standing].filter(({ action }) => action === "opt-in");
  if (optIns.length === 0) return new Set();
  const phones = new Set(optIns.map(({ phone }) => phone));
  const state = new RegistryState(
    events.filter(({ phone }) => phones.has(phone)),
    now.getTime() / 1000 + CLOCK_SKEW,
  );
  return new Set(optIns.filter((event) => !state.letsThrough(event) || waiting.bars(event)));
}

/**
 * The events of `wanted` that are new, each once; `standing` is told what stands for each. `repeated`: what one only says
 * again that has no date of its own; `taken` is told of each new one.
 */
function addNew(
  wanted: readonly WantedEvent[],
  events: readonly LedgerEvent[],
  repeated: (event: WantedEvent) => LedgerEvent | undefined,
  standing: Map<WantedEvent, LedgerEvent>,
  now: Date,
  taken: (event: LedgerEvent) => void = () => {},
): LedgerEvent[] {
  const known = new Map(events.map((event) => [identityOf(event), event]));
  const added: LedgerEvent[] = [];
  const recordedAt = timestampInElSalvador(now);
  for (const one of wanted) {
    const identity = identityOf(one);
    // Of an erased person it is not known any more where an event came from: without that it is the same.
    const erased = one.requestedAt === "" ? undefined : known.get(identityOf({ ...one, source: "" }));
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
function repeatedReview({ events }: Ledger, wanted: WantedEvent): LedgerEvent | undefined {
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
