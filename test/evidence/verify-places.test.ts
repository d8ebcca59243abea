// verify where a report is not where it was, is none, or speaks of what is no longer there; and the gate for whoever sends.

import { mkdirSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { runHere } from "../support/run-here.js";
import { type RunOptions, Workdir } from "../support/workdir.js";

const LIST = "telefono\n7012-3456\n7013-4567\n";
const DNC = "telefono\n7013-4567\n";

async function scrubbed(args: readonly string[] = ["-o", "clean.csv"], options: RunOptions = {}): Promise<Workdir> {
  const dir = new Workdir({ "list.csv": LIST, "dnc.csv": DNC });
  const list = options.stdin === undefined ? "list.csv" : "-";
  await dir.ok([list, "-s", "dnc.csv", ...args, "--report", "r.json", "--log", "runs.jsonl"], options);
  return dir;
}

async function verify(dir: Workdir, ...args: string[]) {
  const run = await dir.run(["verify", ...args]);
  return { code: run.code, said: run.out + run.stderr };
}

test("a link to a report finds the files of the report, and of its own folder", async () => {
  const dir = await scrubbed();
  mkdirSync(dir.at("latest"));
  symlinkSync("../r.json", dir.at("latest/r.json"));
  expect(await verify(dir, "latest/r.json", "-q")).toEqual({ code: 0, said: "" });
  for (const name of ["list.csv", "dnc.csv", "clean.csv"]) renameSync(dir.at(name), dir.at(`latest/${name}`));
  expect(await verify(dir, "latest/r.json", "-q")).toEqual({ code: 0, said: "" });
  expect((await verify(dir, "r.json", "-q")).code).toBe(1);
});

test("a report of a later schema is named as such, and a folder as a folder", async () => {
  const dir = await scrubbed();
  dir.write("r.json", dir.text("r.json").replace('"schema_version": 1', '"schema_version": 2'));
  expect(await verify(dir, "r.json")).toEqual({ code: 1, said: expect.stringContaining("schema version 2") });
  mkdirSync(dir.at("folder"));
  for (const args of [["folder"], ["r.json", "--log", "folder"]])
    expect(await verify(dir, ...args)).toEqual({ code: 5, said: expect.stringContaining("is a folder, not a file") });
});

test("a list of who has opted out since is not left behind where the list could not be read", async () => {
  const dir = await scrubbed();
  dir.write("today.csv", "telefono\n7012-3456\n");
  renameSync(dir.at("clean.csv"), dir.at("other.csv"));
  expect((await verify(dir, "r.json", "-s", "today.csv", "--removed", "since.csv")).code).toBe(1);
  expect(dir.exists("since.csv")).toBe(false);
  renameSync(dir.at("other.csv"), dir.at("clean.csv"));
  dir.write("since.csv", "old\n");
  expect((await verify(dir, "r.json", "-s", "today.csv", "--removed", "since.csv")).code).toBe(5);
  expect(dir.text("since.csv")).toBe("old\n");
  expect((await verify(dir, "r.json", "-s", "today.csv", "--removed", "since.csv", "--force")).code).toBe(1);
  expect(dir.text("since.csv")).toContain("+50370123456,suppressed,opted-out,today.csv:1,,1");
});

test("verify --fresh ends in 0 until the moment that the report says, and in 1 after it", async () => {
  const dir = await scrubbed();
  const until = new Date(dir.json("r.json").clean_until);
  try {
    for (const [after, code] of [
      [0, 0],
      [1, 1],
    ] as const) {
      vi.useFakeTimers({ now: until.getTime() + after, toFake: ["Date"] });
      expect((await runHere(["verify", dir.at("r.json"), "--fresh"])).code, `${after} ms after`).toBe(code);
    }
  } finally {
    vi.useRealTimers();
  }
});

test("a pipe or a folder where a file was is not that file, and nobody waits for it", async () => {
  const dir = await scrubbed();
  for (const name of ["list.csv", "dnc.csv", "clean.csv"]) {
    const whole = dir.read(name);
    rmSync(dir.at(name));
    (await dir.shell(`mkfifo ${name}`)).mustExit(0);
    expect(await verify(dir, "r.json")).toEqual({ code: 1, said: expect.stringMatching(`MISSING +${name}`) });
    rmSync(dir.at(name));
    mkdirSync(dir.at(name));
    expect(await verify(dir, "r.json")).toEqual({ code: 1, said: expect.stringMatching(`MISMATCH +${name}`) });
    rmSync(dir.at(name), { recursive: true });
    dir.write(name, whole);
  }
  expect((await verify(dir, "r.json")).code).toBe(0);
});
