// The fast lane for cells says what the XML reader says, or nothing: the same sheet with a prefix before its names goes
// through the reader alone.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { QUICK_BYTES, QuickCell, readQuickCell } from "../../src/workbook/quick-cell.js";
import { draws } from "../support/draws.js";
import { type BookCell, type BookSheet, bookParts, zipOf } from "../support/workbooks.js";
import { read, refusal } from "./support.js";

const formats = ["dd/mm/yyyy", "0.00", "h:mm"];
const digits = fc.stringMatching(/^-?\d{1,17}(\.\d{1,6})?$/);
const style = fc.constantFrom("", ' s="0"', ' s="1"', ' s="2"', ' s="3"', ' s="77"');
const cells: fc.Arbitrary<BookCell> = fc.oneof(
  fc.constant(null),
  fc.constantFrom("Ana", "", "a,b", 'x"y', "7012-3456", "José\nPérez"),
  fc.tuple(style, digits).map(([said, value]) => ({ xml: `<c${said}><v>${value}</v></c>` })),
  style.map((said) => ({ xml: `<c${said}/>` })),
  style.map((said) => ({ xml: `<c${said}></c>` })),
  digits.map((value) => ({ xml: `<c t="n"><v>${value}</v></c>` })),
  digits.map((value) => ({ xml: `<c ><v> ${value} </v></c>` })),
  fc.constantFrom<BookCell>(true, { xml: '<c t="e"><v>#N/A</v></c>' }, { xml: "<c><f>A1</f><v>5</v></c>" }),
);
const sheets: fc.Arbitrary<BookSheet> = fc.record({
  rows: fc.array(fc.array(cells, { maxLength: 6 }), { minLength: 1, maxLength: 12 }),
  firstRow: fc.integer({ min: 1, max: 12 }),
  firstColumn: fc.constantFrom(1, 2, 26, 27, 16_000),
});

async function outcome(sheet: BookSheet, prefix?: string) {
  const bytes = zipOf(bookParts([sheet], { formats, ...(prefix === undefined ? {} : { prefix }) }));
  try {
    const found = await read(bytes);
    return { csv: found?.csv, facts: found?.facts };
  } catch {
    return refusal(bytes);
  }
}

test("both lanes read the same of every sheet", async () => {
  await fc.assert(
    fc.asyncProperty(sheets, async (sheet) => {
      expect(await outcome(sheet)).toEqual(await outcome(sheet, "x"));
    }),
    { numRuns: draws(400) },
  );
});

describe("the fast lane", () => {
  const take = (xml: string, row = 12) => {
    const cell = new QuickCell();
    const end = readQuickCell(Buffer.from(xml.padEnd(xml.length + QUICK_BYTES)), 0, row, cell);
    return end < 0 ? undefined : { ...cell, end };
  };

  test.each([
    '<c r="B12"><v>7</v></c>',
    '<c r="XFD12" s="34567" t="s"><v>12345678</v></c>',
    '<c r="A12" s="1"/>',
    '<c r="A12" s="1" t="n"><v>-0.5</v></c>',
  ])("takes %s", (xml) => {
    expect(take(xml)?.end).toBe(xml.length);
  });

  test.each([
    '<c r="B13"><v>7</v></c>',
    '<c r="B12" t="str"><v>7</v></c>',
    '<c r="B12" t="s" s="1"><v>7</v></c>',
    '<c s="1" r="B12"><v>7</v></c>',
    "<c r='B12'><v>7</v></c>",
    '<c r="B12"><v>7e5</v></c>',
    '<c r="B12"><v>7 </v></c>',
    '<c r="B12"><v></v></c>',
    '<c r="B12"><f>A1</f><v>7</v></c>',
    '<c r="B12"><v>7</v> </c>',
    '<c r="b12"><v>7</v></c>',
    '<c r="12"><v>7</v></c>',
    '<c r="B12" s=""><v>7</v></c>',
    '<col r="B12"><v>7</v></col>',
    `<c r="B12"><v>${"1".repeat(30)}</v></c>`,
  ])("leaves %s to the reader", (xml) => {
    expect(take(xml)).toBeUndefined();
  });
});
