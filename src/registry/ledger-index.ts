// A ledger of which only the places of events are kept: they are read again from the file, a few at a time. Where others write to
// it, too, it is read on.

import type { RecordScanner } from "../csv/scanner.js";
import { FollowedFile } from "../files/followed-file.js";
import { rangeOf } from "../phone/named.js";
import { EventIds } from "../suppression/event-ids.js";
import { Book } from "./book.js";
import { Glance, type LedgerUse, NO_PHONE } from "./glance.js";
import { type LedgerEnd, LedgerFile } from "./ledger.js";
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

  /** Opens it as it stands, for questions about these keys. Only under its lock; whoever opens it closes it. */
  open(wanted: Pick<ReadonlySet<number>, "has">): this {
    return this.#walk((scanner, event, start) => this.#take(scanner, event, start, wanted));
  }

  /** The same, for any keys, again and again: only what was added since is read. A registry that has lost events is refused. */
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
    this.#walk((scanner, event, start) => {
      this.#ids.add(scanner);
      this.#take(scanner, event, start);
    }, begun);
    // Reviews are a list of things to do: what is done goes out of it. Of one that is empty there is more to say (record.ts).
    if (this.use === "registry" && followed.known > 0) this.#ids.refuseLoss(this.file);
    return this;
  }

  #walk(...[take, begun]: Parameters<LedgerFile["walk"]>): this {
    this.#ledger = new LedgerFile(this.file, this.use);
    try {
      const { last, length, lead, tornLine, line } = this.#ledger.walk(take, begun);
      this.#last = last;
      this.#line = line;
      this.end = { length, lead, tornLine, use: this.use };
      return this;
    } catch (error) {
      this.close();
      throw error;
    }
  }

  #take(
    scanner: RecordScanner,
    event: () => LedgerEvent,
    start: number,
    wanted?: Pick<ReadonlySet<number>, "has">,
  ): void {
    const phone = this.#glance.phoneOf(scanner);
    const read = phone === NO_PHONE ? event() : undefined;
    const key = read === undefined ? phone : keyOf(read);
    if (read !== undefined && rangeOf(read.phone) !== undefined) this.ofRanges.push(read);
    if (wanted?.has(key) !== false) this.#book.add(key, start);
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
