// How a registry does: what it holds, how fast it took things in, and which events no scrub has seen.

import type { RecordScanner } from "../csv/scanner.js";
import { LEDGER_COLUMNS } from "../headers/registry-columns.js";
import { CellMemo } from "../lists/cell-memo.js";
import type { OnProgress } from "../lists/progress.js";
import type { Channel } from "../suppression/event.js";
import { VOID } from "../suppression/taken-back.js";
import { type Moment, plainMoment } from "../time/dates.js";
import { Glance, NO_PHONE, phoneKey } from "./glance.js";
import { type Ledger, type LedgerFile, openRegistryFile } from "./ledger.js";
import { type LedgerEvent, sayable } from "./ledger-event.js";
import { StandingColumns, type StandingKey, standingKey } from "./standing-columns.js";
import { momentOf, timeOf, withoutTakenBack } from "./state.js";

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

/** What one look at all events of a registry tells. */
export interface LookedOver extends RegistryStatus {
  /** The line that was left unfinished. */
  tornLine: number | undefined;
  stands: StandingColumns;
  /** The numbers of which an event is taken back. */
  takenBack: ReadonlySet<string>;
  /** Whether the event was met behind which something is asked, and where those stand that take events back behind it. */
  isSinceMet: boolean;
  voidsSince: readonly { channel: Channel; place: number }[];
}

/** How the registry in a file does, which must be there. */
export function readStatus(file: string, now: Date, onProgress?: OnProgress): LookedOver {
  const ledger = openRegistryFile(file);
  try {
    return lookOver(ledger, now, { onProgress });
  } finally {
    ledger.close();
  }
}

/**
 * Lines that certainly are events as a registry holds them are counted as bytes; the others are read. `since`: the id of an event;
 * what stands by no event behind it is not among the places of what stands.
 */
export function lookOver(
  ledger: LedgerFile,
  now: Date,
  { since, onProgress }: { since?: string | undefined; onProgress?: OnProgress | undefined } = {},
): LookedOver {
  const count = new StatusCount(now.getTime() / 1000, since);
  let records = 0;
  const { last, lastStart, tornLine } = ledger.walk((scanner, event, start) => {
    count.take(scanner, event, start);
    if ((++records & OFTEN) === 0) onProgress?.({ share: start / ledger.size, records });
  });
  if (last !== undefined) count.add(last, lastStart);
  count.takeBack(ledger);
  return { ...count.status(ledger), tornLine };
}

/** Whoever watches is told as often as there are lines in a few windows. */
const OFTEN = 0x3fff;

