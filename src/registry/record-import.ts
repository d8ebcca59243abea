// Recording a whole import, however long: it is looked at in groups of all that is wanted of some phones, then written in the order of
// its file. All of it is recorded or nothing; a killed run leaves a beginning, which the next one knows.

import { ExitCode, ScrubError } from "../errors.js";
import { withLock } from "../files/lock.js";
import { rangeOf } from "../phone/named.js";
import { timestampInElSalvador } from "../text/values.js";
import { AcknowledgementFile, acknowledge, explain, helpId } from "./acknowledgements.js";
import { BLANKS, Form } from "./forms.js";
import type { LedgerUse } from "./glance.js";
import { appendEventLines, encodeLine, rewriteReviews } from "./ledger.js";
import { identityOf, type LedgerAction, type LedgerEvent, NAMED, placeIn } from "./ledger-event.js";
import { keyOf, LedgerIndex, type PlacedEvent } from "./ledger-index.js";
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

type Counted = Pick<LedgerEvent, "action" | "reason">;

/** What waits for a person already. Only under its lock. */
interface WaitingBook {
  has(key: number): boolean;
  /** As those of `LedgerIndex`; nothing is found by them where the file is not in our own order. */
  onlyOf(key: number): number | undefined;
  eventsAt(starts: readonly number[]): readonly PlacedEvent[];
  eventsOf(keys: ReadonlySet<number>): readonly LedgerEvent[];
  readonly ofRanges: readonly LedgerEvent[];
  /** Whether no file stands there, or one without a byte. */
  readonly isEmpty: boolean;
  append(lines: Iterable<string>): void;
  close(): void;
}

/** A row, and where in its ledger begins the only event of its key. */
interface MetRow {
  row: number;
  start: number;
}

