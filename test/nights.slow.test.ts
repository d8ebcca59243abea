// SVSCRUB_NIGHTS=600 simulates six hundred nights; SVSCRUB_SEED=7 are others. Kills fall by the clock, so no two runs are alike: it
// looks for faults where it is asked to, as npm run fuzz does, and is no part of npm run test:all.

import { expect, test } from "vitest";
import { SEED } from "./support/draws.js";
import { nights } from "./support/nights.js";

const NIGHTS = Number(process.env.SVSCRUB_NIGHTS ?? 0);

test.skipIf(NIGHTS === 0)(
  `In ${NIGHTS} nights of ten runs at once, of which half are killed or fail, nothing is lost and nothing is sent twice`,
  async () => {
    const toll = await nights(NIGHTS, SEED);
    expect(toll.kills).toBeGreaterThanOrEqual(NIGHTS);
  },
  60_000 + NIGHTS * 60_000,
);
