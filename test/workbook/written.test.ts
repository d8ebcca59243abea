// What a workbook that a scrub writes looks like, part by part, and what it refuses to hold.

import { beforeEach, describe, expect, test } from "vitest";
import { takeLong } from "../support/long-lists.js";
import { bookParts, zipOf } from "../support/workbooks.js";
import { Workdir } from "../support/workdir.js";
import { open, ours, partText } from "./support.js";

let dir: Workdir;
beforeEach(() => {
  dir = new Workdir({ "dnc.csv": "telefono,fecha\n70000002,2026-11-20\n" });
});

/** A part of a workbook as text. */
const partOf = async (name: string, part: string) => partText(await open(dir.read(name)), part);
const SHEET = "xl/worksheets/sheet1.xml";

/** The cells of a sheet's XML, by their places: style, type and content. */
function cellsOf(xml: string): Record<string, string> {
  const cells = xml.matchAll(/<c r="([A-Z]+\d+)"([^>]*)>(.*?)<\/c>/gs);
  return Object.fromEntries(
    [...cells].map(([, place, attributes, content]) => [place, `${attributes!.trim()} ${content}`]),
  );
}

const scrub = async (...args: string[]) =>
  (await dir.run([...args, "-s", "dnc.csv", "--allow-empty", "dnc.csv"])).mustExit(0);

