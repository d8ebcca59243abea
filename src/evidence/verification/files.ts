// The files that a report names: where they are now, and whether their bytes are those of the run.

import path from "node:path";
import { ExitCode, ScrubError } from "../../errors.js";
import { isStreamName } from "../../files/given-streams.js";
import { openInput } from "../../files/input.js";
import { type Identity, identityOf, kindOfPath, listFolder, realPath, sizeOf } from "../../files/paths.js";
import { PrivateFolder } from "../../files/private-folder.js";
import { type FileInTree, filesInTree } from "../../files/tree.js";
import { type Finding, finding } from "./finding.js";

const CHUNK = 1024 * 1024;

export interface NamedFile {
  path: string;
  sha256: string;
  bytes: number;
}

/** A file of the run; `path`: where it is now. */
export interface FoundFile {
  path: string;
  /** What the report says that it had. */
  bytes: number;
  /** Whether they are the same. */
  isSame: boolean;
}

type Found = readonly (FoundFile | undefined)[];

/** The files that were found, in the order of the report: outputs also where their bytes differ. */
export interface FoundFiles {
  inputs: Found;
  suppressions: Found;
  outputs: Found;
}

interface NamedFiles {
  inputs: readonly NamedFile[];
  suppressions: readonly (NamedFile & { kind: string })[];
  outputs: readonly NamedFile[];
}

/** Where the files of a report may be. */
export interface Places {
  /** Where the report stands (see `foldersOf`). */
  folders: readonly string[];
  /** Folders below which they may be, whatever they are called. */
  below: FilesBelow | undefined;
}

export async function verifyFiles(
  report: NamedFiles,
  places: Places,
): Promise<{ found: FoundFiles; findings: Finding[] }> {
  const findings: Finding[] = [];
  const lookFor = async (files: readonly (NamedFile & { kind?: string })[], isOutput: boolean) => {
    const all: (FoundFile | undefined)[] = [];
    for (const file of files) {
      const [verdict, found] = await verifyFile(file, places, file.kind === "registry", isOutput);
      findings.push(verdict);
      all.push(isOutput || found?.isSame ? found : undefined);
    }
    return all;
  };
  const inputs = await lookFor(report.inputs, false);
  const suppressions = await lookFor(report.suppressions, false);
  const outputs = await lookFor(report.outputs, true);
  findings.push(...(places.below?.unread ?? []));
  return { found: { inputs, suppressions, outputs }, findings };
}

async function verifyFile(
  file: NamedFile,
  { folders, below }: Places,
  mayGrow: boolean,
  isOutput: boolean,
): Promise<[Finding, FoundFile?]> {
  const { path: named, bytes } = file;
  if (isStream(named)) return [finding("unchecked", named, "stream")];
  let other: [Finding, FoundFile?] | undefined;
  for (const place of placesOf(named, folders).filter(isFile)) {
    const looked = await hashFile(place, mayGrow ? bytes : Number.POSITIVE_INFINITY);
    if (looked instanceof ScrubError) other ??= [finding("mismatch", named, "unreadable", looked)];
    else if (isThat(looked, file, mayGrow)) {
      const { size } = looked;
      const grown = size > bytes ? finding("verified", named, "grown-since", bytes, size) : undefined;
      return [grown ?? finding("verified", named, "same-bytes", bytes), { path: place, bytes, isSame: true }];
    } else {
      const differs = finding("mismatch", named, "other-bytes", bytes, looked.size, mayGrow);
      other ??= [differs, { path: place, bytes, isSame: false }];
    }
  }
  // Another file in an output's place was put there since; in an input's place stands perhaps the next month's.
  const elsewhere = isOutput && other?.[1] !== undefined ? undefined : await below?.find(file, mayGrow);
  if (elsewhere === undefined)
    return other ?? [finding("gone", named, "gone", placesOf(named, folders)[0]!, below !== undefined)];
  const { place, path: readable, size } = elsewhere;
  return [finding("verified", named, "found-below", place, bytes, size), { path: readable, bytes, isSame: true }];
}

/** Reading a FIFO would wait for whoever writes, and it is not the file that was there. A folder is told when it is opened. */
function isFile(place: string): boolean {
  return ["file", "directory"].includes(kindOfPath(place));
}

/** Stdin, stdout, or a process's own descriptor: nothing is left of what went through it. */
function isStream(named: string): boolean {
  return named === "-" || isStreamName(named) || /^\/(?:dev|proc)\//.test(named);
}

/** The folders that a file may be said from: its own, and that of what it is a link to. */
export function foldersOf(file: string): string[] {
  return [...new Set([realPath(path.dirname(file)), path.dirname(realPath(file))])];
}

export function placesOf(named: string, folders: readonly string[]): string[] {
  return folders.map((folder) => path.resolve(folder, named));
}

/**
 * The files below some folders, to be found by the SHA-256 of their bytes whatever they are called. Close it when no file is
 * read any more.
 */
export class FilesBelow {
  /** Folders that could not be read. */
  readonly unread: Finding[] = [];
  readonly #links = new PrivateFolder();
  readonly #files: readonly FileInTree[];

  /** `except`: a file that is none of the run's, since this command writes it. Exit 5 where a folder is none. */
  constructor(folders: readonly string[], except: Identity | undefined) {
    for (const folder of folders) listFolder(folder, ExitCode.io, "folder");
    const onUnread = (folder: string, error: ScrubError) =>
      this.unread.push(finding("unchecked", folder, "unreadable", error));
    const files = folders.flatMap((folder) => [...filesInTree(folder, onUnread)]);
    this.#files = files.filter((file) => except === undefined || identityOf(file.path) !== except);
  }

  /** Returns where a file was found, its size, and a path to it under its own name, which what a run writes may show. */
  async find(file: NamedFile, mayGrow: boolean): Promise<{ place: string; path: string; size: number } | undefined> {
    const name = path.basename(file.path);
    const fitting = this.#files.filter(({ size }) => size === file.bytes || (mayGrow && size > file.bytes));
    const isCalledSo = (other: FileInTree) => path.basename(other.path) === name;
    // One of the same name first: of registries each longer one could be the right one.
    const others = fitting.filter((other) => !isCalledSo(other));
    for (const { path: place, size } of [...fitting.filter(isCalledSo), ...others]) {
      const looked = await hashFile(place, file.bytes);
      if (looked instanceof ScrubError || !isThat(looked, file, mayGrow)) continue;
      return { place, size, path: path.basename(place) === name ? place : this.#links.link(place, name) };
    }
    return undefined;
  }

  close(): void {
    this.#links.remove();
  }
}

/** `sha256`: of the bytes that were asked for; `size`: of the whole file. */
interface HashedFile {
  sha256: string;
  size: number;
}

async function hashFile(place: string, most: number): Promise<HashedFile | ScrubError> {
  try {
    const file = openInput(place, ExitCode.io, most);
    try {
      const chunk = new Uint8Array(CHUNK);
      while ((await file.read(chunk, 0, CHUNK)) > 0);
      return { sha256: file.digest(), size: Math.max(file.bytesRead, sizeOf(place)) };
    } finally {
      file.close();
    }
  } catch (error) {
    if (error instanceof ScrubError) return error;
    throw error;
  }
}

/** Whether they are the bytes of the run; `mayGrow`: more may follow them. */
function isThat({ sha256, size }: HashedFile, said: NamedFile, mayGrow: boolean): boolean {
  return sha256 === said.sha256 && (mayGrow || size === said.bytes);
}
