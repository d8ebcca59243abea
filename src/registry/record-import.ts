// Recording a whole import, however long: it is looked at in groups of all that is wanted of some phones, then written in the order of
// its file. All of it is recorded or nothing; a killed run leaves a beginning, which the next one knows.

import { ExitCode, ScrubError } from "../errors.js";
import { withLock } from "../files/lock.js";
import { NamedRange } from "../phone/named-ranges.js";
import { timestampInElSalvador } from "../text/values.js";
import { type Acknowledgement, AcknowledgementFile, acknowledge, explain } from "./acknowledgements.js";
import { appendEventGroups, rewriteReviews } from "./ledger.js";
import { type LedgerAction, type LedgerEvent, NAMED, placeIn } from "./ledger-event.js";
import { keyOf, LedgerIndex } from "./ledger-index.js";
import { newEvents, newReviews, type Standing, undecided } from "./news.js";
import type { ReadImport } from "./read-import.js";
import type { Destination, Outcome } from "./record.js";
import { openReviews, reviewsAreResaved } from "./reviewed.js";
import { MOST_SHOWN, type StillBarred, Waiting } from "./still-barred.js";
import type { WantedEvent } from "./understanding.js";
import type { WantedRows } from "./wanted-rows.js";

/** How many rows are objects at a time. Tests alone change it, for a law about groups needs imports that it can draw by the hundred. */
export const AT_A_TIME = { rows: 2048 };

/** Records an import. With reviews and nowhere to put them it is refused whole (exit 6). `onProgress`: the share that is done. */
export function recordImport(
  read: Pick<ReadImport, "wanted" | "hasEmail" | "firstReviewLine">,
  to: Destination,
  now: Date,
  onProgress: (share: number) => void = () => {},
): Promise<Outcome> {
  const { wanted } = read;
  return withLock(to.registry, async () => {
    const registry = new LedgerIndex(to.registry, "registry", (key) => wanted.has(key));
    try {
      const recording = new Recording(wanted, registry, to, now, onProgress);
      const { review, optIns } = wanted.counts;
      const file = to.reviews;
      if (file !== undefined && review + optIns > 0) await withLock(file, () => recording.recordReviews(file));
      else await recording.plan(undefined);
      if (file === undefined) recording.refuseWaiting(read.firstReviewLine);
      return await recording.recordEvents(read.hasEmail);
    } finally {
      registry.close();
    }
  });
}

type Counted = Pick<LedgerEvent, "action" | "reason">;

/** What waits for a person already. Only under its lock. */
interface WaitingBook {
  has(key: number): boolean;
  eventsOf(keys: ReadonlySet<number>): readonly LedgerEvent[];
  readonly ofRanges: readonly LedgerEvent[];
  append(groups: Iterable<readonly LedgerEvent[]>): void;
  close(): void;
}

class Recording {
  readonly #recordedAt: string;
  readonly #newRanges: LedgerEvent[] = [];
  readonly #added: Partial<Record<LedgerAction, number>> = {};
  readonly #reviews = { reviews: 0, requests: 0, named: 0 };
  readonly #barred: StillBarred[] = [];
  #barredCount = 0;
  #newEvents = 0;
  #waiting = 0;

  constructor(
    private readonly wanted: WantedRows,
    private readonly registry: LedgerIndex,
    private readonly to: Destination,
    private readonly now: Date,
    private readonly onProgress: (share: number) => void,
  ) {
    this.#recordedAt = timestampInElSalvador(now);
  }

