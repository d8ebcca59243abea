// Creates a folder with all its files, or nothing. Existing files are never touched.

import fs from "node:fs";
import path from "node:path";
import { ExitCode, ScrubError } from "../errors.js";
import { attempt, codeOf, unwritten } from "./system-errors.js";

/** Creates the folder with these files by name. Exit 5 if its name is taken or it can't be written. */
export function createFolderOf(typed: string, files: ReadonlyMap<string, Uint8Array>): void {
  let isOurs = false;
  try {
    fs.mkdirSync(typed);
    isOurs = true;
    for (const [name, bytes] of files) fs.writeFileSync(path.join(typed, name), bytes, { flag: "wx" });
  } catch (cause) {
    if (isOurs) attempt(() => fs.rmSync(typed, { recursive: true, force: true }));
    else if (codeOf(cause) === "EEXIST")
      throw new ScrubError(ExitCode.io, "folderExists", [], { file: typed }, { cause });
    throw unwritten(typed, cause);
  }
}
