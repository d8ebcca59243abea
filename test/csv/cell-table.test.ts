// Texts that a column repeats are known again, and none is taken for another.

import { expect, test } from "vitest";
import { CellTable } from "../../src/csv/cell-table.js";

const ANSWERS =
  "sin dato|no tiene|n/d|activo|inactivo|prospecto|cliente|pendiente|no contesta|ocupado|equivocado|x".split("|");

test("the answers of each column are kept apart", () => {
  const table = new CellTable();
  const cells = ANSWERS.map((answer) => Buffer.from(answer));
  for (const cell of cells) table.add(cell, 0, cell.length);
  expect(cells.map((cell) => table.find(cell, 0, cell.length) >= 0)).toEqual(cells.map(() => true));
});

test("a text is found as itself alone, the empty one too, and none that is long", () => {
  const table = new CellTable();
  const bytes = Buffer.from(`,sin dato,${"x".repeat(CellTable.STRIDE)}`);
  expect(table.add(bytes, 1, 9)).toBe(table.find(bytes, 1, 9));
  expect(["sin datO", "sin dat", " sin dato"].map((text) => table.find(Buffer.from(text), 0, text.length))).toEqual([
    -1, -1, -1,
  ]);
  expect([table.add(bytes, 10, bytes.length), table.find(bytes, 10, bytes.length)]).toEqual([-1, -1]);
  expect(table.find(bytes, 1, 1)).toBe(-1);
  expect(table.add(bytes, 1, 1)).toBe(table.find(bytes, 2, 2));
});
