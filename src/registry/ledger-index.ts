// Follows a ledger to which others write, too. It keeps the offsets of events, and reads the events again when they are needed.

import { FileVersion } from "../files/file-version.js";
import { EventIds } from "../suppression/event-ids.js";
import { Book } from "./book.js";
import { type LedgerEnd, type LedgerLine, type LedgerUse, withLedger } from "./ledger.js";
import type { LedgerEvent } from "./ledger-event.js";

export class LedgerIndex {
  end: LedgerEnd;
  #version: FileVersion;
  #book = new Book();
  /** The ids of a registry's events, in their order. */
  #ids = new EventIds();
  /** The key and the place of a last event without a line end: the next reading meets it again. */
  #unended: readonly [key: number, start: number] | undefined;

  constructor(
    readonly file: string,
    private readonly use: LedgerUse,
  ) {
    this.#version = new FileVersion(file);
    this.end = { length: 0, lead: "", tornLine: undefined, line: 1, use };
  }

  /** Reads what was added since. Refuses a registry that has lost events, or is gone. Needs its lock. */
  readOn(): this {
    this.#beginAgainIfChanged();
    const { known } = this.#version;
    const hadHeader = this.end.length > 0;
    const begin = { start: known.length, line: this.end.line, onRead: (bytes: Uint8Array) => known.add(bytes) };
    this.#unended = undefined;
    const visit = (line: LedgerLine) => {
      const { cells, start } = line;
      const isEnded = cells.nextStart > cells.end;
      if (isEnded) this.#book.add(line.key(), start);
      else this.#unended = [line.key(), start];
      if (isEnded && this.use === "registry") this.#ids.add(cells);
    };
    this.end = withLedger(this.file, this.use, (ledger) => ledger.walk(visit, begin));
    // A person may delete reviews.
    if (this.use === "registry") this.#ids.refuseLoss(this.file, hadHeader && this.end.length === 0);
    return this;
  }

  /** Forgets what was read of a file that was replaced, cut, rewritten or removed, but for the ids that it must still have. */
  #beginAgainIfChanged(): void {
    const fate = this.#version.look();
    if (fate !== "changed" && (fate !== "gone" || this.#version.known.length === 0)) return;
    this.#version = new FileVersion(this.file);
    this.#version.look();
    this.#book = new Book();
    this.#ids = new EventIds(this.#ids);
    this.end.line = 1;
  }

  /** Returns the events of these keys, in the order of the ledger. Needs its lock. */
  eventsOf(wanted: ReadonlySet<number>): LedgerEvent[] {
    const starts = this.#book.startsOf(wanted);
    if (this.#unended !== undefined && wanted.has(this.#unended[0])) starts.push(this.#unended[1]);
    return starts.length === 0 ? [] : withLedger(this.file, this.use, (ledger) => ledger.eventsAt(starts));
  }
}
