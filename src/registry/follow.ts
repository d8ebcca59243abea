// An import that is recorded as it comes: what one read of the input brought is one group, written at once and answered once
// it is durable. The lock is held for a group, so others write and read between two of them.

import { ExitCode, ScrubError } from "../errors.js";
import { checkAppendable } from "../files/append.js";
import { FollowedFile } from "../files/followed-file.js";
import { withLock } from "../files/lock.js";
import { sizeOf } from "../files/paths.js";
import { type Acknowledgement, AcknowledgementFile, acknowledge, explain } from "./acknowledgements.js";
import type { StandingEvent } from "./event-book.js";
import type { LedgerUse } from "./glance.js";
import { appendEventLines, type LedgerEnd } from "./ledger.js";
import { type LedgerAction, type LedgerEvent, REVIEWED } from "./ledger-event.js";
import { LedgerIndex } from "./ledger-index.js";
import { type Destination, NOTHING_RECORDED, type Outcome, record, type Told } from "./record.js";
import type { StillBarred } from "./still-barred.js";
import type { MessageFault, Understood, WantedEvent } from "./understanding.js";
import { WantedRows } from "./wanted-rows.js";

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

/** What recording a group came to. */
export interface Recorded extends Outcome {
  told: ReadonlyMap<number, Told>;
}

export class Follower {
  readonly #registry: LedgerIndex;
  readonly #reviews: LedgerIndex;
  /** A registry stands there, of this run or of others before. */
  #hasBegun = false;

  constructor(
    private readonly to: Destination & { reviews: string },
    private readonly hasEmail: () => boolean,
  ) {
    this.#registry = followedLedger(to.registry, "registry");
    this.#reviews = followedLedger(to.reviews, "reviews");
  }

  /** Reads the registry, before anybody waits for an answer. What can't be written is refused. `create`: what is not there is begun. */
  async begin({ create }: { create: boolean }): Promise<void> {
    const { registry, reviews, acknowledgements } = this.to;
    for (const file of [registry, reviews, acknowledgements]) if (file !== undefined) checkAppendable(file);
    // It refuses a file of anything else.
    if (acknowledgements !== undefined) new AcknowledgementFile(acknowledgements, { hasEmail: false, once: false });
    const isNew = await withLock(registry, async () => this.#look().length === 0);
    // A registry is begun before its review: where only that stands, the registry is lost, and a new one would bar nobody of before.
    if (create && isNew && sizeOf(reviews) > 0)
      throw new ScrubError(ExitCode.suppressionList, "registryLost", [reviews], { file: registry });
    if (create) await this.beginBoth();
  }

  /** Begins what does not stand yet: a scrub takes the registry and the review, whether anything is in them or not. */
  async beginBoth(): Promise<void> {
    const { registry, reviews } = this.to;
    await withLock(registry, async () => {
      const end = this.#look();
      if (end.length === 0) appendEventLines(registry, end, []);
    });
    await withLock(reviews, async () => {
      if (sizeOf(reviews) > 0) return;
      const index = this.#reviews.openAgain();
      index.close();
      appendEventLines(reviews, index.end, []);
    });
    this.#hasBegun = true;
  }

  /** Records a group. Once this is done it is durable; where it fails, nobody is told anything. */
  record(group: readonly Understood[]): Promise<Recorded> {
    return this.#record(WantedRows.of(...group), this.to, false);
  }

  /** Records what somebody typed, and answers once it is durable. */
  async typed(wanted: WantedEvent): Promise<AnsweredLine> {
    const group = [{ line: 1, is: "asked", events: [wanted], reviews: [] } as const];
    const recorded = await this.#record(WantedRows.of(...group), { ...this.to, reviews: undefined }, true);
    return this.answer(group, recorded)[0]!;
  }

  async #record(rows: WantedRows, to: Destination, isTyped: boolean): Promise<Recorded> {
    const told = new Map<number, Told>();
    if (rows.counts.event + rows.counts.review === 0 && (rows.counts.help === 0 || to.acknowledgements === undefined))
      return { ...NOTHING_RECORDED, told };
    const opened = (registry: LedgerIndex) => this.#refuseGone(registry.end);
    const followed = { registry: this.#registry, reviews: this.#reviews, opened };
    const outcome = await record(rows, to, { now: new Date(), hasEmail: this.hasEmail(), isTyped, told, followed });
    this.#hasBegun ||= Object.keys(outcome.added).length > 0;
    // What is answered is missed where it is lost before the next message comes.
    this.#look();
    return { ...outcome, told };
  }

  /** How the registry ends, read on. */
  #look(): LedgerEnd {
    this.#registry.openAgain().close();
    this.#refuseGone(this.#registry.end);
    return this.#registry.end;
  }

  /** A new registry in the place of one that is gone would pass for whole, and bar nobody of before. */
  #refuseGone({ length }: LedgerEnd): void {
    if (this.#hasBegun && length === 0)
      throw new ScrubError(ExitCode.suppressionList, "registryGone", [], { file: this.to.registry });
    this.#hasBegun ||= length > 0;
  }

  /** The answers to a group that is recorded, a line each, in the order of the input. */
  answer(group: readonly Understood[], recorded: Recorded): AnsweredLine[] {
    const lines = new Map<number, AnsweredLine>();
    let row = 0;
    for (const understood of group) {
      const { events, reviews, help, line, fault } = understood;
      const told = [...events, ...reviews].map(() => recorded.told.get(row++)!);
      if (help !== undefined) row++;
      const answers = this.#answersTo(understood, told, recorded.barred);
      const before = lines.get(line);
      if (before === undefined) lines.set(line, { line, answers, fault });
      else {
        before.answers.push(...answers);
        before.fault ??= fault;
      }
    }
    return [...lines.values()];
  }

  /** `told`: what became of its events, then of its reviews. */
  #answersTo(
    { is, events, reviews, help }: Understood,
    told: readonly Told[],
    barred: readonly StillBarred[],
  ): [Answer, ...Answer[]] {
    const { templates } = this.to;
    const answers = [
      ...events.map((wanted, i): Answer => {
        const { event, isNew, isIdle } = told[i]!;
        const owed = isIdle ? undefined : acknowledge(event, wanted, templates);
        const nevertheless = barred.find(({ phone }) => phone === event.phone && wanted.action === "opt-in");
        const waiting = nevertheless?.waiting.map((event) => ({ channel: event.channel, event }));
        return {
          ...answerOf(wanted, event),
          action: wanted.action === "settled" ? "none" : wanted.action,
          message: owed?.message ?? null,
          ...(isNew ? {} : { known: true }),
          ...(nevertheless && { stillBarred: [...nevertheless.stands, ...waiting!] }),
        };
      }),
      ...reviews.map((wanted, i): Answer => {
        const { event } = told[events.length + i]!;
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

/** A ledger that is written to again and again, while others write to it, too. */
export function followedLedger(file: string, use: LedgerUse): LedgerIndex {
  return new LedgerIndex(file, use, undefined, (path) => new FollowedFile(path));
}

function answerOf({ language, email }: WantedEvent, { event, phone, channel }: LedgerEvent) {
  return { event, to: phone === "" ? null : phone, channel, language, ...(email === undefined ? {} : { email }) };
}
