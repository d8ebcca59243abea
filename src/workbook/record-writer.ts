// Records of CSV in a growing buffer: UTF-8 with a byte order mark, commas, CRLF. A row without a value is a blank line,
// so that who counts lines counts the sheet's rows.

import type { CellText } from "./cell-text.js";
import type { SheetLayout } from "./facts.js";
import type { SharedStrings } from "./shared-strings.js";
import { typedValue } from "./values.js";

const COMMA = 0x2c;
const CR = 0x0d;
const QUOTE = 0x22;
const LF = 0x0a;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

export class RecordWriter {
  /** What was written is [0, length): who takes it sets the length to 0. */
  out: Buffer = Buffer.allocUnsafeSlow(256 * 1024);
  length = 0;
  /** Cells of the current record, up to the last that was written. */
  #cells = 0;
  /** The row of the record before; 0 where there is none. */
  #lastRow = 0;

  /** `layout`: undefined while nobody knows it; then records begin in column A and end with their last cell. */
  constructor(
    private readonly layout: SheetLayout | undefined,
    /** Whether a text that looks like a number or a date is quoted: what stands there without quotes is one. */
    private readonly tellsTypes: boolean,
  ) {
    if (layout !== undefined) for (const byte of BYTE_ORDER_MARK) this.out[this.length++] = byte;
  }

  /** Begins the record of a row, behind a blank line for every row that was passed over. */
  begin(row: number): void {
    const before = this.#lastRow === 0 ? (this.layout?.firstRow ?? row) - 1 : this.#lastRow;
    const blank = row - before - 1;
    this.#makeRoom(blank * 2);
    for (let i = 0; i < blank; i++) this.#putLineEnd();
    this.#lastRow = row;
    this.#cells = 0;
  }

  /** Goes on to the cell of a column, where `bytes` will be written. False where it stands left of the list. */
  moveTo(column: number, bytes: number): boolean {
    const cell = column - (this.layout?.firstColumn ?? 1);
    if (cell < 0) return false;
    // Behind the first cell every cell has its delimiter before it.
    const delimiters = cell - Math.max(0, this.#cells - 1);
    this.#makeRoom(delimiters + bytes + 2);
    for (let i = 0; i < delimiters; i++) this.out[this.length++] = COMMA;
    this.#cells = cell + 1;
    return true;
  }

  text(text: CellText): void {
    const start = this.length;
    this.length = text.writeCsv(this.out, start);
    if (this.tellsTypes) this.#tellText(start);
  }

  shared(strings: SharedStrings, index: number): void {
    const start = this.length;
    this.length = strings.write(index, this.out, start);
    if (this.tellsTypes) this.#tellText(start);
  }

  /** A word in ASCII that needs no quotes. */
  word(word: string): void {
    this.length += this.out.write(word, this.length, "latin1");
  }

  /** Fills the record up to the list's width. */
  end(): void {
    const missing = Math.max(0, (this.layout?.width ?? 0) - this.#cells);
    this.#makeRoom(missing + 2);
    for (let i = 0; i < missing; i++) this.out[this.length++] = COMMA;
    this.#putLineEnd();
  }

  /** Quotes the text that was written last, where it could be taken for a number or a date: room was made. */
  #tellText(start: number): void {
    const { out, length } = this;
    if (typedValue(out.toString("latin1", start, length)) === undefined) return;
    out.copyWithin(start + 1, start, length);
    out[start] = out[length + 1] = QUOTE;
    this.length += 2;
  }

  #putLineEnd(): void {
    this.out[this.length++] = CR;
    this.out[this.length++] = LF;
  }

  #makeRoom(more: number): void {
    if (this.length + more <= this.out.length) return;
    const grown = Buffer.allocUnsafeSlow(Math.max(this.length + more, this.out.length * 2));
    this.out.copy(grown, 0, 0, this.length);
    this.out = grown;
  }
}
