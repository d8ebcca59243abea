// Rows and cells of a sheet as XML, which is packed on the way. Texts stand in their cells: a table of shared ones would
// grow with the list.

import { cellText } from "../../csv/cells.js";
import type { Packing, PackState } from "../../kernel/pack-kernel.js";
import { columnLetters } from "../facts.js";
import type { TypedShow, TypedValue } from "../typed-text.js";
import { type PackedText, type Piece, pieceOf, renew, WINDOW } from "./packed-text.js";
import type { PlainCells } from "./plain-cells.js";
import { ATTRIBUTES_OF } from "./styles.js";

const SPACE = 0x20;
/** UTF-16 units that a cell may hold. */
export const MOST_TEXT = 32_767;

/** What a byte of a text asks for, as bits: nothing where it is written as it stands. */
const ESCAPED = 1;
/** `_x0041_` would be read as a letter. */
const UNDERSCORE = 2;
/** It is of a character of several bytes. */
const LONG = 4;
/** It may begin one of two characters that XML has no place for. */
const LAST_LONG = 8;
/** In a cell with quotes about it, it is written twice. */
const QUOTED = 16;

export const ASKS_FOR = new Uint8Array(256);
for (let byte = 0; byte < SPACE; byte++) ASKS_FOR[byte] = byte === 0x09 || byte === 0x0a ? 0 : ESCAPED;
for (const sign of "&<>") ASKS_FOR[sign.charCodeAt(0)] = ESCAPED;
for (let byte = 0x80; byte < 256; byte++) ASKS_FOR[byte] = LONG;
ASKS_FOR[0x22] = QUOTED;
ASKS_FOR[0x5f] = UNDERSCORE;
ASKS_FOR[0xef] = LAST_LONG;

// What is open: nothing, a row's tag, a text or another value in a row. By that, what ends a row, and what stands before a
// cell's place.
const NOTHING = 0;
const TAG = 1;
const TEXT = 2;
const VALUE = 3;
const ROW_END = ["", '"></row>', "</t></is></c></row>", "</v></c></row>"] as const;
const CELL_AFTER = ["", '"><c r="', '</t></is></c><c r="', '</v></c><c r="'] as const;
const ZERO = 0x30;
const NINE = 0x39;

/** The start of a cell of one kind, behind the column's letters. */
interface Head {
  /** What it opens. */
  opens: number;
  /** From the row's digits on, as it comes again in the same row. */
  whole: Piece;
  /** Behind the digits. */
  rest: Piece;
  /** The row whose digits stand in `whole`, and where it stood last. */
  row: number;
  at: number;
}

/** What comes again. */
class Tags {
  /** Of texts, by their style, and of other values. */
  readonly heads: Head[] = [];
  readonly typedHeads: Partial<Record<TypedShow, Head>> = {};
  /** What begins a cell of each column, and a row, by what is open before it. */
  readonly places: readonly Piece[][] = CELL_AFTER.map(() => []);
  readonly rows = ROW_END.map((end) => pieceOf(`${end}<row r="`));

  textHead(style: number): Head {
    this.heads[style] ??= headOf(` s="${style}" t="inlineStr"><is><t>`, TEXT);
    return this.heads[style];
  }

  typedHead(show: TypedShow): Head {
    this.typedHeads[show] ??= headOf(`${ATTRIBUTES_OF[show]}><v>`, VALUE);
    return this.typedHeads[show];
  }

  place(open: number, column: number): Piece {
    const places = this.places[open]!;
    places[column] ??= pieceOf(`${CELL_AFTER[open]}${columnLetters(column)}`);
    return places[column];
  }
}

export class SheetXml {
  row = 0;
  /** Whether all bytes that come are known to be UTF-8. */
  isUtf8 = false;
  /** Whether the record is plain: its texts are written as they stand. */
  isPlain = false;
  #open = NOTHING;
  #digits: Buffer = Buffer.alloc(0);
  /** Of plain records, and of others: whoever packs plain ones knows nothing of the others. */
  readonly #plainTags = new Tags();
  readonly #otherTags = new Tags();

  constructor(readonly out: PackedText) {}

  /** How plain records are packed. `styles`: by column. */
  packing(styles: readonly number[]): Pick<Packing, "rows" | "columns"> {
    const tags = new Tags();
    return {
      rows: [tags.rows[TAG]!, tags.rows[TEXT]!],
      columns: styles.map((style, i) => ({
        begins: [tags.place(TAG, i + 1), tags.place(TEXT, i + 1)],
        head: tags.textHead(style).rest,
      })),
    };
  }

  /** Where a plain record may follow: behind a row, and no value but a text is open in it. */
  get state(): Pick<PackState, "row" | "isText"> | undefined {
    const isText = this.#open === TEXT;
    return isText || this.#open === TAG ? { row: this.row, isText } : undefined;
  }

  /** Takes what somebody else has written behind the state that it had, to the state that it has now. */
  goOn({ row, isText }: Pick<PackState, "row" | "isText">): void {
    this.row = row;
    this.#digits = Buffer.from(String(row));
    this.#open = isText ? TEXT : TAG;
  }

  /** What bytes of plain records may not ask for, but for `_` and 0xef without what makes them a sign. */
  get stops(): number {
    return ESCAPED | UNDERSCORE | LAST_LONG | (this.isUtf8 ? 0 : LONG);
  }

