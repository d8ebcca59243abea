// The thread beside the run: reads a phone list, hashes it, finds its records and reads their plain numbers,
// batch after batch into shared memory, as far ahead as there are free slots.

import { parentPort } from "node:worker_threads";
import { RecordReader } from "../csv/reader.js";
import { ScrubError } from "../errors.js";
import { readDescriptor } from "../files/input.js";
import { positionedFile } from "../files/positioned.js";
import { unwrap } from "../files/text-source.js";
import { whereKernelRuns } from "../kernel/kernel.js";
import { ScanKernel } from "../kernel/scan-kernel.js";
import { bytesOfShared, RecordBatch } from "./batch.js";
import { kernelTask } from "./kernel-task.js";
import {
  BASE,
  COUNT,
  type FromTask,
  GROWN,
  READ,
  SLOT_FIELDS,
  SLOT_FREE,
  SLOT_FULL,
  SLOT_LAST,
  SLOTS,
  STATE,
  type Task,
  WINDOW,
} from "./scan-ahead.js";

import { reopenSheet } from "./source.js";

type FailedValues = ConstructorParameters<typeof ScrubError>[2];

const port = parentPort!;

port.on("message", (task: Task) => {
  const ahead = new Ahead(task);
  ahead.scan().catch((error: unknown) => {
    // A ScrubError loses its class on the way: its parts are sent. Anything else is a bug, and ends the thread as one.
    if (!(error instanceof ScrubError)) throw error;
    const { exitCode, sentence, values, place } = error;
    post({ error: { exitCode, sentence, values: values as FailedValues, place } });
    ahead.hand(SLOT_LAST);
  });
});

/** One list. */
class Ahead {
  readonly #control: Int32Array;
  readonly #windows: Buffer[];
  /** The window that is read into. */
  #window: number;
  #slot = 0;
  /** By slot: the window of its last batch. */
  readonly #windowOf: number[] = [];

  constructor(private readonly task: Task) {
    this.#control = task.control;
    this.#windows = task.windows.map(bytesOfShared);
    this.#window = this.#windows.length - 1;
  }

  async scan(): Promise<void> {
    const { task } = this;
    const { file, exitCode, chunkBytes, kernel, wanted, width, watched } = task;
    const raw = readDescriptor(task.input, file, exitCode);
    const sheet =
      task.sheet &&
      (await reopenSheet(raw, positionedFile(task.input, file, exitCode), task.sheet, { file, exitCode }));
    const text = sheet ?? (await unwrap(raw, task.wrapping, file, exitCode));
    const nextWindow = (bytes: number) => this.#nextWindow(bytes);
    const reader = new RecordReader(text, { file, exitCode, chunkBytes, nextWindow });
    // As far as the header: the run has read it already.
    await reader.peek();
    reader.open(task.dialect, task.bodyStart, wanted);
    await reader.fill();
    const { scanner } = reader;
    if (task.header) scanner.next();
    const scan = kernel && whereKernelRuns(() => new ScanKernel(kernel.memory, kernel.instance, kernelTask(task)));
    const batches = task.columns.map((room) => new RecordBatch(wanted.length, width, watched, room, scan));
    do {
      for (;;) {
        this.#waitUntilFree(this.#slot);
        const batch = batches[this.#slot]!;
        const base = scanner.consumed;
        batch.fill(scanner, base);
        if (batch.count === 0) break;
        this.#windowOf[this.#slot] = this.#window;
        this.#set(WINDOW, this.#window);
        this.#set(BASE, base);
        this.#set(COUNT, batch.count);
        this.#set(READ, raw.bytesRead() / 1024);
        this.hand(SLOT_FULL);
        this.#slot = (this.#slot + 1) % SLOTS;
      }
    } while (await reader.fill());
    const { blankLines } = scanner;
    post({ done: { digest: raw.digest(), bytesRead: raw.bytesRead(), blankLines, facts: sheet?.sheet.facts } });
    this.hand(SLOT_LAST);
  }

  /** The next window, once all batches in it are judged: another one where a record is longer than it is. */
  #nextWindow(bytes: number): Buffer {
    const next = (this.#window + 1) % this.#windows.length;
    for (let slot = 0; slot < SLOTS; slot++) if (this.#windowOf[slot] === next) this.#waitUntilFree(slot);
    this.#window = next;
    if (bytes <= this.#windows[next]!.length) return this.#windows[next]!;
    const grown = new SharedArrayBuffer(bytes);
    this.#windows[next] = Buffer.from(grown);
    // It is counted before the message is sent, because the receiver counts it off.
    Atomics.add(this.#control, this.#slot * SLOT_FIELDS + GROWN, 1);
    post({ slot: this.#slot, window: next, grown });
    return this.#windows[next];
  }

  #set(field: number, value: number): void {
    this.#control[this.#slot * SLOT_FIELDS + field] = value;
  }

  #waitUntilFree(slot: number): void {
    const state = slot * SLOT_FIELDS + STATE;
    // It waits for a change of the very value that it saw: looked at twice, the slot may be freed in between, and nobody
    // wakes a thread that falls asleep over a slot that is free already.
    for (let seen = Atomics.load(this.#control, state); seen !== SLOT_FREE; seen = Atomics.load(this.#control, state))
      Atomics.wait(this.#control, state, seen);
  }

  hand(state: number): void {
    const at = this.#slot * SLOT_FIELDS + STATE;
    Atomics.store(this.#control, at, state);
    Atomics.notify(this.#control, at);
  }
}

function post(message: FromTask): void {
  port.postMessage(message);
}
