// Prepares an output that is a workbook, for records of a list.

import { composedDelimiter } from "../csv/compose.js";
import type { OutputFile } from "../files/output.js";
import type { WordsColumn, WorkbookPacker } from "../workbook/write/sheet.js";
import type { OpenedList } from "./open.js";

export type { WordsColumn, WorkbookPacker } from "../workbook/write/sheet.js";

/** Returns the packer of an output that is a workbook. `adds`: svscrub appends columns, with words for codes. */
export async function packAsSheet(
  output: OutputFile | undefined,
  { dialect, header, width, columns, markEnd, sheet, file }: OpenedList,
  adds?: { words: WordsColumn | undefined },
): Promise<WorkbookPacker | undefined> {
  if (!output?.wanted.workbook) return undefined;
  // Loaded only for workbooks, for a quick start.
  const { WorkbookPacker } = await import("../workbook/write/sheet.js");
  const { firstRow, ...ofText } = dialect;
  const plan = {
    file: output.wanted.path,
    isPacked: output.wanted.workbook !== "unpacked",
    sheetName: sheet === undefined || sheet.isOneOfSheets ? baseName(file.path) : sheet.name,
    dialect: adds === undefined ? ofText : { ...ofText, delimiter: composedDelimiter(dialect) },
    markEnd,
    hasHeader: header !== undefined,
    width,
    phones: columns,
    words: header === undefined ? undefined : adds?.words,
  };
  const packer = new WorkbookPacker(plan);
  output.packWith(packer);
  return packer;
}

/** `clientes` of `lists/clientes.csv.gz`; nothing of a stream. */
function baseName(path: string): string {
  const name = /[^/\\]*$/.exec(path)![0];
  return name === "-" ? "" : name.replace(/(?<=.)\.gz$/i, "").replace(/(?<=.)\.[^.]*$/, "");
}
