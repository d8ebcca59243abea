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
const WINDOWS = 3;

/**
 * The Int32 fields of a slot. `state` is waited for; a batch of no records is the last, and a message says whether all was
 * read or what went wrong. `window`, `base`: where the batch's bytes begin; `read`: KiB of the file that were read so far.
 */
export const FIELD = { state: 0, count: 1, window: 2, base: 3, read: 4 } as const;
export const SLOT_FIELDS = 5;
export const SLOT_FREE = 0;
export const SLOT_FULL = 1;

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
  /** The kernel's memory, and the room in it for the thread's own instance; undefined where it can't read such a list. */
  kernel: { memory: WasmMemory; instance: Room } | undefined;
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
  /** A longer window than the others, which are counted from 0. */
  | { window: SharedArrayBuffer }
  | { done: ReadAhead }
  | { error: Pick<ScrubError, "exitCode" | "sentence" | "values" | "place"> };

/** Batches of one list, in order. `stop` it in any case: its thread would keep the process alive. */
export class ScanAhead {
  /** What was read of the whole list, once `next` has said that there are no more batches. */
  read: ReadAhead | undefined;
  /** Bytes of the file, to the nearest KiB, with the last batch. */
  readSoFar = 0;
  readonly #thread: Thread;
  readonly #control: Int32Array;
  readonly #batches: RecordBatch[];
  readonly #windows: Buffer[];
  readonly #rooms: Room[] = [];
  #error: ScrubError | undefined;
  #slot = 0;
  #held = false;

  /** `memory`: where windows and batches lie, until it is stopped. */
  constructor(
    what: Omit<Task, "control" | "windows" | "columns" | "chunkBytes" | "kernel">,
    private readonly memory: KernelMemory,
  ) {
    const { wanted, width, watched } = what;
    const roomFor = (bytes: number): SharedRoom => {
      const room = memory.allocate(bytes);
      this.#rooms.push(room);
      return { buffer: memory.buffer, ...room };
    };
    const windows = Array.from({ length: WINDOWS }, () => roomFor(WINDOW_BYTES));
    const columns = Array.from({ length: SLOTS }, () => roomFor(batchBytes(wanted.length)));
    const kernel = isForKernel(what.dialect)
      ? { memory: memory.memory, instance: roomFor(scanKernelBytes(kernelTask(what))) }
      : undefined;
    this.#control = new Int32Array(new SharedArrayBuffer(SLOTS * SLOT_FIELDS * Int32Array.BYTES_PER_ELEMENT));
    this.#batches = columns.map((room) => new RecordBatch(wanted.length, width, watched, room));
    this.#windows = windows.map(bytesOfShared);
    try {
      this.#thread = takeThread();
    } catch (cause) {
      memory.free(this.#rooms);
      throw cause;
    }
    const { worker } = this.#thread;
    worker.on("message", (message: FromTask) => this.#take(message));
    const { chunkBytes } = READING;
    worker.postMessage({ ...what, chunkBytes, control: this.#control, windows, columns, kernel } satisfies Task);
  }

  /** The next batch, which stays valid until the next call; undefined at the end. Throws what the thread could not read. */
  async next(): Promise<RecordBatch | undefined> {
    if (this.#held) this.#release();
    const waiting = Atomics.waitAsync(this.#control, this.#slot * SLOT_FIELDS + FIELD.state, SLOT_FREE);
    if (waiting.async) await this.#unlessFailed((resolve) => waiting.value.then(resolve));
    const field = (which: keyof typeof FIELD) => this.#control[this.#slot * SLOT_FIELDS + FIELD[which]]!;
    const [count, window] = [field("count"), field("window")];
    // What was posted before the batch may still be on its way.
    while (count === 0 ? (this.read ?? this.#error) === undefined : this.#windows[window] === undefined)
      await this.#unlessFailed((resolve) => this.#thread.worker.once("message", resolve));
    if (count === 0) {
      // Not before: the batches ahead of an error are whole, and a stream has them as it would have without a thread.
      if (this.#error !== undefined) throw this.#error;
      return undefined;
    }
    this.#held = true;
    const batch = this.#batches[this.#slot]!;
    batch.bytes = this.#windows[window]!.subarray(field("base"));
    batch.count = count;
    this.readSoFar = field("read") * 1024;
    return batch;
  }

  /** Ends the thread, unless it has nothing left to do and may serve again. */
  async stop(): Promise<void> {
    const thread = this.#thread;
    thread.worker.removeAllListeners("message");
    thread.onBug = () => {};
    if (this.read === undefined || !keepThread(thread)) await thread.worker.terminate();
    this.memory.free(this.#rooms);
  }

  #release(): void {
    const state = this.#slot * SLOT_FIELDS + FIELD.state;
    Atomics.store(this.#control, state, SLOT_FREE);
    Atomics.notify(this.#control, state);
    this.#slot = (this.#slot + 1) % SLOTS;
    this.#held = false;
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

  #take(message: FromTask): void {
    if ("window" in message) this.#windows.push(Buffer.from(message.window));
    else if ("done" in message) this.read = message.done;
    else {
      const { exitCode, sentence, values, place } = message.error;
      this.#error = new ScrubError(exitCode, sentence, values, place);
    }
  }
}
