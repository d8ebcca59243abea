// The tokens of an XML document, from bytes that come a piece at a time: tags, attributes and text as ranges, nothing
// copied. Of XML it takes what workbooks are written in; a DOCTYPE, a tag that closes another, an entity of one's own are refused.

import type { WorkbookFault } from "./fault.js";
import { PartEncoding } from "./part-encoding.js";

/** What `next` has come to. */
export const Token = { more: 0, start: 1, end: 2, text: 3, done: 4 } as const;
export type Token = (typeof Token)[keyof typeof Token];

/** Elements in one another: workbooks have a dozen. */
const MOST_DEPTH = 64;
const MOST_ATTRIBUTES = 128;
/** The most bytes of a tag, a text or a comment. A cell holds 32,767 characters. */
const MOST_TOKEN_BYTES = 16 * 1024 * 1024;

const TAB = 0x09;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const BANG = 0x21;
const QUOTE = 0x22;
const AMPERSAND = 0x26;
const APOSTROPHE = 0x27;
const MINUS = 0x2d;
const SLASH = 0x2f;
const COLON = 0x3a;
const LESS = 0x3c;
const EQUALS = 0x3d;
const GREATER = 0x3e;
const QUESTION = 0x3f;
const BRACKET = 0x5b;

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** A name as the reader tells it: FNV-1a of its bytes, without its prefix. */
export function nameCode(name: string): number {
  return bytesCode(Buffer.from(name), 0, Buffer.byteLength(name));
}

export function bytesCode(bytes: Uint8Array, start: number, end: number): number {
  let code = FNV_OFFSET;
  for (let at = start; at < end; at++) code = Math.imul(code ^ bytes[at]!, FNV_PRIME);
  return code;
}

const XMLNS = nameCode("xmlns");
const MAIN = [
  "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
  "http://purl.oclc.org/ooxml/spreadsheetml/main",
];

/** One object is reused: its fields describe the current token. They are valid until the next call of `feed`. */
export class XmlReader {
  bytes: Buffer = Buffer.alloc(0);
  /** The local name of a tag. */
  name = 0;
  /** The prefix before a tag's name; 0 without one. */
  prefix = 0;
  /** Elements that are open; the one that a start tag opens is one of them, the one that an end tag closes is none. */
  depth = 0;
  /** The bytes of a text, and whether they stand for themselves: no entity, no CR in them. */
  textStart = 0;
  textEnd = 0;
  isPlain = true;
  attributes = 0;

  readonly #fail: (fault: WorkbookFault) => Error;
  /** The codes of name and prefix of the open elements. */
  readonly #open = new Int32Array(MOST_DEPTH * 2);
  /** The name, prefix, and start and end of the value of each attribute. */
  readonly #found = new Int32Array(MOST_ATTRIBUTES * 4);
  /** The bytes that are not read are [from, to). */
  #from = 0;
  #to = 0;
  #isLast = false;
  #isBegun = false;
  #isEmptyTag = false;
  #hasRoot = false;
  readonly #encoding: PartEncoding;

  constructor(fail: (fault: WorkbookFault) => Error) {
    this.#fail = fail;
    this.#encoding = new PartEncoding(fail);
  }

  /** Gives it the next bytes, or tells that there are no more. What it returned is invalid from here on. */
  feed(chunk: Uint8Array | undefined): void {
    const utf8 = this.#encoding.asUtf8(chunk);
    if (utf8 !== undefined && utf8.length > 0) this.#take(utf8);
    if (chunk === undefined) this.#isLast = true;
  }

