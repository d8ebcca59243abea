// Runs every file of fixtures/cases/<command>/: a golden case is one text file, added without code (fixtures/README.md says how).
// The cases state the contract independently of the code; UPDATE_GOLDEN=1 rewrites them, to be looked at before it is believed.

import { describe, test } from "vitest";
import { COMMANDS, goldenCases, isProcessCase } from "./support/golden-cases.js";
import { runCase } from "./support/golden-run.js";

for (const command of COMMANDS)
  describe(`golden case of ${command}`, () => {
    for (const golden of goldenCases(command))
      test(golden.sentence, () => runCase(golden, isProcessCase(golden) ? "spawn" : "run"));
  });
