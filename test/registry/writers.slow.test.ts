// Several writers of one registry at once, a signal when all is recorded, and locks that nobody gives back.

import { expect, test } from "vitest";
import { openLedger, readLedger } from "../../src/registry/ledger.js";
import { faulty } from "../support/faulty.js";
import { runHere } from "../support/run-here.js";
import { leaveStaleLock } from "../support/stale-lock.js";
import { Workdir } from "../support/workdir.js";

test("a signal that comes when the opt-outs are recorded does not make a failed run of it", async () => {
  const dir = new Workdir({ "form.csv": "telefono\n7012-3456\n" });
  for (const typed of [
    ["add", "7013-4567"],
    ["import", dir.at("form.csv"), "--kind", "form"],
  ]) {
    const run = await runHere(["registry", ...typed, "--registry", dir.at("r.csv"), "-q"]);
    expect(run.code).toBe(0);
    expect(() => run.signal("SIGTERM"), typed[0]).not.toThrow();
  }
});

test("several writers at once lose nothing and double nothing, behind one that was killed", async () => {
  const dir = new Workdir();
  const added = Array.from({ length: 12 }, (_, i) => `+503710000${10 + i}`);
  const replied = Array.from({ length: 300 }, (_, i) => `+503${70_000_000 + i}`);
  const isUnclear = (i: number) => i % 7 === 0;
  const rows = replied.map((phone, i) => `${phone},${isUnclear(i) ? "no" : "STOP"},2026-11-24T08:00:00-06:00`);
  dir.write("replies.csv", `From,Body,DateSent\n${rows.join("\n")}\n`);
  const importing = "registry import replies.csv --registry r.csv --kind sms --review review.csv --ack acks.csv -q";
  await dir.spawn(importing.split(" "), faulty({ call: "fsyncSync", at: 2, signal: "SIGKILL" }));
  expect(dir.exists("r.csv.lock")).toBe(true);
  const adding = added.map((phone) => dir.spawn(["registry", "add", phone, "--registry", "r.csv", "-q"]));
  const importers = [0, 1].map(() => dir.spawn(importing.split(" ")));
  for (const run of await Promise.all([...adding, ...importers])) run.mustExit(0);
  const phones = readLedger(dir.at("r.csv")).events.map(({ phone }) => phone);
  expect(phones.sort()).toEqual([...replied.filter((_, i) => !isUnclear(i)), ...added]);
  const waiting = openLedger(dir.at("review.csv"), "reviews").events.map(({ phone }) => phone);
  expect(waiting.sort()).toEqual(replied.filter((_, i) => isUnclear(i)));
});

test("the lock of another machine, or one that can't be read, is not broken: exit 5 after a while, and the lock is named", async () => {
  const dir = new Workdir();
  for (const name of ["count", "garbled"]) dir.write(name, "");
  leaveStaleLock(dir.at("count"), { machine: "00000000" });
  dir.write("garbled.lock", "{");
  const runs = ["count", "garbled"].map((name) => dir.spawn(["registry", "add", "7012-3456", "--registry", name]));
  for (const [i, run] of (await Promise.all(runs)).entries()) {
    run.mustExit(5);
    expect(run.stderr).toContain(`${["count", "garbled"][i]}.lock`);
  }
  expect(dir.exists("count.lock")).toBe(true);
});
