// Adds the plain events of a batch to the index of all opt-outs, whose arrays lie in the kernel's memory.

import { CellTable } from "../csv/cell-table.js";
import type { JudgedBatch } from "./judge-kernel.js";
import { bytesOf, type Kernel, type KernelMemory } from "./kernel.js";

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
export interface EntryArrays {
  /** What entries are chained and joined by; undefined where every event stays what it is. */
  chains: { heads: Uint32Array; present: Uint32Array } | undefined;
  /** The page of the first one, and of its date, with its place there. */
  page: Uint32Array;
  times: Uint32Array;
  place: number;
  /** Of each page its address and that of its dates, 0 where there is none in this memory. */
  addresses: Uint32Array;
  /** The number of the first one, and of the list's first. */
  entry: number;
  first: number;
}

/** What a text of the action's column asks for; `silent` asks for nothing. */
export type PlainAction = "opt-out" | "opt-in" | "silent";
/** In the order of their codes in assembly/events.ts. */
const ACTIONS: readonly PlainAction[] = ["opt-out", "opt-in", "silent"];

/** The result of adding records. */
export interface AddedEvents {
  /** The index of the first that is left. */
  left: number;
  /** The numbers that were new to the list. */
  numbers: number;
  /** How many are opt-ins, and how many ask for nothing. */
  optIns: number;
  silent: number;
  /**
   * The records without an entry of their own: their indexes, each followed by the entry + 1 that they now decide, or by 0.
   * Valid until the next call.
   */
  joined: Uint32Array;
}

const NO_OFFSET = -(2 ** 31);
/** How many records of a call may make no entry of their own. */
const MOST_JOINED = 4096;
/** Words before them: numbers, how many follow, opt-ins, silent ones. */
const COUNTS = 4;
const NONE_JOINED = new Uint32Array(0);

export class EventKernel {
  readonly #channels: CellTable;
  readonly #actions: CellTable;
  readonly #codes: Uint8Array;
  readonly #actionCodes: Uint8Array;
  /** Where the kernel finds what the events are. */
  readonly #events: number;
  /** Of a call: its counts, and the records that made no entry. */
  readonly #joined: Uint32Array | undefined;

  constructor(
    private readonly kernel: Kernel,
    private readonly memory: KernelMemory,
    { phone, date, channel, action, order, clockOffset = NO_OFFSET, now }: PlainEvents,
  ) {
    const put = (bytes: Uint8Array): number => {
      const room = memory.allocate(bytes.length);
      memory.bytesOf(room).set(bytes);
      return room.address;
    };
    const table = () => ({ address: put(new Uint8Array(CellTable.BYTES)), bytes: CellTable.BYTES });
    const codesOfTable = () => ({ address: put(new Uint8Array(CellTable.CELLS)), bytes: CellTable.CELLS });
    const [channels, actions] = [table(), table()];
    const [codes, actionCodes] = [codesOfTable(), codesOfTable()];
    this.#channels = new CellTable(bytesOf(memory.memory, channels));
    this.#actions = new CellTable(bytesOf(memory.memory, actions));
    this.#codes = bytesOf(memory.memory, codes);
    this.#actionCodes = bytesOf(memory.memory, actionCodes);
    // In the order of setEvents in assembly/events.ts.
    const events = Int32Array.of(
      ...[date, channel, action, channels.address, CellTable.CELLS, CellTable.STRIDE, codes.address],
      ...[actions.address, actionCodes.address],
      ...[order === "day-first" ? 1 : 0, order === "month-first" ? 1 : 0, clockOffset, phone, now],
    );
    this.#events = put(new Uint8Array(events.buffer));
    this.#joined = memory.words(COUNTS + 2 * MOST_JOINED);
  }

  /** Adds records [from, to) of a batch, up to the first that says more; none where not all lies where the kernel works. */
  add({ bytes, plain, columns }: EventBatch, from: number, to: number, arrays: EntryArrays): AddedEvents {
    const { chains, page, times, place, addresses, entry, first: firstEntry } = arrays;
    const joined = this.#joined;
    const all = [bytes, plain, page, times, addresses, ...(chains === undefined ? [] : [chains.heads, chains.present])];
    if (joined === undefined || !all.every((array) => this.memory.owns(array)))
      return { left: from, numbers: 0, optIns: 0, silent: 0, joined: NONE_JOINED };
    this.kernel.setEvents(this.#events);
    if (chains !== undefined) this.kernel.setHeads(chains.heads.byteOffset);
    this.kernel.setPresent(
      chains?.present.byteOffset ?? 0,
      addresses.byteOffset,
      firstEntry,
      joined.byteOffset,
      MOST_JOINED,
    );
    const { window, first, cap, wanted } = columns;
    const pair = page.byteOffset + 2 * place * page.BYTES_PER_ELEMENT;
    const time = times.byteOffset + place * times.BYTES_PER_ELEMENT;
    const left = this.kernel.barEvents(window, first, cap, wanted, from, to, pair, time, entry);
    const [numbers, joins, optIns, silent] = joined as unknown as [number, number, number, number];
    const noEntry = joins === 0 ? NONE_JOINED : joined.subarray(COUNTS, COUNTS + 2 * joins);
    return { left, numbers, optIns, silent, joined: noEntry };
  }

  /** A text of the action's column, from now on known. */
  knowAction(bytes: Uint8Array, start: number, end: number, action: PlainAction): void {
    const place = this.#actions.add(bytes, start, end);
    if (place >= 0) this.#actionCodes[place] = ACTIONS.indexOf(action);
  }

  /** A text of the channel's column, from now on known. */
  knowChannel(bytes: Uint8Array, start: number, end: number, code: number): void {
    const place = this.#channels.add(bytes, start, end);
    if (place >= 0) this.#codes[place] = code;
  }
}
