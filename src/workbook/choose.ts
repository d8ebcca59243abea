// Chooses the sheet of a workbook: the named one, or the only one with data.

import { ExitCode, ScrubError } from "../errors.js";
import { nearest } from "../text/nearest.js";
import { type SheetEntry, shownSheet, type Workbook } from "./book.js";
import { holds } from "./sheet.js";

/** The digits of a phone number in one cell, or spread over cells. */
const NUMBER = /(?:\p{Nd}[^\r\n\p{Nd}]{0,3}){7}/u;

export async function filledSheets(book: Workbook): Promise<SheetEntry[]> {
  const filled: SheetEntry[] = [];
  for (const sheet of book.sheets) if (sheet.part !== undefined && (await holds(book, sheet, /./))) filled.push(sheet);
  return filled;
}

/**
 * `wanted`: a name or a position. `countsHidden`: whether hidden sheets that may hold numbers count. `list`: its name in options.
 * `isOptOuts`: whether a sheet of this name is a suppression list.
 */
export async function chooseSheet(
  book: Workbook,
  wanted: string | number | undefined,
  countsHidden: boolean,
  list?: string,
  isOptOuts: (name: string) => boolean = () => false,
): Promise<SheetEntry> {
  const { exitCode, file } = book.terms;
  if (wanted !== undefined) return sheetNamed(book, wanted);
  const filled = await filledSheets(book);
  const eligible: SheetEntry[] = [];
  for (const sheet of filled)
    if (sheet.visibility === "visible" || (countsHidden && (await holds(book, sheet, NUMBER)))) eligible.push(sheet);
  if (eligible.length > 1) {
    const named = eligible.map((sheet) => ({ name: shownSheet(sheet), isHidden: sheet.visibility !== "visible" }));
    const ofOptOuts = named.filter(({ name }) => isOptOuts(name));
    const optOuts = ofOptOuts.length < named.length ? ofOptOuts[0]?.name : undefined;
    const isAlone = (countsHidden && (list === undefined || optOuts !== undefined)) || file === "-";
    const withOptOuts = countsHidden ? undefined : file;
    throw new ScrubError(exitCode, "severalSheets", [named, list, isAlone, optOuts, withOptOuts], { file });
  }
  const [sheet] = eligible;
  if (sheet === undefined) throw new ScrubError(exitCode, "noFilledSheet", [filled.map(shownSheet)], { file });
  return sheet;
}

function sheetNamed({ sheets, terms: { exitCode, file } }: Workbook, wanted: string | number): SheetEntry {
  const folded = (name: string) => name.normalize("NFC").toLowerCase().trim();
  const sheet =
    sheets.find(({ name }) => name === wanted) ??
    sheets.find(({ name }) => typeof wanted === "string" && folded(name) === folded(wanted)) ??
    sheets.find(({ position }) => String(position) === String(wanted));
  if (sheet === undefined) {
    const [typed, names] = [String(wanted), sheets.map(shownSheet)];
    throw new ScrubError(ExitCode.usage, "unknownSheet", [typed, nearest(typed, names), names], { file });
  }
  if (sheet.part === undefined)
    throw new ScrubError(exitCode, "sheetWithoutCells", [], { file, sheet: shownSheet(sheet) });
  return sheet;
}
