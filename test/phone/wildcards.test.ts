// What entries with a wildcard cover, and texts of two ends; and which texts with such marks are numbers all the same.

import { describe, expect, test } from "vitest";
import { eachNumberOf, mayHoldRange, rangesAmong, readRanges, strayRange } from "../../src/phone/wildcards.js";

/** How many numbers of the plan a cell's ranges cover, the least and the greatest. */
function covered(cell: string): [count: number, least: number, greatest: number] {
  const found = new Set<number>();
  for (const { patterns } of readRanges(cell))
    for (const pattern of patterns)
      eachNumberOf(
        pattern,
        (national) => found.add(national),
        (e164) => found.add(Number(e164.slice(4))),
      );
  return [found.size, Math.min(...found), Math.max(...found)];
}

const RANGES: Record<string, [count: number, least: number, greatest: number]> = {
  "2222*": [10_000, 22_220_000, 22_229_999],
  "+5032222%": [10_000, 22_220_000, 22_229_999],
  "2222-XXXX": [10_000, 22_220_000, 22_229_999],
  "2222 ????": [10_000, 22_220_000, 22_229_999],
  "2222####": [10_000, 22_220_000, 22_229_999],
  "Tel. 2222-34XX": [100, 22_223_400, 22_223_499],
  "00503 7012-345*": [10, 70_123_450, 70_123_459],
  "5034XXXX": [10_000, 50_340_000, 50_349_999],
  "5038-XXXX": [10_000, 50_380_000, 50_389_999],
  "5035-XXXX": [10_000, 50_350_000, 50_359_999],
  "2222* ; 2223*": [20_000, 22_220_000, 22_239_999],
  "2222-0000 a 2222-9999": [10_000, 22_220_000, 22_229_999],
  "del 2222-1000 al 2222-1199": [200, 22_221_000, 22_221_199],
  "(503) 2222-1234 hasta (503) 2222-2000": [767, 22_221_234, 22_222_000],
  "2222-1000 - 2222-1999": [1000, 22_221_000, 22_221_999],
  "2222-1000–2222-1999": [1000, 22_221_000, 22_221_999],
  "+50322222300-+50322222499": [200, 22_222_300, 22_222_499],
  "50322222300 - 50322222499": [200, 22_222_300, 22_222_499],
  "+50322220000 a +50322229999": [10_000, 22_220_000, 22_229_999],
  "00503 2222-2300 a 00503 2222-2499": [200, 22_222_300, 22_222_499],
  "22222300-22222499 (banco)": [200, 22_222_300, 22_222_499],
  "PBX 22222300-22222499": [200, 22_222_300, 22_222_499],
  "22222300-22222499, 70001234": [200, 22_222_300, 22_222_499],
  "2222-2300-2222-2499": [200, 22_222_300, 22_222_499],
  "22222499 al 22222300": [200, 22_222_300, 22_222_499],
  "22222300-22222499-22222699": [400, 22_222_300, 22_222_699],
  "2222-9900 - 2223-0099": [200, 22_229_900, 22_230_099],
  "entre el 2222-2300 y el 2222-2499": [200, 22_222_300, 22_222_499],
  "2222-0000 hasta 2223-9998": [19_999, 22_220_000, 22_239_998],
  "2222-0000 - 2223-9999": [20_000, 22_220_000, 22_239_999],
  "22222300 → 22222499": [200, 22_222_300, 22_222_499],
  "22222300 -> 2499": [200, 22_222_300, 22_222_499],
  "22222300~22222499": [200, 22_222_300, 22_222_499],
  "2222-2300 hasta (503) 2222-2499": [200, 22_222_300, 22_222_499],
  "2222-0000 al 9999": [10_000, 22_220_000, 22_229_999],
  "2222-2300 al 2499": [200, 22_222_300, 22_222_499],
  "2222-2300 al 499": [200, 22_222_300, 22_222_499],
  "2222-2300 - 2499": [200, 22_222_300, 22_222_499],
  "22222300-2499": [200, 22_222_300, 22_222_499],
  "2222-9900 al 0099": [200, 22_229_900, 22_230_099],
  "2222-2222 al 25": [4, 22_222_222, 22_222_225],
  "2222-0000 al número 2222-0099": [100, 22_220_000, 22_220_099],
  "del N° 2222-0000 al N° 2222-0099": [100, 22_220_000, 22_220_099],
  "Desde: 2222-0000 Hasta: 2222-0099": [100, 22_220_000, 22_220_099],
  "2222-0000 al\n2222-0099": [100, 22_220_000, 22_220_099],
  "2222-0000...2222-0099": [100, 22_220_000, 22_220_099],
  '"2222-0000" al "2222-0099"': [100, 22_220_000, 22_220_099],
  "entre 2222-0000 y 2222-0099": [100, 22_220_000, 22_220_099],
  "between 2222-0000 and 2222-0099": [100, 22_220_000, 22_220_099],
  "2222-0000 → 2222-0099": [100, 22_220_000, 22_220_099],
  "2222-0000/2222-0099": [100, 22_220_000, 22_220_099],
  "2245-0000/9999": [10_000, 22_450_000, 22_459_999],
  "2245-6778 al número 85": [8, 22_456_778, 22_456_785],
  "2222-0000* al 2222-0099*": [100, 22_220_000, 22_220_099],
  "2222-0005 (11 líneas) hasta llegar a 2222-0015": [11, 22_220_005, 22_220_015],
};

