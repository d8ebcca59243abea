// The thread next to the run: reads and hashes a list, finds its records and reads their plain numbers, batch after
// batch into shared memory, as far ahead as slots are free.

import { parentPort } from "node:worker_threads";
import { RecordReader } from "../csv/reader.js";
import { ScrubError } from "../errors.js";
import { RegularInput } from "../files/input.js";
import { unwrap } from "../files/text-source.js";
import { bytesOf, whereKernelRuns } from "../kernel/kernel.js";
import { ScanKernel } from "../kernel/scan-kernel.js";
import { RecordBatch } from "./batch.js";
import { kernelTask } from "./kernel-task.js";
import { FIELD, type FromTask, SLOT_FIELDS, SLOT_FREE, SLOT_FULL, SLOTS, type Task } from "./scan-ahead.js";
import { reopenSheet } from "./source.js";

const port = parentPort!;

port.on("message", (task: Task) => {
  const ahead = new Ahead(task);
  ahead.scan().catch((error: unknown) => {
    // A ScrubError loses its class when it is sent: its parts are. Any other error is a bug and ends the thread.
    if (!(error instanceof ScrubError)) throw error;
    const { exitCode, sentence, values, place } = error;
    post({ error: { exitCode, sentence, values: values as ConstructorParameters<typeof ScrubError>[2], place } });
    ahead.hand({ count: 0 });
  });
});

class Ahead {
  readonly #control: Int32Array;
  /** The windows that are read into in turn, by the receiver's numbers, and how many of these it knows. */
  readonly #windows: { number: number; bytes: Buffer }[];
  #known: number;
  #at: number;
  #slot = 0;
  /** For each slot, the number of its last batch's window. */
  readonly #windowOf: number[] = [];

  constructor(private readonly task: Task) {
    this.#control = task.control;
    this.#windows = task.windows.map((room, number) => ({ number, bytes: bytesOf(room, room) }));
    this.#known = this.#windows.length;
    this.#at = this.#known - 1;
  }

  async scan(): Promise<void> {
    const { task } = this;
    const { file, exitCode, chunkBytes, kernel, wanted, width, watchPlan } = task;
    const raw = new RegularInput(file, task.input.descriptor, exitCode, { most: task.input.length });
    const sheet = task.sheet && (await reopenSheet(raw, task.sheet, { file, exitCode }));
    const text = sheet ?? (await unwrap(raw, task.wrapping, file, exitCode));
    const nextWindow = (bytes: number) => this.#nextWindow(bytes);
    const reader = new RecordReader(text, { file, exitCode, chunkBytes, nextWindow });
    await reader.peek();
    reader.open(task.dialect, task.bodyStart, wanted);
    await reader.fill();
    const { scanner } = reader;
    if (task.header) scanner.next();
    const scan = kernel && whereKernelRuns(() => new ScanKernel(kernel.memory, kernel.instance, kernelTask(task)));
    const batches = task.columns.map((room) => new RecordBatch(wanted.length, width, watchPlan, room, scan));
    do {
      for (;;) {
        this.#waitUntilFree(this.#slot);
        const batch = batches[this.#slot]!;
        const base = scanner.nextStart;
        batch.fill(scanner, base);
        if (batch.count === 0) break;
        const window = this.#windows[this.#at]!.number;
        this.#windowOf[this.#slot] = window;
        const readings = batch.readings!.used;
        this.hand({ count: batch.count, window, base, read: raw.bytesRead / 1024, readings });
        this.#slot = (this.#slot + 1) % SLOTS;
      }
    } while (await reader.fill());
    const { blankLines } = scanner;
    post({ done: { digest: raw.digest(), bytesRead: raw.bytesRead, blankLines, facts: sheet?.sheet.facts } });
    this.hand({ count: 0 });
  }

  /** Returns the next window once all batches in it are judged; a new one if it is shorter than a record. */
  #nextWindow(bytes: number): Buffer {
    this.#at = (this.#at + 1) % this.#windows.length;
    const next = this.#windows[this.#at]!;
    for (let slot = 0; slot < SLOTS; slot++) if (this.#windowOf[slot] === next.number) this.#waitUntilFree(slot);
    if (bytes > next.bytes.length) {
      const window = new SharedArrayBuffer(bytes);
      this.#windows[this.#at] = { number: this.#known++, bytes: Buffer.from(window) };
      post({ window });
    }
    return this.#windows[this.#at]!.bytes;
  }

  #waitUntilFree(slot: number): void {
    const state = slot * SLOT_FIELDS + FIELD.state;
    // Waits for a change of the value that was seen: a second look could miss the release of the slot.
    for (let seen = Atomics.load(this.#control, state); seen !== SLOT_FREE; seen = Atomics.load(this.#control, state))
      Atomics.wait(this.#control, state, seen);
  }

  /** Hands the slot's batch to the run. A batch without records is the last. */
  hand(batch: Partial<Record<keyof typeof FIELD, number>>): void {
    const at = this.#slot * SLOT_FIELDS;
    for (const [name, value] of Object.entries(batch)) this.#control[at + FIELD[name as keyof typeof FIELD]] = value;
    Atomics.store(this.#control, at + FIELD.state, SLOT_FULL);
    Atomics.notify(this.#control, at + FIELD.state);
  }
}

function post(message: FromTask): void {
  port.postMessage(message);
}
