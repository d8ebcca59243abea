// check - --follow as a process that is asked, answers, and is asked again while its lists change.

import fs from "node:fs";
import { expect, test } from "vitest";
import { LiveRun } from "./support/live-run.js";
import { Workdir } from "./support/workdir.js";

/** A run that is asked a line at a time: the next line is asked for only once it was answered. */
class Asked extends LiveRun {
  constructor(dir: Workdir, ...args: string[]) {
    super(dir, ["check", "-", "--follow", ...args]);
  }

  ask(number: string): Promise<string> {
    this.write(`${number}\n`);
    return this.next();
  }
}

async function withRegistry(): Promise<Workdir> {
  const dir = new Workdir({ "dnc.csv": "telefono\n7999-1111\n" });
  await dir.ok("registry add 7012-3456 --registry registry.csv");
  return dir;
}

function add(dir: Workdir, ...args: string[]) {
  return dir.run(["registry", "add", ...args, "--registry", "registry.csv", "-q"]);
}

test("A number that is opted out between two questions is answered no at the second", async () => {
  const dir = await withRegistry();
  const run = new Asked(dir, "-s", "registry.csv", "dnc.csv");
  expect(await run.ask("6123-4567")).toBe("+50361234567  mobile  may be contacted");
  (await add(dir, "6123-4567")).mustExit(0);
  expect(await run.ask("(503) 6123 4567")).toBe("+50361234567  mobile  may NOT be contacted: opted out");
  expect(await run.ask("7999 1111")).toBe("+50379991111  mobile  may NOT be contacted: opted out");
  expect(await run.ask("")).toBe("no number  may NOT be contacted: it can't be read with certainty (empty)");
  expect(await run.end()).toBe(1);
});

test("A list that is gone answers no with its reason, until it is back", async () => {
  const dir = await withRegistry();
  const run = new Asked(dir, "-s", "registry.csv", "dnc.csv");
  expect(await run.ask("6123-4567")).toBe("+50361234567  mobile  may be contacted");
  fs.renameSync(dir.at("dnc.csv"), dir.at("away"));
  for (let i = 0; i < 2; i++)
    expect(await run.ask("6123-4567")).toBe(
      "+50361234567  mobile  may NOT be contacted: a suppression list can't be trusted: dnc.csv: no such suppression list",
    );
  fs.renameSync(dir.at("away"), dir.at("dnc.csv"));
  expect(await run.ask("6123-4567")).toBe("+50361234567  mobile  may be contacted");
  expect(await run.end()).toBe(1);
});

test("As JSON each answer is one object on its line, and says what can't be trusted", async () => {
  const dir = await withRegistry();
  const run = new Asked(dir, "-s", "registry.csv", "--json");
  expect(JSON.parse(await run.ask("7012-3456"))).toMatchObject({
    typed: "7012-3456",
    may_contact: false,
    number: "+50370123456",
    type: "mobile",
    reason: "opted-out",
    opted_out: [{ number: "+50370123456", list: "registry.csv", record: 1 }],
  });
  fs.truncateSync(dir.at("registry.csv"), 3);
  expect(JSON.parse(await run.ask("6123-4567"))).toMatchObject({
    may_contact: false,
    disposition: "suppressed",
    reason: "list-not-trusted",
    not_trusted: { file: "registry.csv" },
  });
});

test("A line without its end is answered when the stream ends, and CRLF and a byte order mark are no part of a number", async () => {
  const dir = await withRegistry();
  const run = await dir.spawn(["check", "-", "--follow", "-s", "registry.csv"], {
    stdin: "\uFEFF6123-4567\r\n\r\n7012-3456\r6999-9999",
  });
  run.mustExit(1);
  expect(run.out).toBe(
    [
      "+50361234567  mobile  may be contacted",
      "no number  may NOT be contacted: it can't be read with certainty (empty)",
      "+50370123456  mobile  may NOT be contacted: opted out",
      "+50369999999  mobile  may be contacted",
      "",
    ].join("\n"),
  );
});

test("A signal and a closed pipe end it as they end everything", async () => {
  const dir = await withRegistry();
  const run = new Asked(dir, "-s", "registry.csv");
  await run.ask("6123-4567");
  run.kill("SIGINT");
  expect(await run.ended).toBe(130);

  const piped = await dir.shell(
    `yes 6123-4567 | { svscrub check - --follow -s registry.csv; echo "code $?" >&2; } | head -n 1`,
  );
  expect(piped.stderr).toBe("code 141\n");
});

test.each([
  [["check", "7012-3456", "--follow", "-s", "dnc.csv"], "--follow"],
  [["check", "-", "--follow", "--at", "2026-01-01", "-s", "dnc.csv"], "--at"],
])("%j is refused: only a stream is followed, and only as of now", async (args, said) => {
  const run = await (await withRegistry()).ends(2, args);
  expect(run.stderr).toContain(said);
});

test("A stream as a list is refused, for it can't be looked at again, and nothing asked is no yes", async () => {
  const dir = await withRegistry();
  const run = await dir.shell("svscrub check - --follow -s <(cat dnc.csv) < /dev/null");
  run.mustExit(2);
  expect(run.stderr).toContain("is a stream");
  (await dir.spawn(["check", "-", "--follow", "-s", "dnc.csv"], { stdin: "" })).mustExit(2);
});

test("A registry that is missing is refused and not created: an empty one would suppress nobody", async () => {
  const dir = new Workdir();
  const lists = ["-s", "registry.csv", "review.csv", "--allow-empty", "registry.csv", "--allow-empty", "review.csv"];
  const ask = () => dir.spawn(["check", "-", "--follow", ...lists], { stdin: "6123-4567\n" });
  (await ask()).mustExit(4);
  (await dir.spawn(["check", "-", "--follow", "--create", ...lists], { stdin: "6123-4567\n" })).mustExit(2);
  expect(dir.list()).toEqual([]);
  const begin = ["registry", "import", "-", "--registry", "registry.csv", "--review", "review.csv", "--kind", "sms"];
  (await dir.spawn([...begin, "--follow", "--create"], { stdin: "from,body,date\n" })).mustExit(0);
  const run = await ask();
  run.mustExit(0);
  expect(run.out).toBe("+50361234567  mobile  may be contacted\n");
});
