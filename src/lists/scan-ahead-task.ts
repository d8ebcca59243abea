// The thread beside the run: reads a phone list, hashes it, finds its records and reads their plain numbers,
// batch after batch into shared memory, as far ahead as there are free slots.

import { parentPort } from "node:worker_threads";
import { RecordReader } from "../csv/reader.js";
import { ScrubError } from "../errors.js";
import { readDescriptor } from "../files/input.js";
import { positionedFile } from "../files/positioned.js";
import { unwrap } from "../files/text-source.js";
import { bytesOf, whereKernelRuns } from "../kernel/kernel.js";
import { ScanKernel } from "../kernel/scan-kernel.js";
import { RecordBatch } from "./batch.js";
import {
  COUNT,
  FREE,
  type FromTask,
  FULL,
  GROWN,
  kernelTask,
  LAST,
  READ,
  SLOT_FIELDS,
  SLOTS,
  STATE,
  type Task,
} from "./scan-ahead.js";

import { reopenSheet } from "./source.js";

type FailedValues = ConstructorParameters<typeof ScrubError>[2];

const port = parentPort!;
/** A batch ends with the first record that reaches into this share of its slot's end. */
const MARGIN = 1 / 16;

let slot = 0;

port.on("message", (task: Task) => {
  slot = 0;
  scan(task).catch((error: unknown) => {
    // A ScrubError loses its class on the way: its parts are sent. Anything else is a bug, and ends the thread as one.
    if (!(error instanceof ScrubError)) throw error;
    const { exitCode, sentence, values, place } = error;
    post({ error: { exitCode, sentence, values: values as FailedValues, place } });
    hand(task, LAST);
  });
});

async function scan(task: Task): Promise<void> {
  const raw = readDescriptor(task.input, task.file, task.exitCode);
  const { file, exitCode, chunkBytes } = task;
  const sheet =
    task.sheet && (await reopenSheet(raw, positionedFile(task.input, file, exitCode), task.sheet, { file, exitCode }));
  const text = sheet ?? (await unwrap(raw, task.wrapping, file, exitCode));
  const reader = new RecordReader(text, { file, exitCode, chunkBytes, roomFor: (bytes) => windowFor(task, bytes) });
  // As far as the header: the run has read it already.
  await reader.peek();
  reader.open(task.dialect, task.bodyStart, task.wanted);
  await reader.fill();
  const { scanner } = reader;
  if (task.header) scanner.next();
  const { kernel } = task;
  const scan = kernel && whereKernelRuns(() => new ScanKernel(kernel.memory, kernel.instance, kernelTask(task)));
  const { wanted, width, watched } = task;
  const batches = task.slots.map(({ columns }) => new RecordBatch(wanted.length, width, watched, columns, scan));
  const windows = task.slots.map(({ window }) => Buffer.from(window.buffer, window.address, window.bytes));
  do {
    for (;;) {
      waitUntilFree(task.control);
      const batch = batches[slot]!;
      const base = scanner.consumed;
      batch.fill(scanner, base, Math.floor(windows[slot]!.length * (1 - MARGIN)));
      if (batch.count === 0) break;
      const bytes = scanner.consumed - base;
      if (bytes > windows[slot]!.length) {
        // A record longer than the slot: it gets a larger one, and keeps it.
        const window = new SharedArrayBuffer(bytes);
        windows[slot] = Buffer.from(window);
        // Before the message, for whoever takes the message takes the flag down.
        Atomics.store(task.control, slot * SLOT_FIELDS + GROWN, 1);
        post({ slot, window });
      }
      windows[slot]!.set(scanner.bytes.subarray(base, scanner.consumed));
      task.control[slot * SLOT_FIELDS + COUNT] = batch.count;
      task.control[slot * SLOT_FIELDS + READ] = raw.bytesRead() / 1024;
      hand(task, FULL);
      slot = (slot + 1) % SLOTS;
    }
  } while (await reader.fill());
  const { blankLines } = scanner;
  post({ done: { digest: raw.digest(), bytesRead: raw.bytesRead(), blankLines, facts: sheet?.sheet.facts } });
  hand(task, LAST);
}

/** One window lies where the kernel reads; a longer one, for a long record, it can't have. */
function windowFor({ kernel }: Task, bytes: number): Buffer | undefined {
  if (kernel === undefined || bytes > kernel.window.bytes) return undefined;
  return bytesOf(kernel.memory, kernel.window);
}

function waitUntilFree(control: Int32Array): void {
  const state = slot * SLOT_FIELDS + STATE;
  // It waits for a change of the very value that it saw: looked at twice, the slot may be freed in between, and nobody
  // wakes a thread that falls asleep over a slot that is free already.
  for (let seen = Atomics.load(control, state); seen !== FREE; seen = Atomics.load(control, state))
    Atomics.wait(control, state, seen);
}

function hand(task: Task, state: number): void {
  Atomics.store(task.control, slot * SLOT_FIELDS + STATE, state);
  Atomics.notify(task.control, slot * SLOT_FIELDS + STATE);
}

function post(message: FromTask): void {
  port.postMessage(message);
}
