// Reads files at any position by their descriptors.

import { createHash } from "node:crypto";
import fs from "node:fs";
import type { ExitCode } from "../errors.js";
import { attempt, codeOf, unopened } from "./system-errors.js";

/** Without O_NONBLOCK a FIFO without a writer would block the whole process, including signals. */
export const OPENED = fs.constants.O_RDONLY | fs.constants.O_NONBLOCK;
const AGAIN_BYTES = 1024 * 1024;

/**
 * Reads a file; undefined if it is missing. Reading itself tells that: a check beforehand could fail for another reason, and turn
 * a full registry into an empty one.
 */
export function ifThere<T>(file: string, exitCode: ExitCode, read: () => T): T | undefined {
  try {
    return read();
  } catch (cause) {
    const code = codeOf(cause);
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw unopened(file, exitCode, cause);
  }
}

/** Opens a file, reads it by its descriptor, and closes it. Errors are the system's own. */
export function withDescriptor<T>(file: string, read: (descriptor: number) => T, flags: number | "r" = OPENED): T {
  const descriptor = fs.openSync(file, flags);
  try {
    return read(descriptor);
  } finally {
    // An error of closing does not concern the bytes that were read.
    attempt(() => fs.closeSync(descriptor));
  }
}

/** Returns `length` bytes from `position` on, or fewer at the file's end, however the system divides them. */
export function readAt(descriptor: number, position: number, length: number): Buffer {
  // Not from the pool: a kept slice would keep the pool alive.
  const bytes = Buffer.allocUnsafeSlow(length);
  let at = 0;
  for (let count = -1; count !== 0 && at < length; at += count)
    count = fs.readSync(descriptor, bytes, at, length - at, position + at);
  return bytes.subarray(0, at);
}

/** Returns the SHA-256 (hex) of the bytes [start, end), or of fewer at the file's end. Errors are the system's own. */
export function hashOf(descriptor: number, start: number, end: number): string {
  const hash = createHash("sha256");
  for (const bytes of piecesOf(descriptor, start, end)) hash.update(bytes);
  return hash.digest("hex");
}

/** Yields the bytes [start, end), or fewer at the file's end. Errors are the system's own. */
export function* piecesOf(descriptor: number, start: number, end: number): Generator<Buffer> {
  for (let at = start; at < end; at += AGAIN_BYTES) {
    const bytes = readAt(descriptor, at, Math.min(AGAIN_BYTES, end - at));
    if (bytes.length === 0) return;
    yield bytes;
  }
}

/** Runs a step that reads a file, and turns its errors into ScrubErrors. */
export function reading<T>(file: string, exitCode: ExitCode, step: () => T): T {
  try {
    return step();
  } catch (cause) {
    throw unopened(file, exitCode, cause);
  }
}
