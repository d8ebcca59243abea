// A ledger of which only the places of events are kept: they are read again from the file, a few at a time. Where others write to
// it, too, it is read on.

import type { RecordScanner } from "../csv/scanner.js";
import type { FollowedFile } from "../files/followed-file.js";
import { rangeOf } from "../phone/named.js";
import { EventIds } from "../suppression/event-ids.js";
import { Book } from "./book.js";
import { Glance, type LedgerUse, NO_PHONE } from "./glance.js";
import { type LedgerEnd, LedgerFile } from "./ledger.js";
import { keyOf, type LedgerEvent } from "./ledger-event.js";

/** An event and where its line begins. */
export interface PlacedEvent {
  event: LedgerEvent;
  start: number;
}

/** Tells whether the events of a key will be asked for, by the line as it was scanned. */
interface Wanted {
  has(key: number, line: RecordScanner): boolean;
}

const ALL: Wanted = { has: () => true };

export class LedgerIndex {
  #ledger: LedgerFile | undefined;
  #book = new Book();
  /** All events that are about ranges of numbers. */
  ofRanges: LedgerEvent[] = [];
  /** An event whose line end is missing. */
  last: PlacedEvent | undefined;
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
    private readonly wanted = ALL,
    /** Looks what became of the file, where it is read on. */
    private readonly follow?: (file: string) => FollowedFile,
  ) {
    this.#glance = new Glance(use);
    this.end = { length: 0, lead: "", tornLine: undefined, use };
  }

  /** Opens it as it stands. Only under its lock; whoever opens it closes it. */
  open(): this {
    const ledger = new LedgerFile(this.file, this.use);
    this.#ledger = ledger;
    try {
      this.#end(ledger.walk((scanner, event, start) => this.#take(scanner, event, start)));
      return this;
    } catch (error) {
      this.close();
      throw error;
    }
  }

  /** The same, again and again: only what was added since is read. A registry that has lost events is refused. */
  openAgain(): this {
    this.#followed ??= this.follow!(this.file);
    const fate = this.#followed.look();
    if (fate === "changed" || (fate === "gone" && this.#followed.known > 0)) {
      this.#followed = this.follow!(this.file);
      this.#followed.look();
      this.#book = new Book();
      this.ofRanges = [];
      this.#ids = new EventIds(this.#ids);
      this.#line = 1;
    }
    const followed = this.#followed;
    const ledger = new LedgerFile(this.file, this.use);
    this.#ledger = ledger;
    const take = (scanner: RecordScanner, event: () => LedgerEvent, start: number) => {
      this.#ids.add(scanner);
      this.#take(scanner, event, start);
    };
    try {
      const begun = { start: followed.known, line: this.#line, passed: (bytes: Uint8Array) => followed.know(bytes) };
      const walked = ledger.walk(take, begun);
      this.#line = walked.line;
      this.#end(walked);
      // Reviews are a list of things to do: what is done goes out of it. Of one that is empty there is more to say (follow.ts).
      if (this.use === "registry" && followed.known > 0) this.#ids.refuseLoss(this.file);
      return this;
    } catch (error) {
      this.close();
      throw error;
    }
  }

  #take(scanner: RecordScanner, event: () => LedgerEvent, start: number): void {
    const phone = this.#glance.phoneOf(scanner);
    const key = phone === NO_PHONE ? keyOf(event()) : phone;
    if (phone === NO_PHONE) this.#noteRange(event());
    if (this.wanted.has(key, scanner)) this.#book.add(key, start);
  }

  #noteRange(event: LedgerEvent): void {
    if (rangeOf(event.phone) !== undefined) this.ofRanges.push(event);
  }

  #end({ last, lastStart, length, lead, tornLine }: ReturnType<LedgerFile["walk"]>): void {
    this.last = last && { event: last, start: lastStart };
    this.end = { length, lead, tornLine, use: this.use };
  }

  has(key: number): boolean {
    return this.#book.has(key) || (this.last !== undefined && keyOf(this.last.event) === key);
  }

  /** The key of each event, in the order of the ledger. */
  *keys(): Generator<number> {
    yield* this.#book.keys();
    if (this.last !== undefined) yield keyOf(this.last.event);
  }

  /** The events of these keys, in the order of the ledger. */
  eventsOf(keys: Iterable<number>): LedgerEvent[] {
    return this.placedOf(new Set(keys)).map(({ event }) => event);
  }

  placedOf(keys: ReadonlySet<number>): PlacedEvent[] {
    const starts = [...keys].flatMap((key) => this.#book.placesOf(key)).sort((a, b) => a - b);
    const placed = this.#eventsAt(starts);
    if (this.last !== undefined && keys.has(keyOf(this.last.event))) placed.push(this.last);
    return placed;
  }

  /** The events for which this is so, by where they begin, in groups of so many and in the order of the ledger. */
  *eventsWhere(isWanted: (start: number) => boolean, most: number): Generator<readonly PlacedEvent[]> {
    let starts: number[] = [];
    for (const start of this.#book.places()) {
      if (isWanted(start)) starts.push(start);
      if (starts.length < most) continue;
      yield this.#eventsAt(starts);
      starts = [];
    }
    const placed = this.#eventsAt(starts);
    if (this.last !== undefined && isWanted(this.last.start)) placed.push(this.last);
    yield placed;
  }

  #eventsAt(starts: readonly number[]): PlacedEvent[] {
    return this.#ledger!.eventsAt(starts).map((event, i) => ({ event, start: starts[i]! }));
  }

  get count(): number {
    return this.#book.count + (this.last === undefined ? 0 : 1);
  }

  /** Reads all events again. `take`: an event and its line, which is not known of a last one without a line end. */
  lookOver(take: (event: LedgerEvent, line: number | undefined) => void): void {
    this.#ledger!.walk((scanner, event) => take(event(), scanner.line));
    if (this.last !== undefined) take(this.last.event, undefined);
  }

  close(): void {
    this.#ledger?.close();
    this.#ledger = undefined;
  }
}
