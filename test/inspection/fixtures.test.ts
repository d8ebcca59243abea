// The phone columns that a person sees in each fixture, written down by hand, and those that an inspection names.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { inspectFile } from "../../src/inspection/inspect.js";
import { everyNumber } from "../../src/phone/number.js";
import { readCell } from "../../src/phone/read.js";
import { REPOSITORY, Workdir } from "../support/workdir.js";

const FIXTURES = join(REPOSITORY, "fixtures");

/** By position. */
const PHONE_COLUMNS: Readonly<Record<string, readonly number[]>> = {
  "clientes.csv": [3],
  "bajas.csv": [2],
  "no-llamar.txt": [1],
  // How a number is spelled, what it is, and what it could be.
  "numbers.csv": [1, 2, 3, 5],
  "phone-sample.csv": [1, 3, 4],
  "dialects/bom.csv": [2],
  "dialects/commas-in-semicolons.csv": [2],
  "dialects/contact-line-one.txt": [1],
  "dialects/contact-lines-all.txt": [1],
  "dialects/contact-lines-half.txt": [1],
  "dialects/contact-lines-header.csv": [1],
  "dialects/contact-lines-tight.csv": [1],
  "dialects/contact-lines.txt": [1],
  "dialects/cr-and-lf.csv": [2],
  "dialects/cr.csv": [2],
  "dialects/comma-in-names-before-bars.txt": [2],
  "dialects/excel-text.csv": [2],
  "dialects/header-one-record.csv": [2],
  "dialects/header-only-semicolon.csv": [2],
  "dialects/header-only.csv": [2],
  "dialects/header-spaced.csv": [2],
  "dialects/mixed-ends.csv": [2],
  "dialects/notes.csv": [1],
  "dialects/one-column-one-number.txt": [1],
  "dialects/one-column.txt": [1],
  "dialects/one-record.csv": [2],
  "dialects/pipe.txt": [3],
  "dialects/quoted-newline.csv": [3],
  "dialects/quoted-other.csv": [2],
  "dialects/ragged-one.csv": [2],
  "dialects/ragged-only.csv": [],
  "dialects/ragged-short.csv": [2],
  "dialects/sep-bom-pipe.csv": [2],
  "dialects/sep.csv": [2],
  "dialects/tab.tsv": [2],
  "dialects/two-numbers-no-header.csv": [1, 2],
  // Area code 503 of Oregon and seven digits: nobody's in El Salvador.
  "dialects/us-do-not-call.txt": [],
};
/** No bytes; a title above the header, which is no list as it stands; and tables of tests. */
const LEFT_OUT = ["dialects/empty.csv", "dialects/title.csv", "dialects/title-few.csv", "completion.txt", "proof.txt"];

const lists = (folder: string) =>
  readdirSync(join(FIXTURES, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(csv|tsv|txt)$/.test(entry.name))
    .map((entry) => join(folder, entry.name));

test("every fixture has its phone columns written down", () => {
  const all = [...lists("."), ...lists("dialects")].filter((name) => !LEFT_OUT.includes(name));
  expect(Object.keys(PHONE_COLUMNS).sort()).toEqual(all.sort());
});

describe("an inspection names the phone columns of", () => {
  for (const [name, expected] of Object.entries(PHONE_COLUMNS))
    test(name, async () => {
      const overrides = { columns: [], noHeader: false };
      const { columns } = await inspectFile(join(FIXTURES, name), overrides);
      expect(columns.flatMap(({ position, phones }) => (phones === undefined ? [] : [position]))).toEqual(expected);
    });
});

describe("no number of a list stands in its inspection", () => {
  const files = Object.keys(PHONE_COLUMNS).map((name) => join(FIXTURES, name));
  /** The eight digits of every number that anything in the files could mean. */
  const numbers = new Set(
    files.flatMap((file) =>
      readFileSync(file, "utf8")
        .split(/\r?\n|\r/)
        .flatMap((line) => everyNumber(readCell(line)))
        .map((e164) => e164.slice(-8)),
    ),
  );

  for (const args of [[], ["--json"], ["--lang", "es"], ["--color", "always"]])
    test(["inspect", ...args].join(" "), async () => {
      const run = await new Workdir().ok(["inspect", ...args, ...files]);
      const shown = (run.out + run.stderr).replace(/[0-9a-f]{64}/g, "digest");
      expect(numbers.size).toBeGreaterThan(1000);
      expect(shown.match(/\d{4}[-. ]?\d{4}|\d{7,}/g) ?? []).toEqual([]);
      const digits = [...shown.matchAll(/\d+(?:[-. ()]{1,3}\d+)+/g)].map(([run]) => run.replace(/\D/g, ""));
      expect(digits.filter((run) => [...numbers].some((number) => run.includes(number)))).toEqual([]);
    });
});
