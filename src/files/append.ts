// Files of lines that only grow: what stands is never written again, and what is added is durable or not there.
// What a line says is others' work.

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

/** The last line without its line end; `torn`: it has none, for whoever wrote it was stopped. */
export interface LastLine {
  bytes: Buffer;
  torn: boolean;
}

/** The first bytes of a file that grows, and its end: nothing between them is read. */
export interface GrowingEnds {
  head: Buffer;
  /** The length of its whole lines. */
  length: number;
  /** Undefined where the file is not there or is empty. */
  last: LastLine | undefined;
}

/** `head`: so many bytes, or fewer where it has no more. */
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
 * Adds whole lines behind the first `length` bytes: all of them are durable in the end, or none stands there. An unfinished line
 * behind these bytes goes. Only under the file's lock. Without lines only the file's date is set.
 * A new file is its owner's alone; one that stands keeps its mode.
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
      // Where that fails, too, a torn line stays, which the next writer finds.
      attempt(() => fs.ftruncateSync(descriptor, length));
      // What stood only because of this run is no registry and no log.
      if (isNew) attempt(() => fs.rmSync(file, { force: true }));
      throw cause;
    } finally {
      // What was written is durable, or was taken away.
      attempt(() => fs.closeSync(descriptor));
    }
  } catch (cause) {
    throw cause instanceof ScrubError ? cause : unwritten(file, cause);
  }
}

/** Replaces the file by these pieces at once, in its mode. Only under the file's lock. */
export function replaceFile(file: string, pieces: Iterable<Uint8Array>): void {
  try {
    const target = fs.realpathSync(file);
    const { mode, uid, gid } = fs.statSync(target);
    const write = (descriptor: number) => {
      for (const bytes of pieces) fs.writeFileSync(descriptor, bytes);
      // Who may not give a file away keeps it.
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

/** Whether a line could be appended, as far as that can be known before. */
export function checkAppendable(file: string): void {
  try {
    refuseBrokenLink(file);
    const exists = kindOfPath(file) === "file";
    if (exists) fs.accessSync(file, fs.constants.R_OK | fs.constants.W_OK);
    // The lock stands beside the file itself.
    fs.accessSync(path.dirname(exists ? fs.realpathSync(file) : file), fs.constants.W_OK);
  } catch (cause) {
    throw cause instanceof ScrubError ? cause : unwritten(file, cause);
  }
}

/** Locks the file and appends the line that `compose` makes of the last one. A torn last line is ended first, and stays. */
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
    // The last byte may be the line's own end.
    const before = end.subarray(0, -1).lastIndexOf(LF);
    if (before < 0 && length < size) continue;
    const torn = end.at(-1) !== LF;
    return { bytes: end.subarray(before + 1, torn ? length : -1), torn };
  }
}
