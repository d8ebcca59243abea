// How a registry does: what it holds, how fast it took things in, and which events no scrub has seen.

import { createHash } from "node:crypto";
import type { RecordScanner } from "../csv/scanner.js";
import { CellMemo } from "../lists/cell-memo.js";
import { EIGHT_DIGITS } from "../suppression/country.js";
import { CHANNELS, type Channel, channelCode, type Standing } from "../suppression/event.js";
import { VOID } from "../suppression/taken-back.js";
import { type Moment, plainInstant } from "../time/dates.js";
import { eventAt, Glance, type Ledger, lookOverLedger, NO_PHONE, phoneKey, walkLedger } from "./ledger.js";
import { LEDGER_COLUMNS, type LedgerEvent, sayable } from "./ledger-event.js";
import { momentOf, RegistryState, standingAfter, timeOf } from "./state.js";

export interface RegistryStatus {
  events: number;
  byAction: ReadonlyMap<string, number>;
  byChannel: ReadonlyMap<string, number>;
  bySource: ReadonlyMap<string, number>;
  /** Numbers with an opt-out that stands, on any channel. */
  barred: number;
  newest: LedgerEvent | undefined;
  /** The longest time from a request to its record, in milliseconds; of a bare day, from its end. */
  slowest: { event: LedgerEvent; took: number } | undefined;
}

/**
 * How the registry in a file does, which must be there, and the line that was left unfinished. Lines that certainly are
 * events as a registry holds them are counted as bytes; the others are read.
 */
export function readStatus(file: string, now: Date): RegistryStatus & { tornLine: number | undefined } {
  const count = new StatusCount(now.getTime() / 1000);
  const { bytes, tornLine } = lookOverLedger(
    file,
    (scanner, event) => count.take(scanner, event),
    (event) => count.addLast(event),
  );
  count.takeBack(bytes, file);
  return { ...count.status(bytes), tornLine };
}

// Of a line's cells.
const ACTION = LEDGER_COLUMNS.indexOf("action");
const CHANNEL = LEDGER_COLUMNS.indexOf("channel");
const REQUESTED = LEDGER_COLUMNS.indexOf("requested_at");
const RECORDED = LEDGER_COLUMNS.indexOf("recorded_at");
const SOURCE = LEDGER_COLUMNS.indexOf("source");

/** An event, or where in the bytes its line stands. */
type Place = LedgerEvent | { start: number; end: number };

/** How often a text was met. */
interface Count {
  readonly text: string;
  events: number;
}

class Counts {
  readonly #counts = new Map<string, Count>();

  of(text: string): Count {
    let count = this.#counts.get(text);
    if (count === undefined) {
      count = { text, events: 0 };
      this.#counts.set(text, count);
    }
    return count;
  }

