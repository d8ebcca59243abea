// npm run fuzz -- [--minutes 5] [--times 3] [--law FILE] [--seed N]
// The laws of test/laws/, round after round with a new seed and so many times as many draws as usual, until the time is over or a law is
// broken. With --seed one round: that of the run that said it.

import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const REPOSITORY = fileURLToPath(new URL("../../", import.meta.url));
const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "5" },
    times: { type: "string", default: "3" },
    law: { type: "string", default: "" },
    seed: { type: "string" },
  },
});
const { minutes, times, law } = values;
const until = Date.now() + Number(minutes) * 60_000;
do {
  const seed = values.seed ?? String(randomInt(2 ** 31 - 1));
  console.log(`seed ${seed}`);
  const run = spawnSync("npx", ["vitest", "run", "--project=usual", "--testTimeout=0", `test/laws/${law}`], {
    cwd: REPOSITORY,
    stdio: "inherit",
    env: { ...process.env, SVSCRUB_SEED: seed, SVSCRUB_RUNS: times },
  });
  if (run.status !== 0) {
    console.log(`Once more: npm run fuzz -- --seed ${seed} --times ${times} --law "${law}"`);
    process.exit(1);
  }
} while (values.seed === undefined && Date.now() < until);
