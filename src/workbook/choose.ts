// Chooses the sheet of a workbook: the one that is named, or the only one with data.

import { ExitCode, ScrubError } from "../errors.js";
import { nearest } from "../text/nearest.js";
import { type SheetEntry, shownSheet, type Workbook } from "./book.js";
import { hasValues, holdsNumbers } from "./sheet.js";

export type ListSheet = SheetEntry & { part: string };

export async function filledSheets(book: Workbook): Promise<ListSheet[]> {
  const filled: ListSheet[] = [];
  for (const sheet of book.sheets) if (holdsCells(sheet) && (await hasValues(book, sheet))) filled.push(sheet);
  return filled;
}

/** `said`: a name or a position. `countsHidden`: hidden sheets that may hold numbers count. `list`: its name in options. */
export async function chooseSheet(
  book: Workbook,
  said: string | number | undefined,
  countsHidden: boolean,
  list?: string,
): Promise<{ sheet: ListSheet; passedOver: readonly ListSheet[] }> {
  const { terms } = book;
  if (said !== undefined) return { sheet: sheetNamed(book, said), passedOver: [] };
  const filled = await filledSheets(book);
  const eligible: ListSheet[] = [];
  for (const sheet of filled)
    if (sheet.visibility === "visible" || (countsHidden && (await holdsNumbers(book, sheet)))) eligible.push(sheet);
  const place = { file: terms.file };
  if (eligible.length > 1) {
    const named = eligible.map((sheet) => ({ name: shownSheet(sheet), isHidden: sheet.visibility !== "visible" }));
    throw new ScrubError(
      terms.exitCode,
      "severalSheets",
      [named, list, (countsHidden && list === undefined) || terms.file === "-"],
      place,
    );
  }
  const [sheet] = eligible;
  if (sheet === undefined) throw new ScrubError(terms.exitCode, "noFilledSheet", [filled.map(shownSheet)], place);
  return { sheet, passedOver: filled.filter((it) => it !== sheet) };
}

function sheetNamed({ sheets, terms }: Workbook, said: string | number): ListSheet {
  const folded = (name: string | number) => String(name).normalize("NFC").toLowerCase().trim();
  const sheet =
    sheets.find(({ name }) => name === said) ??
    sheets.find(({ name }) => typeof said === "string" && folded(name) === folded(said)) ??
    sheets.find(({ position }) => String(position) === String(said));
  if (sheet === undefined) {
    const names = sheets.map(shownSheet);
    throw new ScrubError(ExitCode.usage, "unknownSheet", [String(said), nearest(String(said), names), names], {
      file: terms.file,
    });
  }
  if (!holdsCells(sheet))
    throw new ScrubError(terms.exitCode, "sheetWithoutCells", [], { file: terms.file, sheet: shownSheet(sheet) });
  return sheet;
}

function holdsCells(sheet: SheetEntry): sheet is ListSheet {
  return sheet.part !== undefined;
}
