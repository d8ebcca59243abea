// Scans a long list ahead of the run on a thread, over shared memory. This side starts it and takes its batches;
// scan-ahead-task.ts is the other one.

import { READING } from "../csv/reader.js";
import { type ExitCode, ScrubError } from "../errors.js";
import type { RegularInput } from "../files/input.js";
import type { Wrapping } from "../files/text-source.js";
import { bytesOf, type KernelMemory, type Room, type WasmMemory } from "../kernel/kernel.js";
import { isForKernel, scanKernelBytes } from "../kernel/scan-kernel.js";
import type { SheetFacts } from "../workbook/sheet.js";
import { keepThread, type Thread, takeThread } from "./ahead-thread.js";
import { RecordBatch } from "./batch.js";
import { kernelTask } from "./kernel-task.js";
import type { OpenedList } from "./open.js";
import { batchBytes, type SharedRoom } from "./record-columns.js";
import type { SheetToRead } from "./source.js";

/** The most batches that are ready at once. A window mostly has two. */
export const SLOTS = 3;
/** The windows that are filled in turn, while batches of the others wait. */
const WINDOWS = 2;

/**
 * The Int32 fields of a slot. `state` is waited for. A batch of no records is the last: a message says whether all was
 * read or what failed. `window`, `base`: where the batch's bytes begin. `read`: KiB of the file read so far.
 * `readings`: how many floats of them are used.
 */
export const FIELD = { state: 0, count: 1, window: 2, base: 3, read: 4, readings: 5 } as const;
export const SLOT_FIELDS = 6;
export const SLOT_FREE = 0;
export const SLOT_FULL = 1;

export interface Task extends Pick<OpenedList, "dialect" | "bodyStart" | "width" | "wanted" | "watchPlan"> {
  input: Pick<RegularInput, "descriptor" | "length">;
  file: string;
  exitCode: ExitCode;
  wrapping: Wrapping;
  sheet: SheetToRead | undefined;
  header: boolean;
  chunkBytes: number;
  control: Int32Array;
  windows: readonly SharedRoom[];
  /** For each slot, where its batch's columns are. */
  columns: readonly SharedRoom[];
  /** The kernel's memory, with room for the thread's own instance; undefined if it can't read such a list. */
  kernel: { memory: WasmMemory; instance: Room } | undefined;
}

/** The bytes of a window: more than the sample, which is the most that is read at once but for long records. */
const WINDOW_BYTES = 1_088 * 1024;

export interface ReadAhead {
  digest: string;
  bytesRead: number;
  blankLines: number;
  facts: SheetFacts | undefined;
}

export type FromTask =
  /** A new window, longer than the others. Windows are counted from 0. */
  | { window: SharedArrayBuffer }
  | { done: ReadAhead }
  | { error: Pick<ScrubError, "exitCode" | "sentence" | "values" | "place"> };

/** The batches of one list, in order. `stop` it in any case, because its thread keeps the process alive. */
export class ScanAhead {
  /** What was read of the whole list, after the last batch. */
  read: ReadAhead | undefined;
  /** Bytes of the file, to the nearest KiB, up to the last batch. */
  readSoFar = 0;
  readonly #thread: Thread;
  readonly #control: Int32Array;
  readonly #batches: RecordBatch[];
  readonly #windows: Buffer[];
  readonly #rooms: Room[] = [];
  #error: ScrubError | undefined;
  #slot = 0;
  #held = false;

  /** `memory` holds windows and batches until `stop`. */
  constructor(
    what: Omit<Task, "control" | "windows" | "columns" | "chunkBytes" | "kernel">,
    private readonly memory: KernelMemory,
  ) {
    const { wanted, width, watchPlan } = what;
    const roomFor = (bytes: number): SharedRoom => {
      const room = memory.allocate(bytes);
      this.#rooms.push(room);
      return { buffer: memory.memory.buffer, ...room };
    };
    const windows = Array.from({ length: WINDOWS }, () => roomFor(WINDOW_BYTES));
    const columns = Array.from({ length: SLOTS }, () => roomFor(batchBytes(wanted.length)));
    // Rounded up, so that the next list may have the room.
    const kernelBytes = () => Math.ceil(scanKernelBytes(kernelTask(what)) / WINDOW_BYTES) * WINDOW_BYTES;
    const kernel = isForKernel(what.dialect) ? { memory: memory.memory, instance: roomFor(kernelBytes()) } : undefined;
    this.#control = new Int32Array(new SharedArrayBuffer(SLOTS * SLOT_FIELDS * Int32Array.BYTES_PER_ELEMENT));
    this.#batches = columns.map((room) => new RecordBatch(wanted.length, width, watchPlan, room));
    this.#windows = windows.map((room) => bytesOf(room, room));
    try {
      this.#thread = takeThread();
    } catch (cause) {
      memory.free(this.#rooms);
      throw cause;
    }
    const { worker } = this.#thread;
    worker.on("message", (message: FromTask) => this.#receive(message));
    worker.postMessage({ ...what, ...READING, control: this.#control, windows, columns, kernel } satisfies Task);
  }

  /** Returns the next batch, valid until the next call; undefined at the end. Throws what the thread could not read. */
  async next(): Promise<RecordBatch | undefined> {
    if (this.#held) this.#release();
    const waiting = Atomics.waitAsync(this.#control, this.#slot * SLOT_FIELDS + FIELD.state, SLOT_FREE);
    if (waiting.async) await this.#unlessFailed((resolve) => waiting.value.then(resolve));
    const field = (which: keyof typeof FIELD) => this.#control[this.#slot * SLOT_FIELDS + FIELD[which]]!;
    const [count, window] = [field("count"), field("window")];
    // Messages that were sent before the batch may not have arrived.
    while (count === 0 ? (this.read ?? this.#error) === undefined : this.#windows[window] === undefined)
      await this.#unlessFailed((resolve) => this.#thread.worker.once("message", resolve));
    if (count === 0) {
      // The batches ahead of an error are whole, and are judged as they would be without a thread.
      if (this.#error !== undefined) throw this.#error;
      return undefined;
    }
    this.#held = true;
    const batch = this.#batches[this.#slot]!;
    batch.bytes = this.#windows[window]!.subarray(field("base"));
    batch.count = count;
    batch.readings!.used = field("readings");
    this.readSoFar = field("read") * 1024;
    return batch;
  }

  /** Ends the thread, unless it has finished and may serve again. */
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

  /** Waits for the thread, or for a bug in it. A race with one lasting promise would keep all that ever raced. */
  #unlessFailed(begin: (resolve: () => void) => void): Promise<void> {
    const thread = this.#thread;
    if (thread.bug !== undefined) return Promise.reject(thread.bug);
    return new Promise((resolve, reject) => {
      thread.onBug = reject;
      begin(resolve);
    });
  }

  #receive(message: FromTask): void {
    if ("window" in message) this.#windows.push(Buffer.from(message.window));
    else if ("done" in message) this.read = message.done;
    else {
      const { exitCode, sentence, values, place } = message.error;
      this.#error = new ScrubError(exitCode, sentence, values, place);
    }
  }
}
