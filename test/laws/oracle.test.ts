// The program and an independent oracle, written from the contract alone, agree on every record (test/oracle/README.md).

import { test } from "vitest";
import { disagreements, run } from "../oracle/compare.js";
import { expectNoFault } from "../oracle/fault.js";
import { someScenes } from "../oracle/worlds.js";
import { ScrubFolder } from "../support/in-process.js";
import { LAW_RUNS } from "./runs.js";

test("every record gets the disposition that the oracle gives it", async () => {
  const folder = new ScrubFolder();
  const differ = async (scene: Parameters<typeof run>[1]) =>
    disagreements(scene.world, await run(folder, scene), Date.now());
  await expectNoFault(someScenes(), differ, LAW_RUNS);
});
