// Tells workbooks by their first bytes, and names their faults, each of which has a sentence.

import { type ExitCode, ScrubError } from "../errors.js";

/** The default for `BookTerms.maxBytes`. */
export const DEFAULT_MAX_SIZE = 2 * 1024 ** 3;
/** Bytes that tell what a file is. */
export const SIGNATURE_BYTES = 8;

/** Returns the kind of a file. `compound`: Excel until 2003, or a workbook with a password. */
export function signatureOf(start: Uint8Array): "zip" | "compound" | undefined {
  const bytes = Buffer.from(start.subarray(0, SIGNATURE_BYTES)).toString("latin1");
  // A ZIP without any part begins with its end.
  if (bytes.startsWith("PK\x03\x04") || bytes.startsWith("PK\x05\x06")) return "zip";
  return bytes === "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" ? "compound" : undefined;
}

/** `archive`: its directory or parts; `xml`: the text of a part; `cell`: a row or a cell. */
export type WorkbookFault = "cut" | "archive" | "no-part" | "xml" | "cell" | "left-of-list";

export type OtherWorkbook = "encrypted" | "xls" | "ods" | "other";

/** What a written workbook has too much of. */
export type BeyondSheet = "rows" | "columns" | "text" | "bytes";

export interface BookTerms {
  file: string;
  exitCode: ExitCode;
  /** The most unpacked bytes of the archive. */
  maxBytes: number;
}

/** Returns the refusal of a damaged workbook. `part`: of the archive, or a cell. `at`: its sheet and row. */
export function damaged(
  { file, exitCode }: BookTerms,
  fault: WorkbookFault,
  part?: string,
  at?: { sheet: string; line: number },
): ScrubError {
  return new ScrubError(exitCode, "workbookDamaged", [fault, part], { file, ...at });
}
