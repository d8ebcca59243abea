// Files and words are thrown at the program for about a minute, always the same ones; `npm run fuzz` throws new ones.

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const FUZZ = fileURLToPath(new URL("fuzz.mjs", import.meta.url));

for (const law of ["damaged-files", "hostile-words"])
  test(`nothing of what is thrown breaks a law of ${law}`, () => {
    const run = spawnSync(process.execPath, [FUZZ, "--seed", "7", "--runs", "150", "--rounds", "1", "--law", law], {
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
    });
    expect(run.status, run.stdout).toBe(0);
    expect(run.stdout).toMatch(/\d+ laws stood/);
  }, 600_000);
