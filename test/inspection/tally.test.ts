// The counting of an inspection on small lists, each thing by itself.

import { describe, expect, test } from "vitest";
import { type Inspection, inspectFile } from "../../src/inspection/inspect.js";
import type { ListOverrides } from "../../src/lists/overrides.js";
import { Workdir } from "../support/workdir.js";

async function inspected(list: string, overrides: Partial<ListOverrides> = {}) {
  const dir = new Workdir();
  dir.write("list.csv", list);
  return inspectFile(dir.at("list.csv"), { columns: [], noHeader: false, ...overrides });
}

const rows = (...cells: string[]) => `telefono,nombre\n${cells.map((cell) => `${cell},Ana\n`).join("")}`;
const phonesOf = (inspection: Inspection) => inspection.columns.flatMap(({ phones }) => phones ?? []);

describe("the numbers of a phone column", () => {
  test("are counted by type, each number of a cell", async () => {
    const list = rows("7012-3456", "2250-1234 / 7012-3457", "800-1234", "900-1234", "+504 9123-4567");
    const [column] = phonesOf(await inspected(list));
    expect(column?.numbers).toEqual({ mobile: 2, fixed: 1, toll_free: 1, premium: 1, foreign: 1 });
    expect(column?.several).toMatchObject({ count: 1, lines: [3] });
    expect(column).toMatchObject({ filled: 5, unread: { size: 0 } });
  });

  test("that can't be read are counted by reason, with the first five lines", async () => {
    const list = rows("7012-3456", "", "n/a", "n/a", "n/a", "n/a", "n/a", "n/a", "7012-34");
    const [column] = phonesOf(await inspected(list));
    expect([...column!.unread].map(([reason, { count, lines }]) => [reason, count, lines])).toEqual([
      ["empty", 7, [3, 4, 5, 6, 7]],
      ["too-short", 1, [10]],
    ]);
  });
});

describe("the records", () => {
  test("that are broken are named by their lines, and their cells are nobody's", async () => {
    const { tally } = await inspected('telefono,nombre\n7012-3456,Ana\n7012-3457\n"7012-3458"x,Eva\n7012-3459,Luis,\n');
    expect(tally.found.ragged).toMatchObject({ count: 1, lines: [3] });
    expect(tally.found.malformed).toMatchObject({ count: 1, lines: [4] });
    expect(tally.columns[0]?.filled).toBe(2);
    expect(tally).toMatchObject({ records: 4, whole: 2, usable: 2 });
  });

  test("are duplicates by their first number, however it is written and in which lane it is read", async () => {
    const { tally } = await inspected(rows("7012-3456", "+503 7012 3456", "7012-3456 ext. 4", "2250-1234 y 7012-3456"));
    expect(tally.found.duplicate).toMatchObject({ count: 2, lines: [3, 4] });
    expect(tally).toMatchObject({ usable: 2 });
  });

  test("of two phone columns are judged by both", async () => {
    const { tally } = await inspected("telefono,celular\n,7012-3456\n7012-3456,\nn/a,\n");
    expect(tally).toMatchObject({ records: 3, usable: 1 });
    expect(tally.found.duplicate.lines).toEqual([3]);
  });

  test("keep their lines below quoted line feeds and blank lines", async () => {
    const { tally, blankLines } = await inspected('telefono,nombre\n7012-3456,"A\nB"\n\n7012-3456,Eva\n');
    expect(tally.found.duplicate.lines).toEqual([5]);
    expect(blankLines).toBe(1);
  });
});

describe("columns", () => {
  test("that the user chose say so, and so do those that look like phones and were not chosen", async () => {
    const list = "codigo,telefono\n70123456,7012-3457\n";
    const { columns } = await inspected(list, { columns: ["codigo"] });
    expect(columns.map(({ why, phones }) => [why, phones !== undefined])).toEqual([
      ["chosen", true],
      ["not-chosen", false],
    ]);
  });

  test("are as many as the header has, also where records have more", async () => {
    const { columns } = await inspected("telefono,nombre\n7012-3456,Ana,x,y\n7012-3457,Eva\n");
    expect(columns).toHaveLength(2);
  });

  test("whose names could be a record's digits have none that is shown", async () => {
    const { columns } = await inspected("telefono,a1 b2 c3 d4 e5 f6 g7\n7012-3456,Ana\n");
    expect(columns.map(({ name }) => name)).toEqual(["telefono", undefined]);
  });

  test("of a list without phones are all there, and no record has a number", async () => {
    const { columns, tally } = await inspected("nombre,ciudad\nAna,Apopa\nEva\n");
    expect(columns.map(({ phones }) => phones)).toEqual([undefined, undefined]);
    expect(tally).toMatchObject({ records: 2, usable: 0 });
    expect(tally.found.ragged.lines).toEqual([3]);
  });
});
