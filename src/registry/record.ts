// The one way into a registry: what is new of all that is wanted goes to the ledger, what is unclear to the reviews, and whoever
// asked gets an acknowledgement. In an order that loses nothing wherever the process is killed. All of it is recorded or nothing; a
// killed run leaves a beginning, which the next one knows.

import { randomUUID } from "node:crypto";
import { ExitCode, ScrubError } from "../errors.js";
import { withLock } from "../files/lock.js";
import { timestampInElSalvador } from "../text/values.js";
import { type Acknowledgement, AcknowledgementFile, acknowledge, explain, type Templates } from "./acknowledgements.js";
import { appendEventLines, encodeLine, rewriteReviews } from "./ledger.js";
import { keyOf, type LedgerAction, type LedgerEvent, NAMED, placeIn } from "./ledger-event.js";
import { LedgerIndex } from "./ledger-index.js";
import { isOfRange, newsOf } from "./news.js";
import { openReviews, reviewsAreResaved } from "./reviewed.js";
import { MOST_SHOWN, type StillBarred } from "./still-barred.js";
import type { WantedEvent } from "./understanding.js";
import type { WantedRows } from "./wanted-rows.js";

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

/** What became of a row. */
export interface Told {
  event: LedgerEvent;
  isNew: boolean;
  isIdle: boolean;
}

export interface RecordTerms {
  now: Date;
  /** Whether the import has addresses. */
  hasEmail?: boolean;
  /** As `newsOf` has it. */
  isTyped?: boolean;
  /** The line of the first record that waits for a person: without reviews all is refused (exit 6). */
  firstReviewLine?: number | undefined;
  /** Is told the share that is done. */
  onProgress?: (share: number) => void;
  /** Is told what became of each row, where it is to be answered. */
  told?: Map<number, Told>;
  /** The ledgers, where they are known from before; `opened` is told how the registry stands. */
  followed?: { registry: LedgerIndex; reviews: LedgerIndex; opened: (registry: LedgerIndex) => void };
}

/** How many rows are objects at a time. Tests alone change it, for a law about groups needs imports that it can draw by the hundred. */
export const AT_A_TIME = { rows: 2048 };

export function record(wanted: WantedRows, to: Destination, terms: RecordTerms): Promise<Outcome> {
  const { followed } = terms;
  const work = async (recording: Recording) => {
    const file = to.reviews;
    if (file === undefined) {
      await recording.plan(undefined);
      recording.refuseWaiting();
    } else if (followed !== undefined && !wanted.mayWait) await recording.plan(undefined);
    else await withLock(file, () => recording.recordReviews(file));
    return recording.recordEvents();
  };
  return withLock(to.registry, () => withRegistry(wanted, to, terms, work));
}

/** Records what was decided; `waiting`: what waits all the same. Only under both locks. */
export function recordDecided(
  wanted: WantedRows,
  waiting: readonly LedgerEvent[],
  to: Destination,
  now: Date,
): Promise<Outcome> {
  return withRegistry(wanted, to, { now }, async (recording) => {
    await recording.plan(new EventList(waiting));
    return recording.recordEvents();
  });
}

async function withRegistry(
  wanted: WantedRows,
  to: Destination,
  terms: RecordTerms,
  work: (recording: Recording) => Promise<Outcome>,
): Promise<Outcome> {
  const registry = terms.followed?.registry.openAgain() ?? new LedgerIndex(to.registry, "registry", wanted).open();
  try {
    terms.followed?.opened(registry);
    return await work(new Recording(wanted, registry, to, terms));
  } finally {
    registry.close();
  }
}

/** What waits for a person already. */
type WaitingBook = Pick<LedgerIndex, "has" | "eventsOf" | "ofRanges">;

/** The reviews as events: those that a spreadsheet has saved, or some of them. */
class EventList implements WaitingBook {
  readonly #byKey = new Map<number, LedgerEvent[]>();
  readonly ofRanges: LedgerEvent[];