  get found(): ReadonlyMap<string, number> {
    return new Map([...this.#counts].map(([text, { events }]) => [text, events]));
  }
}

class StatusCount {
  #events = 0;
  #newest: Place | undefined;
  #slowest: { event: Place; took: number } | undefined;
  /** Of the numbers of which an event is taken back. */
  readonly #takenBack = new Set<string>();
  /** Events without a line end. */
  readonly #last: LedgerEvent[] = [];
  readonly #stands = new Stands();
  readonly #glance = new Glance("registry");
  readonly #byAction = new Counts();
  readonly #byChannel = new Counts();
  readonly #bySource = new Counts();
  readonly #actions = new CellMemo(ACTION, (text) => this.#byAction.of(text));
  readonly #channels = new CellMemo(CHANNEL, (text) => this.#byChannel.of(text));
  readonly #sources = new CellMemo(SOURCE, (text) => this.#bySource.of(sayable(text)));
  readonly #requested = new CellMemo(REQUESTED, momentOf);
  readonly #recorded = new CellMemo(RECORDED, momentOf);

  /** `now`: in seconds since 1970. */
  constructor(private readonly now: number) {}

  take(scanner: RecordScanner, event: () => LedgerEvent): void {
    const phone = this.#glance.phoneOf(scanner);
    if (phone === NO_PHONE || this.#actions.of(scanner).text === VOID) {
      this.add(event());
      return;
    }
    const action = this.#actions.of(scanner);
    const channel = this.#channels.of(scanner);
    const requested = plainMoment(scanner, REQUESTED) ?? this.#requested.of(scanner);
    const recorded = plainMoment(scanner, RECORDED) ?? this.#recorded.of(scanner);
    this.#sources.of(scanner).events++;
    const key = keyOf(phone, channel.text as Channel);
    this.#count({ start: scanner.start, end: scanner.nextStart }, action, channel, key, requested, recorded);
  }

  addLast(event: LedgerEvent): void {
    this.#last.push(event);
    this.add(event);
  }

  add(event: LedgerEvent): void {
    const { phone, channel } = event;
    const key = keyOf(phoneKey(phone), channel, phone);
    if (event.action === VOID) this.#takenBack.add(phone);
    this.#bySource.of(sayable(event.source)).events++;
    const [action, channels] = [this.#byAction.of(event.action), this.#byChannel.of(channel)];
    this.#count(event, action, channels, key, momentOf(event.requestedAt), momentOf(event.recordedAt));
  }

  /** Counts the numbers of which an event is taken back anew. */
  takeBack(bytes: Uint8Array, file: string): void {
    if (this.#takenBack.size === 0) return;
    const events: LedgerEvent[] = [];
    const keys = new Set([NO_PHONE, ...[...this.#takenBack].map(phoneKey)]);
    walkLedger(bytes, { file, use: "registry", line: 1 }, (scanner, event) => {
      if (keys.has(this.#glance.phoneOf(scanner))) events.push(event());
    });
    const own = [...events, ...this.#last].filter(({ phone }) => this.#takenBack.has(phone));
    const state = new RegistryState(own, this.now);
    for (const { phone, channel } of own) this.#stands.set(keyOf(phoneKey(phone), channel, phone), NOTHING_STANDS);
    for (const { phone, channel, optIn, time, lifted } of state.stands)
      this.#stands.set(keyOf(phoneKey(phone), channel, phone), { optIn, time, lifted });
  }

  /** `bytes`: those of whole lines, in which places are counted. */
  status(bytes: Uint8Array): RegistryStatus {
    const eventOf = (place: Place) =>
      "start" in place ? eventAt(bytes.subarray(place.start, place.end), "registry")!.event : place;
    return {
      events: this.#events,
      byAction: this.#byAction.found,
      byChannel: this.#byChannel.found,
      bySource: this.#bySource.found,
      barred: this.#stands.countBarred(),
      newest: this.#newest && eventOf(this.#newest),
      slowest: this.#slowest && { ...this.#slowest, event: eventOf(this.#slowest.event) },
    };
  }

  #count(
    place: Place,
    action: Count,
    channel: Count,
    key: number | string,
    requested: Moment | undefined,
    recorded: Moment | undefined,
  ): void {
    this.#events++;
    action.events++;
    channel.events++;
    this.#newest = place;
    this.#takeStanding(key, action.text, requested);
    if (requested === undefined || recorded === undefined) return;
    const from = requested.bareDay ? requested.last : requested.first;
    const took = Math.max(0, recorded.first - from) * 1000;
    if (this.#slowest === undefined || took > this.#slowest.took) this.#slowest = { event: place, took };
  }

  /** Takes what stands alone, by the rules of `RegistryState`. */
  #takeStanding(key: number | string, action: string, requested: Moment | undefined): void {
    if (action === "settled" || action === VOID) return;
    const optIn = action === "opt-in";
    const time = timeOf(requested, optIn);
    const stands = standingAfter(this.#stands.get(key), { optIn, time }, this.now);
    if (stands !== undefined) this.#stands.set(key, stands);
  }
}

/** Bars nobody, as an opt-in does. */
const NOTHING_STANDS: Standing = { optIn: true, time: 0, lifted: false };

const FIRST_NATIONAL = 50_300_000_000;

/**
 * Returns the key of a number and a channel: small for numbers of the country, of which there may be millions. `text`:
 * of what is no phone.
 */
function keyOf(phone: number, channel: Channel, text = ""): number | string {
  const national = phone - FIRST_NATIONAL;
  if (national < 0 || national >= EIGHT_DIGITS) return `${phone === NO_PHONE ? text : phone} ${channel}`;
  return national * CHANNELS.length + channelCode(channel);
}

/** What stands, by such keys: of numbers of the country in columns, for a million objects take ten times the room. */
class Stands {
  readonly #others = new Map<string, Standing>();
  /** A key + 1, 0 where none is; in the first free place behind the one that it is hashed to. */
  #keys = new Uint32Array(4096);
  #coded = new Float64Array(4096);
  #count = 0;

  get(key: number | string): Standing | undefined {
    if (typeof key === "string") return this.#others.get(key);
    const place = this.#placeOf(key);
    return this.#keys[place] === 0 ? undefined : decoded(this.#coded[place]!);
  }

  set(key: number | string, standing: Standing): void {
    if (typeof key === "string") {
      this.#others.set(key, standing);
      return;
    }
    const place = this.#placeOf(key);
    this.#coded[place] = coded(standing);
    if (this.#keys[place] !== 0) return;
    this.#keys[place] = key + 1;
    if (++this.#count > this.#keys.length / 2) this.#grow();
  }

  /** Counts the numbers with an opt-out, on whichever channel. */
  countBarred(): number {
    const others = [...this.#others].flatMap(([key, { optIn }]) => (optIn ? [] : [key.split(" ", 1)[0]]));
    const isBarred = new Uint8Array(EIGHT_DIGITS / 8);
    let barred = new Set(others).size;
    for (let place = 0; place < this.#keys.length; place++) {
      const key = this.#keys[place]! - 1;
      if (key < 0 || decoded(this.#coded[place]!).optIn) continue;
      const national = Math.floor(key / CHANNELS.length);
      const bit = 1 << (national & 7);
      if ((isBarred[national >> 3]! & bit) === 0) barred++;
      isBarred[national >> 3]! |= bit;
    }
    return barred;
  }

  #placeOf(key: number): number {
    const keys = this.#keys;
    let place = Math.imul(key, HASH) >>> Math.clz32(keys.length - 1);
    while (keys[place] !== 0 && keys[place] !== key + 1) place = (place + 1) % keys.length;
    return place;
  }

  #grow(): void {
    const [keys, coded] = [this.#keys, this.#coded];
    this.#keys = new Uint32Array(2 * keys.length);
    this.#coded = new Float64Array(2 * keys.length);
    for (let i = 0; i < keys.length; i++) {
      if (keys[i] === 0) continue;
      const place = this.#placeOf(keys[i]! - 1);
      this.#keys[place] = keys[i]!;
      this.#coded[place] = coded[i]!;
    }
  }
}

/** Knuth's: 2^32 by the golden ratio. */
const HASH = 0x9e37_79b1;

/** The time, and two bits: an opt-in, and one that lifted an opt-out. */
function coded({ optIn, time, lifted }: Standing): number {
  return time * 4 + (optIn ? 2 : 0) + (lifted ? 1 : 0);
}

function decoded(coded: number): Standing {
  const time = Math.floor(coded / 4);
  const bits = coded - 4 * time;
  return { optIn: bits >= 2, time, lifted: bits % 2 === 1 };
}

/** The moment of a cell that a program wrote plainly; undefined where it has to be read. */
function plainMoment({ bytes, cellStart, cellEnd }: RecordScanner, cell: number): Moment | undefined {
  const instant = plainInstant(bytes, cellStart[cell]!, cellEnd[cell]!);
  return instant < 0 ? undefined : { first: instant, last: instant, bareDay: false };
}

/** What a report says that a scrub read. */
export interface SeenList {
  sha256: string;
  bytes: number;
}

/**
 * Returns how many of a ledger's bytes these scrubs have read: only where the digest says that it was this very ledger.
 */
export function seenBytes(bytes: Uint8Array, lists: readonly SeenList[]): number | undefined {
  const own = lists
    .filter((list) => list.bytes <= bytes.length)
    .filter((list) => createHash("sha256").update(bytes.subarray(0, list.bytes)).digest("hex") === list.sha256);
  return own.length === 0 ? undefined : Math.max(...own.map((list) => list.bytes));
}

/** Events behind what was seen that were recorded longer ago than `within` milliseconds. */
export function unseenEvents({ events, ends }: Ledger, seen: number, within: number, now: Date): LedgerEvent[] {
  return events.filter((event, i) => {
    if (ends[i]! <= seen || event.action === "settled") return false;
    const recorded = momentOf(event.recordedAt)?.first;
    return recorded === undefined || now.getTime() - recorded * 1000 > within;
  });
}
