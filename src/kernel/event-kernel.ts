// Adds the plain events of a batch to the index of all opt-outs, whose arrays lie in the kernel's memory.

import { CellTable } from "../csv/cell-table.js";
import type { JudgedBatch } from "./judge-kernel.js";
import { bytesOf, type Kernel, type KernelMemory } from "./kernel.js";

/** What is read of records that may say no more than who is opted out, since when and for which channel. */
export interface PlainEvents {
  /** The cells of the date, the channel and the action among the wanted ones; -1 where there is none. */
  date: number;
  channel: number;
  action: number;
  /** What comes first in `03/04/2026`. */
  order: "day-first" | "month-first" | "unknown";
  /** Seconds that the clocks of dates without a zone are always ahead of UTC. */
  clockOffset: number | undefined;
}

/** A batch of records, as another thread filled it. */
export interface EventBatch {
  readonly bytes: Uint8Array;
  readonly plain: Int32Array;
  readonly columns: JudgedBatch;
}

/** Where entries go. */
export interface EntryArrays {
  heads: Uint32Array;
  /** The page of the first one, and of its date, with its place there. */
  page: Uint32Array;
  times: Uint32Array;
  place: number;
  present: Uint32Array;
  /** The number of the first one. */
  entry: number;
}

const NO_OFFSET = -(2 ** 31);

export class EventKernel {
  readonly #channels: CellTable;
  readonly #optOuts: CellTable;
  readonly #codes: Uint8Array;
  /** Where the kernel finds what the events are. */
  readonly #events: number;

  constructor(
    private readonly kernel: Kernel,
    private readonly memory: KernelMemory,
    { date, channel, action, order, clockOffset = NO_OFFSET }: PlainEvents,
  ) {
    const put = (bytes: Uint8Array): number => {
      const room = memory.allocate(bytes.length);
      memory.bytesOf(room).set(bytes);
      return room.address;
    };
    const table = () => ({ address: put(new Uint8Array(CellTable.BYTES)), bytes: CellTable.BYTES });
    const [channels, optOuts] = [table(), table()];
    const codes = { address: put(new Uint8Array(CellTable.CELLS)), bytes: CellTable.CELLS };
    this.#channels = new CellTable(bytesOf(memory.memory, channels));
    this.#optOuts = new CellTable(bytesOf(memory.memory, optOuts));
    this.#codes = bytesOf(memory.memory, codes);
    // In the order of setEvents in assembly/events.ts.
    const events = Int32Array.of(
      ...[date, channel, action, channels.address, CellTable.CELLS, CellTable.STRIDE, codes.address, optOuts.address],
      ...[order === "day-first" ? 1 : 0, order === "month-first" ? 1 : 0, clockOffset],
    );
    this.#events = put(new Uint8Array(events.buffer));
  }

  /**
   * Adds records [from, to) of a batch. Returns the index of the first that is left: it says more, or something of its number was
   * said before, or nothing lies where the kernel works.
   */
  add({ bytes, plain, columns }: EventBatch, from: number, to: number, arrays: EntryArrays): number {
    const { heads, page, times, place, present, entry } = arrays;
    if (![bytes, plain, heads, page, times, present].every((array) => this.memory.owns(array))) return from;
    this.kernel.setEvents(this.#events);
    this.kernel.setHeads(heads.byteOffset);
    this.kernel.setPresent(present.byteOffset);
    const { window, first, cap, wanted } = columns;
    const pair = page.byteOffset + 2 * place * page.BYTES_PER_ELEMENT;
    const time = times.byteOffset + place * times.BYTES_PER_ELEMENT;
    return this.kernel.barEvents(window, first, cap, wanted, from, to, pair, time, entry);
  }

  /** A text of the action's column that asks not to be contacted, from now on known. */
  knowOptOut(bytes: Uint8Array, start: number, end: number): void {
    this.#optOuts.add(bytes, start, end);
  }

  /** A text of the channel's column, from now on known. */
  knowChannel(bytes: Uint8Array, start: number, end: number, code: number): void {
    const place = this.#channels.add(bytes, start, end);
    if (place >= 0) this.#codes[place] = code;
  }
}
