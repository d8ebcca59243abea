// The one way into a registry: what is new goes to the ledger, what is unclear to the reviews, and whoever asked gets an
// acknowledgement, in an order that loses nothing wherever the process is killed. A group is recorded whole or not at all, and the
// locks are held for a group. Of a long import that breaks off the beginning stays, which the next one knows.

import { ExitCode, ScrubError } from "../errors.js";
import { checkAppendable } from "../files/append.js";
import { withLock } from "../files/lock.js";
import { sizeOf } from "../files/paths.js";
import { foldWords } from "../headers/event-words.js";
import { AcknowledgementFile, acknowledge, explain, type Templates } from "./acknowledgements.js";
import type { SaidWords } from "./asked.js";
import type { StillSuppressed } from "./book.js";
import { appendEvents, type LedgerEnd, type LedgerUse, openLedger, rewriteReviews } from "./ledger.js";
import { keyOf, type LedgerAction, type LedgerEvent, NAMED } from "./ledger-event.js";
import { LedgerIndex } from "./ledger-index.js";
import { type Known, known, type News, newsOf, type Wanted } from "./news.js";
import { type Decisions, openReviews, reviewsAreResaved, rowKey } from "./reviewed.js";
import type { Understood, WantedEvent } from "./understanding.js";

/** The files to which is written. */
export interface Destination {
  registry: string;
  reviews: string | undefined;
  acknowledgements: string | undefined;
  templates: Templates;
}

/** New events by their action; new `reviews`, with requests and named numbers among them; what is known; acknowledgements. */
type Counted = LedgerAction | "reviews" | "requests" | "named" | "known" | "knownReviews" | "acknowledgements";

export interface Torn {
  file: string;
  line: number;
}

/** How many records are a group of an import. Tests alone change it. */
export const AT_A_TIME = { records: 4096 };

interface WantedOfGroup extends Wanted {
  helps: readonly WantedEvent[];
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
  readonly #ledgers: Readonly<Record<LedgerUse, LedgerIndex>>;
  /** The calls for help that the file of acknowledgements answers. */
  readonly #answered: { helps?: Set<string> } = {};
  /** The import has addresses; but the file of acknowledgements has no column for them. */
  hasEmail = false;
  lacksEmail = false;
  readonly counts: Partial<Record<Counted, number>> = {};
  /** Ledgers of which an unfinished last line was taken away, with its number. */
  readonly torn: Torn[] = [];
  /** Numbers of new opt-ins that are opted out nevertheless. */
  readonly suppressed = new Map<string, StillSuppressed>();
  #hasBegun = false;
  /** What waits for a person and has no file, and the first line. */
  readonly #waiting = { reviews: 0, line: 0 };

  /** `from`: the file of what is recorded. */
  constructor(
    private readonly to: Destination,
    private readonly from = "",
  ) {
    const { registry, reviews = "" } = to;
    this.#ledgers = { registry: new LedgerIndex(registry, "registry"), reviews: new LedgerIndex(reviews, "reviews") };
  }

  /** Reads the registry, before anybody waits for an answer. What can't be written is refused. `create`: what is not there is begun. */
  async begin({ create }: { create: boolean }): Promise<void> {
    const { registry, reviews, acknowledgements } = this.to;
    for (const file of [registry, reviews, acknowledgements]) if (file !== undefined) checkAppendable(file);
    // It refuses a file of anything else.
    if (acknowledgements !== undefined) new AcknowledgementFile(acknowledgements, false);
    const isNew = await this.#open("registry", () => this.#refuseGone());
    // A registry is begun before its review: where only that stands, the registry is lost, and a new one would bar nobody of before.
    if (create && isNew && reviews !== undefined && sizeOf(reviews) > 0)
      throw new ScrubError(ExitCode.suppressionList, "registryLost", [reviews], { file: registry });
    if (create) await this.end();
  }

