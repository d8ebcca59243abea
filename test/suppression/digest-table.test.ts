import { expect, test } from "vitest";
import { DigestTable } from "../../src/suppression/digest-table.js";

/** The records that a table holds for a digest, the newest first. */
function recordsOf(table: DigestTable, low: number, high: number): number[] {
  const firsts = new Uint32Array(1);
  table.find(Uint32Array.of(low), Uint32Array.of(high), 1, firsts);
  const records: number[] = [];
  for (let entry = firsts[0]!; entry !== 0; entry = table.next(entry)) records.push(table.recordOf(entry));
  return records;
}

test("digests that share their bucket, or one of their words, stay apart", () => {
  const table = new DigestTable();
  const digests = [
    [7, 1],
    [7, 2],
    [7 + 2 ** 20, 1],
    [7 + 2 ** 31, 1],
    [1, 7],
    [0xffff_ffff, 0xffff_ffff],
    [0, 0],
  ] as const;
  for (const [i, [low, high]] of digests.entries()) expect(table.add(low, high, 0, i + 1, 0, 0)).toBe(true);
  for (const [i, [low, high]] of digests.entries()) expect(recordsOf(table, low, high)).toEqual([i + 1]);
  expect(recordsOf(table, 7, 3)).toEqual([]);
});

test("a chain keeps its order, the newest first, when its bucket is dealt out", () => {
  const table = new DigestTable();
  for (let list = 0; list < 4; list++) {
    table.add(5, 0, list, list * 2 + 1, 0, 0);
    table.add(5 + 2 ** 14, 0, list, list * 2 + 2, 0, 0);
  }
  for (let i = 0; i < 100_000; i++) table.add(Math.imul(i, 0x9e3779b1) >>> 0, 1, 4, i + 1, 0, 0);
  expect(recordsOf(table, 5, 0)).toEqual([7, 5, 3, 1]);
  expect(recordsOf(table, 5 + 2 ** 14, 0)).toEqual([8, 6, 4, 2]);
});

test("the largest list number and event come back whole", () => {
  const table = new DigestTable();
  table.add(1, 2, 0xff_ffff, 0xffff_ffff, 255, 0xffff_ffff);
  const firsts = new Uint32Array(1);
  table.find(Uint32Array.of(1), Uint32Array.of(2), 1, firsts);
  const entry = firsts[0]!;
  expect([table.listOf(entry), table.recordOf(entry), table.eventOf(entry), table.timeOf(entry)]).toEqual([
    0xff_ffff, 0xffff_ffff, 255, 0xffff_ffff,
  ]);
  expect(() => table.add(1, 2, 0x100_0000, 1, 0, 0)).toThrow(RangeError);
});
