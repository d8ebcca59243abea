// A lock that only one process holds, and that a killed process does not hold for ever. The lock is a file beside what it
// guards, which says who holds it; who may write behind it is the caller's to say.

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

/** How long a run waits for another one to finish. */
const LONGEST_WAIT_MS = 10_000;
const POLL_MS = 25;
const AGAIN_MS = 200;

/** What stands in a lock: the mark of its process, and a token that no other lock has. */
const HOLDER = new RegExp(`^${PROCESS_MARK.source}\\.[0-9a-f]{16}$`);

/** Locks of this process, each with what stands in it. */
const own = new Map<string, string>();
/** What stands in locks that were given back and could not be removed: nobody's, though this process goes on. */
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

/** Works under the lock without a promise, waiting at most `waitMs`: no signal comes between while a run is published. */
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

/** Returns the lock's path: beside the file itself, through links, so that every name of a file has the same lock. */
function lockOf(file: string): string {
  return `${realPath(file)}.lock`;
}

/**
 * Takes the lock; yields whenever somebody else has to get on first. Where the system can't be asked about a process,
 * or does not remove its lock, nobody takes the lock.
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
 * Removes the lock of a process that is gone. Whoever wants to must first hold a lock named for that very holder: so
 * while the old lock is seen to stand, nobody else can be removing it, and a new one in its place is never hit.
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

/** False where the lock stands already. It appears with its content: no other process ever reads half of it. */
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

/** Where nobody can see whose it is, it is this process's own: nobody breaks the lock of one that lives. */
function release(lock: string, holder: string): void {
  own.delete(lock);
  try {
    if ((readHolder(lock) ?? holder) === holder) fs.rmSync(lock, { force: true });
  } catch {
    leftBehind.add(holder);
    // Others wait for it while this process goes on, perhaps for what they hold: it is tried again until it is gone.
    setTimeout(() => release(lock, holder), AGAIN_MS).unref();
  }
}

/** Returns undefined where nothing stands there, or nothing that can be read: then it is nobody's to break. */
function readHolder(lock: string): string | undefined {
  try {
    return HOLDER.exec(fs.readFileSync(lock, "utf8"))?.[0];
  } catch {
    return undefined;
  }
}

/**
 * Removes what processes left that were killed before they had the lock, or when they had broken one: now that this
 * process has it, none that is being broken stands.
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
