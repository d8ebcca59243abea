// File-system errors become ScrubErrors here, and only here.

import { ExitCode, type Place, ScrubError } from "../errors.js";

/** The system's code, such as ENOENT. */
export function codeOf(cause: unknown): string {
  return (cause as NodeJS.ErrnoException)?.code ?? "";
}

/** For an input: the exit code says which kind of list it was. */
export function unopened(typed: string, exitCode: ExitCode, cause: unknown): ScrubError {
  const code = codeOf(cause);
  if (code === "ENOENT" || code === "ENOTDIR")
    return new ScrubError(
      exitCode,
      "notFound",
      [exitCode === ExitCode.phoneList ? "phone" : "suppression"],
      { file: typed },
      { cause },
    );
  return new ScrubError(exitCode, "cannotRead", [code], { file: typed }, { cause });
}

/** For an output: exit 5, or the quiet 141 where the reader has gone. */
export function unwritten(typed: string, cause: unknown): ScrubError {
  const code = codeOf(cause);
  const place = outputPlace(typed);
  if (code === "EEXIST") return new ScrubError(ExitCode.io, "outputExists", [], place, { cause });
  if (code === "EPIPE") return new ScrubError(ExitCode.closedPipe, "closedPipe", [], place, { cause });
  return new ScrubError(ExitCode.io, "cannotWrite", [code], place, { cause });
}

/** A dash means stdout here, and stdin everywhere else. */
export function outputPlace(typed: string): Place {
  return { file: typed === "-" ? "stdout" : typed };
}
