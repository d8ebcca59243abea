// A table in a sheet has its own filter, in a part of its own: its criteria may have hidden rows, or will.

import { ScrubError } from "../errors.js";
import { relationsOf, shownSheet, type Workbook, xmlOf } from "./book.js";
import type { ListSheet } from "./choose.js";
import { nameCode, Token } from "./xml-reader.js";

const AUTO_FILTER = nameCode("autoFilter");
const FILTER_COLUMN = nameCode("filterColumn");

/** Refuses a sheet of which a table is filtered. */
export async function refuseFilteredTables(book: Workbook, sheet: ListSheet): Promise<void> {
  const { terms } = book;
  if (await isTableFiltered(book, sheet.part))
    throw new ScrubError(terms.exitCode, "sheetFiltered", [], { file: terms.file, sheet: shownSheet(sheet) });
}

/** Whether a table of the sheet with this part is filtered. */
export async function isTableFiltered({ archive }: Workbook, sheetPart: string): Promise<boolean> {
  for (const { kind, part } of await relationsOf(archive, sheetPart))
    if (kind === "table" && part !== undefined && (await isFiltered(archive, part))) return true;
  return false;
}

async function isFiltered(archive: Workbook["archive"], part: string): Promise<boolean> {
  const xml = await xmlOf(archive, part);
  let [section, column] = [0, 0];
  for (let token = xml.next(); token !== Token.done; token = xml.next()) {
    if (token !== Token.start) continue;
    if (xml.depth === 2) section = xml.name;
    if (xml.depth === 3) column = xml.name;
    if (xml.depth === 4 && section === AUTO_FILTER && column === FILTER_COLUMN) return true;
  }
  return false;
}
