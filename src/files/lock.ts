// A lock that only one process holds, and that a killed process does not hold for ever. The lock is a file beside what it
// guards; who may write behind it is the caller's to say.

import fs from "node:fs";
import { ExitCode, ScrubError } from "../errors.js";
import { createLock, type Holder, isGone, readHolder, removeLock, sweepLocks, thisProcess } from "./lock-holder.js";
import { unwritten } from "./system-errors.js";
import { removeWhenStopped } from "./unfinished.js";

/** How long a run waits for another one to finish. */
const LONGEST_WAIT_MS = 10_000;
const POLL_MS = 25;

/** Locks of this process, by their path. */
const held = new Map<string, Holder>();

removeWhenStopped(() => {
  for (const [lock, holder] of held) release(lock, holder);
});

/** Runs `work` while no other process holds the lock of `file`. Busy for too long: exit 5. */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const lock = lockOf(file);
  const steps = acquiring(lock, file, Date.now() + LONGEST_WAIT_MS);
  let step = steps.next();
  for (; !step.done; step = steps.next()) await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  try {
    sweepLocks(lock, LONGEST_WAIT_MS);
    return await work();
  } finally {
    release(lock, step.value);
  }
}

/**
 * Works under the lock without a promise, waiting at most `waitMs`: for the moment in which a run is published, so that
 * no signal comes between.
 */
export function withLockNow(file: string, waitMs: number, work: () => void): void {
  const lock = lockOf(file);
  const steps = acquiring(lock, file, Date.now() + waitMs);
  let step = steps.next();
  for (; !step.done; step = steps.next()) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, POLL_MS);
  try {
    sweepLocks(lock, LONGEST_WAIT_MS);
    work();
  } finally {
    release(lock, step.value);
  }
}

/** Takes the lock; yields whenever somebody else has to get on first. */
function* acquiring(lock: string, file: string, until: number): Generator<void, Holder> {
  const holder = orUnwritten(file, thisProcess);
  for (;;) {
    if (createLock(lock, holder, file)) {
      held.set(lock, holder);
      return holder;
    }
    const other = readHolder(lock);
    if (other !== undefined && (leftStanding.has(other.token) || orUnwritten(file, () => isGone(other)))) {
      yield* breaking(lock, other, file, until);
      continue;
    }
    if (Date.now() >= until) throw new ScrubError(ExitCode.io, "lockBusy", [lock], { file });
    yield;
  }
}

/** Where the system can't be asked about a process, or does not remove its lock, nobody takes the lock. */
function orUnwritten<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw unwritten(file, cause);
  }
}

/**
 * Removes the lock of a process that is gone. Whoever wants to must first hold a lock named for that very holder: so
 * while the old lock is seen to stand, nobody else can be removing it, and a new one in its place is never hit.
 */
function* breaking(lock: string, gone: Holder, file: string, until: number): Generator<void, void> {
  const right = `${lock.replace(/\.lock(?:\.[0-9a-f]+)?$/, ".lock")}.${gone.token}`;
  const breaker = yield* acquiring(right, file, until);
  try {
    if (readHolder(lock)?.token === gone.token) orUnwritten(file, () => fs.rmSync(lock, { force: true }));
  } finally {
    release(right, breaker);
  }
}

function release(lock: string, holder: Holder): void {
  held.delete(lock);
  if (removeLock(lock, holder)) return;
  leftStanding.add(holder.token);
  // Others wait for it while this process goes on, perhaps for what they hold: it is tried again until it is gone.
  setTimeout(() => release(lock, holder), AGAIN_MS).unref();
}

const AGAIN_MS = 200;
/** Tokens of locks that were given back and could not be removed: nobody's, though this process goes on. */
const leftStanding = new Set<string>();

/** Returns the lock's path: beside the file itself, through links, so that every name of a file has the same lock. */
function lockOf(file: string): string {
  try {
    return `${fs.realpathSync(file)}.lock`;
  } catch {
    return `${file}.lock`;
  }
}
