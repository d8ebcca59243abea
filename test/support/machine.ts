// What a machine needs for all tests beside Node, and whether a test may be left out for want of it.

import { CHROMIUM } from "./chromium.js";

/** `.ci/run` installs everything and says so: there nothing is left out, a missing program is a failed test. */
const ALL_IS_HERE = process.env.SVSCRUB_TEST_ALL === "1";

export const CAN_BE_MISSING = {
  chromium: leftOut("Chromium", "chromium", CHROMIUM !== undefined),
};

function leftOut(program: string, debianPackage: string, isHere: boolean): boolean {
  if (isHere || ALL_IS_HERE) return false;
  console.warn(`No ${program} here: its tests are left out (Debian: apt-get install ${debianPackage}).`);
  return true;
}
