// Files of lines that only grow: what stands is never written again, and what is added is durable or not there.
// What a line says is others' work.

import fs from "node:fs";
import path from "node:path";
import { ExitCode, ScrubError } from "../errors.js";
import { readAt, readLong } from "./input.js";
import { withLockNow } from "./lock.js";
import { kindOfPath, refuseBrokenLink } from "./paths.js";
import { attempt, codeOf, unwritten } from "./system-errors.js";
import { createTemporary, release, removeTemporaries, sweepFolder, syncFolder } from "./temporary.js";

const BLOCK = 64 * 1024;
const LF = 0x0a;

/** Asked for by reading it: a look before, and another answer then, would make an empty registry of a full one. */
function ifThere<T>(file: string, read: () => T): T | undefined {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof ScrubError) throw cause;
    const code = codeOf(cause);
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    if (code === "EISDIR") throw new ScrubError(ExitCode.io, "isDirectory", [], { file }, { cause });
    throw new ScrubError(ExitCode.io, "cannotRead", [code], { file }, { cause });
  }
}

/** A file that grows, as long as it is now, to be read piece by piece. Whoever opens it closes it. */
export interface GrowingPieces {
  readonly size: number;
  /** Reads up to `length` bytes from `position` on; 0 where there are none. */
  read(into: Buffer, offset: number, length: number, position: number): number;
  close(): void;
}

/** Undefined where nothing stands there. */
export function openGrowing(file: string): GrowingPieces | undefined {
  return ifThere(file, () => {
    if (!fs.statSync(file).isFile()) {
      const all = readLong(file, ExitCode.io);
      const read = (into: Buffer, offset: number, length: number, from: number) =>
        all.copy(into, offset, from, from + length);
      return { size: all.length, read, close() {} };
    }
    const descriptor = fs.openSync(file, "r");
    const { size } = fs.fstatSync(descriptor);
    return {
      size,
      read: (into, offset, length, position) => {
        const most = Math.min(length, size - position);
        return most <= 0 ? 0 : reading(file, () => fs.readSync(descriptor, into, offset, most, position));
      },
      // An error of closing changes nothing in what was read.
      close: () => void attempt(() => fs.closeSync(descriptor)),
    };
  });
}

/** The first bytes of a file that grows, and its end: nothing between them is read. */
export interface GrowingEnds {
  head: Buffer;
  /** The length of its whole lines. */
  length: number;
  /** An unfinished last line: of a killed writer, or of a hand that left out the line end. */
  tail: Buffer;
}

/** `head`: so many bytes, or fewer where its whole lines have no more. */
export function readEnds(file: string, head: number): GrowingEnds {
  const ends = ifThere(file, () =>
    opened(file, (readAt, descriptor) => {
      const last = lastLineOf(descriptor);
      const tail = last?.torn ? last.bytes : Buffer.alloc(0);
      const length = fs.fstatSync(descriptor).size - tail.length;
      return { head: readAt(0, Math.min(head, length)), length, tail };
    }),
  );
  return ends ?? { head: Buffer.alloc(0), length: 0, tail: Buffer.alloc(0) };
}

/** Reads at any place of a file: `length` bytes from `position` on, fewer where it ends before. */
export type ReadAt = (position: number, length: number) => Buffer;

export function readAnywhere<T>(file: string, read: (readAt: ReadAt, descriptor: number) => T): T {
  return reading(file, () => opened(file, read));
}

function opened<T>(file: string, read: (readAt: ReadAt, descriptor: number) => T): T {
  const descriptor = fs.openSync(file, "r");
  try {
    return read((position, length) => readAt(descriptor, position, length), descriptor);
  } finally {
    // An error of closing changes nothing in what was read.
    attempt(() => fs.closeSync(descriptor));
  }
}

/**
 * Adds whole lines behind the first `length` bytes, made as they are written: all of them are durable in the end, or none stands there.
 * An unfinished line behind these bytes goes. Only under the file's lock. Without lines only the file's date is set.
 * A new file is its owner's alone; one that stands keeps its mode.
 */
export function appendPieces(file: string, length: number, pieces: Iterable<Uint8Array>): void {
  growing(file, (descriptor) => {
    if (fs.fstatSync(descriptor).size > length) fs.ftruncateSync(descriptor, length);
    if (append(descriptor, length, pieces) > 0) return;
    const now = new Date();
    fs.futimesSync(descriptor, now, now);
  });
}

