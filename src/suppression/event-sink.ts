// Where the entries of suppression lists go as they are read. Intake knows no more of it than this.

import type { EventBatch, EventKernel, PlainAction, PlainEvents } from "../kernel/event-kernel.js";
import type { DigestIndex } from "./digests.js";
import { type Channel, channelCode, type ListEvent } from "./event.js";
import type { Digest } from "./hash-forms.js";

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

export interface EventSink {
  readonly digests: DigestIndex;

  /** Adds what the current list says of an 8-digit national number, or of any E.164 number. `event` is valid during the call only. */
  addNational(national: number, event: ListEvent, record: number): unknown;
  add(e164: string, event: ListEvent, record: number): unknown;
  addDigest(digest: Digest, event: ListEvent, record: number): unknown;

  /** Reads what additions will need of many numbers (negative ones are none) at once. */
  touch?(nationals: Int32Array, count: number): void;

  /** Whether `addNationals` adds any. */
  readonly addsAtOnce?: boolean;

  /**
   * Suppresses numbers [from, to) in a list without events, the first of them in `record` and each in the next. Returns the
   * index of the first that is left for `addNational`.
   */
  addNationals?(nationals: Int32Array, from: number, to: number, record: number): number;

  /** Whoever takes in the plain records of the list that began last; undefined where each is taken in by itself. */
  plainEvents?(events: PlainEvents): PlainEventSink | undefined;
}
