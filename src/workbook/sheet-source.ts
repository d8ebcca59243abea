// Reads one sheet as a source of CSV in UTF-8 with a byte order mark, and looks at sheets before that.

import { ScrubError } from "../errors.js";
import { ChunkSource } from "../files/source.js";
import { isTableFiltered } from "./beside.js";
import { type SheetEntry, shownSheet, type Workbook } from "./book.js";
import { columnLetters, type SheetFacts, type SheetLayout, type Unseen } from "./facts.js";
import type { StruckRow } from "./records.js";
import { SheetRows } from "./sheet.js";

/** The rows that tell the place of the list. */
const LOOKED_AT = 20_000;
/** A cell with so many digits may be a phone number and is no column name. */
const NUMBER_DIGITS = 7;
/** With more columns, and fewer of their cells filled, a cell was filled by mistake. */
const WIDE = 500;
const SPARSE = 0.05;

/** Returns the place of the list; undefined if the sheet is empty. `struck` gets the struck-through rows of the whole sheet. */
export async function layoutOf(
  book: Workbook,
  sheet: SheetEntry,
  unseen: Unseen,
  headerRow?: number,
  struck?: Map<number, StruckRow>,
): Promise<SheetLayout | undefined> {
  const rows = new SheetRows(book, sheet, unseen, undefined, headerRow);
  const { records } = rows;
  const { facts } = records;
  records.struck = struck;
  let firstRecord = "";
  for await (const text of rows.pieces()) {
    if (firstRecord === "") firstRecord = text.slice(0, Math.max(0, text.indexOf("\r\n")));
    if (facts.rows >= LOOKED_AT && struck === undefined) break;
  }
  const { firstRow, firstColumn } = facts;
  if (firstRow === 0) return undefined;
  const { headerEnd, headerCells, listEnd } = records;
  const isNamed = headerRow === undefined ? isHeader(firstRecord) : headerCells > 1;
  const end = isNamed ? headerEnd : listEnd;
  const width = end - firstColumn + 1;
  // Padding every row to a stray last cell would make gigabytes.
  if (width > WIDE && facts.cells < facts.rows * width * SPARSE) {
    const { file, exitCode } = book.terms;
    throw new ScrubError(exitCode, "sheetTooWide", [columnLetters(end)], { file, sheet: shownSheet(sheet) });
  }
  return { firstRow, firstColumn, width };
}

/** Whether a record names several columns. Longer rows are ragged then; without a header rows are as long as the longest. */
function isHeader(record: string): boolean {
  const cells = record.split(",");
  const filled = cells.filter((cell) => cell !== "");
  return filled.length > 1 && filled.every((cell) => cell.replace(/\P{Nd}/gu, "").length < NUMBER_DIGITS);
}

export async function hasValues(book: Workbook, sheet: SheetEntry): Promise<boolean> {
  for await (const text of new SheetRows(book, sheet, "counted", undefined).pieces(1)) if (text !== "") return true;
  return false;
}

/** The digits of a number in one cell, or spread over cells. */
const NUMBER = new RegExp(`(?:\\p{Nd}[^\\r\\n\\p{Nd}]{0,3}){${NUMBER_DIGITS}}`, "u");

/** Whether the sheet may hold a phone number; true in doubt. */
export async function holdsNumbers(book: Workbook, sheet: SheetEntry): Promise<boolean> {
  const rows = new SheetRows(book, sheet, "counted", undefined);
  for await (const text of rows.pieces()) if (rows.records.facts.formulas > 0 || NUMBER.test(text)) return true;
  return false;
}

export interface SurveyedSheet extends Omit<SheetEntry, "part"> {
  /** Undefined for a sheet without cells, such as a chart. */
  facts: SheetFacts | undefined;
}

/** Reads every sheet to its end. */
export async function surveySheets(book: Workbook): Promise<SurveyedSheet[]> {
  const surveyed: SurveyedSheet[] = [];
  for (const { part, ...sheet } of book.sheets) {
    if (part === undefined) {
      surveyed.push({ ...sheet, facts: undefined });
      continue;
    }
    const rows = new SheetRows(book, { ...sheet, part }, "counted", undefined);
    for await (const _ of rows.pieces());
    const { facts } = rows.records;
    facts.isFiltered ||= await isTableFiltered(book, part);
    surveyed.push({ ...sheet, facts });
  }
  return surveyed;
}

export class SheetSource extends ChunkSource {
  readonly #rows: SheetRows;

  constructor(book: Workbook, sheet: SheetEntry, layout: SheetLayout, unseen: Unseen, tellsTypes = false) {
    const rows = new SheetRows(book, sheet, unseen, layout, undefined, tellsTypes);
    super(bytesOf(rows));
    this.#rows = rows;
  }

  /** The facts of the rows so far. */
  get facts(): SheetFacts {
    return this.#rows.records.facts;
  }

  /** An offset in the file. */
  get position(): number {
    return this.#rows.position;
  }
}

async function* bytesOf(rows: SheetRows): AsyncGenerator<Buffer, void> {
  yield Buffer.from("\ufeff");
  for await (const text of rows.pieces()) yield Buffer.from(text);
}
