// Workbooks that a scrub writes: the cells of the CSV that it would have written, as everybody reads them.

import { describe, expect, test } from "vitest";
import { delimiterOf } from "../../src/csv/dialect.js";
import type { Dialect } from "../../src/csv/scanner.js";
import { type GoldenCase, goldenCases } from "../support/golden-cases.js";
import { Workdir } from "../support/workdir.js";
import { ours, rowsOfCsv, theirs, utf8Of, withTimes } from "./support.js";

const NAMES = new Set(["-o", "--output", "--removed"]);
const isCsvName = (word: string) => /\.(?:csv|tsv|txt)$/.test(word);

interface Report {
  inputs: { encoding: string; dialect: { delimiter: string; line_end: Dialect["recordEnd"] } }[];
  outputs: { role: string; path: string }[];
}

function outputsIn({ args }: GoldenCase): string[] {
  return args.filter((word, i) => NAMES.has(args[i - 1] ?? "") && isCsvName(word));
}

const asBook = (name: string) => name.replace(/\.\w+$/, ".xlsx");

describe("of every golden case the workbook holds what the CSV holds:", () => {
  // What --normalize asks is of a CSV alone.
  const isOfBoth = ({ name, args }: GoldenCase) => !name.startsWith("refused") && !args.includes("--normalize");
  const cases = goldenCases("scrub").filter((golden) => isOfBoth(golden) && outputsIn(golden).length > 0);

  test.each(cases.map((golden) => [golden.sentence, golden] as const))("%s", async (_, golden) => {
    const dir = new Workdir();
    const names = outputsIn(golden);
    const options = golden.layInto(dir);
    const report = ["--report", "of-both.json", "--force"];
    const csv = await dir.run([...golden.args, ...report], options);
    if (csv.code !== 0 || !dir.exists("of-both.json")) return;
    const { inputs, outputs } = dir.json("of-both.json") as Report;
    const args = golden.args.map((word, i) =>
      NAMES.has(golden.args[i - 1] ?? "") && isCsvName(word) ? asBook(word) : word,
    );
    await dir.ok([...args, ...report], options);
    const { encoding } = inputs[0]!;
    const { delimiter, line_end } = inputs[0]!.dialect;
    for (const name of names) {
      const bytes = dir.read(asBook(name));
      const isAdded = outputs.find(({ path }) => path === name)!.role !== "clean";
      const dialect = { delimiter: delimiterOf(delimiter), recordEnd: line_end };
      const composed = isAdded && dialect.delimiter < 0 ? { ...dialect, delimiter: 0x2c } : dialect;
      const rows = rowsOfCsv(utf8Of(dir.read(name), encoding), composed);
      expect(await ours(bytes)).toEqual(rows);
      expect(withTimes(await theirs(bytes))).toEqual(withTimes(rows).filter((row) => row.length > 0));
    }
  });
});
