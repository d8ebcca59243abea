// The one way into a registry. Reviews become durable first, then acknowledgements, then events, so that a kill loses nothing. A group
// is recorded whole or not at all, under the locks. An import that breaks off keeps the groups before; its repetition knows them.

import { ExitCode, ScrubError } from "../errors.js";
import { checkAppendable } from "../files/append.js";
import { withLock } from "../files/lock.js";
import { sizeOf } from "../files/paths.js";
import { foldWords } from "../headers/folding.js";
import type { GivenWords } from "../replies/asked.js";
import type { Templates } from "../text/acknowledgements.js";
import { AcknowledgementFile, acknowledge, explain } from "./acknowledgements.js";
import type { StillSuppressed } from "./book.js";
import { appendEvents, type LedgerUse, openLedger } from "./ledger.js";
import { isReview, keyOf, type LedgerAction, type LedgerEvent, NAMED } from "./ledger-event.js";
import { LedgerIndex } from "./ledger-index.js";
import { type News, newsOf } from "./news.js";
import { changeReviews, type Decisions, openReviews, reviewsAreResaved, rewriteReviews, rowKey } from "./reviewed.js";
import type { Understood } from "./understanding.js";

export interface Destination {
  registry: string;
  reviews: string | undefined;
  acknowledgements: string | undefined;
  templates: Templates;
}

/** New events by their action; new reviews, with the requests and named numbers among them; what is known; acknowledgements. */
type Counted = LedgerAction | "reviews" | "requests" | "named" | "known" | "knownReviews" | "acknowledgements";

type OpenedLedger = Pick<LedgerIndex, "file" | "end" | "eventsOf">;

/** How many records are a group of an import. Tests alone change it. */
export const AT_A_TIME = { records: 4096 };

export class Recorder {
  readonly #ledgers: Readonly<Record<LedgerUse, LedgerIndex>>;
  readonly #acknowledgements: AcknowledgementFile | undefined;
  /** Whether the import has addresses. */
  hasEmail = false;
  readonly counts: Partial<Record<Counted, number>> = {};
  /** Ledgers of which an unfinished last line was taken away, with its number. */
  readonly torn: { file: string; line: number }[] = [];
  /** Numbers of new opt-ins that are opted out nevertheless. */
  readonly suppressed = new Map<string, StillSuppressed>();

  /** `from`: the file that is imported. */
  constructor(
    private readonly to: Destination,
    private readonly from = "",
  ) {
    const { registry, reviews = "", acknowledgements } = to;
    this.#acknowledgements = acknowledgements === undefined ? undefined : new AcknowledgementFile(acknowledgements);
    this.#ledgers = { registry: new LedgerIndex(registry, "registry"), reviews: new LedgerIndex(reviews, "reviews") };
  }