// Of a line's cells.
const EVENT = LEDGER_COLUMNS.indexOf("event");
const ACTION = LEDGER_COLUMNS.indexOf("action");
const CHANNEL = LEDGER_COLUMNS.indexOf("channel");
const REQUESTED = LEDGER_COLUMNS.indexOf("requested_at");
const RECORDED = LEDGER_COLUMNS.indexOf("recorded_at");
const SOURCE = LEDGER_COLUMNS.indexOf("source");

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
  /** Places are those of lines in the file. */
  #newest: number | undefined;
  #slowest: { place: number; took: number } | undefined;
  readonly #takenBack = new Set<string>();
  readonly #voidsSince: { channel: Channel; place: number }[] = [];
  #isSinceMet = false;
  readonly #stands: StandingColumns;
  readonly #glance = new Glance("registry");
  readonly #byAction = new Counts();
  readonly #byChannel = new Counts();
  readonly #bySource = new Counts();
  readonly #actions = new CellMemo(ACTION, (text) => this.#byAction.of(text));
  readonly #channels = new CellMemo(CHANNEL, (text) => this.#byChannel.of(text));
  readonly #sources = new CellMemo(SOURCE, (text) => this.#bySource.of(sayable(text)));
  readonly #requested = new CellMemo(REQUESTED, momentOf);
  readonly #recorded = new CellMemo(RECORDED, momentOf);
  readonly #since: Buffer | undefined;

  /** `now`: in seconds since 1970. */
  constructor(
    private readonly now: number,
    since: string | undefined,
  ) {
    this.#stands = new StandingColumns(now);
    this.#since = since === undefined ? undefined : Buffer.from(since);
  }

  take(scanner: RecordScanner, event: () => LedgerEvent, start: number): void {
    const phone = this.#glance.phoneOf(scanner);
    if (phone === NO_PHONE || this.#actions.of(scanner).text === VOID) {
      this.add(event(), start);
      return;
    }
    const action = this.#actions.of(scanner);
    const channel = this.#channels.of(scanner);
    const requested = plainMoment(scanner, REQUESTED) ?? this.#requested.of(scanner);
    const recorded = plainMoment(scanner, RECORDED) ?? this.#recorded.of(scanner);
    this.#sources.of(scanner).events++;
    const key = standingKey(phone, channel.text as Channel);
    this.#count(start, action, channel, key, requested, recorded);
    if (this.#since !== undefined && !this.#isSinceMet) this.#meet(isText(scanner, EVENT, this.#since));
  }

  add(event: LedgerEvent, start: number): void {
    const { phone, channel } = event;
    const key = standingKey(phoneKey(phone), channel, phone);
    if (event.action === VOID) this.#takenBack.add(phone);
    if (event.action === VOID && this.#isSinceMet) this.#voidsSince.push({ channel, place: start });
    this.#bySource.of(sayable(event.source)).events++;
    const [action, channels] = [this.#byAction.of(event.action), this.#byChannel.of(channel)];
    this.#count(start, action, channels, key, momentOf(event.requestedAt), momentOf(event.recordedAt));
    this.#meet(this.#since?.equals(Buffer.from(event.event)) === true);
  }

  /** Whether the event is the one behind which something is asked. */
  #meet(isIt: boolean): void {
    if (!isIt || this.#isSinceMet) return;
    this.#isSinceMet = true;
    this.#stands.beginToTouch();
  }

  /** Has what stands of the numbers of which an event is taken back be what it is without that event. */
  takeBack(ledger: LedgerFile): void {
    if (this.#takenBack.size === 0) return;
    const places = new Map<LedgerEvent, number>();
    const keys = new Set([NO_PHONE, ...[...this.#takenBack].map(phoneKey)]);
    const take = (event: LedgerEvent, start: number) => this.#takenBack.has(event.phone) && places.set(event, start);
    const { last, lastStart } = ledger.walk((scanner, event, start) => {
      if (keys.has(this.#glance.phoneOf(scanner))) take(event(), start);
    });
    if (last !== undefined) take(last, lastStart);
    const own = [...places.keys()];
    const keyOf = ({ phone, channel }: Pick<LedgerEvent, "phone" | "channel">) =>
      standingKey(phoneKey(phone), channel, phone);
    for (const event of own) this.#stands.clear(keyOf(event));
    for (const event of withoutTakenBack(own, this.now))
      this.#takeStanding(keyOf(event), event.action, momentOf(event.requestedAt), places.get(event)!);
  }

  status(ledger: LedgerFile): Omit<LookedOver, "tornLine"> {
    const [newest, slowest] = [this.#newest, this.#slowest];
    return {
      events: this.#events,
      byAction: this.#byAction.found,
      byChannel: this.#byChannel.found,
      bySource: this.#bySource.found,
      barred: this.#stands.countBarred(),
      newest: newest === undefined ? undefined : ledger.eventAt(newest),
      slowest: slowest && { event: ledger.eventAt(slowest.place), took: slowest.took },
      stands: this.#stands,
      takenBack: this.#takenBack,
      isSinceMet: this.#isSinceMet,
      voidsSince: this.#voidsSince,
    };
  }

  #count(
    place: number,
    action: Count,
    channel: Count,
    key: StandingKey,
    requested: Moment | undefined,
    recorded: Moment | undefined,
  ): void {
    this.#events++;
    action.events++;
    channel.events++;
    this.#newest = place;
    this.#stands.touch(key);
    this.#takeStanding(key, action.text, requested, place);
    if (requested === undefined || recorded === undefined) return;
    const from = requested.bareDay ? requested.last : requested.first;
    const took = Math.max(0, recorded.first - from) * 1000;
    if (this.#slowest === undefined || took > this.#slowest.took) this.#slowest = { place, took };
  }

  #takeStanding(key: StandingKey, action: string, requested: Moment | undefined, place: number): void {
    if (action === "settled" || action === VOID) return;
    const optIn = action === "opt-in";
    this.#stands.take(key, { optIn, time: timeOf(requested, optIn) }, place);
  }
}

/** Whether a cell is a text, as its bytes stand there. */
function isText({ bytes, cellStart, cellEnd }: RecordScanner, cell: number, text: Buffer): boolean {
  return text.equals(bytes.subarray(cellStart[cell]!, cellEnd[cell]!));
}

/** What a report says that a scrub read. */
export interface SeenList {
  sha256: string;
  bytes: number;
}

/**
 * Returns how many of a ledger's bytes these scrubs have read: only where the digest says that it was this very ledger.
 */
export function seenBytes(ledger: LedgerFile, lists: readonly SeenList[]): number | undefined {
  const own = lists.filter((list) => list.bytes <= ledger.size && ledger.digestOf(list.bytes) === list.sha256);
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
