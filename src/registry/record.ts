// The one way into a registry: what is new of all that is wanted goes to the ledger, what is unclear to the reviews, and whoever
// asked gets an acknowledgement. In an order that loses nothing wherever the process is killed. A group is recorded whole or not
// at all; of a long import that breaks off the beginning stays, which the next one knows. The locks are held for a group, so others
// write and read between two of them.

import { ExitCode, ScrubError } from "../errors.js";
import { checkAppendable } from "../files/append.js";
import { withLock } from "../files/lock.js";
import { sizeOf } from "../files/paths.js";
import { AcknowledgementFile, acknowledge, explain, type Templates } from "./acknowledgements.js";
import type { StillBarred } from "./book.js";
import { appendEvents, type LedgerEnd, rewriteReviews } from "./ledger.js";
import { keyOf, type LedgerAction, NAMED, placeIn, recordKey } from "./ledger-event.js";
import { LedgerIndex } from "./ledger-index.js";
import { isOptIn, type Known, known, type News, newsOf, type Wanted } from "./news.js";
import { type Decisions, openReviews, reviewsAreResaved, rowKey } from "./reviewed.js";
import type { Understood, WantedHelp } from "./understanding.js";

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
  /** Numbers of new opt-ins that are opted out nevertheless, each once. */
  barred: readonly StillBarred[];
}

const COUNTS = ["known", "reviews", "requests", "named", "knownReviews", "acknowledgements"] as const;

export const NOTHING_RECORDED: Outcome = {
  ...{ added: {}, known: 0, reviews: 0, requests: 0, named: 0, knownReviews: 0, acknowledgements: 0 },
  ...{ tornLine: undefined, lacksEmail: false, barred: [] },
};

/** What two groups came to together. */
export function together(one: Outcome, other: Outcome): Outcome {
  const added: Partial<Record<LedgerAction, number>> = { ...one.added };
  for (const [action, count] of Object.entries(other.added) as [LedgerAction, number][])
    added[action] = (added[action] ?? 0) + count;
  const barred = new Map([...one.barred, ...other.barred].map((it) => [it.phone, it]));
  const sum = { ...one, added, barred: [...barred.values()] };
  for (const name of COUNTS) sum[name] += other[name];
  return { ...sum, tornLine: one.tornLine ?? other.tornLine, lacksEmail: one.lacksEmail || other.lacksEmail };
}

export interface Recorded extends Outcome {
  told: News["told"];
}

/** How many records are a group of an import. Tests alone change it. */
export const AT_A_TIME = { records: 4096 };

interface RecorderTerms {
  /** Whether the import has addresses. */
  hasEmail?: () => boolean;
  /** It is answered as it comes: a call for help each time, while a file answers one that comes again once. */
  isLive?: boolean;
}

interface WantedOfGroup extends Wanted {
  helps: readonly WantedHelp[];
}

function wantedIn(group: readonly Understood[]): WantedOfGroup {
  return {
    events: group.flatMap(({ events }) => events),
    reviews: group.flatMap(({ reviews }) => reviews),
    helps: group.flatMap(({ help }) => help ?? []),
  };
}

const NOTHING_KNOWN = known([]);

