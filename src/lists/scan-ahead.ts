// A thread that scans a long phone list ahead of the run, over shared memory: this side starts it and takes its batches.
// What the thread does is scan-ahead-task.ts's work.

import { READING } from "../csv/reader.js";
import type { Dialect } from "../csv/scanner.js";
import { type ExitCode, ScrubError } from "../errors.js";
import type { DescriptorInput } from "../files/input.js";
import type { Wrapping } from "../files/text-source.js";
import type { KernelMemory, Room, WasmMemory } from "../kernel/kernel.js";
import { isForKernel, scanKernelBytes } from "../kernel/scan-kernel.js";
import type { SheetFacts } from "../workbook/facts.js";
import { keepThread, type Thread, takeThread } from "./ahead-thread.js";
import { batchBytes, bytesOfShared, RecordBatch, type SharedRoom } from "./batch.js";
import { kernelTask } from "./kernel-task.js";
import type { SheetToRead } from "./source.js";
import type { Watched } from "./watch.js";

/** Batches that may be ready at once. A window has two of them, mostly. */
export const SLOTS = 3;
/** Windows that the list is read into in turn: one is filled while the batches of the others wait. */
export const WINDOWS = 3;

// Int32 fields of a slot. Only STATE is waited for.
export const STATE = 0;
export const COUNT = 1;
/** Which window the batch's bytes lie in, and where they begin. */
export const WINDOW = 2;
export const BASE = 3;
/** How many windows were replaced by longer ones, which messages bring. */
export const GROWN = 4;
/** KiB of the file that were read so far. */
export const READ = 5;
export const SLOT_FIELDS = 6;

export const SLOT_FREE = 0;
export const SLOT_FULL = 1;
/** The state when no batch follows: a message says whether all was read or what went wrong. */
export const SLOT_LAST = 2;

export interface Task {
  input: DescriptorInput;
  /** The file's name for errors. */
  file: string;
  exitCode: ExitCode;
  wrapping: Wrapping;
  /** The sheet of a workbook. */
  sheet: SheetToRead | undefined;
  dialect: Dialect;
  bodyStart: number;
  header: boolean;
  width: number;
  wanted: readonly number[];
  watched: Watched;
  /** Bytes that are read at a time. */
  chunkBytes: number;
  control: Int32Array;
  windows: readonly SharedRoom[];
  /** By slot, the place of its batch's columns. */
  columns: readonly SharedRoom[];
  /** The kernel's room; undefined where the kernel can't read such a list. */
  kernel: KernelRoom | undefined;
}

/** The kernel's memory, and the room in it for the thread's own instance. */
export interface KernelRoom {
  memory: WasmMemory;
  instance: Room;
}

/** A window of the thread's reader, whose sample is the most that it reads at a time but for long records. */
const WINDOW_BYTES = 1_280 * 1024;

export interface ReadAhead {
  digest: string;
  bytesRead: number;
  blankLines: number;
  /** The facts of a workbook's sheet. */
  facts: SheetFacts | undefined;
}

export type FromTask =
  | { slot: number; window: number; grown: SharedArrayBuffer }
  | { done: ReadAhead }
  | { error: Pick<ScrubError, "exitCode" | "sentence" | "values" | "place"> };

/** Batches of one list, in order. `stop` it in any case: its thread would keep the process alive. */
export class ScanAhead {
  /** What was read of the whole list, once `next` has said that there are no more batches. */
  read: ReadAhead = { digest: "", bytesRead: 0, blankLines: 0, facts: undefined };
  /** Bytes of the file, to the nearest KiB, with the last batch. */
  readSoFar = 0;
  readonly #thread: Thread;
  readonly #control: Int32Array;
  readonly #batches: RecordBatch[];
  readonly #windows: Buffer[];
  #error: ScrubError | undefined;
  #slot = 0;
  #held = false;

  /** The kernel's memory; undefined where there is no kernel: then each room is memory of its own. */
  readonly #memory: KernelMemory | undefined;
  readonly #rooms: Room[] = [];

