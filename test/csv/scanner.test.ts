import { expect, test } from "vitest";
import { RecordScanner } from "../../src/csv/scanner.js";
import { LF_COMMA, readAll } from "./support.js";

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
