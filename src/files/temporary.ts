// Temporary files: named after their process, unnamed, or in a private folder. A signal removes this process's; the next run
// in a folder removes those of killed processes.

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
  // The name holds the process's mark, because a killed process leaves the file behind.
  const temporary = path.join(folder, `.svscrub-${ownMark()}-${randomBytes(4).toString("hex")}.tmp`);
  const descriptor = fs.openSync(temporary, "wx", mode);
  existing.add(temporary);
  return { path: temporary, descriptor };
}

/** Writes and closes a temporary file and calls `use`, which may rename it. Errors are the system's own. */
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

/** Gives a file a second name that is free. */
export function linkOrCopy(file: string, name: string): void {
  try {
    fs.linkSync(file, name);
  } catch (cause) {
    if (codeOf(cause) === "EEXIST") throw cause;
    // On file systems without hard links (USB sticks) a copy does as well.
    fs.copyFileSync(file, name, fs.constants.COPYFILE_EXCL);
  }
}

/** Forgets a temporary file that was renamed or must stay. */
export function release(temporary: string): void {
  existing.delete(temporary);
}

/** Removes temporary files synchronously, and ignores failures: another error or a signal is being handled. */
export function removeTemporaries(temporaries: Iterable<string>): void {
  for (const temporary of [...temporaries]) {
    attempt(() => fs.rmSync(temporary, { recursive: true, force: true }));
    release(temporary);
  }
}
removeWhenStopped(() => removeTemporaries(existing));

/** Calls `open` with the name of a new file that is then unlinked: it ends with the process. Errors are the system's own. */
export function inUnnamedFile<T>(open: (name: string) => T): T {
  const name = path.join(os.tmpdir(), `.svscrub-${randomUUID()}`);
  try {
    return open(name);
  } finally {
    fs.rmSync(name, { force: true });
  }
}

/** Opens a new unnamed file. */
export function unnamedFile(): number {
  return inTemporaryFolder(() => inUnnamedFile((name) => fs.openSync(name, "wx+", 0o600)));
}

/** Runs a step that uses the system's temporary folder, and turns its errors into ScrubErrors. */
export function inTemporaryFolder<T>(step: () => T): T {
  try {
    return step();
  } catch (cause) {
    throw unwritten(os.tmpdir(), cause);
  }
}

/** A folder that only this user may enter. It is created with its first file. */
export class PrivateFolder {
  #folder: string | undefined;
  #files = 0;

  /** Returns another path to a file that ends in this name. */
  link(file: string, name: string): string {
    const link = this.place(name);
    inTemporaryFolder(() => fs.symlinkSync(path.resolve(file), link));
    return link;
  }

  /** Returns a path for a file with this name. */
  place(name: string): string {
    return inTemporaryFolder(() => {
      this.#folder ??= fs.mkdtempSync(path.join(os.tmpdir(), "svscrub-files-"));
      existing.add(this.#folder);
      // Each file has a folder of its own, because several may have the same name.
      const place = path.join(this.#folder, String(++this.#files), name);
      fs.mkdirSync(path.dirname(place));
      return place;
    });
  }

  remove(): void {
    if (this.#folder !== undefined) removeTemporaries([this.#folder]);
  }
}

/** Makes renames and new files in a folder durable. */
export function syncFolder(folder: string): void {
  const descriptor = fs.openSync(folder, "r");
  try {
    fs.fsyncSync(descriptor);
  } catch (cause) {
    // Some network file systems can't sync a folder; the files themselves are durable.
    if (!["EINVAL", "ENOTSUP", "EPERM", "EACCES", "EISDIR"].includes(codeOf(cause))) throw cause;
  } finally {
    fs.closeSync(descriptor);
  }
}

/**
 * Removes the files of killed runs, because parts of lists are personal data: only those of processes that are certainly gone.
 * `parts-and-old`: also old files that were kept for an undo; before new ones are published they may be the only copy.
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
