// The text of one cell on its way from XML to CSV: runs are put together, escapes read, quotes doubled.

import type { XmlReader } from "./xml-reader.js";

const QUOTE = 0x22;
const UNDERSCORE = 0x5f;

/** What a byte asks for, as bits. */
const QUOTING = 1;
const DOUBLING = 2;
const ESCAPING = 4;

/** Marks the bytes that ask for quotes. A cell that holds a delimiter of another dialect needs no quotes in ours. */
const ASKS_FOR = new Uint8Array(256);
for (const sign of [",", "\r", "\n"]) ASKS_FOR[sign.charCodeAt(0)] = QUOTING;
ASKS_FOR[QUOTE] = QUOTING | DOUBLING;
ASKS_FOR[UNDERSCORE] = ESCAPING;

/** Characters that XML can't hold are written `_x000D_`. NUL stays as it is written: no text has one. */
const ESCAPE = /_x(?!0000)([\da-fA-F]{4})_/g;

export class CellText {
  bytes: Buffer = Buffer.allocUnsafeSlow(64 * 1024);
  length = 0;
  #asksFor = 0;

  clear(): void {
    this.length = 0;
    this.#asksFor = 0;
  }

  equals(other: CellText): boolean {
    return this.bytes.subarray(0, this.length).equals(other.bytes.subarray(0, other.length));
  }

  /** Takes the text that the reader stands at. */
  append(xml: XmlReader): void {
    const { bytes, textStart, textEnd } = xml;
    if (!xml.isPlain) {
      this.appendString(xml.text());
      return;
    }
    const length = textEnd - textStart;
    this.#makeRoom(length);
    const into = this.bytes;
    let at = this.length;
    let asksFor = 0;
    for (let from = textStart; from < textEnd; from++) {
      const byte = bytes[from]!;
      asksFor |= ASKS_FOR[byte]!;
      into[at++] = byte;
    }
    const start = this.length;
    this.length = at;
    this.#asksFor |= asksFor;
    if ((asksFor & ESCAPING) !== 0) this.#unescapeFrom(start);
  }

  /** Bytes that the cell takes in CSV. */
  get csvBytes(): number {
    if ((this.#asksFor & QUOTING) === 0) return this.length;
    let quotes = 2;
    if ((this.#asksFor & DOUBLING) !== 0)
      for (let at = 0; at < this.length; at++) if (this.bytes[at] === QUOTE) quotes++;
    return this.length + quotes;
  }

  /** Writes it into `into`, which has room for `csvBytes`; returns where it ends. */
  writeCsv(into: Uint8Array, start: number): number {
    const { bytes, length } = this;
    const asksFor = this.#asksFor;
    let at = start;
    if ((asksFor & QUOTING) !== 0) into[at++] = QUOTE;
    for (let from = 0; from < length; from++) {
      const byte = bytes[from]!;
      if (byte === QUOTE) into[at++] = QUOTE;
      into[at++] = byte;
    }
    if ((asksFor & QUOTING) !== 0) into[at++] = QUOTE;
    return at;
  }

  appendString(text: string): void {
    const start = this.length;
    const encoded = Buffer.from(text);
    this.#makeRoom(encoded.length);
    this.bytes.set(encoded, start);
    this.length += encoded.length;
    for (const byte of encoded) this.#asksFor |= ASKS_FOR[byte]!;
    if (text.includes("_x")) this.#unescapeFrom(start);
  }

  #unescapeFrom(start: number): void {
    const text = this.bytes.toString("utf8", start, this.length);
    const unescaped = text.replace(ESCAPE, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    if (unescaped === text) return;
    const encoded = Buffer.from(unescaped);
    this.bytes.set(encoded, start);
    this.length = start + encoded.length;
    for (const byte of encoded) this.#asksFor |= ASKS_FOR[byte]!;
  }

  #makeRoom(more: number): void {
    if (this.bytes.length >= this.length + more) return;
    const grown = Buffer.allocUnsafeSlow(Math.max(this.length + more, this.bytes.length * 2));
    this.bytes.copy(grown, 0, 0, this.length);
    this.bytes = grown;
  }
}
