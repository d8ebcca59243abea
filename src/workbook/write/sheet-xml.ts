// Rows and cells of a sheet as XML, which is packed on the way. Texts stand in their cells: a table of shared ones would
// grow with the list.

import { cellText } from "../../csv/cells.js";
import { columnLetters } from "../facts.js";
import type { TypedShow, TypedValue } from "../typed-text.js";
import { type PackedText, type Piece, pieceOf, renew } from "./packed-text.js";
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
/** What a text may ask for of which nobody knows. */
export const EVERYTHING = 31;

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

export class SheetXml {
  row = 0;
  /** Whether all bytes that come are known to be UTF-8. */
  isUtf8 = false;
  /** All that the record's bytes may ask for. */
  asks = EVERYTHING;
  #open = NOTHING;
  #digits: Buffer = Buffer.alloc(0);
  /** Of texts, by their style, and of other values. */
  readonly #heads: Head[] = [];
  readonly #typedHeads: Partial<Record<TypedShow, Head>> = {};
  /** What begins a cell of each column, and a row, by what is open before it. */
  readonly #places: readonly Piece[][] = CELL_AFTER.map(() => []);
  readonly #rows = ROW_END.map((end) => pieceOf(`${end}<row r="`));

  constructor(readonly out: PackedText) {}

  beginRow(): void {
    this.row++;
    this.#digits = counted(this.#digits);
    this.out.piece(this.#rows[this.#open]!);
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
    // Programs drop what is blank at the ends of a text, unless they are told to keep it.
    const isBlank = record[start]! <= SPACE || record[end - 1]! <= SPACE;
    if (isBlank || end - start > MOST_TEXT) return this.words(column, style, cellText(record, start, end, isQuoted));
    this.#begin(column, this.#textHead(style));
    if (this.#isPlain(record, start, end, isQuoted)) this.out.literal(record, start, end);
    else this.#literal(escaped(cellText(record, start, end, isQuoted)));
    return true;
  }

  /** Whether a text is written as it stands. */
  #isPlain(text: Uint8Array, start: number, end: number, isQuoted: boolean): boolean {
    if (this.asks === 0 || (this.asks === LONG && this.isUtf8)) return true;
    let asks = 0;
    for (let at = start; at < end; at++) asks |= ASKS_FOR[text[at]!]!;
    if ((asks & ESCAPED) !== 0 || (isQuoted && (asks & QUOTED) !== 0)) return false;
    if ((asks & (LONG | LAST_LONG)) !== 0 && !this.isUtf8) return false;
    const holds = (one: number, other: number) => {
      for (let at = start; at + 1 < end; at++) if (text[at] === one && text[at + 1] === other) return true;
      return false;
    };
    return !((asks & UNDERSCORE) !== 0 && holds(0x5f, 0x78)) && !((asks & LAST_LONG) !== 0 && holds(0xef, 0xbf));
  }

  /** A text that may hold anything. False where no sheet can hold as much. */
  words(column: number, style: number, text: string): boolean {
    if (text.length > MOST_TEXT) return false;
    if (/^\s|\s$/.test(text)) {
      this.#place(column);
      this.#literal(`${this.row}" s="${style}" t="inlineStr"><is><t xml:space="preserve">`);
      this.#open = TEXT;
    } else this.#begin(column, this.#textHead(style));
    this.#literal(escaped(text));
    return true;
  }

  /** A number as it stands in a record. */
  number(column: number, record: Uint8Array, start: number, end: number): void {
    this.#begin(column, this.#typedHead("number"));
    this.out.literal(record, start, end);
  }

  typed(column: number, { show, stored }: TypedValue): void {
    this.#begin(column, this.#typedHead(show));
    this.#literal(stored);
  }

  #textHead(style: number): Head {
    this.#heads[style] ??= headOf(` s="${style}" t="inlineStr"><is><t>`, TEXT);
    return this.#heads[style];
  }

  #typedHead(show: TypedShow): Head {
    this.#typedHeads[show] ??= headOf(`${ATTRIBUTES_OF[show]}><v>`, VALUE);
    return this.#typedHeads[show];
  }

  /** Writes all that stands before a cell's value. */
  #begin(column: number, head: Head): void {
    this.#place(column);
    const { out } = this;
    const at = out.length;
    if (head.at > 0 && head.row === this.row) {
      if (head.whole.at < 0) head.whole.at = head.at;
      out.piece(head.whole);
    } else {
      renew(head.whole, this.#digits, head.rest);
      out.literal(this.#digits, 0, this.#digits.length);
      out.piece(head.rest);
      head.row = this.row;
    }
    head.at = at;
    this.#open = head.opens;
  }

  #place(column: number): void {
    const places = this.#places[this.#open]!;
    places[column] ??= pieceOf(`${CELL_AFTER[this.#open]}${columnLetters(column)}`);
    this.out.piece(places[column]);
  }

  #literal(text: string): void {
    const bytes = Buffer.from(text);
    this.out.literal(bytes, 0, bytes.length);
  }
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
