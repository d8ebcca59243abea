// A lock that only one process holds, and that a killed process does not hold for ever. The lock is a file beside what it
// guards, which says who holds it; who may write behind it is the caller's to say.

import { randomBytes } from "node:crypto";
import fs from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { ExitCode, ScrubError } from "../errors.js";
import { realPath } from "./paths.js";
import { bootOfSystem, isAlive, namespaceOfProcesses, readSystem, startOf } from "./processes.js";
import { attempt, codeOf, unwritten } from "./system-errors.js";
import { removeWhenStopped } from "./unfinished.js";

/** How long a run waits for another one to finish. */
const LONGEST_WAIT_MS = 10_000;
const POLL_MS = 25;
const AGAIN_MS = 200;

/** Who holds a lock. A process's id is used again after its end, so its start counts too. */
interface Holder {
  token: string;
  pid: number;
  /** The start of the process, in the kernel's ticks since the boot; empty where the system does not say. */
  started: string;
  machine: string;
  boot: string;
  /** Processes of another namespace can't be seen from here. */
  namespace: string;
}

/** Locks of this process, by their path. */
const held = new Map<string, Holder>();
/** Tokens of locks that were given back and could not be removed: nobody's, though this process goes on. */
const leftStanding = new Set<string>();

removeWhenStopped(() => {
  for (const [lock, holder] of held) release(lock, holder);
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
    work();
  } finally {
    release(lock, step.value);
  }
}

/** Returns the lock's path: beside the file itself, through links, so that every name of a file has the same lock. */
function lockOf(file: string): string {
  return `${realPath(file)}.lock`;
}

/** Takes the lock; yields whenever somebody else has to get on first. */
function* acquiring(lock: string, file: string, until: number): Generator<void, Holder> {
  const holder = orUnwritten(file, thisProcess);
  while (!orUnwritten(file, () => createLock(lock, holder))) {
    const other = readHolder(lock);
    if (other !== undefined && (leftStanding.has(other.token) || orUnwritten(file, () => isGone(other))))
      yield* breaking(lock, other, file, until);
    else if (Date.now() >= until) throw new ScrubError(ExitCode.io, "lockBusy", [lock], { file });
    else yield;
  }
  held.set(lock, holder);
  sweep(lock);
  return holder;
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

/** False where the lock stands already. It appears with its content: no other process ever reads half of it. */
function createLock(lock: string, holder: Holder): boolean {
  const own = `${lock}.${holder.token}.tmp`;
  try {
    writeHolder(own, holder);
    try {
      fs.linkSync(own, lock);
    } catch (cause) {
      if (codeOf(cause) === "EEXIST") return false;
      // A file system without links (a memory stick): created at once, only not with its content.
      writeHolder(lock, holder);
    }
    return true;
  } catch (cause) {
    if (codeOf(cause) === "EEXIST") return false;
    throw cause;
  } finally {
    // One that stays is swept away once its holder is gone.
    attempt(() => fs.rmSync(own, { force: true }));
  }
}

/** Into a new file, whole or not at all. */
function writeHolder(file: string, holder: Holder): void {
  const descriptor = fs.openSync(file, "wx", 0o600);
  try {
    fs.writeFileSync(descriptor, JSON.stringify(holder));
  } catch (cause) {
    attempt(() => fs.rmSync(file, { force: true }));
    throw cause;
  } finally {
    attempt(() => fs.closeSync(descriptor));
  }
}

/** Where nobody can see whose it is, it is this process's own: nobody breaks the lock of one that lives. */
function release(lock: string, holder: Holder): void {
  held.delete(lock);
  try {
    if ((readHolder(lock) ?? holder).token === holder.token) fs.rmSync(lock, { force: true });
  } catch {
    leftStanding.add(holder.token);
    // Others wait for it while this process goes on, perhaps for what they hold: it is tried again until it is gone.
    setTimeout(() => release(lock, holder), AGAIN_MS).unref();
  }
}

/** Returns undefined where nothing stands there, or nothing that can be read: then it is nobody's to break. */
function readHolder(lock: string): Holder | undefined {
  try {
    const read = JSON.parse(fs.readFileSync(lock, "utf8")) as Holder;
    return /^[0-9a-f]{16}$/.test(read.token) && Number.isInteger(read.pid) ? read : undefined;
  } catch {
    return undefined;
  }
}

/** What stands behind a lock's name: the token of whoever was about to have it, or of a lock that was being broken. */
const LEFT = /^\.[0-9a-f]{16}(?:\.tmp)?$/;

/**
 * Removes what processes left that were killed before they had the lock, or when they had broken one: now that this process has
 * it, none that is being broken stands. What says nobody is in nobody's way, and goes once it is old.
 */
function sweep(lock: string): void {
  attempt(() => {
    for (const name of fs.readdirSync(path.dirname(lock))) {
      const left = path.join(path.dirname(lock), name);
      if (!left.startsWith(lock) || !LEFT.test(left.slice(lock.length))) continue;
      const holder = readHolder(left);
      const isOld = Date.now() - fs.statSync(left).mtimeMs > LONGEST_WAIT_MS;
      if (holder === undefined ? isOld : isGone(holder)) fs.rmSync(left, { force: true });
    }
  });
}

/** Tells whether a holder is gone for certain: the process of another machine may be alive. */
function isGone(holder: Holder): boolean {
  const { machine, boot, namespace } = thisProcess();
  if (holder.machine !== machine) return false;
  if (holder.boot !== boot) return true;
  if (holder.namespace !== namespace) return false;
  if (!isAlive(holder.pid)) return true;
  return holder.started !== "" && startOf(holder.pid) !== holder.started;
}

export function thisProcess(): Holder {
  return {
    token: randomBytes(8).toString("hex"),
    pid: process.pid,
    started: startOf(process.pid),
    machine: `${hostname()} ${readSystem("/etc/machine-id")}`,
    boot: bootOfSystem(),
    namespace: namespaceOfProcesses(),
  };
}
