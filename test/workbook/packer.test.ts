// A list that is packed holds the cells that the scanner cuts, whatever stands in them, and wherever its pieces end.

import fc from "fast-check";
import { expect, test } from "vitest";
import { NO_DELIMITER } from "../../src/csv/dialect.js";
import type { Dialect } from "../../src/csv/scanner.js";
import { type SheetPlan, WorkbookPacker } from "../../src/workbook/write/sheet.js";
import { draws, forAllAsync } from "../support/draws.js";
import { ours, rowsOfCsv } from "./support.js";

/** The last is in cells that are to be escaped, too. */
const dialects: Dialect[] = [0x2c, 0x3b, 0x09, NO_DELIMITER, 0x26].flatMap((delimiter) =>
  (["lf", "crlf", "cr"] as const).map((recordEnd) => ({ delimiter, recordEnd })),
);
const LINE_END = { lf: "\n", crlf: "\r\n", cr: "\r" };
const bytesOf = (text: string) => Buffer.from(text, "utf8");

const texts = fc.oneof(
  {
    weight: 30,
    arbitrary: fc
      .array(
        fc.oneof(
          { weight: 8, arbitrary: fc.constantFrom("Ana", "7012-3456", "José Núñez", "1", "a_b", "2024-08-10", "") },
          {
            weight: 2,
            arbitrary: fc.constantFrom(" ", "&", "<b>", "_x0041_", "\u0007", ",", ";", "ï¿", "\ufffe", "\ufeff"),
          },
        ),
        { maxLength: 3 },
      )
      .map((parts) => parts.join("")),
  },
  { weight: 1, arbitrary: fc.constantFrom("x".repeat(28_000), "y".repeat(32_600)) },
);
const cells = (delimiter: number) =>
  fc.tuple(texts, fc.nat(9)).map(([text, form]) => {
    const inner = form === 0 ? `"${text}\n` : form < 4 ? `${text}${String.fromCharCode(Math.max(delimiter, 9))}` : text;
    return form < 5 ? bytesOf(`"${inner.replaceAll('"', '""')}"`) : bytesOf(text);
  });
const noise = fc.constantFrom(bytesOf('"'), bytesOf("\r"), bytesOf("\n"), bytesOf('a"b'), Buffer.of(0xf1), bytesOf(""));

const lists = fc.constantFrom(...dialects).chain((dialect) => {
  const cell = fc.oneof({ weight: 20, arbitrary: cells(dialect.delimiter) }, { weight: 1, arbitrary: noise });
  const record = fc.array(cell, { minLength: 1, maxLength: 5 });
  return fc.record({
    dialect: fc.constant(dialect),
    records: fc.array(record, { minLength: 1, maxLength: 30 }),
    ends: fc.array(fc.nat(400), { maxLength: 4 }),
    hasHeader: fc.boolean(),
    isWhole: fc.boolean(),
  });
});

/** Cut anywhere. */
function packed({ plan, csv, borders }: { plan: SheetPlan; csv: Buffer; borders: readonly number[] }): Buffer {
  const packer = new WorkbookPacker(plan);
  const pieces: Buffer[] = [];
  const keep = (ready: readonly Uint8Array[]) => pieces.push(...ready.map((piece) => Buffer.from(piece)));
  for (let i = 1; i < borders.length; i++) keep(packer.pack(csv.subarray(borders[i - 1], borders[i])));
  keep(packer.end());
  return Buffer.concat(pieces);
}

function planOf(dialect: Dialect, of: Pick<SheetPlan, "hasHeader" | "width" | "phones">): SheetPlan {
  return { file: "o.xlsx", isPacked: true, sheetName: "s", dialect, markEnd: 0, ...of };
}

const all = lists.map(({ dialect, records, ends, hasHeader, isWhole }) => {
  const delimiter = dialect.delimiter < 0 ? [] : [Buffer.of(dialect.delimiter)];
  const lines = [[bytesOf("nombre")], ...records].map((record) =>
    record.flatMap((cell, i) => (i === 0 ? [cell] : [...delimiter, cell])),
  );
  const end = bytesOf(LINE_END[dialect.recordEnd]);
  const csv = Buffer.concat(lines.flatMap((line, i) => (i + 1 < lines.length || isWhole ? [...line, end] : line)));
  const plan = planOf(dialect, { hasHeader, width: 3, phones: [0] });
  return { plan, csv, borders: [0, ...ends.filter((at) => at < csv.length).sort((a, b) => a - b), csv.length] };
});

/** A stray quote may make one cell of many records, and a sheet's cell holds no more. */
const packings = all.filter(({ plan, csv }) =>
  rowsOfCsv(csv, plan.dialect).every((row) => row.every((cell) => cell.length <= 32_767)),
);

test("a list that is packed holds the cells that the scanner cuts", async () => {
  await forAllAsync(draws(600), packings, async (packing) => {
    expect(await ours(packed(packing))).toEqual(rowsOfCsv(packing.csv, packing.plan.dialect));
  });
});

test("the same list is the same bytes, wherever its pieces end", () => {
  const long = Array.from({ length: 60_000 }, (_, i) => `Persona ${i},7012${i % 10_000}`).join("\n");
  const csv = bytesOf(`nombre,telefono\n${long}\n`);
  const dialect: Dialect = { delimiter: 0x2c, recordEnd: "lf" };
  const plan = planOf(dialect, { hasHeader: true, width: 2, phones: [1] });
  const whole = packed({ plan, csv, borders: [0, csv.length] });
  const borders = [0, 65_536, 400_000, 400_001, csv.length];
  expect(packed({ plan, csv, borders }).equals(whole)).toBe(true);
});
