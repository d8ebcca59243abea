// Workbooks that every other program opens, in forms that few write: each is read as they read it, or refused where it could
// mean two things.

import { describe, expect, test } from "vitest";
import { bookParts, workbookOf, zipOf } from "../support/workbooks.js";
import { linesOf, refusal } from "./support.js";

const ROWS = [
  ["nombre", "teléfono"],
  ["Ana ñ 😀", "7012-3456"],
];
const PARTS = bookParts([{ rows: ROWS }]);
const BOOK = "xl/workbook.xml";
const SHEET = "xl/worksheets/sheet1.xml";

/** With a part changed. */
const changed = (part: string, change: (text: string) => string | Buffer, parts: Record<string, string> = PARTS) =>
  zipOf({ ...parts, [part]: change(parts[part]!) });

test("a sheet without a part is damage", async () => {
  for (const id of [' r:id=""', ""])
    expect(await refusal(changed(BOOK, (text) => text.replace(' r:id="rId1"', id)))).toMatchObject({
      value: "no-part",
    });
});

test.each([
  ["in UTF-16", (text: string) => Buffer.from(`\ufeff${text}`, "utf16le")],
  ["in UTF-16 without a mark", (text: string) => Buffer.from(text, "utf16le")],
  ["in UTF-16 by its own words", (text: string) => Buffer.from(text.replace("UTF-8", "UTF-16"))],
])("a part %s is refused", async (_, encode) => {
  expect(await refusal(changed(SHEET, encode))).toMatchObject({ sentence: "workbookDamaged", value: "xml" });
});

describe("a cell", () => {
  const cell = (xml: string) =>
    workbookOf([
      ["a", "b"],
      [{ xml }, "x"],
    ]);

  test.each([
    ['<c t="s"><v/></c>', ""],
    ['<c t="s"><v></v></c>', ""],
    ['<c t="s"/>', ""],
    ['<c t="inlineStr"><is><t>7012-3456</t></is><v/></c>', "7012-3456"],
    ['<c t="inlineStr"><is><t>7012-3456</t></is><v>7012-3456</v></c>', "7012-3456"],
    ['<c t="inlineStr"><v>7012-3456</v><is><t>7012-3456</t></is></c>', "7012-3456"],
    ['<c t="inlineStr"><v>7012-3456</v></c>', "7012-3456"],
    ['<c t="str"><is><t>7012-3456</t></is></c>', "7012-3456"],
    ['<c t="str"><v>7012-3456</v><is><t>7012-3456</t></is></c>', "7012-3456"],
    ["<c><v>70123456</v><is><t>70123456</t></is></c>", "70123456"],
    ['<c t="d"><v>2026-11-20T00:00:00</v></c>', "2026-11-20T00:00:00"],
    ["<c><v> 70123456\n</v></c>", "70123456"],
    ['<c t="inlineStr"><is><t xml:space="preserve">7012</t><rPh sb="0" eb="1"><t>9999</t></rPh></is></c>', "7012"],
  ])("%s is %s", async (xml, text) => {
    expect(await linesOf(cell(xml))).toEqual(["a,b", `${text},x`]);
  });

  test.each([
    '<c t="inlineStr"><is><t>7012-3456</t></is><v>7012-3457</v></c>',
    '<c t="str"><v>7012-3456</v><is><t>7012-3457</t></is></c>',
    ...'<c t="str"><v/><is><t>7012-3457</t></is></c>|<c t="s"><v>0</v><is><t>7012-3456</t></is></c>'.split("|"),
    ...'<c t="s"><v/><is><t>7012-3456</t></is></c>|<c><v>1</v><is><t>2</t></is></c>'.split("|"),
  ])("that says two things is refused: %s", async (xml) => {
    expect(await refusal(cell(xml))).toMatchObject({ sentence: "workbookDamaged", value: "cell" });
  });
});

test("bytes behind the archive's end are refused, and a whole second archive is", async () => {
  for (const more of ["x", "\0".repeat(511), "x".repeat(100_000), "PK\x03\x04", zipOf(PARTS).toString("latin1")])
    expect((await refusal(Buffer.concat([zipOf(PARTS), Buffer.from(more, "latin1")]))).sentence).toBe(
      "workbookDamaged",
    );
});
