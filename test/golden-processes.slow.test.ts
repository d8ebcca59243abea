// The golden cases that golden.test.ts runs inside the test's process, each in a process of its own: nothing that a run
// leaves behind in its process may help the next one.

import { describe, test } from "vitest";
import { COMMANDS, goldenCases, isProcessCase } from "./support/golden-cases.js";
import { runCase } from "./support/golden-run.js";

for (const command of COMMANDS)
  describe(`golden case of ${command}, in a process`, () => {
    for (const golden of goldenCases(command).filter((it) => !isProcessCase(it)))
      test(golden.sentence, () => runCase(golden, "spawn"));
  });
