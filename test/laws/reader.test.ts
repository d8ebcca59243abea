// What the reader makes of a cell, beside what a person would read in it by the contract (test/oracle/cell.ts).

import fc from "fast-check";
import { expect, test } from "vitest";
import { everyNumber } from "../../src/phone/number.js";
import { numbersInOtherColumn, readCell } from "../../src/phone/read.js";
import * as oracle from "../oracle/cell.js";
import { cellsOf } from "../oracle/spellings.js";
import { mayCount } from "../support/cell-kernel.js";
import { draws, forAllAsync } from "../support/draws.js";
import { ScrubFolder } from "../support/in-process.js";
import { nationalNumbers } from "../support/spellings.js";
import { LAW_RUNS } from "./runs.js";

const cells = cellsOf(nationalNumbers);
const RUNS = { numRuns: draws(6000) };

test("the reader's certain numbers are those that a person would read", () => {
  let understood = 0;
  fc.assert(
    fc.property(cells, ({ cell }) => {
      const { certain, must, isUnderstood } = oracle.readCell(cell);
      if (!isUnderstood) return;
      understood++;
      const reading = readCell(cell);
      const numbers = reading.numbers.map(({ e164 }) => e164);
      expect(numbers, JSON.stringify(cell)).toEqual(certain);
      expect(everyNumber(reading), JSON.stringify(cell)).toEqual(expect.arrayContaining(must));
    }),
    RUNS,
  );
  expect(understood).toBeGreaterThan(0.8 * RUNS.numRuns);
});

test("the reader looks up no stranger, whom nobody could see in a cell", () => {
  fc.assert(
    fc.property(cells, ({ cell }) => {
      const { may } = oracle.readCell(cell);
      const strangers = everyNumber(readCell(cell)).filter((number) => !may.includes(number));
      expect(strangers, JSON.stringify(cell)).toEqual([]);
    }),
    RUNS,
  );
});

test("no number of a cell is passed over in silence: it is looked up, or the cell is named", () => {
  fc.assert(
    fc.property(cells, ({ cell, truth }) => {
      // What the contract reads as other numbers, with no digit left, was written so: `0050353714 911`.
      if (oracle.readCell(cell).isUnderstood) return;
      const reading = readCell(cell);
      const isNamed = reading.leftover || everyNumber(reading).length + reading.ranges.length === 0;
      const isInRange = (national: string) =>
        reading.ranges.some(({ first, last }) => first <= Number(national) && Number(national) <= last);
      const silent = truth.filter((it) => !everyNumber(reading).includes(oracle.sv(it)) && !isInRange(it));
      expect(isNamed ? [] : silent, JSON.stringify(cell)).toEqual([]);
    }),
    RUNS,
  );
});

interface Reported {
  suppressions: { unreadable_records: number[] }[];
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
/** How a cell stands in a suppression list: alone, in the second of two phone columns, in a line of a chat. */
const LISTS: Record<string, { header: string; entry: (cell: string) => string }> = {
  "a table": { header: "telefono,nombre\n", entry: (cell) => `${quoted(cell)},Ana\n` },
  "two phone columns": { header: "telefono,telefono2\n", entry: (cell) => `22339999,${quoted(cell)}\n` },
  "a chat": { header: "", entry: (cell) => `3/4/26, 9:15 a. m. - Ana: baja ${cell.replaceAll("\n", " ")}\n` },
};

test.each(Object.entries(LISTS))(
  "no entry of %s passes in silence: its numbers are in no clean list, or its record is named",
  async (_, { header, entry }) => {
    const folder = new ScrubFolder();
    const entries = fc.array(cells, { minLength: 1, maxLength: 20 });
    await forAllAsync(LAW_RUNS, entries, async (entries) => {
      const suppress = header + entries.map(({ cell }) => entry(cell)).join("");
      const list = `telefono\n22334455\n${entries.flatMap(({ truth }) => truth).join("\n")}\n`;
      const args = ["--max-unreadable", "100%", "--max-range", "10000000"];
      const { code, clean, report, stderr } = await folder.scrub({ lists: [list], suppress: [suppress], args });
      // A list without any number is refused.
      if (code === 4) return;
      expect(code, stderr).toBe(0);
      const { unreadable_records: named } = (report as unknown as Reported).suppressions[0]!;
      const reached = (truth: string[]) => truth.some((national) => clean.toString().includes(national));
      const isSilent = ({ cell }: { cell: string }, at: number) =>
        !named.includes(at + 1) && !oracle.readCell(cell).isUnderstood;
      expect(entries.filter((entry, at) => reached(entry.truth) && isSilent(entry, at))).toEqual([]);
    });
  },
);

test("digits are conserved: each is in a number, an extension, a day or time, or left over", () => {
  fc.assert(
    fc.property(cells, ({ cell }) => {
      // A spreadsheet and a trunk zero add digits that are none of the number's.
      if (/\d[.,]0|e\+/i.test(cell)) return;
      const { digits } = readCell(cell);
      const sum = digits.numbers + digits.extensions + digits.times + digits.leftover;
      const written = oracle.plainText(cell).replace("(0)", "").replace(/\D/g, "");
      expect(sum, JSON.stringify(cell)).toBe(written.length);
    }),
    RUNS,
  );
});

test("the look over bytes misses no number that counts in another column, in UTF-8 and Windows-1252", () => {
  fc.assert(
    fc.property(cells, fc.constantFrom("utf8", "latin1"), fc.nat(8), ({ cell }, encoding, before) => {
      const bytes = Buffer.from(cell, encoding as BufferEncoding);
      const text = new TextDecoder(encoding === "utf8" ? "utf-8" : "windows-1252").decode(bytes);
      if (numbersInOtherColumn(text).length === 0) return;
      // What stands beside the cell is none of it, and must not hide it.
      const line = Buffer.concat([Buffer.from("9e7,5x8-".slice(0, before)), bytes, Buffer.from(",7")]);
      expect(mayCount(line, before, before + bytes.length), JSON.stringify(text)).toBe(true);
    }),
    RUNS,
  );
});
