// Files that are not to stay: on their way to their place, under a name that says whose they are; without a name; or in a folder
// that nobody else may look into. A signal removes those of this process, the next run in a folder those of killed processes.

import { randomBytes, randomUUID } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { isGone, ownMark, PROCESS_MARK } from "./processes.js";
import { attempt, codeOf, unwritten } from "./system-errors.js";
import { removeWhenStopped } from "./unfinished.js";

/** Temporary files and folders that a signal must remove. */
const existing = new Set<string>();

/** Creates a file of its own in the folder. Errors are the system's own. */
export function createTemporary(folder: string, mode: number): { path: string; descriptor: number } {
  // It says whose it is, for it may stay where the process is killed.
  const temporary = path.join(folder, `.svscrub-${ownMark()}-${randomBytes(4).toString("hex")}.tmp`);
  const descriptor = fs.openSync(temporary, "wx", mode);
  existing.add(temporary);
  return { path: temporary, descriptor };
}

/** Writes a file of its own, closes it and hands it to `use`, who may give it another name. Errors are the system's own. */
export function throughTemporary(
  folder: string,
  write: (descriptor: number) => void,
  use: (temporary: string) => void,
): void {
  const { path: temporary, descriptor } = createTemporary(folder, 0o600);
  try {
    try {
      write(descriptor);
    } finally {
      fs.closeSync(descriptor);
    }
    use(temporary);
  } finally {
    removeTemporaries([temporary]);
  }
}

/** Gives a file a second name, where none stands. */
export function linkOrCopy(file: string, name: string): void {
  try {
    fs.linkSync(file, name);
  } catch (cause) {
    if (codeOf(cause) === "EEXIST") throw cause;
    // A file system without hard links (a memory stick): a copy does as well, only slower.
    fs.copyFileSync(file, name, fs.constants.COPYFILE_EXCL);
  }
}

/** It was put in place, or must stay. */
export function release(temporary: string): void {
  existing.delete(temporary);
}

/** Removes temporary files at once, each that can be removed: what counts is the error or the signal that led here. */
export function removeTemporaries(temporaries: Iterable<string>): void {
  for (const temporary of [...temporaries]) {
    attempt(() => fs.rmSync(temporary, { recursive: true, force: true }));
    release(temporary);
  }
}
removeWhenStopped(() => removeTemporaries(existing));

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

/** Does what is done there. */
export function inTemporaryFolder<T>(step: () => T): T {
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
    inTemporaryFolder(() => fs.symlinkSync(path.resolve(file), link));
    return link;
  }

  /** Returns a path for a file of this name. */
  place(name: string): string {
    return inTemporaryFolder(() => {
      this.#folder ??= fs.mkdtempSync(path.join(os.tmpdir(), "svscrub-files-"));
      existing.add(this.#folder);
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
      const [, mark, old] = LEFT_BEHIND.exec(name) ?? [];
      if (mark === undefined || (old !== undefined && what === "parts") || !isGone(mark)) continue;
      attempt(() => fs.rmSync(path.join(folder, name), { force: true }));
    }
  });
}

const LEFT_BEHIND = new RegExp(`^\\.svscrub-(${PROCESS_MARK.source})-[0-9a-f]{8}\\.tmp(-old)?$`);
