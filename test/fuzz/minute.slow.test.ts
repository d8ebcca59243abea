// Files and words are thrown at the program for about a minute, always the same ones; `npm run fuzz` throws new ones.

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const FUZZ = fileURLToPath(new URL("fuzz.mjs", import.meta.url));

for (const law of ["damaged-files", "hostile-words"])
  test(`nothing of what is thrown breaks a law of ${law}`, () => {
    const words = ["--seed", "7", "--times", "5", "--law", law];
    const run = spawnSync(process.execPath, [FUZZ, ...words], { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
    expect(run.status, run.stdout).toBe(0);
    expect(run.stdout).toMatch(/Tests .*\d+ passed/);
  }, 600_000);
