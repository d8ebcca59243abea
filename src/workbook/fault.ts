// What can be wrong with a workbook, as a person is told of it: one word a fault, one sentence a word.

import { type ExitCode, ScrubError } from "../errors.js";

/** Why a file is no workbook that can be relied on to its last row. */
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

/** Files that hold tables and are no workbook of Office Open XML. */
export type OtherWorkbook = "encrypted" | "xls" | "ods" | "other";

/** What a workbook that is to be written has too much of: rows, columns, text in a cell, bytes. */
export type BeyondSheet = "rows" | "columns" | "text" | "bytes";

/** What the errors of one workbook have in common. */
export interface BookTerms {
  /** The file as typed. */
  file: string;
  exitCode: ExitCode;
  /** What the archive may unpack to, in bytes. */
  maxBytes: number;
}

/** `part`: of the archive, or the cell where the fault is in one; `at`: its sheet and row. */
export function damaged(
  terms: BookTerms,
  fault: WorkbookFault,
  part?: string,
  at?: { sheet: string; line: number },
): ScrubError {
  const place = { file: terms.file, ...at };
  return new ScrubError(terms.exitCode, "workbookDamaged", [fault, part], place);
}
