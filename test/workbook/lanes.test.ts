// The pattern for usual cells says what the XML reader says: the same sheet with a prefix that has no pattern goes through
// the reader alone.

import fc from "fast-check";
import { expect, test } from "vitest";
import { draws, forAllAsync } from "../support/draws.js";
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

test("a sheet is read alike by the pattern and without it", async () => {
  await forAllAsync(draws(400), sheets, async (sheet) => {
    expect(await outcome(sheet)).toEqual(await outcome(sheet, "x.y"));
  });
});
