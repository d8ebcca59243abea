// A lock that only one process holds, and that a killed process does not hold for ever. The lock is a file beside what it
// guards; who may write behind it is the caller's to say.

import { randomBytes } from "node:crypto";
import fs from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { ExitCode, ScrubError } from "../errors.js";
import { codeOf, unwritten } from "./system-errors.js";

/** So long a run waits for another one to finish. */
const LONGEST_WAIT_MS = 10_000;
const POLL_MS = 25;

/** Who holds a lock. A process's id is used again after its end, so its start counts too. */
interface Holder {
  token: string;
  pid: number;
  /** In the kernel's ticks since the boot; empty where the system does not say. */
  started: string;
  machine: string;
  boot: string;
  /** Processes of another namespace can't be seen from here. */
  namespace: string;
}

/** Locks of this process, by their path. */
const held = new Map<string, Holder>();

/** Removes every lock of this process, at once: for a signal. */
export function abandonLocks(): void {
  for (const [lock, holder] of held) release(lock, holder);
}

/** Runs `work` while no other process holds the lock of `file`. Busy for too long: exit 5. */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const lock = lockOf(file);
  const steps = acquiring(lock, file, Date.now() + LONGEST_WAIT_MS);
  let step = steps.next();
  for (; !step.done; step = steps.next()) await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  try {
    sweep(lock);
    return await work();
  } finally {
    release(lock, step.value);
  }
}

/** The same at once, waiting at most `waitMs`: for the moment in which a run is published, so that no signal comes between. */
export function withLockNow(file: string, waitMs: number, work: () => void): void {
  const lock = lockOf(file);
  const steps = acquiring(lock, file, Date.now() + waitMs);
  let step = steps.next();
  for (; !step.done; step = steps.next()) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, POLL_MS);
  try {
    sweep(lock);
    work();
  } finally {
    release(lock, step.value);
  }
}

/** Takes the lock; yields whenever somebody else has to get on first. */
function* acquiring(lock: string, file: string, until: number): Generator<void, Holder> {
  const holder = thisProcess();
  for (;;) {
    if (create(lock, holder, file)) {
      held.set(lock, holder);
      return holder;
    }
    const other = readHolder(lock);
    if (other !== undefined && isGone(other)) {
      yield* breaking(lock, other, file, until);
      continue;
    }
    if (Date.now() >= until) throw new ScrubError(ExitCode.io, "lockBusy", [lock], { file });
    yield;
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
    if (readHolder(lock)?.token === gone.token) fs.rmSync(lock, { force: true });
  } finally {
    release(right, breaker);
  }
}

/** False where the lock stands already. It appears with its content: no other process ever reads half of it. */
function create(lock: string, holder: Holder, file: string): boolean {
  const own = `${lock}.${holder.token}.tmp`;
  try {
    fs.writeFileSync(own, JSON.stringify(holder), { flag: "wx", mode: 0o600 });
    try {
      fs.linkSync(own, lock);
      return true;
    } catch (cause) {
      if (codeOf(cause) === "EEXIST") return false;
      // A file system without links (a memory stick): created at once, only not with its content.
      fs.writeFileSync(lock, JSON.stringify(holder), { flag: "wx", mode: 0o600 });
      return true;
    } finally {
      fs.rmSync(own, { force: true });
    }
  } catch (cause) {
    if (codeOf(cause) === "EEXIST") return false;
    throw unwritten(file, cause);
  }
}

function release(lock: string, holder: Holder): void {
  held.delete(lock);
  if (readHolder(lock)?.token === holder.token) fs.rmSync(lock, { force: true });
}

/** Undefined where nothing stands there, or nothing that can be read: then it is nobody's to break. */
function readHolder(lock: string): Holder | undefined {
  try {
    const read = JSON.parse(fs.readFileSync(lock, "utf8")) as Holder;
    return /^[0-9a-f]{16}$/.test(read.token) && Number.isInteger(read.pid) ? read : undefined;
  } catch {
    return undefined;
  }
}

/** Removes what processes left that were killed before they had the lock. */
function sweep(lock: string): void {
  const folder = path.dirname(lock);
  const begins = `${path.basename(lock)}.`;
  try {
    for (const name of fs.readdirSync(folder)) {
      if (!name.startsWith(begins) || !name.endsWith(".tmp")) continue;
      const left = path.join(folder, name);
      const holder = readHolder(left);
      const isOld = Date.now() - fs.statSync(left).mtimeMs > LONGEST_WAIT_MS;
      if (holder === undefined ? isOld : isGone(holder)) fs.rmSync(left, { force: true });
    }
  } catch {
    // It is in nobody's way.
  }
}

/** Only what is certain: the process of another machine may be alive. */
function isGone(holder: Holder): boolean {
  const { machine, boot, namespace } = thisProcess();
  if (holder.machine !== machine) return false;
  if (holder.boot !== boot) return true;
  if (holder.namespace !== namespace) return false;
  if (!isAlive(holder.pid)) return true;
  return holder.started !== "" && startOf(holder.pid) !== holder.started;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return codeOf(cause) !== "ESRCH";
  }
}

function thisProcess(): Holder {
  return {
    token: randomBytes(8).toString("hex"),
    pid: process.pid,
    started: startOf(process.pid),
    machine: `${hostname()} ${readSystem("/etc/machine-id")}`,
    boot: readSystem("/proc/sys/kernel/random/boot_id"),
    namespace: readNamespace(),
  };
}

/** "gone" for a process that has ended and only waits to be buried. */
function startOf(pid: number): string {
  // The name in brackets may hold spaces and brackets itself.
  const fields = readSystem(`/proc/${pid}/stat`)
    .replace(/^.*\) /s, "")
    .split(" ");
  return fields[0] === "Z" || fields[0] === "X" ? "gone" : (fields[19] ?? "");
}

function readSystem(file: string): string {
  try {
    return fs.readFileSync(file, "utf8").trim();
  } catch {
    return "";
  }
}

function readNamespace(): string {
  try {
    return fs.readlinkSync("/proc/self/ns/pid");
  } catch {
    return "";
  }
}

/** Beside the file itself, through links, so that every name of a file has the same lock. */
function lockOf(file: string): string {
  try {
    return `${fs.realpathSync(file)}.lock`;
  } catch {
    return `${file}.lock`;
  }
}
