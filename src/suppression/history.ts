// All that the suppression lists of a run ever said of a number: every event with its list and record, not only what stands.
// For whoever asks about the past: a contact in a log, a number as it stood at a time.
// What the events mean together is opt-out-runs.ts's work, what stood at a moment timeline.ts's.

import type { EventBatch, EventKernel, PlainEvents } from "../kernel/event-kernel.js";
import { LAST_INSTANT } from "../time/time-zone.js";
import { BARRED, type IndexStorage, LASTING, NationalStates, nationalOf } from "./country.js";
import { DigestIndex } from "./digests.js";
import { EntryPages } from "./entry-pages.js";
import { channelOf, NUMBER, OPT_IN, wordOf } from "./entry-word.js";
import { CHANNEL_BITS, channelCode, channelIn, type ListEvent, PLAIN_OPT_OUT } from "./event.js";
import { type EventSink, type PlainEventSink, type PlainTaken, plainSink, type ToldEvent } from "./event-sink.js";
import type { DigestKind } from "./hash-forms.js";
import { ListEntries } from "./list-entries.js";
import { type HistoryEvent, type ListRules, runsOf } from "./opt-out-runs.js";
import { SparseColumn } from "./sparse-column.js";
import { Timeline } from "./timeline.js";

/** Numbers are sorted by their upper and their lower half. */
const HALF = 10_000;

// In the event of a digest, above channel and opt-in: how long the time is that was written.
const SPANS = [0, 59, 3599, 86_399];
const ANY_SPAN = SPANS.length;
const SPAN_SHIFT = CHANNEL_BITS + 1;

/** Timelines of so few events are built faster than they are kept; those of so many are kept for good. */
const FEW_EVENTS = 4;
const MANY_EVENTS = 1024;
/** How many events of those in between are kept, while a log asks for the same numbers again. */
const MOST_EVENTS_KEPT = 1 << 16;

const NO_EVENTS = new Uint32Array(0);

/**
 * Events are columns: 8 bytes an event and 8 more once all are read, plus 4 for each date, duration and expiry in pages
 * that hold one. They are sorted by number once, after the last was added, so that no number's many events slow another's.
 */
export class EventHistory implements EventSink {
  /** A number of which nobody said anything costs one look. */
  readonly states: NationalStates;
  readonly #events: EntryPages;
  readonly #spans = new SparseColumn();
  readonly #untils = new SparseColumn();
  readonly #others = new Map<string, HistoryEvent[]>();
  /** Of numbers of which a list takes something back: all that it says of them, by number and list. */
  readonly #retold = new Map<string, Map<number, HistoryEvent[]>>();
  readonly #lists: ListEntries[] = [];
  readonly #rules: ListRules[] = [];
  readonly #merged = new Set<number>();
  /** Events by number, in the order they were added, and these numbers; and where the numbers of each upper half begin. */
  #order = new Uint32Array(0);
  #numbers = new Uint32Array(0);
  #starts = new Uint32Array(0);
  #timelines = new Map<string, Timeline>();
  #eventsKept = 0;
  readonly #longTimelines = new Map<string, Timeline>();

  /** `storage`: where its arrays are to lie. */
  constructor(
    readonly digests: DigestIndex = new DigestIndex(),
    private readonly storage: IndexStorage = LASTING,
  ) {
    this.states = new NationalStates(storage.states);
    this.#events = new EntryPages(storage);
  }

  beginList(_hasEvents: boolean, liftsOthers: boolean): number {
    this.#lists.push(new ListEntries(this.#events.size));
    this.#rules.push({ liftsOthers, distrustsOptIns: false });
    return this.#lists.length - 1;
  }

  touch(nationals: Int32Array, count: number): void {
    this.states.touch(nationals, count);
  }

  readonly addsAtOnce = false;

  addNationals(_nationals: Int32Array, from: number): number {
    return from;
  }

