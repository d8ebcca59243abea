// What lists said after they were loaded, over what they had said by then: the index is never written to again.
// Which lines were appended, and whether they may be read like this, is live.ts's work.

import { type Holding, joinEntry, type ListEvent, type OtherEntry } from "./event.js";
import type { EventSink } from "./event-sink.js";
import type { SuppressionIndex } from "./suppression-index.js";

/** Keeps all that was ever said of a number of which something was said later: some hundred bytes. */
export class LaterEntries implements EventSink {
  readonly #entries = new Map<string, OtherEntry[]>();
  readonly #index: SuppressionIndex;
  #list = 0;
  /** Something was added that only a load can take in: what the index says is not all. */
  isPartial = false;

  constructor(index: SuppressionIndex) {
    this.#index = index;
  }

  get digests() {
    return this.#index.digests;
  }

  /** Numbers of which something was said later. */
  get size(): number {
    return this.#entries.size;
  }

  /** Later additions belong to this list. */
  continueList(list: number): void {
    this.#list = list;
  }

  /** E.164 numbers. */
  has(e164: string): boolean {
    const entries = this.#entries.size === 0 ? undefined : this.#entries.get(e164);
    return entries === undefined ? this.#index.has(e164) : this.#index.barringAmong(entries).length > 0;
  }

  holdings(e164: string): readonly Holding[] {
    const entries = this.#entries.get(e164);
    return entries === undefined ? this.#index.holdings(e164) : this.#index.barringAmong(entries);
  }

  /** The numbers of which a list says something, digests aside: once for each channel, and those to which others were added. */
  *numbersOf(list: number): Generator<string> {
    for (const e164 of this.#index.numbersOf(list)) if (!this.#entries.has(e164)) yield e164;
    yield* this.#entries.keys();
  }

  hasOptIn(e164: string): boolean {
    return this.#entries.get(e164)?.some(({ optIn }) => optIn) ?? this.#index.hasOptIn(e164);
  }

  addEvent(e164: string, { optIn, channel, time }: ListEvent, record: number): void {
    let entries = this.#entries.get(e164);
    if (entries === undefined) {
      entries = this.#index.entriesOf(e164);
      this.#entries.set(e164, entries);
    }
    joinEntry(entries, { list: this.#list, channel, record, optIn, time, lifted: false });
  }

  addNationalEvent(national: number, event: ListEvent, record: number): void {
    this.addEvent(`+503${national}`, event, record);
  }

  touch(): void {}

  readonly addsAtOnce = false;

  addNationals(_nationals: Int32Array, from: number): number {
    return from;
  }

  // A list without events, digests, opt-ins that are distrusted from now on, and what is taken back are read anew.

  beginList(): number {
    this.isPartial = true;
    return this.#list;
  }

  plainEvents(): undefined {}

  addNational(): void {
    this.isPartial = true;
  }

  add(): void {
    this.isPartial = true;
  }

  addDigest(): void {
    this.isPartial = true;
  }

  distrustOptIns(): void {
    this.isPartial = true;
  }

  retell(): void {
    this.isPartial = true;
  }
}