  /** Whether all texts of a record are written as they stand. */
  isAsItStands({ asks, bytes, cells, cellStart, cellEnd }: PlainCells): boolean {
    for (let i = 0; i < cells; i++) {
      const [from, to] = [cellStart[i]!, cellEnd[i]!];
      if (from === to) continue;
      if (isBlank(bytes, from, to) || to - from > MOST_TEXT || !this.#areWritten(asks, bytes, from, to)) return false;
    }
    return true;
  }

  beginRow(): void {
    this.row++;
    this.#digits = counted(this.#digits);
    this.out.piece(this.#tags.rows[this.#open]!);
    this.out.literal(this.#digits, 0, this.#digits.length);
    this.#open = TAG;
  }

  /** Ends the last row. */
  end(): void {
    this.ascii(ROW_END[this.#open]!);
    this.#open = NOTHING;
  }

  /** What stands around the rows. */
  ascii(text: string): void {
    this.#literal(text);
  }

  /** The text of the cell [start, end) of a record. False where no sheet can hold as much. */
  text(column: number, style: number, record: Uint8Array, start: number, end: number, isQuoted: boolean): boolean {
    if (!this.isPlain && (isBlank(record, start, end) || end - start > MOST_TEXT))
      return this.words(column, style, cellText(record, start, end, isQuoted));
    this.#begin(column, this.#tags.textHead(style));
    if (this.isPlain || this.#isWritten(record, start, end, isQuoted)) this.out.literal(record, start, end);
    else this.#literal(escaped(cellText(record, start, end, isQuoted)));
    return true;
  }

  /** Whether a text is written as it stands. */
  #isWritten(text: Uint8Array, start: number, end: number, isQuoted: boolean): boolean {
    let asks = 0;
    for (let at = start; at < end; at++) asks |= ASKS_FOR[text[at]!]!;
    return !(isQuoted && (asks & QUOTED) !== 0) && this.#areWritten(asks, text, start, end);
  }

  /** Whether bytes that ask for so much are written as they stand, quotes aside. */
  #areWritten(asks: number, text: Uint8Array, start: number, end: number): boolean {
    const stops = asks & this.stops;
    if (stops === 0) return true;
    if ((stops & (ESCAPED | LONG)) !== 0 || (!this.isUtf8 && (stops & LAST_LONG) !== 0)) return false;
    for (let at = start; at + 1 < end; at++) {
      // `_x` begins what is read as a letter, and these two one of the characters that XML has no place for.
      if (text[at] === 0x5f && text[at + 1] === 0x78) return false;
      if (text[at] === 0xef && text[at + 1] === 0xbf) return false;
    }
    return true;
  }

  /** A text that may hold anything. False where no sheet can hold as much. */
  words(column: number, style: number, text: string): boolean {
    if (text.length > MOST_TEXT) return false;
    if (/^\s|\s$/.test(text)) {
      this.#place(column);
      this.#literal(`${this.row}" s="${style}" t="inlineStr"><is><t xml:space="preserve">`);
      this.#open = TEXT;
    } else this.#begin(column, this.#tags.textHead(style));
    this.#literal(escaped(text));
    return true;
  }

  /** A number as it stands in a record. */
  number(column: number, record: Uint8Array, start: number, end: number): void {
    this.#begin(column, this.#tags.typedHead("number"));
    this.out.literal(record, start, end);
  }

  typed(column: number, { show, stored }: TypedValue): void {
    this.#begin(column, this.#tags.typedHead(show));
    this.#literal(stored);
  }

  get #tags(): Tags {
    return this.isPlain ? this.#plainTags : this.#otherTags;
  }

  /** Writes all that stands before a cell's value. */
  #begin(column: number, head: Head): void {
    const { out } = this;
    this.#place(column);
    const at = out.length;
    if (head.row === this.row && at - head.at <= WINDOW) {
      head.whole.at = head.at;
      out.piece(head.whole);
    } else {
      if (head.row !== this.row) renew(head.whole, this.#digits, head.rest);
      out.literal(this.#digits, 0, this.#digits.length);
      out.piece(head.rest);
      head.row = this.row;
    }
    head.at = at;
    this.#open = head.opens;
  }

  #place(column: number): void {
    this.out.piece(this.#tags.place(this.#open, column));
  }

  #literal(text: string): void {
    const bytes = Buffer.from(text);
    this.out.literal(bytes, 0, bytes.length);
  }
}

/** Whether a text has something blank at an end: programs drop that, unless they are told to keep it. */
function isBlank(text: Uint8Array, start: number, end: number): boolean {
  return text[start]! <= SPACE || text[end - 1]! <= SPACE;
}

/** `rest`: behind the quote that ends the place. */
function headOf(rest: string, opens: number): Head {
  return { opens, whole: pieceOf(""), rest: pieceOf(`"${rest}`), row: 0, at: 0 };
}

/** Counts one up in decimal digits. */
function counted(digits: Buffer): Buffer {
  for (let at = digits.length - 1; at >= 0; at--) {
    if (digits[at] !== NINE) {
      digits[at]!++;
      return digits;
    }
    digits[at] = ZERO;
  }
  return Buffer.concat([Buffer.from("1"), digits]);
}

/** What XML can't hold is written `_x0007_`, as Excel does; no program has a way to write NUL or half a character. */
function escaped(text: string): string {
  return text
    .replace(/\0|\p{Cs}/gu, "\ufffd")
    .replace(/_(?=x[\da-fA-F]{4}_)/g, "_x005F_")
    .replace(
      /(?![\t\n\r\u007f-\u009f])\p{Cc}|[\ufffe\uffff]/gu,
      (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
    )
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\r", "&#13;");
}
