// Workbooks that every other program opens, in forms that few write: each is read as they read it, or refused where it could
// mean two things.

import { describe, expect, test } from "vitest";
import { bookParts, type Parts, workbookOf, zipOf } from "../support/workbooks.js";
import { linesOf, refusal } from "./support.js";

const ROWS = [
  ["nombre", "teléfono"],
  ["Ana ñ 😀", "7012-3456"],
];
const LINES = ["nombre,teléfono", "Ana ñ 😀,7012-3456"];
const PARTS = bookParts([{ rows: ROWS }]);
const BOOK = "xl/workbook.xml";
const SHEET = "xl/worksheets/sheet1.xml";

/** With a part changed. */
const changed = (part: string, change: (text: string) => string | Buffer, parts: Record<string, string> = PARTS) =>
  zipOf({ ...parts, [part]: change(parts[part]!) });

describe("a sheet of old macros, which has no part", () => {
  const withModule = (text: string) =>
    text.replace("</sheets>", '<sheet name="Module1" sheetId="9" state="veryHidden" r:id=""/></sheets>');

  test("is a sheet without cells", async () => {
    expect(await linesOf(changed(BOOK, withModule))).toEqual(LINES);
  });

  test("is damage where a sheet of the workbook would be lost by it", async () => {
    const lost = changed(BOOK, (text) => text.replace('r:id="rId1"', 'r:id=""'));
    expect(await refusal(lost)).toMatchObject({ sentence: "workbookDamaged", value: "no-part" });
    const nameless = changed(BOOK, (text) => text.replace("</sheets>", '<sheet name="x" sheetId="9"/></sheets>'));
    expect(await refusal(nameless)).toMatchObject({ value: "no-part" });
  });
});

describe("parts in UTF-16", () => {
  const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16();
  const inUtf16 = (text: string) => Buffer.from(text.replace("UTF-8", "UTF-16"), "utf16le");
  const forms: Record<string, (text: string) => Buffer> = {
    "in either order of bytes, with a mark": (text) => inUtf16(`\ufeff${text}`),
    "the other way round": (text) => swapped(inUtf16(`\ufeff${text}`)),
    "without a mark": inUtf16,
    "the other way round without a mark": (text) => swapped(inUtf16(text)),
  };
  for (const [form, encode] of Object.entries(forms))
    test(`are read ${form}`, async () => {
      const all: Parts = Object.fromEntries(Object.entries(PARTS).map(([name, text]) => [name, encode(text)]));
      expect(await linesOf(zipOf(all))).toEqual(LINES);
      expect(await linesOf(changed(SHEET, encode))).toEqual(LINES);
    });

  test("longer than a piece are read whole", async () => {
    const rows = [["telefono"], ...Array.from({ length: 20_000 }, (_, i) => [`7${String(i).padStart(7, "0")}`])];
    const parts = bookParts([{ rows }], { inline: true });
    expect(await linesOf(changed(SHEET, (text) => inUtf16(`\ufeff${text}`), parts))).toEqual(
      rows.map(([cell]) => cell),
    );
  });

  test.each([
    ["with half a character at their end", (text: string) => Buffer.concat([inUtf16(text), Buffer.from("x")])],
    ["with half of a pair", (text: string) => inUtf16(text.replace("<row", "\ud800<row"))],
    ["that say to be UTF-8", (text: string) => Buffer.from(text, "utf16le")],
    ["in UTF-32", (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe, 0, 0]), Buffer.from(text)])],
    ["in name only", (text: string) => Buffer.from(text.replace("UTF-8", "UTF-16"))],
  ])("%s are refused", async (_, encode) => {
    expect(await refusal(changed(SHEET, encode))).toMatchObject({ sentence: "workbookDamaged", value: "encoding" });
  });
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
    ['<c t="s"><v>0</v><is><t>a</t></is></c>', "a"],
    ['<c t="d"><v>2026-11-20T00:00:00</v></c>', "2026-11-20T00:00:00"],
    ["<c><v> 70123456\n</v></c>", "70123456"],
    ['<c t="inlineStr"><is><t xml:space="preserve">7012</t><rPh sb="0" eb="1"><t>9999</t></rPh></is></c>', "7012"],
  ])("%s is %s", async (xml, text) => {
    expect(await linesOf(cell(xml))).toEqual(["a,b", `${text},x`]);
  });

  test.each([
    '<c t="inlineStr"><is><t>7012-3456</t></is><v>7012-3457</v></c>',
    '<c t="str"><v>7012-3456</v><is><t>7012-3457</t></is></c>',
    '<c t="str"><v/><is><t>7012-3457</t></is></c>',
    '<c t="s"><v>0</v><is><t>7012-3456</t></is></c>',
    '<c t="s"><v/><is><t>7012-3456</t></is></c>',
    "<c><v>1</v><is><t>2</t></is></c>",
  ])("that says two things is refused: %s", async (xml) => {
    expect(await refusal(cell(xml))).toMatchObject({ sentence: "workbookDamaged", value: "cell-value" });
  });
});

describe("bytes behind the archive's end", () => {
  const behind = (bytes: string) => Buffer.concat([zipOf(PARTS), Buffer.from(bytes, "latin1")]);

  test("are nothing where they only fill up", async () => {
    for (const filling of ["\0".repeat(511), "\r\n", " \n"]) expect(await linesOf(behind(filling))).toEqual(LINES);
    const zip64 = Buffer.concat([zipOf(PARTS, { zip64: true }), Buffer.alloc(100)]);
    expect(await linesOf(zip64)).toEqual(LINES);
  });

  test("are called what they are, and not a missing end", async () => {
    for (const more of ["x", "x".repeat(100_000), "PK\x03\x04", `\0${zipOf(PARTS).toString("latin1")}`.slice(0, -30)])
      expect(await refusal(behind(more))).toMatchObject({ sentence: "workbookDamaged", value: "behind" });
  });

  test("a whole second archive is refused, too: which of them counts is for every program to choose", async () => {
    const two = Buffer.concat([zipOf(PARTS), zipOf(PARTS)]);
    expect((await refusal(two)).sentence).toBe("workbookDamaged");
  });
});
