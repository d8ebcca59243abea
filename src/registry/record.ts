// The one way into a registry: what is new of all that is wanted goes to the ledger, what is unclear to the reviews, and whoever
// asked gets an acknowledgement. In an order that loses nothing wherever the process is killed. A group is recorded whole or not
// at all; of a long import that breaks off the beginning stays, which the next one knows. The locks are held for a group, so others
// write and read between two of them.

import { randomUUID } from "node:crypto";
import { ExitCode, ScrubError } from "../errors.js";
import { checkAppendable } from "../files/append.js";
import { withLock } from "../files/lock.js";
import { sizeOf } from "../files/paths.js";
import { timestampInElSalvador } from "../text/values.js";
import { AcknowledgementFile, acknowledge, explain, type Templates } from "./acknowledgements.js";
import { MOST_SHOWN, type StillBarred } from "./event-book.js";
import { appendEvents, rewriteReviews } from "./ledger.js";
import { keyOf, type LedgerAction, type LedgerEvent, NAMED, placeIn } from "./ledger-event.js";
import { EventList, LedgerIndex, type OpenedLedger, opened } from "./ledger-index.js";
import { isOfRange, newsOf } from "./news.js";
import { openReviews, reviewsAreResaved } from "./reviewed.js";
import type { Understood, WantedEvent, WantedHelp } from "./understanding.js";

/** The files to which is written. */
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
  /** A few numbers of new opt-ins that are opted out nevertheless, and how many there are. */
  barred: readonly StillBarred[];
  barredCount: number;
}

export const NOTHING_RECORDED: Outcome = {
  added: {},
  known: 0,
  reviews: 0,
  requests: 0,
  named: 0,
  knownReviews: 0,
  tornLine: undefined,
  acknowledgements: 0,
  lacksEmail: false,
  barred: [],
  barredCount: 0,
};

/** What two groups came to together. */
export function together(one: Outcome, other: Outcome): Outcome {
  const added: Partial<Record<LedgerAction, number>> = { ...one.added };
  for (const [action, count] of Object.entries(other.added) as [LedgerAction, number][])
    added[action] = (added[action] ?? 0) + count;
  const barred = new Map([...one.barred, ...other.barred].map((it) => [it.phone, it]));
  const sum = { ...one, added, barred: [...barred.values()].slice(0, MOST_SHOWN) };
  for (const name of COUNTS) sum[name] += other[name];
  return { ...sum, tornLine: one.tornLine ?? other.tornLine, lacksEmail: one.lacksEmail || other.lacksEmail };
}

const COUNTS = ["known", "reviews", "requests", "named", "knownReviews", "acknowledgements", "barredCount"] as const;

/** What became of a wanted event. */
export interface Told {
  event: LedgerEvent;
  isNew: boolean;
  /** An opt-in that lets nothing through. */
  isIdle: boolean;
}

/** `told`: what became of each event and review that was wanted; all that are barred. */
export interface Recorded extends Outcome {
  told: ReadonlyMap<WantedEvent, Told>;
}

/** How many records are a group of an import. Tests alone change it. */
export const AT_A_TIME = { records: 4096 };

/** What is asked for together. */
interface Wanted {
  events: readonly WantedEvent[];
  reviews: readonly WantedEvent[];
  helps: readonly WantedHelp[];
}

interface RecorderTerms {
  /** Whether the import has addresses. */
  hasEmail?: () => boolean;
  /** It is answered as it comes: a call for help each time, while a file answers one that comes again once. */
  isLive?: boolean;
}

export class Recorder {
  readonly #registry: LedgerIndex;
  readonly #reviews: LedgerIndex;
  /** The calls for help that the file of acknowledgements answers. */
  readonly #answered: { helps?: Set<string> } | undefined;
  readonly #hasEmail: () => boolean;
  /** A registry stands there, of this run or of others before. */
  #hasBegun = false;
  // Of an import of several groups.
  #total: Outcome | undefined;
  readonly #withOptIn: Understood[] = [];
  readonly #barred = new Set<string>();

  constructor(
    private readonly to: Destination,
    { hasEmail = () => false, isLive = false }: RecorderTerms = {},
  ) {
    this.#registry = new LedgerIndex(to.registry, "registry");
    this.#reviews = new LedgerIndex(to.reviews ?? "", "reviews");
    this.#answered = isLive ? undefined : {};
    this.#hasEmail = hasEmail;
  }

