// Whether a number beside the phones suppresses its record is decided by the cell and its column's name: not by the records before it,
// nor by how long the list is or whether it comes in a stream.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { draws, SEED } from "../support/draws.js";
import { takeLong } from "../support/long-lists.js";
import { Workdir } from "../support/workdir.js";

const LISTED = "70123456";
/** `N` is a number of eight digits. */
const NOTES =
  "N casa|Ana N|casa: N|llame N|Cel N gracias|su numero es N|fono N|📞N Ana|503N Eva|mamá N y papá 71111111|N ext 2|DUI N|00503N Ana|2243 6000 6001, N|+N Ana|debe $50 llamar N|lote N.|(N) casa|«N» Ana|Ana-N|Tel.N-Eva|ana@correo.sv N|N|cel N|casa\tN, trabajo 71111111".split(
    "|",
  );
const UNLISTED = ["72220000", "61234567", "22223333"];

const note = fc.record({
  text: fc.constantFrom(...NOTES),
  number: fc.oneof(fc.constant(LISTED), fc.constantFrom(...UNLISTED)),
});
/** Of lists whose other notes are texts or numbers, or both in turn. */
const others = fc.array(fc.constantFrom("hola", "+503 6100-1000", "", "7100 2000", "Ana 6100-3000"), { maxLength: 30 });

describe("a listed number among words suppresses its record, whatever stands in the others", () => {
  for (const kind of ["short", "long", "stream"])
    for (const name of ["nota", "otro", "referencia 2"])
      test(`in a ${kind} list, under ${name}`, async () => {
        takeLong(kind === "long");
        const dir = new Workdir({ "bajas.csv": `telefono\n${LISTED}\n` });
        await fc.assert(
          fc.asyncProperty(
            fc.array(note, { minLength: 1, maxLength: 8 }),
            others,
            fc.nat(30),
            async (notes, before, cut) => {
              const told = notes.map(({ text, number }) => ({ cell: text.replace("N", number), number }));
              const untold = before.map((cell) => ({ cell, number: "" }));
              const records = [...untold.slice(0, cut), ...told, ...untold.slice(cut)];
              const rows = records.map(({ cell }, i) => `${i},7200${1000 + i},"${cell}"`);
              const list = `id,telefono,${name}\n${rows.join("\n")}\n`;
              dir.write("list.csv", list);
              const given = kind === "stream" ? "-" : "list.csv";
              const run = await dir.run(
                [
                  given,
                  "-s",
                  "bajas.csv",
                  "-o",
                  "flagged.csv",
                  "--flag",
                  "--no-report",
                  "--force",
                  "--keep-duplicates",
                ],
                kind === "stream" ? { stdin: list } : {},
              );
              expect(run.code, run.stderr).toBe(0);
              const flagged = dir.lines("flagged.csv").slice(1);
              const suppressed = flagged.flatMap((row, i) => (row.includes(",suppressed,") ? [records[i]!.cell] : []));
              expect(suppressed).toEqual(records.filter(({ number }) => number === LISTED).map(({ cell }) => cell));
            },
          ),
          { numRuns: draws(kind === "stream" ? 6 : 60), seed: SEED },
        );
      });
});