  constructor(readonly events: readonly LedgerEvent[]) {
    for (const event of events) this.#byKey.set(keyOf(event), [...(this.#byKey.get(keyOf(event)) ?? []), event]);
    this.ofRanges = events.filter(isOfRange);
  }

  has(key: number): boolean {
    return this.#byKey.has(key);
  }

  eventsOf(keys: Iterable<number>): LedgerEvent[] {
    return [...keys].flatMap((key) => this.#byKey.get(key) ?? []);
  }
}

/** A row that is new, and its event: what was wanted and what is recorded, in one. */
interface NewRow {
  row: number;
  one: WantedEvent & LedgerEvent;
}

class Recording {
  readonly #newRanges: LedgerEvent[] = [];
  readonly #barred: StillBarred[] = [];
  #barredCount = 0;
  /** The ids of new rows of which is told before they are written. */
  readonly #ids = new Map<number, string>();
  readonly #added: Partial<Record<LedgerAction, number>> = {};
  #newEvents = 0;
  #reviews = countsOfReviews([]);

  constructor(
    private readonly wanted: WantedRows,
    private readonly registry: LedgerIndex,
    private readonly to: Destination,
    private readonly terms: RecordTerms,
  ) {}

  /** Finds out what is new. `book`: what waits already; undefined where that has no say. */
  async plan(book: WaitingBook | undefined): Promise<void> {
    const { wanted, registry } = this;
    // What no ledger knows of a phone of which nothing else is wanted is new.
    for (let row = 0; row < wanted.length && this.terms.told === undefined; row++) {
      if (!wanted.isAlone(row) || (book === undefined && wanted.isReview(row))) continue;
      const key = wanted.keyAt(row);
      if (!registry.has(key) && book?.has(key) !== true) wanted.setNew(row);
    }
    let done = 0;
    for (const rows of wanted.groups(AT_A_TIME.rows)) {
      this.#planGroup(rows, book);
      done += rows.length;
      this.terms.onProgress?.((PLANNED * done) / wanted.length);
      // A loop that never pauses sees no signal.
      await new Promise(setImmediate);
    }
  }

