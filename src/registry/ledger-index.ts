// A ledger that is read on while others write to it, too. Only the places of events are kept: they are read again from the file, a few
// at a time.

import { FollowedFile } from "../files/followed-file.js";
import { EventIds } from "../suppression/event-ids.js";
import { Book } from "./book.js";
import { type LedgerUse, NO_PHONE } from "./glance.js";
import { type LedgerEnd, LedgerFile } from "./ledger.js";
import { keyOf, type LedgerEvent } from "./ledger-event.js";

export class LedgerIndex {
  #ledger: LedgerFile | undefined;
  #book = new Book();
  /** An event whose line end is missing. */
  #last: LedgerEvent | undefined;
  /** How it ends, and what is added begins with. */
  end: LedgerEnd;
  // Of one that is read on.
  #followed: FollowedFile | undefined;
  #ids = new EventIds();
  #line = 1;

  /** `only`: what is asked about, where it is opened once. */
  constructor(
    readonly file: string,
    private readonly use: LedgerUse,
    private readonly only?: ReadonlySet<number>,
  ) {
    this.end = { length: 0, lead: "", tornLine: undefined, use };
  }

  /**
   * Opens it as it stands, again and again: only what was added since is read. A registry that has lost events is refused. Only
   * under its lock; whoever opens it closes it.
   */
  openAgain(): this {
    const followed = this.only === undefined ? this.#follow() : undefined;
    const passed = (bytes: Uint8Array) => followed?.know(bytes);
    const ledger = new LedgerFile(this.file, this.use);
    this.#ledger = ledger;
    try {
      const begun = { start: followed?.known ?? 0, line: this.#line, passed };
      const walked = ledger.walk((phone, scanner, event, start) => {
        if (followed !== undefined && this.use === "registry") this.#ids.add(scanner);
        const key = phone === NO_PHONE ? keyOf(event()) : phone;
        if (this.only?.has(key) !== false) this.#book.add(key, start);
      }, begun);
      this.#last = walked.last;
      this.#line = walked.line;
      this.end = walked.end;
      // Reviews are a list of things to do: what is done goes out of it. Of one that is empty there is more to say (record.ts).
      if (followed !== undefined && followed.known > 0) this.#ids.refuseLoss(this.file);
      return this;
    } catch (error) {
      this.close();
      throw error;
    }
  }

  #follow(): FollowedFile {
    this.#followed ??= new FollowedFile(this.file);
    const fate = this.#followed.look();
    if (fate === "changed" || (fate === "gone" && this.#followed.known > 0)) {
      this.#followed = new FollowedFile(this.file);
      this.#followed.look();
      this.#book = new Book();
      this.#ids = new EventIds(this.#ids);
      this.#line = 1;
    }
    return this.#followed;
  }

  has(key: number): boolean {
    return this.#book.has(key) || (this.#last !== undefined && keyOf(this.#last) === key);
  }

  /** The events of these keys, in the order of the ledger. */
  eventsOf(wanted: ReadonlySet<number>): LedgerEvent[] {
    const starts = [...wanted].flatMap((key) => this.#book.placesOf(key)).sort((a, b) => a - b);
    const last = this.#last !== undefined && wanted.has(keyOf(this.#last)) ? [this.#last] : [];
    return [...this.#ledger!.eventsAt(starts), ...last];
  }

  close(): void {
    this.#ledger?.close();
    this.#ledger = undefined;
  }
}
