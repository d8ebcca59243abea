// An event that was recorded by mistake is taken back: it stands until then, and is from then on as if it had never been.

import { appendFileSync, readFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { openSuppression } from "../../src/library/index.js";
import { HEADER, OTHER, PHONE } from "../support/registry-dir.js";
import { Workdir } from "../support/workdir.js";

let dir: Workdir;
beforeEach(() => {
  dir = new Workdir();
});

interface Row {
  id?: string;
  phone?: string;
  action?: string;
  channel?: string;
  at?: string;
  recorded?: string;
  evidence?: string;
  source?: string;
}

function rowOf({
  id = "e1",
  phone = PHONE,
  action = "opt-out",
  channel = "any",
  at = "2026-03-01T10:00:00-06:00",
  recorded = "2026-03-01T10:00:00-06:00",
  source = "sms",
  evidence = "a.csv:2",
}: Row): string {
  return `${[id, phone, action, channel, at, recorded, source, "", "message", evidence].join(",")}\n`;
}

function registry(...rows: Row[]): void {
  dir.write("r.csv", HEADER + rows.map(rowOf).join(""));
}

function taking(id: string, recorded: string, more: Row = {}): Row {
  return { id: `v-${id}`, action: "void", at: recorded, recorded, source: "manual", evidence: `event:${id}`, ...more };
}

const KEEP = { id: "k1", phone: "+50379999999" };
const VOIDED = [KEEP, { id: "e1" }, taking("e1", "2026-04-01T10:00:00-06:00")];

/** By every way to ask it is the same: laws/taken-back.test.ts. */
const isBarred = async (phone = PHONE) => (await dir.run(["check", phone, "-s", "r.csv"])).code === 1;

const take = (...ids: string[]) =>
  dir.run(["registry", "void", ...ids, "--registry", "r.csv", "--reason", "wrong number"]);

describe("a void takes nothing back", () => {
  test("that names no event: as an unknown action it is an opt-out, and the ledger's commands refuse its line", async () => {
    registry(KEEP, { id: "e1" }, taking("e1", "2026-04-01T10:00:00-06:00", { evidence: "" }));
    expect(await isBarred()).toBe(true);
    const run = await dir.ends(4, ["registry", "history", PHONE, "--registry", "r.csv"]);
    expect(run.stderr).toContain("r.csv, line 4");
  });

  test("in another list than the event's", async () => {
    registry(KEEP, { id: "e1" });
    dir.write("s.csv", HEADER + rowOf(KEEP) + rowOf(taking("e1", "2026-04-01T10:00:00-06:00")));
    expect((await dir.run(["check", PHONE, "-s", "r.csv", "s.csv"])).code).toBe(1);
  });

  test("in a list that is no registry, where the word is unknown and counts as an opt-out", async () => {
    dir.write("l.csv", `telefono,accion\n${PHONE},void\n79999999,baja\n`);
    expect((await dir.run(["check", PHONE, "-s", "l.csv"])).code).toBe(1);
  });
});

describe("registry void", () => {
  test("adds one row that names the event, and says what it took back and how to go on", async () => {
    registry(KEEP, { id: "e1", channel: "sms" });
    const run = await take("e1");
    run.mustExit(0);
    expect(run.stderr).toContain("events taken back  1");
    expect(run.stderr).not.toMatch(/7000-?1234/);
    const lines = dir.lines("r.csv");
    expect(lines).toHaveLength(4);
    expect(lines[3]).toMatch(/^[0-9a-f-]{36},\+50370001234,void,sms,20[^,]+,20[^,]+,manual,,wrong number,event:e1$/);
    expect(await isBarred()).toBe(false);
  });

  test("of an event that is taken back already says so, and writes nothing", async () => {
    registry(...VOIDED);
    const before = dir.read("r.csv");
    const run = await take("e1");
    run.mustExit(0);
    expect(run.stderr).toMatch(/already taken back before +1/);
    expect(dir.read("r.csv").equals(before)).toBe(true);
  });

  const refused: [what: string, ids: string[], say: string][] = [
    ["an unknown id", ["e1", "e9"], "registry history NUMBER"],
    ["what takes an event back itself", ["v-e1"], "registry add NUMBER"],
  ];
  for (const [what, ids, say] of refused)
    test(`refuses ${what}, and writes nothing`, async () => {
      registry(...VOIDED);
      const before = dir.read("r.csv");
      const run = await take(...ids);
      run.mustExit(2);
      expect(run.stderr).toContain(say);
      expect(dir.read("r.csv").equals(before)).toBe(true);
    });

  test("refuses an id that several events have", async () => {
    registry({ id: "e1" }, { id: "e1", phone: OTHER });
    (await take("e1")).mustExit(2);
  });

  test("refuses to go on without a reason, an id, or the registry", async () => {
    registry(...VOIDED);
    await dir.ends(2, "registry void e1 --registry r.csv");
    await dir.ends(2, "registry void --registry r.csv --reason x");
    await dir.ends(4, "registry void e1 --registry nowhere.csv --reason x");
    expect(dir.exists("nowhere.csv")).toBe(false);
  });

  test("says which other events bar the number, and what would lift each", async () => {
    registry({ id: "e1" }, { id: "e2", channel: "sms" }, { id: "e3", channel: "call", at: "" });
    const { stderr } = await take("e1");
    expect(stderr).toContain("1 of these numbers is opted out by other events");
    expect(stderr).toContain("opted out (sms) since 2026-03-01T10:00:00-06:00, event e2");
    expect(stderr).toContain("svscrub registry add NUMBER --registry r.csv --action opt-in --channel sms");
    expect(stderr).toContain("svscrub registry void e2 --registry r.csv --reason TEXT");
    expect(stderr).toContain("svscrub registry void e3 --registry r.csv --reason TEXT");
    expect(stderr).not.toContain("void e1");
  });

  test("keeps the same event taken back when it is imported once more, and records anew what has no date", async () => {
    const replies = (date: string) => dir.write("in.csv", `from,body,date\n${PHONE},STOP,${date}\n`);
    const take_in = ["registry", "import", "in.csv", "--registry", "r.csv", "--kind", "sms"];
    for (const [date, isOut] of [
      ["2026-03-01T10:00:00-06:00", false],
      ["", true],
    ] as const) {
      dir = new Workdir();
      replies(date);
      await dir.ok(take_in);
      const id = dir.text("r.csv").split("\n")[1]!.split(",")[0]!;
      (await take(id)).mustExit(0);
      await dir.ok([...take_in]);
      expect((await dir.run(["check", PHONE, "-s", "r.csv", "--allow-empty", "r.csv"])).code).toBe(isOut ? 1 : 0);
    }
  });
});

describe("what else reads a registry with a void", () => {
  test("an export is without it, and one since an event says that it is gone, in every form", async () => {
    registry(...VOIDED);
    const exported = async (...more: string[]) =>
      (await dir.run(["registry", "export", "--registry", "r.csv", ...more])).out;
    expect(await exported()).not.toContain(PHONE);
    expect(await exported("--since", "e1")).toBe(
      `event,phone,channel,action,requested_at,recorded_at,evidence\nv-e1,${PHONE},any,void,2026-04-01T10:00:00-06:00,2026-04-01T10:00:00-06:00,event:e1\n`,
    );
    expect(await exported("--since", "e1", "--channel", "sms")).toContain("void");
    const json = JSON.parse(await exported("--since", "e1", "--format", "json")) as { stands: []; voids: unknown[] };
    expect(json.stands).toEqual([]);
    expect(json.voids).toEqual([expect.objectContaining({ event: "v-e1", action: "void", evidence: "event:e1" })]);
    expect(await exported("--since", "e1", "--hash", "sha256")).toContain(",void,");
    // As a suppression list it bars nobody, and lifts nothing of another one.
    await exported("--since", "e1", "-o", "since.csv");
    expect((await dir.run(["check", PHONE, "-s", "since.csv", "--allow-empty", "since.csv"])).code).toBe(0);
  });

  test("a scrub is verified as it was, before and after the void", async () => {
    registry(KEEP, { id: "e1" });
    dir.write("list.csv", `id,telefono\n1,${PHONE}\n2,79999998\n`);
    await dir.ok("list.csv -s r.csv -o before.csv");
    await dir.ok("registry void e1 --registry r.csv --reason x");
    await dir.ok("list.csv -s r.csv -o after.csv");
    expect(dir.text("before.csv")).not.toContain(PHONE);
    expect(dir.text("after.csv")).toContain(PHONE);
    for (const report of ["before.audit.json", "after.audit.json"]) await dir.ok(["verify", report, "-s", "r.csv"]);
  });

  test("check --follow and an open library notice it, and what comes behind it", async () => {
    registry(KEEP, { id: "e1" });
    const live = await openSuppression({ lists: [dir.at("r.csv")] });
    expect(live.check(PHONE).may_contact).toBe(false);
    await dir.ok("registry void e1 --registry r.csv --reason x");
    await live.refresh();
    expect(live.check(PHONE).may_contact).toBe(true);
    await dir.ok(["registry", "add", PHONE, "--registry", "r.csv"]);
    await live.refresh();
    expect(live.check(PHONE).may_contact).toBe(false);
    // An opt-in with the name of one that is taken back lifts nothing, though it comes later.
    appendFileSync(dir.at("r.csv"), rowOf(taking("late", "2026-04-01T10:00:00-06:00", { phone: KEEP.phone })));
    await live.refresh();
    const optIn = { id: "late", phone: KEEP.phone, action: "opt-in", at: "2026-03-05T10:00:00-06:00" };
    appendFileSync(dir.at("r.csv"), rowOf(optIn));
    await live.refresh();
    expect(live.check(KEEP.phone).may_contact).toBe(false);
    live.close();
  });
});

const IMPORT = "registry import r.csv.in --registry r.csv --review v.csv --kind sms".split(" ");
const CHECK = ["check", "70222222", "-s", "r.csv", "v.csv", "--allow-empty", "v.csv"];

/** Returns the id of the event that a person decided so. */
async function decide(action: string): Promise<string> {
  dir.write("r.csv", HEADER + rowOf(KEEP));
  dir.write("r.csv.in", "from,message,date\n7022-2222,NO,2026-11-20 10:05\n");
  await dir.ok(IMPORT);
  dir.write("v.csv", dir.text("v.csv").replace(",review,", `,${action},`));
  await dir.ok("registry import v.csv --registry r.csv --kind reviewed");
  return dir.lines("r.csv").at(-1)!.split(",")[0]!;
}

test.each(["settled", "opt-in", "opt-out"])(
  "a decision of a review %s is not taken back: the message that waited barred until then",
  async (action) => {
    const id = await decide(action);
    const before = dir.text("r.csv");
    const run = await take(id);
    run.mustExit(2);
    expect(run.stderr).toContain("registry add");
    expect(run.stderr).not.toContain("7022");
    expect(dir.text("r.csv")).toBe(before);
    // Nor where it is erased, so that only its mark tells of it.
    await dir.ok("registry erase 70222222 --registry r.csv");
    (await take(id)).mustExit(2);
    expect((await dir.run(CHECK)).code).toBe(action === "opt-out" ? 1 : 0);
  },
);

test("an opt-out that is typed again within the second in which it was taken back is recorded", async () => {
  const add = () => dir.run(["registry", "add", PHONE, "--registry", "r.csv"]);
  for (let i = 0; i < 4; i++) {
    (await add()).mustExit(0);
    const ids = dir.text("r.csv").match(/^[^,]+(?=,[^,]+,opt-out)/gm)!;
    expect(ids).toHaveLength(i + 1);
    await dir.ok(["registry", "void", ids.at(-1)!, "--registry", "r.csv", "--reason", "wrong"]);
  }
  (await add()).mustExit(0);
  expect(await isBarred()).toBe(true);
});

test.each([
  ["void", "e1"],
  ["add", PHONE],
])("a reason with a number is refused, and nothing is recorded: %s", async (...command) => {
  registry(KEEP, { id: "e1" });
  const before = readFileSync(dir.at("r.csv"), "utf8");
  const run = await dir.ends(2, ["registry", ...command, "--registry", "r.csv", "--reason", "era el 7033-3333"]);
  expect(run.stderr).toContain("the reason holds a phone number");
  expect(readFileSync(dir.at("r.csv"), "utf8")).toBe(before);
});

describe("a void whose date is in the future", () => {
  const FUTURE = "2099-01-01T10:00:00-06:00";
  const optIn = { id: "e2", action: "opt-in", at: "2026-03-02T10:00:00-06:00" };

  test("takes an opt-in back at once, as an opt-out of the future stands at once", async () => {
    registry(KEEP, { id: "e1" }, optIn, taking("e2", FUTURE));
    expect(await isBarred()).toBe(true);
    const live = await openSuppression({ lists: [dir.at("r.csv")] });
    expect(live.check(PHONE).may_contact).toBe(false);
    live.close();
    // Nobody had said it at that moment.
    expect((await dir.run(["check", PHONE, "-s", "r.csv", "--at", "2026-03-05T10:00:00-06:00"])).code).toBe(0);
  });

  test("takes an opt-out back only then", async () => {
    registry(KEEP, { id: "e1" }, taking("e1", FUTURE));
    expect(await isBarred()).toBe(true);
  });
});
