// The run log: a chain in which no line can be changed, taken out, put in or moved unseen, and a run that can't be logged does not stand.

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { logRun, readRunLog } from "../../src/audit/run-log.js";
import { leaveStaleLock } from "../support/stale-lock.js";
import { REPOSITORY, Workdir } from "../support/workdir.js";

const PRELOAD = pathToFileURL(join(REPOSITORY, "test/support/faults.mjs")).href;

const ARGS = ["list.csv", "-s", "dnc.csv", "-o", "clean.csv", "--log", "runs.jsonl"];

function scene(): Workdir {
  const dir = new Workdir();
  dir.write("list.csv", "telefono\n7012-3456\n7013-4567\n");
  dir.write("dnc.csv", "telefono\n7013-4567\n");
  return dir;
}

/** A log of so many runs, written without running them. */
function logged(runs: number): Workdir {
  const dir = new Workdir();
  for (let i = 0; i < runs; i++) logRun(dir.at("runs.jsonl"), aRun(i));
  return dir;
}

function aRun(i: number, exitCode = 0) {
  const at = new Date(Date.UTC(2026, 0, 1 + i));
  const reports = [{ path: "clean.audit.json", sha256: String(i % 10).repeat(64) }];
  return { id: `run-${i}`, startedAt: at, finishedAt: at, exitCode, error: undefined, reports, outputs: [] };
}

function read(dir: Workdir, content?: string | Uint8Array) {
  if (content !== undefined) dir.write("runs.jsonl", content);
  return readRunLog(dir.at("runs.jsonl"));
}

describe("a run", () => {
  test("is a line with its reports' digests, and a failed one a line with its exit code", async () => {
    const dir = scene();
    (await dir.run(ARGS)).mustExit(0);
    (await dir.run(ARGS)).mustExit(5);
    (await dir.run([...ARGS, "--force", "-s", "missing.csv"])).mustExit(4);
    const lines = dir.read("runs.jsonl").toString().trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line)).map(({ exit_code, error }) => [exit_code, error])).toEqual([
      [0, null],
      [5, "outputExists"],
      [4, "notFound"],
    ]);
    expect(read(dir)).toMatchObject({ runs: 3, failed: 2, tornLines: [], broken: undefined });
    expect(lines.join()).not.toMatch(/7012-?3456|7013-?4567/);
  });

  test("that only shows what it would do is not logged", async () => {
    const dir = scene();
    (await dir.run([...ARGS, "-n"])).mustExit(0);
    expect(dir.exists("runs.jsonl")).toBe(false);
  });

  test("that a signal ends is logged with the signal's exit code", async () => {
    const dir = scene();
    const FAULTS = JSON.stringify([{ call: "write", signal: "SIGTERM" }]);
    const run = await dir.run(ARGS, { env: { NODE_OPTIONS: `--import=${PRELOAD}`, FAULTS } });
    run.mustExit(143);
    expect(JSON.parse(dir.read("runs.jsonl").toString())).toMatchObject({ exit_code: 143, error: null, reports: [] });
    expect(dir.exists("clean.csv")).toBe(false);
  });

  test("that can't be logged does not stand, and says so", async () => {
    const dir = scene();
    (await dir.run(ARGS)).mustExit(0);
    const before = dir.list().map((name) => [name, dir.read(name).toString()]);
    const FAULTS = JSON.stringify([{ call: "writeFileSync", path: "runs.jsonl.lock", code: "ENOSPC", lasting: true }]);
    const options = { env: { NODE_OPTIONS: `--import=${PRELOAD}`, FAULTS } };
    const run = await dir.run([...ARGS, "--force", "--removed", "gone.csv"], options);
    run.mustExit(5);
    run.check(() => expect(run.stderr).toContain("runs.jsonl: can't be written: the disk is full"));
    expect(dir.list().map((name) => [name, dir.read(name).toString()])).toEqual(before);
  });

  for (const log of ["list.csv", "dnc.csv", "clean.csv"])
    test(`has a log that is not its ${log}, and nothing is appended to that`, async () => {
      const dir = scene();
      const before = dir.list().map((name) => [name, dir.read(name).toString()]);
      (await dir.run([...ARGS.slice(0, -1), log])).mustExit(2);
      expect(dir.list().map((name) => [name, dir.read(name).toString()])).toEqual(before);
    });

  test("has a log that is no other file either", async () => {
    const dir = scene();
    dir.write("runs.jsonl", "notes of a person\n");
    (await dir.run(ARGS)).mustExit(2);
    expect(dir.read("runs.jsonl").toString()).toBe("notes of a person\n");
  });
});

