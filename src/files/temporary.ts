// Files on their way: each stands beside its place under a name that says whose it is, until it is renamed or removed. A signal
// removes those of this process, and the next run in that folder those of processes that were killed.

import { createHash, randomBytes, randomUUID } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { bootOfSystem, isAlive, namespaceOfProcesses } from "./processes.js";
import { attempt } from "./system-errors.js";
import { removeWhenStopped } from "./unfinished.js";

/** Temporary files that a signal must remove. */
const standing = new Set<string>();

/** Creates a file of its own in the folder. Errors are the system's own. */
export function createTemporary(folder: string, mode: number): { path: string; descriptor: number } {
  const temporary = path.join(folder, temporaryName());
  const descriptor = fs.openSync(temporary, "wx", mode);
  keepTrackOf(temporary);
  return { path: temporary, descriptor };
}

export function keepTrackOf(temporary: string): void {
  standing.add(temporary);
}

/** It was put in place, or must stay. */
export function release(temporary: string): void {
  standing.delete(temporary);
}

/**
 * Removes temporary files at once: all of this process for a signal, those of one publication after its error. One that can't be
 * removed keeps neither the others nor the error from being what they are.
 */
export function removeTemporaries(temporaries: Iterable<string>): void {
  for (const temporary of [...temporaries]) {
    attempt(() => fs.rmSync(temporary, { force: true }));
    release(temporary);
  }
}
removeWhenStopped(() => removeTemporaries(standing));

/**
 * Removes what runs left that were killed: a part of a list is personal data, and no list. Only of processes that are
 * certainly gone; of old files that were kept for an undo only where that is said, for one may be the only copy until new
 * ones stand.
 */
export function sweepFolder(folder: string, what: "parts" | "parts-and-old" = "parts"): void {
  attempt(() => {
    for (const name of fs.readdirSync(folder)) {
      const [, pid, mark, old] = LEFT_BEHIND.exec(name) ?? [];
      if (old !== undefined && what === "parts") continue;
      if (pid === undefined || mark !== systemMark() || Number(pid) === process.pid || isAlive(Number(pid))) continue;
      attempt(() => fs.rmSync(path.join(folder, name), { force: true }));
    }
  });
}

/** Says whose it is, for it may stay where the process is killed. */
function temporaryName(): string {
  return `.svscrub-${process.pid}-${systemMark()}-${randomBytes(4).toString("hex")}.tmp`;
}

const LEFT_BEHIND = /^\.svscrub-(\d+)-([0-9a-f]{8})-[0-9a-f]{8}\.tmp(-old)?$/;

/** Eight hex digits for the start of this machine and the processes that can be seen: a folder may be shared with others. */
function systemMark(): string {
  mark ??= createHash("sha256")
    .update(`${bootOfSystem() || randomUUID()} ${namespaceOfProcesses()}`)
    .digest("hex")
    .slice(0, 8);
  return mark;
}

let mark: string | undefined;
