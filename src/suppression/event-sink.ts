// How plain records go into the index: those that say no more than who is out or in, since when, and for which channel.

import type { EventBatch, EventKernel, PlainAction } from "../kernel/event-kernel.js";
import { type Channel, channelCode } from "./event.js";

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
