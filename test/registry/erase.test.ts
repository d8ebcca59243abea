// Of a person who is erased only what bars them is left, in the registry and in the reviews; and whoever reads either goes on.

import { chmodSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { openSuppression } from "../../src/library/index.js";
import { LiveRun } from "../support/live-run.js";
import { ASKED_AT, ASKED_LATER, HEADER, OTHER, PHONE } from "../support/registry-dir.js";
import { Workdir } from "../support/workdir.js";

let dir: Workdir;
beforeEach(() => {
  dir = new Workdir();
});

const OTHERS = `o1,${OTHER},opt-out,any,${ASKED_AT},${ASKED_AT},sms,+50322223333,"said ""no"", twice",a.csv:9\n`;
const OWN =
  `e1,${PHONE},opt-out,sms,${ASKED_AT},${ASKED_AT},sms,+50322223333,message,a.csv:2\n` +
  `e2,${PHONE},opt-in,sms,2026-03-02,${ASKED_AT},call,,asked Ana,b.csv:3\n`;
const VOID = `v1,${PHONE},void,sms,${ASKED_LATER},${ASKED_LATER},manual,,wrong Ana,event:e2\n`;
const NAMED = `n1,${OTHER},opt-out,any,${ASKED_AT},${ASKED_AT},reviewed,${PHONE},reviewed named-number,r.csv:4\n`;

const WEBHOOK = { From: PHONE, To: "+50322220000", MessageSid: "SM0123456789abcdef0123456789abcdef" };
const FOLLOW = "registry import - --registry r.csv --review review.csv --follow --kind sms".split(" ");

const erase = (...more: string[]) => dir.run(["registry", "erase", ...more, "--registry", "r.csv"]);
const text = (name = "r.csv") => dir.text(name);

describe("registry erase", () => {
  test("leaves number, action, channel, dates and ids, what takes an event back, and every other line as it was", async () => {
    dir.write("r.csv", HEADER + OTHERS + OWN + VOID + NAMED);
    const run = await erase("7000-1234");
    run.mustExit(0);
    expect(text()).toBe(
      `${HEADER}${OTHERS}e1,${PHONE},opt-out,sms,${ASKED_AT},${ASKED_AT},,,,\ne2,${PHONE},opt-in,sms,2026-03-02,${ASKED_AT},,,,\n` +
        `v1,${PHONE},void,sms,${ASKED_LATER},${ASKED_LATER},,,,event:e2\n${NAMED.replace(`,${PHONE},`, ",,")}`,
    );
    expect(run.stderr).toMatch(/people found +1\n.*go on counting +3\n.*was removed +4\n/);
    expect(run.stderr).not.toMatch(/7000-?1234/);
    expect((await dir.run(["check", PHONE, "-s", "r.csv"])).code).toBe(1);
  });

  test("a second time finds nothing more, and writes nothing", async () => {
    dir.write("r.csv", HEADER + OTHERS + OWN);
    (await erase(PHONE)).mustExit(0);
    const { ino } = statSync(dir.at("r.csv"));
    (await erase(PHONE)).mustExit(0);
    expect(statSync(dir.at("r.csv")).ino).toBe(ino);
  });

  test("of a line without a line end, of one in quotes, and behind a line that a killed run left", async () => {
    dir.write("r.csv", HEADER + OTHERS + OWN.trimEnd());
    (await erase(PHONE)).mustExit(0);
    expect(text()).toMatch(/^e2,\+50370001234,opt-in,sms,2026-03-02,[^,]+,,,,\n$/m);
    dir.write("r.csv", `${HEADER}${OWN.replaceAll(PHONE, `"${PHONE}"`)}e9,${PHONE},opt-o`);
    const run = await erase(PHONE);
    run.mustExit(0);
    expect(run.stderr).toContain("left line 4 unfinished");
    expect(text().split("\n")).toHaveLength(4);
    expect(text()).not.toMatch(/Ana|e9/);
  });

  test("keeps the file's mode, and writes through a link", async () => {
    dir.write("real.csv", HEADER + OWN);
    chmodSync(dir.at("real.csv"), 0o640);
    symlinkSync("real.csv", dir.at("r.csv"));
    (await erase(PHONE)).mustExit(0);
    expect(statSync(dir.at("real.csv")).mode & 0o777).toBe(0o640);
    expect(text("real.csv")).not.toContain("Ana");
    expect(dir.list()).toEqual(["r.csv", "real.csv"]);
  });

  test("says which numbers are not there, and what is not a number or not a registry it refuses", async () => {
    dir.write("r.csv", HEADER + OTHERS);
    const run = await erase(PHONE);
    run.mustExit(0);
    expect(run.stderr).toContain("1 of these numbers has no event in this registry");
    (await erase("seven")).mustExit(2);
    (await erase()).mustExit(2);
    await dir.ends(4, ["registry", "erase", PHONE, "--registry", "nowhere.csv"]);
    (await erase(PHONE, "--review", "nowhere.csv")).mustExit(4);
    (await erase(PHONE, "--review", "r.csv")).mustExit(2);
  });

  test("takes out of the reviews what a person wrote, also about others, and the rows bar on", async () => {
    const review = HEADER.replace("\n", ",message\n");
    const own = `q1,${PHONE},request,any,${ASKED_AT},${ASKED_AT},sms,,request-erasure,m.csv:2#0123456789abcdef,"borren a Ana, ya"\n`;
    const named = `q2,${OTHER},review,any,${ASKED_AT},${ASKED_AT},sms,${PHONE},named-number,m.csv:2,y a Eva\n`;
    const else_ = `q3,+50370001236,review,any,${ASKED_AT},${ASKED_AT},sms,,unclear-message,m.csv:3,quizas\n`;
    dir.write("r.csv", HEADER + OWN);
    dir.write("review.csv", review + own + named + else_);
    const run = await erase(PHONE, "--review", "review.csv");
    run.mustExit(0);
    expect(text("review.csv")).toBe(
      `${review}q1,${PHONE},request,any,${ASKED_AT},${ASKED_AT},,,request-erasure,#0123456789abcdef,\nq2,${OTHER},review,any,${ASKED_AT},${ASKED_AT},sms,,named-number,m.csv:2,\n${else_}`,
    );
    for (const phone of [PHONE, OTHER]) expect((await dir.run(["check", phone, "-s", "review.csv"])).code).toBe(1);
    // What waits can still be decided.
    dir.write("review.csv", text("review.csv").replace(",request,any", ",answered,any"));
    await dir.ok("registry import review.csv --registry r.csv --kind reviewed");
    expect(text("review.csv")).not.toContain("q1");
  });
});

describe("after an erasure", () => {
  test("an old file that is imported again adds nothing of what is known", async () => {
    dir.write("in.csv", `from,body,date\n${PHONE},STOP,2026-03-01 10:00\n${OTHER},STOP,2026-03-01 10:00\n`);
    const take = ["registry", "import", "in.csv", "--registry", "r.csv", "--kind", "sms"];
    await dir.ok(take);
    (await erase(PHONE)).mustExit(0);
    const before = text();
    await dir.ok(take);
    expect(text()).toBe(before);
  });

  test("an opt-in without a date that comes again is known by its provider's name, and lifts no opt-out that came between", async () => {
    dir.write("r.csv", HEADER + OTHERS);
    const stdin = `${JSON.stringify({ ...WEBHOOK, Body: "ALTA" })}\n`;
    await dir.ok(FOLLOW, { stdin });
    expect(text()).toContain(`${PHONE},opt-in,sms`);
    (await erase(PHONE)).mustExit(0);
    await dir.ok(["registry", "add", PHONE, "--registry", "r.csv", "--channel", "sms"]);
    const before = text();
    await dir.ok(FOLLOW, { stdin });
    expect(text()).toBe(before);
    expect(before).not.toMatch(/ALTA|SM0123|,message,/);
    expect((await dir.run(["check", PHONE, "-s", "r.csv"])).code).toBe(1);
  });

  test("a message that waits and comes again is known: decided twice, it would count anew", async () => {
    const line = `${JSON.stringify({ ...WEBHOOK, Body: "quizas despues les aviso" })}\n`;
    dir.write("r.csv", HEADER + OTHERS);
    await dir.ok(FOLLOW, { stdin: line });
    (await erase(PHONE, "--review", "review.csv")).mustExit(0);
    const waiting = text("review.csv");
    expect(waiting).toContain(`${PHONE},review`);
    expect(waiting).not.toContain("quizas");
    await dir.ok(FOLLOW, { stdin: line });
    expect(text("review.csv")).toBe(waiting);
  });

  test("check of an open library and a followed registry go on with the file that stands now", async () => {
    dir.write("r.csv", HEADER + OTHERS + OWN);
    const live = await openSuppression({ lists: [dir.at("r.csv")] });
    const follow = ["registry", "import", "-", "--registry", "r.csv", "--review", "review.csv", "--follow"];
    const run = new LiveRun(dir, [...follow, "--kind", "sms"]);
    run.write("From,To,Body,DateSent\n");
    await run.next();
    run.write("7000-1236,2222-0000,STOP,2026-11-24T08:00:00-06:00\n");
    await run.next();
    (await erase(PHONE)).mustExit(0);
    await live.refresh();
    expect(live.check(PHONE).may_contact).toBe(true);
    expect(live.check("7000-1236").may_contact).toBe(false);
    run.write("7000-1237,2222-0000,STOP,2026-11-24T08:00:00-06:00\n");
    await run.next();
    expect(await run.end()).toBe(0);
    await live.refresh();
    expect(live.check("7000-1237").may_contact).toBe(false);
    live.close();
    expect(text()).not.toContain("Ana");
    expect(text().trimEnd().split("\n")).toHaveLength(6);
  });

  test("verify says of an earlier scrub that an erasure may be why, and that it is not verified", async () => {
    dir.write("r.csv", HEADER + OTHERS + OWN);
    writeFileSync(dir.at("list.csv"), `id,telefono\n1,${OTHER}\n2,7999-9998\n`);
    await dir.ok("list.csv -s r.csv -o clean.csv");
    (await erase(PHONE)).mustExit(0);
    const run = await dir.ends(1, "verify clean.audit.json");
    expect(run.stdout + run.stderr).toContain("if somebody was erased since, that may be why");
  });

  test("an export since an event goes on where it was", async () => {
    dir.write("r.csv", HEADER + OTHERS + OWN);
    (await erase(OTHER)).mustExit(0);
    const run = await dir.ok("registry export --registry r.csv --since o1");
    expect(run.out).toContain("e2,");
    expect(run.out).not.toContain("o1,");
  });
});
