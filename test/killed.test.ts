import { expect, test } from "vitest";
import { KILLED, kill } from "./support/kills.js";

const KILLS = 5;
const RECORDS = 300;

for (const [what, command] of Object.entries(KILLED))
  test(`${what}, killed ${KILLS} times, leaves the old or the new, and the next runs clear away the rest`, async () => {
    const { killed } = await kill(command, KILLS, RECORDS);
    expect(killed).toBeGreaterThan(0);
  });
