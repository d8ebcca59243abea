// Where the entries of suppression lists go as they are read: to the index, which keeps what stands (suppression-index.ts),
// or to the history, which keeps all that was said (history.ts). Intake and load.ts know no more of either than this.

import type { EventBatch, EventKernel, PlainAction, PlainEvents } from "../kernel/event-kernel.js";
import type { DigestIndex } from "./digests.js";
import { type Channel, channelCode, type ListEvent } from "./event.js";
import type { DigestKind } from "./hash-forms.js";

/** What became of plain records: the index of the first that is left, of which more has to be asked, and how many of the others bar nobody. */
export interface PlainTaken {
  left: number;
  optIns: number;
  silent: number;
}

/** Takes in the records of a list that say no more than who is out or in, since when, and for which channel. */
export interface PlainEventSink {
  /** Adds records [from, to) of a batch, the first of them `record` and each the next. */
  add(batch: EventBatch, from: number, to: number, record: number): PlainTaken;
  /** From now on, a text of the channel's column is known, or one of the action's. */
  knowChannel(bytes: Uint8Array, start: number, end: number, channel: Channel): void;
  knowAction(bytes: Uint8Array, start: number, end: number, action: PlainAction): void;
}

/** Takes plain records in by the kernel, where there is one; `add` is told how. */
export function plainSink(
  kernel: EventKernel | undefined,
  add: (kernel: EventKernel, ...records: Parameters<PlainEventSink["add"]>) => PlainTaken,
): PlainEventSink | undefined {
  if (kernel === undefined) return undefined;
  return {
    add: (...records) => add(kernel, ...records),
    knowChannel: (bytes, start, end, channel) => kernel.knowChannel(bytes, start, end, channelCode(channel)),
    knowAction: (bytes, start, end, action) => kernel.knowAction(bytes, start, end, action),
  };
}

/** What a record says of a number. */
export interface ToldEvent {
  event: ListEvent;
  record: number;
}

export interface EventSink {
  readonly digests: DigestIndex;

  /**
   * Later additions belong to this list. Lists are numbered from 0 in the order they began. `hasEvents`: events will be
   * added; `liftsOthers`: its opt-ins lift other lists' opt-outs too.
   */
  beginList(hasEvents: boolean, liftsOthers: boolean): number;

  /** Reads what additions will need of many numbers (negative ones are none) at once. */
  touch(nationals: Int32Array, count: number): void;

  /** Whether `addNationals` adds any. */
  readonly addsAtOnce: boolean;

  /**
   * Suppresses numbers [from, to) in a list without events, the first of them in `record` and each in the next. Returns the
   * index of the first that is left for `addNational`.
   */
  addNationals(nationals: Int32Array, from: number, to: number, record: number): number;

  /** Whoever takes in the plain records of the list that began last; undefined where each is taken in by itself. */
  plainEvents(events: PlainEvents): PlainEventSink | undefined;

  /** Suppresses an 8-digit national number, or any E.164 number, in a list without events. */
  addNational(national: number, record: number): unknown;
  add(e164: string, record: number): unknown;

  /** Adds what a list with events says of a number; `event` is valid during the call only. */
  addNationalEvent(national: number, event: ListEvent, record: number): void;
  addEvent(e164: string, event: ListEvent, record: number): void;
  addDigest(kind: DigestKind, cell: string, event: ListEvent, record: number): unknown;

  /** From now on no more than this is all that the current list, which has events, says of a number. */
  retell(e164: string, told: readonly ToldEvent[]): void;

  /** The current list's opt-ins can't be relied on: they lift nothing, also what they have lifted already. */
  distrustOptIns(): void;
}
