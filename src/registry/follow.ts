// An import that is recorded as it comes: what one read of the input brought is one group, written at once and answered once
// it is durable. The lock is held for a group, so others write and read between two of them.

import { ExitCode, ScrubError } from "../errors.js";
import { checkAppendable } from "../files/append.js";
import { withLock } from "../files/lock.js";
import { sizeOf } from "../files/paths.js";
import { type Acknowledgement, AcknowledgementFile, acknowledge, explain } from "./acknowledgements.js";
import type { StandingEvent } from "./event-book.js";
import { appendEvents, type Ledger } from "./ledger.js";
import { type LedgerAction, type LedgerEvent, REVIEWED } from "./ledger-event.js";
import { LedgerIndex } from "./ledger-index.js";
import { summed } from "./read-import.js";
import { type Books, type Destination, type Recorded, recordIn, recordTyped } from "./record.js";
import { openReviews, reviewsAreResaved } from "./reviewed.js";
import type { MessageFault, Understood, WantedEvent } from "./understanding.js";

/** What became of one thing that a line asked for. */
export interface Answer {
  /** The id of what was recorded, now or before; of a call for help its acknowledgement's. Null: nothing was. */
  event: string | null;
  action: Exclude<LedgerAction, "settled"> | "help" | "none" | "outbound" | "skipped";
  to: string | null;
  channel: string | null;
  language: Acknowledgement["language"] | null;
  /** Null where no acknowledgement is owed. */
  message: string | null;
  email?: string | undefined;
  /** It stood in the registry before: its acknowledgement has perhaps been sent. */
  known?: true;
  /** Of an opt-in: the opt-outs and reviews that bar nevertheless. */
  stillBarred?: readonly Pick<StandingEvent, "channel" | "event">[];
}

/** What is answered to a line: at least one thing. */
export interface AnsweredLine {
  line: number;
  answers: [Answer, ...Answer[]];
  fault: MessageFault | undefined;
}

const NOTHING_RECORDED: Recorded = {
  events: [],
  added: {},
  known: 0,
  reviews: 0,
  requests: 0,
  named: 0,
  knownReviews: 0,
  tornLine: undefined,
  acknowledgements: 0,
  lacksEmail: false,
  standing: new Map(),
  idle: new Set(),
  barred: [],
  barredCount: 0,
};

export class Follower {
  readonly #registry: LedgerIndex;
  readonly #books: Books;
  /** A registry stands there, of this run or of others before. */
  #hasBegun = false;

