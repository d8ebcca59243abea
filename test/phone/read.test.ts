import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCell } from "../../src/phone/read.js";
import { readUnmistakable } from "../../src/phone/unmistakable.js";
import { draws } from "../support/draws.js";

function rowsOf(name: string): Record<string, string>[] {
  const text = readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), "utf8");
  return parse(text, { columns: true, relax_quotes: true });
}

const e164s = (cell: string) => readCell(cell).numbers.map((number) => number.e164);

describe("readCell reads fixtures/numbers.csv", () => {
  for (const { raw, reads_as, doubtful, reason, note } of rowsOf("numbers.csv")) {
    test(`${JSON.stringify(raw)}: ${note}`, () => {
      const reading = readCell(raw!);
      expect({
        reads_as: reading.numbers.map((number) => number.e164).join("; "),
        doubtful: reading.doubtful.join("; "),
        reason: reading.reason ?? "",
      }).toEqual({ reads_as, doubtful, reason });
    });
  }
});

describe("readCell reads fixtures/phone-sample.csv", () => {
  /** Valid numbers to the library that are no certain ones here, and why. */
  const STRICTER = new Map([
    ["+503 2222-2222", "one repeated digit is a placeholder"],
    ["(503) 8001234", "ten digits that begin (503) may be Oregon's"],
  ]);
  const TYPES: Record<string, string> = { "toll-free": "toll_free" };

  for (const { raw, expected_e164, also_accepted, expected_type } of rowsOf("phone-sample.csv")) {
    const cell = raw!;
    test(`${JSON.stringify(cell)} is ${expected_e164 || also_accepted || "no certain number"}`, () => {
      const { numbers, doubtful } = readCell(cell);
      if (STRICTER.has(cell)) {
        expect(numbers).toEqual([]);
        expect(doubtful).toContain(expected_e164);
      } else if (expected_e164) {
        expect(numbers).toEqual([{ e164: expected_e164, type: TYPES[expected_type!] ?? expected_type }]);
      } else {
        expect(["", also_accepted]).toContain(numbers.map((number) => number.e164).join());
        if (also_accepted) expect([...numbers.map((number) => number.e164), ...doubtful]).toContain(also_accepted);
      }
    });
  }
});

describe("readCell", () => {
  test("gives a reason exactly where there is no number, and no number twice", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (cell) => {
        const { numbers, doubtful, reason } = readCell(cell);
        expect(reason === undefined).toBe(numbers.length > 0);
        const all = [...numbers.map((number) => number.e164), ...doubtful];
        expect(new Set(all).size).toBe(all.length);
        for (const e164 of all) expect(e164).toMatch(/^\+[1-9]\d{6,14}$/);
      }),
      { numRuns: draws(5_000) },
    );
  });

  test("could always mean what stands in it in an unmistakable spelling, whatever stands around it", () => {
    const pieces = fc.constantFrom(
      ..."0123456789 -.,/()",
      ...["001-22 ", "22", "503", "7807-8502", "2222 3333", "(503)", "factura ", "ext. ", "06123456-7", "US$ ", " y "],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const cell = parts.join("");
        const { numbers, doubtful } = readCell(cell);
        const all = [...numbers.map(({ e164 }) => e164), ...doubtful];
        expect(all, cell).toEqual(
          expect.arrayContaining(readUnmistakable(cell).filter((e164) => e164.startsWith("+503"))),
        );
      }),
      { numRuns: draws(4_000) },
    );
  });

  test("never throws, whatever characters and digits meet", () => {
    const pieces = [
      ..."0123456789 -.,/+()#&;:xoyle@%=\"'",
      "503",
      "\ud800",
      "\udfff",
      "\u0000",
      "\u0301",
      "٣",
      "😀",
      "&#x41;",
    ].concat([
      "&#9999999;",
      "%F0",
      "://",
      "www.",
      "wa.me/",
      "?text=",
      "E+10",
      "ext",
      " al ",
      "null",
      "\\N",
      "\u2028",
      "ﬁ",
      "º",
      "²",
      "Ⅷ",
    ]);
    const cells = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(cells, (cell) => {
        readCell(cell);
      }),
      { numRuns: draws(20_000) },
    );
  });

  test("finds every number of a cell too long for a phone cell, each of them doubtful", () => {
    const nationals = Array.from({ length: 20_000 }, (_, i) => String(70_120_000 + i * 131));
    const { numbers, doubtful, reason } = readCell(nationals.join("; "));
    expect(numbers).toEqual([]);
    expect(reason).toBe("too-long");
    const found = new Set(doubtful);
    expect(nationals.filter((national) => !found.has(`+503${national}`))).toEqual([]);
    expect(readCell(" ".repeat(100_000)).reason).toBe("empty");
  });

  test("reads all numbers of a long cell, in order", () => {
    const nationals = Array.from({ length: 2_000 }, (_, i) => String(70_120_000 + i * 131));
    expect(e164s(nationals.join("; "))).toEqual(nationals.map((national) => `+503${national}`));
    expect(e164s(nationals.join(" "))).toEqual(nationals.map((national) => `+503${national}`));
  });

  test("a range names no more than a hundred numbers", () => {
    expect(readCell("2222-2200 al 999").doubtful.length).toBeLessThanOrEqual(101);
    expect(readCell("2222-2200 al 2222-2300").doubtful).toHaveLength(99);
    expect(readCell("2222-2200 al 2222-9300").doubtful).toEqual([]);
  });
});
