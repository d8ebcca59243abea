// Prepares an output that is a workbook, for records of a list.

import { composedDelimiter } from "../csv/compose.js";
import type { OutputFile } from "../files/output.js";
import type { WorkbookPacker } from "../workbook/write/sheet.js";
import type { OpenedList } from "./open.js";

export type { WorkbookPacker } from "../workbook/write/sheet.js";

/** Returns the packer of an output; undefined if it is no workbook. `adds`: svscrub appends columns. */
export async function packAsSheet(
  output: OutputFile | undefined,
  { dialect, header, width, columns, markEnd, sheet, file }: OpenedList,
  adds = false,
): Promise<WorkbookPacker | undefined> {
  if (output?.wanted.packing === undefined || output.wanted.packing === "gzip") return undefined;
  // Loaded only for workbooks, for a quick start.
  const { WorkbookPacker } = await import("../workbook/write/sheet.js");
  const { firstRow, ...ofText } = dialect;
  const plan = {
    file: output.wanted.path,
    isPacked: output.wanted.packing === "workbook",
    sheetName: sheet === undefined || sheet.isOneOfSheets ? baseName(file.path) : sheet.name,
    dialect: !adds ? ofText : { ...ofText, delimiter: composedDelimiter(dialect) },
    markEnd,
    hasHeader: header !== undefined,
    width,
    phones: columns,
  };
  const packer = new WorkbookPacker(plan);
  output.packer = packer;
  return packer;
}

/** Returns `clientes` for `lists/clientes.csv.gz`, and nothing for a stream. */
function baseName(path: string): string {
  const name = /[^/\\]*$/.exec(path)![0];
  return name === "-" ? "" : name.replace(/(?<=.)\.gz$/i, "").replace(/(?<=.)\.[^.]*$/, "");
}
