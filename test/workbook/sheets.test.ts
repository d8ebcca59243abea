// Where a list stands in its sheet, which rows and cells it has, and what nobody sees in it.

import { describe, expect, test } from "vitest";
import { isTableFiltered } from "../../src/workbook/book.js";
import { type BookSheet, bookParts, workbookOf, zipOf } from "../support/workbooks.js";
import { linesOf, open, read, refusal } from "./support.js";

const LIST = [
  ["nombre", "telefono"],
  ["Ana", "7012-3456"],
  ["Luis", "2222-1234"],
];
const LINES = ["nombre,telefono", "Ana,7012-3456", "Luis,2222-1234"];
const book = (...sheets: BookSheet[]) => zipOf(bookParts(sheets));

describe("a list", () => {
  test("is UTF-8 with a byte order mark, commas and CRLF", async () => {
    const found = await read(workbookOf(LIST));
    expect(found?.hasMark).toBe(true);
    expect(found?.csv).toBe(`${LINES.join("\r\n")}\r\n`);
    expect(found?.facts).toMatchObject({ rows: 3, range: "A1:B3" });
  });

  test("may begin in any row and column, which its rows still have", async () => {
    const found = await read(book({ rows: LIST, firstRow: 5, firstColumn: 28 }));
    expect(found?.csv.split("\r\n").slice(0, 3)).toEqual(LINES);
    expect(found?.layout).toEqual({ firstRow: 5, firstColumn: 28, width: 2 });
    expect(found?.facts.range).toBe("AB5:AC7");
  });

  test("has a blank line for every row without a value, so that lines are rows", async () => {
    const rows = [["a", "b"], [], [null, "1"], ["", ""], [{ xml: '<c s="3"/>' }], ["2"]];
    expect(await linesOf(workbookOf(rows))).toEqual(["a,b", "", ",1", "", "", "2,"]);
  });

  test.each([
    ["with a header", [["a", "b"], ["1"], ["1", "2", "3"]], ["a,b,", "1,,", "1,2,3"]],
    [
      "without one",
      [
        ["Ana", "7012-3456"],
        ["7012-3457", "", "x"],
      ],
      ["Ana,7012-3456,", "7012-3457,,x"],
    ],
    ["below titles", [["Reporte"], [], ["a", "b"], ["Ana", null]], ["Reporte,", "", "a,b", "Ana,"]],
  ])("%s has rows as long as the longest", async (_, rows, expected) => {
    expect(await linesOf(workbookOf(rows))).toEqual(expected);
  });

  test("may leave out where its cells stand, and have a prefix before every name", async () => {
    const rows = [
      ["a", "b"],
      [null, "x"],
      [7, true],
    ];
    const expected = ["a,b", ",x", "7,TRUE"];
    for (const way of [{ placeless: true }, { prefix: "x" }, { prefix: "x", placeless: true, inline: true }])
      expect(await linesOf(workbookOf(rows, way)), JSON.stringify(way)).toEqual(expected);
  });

  test("is the same in whatever pieces it is asked for", async () => {
    const rows = Array.from({ length: 300 }, (_, i) => [`n${i}`, i, i % 3 === 0 ? "a, b" : null]);
    const whole = await linesOf(workbookOf(rows));
    for (const chunk of [1, 7, 100_000]) expect(await linesOf(workbookOf(rows), { chunk })).toEqual(whole);
  });

  test("ends where the sheet may end", async () => {
    const last = book({ rows: [["a"]], firstRow: 1_048_576, firstColumn: 16_384 });
    expect((await read(last))?.facts.range).toBe("XFD1048576:XFD1048576");
  });

  test("has merged cells as they are stored: the value in the first, the others empty", async () => {
    const after = '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>';
    expect(
      await linesOf(
        book({
          rows: [
            ["a", "b"],
            ["1", "2"],
            [null, "3"],
          ],
          after,
        }),
      ),
    ).toEqual(["a,b", "1,2", ",3"]);
  });
});

