// Entries that are patterns of programs bar their block, or the list is refused: none of them is taken for an old number.

import { expect, test } from "vitest";
import { Workdir } from "../support/workdir.js";

const OTHERS = Array.from({ length: 500 }, (_, i) => String(71_000_000 + i));

async function codeAndClean(entries: readonly string[]): Promise<[code: number | null, clean: string]> {
  const dir = new Workdir();
  dir.write("list.csv", "nombre,telefono\nA,70123456\nB,70999990\n");
  dir.write("dnc.csv", `${["telefono", ...entries].join("\n")}\n`);
  const run = await dir.run(["list.csv", "-s", "dnc.csv", "-o", "clean.csv"]);
  return [run.code, run.code === 0 ? dir.read("clean.csv").toString() : ""];
}

test.each([
  ...["^709999\\d{2}$", "709999[0-9][0-9]", "709999\\d\\d", "/^7099999/", "^7099999"],
  ...["_7099999.", "_709999XX", "_7099999!", "7099999!", "7099999+", "7099999_", "709999__", "7099999.*"],
  ...["todos los 7099-999", "\\+503709999\\d{2}"],
])("%s bars its block, alone and among others", async (entry) => {
  for (const others of [[], OTHERS]) {
    const [code, clean] = await codeAndClean([...others, entry]);
    expect([code, clean.includes("70123456"), clean.includes("70999990")]).toEqual([0, true, false]);
  }
});

test.each(["7099999$", "^709999(0|1)\\d$", "70[0-9]999\\d{2}", "7099[9]9[0-9]{2}"])("%s is refused", async (entry) => {
  const [code] = await codeAndClean([...OTHERS, entry]);
  expect(code).toBe(4);
});

test.each(["^71234567$", "[503] 7123-4567", "71234567!", "7123-4567_", "$71234567"])(
  "%s is one number",
  async (entry) => {
    const [code, clean] = await codeAndClean([...OTHERS, entry]);
    expect([code, clean.includes("70999990")]).toEqual([0, true]);
  },
);
