// Sets of ordinary files, each with the command that somebody types first: all work at once.

import { expect, test } from "vitest";
import { readSets, tryOut, type Verdict } from "./support/first-try.js";

const SETS = 64;

test("ordinary files work at the first try, nobody leaks, and nothing useless is said", async () => {
  const verdicts: Verdict[] = [];
  for (const set of readSets()) verdicts.push(await tryOut(set));
  expect(verdicts.length).toBe(SETS);
  const found = (of: (verdict: Verdict) => boolean) => verdicts.filter(of).map(({ found }) => found);
  expect.soft(found(({ works }) => !works)).toEqual([]);
  expect.soft(found(({ leaks }) => leaks)).toEqual([]);
  expect.soft(found(({ uselessWarnings }) => uselessWarnings.length > 0)).toEqual([]);
});
