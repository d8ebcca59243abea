// As every-call-fails.test.ts, each call in every way that it can fail.

import { expect, test } from "vitest";
import { SCENES, wrongsOfDeaths, wrongsOfFaults } from "./support/every-call.js";

for (const [what, scene] of Object.entries(SCENES)) {
  test(`${what}: each call leaves the old or the new, whole, in whatever way it fails`, async () => {
    expect(await wrongsOfFaults(scene, 1)).toEqual([]);
  });

  test(`${what}: what ends at any call at all leaves each file old or new`, async () => {
    expect(await wrongsOfDeaths(scene, 1)).toEqual([]);
  });
}
