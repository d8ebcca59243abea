// Cells of a sample that are not read with care are such as hold no number.

import fc from "fast-check";
import { expect, test } from "vitest";
import { mayHoldNumber } from "../../src/lists/column-content.js";
import { readCell } from "../../src/phone/read.js";
import { draws } from "../support/draws.js";
import { nationalNumbers, spellingsOf } from "../support/spellings.js";

/** A number with letters and other digits for some of its own, and with parts missing. */
const disguised = nationalNumbers.chain(spellingsOf).chain((cell) =>
  fc
    .array(fc.constantFrom("", "", "", "O", "o", "l", "I", "O", "７", "-", " ", "@"), {
      minLength: cell.length,
      maxLength: cell.length,
    })
    .map((changes) => [...cell].map((character, at) => changes[at] || (at % 3 === 2 ? "" : character)).join("")),
);
const pieces = fc
  .array(fc.constantFrom(..."0127O oIil-.@/nul", "503", "7012", "OOOO", "illo", "luis", "correo.sv"), { maxLength: 12 })
  .map((parts) => parts.join(""));

test("a cell that is taken for words holds no number, not even a candidates one", () => {
  let words = 0;
  fc.assert(
    fc.property(fc.oneof(disguised, pieces), (cell) => {
      if (mayHoldNumber(cell)) return;
      words++;
      const { numbers, candidates } = readCell(cell);
      expect({ cell, numbers, candidates }).toEqual({ cell, numbers: [], candidates: [] });
    }),
    { numRuns: draws(20_000) },
  );
  expect(words).toBeGreaterThan(draws(20_000) / 10);
});

test("no day is a number, and other numbers in groups like a day's may be", () => {
  for (let at = Date.UTC(1900, 0, 1); at < Date.UTC(2100, 0, 1); at += 86_400_000 * 7) {
    const day = new Date(at).toISOString().slice(0, 10);
    expect(mayHoldNumber(day), day).toBe(false);
    const { numbers, candidates } = readCell(day);
    expect({ day, numbers, candidates }).toEqual({ day, numbers: [], candidates: [] });
  }
  for (const cell of ["7012-34-56", "2012-34-56", "2212-12-32", " 2024-08-10", "2024-08-10 7012"])
    expect(mayHoldNumber(cell), cell).toBe(true);
});

test("mails and names are words", () => {
  for (const cell of ["luis.molina@correo.sv", "1gyfgb@correo.sv", "Colonia La Loma", "C0001"])
    expect(mayHoldNumber(cell), cell).toBe(false);
});
