// A lock that one process holds at a time, and that a killed process does not hold for ever. It is a file next to the
// guarded one and names its holder.

import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { ExitCode, ScrubError } from "../errors.js";
import { realPath } from "./paths.js";
import { isGone, ownMark, PROCESS_MARK } from "./processes.js";
import { attempt, codeOf, unwritten } from "./system-errors.js";
import { linkOrCopy, sweepFolder, throughTemporary } from "./temporary.js";
import { removeWhenStopped } from "./unfinished.js";

/** How long a run waits for another. */
const LONGEST_WAIT_MS = 10_000;
const POLL_MS = 25;
const AGAIN_MS = 200;

/** The content of a lock: the mark of its process and a random token. */
const HOLDER = new RegExp(`^${PROCESS_MARK.source}\\.[0-9a-f]{16}$`);

/** This process's locks and their content. */
const own = new Map<string, string>();
/** The content of released locks that could not be removed. They count as free, although this process still runs. */
const leftBehind = new Set<string>();

removeWhenStopped(() => {
  for (const [lock, holder] of own) release(lock, holder);
});

/** Runs `work` while no other process holds the lock of `file`. Busy for too long: exit 5. */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const lock = lockOf(file);
  const steps = acquiring(lock, file, Date.now() + LONGEST_WAIT_MS);
  let step = steps.next();
  for (; !step.done; step = steps.next()) await pause(POLL_MS);
  try {
    return await work();
  } finally {
    release(lock, step.value);
  }
}

/** Runs `work` under the lock synchronously, waiting at most `waitMs`: no signal interrupts a publication. */
export function withLockNow(file: string, waitMs: number, work: () => void): void {
  const lock = lockOf(file);
  const steps = acquiring(lock, file, Date.now() + waitMs);
  let step = steps.next();
  for (; !step.done; step = steps.next()) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, POLL_MS);
  try {
    work();
  } finally {
    release(lock, step.value);
  }
}

/** Returns the lock's path: next to the file that links lead to, so that every name of a file has the same lock. */
function lockOf(file: string): string {
  return `${realPath(file)}.lock`;
}

/**
 * Takes the lock; yields whenever another process has to finish first. If a process can't be asked about or its lock can't be
 * removed, the lock is not taken.
 */
function* acquiring(lock: string, file: string, until: number): Generator<void, string> {
  try {
    const holder = `${ownMark()}.${randomBytes(8).toString("hex")}`;
    while (!createLock(lock, holder)) {
      const other = readHolder(lock);
      if (other !== undefined && (leftBehind.has(other) || isGone(other))) yield* breaking(lock, other, file, until);
      else if (Date.now() >= until) throw new ScrubError(ExitCode.io, "lockBusy", [lock], { file });
      else yield;
    }
    own.set(lock, holder);
    sweep(lock);
    return holder;
  } catch (cause) {
    throw cause instanceof ScrubError ? cause : unwritten(file, cause);
  }
}

/**
 * Removes the lock of a process that is gone. Only the process that holds a second lock, named for that holder, may do it: so
 * two processes never remove it at once, and a new lock in its place is never removed.
 */
function* breaking(lock: string, gone: string, file: string, until: number): Generator<void, void> {
  const right = lock.replace(/\.lock(?:\.[0-9a-f]+)?$/, `.lock${path.extname(gone)}`);
  const breaker = yield* acquiring(right, file, until);
  try {
    if (readHolder(lock) === gone) fs.rmSync(lock, { force: true });
  } finally {
    release(right, breaker);
  }
}

/** Returns false if the lock exists. It appears with its content, so that no process reads half of it. */
function createLock(lock: string, holder: string): boolean {
  try {
    const write = (descriptor: number) => fs.writeFileSync(descriptor, holder);
    throughTemporary(path.dirname(lock), write, (temporary) => linkOrCopy(temporary, lock));
    return true;
  } catch (cause) {
    if (codeOf(cause) === "EEXIST") return false;
    throw cause;
  }
}

/** Releases a lock. If it can't be read it still is this process's, because nobody breaks the lock of a living process. */
function release(lock: string, holder: string): void {
  own.delete(lock);
  try {
    if ((readHolder(lock) ?? holder) === holder) fs.rmSync(lock, { force: true });
  } catch {
    leftBehind.add(holder);
    // Others may wait for it while this process goes on: try again until it is removed.
    setTimeout(() => release(lock, holder), AGAIN_MS).unref();
  }
}

/** Returns undefined if the lock is missing or can't be read: then nobody may break it. */
function readHolder(lock: string): string | undefined {
  return attempt(() => HOLDER.exec(fs.readFileSync(lock, "utf8"))?.[0]);
}

/**
 * Removes the files of processes that were killed while they took or broke a lock. Safe while this process holds the lock: then
 * no other process is breaking one.
 */
function sweep(lock: string): void {
  const folder = path.dirname(lock);
  sweepFolder(folder);
  attempt(() => {
    for (const name of fs.readdirSync(folder)) {
      const left = path.join(folder, name);
      const holder = left.startsWith(lock) && /^\.[0-9a-f]{16}$/.test(left.slice(lock.length)) && readHolder(left);
      if (holder && isGone(holder)) fs.rmSync(left, { force: true });
    }
  });
}
