// "Digits of any script, every dash, every space, zero-width and bidi marks get one spelling": each that Unicode has.

import { pathToFileURL } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import { readCell } from "../../src/phone/read.js";
import { REPOSITORY, Workdir } from "../support/workdir.js";

const characters = (kind: RegExp) =>
  Array.from({ length: 0x110000 }, (_, code) => String.fromCodePoint(code)).filter((character) => kind.test(character));

const SEPARATORS = characters(
  /^[\p{Pd}\p{Zs}\u2212\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad]$/u,
);
const ZEROS = characters(/^\p{Nd}$/u).filter((_, i) => i % 10 === 0);
const inScript = (zero: string) =>
  "7012-3456".replace(/\d/g, (digit) => String.fromCodePoint(zero.codePointAt(0)! + Number(digit)));

const SPELLINGS = [...SEPARATORS.map((character) => `7012${character}3456`), ...ZEROS.map(inScript)];

test("each leaves a number certain", () => {
  expect(SPELLINGS.length).toBeGreaterThan(100);
  const missed = SPELLINGS.filter((cell) => readCell(cell).numbers[0]?.e164 !== "+50370123456");
  expect(missed).toEqual([]);
});

describe("a run lets nobody through whose number is so written, in a remark or in the phone cell", () => {
  for (const path of ["short", "long"] as const)
    test(`in a ${path} list`, async () => {
      const { LONG } = (await import(
        pathToFileURL(`${REPOSITORY}dist/lists/batches.js`).href
      )) as typeof import("../../src/lists/batches.js");
      const usual = { ...LONG };
      onTestFinished(() => void Object.assign(LONG, usual));
      if (path === "long") Object.assign(LONG, { bytes: 0, gzipBytes: 0 });
      const dir = new Workdir();
      // What the first records hold decides nothing: a column of remarks, whatever numbers stand in it later.
      const first = Array.from({ length: 1100 }, () => "7012-3456,hola");
      const rows = SPELLINGS.flatMap((spelling, i) => [
        `6${String(i).padStart(7, "0")},a ${spelling} b`,
        `${spelling},`,
      ]);
      dir.write("list.csv", `telefono,nota\n${[...first, ...rows].join("\n")}\n`);
      dir.write("dnc.csv", "telefono\n7012-3456\n");
      const run = await dir.ok("list.csv -s dnc.csv -o clean.csv --no-report");
      run.check(() => expect(dir.text("clean.csv")).toBe("telefono,nota\n"));
    });
});