  async recordReviews(file: string): Promise<void> {
    const book = await openWaiting(file, this.wanted);
    try {
      await this.plan(book);
      if (this.#reviews.reviews > 0) book.append(this.#newOf("review"));
    } finally {
      book.close();
    }
  }

  /** Finds out what is new. `book`: what waits already; undefined where that has no say. */
  async plan(book: WaitingBook | undefined): Promise<void> {
    this.#planAlone(book);
    let done = 0;
    for (const rows of this.wanted.groups(AT_A_TIME.rows)) {
      this.#planGroup(rows, book);
      done += rows.length;
      this.onProgress((PLANNED * done) / this.wanted.length);
      // A loop that never pauses sees no signal.
      await new Promise(setImmediate);
    }
  }

  /** Where nothing else is known of a phone, and nothing else wanted, what is wanted is new. */
  #planAlone(book: WaitingBook | undefined): void {
    const { wanted, registry } = this;
    const ofRanges = new Set(wanted.ranges);
    for (let row = 0; row < wanted.length; row++) {
      if (!wanted.isAlone(row) || ofRanges.has(row)) continue;
      const key = wanted.keyAt(row);
      if (registry.has(key) || book?.has(key) === true) continue;
      const shape = wanted.shapeAt(row);
      const isReview = shape.is === "review";
      if (isReview && book === undefined) continue;
      wanted.setNew(row);
      this.#count(isReview ? 1 : 0, isReview ? [shape] : [], isReview ? [] : [shape]);
    }
  }

  /** All that is wanted of some phones. */
  #planGroup(rows: readonly number[], book: WaitingBook | undefined): void {
    const { now, wanted } = this;
    const read = rows.map((row) => wanted.eventAt(row));
    const reviews = read.flatMap(({ is, event }) => (is === "review" ? [event] : []));
    const events = read.flatMap(({ is, event }) => (is === "event" ? [event] : []));
    const keys = new Set(rows.map((row) => wanted.keyAt(row)));
    const known = this.registry.eventsOf(keys);
    const standing: Standing = new Map();
    const unclear = new Set(undecided(reviews, known, standing, now));
    const before = book?.eventsOf(keys) ?? [];
    const added = book === undefined ? [] : newReviews([...unclear], before, standing, now);
    const ofPhones = before.filter(({ phone }) => NamedRange.in(phone) === undefined);
    const waiting = new Waiting([...ofPhones, ...(book?.ofRanges ?? []), ...this.#newRanges, ...added]);
    const news = newEvents(events, known, { standing, waiting }, now);
    const isNew = new Set([...added, ...news.added]);
    for (const [i, row] of rows.entries()) {
      const { event: one } = read[i]!;
      if (unclear.has(one)) wanted.setWaiting(row);
      const event = standing.get(one);
      if (event !== undefined && isNew.delete(event)) wanted.setNew(row, event.event, news.idle.has(event));
    }
    this.#newRanges.push(...added.filter(({ phone }) => NamedRange.in(phone) !== undefined));
    this.#count(unclear.size, added, news.added);
    this.#barred.push(...news.barred.slice(0, MOST_SHOWN - this.#barred.length));
    this.#barredCount += news.barred.length;
  }

  #count(waiting: number, reviews: readonly Counted[], events: readonly Counted[]): void {
    this.#waiting += waiting;
    this.#newEvents += events.length;
    for (const { action } of events) this.#added[action] = (this.#added[action] ?? 0) + 1;
    this.#reviews.reviews += reviews.length;
    for (const { action, reason } of reviews) {
      if (action === "request") this.#reviews.requests++;
      if (reason === NAMED) this.#reviews.named++;
    }
  }

