// The ground moves while a run stands on it: lists grow, shrink, are replaced or removed, outputs are somebody else's by now,
// two runs write the same files. Whatever it is, what is published is old or new, whole, and of one piece with its report.

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { FaultyFiles } from "./support/file-faults.js";
import { HEADER } from "./support/registry-dir.js";
import { runHere } from "./support/run-here.js";
import { REPOSITORY, Workdir } from "./support/workdir.js";

/** Of all calls at which somebody may meddle, every so many; all with EVERY=1. */
const STEP = process.env.EVERY === "1" ? 1 : 13;
const eventOf = (phone: string) =>
  `e${phone},+503${phone},opt-out,any,2026-01-05T10:00:00-06:00,2026-01-05T10:00:00-06:00,sms,,,\n`;
const OLD = {
  "list.csv": "nombre,telefono\nAna,7000-0001\nEva,7000-0008\nLuis,7000-0015\nSol,7000-0022\n",
  "dnc.csv": "telefono\n7000-0008\n7099-9999\n",
  "registry.csv": HEADER + eventOf("70000015"),
};
const NEW = {
  "list.csv": "nombre,telefono\nAna,7000-0001\nMia,7000-0036\nEva,7000-0008\nLuis,7000-0015\n",
  "dnc.csv": "telefono\n7000-0001\n7099-9999\n",
  "registry.csv": HEADER + eventOf("70000022") + eventOf("70000015"),
};
type Input = keyof typeof OLD;
const GROWN: Record<Input, string> = {
  "list.csv": "Leo,7000-0043\n",
  "dnc.csv": "7000-0001\n",
  "registry.csv": eventOf("70000001"),
};

const SCRUB = "list.csv -s dnc.csv registry.csv -o clean.csv --removed removed.csv --report report.json";

/** What may happen to a file at any moment. */
const MEDDLINGS: Record<string, (path: string, name: Input) => void> = {
  "that grows": (path, name) => fs.appendFileSync(path, GROWN[name]),
  "that is cut to half": (path, name) => fs.truncateSync(path, Math.floor(OLD[name].length / 2)),
  "that is emptied": (path) => fs.truncateSync(path, 0),
  "that is replaced by a rename": (path, name) => {
    fs.writeFileSync(`${path}.new`, NEW[name]);
    fs.renameSync(`${path}.new`, path);
  },
  "that is written anew in place": (path, name) => fs.writeFileSync(path, NEW[name]),
  "that is removed": (path) => fs.rmSync(path),
  "that turns into a folder": (path) => {
    fs.rmSync(path);
    fs.mkdirSync(path);
  },
  "that turns into a link to another": (path, name) => {
    fs.writeFileSync(`${path}.other`, NEW[name]);
    fs.rmSync(path);
    fs.symlinkSync(`${path}.other`, path);
  },
  "that turns into a link to nothing": (path) => {
    fs.rmSync(path);
    fs.symlinkSync(`${path}.nothing`, path);
  },
};

/** Runs a scrub during which `act` is done before one of its calls. */
async function runWith(dir: Workdir, before: number, act: () => void, args = SCRUB) {
  const files = new FaultyFiles(undefined, undefined, { before, act });
  const run = await runHere(args.split(" "), { folder: dir.path, files });
  return { ...run, calls: files.all };
}

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

interface Report {
  inputs: { path: string; sha256: string }[];
  suppressions: { path: string; sha256: string }[];
  outputs: { path: string; sha256: string }[];
}

/** What is wrong with the outputs of a run that is done: each is the one that the report names. */
function torn(dir: Workdir): string[] {
  const report = dir.json("report.json") as Report;
  return report.outputs
    .filter(({ path, sha256: named }) => !dir.exists(path) || sha256(dir.read(path)) !== named)
    .map(({ path }) => `${path} is not what the report names`);
}

