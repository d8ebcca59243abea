// SVSCRUB_KILLS=500 kills five hundred times; by default it is a hundred and fifty.

import { expect, test } from "vitest";
import { crowd } from "../support/crowd.js";

const KILLS = Number(process.env.SVSCRUB_KILLS ?? 150);

test(
  `two followers and five writers, killed ${KILLS} times, lose nothing that they acknowledged and double nothing`,
  async () => {
    const toll = await crowd(KILLS, 2);
    console.log(
      `${toll.kills} kills, ${toll.acknowledged} acknowledged, ${toll.recorded} recorded, ${toll.reads} reads`,
    );
    expect(toll.kills).toBeGreaterThanOrEqual(KILLS);
  },
  60_000 + KILLS * 3_000,
);
