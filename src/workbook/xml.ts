// Reads the tokens of an XML document from pieces of text. Refuses what no workbook has: a DOCTYPE, CDATA, own entities.

import { isUtf8 } from "node:buffer";
import type { WorkbookFault } from "./fault.js";

export const Token = { more: 0, start: 1, end: 2, text: 3, done: 4 } as const;
export type Token = (typeof Token)[keyof typeof Token];
export type Fail = (fault: WorkbookFault) => Error;

/** Workbooks nest a dozen elements. */
const MOST_DEPTH = 64;
/** The longest tag, text or comment. A cell holds 32,767 characters. */
const LONGEST = 4 * 1024 * 1024;
const GREATER = 0x3e;
const TAG = /<(\/?)([^\s<>/="'&!?]+)((?:\s+[^\s<>/="'&]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const MAIN = [
  "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
  "http://purl.oclc.org/ooxml/spreadsheetml/main",
];

/** Its fields describe the current token. */
export class XmlReader {
  /** A tag's name without the root's prefix; if the root has one, `:c` is a name without prefix. */
  name = "";
  /** The text of a text token. */
  content = "";
  /** The count of open elements, with the one that just began, without the one that just ended. */
  depth = 0;
  /** The root's prefix: `x:`. */
  prefix = "";
  #said = "";
  readonly #open: string[] = [];
  #text = "";
  #at = 0;
  #isLast = false;
  #isEmptyTag = false;
  #hasRoot = false;

  constructor(readonly fail: Fail) {}

  /** Adds text, or ends it. */
  feed(text: string | undefined): void {
    const rest = this.#text.slice(this.#at);
    if (rest.length > LONGEST) throw this.fail("long");
    this.#text = rest + (text ?? "");
    this.#at = 0;
    this.#isLast = text === undefined;
  }

  /** `more`: needs text; `done`: the document is complete. */
  next(): Token {
    if (this.#isEmptyTag) {
      this.#isEmptyTag = false;
      this.depth--;
      return Token.end;
    }
    for (;;) {
      const at = this.#at;
      if (at === this.#text.length) {
        if (!this.#isLast) return Token.more;
        if (this.depth > 0 || !this.#hasRoot) throw this.fail("cut");
        return Token.done;
      }
      if (this.#text.charCodeAt(at) !== 0x3c) {
        const end = this.#text.indexOf("<", at);
        this.#at = end < 0 ? this.#text.length : end;
        this.content = decoded(this.#text.slice(at, this.#at), this.fail);
        if (this.depth > 0) return Token.text;
        if (this.content.trim() !== "") throw this.fail("xml");
        continue;
      }
      const tag = this.match(TAG);
      if (tag !== null) return this.#tag(tag);
      const begins = (mark: string) => this.#text.startsWith(mark, at);
      const mark = begins("<!--") ? "-->" : begins("<?") ? "?>" : "";
      const end = mark === "" ? -1 : this.#text.indexOf(mark, at + 2);
      // A tag holds no other tag.
      if (mark === "" && (begins("<!") || this.#text.includes("<", at + 1))) throw this.fail("xml");
      if (end < 0 && this.#isLast) throw this.fail("cut");
      if (end < 0) return Token.more;
      this.#at = end + mark.length;
    }
  }

  /** Returns a sticky pattern with this document's prefix before its names. */
  usual(pattern: string): RegExp | undefined {
    return /^[\w-]*:?$/.test(this.prefix) ? new RegExp(pattern.replace(/<\/?/g, `$&${this.prefix}`), "y") : undefined;
  }

  /** Consumes a match of a sticky pattern at the next token; null without a match. */
  match(pattern: RegExp | undefined): RegExpExecArray | null {
    if (pattern === undefined || this.#isEmptyTag) return null;
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match !== null) this.#at = pattern.lastIndex;
    return match;
  }

  /** The names of the open elements from this depth on: `r/t`. */
  path(from: number): string {
    return this.#open.slice(from, this.depth).join("/");
  }

  get attributes(): ReadonlyMap<string, string> {
    const attributes = new Map<string, string>();
    for (const [, name, quoted, other] of this.#said.matchAll(ATTRIBUTE)) {
      if (attributes.has(name!)) throw this.fail("xml");
      attributes.set(name!, decoded(quoted ?? other!, this.fail));
    }
    return attributes;
  }

  value(name: string): string | undefined {
    return this.#said.includes(name) ? this.attributes.get(name) : undefined;
  }

  expectRoot(name: string): void {
    const namespace = this.value(this.prefix === "" ? "xmlns" : `xmlns:${this.prefix.slice(0, -1)}`);
    if (this.name !== name || !MAIN.includes(namespace ?? "")) throw this.fail("xml");
  }

  #tag([, isEnd, said = "", attributes = "", isEmpty]: RegExpExecArray): Token {
    if (!this.#hasRoot) this.prefix = said.slice(0, said.indexOf(":") + 1);
    const { prefix } = this;
    this.name = said.startsWith(prefix) ? said.slice(prefix.length) : `:${said}`;
    if (isEnd) {
      this.depth--;
      if (this.#open[this.depth] !== this.name || attributes !== "" || isEmpty) throw this.fail("xml");
      return Token.end;
    }
    if (this.depth === MOST_DEPTH || (this.depth === 0 && this.#hasRoot)) throw this.fail("xml");
    this.#hasRoot = true;
    this.#said = attributes;
    this.#open[this.depth++] = this.name;
    this.#isEmptyTag = isEmpty !== "";
    return Token.start;
  }
}

/** Decodes a part, in pieces that end with a tag. */
export async function* textsOf(chunks: AsyncIterable<Buffer>, fail: Fail): AsyncGenerator<string, void> {
  let rest: Buffer = Buffer.alloc(0);
  let isFirst = true;
  for await (const chunk of chunks) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const end = bytes.lastIndexOf(GREATER) + 1;
    if (bytes.length - end > LONGEST) throw fail("long");
    rest = bytes.subarray(end);
    if (end === 0) continue;
    yield utf8(bytes.subarray(0, end), isFirst, fail);
    isFirst = false;
  }
  yield utf8(rest, isFirst, fail);
}

function utf8(bytes: Buffer, isFirst: boolean, fail: Fail): string {
  if (!isUtf8(bytes)) throw fail("encoding");
  const text = bytes.toString();
  if (!isFirst) return text;
  const [, said = "utf-8"] = /^\ufeff?<\?xml[^>]*?\sencoding\s*=\s*["']([^"'>]*)/.exec(text) ?? [];
  if (text.startsWith("<\0") || !/^(?:utf-?8|us-ascii)$/i.test(said)) throw fail("encoding");
  return text.replace(/^\ufeff/, "");
}

const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** Replaces entities (five names, and characters by number) and line ends. */
function decoded(text: string, fail: Fail): string {
  if (!/[&\r]/.test(text)) return text;
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/&(?:(\w{2,4});|#(\d{1,7});|#x([\da-f]{1,6});)?/gi, (_, name, digits, hex) => {
      const named = Object.hasOwn(NAMED, name ?? "") ? NAMED[name] : undefined;
      if (named !== undefined) return named;
      const code = Number.parseInt(hex ?? digits ?? "0", hex === undefined ? 10 : 16);
      if (!(code > 0 && code <= 0x10ffff) || (code >= 0xd800 && code <= 0xdfff)) throw fail("xml");
      return String.fromCodePoint(code);
    });
}
