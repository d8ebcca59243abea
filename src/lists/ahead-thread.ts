// The thread that scans long lists, from its start to its end: scan-ahead.ts gives it its work.
// It loads nothing, so that the program can start it before all else that a long run needs is loaded.

import { Worker } from "node:worker_threads";
import { isCodeThere } from "../files/paths.js";
import { isWithoutRoom } from "../files/system-errors.js";

/** A thread, from its start on listened to: a bug in it would otherwise end the process on the spot. */
export class Thread {
  // It keeps hardly anything: a small young generation keeps what the thread costs in memory to its stacks and code.
  readonly worker = new Worker(fileOfThread(), {
    resourceLimits: { maxYoungGenerationSizeMb: 2 },
  });
  /** What ended it, and whoever waits for it meanwhile. */
  bug: Error | undefined;
  onBug: (bug: Error) => void = () => {};

  constructor() {
    this.worker.on("error", (bug) => {
      this.bug = bug;
      this.onBug(bug);
    });
  }
}

/** A thread that waits for a list; warmed up where it has read one to its end. It keeps no process alive. */
let idle: Thread | undefined;

function fileOfThread(): URL {
  return new URL("./scan-ahead-task.js", import.meta.url);
}

export function canRunAhead(): boolean {
  return isCodeThere(fileOfThread);
}

/** Starts the thread of the first long list before that is opened: starting takes as long as much else that is to be done. */
export function startAhead(): void {
  if (!canRunAhead()) return;
  try {
    idle ??= new Thread();
    idle.worker.unref();
  } catch (cause) {
    // Whoever needs one will see.
    if (!isWithoutRoom(cause)) throw cause;
  }
}

/** Throws where the system has no room for one. */
export function takeThread(): Thread {
  // What kept one from starting, too many open files, may be over.
  const thread = idle !== undefined && idle.bug === undefined ? idle : new Thread();
  idle = undefined;
  thread.worker.ref();
  return thread;
}

/** Keeps a thread for the next list. False where another one waits for that. */
export function keepThread(thread: Thread): boolean {
  if (idle !== undefined) return false;
  idle = thread;
  thread.worker.unref();
  return true;
}
