// How a registry does: what it holds.

import type { RecordScanner } from "../csv/scanner.js";
import { LEDGER_COLUMNS } from "../headers/registry-columns.js";
import { CellMemo } from "../lists/cell-memo.js";
import type { OnProgress } from "../lists/progress.js";
import type { Channel } from "../suppression/event.js";
import { VOID } from "../suppression/taken-back.js";
import { type Moment, plainMoment } from "../time/dates.js";
import { Book } from "./book.js";
import { codeOf, momentOf } from "./event-code.js";
import { NO_PHONE } from "./glance.js";
import { type LedgerFile, openRegistryFile } from "./ledger.js";
import { keyOf, type LedgerAction, type LedgerEvent, sayable } from "./ledger-event.js";

/** What one look at all events of a registry tells. */
export interface LookedOver {
  byAction: ReadonlyMap<string, number>;
  byChannel: ReadonlyMap<string, number>;
  bySource: ReadonlyMap<string, number>;
  newest: LedgerEvent | undefined;
  /** The line that was left unfinished. */
  tornLine: number | undefined;
  book: Book;
  /** Where the event stands behind which something is asked; undefined where it was not met. */
  since: number | undefined;
}

export interface RegistryStatus extends LookedOver {
  events: number;
  /** Numbers with an opt-out that stands, on any channel. */
  barred: number;
}

/** How the registry in a file does, which must be there. */
export function readStatus(file: string, now: Date, onProgress?: OnProgress): RegistryStatus {
  const ledger = openRegistryFile(file);
  try {
    const found = lookOver(ledger, now, { onProgress });
    return { ...found, events: found.book.count, barred: found.book.countBarred() };
  } finally {
    ledger.close();
  }
}

/** Lines that certainly are events as a registry holds them are counted as bytes; the others are read. `since`: the id of an event. */
export function lookOver(
  ledger: LedgerFile,
  now: Date,
  { since, onProgress }: { since?: string | undefined; onProgress?: OnProgress | undefined } = {},
): LookedOver {
  const count = new StatusCount(now.getTime() / 1000, since, ledger.size);
  let records = 0;
  const { tornLine } = ledger.walk((key, scanner, event, start) => {
    count.take(key, scanner, event, start);
    if ((++records & OFTEN) === 0) onProgress?.({ share: start / ledger.size, records });
  });
  return { ...count.status(ledger), tornLine };
}

/** Most lines are longer. */
const LINE_BYTES = 128;
/** Whoever watches is told as often as there are lines in a few windows. */
const OFTEN = 0x3fff;

// Of a line's cells.
const EVENT = LEDGER_COLUMNS.indexOf("event");
const ACTION = LEDGER_COLUMNS.indexOf("action");
const CHANNEL = LEDGER_COLUMNS.indexOf("channel");
const REQUESTED = LEDGER_COLUMNS.indexOf("requested_at");
const SOURCE = LEDGER_COLUMNS.indexOf("source");

/** How often a text was met. */
interface Count {
  readonly text: string;
  events: number;
}

class Counts {
  readonly #counts = new Map<string, Count>();

  of(text: string): Count {
    const count = this.#counts.get(text) ?? { text, events: 0 };
    this.#counts.set(text, count);
    return count;
  }

  get found(): ReadonlyMap<string, number> {
    return new Map([...this.#counts].map(([text, { events }]) => [text, events]));
  }
}

class StatusCount {
  readonly #book: Book;
  /** Places are those of lines in the file. */
  #newest: number | undefined;
  #since: number | undefined;
  readonly #byAction = new Counts();
  readonly #byChannel = new Counts();
  readonly #bySource = new Counts();
  readonly #actions = new CellMemo(ACTION, (text) => this.#byAction.of(text));
  readonly #channels = new CellMemo(CHANNEL, (text) => this.#byChannel.of(text));
  readonly #sources = new CellMemo(SOURCE, (text) => this.#bySource.of(sayable(text)));
  readonly #requested = new CellMemo(REQUESTED, momentOf);
  readonly #sinceId: Buffer | undefined;

  /** `now`: in seconds since 1970. */
  constructor(now: number, since: string | undefined, bytes: number) {
    this.#book = new Book(now, bytes / LINE_BYTES);
    this.#sinceId = since === undefined ? undefined : Buffer.from(since);
  }

  take(phone: number, scanner: RecordScanner, event: () => LedgerEvent, start: number): void {
    if (phone === NO_PHONE || this.#actions.of(scanner).text === VOID) {
      this.add(event(), start);
      return;
    }
    const requested = plainMoment(scanner, REQUESTED) ?? this.#requested.of(scanner);
    this.#sources.of(scanner).events++;
    this.#count(start, this.#actions.of(scanner), this.#channels.of(scanner), phone, requested);
    if (this.#sinceId !== undefined && isText(scanner, EVENT, this.#sinceId)) this.#since ??= start;
  }

  add(event: LedgerEvent, start: number): void {
    this.#bySource.of(sayable(event.source)).events++;
    const [action, channel] = [this.#byAction.of(event.action), this.#byChannel.of(event.channel)];
    this.#count(start, action, channel, keyOf(event), momentOf(event.requestedAt));
    if (this.#sinceId?.equals(Buffer.from(event.event))) this.#since ??= start;
  }

  status(ledger: LedgerFile): Omit<LookedOver, "tornLine"> {
    const [book, newest] = [this.#book, this.#newest];
    book.takeBack((places) => ledger.eventsAt(places));
    return {
      byAction: this.#byAction.found,
      byChannel: this.#byChannel.found,
      bySource: this.#bySource.found,
      newest: newest === undefined ? undefined : ledger.eventsAt([newest])[0],
      book,
      since: this.#since,
    };
  }

  #count(place: number, action: Count, channel: Count, key: number, requested: Moment | undefined): void {
    action.events++;
    channel.events++;
    this.#newest = place;
    this.#book.add(key, place, codeOf(action.text as LedgerAction, channel.text as Channel, requested));
  }
}

/** Whether a cell is a text, as its bytes stand there. */
function isText({ bytes, cellStart, cellEnd }: RecordScanner, cell: number, text: Buffer): boolean {
  return text.equals(bytes.subarray(cellStart[cell]!, cellEnd[cell]!));
}
