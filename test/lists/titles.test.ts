// One to five titles above the header, as people and programs write them: each list is read as if they were not there.

import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { workbookOf } from "../support/workbooks.js";
import { Workdir } from "../support/workdir.js";

type Rows = readonly (readonly string[])[];

const TITLES: [what: string, titles: Rows][] = [
  ["a company", [["EMPRESA EJEMPLO, S.A. DE C.V."]]],
  ["a report and its date", [["Reporte de clientes"], ["Fecha: 24/11/2026"]]],
  ["a blank line", [["Base de teléfonos"], [""]]],
  [
    "labels and their values",
    [
      ["Empresa:", "EJEMPLO"],
      ["Fecha:", "24/11/2026"],
      ["Teléfono:", "2222-3333"],
    ],
  ],
  ["all of them", [["EMPRESA EJEMPLO"], ["PBX 2222-3333"], ["Generado el 24/11/2026 10:35"], [""], ["Total: 1,520"]]],
];
const LIST: Rows = [
  ["No", "Nombre", "Teléfono", "Saldo"],
  ["1", "Paz, Ana", "7012-3456", "1,50"],
  ["2", "Luis", "7123-4567", "2,75"],
  ["3", "Eva", "2222-4444", "0,00"],
];
const BAJAS: Rows = [
  ["telefono", "fecha"],
  ["7123-4567", "2026-11-01"],
];

const textOf = (rows: Rows, delimiter: string) => {
  const cellOf = (cell: string) => (cell.includes(delimiter) ? `"${cell}"` : cell);
  return rows.map((row) => `${row.map(cellOf).join(delimiter)}\n`).join("");
};
const FORMS: [what: string, name: string, write: (rows: Rows) => string | Uint8Array][] = [
  ["commas", "x.csv", (rows) => textOf(rows, ",")],
  ["semicolons", "x.csv", (rows) => textOf(rows, ";")],
  ["tabs in gzip", "x.tsv.gz", (rows) => gzipSync(textOf(rows, "\t"))],
  ["a workbook", "x.xlsx", (rows) => workbookOf(rows)],
];

describe.each(TITLES)("%s above the header", (_, titles) => {
  const lines = titles.flatMap((row, i) => (row.join("") === "" ? [] : [i + 1]));

  test.each(FORMS)("of a phone list with %s is left out, and said", async (_what, name, write) => {
    const dir = new Workdir({ "bajas.csv": textOf(BAJAS, ",") });
    const scrub = async (rows: Rows, output: string) => {
      dir.write(name, write(rows));
      const run = await dir.ok([name, "-s", "bajas.csv", "-o", output]);
      return run;
    };
    await scrub(LIST, "without.csv");
    const { stderr } = await scrub([...titles, ...LIST], "below.csv");
    expect(dir.text("below.csv")).toBe(dir.text("without.csv"));
    expect(stderr).toMatch(/titles in (?:line|row)s? 1\b.* left out/);
    const report = dir.json("below.audit.json");
    expect(report.inputs[0]).toMatchObject({ titles: lines, records: 3 });
    expect(report.warnings).toEqual([]);
    await dir.ok("verify below.audit.json");
  });

  test.each(FORMS)("of a suppression list with %s holds no entries but numbers", async (_what, name, write) => {
    const dir = new Workdir({ "list.csv": textOf([...LIST, ["4", "Central", "2222-3333", "0"]], ";") });
    dir.write(name, write([...titles, ...BAJAS]));
    await dir.ok(["list.csv", "-s", name, "-o", "clean.csv"]);
    const hasNumber = titles.flat().some((cell) => cell.includes("2222-3333"));
    expect(dir.text("clean.csv").includes("+50322223333")).toBe(!hasNumber);
    const [list] = dir.json("clean.audit.json").suppressions;
    expect(list).toMatchObject({ titles: lines, entries: 1, unreadable: 0 });
  });

  test("of a piped list is left out", async () => {
    const dir = new Workdir({ "bajas.csv": textOf(BAJAS, ",") });
    const run = await dir.ok("-s bajas.csv", { stdin: textOf([...titles, ...LIST], ";") });
    expect(run.out).toBe("No;Nombre;Teléfono;Saldo\n1;Paz, Ana;+50370123456;1,50\n3;Eva;+50322224444;0,00\n");
  });
});
