// Calls of node:fs that a small run makes are let fail: a full disk, a quota, a disk that errs, too many open files, a short
// read or write. Whatever fails, the old stands or the new, whole, and one sentence says so. The slow tests let fail each.

import { expect, test } from "vitest";
import { SCENES, wrongsOfDeaths, wrongsOfFaults } from "./support/every-call.js";

for (const [what, scene] of Object.entries(SCENES)) {
  if (scene.isSlow) continue;

  test(`${what}: a call that fails leaves the old or the new, whole`, async () => {
    expect(await wrongsOfFaults(scene, 7)).toEqual([]);
  });

  test(`${what}: what ends at a call leaves each file old or new, and no report without its files`, async () => {
    expect(await wrongsOfDeaths(scene, 7)).toEqual([]);
  });
}
