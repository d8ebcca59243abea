// Turns what was typed after -s into named lists: NAME=FILE, a file, a folder of files, stdin.

import path from "node:path";
import { ExitCode, ScrubError, type Warning } from "../errors.js";
import { type NamedList, ownName, splitName } from "../files/list-names.js";
import { kindOfPath, listFolder } from "../files/paths.js";
import { manifestOf } from "./manifest.js";

/** One suppression list before it is read. `path` as typed, `-` for stdin. */
export interface ListSource extends NamedList {
  path: string;
  /** The sheet of a workbook that is read sheet by sheet: its name, or its position from 1. */
  onlySheet?: string | number;
}

/** Matches names of lists, but not the lock file of an open workbook. */
const LIST_FILE = /^(?!~\$).*\.(?:(?:csv|tsv|txt)(?:\.gz)?|xlsx|xlsm)$/i;
/** Matches files that may hold opt-outs and can't be read. Passing over one would let people through. */
const SPREADSHEET = /\.(xlsb|xls|xlt[xm]?|ods|fods|numbers)$/i;
const ARCHIVE = /\.(zip|7z|rar|tar|tgz|bz2|xz|zst)$/i;

/** Names every list by its NAME, else by its file's name. Equal names become paths. */
export function resolveSources(typed: readonly string[]): { sources: ListSource[]; warnings: Warning[] } {
  const warnings: Warning[] = [];
  const found: ListSource[] = [];
  for (const word of typed) {
    const { name, value } = splitName(word);
    if (value === "") throw new ScrubError(ExitCode.usage, "emptyName", ["--suppress"]);
    if (value === "-" || kindOfPath(value) !== "directory") {
      found.push({ name: name ?? ownName(value), path: value, typedAs: value });
      continue;
    }
    const folder = name ?? path.basename(path.resolve(value));
    for (const file of filesOf(value, warnings))
      found.push({ name: `${folder}/${path.basename(file)}`, path: file, typedAs: value });
  }
  const byName = new Map(found.map((list) => [list.name, list]));
  const shared = new Set(found.flatMap((list) => (byName.get(list.name) === list ? [] : list.name)));
  const sources = found.map((list) => (shared.has(list.name) ? { ...list, name: list.path } : list));
  // The same file given twice is one list.
  return { sources: [...new Map(sources.map((list) => [`${list.name}\0${list.path}`, list])).values()], warnings };
}

/** Returns every file that an argument of -s means. None of them may be written over. */
export function filesBehind(typed: string): string[] {
  const { value } = splitName(typed);
  if (value === "-") return [value];
  if (kindOfPath(value) !== "directory") return [value, manifestOf(value)];
  try {
    return listFolder(value, ExitCode.suppressionList).map(({ name }) => path.join(value, name));
  } catch {
    // Reading the folder reports what is wrong with it.
    return [];
  }
}

function filesOf(folder: string, warnings: Warning[]): string[] {
  const files: string[] = [];
  const found = listFolder(folder, ExitCode.suppressionList);
  const isManifest = (name: string) => found.some((list) => name === manifestOf(list.name) && list.kind === "file");
  for (const { name, kind } of found) {
    const file = path.join(folder, name);
    if (kind === "directory") throw new ScrubError(ExitCode.suppressionList, "folderInFolder", [], { file });
    if (SPREADSHEET.test(name)) throw new ScrubError(ExitCode.suppressionList, "spreadsheet", [], { file });
    if (ARCHIVE.test(name)) throw new ScrubError(ExitCode.suppressionList, "archive", [], { file });
    if (LIST_FILE.test(name)) files.push(file);
    else if (!isManifest(name)) warnings.push({ code: "file-ignored", values: [file] });
  }
  if (files.length === 0) throw new ScrubError(ExitCode.suppressionList, "emptyFolder", [], { file: folder });
  return files;
}
