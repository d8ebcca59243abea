// A ledger that is read on while others write to it, too. Only the places of events are kept: they are read again from the file, a few
// at a time.

import type { RecordScanner } from "../csv/scanner.js";
import { FollowedFile } from "../files/followed-file.js";
import { rangeOf } from "../phone/named.js";
import { EventIds } from "../suppression/event-ids.js";
import { Book } from "./book.js";
import { Glance, type LedgerUse, NO_PHONE } from "./glance.js";
import { type LedgerEnd, LedgerFile, openLedger, wanting } from "./ledger.js";
import { keyOf, type LedgerEvent } from "./ledger-event.js";

export class LedgerIndex {
  #ledger: LedgerFile | undefined;
  #book = new Book();
  /** All events that are about ranges of numbers. */
  ofRanges: LedgerEvent[] = [];
  /** An event whose line end is missing. */
  #last: LedgerEvent | undefined;
  /** How it ends, and what is added begins with. */
  end: LedgerEnd;
  readonly #glance: Glance;
  // Of one that is read on.
  #followed: FollowedFile | undefined;
  #ids = new EventIds();
  #line = 1;

  constructor(
    readonly file: string,
    private readonly use: LedgerUse,
  ) {
    this.#glance = new Glance(use);
    this.end = { length: 0, lead: "", tornLine: undefined, use };
  }

  /**
   * Opens it as it stands, again and again: only what was added since is read. A registry that has lost events is refused. Only
   * under its lock; whoever opens it closes it.
   */
  openAgain(): this {
    this.#followed ??= new FollowedFile(this.file);
    const fate = this.#followed.look();
    if (fate === "changed" || (fate === "gone" && this.#followed.known > 0)) {
      this.#followed = new FollowedFile(this.file);
      this.#followed.look();
      this.#book = new Book();
      this.ofRanges = [];
      this.#ids = new EventIds(this.#ids);
      this.#line = 1;
    }
    const followed = this.#followed;
    const begun = { start: followed.known, line: this.#line, passed: (bytes: Uint8Array) => followed.know(bytes) };
    const ledger = new LedgerFile(this.file, this.use);
    this.#ledger = ledger;
    try {
      const walked = ledger.walk((scanner, event, start) => this.#take(scanner, event, start), begun);
      this.#last = walked.last;
      this.#line = walked.line;
      this.end = { length: walked.length, lead: walked.lead, tornLine: walked.tornLine, use: this.use };
      // Reviews are a list of things to do: what is done goes out of it. Of one that is empty there is more to say (record.ts).
      if (this.use === "registry" && followed.known > 0) this.#ids.refuseLoss(this.file);
      return this;
    } catch (error) {
      this.close();
      throw error;
    }
  }

  #take(scanner: RecordScanner, event: () => LedgerEvent, start: number): void {
    this.#ids.add(scanner);
    const phone = this.#glance.phoneOf(scanner);
    const read = phone === NO_PHONE ? event() : undefined;
    if (read !== undefined && rangeOf(read.phone) !== undefined) this.ofRanges.push(read);
    this.#book.add(read === undefined ? phone : keyOf(read), start);
  }

  has(key: number): boolean {
    return this.#book.has(key) || (this.#last !== undefined && keyOf(this.#last) === key);
  }

  /** The events of these keys, in the order of the ledger. */
  eventsOf(keys: Iterable<number>): LedgerEvent[] {
    const wanted = new Set(keys);
    const starts = [...wanted].flatMap((key) => this.#book.placesOf(key)).sort((a, b) => a - b);
    const last = this.#last !== undefined && wanted.has(keyOf(this.#last)) ? [this.#last] : [];
    return [...this.#ledger!.eventsAt(starts), ...last];
  }

  close(): void {
    this.#ledger?.close();
    this.#ledger = undefined;
  }
}

/** What a ledger holds of what is asked about, and how it ends. */
export type OpenedLedger = Pick<LedgerIndex, "has" | "eventsOf" | "ofRanges" | "end" | "close">;

/** A ledger as it stands, for questions about these keys. Only under its lock. */
export function opened(file: string, use: LedgerUse, keys: ReadonlySet<number>): EventList {
  const ledger = openLedger(file, use, wanting(keys));
  return new EventList(ledger.events, ledger);
}

/** A ledger, or what of it is asked about, as events. */
export class EventList implements OpenedLedger {
  readonly #byKey = new Map<number, LedgerEvent[]>();
  readonly ofRanges: LedgerEvent[] = [];

  constructor(
    events: readonly LedgerEvent[],
    readonly end: LedgerEnd,
  ) {
    for (const event of events) {
      const key = keyOf(event);
      const known = this.#byKey.get(key);
      if (known === undefined) this.#byKey.set(key, [event]);
      else known.push(event);
      if (rangeOf(event.phone) !== undefined) this.ofRanges.push(event);
    }
  }

  has(key: number): boolean {
    return this.#byKey.has(key);
  }

  eventsOf(keys: Iterable<number>): LedgerEvent[] {
    return [...keys].flatMap((key) => this.#byKey.get(key) ?? []);
  }

  close(): void {}
}
