// The program and an independent oracle, written from the contract alone, agree on every record (test/oracle/README.md).

import { test } from "vitest";
import { disagreements, run } from "../oracle/compare.js";
import { batches } from "../oracle/runs.js";
import { expectNoFault } from "../oracle/smallest.js";
import { type Scene, scenes } from "../oracle/worlds.js";
import { ScrubFolder } from "../support/in-process.js";

async function differences(folder: ScrubFolder, scene: Scene): Promise<string[]> {
  return disagreements(scene.world, await run(folder, scene), Date.now());
}

test("every record gets the disposition that the oracle gives it", async () => {
  const folder = new ScrubFolder();
  const { runs, records } = batches({ runs: 25, records: 40 });
  await expectNoFault(scenes({ records }), (scene) => differences(folder, scene), runs);
});

test("also where columns hold nothing like a number for a thousand records", async () => {
  const folder = new ScrubFolder();
  const { runs, records } = batches({ runs: 2, records: 1100 }, 1100);
  await expectNoFault(scenes({ records, late: true }), (scene) => differences(folder, scene), runs);
});
