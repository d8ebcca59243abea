// No inspection of a fixture shows a number of it.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { everyNumber } from "../../src/phone/number.js";
import { readCell } from "../../src/phone/read.js";
import { REPOSITORY, Workdir } from "../support/workdir.js";

const FIXTURES = join(REPOSITORY, "fixtures");

/** No bytes; a title above the header, which is no list as it stands; and tables of tests. */
const LEFT_OUT = ["empty.csv", "title.csv", "title-few.csv", "completion.txt", "proof.txt"];

describe("no number of a list stands in its inspection", () => {
  const files = [".", "dialects"].flatMap((folder) =>
    readdirSync(join(FIXTURES, folder), { withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(csv|tsv|txt)$/.test(entry.name) && !LEFT_OUT.includes(entry.name))
      .map((entry) => join(FIXTURES, folder, entry.name)),
  );
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
