// Recording a whole import, however long: it is looked at in groups of all that is wanted of some phones, then written in the order of
// its file. All of it is recorded or nothing; a killed run leaves a beginning, which the next one knows.

import { randomUUID } from "node:crypto";
import { ExitCode, ScrubError } from "../errors.js";
import { withLock } from "../files/lock.js";
import { rangeOf } from "../phone/named.js";
import { timestampInElSalvador } from "../text/values.js";
import { AcknowledgementFile, acknowledge, explain } from "./acknowledgements.js";
import { appendEventLines, encodeLine, rewriteReviews } from "./ledger.js";
import { keyOf, type LedgerAction, type LedgerEvent, NAMED, placeIn } from "./ledger-event.js";
import { LedgerIndex } from "./ledger-index.js";
import { newEvents, newReviews, type Standing, undecided } from "./news.js";
import type { ReadImport } from "./read-import.js";
import { countsOfReviews, type Destination, type Outcome } from "./record.js";
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
    const registry = new LedgerIndex(to.registry, "registry", (key) => wanted.has(key)).open();
    try {
      const recording = new Recording(wanted, registry, to, now, onProgress);
      const file = to.reviews;
      if (file !== undefined) await withLock(file, () => recording.recordReviews(file));
      else {
        await recording.plan(undefined);
        recording.refuseWaiting(read.firstReviewLine);
      }
      return await recording.recordEvents(read.hasEmail);
    } finally {
      registry.close();
    }
  });
}

/** What waits for a person already. Only under its lock. */
interface WaitingBook {
  has(key: number): boolean;
  eventsOf(keys: ReadonlySet<number>): readonly LedgerEvent[];
  readonly ofRanges: readonly LedgerEvent[];
  /** Whether no file stands there, or one without a byte. */
  readonly isEmpty: boolean;
  append(lines: Iterable<string>): void;
  close(): void;
}

/** A row that is new, and its event: what was wanted and what is recorded, in one. */
interface NewRow {
  row: number;
  one: WantedEvent & LedgerEvent;
}

