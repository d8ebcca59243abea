// Looks at paths: kind, identity through links, content of folders.

import fs from "node:fs";
import path from "node:path";
import { isatty } from "node:tty";
import { fileURLToPath } from "node:url";
import { ExitCode, ScrubError } from "../errors.js";
import { isGiven } from "./given-streams.js";
import { attempt, codeOf, type FileRole, unopened } from "./system-errors.js";

/** Device and inode: the same for every path and link to one file. */
export type Identity = string;

export type PathKind = "file" | "directory" | "missing" | "other";

export function kindOfPath(typed: string): PathKind {
  if (isGiven(typed)) return "other";
  const stat = statOf(typed);
  if (stat === undefined) return "missing";
  return stat.isFile() ? "file" : stat.isDirectory() ? "directory" : "other";
}

/** Whether an output there is or becomes a file: neither stdout (`-`) nor a device or FIFO. */
export function isFile(typed: string): boolean {
  return typed !== "-" && kindOfPath(typed) !== "other";
}

/** Refuses to write through a dangling link: it may have been made to create any file. */
export function refuseBrokenLink(typed: string): void {
  if (kindOfPath(typed) !== "missing") return;
  const isLink = attempt(() => fs.lstatSync(typed).isSymbolicLink());
  if (isLink) throw new ScrubError(ExitCode.io, "brokenLink", [], { file: typed });
}

/** Bytes of a regular file; 0 if there is none. */
export function sizeOf(typed: string): number {
  const stat = statOf(typed);
  return stat?.isFile() ? stat.size : 0;
}

/** Whether a thread's file exists. A program that bundles this one leaves it out, and has no URL itself if it is CommonJS. */
export function isCodeThere(place: () => URL): boolean {
  return (attempt(() => sizeOf(fileURLToPath(place()))) ?? 0) > 0;
}

/** Codes of files that are missing or unreachable. Opening such a file later gives the system's reason. */
const ABSENT: readonly string[] = ["ENOENT", "ENOTDIR", "EACCES", "ELOOP", "ENAMETOOLONG"];

/** Returns undefined if there is no file. Any other failure is exit 5: the file may be a registry full of opt-outs. */
function statOf(typed: string | 0 | 1): fs.Stats | undefined {
  try {
    return typeof typed === "number" ? fs.fstatSync(typed) : fs.statSync(typed);
  } catch (cause) {
    if (typeof typed === "number" || ABSENT.includes(codeOf(cause))) return undefined;
    throw unopened(typed, ExitCode.io, cause);
  }
}

/** When a regular file was last written to; undefined if there is none. */
export function modifiedAt(typed: string): Date | undefined {
  const stat = attempt(() => fs.statSync(typed));
  // Node rounds a time up to the next millisecond, which may be in the future.
  return stat?.isFile() ? new Date(Math.floor(stat.mtimeMs)) : undefined;
}

/** Returns the sorted names in a folder, with their kinds. */
export function listFolder(typed: string, exitCode: ExitCode, role?: FileRole): { name: string; kind: PathKind }[] {
  try {
    return fs
      .readdirSync(typed)
      .sort()
      .map((name) => ({ name, kind: kindOfPath(path.join(typed, name)) }));
  } catch (cause) {
    throw unopened(typed, exitCode, cause, role);
  }
}

export interface FileInTree {
  path: string;
  size: number;
}

/**
 * Yields every file below a folder, at any depth. Links to folders are not followed, because they may be circular.
 * `onUnread` is called with each folder that can't be read.
 */
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

/** Returns the absolute path without links; the typed path if nothing exists there. */
export function realPath(typed: string): string {
  return attempt(() => fs.realpathSync(typed)) ?? path.resolve(typed);
}

/** Returns the identity of what a path leads to now; undefined if nothing exists there. stdin and stdout have one as well. */
export function identityOf(typed: string | 0 | 1): Identity | undefined {
  const stat = statOf(typed);
  return stat?.isFile() ? `${stat.dev}:${stat.ino}` : undefined;
}

/** Returns each existing input's identity with its path as typed; `-` is stdin. */
export function identitiesOf(inputs: readonly string[]): ReadonlyMap<Identity, string> {
  const inputAt = new Map<Identity, string>();
  for (const input of inputs) {
    const identity = identityOf(input === "-" ? 0 : input);
    if (identity !== undefined) inputAt.set(identity, input);
  }
  return inputAt;
}

/** Returns the outputs that exist already, but for those that are inputs. */
export function existingAmong(outputs: readonly string[], inputs: readonly string[]): string[] {
  const inputAt = identitiesOf(inputs);
  return outputs.filter((output) => {
    const identity = identityOf(output);
    return identity !== undefined && !inputAt.has(identity);
  });
}

/** Returns the files that were last written to before a moment, each with its time. */
export function olderThan(moment: Date, files: readonly string[]): { file: string; written: Date }[] {
  return files.flatMap((file) => {
    const written = modifiedAt(file);
    return written !== undefined && written <= moment ? [{ file, written }] : [];
  });
}

/** Returns the path of a file that may not exist yet, with its folder's links resolved. */
export function placeIn(typed: string): string {
  return path.join(realPath(path.dirname(typed)), path.basename(typed));
}

/** Whether two paths lead, or would lead, to the same file. */
export function isSamePlace(one: string, other: string): boolean {
  if (one === "-" || other === "-") return false;
  const identity = identityOf(one);
  return identity === undefined ? placeIn(one) === placeIn(other) : identity === identityOf(other);
}

export { isatty as isTerminal };

/** Whether stdin is a pipe or a redirected file, from which a list may come. */
export function stdinIsPiped(): boolean {
  const stat = isatty(0) ? undefined : statOf(0);
  return stat !== undefined && (stat.isFIFO() || stat.isFile() || stat.isSocket());
}

/** Returns how an output of this name is packed; undefined if it is not. */
export function packingOf(name: string): "gzip" | "workbook" | undefined {
  if (/\.xlsx$/i.test(name)) return "workbook";
  return /\.gz$/i.test(name) ? "gzip" : undefined;
}
