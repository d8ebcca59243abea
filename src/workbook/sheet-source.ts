// One sheet as a source of CSV: UTF-8 with a byte order mark, commas, CRLF, a record a row. A row without a value is a
// blank line, so that records are counted as the sheet counts its rows.

import type { ByteSource } from "../files/input.js";
import { type SheetEntry, stringsOf, type Workbook } from "./book.js";
import type { SheetFacts, SheetLayout, Unseen } from "./facts.js";
import type { SharedStrings } from "./shared-strings.js";
import { SheetRows } from "./sheet-rows.js";

/** Rows that are looked at to know where the list stands in the sheet. */
const LOOKED_AT = 20_000;
/** The share of rows that have a value in a column that is one without a name. */
const USED = 0.05;
const FILL_BYTES = 256 * 1024;

/** Where the list stands; undefined where the sheet has no value in its first rows, nor in any other. */
export async function layoutOf(
  book: Workbook,
  sheet: SheetEntry,
  strings: SharedStrings,
  unseen: Unseen,
): Promise<SheetLayout | undefined> {
  const rows = new SheetRows(book, sheet, strings, unseen, undefined);
  try {
    while (!rows.isDone && rows.cells.facts.rows < LOOKED_AT) {
      await rows.fill(FILL_BYTES);
      rows.cells.records.length = 0;
    }
  } finally {
    rows.close();
  }
  const { firstRow, firstColumn } = rows.cells.facts;
  return firstRow === 0 ? undefined : { firstRow, firstColumn, width: lastColumnOf(rows) - firstColumn + 1 };
}

/**
 * The header's last column, or one behind it that many rows use without a name. What stands further right makes a row
 * ragged: something in it was probably moved.
 */
function lastColumnOf({ cells: { facts, counts, firstRowEnd } }: SheetRows): number {
  const least = Math.max(2, facts.rows * USED);
  let column = facts.lastColumn;
  while (column > firstRowEnd && counts![column]! < least) column--;
  return column;
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

export class SheetSource implements ByteSource {
  readonly #rows: SheetRows;
  readonly #strings: SharedStrings;
  #from = 0;

  constructor(book: Workbook, sheet: SheetEntry, layout: SheetLayout, unseen: Unseen, strings = stringsOf(book)) {
    this.#strings = strings;
    this.#rows = new SheetRows(book, sheet, strings, unseen, layout);
  }

  /** Of the rows that were read so far: of the whole sheet, once `read` has come to its end. */
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