describe("covers every number of", () => {
  for (const [cell, numbers] of Object.entries(RANGES))
    test(cell, () => {
      expect(covered(cell)).toEqual(numbers);
      const bytes = Buffer.from(cell);
      expect(mayHoldRange(bytes, 0, bytes.length)).toBe(true);
    });
});

describe("is no range", () => {
  const numbers = ["7012-3456", "7012-3456 x12", "2222-2222 - 7777-3456", "*555", "812*4682"];
  const twoNumbers = [
    "cambio de 7012-3456 a 7113-4567",
    "2222-2300 y 2222-2499",
    "7012-3456-1234",
    "2222-2300 ext 2499",
    "2222-3333 / 4444",
    "2222-2222 y 2222-2230",
  ];
  for (const cell of [...numbers, ...twoNumbers, "2222-2300 - 2499-1234", "7012-1000 - 2024-05-13", "", "x"])
    test(cell, () => expect(readRanges(cell)).toEqual([]));
});

describe("among words and numbers, covers every number of", () => {
  const among = (cell: string) => rangesAmong(cell).flatMap(({ patterns }) => patterns);
  const found: Record<string, string[]> = {
    "fijo 2222-XXXX cel 7012-3456": ["2222????"],
    "7012-3456 2222-XXXX": ["2222????"],
    "+503 7012-3456 (503) 2222 ####": ["5032222?", "2222????", "2222????"],
    "03533849-7 (503) 5033-XXXX": ["5035033?", "5033????", "5033????"],
    "bloquear 22223**, tambien 7012-3456": ["22223???"],
    "calle 5 2222****": ["52222???", "2222????"],
  };
  for (const [cell, patterns] of Object.entries(found)) test(cell, () => expect(among(cell)).toEqual(patterns));

  test("and of nothing where the digits before the marks are whole numbers, or too few", () => {
    for (const cell of [
      "7012-3456 **** Ana",
      "llamar a las 10 **",
      "7012-3456 ext 12x",
      "2024-05-06 ***",
      "2222*",
      "100%",
    ])
      expect(among(cell), cell).toEqual([]);
  });
});

describe("covers what nobody can say", () => {
  for (const cell of ["2222* (banco)", "Banco: 2222*", "2222/*", "2222 o 2223*", "*2222 central"])
    test(cell, () => {
      const [range] = [...readRanges(cell), ...strayRange(cell)].filter(({ isAtEnd }) => !isAtEnd);
      expect(range).toMatchObject({ patterns: [], numbers: Number.POSITIVE_INFINITY });
    });
});

test("a text without marks beside its digits is no stray range", () => {
  for (const cell of ["ver 2222", "100% descuento", "tel?", "12 x 3"]) expect(strayRange(cell)).toEqual([]);
});

test("ends are looked for in linear time, whatever stands between them", () => {
  const marks = [" ", "(", "503 ", "+", '"', "pbx (", "(11 x) al ", "hasta el x "];
  const ends = [
    "22222300 al ",
    "2222-2300 - ",
    "2222-0xxx al ",
    "22220*",
    "2222-2300 pbx hasta ",
    "2222 (2 x) ",
    "1222(2 x",
  ];
  for (const piece of [...marks, ...ends]) {
    const before = process.cpuUsage();
    readRanges(`22222300 al${piece.repeat(20_000)}`);
    // In square time it is minutes.
    expect(process.cpuUsage(before).user, piece).toBeLessThan(5_000_000);
  }
});

test("ranges are looked for in linear time in any number of digits, and found behind them", () => {
  // It took minutes for a tenth of them.
  expect(rangesAmong(`${"7".repeat(1_000_000)}]x`)).toEqual([]);
  expect(rangesAmong(`${"7".repeat(100_000)} cel 2222-XX?`)).toHaveLength(1);
});