  constructor(
    private readonly to: Destination & { reviews: string },
    private readonly hasEmail: () => boolean,
  ) {
    this.#registry = new LedgerIndex(to.registry, "registry");
    const reviews = new LedgerIndex(to.reviews, "reviews");
    this.#books = {
      registry: (of) => this.#stillThere(this.#registry.asItStands(of)),
      reviews: async (of) =>
        reviewsAreResaved(to.reviews) ? openReviews(to.reviews) : { ...reviews.asItStands(of), resaved: false },
    };
  }

  /** Reads the registry, before anybody waits for an answer. What can't be written is refused. `create`: what is not there is begun. */
  async begin({ create }: { create: boolean }): Promise<void> {
    const { registry, reviews, acknowledgements } = this.to;
    for (const file of [registry, reviews, acknowledgements]) if (file !== undefined) checkAppendable(file);
    // It refuses a file of anything else.
    if (acknowledgements !== undefined) new AcknowledgementFile(acknowledgements, { hasEmail: false, once: false });
    const isNew = await withLock(registry, async () => this.#books.registry(new Set()).length === 0);
    // A registry is begun before its review: where only that stands, the registry is lost, and a new one would bar nobody of before.
    if (create && isNew && sizeOf(reviews) > 0)
      throw new ScrubError(ExitCode.suppressionList, "registryLost", [reviews], { file: registry });
    if (create) await this.beginBoth();
  }

  /** Begins what does not stand yet: a scrub takes the registry and the review, whether anything is in them or not. */
  async beginBoth(): Promise<void> {
    const { registry, reviews } = this.to;
    const begin = (file: string, ledger: Ledger) => {
      if (ledger.length === 0) appendEvents(file, ledger, []);
    };
    await withLock(registry, async () => begin(registry, this.#books.registry(new Set())));
    await withLock(reviews, async () => {
      if (sizeOf(reviews) === 0) begin(reviews, await this.#books.reviews(new Set()));
    });
    this.#hasBegun = true;
  }

  /** Records a group. Once this is done it is durable; where it fails, nobody is told anything. */
  async record(group: readonly Understood[]): Promise<Recorded> {
    const { events, reviews, helps } = summed(group);
    const isOwed = helps.length > 0 && this.to.acknowledgements !== undefined;
    if (events.length === 0 && reviews.length === 0 && !isOwed) return NOTHING_RECORDED;
    const wanted = { events, reviews, helps, hasEmail: this.hasEmail() };
    const recorded = await withLock(this.to.registry, () =>
      recordIn(this.#books, wanted, { ...this.to, acknowledgesOnce: false }, new Date()),
    );
    this.#hasBegun ||= recorded.events.length > 0;
    // What is answered is missed where it is lost before the next message comes.
    this.#registry.asItStands(new Set());
    return recorded;
  }

  /** Records what somebody typed, and answers once it is durable. */
  async typed(wanted: WantedEvent): Promise<AnsweredLine> {
    const recorded = await recordTyped([wanted], this.to, new Date(), (of) => this.#books.registry(of));
    this.#hasBegun = true;
    this.#registry.asItStands(new Set());
    const [line] = this.answer([{ line: 1, is: "asked", events: [wanted], reviews: [] }], recorded);
    return line!;
  }

  /** A new registry in the place of one that is gone would pass for whole, and bar nobody of before. */
  #stillThere(ledger: Ledger): Ledger {
    if (this.#hasBegun && ledger.length === 0)
      throw new ScrubError(ExitCode.suppressionList, "registryGone", [], { file: this.to.registry });
    this.#hasBegun ||= ledger.length > 0;
    return ledger;
  }

  /** The answers to a group that is recorded, a line each, in the order of the input. */
  answer(group: readonly Understood[], recorded: Recorded): AnsweredLine[] {
    const lines = new Map<number, AnsweredLine>();
    const news = new Set(recorded.events);
    for (const understood of group) {
      const answers = this.#answersTo(understood, recorded, news);
      const before = lines.get(understood.line);
      if (before === undefined) lines.set(understood.line, { line: understood.line, answers, fault: understood.fault });
      else {
        before.answers.push(...answers);
        before.fault ??= understood.fault;
      }
    }
    return [...lines.values()];
  }

  /** `news`: the new events that nobody was told of yet; a message may come twice in a group. */
  #answersTo(
    { is, events, reviews, help }: Understood,
    { standing, idle, barred }: Recorded,
    news: Set<LedgerEvent>,
  ): [Answer, ...Answer[]] {
    const { templates } = this.to;
    const answers = [
      ...events.map((wanted): Answer => {
        const event = standing.get(wanted)!;
        const owed = idle.has(event) ? undefined : acknowledge(event, wanted, templates);
        const nevertheless = barred.find(({ phone }) => phone === event.phone && wanted.action === "opt-in");
        return {
          ...answerOf(wanted, event),
          action: wanted.action === "settled" ? "none" : wanted.action,
          message: owed?.message ?? null,
          ...(news.delete(event) ? {} : { known: true }),
          ...(nevertheless === undefined
            ? {}
            : {
                stillBarred: [
                  ...nevertheless.stands,
                  ...nevertheless.waiting.map((event) => ({ channel: event.channel, event })),
                ],
              }),
        };
      }),
      ...reviews.map((wanted): Answer => {
        const event = standing.get(wanted)!;
        // What a person has decided of a message is the answer to its repetition.
        const { action } = event.reason.startsWith(REVIEWED) ? event : wanted;
        return { ...answerOf(wanted, event), action: action === "settled" ? "none" : action, message: null };
      }),
    ];
    if (help !== undefined) answers.push({ ...explain(help, templates), action: "help" });
    const [first, ...others] = answers;
    if (first !== undefined) return [first, ...others];
    const action = is === "asked" || is === "other" ? "none" : is;
    return [{ event: null, action, to: null, channel: null, language: null, message: null }];
  }
}

function answerOf({ language, email }: WantedEvent, { event, phone, channel }: LedgerEvent) {
  return { event, to: phone === "" ? null : phone, channel, language, ...(email === undefined ? {} : { email }) };
}
