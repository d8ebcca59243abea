// Sets of ordinary files, each with the command that somebody types first: nearly all work at once.

import { expect, test } from "vitest";
import { readSets, tryOut, type Verdict } from "./support/first-try.js";

const SETS = 62;
/** What is reached. The aim: 57 sets work, none leaks, and at most two warnings in all are useless. */
const WORKS_AT_LEAST = 62;
const LEAKS_AT_MOST = 0;
const USELESS_WARNINGS_AT_MOST = 0;

test("ordinary files work at the first try, nobody leaks, and nothing useless is said", async () => {
  const verdicts: Verdict[] = [];
  for (const set of readSets()) verdicts.push(await tryOut(set));
  expect(verdicts.length).toBe(SETS);
  const all = (of: (verdict: Verdict) => boolean) => verdicts.filter(of);
  const tell = (some: Verdict[]) => some.map(({ found }) => found).join("\n\n");
  const failing = all(({ works }) => !works);
  expect.soft(SETS - failing.length, tell(failing)).toBeGreaterThanOrEqual(WORKS_AT_LEAST);
  const leaking = all(({ leaks }) => leaks);
  expect.soft(leaking.length, tell(leaking)).toBeLessThanOrEqual(LEAKS_AT_MOST);
  const warned = all(({ uselessWarnings }) => uselessWarnings.length > 0);
  const warnings = warned.flatMap(({ uselessWarnings }) => uselessWarnings);
  expect.soft(warnings.length, tell(warned)).toBeLessThanOrEqual(USELESS_WARNINGS_AT_MOST);
});
