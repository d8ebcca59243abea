import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cellText, extraCellsAreEmpty, looseCells, recordCells, sampleRecords } from "../../src/csv/cells.js";
import { composeCell, lineEnd } from "../../src/csv/compose.js";
import { NO_DELIMITER } from "../../src/csv/dialect.js";
import { type Dialect, RecordScanner } from "../../src/csv/scanner.js";
import { draws, forAll } from "../support/draws.js";
import { LF_COMMA } from "./support.js";

const text = (bytes: Uint8Array, quoted = false) => cellText(bytes, 0, bytes.length, quoted);

test("cellText decodes UTF-8, and Windows-1252 where the bytes are no UTF-8", () => {
  expect(text(Buffer.from("7012\u00a03456 ñ"))).toBe("7012\u00a03456 ñ");
  expect(text(Buffer.from("7012\xa03456 \xf1", "latin1"))).toBe("7012\u00a03456 ñ");
  expect(text(Buffer.from("7012\x963456 \x80\x92\x9f", "latin1"))).toBe("7012–3456 €’Ÿ");
});

describe("the cells of a record", () => {
  const whole = (record: string, dialect = LF_COMMA) => {
    const bytes = Buffer.from(`##${record}##`);
    return [bytes, 2, bytes.length - 2, dialect] as const;
  };

  test("are those between its ends, quoted or not", () => {
    expect(recordCells(...whole('a,"b,""c""",,"d\ne"'))).toEqual(["a", 'b,"c"', "", "d\ne"]);
    expect(recordCells(...whole("a,b", { delimiter: NO_DELIMITER, recordEnd: "lf" }))).toEqual(["a,b"]);
  });

  test("of an odd record stand between its delimiters, whatever the quotes, with no digit lost", () => {
    expect(looseCells(...whole('"a"b,7012-3456'))).toEqual(['"a"b', "7012-3456"]);
    expect(looseCells(...whole('"a" "b,c",7012'))).toEqual(['"a" "b', 'c"', "7012"]);
    const broken = fc.array(fc.constantFrom('"', ",", "7", "0", "\r", "\n", " ", "ñ"), { maxLength: 12 });
    fc.assert(
      fc.property(broken, fc.constantFrom<Dialect["recordEnd"]>("lf", "crlf", "cr"), (parts, recordEnd) => {
        const record = parts.join("");
        const digits = (it: string) => it.replace(/\D/g, "");
        const cells = looseCells(...whole(record, { delimiter: 0x2c, recordEnd }));
        expect(digits(cells.join(""))).toBe(digits(record));
      }),
    );
  });

  test("beyond the header's may be empty, quoted or not", () => {
    const areEmpty = (text: string) => {
      const scanner = new RecordScanner(LF_COMMA, []);
      scanner.feed(Buffer.from(text), 0, text.length, true);
      scanner.next();
      return extraCellsAreEmpty(scanner, LF_COMMA, 2);
    };
    expect(areEmpty('a,b,,""')).toBe(true);
    expect(areEmpty('a,b,""""')).toBe(false);
    expect(areEmpty("a,b, ")).toBe(false);
    expect(areEmpty("a,b,,7012")).toBe(false);
    expect(areEmpty("a,b")).toBe(true);
  });
});

test("sampleRecords leaves out what the sample's end cuts off, and stops at the limit", () => {
  const sample = Buffer.from('a,b\n"x"y,2\n3,4');
  const records = (whole: boolean, limit: number) =>
    sampleRecords(sample, whole, LF_COMMA, 0, limit).map((it) => [it.line, it.malformed, ...it.cells]);
  expect(records(true, 9)).toEqual([
    [1, false, "a", "b"],
    [2, true, '"x"y', "2"],
    [3, false, "3", "4"],
  ]);
  expect(records(false, 9)).toHaveLength(2);
  expect(records(true, 1)).toHaveLength(1);
});

test("composeCell and lineEnd write what csv-stringify writes, and recordCells reads it back", () => {
  const cell = fc
    .array(fc.constantFrom('"', ",", ";", "|", "\t", "\n", "\r", " ", "a", "ñ", "'", "="), { maxLength: 8 })
    .map((parts) => parts.join(""));
  const dialect = fc.record({
    delimiter: fc.constantFrom(0x2c, 0x3b, 0x09, 0x7c, NO_DELIMITER),
    recordEnd: fc.constantFrom<Dialect["recordEnd"]>("lf", "crlf", "cr"),
  });
  forAll(draws(2000), fc.array(cell, { minLength: 1, maxLength: 4 }), dialect, (cells, dialect) => {
    const delimiter = dialect.delimiter === NO_DELIMITER ? "," : String.fromCharCode(dialect.delimiter);
    const ours = cells.map((it) => composeCell(it, dialect)).join(delimiter);
    expect(ours + lineEnd(dialect)).toBe(
      stringify([cells], { delimiter, record_delimiter: lineEnd(dialect).toString(), quote_record_delimiter: true }),
    );
    const bytes = Buffer.from(ours);
    const written = { ...dialect, delimiter: delimiter.charCodeAt(0) };
    if (bytes.length > 0) expect(recordCells(bytes, 0, bytes.length, written)).toEqual(cells);
  });
});
