// A file that only grows, a line at a time: locked, each line made durable, and whole or taken back.
// What a line says is others' work.

import fs from "node:fs";
import path from "node:path";
import { ExitCode, ScrubError } from "../errors.js";
import { withLockNow } from "./lock.js";
import { kindOfPath } from "./paths.js";
import { codeOf, unwritten } from "./system-errors.js";

const BLOCK = 64 * 1024;
const LF = 0x0a;

/** The last line without its line end; `torn`: it has none, for whoever wrote it was stopped. */
export interface LastLine {
  bytes: Buffer;
  torn: boolean;
}

/** Undefined where the file is not there or empty. */
export function readLastLine(typed: string): LastLine | undefined {
  if (kindOfPath(typed) === "missing") return undefined;
  try {
    const descriptor = fs.openSync(typed, "r");
    try {
      return lastLineOf(descriptor);
    } finally {
      fs.closeSync(descriptor);
    }
  } catch (cause) {
    throw new ScrubError(ExitCode.io, "cannotRead", [codeOf(cause)], { file: typed }, { cause });
  }
}

/** Whether a line could be appended, as far as that can be known before. */
export function checkAppendable(typed: string): void {
  try {
    const exists = kindOfPath(typed) === "file";
    if (exists) fs.accessSync(typed, fs.constants.R_OK | fs.constants.W_OK);
    // The lock stands beside the file itself.
    fs.accessSync(path.dirname(exists ? fs.realpathSync(typed) : typed), fs.constants.W_OK);
  } catch (cause) {
    throw unwritten(typed, cause);
  }
}

/** Appends the line that `compose` makes of the last one. A torn last line is ended first, and stays. */
export function appendLine(typed: string, compose: (last: LastLine | undefined) => string, waitMs: number): void {
  try {
    withLockNow(typed, waitMs, () => {
      const isNew = kindOfPath(typed) === "missing";
      const descriptor = fs.openSync(typed, "a+", 0o600);
      try {
        const last = lastLineOf(descriptor);
        append(descriptor, Buffer.from(`${last?.torn ? "\n" : ""}${compose(last)}\n`));
      } finally {
        fs.closeSync(descriptor);
      }
      if (isNew) syncFolder(path.dirname(typed));
    });
  } catch (cause) {
    throw cause instanceof ScrubError ? cause : unwritten(typed, cause);
  }
}

function append(descriptor: number, line: Buffer): void {
  const before = fs.fstatSync(descriptor).size;
  try {
    for (let done = 0; done < line.length; ) done += fs.writeSync(descriptor, line, done);
    fs.fsyncSync(descriptor);
  } catch (cause) {
    try {
      fs.ftruncateSync(descriptor, before);
    } catch {
      // A torn line stays, which the next one ends.
    }
    throw cause;
  }
}

function lastLineOf(descriptor: number): LastLine | undefined {
  const { size } = fs.fstatSync(descriptor);
  if (size === 0) return undefined;
  let start = size;
  let tail = Buffer.alloc(0);
  while (start > 0) {
    const block = Buffer.alloc(Math.min(BLOCK, start));
    start -= block.length;
    fs.readSync(descriptor, block, 0, block.length, start);
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

function syncFolder(folder: string): void {
  const descriptor = fs.openSync(folder, "r");
  try {
    fs.fsyncSync(descriptor);
  } catch {
    // Some network file systems can't sync a folder; the line itself is durable.
  } finally {
    fs.closeSync(descriptor);
  }
}
