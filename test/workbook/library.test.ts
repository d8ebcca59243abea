// Our container and XML readers against a library that many use, read-excel-file: the same cells of every workbook here,
// and of workbooks that are drawn.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { draws, forAllAsync } from "../support/draws.js";
import { type BookCell, type BookSheet, bookParts, zipOf } from "../support/workbooks.js";
import { REPOSITORY } from "../support/workdir.js";
import { read, theirs, trimmed, withTimes } from "./support.js";

const FIXTURES = join(REPOSITORY, "fixtures", "workbooks");

/** As we read it: every row of the sheet from its first one on, without what is empty at the end of a row. */
async function ours(bytes: Buffer): Promise<string[][]> {
  const found = await read(bytes, { unseen: "counted", sheet: "1" });
  if (found === undefined) return [];
  const { firstRow, firstColumn } = found.layout;
  const rows = parse(found.csv, { relax_column_count: true, record_delimiter: "\r\n", skip_empty_lines: false });
  const inSheet = rows.map((row: string[]) => [...Array<string>(firstColumn - 1).fill(""), ...row]);
  return trimmed([...Array.from({ length: firstRow - 1 }, () => []), ...inSheet]);
}

describe("a workbook holds for us what it holds for the library:", () => {
  for (const file of readdirSync(FIXTURES).filter((name) => name.endsWith(".xlsx") && !name.includes("password")))
    test(file, async () => {
      const bytes = readFileSync(join(FIXTURES, file));
      // The library cuts a character beyond the first 65,536 that is written by its number, and knows no format of dates
      // of which a program chose a number that is reserved, as SheetJS does.
      const isKnown = (row: string[]) => (file.startsWith("sheetjs") ? [...row.slice(0, 3), ...row.slice(5)] : row);
      const known = (rows: string[][]) => rows.map((row) => isKnown(row).map((cell) => cell.replace(/😀|\uf600/u, "")));
      expect(known(withTimes(await ours(bytes)))).toEqual(known(await theirs(bytes)));
    });

  const text = fc.oneof(
    fc.constantFrom("Ana", "José Ñandú", 'di "hola"', "a,b;c", "dos\nlíneas", "<&>", "7012-3456", "日本", " x "),
    fc.string({ unit: "grapheme-ascii", maxLength: 8 }).map((drawn) => drawn.replace(/_x/gi, "")),
  );
  const cells: fc.Arbitrary<BookCell> = fc.oneof(
    text,
    fc.constant(null),
    fc.boolean(),
    fc.integer({ min: -99_999_999, max: 50_379_999_999 }),
    fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => Math.round(value * 1000) / 1000),
    fc.integer({ min: 61, max: 60_000 }).map((day) => ({ xml: `<c s="1"><v>${day}</v></c>` })),
    fc.integer({ min: 61, max: 60_000 }).map((day) => ({ xml: `<c s="2"><v>${day + 0.25}</v></c>` })),
  );
  const sheets: fc.Arbitrary<BookSheet> = fc.record({
    rows: fc.array(fc.array(cells, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 10 }),
    firstRow: fc.integer({ min: 1, max: 4 }),
    firstColumn: fc.integer({ min: 1, max: 4 }),
  });
  const ways = fc.record({ inline: fc.boolean(), stored: fc.boolean(), descriptors: fc.boolean() });

  test("workbooks that are drawn", async () => {
    await forAllAsync(draws(300), sheets, ways, async (sheet, way) => {
      const bytes = zipOf(bookParts([sheet], { ...way, formats: ["dd/mm/yyyy", "dd/mm/yyyy hh:mm"] }), way);
      expect(withTimes(await ours(bytes))).toEqual(await theirs(bytes));
    });
  });
});

test("every writer's workbook of the same list is the same list", async () => {
  const expected = readFileSync(join(FIXTURES, "expected.csv"), "utf8");
  for (const file of readdirSync(FIXTURES).filter((name) => name.endsWith(".xlsx") && !name.includes("password"))) {
    const found = await read(readFileSync(join(FIXTURES, file)));
    expect(`\ufeff${found?.csv}`, file).toBe(expected);
    expect(found?.facts.range, file).toBe("A1:H5");
  }
});
