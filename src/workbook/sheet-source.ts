// One sheet as a source of CSV: UTF-8 with a byte order mark, commas, CRLF, a record a row. A row without a value is a
// blank line, so that records are counted as the sheet counts its rows.

import { ScrubError } from "../errors.js";
import type { ByteSource } from "../files/input.js";
import { isTableFiltered } from "./beside.js";
import { type SheetEntry, shownSheet, type Workbook } from "./book.js";
import { columnLetters, type SheetFacts, type SheetLayout, type Unseen } from "./facts.js";
import type { StruckRow } from "./records.js";
import { SheetRows } from "./sheet.js";

/** Rows that are looked at to know where the list stands in the sheet. */
const LOOKED_AT = 20_000;
/** A cell with so many digits may be a phone number, and is not the name of a column. */
const NUMBER_DIGITS = 7;
/** Columns, and the share of their cells that hold a value, from which on a sheet is a mistake. */
const WIDE = 500;
const SPARSE = 0.05;

/**
 * Returns where the list stands; undefined where the sheet has no value in its first rows, nor in any other. `headerRow`:
 * the row of the header, where somebody said it. `struck`: gets the rows with cells that are struck through, of which all are read.
 */
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
  // Every row would be filled up to it, which is a list of gigabytes where somebody touched the last column.
  if (width > WIDE && facts.cells < facts.rows * width * SPARSE) {
    const { file, exitCode } = book.terms;
    throw new ScrubError(exitCode, "sheetTooWide", [columnLetters(end)], { file, sheet: shownSheet(sheet) });
  }
  return { firstRow, firstColumn, width };
}

/**
 * Names of several columns, and no number among them: what stands right of such a header has no column, and its row is
 * ragged, for something in it was probably moved. Without one, every row is as long as the longest.
 */
function isHeader(record: string): boolean {
  const cells = record.split(",");
  const filled = cells.filter((cell) => cell !== "");
  return filled.length > 1 && filled.every((cell) => cell.replace(/\P{Nd}/gu, "").length < NUMBER_DIGITS);
}

/** Whether a cell of the sheet has a value. */
export async function hasValues(book: Workbook, sheet: SheetEntry): Promise<boolean> {
  for await (const text of new SheetRows(book, sheet, "counted", undefined).pieces(1)) if (text !== "") return true;
  return false;
}

/** A cell with the digits of a number, or cells over which one is spread; dates have as many. */
const NUMBER = new RegExp(`(?:\\p{Nd}[^\\r\\n\\p{Nd}]{0,3}){${NUMBER_DIGITS}}`, "u");

/** Whether a cell of the sheet may hold a phone number. In doubt it does. */
export async function holdsNumbers(book: Workbook, sheet: SheetEntry): Promise<boolean> {
  const rows = new SheetRows(book, sheet, "counted", undefined);
  for await (const text of rows.pieces()) if (rows.records.facts.formulas > 0 || NUMBER.test(text)) return true;
  return false;
}

export interface SurveyedSheet extends Omit<SheetEntry, "part"> {
  /** What is known of the sheet; undefined for one without cells. */
  facts: SheetFacts | undefined;
}

/** All sheets, each read to its end: what stands in them, and what in them nobody sees. */
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

export class SheetSource implements ByteSource {
  readonly #rows: SheetRows;
  readonly #pieces: AsyncGenerator<string, void>;
  #bytes: Buffer = Buffer.from("\ufeff");

  /** `tellsTypes`: texts that look like numbers or dates are quoted, and cells that are ones are not. */
  constructor(book: Workbook, sheet: SheetEntry, layout: SheetLayout, unseen: Unseen, tellsTypes = false) {
    this.#rows = new SheetRows(book, sheet, unseen, layout, undefined, tellsTypes);
    this.#pieces = this.#rows.pieces();
  }

  /** The facts of the rows that were read so far: of the whole sheet, once `read` has come to its end. */
  get facts(): SheetFacts {
    return this.#rows.records.facts;
  }

  /** How far the file is read, as an offset in it. */
  get position(): number {
    return this.#rows.position;
  }

  async read(into: Uint8Array, offset: number, length: number): Promise<number> {
    if (this.#bytes.length === 0) this.#bytes = Buffer.from((await this.#pieces.next()).value ?? "");
    const count = this.#bytes.copy(into, offset, 0, length);
    this.#bytes = this.#bytes.subarray(count);
    return count;
  }

  close(): void {
    void this.#pieces.return();
  }
}
