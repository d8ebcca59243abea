// Appends lines to files that only grow (registry, run log): an appended line is durable, or it is not there.

import fs from "node:fs";
import path from "node:path";
import { ExitCode, ScrubError } from "../errors.js";
import { withLockNow } from "./lock.js";
import { kindOfPath, refuseBrokenLink } from "./paths.js";
import { ifThere, readAt, withDescriptor } from "./positioned.js";
import { attempt, unwritten } from "./system-errors.js";
import { syncFolder, throughTemporary } from "./temporary.js";

const BLOCK = 64 * 1024;
const LF = 0x0a;

/** The last line, without its line end; `torn`: it has no line end, because its writer was stopped. */
export interface LastLine {
  bytes: Buffer;
  torn: boolean;
}

/** The first bytes and the last line of a file that grows. The bytes between them are not read. */
export interface GrowingEnds {
  head: Buffer;
  /** Bytes of its complete lines. */
  length: number;
  /** Undefined if the file is missing or empty. */
  last: LastLine | undefined;
}

/** `head`: the number of first bytes to read. */
export function readEnds(file: string, head: number): GrowingEnds {
  const ends = ifThere(file, ExitCode.io, () =>
    withDescriptor(file, (descriptor) => {
      const last = lastLineOf(descriptor);
      const length = fs.fstatSync(descriptor).size - (last?.torn ? last.bytes.length : 0);
      return { head: readAt(descriptor, 0, head), length, last };
    }),
  );
  return ends ?? { head: Buffer.alloc(0), length: 0, last: undefined };
}

/**
 * Appends complete lines after the first `length` bytes, in place of an unfinished line there. Either all of them are durable or
 * none is there. Call it only under the file's lock. Without lines it only sets the file's date.
 * A new file is readable by its owner alone; an existing file keeps its mode.
 */
export function appendLines(file: string, length: number, lines: Uint8Array): void {
  try {
    refuseBrokenLink(file);
    const isNew = kindOfPath(file) === "missing";
    const descriptor = fs.openSync(file, isNew ? "ax+" : "a+", 0o600);
    try {
      if (fs.fstatSync(descriptor).size > length) fs.ftruncateSync(descriptor, length);
      if (lines.length > 0) {
        fs.writeFileSync(descriptor, lines);
        fs.fsyncSync(descriptor);
      } else fs.futimesSync(descriptor, new Date(), new Date());
      if (isNew) syncFolder(path.dirname(file));
    } catch (cause) {
      // If this fails as well, a torn line stays, and the next writer finds it.
      attempt(() => fs.ftruncateSync(descriptor, length));
      // A file that only this run created is no registry and no log.
      if (isNew) attempt(() => fs.rmSync(file, { force: true }));
      throw cause;
    } finally {
      // The lines are durable, or were removed.
      attempt(() => fs.closeSync(descriptor));
    }
  } catch (cause) {
    throw cause instanceof ScrubError ? cause : unwritten(file, cause);
  }
}

/** Replaces the file's content atomically and keeps its mode. Call it only under the file's lock. */
export function replaceFile(file: string, pieces: Iterable<Uint8Array>): void {
  try {
    const target = fs.realpathSync(file);
    const { mode, uid, gid } = fs.statSync(target);
    const write = (descriptor: number) => {
      for (const bytes of pieces) fs.writeFileSync(descriptor, bytes);
      // Without the right to change the owner, the file stays ours.
      attempt(() => fs.fchownSync(descriptor, uid, gid));
      fs.fchmodSync(descriptor, mode & 0o7777);
      fs.fsyncSync(descriptor);
    };
    throughTemporary(path.dirname(target), write, (temporary) => fs.renameSync(temporary, target));
    syncFolder(path.dirname(target));
  } catch (cause) {
    throw unwritten(file, cause);
  }
}

/** Checks whether a line could be appended, as far as that is known beforehand. */
export function checkAppendable(file: string): void {
  try {
    refuseBrokenLink(file);
    const exists = kindOfPath(file) === "file";
    if (exists) fs.accessSync(file, fs.constants.R_OK | fs.constants.W_OK);
    // The lock is created next to the file.
    fs.accessSync(path.dirname(exists ? fs.realpathSync(file) : file), fs.constants.W_OK);
  } catch (cause) {
    throw cause instanceof ScrubError ? cause : unwritten(file, cause);
  }
}

/** Locks the file and appends the line that `compose` returns for the last line. A torn last line stays and gets a line end. */
export function appendLine(file: string, compose: (last: LastLine | undefined) => string, waitMs: number): void {
  withLockNow(file, waitMs, () => {
    const { length, last } = readEnds(file, 0);
    const torn = last?.torn ? last.bytes.length : 0;
    appendLines(file, length + torn, Buffer.from(`${torn > 0 ? "\n" : ""}${compose(last)}\n`));
  });
}

function lastLineOf(descriptor: number): LastLine | undefined {
  const { size } = fs.fstatSync(descriptor);
  if (size === 0) return undefined;
  for (let length = Math.min(BLOCK, size); ; length = Math.min(2 * length, size)) {
    const end = readAt(descriptor, size - length, length);
    if (end.length < length) throw new Error("a file became shorter while its lock was held");
    // The last byte may be that line's end.
    const before = end.subarray(0, -1).lastIndexOf(LF);
    if (before < 0 && length < size) continue;
    const torn = end.at(-1) !== LF;
    return { bytes: end.subarray(before + 1, torn ? length : -1), torn };
  }
}
