// Rows and cells of a sheet as XML, in a growing buffer. Texts stand in their cells: a table of shared ones would grow with
// the list.

import { cellText } from "../../csv/cells.js";
import { columnLetters } from "../facts.js";
import type { TypedValue } from "../typed-text.js";
import { STYLE_OF } from "./styles.js";

const QUOTE = 0x22;
const SPACE = 0x20;
/** What is copied eight bytes at a time may write so many beyond its end. */
const SLACK = 64;
const PLACE_BYTES = 16;
/** Digits of the last row. */
const ROW_DIGITS = 8;
/** UTF-16 units that a cell may hold. */
export const MOST_TEXT = 32_767;

/** What a byte of a text asks for. */
const PLAIN = 0;
/** It is written otherwise, or XML has no place for it. */
const ESCAPED = 1;
/** `_x0041_` would be read as a letter. */
const UNDERSCORE = 2;
/** It begins a character of several bytes. */
const LONG = 3;

const ASKS_FOR = new Uint8Array(256);
for (let byte = 0; byte < SPACE; byte++) ASKS_FOR[byte] = byte === 0x09 || byte === 0x0a ? PLAIN : ESCAPED;
for (const sign of "&<>") ASKS_FOR[sign.charCodeAt(0)] = ESCAPED;
ASKS_FOR[0x5f] = UNDERSCORE;
for (let byte = 0x80; byte < 256; byte++) ASKS_FOR[byte] = LONG;

const CLOSE = padded("</t></is></c>");
const ROW = padded('<row r="');
const ROW_OPEN = padded('">');
const ROW_CLOSE = padded("</row>");

/** The start of a text cell in the current row, behind the column's letters: the row's digits, right-aligned, and what follows. */
interface Head {
  bytes: Buffer;
  view: DataView;
  /** The row whose digits stand in it. */
  row: number;
}

export class SheetXml {
  bytes: Buffer = Buffer.allocUnsafeSlow(512 * 1024);
  length = 0;
  row = 0;
  /** Whether all bytes that come are known to be UTF-8. */
  isUtf8 = false;
  #view = viewOf(this.bytes);
  #digits = "";
  readonly #heads: Head[] = [];
  /** `<c r="AB` of every column so far. */
  #places = Buffer.alloc(0);
  #placesView = viewOf(this.#places);
  readonly #placeBytes: number[] = [];

