// As every-call-fails.test.ts, each call in every way that it can fail.

import { expect, test } from "vitest";
import { SCENES, wrongsOfFaults } from "./support/every-call.js";

for (const [what, scene] of Object.entries(SCENES))
  test(`${what}: each call leaves the old or the new, whole, in whatever way it fails`, async () => {
    expect(await wrongsOfFaults(scene, true)).toEqual([]);
  });
