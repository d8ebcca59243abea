// One writer at a time, for the moment in which a run is published: synchronous, where lock.ts waits for longer work.
// A lock file beside the file, made only where none stands, and taken over from a process that died.
// Two processes can't both take it over: whoever breaks a dead one's lock does so under a lock of its own.

import fs from "node:fs";
import { hostname } from "node:os";
import { ExitCode, ScrubError } from "../errors.js";
import { codeOf, unwritten } from "./system-errors.js";

const POLL_MS = 20;

/**
 * Takes the lock of a file, waiting at most `waitMs` for who holds it; returns what releases it. Synchronous, so that no
 * signal comes between. A lock of another machine, or one that a breaker left behind when it died, is never broken:
 * the error names the file that a person must remove.
 */
export function acquireLock(file: string, waitMs: number): () => void {
  const lock = `${file}.lock`;
  const until = Date.now() + waitMs;
  while (!create(lock, file)) {
    breakDead(lock, file);
    if (Date.now() >= until) throw new ScrubError(ExitCode.io, "lockBusy", [lock], { file });
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, POLL_MS);
  }
  return () => fs.rmSync(lock, { force: true });
}

function create(lock: string, file: string): boolean {
  let descriptor: number;
  try {
    descriptor = fs.openSync(lock, "wx", 0o600);
  } catch (cause) {
    if (codeOf(cause) === "EEXIST") return false;
    throw unwritten(file, cause);
  }
  try {
    fs.writeSync(descriptor, `${process.pid} ${hostname()}\n`);
  } catch (cause) {
    fs.rmSync(lock, { force: true });
    throw unwritten(file, cause);
  } finally {
    fs.closeSync(descriptor);
  }
  return true;
}

/** Only its holder and breakers remove a lock, and breakers one at a time: what is still dead inside is the same lock. */
function breakDead(lock: string, file: string): void {
  if (!isDead(lock)) return;
  const breaking = `${lock}.break`;
  if (!create(breaking, file)) return;
  try {
    if (isDead(lock)) fs.rmSync(lock, { force: true });
  } finally {
    fs.rmSync(breaking, { force: true });
  }
}

/** Its holder was a process of this machine, and is no more. A lock whose holder is not yet written down is alive. */
function isDead(lock: string): boolean {
  let held: string;
  try {
    held = fs.readFileSync(lock, "utf8");
  } catch {
    return false;
  }
  const [, pid, host] = /^(\d+) (.+)\n$/.exec(held) ?? [];
  if (pid === undefined || host !== hostname()) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (cause) {
    return codeOf(cause) === "ESRCH";
  }
}
