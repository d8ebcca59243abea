// A list on its way into a workbook: what whoever packs it must know of the list whose cells it gets.

import { composedDelimiter } from "../csv/compose.js";
import type { OutputFile } from "../files/output.js";
import type { WordsColumn, WorkbookPacker } from "../workbook/write/sheet.js";
import type { OpenedList } from "./open.js";

export type { WordsColumn, WorkbookPacker } from "../workbook/write/sheet.js";

/**
 * Makes a workbook of an output, if it is to be one, for records like those of `list`. `adds`: whether svscrub adds
 * columns, and the words for their codes.
 */
export async function packAsSheet(
  output: OutputFile | undefined,
  { dialect, header, width, columns, markEnd, sheet, file }: OpenedList,
  adds?: { words: WordsColumn | undefined },
): Promise<WorkbookPacker | undefined> {
  if (!output?.wanted.workbook) return undefined;
  // Loaded for workbooks only: start-up time counts.
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
