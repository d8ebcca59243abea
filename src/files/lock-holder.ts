// Who holds a lock, as the lock file beside what it guards says it: made whole, and told from a process that is gone.
// Who waits for whom, and how long, is lock.ts's work.

import { randomBytes } from "node:crypto";
import fs from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { bootOfSystem, isAlive, namespaceOfProcesses, readSystem, startOf } from "./processes.js";
import { attempt, codeOf, unwritten } from "./system-errors.js";

/** Who holds a lock. A process's id is used again after its end, so its start counts too. */
export interface Holder {
  token: string;
  pid: number;
  /** The start of the process, in the kernel's ticks since the boot; empty where the system does not say. */
  started: string;
  machine: string;
  boot: string;
  /** Processes of another namespace can't be seen from here. */
  namespace: string;
}

/** False where the lock stands already. It appears with its content: no other process ever reads half of it. */
export function createLock(lock: string, holder: Holder, file: string): boolean {
  const own = `${lock}.${holder.token}.tmp`;
  try {
    writeHolder(own, holder);
    try {
      fs.linkSync(own, lock);
      return true;
    } catch (cause) {
      if (codeOf(cause) === "EEXIST") return false;
      // A file system without links (a memory stick): created at once, only not with its content.
      writeHolder(lock, holder);
      return true;
    }
  } catch (cause) {
    if (codeOf(cause) === "EEXIST") return false;
    throw unwritten(file, cause);
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

/**
 * Removes the lock, if it is the holder's own. Returns false where it may still stand: then the next writer breaks it.
 */
export function removeLock(lock: string, holder: Holder): boolean {
  try {
    if (parseHolder(fs.readFileSync(lock, "utf8"))?.token === holder.token) fs.rmSync(lock, { force: true });
    return true;
  } catch (cause) {
    // No room to look whose it is: nobody breaks the lock of a process that lives.
    if (["EMFILE", "ENFILE"].includes(codeOf(cause))) attempt(() => fs.rmSync(lock, { force: true }));
    return !fs.existsSync(lock);
  }
}

/** Returns undefined where nothing stands there, or nothing that can be read: then it is nobody's to break. */
export function readHolder(lock: string): Holder | undefined {
  try {
    return parseHolder(fs.readFileSync(lock, "utf8"));
  } catch {
    return undefined;
  }
}

function parseHolder(text: string): Holder | undefined {
  const read = JSON.parse(text) as Holder;
  return /^[0-9a-f]{16}$/.test(read.token) && Number.isInteger(read.pid) ? read : undefined;
}

/** What stands behind a lock's name: the token of whoever was about to have it, or of a lock that was being broken. */
const LEFT = /^\.[0-9a-f]{16}(?:\.tmp)?$/;

/**
 * Removes what processes left that were killed before they had the lock, or when they had broken one. To be called by who has the
 * lock: then none that is being broken stands. `oldMs`: what says nobody is old from then on.
 */
export function sweepLocks(lock: string, oldMs: number): void {
  const folder = path.dirname(lock);
  const base = path.basename(lock);
  try {
    for (const name of fs.readdirSync(folder)) {
      if (!name.startsWith(base) || !LEFT.test(name.slice(base.length))) continue;
      const left = path.join(folder, name);
      const holder = readHolder(left);
      const isOld = Date.now() - fs.statSync(left).mtimeMs > oldMs;
      if (holder === undefined ? isOld : isGone(holder)) fs.rmSync(left, { force: true });
    }
  } catch {
    // It is in nobody's way.
  }
}

/** Tells whether a holder is gone for certain: the process of another machine may be alive. */
export function isGone(holder: Holder): boolean {
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
