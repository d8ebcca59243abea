// One sheet as a source of CSV: UTF-8 with a byte order mark, commas, CRLF, a record a row. A row without a value is a
// blank line, so that records are counted as the sheet counts its rows.

import { ScrubError } from "../errors.js";
import type { ByteSource } from "../files/input.js";
import { type SheetEntry, shownSheet, stringsOf, type Workbook } from "./book.js";
import type { StruckRow } from "./cell-writer.js";
import { columnLetters, type SheetFacts, type SheetLayout, type Unseen } from "./facts.js";
import type { SharedStrings } from "./shared-strings.js";
import { SheetRows } from "./sheet-rows.js";

/** Rows that are looked at to know where the list stands in the sheet. */
const LOOKED_AT = 20_000;
/** A cell with so many digits may be a phone number, and is not the name of a column. */
const NUMBER_DIGITS = 7;
/** Columns, and the share of their cells that hold a value, from which on a sheet is a mistake. */
const WIDE = 500;
const SPARSE = 0.05;
const FILL_BYTES = 256 * 1024;

/**
 * Returns where the list stands; undefined where the sheet has no value in its first rows, nor in any other. `headerRow`:
 * the row of the header, where somebody said it. `struck`: gets the rows with cells that are struck through, of which all are read.
 */
export async function layoutOf(
  book: Workbook,
  sheet: SheetEntry,
  strings: SharedStrings,
  unseen: Unseen,
  headerRow?: number,
  struck?: Map<number, StruckRow>,
): Promise<SheetLayout | undefined> {
  const rows = new SheetRows(book, sheet, strings, unseen, undefined, headerRow);
  rows.cells.struck = struck;
  const { records, facts } = rows.cells;
  let firstRecord = "";
  try {
    while (!rows.isDone && (facts.rows < LOOKED_AT || struck !== undefined)) {
      await rows.fill(FILL_BYTES);
      const text = records.out.subarray(0, records.length);
      if (firstRecord === "") firstRecord = text.toString("utf8", 0, Math.max(0, text.indexOf("\r\n")));
      records.length = 0;
    }
  } finally {
    rows.close();
  }
  const { firstRow, firstColumn } = facts;
  if (firstRow === 0) return undefined;
  const { headerEnd, headerCells, listEnd } = rows.cells;
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
export async function hasValues(book: Workbook, sheet: SheetEntry, strings: SharedStrings): Promise<boolean> {
  const rows = new SheetRows(book, sheet, strings, "counted", undefined);
  try {
    await rows.fill(1);
    return rows.cells.facts.rows > 0;
  } finally {
    rows.close();
  }
}

/** A cell with the digits of a number, or cells over which one is spread; dates have as many. */
const NUMBER = new RegExp(`(?:\\p{Nd}[^\\r\\n\\p{Nd}]{0,3}){${NUMBER_DIGITS}}`, "u");

/** Whether a cell of the sheet may hold a phone number. In doubt it does. */
export async function holdsNumbers(book: Workbook, sheet: SheetEntry, strings: SharedStrings): Promise<boolean> {
  const rows = new SheetRows(book, sheet, strings, "counted", undefined);
  const { records } = rows.cells;
  try {
    while (!rows.isDone) {
      await rows.fill(FILL_BYTES);
      if (rows.cells.facts.formulas > 0 || NUMBER.test(records.out.toString("utf8", 0, records.length))) return true;
      records.length = 0;
    }
    return false;
  } finally {
    rows.close();
  }
}

export class SheetSource implements ByteSource {
  readonly #rows: SheetRows;
  readonly #strings: SharedStrings;
  #from = 0;

  /** `tellsTypes`: texts that look like numbers or dates are quoted, and cells that are ones are not. */
  constructor(
    book: Workbook,
    sheet: SheetEntry,
    layout: SheetLayout,
    unseen: Unseen,
    strings = stringsOf(book),
    tellsTypes = false,
  ) {
    this.#strings = strings;
    this.#rows = new SheetRows(book, sheet, strings, unseen, layout, undefined, tellsTypes);
  }

  /** The facts of the rows that were read so far: of the whole sheet, once `read` has come to its end. */
  get facts(): SheetFacts {
    return this.#rows.cells.facts;
  }

  /** How far the file is read, as an offset in it. */
  get position(): number {
    return this.#rows.position;
  }

  async read(into: Uint8Array, offset: number, length: number): Promise<number> {
    const rows = this.#rows;
    const { records } = rows.cells;
    if (this.#from === records.length) {
      this.#from = records.length = 0;
      if (rows.isDone) return 0;
      await rows.fill(FILL_BYTES);
      // Also what no cell asked for must be whole: a file that is damaged there may be damaged anywhere.
      if (rows.isDone) await this.#strings.finish();
    }
    const count = Math.min(length, records.length - this.#from);
    into.set(records.out.subarray(this.#from, this.#from + count), offset);
    this.#from += count;
    return count;
  }

  close(): void {
    this.#rows.close();
    this.#strings.close();
  }
}
