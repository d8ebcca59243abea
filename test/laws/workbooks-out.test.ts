// A workbook that a scrub writes holds, cell by cell, what the CSV of the same scrub holds; and a scrub of it by the same
// lists keeps it as it is.

import fc from "fast-check";
import { expect, test } from "vitest";
import { encodeWindows1252 } from "../../src/csv/windows-1252.js";
import { forAllAsync } from "../support/draws.js";
import { Workdir } from "../support/workdir.js";
import { ours, rowsOfCsv, theirs, trimmed } from "../workbook/support.js";
import { LAW_RUNS } from "./runs.js";

const PHONES = "7012-3456|70123457|+503 2233-4455|7012-3456 / 7012-3458|50370123459||x|123|(503) 7012 3460".split("|");
const TEXTS = [
  ...["", "Ana", "José Ñandú", 'di "hola"', "007", "12.50", "-1", "2026-11-24", "14:05:00", "TRUE", "=1+1", "+x", "@a"],
  ..." x ~<b>&amp;</b>~_x0041_~a\tb~dos\nlíneas~tres\r\nlíneas~€ “”~'x~\u0007~1e5~a,b;c|d".split("~"),
];

interface Drawn {
  rows: string[][];
  delimiter: string;
  lineEnd: string;
  encoding: "utf-8" | "utf-8-bom" | "windows-1252";
  quotesAll: boolean;
  hasLastEnd: boolean;
  flag: boolean;
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  rows: fc.array(
    fc.tuple(
      fc.constantFrom(...TEXTS),
      fc.constantFrom(...PHONES),
      fc.constantFrom(...TEXTS),
      fc.constantFrom(...TEXTS),
    ),
    { minLength: 1, maxLength: 12 },
  ),
  delimiter: fc.constantFrom(",", ";", "\t", "|"),
  lineEnd: fc.constantFrom("\n", "\r\n"),
  encoding: fc.constantFrom("utf-8" as const, "utf-8-bom" as const, "windows-1252" as const),
  quotesAll: fc.boolean(),
  hasLastEnd: fc.boolean(),
  flag: fc.boolean(),
});

function listOf({ rows, delimiter, lineEnd, encoding, quotesAll, hasLastEnd }: Drawn): Buffer {
  const cell = (text: string) => (quotesAll || /["\r\n,;|\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = [["nombre", "telefono", "nota", "monto"], ...rows].map((row) => row.map(cell).join(delimiter));
  const text = lines.join(lineEnd) + (hasLastEnd ? lineEnd : "");
  if (encoding === "windows-1252") return encodeWindows1252(text);
  return Buffer.from(encoding === "utf-8-bom" ? `\ufeff${text}` : text);
}

test("a workbook holds what the CSV holds, and is clean of the same lists", async () => {
  const dir = new Workdir({ "dnc.csv": "telefono\n70123457\n22334455\n" });
  const options = ["-s", "dnc.csv", "--no-report", "--force", "-q", "--max-unreadable", "100%"];
  await forAllAsync(LAW_RUNS, drawn, async (list) => {
    dir.write("list.csv", listOf(list));
    const flag = list.flag ? ["--flag"] : [];
    const reading = ["list.csv", ...options, ...flag, "-c", "telefono", "--delimiter", list.delimiter];
    const csv = await dir.run([...reading, "-o", "clean.csv", "--removed", "removed.csv"]);
    const book = await dir.run([...reading, "-o", "clean.xlsx", "--removed", "removed.xlsx"]);
    expect(book.code).toBe(csv.code);
    if (csv.code !== 0) return;
    const dialect = { delimiter: list.delimiter.charCodeAt(0), recordEnd: "lf" as const };
    for (const name of ["clean", "removed"]) {
      const rows = rowsOfCsv(dir.read(`${name}.csv`), dialect);
      const bytes = dir.read(`${name}.xlsx`);
      expect(await ours(bytes)).toEqual(rows);
      // The library knows no escapes, and reads an end of line as XML has it.
      const isPlain = (row: string[]) =>
        !row.some((cell) => cell.includes("\u0007") || cell.includes("\r") || cell.includes("_x"));
      expect((await theirs(bytes)).filter((_, i) => isPlain(rows[i] ?? []))).toEqual(rows.filter(isPlain));
    }
    if (list.flag) return;
    const again = await dir.run(["clean.xlsx", ...options, "-c", "telefono", "-o", "again.xlsx"]);
    if (again.code === 0)
      expect(trimmed(await ours(dir.read("again.xlsx")))).toEqual(await ours(dir.read("clean.xlsx")));
  });
});
