// The archive around a workbook: every way in which programs write it is read, and whatever it says of itself must be so.

import { describe, expect, test } from "vitest";
import { bookParts, type Parts, workbookOf, type ZipWay, zipOf } from "../support/workbooks.js";
import { linesOf, open, read, refusal } from "./support.js";

const ROWS = [
  ["nombre", "telefono"],
  ["Ana", "7012-3456"],
];
const LINES = ["nombre,telefono", "Ana,7012-3456"];
const PARTS = bookParts([{ rows: ROWS }]);

describe("an archive is read", () => {
  const ways: Record<string, ZipWay> = {
    "with parts that are not compressed": { stored: true },
    "with sizes behind its parts": { descriptors: true },
    "with sizes of eight bytes": { zip64: true },
    "with both": { zip64: true, descriptors: true },
    "with a comment": { comment: "hecho a mano PK\u0005\u0006" },
  };
  for (const [name, way] of Object.entries(ways))
    test(name, async () => {
      expect(await linesOf(zipOf(PARTS, way))).toEqual(LINES);
    });

  test("with its parts in other folders, by absolute names, in capitals", async () => {
    const moved: Parts = {
      "[Content_Types].xml": PARTS["[Content_Types].xml"]!,
      "_rels/.rels": PARTS["_rels/.rels"]!.replace("xl/workbook.xml", "/Libro/main.xml"),
      "Libro/main.xml": PARTS["xl/workbook.xml"]!,
      "Libro/_rels/main.xml.rels": PARTS["xl/_rels/workbook.xml.rels"]!.replace(
        "worksheets/sheet1.xml",
        "/hojas/Una%20hoja.xml",
      ).replace("sharedStrings.xml", "../SHARED.xml"),
      "hojas/una hoja.xml": PARTS["xl/worksheets/sheet1.xml"]!,
      "shared.xml": PARTS["xl/sharedStrings.xml"]!,
      "Libro/styles.xml": PARTS["xl/styles.xml"]!,
    };
    expect(await linesOf(zipOf(moved))).toEqual(LINES);
  });

  test("with the paths of Windows in it", async () => {
    const parts = Object.fromEntries(Object.entries(PARTS).map(([name, text]) => [name.replaceAll("/", "\\"), text]));
    expect(await linesOf(zipOf(parts))).toEqual(LINES);
  });

  test("in the strict form of the standard, with a byte order mark and comments", async () => {
    const strict = Object.entries(PARTS).map(([name, text]) => [
      name,
      `\ufeff${text
        .replaceAll(
          "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
          "http://purl.oclc.org/ooxml/spreadsheetml/main",
        )
        .replaceAll(
          "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
          "http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        .replace("<sheetData>", "<!-- rows --><?pi x?><sheetData>")}`,
    ]);
    expect(await linesOf(zipOf(Object.fromEntries(strict)))).toEqual(LINES);
  });
});

describe("an archive is refused", () => {
  const faulty = async (bytes: Buffer, fault: string) =>
    expect(await refusal(bytes)).toMatchObject({ sentence: "workbookDamaged", value: fault });
  const without = (name: string) => Object.fromEntries(Object.entries(PARTS).filter(([part]) => part !== name));
  /** With bytes of the part's local header (1), its central one (2) changed. */
  const patched = (name: string, header: 1 | 2, at: number, change: (bytes: Buffer, at: number) => void) => {
    const bytes = zipOf(PARTS);
    let found = bytes.indexOf(name) - 30;
    if (header === 2) found = bytes.lastIndexOf(name) - 46;
    change(bytes, found + at);
    return bytes;
  };
  const SHEET = "xl/worksheets/sheet1.xml";

  test("with a second directory in its comment, or something before its first part", async () => {
    const inner = zipOf(PARTS).subarray(-22);
    const outer = zipOf(PARTS, { comment: inner.toString("latin1") });
    outer.set(inner, outer.length - 22);
    await faulty(outer, "archive");
    const shifted = Buffer.concat([Buffer.from("PK\x03\x04"), zipOf(PARTS)]);
    for (let at = shifted.indexOf("PK\x01\x02"); at >= 0; at = shifted.indexOf("PK\x01\x02", at + 1))
      shifted.writeUInt32LE(shifted.readUInt32LE(at + 42) + 4, at + 42);
    shifted.writeUInt32LE(shifted.readUInt32LE(shifted.length - 6) + 4, shifted.length - 6);
    await faulty(shifted, "archive");
  });

  test("with two parts of one name, in whichever case", async () => {
    const twice = zipOf({ ...PARTS, "XL/worksheets/sheet1.xml": PARTS[SHEET]! });
    await faulty(twice, "archive");
  });

  test("with two parts over the same bytes", () =>
    faulty(
      patched("xl/styles.xml", 2, 42, (bytes, at) => bytes.writeUInt32LE(0, at)),
      "archive",
    ));

  test("with an encrypted part, or one packed in another way", async () => {
    await faulty(
      patched(SHEET, 2, 8, (bytes, at) => bytes.writeUInt16LE(1, at)),
      "archive",
    );
    await faulty(
      patched(SHEET, 2, 10, (bytes, at) => bytes.writeUInt16LE(12, at)),
      "archive",
    );
  });

  test.each(["_rels/.rels", "xl/workbook.xml", SHEET, "xl/sharedStrings.xml", "[Content_Types].xml"])(
    "without %s",
    (name) => faulty(zipOf(without(name)), "no-part"),
  );

  test("with a sheet that is somewhere else", () => {
    const rels = PARTS["xl/_rels/workbook.xml.rels"]!.replace(
      'Target="worksheets',
      'TargetMode="External" Target="worksheets',
    );
    return faulty(zipOf({ ...PARTS, "xl/_rels/workbook.xml.rels": rels }), "no-part");
  });

  test("that unpacks to more than it may", async () => {
    const rows = Array.from({ length: 5000 }, () => ["0".repeat(30)]);
    expect(await refusal(workbookOf(rows), { maxBytes: 100_000 })).toMatchObject({ sentence: "workbookTooLarge" });
    expect((await read(workbookOf(rows), { maxBytes: 1_000_000 }))?.facts.rows).toBe(5000);
  });

  test.each([
    [{ mimetype: "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "" }, "ods"],
    [{ mimetype: "application/vnd.oasis.opendocument.text", "content.xml": "" }, "ods"],
    [{ "Index/Document.iwa": "", "Index/Tables/Tile.iwa": "" }, "other"],
    [{ "[Content_Types].xml": "<a/>", "xl/workbook.bin": "" }, "other"],
    [{ "[Content_Types].xml": "<a/>", "word/document.xml": "" }, "other"],
  ] as [Parts, string][])("that is another document: %j", async (parts, kind) => {
    await expect(open(zipOf(parts))).rejects.toMatchObject({ sentence: "otherWorkbook", values: [kind] });
  });

  test("that is an archive of files", async () => {
    await expect(open(zipOf({ "bajas.csv": "telefono\n7012-3456\n" }))).rejects.toMatchObject({ sentence: "zip" });
    await expect(open(zipOf({}))).rejects.toMatchObject({ sentence: "zip" });
  });
});
