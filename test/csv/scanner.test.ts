import { describe, expect, test } from "vitest";
import { NO_DELIMITER } from "../../src/csv/dialect.js";
import { type Dialect, RecordScanner } from "../../src/csv/scanner.js";
import { LF_COMMA, readAll } from "./support.js";

const CR_COMMA: Dialect = { delimiter: 0x2c, recordEnd: "cr" };
const ONE_COLUMN: Dialect = { delimiter: NO_DELIMITER, recordEnd: "lf" };

/** The shapes of csv-spectrum and of the contract. A malformed record's cells begin with `!`. */
const shapes: [name: string, input: string, records: string[][], dialect?: Dialect][] = [
  [
    "plain records",
    "a,b\n1,2\n",
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  [
    "the last record without a line end",
    "a,b\n1,2",
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  [
    "CRLF and LF mixed",
    "a,b\r\n1,2\n3,4\r\n",
    [
      ["a", "b"],
      ["1", "2"],
      ["3", "4"],
    ],
  ],
  ["a comma in quotes", 'a,"b,c"\n', [["a", "b,c"]]],
  ["doubled quotes", 'a,"say ""hi"""\n', [["a", 'say "hi"']]],
  [
    "empty and quoted empty cells",
    '"",,\n,""\n',
    [
      ["", "", ""],
      ["", ""],
    ],
  ],
  ["a quoted empty cell alone", '""\n', [[""]]],
  [
    "line ends in quotes",
    'a,"b\nc\r\nd",e\nf,g,h\n',
    [
      ["a", "b\nc\r\nd", "e"],
      ["f", "g", "h"],
    ],
  ],
  ["JSON in a cell", '1,"{""type"": ""Point"", ""at"": [1,2]}"\n', [["1", '{"type": "Point", "at": [1,2]}']]],
  ["UTF-8", "ñ,ʤ\n", [["ñ", "ʤ"]]],
  ["quotes inside an unquoted cell", 'Juan "Chepe" Perez,7012-3456\n', [['Juan "Chepe" Perez', "7012-3456"]]],
  ["a quote after a space", 'a, "b"\n', [["a", ' "b"']]],
  ["Excel's text form", '="7012-3456",a\n', [['="7012-3456"', "a"]]],
  [
    "text after a closing quote",
    '"a"b,c\n1,2\n',
    [
      ["!", '"a"b', "c"],
      ["1", "2"],
    ],
  ],
  ["text after a closing quote, then quotes", '"a" "b,c"\n', [["!", '"a" "b', 'c"']]],
  ["a CR after a closing quote that is no line end", '"a"\rb,c\n', [["!", '"a"\rb', "c"]]],
  ["a CR after a closing quote at the input's end", '"a"\r', [["!", '"a"\r']]],
  ["a lone CR in an LF file", "a\rb,c\n1\n", [["!", "a\rb", "c"], ["1"]]],
  ["a lone CR in quotes in an LF file", '"a\rb",c\r\n\r\n1\r\n', [["a\rb", "c"], ["1"]]],
  ["blank lines beside a lone CR", "a\rb\r\n\r\n\n\r\n1\n", [["!", "a\rb"], ["1"]]],
  ["blank lines and a line of spaces", "\n\r\na\n  \n\n", [["a"], ["  "]]],
  [
    "CR ending the records",
    'a,"b\rc"\r\r1,2',
    [
      ["a", "b\rc"],
      ["1", "2"],
    ],
    CR_COMMA,
  ],
  ["an LF in quotes where CR ends the records", '"b\nc"\r1\r', [["b\nc"], ["1"]], CR_COMMA],
  ["an LF outside quotes where CR ends the records", "a\nb\r1\r", [["!", "a\nb"], ["1"]], CR_COMMA],
  ["one column", '2222-2222, 7012-3456; "x" | y\n"a,""b"\n', [['2222-2222, 7012-3456; "x" | y'], ['a,"b']], ONE_COLUMN],
  ["nothing", "", []],
  ["blank lines only", "\n\n\r\n", []],
];

describe.each(shapes)("%s", (_name, input, expected, dialect = LF_COMMA) => {
  test.each([[[1 << 20]], [[1]], [[2]], [[3, 1]]])("reads in portions of %j bytes", async (portions) => {
    const { records, reproduced } = await readAll(Buffer.from(input), dialect, portions);
    expect(records.map((it) => (it.malformed ? ["!", ...it.cells] : it.cells))).toEqual(expected);
    expect(reproduced).toBe(Buffer.from(input).toString("latin1"));
  });
});

test("a record's line is the physical line where it began", async () => {
  const { records, blankLines } = await readAll(Buffer.from('a\n\n"b\n\nc"\r\nd\n'), LF_COMMA, [2]);
  expect(records.map((it) => it.line)).toEqual([1, 3, 6]);
  expect(blankLines).toBe(1);
});

test("ranges are given for the wanted columns only, and -1 where a record lacks one", () => {
  const scanner = new RecordScanner(LF_COMMA, [1, 3]);
  const input = Buffer.from('a,"b",c,d\r\ne\n');
  scanner.feed(input, 0, input.length, true);
  expect(scanner.next()).toBe(true);
  expect([...scanner.cellStart, ...scanner.cellEnd, ...scanner.cellQuoted]).toEqual([3, 8, 4, 9, 1, 0]);
  expect([scanner.start, scanner.end, scanner.nextStart, scanner.cells]).toEqual([0, 9, 11, 4]);
  expect(scanner.next()).toBe(true);
  expect([...scanner.cellStart, ...scanner.cellEnd, ...scanner.cellQuoted]).toEqual([-1, -1, -1, -1, 0, 0]);
  expect(scanner.next()).toBe(false);
  expect(scanner.next()).toBe(false);
});
