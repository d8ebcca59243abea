// Files that are read at any place in them, by their descriptors, and what prevents it.

import { createHash } from "node:crypto";
import fs from "node:fs";
import type { ExitCode } from "../errors.js";
import { attempt, codeOf, unopened } from "./system-errors.js";

/** Without O_NONBLOCK a FIFO that nobody writes to would block the whole process, signals too. */
export const OPENED = fs.constants.O_RDONLY | fs.constants.O_NONBLOCK;
const AGAIN_BYTES = 1024 * 1024;

/** Asked for by reading it: a look before, and another answer then, would make an empty registry of a full one. */
export function ifThere<T>(file: string, exitCode: ExitCode, read: () => T): T | undefined {
  try {
    return read();
  } catch (cause) {
    const code = codeOf(cause);
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw unopened(file, exitCode, cause);
  }
}

/** Reads a file by its descriptor. Errors are the system's own. */
export function withDescriptor<T>(file: string, read: (descriptor: number) => T, flags: number | "r" = OPENED): T {
  const descriptor = fs.openSync(file, flags);
  try {
    return read(descriptor);
  } finally {
    // An error of closing changes nothing in what was read.
    attempt(() => fs.closeSync(descriptor));
  }
}

/** `length` bytes from `position` on, fewer where the file ends before, also where the system gives them piece by piece. */
export function readAt(descriptor: number, position: number, length: number): Buffer {
  // Of its own memory: what is kept of it keeps nothing else alive.
  const bytes = Buffer.allocUnsafeSlow(length);
  let at = 0;
  for (let count = -1; count !== 0 && at < length; at += count)
    count = fs.readSync(descriptor, bytes, at, length - at, position + at);
  return bytes.subarray(0, at);
}

/** SHA-256 (hex) of the bytes [start, end), as far as the file has them. Errors are the system's own. */
export function hashOf(descriptor: number, start: number, end: number): string {
  const hash = createHash("sha256");
  for (const bytes of piecesOf(descriptor, start, end)) hash.update(bytes);
  return hash.digest("hex");
}

/** The bytes [start, end), as far as the file has them. Errors are the system's own. */
export function* piecesOf(descriptor: number, start: number, end: number): Generator<Buffer> {
  for (let at = start; at < end; at += AGAIN_BYTES) {
    const bytes = readAt(descriptor, at, Math.min(AGAIN_BYTES, end - at));
    if (bytes.length === 0) return;
    yield bytes;
  }
}

/** Reads from a file. What prevents it is said of the file. */
export function reading<T>(file: string, exitCode: ExitCode, step: () => T): T {
  try {
    return step();
  } catch (cause) {
    throw unopened(file, exitCode, cause);
  }
}
