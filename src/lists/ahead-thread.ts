// Starts and keeps the thread that scans long lists; scan-ahead.ts gives it work. Imports little, so that the thread
// can start before the rest of the program is loaded.

import { Worker } from "node:worker_threads";
import { isCodeThere } from "../files/paths.js";
import { isWithoutRoom } from "../files/system-errors.js";

/** Listens for errors from its start: without a listener a bug in it would end the process. */
export class Thread {
  // It keeps few objects: a bounded young generation bounds what the texts of a workbook's cells cost in memory.
  readonly worker = new Worker(fileOfThread(), {
    resourceLimits: { maxYoungGenerationSizeMb: 4 },
  });
  /** The error that ended it; `onBug` is called at once. */
  bug: Error | undefined;
  onBug: (bug: Error) => void = () => {};

  constructor() {
    this.worker.on("error", (bug) => {
      this.bug = bug;
      this.onBug(bug);
    });
  }
}

/** A thread that waits for a list. It keeps no process alive. */
let idle: Thread | undefined;

function fileOfThread(): URL {
  return new URL("./scan-ahead-task.js", import.meta.url);
}

export function canRunAhead(): boolean {
  return isCodeThere(fileOfThread);
}

/** Starts the thread of the first long list before that is opened, because starting takes long. */
export function startAhead(): void {
  if (!canRunAhead()) return;
  try {
    idle ??= new Thread();
    idle.worker.unref();
  } catch (cause) {
    if (!isWithoutRoom(cause)) throw cause;
  }
}

/** Throws if the system has no room for a thread. */
export function takeThread(): Thread {
  // The cause of a failed start, such as too many open files, may be gone.
  const thread = idle !== undefined && idle.bug === undefined ? idle : new Thread();
  idle = undefined;
  thread.worker.ref();
  return thread;
}

/** Keeps a thread for the next list. False if another one is kept. */
export function keepThread(thread: Thread): boolean {
  if (idle !== undefined) return false;
  idle = thread;
  thread.worker.unref();
  return true;
}