describe("the chain", () => {
  test("shows every byte that was changed", () => {
    const dir = logged(3);
    const whole = dir.read("runs.jsonl");
    for (let at = 0; at < whole.length; at++) {
      const changed = Buffer.from(whole);
      changed[at]! ^= 1;
      const { broken, tornLines } = read(dir, changed);
      expect(broken !== undefined || (at === whole.length - 1 && tornLines.length === 1), `byte ${at}`).toBe(true);
    }
  });

  test("names the first line that does not follow: taken out, put in, moved, or changed with its digest", () => {
    const dir = logged(4);
    const [a, b, c, d] = dir.read("runs.jsonl").toString().trimEnd().split("\n") as [string, string, string, string];
    const brokenAt = (...lines: string[]) => read(dir, `${lines.join("\n")}\n`).broken?.line;
    expect(brokenAt(a, b, c, d)).toBeUndefined();
    expect(brokenAt(b, c, d)).toBe(1);
    expect(brokenAt(a, c, d)).toBe(2);
    expect(brokenAt(a, b, b, c, d)).toBe(3);
    expect(brokenAt(a, c, b, d)).toBe(2);
    expect(brokenAt(a, b, "", c, d)).toBe(3);
    expect(brokenAt(a, b, "7012", c, d)).toBe(3);
  });

  test("goes on behind a last line that was cut off, which stays named", () => {
    for (const cut of [1, 2, 40, 300]) {
      const dir = logged(3);
      const whole = dir.read("runs.jsonl");
      const torn = whole.subarray(0, whole.length - cut);
      const { broken, tornLines, runs } = read(dir, torn);
      const isWhole = cut === 1;
      expect({ broken, tornLines, runs }).toEqual({
        broken: undefined,
        tornLines: isWhole ? [] : [3],
        runs: isWhole ? 3 : 2,
      });
      logRun(dir.at("runs.jsonl"), aRun(9));
      expect(read(dir)).toMatchObject({ broken: undefined, tornLines: isWhole ? [] : [3], runs: isWhole ? 4 : 3 });
    }
  });

  test("tells a line that was cut in its middle from one that was torn", () => {
    const dir = logged(3);
    const lines = dir.read("runs.jsonl").toString().trimEnd().split("\n");
    lines[1] = lines[1]!.slice(0, 50);
    expect(read(dir, `${lines.join("\n")}\n`).broken).toEqual({ line: 3, fault: "unlinked" });
  });

  test("stays whole when many processes write at once, over the lock of one that died", async () => {
    const dir = scene();
    leaveStaleLock(dir.at("runs.jsonl"));
    const runs = await Promise.all(
      Array.from({ length: 6 }, (_, i) =>
        dir.run(["list.csv", "-s", "dnc.csv", "-o", `clean${i}.csv`, "--log", "runs.jsonl"]),
      ),
    );
    for (const run of runs) run.mustExit(0);
    expect(read(dir)).toMatchObject({ runs: 6, broken: undefined });
    expect(dir.exists("runs.jsonl.lock")).toBe(false);
  });
});

describe("a lock", () => {
  test("of a process that died is taken over", () => {
    const dir = logged(1);
    leaveStaleLock(dir.at("runs.jsonl"));
    logRun(dir.at("runs.jsonl"), aRun(1));
    expect(read(dir).runs).toBe(2);
    expect(dir.list()).toEqual(["runs.jsonl"]);
  });

  const others: [string, (holder: Record<string, unknown>) => void][] = [
    ["a living process", (holder) => Object.assign(holder, { pid: process.pid, started: "" })],
    ["another machine", (holder) => Object.assign(holder, { machine: "another" })],
    ["a process that has not yet said who it is", (holder) => Object.assign(holder, { token: "" })],
  ];
  for (const [whose, change] of others)
    test(`of ${whose} is not, and the log stays as it was`, () => {
      const dir = logged(1);
      leaveStaleLock(dir.at("runs.jsonl"), change);
      expect(() => logRun(dir.at("runs.jsonl"), aRun(1, 4))).toThrow("lockBusy");
      expect(read(dir).runs).toBe(1);
      expect(dir.exists("runs.jsonl.lock")).toBe(true);
    });
});
