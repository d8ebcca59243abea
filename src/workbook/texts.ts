// Reads texts, shared or inline: plain, or in runs with formats. Phonetic hints are left out; an unknown element is refused,
// because it could be part of the text.

import { ScrubError } from "../errors.js";
import { type Archive, visitPart } from "./archive.js";
import { Token, type XmlReader } from "./xml.js";

const MOST_TEXT = 512 * 1024 * 1024;
/** So many texts are kept as one string, which takes a third of the memory. */
const BLOCK_BITS = 12;
const BLOCK = 1 << BLOCK_BITS;
const USUAL = String.raw`<si><t(?: xml:space="preserve")?>([^<&\r]*)</t></si>`;
/** Paths of the open elements in a text. */
const SAID = /^(?:r\/)?t$/;
const UNSAID = /^(?:r\/rPr|rPh|phoneticPr|extLst)(?:\/|$)/;

/** The text of a token; `depth`: of the element that holds the text. */
export function textIn(xml: XmlReader, token: Token, depth: number): string {
  const path = xml.path(depth);
  if (UNSAID.test(path)) return "";
  if (token === Token.text && SAID.test(path)) return xml.content;
  const isBlank = token === Token.text ? xml.content.trim() === "" : token === Token.end;
  if (!isBlank && !(token === Token.start && (path === "r" || SAID.test(path)))) throw xml.fail("xml");
  return "";
}

/** Reads `_x000D_`, which stands for a character that XML can't hold. NUL stays escaped. */
export function unescaped(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x(?!0000)([\da-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

export class SharedTexts {
  readonly #blocks: { text: string; ends: Uint32Array }[] = [];
  #added: string[] = [];
  length = 0;

  add(text: string): void {
    this.#added.push(text);
    this.length += text.length;
    if (this.#added.length === BLOCK) this.finish();
  }

  /** Copies the last texts, because V8 keeps the whole string from which a text is cut. */
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
    return end === undefined ? undefined : block!.text.slice(block!.ends[place - 1] ?? 0, end);
  }
}

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
