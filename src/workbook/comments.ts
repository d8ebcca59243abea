// The comments of a sheet's cells, in parts of their own: of threads, and those of before, which repeat a thread's texts.

import { relationsOf, type Workbook, xmlOf } from "./book.js";
import { nameCode, Token } from "./xml-reader.js";

const COMMENTS = new Set([nameCode("comment"), nameCode("threadedComment")]);
const TEXTS = new Set([nameCode("t"), nameCode("text")]);
const REF = nameCode("ref");

export interface CellComment {
  /** From 1, as the sheet counts them. */
  row: number;
  column: number;
  text: string;
}

/** Returns the comments of the sheet with this part. */
export async function commentsOf({ archive }: Workbook, sheetPart: string): Promise<CellComment[]> {
  const texts = new Map<string, string>();
  const relations = await relationsOf(archive, sheetPart);
  for (const wanted of ["comments", "threadedComment"])
    for (const { kind, part } of relations)
      if (kind === wanted && part !== undefined)
        for (const [ref, text] of await textsOf(archive, part)) texts.set(ref, text);
  return [...texts].flatMap(([ref, text]) => {
    const [, letters, row] = /^([A-Z]{1,3})(\d{1,7})$/i.exec(ref) ?? [];
    return letters === undefined ? [] : [{ row: Number(row), column: columnOf(letters.toUpperCase()), text }];
  });
}

/** By the place of a cell, all that is said of it. */
async function textsOf(archive: Workbook["archive"], part: string): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  const xml = await xmlOf(archive, part);
  let ref = "";
  let isText = false;
  for (let token = xml.next(); token !== Token.done; token = xml.next()) {
    if (token === Token.start && COMMENTS.has(xml.name)) {
      ref = xml.value(REF) ?? "";
      texts.set(ref, texts.has(ref) ? `${texts.get(ref)}\n` : "");
    }
    if (token === Token.text && isText) texts.set(ref, (texts.get(ref) ?? "") + xml.text());
    else isText = token === Token.start && TEXTS.has(xml.name);
  }
  return texts;
}

function columnOf(letters: string): number {
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 0x40, 0);
}
