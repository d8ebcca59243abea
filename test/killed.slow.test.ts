// Each command that writes, killed at random moments, with lists that keep it busy. SVSCRUB_KILLS=500 kills each so often.

import { expect, test } from "vitest";
import { KILLED, kill } from "./support/kills.js";

const KILLS = Number(process.env.SVSCRUB_KILLS ?? 10);
const RECORDS = 5_000;

for (const [what, command] of Object.entries(KILLED))
  test(
    `${what}, killed ${KILLS} times, leaves the old or the new, and the next runs clear away the rest`,
    async () => {
      const { killed, writing, torn } = await kill(command, KILLS, RECORDS);
      console.log(`${what}: ${killed} of ${KILLS} killed, ${writing} of them while writing, ${torn} left a torn line`);
      expect(killed).toBeGreaterThan(KILLS / 4);
    },
    60_000 + KILLS * 3_000,
  );
