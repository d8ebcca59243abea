// registry import killed at any moment, several writers at once, locks that nobody gives back: nothing is lost, nothing doubled.
// SVSCRUB_KILLS=200 kills two hundred times; by default it is twenty-five.

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type LedgerUse, openLedger, readLedger } from "../../src/registry/ledger.js";
import { runHere } from "../support/run-here.js";
import { leaveStaleLock } from "../support/stale-lock.js";
import { REPOSITORY, Workdir } from "../support/workdir.js";

const SHIM = join(REPOSITORY, "bin/svscrub.js");
const KILLS = Number(process.env.SVSCRUB_KILLS ?? 25);
/** So many imports share a registry: then a new one begins. */
const TO_ONE_REGISTRY = 20;
const REPLIES = 300;

/** Numbers and times of their own for every import. */
function repliesOf(round: number): { csv: string; numbers: string[] } {
  const numbers = Array.from({ length: REPLIES }, (_, i) => `+503${70_000_000 + round * REPLIES + i}`);
  const rows = numbers.map(
    (number, i) => `${number},2222-3333,${i % 7 === 0 ? "no" : "STOP"},2026-11-24T08:00:00-06:00`,
  );
  return { csv: `From,To,Body,DateSent\n${rows.join("\n")}\n`, numbers };
}

const argsOf = (file: string) => [
  ...[
    "registry",
    "import",
    file,
    "--registry",
    "r.csv",
    "--kind",
    "sms",
    "--review",
    "review.csv",
    "--ack",
    "acks.csv",
    "-q",
  ],
];

/** Spawns an import and kills it: after a while, or a moment after it has got the lock. Null: it was killed. */
function killedImport(dir: Workdir, file: string, aim: "anywhere" | "lock", after: number): Promise<number | null> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [SHIM, ...argsOf(file)], { cwd: dir.path, stdio: "ignore" });
    let isOver = false;
    child.on("close", (code) => {
      isOver = true;
      resolve(code);
    });
    const kill = () => child.kill("SIGKILL");
    const watch = () => {
      if (isOver) return;
      if (existsSync(dir.at("r.csv.lock"))) setTimeout(kill, after);
      else setImmediate(watch);
    };
    if (aim === "anywhere") setTimeout(kill, after);
    else watch();
  });
}

test("a signal that comes when the opt-outs are recorded does not make a failed run of it", async () => {
  const dir = new Workdir();
  dir.write("form.csv", "telefono\n7012-3456\n");
  for (const typed of [
    ["add", "7013-4567"],
    ["import", dir.at("form.csv"), "--kind", "form"],
  ]) {
    const run = await runHere(["registry", ...typed, "--registry", dir.at("r.csv"), "-q"]);
    expect(run.code).toBe(0);
    expect(() => run.signal("SIGTERM"), typed[0]).not.toThrow();
  }
});

test(
  `an import killed at ${KILLS} moments and repeated records every event once`,
  async () => {
    let dir = new Workdir();
    let killed = 0;
    let underLock = 0;
    let torn = 0;
    /** Milliseconds that the last whole import took. */
    let lasted = 250;
    let expected: string[] = [];
    let whole: Buffer = Buffer.alloc(0);
    for (let round = 0; round < KILLS; round++) {
      if (round % TO_ONE_REGISTRY === 0) {
        dir = new Workdir();
        expected = [];
        whole = Buffer.alloc(0);
      }
      const { csv, numbers } = repliesOf(round % TO_ONE_REGISTRY);
      const file = `replies-${round}.csv`;
      dir.write(file, csv);
      const aim = round % 2 === 0 ? "lock" : "anywhere";
      // Spread evenly, and no round near the one before it.
      const share = (round * 0.618) % 1;
      const code = await killedImport(dir, file, aim, share * (aim === "lock" ? 25 : lasted));
      if (code === null) killed++;
      if (existsSync(dir.at("r.csv.lock"))) underLock++;
      if (dir.exists("r.csv")) {
        const left = dir.read("r.csv");
        // What stood is never touched; what a killed run left is whole lines but for the last.
        expect(left.subarray(0, whole.length).equals(whole)).toBe(true);
        if (openLedger(dir.at("r.csv"), "registry").tornLine !== undefined || left.at(-1) !== 0x0a) torn++;
      }
      const started = performance.now();
      const again = await dir.run(argsOf(file));
      again.mustExit(0);
      lasted = performance.now() - started;
      expected.push(...numbers);
      whole = dir.read("r.csv");
      const phones = (name: string, use: LedgerUse) => openLedger(dir.at(name), use).events.map(({ phone }) => phone);
      const recorded = [...phones("r.csv", "registry"), ...phones("review.csv", "reviews")];
      expect(recorded.sort()).toEqual([...expected].sort());
      // But for what was killed on its way to a lock, of which a later run clears away all but the youngest.
      expect(dir.list().filter((name) => /lock|tmp/.test(name) && !/\.lock\.[0-9a-f]{16}\.tmp$/.test(name))).toEqual(
        [],
      );
      // An acknowledgement may be repeated, and never be lost.
      const acknowledged = dir.read("acks.csv").toString();
      const events = readLedger(dir.at("r.csv")).events;
      expect(new Set(events.map(({ event }) => event)).size).toBe(events.length);
      for (const { event } of events) expect(acknowledged).toContain(event);
    }
    console.log(
      `${KILLS} imports, ${killed} killed, ${underLock} of them under the lock, ${torn} left a torn line; none lost, none doubled`,
    );
    expect(killed).toBeGreaterThan(KILLS / 4);
  },
  20_000 + KILLS * 3_000,
);

test("several writers at once lose nothing and double nothing, though one of them is killed", async () => {
  const dir = new Workdir();
  const numbers = Array.from({ length: 12 }, (_, i) => `7100-00${10 + i}`);
  const { csv, numbers: replied } = repliesOf(0);
  dir.write("replies.csv", csv);
  const killed = killedImport(dir, "replies.csv", "lock", 3);
  const adding = numbers.map((number) => dir.spawn(["registry", "add", number, "--registry", "r.csv", "-q"]));
  const importing = [0, 1].map(() => dir.spawn(argsOf("replies.csv")));
  for (const run of await Promise.all([...adding, ...importing])) run.mustExit(0);
  await killed;
  const phones = readLedger(dir.at("r.csv")).events.map(({ phone }) => phone);
  expect(new Set(phones).size).toBe(phones.length);
  for (const number of numbers) expect(phones).toContain(`+503${number.replace("-", "")}`);
  const out = replied.filter((_, i) => i % 7 !== 0);
  expect(phones.filter((phone) => phone.startsWith("+50370")).sort()).toEqual(out.sort());
  expect(openLedger(dir.at("review.csv"), "reviews").events.length).toBe(REPLIES - out.length);
});

test("the lock of another machine, or one that can't be read, is not broken: exit 5 after a while, and the lock is named", async () => {
  const dir = new Workdir();
  for (const name of ["count", "garbled"]) dir.write(name, "");
  leaveStaleLock(dir.at("count"), (holder) => Object.assign(holder, { machine: "another" }));
  dir.write("garbled.lock", "{");
  const runs = ["count", "garbled"].map((name) => dir.spawn(["registry", "add", "7012-3456", "--registry", name]));
  for (const [i, run] of (await Promise.all(runs)).entries()) {
    run.mustExit(5);
    expect(run.stderr).toContain(`${["count", "garbled"][i]}.lock`);
  }
  expect(dir.exists("count.lock")).toBe(true);
});
