// What is installed: as few files as can be.

import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { REPOSITORY } from "./support/workdir.js";

test("the package stays small: so many files, and bytes as they are packed", () => {
  const options = { cwd: REPOSITORY, encoding: "utf8" } as const;
  const packed = spawnSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], options);
  const [{ entryCount, size }] = JSON.parse(packed.stdout) as [{ entryCount: number; size: number }];
  // Eighteen of them are the guides.
  expect(entryCount).toBeLessThanOrEqual(126);
  expect(size).toBeLessThan(480_000);
});
