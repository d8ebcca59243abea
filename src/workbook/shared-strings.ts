// The texts that all sheets share, as CSV already and packed: they are all that a workbook keeps in memory. Read only as
// far as cells have asked for them, so that who looks at a sheet's first rows reads its first texts.

import { ScrubError } from "../errors.js";
import { CellText } from "./cell-text.js";
import type { EntryReader } from "./entry-reader.js";
import { type BookTerms, damaged } from "./fault.js";
import { TextItem } from "./text-item.js";
import { isMain, nameCode, Token, XmlReader } from "./xml-reader.js";

const SEGMENT_BITS = 20;
const SEGMENT_BYTES = 1 << SEGMENT_BITS;
/** A text stands behind its length. */
const LENGTH_BYTES = 3;
const STARTS_BITS = 16;
const STARTS = 1 << STARTS_BITS;
/** The most bytes of all texts together: a sheet full of names and addresses has a fifth of it. */
const MOST_BYTES = 512 * 1024 * 1024;

const SST = nameCode("sst");
const ITEM = nameCode("si");
const EXTENSIONS = nameCode("extLst");

export class SharedStrings {
  /** The count of texts that are loaded. */
  count = 0;
  readonly #segments: Buffer[] = [];
  readonly #starts: Uint32Array[] = [];
  #at = 0;
  readonly #xml: XmlReader;
  readonly #text = new CellText();
  #isWhole = false;
  #prefix = 0;
  #isInItem = false;
  readonly #item = new TextItem();

  /** `reader`: undefined where the workbook has none. */
  constructor(
    private readonly reader: EntryReader | undefined,
    private readonly terms: BookTerms,
    private readonly part: string,
  ) {
    this.#xml = new XmlReader((fault) => damaged(terms, fault, part));
    this.#isWhole = reader === undefined;
  }

  /** Loads on until the text of this index is there. False where there is none. */
  async load(index: number): Promise<boolean> {
    while (this.count <= index && !this.#isWhole) await this.#loadMore();
    return index < this.count;
  }

  /** Reads to the end, which proves that the part is whole. */
  async finish(): Promise<void> {
    while (!this.#isWhole) await this.#loadMore();
  }

  close(): void {
    this.reader?.close();
  }

  /** Bytes of a text as CSV: 0 where it is empty. */
  bytesOf(index: number): number {
    const start = this.#starts[index >>> STARTS_BITS]![index & (STARTS - 1)]!;
    const segment = this.#segments[start >>> SEGMENT_BITS]!;
    const at = start & (SEGMENT_BYTES - 1);
    return segment[at]! | (segment[at + 1]! << 8) | (segment[at + 2]! << 16);
  }

  /** Writes a text as CSV into `into`; returns where it ends. */
  write(index: number, into: Uint8Array, to: number): number {
    const start = this.#starts[index >>> STARTS_BITS]![index & (STARTS - 1)]!;
    const segment = this.#segments[start >>> SEGMENT_BITS]!;
    const at = (start & (SEGMENT_BYTES - 1)) + LENGTH_BYTES;
    const end = at + (segment[at - 3]! | (segment[at - 2]! << 8) | (segment[at - 1]! << 16));
    let written = to;
    for (let from = at; from < end; from++) into[written++] = segment[from]!;
    return written;
  }

  async #loadMore(): Promise<void> {
    const chunk = await this.reader!.next();
    this.#xml.feed(chunk);
    const xml = this.#xml;
    for (let token = xml.next(); token !== Token.more; token = xml.next()) {
      if (token === Token.done) {
        this.#isWhole = true;
        return;
      }
      if (token === Token.text) this.#takeText();
      else if (token === Token.start) this.#start(xml.name, xml.depth);
      else this.#end(xml.depth);
    }
  }

  #start(name: number, depth: number): void {
    const xml = this.#xml;
    if (depth === 1) {
      if (name !== SST || !isMain(xml)) throw this.#fail();
      this.#prefix = xml.prefix;
    } else if (depth === 2) {
      this.#isInItem = name === ITEM && xml.prefix === this.#prefix;
      if (!this.#isInItem && name !== EXTENSIONS) throw this.#fail();
      this.#text.clear();
      this.#item.begin();
    } else if (this.#isInItem && !this.#item.start(name, depth - 2)) throw this.#fail();
  }

  #end(depth: number): void {
    if (depth > 1) this.#item.end(depth - 1);
    else if (depth === 1 && this.#isInItem) {
      this.#keep();
      this.#isInItem = false;
    }
  }

  #takeText(): void {
    if (this.#item.isInText) this.#text.append(this.#xml);
    else if (
      this.#isInItem ? !this.#item.isBeside && !this.#xml.isBlank() : this.#xml.depth === 1 && !this.#xml.isBlank()
    )
      throw this.#fail();
  }

  #fail() {
    return damaged(this.terms, "xml", this.part);
  }

  #keep(): void {
    const text = this.#text;
    const length = text.csvBytes;
    if (length > SEGMENT_BYTES - LENGTH_BYTES) throw damaged(this.terms, "long", this.part);
    let room = SEGMENT_BYTES - (this.#at & (SEGMENT_BYTES - 1));
    if (this.#segments.length === 0 || room < length + LENGTH_BYTES || (this.#at & (SEGMENT_BYTES - 1)) === 0) {
      if (this.#segments.length > 0 && (this.#at & (SEGMENT_BYTES - 1)) !== 0) this.#at += room;
      room = SEGMENT_BYTES;
      const most = Math.min(MOST_BYTES, this.terms.maxBytes);
      if (this.#segments.length * SEGMENT_BYTES >= most)
        throw new ScrubError(this.terms.exitCode, "workbookTextTooLarge", [most], { file: this.terms.file });
      this.#segments.push(Buffer.allocUnsafeSlow(SEGMENT_BYTES));
    }
    if ((this.count & (STARTS - 1)) === 0) this.#starts.push(new Uint32Array(STARTS));
    this.#starts[this.count >>> STARTS_BITS]![this.count & (STARTS - 1)] = this.#at;
    const segment = this.#segments[this.#at >>> SEGMENT_BITS]!;
    const at = this.#at & (SEGMENT_BYTES - 1);
    segment[at] = length & 0xff;
    segment[at + 1] = (length >>> 8) & 0xff;
    segment[at + 2] = length >>> 16;
    text.writeCsv(segment, at + LENGTH_BYTES);
    this.#at += LENGTH_BYTES + length;
    this.count++;
  }
}
