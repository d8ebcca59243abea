// Reads the parts that belong to a sheet: the filters of its tables, and the comments of its cells. Old comments repeat the
// texts of threads.

import { visitPart } from "./archive.js";
import { relationsOf, type Workbook } from "./book.js";
import { columnOf } from "./facts.js";
import { Token } from "./xml.js";

export interface CellComment {
  /** From 1. */
  row: number;
  column: number;
  text: string;
}

export async function isTableFiltered({ archive }: Workbook, sheetPart: string): Promise<boolean> {
  let isFiltered = false;
  for (const part of await partsBeside(archive, sheetPart, "table"))
    await visitPart(archive, part, (xml) => {
      isFiltered ||= xml.path(1).startsWith("autoFilter/filterColumn/");
    });
  return isFiltered;
}

export async function commentsOf({ archive }: Workbook, sheetPart: string): Promise<CellComment[]> {
  const texts = new Map<string, string>();
  for (const kind of ["comments", "threadedComment"])
    for (const part of await partsBeside(archive, sheetPart, kind)) {
      const said = new Map<string, string>();
      let ref = "";
      await visitPart(archive, part, (xml, token) => {
        if (token === Token.start && (xml.name === "comment" || xml.name === "threadedComment")) {
          ref = xml.value("ref") ?? "";
          said.set(ref, said.has(ref) ? `${said.get(ref)}\n` : "");
        }
        const isText = token === Token.text && /(?:^|\/)(?:t|text)$/.test(xml.path(1));
        if (isText) said.set(ref, (said.get(ref) ?? "") + xml.content);
      });
      for (const [place, text] of said) texts.set(place, text);
    }
  return [...texts].flatMap(([ref, text]) => {
    const [, letters, row] = /^([A-Z]{1,3})(\d{1,7})$/i.exec(ref) ?? [];
    return letters === undefined ? [] : [{ row: Number(row), column: columnOf(letters), text }];
  });
}

async function partsBeside(archive: Workbook["archive"], sheetPart: string, wanted: string): Promise<string[]> {
  return (await relationsOf(archive, sheetPart)).flatMap(({ kind, part }) => (kind === wanted && part ? [part] : []));
}
