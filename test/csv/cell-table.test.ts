// Texts that a column repeats are known again, and none is taken for another.

import { expect, test } from "vitest";
import { CellTable } from "../../src/csv/cell-table.js";

const ANSWERS =
  "sin dato|no tiene|n/d|activo|inactivo|prospecto|cliente|pendiente|no contesta|ocupado|equivocado|x".split("|");
const find = (table: CellTable, text: string) => table.find(Buffer.from(text), 0, text.length);
const add = (table: CellTable, text: string) => table.add(Buffer.from(text), 0, text.length);

test("all answers of a column are found", () => {
  const table = new CellTable();
  for (const answer of ANSWERS) add(table, answer);
  for (const answer of ANSWERS) expect(find(table, answer), answer).toBeGreaterThanOrEqual(0);
});

test("a text is found wherever its bytes are, and no other one is", () => {
  const table = new CellTable();
  expect(table.add(Buffer.from(",sin dato,"), 1, 9)).toBe(find(table, "sin dato"));
  for (const other of ["sin datO", "sin dat", " sin dato", ""]) expect(find(table, other), other).toBe(-1);
});

test("the empty text may be added, and none that is longer than a place", () => {
  const table = new CellTable();
  expect(add(table, "")).toBe(find(table, ""));
  const long = "x".repeat(CellTable.STRIDE);
  expect([add(table, long), find(table, long)]).toEqual([-1, -1]);
});
