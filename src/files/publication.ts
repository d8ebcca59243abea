// Outputs that appear together, whole, or not at all: temporary files beside their places, renamed at the end.

import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { ExitCode, ScrubError } from "../errors.js";
import { OutputFile, type OutputWanted } from "./output.js";
import { type Identity, identityOf, kindOfPath } from "./paths.js";
import { codeOf, unwritten } from "./system-errors.js";

/** Temporary files that a signal must remove. */
const standing = new Set<string>();

/** Removes every temporary file of this process, at once: for a signal, or after an error. */
export function abandonOutputs(): void {
  for (const temporary of standing) fs.rmSync(temporary, { force: true });
  standing.clear();
}

/** Refuses outputs that stand already (without `force`), that are inputs, or that are named twice. Before any work. */
export function checkOutputs(outputs: readonly OutputWanted[], inputs: readonly string[], force: boolean): void {
  const inputIdentities = new Map<Identity, string>();
  for (const input of inputs) {
    const identity = identityOf(input === "-" ? 0 : input);
    if (identity !== undefined) inputIdentities.set(identity, input);
  }
  const seen = new Map<string, string>();
  for (const output of outputs) {
    const identity = identityOf(output.path === "-" ? 1 : output.path);
    const input = identity === undefined ? undefined : inputIdentities.get(identity);
    if (input !== undefined) throw new ScrubError(ExitCode.usage, "outputIsInput", [input], { file: output.path });
    const place = identity ?? (output.path === "-" ? "-" : path.resolve(output.path));
    if (seen.has(place) && kindOfPath(output.path) !== "other")
      throw new ScrubError(ExitCode.usage, "outputNamedTwice", [], { file: output.path });
    seen.set(place, output.path);
  }
  for (const output of outputs) {
    if (output.path === "-") continue;
    const kind = kindOfPath(output.path);
    if (kind === "directory") throw new ScrubError(ExitCode.io, "isDirectory", [], { file: output.path });
    if (kind === "file" && !force) throw new ScrubError(ExitCode.io, "outputExists", [], { file: output.path });
    if (kind === "missing" && kindOfPath(path.dirname(output.path)) !== "directory")
      throw new ScrubError(ExitCode.io, "noFolder", [], { file: output.path });
  }
}

/** Outputs that already stand as regular files, by the path as typed. */
export function standingOutputs(outputs: readonly OutputWanted[]): string[] {
  return outputs
    .filter((output) => output.path !== "-" && kindOfPath(output.path) === "file")
    .map((output) => output.path);
}

/** A set of outputs that appear together, in the order they were opened, or not at all. */
export class Publication {
  readonly #outputs: OutputFile[] = [];

  constructor(private readonly force: boolean) {}

  open(wanted: OutputWanted): OutputFile {
    const output = this.#open(wanted);
    this.#outputs.push(output);
    return output;
  }

  #open(wanted: OutputWanted): OutputFile {
    if (wanted.path === "-") return new OutputFile(wanted, 1, undefined);
    try {
      if (kindOfPath(wanted.path) === "other") return new OutputFile(wanted, fs.openSync(wanted.path, "w"), undefined);
      // Through a link, the file that it points to is replaced, not the link.
      const target = kindOfPath(wanted.path) === "file" ? fs.realpathSync(wanted.path) : wanted.path;
      const temporary = path.join(
        path.dirname(target),
        `.svscrub-${process.pid}-${randomBytes(4).toString("hex")}.tmp`,
      );
      const descriptor = fs.openSync(temporary, "wx", wanted.confidential ? 0o600 : 0o666);
      standing.add(temporary);
      return new OutputFile(wanted, descriptor, temporary);
    } catch (cause) {
      throw unwritten(wanted.path, cause);
    }
  }

  /**
   * Renames every output into place, the last opened last; all must be finished. Synchronous, so that no signal
   * is seen in between: either all stand or none. With force, an old file under the last name goes first, so that
   * no old report ever stands beside a new list.
   */
  publish(): void {
    const moves = this.#outputs.flatMap((output) =>
      output.temporary === undefined
        ? []
        : [{ from: output.temporary, to: finalPath(output.wanted.path), typed: output.wanted.path }],
    );
    const undo: (() => void)[] = [];
    const backups: string[] = [];
    let current = "";
    try {
      // Kept from before the first rename: undoing by rename could fail with the very fault that made it necessary.
      for (const move of moves) {
        current = move.typed;
        if (!fs.existsSync(move.to)) continue;
        if (!this.force) throw new ScrubError(ExitCode.io, "outputExists", [], { file: move.typed });
        const backup = `${move.from}-old`;
        keepOld(move.to, backup);
        standing.add(backup);
        backups.push(backup);
        undo.push(() => fs.renameSync(backup, move.to));
      }
      const last = moves[moves.length - 1];
      if (last !== undefined && moves.length > 1) {
        current = last.typed;
        fs.rmSync(last.to, { force: true });
      }
      for (const move of moves) {
        current = move.typed;
        undo.unshift(() => fs.rmSync(move.to, { force: true }));
        fs.renameSync(move.from, move.to);
        standing.delete(move.from);
      }
      for (const folder of new Set(moves.map((move) => path.dirname(move.to)))) syncFolder(folder);
    } catch (cause) {
      for (const step of undo) attempt(step);
      abandonOutputs();
      throw cause instanceof ScrubError ? cause : unwritten(current, cause);
    }
    for (const backup of backups) {
      attempt(() => fs.rmSync(backup, { force: true }));
      standing.delete(backup);
    }
  }

  /** Closes and removes what was not published. */
  abandon(): void {
    for (const output of this.#outputs) attempt(() => output.close());
    abandonOutputs();
  }
}

function finalPath(typed: string): string {
  return kindOfPath(typed) === "file" ? fs.realpathSync(typed) : typed;
}

function keepOld(file: string, backup: string): void {
  try {
    fs.linkSync(file, backup);
  } catch {
    // A file system without hard links (a memory stick): a copy does as well, only slower.
    fs.copyFileSync(file, backup, fs.constants.COPYFILE_EXCL);
  }
}

function syncFolder(folder: string): void {
  const descriptor = fs.openSync(folder, "r");
  try {
    fs.fsyncSync(descriptor);
  } catch (cause) {
    // Some network file systems can't sync a folder; the renames themselves have succeeded.
    if (!["EINVAL", "ENOTSUP", "EPERM", "EACCES", "EISDIR"].includes(codeOf(cause))) throw cause;
  } finally {
    fs.closeSync(descriptor);
  }
}

function attempt(step: () => void): void {
  try {
    step();
  } catch {
    // Best effort: the error that led here is the one to report.
  }
}
