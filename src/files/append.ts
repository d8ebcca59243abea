// A file of lines that only grows: what stands is never written again, and what is added is durable or not there.

import fs from "node:fs";
import { ExitCode, ScrubError } from "../errors.js";
import { kindOfPath } from "./paths.js";
import { codeOf, unwritten } from "./system-errors.js";

/** What a file held when it was opened for growing. */
export interface GrowingFile {
  /** Its whole lines. */
  bytes: Buffer;
  /** An unfinished last line: of a killed writer, or of a hand that left out the line end. */
  tail: Buffer;
  isNew: boolean;
}

/** Empty where nothing stands there. */
export function readGrowing(file: string): GrowingFile {
  const kind = kindOfPath(file);
  if (kind === "missing") return { bytes: Buffer.alloc(0), tail: Buffer.alloc(0), isNew: true };
  if (kind === "directory") throw new ScrubError(ExitCode.io, "isDirectory", [], { file });
  let all: Buffer;
  try {
    all = fs.readFileSync(file);
  } catch (cause) {
    throw new ScrubError(ExitCode.io, "cannotRead", [codeOf(cause)], { file }, { cause });
  }
  const whole = all.lastIndexOf(0x0a) + 1;
  return { bytes: all.subarray(0, whole), tail: all.subarray(whole), isNew: false };
}

/**
 * Adds whole lines behind the first `length` bytes and makes them durable; an unfinished line behind these goes. Only under the file's lock.
 * Where the disk is full, what had been written of them is taken away. Without lines only the file's date is set.
 * A new file is its owner's alone; one that stands keeps its mode.
 */
export function appendLines(file: string, length: number, lines: Uint8Array): void {
  try {
    const isNew = kindOfPath(file) === "missing";
    const descriptor = fs.openSync(file, isNew ? "wx" : "r+", 0o600);
    try {
      if (fs.fstatSync(descriptor).size > length) fs.ftruncateSync(descriptor, length);
      try {
        for (let at = 0; at < lines.length; ) at += fs.writeSync(descriptor, lines, at, lines.length - at, length + at);
        fs.fsyncSync(descriptor);
      } catch (cause) {
        fs.ftruncateSync(descriptor, length);
        throw cause;
      }
      const now = new Date();
      fs.futimesSync(descriptor, now, now);
    } finally {
      fs.closeSync(descriptor);
    }
    if (isNew) syncFolderOf(file);
  } catch (cause) {
    throw unwritten(file, cause);
  }
}

/** Replaces the file by these bytes at once, in its mode. Only under the file's lock. */
export function replaceFile(file: string, bytes: Uint8Array): void {
  try {
    const target = fs.realpathSync(file);
    const temporary = `${target}.${process.pid}.tmp`;
    fs.rmSync(temporary, { force: true });
    const descriptor = fs.openSync(temporary, "wx", 0o600);
    try {
      for (let at = 0; at < bytes.length; ) at += fs.writeSync(descriptor, bytes, at, bytes.length - at);
      fs.fchmodSync(descriptor, fs.statSync(target).mode & 0o7777);
      fs.fsyncSync(descriptor);
    } finally {
      fs.closeSync(descriptor);
    }
    fs.renameSync(temporary, target);
    syncFolderOf(target);
  } catch (cause) {
    throw unwritten(file, cause);
  }
}

function syncFolderOf(file: string): void {
  const descriptor = fs.openSync(file.includes("/") ? file.slice(0, file.lastIndexOf("/")) || "/" : ".", "r");
  try {
    fs.fsyncSync(descriptor);
  } catch {
    // Some network file systems can't sync a folder; the file itself is durable.
  } finally {
    fs.closeSync(descriptor);
  }
}
