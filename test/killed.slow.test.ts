// Commands that write outputs, killed at random moments: what stands is the old or the new, whole, and the next run clears
// away what was left. SVSCRUB_KILLS=500 kills each of them so often; registry/killed.slow.test.ts does it to imports.

import { spawn } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { REPOSITORY, Workdir } from "./support/workdir.js";

const KILLS = Number(process.env.SVSCRUB_KILLS ?? 10);
const RECORDS = 20_000;

const phones = Array.from({ length: RECORDS }, (_, i) => `+503${70_000_000 + i * 13}`);
const FILES = {
  "list.csv": `nombre,telefono\n${phones.map((phone) => `Ana,${phone}\n`).join("")}`,
  "dnc.csv": `telefono,fecha\n${phones
    .filter((_, i) => i % 5 === 0)
    .map((phone) => `${phone},2026-01-05\n`)
    .join("")}`,
  "contacts.csv": `telefono,fecha\n${phones.map((phone) => `${phone},2026-03-01\n`).join("")}`,
};
const SCRUB =
  "list.csv -s dnc.csv -o clean.csv --removed removed.csv --report report.json --report report.html --force";

const COMMANDS: { args: string; ends: number; outputs: string[]; first?: string }[] = [
  { args: SCRUB, ends: 0, outputs: ["clean.csv", "removed.csv", "report.json", "report.html"] },
  { args: "list.csv -s dnc.csv -o clean.csv.gz --no-report --force", ends: 0, outputs: ["clean.csv.gz"] },
  { args: "audit contacts.csv -s dnc.csv -o late.csv --force", ends: 1, outputs: ["late.csv"] },
  { first: SCRUB, args: "verify report.json -s dnc.csv --removed since.csv --force", ends: 0, outputs: ["since.csv"] },
];

for (const { first, args, ends, outputs } of COMMANDS)
  test(
    `killed ${KILLS} times, svscrub ${args} leaves the old or the new, and the next run clears away the rest`,
    async () => {
      const dir = new Workdir();
      for (const [name, text] of Object.entries(FILES)) dir.write(name, text);
      if (first !== undefined) (await dir.spawn(first.split(" "))).mustExit(0);
      const started = performance.now();
      (await dir.spawn(args.split(" "))).mustExit(ends);
      const lasts = performance.now() - started;
      const standing = dir.list();
      const lists = outputs.filter((name) => !name.startsWith("report"));
      const whole = new Map(lists.map((name) => [name, dir.read(name)]));
      let killed = 0;
      for (let round = 0; round < KILLS; round++) {
        // Spread evenly, and no round near the one before it.
        if (await wasKilled(dir, args.split(" "), ((round * 0.618) % 1) * lasts)) killed++;
        for (const [name, bytes] of whole) expect(dir.read(name).equals(bytes), name).toBe(true);
        if (round % 5 < 4) continue;
        (await dir.spawn(args.split(" "))).mustExit(ends);
        // An old file that was kept for an undo may be the only copy: nobody removes it.
        expect(dir.list().filter((name) => !name.endsWith("-old"))).toEqual(standing);
      }
      expect(killed).toBeGreaterThan(KILLS / 4);
    },
    60_000 + KILLS * 3_000,
  );

function wasKilled(dir: Workdir, args: readonly string[], after: number): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(REPOSITORY, "bin/svscrub.js"), ...args], {
      cwd: dir.path,
      stdio: "ignore",
    });
    const timer = setTimeout(() => child.kill("SIGKILL"), after);
    child.on("close", (_, signal) => {
      clearTimeout(timer);
      resolve(signal === "SIGKILL");
    });
  });
}
