// What inspect says of a list of opt-outs: how a scrub reads its dates, channels and actions under -s, and the right command.

import { expect, test } from "vitest";
import { Workdir } from "../support/workdir.js";

test("inspect of a list of opt-outs proposes no name of a process substitution", async () => {
  const dir = new Workdir({ "clients.csv": "telefono\n7012-3456\n7013-4567\n" });
  dir.write("bajas.csv", "telefono\n7012-3456\n");
  const inspected = await dir.shell("svscrub inspect <(cat clients.csv)");
  expect(inspected.stderr).toContain("  svscrub clients.csv -s optouts.csv -o clients.clean.csv\n");
  const scrubbed = await dir.shell("svscrub <(cat clients.csv) -s dnc=<(cat bajas.csv) -n");
  expect(scrubbed.stderr).toContain("  svscrub <(…) -s dnc=<(…) -o clean.csv\n");
  for (const run of [inspected, scrubbed]) expect(run.stderr.split("\n").at(-2)).not.toContain("/dev/fd");
});
