// One certain number in the only phone column is judged without decide(): both ways must end alike.

import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { draws } from "../support/draws.js";
import { Workdir } from "../support/workdir.js";

const NUMBERS = ["70123456", "61234567", "22501234", "24567890", "70123457", "51234567"];
const SPELLINGS = [
  (n: string) => n,
  (n: string) => `${n.slice(0, 4)}-${n.slice(4)}`,
  (n: string) => `+503${n}`,
  (n: string) => `(503) ${n.slice(0, 4)} ${n.slice(4)}`,
];
const POLICIES = [
  [],
  ["--types", "mobile"],
  ["--types", "fixed,premium"],
  ["--channel", "sms"],
  ["--keep-duplicates"],
  ["--phone-format", "national"],
  ["--phone-format", "digits"],
];

const cell = fc
  .tuple(fc.constantFrom(...NUMBERS), fc.constantFrom(...SPELLINGS))
  .map(([number, spell]) => spell(number));

test("a list with one phone column and the same list with a second, empty one come out alike", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(cell, { minLength: 1, maxLength: 30 }),
      fc.subarray(NUMBERS, { minLength: 1 }),
      fc.constantFrom(...POLICIES),
      async (cells, optOuts, policy) => {
        const dir = new Workdir();
        dir.write("dnc.csv", `telefono\n${optOuts.join("\n")}\n`);
        dir.write("one.csv", `telefono\n${cells.join("\n")}\n`);
        dir.write("two.csv", `telefono,celular\n${cells.map((it) => `${it},\n`).join("")}`);
        const outcome = async (list: string) => {
          const run = await dir.run([
            list,
            "-s",
            "dnc.csv",
            "-o",
            `${list}.out`,
            "--removed",
            `${list}.gone`,
            ...policy,
          ]);
          run.mustExit(0);
          const report = JSON.parse(dir.read(`${list}.out.audit.json`).toString());
          const gone = parse(dir.read(`${list}.gone`), { columns: true }) as Record<string, string>[];
          const clean = parse(dir.read(`${list}.out`), { columns: true }) as Record<string, string>[];
          return {
            clean: clean.map(({ telefono }) => telefono),
            gone: gone.map(({ celular, ...rest }) => rest),
            counts: report.counts,
            reasons: report.reasons,
            types: report.types,
            matches: report.suppressions[0].matched_records,
          };
        };
        expect(await outcome("two.csv")).toEqual(await outcome("one.csv"));
      },
    ),
    { numRuns: draws(15) },
  );
});
