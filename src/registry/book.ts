// What is in force for each number and channel of a registry, since when, and where its line is: by the same rule as when the
// registry is used as a suppression list. Events are columns, about 32 bytes each, chained by their number.

import { sayable } from "../phone/format.js";
import { CHANNELS, type Channel, channelCode, join, suppresses } from "../suppression/event.js";
import { namedIn, TakenBack, VOID } from "../suppression/taken-back.js";
import { isOfSeveralDays, isoMoment, type Moment } from "../time/dates.js";
import { columnReader, type LedgerFile, type LedgerLine, refuseMissing, withLedger } from "./ledger.js";
import { keyOf, type LedgerAction, type LedgerEvent, momentOf, phoneKey } from "./ledger-event.js";

const [NOTHING, OPT_OUT, OPT_IN, TAKES_BACK] = [0, 1, 2, 3] as const;
/** What actions do; any other is an opt-out. */
const EFFECTS: Partial<Record<LedgerAction, number>> = { [VOID]: TAKES_BACK, settled: NOTHING, "opt-in": OPT_IN };
const FIRST_ROOM = 64;

export class Book {
  /** The latest event of each slot's chain; -1 where there is none. Keys that share a slot share its chain. */
  #heads = new Int32Array(0);
  // An element for each event, in their order. `#starts`: where its line starts; `#next`: the event before it in its chain.
  #keys = new Float64Array(0);
  #starts = new Float64Array(0);
  #times = new Float64Array(0);
  #effects = new Uint8Array(0);
  #channels = new Uint8Array(0);
  #next = new Int32Array(0);
  #count = 0;
  /** The keys with a void, and the starts of the events that are taken back as of now. */
  readonly #keysWithVoids = new Set<number>();
  readonly #takenBack = new Set<number>();

  /** `now`: in seconds since 1970: an opt-in of the future lifts nothing yet. */
  constructor(private readonly now = Number.POSITIVE_INFINITY) {
    this.#grow(FIRST_ROOM);
  }

