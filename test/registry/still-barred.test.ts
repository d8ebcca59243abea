// An opt-in that leaves a number opted out says so, with what bars it and what would lift that.

import { beforeEach, describe, expect, test } from "vitest";
import { HEADER, PHONE } from "../support/registry-dir.js";
import { Workdir } from "../support/workdir.js";

const ADD = ["registry", "add", "7000-1234", "--registry", "r.csv", "--action", "opt-in"];

let dir: Workdir;
beforeEach(() => {
  dir = new Workdir();
});

/** A registry of these events of one number: channel, date. */
function registry(...optOuts: [channel: string, requestedAt: string, phone?: string][]): void {
  const rows = optOuts.map(
    ([channel, at, phone = PHONE], i) =>
      `e${i + 1},${phone},opt-out,${channel},${at},2026-11-20T10:00:00-06:00,sms,,message,a.csv:2\n`,
  );
  dir.write("r.csv", HEADER + rows.join(""));
}

async function said(args: readonly string[], env?: Record<string, string>): Promise<string> {
  const run = await dir.ok(args, env === undefined ? {} : { env });
  expect(run.stderr).not.toMatch(/7000-?1234/);
  return run.stderr;
}

async function isBarred(): Promise<boolean> {
  return (await dir.run("check 7000-1234 -s r.csv")).code === 1;
}

describe("registry add of an opt-in", () => {
  test("on every channel lifts no opt-out of one, and says which one stands and how it is lifted", async () => {
    registry(["sms", "2026-11-20T10:00:00-06:00"]);
    const text = await said(ADD);
    expect(text).toContain("warning: 1 number has an opt-in and is still opted out");
    expect(text).toContain("+503 70••••34: opted out (sms) since 2026-11-20T10:00:00-06:00, event e1");
    expect(text).toContain("svscrub registry add NUMBER --registry r.csv --action opt-in --channel sms");
    expect(await isBarred()).toBe(true);
    await said([...ADD, "--channel", "sms"]);
    expect(await isBarred()).toBe(false);
  });

  test("offers no opt-in for an opt-out without a date, but to take it back where it was a mistake", async () => {
    registry(["any", ""]);
    const text = await said(ADD);
    expect(text).toContain("opted out (any) without a date, event e1");
    expect(text).toContain("An opt-in does not cancel an opt-out without a date.");
    expect(text).toContain("svscrub registry void e1 --registry r.csv --reason TEXT");
    expect(text).not.toContain("svscrub registry add");
    // What is said to do works.
    registry(["any", "2026-11-20"]);
    expect(await said(ADD)).not.toContain("still opted out");
    expect(await isBarred()).toBe(false);
  });

  test("counts from now on beside one that a clock ahead of ours dates two minutes later", async () => {
    registry(["any", "2026-11-20"], ["any", new Date(Date.now() + 120_000).toISOString()]);
    dir.write("r.csv", dir.text("r.csv").replace(`e2,${PHONE},opt-out`, `e2,${PHONE},opt-in`));
    await said(ADD);
    expect(await isBarred()).toBe(false);
  });

  test("names the moment before which it comes too early", async () => {
    registry(["any", "2099-11-20"]);
    expect(await said(ADD)).toContain("record it, but only after 2099-11-20:");
  });

  test("shows a few numbers and counts the others, and never what a person wrote into a cell", async () => {
    const phones = [0, 1, 2, 3, 4].map((i) => `+5037000123${i}`);
    registry(...phones.map((phone): [string, string, string] => ["sms", "2026-11-20", phone]));
    const text = await said([...ADD.slice(0, 2), ...phones, ...ADD.slice(3)]);
    expect(text).toContain("5 numbers have an opt-in and are still opted out");
    expect(text.match(/event e\d/g)).toEqual(["event e1", "event e2", "event e3"]);
    expect(text).toContain("and 2 more");
    dir.write("r.csv", dir.text("r.csv").replace("e1,", "llamar al 7000-1239,"));
    expect(await said(ADD.map((word) => (word === "7000-1234" ? phones[0]! : word)))).not.toContain("1239");
  });
});

describe("an import of opt-ins", () => {
  const IMPORT = ["registry", "import", "in.csv", "--registry", "r.csv", "--kind", "sms", "--review", "rev.csv"];
  beforeEach(() => {
    registry(["any", "2026-11-20T10:00:00-06:00"]);
    dir.write("in.csv", "from,body,date\n7000-1234,START,2026-11-21T10:00:00-06:00\n");
  });

  test("says what still bars the numbers, once", async () => {
    expect(await said(IMPORT)).toContain("+503 70••••34: opted out (any) since 2026-11-20T10:00:00-06:00, event e1");
    expect(await said(IMPORT)).not.toContain("still opted out");
  });

  test("that is followed says it at its end, and of each opt-in in its object", async () => {
    const run = await dir.ok([...IMPORT, "--follow", "--json"]);
    expect(run.stderr).toContain("1 number has an opt-in and is still opted out");
    expect(JSON.parse(run.out)).toMatchObject({
      action: "opt-in",
      message: null,
      still_barred: [{ event: "e1", channel: "any", requested_at: "2026-11-20T10:00:00-06:00" }],
    });
  });
});

describe("an opt-in beside a review of its number that waits", () => {
  const REVIEWS = `${HEADER.trim()},message\n`;
  const waits = (channel: string) =>
    `w1,${PHONE},review,${channel},2026-11-19T10:00:00-06:00,2026-11-20T10:00:00-06:00,sms,,unclear-message,a.csv:2,quizas\n`;
  const IMPORT = ["registry", "import", "in.csv", "--registry", "r.csv", "--review", "review.csv", "--kind", "sms"];
  const answers = () => (dir.exists("ack.csv") ? dir.lines("ack.csv").slice(1) : []);
  const alta = () => dir.write("in.csv", `From,To,Body,DateSent\n${PHONE},2222-0000,ALTA,2026-11-21T10:00:00-06:00\n`);

  test.each(["any", "sms"])("on %s is not acknowledged, and what bars is said", async (channel) => {
    dir.write("review.csv", REVIEWS + waits(channel));
    alta();
    const text = await said([...IMPORT, "--ack", "ack.csv"]);
    expect(text).toContain("1 number has an opt-in and is still opted out");
    expect(text).toMatch(/a review waits for a decision \(\w+\), event w1/);
    expect(text).not.toContain("registry add NUMBER");
    expect(answers()).toEqual([]);
  });

  test("on another channel is acknowledged", async () => {
    dir.write("review.csv", REVIEWS + waits("call"));
    alta();
    await said([...IMPORT, "--ack", "ack.csv"]);
    expect(answers()).toHaveLength(1);
  });

  test("is not acknowledged as a message that is followed either", async () => {
    dir.write("review.csv", REVIEWS + waits("any"));
    alta();
    const run = await dir.ok([...IMPORT, "--follow", "--json"]);
    expect(JSON.parse(run.out)).toMatchObject({
      action: "opt-in",
      message: null,
      still_barred: [{ event: "w1", channel: "any" }],
    });
  });

  test("is not acknowledged where it is the decision on another one of them", async () => {
    const decided = waits("sms").replace("w1", "w2").replace(",review,", ",opt-in,").replace("quizas", "alta si");
    dir.write("review.csv", REVIEWS + waits("any") + decided);
    await said(["registry", "import", "review.csv", "--registry", "r.csv", "--kind", "reviewed", "--ack", "ack.csv"]);
    expect(answers()).toEqual([]);
  });
});
