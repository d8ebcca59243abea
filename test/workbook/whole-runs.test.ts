// Whole runs over workbooks: by a thread ahead and on the spot, from a file and from a stream, verified and imported.

import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { nameOf } from "../../src/workbook/archive.js";
import { takeLong } from "../support/long-lists.js";
import { type BookCell, type BookSheet, bookParts, workbookOf, zipOf } from "../support/workbooks.js";
import { Workdir } from "../support/workdir.js";
import { open, partText } from "./support.js";

const SHEET = "xl/worksheets/sheet1.xml";

/** Rows of which some are blank, and some hold cells of several lines. */
function manyRows(count: number): BookCell[][] {
  const rows: BookCell[][] = [["id", "nombre", "telefono", "nota"]];
  for (let i = 1; rows.length < count; i++) {
    if (i % 7 === 0) rows.push([]);
    const phone = 70_000_000 + ((i * 7919) % 9_000_000);
    const note = i % 5 === 0 ? `línea ${i}\notra, "línea"` : null;
    rows.push([
      i,
      `Persona ${i % 50}`,
      i % 2 === 0 ? phone : `${String(phone).slice(0, 4)}-${String(phone).slice(4)}`,
      note,
    ]);
  }
  return rows;
}

test("a thread ahead, a stream and a run on the spot give the same lists and the same report", async () => {
  const dir = new Workdir({ "list.xlsx": workbookOf(manyRows(5000)) });
  dir.write(
    "bajas.xlsx",
    workbookOf([
      ["tel", "nota"],
      [70_007_919, "x"],
      [null, null],
      ["7001-5838", "y"],
    ]),
  );
  const args = ["list.xlsx", "-s", "bajas.xlsx", "-o", "clean.csv", "--removed", "removed.csv", "--force"];
  const outcome = async () => {
    await dir.ok(args);
    const { inputs, suppressions, counts, warnings } = dir.json("clean.audit.json");
    const [clean, removed] = [dir.text("clean.csv"), dir.text("removed.csv")];
    return { clean, removed, inputs, suppressions, counts, warnings };
  };
  const here = await outcome();
  expect(here.inputs[0].sheet).toEqual({ position: 1, name: "Hoja1", range: `A1:D${manyRows(5000).length}` });
  expect(here.counts.suppressed).toBeGreaterThan(0);
  takeLong(true);
  expect(await outcome()).toEqual(here);
  const stream = await dir.shell(`cat list.xlsx | svscrub - -s bajas.xlsx -o streamed.csv`);
  stream.mustExit(0);
  expect(dir.text("streamed.csv")).toBe(here.clean);
});

const MERGED = [
  ["id", "nombre", "telefono", "no_llamar"],
  [1, "Ana", 70_123_456, null],
  [2, "Carla", 70_123_457, "x"],
  [3, "Dora", 70_123_458, null],
];
const mergedBook = (ranges: readonly string[], rows: BookCell[][] = MERGED) =>
  zipOf(
    bookParts([
      {
        name: "Clientes",
        rows,
        after: `<mergeCells>${ranges.map((it) => `<mergeCell ref="${it}"/>`).join("")}</mergeCells>`,
      },
    ]),
  );

test("a cell merged over several records of a phone list is refused, for only the first of them holds what it says", async () => {
  const dir = new Workdir({ "bajas.csv": "telefono\n7099-9999\n", "list.xlsx": mergedBook(["A1:D1", "D3:D4"]) });
  const run = await dir.ends(3, "list.xlsx -s bajas.csv -o clean.csv --lang en");
  expect(run.stderr).toContain('list.xlsx, sheet "Clientes": D3:D4 is one merged cell');
  expect(dir.list().sort()).toEqual(["bajas.csv", "list.xlsx"]);
});

test("cells merged in a title, in a header of two rows or over columns alone are accepted", async () => {
  const dir = new Workdir({ "bajas.csv": "telefono\n7099-9999\n" });
  dir.write("list.xlsx", mergedBook(["A1:D2", "B3:B4", "A7:D7"], [["Clientes"], [], [null, "nombre"], ...MERGED]));
  await dir.ok("list.xlsx -s bajas.csv -o clean.csv --header-row 4");
  expect(dir.text("clean.csv")).toContain("+50370123458");
  dir.write("base.csv", "telefono\n7012-3458\n");
  dir.write("bajas.xlsx", mergedBook(["D3:D4"]));
  await dir.ok("base.csv -s bajas.xlsx -o other.csv");
});

test("a run over workbooks is verified, sheet by sheet, and a changed workbook is found", async () => {
  const dir = new Workdir();
  const [nothing, sms] = [{ rows: [] }, { name: "SMS", rows: [["tel"], ["7012-3456"]] }];
  dir.write(
    "list.xlsx",
    zipOf(
      bookParts([
        { name: "Clientes", rows: manyRows(50) },
        { name: "Otra", rows: [["x"]] },
      ]),
    ),
  );
  dir.write("bajas.xlsx", zipOf(bookParts([nothing, sms, { name: "Voz", rows: [["tel"], ["7012-3457"]] }])));
  const args = ["list.xlsx", "--sheet", "Clientes", "-s", "bajas.xlsx", "--sheet", "*", "-o", "clean.csv"];
  await dir.ok([...args, "--removed", "removed.csv"]);
  const verified = await dir.ok("verify clean.audit.json");
  expect(verified.out).toContain("the run was repeated");
  dir.write("bajas.xlsx", zipOf(bookParts([nothing, sms])));
  await dir.ends(1, "verify clean.audit.json");
});

