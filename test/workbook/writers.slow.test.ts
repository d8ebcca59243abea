// Workbooks as LibreOffice and openpyxl write them today, where they are installed: what we read is what they read.

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type BookCell, bookParts, zipOf } from "../support/workbooks.js";
import { Workdir } from "../support/workdir.js";
import { read, ours as readBack, trimmed } from "./support.js";

/** Debian's own, which has its packages. */
const PYTHON = existsSync("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
const hasOpenpyxl = spawnSync(PYTHON, ["-c", "import openpyxl"]).status === 0;
const hasOffice = spawnSync("soffice", ["--version"]).status === 0;
// A machine that says it has everything must have them.
const mustHave = process.env.SVSCRUB_TEST_ALL === "1";

const PHONES = [
  "7012-3456",
  70_123_456,
  50_370_123_457,
  "+503 2222-1234",
  "(503) 2250-1234 / 7012-3458",
  "'70123456",
  null,
];
const TEXTS = ["José, Ñandú", 'di "hola"', "dos\nlíneas", " x ", "<&>", "日本 😀", "=1+1", ""];

function table(): BookCell[][] {
  const rows: BookCell[][] = [["id", "telefono", "nombre", "alta", "activo", "saldo"]];
  for (let i = 0; i < 400; i++) {
    const day = { xml: `<c s="1"><v>${43_000 + i}</v></c>` };
    rows.push([i, PHONES[i % PHONES.length]!, TEXTS[i % TEXTS.length]!, day, i % 2 === 0, i / 8 - 3]);
    if (i % 50 === 0) rows.push([]);
  }
  return rows;
}

function ours(): Buffer {
  return zipOf(bookParts([{ name: "Clientes", rows: table() }], { formats: ["dd/mm/yyyy"] }));
}

const csvOf = async (bytes: Buffer) => (await read(bytes))?.csv;

const SAVE = `
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
book.save(sys.argv[2])
write = openpyxl.Workbook(write_only=True)
sheet = write.create_sheet("Clientes")
for row in book.active.iter_rows():
    cells = []
    for cell in row:
        written = openpyxl.cell.WriteOnlyCell(sheet, cell.value)
        written.number_format = cell.number_format
        if isinstance(cell.value, str): written.data_type = "s"
        cells.append(written)
    sheet.append(cells)
write.save(sys.argv[3])
`;

test.skipIf(!hasOpenpyxl && !mustHave)(
  "openpyxl reads ours, and we read what it makes of it, row by row too",
  async () => {
    const dir = new Workdir({ "ours.xlsx": ours(), "save.py": SAVE });
    const run = spawnSync(PYTHON, ["save.py", "ours.xlsx", "again.xlsx", "rows.xlsx"], {
      cwd: dir.path,
      encoding: "utf8",
    });
    expect(run.status, run.stderr).toBe(0);
    const expected = await csvOf(ours());
    expect(await csvOf(readFileSync(dir.at("again.xlsx")))).toBe(expected);
    expect(await csvOf(readFileSync(dir.at("rows.xlsx")))).toBe(expected);
  },
);

const WRITTEN = ["clean.xlsx", "removed.xlsx", "long.xlsx"];

/** A CSV that is long enough for the kernel to pack it. */
function longList(): string {
  const rows = Array.from({ length: 3000 }, (_, i) => {
    const cells = [
      i,
      70_200_000 + i,
      TEXTS[i % TEXTS.length]!.replaceAll('"', '""'),
      "2024-08-10",
      i % 7 ? "José" : "",
    ];
    return cells.map((cell, column) => (column === 2 ? `"${cell}"` : cell)).join(",");
  });
  return `id,telefono,nombre,alta,estado\n${rows.join("\n")}\n`;
}

/** A folder with a scrub of our workbook and of a CSV in it, to workbooks. */
async function written(): Promise<Workdir> {
  const dir = new Workdir({ "Clientes.csv": longList(), "ours.xlsx": ours(), "bajas.csv": "telefono\n70123458\n" });
  const args = ["ours.xlsx", "-s", "bajas.csv", "-o", "clean.xlsx", "--removed", "removed.xlsx", "--keep-duplicates"];
  await dir.ok([...args, "--lang", "es"]);
  await dir.ok("Clientes.csv -s bajas.csv -o long.xlsx");
  return dir;
}

describe("a scrub's workbooks", () => {
  const SHOW = `
import datetime, json, sys, openpyxl
def show(cell):
    value = cell.value
    if isinstance(value, bool): return "TRUE" if value else "FALSE"
    if isinstance(value, datetime.datetime): return value.isoformat().replace("T00:00:00", "")
    if isinstance(value, float): return repr(value).removesuffix(".0")
    return "" if value is None else str(value)
book = openpyxl.load_workbook(sys.argv[1])
sheet = book.active
assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref == sheet.dimensions, (sheet.auto_filter.ref, sheet.dimensions)
assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
print(json.dumps([sheet.title, [[show(cell) for cell in row] for row in sheet.iter_rows()]]))
`;

  test.skipIf(!hasOpenpyxl && !mustHave)("are read by openpyxl", async () => {
    const dir = await written();
    dir.write("show.py", SHOW);
    for (const name of WRITTEN) {
      const run = spawnSync(PYTHON, ["show.py", name], { cwd: dir.path, encoding: "utf8" });
      expect(run.status, run.stderr).toBe(0);
      const [title, rows] = JSON.parse(run.stdout) as [string, string[][]];
      expect(title).toBe("Clientes");
      expect(trimmed(rows)).toEqual(await readBack(dir.read(name)));
    }
  });

  test.skipIf(!hasOffice)(
    "are read by LibreOffice without a repair",
    async () => {
      const dir = await written();
      for (const name of WRITTEN) {
        convert(dir, name, "xlsx", "out");
        expect(await readBack(readFileSync(dir.at(`out/${name}`)))).toEqual(await readBack(dir.read(name)));
      }
    },
    180_000,
  );
});

const convert = (dir: Workdir, file: string, to: string, out: string) => {
  mkdirSync(dir.at(out), { recursive: true });
  const profile = `-env:UserInstallation=file://${dir.at("profile")}`;
  const words = ["--headless", profile, "--convert-to", to, "--outdir", out, file];
  return spawnSync("soffice", words, { cwd: dir.path, encoding: "utf8", timeout: 120_000 });
};

describe("LibreOffice", () => {
  test.skipIf(!hasOffice)(
    "reads ours, and we read what it makes of it",
    async () => {
      const dir = new Workdir({ "ours.xlsx": ours() });
      convert(dir, "ours.xlsx", "xlsx", "out");
      expect(await csvOf(readFileSync(dir.at("out/ours.xlsx")))).toBe(await csvOf(ours()));
    },
    180_000,
  );

  test.skipIf(!hasOffice)(
    "makes of a CSV what a scrub reads, and a text column keeps its numbers",
    async () => {
      const dir = new Workdir({ "list.csv": "nombre,telefono\nAna,70123456\nEva,50370123457\nLuis,7012-3458\n" });
      dir.write("bajas.csv", "telefono\n70123457\n");
      convert(dir, "list.csv", "xlsx", "out");
      await dir.ok("out/list.xlsx -s bajas.csv -o clean.csv");
      expect(dir.text("clean.csv")).toBe("\ufeffnombre,telefono\r\nAna,+50370123456\r\nLuis,+50370123458\r\n");
    },
    180_000,
  );
});
