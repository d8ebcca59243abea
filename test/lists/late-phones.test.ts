// A column that is empty where columns are detected, and holds phones further down, is named in a warning.

import { expect, test } from "vitest";
import { en } from "../../src/text/en/sentences.js";
import { Workdir } from "../support/workdir.js";

/** Records whose third column is filled from a certain one on. */
function listOf(records: number, from: number, third: (i: number) => string, name = ""): string {
  const row = (i: number) => `Ana,${70_000_001 + i},${i < from ? "" : third(i)}`;
  return `nombre,telefono,${name}\n${Array.from({ length: records }, (_, i) => row(i)).join("\n")}\n`;
}

async function warnings(list: string): Promise<string> {
  const dir = new Workdir();
  dir.write("list.csv", list);
  dir.write("dnc.csv", "telefono\n79990001\n");
  const run = await dir.run(["list.csv", "-s", "dnc.csv", "-o", "clean.csv", "-q"]);
  run.mustExit(0);
  return run.stderr;
}

const phone = (i: number) => String(71_000_001 + i);
const warningOf = en.warnings["other-phone-column"];

test.each([
  ["a column without a name", 40_000, 1_500, ""],
  ["a column whose name says nothing", 3_000, 1_500, "campo3"],
  ["one that begins in the last records", 40_000, 39_999, ""],
])("%s is told of", async (_, records, from, name) => {
  const warning = warningOf("list.csv", name === "" ? "3" : name, "--column", 0);
  expect(await warnings(listOf(records, from, phone, name))).toContain(warning);
});

test.each([
  ["words", (i: number) => `nota ${i}`, ""],
  ["nothing at all", () => "", ""],
  ["the digits of what its name calls an id", phone, "dui"],
])("a column that holds %s is not", async (_, third, name) => {
  expect(await warnings(listOf(3_000, 1_500, third, name))).toBe("");
});