  #take(chunk: Uint8Array): void {
    const rest = this.#to - this.#from;
    if (rest > MOST_TOKEN_BYTES) throw this.#fail("long");
    if (this.bytes.length < rest + chunk.length) {
      const grown = Buffer.allocUnsafeSlow(Math.max(rest + chunk.length, this.bytes.length * 2));
      this.bytes.copy(grown, 0, this.#from, this.#to);
      this.bytes = grown;
    } else if (rest > 0) this.bytes.copyWithin(0, this.#from, this.#to);
    this.bytes.set(chunk, rest);
    this.#from = 0;
    this.#to = rest + chunk.length;
  }

  /** `more`: feed it; `done`: the root is closed and nothing follows. */
  next(): Token {
    if (this.#isEmptyTag) {
      this.#isEmptyTag = false;
      this.depth--;
      return Token.end;
    }
    if (!this.#isBegun && !this.#begin()) return Token.more;
    const { bytes } = this;
    const to = this.#to;
    for (;;) {
      const at = this.#from;
      if (at >= to) {
        if (!this.#isLast) return Token.more;
        if (this.depth > 0 || !this.#hasRoot) throw this.#fail("cut");
        return Token.done;
      }
      if (bytes[at] !== LESS) {
        const end = this.#textEnd(at);
        if (end < 0) return this.#incomplete();
        this.textStart = at;
        this.textEnd = end;
        this.#from = end;
        if (this.depth > 0) return Token.text;
        if (!this.isBlank()) throw this.#fail("xml");
        continue;
      }
      const kind = at + 1 < to ? bytes[at + 1] : -1;
      if (kind === SLASH) return this.#endTag(at) ? Token.end : this.#incomplete();
      if (kind === BANG || kind === QUESTION) {
        const token = kind === BANG ? this.#marked(at) : this.#skipTo(at, "?>");
        if (token === Token.more) return this.#incomplete();
        if (token === Token.text) return token;
        continue;
      }
      if (kind === -1) return this.#incomplete();
      return this.#startTag(at) ? Token.start : this.#incomplete();
    }
  }

  /**
   * Returns where the next token begins, and where the bytes end that were fed: another reader may take some of them.
   */
  get position(): number {
    return this.#isEmptyTag ? this.#to : this.#from;
  }

  get limit(): number {
    return this.#to;
  }

  /** Goes on behind bytes that another reader took: whole elements, and nothing else. */
  skipTo(position: number): void {
    this.#from = position;
  }

  /** Whether the current text is white space alone. */
  isBlank(): boolean {
    for (let at = this.textStart; at < this.textEnd; at++) if (!isSpace(this.bytes[at]!)) return false;
    return true;
  }

  /** The index of an attribute without a prefix, by its code; -1 where the tag has none. */
  attribute(name: number): number {
    const found = this.#found;
    for (let i = 0; i < this.attributes; i++) if (found[i * 4] === name && found[i * 4 + 1] === 0) return i;
    return -1;
  }

  /** Returns an attribute with a prefix, whichever it is. */
  prefixedAttribute(name: number): number {
    const found = this.#found;
    for (let i = 0; i < this.attributes; i++) if (found[i * 4] === name && found[i * 4 + 1] !== 0) return i;
    return -1;
  }

  /** The code of its name; 0 where it has a prefix. */
  attributeName(attribute: number): number {
    return this.#found[attribute * 4 + 1] === 0 ? this.#found[attribute * 4]! : 0;
  }

  valueStart(attribute: number): number {
    return this.#found[attribute * 4 + 2]!;
  }

  valueEnd(attribute: number): number {
    return this.#found[attribute * 4 + 3]!;
  }

  /** An attribute's value as text; undefined where the tag has none of this name. */
  value(name: number): string | undefined {
    return this.#valueText(this.attribute(name));
  }

  prefixedValue(name: number): string | undefined {
    return this.#valueText(this.prefixedAttribute(name));
  }

  /** What the current tag declares namespaces to be. */
  namespaces(): string[] {
    const uris: string[] = [];
    for (let i = 0; i < this.attributes; i++)
      if (this.#found[i * 4] === XMLNS || this.#found[i * 4 + 1] === XMLNS) uris.push(this.#valueText(i)!);
    return uris;
  }

  #valueText(attribute: number): string | undefined {
    if (attribute < 0) return undefined;
    return decodeText(this.bytes, this.valueStart(attribute), this.valueEnd(attribute), this.#fail);
  }

  /** The current text, with its entities read. */
  text(): string {
    if (this.isPlain) return this.bytes.toString("utf8", this.textStart, this.textEnd);
    return decodeText(this.bytes, this.textStart, this.textEnd, this.#fail);
  }

  /** A byte order mark, and an encoding that is not what it says; false while they may still be cut off. */
  #begin(): boolean {
    const { bytes } = this;
    const length = this.#to;
    if (length < 3 && !this.#isLast) return false;
    if (bytes[0] === 0 || bytes[0] === 0xff || bytes[0] === 0xfe) throw this.#fail("encoding");
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) this.#from = 3;
    const head = bytes.toString("latin1", this.#from, Math.min(length, this.#from + 512));
    if (head.startsWith("<?xml")) {
      const end = head.indexOf("?>");
      if (end < 0 && !this.#isLast && head.length < 512) {
        this.#from = 0;
        return false;
      }
      const said = /\sencoding\s*=\s*["']([^"']*)["']/.exec(head.slice(0, Math.max(0, end)))?.[1];
      if (said !== undefined && !this.#encoding.isCalled(said)) throw this.#fail("encoding");
    }
    this.#isBegun = true;
    return true;
  }

  #incomplete(): Token {
    if (this.#isLast) throw this.#fail("cut");
    return Token.more;
  }

  #textEnd(from: number): number {
    const { bytes } = this;
    const to = this.#to;
    let isPlain = true;
    for (let at = from; at < to; at++) {
      const byte = bytes[at]!;
      if (byte === LESS) {
        this.isPlain = isPlain;
        return at;
      }
      if (byte === AMPERSAND || byte === CR) isPlain = false;
    }
    this.isPlain = isPlain;
    return this.#isLast ? to : -1;
  }

  /** `</name>`; false where it is cut off. */
  #endTag(from: number): boolean {
    const { bytes } = this;
    let at = this.#readName(from + 2);
    while (at < this.#to && isSpace(bytes[at]!)) at++;
    if (at >= this.#to) return false;
    const open = this.depth - 1;
    if (bytes[at] !== GREATER || open < 0) throw this.#fail("xml");
    if (this.#open[open * 2] !== this.name || this.#open[open * 2 + 1] !== this.prefix) throw this.#fail("xml");
    this.depth = open;
    this.#from = at + 1;
    return true;
  }

  #startTag(from: number): boolean {
    const { bytes } = this;
    const to = this.#to;
    let at = this.#readName(from + 1);
    let count = 0;
    const { name, prefix } = this;
    for (;;) {
      const before = at;
      while (at < to && isSpace(bytes[at]!)) at++;
      if (at >= to) return false;
      const byte = bytes[at]!;
      if (byte === GREATER || byte === SLASH) break;
      if (at === before || count === MOST_ATTRIBUTES) throw this.#fail("xml");
      at = this.#readName(at);
      const attribute = this.name;
      const attributePrefix = this.prefix;
      while (at < to && isSpace(bytes[at]!)) at++;
      if (at >= to) return false;
      if (bytes[at++] !== EQUALS) throw this.#fail("xml");
      while (at < to && isSpace(bytes[at]!)) at++;
      if (at >= to) return false;
      const quote = bytes[at++]!;
      if (quote !== QUOTE && quote !== APOSTROPHE) throw this.#fail("xml");
      const start = at;
      while (at < to && bytes[at] !== quote) {
        if (bytes[at] === LESS) throw this.#fail("xml");
        at++;
      }
      if (at >= to) return false;
      for (let i = 0; i < count; i++)
        if (this.#found[i * 4] === attribute && this.#found[i * 4 + 1] === attributePrefix) throw this.#fail("xml");
      const slot = count * 4;
      this.#found[slot] = attribute;
      this.#found[slot + 1] = attributePrefix;
      this.#found[slot + 2] = start;
      this.#found[slot + 3] = at;
      count++;
      at++;
    }
    const isEmpty = bytes[at] === SLASH;
    if (isEmpty) at++;
    if (at >= to) return false;
    if (bytes[at] !== GREATER) throw this.#fail("xml");
    if (this.depth === 0 && this.#hasRoot) throw this.#fail("xml");
    if (this.depth === MOST_DEPTH) throw this.#fail("deep");
    this.name = name;
    this.prefix = prefix;
    this.attributes = count;
    this.#open[this.depth * 2] = name;
    this.#open[this.depth * 2 + 1] = prefix;
    this.depth++;
    this.#hasRoot = true;
    this.#isEmptyTag = isEmpty;
    this.#from = at + 1;
    return true;
  }

  /** Takes the name at `at` apart; returns where it ends, at the latest at the end of the bytes. */
  #readName(from: number): number {
    const { bytes } = this;
    const to = this.#to;
    let code = FNV_OFFSET;
    let prefix = 0;
    let at = from;
    for (; at < to; at++) {
      const byte = bytes[at]!;
      if (byte === COLON) {
        if (prefix !== 0 || at === from) throw this.#fail("xml");
        prefix = code;
        code = FNV_OFFSET;
      } else if (isNameByte(byte)) code = Math.imul(code ^ byte, FNV_PRIME);
      else break;
    }
    if (at < to && (at === from || code === FNV_OFFSET)) throw this.#fail("xml");
    this.name = code;
    this.prefix = prefix;
    return at;
  }

  /** `<!--…-->` is skipped, `<![CDATA[…]]>` is text, and `<!DOCTYPE` could make anything of anything. */
  #marked(from: number): Token {
    const { bytes } = this;
    if (from + 9 > this.#to && !this.#isLast) return Token.more;
    if (bytes[from + 2] === MINUS && bytes[from + 3] === MINUS) return this.#skipTo(from + 2, "-->");
    if (bytes[from + 2] !== BRACKET) throw this.#fail("doctype");
    if (bytes.toString("latin1", from, Math.min(this.#to, from + 9)) !== "<![CDATA[" || this.depth === 0)
      throw this.#fail("xml");
    const end = this.#find(from + 9, "]]>");
    if (end < 0) return Token.more;
    this.textStart = from + 9;
    this.textEnd = end;
    this.isPlain = !bytes.subarray(from + 9, end).includes(AMPERSAND) && !bytes.subarray(from + 9, end).includes(CR);
    // In it an ampersand is one, which the text of a cell would not be: nobody writes it so.
    if (!this.isPlain) throw this.#fail("xml");
    this.#from = end + 3;
    return Token.text;
  }

  #skipTo(from: number, mark: string): Token {
    const end = this.#find(from + 2, mark);
    if (end < 0) return Token.more;
    this.#from = end + mark.length;
    return Token.done;
  }

  #find(from: number, mark: string): number {
    const found = this.bytes.subarray(0, this.#to).indexOf(mark, from, "latin1");
    return found;
  }
}

/** Whether the root element is one of SpreadsheetML: its own namespace says so. */
export function isMain(xml: XmlReader): boolean {
  return xml.namespaces().some((uri) => MAIN.includes(uri));
}

function isSpace(byte: number): boolean {
  return byte === SPACE || byte === LF || byte === CR || byte === TAB;
}

function isNameByte(byte: number): boolean {
  return (
    (byte >= 0x61 && byte <= 0x7a) ||
    (byte >= 0x41 && byte <= 0x5a) ||
    (byte >= 0x30 && byte <= 0x39) ||
    byte === MINUS ||
    byte === 0x2e ||
    byte === 0x5f ||
    byte >= 0x80
  );
}

const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** Text with its entities read and its line ends made one: the five that XML knows, and characters by number. */
export function decodeText(bytes: Buffer, start: number, end: number, fail: (fault: WorkbookFault) => Error): string {
  const text = bytes.toString("utf8", start, end);
  if (!/[&\r]/.test(text)) return text;
  return text.replace(/\r\n?/g, "\n").replace(/&([^&;]{0,10}(?:;|$))?/g, (_, entity: string | undefined) => {
    const name = entity?.endsWith(";") ? entity.slice(0, -1) : "";
    const named = Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
    if (named !== undefined) return named;
    const digits = /^#(?:x([\da-f]+)|(\d+))$/i.exec(name);
    const code = digits === null ? 0 : Number.parseInt(digits[1] ?? digits[2]!, digits[1] === undefined ? 10 : 16);
    const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    if (!isCharacter) throw fail("entity");
    return String.fromCodePoint(code);
  });
}
