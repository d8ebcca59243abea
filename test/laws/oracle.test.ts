// The program and an independent oracle, written from the contract alone, agree on every record (test/oracle/README.md).

import { test } from "vitest";
import { disagreements, run } from "../oracle/compare.js";
import { batches } from "../oracle/runs.js";
import { expectNoFault } from "../oracle/smallest.js";
import { scenes } from "../oracle/worlds.js";
import { ScrubFolder } from "../support/in-process.js";

const { runs, records } = batches({ runs: 25, records: 40 });

test("every record gets the disposition that the oracle gives it", async () => {
  const folder = new ScrubFolder();
  const differ = async (scene: Parameters<typeof run>[1]) =>
    disagreements(scene.world, await run(folder, scene), Date.now());
  await expectNoFault(scenes({ records }), differ, runs);
});
