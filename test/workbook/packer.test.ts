// A list that is packed holds the cells that the scanner cuts, whatever stands in them, and wherever its pieces end.

import fc from "fast-check";
import { expect, test } from "vitest";
import { NO_DELIMITER } from "../../src/csv/dialect.js";
import type { Dialect } from "../../src/csv/scanner.js";
import { WorkbookPacker } from "../../src/workbook/write/packer.js";
import { draws } from "../support/draws.js";
import { ours, rowsOfCsv } from "./support.js";

/** The last is in cells that are to be escaped, too. */
const dialects: Dialect[] = [0x2c, 0x3b, 0x09, NO_DELIMITER, 0x26].flatMap((delimiter) =>
  (["lf", "crlf", "cr"] as const).map((recordEnd) => ({ delimiter, recordEnd })),
);
const LINE_END = { lf: "\n", crlf: "\r\n", cr: "\r" };
const bytesOf = (text: string) => Buffer.from(text, "utf8");

const texts = fc
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
  .map((parts) => parts.join(""));
const cells = (delimiter: number) =>
  fc.tuple(texts, fc.nat(9)).map(([text, form]) => {
    const inner =
      form === 0 ? `${text}"${text}\n` : form < 4 ? `${text}${String.fromCharCode(Math.max(delimiter, 9))}` : text;
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

test("a list that is packed holds the cells that the scanner cuts", async () => {
  await fc.assert(
    fc.asyncProperty(lists, async ({ dialect, records, ends, hasHeader, isWhole }) => {
      const delimiter = dialect.delimiter < 0 ? [] : [Buffer.of(dialect.delimiter)];
      const lines = [[bytesOf("nombre")], ...records].map((record) =>
        record.flatMap((cell, i) => (i === 0 ? [cell] : [...delimiter, cell])),
      );
      const end = bytesOf(LINE_END[dialect.recordEnd]);
      const csv = Buffer.concat(lines.flatMap((line, i) => (i + 1 < lines.length || isWhole ? [...line, end] : line)));
      const expected = rowsOfCsv(csv, dialect);

      const plan = { file: "o.xlsx", sheetName: "s", dialect, markEnd: 0, hasHeader, width: 3, phones: [0] };
      const packer = new WorkbookPacker({ ...plan, words: undefined });
      const borders = [0, ...ends.filter((at) => at < csv.length).sort((a, b) => a - b), csv.length];
      const packed: Uint8Array[] = [];
      for (let i = 1; i < borders.length; i++)
        packed.push(...packer.pack(csv.subarray(borders[i - 1], borders[i])).map((piece) => Buffer.from(piece)));
      packed.push(...packer.end());

      expect(await ours(Buffer.concat(packed))).toEqual(expected);
    }),
    { numRuns: draws(600) },
  );
});
