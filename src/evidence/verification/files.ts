// Finds the files that a report names, and whether their bytes are those of the run.

import path from "node:path";
import { ExitCode, ScrubError } from "../../errors.js";
import { isStreamName } from "../../files/given-streams.js";
import { openInput } from "../../files/input.js";
import { type FileInTree, filesInTree, kindOfPath, listFolder, realPath, sizeOf } from "../../files/paths.js";
import { PrivateFolder } from "../../files/temporary.js";
import { type Finding, finding } from "./finding.js";

export interface NamedFile {
  path: string;
  sha256: string;
  bytes: number;
  /** A suppression list's kind: a registry may have grown since. */
  kind?: string;
}

/** A file of the run: its path now, its length then, and whether its bytes are the same. */
export interface FoundFile {
  path: string;
  bytes: number;
  isSame: boolean;
}

export interface Places {
  /** The folders of the report (see `foldersOf`). */
  folders: readonly string[];
  /** The folders below which the files may be under any name. */
  below: FilesBelow | undefined;
}

/** Returns the folders to which a report's paths may be relative: its own, and that of the file that a link leads to. */
export function foldersOf(file: string): string[] {
  return [...new Set([realPath(path.dirname(file)), path.dirname(realPath(file))])];
}

/** The files that were found, in the order of the report: outputs even if their bytes differ. */
export type FoundFiles = Record<"inputs" | "suppressions" | "outputs", (FoundFile | undefined)[]>;

export async function findFiles(named: Record<keyof FoundFiles, readonly NamedFile[]>, places: Places) {
  const findings: Finding[] = [];
  const found: FoundFiles = { inputs: [], suppressions: [], outputs: [] };
  for (const role of ["inputs", "suppressions", "outputs"] as const)
    for (const file of named[role]) {
      const [verdict, place] = await findFile(file, places, role === "outputs");
      findings.push(verdict);
      found[role].push(place);
    }
  return { found, findings: [...findings, ...(places.below?.unread ?? [])] };
}

/** Finds one file. `isOutput`: it counts as found even if its bytes differ. */
async function findFile(
  named: NamedFile,
  { folders, below }: Places,
  isOutput: boolean,
): Promise<[Finding, FoundFile?]> {
  const { path: name, bytes, kind } = named;
  // What went through stdin, stdout, or a process's own descriptor is not there any more.
  if (name === "-" || isStreamName(name) || /^\/(?:dev|proc)\//.test(name))
    return [finding("unchecked", name, "stream")];
  let other: [Finding, FoundFile?] | undefined;
  for (const folder of folders) {
    const place = path.resolve(folder, name);
    // A FIFO is not the file that was there, and reading it would wait for its writer.
    if (!["file", "directory"].includes(kindOfPath(place))) continue;
    try {
      const { isSame, size } = await compareBytes(place, named);
      const file = { path: place, bytes, isSame };
      if (isSame && size > bytes) return [finding("verified", name, "grown-since", bytes, size), file];
      if (isSame) return [finding("verified", name, "same-bytes", bytes), file];
      const differs = finding("mismatch", name, "other-bytes", bytes, size, kind === "registry");
      other ??= isOutput ? [differs, file] : [differs];
    } catch (error) {
      other ??= [unreadable(name, error)];
    }
  }
  // Another file in an output's place was put there since. In an input's place it may be the next month's.
  const elsewhere = other?.[1] === undefined ? await below?.find(named) : undefined;
  if (elsewhere === undefined)
    return other ?? [finding("gone", name, "gone", path.resolve(folders[0]!, name), below !== undefined)];
  const { place, size, path: readable } = elsewhere;
  return [finding("verified", name, "found-below", place, bytes, size), { path: readable, bytes, isSame: true }];
}

/** Returns the finding about a list that can't be read. Throws any other error. */
export function unreadable(subject: string, error: unknown): Finding {
  if (!(error instanceof ScrubError)) throw error;
  return finding("mismatch", subject, "unreadable", error);
}

/** The files below some folders, found by the SHA-256 of their bytes. Close it when no file is read any more. */
export class FilesBelow {
  /** Folders that could not be read. */
  readonly unread: Finding[] = [];
  readonly #links = new PrivateFolder();
  readonly #files: readonly FileInTree[];

  /** A path that is no folder is exit 5. */
  constructor(folders: readonly string[]) {
    for (const folder of folders) listFolder(folder, ExitCode.io, "folder");
    const onUnread = (folder: string, error: ScrubError) =>
      this.unread.push(finding("unchecked", folder, "unreadable", error));
    this.#files = folders.flatMap((folder) => [...filesInTree(folder, onUnread)]);
  }

  /** Returns where a file was found, its size, and a path to it that ends in its name of then, which a report shows. */
  async find(named: NamedFile): Promise<{ place: string; path: string; size: number } | undefined> {
    const name = path.basename(named.path);
    const hasName = ({ path: place }: FileInTree) => path.basename(place) === name;
    // A file of the same name first, because any longer registry could be the right one.
    for (const file of [...this.#files].sort((a, b) => Number(hasName(b)) - Number(hasName(a)))) {
      if (file.size < named.bytes || (file.size > named.bytes && named.kind !== "registry")) continue;
      const { isSame, size } = await compareBytes(file.path, named).catch(() => NOT_SAME);
      if (isSame)
        return { place: file.path, size, path: hasName(file) ? file.path : this.#links.link(file.path, name) };
    }
    return undefined;
  }

  close(): void {
    this.#links.remove();
  }
}

const NOT_SAME = { isSame: false, size: 0 };

/** Compares a file with that of the run; a registry must only begin with the same bytes. `size`: that of the whole file. */
async function compareBytes(place: string, { sha256, bytes, kind }: NamedFile): Promise<typeof NOT_SAME> {
  const mayGrow = kind === "registry";
  const file = openInput(place, ExitCode.io, mayGrow ? bytes : Number.POSITIVE_INFINITY);
  try {
    const chunk = new Uint8Array(1024 * 1024);
    while ((await file.read(chunk, 0, chunk.length)) > 0);
    const size = Math.max(file.bytesRead, sizeOf(place));
    return { isSame: file.digest() === sha256 && (mayGrow || size === bytes), size };
  } finally {
    file.close();
  }
}
