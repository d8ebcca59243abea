// All sheets of a workbook, each read to its end: what stands in them, and what in them nobody sees.

import { type SheetEntry, stringsOf, type Workbook } from "./book.js";
import type { SheetFacts } from "./facts.js";
import { SheetRows } from "./sheet-rows.js";
import { isTableFiltered } from "./table-filters.js";

export interface SurveyedSheet extends Omit<SheetEntry, "part"> {
  /** What is known of the sheet; undefined for one without cells. */
  facts: SheetFacts | undefined;
}

const FILL_BYTES = 256 * 1024;

export async function surveySheets(book: Workbook): Promise<SurveyedSheet[]> {
  const strings = stringsOf(book);
  const surveyed: SurveyedSheet[] = [];
  for (const { part, ...sheet } of book.sheets) {
    if (part === undefined) {
      surveyed.push({ ...sheet, facts: undefined });
      continue;
    }
    const rows = new SheetRows(book, { ...sheet, part }, strings, "counted", undefined);
    while (!rows.isDone) {
      await rows.fill(FILL_BYTES);
      rows.cells.records.length = 0;
    }
    const { facts } = rows.cells;
    facts.isFiltered ||= await isTableFiltered(book, part);
    surveyed.push({ ...sheet, facts });
  }
  return surveyed;
}