export class Recorder {
  readonly #registry: LedgerIndex;
  readonly #reviews: LedgerIndex;
  /** The calls for help that the file of acknowledgements answers. */
  readonly #answered: { helps?: Set<string> } | undefined;
  readonly #hasEmail: () => boolean;
  /** A registry stands there, of this run or of others before. */
  #hasBegun = false;
  /** What waits for a person and has no file: how many, how many lines that name other people's numbers, and the first line. */
  readonly #waiting = { reviews: 0, naming: 0, line: 0 };

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
    const { registry, reviews, acknowledgements } = this.to;
    await withLock(registry, async () => {
      this.#look();
      appendEvents(registry, this.#registry.end, []);
    });
    this.#hasBegun = true;
    if (acknowledgements !== undefined && this.#answered !== undefined && sizeOf(acknowledgements) === 0)
      await withLock(acknowledgements, async () => new AcknowledgementFile(acknowledgements, this.#hasEmail()).add([]));
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
   * `isAll`: nothing is recorded behind it, and of the ledgers no more is kept than it asks about.
   */
  async record(
    group: readonly Understood[],
    { now = new Date(), isTyped = false, isAll = false } = {},
  ): Promise<Recorded> {
    const { to } = this;
    const wanted = wantedIn(group);
    const isNothing = wanted.events.length + wanted.reviews.length === 0;
    if (isNothing && !isAll && (wanted.helps.length === 0 || to.acknowledgements === undefined))
      return { ...NOTHING_RECORDED, told: newsOf(wanted, NOTHING_KNOWN, NOTHING_KNOWN, { now, isTyped }).told };
    // Of a ledger that is read on, all numbers are known.
    const only = isAll ? new Set([...wanted.events, ...wanted.reviews].map(keyOf)) : undefined;
    return withLock(to.registry, async () => {
      const registry = (
        only === undefined ? this.#registry : new LedgerIndex(to.registry, "registry", only)
      ).openAgain();
      try {
        if (!isAll) this.#refuseGone();
        const newsBeside = (waiting: Known) => newsOf(wanted, registry, waiting, { now, isTyped });
        const hasSay = isAll || wanted.reviews.length > 0 || wanted.events.some(isOptIn);
        const news =
          to.reviews === undefined || isTyped || !hasSay
            ? newsBeside(NOTHING_KNOWN)
            : await withLock(to.reviews, () => this.#recordReviews(newsBeside, to.reviews!, only));
        if (to.reviews === undefined || isTyped) this.#refuseWaiting(news, group);
        const terms = { hasEmail: this.#hasEmail(), answered: this.#answered, touches: isAll };
        const recorded = await recordNews(news, wanted, to, registry.end, terms);
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
   * Looks at a group of an import that has no file for what waits for a person, and records nothing. Behind the last one it is
   * refused whole if anything does.
   */
  async lookAt(group: readonly Understood[], { isLast, now }: { isLast: boolean; now: Date }): Promise<void> {
    const wanted = { events: [], reviews: wantedIn(group).reviews };
    if (wanted.reviews.length === 0 && !isLast) return;
    await withLock(this.to.registry, async () => {
      const registry = this.#registry.openAgain();
      try {
        const news = newsOf(wanted, registry, NOTHING_KNOWN, { now, isTyped: false });
        this.#refuseWaiting(news, group, isLast);
      } finally {
        registry.close();
      }
    });
  }

  #refuseWaiting({ undecided }: News, group: readonly Understood[], isLast = true): void {
    const waiting = this.#waiting;
    if (undecided.length > 0) {
      waiting.reviews += undecided.length;
      waiting.naming += new Set(undecided.flatMap((one) => (one.reason === NAMED ? placeIn(one.evidence) : []))).size;
      waiting.line ||= group.find(({ reviews }) => reviews.length > 0)!.line;
    }
    const { reviews, naming, line } = waiting;
    if (isLast && reviews > 0) throw new ScrubError(ExitCode.guard, "needsReview", [reviews, naming], { line });
  }

  /** Finds out what is new, and records what waits. */
  async #recordReviews(
    newsBeside: (waiting: Known) => News,
    file: string,
    only: ReadonlySet<number> | undefined,
  ): Promise<News> {
    if (reviewsAreResaved(file)) {
      const events = await openReviews(file);
      const news = newsBeside(known(events));
      if (news.reviews.length > 0) rewriteReviews(file, [...events, ...news.reviews]);
      return news;
    }
    const reviews = (only === undefined ? this.#reviews : new LedgerIndex(file, "reviews", only)).openAgain();
    try {
      const news = newsBeside(reviews);
      // A scrub takes the file with -s, whether anything waits in it or not.
      if (news.reviews.length > 0 || (only !== undefined && reviews.end.length === 0))
        appendEvents(file, reviews.end, news.reviews);
      return news;
    } finally {
      reviews.close();
    }
  }
}

interface RecordingTerms {
  hasEmail: boolean;
  answered: { helps?: Set<string> } | undefined;
  /** The files are written to also where nothing is new. */
  touches: boolean;
}

/** Records the events that are new, whose reviews are recorded, and returns what came of it all. */
async function recordNews(
  news: News,
  wanted: WantedOfGroup,
  { registry, acknowledgements, templates }: Destination,
  end: LedgerEnd,
  { hasEmail, answered, touches }: RecordingTerms,
): Promise<Recorded> {
  const owed = [
    ...news.events.flatMap((one) => (news.told(one).isIdle ? [] : (acknowledge(one, one, templates) ?? []))),
    ...wanted.helps.map((help) => explain(help, templates)),
  ];
  let appended = { count: 0, lacksEmail: false };
  if (acknowledgements !== undefined && (owed.length > 0 || touches))
    appended = await withLock(acknowledgements, async () =>
      new AcknowledgementFile(acknowledgements, hasEmail, answered).add(owed),
    );
  if (news.events.length > 0 || touches) appendEvents(registry, end, news.events);
  const added: Partial<Record<LedgerAction, number>> = {};
  for (const { action } of news.events) added[action] = (added[action] ?? 0) + 1;
  return {
    added,
    known: wanted.events.length - news.events.length,
    reviews: news.reviews.length,
    requests: news.reviews.filter(({ action }) => action === "request").length,
    named: news.reviews.filter(({ reason }) => reason === NAMED).length,
    knownReviews: wanted.reviews.length - news.reviews.length,
    tornLine: end.tornLine,
    acknowledgements: appended.count,
    lacksEmail: appended.lacksEmail,
    barred: news.barred,
    told: news.told,
  };
}

/** Records decisions on reviews, and takes these out of the reviews. */
export function recordDecisions(
  { events, decided }: Pick<Decisions, "events" | "decided">,
  to: Destination & { reviews: string },
  now: Date,
): Promise<Outcome & { left: number }> {
  return withLock(to.registry, () =>
    withLock(to.reviews, async () => {
      const reviews = await openReviews(to.reviews);
      const left = reviews.filter((event) => !decided.has(rowKey(event)));
      const wanted = { events, reviews: [], helps: [] };
      const registry = new LedgerIndex(to.registry, "registry", new Set(events.map(keyOf))).openAgain();
      try {
        const news = newsOf(wanted, registry, known(left), { now, isTyped: false });
        const terms = { hasEmail: false, answered: {}, touches: true };
        const outcome = await recordNews(news, wanted, to, registry.end, terms);
        // Only now: until the decision is durable, the review bars.
        if (left.length < reviews.length) rewriteReviews(to.reviews, left);
        return { ...outcome, left: left.length };
      } finally {
        registry.close();
      }
    }),
  );
}

/** Takes out of the reviews what waited of records that the user has explained since. Returns how many. */
export function releaseMapped(file: string, mapped: ReadonlySet<string>): Promise<number> {
  return withLock(file, async () => {
    const events = await openReviews(file);
    const left = events.filter(
      (event) => event.action !== "review" || event.reason === NAMED || !mapped.has(recordKey(event)),
    );
    if (left.length < events.length) rewriteReviews(file, left);
    return events.length - left.length;
  });
}
