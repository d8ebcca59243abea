// Turns file-system errors into ScrubErrors; nothing else does.

import fs from "node:fs";
import path from "node:path";
import { ExitCode, type Place, ScrubError } from "../errors.js";
import { byNearness, nearest } from "../text/nearest.js";

/** What a file that is read should be. */
export type FileRole =
  | "phone-list"
  | "contact-log"
  | "import"
  | "suppression"
  | "baseline"
  | "manifest"
  | "hash-key"
  | "report"
  | "run-log"
  | "registry"
  | "templates"
  | "packaged-file"
  | "holidays"
  | "arguments"
  | "sample"
  | "reviews"
  | "folder";

/** Returns the system's code, such as ENOENT. */
export function codeOf(cause: unknown): string {
  return (cause as NodeJS.ErrnoException)?.code ?? "";
}

/** Whether the system could not start another thread: too many processes or open files, or too little memory. */
export function isWithoutRoom(cause: unknown): boolean {
  return ["ERR_WORKER_INIT_FAILED", "ERR_WORKER_OUT_OF_MEMORY"].includes(codeOf(cause));
}

/** Returns the error of an input. `role`: what it should be; without it the exit code tells which kind of list. */
export function unopened(
  typed: string,
  exitCode: ExitCode,
  cause: unknown,
  role: FileRole = exitCode === ExitCode.phoneList ? "phone-list" : "suppression",
): ScrubError {
  if (cause instanceof ScrubError) return cause;
  const code = codeOf(cause) || "stream";
  const place = { file: typed };
  if (code === "ENOENT" || code === "ENOTDIR")
    return new ScrubError(exitCode, "notFound", [role, meantAs(role, typed)], place, { cause });
  if (code === "EISDIR") return new ScrubError(exitCode, "isDirectory", [], place, { cause });
  return new ScrubError(exitCode, "cannotRead", [code], place, { cause });
}

/** Returns the error of an output: exit 5, or a silent 141 if the reader of a pipe is gone. */
export function unwritten(typed: string, cause: unknown): ScrubError {
  const code = codeOf(cause);
  const place = outputPlace(typed);
  if (code === "EEXIST") return new ScrubError(ExitCode.io, "outputExists", [], place, { cause });
  if (code === "ENOENT") return new ScrubError(ExitCode.io, "noFolder", [], place, { cause });
  if (code === "EPIPE") return new ScrubError(ExitCode.closedPipe, "closedPipe", [], place, { cause });
  return new ScrubError(ExitCode.io, "cannotWrite", [code], place, { cause });
}

const LIST = /\.(?:[ct]sv|txt)(?:\.gz)?$|\.xls[xm]$/i;
/** Matches names of outputs of a run, which are no suppression lists. */
const WRITTEN = /clean|depurad|limpi[ao]|removed|quitad|flagged|marcad|svscrub/i;

function meantAs(role: FileRole, typed: string): string | undefined {
  const near = neighboursOf(typed);
  if (role === "suppression") return near.find((file) => LIST.test(file) && !WRITTEN.test(path.basename(file)));
  const isReport = role === "report" || role === "baseline" || role === "manifest";
  return near.find((file) => !isReport || /\.json$/i.test(file));
}

/** Returns files of the same folder with similar names, as they would be typed, the most similar first. */
export function neighboursOf(typed: string): string[] {
  const name = path.basename(typed);
  const folder = typed.slice(0, typed.length - name.length);
  const names = attempt(() => fs.readdirSync(path.dirname(typed))) ?? [];
  // A dangling link has the very same name.
  const near = names.filter((other) => other !== name && nearest(name, [other]) !== undefined);
  return byNearness(name, near).map((other) => folder + other);
}

/** Returns the place of an output. `-` is stdout here; for inputs it is stdin. */
export function outputPlace(typed: string): Place {
  return { file: typed === "-" ? "stdout" : typed };
}

/** Returns what a step returns; undefined if it fails, where that does not matter: to close an input, to look for a link. */
export function attempt<T>(step: () => T): T | undefined {
  try {
    return step();
  } catch {
    return undefined;
  }
}
