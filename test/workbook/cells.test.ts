// What a cell has stored becomes text: numbers, dates by their formats, texts, truths, errors, formulas.

import { describe, expect, test } from "vitest";
import { type BookCell, type BookWay, bookParts, workbookOf, zipOf } from "../support/workbooks.js";
import { linesOf, read, refusal } from "./support.js";

async function cell(written: BookCell, way: BookWay = {}, unseen: "refused" | "counted" = "refused"): Promise<string> {
  const [, line] = await linesOf(workbookOf([["a"], [written]], way), { unseen });
  return line ?? "";
}

const v = (value: string, attributes = ""): BookCell => ({ xml: `<c${attributes}><v>${value}</v></c>` });

test("a damaged cell is named with its sheet and row", async () => {
  const book = workbookOf([["a"], ["x", v("siete")]]);
  const place = { sheet: "Hoja1", line: 2 };
  await expect(read(book)).rejects.toMatchObject({ values: ["cell", "B2"], place });
});

describe("a number with a date's format is that date:", () => {
  const date = (format: string, serial: string, way: BookWay = {}) =>
    cell(v(serial, ' s="1"'), { formats: [format], ...way });

  test("in the system of 1904, too", async () => {
    expect(await date("yyyy-mm-dd", "44633", { is1904: true })).toBe("2026-03-14");
    expect(await date("yyyy-mm-dd", "0", { is1904: true })).toBe("1904-01-01");
  });

  test("a format that every program knows by its number is known", async () => {
    const parts = bookParts([{ rows: [["a"], [v("46095", ' s="1"')], [v("0.5", ' s="2"')]] }]);
    const styles = parts["xl/styles.xml"]!.replace("</cellXfs>", '<xf numFmtId="14"/><xf numFmtId="20"/></cellXfs>');
    expect(await linesOf(zipOf({ ...parts, "xl/styles.xml": styles }))).toEqual(["a", "2026-03-14", "12:00:00"]);
  });
});

describe("a text stands as it is:", () => {
  const texts = `José 日本 😀|a,b|di "hola"|dos\nlíneas| espacios |=1+1|<b>&amp;</b>|_x000D_|_x005F_|\r|'7012`.split(
    "|",
  );

  test.each(texts)("%j, shared and in its cell", async (text) => {
    const rows = [
      ["a", "b"],
      [text, "x"],
    ];
    const quoted = /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    for (const inline of [false, true])
      expect((await read(workbookOf(rows, { inline })))?.csv).toBe(`a,b\r\n${quoted},x\r\n`);
  });

  test("in runs, without their phonetic hints", async () => {
    const rich = '<is><r><rPr><b/></rPr><t>7012</t></r><r><t>-3456</t></r><rPh sb="0" eb="1"><t>hint</t></rPh></is>';
    expect(await cell({ xml: `<c t="inlineStr">${rich}</c>` })).toBe("7012-3456");
    const parts = bookParts([{ rows: [["a"], ["x"]] }]);
    const strings = parts["xl/sharedStrings.xml"]!.replace(
      '<si><t xml:space="preserve">x</t></si>',
      `<si>${rich.slice(4, -5)}</si>`,
    );
    expect(await linesOf(zipOf({ ...parts, "xl/sharedStrings.xml": strings }))).toEqual(["a", "7012-3456"]);
  });

  test("with entities, by name and by number", async () => {
    expect(await cell({ xml: '<c t="str"><v>&lt;&#65;&#x1F600;&apos;&quot;</v></c>' })).toBe(`"<A😀'"""`);
  });

  test("with line ends made one, as XML has it", async () => {
    expect((await read(workbookOf([["a"], [{ xml: '<c t="str"><v>x\r\ny\rz</v></c>' }]])))?.csv).toBe(
      'a\r\n"x\ny\nz"\r\n',
    );
  });
});

describe("other cells:", () => {
  test("truths and errors", async () => {
    expect(await cell(true)).toBe("TRUE");
    expect(await cell(v("0", ' t="b"'))).toBe("FALSE");
    expect(await cell(v("#N/A", ' t="e"'))).toBe("#N/A");
    expect(await cell(v("2026-03-14T00:00:00", ' t="d"'))).toBe("2026-03-14T00:00:00");
  });

  test("a formula is what it has stored", async () => {
    expect(await cell({ xml: "<c><f>B2*1</f><v>70001234</v></c>" })).toBe("70001234");
    expect(await cell({ xml: '<c t="str"><f>A1&amp;B1</f><v>7012-3456</v></c>' })).toBe("7012-3456");
  });

  test("a formula that answers with an empty text has stored that", async () => {
    const rows = [
      ["a", "b"],
      [{ xml: '<c t="str"><f>IF(1,"")</f><v></v></c>' }, "x"],
    ];
    expect(await linesOf(workbookOf(rows))).toEqual(["a,b", ",x"]);
  });

  test.each(["<c><f>A1</f></c>", "<c><f>A1</f><v></v></c>", "<c><f>A1</f><v/></c>"])(
    "a formula without a stored value is refused in a phone list: %s",
    async (xml) => {
      expect(await refusal(workbookOf([["a"], [{ xml }]]))).toMatchObject({ sentence: "formulaWithoutValue", row: 2 });
    },
  );

  test("in a suppression list it is its own text, so that nothing in it passes unseen", async () => {
    const book = workbookOf([
      ["a"],
      [{ xml: '<c><f>"7012"&amp;"3456"</f></c>' }],
      [{ xml: '<c><f t="shared" si="0"/></c>' }],
    ]);
    const found = await read(book, { unseen: "counted" });
    expect(found?.csv).toBe('a\r\n"=""7012""&""3456"""\r\n=?\r\n');
    expect(found?.facts.formulas).toBe(2);
  });

  test("a zero that nobody calculated is no stored value", async () => {
    const rows = [["a"], [{ xml: "<c><f>A1*2</f><v>0</v></c>" }]];
    expect((await refusal(workbookOf(rows, { isUncalculated: true }))).sentence).toBe("formulaWithoutValue");
    expect(await linesOf(workbookOf(rows))).toEqual(["a", "0"]);
  });
});
