// SVSCRUB_NIGHTS=600 simulates six hundred nights, in some half an hour; SVSCRUB_SEED=7 are others. Kills fall by the clock, so no two
// runs are alike: where one fails, it says where its files are and a journal of what every run was asked and said.

import { expect, test } from "vitest";
import { SEED } from "./support/draws.js";
import { nights } from "./support/nights.js";

const NIGHTS = Number(process.env.SVSCRUB_NIGHTS ?? 5);

test(
  `In ${NIGHTS} nights of ten runs at once, of which half are killed or fail, nothing is lost and nothing is sent twice`,
  async () => {
    const toll = await nights(NIGHTS, SEED);
    expect(toll.kills).toBeGreaterThanOrEqual(NIGHTS);
  },
  60_000 + NIGHTS * 60_000,
);
