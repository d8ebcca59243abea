// What a run leaves that is killed while it puts its files in place, and who clears it away.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, onTestFinished, test } from "vitest";
import { sweepFolder } from "../../src/files/temporary.js";
import { deadPid, markWith } from "../support/stale-lock.js";
import { Workdir } from "../support/workdir.js";

/** The name of a temporary file of a process. */
function nameOf(pid: number): string {
  return `.svscrub-${markWith({ pid, started: "" })}-0123abcd.tmp`;
}

test("An old list that a killed run kept for an undo goes once new files stand in its folder, and not before", async () => {
  const dir = new Workdir({ "list.csv": "telefono\n7012-3456\n", "dnc.csv": "telefono\n7123-4567\n" });
  const [part, old] = [nameOf(deadPid()), `${nameOf(deadPid())}-old`];
  for (const name of [part, old]) dir.write(name, "telefono\n6123-4567\n");
  const run = (...args: string[]) => dir.run(["list.csv", "-s", "dnc.csv", "-o", "clean.csv", ...args]);
  (await run("--max-removed", "0%", "--canary", "6123-4567")).mustExit(4);
  expect(dir.list()).toEqual([old, "dnc.csv", "list.csv"].sort());
  (await run()).mustExit(0);
  expect(dir.list()).toEqual(["clean.audit.json", "clean.csv", "dnc.csv", "list.csv"]);
});

test("What a process left that has ended, and that nobody has buried yet, is cleared away", async () => {
  const dir = new Workdir();
  // The shell becomes a program that never asks after its child.
  const parent = spawn("sh", ["-c", "sleep 0.5 & echo $!; exec sleep 60"], { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void parent.kill());
  const [said] = (await once(parent.stdout, "data")) as [Buffer];
  const unburied = Number(said);
  dir.write(nameOf(unburied), "");
  const left = () => {
    sweepFolder(dir.path);
    return dir.list();
  };
  expect(left()).toHaveLength(1);
  await expect.poll(left, { timeout: 5000 }).toEqual([]);
  expect(() => process.kill(unburied, 0)).not.toThrow();
});
