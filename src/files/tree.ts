// Every file below a folder, however deep.

import fs from "node:fs";
import path from "node:path";
import { ExitCode, ScrubError } from "../errors.js";
import { listFolder, sizeOf } from "./paths.js";

export interface FileInTree {
  path: string;
  size: number;
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
    if (kind === "file") yield { path: entry, size: sizeOf(entry) };
  }
}