  /** All that is wanted of some phones. */
  #planGroup(rows: readonly number[], book: WaitingBook | undefined): void {
    const { wanted, terms } = this;
    const { now, isTyped = false, told } = terms;
    const read = rows.map((row) => wanted.eventAt(row));
    const keys = new Set(rows.map((row) => wanted.keyAt(row)));
    const before = (book?.eventsOf(keys) ?? []).filter((event) => !isOfRange(event));
    const news = newsOf(
      {
        events: read.filter((_, i) => !wanted.isReview(rows[i]!)),
        reviews: read.filter((_, i) => wanted.isReview(rows[i]!)),
      },
      {
        registry: this.registry.eventsOf(keys),
        waiting: [...before, ...(book?.ofRanges ?? []), ...this.#newRanges],
      },
      { now, isTyped },
    );
    const shown = news.barred.slice(0, told === undefined ? MOST_SHOWN - this.#barred.length : undefined);
    const named = new Set(shown.flatMap((one) => [...one.stands.map(({ event }) => event), ...one.waiting]));
    const untold = new Set([...news.reviews, ...news.events]);
    for (const [i, row] of rows.entries()) {
      if (news.undecided.has(read[i]!)) wanted.setWaiting(row);
      const event = news.standing.get(read[i]!)!;
      const [isNew, isIdle] = [untold.delete(event), news.idle.has(event)];
      if (isNew) wanted.setNew(row, isIdle);
      if (isNew && (told !== undefined || named.has(event))) this.#ids.set(row, event.event);
      told?.set(row, { event, isNew, isIdle });
    }
    this.#newRanges.push(...news.reviews.filter(isOfRange));
    this.#barred.push(...shown);
    this.#barredCount += news.barred.length;
  }

  /** Refuses what waits for a person where no file holds it: how many there are, and how many lines name other people's numbers. */
  refuseWaiting(): void {
    const line = this.terms.firstReviewLine;
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

  /** Finds out what is new, and records what waits. */
  async recordReviews(file: string): Promise<void> {
    const { wanted, terms } = this;
    if (reviewsAreResaved(file)) {
      const list = new EventList((await openReviews(file)).events);
      await this.plan(list);
      if (wanted.isAnyNew("review")) rewriteReviews(file, list.events, this.#reviewLines());
      return;
    }
    const index = terms.followed?.reviews.openAgain() ?? new LedgerIndex(file, "reviews", wanted).open();
    try {
      await this.plan(index);
      // A scrub takes the file with -s, whether anything waits in it or not.
      const isBegun = index.end.length > 0 || terms.followed !== undefined;
      if (wanted.isAnyNew("review") || !isBegun) appendEventLines(file, index.end, this.#reviewLines());
    } finally {
      index.close();
    }
  }

  /** Records what is new, and returns what came of it all. */
  async recordEvents(): Promise<Outcome> {
    const { to, wanted, registry, terms } = this;
    const { hasEmail = false, followed } = terms;
    const file = to.acknowledgements;
    const append = (answers?: AcknowledgementFile) => {
      if (followed === undefined || wanted.isAnyNew("event") || answers !== undefined)
        appendEventLines(to.registry, registry.end, this.#eventLines(answers));
      return { acknowledgements: answers?.count ?? 0, lacksEmail: answers?.lacksEmail ?? false };
    };
    const mayOwe = followed === undefined || wanted.isAnyNew("event") || wanted.counts.help > 0;
    const answered =
      file === undefined || !mayOwe
        ? append()
        : await withLock(file, async () =>
            append(new AcknowledgementFile(file, { hasEmail, once: followed === undefined })),
          );
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
      answers?.add(this.#owed(news, from, to));
      this.terms.onProgress?.(PLANNED + ((1 - PLANNED) * from) / length);
      this.#newEvents += news.length;
      for (const { one } of news) {
        this.#added[one.action] = (this.#added[one.action] ?? 0) + 1;
        yield encodeLine(one, "registry");
      }
    }
  }

  *#reviewLines(): Generator<string> {
    const { length } = this.wanted;
    for (const { one } of this.#newRows("review", 0, length)) {
      const { reviews, requests, named } = countsOfReviews([one]);
      this.#reviews.reviews += reviews;
      this.#reviews.requests += requests;
      this.#reviews.named += named;
      yield encodeLine(one, "reviews");
    }
  }

  /** What is owed for new events, and for the calls for help among rows. */
  #owed(news: readonly NewRow[], from: number, to: number): Acknowledgement[] {
    const { wanted } = this;
    const { templates } = this.to;
    const lively = news.filter(({ row }) => !wanted.isIdle(row));
    const owed = lively.flatMap(({ one }) => acknowledge(one, one, templates) ?? []);
    for (let row = from; row < to; row++) if (wanted.isHelp(row)) owed.push(explain(wanted.helpAt(row), templates));
    return owed;
  }

  *#newRows(kind: "event" | "review", from: number, to: number): Generator<NewRow> {
    const recordedAt = timestampInElSalvador(this.terms.now);
    for (let row = from; row < to; row++) {
      if (!this.wanted.isNew(row, kind)) continue;
      const one = this.wanted.eventAt(row) as NewRow["one"];
      one.event = this.#ids.get(row) ?? randomUUID();
      one.recordedAt = recordedAt;
      yield { row, one };
    }
  }
}

/** The share of recording that is over when all is planned, as measured. */
const PLANNED = 0.6;

function countsOfReviews(reviews: readonly LedgerEvent[]): Pick<Outcome, "reviews" | "requests" | "named"> {
  const requests = reviews.filter(({ action }) => action === "request").length;
  return { reviews: reviews.length, requests, named: reviews.filter(({ reason }) => reason === NAMED).length };
}
