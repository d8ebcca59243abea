// A lock that only one process holds, and that a killed process does not hold for ever. The lock is a file beside what it
// guards; who may write behind it is the caller's to say.

import fs from "node:fs";
import { ExitCode, ScrubError } from "../errors.js";
import { createLock, type Holder, isGone, readHolder, removeLock, sweepLocks, thisProcess } from "./lock-holder.js";

/** So long a run waits for another one to finish. */
const LONGEST_WAIT_MS = 10_000;
const POLL_MS = 25;

/** Locks of this process, by their path. */
const held = new Map<string, Holder>();

/** Removes every lock of this process, at once: for a signal. */
export function abandonLocks(): void {
  for (const [lock, holder] of held) release(lock, holder);
}

/** Runs `work` while no other process holds the lock of `file`. Busy for too long: exit 5. */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const lock = `${realPath(file)}.lock`;
  const holder = await acquire(lock, file, Date.now() + LONGEST_WAIT_MS);
  try {
    sweepLocks(lock, LONGEST_WAIT_MS);
    return await work();
  } finally {
    release(lock, holder);
  }
}

async function acquire(lock: string, file: string, until: number): Promise<Holder> {
  const holder = thisProcess();
  for (;;) {
    if (createLock(lock, holder, file)) {
      held.set(lock, holder);
      return holder;
    }
    const other = readHolder(lock);
    if (other !== undefined && isGone(other) && (await breakLock(lock, other, file, until))) continue;
    if (Date.now() >= until) throw new ScrubError(ExitCode.io, "registryBusy", [lock], { file });
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/**
 * Removes the lock of a process that is gone. Whoever wants to must first hold a lock named for that very holder: so
 * while the old lock is seen to stand, nobody else can be removing it, and a new one in its place is never hit.
 */
async function breakLock(lock: string, gone: Holder, file: string, until: number): Promise<boolean> {
  const right = `${lock.replace(/\.lock(?:\.[0-9a-f]+)?$/, ".lock")}.${gone.token}`;
  const breaker = await acquire(right, file, until);
  try {
    if (readHolder(lock)?.token === gone.token) fs.rmSync(lock, { force: true });
    return true;
  } finally {
    release(right, breaker);
  }
}

function release(lock: string, holder: Holder): void {
  held.delete(lock);
  removeLock(lock, holder);
}

/** Through links, so that every name of a file has the same lock. */
function realPath(file: string): string {
  try {
    return fs.realpathSync(file);
  } catch {
    return file;
  }
}