  beginRow(): void {
    this.row++;
    this.#digits = String(this.row);
    this.#makeRoom(2 * SLACK);
    this.#copyWords(ROW.view, 0, ROW.length);
    for (let i = 0; i < this.#digits.length; i++) this.bytes[this.length++] = this.#digits.charCodeAt(i);
    this.#copyWords(ROW_OPEN.view, 0, ROW_OPEN.length);
  }

  endRow(): void {
    this.#makeRoom(SLACK);
    this.#copyWords(ROW_CLOSE.view, 0, ROW_CLOSE.length);
  }

  /** Goes on in another buffer, and returns the one before it. */
  exchange(other: Buffer | undefined): Buffer {
    const before = this.bytes;
    this.bytes = other ?? Buffer.allocUnsafeSlow(before.length);
    this.#view = viewOf(this.bytes);
    this.length = 0;
    return before;
  }

  ascii(text: string): void {
    this.#makeRoom(text.length);
    this.length += this.bytes.write(text, this.length, "latin1");
  }

  /** The text of the cell [start, end) of a record. False where no sheet can hold as much. */
  text(column: number, style: number, record: Uint8Array, start: number, end: number, isQuoted: boolean): boolean {
    if (end - start > MOST_TEXT) return this.words(column, style, cellText(record, start, end, isQuoted));
    this.#makeRoom(end - start + 2 * SLACK);
    const before = this.length;
    this.#begin(column, style);
    const into = this.bytes;
    let at = this.length;
    for (let from = start; from < end; from++) {
      const byte = record[from]!;
      const asks = ASKS_FOR[byte]!;
      if (asks !== PLAIN || byte === QUOTE) {
        const isFine =
          (asks === PLAIN && !isQuoted) ||
          (asks === UNDERSCORE && record[from + 1] !== 0x78) ||
          (asks === LONG && this.isUtf8 && (byte !== 0xef || record[from + 1] !== 0xbf));
        if (!isFine) {
          this.length = before;
          return this.words(column, style, cellText(record, start, end, isQuoted));
        }
      }
      into[at++] = byte;
    }
    // Programs drop what is blank at the ends of a text, unless they are told to keep it.
    if (record[start]! <= SPACE || record[end - 1]! <= SPACE) {
      this.length = before;
      return this.words(column, style, cellText(record, start, end, isQuoted));
    }
    this.length = at;
    this.#copyWords(CLOSE.view, 0, CLOSE.length);
    return true;
  }

  /** A text that may hold anything. False where no sheet can hold as much. */
  words(column: number, style: number, text: string): boolean {
    if (text.length > MOST_TEXT) return false;
    const keep = /^\s|\s$/.test(text) ? ' xml:space="preserve"' : "";
    const place = `${columnLetters(column)}${this.#digits}`;
    const xml = `<c r="${place}" s="${style}" t="inlineStr"><is><t${keep}>${escaped(text)}</t></is></c>`;
    this.#makeRoom(Buffer.byteLength(xml));
    this.length += this.bytes.write(xml, this.length);
    return true;
  }

  typed(column: number, { show, stored }: TypedValue): void {
    const style = STYLE_OF[show] === 0 ? "" : ` s="${STYLE_OF[show]}"`;
    const type = show === "boolean" ? ' t="b"' : "";
    this.ascii(`<c r="${columnLetters(column)}${this.#digits}"${style}${type}><v>${stored}</v></c>`);
  }

  /** Writes all before a text: room was made. */
  #begin(column: number, style: number): void {
    if (column > this.#placeBytes.length) this.#addPlaces(column);
    this.#copyWords(this.#placesView, (column - 1) * PLACE_BYTES, this.#placeBytes[column - 1]!);
    let head = this.#heads[style];
    if (head === undefined) {
      const { bytes, view } = padded(`${" ".repeat(ROW_DIGITS)}" s="${style}" t="inlineStr"><is><t>`);
      head = { bytes, view, row: 0 };
      this.#heads[style] = head;
    }
    const start = ROW_DIGITS - this.#digits.length;
    if (head.row !== this.row) {
      for (let i = 0; i < this.#digits.length; i++) head.bytes[start + i] = this.#digits.charCodeAt(i);
      head.row = this.row;
    }
    this.#copyWords(head.view, start, head.bytes.length - PLACE_BYTES - start);
  }

  #copyWords(from: DataView, start: number, count: number): void {
    const view = this.#view;
    let at = this.length;
    for (let done = 0; done < count; done += 8, at += 8) {
      view.setInt32(at, from.getInt32(start + done, true), true);
      view.setInt32(at + 4, from.getInt32(start + done + 4, true), true);
    }
    this.length += count;
  }

  #addPlaces(columns: number): void {
    const places = Buffer.alloc((columns + 1) * PLACE_BYTES);
    this.#places.copy(places);
    for (let column = this.#placeBytes.length + 1; column <= columns; column++)
      this.#placeBytes.push(places.write(`<c r="${columnLetters(column)}`, (column - 1) * PLACE_BYTES, "latin1"));
    this.#places = places;
    this.#placesView = viewOf(places);
  }

  #makeRoom(more: number): void {
    const wanted = this.length + more + SLACK;
    if (wanted <= this.bytes.length) return;
    const grown = Buffer.allocUnsafeSlow(Math.max(wanted, this.bytes.length * 2));
    this.bytes.copy(grown, 0, 0, this.length);
    this.bytes = grown;
    this.#view = viewOf(grown);
  }
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

/** ASCII with zeros behind it, to be copied by words. */
function padded(text: string) {
  const bytes = Buffer.alloc(text.length + PLACE_BYTES);
  bytes.write(text, "latin1");
  return { bytes, view: viewOf(bytes), length: text.length };
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
