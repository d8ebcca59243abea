// The run log: a chain in which no line can be changed, taken out, put in or moved unseen, and a run that can't be logged does not stand.

import { symlinkSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { logRun, readRunLog } from "../../src/evidence/run-log.js";
import { faulty } from "../support/faulty.js";
import { holderWith } from "../support/stale-lock.js";
import { Workdir } from "../support/workdir.js";

const ARGS = ["list.csv", "-s", "dnc.csv", "-o", "clean.csv", "--log", "runs.jsonl"];

function linesOf(dir: Workdir): string[] {
  return dir.lines("runs.jsonl");
}

function scene(): Workdir {
  const dir = new Workdir({ "list.csv": "telefono\n7012-3456\n7013-4567\n", "dnc.csv": "telefono\n7013-4567\n" });
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
    await dir.ok(ARGS);
    await dir.ends(5, ARGS);
    await dir.ends(4, [...ARGS, "--force", "-s", "missing.csv"]);
    const lines = dir.lines("runs.jsonl");
    expect(lines.map((line) => JSON.parse(line)).map(({ exit_code, error }) => [exit_code, error])).toEqual([
      [0, null],
      [5, "outputExists"],
      [4, "notFound"],
    ]);
    expect(read(dir)).toMatchObject({ runs: 3, failed: 2, tornLines: [], broken: undefined });
    expect(lines.join()).not.toMatch(/7012-?3456|7013-?4567/);
  });

  test("is logged with whichever exit code it failed", async () => {
    const dir = scene();
    dir.write("strict.csv", "telefono\n7013-4567\nno tiene\n");
    dir.write("quote.csv", 'telefono\n"7012-3456\n');
    dir.write("names.csv", "nombre\nAna\n");
    const failing = (code: number, ...args: string[]) => ({ code, args: [...args, "--log", "runs.jsonl"] });
    const runs = [
      failing(2, "list.csv", "-s", "dnc.csv", "-o", "c.csv", "--max-age", "other=3d"),
      failing(2, "list.csv", "-o", "c.csv"),
      failing(2, "list.csv", "-s", "dnc.csv", "-o", "list.csv"),
      failing(3, "missing.csv", "-s", "dnc.csv", "-o", "c.csv"),
      failing(3, "quote.csv", "-s", "dnc.csv", "-o", "c.csv"),
      failing(4, "list.csv", "-s", "names.csv", "-o", "c.csv"),
      failing(4, "list.csv", "-s", "dnc.csv", "-o", "c.csv", "--canary", "7999-9999"),
      failing(5, "list.csv", "-s", "dnc.csv", "-o", "no/c.csv"),
      failing(6, "list.csv", "-s", "strict.csv", "-o", "c.csv", "--strict"),
      failing(6, "list.csv", "-s", "dnc.csv", "-o", "c.csv", "--max-removed", "5%"),
    ];
    for (const { args, code } of runs) await dir.ends(code, args);
    const entries = linesOf(dir).map((line) => JSON.parse(line));
    expect(entries.map(({ exit_code }) => exit_code)).toEqual(runs.map(({ code }) => code));
    for (const { error, reports, outputs } of entries) {
      expect(error).toMatch(/^[a-z][a-zA-Z]+$/);
      expect({ reports, outputs }).toEqual({ reports: [], outputs: [] });
    }
    expect(read(dir)).toMatchObject({ runs: runs.length, failed: runs.length, broken: undefined });
  });

  test("whose reader closes the pipe is logged with that exit code", async () => {
    const dir = scene();
    const many = Array.from({ length: 30_000 }, (_, i) => `7${String(1_000_000 + i * 211)}`);
    dir.write("list.csv", `telefono\n${many.join("\n")}\n`);
    await dir.shell("svscrub list.csv -s dnc.csv -o - --log runs.jsonl | true");
    expect(dir.json("runs.jsonl")).toMatchObject({ exit_code: 141, error: "closedPipe" });
  });

  for (const [signal, code] of [
    ["SIGTERM", 143],
    ["SIGINT", 130],
  ] as const)
    test(`that ${signal} ends is logged with the signal's exit code`, async () => {
      const dir = scene();
      await dir.ends(code, ARGS, faulty({ call: "write", signal }));
      expect(dir.json("runs.jsonl")).toMatchObject({
        exit_code: code,
        error: null,
        reports: [],
      });
      expect(dir.exists("clean.csv")).toBe(false);
    });

  for (const [when, lines, isLocked, fault] of [
    ["before it locks the log", 1, false, { call: "linkSync", path: "runs.jsonl.lock" }],
    ["while it holds the lock", 1, true, { call: "openSync", path: "runs.jsonl", at: 2 }],
    ["before its line is durable", 2, true, { call: "fsyncSync", at: 2 }],
    ["before it gives the lock back", 2, true, { call: "rmSync", path: "runs.jsonl.lock" }],
  ] as const)
    test(`that is killed ${when} keeps no other run from being logged`, async () => {
      const dir = scene();
      await dir.ok(ARGS);
      const killed = await dir.run([...ARGS, "--force"], faulty({ ...fault, signal: "SIGKILL" }));
      expect(killed.signal).toBe("SIGKILL");
      expect({ lines: linesOf(dir).length, isLocked: dir.exists("runs.jsonl.lock") }).toEqual({ lines, isLocked });
      await dir.ok([...ARGS, "--force"]);
      expect(read(dir)).toMatchObject({ runs: lines + 1, tornLines: [], broken: undefined });
      expect(dir.list().filter((name) => /lock|tmp/.test(name))).toEqual([]);
      await dir.ok("verify clean.audit.json --log runs.jsonl -q");
    });

  for (const code of ["EACCES", "EROFS"])
    test(`whose log is in a place that can't be written to (${code}) is refused before any work`, async () => {
      const dir = scene();
      const run = await dir.ends(5, ARGS, faulty({ call: "accessSync", code, lasting: true }));
      expect(run.stderr).toMatch(/^svscrub: runs\.jsonl: can't be written/);
      expect(dir.list()).toEqual(["dnc.csv", "list.csv"]);
    });

  test("that can't be logged does not stand, and says so", async () => {
    const dir = scene();
    await dir.ok(ARGS);
    const before = dir.list().map((name) => [name, dir.text(name)]);
    const aimed = { path: "runs.jsonl.lock", code: "ENOSPC", lasting: true };
    const full = faulty({ call: "linkSync", ...aimed }, { call: "copyFileSync", ...aimed });
    const run = await dir.ends(5, [...ARGS, "--force", "--removed", "gone.csv"], full);
    run.check(() => expect(run.stderr).toContain("runs.jsonl: can't be written: the disk is full"));
    expect(dir.list().map((name) => [name, dir.text(name)])).toEqual(before);
  });

  for (const log of ["list.csv", "dnc.csv", "clean.csv", "gone.csv", "clean.audit.json", "r.json", "link.csv"])
    test(`has a log that is not its ${log}, and nothing is appended to that`, async () => {
      const dir = scene();
      symlinkSync("list.csv", dir.at("link.csv"));
      const before = dir.list().map((name) => [name, dir.text(name)]);
      const reports = log === "r.json" ? ["--report", "r.json"] : [];
      await dir.ends(2, [...ARGS.slice(0, -1), log, "--removed", "gone.csv", ...reports]);
      expect(dir.list().map((name) => [name, dir.text(name)])).toEqual(before);
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
    const [a, b, c, d] = dir.lines("runs.jsonl") as [string, string, string, string];
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

  test("stays whole when many processes write at once, over the lock of one that died", async () => {
    const dir = scene();
    dir.write("runs.jsonl.lock", holderWith({ pid: 4_194_304 }));
    const runs = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        dir.spawn(["list.csv", "-s", "dnc.csv", "-o", `clean${i}.csv`, "--log", "runs.jsonl"]),
      ),
    );
    for (const run of runs) run.mustExit(0);
    expect(read(dir)).toMatchObject({ runs: 8, broken: undefined });
    expect(dir.exists("runs.jsonl.lock")).toBe(false);
  });
});
