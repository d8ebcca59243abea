// A suppression list that a slip of an editor damaged still suppresses the numbers that stand in it, or is refused.

import fc from "fast-check";
import { expect, test } from "vitest";
import { encodeFile, encodeRecord, names } from "../support/csv-files.js";
import { forAllAsync } from "../support/draws.js";
import { ScrubFolder } from "../support/in-process.js";
import { lineFeedDialects } from "../support/people.js";
import { nationalNumbers } from "../support/spellings.js";
import { LAW_RUNS } from "./runs.js";

/** What a slip of an editor, a cut or a bad export does to a file: a character goes, comes or becomes another. */
const damage = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    how: fc.constantFrom("insert", "delete", "replace", "replace-kin"),
    by: fc.constantFrom('"', '"', "\n", "\r\n", ",", ";", "'", " ", '""', '","'),
  }),
  { minLength: 1, maxLength: 5 },
);

test("a damaged suppression list lets no number through that still stands in it, or is refused", async () => {
  const folder = new ScrubFolder();
  let done = 0;
  let runs = 0;
  await forAllAsync(
    LAW_RUNS * 4,
    fc.uniqueArray(nationalNumbers, { minLength: 8, maxLength: 30 }),
    fc.array(names, { minLength: 30, maxLength: 30 }),
    lineFeedDialects,
    fc.nat(3),
    damage,
    async (listed, words, dialect, position, changes) => {
      const place = (cell: string, i: number) =>
        position === 3 ? [cell] : ["baja", words[i]!].toSpliced(position, 0, cell);
      const header = position === 3 ? ["telefono"] : ["accion", "nombre"].toSpliced(position, 0, "telefono");
      let bajas = encodeFile(
        [header, ...listed.map(place)].map((cells) => encodeRecord(cells, dialect)),
        dialect,
      );
      for (const { at, how, by } of changes) {
        const kin = [...bajas.matchAll(/["\n,;|\t]/g)].map(({ index }) => index);
        const i =
          how === "replace-kin" && kin.length > 0
            ? kin[Math.floor(at * (kin.length - 1))]!
            : Math.floor(at * bajas.length);
        const cut = how === "insert" ? 0 : 1;
        bajas = bajas.slice(0, i) + (how === "delete" ? "" : by) + bajas.slice(i + cut);
      }
      const standing: string[] = bajas.match(/(?<!\d)\d{8}(?!\d)/g) ?? [];
      const { code, clean, stderr } = await folder.scrub({
        lists: [`telefono\n${[...listed, "22334455"].join("\n")}\n`],
        suppress: [bajas],
      });
      expect([0, 4]).toContain(code);
      runs++;
      if (code === 0) done++;
      const reached = standing.filter((national) => clean.includes(`+503${national}`));
      expect(reached, `${JSON.stringify(bajas)} ${stderr}`).toEqual([]);
    },
  );
  expect(done / runs).toBeGreaterThan(0.2);
});