describe("a scrub, of whose lists one moves,", () => {
  for (const name of Object.keys(OLD) as Input[])
    for (const [what, meddle] of Object.entries(MEDDLINGS))
      test(`${name} ${what}, is refused, or is that of a list that stood`, async () => {
        // What each version of the list comes to.
        const half = OLD[name].slice(0, Math.floor(OLD[name].length / 2));
        const versions = [OLD[name], NEW[name], OLD[name] + GROWN[name], half];
        const whole = new Map<string, string>();
        for (const version of versions) {
          const dir = new Workdir({ ...OLD, [name]: version });
          const { code } = await runHere(SCRUB.split(" "), { folder: dir.path });
          if (code === 0) whole.set(sha256(Buffer.from(version)), dir.text("clean.csv"));
          else expect(version).toBe(half);
        }
        const calls = (await runWith(new Workdir(OLD), 0, () => {})).calls;
        expect(calls).toBeGreaterThan(50);
        // Between its opening and its reading a registry has but one call, and that is the one that counts.
        const step = what === "that is written anew in place" ? 1 : STEP;
        for (let before = 1; before <= calls; before += step) {
          const dir = new Workdir(OLD);
          const run = await runWith(dir, before, () => meddle(dir.at(name), name));
          const scene = `before call ${before}: exit code ${run.code}\n${run.stderr}`;
          if (run.code === 0) {
            const report = dir.json("report.json") as Report;
            const read = [...report.inputs, ...report.suppressions].find(({ path }) => path === name)!;
            expect(whole.get(read.sha256), `${scene}: read what never stood`).toBeDefined();
            expect(dir.text("clean.csv"), scene).toBe(whole.get(read.sha256));
            expect(torn(dir), scene).toEqual([]);
          } else {
            expect([name === "list.csv" ? 3 : 4], scene).toContain(run.code);
            expect(run.stderr.match(/^svscrub: /gm), scene).toHaveLength(1);
            const outputs = dir.list().filter((file) => /clean|removed|report|tmp|lock/.test(file));
            expect(outputs, scene).toEqual([]);
          }
          fs.rmSync(dir.path, { recursive: true });
        }
      });
});

/** Another run of the program, whole, between two calls of the first one. */
function runMeanwhile(dir: Workdir, args: string): void {
  const run = spawnSync(process.execPath, [join(REPOSITORY, "bin/svscrub.js"), ...args.split(" ")], {
    cwd: dir.path,
    encoding: "utf8",
    env: { PATH: process.env.PATH, SVSCRUB_LANG: "en" },
  });
  dir.write("other.code", String(run.status));
  dir.write("other.stderr", run.stderr);
}

describe("of two runs that write the same files", () => {
  const FILES = { ...OLD, "second.csv": NEW["list.csv"] };
  const SECOND = SCRUB.replace("list.csv", "second.csv");

  test("without --force one is done and the other is refused, whenever it comes", async () => {
    // The first run makes more of them, for modules that it loads.
    await runWith(new Workdir(FILES), 0, () => {});
    const all = (await runWith(new Workdir(FILES), 0, () => {})).calls;
    // Publishing comes last, and there each call is another matter.
    const publishing = Array.from({ length: 32 }, (_, i) => all - i);
    const early = Array.from({ length: Math.ceil(all / (4 * STEP)) }, (_, i) => 5 + 4 * STEP * i);
    for (const before of [...early, ...publishing]) {
      const dir = new Workdir(FILES);
      const run = await runWith(dir, before, () => runMeanwhile(dir, SECOND));
      const other = dir.exists("other.code") ? Number(dir.read("other.code")) : 5;
      const scene = `before call ${before}: ${run.code}, ${other}\n${run.stderr}`;
      expect([run.code, other].sort(), scene).toEqual([0, 5]);
      expect(torn(dir), scene).toEqual([]);
    }
  });

  test("one with --force that comes while the other is published stays whole, whatever becomes of that", async () => {
    await runWith(new Workdir(FILES), 0, () => {});
    const all = (await runWith(new Workdir(FILES), 0, () => {})).calls;
    for (let before = all; before > all - 32; before--) {
      const dir = new Workdir(FILES);
      const run = await runWith(dir, before, () => runMeanwhile(dir, `${SECOND} --force`));
      const scene = `before call ${before} of ${all}: ${run.code}\n${run.stderr}`;
      expect([0, 5], scene).toContain(run.code);
      expect(Number(dir.read("other.code")), scene).toBe(0);
      expect(torn(dir), scene).toEqual([]);
    }
  });

  test("with --force what stands is one of them, whole, at every moment of publishing", async () => {
    const all = (await runWith(new Workdir(FILES), 0, () => {}, `${SCRUB} --force`)).calls;
    for (let before = all; before > all - 70; before -= STEP === 1 ? 1 : 18) {
      const dir = new Workdir({ ...FILES, "clean.csv": "old\n", "removed.csv": "old\n", "report.json": "old\n" });
      const run = await runWith(dir, before, () => runMeanwhile(dir, `${SECOND} --force`), `${SCRUB} --force`);
      const scene = `before call ${before} of ${all}: ${run.code}\n${run.stderr}`;
      expect(run.code, scene).toBe(0);
      expect(torn(dir), scene).toEqual([]);
    }
    // Where it comes in the middle of publishing it waits in vain: this process is waiting for it.
  }, 600_000);
});