  /** Refuses what waits for a person where no file holds it: how many there are, and how many lines name other people's numbers. */
  refuseWaiting(line: number | undefined): void {
    if (this.#waiting === 0) return;
    let naming = 0;
    let last = "";
    for (let row = 0; row < this.wanted.length; row++) {
      if (!this.wanted.waits(row)) continue;
      const { reason, evidence } = this.wanted.eventAt(row).event;
      const place = placeIn(evidence);
      if (reason === NAMED && place !== last) {
        naming++;
        last = place;
      }
    }
    throw new ScrubError(ExitCode.guard, "needsReview", [this.#waiting, naming], line === undefined ? {} : { line });
  }

  async recordEvents(hasEmail: boolean): Promise<Outcome> {
    const { to, wanted, registry } = this;
    const file = to.acknowledgements;
    const record = (answers?: AcknowledgementFile) => {
      appendEventGroups(to.registry, registry.end, this.#answered(answers));
      return { acknowledgements: answers?.count ?? 0, lacksEmail: answers?.lacksEmail ?? false };
    };
    const answered =
      file === undefined
        ? record()
        : await withLock(file, async () => record(new AcknowledgementFile(file, { hasEmail, once: true })));
    return {
      added: this.#added,
      known: wanted.counts.event - this.#newEvents,
      ...this.#reviews,
      knownReviews: wanted.counts.review - this.#reviews.reviews,
      isNew: registry.end.isNew,
      tornLine: registry.end.tornLine,
      ...answered,
      barred: this.#barred,
      barredCount: this.#barredCount,
    };
  }

  /** The new events of the registry, each group once its acknowledgements are durable. */
  *#answered(answers: AcknowledgementFile | undefined): Generator<readonly LedgerEvent[]> {
    if (answers === undefined) return yield* this.#newOf("event");
    const { wanted, to } = this;
    for (let from = 0; from === 0 || from < wanted.length; from += AT_A_TIME.rows) {
      const events: LedgerEvent[] = [];
      const owed: Acknowledgement[] = [];
      const helps: Acknowledgement[] = [];
      for (let row = from; row < Math.min(from + AT_A_TIME.rows, wanted.length); row++) {
        if (wanted.isHelp(row)) helps.push(explain(wanted.helpAt(row), to.templates));
        else if (wanted.isNew(row, "event")) {
          const { event: one } = wanted.eventAt(row);
          const event = this.#recorded(row, one);
          events.push(event);
          if (!wanted.isIdle(row)) owed.push(...[acknowledge(event, one, to.templates) ?? []].flat());
        }
      }
      answers.add([...owed, ...helps]);
      this.onProgress(PLANNED + ((1 - PLANNED) * from) / wanted.length);
      yield events;
    }
  }

  *#newOf(kind: "event" | "review"): Generator<readonly LedgerEvent[]> {
    let group: LedgerEvent[] = [];
    for (let row = 0; row < this.wanted.length; row++) {
      if (this.wanted.isNew(row, kind)) group.push(this.#recorded(row, this.wanted.eventAt(row).event));
      if (group.length < AT_A_TIME.rows) continue;
      yield group;
      group = [];
    }
    yield group;
  }

  #recorded(row: number, wanted: WantedEvent): LedgerEvent {
    const { phone, action, channel, requestedAt, source, sender, reason, evidence, message } = wanted;
    const event = this.wanted.newId(row);
    const recordedAt = this.#recordedAt;
    const recorded = { event, phone, action, channel, requestedAt, recordedAt, source, sender, reason, evidence };
    return message === undefined ? recorded : { ...recorded, message };
  }
}

/** The share of recording that is over when all is planned, as measured. */
const PLANNED = 0.6;

async function openWaiting(file: string, wanted: WantedRows): Promise<WaitingBook> {
  if (!reviewsAreResaved(file)) {
    const index = new LedgerIndex(file, "reviews", (key) => wanted.has(key));
    return {
      has: (key) => index.has(key),
      eventsOf: (keys) => index.eventsOf(keys),
      ofRanges: index.ofRanges,
      append: (groups) => appendEventGroups(file, index.end, groups),
      close: () => index.close(),
    };
  }
  const { events } = await openReviews(file);
  const byKey = new Map<number, LedgerEvent[]>();
  for (const event of events) byKey.set(keyOf(event), [...(byKey.get(keyOf(event)) ?? []), event]);
  return {
    has: (key) => byKey.has(key),
    eventsOf: (keys) => [...keys].flatMap((key) => byKey.get(key) ?? []),
    ofRanges: events.filter(({ phone }) => NamedRange.in(phone) !== undefined),
    append: (groups) => rewriteReviews(file, [...events, ...[...groups].flat()]),
    close() {},
  };
}