  /** Reads the registry, before anybody waits for an answer. What can't be written is refused. `create`: what is not there is begun. */
  async begin({ create }: { create: boolean }): Promise<void> {
    const { registry, reviews, acknowledgements } = this.to;
    for (const file of [registry, reviews, acknowledgements]) if (file !== undefined) checkAppendable(file);
    // It refuses a file of anything else.
    if (acknowledgements !== undefined) new AcknowledgementFile(acknowledgements, false);
    const isNew = await withLock(registry, async () => this.#look());
    // A registry is begun before its review: where only that stands, the registry is lost, and a new one would bar nobody of before.
    if (create && isNew && reviews !== undefined && sizeOf(reviews) > 0)
      throw new ScrubError(ExitCode.suppressionList, "registryLost", [reviews], { file: registry });
    if (create) await this.end();
  }

  /** Begins what does not stand yet: a scrub takes the registry and the review, whether anything is in them or not. */
  async end(): Promise<void> {
    const { registry, reviews } = this.to;
    await withLock(registry, async () => {
      this.#look();
      appendEvents(registry, this.#registry.end, []);
    });
    this.#hasBegun = true;
    if (reviews === undefined || sizeOf(reviews) > 0) return;
    await withLock(reviews, async () => {
      const index = this.#reviews.openAgain();
      index.close();
      appendEvents(reviews, index.end, []);
    });
  }

  /** Reads the registry on, and returns whether nothing stands there. */
  #look(): boolean {
    this.#registry.openAgain().close();
    return this.#refuseGone();
  }

  /** A new registry in the place of one that is gone would pass for whole, and bar nobody of before. */
  #refuseGone(): boolean {
    const isEmpty = this.#registry.end.length === 0;
    if (this.#hasBegun && isEmpty)
      throw new ScrubError(ExitCode.suppressionList, "registryGone", [], { file: this.to.registry });
    this.#hasBegun = !isEmpty;
    return isEmpty;
  }

  /**
   * Records a group. Once this is done it is durable; where it fails, nobody is told anything. `isTyped`: as `newsOf` has it;
   * `isAll`: nothing is recorded behind it, and of the ledgers no more is read than it asks about.
   */
  async record(
    group: readonly Understood[],
    { now = new Date(), isTyped = false, isAll = false } = {},
  ): Promise<Recorded> {
    const { to } = this;
    const wanted = {
      events: group.flatMap(({ events }) => events),
      reviews: group.flatMap(({ reviews }) => reviews),
      helps: group.flatMap(({ help }) => help ?? []),
    };
    const isNothing = wanted.events.length + wanted.reviews.length === 0;
    if (isNothing && !isAll && (wanted.helps.length === 0 || to.acknowledgements === undefined))
      return { ...NOTHING_RECORDED, told: new Map() };
    // Of a ledger that is read on, all numbers are known.
    const keys = isAll ? new Set([...wanted.events, ...wanted.reviews].map(keyOf)) : undefined;
    return withLock(to.registry, async () => {
      const registry = keys === undefined ? this.#registry.openAgain() : opened(to.registry, "registry", keys);
      try {
        if (!isAll) this.#refuseGone();
        const recording = new Recording(wanted, registry, { now, isTyped });
        if (to.reviews === undefined || isTyped) {
          recording.plan(undefined);
          refuseWaiting(recording, group);
        } else if (isAll || wanted.reviews.length > 0 || wanted.events.some(isOptIn)) {
          const file = to.reviews;
          await withLock(file, () => this.#recordReviews(recording, file, keys));
        } else recording.plan(undefined);
        const recorded = await recording.recordEvents(to, this.#hasEmail(), this.#answered, isAll);
        registry.close();
        // What is answered is missed where it is lost before the next message comes.
        if (!isAll && this.#answered === undefined) this.#look();
        this.#hasBegun ||= Object.keys(recorded.added).length > 0;
        return recorded;
      } finally {
        registry.close();
      }
    });
  }

  /**
   * Records the next group of an import, and returns what all groups came to. Opt-ins are recorded behind all else: one that lets
   * nothing through is not acknowledged.
   */
  async recordNext(group: readonly Understood[], { isLast, now }: { isLast: boolean; now: Date }): Promise<Outcome> {
    if (isLast && this.#total === undefined) return this.record(group, { now, isAll: true });
    const hasOptIn = ({ events }: Understood) => events.some(isOptIn);
    this.#withOptIn.push(...group.filter(hasOptIn));
    const groups = [group.filter((one) => !hasOptIn(one))];
    while (isLast && this.#withOptIn.length > 0) groups.push(this.#withOptIn.splice(0, AT_A_TIME.records));
    for (const one of groups) {
      const outcome = await this.record(one, { now });
      for (const { phone } of outcome.barred) this.#barred.add(phone);
      this.#total = together(this.#total ?? NOTHING_RECORDED, outcome);
    }
    if (isLast) await this.end();
    return { ...this.#total!, barredCount: this.#barred.size };
  }

  /** Finds out what is new, and records what waits. */
  async #recordReviews(recording: Recording, file: string, keys: ReadonlySet<number> | undefined): Promise<void> {
    if (reviewsAreResaved(file)) {
      const ledger = await openReviews(file);
      const added = recording.plan(new EventList(ledger.events, ledger));
      if (added.length > 0) rewriteReviews(file, [...ledger.events, ...added]);
      return;
    }
    const reviews = keys === undefined ? this.#reviews.openAgain() : opened(file, "reviews", keys);
    try {
      const added = recording.plan(reviews);
      // A scrub takes the file with -s, whether anything waits in it or not.
      if (added.length > 0 || (keys !== undefined && reviews.end.length === 0)) appendEvents(file, reviews.end, added);
    } finally {
      reviews.close();
    }
  }
}

/** Refuses what waits for a person where no file holds it: how many there are, and how many lines name other people's numbers. */
function refuseWaiting({ undecided }: Recording, group: readonly Understood[]): void {
  if (undecided.size === 0) return;
  const naming = new Set([...undecided].flatMap((one) => (one.reason === NAMED ? placeIn(one.evidence) : [])));
  const { line } = group.find(({ reviews }) => reviews.length > 0)!;
  throw new ScrubError(ExitCode.guard, "needsReview", [undecided.size, naming.size], { line });
}

/** What is wanted together, what is new of it, and what came of it. */
export class Recording {
  readonly #told = new Map<WantedEvent, Told>();
  #barred: readonly StillBarred[] = [];
  /** The wanted reviews on which nobody has decided. */
  undecided: ReadonlySet<WantedEvent> = new Set();

  constructor(
    private readonly wanted: Wanted,
    private readonly registry: OpenedLedger,
    private readonly terms: { now: Date; isTyped: boolean },
  ) {}

  /** Finds out what is new, and returns the new reviews. `waiting`: what waits already; undefined where that has no say. */
  plan(waiting: OpenedLedger | undefined): LedgerEvent[] {
    const { registry, terms } = this;
    const { events, reviews } = this.wanted;
    const recordedAt = timestampInElSalvador(terms.now);
    const keyed = [...events, ...reviews].map((one) => ({ one, key: keyOf(one) }));
    const counts = new Map<number, number>();
    for (const { key } of keyed) counts.set(key, (counts.get(key) ?? 0) + 1);
    // What no ledger knows of a phone of which nothing else is wanted is new.
    const isAlone = ({ one, key }: (typeof keyed)[number]) =>
      counts.get(key) === 1 && !isOptIn(one) && !isOfRange(one) && !registry.has(key) && waiting?.has(key) !== true;
    const alone = new Set(keyed.filter(isAlone).map(({ one }) => one));
    const isOther = (one: WantedEvent) => !alone.has(one);
    const keys = new Set(keyed.filter(({ one }) => isOther(one)).map(({ key }) => key));
    const before = (waiting?.eventsOf(keys) ?? []).filter((event) => !isOfRange(event));
    const news = newsOf(
      { events: events.filter(isOther), reviews: reviews.filter(isOther) },
      { registry: registry.eventsOf(keys), waiting: [...before, ...(waiting?.ofRanges ?? [])] },
      terms,
    );
    const untold = new Set([...news.events, ...news.reviews]);
    for (const { one } of keyed) {
      const isNew = alone.has(one);
      const event = isNew ? Object.assign(one, { event: randomUUID(), recordedAt }) : news.standing.get(one)!;
      this.#told.set(one, { event, isNew: isNew || untold.delete(event), isIdle: news.idle.has(event) });
    }
    this.#barred = news.barred;
    this.undecided = new Set([...news.undecided, ...reviews.filter((one) => alone.has(one))]);
    return this.#newOf(reviews).map(({ told }) => told.event);
  }

  #newOf(wanted: readonly WantedEvent[]): { one: WantedEvent; told: Told }[] {
    return wanted.map((one) => ({ one, told: this.#told.get(one)! })).filter(({ told }) => told.isNew);
  }

  /** Records what is new, and returns what came of it all. `touches`: the registry, also where nothing is new. */
  async recordEvents(
    { registry: file, acknowledgements, templates }: Destination,
    hasEmail: boolean,
    answered: { helps?: Set<string> } | undefined,
    touches: boolean,
  ): Promise<Recorded> {
    const { wanted, registry } = this;
    const news = this.#newOf(wanted.events);
    const owed = [
      ...news.flatMap(({ one, told }) => (told.isIdle ? [] : (acknowledge(told.event, one, templates) ?? []))),
      ...wanted.helps.map((help) => explain(help, templates)),
    ];
    let appended = { count: 0, lacksEmail: false };
    if (acknowledgements !== undefined && (owed.length > 0 || touches))
      appended = await withLock(acknowledgements, async () =>
        new AcknowledgementFile(acknowledgements, hasEmail, answered).add(owed),
      );
    if (news.length > 0 || touches)
      appendEvents(
        file,
        registry.end,
        news.map(({ told }) => told.event),
      );
    const added: Partial<Record<LedgerAction, number>> = {};
    for (const { action } of news.map(({ one }) => one)) added[action] = (added[action] ?? 0) + 1;
    const reviews = this.#newOf(wanted.reviews).map(({ one }) => one);
    return {
      added,
      known: wanted.events.length - news.length,
      reviews: reviews.length,
      requests: reviews.filter(({ action }) => action === "request").length,
      named: reviews.filter(({ reason }) => reason === NAMED).length,
      knownReviews: wanted.reviews.length - reviews.length,
      tornLine: registry.end.tornLine,
      acknowledgements: appended.count,
      lacksEmail: appended.lacksEmail,
      barred: this.#barred,
      barredCount: this.#barred.length,
      told: this.#told,
    };
  }
}

function isOptIn({ action }: WantedEvent): boolean {
  return action === "opt-in";
}