  plainEvents(events: PlainEvents): PlainEventSink | undefined {
    return plainSink(this.storage.adder?.ofEvents(events), (...added) => this.#addPlainEvents(...added));
  }

  #addPlainEvents(kernel: EventKernel, batch: EventBatch, from: number, to: number, record: number): PlainTaken {
    const { words: page, times, place, room } = this.#events.end();
    const { size: entry, addresses } = this.#events;
    const arrays = { chains: undefined, page, times: times(), place, addresses, entry, first: this.#current.first };
    const added = kernel.add(batch, from, Math.min(to, from + room), arrays);
    this.#current.appendAdded(this.#events, added, from, record);
    for (let i = from; i < added.left; i++) this.states.bar(batch.plain[i]!);
    return added;
  }

  addNational(national: number, record: number): void {
    this.addNationalEvent(national, PLAIN_OPT_OUT, record);
  }

  add(e164: string, record: number): void {
    this.addEvent(e164, PLAIN_OPT_OUT, record);
  }

  addEvent(e164: string, event: ListEvent, record: number): void {
    const national = nationalOf(e164);
    if (national >= 0) {
      this.addNationalEvent(national, event, record);
      return;
    }
    const events = this.#others.get(e164) ?? [];
    const { optIn, channel, time, span = 0, until = 0 } = event;
    events.push({ list: this.#lists.length - 1, record, optIn, channel, time, span, until });
    this.#others.set(e164, events);
  }

  addNationalEvent(national: number, { optIn, channel, time, span = 0, until = 0 }: ListEvent, record: number): void {
    this.states.bar(national);
    const event = this.#events.add(wordOf(national, { optIn, channel }), 0, time);
    if (span !== 0) this.#spans.set(event, span);
    if (until !== 0) this.#untils.set(event, until);
    this.#current.append(event, record);
  }

  addDigest(kind: DigestKind, cell: string, event: ListEvent, record: number): void {
    const { optIn, channel, time, span = 0, until = 0 } = event;
    const list = this.#lists.length - 1;
    const length = SPANS.indexOf(span);
    const packed =
      channelCode(channel) | (optIn ? 1 << CHANNEL_BITS : 0) | ((length < 0 ? ANY_SPAN : length) << SPAN_SHIFT);
    const before = this.digests.size;
    this.digests.add(kind, cell, list, record, packed, time);
    if (until !== 0 || (time !== 0 && this.digests.size === before)) this.#merged.add(list);
  }

  retell(e164: string, told: readonly ToldEvent[]): void {
    const list = this.#lists.length - 1;
    const byList = this.#retold.get(e164) ?? new Map<number, HistoryEvent[]>();
    const events = told.map(({ event, record }) => ({ span: 0, until: 0, ...event, list, record }));
    this.#retold.set(e164, byList.set(list, events));
  }

  distrustOptIns(): void {
    this.#rules[this.#rules.length - 1] = { liftsOthers: false, distrustsOptIns: true };
  }

  /**
   * Lists that said more of a digest than is kept of one: several dates of the same event, or that it expires. Their past
   * can't be told.
   */
  get listsWithLostEvents(): readonly number[] {
    return [...this.#merged].sort((a, b) => a - b);
  }

  /** Every list is read: sorts the events by number. To be called before anything is asked. */
  seal(): void {
    const unsorted = Uint32Array.from({ length: this.#events.size }, (_, event) => event);
    const byLower = this.#sorted(unsorted, (national) => national % HALF);
    const byNumber = this.#sorted(byLower.order, (national) => (national / HALF) | 0);
    this.#order = byNumber.order;
    this.#numbers = this.#order.map((event) => this.#numberOf(event));
    this.#starts = byNumber.starts;
  }

  /** Some numbers are known by their digests alone, so that `states` does not tell all. */
  get hasDigests(): boolean {
    return this.digests.size > 0;
  }

  /** Every event of the number: by list, in the order of its records. */
  eventsOf(e164: string): readonly HistoryEvent[] {
    const national = nationalOf(e164);
    const read = national >= 0 ? this.#nationalEvents(national) : (this.#others.get(e164) ?? []);
    const said = this.#retold.size === 0 ? read : this.#withRetold(e164, read);
    return this.hasDigests ? [...said, ...this.#digestEvents(e164)].sort((a, b) => a.list - b.list) : said;
  }

  /** Returns undefined where no list ever said anything of the number. */
  timelineOf(e164: string): Timeline | undefined {
    const known = this.#timelines.get(e164) ?? this.#longTimelines.get(e164);
    if (known !== undefined) return known;
    const events = this.eventsOf(e164);
    if (events.length === 0) return undefined;
    const timeline = new Timeline(runsOf(events, this.#rules));
    if (events.length >= MANY_EVENTS) this.#longTimelines.set(e164, timeline);
    else if (events.length >= FEW_EVENTS) this.#keep(e164, timeline, events.length);
    return timeline;
  }

  #keep(e164: string, timeline: Timeline, events: number): void {
    this.#eventsKept += events;
    if (this.#eventsKept > MOST_EVENTS_KEPT) {
      this.#timelines = new Map();
      this.#eventsKept = events;
    }
    this.#timelines.set(e164, timeline);
  }

  /** Whether any list ever had an opt-out of the number. */
  has(e164: string): boolean {
    return this.#hasEvent(e164, false);
  }

  hasOptIn(e164: string): boolean {
    return this.#hasEvent(e164, true);
  }

  /** The lists that ever had an opt-out of the number, and its records there. */
  holdings(e164: string): readonly HistoryEvent[] {
    return this.eventsOf(e164).filter((event) => !event.optIn);
  }

  #withRetold(e164: string, read: readonly HistoryEvent[]): readonly HistoryEvent[] {
    const byList = this.#retold.get(e164);
    if (byList === undefined) return read;
    const others = read.filter(({ list }) => !byList.has(list));
    return [...others, ...[...byList.values()].flat()].sort((a, b) => a.list - b.list);
  }

  #hasEvent(e164: string, optIn: boolean): boolean {
    if (this.#retold.has(e164)) return this.eventsOf(e164).some((event) => event.optIn === optIn);
    const national = nationalOf(e164);
    for (const event of national >= 0 ? this.#numbersOf(national) : [])
      if (((this.#events.wordAt(event) & OPT_IN) !== 0) === optIn) return true;
    if (national >= 0 && !this.hasDigests) return false;
    return this.eventsOf(e164).some((event) => event.optIn === optIn);
  }

  #nationalEvents(national: number): readonly HistoryEvent[] {
    return Array.from(this.#numbersOf(national), (event) => this.#eventAt(event));
  }

  /** The events of a number by their own numbers. */
  #numbersOf(national: number): Uint32Array {
    if (this.states.get(national) !== BARRED) return NO_EVENTS;
    const half = (national / HALF) | 0;
    let low = this.#starts[half]!;
    let high = this.#starts[half + 1] ?? this.#order.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#numbers[middle]! < national) low = middle + 1;
      else high = middle;
    }
    let end = low;
    while (this.#numbers[end] === national) end++;
    return this.#order.subarray(low, end);
  }

  #digestEvents(e164: string): HistoryEvent[] {
    return this.digests.find(e164).map(({ list, record, event, time }) => {
      const optIn = ((event >>> CHANNEL_BITS) & 1) === 1;
      const unknown = optIn ? LAST_INSTANT - time : time;
      return {
        list,
        record,
        optIn,
        channel: channelIn(event),
        time,
        span: SPANS[event >>> SPAN_SHIFT] ?? unknown,
        until: 0,
      };
    });
  }

  #eventAt(event: number): HistoryEvent {
    const word = this.#events.wordAt(event);
    const list = this.#listOf(event);
    return {
      list,
      record: this.#lists[list]!.recordOf(event),
      optIn: (word & OPT_IN) !== 0,
      channel: channelOf(word),
      time: this.#events.timeAt(event),
      span: this.#spans.get(event),
      until: this.#untils.get(event),
    };
  }

  #numberOf(event: number): number {
    return this.#events.wordAt(event) & NUMBER;
  }

  get #current(): ListEntries {
    return this.#lists[this.#lists.length - 1]!;
  }

  #listOf(event: number): number {
    let low = 0;
    let high = this.#lists.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.#lists[middle]!.first <= event) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Counts, then deals out: events of the same half keep their order. */
  #sorted(
    events: Uint32Array,
    halfOf: (national: number) => number,
  ): { order: Uint32Array<ArrayBuffer>; starts: Uint32Array<ArrayBuffer> } {
    const starts = new Uint32Array(HALF + 1);
    for (const event of events) starts[halfOf(this.#numberOf(event)) + 1]!++;
    for (let half = 0; half < HALF; half++) starts[half + 1]! += starts[half]!;
    const next = starts.slice();
    const order = new Uint32Array(events.length);
    for (const event of events) order[next[halfOf(this.#numberOf(event))]!++] = event;
    return { order, starts };
  }
}
