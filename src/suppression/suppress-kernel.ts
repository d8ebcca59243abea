// Has the kernel add the plain numbers and events of a batch to the index, whose arrays are in its memory.

import { CellTable } from "../csv/cell-table.js";
import type { RecordView } from "../csv/scanner.js";
import type { JudgedBatch } from "../kernel/judge-kernel.js";
import { type Kernel, type KernelMemory, wordsOf } from "../kernel/kernel.js";
import { BLOCKS, CONSTANTS } from "../kernel/module.js";

export class SuppressKernel {
  constructor(
    /** An instance to which the states of all numbers are set. */
    private readonly kernel: Kernel,
    private readonly memory: KernelMemory,
  ) {}

  /** Returns the kernel that adds the plain events of a list. */
  ofEvents(events: PlainEvents): EventKernel {
    return new EventKernel(this.kernel, this.memory, events);
  }

  /** Sets the arrays of the index, if they are in the kernel's memory (`setEntries` of assembly/numbers.ts). */
  setArrays(heads: Uint32Array, pages: Uint32Array): void {
    if ([heads, pages].every((array) => this.memory.owns(array)))
      this.kernel.setEntries(heads.byteOffset, pages.byteOffset);
  }

  /**
   * Adds numbers [from, to) as entries behind `entry`, one for each record from `record` on. Returns the index of the first that
   * it leaves: it is no number, or suppressed already, or an array is not in the kernel's memory.
   */
  add(nationals: Int32Array, from: number, to: number, entry: number, record: number): number {
    if (!this.memory.owns(nationals)) return from;
    return this.kernel.addOptOuts(nationals.byteOffset, from, to, entry, record);
  }
}

/** How the events of a list are read. */
export interface PlainEvents {
  /** The wanted cells of the phone, the date, the channel and the action; -1 if there is none. */
  phone: number;
  date: number;
  channel: number;
  action: number;
  /** In seconds since 1970. An earlier instant than `noDateBefore` is no date. */
  now: number;
  noDateBefore: number;
  /** Which comes first in `03/04/2026`. */
  order: "day-first" | "month-first" | "unknown";
  /** The seconds that the clock of dates without a zone is ahead of UTC; undefined if that changes. */
  clockOffset: number | undefined;
}

/** Records [from, to) of a batch, as another thread filled it. `record`: the number of the first in its list. */
export interface EventRecords {
  batch: { readonly bytes: Uint8Array; readonly plain: Int32Array; readonly columns: JudgedBatch };
  from: number;
  to: number;
  record: number;
}

/** Where entries are added. */
export interface EntryTarget {
  /** A bit for each number: whether the list has an entry for it. Undefined if each event gets an entry. */
  present: Uint32Array | undefined;
  /** The number of entries before the first, and before the list's first. */
  entry: number;
  before: number;
}

/** The result of adding records. */
export interface AddedEvents {
  /** The index of the first record that the kernel leaves. */
  left: number;
  /** The new entries. Other records joined one. */
  entries: number;
  /** The numbers that are new to the list. */
  numbers: number;
  optIns: number;
}

/** The texts of a column that the kernel knows, each with a code. */
class KnownTexts {
  /** The addresses of their tables. */
  readonly at: readonly [texts: number, codes: number];
  readonly #texts: CellTable;
  readonly #codes: Uint8Array;

  constructor(memory: KernelMemory) {
    const [texts, codes] = [memory.allocate(CellTable.BYTES), memory.allocate(CellTable.CELLS)];
    this.at = [texts.address, codes.address];
    this.#texts = new CellTable(memory.bytesOf(texts).fill(0));
    this.#codes = memory.bytesOf(codes);
  }

  learn({ bytes, cellStart, cellEnd }: RecordView, cell: number, code: number): void {
    const place = this.#texts.add(bytes, cellStart[cell]!, cellEnd[cell]!);
    if (place >= 0) this.#codes[place] = code;
  }
}

export class EventKernel {
  readonly channels: KnownTexts;
  readonly actions: KnownTexts;
  /** The address of `Events` of assembly/events.ts. */
  readonly #events: number;
  /** `EventBatch` of assembly/events.ts. */
  readonly #batch: Uint32Array;

  constructor(
    private readonly kernel: Kernel,
    private readonly memory: KernelMemory,
    { order, clockOffset = CONSTANTS.NO_OFFSET, ...cellsAndTimes }: PlainEvents,
  ) {
    this.channels = new KnownTexts(memory);
    this.actions = new KnownTexts(memory);
    const [channels, channelCodes] = this.channels.at;
    const [actions, actionCodes] = this.actions.at;
    const events = {
      ...{ ...cellsAndTimes, channels, channelCodes, actions, actionCodes, clockOffset },
      ...{ cells: CellTable.CELLS, stride: CellTable.STRIDE },
      ...{ isDayFirst: order === "day-first", isMonthFirst: order === "month-first" },
    };
    this.#events = memory.put(wordsOf("Events", events)).byteOffset;
    this.#batch = memory.put(BLOCKS.EventBatch.map(() => 0));
  }

  /** Adds records up to the first that it leaves: the first of all if an array is not in its memory. */
  add({ batch, from, to, record }: EventRecords, target: EntryTarget): AddedEvents {
    const { kernel, memory } = this;
    const { bytes, plain, columns } = batch;
    const { entry, before } = target;
    if (![bytes, plain, target.present ?? bytes].every((array) => memory.owns(array)))
      return { left: from, entries: 0, numbers: 0, optIns: 0 };
    const present = target.present?.byteOffset ?? 0;
    this.#batch.set(wordsOf("EventBatch", { ...columns, present, before }));
    const left = kernel.addEvents(this.#events, this.#batch.byteOffset, from, to, entry, record);
    const { addedEntries, addedNumbers, addedOptIns } = kernel;
    return { left, entries: addedEntries.value, numbers: addedNumbers.value, optIns: addedOptIns.value };
  }
}
