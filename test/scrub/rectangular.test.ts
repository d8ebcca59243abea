// Removed and flagged lists have as many cells in each record as their header, so that any reader of CSV reads them: what was
// appended stands under its own names, also behind ragged, malformed and overlong records.

import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LAW_RUNS } from "../laws/runs.js";
import { ScrubFolder } from "../support/in-process.js";

const BAJAS = "7111-2222\n7111-5555\n";
/** So many good records that a list with a few bad ones is no other table. */
const GOOD = Array.from({ length: 12 }, (_, i) => `Ana ${i},7012-34${String(i).padStart(2, "0")}`);

/** Every record by its header; one of another width is thrown. A quote within a cell is an ordinary character. */
function rowsOf(bytes: Buffer): Record<string, string>[] {
  return parse(bytes, { columns: true, bom: true, relax_quotes: true });
}

async function removedOf(lines: readonly string[], ...args: string[]) {
  const list = `nombre,telefono\n${[...GOOD, ...lines].join("\n")}\n`;
  const { removed, code, stderr, clean } = await new ScrubFolder().scrub({ lists: [list], suppress: [BAJAS], args });
  expect(code, stderr).toBe(0);
  return { rows: rowsOf(removed), clean };
}

describe("a removed record stands under its list's names, and what was appended under its own", () => {
  test.each([
    ["of too few cells", "Dora", { nombre: "Dora", telefono: "", svscrub_reason: "ragged" }],
    ["of too many", "Eva,7111-3333,x,y", { nombre: "Eva", telefono: "7111-3333,x,y", svscrub_reason: "ragged" }],
    [
      "of too many with quotes",
      'Eva,"7111-3333","x, ""z""",y',
      { nombre: "Eva", telefono: '"7111-3333","x, ""z""",y', svscrub_reason: "ragged" },
    ],
    ["with empty cells behind it", "Carla,7111-2222,,", { telefono: "7111-2222", svscrub_reason: "opted-out" }],
    ["with empty cells in quotes", 'Carla,7111-2222,"",', { telefono: "7111-2222", svscrub_reason: "opted-out" }],
    ["with a broken quote", '"Gil"x,7111-5555', { svscrub_reason: "malformed", svscrub_record: "13" }],
    ["with a broken quote and too many cells", '"Gil"x,7111-5555,"a"b', { svscrub_reason: "malformed" }],
  ])("%s", async (_, line, expected) => {
    expect((await removedOf([line])).rows.at(-1)).toMatchObject(expected);
  });

  test("in the encoding of its list", async () => {
    const list = Buffer.from(`nombre,telefono\n${GOOD.join("\n")}\nNúñez,7111-3333,más\n"Peña"x,1\n`, "latin1");
    const { removed } = await new ScrubFolder().scrub({ lists: [list], suppress: [BAJAS] });
    const rows = rowsOf(Buffer.from(removed.toString("latin1")));
    expect(rows.map(({ nombre, telefono }) => `${nombre}|${telefono}`)).toContain("Núñez|7111-3333,más");
    expect(removed.toString("latin1")).toContain("Peña");
  });

  test("of one column, with commas of its own", async () => {
    const numbers = ["7012-3456, 7111-2222", "7111-2222", "7012-3457 / 7012-3458", '"7111-5555, 7012-3459"'];
    const { removed, code, stderr } = await new ScrubFolder().scrub({
      ...{ lists: [`telefono\n7012-0001\n7012-0002\n${numbers.join("\n")}\n`], suppress: [BAJAS] },
    });
    expect(code, stderr).toBe(0);
    const rows = rowsOf(removed);
    expect(rows.map(({ telefono }) => telefono)).toEqual(["7012-3456, 7111-2222", "7111-2222", "7111-5555, 7012-3459"]);
    expect(rows.every(({ svscrub_reason }) => svscrub_reason === "opted-out")).toBe(true);
  });
});

test("every drawn list gives a removed and a flagged list that any reader reads", async () => {
  const cell = fc.oneof(
    fc.constantFrom("", "Ana", "7111-2222", "7012-3456", '"Ana, B"', '"x""y"', '"x"y', "Juan \u00f1", "7111-5555"),
  );
  const line = fc.array(cell, { minLength: 1, maxLength: 5 }).map((cells) => cells.join(","));
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 4 }), async (lines) => {
      const read = GOOD.length + lines.filter((it) => it !== "").length;
      const { rows, clean } = await removedOf(lines);
      expect(rows.length + clean.toString().trimEnd().split("\n").length - 1).toBe(read);
      const flagged = rowsOf((await removedOf(lines, "--flag")).clean);
      expect(flagged.length).toBe(read);
      expect(flagged.every(({ svscrub_disposition: said }) => /^[a-z]+$/.test(said!))).toBe(true);
    }),
    { numRuns: LAW_RUNS, seed: 31 },
  );
});
