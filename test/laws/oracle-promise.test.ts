// The promise in the contract's first section: no listed number stands in a clean list, in a phone column in any spelling, in
// another one as a certain number or bare eight digits, unless it is named as an id, a date or an amount.

import { test } from "vitest";
import { numbersBeside, readCell } from "../oracle/cell.js";
import { isNoNumber } from "../oracle/columns.js";
import { run } from "../oracle/compare.js";
import { expectNoFault } from "../oracle/fault.js";
import { phoneColumns } from "../oracle/judge.js";
import { barsOf } from "../oracle/suppression.js";
import { type Scene, someScenes } from "../oracle/worlds.js";
import { ScrubFolder } from "../support/in-process.js";
import { LAW_RUNS } from "./runs.js";

/** Cells of the clean list that hold a listed number. */
async function listed(folder: ScrubFolder, scene: Scene): Promise<string[]> {
  const { list, suppress, options } = scene.world;
  const { kept } = await run(folder, scene);
  const bars = barsOf(suppress, options, Date.now()).must;
  const { sure } = phoneColumns(list, options);
  return kept.flatMap((cells) =>
    cells.flatMap((cell, at) => {
      // "A column that is not looked at at all": that somebody asked for it is the one exception.
      if (options.ignored.includes(at + 1)) return [];
      const beside = isNoNumber(list.header?.[at] ?? "") ? [] : numbersBeside(cell);
      const numbers = sure.includes(at) ? [...readCell(cell).must, ...beside] : beside;
      return numbers.some((number) => bars.has(number)) ? [`a listed number is in the clean list: ${cell}`] : [];
    }),
  );
}

test("no listed number is anywhere in a clean list", async () => {
  const folder = new ScrubFolder();
  await expectNoFault(someScenes(), (scene) => listed(folder, scene), LAW_RUNS);
});