class Recording {
  readonly #recordedAt: string;
  readonly #newRanges: LedgerEvent[] = [];
  readonly #barred: StillBarred[] = [];
  #barredCount = 0;
  /** The ids of new rows of which is told what they bar. */
  readonly #ids = new Map<number, string>();
  readonly #added: Partial<Record<LedgerAction, number>> = {};
  readonly #reviews = { reviews: 0, requests: 0, named: 0 };
  #newEvents = 0;

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
      // A scrub takes the file with -s, whether anything waits in it or not.
      if (this.wanted.isAnyNew("review") || book.isEmpty) book.append(this.#reviewLines());
    } finally {
      book.close();
    }
  }

  /** Finds out what is new. `book`: what waits already; undefined where that has no say. */
  async plan(book: WaitingBook | undefined): Promise<void> {
    const { wanted, registry } = this;
    // What no ledger knows of a phone of which nothing else is wanted is new.
    for (let row = 0; row < wanted.length; row++) {
      if (!wanted.isAlone(row) || (book === undefined && wanted.isReview(row))) continue;
      const key = wanted.keyAt(row);
      if (!registry.has(key) && book?.has(key) !== true) wanted.setNew(row);
    }
    let done = 0;
    for (const rows of wanted.groups(AT_A_TIME.rows)) {
      this.#planGroup(rows, book);
      done += rows.length;
      this.onProgress((PLANNED * done) / wanted.length);
      // A loop that never pauses sees no signal.
      await new Promise(setImmediate);
    }
  }

  /** All that is wanted of some phones. */
  #planGroup(rows: readonly number[], book: WaitingBook | undefined): void {
    const { now, wanted } = this;
    const read = rows.map((row) => wanted.eventAt(row));
    const reviews = read.filter((_, i) => wanted.isReview(rows[i]!));
    const events = read.filter((_, i) => !wanted.isReview(rows[i]!));
    const keys = new Set(rows.map((row) => wanted.keyAt(row)));
    const known = this.registry.eventsOf(keys);
    const standing: Standing = new Map();
    const unclear = new Set(undecided(reviews, known, standing, now));
    const before = book?.eventsOf(keys) ?? [];
    const added = book === undefined ? [] : newReviews([...unclear], before, standing, now);
    const ofPhones = before.filter(({ phone }) => rangeOf(phone) === undefined);
    const waiting = new Waiting([...ofPhones, ...(book?.ofRanges ?? []), ...this.#newRanges, ...added]);
    const news = newEvents(events, known, { standing, waiting }, now);
    const shown = news.barred.slice(0, MOST_SHOWN - this.#barred.length);
    const told = new Set(shown.flatMap((one) => [...one.stands.map(({ event }) => event), ...one.waiting]));
    const isNew = new Set([...added, ...news.added]);
    for (const [i, row] of rows.entries()) {
      if (unclear.has(read[i]!)) wanted.setWaiting(row);
      const event = standing.get(read[i]!);
      if (event === undefined || !isNew.delete(event)) continue;
      wanted.setNew(row, news.idle.has(event));
      if (told.has(event)) this.#ids.set(row, event.event);
    }
    this.#newRanges.push(...added.filter(({ phone }) => rangeOf(phone) !== undefined));
    this.#barred.push(...shown);
    this.#barredCount += news.barred.length;
  }

  /** Refuses what waits for a person where no file holds it: how many there are, and how many lines name other people's numbers. */
  refuseWaiting(line: number | undefined): void {
    const naming = new Set<string>();
    let waiting = 0;
    for (let row = 0; row < this.wanted.length; row++) {
      if (!this.wanted.waits(row)) continue;
      waiting++;
      const { reason, evidence } = this.wanted.eventAt(row);
      if (reason === NAMED) naming.add(placeIn(evidence));
    }
    if (waiting === 0) return;
    throw new ScrubError(ExitCode.guard, "needsReview", [waiting, naming.size], line === undefined ? {} : { line });
  }

  async recordEvents(hasEmail: boolean): Promise<Outcome> {
    const { to, wanted, registry } = this;
    const file = to.acknowledgements;
    const record = (answers?: AcknowledgementFile) => {
      appendEventLines(to.registry, registry.end, this.#eventLines(answers));
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
      tornLine: registry.end.tornLine,
      ...answered,
      barred: this.#barred,
      barredCount: this.#barredCount,
    };
  }

  /** The lines of the registry's new events, each group once its acknowledgements are durable. */
  *#eventLines(answers: AcknowledgementFile | undefined): Generator<string> {
    const { length } = this.wanted;
    for (let from = 0; from === 0 || from < length; from += AT_A_TIME.rows) {
      const to = Math.min(from + AT_A_TIME.rows, length);
      const news = [...this.#newRows("event", from, to)];
      answers?.add([...this.#owed(news), ...this.#explained(from, to)]);
      this.onProgress(PLANNED + ((1 - PLANNED) * from) / length);
      this.#newEvents += news.length;
      for (const { one } of news) {
        this.#added[one.action] = (this.#added[one.action] ?? 0) + 1;
        yield encodeLine(one, "registry");
      }
    }
  }

  *#reviewLines(): Generator<string> {
    for (const { one } of this.#newRows("review", 0, this.wanted.length)) {
      const { reviews, requests, named } = countsOfReviews([one]);
      this.#reviews.reviews += reviews;
      this.#reviews.requests += requests;
      this.#reviews.named += named;
      yield encodeLine(one, "reviews");
    }
  }

  #owed(news: readonly NewRow[]) {
    const owed = news.filter(({ row }) => !this.wanted.isIdle(row));
    return owed.flatMap(({ one }) => acknowledge(one, one, this.to.templates) ?? []);
  }

  *#explained(from: number, to: number) {
    for (let row = from; row < to; row++)
      if (this.wanted.isHelp(row)) yield explain(this.wanted.helpAt(row), this.to.templates);
  }

  *#newRows(kind: "event" | "review", from: number, to: number): Generator<NewRow> {
    for (let row = from; row < to; row++) {
      if (!this.wanted.isNew(row, kind)) continue;
      const one = this.wanted.eventAt(row) as NewRow["one"];
      one.event = this.#ids.get(row) ?? randomUUID();
      one.recordedAt = this.#recordedAt;
      yield { row, one };
    }
  }
}

/** The share of recording that is over when all is planned, as measured. */
const PLANNED = 0.6;

async function openWaiting(file: string, wanted: WantedRows): Promise<WaitingBook> {
  if (!reviewsAreResaved(file)) {
    const index = new LedgerIndex(file, "reviews", (key) => wanted.has(key)).open();
    return {
      has: (key) => index.has(key),
      eventsOf: (keys) => index.eventsOf(keys),
      ofRanges: index.ofRanges,
      isEmpty: index.end.length === 0,
      append: (lines) => appendEventLines(file, index.end, lines),
      close: () => index.close(),
    };
  }
  const { events } = await openReviews(file);
  const byKey = new Map<number, LedgerEvent[]>();
  for (const event of events) byKey.set(keyOf(event), [...(byKey.get(keyOf(event)) ?? []), event]);
  return {
    has: (key) => byKey.has(key),
    eventsOf: (keys) => [...keys].flatMap((key) => byKey.get(key) ?? []),
    isEmpty: false,
    ofRanges: events.filter(({ phone }) => rangeOf(phone) !== undefined),
    append: (lines) => rewriteReviews(file, events, lines),
    close() {},
  };
}
