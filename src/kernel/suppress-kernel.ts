// Adds the plain numbers and events of a batch to the index of all opt-outs, whose arrays lie in the kernel's memory.

import { CellTable } from "../csv/cell-table.js";
import type { JudgedBatch } from "./judge-kernel.js";
import type { Kernel, KernelMemory } from "./kernel.js";

export class SuppressKernel {
  constructor(
    /** It knows the states of all numbers. */
    private readonly kernel: Kernel,
    private readonly memory: KernelMemory,
  ) {}

  /** Returns the kernel that adds the plain events of a list. */
  ofEvents(events: PlainEvents): EventKernel {
    return new EventKernel(this.kernel, this.memory, events);
  }

  /** Adds to these arrays from now on, if they lie where the kernel works: see `setEntries` of assembly/held.ts. */
  use(heads: Uint32Array, pages: Uint32Array): void {
    if ([heads, pages].every((array) => this.memory.owns(array)))
      this.kernel.setEntries(heads.byteOffset, pages.byteOffset);
  }

  /**
   * Adds numbers [from, to) as entries from `entry` on, the first of them of this record and each of the next. Returns the
   * index of the first that is left: it is no number, or suppressed already, or not all lies where the kernel works.
   */
  add(nationals: Int32Array, from: number, to: number, entry: number, record: number): number {
    if (!this.memory.owns(nationals)) return from;
    return this.kernel.bar(nationals.byteOffset, from, to, entry, record);
  }
}

/** What is read of records that may say no more than who is opted out, since when and for which channel. */
export interface PlainEvents {
  /** The cells of the phone, the date, the channel and the action among the wanted ones; -1 where there is none. */
  phone: number;
  date: number;
  channel: number;
  action: number;
  /** When it is, in seconds since 1970. */
  now: number;
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
export interface EntryPlace {
  /** The keys of which the list has said something, a bit each; undefined where every event stays what it is. */
  present: Uint32Array | undefined;
  /** The number of the first entry, and of the list's first. */
  entry: number;
  first: number;
  /** The number of the first record. */
  record: number;
}

/** The result of adding records. */
export interface AddedEvents {
  /** The index of the first that is left. */
  left: number;
  /** The entries that they made; the others joined one. */
  entries: number;
  /** The numbers that were new to the list. */
  numbers: number;
  optIns: number;
}

const NO_OFFSET = -(2 ** 31);

/** What a text of the action's column asks for; `silent` asks for nothing. Their codes are those of assembly/events.ts. */
export const ACTIONS = { "opt-out": 0, "opt-in": 1, silent: 2 } as const;

/** Texts of a column that the kernel knows, each with a code. */
class KnownTexts {
  /** Their addresses. */
  readonly at: readonly [texts: number, codes: number];
  readonly #texts: CellTable;
  readonly #codes: Uint8Array;

  constructor(memory: KernelMemory) {
    const [texts, codes] = [memory.allocate(CellTable.BYTES), memory.allocate(CellTable.CELLS)];
    this.at = [texts.address, codes.address];
    this.#texts = new CellTable(memory.bytesOf(texts).fill(0));
    this.#codes = memory.bytesOf(codes);
  }

  learn(bytes: Uint8Array, start: number, end: number, code: number): void {
    const place = this.#texts.add(bytes, start, end);
    if (place >= 0) this.#codes[place] = code;
  }
}

export class EventKernel {
  readonly channels: KnownTexts;
  readonly actions: KnownTexts;
  /** Where the kernel finds what the events are. */
  readonly #events: number;

  constructor(
    private readonly kernel: Kernel,
    private readonly memory: KernelMemory,
    { phone, date, channel, action, order, clockOffset = NO_OFFSET, now }: PlainEvents,
  ) {
    this.channels = new KnownTexts(memory);
    this.actions = new KnownTexts(memory);
    // In the order of Events in assembly/events.ts.
    const events = Int32Array.of(
      ...[phone, date, channel, action, ...this.channels.at, ...this.actions.at, CellTable.CELLS, CellTable.STRIDE],
      ...[order === "day-first" ? 1 : 0, order === "month-first" ? 1 : 0, clockOffset, now],
    );
    const room = memory.allocate(events.byteLength);
    memory.bytesOf(room).set(new Uint8Array(events.buffer));
    this.#events = room.address;
  }

  /** Adds records [from, to) of a batch, up to the first that says more; none where not all lies where the kernel works. */
  add({ bytes, plain, columns }: EventBatch, from: number, to: number, place: EntryPlace): AddedEvents {
    const { kernel, memory } = this;
    const { present, entry, first, record } = place;
    if (![bytes, plain, present ?? bytes].every((array) => memory.owns(array)))
      return { left: from, entries: 0, numbers: 0, optIns: 0 };
    kernel.setEvents(this.#events, present?.byteOffset ?? 0, first);
    const { window, first: columnsAt, cap, wanted } = columns;
    const left = kernel.barEvents(window, columnsAt, cap, wanted, from, to, entry, record);
    const { addedEntries, addedNumbers, addedOptIns } = kernel;
    return { left, entries: addedEntries.value, numbers: addedNumbers.value, optIns: addedOptIns.value };
  }
}
