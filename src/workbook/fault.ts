// What can be wrong with a workbook, as a person is told of it: one word a fault, one sentence a word.

import { type ExitCode, ScrubError } from "../errors.js";

/** Why a file is no workbook that can be relied on to its last row. */
export type WorkbookFault =
  // of the archive
  | "cut"
  | "behind"
  | "checksum"
  | "sizes"
  | "twice"
  | "headers"
  | "overlap"
  | "method"
  | "locked-part"
  | "several-disks"
  // of its parts
  | "no-part"
  | "outside"
  | "encoding"
  | "xml"
  | "doctype"
  | "entity"
  | "deep"
  | "long"
  // of a sheet
  | "row-order"
  | "cell-place"
  | "cell-type"
  | "cell-value"
  | "string-index"
  | "left-of-list";

/** Files that hold tables and are no workbook of Office Open XML. */
export type OtherWorkbook = "encrypted" | "xls" | "xlsb" | "ods" | "numbers" | "document";

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

/** `part`: of the archive; `at`: the sheet and its row, where the fault is in one. */
export function damaged(
  terms: BookTerms,
  fault: WorkbookFault,
  part?: string,
  at?: { sheet: string; line: number },
): ScrubError {
  const place = { file: terms.file, ...at };
  return new ScrubError(terms.exitCode, "workbookDamaged", [fault, part], place);
}
