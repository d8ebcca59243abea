// What a machine needs for all tests beside Node, and whether a test may be left out for want of it.

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const PLACES = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Where a Chromium is; undefined where there is none. */
export const CHROMIUM = PLACES.find((place) => place !== undefined && existsSync(place));

/** `.ci/run` installs everything and says so: there nothing is left out, a missing program is a failed test. */
const ALL_IS_HERE = process.env.SVSCRUB_TEST_ALL === "1";

/** Whether the tests of a program are left out; the first time it is asked, the output says so. */
export function isLeftOut(program: "chromium" | "zsh" | "fish" | "bash" | "mandoc" | "shellcheck"): boolean {
  if (ALL_IS_HERE) return false;
  const isHere = program === "chromium" ? CHROMIUM !== undefined : isInPath(program);
  // Each is the name of its Debian package, too.
  if (!isHere) console.warn(`No ${program} here: its tests are left out (Debian: apt-get install ${program}).`);
  return !isHere;
}

function isInPath(program: string): boolean {
  return spawnSync("sh", ["-c", `command -v ${program}`]).status === 0;
}
