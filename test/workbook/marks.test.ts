// What a sheet says beside its cells: a record that is struck through and a comment that says no suppress, in a phone list alone.

import { describe, expect, test } from "vitest";
import { takeLong } from "../support/long-lists.js";
import { type BookCell, bookParts, escapeXml, zipOf } from "../support/workbooks.js";
import { Workdir } from "../support/workdir.js";

const struck = (text: string): BookCell => ({ xml: `<c s="1" t="inlineStr"><is><t>${text}</t></is></c>` });
const OF_BEFORE =
  "[Comentario encadenado]\n\nSu versión de Excel le permite leer este comentario encadenado; sin embargo, las ediciones que se apliquen se quitarán si el archivo se abre en una versión más reciente de Excel. No llamar.\n\nComentario:\n    ";

/** The cells of each record, a comment on its name, and whether it is a thread. */
const RECORDS: [cells: BookCell[], comment?: string, isThread?: boolean][] = [
  [["Zoila", "7111-0000", null]],
  [["Ana", "7111-1111", "x"]],
  [[struck("Beto"), struck("7111-2222"), struck("y")]],
  [["Carla", struck("7111-3333"), "y"]],
  [[struck("Dora"), "7111-4444", "y"]],
  [["Eva", "7111-5555", struck("se atrasó")]],
  [["Fito", "7111-6666", "y"], "Juan Pérez:\nNo llamar"],
  [["Gina", "7111-7777", "y"], "Juan Pérez:\nCliente desde 2019"],
  [["Hugo", "7111-8888", "y"], "Pidió no ser contactado", true],
  [["Ivo", "7111-9999", "y"], "Cliente desde 2020", true],
  [["Beto", "7111-0000", struck("y")]],
  [[null, struck("7111-0000"), null]],
];
const KEPT = ["Ana", "Eva", "Gina", "Ivo"];

function book(isMarked = true): Buffer {
  const rows: BookCell[][] = [["nombre", "telefono", "nota"], ...RECORDS.map(([cells]) => cells)];
  const parts = bookParts([{ name: "Clientes", rows }]);
  const place = (i: number) => `A${i + 2}`;
  const comments = RECORDS.flatMap(([, text, isThread], i) =>
    text === undefined
      ? []
      : `<comment ref="${place(i)}" authorId="0"><text><r><rPr><b/></rPr><t>${escapeXml((isThread ? OF_BEFORE : "") + text)}</t></r></text></comment>`,
  );
  const threads = RECORDS.flatMap(([, text, isThread], i) =>
    isThread ? `<threadedComment ref="${place(i)}" id="{${i}}"><text>${escapeXml(text!)}</text></threadedComment>` : [],
  );
  if (!isMarked) return zipOf(parts);
  const styles = parts["xl/styles.xml"]!.replace(
    "<font/>",
    '<font><strike val="0"/></font><font><sz val="11"/><strike/></font>',
  ).replace('<xf numFmtId="0"/></cellXfs>', '<xf numFmtId="0" fontId="0"/><xf numFmtId="0" fontId="1"/></cellXfs>');
  return zipOf({
    ...parts,
    "xl/styles.xml": styles,
    "xl/worksheets/_rels/sheet1.xml.rels": `<Relationships xmlns="x"><Relationship Id="rId1" Type="http://x/comments" Target="../comments1.xml"/><Relationship Id="rId2" Type="http://x/threadedComment" Target="../threadedComments/threadedComment1.xml"/></Relationships>`,
    "xl/comments1.xml": `<comments xmlns="x"><authors><author>no llamar</author></authors><commentList>${comments.join("")}</commentList></comments>`,
    "xl/threadedComments/threadedComment1.xml": `<ThreadedComments xmlns="x">${threads.join("")}</ThreadedComments>`,
  });
}

async function scrubbed(...args: string[]) {
  const dir = new Workdir({ "list.xlsx": book(), "dnc.csv": "telefono\n22223333\n" });
  const run = await dir.ok(["list.xlsx", "-s", "dnc.csv", ...args]);
  return { dir, run };
}

describe.each([false, true])("a phone list whose records are struck through or have comments, long: %s", (isLong) => {
  test("loses those that say no, and their numbers in the whole run", async () => {
    takeLong(isLong);
    const { dir } = await scrubbed("-o", "clean.csv", "--removed", "removed.csv");
    const lines = dir.text("clean.csv").replace("\ufeff", "").trimEnd().split("\r\n");
    expect(lines.map((line) => line.split(",")[0])).toEqual(["nombre", ...KEPT]);
    expect(new Set(lines.map((line) => line.split(",").length))).toEqual(new Set([3]));
    const removed = dir.text("removed.csv").trimEnd().split("\r\n").slice(1);
    expect(removed.map((line) => line.split(",")[5])).toEqual([
      ...["list.xlsx#telefono:12", "list.xlsx#telefono:3", "list.xlsx#telefono:4", "list.xlsx#telefono:5"],
      ...["list.xlsx#nombre:7", "list.xlsx#nombre:9", "list.xlsx#telefono:12", "list.xlsx#telefono:12"],
    ]);
    await dir.ok("verify clean.audit.json");
  });

  test.each([["clean.xlsx"], ["all.csv", "--flag"], ["all.xlsx", "--flag"]])(
    "is verified as %s %s",
    async (...args) => {
      takeLong(isLong);
      const { dir } = await scrubbed("-o", ...args);
      await dir.ok(["verify", args[0]!.replace(/\w+$/, "audit.json")]);
    },
  );
});

test("what is ignored neither counts as struck through nor by its comments", async () => {
  const { dir } = await scrubbed("-o", "clean.csv", "--ignore-column", "nombre");
  const names = [...dir.text("clean.csv").matchAll(/^(\w+),\+/gm)].map(([, name]) => name);
  expect(names).toEqual(["Ana", "Dora", "Eva", "Fito", "Gina", "Hugo", "Ivo"]);
});

test("a suppression list suppresses all the same", async () => {
  const dir = new Workdir();
  dir.write("list.csv", `telefono\n${RECORDS.map((_, i) => `7111-${String(i).repeat(4)}`).join("\n")}\n`);
  for (const isMarked of [false, true]) {
    dir.write("dnc.xlsx", book(isMarked));
    const args = ["list.csv", "-s", "dnc.xlsx", "--suppress-column", "telefono", "-o", "clean.csv", "--force"];
    await dir.ok(args);
    expect(dir.text("clean.csv")).toBe("telefono\n");
  }
});

test.each([false, true])("a phone or a name that is partly struck through says no, inline: %s", async (inline) => {
  const people = ["Juan,7222-1111,y", "Kira,7222-2222,y", "Lalo,7222-3333,debe"];
  const parts = bookParts([{ rows: ["nombre,telefono,nota", ...people].map((row) => row.split(",")) }], { inline });
  const runs = '<r><rPr><strike/></rPr><t>$1</t></r><r><rPr><strike val="0"/></rPr><t> </t></r>';
  const struck = (xml: string) => xml.replace(/<t xml:space="preserve">(7222-1111|Kira|debe)<\/t>/g, runs);
  const book = zipOf(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, struck(xml)])));
  const dir = new Workdir({ "list.xlsx": book, "dnc.csv": "telefono\n22223333\n" });
  await dir.ok("list.xlsx -s dnc.csv -o clean.csv");
  expect(dir.text("clean.csv")).toBe("\ufeffnombre,telefono,nota\r\nLalo,+50372223333,debe \r\n");
});