describe("a clean workbook", () => {
  test("has all cells of a CSV as text, and no cell is a formula", async () => {
    dir.write(
      "clientes.csv",
      'id,nombre,telefono,saldo,alta\n007,=1+1,70000001,12.50,2026-11-01\n008," @x ",70000002,1,x\n',
    );
    await scrub("clientes.csv", "-o", "clean.xlsx");
    const xml = await partOf("clean.xlsx", SHEET);
    expect(cellsOf(xml)).toMatchObject({
      A2: 's="1" t="inlineStr" <is><t>007</t></is>',
      B2: 's="1" t="inlineStr" <is><t>=1+1</t></is>',
      C2: 's="1" t="inlineStr" <is><t>+50370000001</t></is>',
      D2: 's="1" t="inlineStr" <is><t>12.50</t></is>',
      E2: 's="1" t="inlineStr" <is><t>2026-11-01</t></is>',
    });
    expect(xml).not.toContain("<f");
    expect(await partOf("clean.xlsx", "xl/styles.xml")).toContain('<xf numFmtId="49"');
  });

  test("has its header frozen and filtered, columns that are wide enough, and the list's name", async () => {
    dir.write("clientes.csv", `telefono,${"n".repeat(30)}\n70000001,Ana\n70000003,Eva\n`);
    await scrub("clientes.csv", "-o", "clean.xlsx");
    const xml = await partOf("clean.xlsx", SHEET);
    expect(xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(xml).toContain('<autoFilter ref="A1:B3"/>');
    expect(xml).toContain('<col min="2" max="2" width="33" customWidth="1"/>');
    expect(await partOf("clean.xlsx", "xl/workbook.xml")).toContain('<sheet name="clientes" ');
  });

  test("without a header has neither", async () => {
    dir.write("clientes.csv", "70000001,Ana\n70000003,Eva\n");
    await scrub("clientes.csv", "-o", "clean.xlsx");
    expect(await partOf("clean.xlsx", SHEET)).not.toMatch(/<pane|<autoFilter/);
    expect(await ours(dir.read("clean.xlsx"))).toEqual([
      ["+50370000001", "Ana"],
      ["+50370000003", "Eva"],
    ]);
  });

  test("has what XML can't hold written as Excel writes it, and read again it is the same", async () => {
    const odd = "a\u0007b & <c> _x0041_ \u000b\ufffe ñ\u0085";
    dir.write("list.csv", `telefono,nota\n70000001,"${odd}\r\n"" fin "\n`);
    await scrub("list.csv", "-o", "clean.xlsx");
    const again = (await ours(dir.read("clean.xlsx")))[1]![1];
    expect(again).toBe(`${odd}\r\n" fin `);
  });

  test("has numbers, dates and truth values where the workbook had them, and text where it had text", async () => {
    const row = (cells: string) => ({ xml: cells });
    const parts = bookParts(
      [
        {
          name: "Enero",
          rows: [
            ["telefono", "saldo", "codigo", "alta", "hora", "vip", "dia"],
            [
              70_000_001,
              12.5,
              "0012",
              row('<c s="1"><v>46327</v></c>'),
              row('<c s="2"><v>46327.25</v></c>'),
              true,
              "2026-11-01",
            ],
            ["7000-0003", "12.5", 12, "TRUE", row('<c s="3"><v>0.5</v></c>'), false, row('<c s="1"><v>46328</v></c>')],
          ],
        },
      ],
      { formats: ["dd/mm/yyyy", "dd/mm/yyyy hh:mm", "hh:mm"] },
    );
    dir.write("book.xlsx", zipOf(parts));
    await scrub("book.xlsx", "-o", "clean.xlsx", "--removed", "removed.xlsx");
    expect(cellsOf(await partOf("clean.xlsx", SHEET))).toMatchObject({
      A2: 's="1" t="inlineStr" <is><t>+50370000001</t></is>',
      B2: " <v>12.5</v>",
      C2: 's="1" t="inlineStr" <is><t>0012</t></is>',
      D2: 's="3" <v>46327</v>',
      E2: 's="4" <v>46327.25</v>',
      F2: 't="b" <v>1</v>',
      G2: 's="1" t="inlineStr" <is><t>2026-11-01</t></is>',
      B3: 's="1" t="inlineStr" <is><t>12.5</t></is>',
      C3: " <v>12</v>",
      D3: 's="1" t="inlineStr" <is><t>TRUE</t></is>',
      E3: 's="5" <v>0.5</v>',
      G3: 's="3" <v>46328</v>',
    });
    expect(await partOf("clean.xlsx", "xl/workbook.xml")).toContain('<sheet name="Enero" ');
    await dir.ok("verify clean.audit.json");
    await scrub("clean.xlsx", "-o", "again.xlsx", "--no-report");
    expect(await partOf("again.xlsx", SHEET)).toBe(await partOf("clean.xlsx", SHEET));
  });
});

const LIST = "telefono,nombre\n70000001,Ana\n70000002,Eva\n70000001,Ana\n123,Luis\n22330000,Sol\n";

test("a removed workbook has the columns of a removed list, in Spanish too, and is verified", async () => {
  dir.write("list.csv", LIST);
  await scrub("list.csv", "-o", "clean.csv", "--removed", "removed.xlsx", "--lang", "es", "--types", "mobile");
  const rows = await ours(dir.read("removed.xlsx"));
  expect(rows[0]!.slice(2, 5)).toEqual(["svscrub_disposition", "svscrub_reason", "svscrub_source"]);
  expect(rows.slice(1).map((row) => row[3])).toEqual(["opted-out", "duplicate", "too-short", "type-not-allowed"]);
  const run = await dir.ok("verify clean.audit.json");
  expect(run.out).toContain("the run was repeated");
});

describe("from any input comes a workbook:", () => {
  const LIST = "id,telefono,monto\n01,70000001,5\n02,70000002,6\n";

  test("a workbook and a CSV, of which the first has numbers and the second has texts", async () => {
    const rows = [
      ["id", "telefono", "monto"],
      ["1", "70000001", 5],
    ];
    dir.write("book.xlsx", zipOf(bookParts([{ name: "Base", rows }])));
    dir.write("list.csv", "\ufeffid,telefono,monto\r\n2,70000003,6\r\n");
    await scrub("book.xlsx", "list.csv", "-o", "clean.xlsx");
    expect(cellsOf(await partOf("clean.xlsx", SHEET))).toMatchObject({
      A2: 's="1" t="inlineStr" <is><t>1</t></is>',
      C2: " <v>5</v>",
      C3: 's="1" t="inlineStr" <is><t>6</t></is>',
    });
    await dir.ok("verify clean.audit.json");
  });

  test("and who has opted out since is found in it", async () => {
    dir.write("list.csv", LIST);
    await scrub("list.csv", "-o", "clean.xlsx");
    dir.write("today.csv", "telefono\n7000-0001\n");
    await dir.ends(1, "verify clean.audit.json -s today.csv --removed since.csv");
    expect(dir.text("since.csv")).toContain("01,+50370000001,5,suppressed,opted-out,today.csv:1,,1");
  });
});

test("a list that a thread reads ahead is refused for a text that does not fit, and nothing is left", async () => {
  takeLong(true);
  const row = (i: number) => `7${1_000_000 + i * 7},José ${i},"a, ""b"" & ${"x".repeat(i % 40)}"\n`;
  const list = `telefono,nombre,nota\n${Array.from({ length: 3000 }, (_, i) => row(i)).join("")}`;
  dir.write("list.csv", `${list}79999999,Ana,${"x".repeat(32_768)}\n`);
  const run = await dir.ends(3, "list.csv -s dnc.csv -o there.xlsx");
  expect(run.stderr).toMatch(/there\.xlsx, sheet "list", row 3002: the text for column C is longer/);
  expect(dir.exists("there.xlsx")).toBe(false);
});

describe("refused, with nothing left, is", () => {
  test("a cell that no workbook holds", async () => {
    dir.write("list.csv", `telefono,nota\n70000001,${"x".repeat(32_768)}\n`);
    const run = await dir.ends(3, "list.csv -s dnc.csv -o clean.xlsx");
    expect(run.stderr).toMatch(/clean\.xlsx, sheet "list", row 2: the text for column B is longer/);
    expect(dir.list().sort()).toEqual(["dnc.csv", "list.csv"]);
  });

  test("a record of more cells than a sheet has columns", async () => {
    dir.write("list.csv", `telefono${",c".repeat(16_384)}\n70000001${",".repeat(16_384)}\n`);
    const run = await dir.ends(3, "list.csv -s dnc.csv -o clean.xlsx");
    expect(run.stderr).toMatch(/a record has more cells than a sheet has columns \(16,384\)/);
    expect(dir.exists("clean.xlsx")).toBe(false);
  });

  const MANY = `telefono\n${"1\n".repeat(1_048_576)}`;

  test("a stream of more records than a sheet holds", async () => {
    const run = await dir.ends(3, "- -s dnc.csv -o clean.xlsx -c telefono --phone-format original", {
      stdin: MANY,
    });
    expect(run.stderr).toContain("a sheet holds 1,048,576 rows");
    expect(dir.list()).toEqual(["dnc.csv"]);
  });
});
