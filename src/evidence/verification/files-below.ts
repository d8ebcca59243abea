// The files below some folders, to be found by the SHA-256 of their bytes whatever they are called, packed ones too. Where the
// report says them to be is files.ts's.

import path from "node:path";
import { ExitCode, ScrubError } from "../../errors.js";
import { GunzipSource } from "../../files/gzip.js";
import { openInput } from "../../files/input.js";
import { type Identity, identityOf, listFolder, sizeOf } from "../../files/paths.js";
import { PrivateFolder } from "../../files/private-folder.js";
import { type FileInTree, filesInTree } from "../../files/tree.js";
import { type Finding, finding } from "./finding.js";

const CHUNK = 1024 * 1024;
/** A gzip file has 32 bits of the size of what is in it. */
const GZIP_SIZES = 2 ** 32;

export interface NamedFile {
  path: string;
  sha256: string;
  bytes: number;
}

/** A file that has the bytes of another. */
export interface FileBelow {
  /** Where it was found. */
  place: string;
  /** Where to read it, unpacked and under the name that it had: what a run writes may name its lists. */
  path: string;
  /** Bytes that it has now, unpacked. */
  size: number;
  isPacked: boolean;
}

/** What stands in the folders is looked at when the first file is asked for. Close it when no file is read any more. */
export class FilesBelow {
  /** Folders that could not be read. */
  readonly unread: Finding[] = [];
  readonly #own = new PrivateFolder();
  #files: FileInTree[] | undefined;

  /** `except`: a file that is none of the run's, since this command writes it. Exit 5 where a folder is none. */
  constructor(
    private readonly folders: readonly string[],
    private readonly except: Identity | undefined,
  ) {
    for (const folder of folders) listFolder(folder, ExitCode.io, "folder");
  }

  /** Files whose names end so. */
  filesEnding(ending: string): string[] {
    this.#files ??= this.#list();
    return this.#files.map((file) => file.path).filter((file) => file.endsWith(ending));
  }

  /** `mayGrow`: the bytes may be the first of a file. */
  async find(file: NamedFile, mayGrow: boolean): Promise<FileBelow | undefined> {
    this.#files ??= this.#list();
    const { sha256, bytes } = file;
    const name = path.basename(file.path);
    const fits = (size: number) => size === bytes || (mayGrow && size > bytes);
    // One of the same name first: of registries each longer one could be the right one.
    const isCalledSo = (other: FileInTree) => [name, `${name}.gz`].includes(path.basename(other.path));
    for (const { path: place, size, unpacked } of [
      ...this.#files.filter(isCalledSo),
      ...this.#files.filter((other) => !isCalledSo(other)),
    ]) {
      if (fits(size) && (await digestOf(place, bytes)) === sha256) {
        const readable = path.basename(place) === name ? place : this.#own.link(place, name);
        return { place, path: readable, size, isPacked: false };
      }
      if (unpacked === undefined || (unpacked !== bytes % GZIP_SIZES && !fits(unpacked))) continue;
      const content = await this.#unpack(place, name, mayGrow ? bytes : Number.POSITIVE_INFINITY);
      if (content?.sha256 === sha256)
        return { place, path: content.path, size: Math.max(bytes, unpacked), isPacked: true };
    }
    return undefined;
  }

  close(): void {
    this.#own.remove();
  }

  #list(): FileInTree[] {
    const onUnread = (folder: string, error: ScrubError) =>
      this.unread.push(finding("unchecked", folder, "unreadable", error));
    const files = this.folders.flatMap((folder) => [...filesInTree(folder, onUnread)]);
    return files.filter((file) => this.except === undefined || identityOf(file.path) !== this.except);
  }

  /** Unpacks the first bytes of a file; undefined where it is damaged, for then it is no file of the run. */
  async #unpack(place: string, name: string, most: number): Promise<{ path: string; sha256: string } | undefined> {
    const input = openInput(place, ExitCode.io);
    try {
      return await this.#own.keep(new GunzipSource(input, place, ExitCode.io), name, most);
    } catch (error) {
      if (error instanceof ScrubError && error.sentence === "gzipDamaged") return undefined;
      throw error;
    } finally {
      input.close();
    }
  }
}

/** SHA-256 (hex) of the first bytes of a file; undefined where it can't be read. */
async function digestOf(place: string, most: number): Promise<string | undefined> {
  const looked = await hashFile(place, most);
  return looked instanceof ScrubError ? undefined : looked.sha256;
}

/** Hashes the first bytes of a file; `size` is that of the whole file. */
export async function hashFile(place: string, most: number): Promise<{ sha256: string; size: number } | ScrubError> {
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