  /** Adds the next event. `key`: its `keyOf`; `start`: its offset, above the last; the rest if its details are needed. */
  add(key: number, start: number, action: LedgerAction = "settled", channel: Channel = "any", asked?: Moment): void {
    if (this.#count === this.#keys.length) this.#grow(2 * this.#count);
    const at = this.#count++;
    const effect = EFFECTS[action] ?? OPT_OUT;
    this.#keys[at] = key;
    this.#starts[at] = start;
    // Of the times that a doubtful date can mean, the one that suppresses more: the last of an opt-out, the first of an opt-in.
    this.#times[at] = (effect !== OPT_IN ? asked?.last : isOfSeveralDays(asked) ? 0 : asked?.first) ?? 0;
    this.#effects[at] = effect;
    this.#channels[at] = channelCode(channel);
    this.#link(at);
    if (effect === TAKES_BACK) this.#keysWithVoids.add(key);
  }

  get count(): number {
    return this.#count;
  }

  /** Returns the starts of the events of some keys, in their order. */
  startsOf(keys: Iterable<number>): number[] {
    const starts: number[] = [];
    for (const key of keys) for (const at of this.#indexesOf(key)) starts.push(this.#starts[at]!);
    return starts.sort((a, b) => a - b);
  }

  /** Finds the events that are taken back as of now. They are in force no more. */
  takeBack(eventsAt: (starts: readonly number[]) => readonly LedgerEvent[]): void {
    const starts = this.startsOf(this.#keysWithVoids);
    const events = eventsAt(starts);
    const staying = new Set(withoutTakenBack(events, this.now));
    for (const [i, start] of starts.entries()) if (!staying.has(events[i]!)) this.#takenBack.add(start);
  }

  /** Returns the starts of a key's events in force, one of each channel. */
  inForceOf(key: number): number[] {
    return this.#inForce(this.#indexesOf(key)).map((at) => this.#starts[at]!);
  }

  /** Counts the keys with an opt-out, on whichever channel. */
  countSuppressed(): number {
    let suppressed = 0;
    this.#eachKey((events) => {
      if (this.#inForce(events).some((at) => this.#effects[at] === OPT_OUT)) suppressed++;
    });
    return suppressed;
  }

  /**
   * Returns the starts of the events in force for a channel, in their order. `since`: the start of an event. Then it returns those
   * whose number and channel have a later event, and the later voids.
   */
  startsToShare(channel: Channel, since = -1): Float64Array {
    const shared = new Float64Array(this.#count);
    let count = 0;
    const isVoid = (at: number) => since >= 0 && this.#effects[at] === TAKES_BACK;
    this.#eachKey((events) => {
      const changed = since < 0 ? events : events.filter((at) => this.#starts[at]! > since);
      const isChanged = (at: number) => changed.some((other) => this.#channels[other] === this.#channels[at]);
      for (const at of [...this.#inForce(events).filter(isChanged), ...changed.filter(isVoid)])
        if (suppresses(CHANNELS[this.#channels[at]!]!, channel)) shared[count++] = this.#starts[at]!;
    });
    return shared.subarray(0, count).sort();
  }

  /** Returns those of a key's events (by index, in order) that are in force, one of each channel. */
  #inForce(events: readonly number[]): number[] {
    const found: number[] = [];
    for (const at of events) {
      const effect = this.#effects[at]!;
      const isIdle = effect === OPT_IN && (this.#times[at] === 0 || this.#times[at]! > this.now);
      if (effect === NOTHING || effect === TAKES_BACK || isIdle || this.#takenBack.has(this.#starts[at]!)) continue;
      const known = found.findIndex((other) => this.#channels[other] === this.#channels[at]);
      if (known < 0) found.push(at);
      else if (this.#replaces(at, found[known]!)) found[known] = at;
    }
    return found;
  }

  #replaces(at: number, known: number): boolean {
    const eventAt = (at: number) => ({ optIn: this.#effects[at] === OPT_IN, time: this.#times[at]!, lifted: false });
    const [before, event] = [eventAt(known), eventAt(at)];
    const inForce = join(before, event);
    return inForce !== before && inForce.optIn === event.optIn && inForce.time === event.time;
  }

  #eachKey(visit: (events: readonly number[]) => void): void {
    const isMet = new Uint8Array(this.#count);
    for (let latest = this.#count - 1; latest >= 0; latest--) {
      if (isMet[latest] === 1) continue;
      const events = this.#indexesOf(this.#keys[latest]!, latest);
      for (const at of events) isMet[at] = 1;
      visit(events);
    }
  }

  #indexesOf(key: number, latest = this.#heads[this.#slotOf(key)]!): number[] {
    const indexes: number[] = [];
    for (let at = latest; at >= 0; at = this.#next[at]!) if (this.#keys[at] === key) indexes.push(at);
    return indexes.reverse();
  }

  #link(at: number): void {
    const slot = this.#slotOf(this.#keys[at]!);
    this.#next[at] = this.#heads[slot]!;
    this.#heads[slot] = at;
  }

  #slotOf(key: number): number {
    return key - Math.floor(key / this.#heads.length) * this.#heads.length;
  }

  /** Makes room for `length` events, in as many chains. */
  #grow(length: number): void {
    const grown = <T extends Float64Array | Uint8Array>(from: T, to: T) => {
      to.set(from);
      return to;
    };
    this.#keys = grown(this.#keys, new Float64Array(length));
    this.#starts = grown(this.#starts, new Float64Array(length));
    this.#times = grown(this.#times, new Float64Array(length));
    this.#effects = grown(this.#effects, new Uint8Array(length));
    this.#channels = grown(this.#channels, new Uint8Array(length));
    this.#next = new Int32Array(length);
    this.#heads = new Int32Array(length).fill(-1);
    for (let at = 0; at < this.#count; at++) this.#link(at);
  }
}

/** Builds the book of a registry in one walk. `show` sees each line. */
export function bookOf(
  ledger: LedgerFile,
  now: Date,
  show: (line: LedgerLine, action: LedgerAction, channel: Channel) => void,
) {
  const book = new Book(now.getTime() / 1000);
  const actions = columnReader("action", (text) => text as LedgerAction);
  const channels = columnReader("channel", (text) => text as Channel);
  const requested = columnReader("requested_at", momentOf);
  let newest = -1;
  const { tornLine } = ledger.walk((line) => {
    const { cells, start } = line;
    const [action, channel] = [actions.of(cells), channels.of(cells)];
    book.add(line.key(), start, action, channel, isoMoment(cells, requested.at) ?? requested.of(cells));
    newest = start;
    show(line, action, channel);
  });
  book.takeBack((starts) => ledger.eventsAt(starts));
  return { book, newest: ledger.eventsAt(newest < 0 ? [] : [newest])[0], tornLine };
}

export type RegistryStatus = ReturnType<typeof readStatus>;

/** Counts what a registry holds, and builds its book. */
export function readStatus(file: string, now: Date) {
  const counts = { byAction: new Map<string, number>(), byChannel: new Map(), bySource: new Map() };
  const add = (name: string, to: Map<string, number>) => to.set(name, (to.get(name) ?? 0) + 1);
  const sources = columnReader("source", sayable);
  const count = ({ cells }: LedgerLine, action: LedgerAction, channel: Channel) => {
    add(action, counts.byAction);
    add(channel, counts.byChannel);
    add(sources.of(cells), counts.bySource);
  };
  refuseMissing(file);
  return { ...withLedger(file, "registry", (ledger) => bookOf(ledger, now, count)), ...counts };
}

/** Returns the events that are not taken back as of `now`. `events`: all of the numbers that are asked about. */
export function withoutTakenBack(events: readonly LedgerEvent[], now: number): readonly LedgerEvent[] {
  const voids = events.filter(({ action }) => action === VOID);
  if (voids.length === 0) return events;
  const named = voids.map(({ phone, evidence, recordedAt }) => {
    return { phone, names: namedIn(evidence)!, recorded: momentOf(recordedAt) };
  });
  const takenBack = new TakenBack(named);
  return events.filter(({ phone, event, action }) => {
    const asked = { phone, id: event.trim(), optIn: action === "opt-in" };
    const end = action === VOID ? 0 : takenBack.endOf(asked, now);
    return end === 0 || end > now;
  });
}

/** The events of some numbers in memory: all that is asked about a number is answered by its own events. */
export class EventBook {
  readonly #book: Book;
  readonly #events: LedgerEvent[] = [];

  /** `events`: all of the numbers that will be asked about; `now`: in seconds since 1970. */
  constructor(events: readonly LedgerEvent[], now: number) {
    this.#book = new Book(now);
    for (const event of withoutTakenBack(events, now)) this.add(event);
  }

  add(event: LedgerEvent): void {
    const { action, channel, requestedAt } = event;
    this.#book.add(keyOf(event), this.#events.push(event) - 1, action, channel, momentOf(requestedAt));
  }

  /** Returns the events in force of a number, one of each channel. */
  inForce(phone: string): LedgerEvent[] {
    return this.#book.inForceOf(phoneKey(phone) ?? 0).map((at) => this.#events[at]!);
  }

  /**
   * Returns the event in force that means as much as the wanted one. It means less if it is a dated opt-out and the wanted one has
   * no date, if it is an opt-out of an earlier day, which a late opt-in may lift, or if it is an opt-in that begins later.
   */
  sameInForce(wanted: Omit<LedgerEvent, "event" | "recordedAt">): LedgerEvent | undefined {
    const before = this.inForce(wanted.phone).find(({ channel }) => channel === wanted.channel);
    if (before?.action !== wanted.action) return undefined;
    const [known, asked] = [momentOf(before.requestedAt), momentOf(wanted.requestedAt)];
    if (known === undefined) return before;
    const beginsLater = asked !== undefined && known.first > asked.first;
    const isOfEarlierDay = before.requestedAt.slice(0, 10) < wanted.requestedAt.slice(0, 10);
    const meansLess = wanted.action === "opt-in" ? beginsLater : asked === undefined || isOfEarlierDay;
    return meansLess ? undefined : before;
  }

  /** Whether an opt-in of the phone is in force on the channel, and no opt-out of every channel. */
  letsThrough({ phone, channel }: Pick<LedgerEvent, "phone" | "channel">): boolean {
    const isIn = this.inForce(phone).some((one) => one.action === "opt-in" && one.channel === channel);
    return isIn && !this.suppresses({ phone, channel });
  }

  suppresses({ phone, channel }: Pick<LedgerEvent, "phone" | "channel">): boolean {
    const isOn = (own: Channel) => own === channel || own === "any";
    return this.inForce(phone).some((one) => one.action !== "opt-in" && isOn(one.channel));
  }
}

/** A number of which an opt-in was recorded, and the opt-outs and reviews that suppress it nevertheless. */
export interface StillSuppressed {
  phone: string;
  optOuts: readonly LedgerEvent[];
  waiting: readonly LedgerEvent[];
}

/** Builds a book of reviews. They suppress in spite of every opt-in until a person's decision is recorded, whatever they say. */
export function waitingBook(reviews: readonly LedgerEvent[], now: number): EventBook {
  const known = (channel: Channel) => (CHANNELS.includes(channel) ? channel : "any");
  const waiting = reviews.map((one): LedgerEvent => ({ ...one, action: "review", channel: known(one.channel) }));
  return new EventBook(waiting, now);
}

/** Returns what still suppresses these numbers: an opt-in lifts only an earlier opt-out of its own channel. */
export function stillSuppressed(
  of: readonly Pick<LedgerEvent, "phone">[],
  book: EventBook,
  waiting?: EventBook,
): StillSuppressed[] {
  const suppressed = [...new Set(of.map(({ phone }) => phone))].map((phone) => ({
    phone,
    optOuts: book.inForce(phone).filter(({ action }) => action !== "opt-in"),
    waiting: waiting?.inForce(phone) ?? [],
  }));
  return suppressed.filter(({ optOuts, waiting }) => optOuts.length + waiting.length > 0);
}