  /** `memory`: where windows and batches are to lie, until it is stopped. */
  constructor(
    what: Omit<Task, "control" | "windows" | "columns" | "chunkBytes" | "kernel">,
    memory: KernelMemory | undefined,
  ) {
    const task = { ...what, chunkBytes: READING.chunkBytes };
    const wanted = task.wanted.length;
    this.#memory = memory;
    const windows = Array.from({ length: WINDOWS }, () => this.#roomFor(WINDOW_BYTES));
    const columns = Array.from({ length: SLOTS }, () => this.#roomFor(batchBytes(wanted)));
    const kernel = this.#memory && isForKernel(task.dialect) ? this.#kernelRoom(this.#memory, task) : undefined;
    this.#control = new Int32Array(new SharedArrayBuffer(SLOTS * SLOT_FIELDS * Int32Array.BYTES_PER_ELEMENT));
    this.#batches = columns.map((room) => new RecordBatch(wanted, task.width, task.watched, room));
    this.#windows = windows.map(bytesOfShared);
    try {
      this.#thread = takeThread();
    } catch (cause) {
      this.#memory?.free(this.#rooms);
      throw cause;
    }
    const { worker } = this.#thread;
    worker.on("message", (message: FromTask) => this.#take(message));
    worker.postMessage({ ...task, control: this.#control, windows, columns, kernel } satisfies Task);
  }

  #roomFor(bytes: number): SharedRoom {
    if (this.#memory === undefined) return { buffer: new SharedArrayBuffer(bytes), address: 0, bytes };
    const room = this.#memory.allocate(bytes);
    this.#rooms.push(room);
    return { buffer: this.#memory.buffer, ...room };
  }

  #kernelRoom(memory: KernelMemory, task: Parameters<typeof kernelTask>[0]): KernelRoom {
    const instance = memory.allocate(scanKernelBytes(kernelTask(task)));
    this.#rooms.push(instance);
    return { memory: memory.memory, instance };
  }

  /** The next batch, which stays valid until the next call; undefined at the end. Throws what the thread could not read. */
  async next(): Promise<RecordBatch | undefined> {
    if (this.#held) this.#release();
    const state = this.#slot * SLOT_FIELDS + STATE;
    const waiting = Atomics.waitAsync(this.#control, state, SLOT_FREE);
    if (waiting.async) await this.#unlessFailed((resolve) => waiting.value.then(resolve));
    if (this.#control[this.#slot * SLOT_FIELDS + GROWN]! > 0 || this.#control[state] === SLOT_LAST)
      await this.#messages();
    if (this.#control[state] === SLOT_LAST) {
      // Not before: the batches ahead of an error are whole, and a stream has them as it would have without a thread.
      if (this.#error !== undefined) throw this.#error;
      return undefined;
    }
    this.#held = true;
    const batch = this.#batches[this.#slot]!;
    const field = (which: number) => this.#control[this.#slot * SLOT_FIELDS + which]!;
    batch.bytes = this.#windows[field(WINDOW)]!.subarray(field(BASE));
    batch.count = field(COUNT);
    this.readSoFar = field(READ) * 1024;
    return batch;
  }

  /** Ends the thread, unless it has nothing left to do and may serve again. */
  async stop(): Promise<void> {
    const thread = this.#thread;
    thread.worker.removeAllListeners("message");
    thread.onBug = () => {};
    if (this.read.digest === "" || !keepThread(thread)) await thread.worker.terminate();
    this.#memory?.free(this.#rooms);
  }

  #release(): void {
    const state = this.#slot * SLOT_FIELDS + STATE;
    Atomics.store(this.#control, state, SLOT_FREE);
    Atomics.notify(this.#control, state);
    this.#slot = (this.#slot + 1) % SLOTS;
    this.#held = false;
  }

  /** Waits until the message that was posted before the slot's state changed has come. */
  async #messages(): Promise<void> {
    const grown = this.#slot * SLOT_FIELDS + GROWN;
    const isLast = this.#control[this.#slot * SLOT_FIELDS + STATE] === SLOT_LAST;
    while (isLast ? !this.#isOver() : this.#control[grown]! > 0)
      await this.#unlessFailed((resolve) => this.#thread.worker.once("message", resolve));
  }

  /**
   * Waits for the thread, unless it ends as a bug. A race with a promise of that would last as long as the list, with all
   * that ever raced.
   */
  #unlessFailed(begin: (resolve: () => void) => void): Promise<void> {
    const thread = this.#thread;
    if (thread.bug !== undefined) return Promise.reject(thread.bug);
    return new Promise((resolve, reject) => {
      thread.onBug = reject;
      begin(resolve);
    });
  }

  #isOver(): boolean {
    return this.#error !== undefined || this.read.digest !== "";
  }

  #take(message: FromTask): void {
    if ("slot" in message) {
      this.#windows[message.window] = Buffer.from(message.grown);
      Atomics.sub(this.#control, message.slot * SLOT_FIELDS + GROWN, 1);
    } else if ("done" in message) this.read = message.done;
    else {
      const { exitCode, sentence, values, place } = message.error;
      this.#error = new ScrubError(exitCode, sentence, values, place);
    }
  }
}
