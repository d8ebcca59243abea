// The files that a report names: where they are now, and whether their bytes are those of the run.

import path from "node:path";
import { ScrubError } from "../../errors.js";
import { isStreamName } from "../../files/given-streams.js";
import { kindOfPath, realPath } from "../../files/paths.js";
import { type FilesBelow, hashFile, type NamedFile } from "./files-below.js";
import { type Finding, finding } from "./finding.js";

/** A file of the run that has the bytes that it had then; `path`: where it is now. */
export interface FoundFile {
  path: string;
  bytes: number;
}

/** `isSame`: it has the bytes that the run wrote. */
interface FoundOutput extends FoundFile {
  isSame: boolean;
}

/** The files that were found, by the path that the report gives. */
export interface FoundFiles {
  inputs: readonly (FoundFile | undefined)[];
  suppressions: readonly (FoundFile | undefined)[];
  /** The outputs, also those whose bytes differ: who reads them again can say more. */
  outputs: readonly (FoundOutput | undefined)[];
}

/** The files that a report names. */
interface NamedFiles {
  inputs: readonly NamedFile[];
  suppressions: readonly (NamedFile & { kind: string })[];
  outputs: readonly NamedFile[];
}

/** Where the files of a report may be. */
export interface Places {
  /** Where the report stands (see `foldersOf`). */
  folders: readonly string[];
  /** Where the files were moved to, if they were. */
  base: string | undefined;
  /** Folders below which they may be, whatever they are called. */
  below: FilesBelow | undefined;
}

export async function verifyFiles(
  report: NamedFiles,
  places: Places,
): Promise<{ found: FoundFiles; findings: Finding[] }> {
  const findings: Finding[] = [];
  const look = async (file: NamedFile, mayGrow: boolean, isOutput: boolean) => {
    const looked = await verifyFile(file, places, mayGrow);
    // Another file in an output's place was put there since; in an input's place stands perhaps the next month's.
    const elsewhere = looked.isSame || (isOutput && looked.found) ? undefined : await findBelow(file, places, mayGrow);
    const { verdict, found, isSame = false } = elsewhere ?? looked;
    findings.push(verdict);
    return found && { ...found, isSame };
  };
  const lookForSame = async (file: NamedFile, mayGrow: boolean) => {
    const found = await look(file, mayGrow, false);
    return found?.isSame ? found : undefined;
  };
  const inputs: (FoundFile | undefined)[] = [];
  const suppressions: (FoundFile | undefined)[] = [];
  const outputs: (FoundOutput | undefined)[] = [];
  for (const input of report.inputs) inputs.push(await lookForSame(input, false));
  for (const list of report.suppressions) suppressions.push(await lookForSame(list, list.kind === "registry"));
  for (const output of report.outputs) outputs.push(await look(output, false, true));
  findings.push(...(places.below?.unread ?? []));
  return { found: { inputs, suppressions, outputs }, findings };
}

interface Verdict {
  verdict: Finding;
  found?: FoundFile;
  isSame?: boolean;
}

async function verifyFile(file: NamedFile, places: Places, mayGrow: boolean): Promise<Verdict> {
  const { path: named, sha256, bytes } = file;
  if (isStream(named)) return { verdict: finding("unchecked", named, "stream") };
  const candidates = placesOf(named, places.folders, places.base).filter(isFile);
  let first: Verdict | undefined;
  for (const place of candidates) {
    const looked = await hashFile(place, mayGrow ? bytes : Number.POSITIVE_INFINITY);
    if (looked instanceof ScrubError) {
      first ??= { verdict: finding("mismatch", named, "unreadable", looked) };
      continue;
    }
    const found = { path: place, bytes };
    if (looked.sha256 === sha256) {
      const hasGrown = mayGrow && looked.size > bytes;
      const verdict = hasGrown
        ? finding("verified", named, "grown-since", bytes, looked.size)
        : looked.size === bytes
          ? finding("verified", named, "same-bytes", bytes)
          : finding("mismatch", named, "count-differs", bytes, looked.size);
      return { verdict, found, isSame: true };
    }
    first ??= {
      verdict: finding("mismatch", named, "other-bytes", bytes, looked.size, mayGrow),
      found,
    };
  }
  const [meant] = placesOf(named, places.folders, places.base);
  return first ?? { verdict: finding("gone", named, "gone", meant!, places.below !== undefined) };
}

async function findBelow(file: NamedFile, { below }: Places, mayGrow: boolean): Promise<Verdict | undefined> {
  const { path: named, bytes } = file;
  if (isStream(named)) return undefined;
  const found = await below?.find(file, mayGrow);
  if (found === undefined) return undefined;
  const { place, path: readable, size, isPacked } = found;
  return {
    verdict: finding("verified", named, "found-below", place, isPacked, bytes, size),
    found: { path: readable, bytes },
    isSame: true,
  };
}

/** Reading a FIFO would wait for whoever writes, and it is not the file that was there. A folder is told when it is opened. */
function isFile(place: string): boolean {
  return ["file", "directory"].includes(kindOfPath(place));
}

/** Stdin, stdout, or a process's own descriptor: nothing is left of what went through it. */
function isStream(named: string): boolean {
  return named === "-" || isStreamName(named) || /^\/(?:dev|proc)\//.test(named);
}

/** Another report of the run, as its line in the log has it. */
export async function verifyLogged(
  { path: named, sha256 }: { path: string; sha256: string },
  { folders, base, below }: Places,
  line: number,
): Promise<Finding> {
  const places = placesOf(named, folders, base).filter(isFile);
  // How long it is the log does not say.
  const elsewhere = places.length === 0 ? (below?.filesEnding(path.extname(named)) ?? []) : [];
  for (const place of [...places, ...elsewhere]) {
    const looked = await hashFile(place, Number.POSITIVE_INFINITY);
    if (!(looked instanceof ScrubError) && looked.sha256 === sha256)
      return finding("verified", named, "as-logged", line);
  }
  if (places.length === 0) return finding("unchecked", named, "logged-not-there", line);
  return finding("mismatch", named, "other-than-logged", line);
}

/** The folders that a file may be said from: its own, and that of what it is a link to. */
export function foldersOf(file: string): string[] {
  const target = realPath(file);
  return [...new Set([realPath(path.dirname(file)), path.dirname(target)])];
}

/** Moved together, files may have kept their folders or not. */
export function placesOf(named: string, folders: readonly string[], base: string | undefined): string[] {
  if (base === undefined) return folders.map((folder) => path.resolve(folder, named));
  const inBase = path.join(base, path.basename(named));
  return path.isAbsolute(named) ? [inBase, named] : [path.resolve(base, named), inBase];
}