describe("a sheet is refused", () => {
  const cellsOf = (xml: string) =>
    zipOf({ ...bookParts([{ rows: [] }]), "xl/worksheets/sheet1.xml": sheet(`<sheetData>${xml}</sheetData>`) });
  const sheet = (inner: string) =>
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${inner}</worksheet>`;
  const c = (place: string) => `<c r="${place}"><v>1</v></c>`;

  test.each([
    ["rows out of order", `<row r="2">${c("A2")}</row><row r="1">${c("A1")}</row>`, "cell"],
    ["a row twice", `<row r="1">${c("A1")}</row><row r="1">${c("A1")}</row>`, "cell"],
    ["a row beyond the last", `<row r="1048577">${c("A1048577")}</row>`, "cell"],
    ["a row without a number", `<row r="x">${c("A1")}</row>`, "cell"],
    ["a cell twice", `<row r="1">${c("A1")}${c("A1")}</row>`, "cell"],
    ["cells out of order", `<row r="1">${c("B1")}${c("A1")}</row>`, "cell"],
    ["a cell in another row", `<row r="1">${c("A2")}</row>`, "cell"],
    ["a cell beyond the last column", `<row r="1">${c("XFE1")}</row>`, "cell"],
    ["a cell without a column", `<row r="1">${c("1")}</row>`, "cell"],
    ["something else among the rows", `<line r="1">${c("A1")}</line>`, "xml"],
    ["something else among the cells", `<row r="1"><d r="A1"><v>1</v></d></row>`, "xml"],
    ["a text between the cells", `<row r="1">7012-3456${c("A1")}</row>`, "xml"],
    ["an element that is not closed", `<row r="1"><c r="A1"><v>1</c></row>`, "xml"],
    ["a row of another namespace", `<y:row xmlns:y="z" r="1">${c("A1")}</y:row>`, "xml"],
  ])("with %s", async (_, xml, fault) => {
    expect(await refusal(cellsOf(xml))).toMatchObject({ sentence: "workbookDamaged", value: fault });
  });

  test("that reaches far to the right for a cell or two", async () => {
    const rows = [["70123456"], ...Array.from({ length: 30 }, () => ["70123457"])];
    const parts = bookParts([{ rows }]);
    const xml = parts["xl/worksheets/sheet1.xml"]!.replace(
      "</sheetData>",
      `<row r="40">${c("XFD40")}</row></sheetData>`,
    );
    expect(await refusal(zipOf({ ...parts, "xl/worksheets/sheet1.xml": xml }))).toMatchObject({
      sentence: "sheetTooWide",
      value: "XFD",
    });
  });

  test("with a cell left of the columns that it says it has, behind the rows that are looked at first", async () => {
    const rows = [
      ...Array.from({ length: 40_000 }, (_, i) => [null, `a text of some length ${i}`]),
      ["left", "x", "far"],
    ];
    const said = (columns: string) => book({ rows, before: `<dimension ref="${columns}"/>` });
    expect(await refusal(said("B1:B40000"))).toEqual({
      sentence: "workbookDamaged",
      value: "left-of-list",
      row: 40_001,
    });
    expect((await read(said("A1:C40000")))?.layout).toEqual({ firstRow: 1, firstColumn: 1, width: 3 });
  });
});

describe("what nobody sees", () => {
  const filter =
    '<autoFilter ref="A1:B3"><filterColumn colId="0"><filters><filter val="Ana"/></filters></filterColumn></autoFilter>';
  describe.each<[string, string, Partial<BookSheet>]>([
    ["a hidden row", "rowHidden", { rowAttributes: { 3: ' hidden="1"' } }],
    ["a row without height", "rowHidden", { rowAttributes: { 3: ' ht="0" customHeight="1"' } }],
    ["a hidden column", "columnHidden", { before: '<cols><col min="2" max="2" width="9" hidden="1"/></cols>' }],
    ["a column without width", "columnHidden", { before: '<cols><col min="1" max="1" width="0"/></cols>' }],
    ["a filter that is on", "sheetFiltered", { after: filter }],
    ["a sheet that says it is filtered", "sheetFiltered", { before: '<sheetPr filterMode="1"/>' }],
  ])("as by %s,", (_, sentence, part) => {
    test("is refused in a phone list", async () => {
      expect((await refusal(book({ rows: LIST, ...part }))).sentence).toBe(sentence);
    });

    test("counts in a suppression list", async () => {
      expect(await linesOf(book({ rows: LIST, ...part }), { unseen: "counted" })).toEqual(LINES);
    });
  });

  test("is the filter of a table in the sheet, too", async () => {
    const parts = {
      ...bookParts([{ rows: LIST, after: '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>' }]),
      "xl/worksheets/_rels/sheet1.xml.rels":
        '<Relationships xmlns="x"><Relationship Id="rId1" Type="http://z/table" Target="../tables/table1.xml"/></Relationships>',
      "xl/tables/table1.xml":
        '<table xmlns="x"><autoFilter ref="A1:B3"><filterColumn colId="1"><customFilters/></filterColumn></autoFilter></table>',
    };
    const filtered = await open(zipOf(parts));
    expect(await isTableFiltered(filtered, filtered.sheets[0]!)).toBe(true);
  });

  test("is nothing where it holds no value, or where only the buttons of a filter stand", async () => {
    const sheet: BookSheet = {
      rows: [...LIST, [null, { xml: '<c s="1"/>' }]],
      rowAttributes: { 4: ' hidden="1"' },
      before: '<cols><col min="3" max="16384" hidden="1"/></cols>',
      after:
        '<autoFilter ref="A1:B3"><filterColumn colId="0" hiddenButton="1"/><sortState ref="A2:B3"><sortCondition ref="A2:A3"/></sortState></autoFilter>',
    };
    expect(await linesOf(book(sheet))).toEqual(LINES);
  });
});

describe("of several sheets", () => {
  const empty: BookSheet = { name: "Vacía", rows: [] };
  const list: BookSheet = { name: "Clientes", rows: LIST };
  const other: BookSheet = { name: "Otros", rows: [["x"]] };

  test("the only one with a value is taken", async () => {
    expect(await linesOf(book(empty, list, { ...empty, name: "B" }))).toEqual(LINES);
  });

  test("two with values are refused, unless it is said which", async () => {
    expect(await refusal(book(list, other))).toMatchObject({ sentence: "severalSheets" });
    for (const sheet of ["Clientes", "clientes ", "1"])
      expect(await linesOf(book(list, other), { sheet })).toEqual(LINES);
    expect(await linesOf(book(list, other), { sheet: "2" })).toEqual(["x"]);
  });

  test("a name goes before a position", async () => {
    expect(await linesOf(book(other, { ...list, name: "1" }), { sheet: "1" })).toEqual(LINES);
  });

  test("one that there is not is wrong usage, and what there is is said", async () => {
    expect(await refusal(book(list, other), { sheet: "Cliente" })).toMatchObject({ sentence: "unknownSheet" });
  });

  test.each(["hidden", "veryHidden"] as const)(
    "one that is %s is no phone list by itself, and may be opt-outs",
    async (state) => {
      const both = book(list, { ...other, state });
      expect(await linesOf(both)).toEqual(LINES);
      expect(await linesOf(both, { unseen: "counted" })).toEqual(LINES);
      const more = book(list, { ...list, name: "Más", state });
      expect(await refusal(more, { unseen: "counted" })).toMatchObject({ sentence: "severalSheets" });
      expect(await refusal(book({ ...list, state }))).toEqual({
        sentence: "noFilledSheet",
        value: ["Clientes"],
        row: undefined,
      });
      expect(await linesOf(book({ ...list, state }), { sheet: "Clientes" })).toEqual(LINES);
    },
  );
});
