// Rows and cells of a sheet as XML. Texts stand in their cells: a table of shared ones would grow with the list.

import { cellText } from "../../csv/cells.js";
import { columnLetters } from "../facts.js";
import type { TypedValue } from "../typed-text.js";
import type { DeflatedText } from "./deflated-text.js";
import { ATTRIBUTES_OF } from "./styles.js";

const SPACE = 0x20;
/** UTF-16 units that a cell may hold. */
export const MOST_TEXT = 32_767;

/** What a byte of a text asks for, as bits: nothing where it is written as it stands. */
const ESCAPED = 1;
/** It is of a character of several bytes. */
const LONG = 2;
/** In a cell with quotes about it, it is written twice. */
const QUOTED = 4;
/** It may begin what is written otherwise: `_x0041_`, and two characters that XML has no place for. */
const DOUBTFUL = 8;

const ASKS_FOR = new Uint8Array(256);
for (let byte = 0; byte < SPACE; byte++) ASKS_FOR[byte] = byte === 0x09 || byte === 0x0a ? 0 : ESCAPED;
for (const sign of "&<>") ASKS_FOR[sign.charCodeAt(0)] = ESCAPED;
ASKS_FOR.fill(LONG, 0x80);
ASKS_FOR[0x22] = QUOTED;
ASKS_FOR[0x5f] = DOUBTFUL;
ASKS_FOR[0xef] = DOUBTFUL | LONG;

export class SheetXml {
  row = 0;
  /** Whether all bytes that come are known to be UTF-8. */
  isUtf8 = false;
  /** What ends the cell that is open. */
  #cellEnd = "";
  readonly #letters: string[] = [];

  constructor(private readonly out: DeflatedText) {}

  beginRow(): void {
    this.row++;
    this.out.ascii(`<row r="${this.row}">`);
  }

  endRow(): void {
    this.out.ascii(`${this.#cellEnd}</row>`);
    this.#cellEnd = "";
  }

  /** The text of the cell [start, end) of a record. False where no sheet can hold as much. */
  text(column: number, style: number, record: Uint8Array, start: number, end: number, isQuoted: boolean): boolean {
    const isLong = end - start > MOST_TEXT;
    if (isLong || isBlank(record, start, end) || !this.#isWritten(record, start, end, isQuoted))
      return this.words(column, style, cellText(record, start, end, isQuoted));
    this.#beginText(column, style, "");
    this.out.bytes(record, start, end);
    return true;
  }

  /** A text that may hold anything. False where no sheet can hold as much. */
  words(column: number, style: number, text: string): boolean {
    if (text.length > MOST_TEXT) return false;
    this.#beginText(column, style, /^\s|\s$/.test(text) ? ' xml:space="preserve"' : "");
    this.out.utf8(escaped(text));
    return true;
  }

  /** A number as it stands in a record. */
  number(column: number, record: Uint8Array, start: number, end: number): void {
    this.#begin(column, `${ATTRIBUTES_OF.number}><v>`, "</v></c>");
    this.out.bytes(record, start, end);
  }

  typed(column: number, { show, stored }: TypedValue): void {
    this.#begin(column, `${ATTRIBUTES_OF[show]}><v>`, "</v></c>");
    this.out.ascii(stored);
  }

  #beginText(column: number, style: number, attributes: string): void {
    this.#begin(column, ` s="${style}" t="inlineStr"><is><t${attributes}>`, "</t></is></c>");
  }

  /** Writes all that stands before a cell's value. */
  #begin(column: number, head: string, cellEnd: string): void {
    this.#letters[column] ??= columnLetters(column);
    this.out.ascii(`${this.#cellEnd}<c r="${this.#letters[column]}${this.row}"${head}`);
    this.#cellEnd = cellEnd;
  }

  /** Whether a text is written as it stands. */
  #isWritten(text: Uint8Array, start: number, end: number, isQuoted: boolean): boolean {
    let asks = 0;
    for (let at = start; at < end; at++) asks |= ASKS_FOR[text[at]!]!;
    const stops = ESCAPED | (isQuoted ? QUOTED : 0) | (this.isUtf8 ? 0 : LONG);
    if ((asks & stops) !== 0) return false;
    if ((asks & DOUBTFUL) === 0) return true;
    for (let at = start; at + 1 < end; at++) {
      if (text[at] === 0x5f && text[at + 1] === 0x78) return false;
      if (text[at] === 0xef && text[at + 1] === 0xbf) return false;
    }
    return true;
  }
}

/** Whether a text has something blank at an end: programs drop that, unless they are told to keep it. */
function isBlank(text: Uint8Array, start: number, end: number): boolean {
  return text[start]! <= SPACE || text[end - 1]! <= SPACE;
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