test("a written workbook is verified by what is in it: another zlib packs the same parts into other bytes", async () => {
  const dir = new Workdir({ "list.csv": "telefono,nota\n70123456,a\n70123457,b\n", "dnc.csv": "telefono\n70123457\n" });
  await dir.ok("list.csv -s dnc.csv -o clean.xlsx");
  const book = await open(dir.read("clean.xlsx"));
  const parts: Record<string, string> = {};
  for (const entry of book.archive.entries.values()) parts[nameOf(entry)] = await partText(book, nameOf(entry));
  const report = dir.json("clean.audit.json");
  for (const [phone, code] of [
    ["+50370123456", 0],
    ["+50370123457", 1],
  ] as const) {
    const repacked = zipOf({ ...parts, [SHEET]: parts[SHEET]!.replace("+50370123456", phone) });
    expect(repacked.equals(dir.read("clean.xlsx"))).toBe(false);
    dir.write("clean.xlsx", repacked);
    report.outputs[0].sha256 = createHash("sha256").update(repacked).digest("hex");
    report.outputs[0].bytes = repacked.length;
    dir.write("clean.audit.json", JSON.stringify(report));
    await dir.ends(code, "verify clean.audit.json");
  }
});

describe("every sheet of a phone list", () => {
  const SHEETS: BookSheet[] = [
    { name: "Enero", rows: rowsOf("70123456", "70123457") },
    { name: "Vacía", rows: [] },
    { name: "Vieja", state: "hidden", rows: rowsOf("70123450") },
    { name: "Febrero", rows: [["Clientes de febrero"], [], ...rowsOf("7012-3458", "70123457", "7012-3459")] },
  ];
  function rowsOf(...phones: string[]): BookCell[][] {
    return [["telefono", "no_llamar"], ...phones.map((phone) => [phone, phone === "7012-3458" ? "x" : null])];
  }
  async function scrubbed(sheets: readonly BookSheet[], ...args: string[]) {
    const dir = new Workdir({ "list.xlsx": zipOf(bookParts(sheets)), "dnc.csv": "telefono\n70123459\n" });
    const run = await dir.run(["list.xlsx", "-s", "dnc.csv", ...args]);
    return { dir, run };
  }

  test.each([["*"], ["list.xlsx=*"]])("is a list with titles of its own, under one header: %s", async (sheet) => {
    const args = ["-o", "clean.csv", "--removed", "removed.csv", "--sheet", sheet];
    const { dir, run } = await scrubbed(SHEETS, ...args);
    run.mustExit(0);
    expect(dir.text("clean.csv")).toBe("\ufefftelefono,no_llamar\r\n+50370123456,\r\n+50370123457,\r\n");
    expect(dir.text("removed.csv").split("\r\n").slice(1, -1)).toEqual([
      "7012-3458,x,suppressed,says-no,list.xlsx!Febrero#no_llamar:1,,1",
      "70123457,,duplicate,duplicate,,,2",
      "7012-3459,,suppressed,opted-out,dnc.csv:1,,3",
    ]);
    const { inputs, warnings } = dir.json("clean.audit.json");
    expect(inputs).toMatchObject([
      { path: "list.xlsx", sheet: { name: "Enero", position: 1 }, records: 2 },
      { path: "list.xlsx", sheet: { name: "Febrero", position: 4 }, records: 3 },
    ]);
    expect(warnings).toEqual([{ code: "sheets-passed-over", values: ["list.xlsx", "Vieja"] }]);
    const again = await dir.ok("verify clean.audit.json");
    expect(again.out).toContain("verified: everything");
  });

  test.each([
    ["-o", "all.xlsx"],
    ["-o", "all.xlsx", "--flag"],
    ["-o", "all.csv", "--flag"],
  ])("stands in one sheet or list of %s %s %s, and is verified", async (...args) => {
    const { dir, run } = await scrubbed(SHEETS, ...args, "--sheet", "*");
    run.mustExit(0);
    await dir.ok("verify all.audit.json");
    if (args[1] === "all.csv") return;
    await dir.ok("all.xlsx -o again.csv --no-suppression --phone-format original");
    const phones = [...dir.text("again.csv").matchAll(/^\+?\d[\d-]{7,}/gm)];
    // Whoever the list itself says no of is not in the second either.
    expect(phones.length).toBe(2);
  });

  test("has the columns of the first, else both are named", async () => {
    const other = {
      name: "Marzo",
      rows: [
        ["telefono", "correo"],
        ["70123456", "a"],
      ],
    };
    const { dir, run } = await scrubbed([SHEETS[0]!, other], "-o", "clean.csv", "--sheet", "*");
    run.mustExit(3);
    expect(run.stderr).toContain(
      'list.xlsx, sheet "Marzo": differs from list.xlsx!Enero in the name of a column: correo here, no_llamar there',
    );
    expect(dir.list()).toEqual(["dnc.csv", "list.xlsx"]);
  });
});

test("replies in a workbook are imported into a registry, by the rows of the sheet", async () => {
  const dir = new Workdir();
  const rows = [
    ["From", "Body", "DateSent"],
    [50_370_123_457, "BAJA", { xml: '<c s="1"><v>46095.5</v></c>' }],
    [],
    ["+503 7012-3458", "STOP", null],
  ];
  dir.write("replies.xlsx", zipOf(bookParts([{ rows }], { formats: ["dd/mm/yyyy hh:mm"] })));
  await dir.ok("registry import replies.xlsx --registry r.csv --kind sms");
  const registry = dir.text("r.csv");
  expect(registry).toMatch(/\+50370123457,opt-out,sms,2026-03-14T12:00:00-06:00,.*replies\.xlsx:2/);
  expect(registry).toMatch(/\+50370123458,opt-out,sms,,.*replies\.xlsx:4/);
});
