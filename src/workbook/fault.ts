// The faults of workbooks; each has a sentence.

import { type ExitCode, ScrubError } from "../errors.js";

export type WorkbookFault =
  // of the archive
  | "cut"
  | "checksum"
  | "sizes"
  | "headers"
  | "method"
  // of its parts
  | "no-part"
  | "encoding"
  | "xml"
  | "long"
  // of a sheet
  | "row-order"
  | "cell-place"
  | "cell-value"
  | "string-index"
  | "left-of-list";

export type OtherWorkbook = "encrypted" | "xls" | "ods" | "other";

/** What a written workbook has too much of. */
export type BeyondSheet = "rows" | "columns" | "text" | "bytes";

export interface BookTerms {
  /** The file as typed. */
  file: string;
  exitCode: ExitCode;
  /** The most unpacked bytes of the archive. */
  maxBytes: number;
}

/** `part`: of the archive, or a cell; `at`: its sheet and row. */
export function damaged(
  terms: BookTerms,
  fault: WorkbookFault,
  part?: string,
  at?: { sheet: string; line: number },
): ScrubError {
  const place = { file: terms.file, ...at };
  return new ScrubError(terms.exitCode, "workbookDamaged", [fault, part], place);
}
