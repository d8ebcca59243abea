// A ledger of which only the places of some events are kept: they are read again from the file, a few at a time.

import { LF, type RecordScanner } from "../csv/scanner.js";
import { rangeOf } from "../phone/named.js";
import { Glance, type LedgerUse, NO_PHONE, phoneKey } from "./glance.js";
import { eventAt, eventOfPlainLine, type LedgerEnd, LedgerFile } from "./ledger.js";
import { decidedAt, type LedgerEvent, placeIn } from "./ledger-event.js";
import { Places } from "./places.js";

/**
 * A number that events share which have a say in one another: that of the phone, of a range that of its first number, and
 * where no phone could be read that of the place. Others may have it by chance.
 */
export function keyOf({ phone, evidence }: Pick<LedgerEvent, "phone" | "evidence">): number {
  const key = phoneKey(phone);
  if (key !== NO_PHONE) return key;
  const first = decidedAt(phone);
  return first === phone ? -1 - hashOf(placeIn(evidence)) : phoneKey(first);
}

function hashOf(text: string): number {
  let hash = 0x811c_9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x0100_0193);
  return hash >>> 0;
}

/** An event and where its line begins. */
export interface PlacedEvent {
  event: LedgerEvent;
  start: number;
}

/** Bytes that are read at once, where events stand that near to one another. */
const WINDOW_BYTES = 256 * 1024;
/** Nearly every line is shorter. */
const LINE_BYTES = 512;

export class LedgerIndex {
  readonly #ledger: LedgerFile;
  readonly #places = new Places();
  /** An event whose line end is missing. */
  readonly last: PlacedEvent | undefined;
  /** How it ends, and what is added begins with. */
  readonly end: LedgerEnd;
  /** All events that are about ranges of numbers. */
  readonly ofRanges: readonly LedgerEvent[];

  /** `isWanted`: whether the events of a key will be asked for, by the line as it was scanned. Whoever opens it closes it. */
  constructor(
    readonly file: string,
    private readonly use: LedgerUse,
    isWanted: (key: number, line: RecordScanner) => boolean,
  ) {
    const ofRanges: LedgerEvent[] = [];
    const noteRange = (event: LedgerEvent) => {
      if (rangeOf(event.phone) !== undefined) ofRanges.push(event);
    };
    const glance = new Glance(use);
    this.#ledger = new LedgerFile(file, use);
    try {
      const { last, lastStart, length, lead, tornLine } = this.#ledger.walk((scanner, event, start) => {
        const phone = glance.phoneOf(scanner);
        const key = phone === NO_PHONE ? keyOf(event()) : phone;
        if (phone === NO_PHONE) noteRange(event());
        if (isWanted(key, scanner)) this.#places.add(key, start);
      });
      if (last !== undefined) noteRange(last);
      this.last = last && { event: last, start: lastStart };
      this.end = { length, lead, tornLine, use };
    } catch (error) {
      this.#ledger.close();
      throw error;
    }
    this.ofRanges = ofRanges;
  }

  has(key: number): boolean {
    return this.#places.has(key) || (this.last !== undefined && keyOf(this.last.event) === key);
  }

  /** The key of each event, in the order of the ledger. */
  *keys(): Generator<number> {
    yield* this.#places.keys();
    if (this.last !== undefined) yield keyOf(this.last.event);
  }

  /** The events of these keys, in the order of the ledger. */
  eventsOf(keys: ReadonlySet<number>): LedgerEvent[] {
    return this.placedOf(keys).map(({ event }) => event);
  }

  placedOf(keys: ReadonlySet<number>): PlacedEvent[] {
    const starts = [...keys].flatMap((key) => this.#places.of(key)).sort((a, b) => a - b);
    const placed = this.eventsAt(starts);
    if (this.last !== undefined && keys.has(keyOf(this.last.event))) placed.push(this.last);
    return placed;
  }

  /** The events for which this is so, by where they begin, in groups of so many and in the order of the ledger. */
  *eventsWhere(isWanted: (start: number) => boolean, most: number): Generator<readonly PlacedEvent[]> {
    let starts: number[] = [];
    for (const start of this.#places.all()) {
      if (isWanted(start)) starts.push(start);
      if (starts.length < most) continue;
      yield this.eventsAt(starts);
      starts = [];
    }
    const placed = this.eventsAt(starts);
    if (this.last !== undefined && isWanted(this.last.start)) placed.push(this.last);
    yield placed;
  }

  /** Where the only event of a key begins; undefined where there are none, or several. */
  onlyOf(key: number): number | undefined {
    const isLast = this.last !== undefined && keyOf(this.last.event) === key;
    return isLast || !this.#places.isAlone(key) ? undefined : this.#places.of(key)[0];
  }

  /** The events whose lines begin there. `starts`: in the order of the ledger. */
  eventsAt(starts: readonly number[]): PlacedEvent[] {
    const placed: PlacedEvent[] = [];
    for (let i = 0; i < starts.length; ) {
      const from = starts[i]!;
      let next = i + 1;
      while (next < starts.length && starts[next]! - from < WINDOW_BYTES) next++;
      const window = this.#ledger.bytes(from, Math.min(starts[next - 1]! + LINE_BYTES, this.#ledger.size));
      for (; i < next; i++) {
        const start = starts[i]!;
        // Up to its line end, for what is scanned costs time.
        const line = window.subarray(start - from, window.indexOf(LF, start - from) + 1);
        const event = eventOfPlainLine(line, this.use) ?? eventAt(line, this.use)?.event;
        placed.push({ event: event ?? this.#ledger.eventAt(start), start });
      }
    }
    return placed;
  }

  get count(): number {
    return this.#places.count + (this.last === undefined ? 0 : 1);
  }

  /** The line that begins there; undefined of a last one without a line end. */
  lineAt(start: number): number | undefined {
    let line: number | undefined;
    this.#ledger.walk((scanner, _event, at) => {
      if (at === start) line = scanner.line;
    });
    return line;
  }

  close(): void {
    this.#ledger.close();
  }
}
