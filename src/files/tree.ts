// Every file below a folder, however deep.

import fs from "node:fs";
import path from "node:path";
import { ExitCode, ScrubError } from "../errors.js";
import { readAt } from "./input.js";
import { listFolder } from "./paths.js";

/** A gzip file begins with these bytes, and ends with the size of what is in it, of which it has 32 bits. */
const GZIP_MAGIC = 0x8b1f;
const SMALLEST_GZIP = 18;

export interface FileInTree {
  path: string;
  size: number;
  /** Of a gzip file: bytes of what is in it but for multiples of 4 GiB, as its end says. */
  unpacked: number | undefined;
}

/** Links to folders are not followed: they may lead in a circle. `onUnread` is told of each folder that can't be read. */
export function* filesInTree(
  folder: string,
  onUnread: (folder: string, error: ScrubError) => void,
): Generator<FileInTree> {
  let entries: ReturnType<typeof listFolder>;
  try {
    entries = listFolder(folder, ExitCode.io, "folder");
  } catch (error) {
    if (!(error instanceof ScrubError)) throw error;
    onUnread(folder, error);
    return;
  }
  for (const { name, kind } of entries) {
    const entry = path.join(folder, name);
    if (kind === "directory" && !fs.lstatSync(entry).isSymbolicLink()) yield* filesInTree(entry, onUnread);
    const file = kind === "file" ? lookAt(entry) : undefined;
    if (file !== undefined) yield file;
  }
}

/** Returns undefined for a file that can't be read. */
function lookAt(file: string): FileInTree | undefined {
  let descriptor: number | undefined;
  try {
    descriptor = fs.openSync(file, "r");
    const { size } = fs.fstatSync(descriptor);
    const isPacked = size >= SMALLEST_GZIP && readAt(descriptor, 0, 2).readUInt16LE() === GZIP_MAGIC;
    return { path: file, size, unpacked: isPacked ? readAt(descriptor, size - 4, 4).readUInt32LE() : undefined };
  } catch {
    return undefined;
  } finally {
    if (descriptor !== undefined) fs.closeSync(descriptor);
  }
}