class Recording {
  readonly #recordedAt: string;
  readonly #newRanges: LedgerEvent[] = [];
  // By the shapes of rows.
  readonly #identityForms: Form[] = [];
  readonly #lineForms: Form[] = [];
  readonly #answerForms: Form[] = [];
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
      // A scrub takes the file with -s, whether anything waits in it or not.
      if (this.#reviews.reviews > 0 || book.isEmpty) book.append(this.#newLines("review"));
    } finally {
      book.close();
    }
  }

  /** Finds out what is new. `book`: what waits already; undefined where that has no say. */
  async plan(book: WaitingBook | undefined): Promise<void> {
    await this.#planAlone(book);
    let done = 0;
    for (const rows of this.wanted.groups(AT_A_TIME.rows)) {
      this.#planGroup(rows, book);
      done += rows.length;
      this.onProgress((PLANNED * done) / this.wanted.length);
      // A loop that never pauses sees no signal.
      await new Promise(setImmediate);
    }
  }

  /** Settles the rows of phones of which nothing else is wanted: what no ledger knows is new, and what its only event says is known. */
  async #planAlone(book: WaitingBook | undefined): Promise<void> {
    const { wanted, registry } = this;
    const ofRanges = new Set(wanted.ranges);
    const met: Record<"event" | "review", MetRow[]> = { event: [], review: [] };
    for (let row = 0; row < wanted.length; row++) {
      if (!wanted.isAlone(row) || ofRanges.has(row)) continue;
      const { is, common } = wanted.shapeAt(row);
      const [ledger, other] = is === "review" ? [book, registry] : [registry, book];
      if (ledger === undefined) continue;
      const key = wanted.keyAt(row);
      if (ledger.has(key)) {
        const start = ledger.onlyOf(key);
        if (start === undefined || met[is].push({ row, start }) < AT_A_TIME.rows) continue;
        this.#settleKnown(met[is].splice(0), ledger);
        await new Promise(setImmediate);
      } else if (other?.has(key) !== true) {
        wanted.setNew(row);
        this.#count(is === "review" ? 1 : 0, is === "review" ? [common] : [], is === "event" ? [common] : []);
      }
    }
    this.#settleKnown(met.event, registry);
    if (book !== undefined) this.#settleKnown(met.review, book);
  }

  #settleKnown(met: readonly MetRow[], ledger: Pick<WaitingBook, "eventsAt">): void {
    const ordered = [...met].sort((one, other) => one.start - other.start);
    const events = ledger.eventsAt(ordered.map(({ start }) => start));
    for (const [i, { row }] of ordered.entries())
      if (this.#plainIdentity(row) === identityOf(events[i]!.event)) this.wanted.setKnown(row);
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
    const ofPhones = before.filter(({ phone }) => rangeOf(phone) === undefined);
    const waiting = new Waiting([...ofPhones, ...(book?.ofRanges ?? []), ...this.#newRanges, ...added]);
    const news = newEvents(events, known, { standing, waiting }, now);
    const isNew = new Set([...added, ...news.added]);
    for (const [i, row] of rows.entries()) {
      const { event: one } = read[i]!;
      if (unclear.has(one)) wanted.setWaiting(row);
      const event = standing.get(one);
      if (event !== undefined && isNew.delete(event)) wanted.setNew(row, event.event, news.idle.has(event));
    }
    this.#newRanges.push(...added.filter(({ phone }) => rangeOf(phone) !== undefined));
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
      appendEventLines(
        to.registry,
        registry.end,
        answers === undefined ? this.#newLines("event") : this.#answered(answers),
      );
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
  *#answered(answers: AcknowledgementFile): Generator<string> {
    const { length } = this.wanted;
    for (let from = 0; from === 0 || from < length; from += AT_A_TIME.rows) {
      const to = Math.min(from + AT_A_TIME.rows, length);
      answers.addLines(this.#answers(from, to, answers));
      this.onProgress(PLANNED + ((1 - PLANNED) * from) / length);
      yield* this.#newLines("event", from, to);
    }
  }

  /** The lines of what is owed for rows, those of calls for help last. */
  *#answers(from: number, to: number, answers: AcknowledgementFile): Generator<string> {
    const { wanted } = this;
    for (let row = from; row < to; row++) {
      const owed = wanted.isNew(row, "event") && !wanted.isIdle(row) ? this.#acknowledged(row, answers) : "";
      if (owed !== "") yield owed;
    }
    for (let row = from; row < to; row++) {
      const help = wanted.isHelp(row) ? this.#explained(row, answers) : "";
      if (help !== "") yield help;
    }
  }

  /** The lines of new events in the ledger of their kind. */
  *#newLines(kind: "event" | "review", from = 0, to = this.wanted.length): Generator<string> {
    const use = kind === "review" ? "reviews" : "registry";
    for (let row = from; row < to; row++) if (this.wanted.isNew(row, kind)) yield this.#lineOf(row, use);
  }

  #lineOf(row: number, use: LedgerUse): string {
    return this.#written(row, this.#lineForms, (wanted, id) => encodeLine(this.#recorded(wanted, id), use));
  }

  #acknowledged(row: number, answers: AcknowledgementFile): string {
    return this.#written(row, this.#answerForms, (wanted, id) => {
      const owed = acknowledge(this.#recorded(wanted, id), wanted, this.to.templates);
      return owed === undefined ? "" : answers.lineOf(owed);
    });
  }

  #explained(row: number, answers: AcknowledgementFile): string {
    const help = this.wanted.helpAt(row);
    const id = helpId(help);
    return answers.isAnswered(id) ? "" : answers.lineOf(explain(help, this.to.templates, id));
  }

  /** A row's identity where it has a date of its own; undefined of any other. */
  #plainIdentity(row: number): string | undefined {
    const isPlain = ({ isStamped, requestedAt }: WantedEvent) => isStamped !== true && requestedAt !== "";
    return this.#composed(row, "", this.#identityForms, (one) => (isPlain(one) ? identityOf(one) : undefined));
  }

  /** What is written of a new row. */
  #written(row: number, forms: Form[], compose: (wanted: WantedEvent, id: string) => string): string {
    return this.#composed(row, this.wanted.newId(row), forms, compose);
  }

  /** What is composed of a row; of a usual one only once for all of its shape. */
  #composed<Text extends string | undefined>(
    row: number,
    id: string,
    forms: Form[],
    compose: (wanted: WantedEvent, id: string) => Text,
  ): Text | string {
    const { wanted } = this;
    const usual = wanted.usualAt(row, id);
    if (usual === undefined) return compose(wanted.eventAt(row).event, id);
    forms[usual.shape] ??= new Form(compose(usual.withBlanks, BLANKS.event) ?? "");
    return forms[usual.shape]!.fill(usual.values);
  }

  #recorded(wanted: WantedEvent, event: string): LedgerEvent {
    const { phone, action, channel, requestedAt, source, sender, reason, evidence, message } = wanted;
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
      onlyOf: (key) => index.onlyOf(key),
      eventsAt: (starts) => index.eventsAt(starts),
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
    onlyOf: () => undefined,
    eventsAt: () => [],
    eventsOf: (keys) => [...keys].flatMap((key) => byKey.get(key) ?? []),
    isEmpty: false,
    ofRanges: events.filter(({ phone }) => rangeOf(phone) !== undefined),
    append: (lines) => rewriteReviews(file, events, lines),
    close() {},
  };
}
