import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { saysNothing } from "../../src/lists/column-content.js";
import { everyNumber } from "../../src/phone/number.js";
import { numbersInOtherColumn, readCell } from "../../src/phone/read.js";
import { draws, forAll } from "../support/draws.js";
import { ScrubFolder } from "../support/in-process.js";

const FILE = new URL("../../fixtures/numbers.csv", import.meta.url);
const ROWS: Record<string, string>[] = parse(readFileSync(FILE, "utf8"), { columns: true });
const e164s = (cell: string) => readCell(cell).numbers.map((number) => number.e164);
const listed = (cell: string | undefined) => (cell === "" ? [] : cell!.split("; "));
const quoted = (raw: string) => `"${raw.replaceAll('"', '""')}"`;

describe("readCell reads fixtures/numbers.csv", () => {
  for (const { raw, note, ...expected } of ROWS) {
    test(`${JSON.stringify(raw)}: ${note}`, () => {
      const { numbers, candidates, reason, ranges, leftover } = readCell(raw!);
      expect({
        reads_as: numbers.map((number) => number.e164).join("; "),
        candidates: candidates.join("; "),
        reason: reason ?? "",
        ranges: ranges.map(({ first, last }) => `${first}-${last}`).join("; "),
        leftover: leftover ? "yes" : "",
      }).toEqual(expected);
    });
  }
});

describe("a run reads fixtures/numbers.csv", () => {
  test("as a phone list: a cell comes out as its first certain number, or is removed for its reason", async () => {
    const list = ["id,telefono", ...ROWS.map(({ raw }, i) => `${i},${quoted(raw!)}`)].join("\n");
    const args = "--no-suppression --keep-duplicates --keep-foreign --types mobile,fixed,toll_free,premium".split(" ");
    const { code, clean, removed, stderr } = await new ScrubFolder().scrub({ lists: [list], suppress: [], args });
    expect(code, stderr).toBe(0);
    const kept = parse(clean, { from: 2 }).map(([id, cell]) => [id, cell]);
    const gone = parse(removed, { from: 2 }).map(([id, , , reason]) => [id, reason]);
    const became = new Map([...kept, ...gone] as [string, string][]);
    expect(ROWS.map(({ raw }, i) => `${raw} → ${became.get(String(i))}`)).toEqual(
      ROWS.map(({ raw, reads_as, reason }) => `${raw} → ${listed(reads_as)[0] ?? reason}`),
    );
  });

  test("as a suppression list: an entry suppresses all that it could be, or is named", async () => {
    const known = [
      ...new Set(ROWS.flatMap(({ reads_as, candidates }) => [...listed(reads_as), ...listed(candidates)])),
    ];
    const suppress = `telefono,nota\n${ROWS.map(({ raw }) => `${quoted(raw!)},\n`).join("")}`;
    const args = ["--max-unreadable", "100%", "--keep-foreign", "--types", "mobile,fixed,toll_free,premium"];
    const list = `telefono\n${known.join("\n")}\n7999-9998\n`;
    const run = await new ScrubFolder().scrub({ lists: [list], suppress: [suppress], args });
    expect(run.code, run.stderr).toBe(0);
    expect(run.clean.toString()).toBe("telefono\n+50379999998\n");
    const { unreadable_records } = (run.report as unknown as { suppressions: { unreadable_records: number[] }[] })
      .suppressions[0]!;
    // The number of a list before a number, which every entry of such a list has, is not named.
    const named = ROWS.flatMap(({ raw, leftover, reads_as, candidates, ranges, reason }, i) =>
      (leftover === "yes" && !/^\d+\) /.test(raw!)) ||
      (reason !== "empty" && !saysNothing(raw!) && `${reads_as}${candidates}${ranges}` === "")
        ? [i + 1]
        : [],
    );
    expect(unreadable_records).toEqual(named);
  });
});

describe("in a column that is no phone column", () => {
  test.each([
    ["70123456 casa", "eight digits"],
    ["Ana 7012-3456", "four and four with a dash"],
    ["(7012 3456)", "with a space"],
    ["7012.3456, 06123456-7", "with a dot, beside an id"],
    ["lote +503 70 12 34 56", "a certain number"],
    ["$50 12/05/2024 2243 6000 6001 y 7012-3456", "whatever else stands in the cell"],
  ])("%j counts: %s", (cell) => expect(numbersInOtherColumn(cell)).toContain("+50370123456"));

  test.each([
    ["7012,3456", "a comma parts it"],
    ["70123456a", "a letter touches it"],
    ["170123456", "a digit touches it"],
    ["7O123456", "a letter stands for a digit"],
  ])("%j does not: %s", (cell) => expect(numbersInOtherColumn(cell)).not.toContain("+50370123456"));
});

describe("readCell", () => {
  test("gives a reason exactly where there is no number, and no number twice", () => {
    forAll(draws(5_000), fc.string({ unit: "binary", maxLength: 60 }), (cell) => {
      const reading = readCell(cell);
      expect(reading.reason === undefined).toBe(reading.numbers.length > 0);
      const all = everyNumber(reading);
      expect(new Set(all).size).toBe(all.length);
      for (const e164 of all) expect(e164).toMatch(/^\+[1-9]\d{6,14}$/);
    });
  });

  test("never throws, whatever characters and digits meet", () => {
    const marks = [..."0123456789 -.,/+()#&;:xoyle@%=\"'", "\ud800", "\udfff", "\u0000", "\u0301", "٣", "😀", "\u2028"];
    const texts = ["503", "&#x41;", "&#9999999;", "%F0", "://", "wa.me/", "E+10", "ext", " al ", "null", "ﬁ", "º", "Ⅷ"];
    const cells = fc.array(fc.constantFrom(...marks, ...texts), { maxLength: 40 }).map((parts) => parts.join(""));
    forAll(draws(20_000), cells, (cell) => {
      readCell(cell);
    });
  });

  test("reads all numbers of a long cell, in order", () => {
    const nationals = Array.from({ length: 2_000 }, (_, i) => String(70_120_000 + i * 131));
    expect(e164s(nationals.join("; "))).toEqual(nationals.map((national) => `+503${national}`));
    expect(e164s(nationals.join(" "))).toEqual(nationals.map((national) => `+503${national}`));
  });
});
