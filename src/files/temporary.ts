// Files that are not to stay: on their way to their place, under a name that says whose they are; without a name; or in a folder
// that nobody else may look into. A signal removes those of this process, the next run in a folder those of killed processes.

import { createHash, randomBytes, randomUUID } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { bootOfSystem, isAlive, namespaceOfProcesses } from "./processes.js";
import { attempt, codeOf, unwritten } from "./system-errors.js";
import { removeWhenStopped } from "./unfinished.js";

/** Temporary files and folders that a signal must remove. */
const standing = new Set<string>();

/** Creates a file of its own in the folder. Errors are the system's own. */
export function createTemporary(folder: string, mode: number): { path: string; descriptor: number } {
  const temporary = path.join(folder, temporaryName());
  const descriptor = fs.openSync(temporary, "wx", mode);
  standing.add(temporary);
  return { path: temporary, descriptor };
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
    attempt(() => fs.rmSync(temporary, { recursive: true, force: true }));
    release(temporary);
  }
}
removeWhenStopped(() => removeTemporaries(standing));

/** Has a new file opened that loses its name at once, and goes with the process. Errors are the system's own. */
export function inUnnamedFile<T>(open: (name: string) => T): T {
  const name = path.join(os.tmpdir(), `.svscrub-${randomUUID()}`);
  try {
    return open(name);
  } finally {
    fs.rmSync(name, { force: true });
  }
}

/** Opens a new file without a name. */
export function unnamedFile(): number {
  return inTemporaryFolder(() => inUnnamedFile((name) => fs.openSync(name, "wx+", 0o600)));
}

export function writeUnnamed(descriptor: number, bytes: Uint8Array): void {
  inTemporaryFolder(() => fs.writeFileSync(descriptor, bytes));
}

function inTemporaryFolder<T>(step: () => T): T {
  try {
    return step();
  } catch (cause) {
    throw unwritten(os.tmpdir(), cause);
  }
}

/** A folder that only this process needs, and nobody else may look into. It is made when the first file comes into it. */
export class PrivateFolder {
  #folder: string | undefined;
  #files = 0;

  /** Returns another path of a file, with this name at its end. */
  link(file: string, name: string): string {
    const link = this.place(name);
    try {
      fs.symlinkSync(path.resolve(file), link);
      return link;
    } catch (cause) {
      throw unwritten(link, cause);
    }
  }

  /** Returns a path for a file of this name. */
  place(name: string): string {
    return inTemporaryFolder(() => {
      this.#folder ??= fs.mkdtempSync(path.join(os.tmpdir(), "svscrub-files-"));
      standing.add(this.#folder);
      // Each has a folder of its own: several may have the same name.
      const place = path.join(this.#folder, String(++this.#files), name);
      fs.mkdirSync(path.dirname(place));
      return place;
    });
  }

  remove(): void {
    if (this.#folder !== undefined) removeTemporaries([this.#folder]);
  }
}

/** Makes durable what was renamed or created in a folder. */
export function syncFolder(folder: string): void {
  const descriptor = fs.openSync(folder, "r");
  try {
    fs.fsyncSync(descriptor);
  } catch (cause) {
    // Some network file systems can't sync a folder; the files themselves stand.
    if (!["EINVAL", "ENOTSUP", "EPERM", "EACCES", "EISDIR"].includes(codeOf(cause))) throw cause;
  } finally {
    fs.closeSync(descriptor);
  }
}

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
