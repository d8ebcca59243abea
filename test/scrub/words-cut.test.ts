// What a phone cell says beside its number is lost in a clean list of numbers, and told of: on every path, and never left out because the kernel read it.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { holdsOtherWords } from "../../src/phone/labels.js";
import { readNumber } from "../support/cell-kernel.js";
import { draws, forAll } from "../support/draws.js";
import { takeLong } from "../support/long-lists.js";
import { nationalNumbers, spellingsOf } from "../support/spellings.js";
import { Workdir } from "../support/workdir.js";

const CELLS = "7111-2222 Col. Escalon|Tel: N (casa)|N ext 12|N Juan|N o 2222-3333|no tiene|N|N / N".split("|");
const RECORDS = 4_000;

async function toldOf(isLong: boolean, header: string, before: string): Promise<unknown[]> {
  takeLong(isLong);
  const dir = new Workdir();
  const cellAt = (i: number) => CELLS[i % CELLS.length]!.replaceAll("N", `7${String(i).padStart(7, "0")}`);
  const rows = Array.from({ length: RECORDS }, (_, i) => `Ana,${before}${cellAt(i)},x`);
  dir.write("list.csv", `${[header, ...rows].join("\n")}\n`);
  dir.write("dnc.csv", "2222-3339\n");
  const run = await dir.ok("list.csv -s dnc.csv -o clean.csv --keep-duplicates --json");
  const { warnings } = JSON.parse(run.out) as { warnings: { code: string; values: unknown[] }[] };
  return warnings.filter(({ code }) => code === "words-cut").map(({ values }) => values.slice(1));
}

describe("words, extensions and other numbers in a phone cell", () => {
  for (const isLong of [false, true])
    test(`are one warning with their count, in a ${isLong ? "long" : "short"} list, with one phone column or two`, async () => {
      const told = [["telefono", RECORDS / 2, [2, 4, 5, 6, 10]]];
      expect(await toldOf(isLong, "nombre,telefono,otro", "")).toEqual(told);
      expect(await toldOf(isLong, "nombre,celular,telefono,otro", "7999-9999,")).toEqual(told);
    });

  test("stand in no cell that the kernel reads", () => {
    const pieces = fc.constantFrom(
      " ",
      "",
      " y ",
      " o ",
      "/",
      " Juan ",
      " casa ",
      "Tel. ",
      "ext 1",
      " x2",
      " a",
      "é",
      "+44 ",
      "+1 305 555 0100",
      " E",
      "(vecino)",
      "\u00a0",
      "q",
      " apto 5",
    );
    forAll(
      draws(20_000),
      fc.array(fc.oneof(pieces, nationalNumbers.chain(spellingsOf)), { minLength: 1, maxLength: 5 }),
      (parts) => {
        const cell = parts.join("");
        const bytes = Buffer.from(cell);
        if (readNumber(bytes, 0, bytes.length) >= 0) expect(holdsOtherWords(cell), cell).toBe(false);
      },
    );
  });
});
