// Texts as workbooks write them, in a table that all sheets share or in their cells: plain, or in runs with formats of their
// own. Phonetic hints are not what a cell says, and what is unknown could be.

import { ScrubError } from "../errors.js";
import { type Archive, visitPart } from "./archive.js";
import { Token, type XmlReader } from "./xml.js";

/** The most characters of all shared texts: a sheet full of names and addresses has a fifth of it. */
const MOST_TEXT = 512 * 1024 * 1024;
/** Texts that are kept as one: each by itself would take three times the memory. */
const BLOCK_BITS = 12;
const BLOCK = 1 << BLOCK_BITS;
const USUAL = String.raw`<si><t(?: xml:space="preserve")?>([^<&\r]*)</t></si>`;
/** The elements that are open within a text. */
const SAID = /^(?:r\/)?t$/;
const UNSAID = /^(?:r\/rPr|rPh|phoneticPr|extLst)(?:\/|$)/;

/** What a token within a text says; `depth`: of the text's own element. What has no place there is refused. */
export function textIn(xml: XmlReader, token: Token, depth: number): string {
  const path = xml.path(depth);
  if (UNSAID.test(path)) return "";
  if (token === Token.text && SAID.test(path)) return xml.content;
  const isBlank = token === Token.text ? xml.content.trim() === "" : token === Token.end;
  if (!isBlank && !(token === Token.start && (path === "r" || SAID.test(path)))) throw xml.fail("xml");
  return "";
}

/** Characters that XML can't hold are written `_x000D_`. NUL stays as it is written: no text has one. */
export function unescaped(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x(?!0000)([\da-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** The texts that all sheets share. */
export class SharedTexts {
  readonly #blocks: { text: string; ends: Uint32Array }[] = [];
  #added: string[] = [];
  length = 0;

  add(text: string): void {
    this.#added.push(text);
    this.length += text.length;
    if (this.#added.length === BLOCK) this.finish();
  }

  /** Keeps what was added last: a copy, for a text that is cut from another keeps that one in memory. */
  finish(): void {
    let end = 0;
    const ends = Uint32Array.from(this.#added, (text) => (end += text.length));
    this.#blocks.push({ text: Buffer.from(this.#added.join("")).toString(), ends });
    this.#added = [];
  }

  at(index: number): string | undefined {
    const block = this.#blocks[index >>> BLOCK_BITS];
    const place = index & (BLOCK - 1);
    const end = block?.ends[place];
    return end === undefined ? undefined : block!.text.slice(place === 0 ? 0 : block!.ends[place - 1], end);
  }
}

/** Reads the texts in this part. */
export async function sharedTexts(archive: Archive, part: string): Promise<SharedTexts> {
  const { terms } = archive;
  const most = Math.min(MOST_TEXT, terms.maxBytes);
  const texts = new SharedTexts();
  let item = "";
  let usual: RegExp | undefined;
  const keep = (said: string) => {
    texts.add(unescaped(said));
    if (texts.length > most) throw new ScrubError(terms.exitCode, "workbookTextTooLarge", [most], { file: terms.file });
  };
  await visitPart(archive, part, (xml, token) => {
    const { depth, name } = xml;
    if (depth === 1 && token === Token.start) {
      xml.expectRoot("sst");
      usual = xml.usual(USUAL);
    } else if (depth === 1 && token === Token.end && name === "si") keep(item);
    else if (depth === 2 && token === Token.start) {
      if (name !== "si" && name !== "extLst") throw xml.fail("xml");
      item = "";
    } else if (depth > 1 && xml.path(1).startsWith("si")) item += textIn(xml, token, 2);
    else if (depth === 1 && token === Token.text && xml.content.trim() !== "") throw xml.fail("xml");
    if (depth !== 1) return;
    for (let match = xml.match(usual); match !== null; match = xml.match(usual)) keep(match[1]!);
  });
  texts.finish();
  return texts;
}