/** Replaces the file by these pieces at once, in its mode. Only under the file's lock. */
export function replaceFile(file: string, pieces: Iterable<Uint8Array>): void {
  try {
    const target = fs.realpathSync(file);
    sweepFolder(path.dirname(target));
    const temporary = createTemporary(path.dirname(target), 0o600);
    try {
      writeWhole(temporary.descriptor, pieces, fs.statSync(target));
      fs.renameSync(temporary.path, target);
      release(temporary.path);
    } catch (cause) {
      attempt(() => removeTemporaries([temporary.path]));
      throw cause;
    }
    syncFolder(path.dirname(target));
  } catch (cause) {
    throw unwritten(file, cause);
  }
}

/** The last line without its line end; `torn`: it has none, for whoever wrote it was stopped. */
export interface LastLine {
  bytes: Buffer;
  torn: boolean;
}

/** Returns undefined where the file is not there or is empty. */
export function readLastLine(file: string): LastLine | undefined {
  if (kindOfPath(file) === "missing") return undefined;
  return readAnywhere(file, (_readAt, descriptor) => lastLineOf(descriptor));
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
  try {
    withLockNow(file, waitMs, () =>
      growing(file, (descriptor) => {
        const last = lastLineOf(descriptor);
        const line = Buffer.from(`${last?.torn ? "\n" : ""}${compose(last)}\n`);
        append(descriptor, fs.fstatSync(descriptor).size, [line]);
      }),
    );
  } catch (cause) {
    throw cause instanceof ScrubError ? cause : unwritten(file, cause);
  }
}

function reading<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof ScrubError) throw cause;
    throw new ScrubError(ExitCode.io, "cannotRead", [codeOf(cause)], { file }, { cause });
  }
}

/** Opens the file to be added to, and where it is new syncs its folder. */
function growing(file: string, grow: (descriptor: number) => void): void {
  try {
    refuseBrokenLink(file);
    const isNew = kindOfPath(file) === "missing";
    const descriptor = fs.openSync(file, isNew ? "wx+" : "r+", 0o600);
    try {
      grow(descriptor);
      if (isNew) syncFolder(path.dirname(file));
    } catch (cause) {
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

/** Durable, or taken away. Returns how many bytes were added. */
function append(descriptor: number, length: number, pieces: Iterable<Uint8Array>): number {
  let added = 0;
  try {
    for (const bytes of joined(pieces)) {
      writeAt(descriptor, length + added, bytes);
      added += bytes.length;
    }
    if (added > 0) fs.fsyncSync(descriptor);
    return added;
  } catch (cause) {
    try {
      fs.ftruncateSync(descriptor, length);
    } catch {
      // A torn line stays, which the next writer finds.
    }
    throw cause;
  }
}

const JOINED_BYTES = 1024 * 1024;

/** Joins small pieces: a process that ends between two of them would leave a beginning. */
function* joined(pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
  let parts: Uint8Array[] = [];
  let length = 0;
  for (const piece of pieces) {
    parts.push(piece);
    length += piece.length;
    if (length < JOINED_BYTES) continue;
    yield Buffer.concat(parts);
    parts = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(parts);
}

/** Writes all of a new file, makes it durable and closes it. */
function writeWhole(descriptor: number, pieces: Iterable<Uint8Array>, { mode, uid, gid }: fs.Stats): void {
  try {
    let length = 0;
    for (const bytes of joined(pieces)) {
      writeAt(descriptor, length, bytes);
      length += bytes.length;
    }
    // Who may not give a file away keeps it.
    attempt(() => fs.fchownSync(descriptor, uid, gid));
    fs.fchmodSync(descriptor, mode & 0o7777);
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}

function writeAt(descriptor: number, position: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += fs.writeSync(descriptor, bytes, at, bytes.length - at, position + at);
}

function lastLineOf(descriptor: number): LastLine | undefined {
  const { size } = fs.fstatSync(descriptor);
  if (size === 0) return undefined;
  let start = size;
  let tail = Buffer.alloc(0);
  while (start > 0) {
    const length = Math.min(BLOCK, start);
    start -= length;
    const block = readAt(descriptor, start, length);
    if (block.length < length) throw new Error("a file became shorter while its lock was held");
    tail = Buffer.concat([block, tail]);
    // The last byte may be the line's own end.
    const before = tail.lastIndexOf(LF, tail.length - 2);
    if (before >= 0 && tail.length > 1) {
      tail = tail.subarray(before + 1);
      break;
    }
  }
  const torn = tail[tail.length - 1] !== LF;
  return { bytes: torn ? tail : tail.subarray(0, -1), torn };
}
