// Numbers of which a cell has the last digits alone: each is looked up, none is certain, and the number before them is as certain as alone.

import { describe, expect, test } from "vitest";
import { endsInEntry } from "../../src/phone/ends.js";
import { everyNumber } from "../../src/phone/number.js";
import { readCell } from "../../src/phone/read.js";

const FIRST = "+50322216429";
const NAMED = "+50322216446";

const CELLS: Record<string, readonly string[]> = {
  "in a list of several, two of which make a number": [
    "2221-6429, 6434 y 6446",
    "2221-6429, 6434, 6446",
    "PBX: (503) 2221-6429, 6434 y 6446",
    "2221-6429/6434/6446/6450",
    "2221-6429; 6434; 6446",
    "2221-6429 | 6434 | 6446",
    "2221-6429 o 6434 o 6446",
    "2221-6429, 7434, 6446",
    "2221-6429, 7434, 46",
    "22216429, 6434 y 6446",
    "22-21-64-29, 6434 y 6446",
    "(2221) 6429, 6434 y 6446",
    "2221-6429, 6434, 6446, 7012 3456",
    "2221-6429, fax: 6434, 6446",
  ],
  "behind a line end, an arrow or a bracket": [
    "2221-6429\n6446",
    "2221-6429\n46",
    "2221-6429 + 6446",
    "2221-6429 -> 6446",
    "2221-6429 → 6446",
    "2221-6429 <6446>",
    "2221-6429 (oficina), 6446 (fax)",
    "2221-6429 (Ana), 6446 (Luis)",
  ],
  "that touch their connector": [
    "2221-6429 y46",
    "2221-6429y46",
    "2221-6429Y46",
    "2221-6429/y46",
    "2221-6429,y46",
    "22216429y46",
    "2221-6429e46",
    "2221-6429 o46",
    "2221-6429 y/o46",
    "2221-6429 y el46",
    "2221-6429 y al46",
    "2221-6429y6446",
  ],
  "behind a label": [
    "2221-6429 Fax 6446",
    "2221-6429, fax 6446",
    "2221-6429 y fax 6446",
    "2221-6429; fax: 46",
    "Tel 2221-6429 Fax: 6446",
    "2221-6429\nFax.: 6446",
    "2221-6429 Cel 6446",
    "a) 2221-6429 b) 6446",
  ],
  "behind a word": [
    "2221-6429 o al 6446",
    "2221-6429 y el 6446",
    "2221-6429 también 6446",
    "2221-6429 y su fax 6446",
    "2221-6429 o bien 6446",
    "2221-6429 casa 6446",
  ],
  "behind an extension": ["2221-6429 ext. 101 y 6446", "2221-6429 x101 / 6446", "2221-6429 ext 101, 102 y 6446"],
};

describe("last digits are looked up", () => {
  for (const [where, cells] of Object.entries(CELLS))
    test.each(cells)(`${where}: %j`, (cell) => {
      const { numbers, doubtful } = readCell(cell);
      expect(numbers[0]?.e164).toBe(FIRST);
      expect(doubtful).toContain(NAMED);
    });

  test.each(["2221-6429 [6446]", "2221-6429 = 6446", "2221-6429_6446", "2221: 6429, 6434, 6446"])(
    "where nothing in the cell is certain, too: %s",
    (cell) => expect(everyNumber(readCell(cell))).toContain(NAMED),
  );
});

test.each(["2221-6429 ext 6446", "2221-6429 $6446", "2221-6429, 7012-6546", "2221-6429, +503 7012-6446"])(
  "those of an extension, an amount or another number name no neighbour: %s",
  (cell) => expect(everyNumber(readCell(cell))).not.toContain(NAMED),
);

describe("halves of a second number", () => {
  const BETWEEN = [" / ", "/", ", ", "; ", " | ", " y ", " o ", " & ", "\n"];
  const FIRSTS = ["2221-6429", "2221.6429", "22216429", "+503 2221-6429", "(503) 2221-6429", "Tel. 2221-6429"];
  const named = (first: string, between: string, second: string) => readCell(first + between + second).doubtful;
  const CASES: [left: string, right: string, ends: number[]][] = [
    ["7012", "6446", [6446]],
    ["7012", "6382", [6382]],
    ["6446", "7012", [6446, 7012]],
    ["6382", "7012", [6382, 7012]],
    ["6400", "6510", [6400, 6510]],
    ["6510", "6400", [6510, 6400]],
    ["7012", "6546", []],
  ];
  test.each(CASES)("%s and %s name the same neighbours, however two numbers are written", (left, right, ends) => {
    const expected = ends.map((end) => `+5032221${end}`);
    for (const between of BETWEEN)
      for (const first of FIRSTS)
        for (const mark of ["-", "."]) {
          const cell = first + between + left + mark + right;
          const found = named(first, between, left + mark + right).filter((e164) => e164.startsWith("+5032221"));
          expect({ cell, found: expected.filter((e164) => found.includes(e164)) }).toEqual({ cell, found: expected });
          if (ends.length === 0) expect({ cell, found }).toEqual({ cell, found: [] });
        }
  });

  test.each(["2221-6429 / 6446-6443", "2221-6429, 6446 - 6443", "2221-6429 y 6443-6446"])(
    "are the ends of a range that does not leave their thousands: %s",
    (cell) => {
      const between = ["6443", "6444", "6445", "6446"].map((end) => `+5032221${end}`);
      expect(readCell(cell).doubtful.toSorted()).toEqual(between);
    },
  );

  test.each(["2221-6429 - 6426", "2221-6429-6426", "2221-6426, 6429-6426"])(
    "bar no next ten thousand in an entry, either: %s",
    (entry) => {
      expect(endsInEntry(entry).every(({ first, last }) => first >= 22216426 && last <= 22216429)).toBe(true);
      expect(endsInEntry(entry)).toContainEqual({ first: 22216426, last: 22216429, isDash: true });
    },
  );

  test("name none where the second number stands in one group, or behind its own calling code", () => {
    for (const second of ["70126446", "64467012", "+503 7012-6446", "503 6446-7012"])
      for (const between of BETWEEN) expect(named("2221-6429", between, second), between + second).toEqual([]);
  });
});

test("nor do the zeros that dial another number", () => {
  expect(readCell("2221-6429 / 00 503 71608209").doubtful).toEqual([]);
});

test.each(["2221-6429, 12/03/2026", "2221-6429 10:30"])("nor do a day and a time: %s", (cell) => {
  expect(readCell(cell).doubtful).toEqual([]);
});
