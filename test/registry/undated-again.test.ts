// An opt-out without a date stands for good: it is no repetition of one with a date, which a later opt-in lifts.

import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { Workdir } from "../support/workdir.js";

const HEADER = "From,To,Body,DateSent\n";
const row = (body: string, date: string) => `+50370123456,+50322001122,${body},${date}\n`;
const [OUT, UNDATED, IN] = [
  row("BAJA", "2026-11-10T10:00:00Z"),
  row("STOP", ""),
  row("ALTA", "2026-11-20T10:00:00Z"),
] as const;

test.each([
  ["in one file", [OUT + UNDATED + IN]],
  ["in three", [OUT, UNDATED, IN]],
  ["of a day that nobody can read", [OUT, row("STOP", "ayer"), IN]],
  ["before the others", [UNDATED, OUT, IN]],
])("it bars whatever comes before and behind it, %s, and is recorded once", async (_, files) => {
  const dir = new Workdir({ "list.csv": "telefono\n7012-3456\n7912-3456\n" });
  const importAll = async () => {
    for (const [i, rows] of files.entries()) {
      dir.write(`in${i}.csv`, HEADER + rows);
      await dir.ok(["registry", "import", `in${i}.csv`, "--registry", "reg.csv", "--kind", "sms", "-q"]);
    }
  };
  await importAll();
  const ledger = dir.text("reg.csv");
  expect(ledger.match(/,opt-out,sms,,/g)).toHaveLength(1);
  await importAll();
  expect(dir.text("reg.csv")).toBe(ledger);
  await dir.ok("list.csv -s reg.csv -o clean.csv --channel sms -q");
  expect(dir.text("clean.csv")).toBe("telefono\n+50379123456\n");
});

/** A message without a time of its own, as Twilio sends it, in a file or on a stream. */
const message = (body: string) =>
  `${JSON.stringify({ From: "+50370123456", To: "+50322001122", Body: body, MessageSid: "SM1" })}\n`;
const AS_FILE = "registry import in.jsonl --registry reg.csv --kind sms --review v.csv --ack ack.csv".split(" ");
const AS_STREAM = [...AS_FILE.with(2, "-"), "--follow", "--create"];

test.each([
  ["in a file and then on a stream", [AS_FILE, AS_STREAM]],
  ["on a stream and then in a file", [AS_STREAM, AS_FILE]],
])("a message without a date is known again by its provider's id: %s", async (_, [first, second]) => {
  const dir = new Workdir();
  const takeIn = async (args: readonly string[], body: string) => {
    dir.write("in.jsonl", message(body));
    await dir.ok(args, args.includes("--follow") ? { stdin: message(body) } : {});
  };
  await takeIn(first!, "STOP");
  await takeIn(second!, "STOP");
  const lines = (name: string) => dir.lines(name).length - 1;
  expect([lines("reg.csv"), lines("ack.csv")]).toEqual([1, 1]);
});

test("an opt-in that was imported lifts no later opt-out when it comes again on a stream", async () => {
  const dir = new Workdir({ "in.jsonl": message("ALTA") });
  await dir.ok(AS_FILE);
  await dir.ok("registry add 7012-3456 --channel sms --registry reg.csv");
  // At the same second the opt-out would stay by its tie.
  await setTimeout(1100);
  await dir.ok(AS_STREAM, { stdin: message("ALTA") });
  await dir.ends(1, "check 7012-3456 --channel sms -s reg.csv");
});

test("an opt-out that is typed on a later day is new: an opt-in of a day between, imported late, does not lift it", async () => {
  const dir = new Workdir({
    "list.csv": "telefono\n7012-3456\n7912-3456\n",
    "out.csv": HEADER + OUT,
    "in.csv": HEADER + IN,
  });
  await dir.ok("registry import out.csv --registry reg.csv --kind sms -q");
  for (const result of ["opt-outs recorded +1", "already recorded +1"]) {
    const add = await dir.ok("registry add 7012-3456 --registry reg.csv --channel sms");
    expect(add.stderr).toMatch(new RegExp(result));
  }
  await dir.ok("registry import in.csv --registry reg.csv --kind sms -q");
  await dir.ok("list.csv -s reg.csv -o clean.csv --channel sms -q");
  expect(dir.text("clean.csv")).toBe("telefono\n+50379123456\n");
});