  /** Reads the registry, and refuses what can't be written. `create`: begins the files that are not there. */
  async begin({ create }: { create: boolean }): Promise<void> {
    const { registry, reviews, acknowledgements } = this.to;
    for (const file of [registry, reviews, acknowledgements]) if (file !== undefined) checkAppendable(file);
    this.#acknowledgements?.checkHeader();
    await this.#open("registry", (ledger) => {
      if (!create || ledger.end.length > 0) return;
      // A registry is begun before its review: if only that is there, the registry is lost.
      if (reviews !== undefined && sizeOf(reviews) > 0)
        throw new ScrubError(ExitCode.suppressionList, "registryLost", [reviews], { file: registry });
      this.#append(ledger, []);
    });
    if (create) await this.end();
  }

  /** Begins the files that are not there, and sets the registry's date: a scrub takes registry and review, empty or not. */
  end(): Promise<News> {
    return this.record([], { isLast: true });
  }

  /** Works on a ledger under its lock. `keys`: those that are asked about; without them the ledger is read on, and knows all. */
  #open<T>(use: LedgerUse, work: (ledger: OpenedLedger) => T | Promise<T>, keys?: ReadonlySet<number>): Promise<T> {
    const own = this.#ledgers[use];
    const { file } = own;
    return withLock(file, async () => {
      if (use === "reviews" && reviewsAreResaved(file)) rewriteReviews(file, (await openReviews(file)).events);
      if (keys === undefined) return work(own.readOn());
      const { events, ...end } = openLedger(file, use, (key) => keys.has(key));
      return work({ file, end, eventsOf: () => events });
    });
  }

  /** Records a group, durably. `isTyped`: as for `newsOf`; `isOnly`: there is no other, so only its keys are read; `isLast`: it also does what `end` does. */
  record(group: readonly Understood[], { now = new Date(), isTyped = false, isOnly = false, isLast = false } = {}) {
    const wanted = group.flatMap((one) => one.wanted);
    const keys = isOnly ? new Set(wanted.map(keyOf)) : undefined;
    const work = async (registry: OpenedLedger) => {
      const newsWith = (waiting?: OpenedLedger) => newsOf(wanted, registry, waiting, { now, isTyped });
      const recordReviews = (waiting: OpenedLedger) => this.#recordReviews(newsWith(waiting), waiting, isLast);
      const news = this.to.reviews === undefined ? newsWith() : await this.#open("reviews", recordReviews, keys);
      if (this.to.reviews === undefined) this.#refuseUnfiled(news, group);
      await this.#recordNews(news, group, registry, isLast);
      // Read what was just recorded, so that a ledger that has lost it is refused with the next message.
      if (!isOnly) this.#ledgers.registry.readOn();
      return news;
    };
    return this.#open("registry", work, keys);
  }

  /** Records new reviews. With `isLast` a missing file is begun, even if there are none. */
  #recordReviews(news: News, waiting: OpenedLedger, isLast: boolean): News {
    if (news.reviews.length > 0 || (isLast && waiting.end.length === 0)) this.#append(waiting, news.reviews);
    return news;
  }

  /** Records those of a group of another registry's events that are new, as they are. */
  recordNew(group: readonly LedgerEvent[], newOf: (own: readonly LedgerEvent[]) => LedgerEvent[]): Promise<void> {
    return this.#open("registry", (registry) => {
      const added = newOf(registry.eventsOf(new Set(group.map(keyOf))));
      if (added.length > 0) this.#append(registry, added);
      for (const { action } of added) this.#count(action);
    });
  }

  /** Refuses a group with reviews, for which there is no file. Call it with all groups before the first is recorded. */
  refuseReviews(group: readonly Understood[], now: Date): Promise<void> {
    const wanted = group.flatMap((one) => one.wanted.filter(isReview));
    const work = (registry: OpenedLedger) =>
      this.#refuseUnfiled(newsOf(wanted, registry, undefined, { now, isTyped: false }), group);
    return this.#open("registry", work);
  }

  #refuseUnfiled({ undecided }: News, group: readonly Understood[]): void {
    if (undecided.length === 0) return;
    const { line } = group.find(({ wanted }) => wanted.some(isReview))!;
    throw new ScrubError(ExitCode.guard, "needsReview", [undecided.length], { file: this.from, line });
  }

  /** Records decisions on reviews, and takes these out of the reviews. Returns how many are left. */
  decide({ events, decided }: Pick<Decisions, "events" | "decided">, now: Date): Promise<number> {
    const file = this.to.reviews!;
    const work = (registry: OpenedLedger) =>
      withLock(file, async () => {
        const reviews = await openReviews(file);
        this.#noteTorn(file, reviews);
        const left = reviews.events.filter((event) => !decided.has(rowKey(event)));
        const news = newsOf(events, registry, { eventsOf: () => left }, { now, isTyped: false });
        await this.#recordNews(news, [], registry, true);
        // Until the decision is durable, the review suppresses.
        if (left.length < reviews.events.length) rewriteReviews(file, left);
        return left.length;
      });
    return this.#open("registry", work, new Set(events.map(keyOf)));
  }

  /** Records the new events of a group, whose reviews are recorded. With `isLast` the files get a new date, even if there are none. */
  async #recordNews(news: News, group: readonly Understood[], ledger: OpenedLedger, isLast: boolean): Promise<void> {
    const { templates } = this.to;
    const answers = news.events.map((one) => (one.result!.isIdle ? undefined : acknowledge(one, one, templates)));
    const helps = group.map(({ help }) => help && explain(help, templates));
    const owed = [...answers, ...helps].filter((one) => one !== undefined);
    const added = owed.length > 0 || isLast ? await this.#acknowledgements?.add(owed, this.hasEmail) : undefined;
    this.#count("acknowledgements", added ?? 0);
    if (news.events.length > 0 || isLast) this.#append(ledger, news.events);
    for (const { action, reason, result } of news.wanted) {
      if (!isReview({ action })) this.#count(result!.isNew ? action : "known");
      else this.#count(result!.isNew ? "reviews" : "knownReviews");
      if (result!.isNew && action === "request") this.#count("requests");
      if (result!.isNew && reason === NAMED) this.#count("named");
    }
    for (const one of news.suppressed) this.suppressed.set(one.phone, one);
  }

  #append({ file, end }: OpenedLedger, events: readonly LedgerEvent[]): void {
    appendEvents(file, end, events);
    this.#noteTorn(file, end);
  }

  #noteTorn(file: string, { tornLine: line }: { tornLine?: number | undefined }): void {
    if (line !== undefined) this.torn.push({ file, line });
  }

  #count(what: Counted, count = 1): void {
    if (count > 0) this.counts[what] = (this.counts[what] ?? 0) + count;
  }
}

/** Reasons of what waits for the word of a result. A reply of the same words waits for what it asks. */
const RESULT_REASON = /^unclear-(?!message)/;

/** Takes out of the reviews what only waits for a word of which the user says that it asks for nothing. Returns how many. */
export function releaseMapped(file: string, words: GivenWords): Promise<number> {
  const isOfWord = ({ action, reason, message = "" }: LedgerEvent) =>
    action === "review" && RESULT_REASON.test(reason) && words.get(foldWords(message)) === "other";
  return changeReviews(file, (review) => (isOfWord(review) ? undefined : review));
}