  /** Begins what does not stand yet: a scrub takes the registry and the review, whether anything is in them or not. */
  async end(): Promise<void> {
    const { reviews, acknowledgements } = this.to;
    await this.#open("registry", (ledger) => {
      this.#refuseGone();
      this.#append(ledger, []);
    });
    this.#hasBegun = true;
    if (acknowledgements !== undefined && sizeOf(acknowledgements) === 0)
      await withLock(acknowledgements, async () => new AcknowledgementFile(acknowledgements, this.hasEmail).add([]));
    if (reviews !== undefined && sizeOf(reviews) === 0)
      await this.#open("reviews", (ledger) => this.#append(ledger, []));
  }

  /** Works on a ledger under its lock. `only`: the keys that are asked about. */
  #open<T>(use: LedgerUse, work: (ledger: LedgerIndex) => T | Promise<T>, only?: ReadonlySet<number>): Promise<T> {
    const own = this.#ledgers[use];
    return withLock(own.file, async () => {
      if (use === "reviews" && reviewsAreResaved(own.file)) rewriteReviews(own.file, await openReviews(own.file));
      return work((only === undefined ? own : new LedgerIndex(own.file, use, only)).readOn());
    });
  }

  /** A new registry in the place of one that is gone would bar nobody of before. Returns whether nothing stands there. */
  #refuseGone(): boolean {
    const isEmpty = this.#ledgers.registry.end.length === 0;
    if (this.#hasBegun && isEmpty)
      throw new ScrubError(ExitCode.suppressionList, "registryGone", [], { file: this.to.registry });
    this.#hasBegun = !isEmpty;
    return isEmpty;
  }

  /** Records a group, durably. `isTyped`: as `newsOf` has it; `isAll`: nothing is recorded behind it. */
  async record(group: readonly Understood[], { now = new Date(), isTyped = false, isAll = false } = {}): Promise<News> {
    const { reviews } = this.to;
    const wanted = wantedIn(group);
    // Of a ledger that is read on, all numbers are known.
    const only = isAll ? new Set([...wanted.events, ...wanted.reviews].map(keyOf)) : undefined;
    return this.#open(
      "registry",
      async (registry) => {
        if (!isAll) this.#refuseGone();
        const newsWith = (waiting: Known) => newsOf(wanted, registry, waiting, { now, isTyped });
        const withReviews = (waiting: LedgerIndex) => {
          const news = newsWith(waiting);
          // A scrub takes the file with -s, whether anything waits in it or not.
          if (news.reviews.length > 0 || (isAll && waiting.end.length === 0)) this.#append(waiting, news.reviews);
          return news;
        };
        const news = reviews === undefined ? newsWith(NOTHING_KNOWN) : await this.#open("reviews", withReviews, only);
        if (reviews === undefined) this.#refuseWaiting(news, group);
        await this.#recordNews(news, wanted, registry, isAll);
        // What is answered is missed where it is lost before the next message comes.
        if (!isAll) registry.readOn();
        this.#hasBegun ||= news.events.length > 0;
        return news;
      },
      only,
    );
  }

  /** Looks at a group of an import without a review, and records nothing. After the last one, what has to wait is refused. */
  async lookAt(group: readonly Understood[], { isLast, now }: { isLast: boolean; now: Date }): Promise<void> {
    const wanted = { events: [], reviews: wantedIn(group).reviews };
    if (wanted.reviews.length === 0 && !isLast) return;
    await this.#open("registry", (registry) =>
      this.#refuseWaiting(newsOf(wanted, registry, NOTHING_KNOWN, { now, isTyped: false }), group, isLast),
    );
  }

  #refuseWaiting({ undecided }: News, group: readonly Understood[], isLast = true): void {
    const waiting = this.#waiting;
    waiting.reviews += undecided.length;
    if (undecided.length > 0) waiting.line ||= group.find(({ reviews }) => reviews.length > 0)!.line;
    if (isLast && waiting.reviews > 0)
      throw new ScrubError(ExitCode.guard, "needsReview", [waiting.reviews], { file: this.from, line: waiting.line });
  }

  /** Records decisions on reviews, and takes these out of the reviews. Returns how many are left. */
  decide({ events, decided }: Pick<Decisions, "events" | "decided">, now: Date): Promise<number> {
    const file = this.to.reviews!;
    const wanted = { events, reviews: [], helps: [] };
    const work = (registry: LedgerIndex) =>
      withLock(file, async () => {
        const reviews = await openReviews(file);
        if (!reviewsAreResaved(file)) this.#noteTorn(file, openLedger(file, "reviews"));
        const left = reviews.filter((event) => !decided.has(rowKey(event)));
        await this.#recordNews(newsOf(wanted, registry, known(left), { now, isTyped: false }), wanted, registry, true);
        // Only now: until the decision is durable, the review bars.
        if (left.length < reviews.length) rewriteReviews(file, left);
        return left.length;
      });
    return this.#open("registry", work, new Set(events.map(keyOf)));
  }

  /** Records new events, whose reviews are recorded. `touches`: the files get a new date also where nothing is new. */
  async #recordNews(news: News, wanted: WantedOfGroup, ledger: LedgerIndex, touches: boolean): Promise<void> {
    const { acknowledgements, templates } = this.to;
    const owed = [
      ...news.events.flatMap((one) => (one.result!.isIdle ? [] : (acknowledge(one, one, templates) ?? []))),
      ...wanted.helps.map((help) => explain(help, templates)),
    ];
    if (acknowledgements !== undefined && (owed.length > 0 || touches))
      await withLock(acknowledgements, async () => {
        const added = new AcknowledgementFile(acknowledgements, this.hasEmail, this.#answered).add(owed);
        this.#count("acknowledgements", added.count);
        this.lacksEmail ||= added.lacksEmail;
      });
    if (news.events.length > 0 || touches) this.#append(ledger, news.events);
    this.#count("reviews", news.reviews.length);
    this.#count("requests", news.reviews.filter(({ action }) => action === "request").length);
    this.#count("named", news.reviews.filter(({ reason }) => reason === NAMED).length);
    this.#count("known", wanted.events.length - news.events.length);
    this.#count("knownReviews", wanted.reviews.length - news.reviews.length);
    for (const { action } of news.events) this.#count(action, 1);
    for (const one of news.suppressed) this.suppressed.set(one.phone, one);
  }

  #append({ file, end }: LedgerIndex, events: readonly LedgerEvent[]): void {
    appendEvents(file, end, events);
    this.#noteTorn(file, end);
  }

  #noteTorn(file: string, { tornLine: line }: LedgerEnd): void {
    if (line !== undefined) this.torn.push({ file, line });
  }

  #count(what: Counted, count: number): void {
    if (count > 0) this.counts[what] = (this.counts[what] ?? 0) + count;
  }
}

/** Reasons of what waits for a word of a result; a reply of the same words waits for what it asks. */
const OF_RESULTS = /^unclear-(?!message)/;

/** Takes out of the reviews what waits for nothing but a word that asks for nothing, as the user says. Returns how many. */
export function releaseMapped(file: string, words: SaidWords): Promise<number> {
  return withLock(file, async () => {
    const events = await openReviews(file);
    const isReleased = ({ action, reason, message = "" }: LedgerEvent) =>
      action === "review" && OF_RESULTS.test(reason) && words.get(foldWords(message)) === "other";
    const left = events.filter((event) => !isReleased(event));
    if (left.length < events.length) rewriteReviews(file, left);
    return events.length - left.length;
  });
}
