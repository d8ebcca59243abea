// One writer at a time, for the moment in which a run is published: synchronous, so that no signal comes between, where lock.ts
// waits for longer work. A lock that a killed process left is taken over.

import { ExitCode, ScrubError } from "../errors.js";
import { createLock, type Holder, isGone, readHolder, removeLock, sweepLocks, thisProcess } from "./lock-holder.js";

const POLL_MS = 20;
/** So long nobody needs between making a lock and holding it. */
const OLD_MS = 10_000;

/**
 * Takes the lock of a file, waiting at most `waitMs` for who holds it; returns what releases it. A lock of another machine
 * is never broken: the error names the file that a person must remove.
 */
export function acquireLock(file: string, waitMs: number): () => void {
  const lock = `${file}.lock`;
  const holder = acquire(lock, file, Date.now() + waitMs);
  sweepLocks(lock, OLD_MS);
  return () => removeLock(lock, holder);
}

function acquire(lock: string, file: string, until: number): Holder {
  const holder = thisProcess();
  while (!createLock(lock, holder, file)) {
    const other = readHolder(lock);
    if (other !== undefined && isGone(other)) breakLock(lock, other, file, until);
    else if (Date.now() >= until) throw new ScrubError(ExitCode.io, "lockBusy", [lock], { file });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, POLL_MS);
  }
  return holder;
}

/** Under a lock that is named for that very holder: so long as the old lock is seen to stand, nobody else removes it. */
function breakLock(lock: string, gone: Holder, file: string, until: number): void {
  const right = `${lock.replace(/\.lock(?:\.[0-9a-f]+)?$/, ".lock")}.${gone.token}`;
  const breaker = acquire(right, file, until);
  removeLock(lock, gone);
  removeLock(right, breaker);
}
