// Reads the elements of an XML document from pieces of its bytes. Refuses what no workbook has: DOCTYPE, CDATA, own entities.

import { isUtf8 } from "node:buffer";
import type { WorkbookFault } from "./faults.js";

export type Token = "start" | "text" | "end";
export type Visit = (xml: XmlReader, token: Token) => void;
export type Fail = (fault: WorkbookFault) => Error;

/** Elements inside a path, as nearly every program writes them: a sticky pattern reads them faster than tokens. */
export interface UsualElements {
  inside: string;
  pattern: RegExp;
  read: (found: RegExpExecArray) => void;
}

/** Workbooks nest a dozen elements. */
const MOST_DEPTH = 64;
/** The longest tag, text or comment. A cell holds 32,767 characters. */
const LONGEST = 4 * 1024 * 1024;
/** Matches a tag, a text, or a comment or instruction. */
const TOKEN =
  /<(\/?)([^\s<>/="'&!?]+)((?:\s+[^\s<>/="'&]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)(?=<)|<!--[\s\S]*?-->|<\?[\s\S]*?\?>/y;
/** Matches a token without its end. A tag holds no other tag. */
const INCOMPLETE = /^(?:<?[^<]*|<(?:!--|\?)[\s\S]*)$/;
const OTHER_ENCODING = /^<\?xml\s[\s\S]*?\sencoding\s*=\s*["'](?!(?:utf-?8|us-ascii)["'])/i;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const MAIN = [
  "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
  "http://purl.oclc.org/ooxml/spreadsheetml/main",
];

/** Visits the tokens of a document. Its fields describe the current one. */
export class XmlReader {
  /** The open elements inside the root: `r/t`. Names are without the root's prefix, or begin with `:` if they lack it. */
  path = "";
  /** The text of a text token. */
  text = "";
  /** The number of open elements, with the current one. */
  depth = 0;
  /** The bytes after the last tag, and the text of an incomplete token. */
  #undecoded: Uint8Array = new Uint8Array(0);
  #rest = "";
  /** The names of the open elements as written, and their paths. */
  readonly #names: string[] = [];
  readonly #paths: string[] = [];
  #attributes = "";
  /** The root's prefix: `x:`. */
  #prefix: string | undefined;

  constructor(
    readonly fail: Fail,
    private readonly visit: Visit,
    private readonly usual?: UsualElements,
  ) {}

  /** Visits the tokens that are complete so far. Without bytes, the document must be complete. */
  read(bytes?: Uint8Array): void {
    const text = this.#rest + this.#decoded(bytes);
    let at = 0;
    for (;;) {
      TOKEN.lastIndex = at = this.#readUsual(text, at);
      const token = TOKEN.exec(text);
      if (token === null) break;
      at = TOKEN.lastIndex;
      if (token[2] !== undefined) this.#tag(token);
      else if (token[5] !== undefined) this.#text(token[5]);
      else if (OTHER_ENCODING.test(token[0])) throw this.fail("xml");
    }
    this.#rest = text.slice(at);
    if (this.#rest.length > LONGEST || !INCOMPLETE.test(this.#rest)) throw this.fail("xml");
    const isDone = this.#prefix !== undefined && this.depth === 0 && this.#rest.trim() === "";
    if (bytes === undefined && !isDone) throw this.fail("cut");
  }

  get attributes(): ReadonlyMap<string, string> {
    const attributes = new Map<string, string>();
    for (const [, name = "", quoted, other = ""] of this.#attributes.matchAll(ATTRIBUTE)) {
      if (attributes.has(name)) throw this.fail("xml");
      attributes.set(name, this.#plain(quoted ?? other));
    }
    return attributes;
  }

  expectRoot(name: string): void {
    const namespace = this.attributes.get(this.#prefix === "" ? "xmlns" : `xmlns:${this.#prefix!.slice(0, -1)}`);
    if (this.#unprefixed(this.#names[0]!) !== name || !MAIN.includes(namespace ?? "")) throw this.fail("xml");
  }

  /** Reads the usual elements from a position on. Returns where they end. */
  #readUsual(text: string, from: number): number {
    let at = from;
    if (this.usual === undefined || this.path !== this.usual.inside || this.depth === 0 || this.#prefix !== "")
      return at;
    const { pattern, read } = this.usual;
    pattern.lastIndex = at;
    for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
      read(found);
      at = pattern.lastIndex;
    }
    return at;
  }

  #decoded(bytes: Uint8Array | undefined): string {
    const all = Buffer.concat([this.#undecoded, bytes ?? new Uint8Array(0)]);
    const end = bytes === undefined ? all.length : all.lastIndexOf(">") + 1;
    this.#undecoded = all.subarray(end);
    if (this.#undecoded.length > LONGEST || !isUtf8(all.subarray(0, end))) throw this.fail("xml");
    return all.toString("utf8", 0, end);
  }

  #tag([, isEnd, name = "", attributes = "", isEmpty]: RegExpExecArray): void {
    if (isEnd) {
      if (this.#names[this.depth - 1] !== name || attributes !== "" || isEmpty) throw this.fail("xml");
      this.#end();
      return;
    }
    if (this.depth === MOST_DEPTH || (this.depth === 0 && this.#prefix !== undefined)) throw this.fail("xml");
    this.#prefix ??= name.slice(0, name.indexOf(":") + 1);
    this.#names[this.depth] = name;
    if (this.depth > 0) this.path += (this.depth > 1 ? "/" : "") + this.#unprefixed(name);
    this.#paths[this.depth++] = this.path;
    this.#attributes = attributes;
    this.visit(this, "start");
    if (isEmpty) this.#end();
  }

  #end(): void {
    this.visit(this, "end");
    this.depth--;
    this.path = this.#paths[this.depth - 1] ?? "";
  }

  #text(text: string): void {
    this.text = this.#plain(text);
    if (this.depth > 0) this.visit(this, "text");
    else if (this.text.trim() !== "") throw this.fail("xml");
  }

  #unprefixed(name: string): string {
    return name.startsWith(this.#prefix!) ? name.slice(this.#prefix!.length) : `:${name}`;
  }

  /** Replaces entities (five names, and characters by number) and line ends. */
  #plain(text: string): string {
    if (!/[&\r]/.test(text)) return text;
    return text
      .replace(/\r\n?/g, "\n")
      .replace(/&(?:(lt|gt|amp|quot|apos)|#(x?[\da-fA-F]{1,7}));|&/g, (_, name, number) => {
        if (name !== undefined) return NAMED[name]!;
        const code = Number(`0${number}`);
        if (!(code > 0 && code <= 0x10ffff) || (code >= 0xd800 && code <= 0xdfff)) throw this.fail("xml");
        return String.fromCodePoint(code);
      });
  }
}

const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
