// Two branches' registries become one: each event once, with its id, its dates and its evidence, and what takes one back with it.

import { beforeEach, describe, expect, test } from "vitest";
import { ASKED_AT, ASKED_LATER, HEADER, OTHER, PHONE } from "../support/registry-dir.js";
import { Workdir } from "../support/workdir.js";

let dir: Workdir;
beforeEach(() => {
  dir = new Workdir();
});

const row = (id: string, phone: string, action: string, at = ASKED_AT, rest = "sms,+50322223333,message,a.csv:2") =>
  `${id},${phone},${action},any,${at},${at === "" ? ASKED_AT : at},${rest}\n`;
const taking = (id: string, event: string, phone = PHONE) =>
  row(id, phone, "void", ASKED_LATER, `manual,,wrong,event:${event}`);
const merge = (...others: string[]) => dir.run(["registry", "merge", ...others, "--registry", "r.csv"]);
const text = (name = "r.csv") => dir.text(name);
const isBarred = async (phone: string) => (await dir.run(["check", phone, "-s", "r.csv"])).code === 1;

describe("registry merge", () => {
  test("adds each event once, as it is, and a second time nothing", async () => {
    const [mine, both, theirs] = [
      row("e1", PHONE, "opt-out"),
      row("e2", OTHER, "opt-out"),
      row("e3", "+50370001236", "opt-out"),
    ];
    dir.write("r.csv", HEADER + mine + both);
    dir.write("s.csv", HEADER + both + theirs);
    dir.write("t.csv", HEADER + theirs);
    const run = await merge("s.csv", "t.csv");
    run.mustExit(0);
    expect(run.stderr).toMatch(/read +3\n +opt-outs recorded +1\n +already recorded +2\n/);
    expect(text()).toBe(HEADER + mine + both + theirs);
    (await merge("s.csv", "t.csv")).mustExit(0);
    expect(text()).toBe(HEADER + mine + both + theirs);
    expect(text("s.csv")).toBe(HEADER + both + theirs);
  });

  test("begins a registry, but not beside one of nearly its name", async () => {
    dir.write("santa-ana.csv", HEADER + row("e1", PHONE, "opt-out"));
    const run = await merge("santa-ana.csv");
    run.mustExit(0);
    expect(text()).toBe(text("santa-ana.csv"));
    await dir.ends(2, "registry merge r.csv --registry santa-anna.csv");
  });

  test("knows the same event by what it says where its id differs, and has a void name the one that stands here", async () => {
    dir.write("r.csv", HEADER + row("a", PHONE, "opt-out") + row("k", OTHER, "opt-out"));
    dir.write("s.csv", HEADER + row("b", PHONE, "opt-out", ASKED_AT, "sms,,message,other.csv:7") + taking("v", "b"));
    (await merge("s.csv")).mustExit(0);
    expect(text()).toBe(HEADER + row("a", PHONE, "opt-out") + row("k", OTHER, "opt-out") + taking("v", "a"));
    expect(await isBarred(PHONE)).toBe(false);
    const before = text();
    (await merge("s.csv")).mustExit(0);
    expect(text()).toBe(before);
  });

  describe("leaves nobody out whom an event of one registry still bars:", () => {
    const other = row("k", OTHER, "opt-out");
    const bare = (id: string, action = "opt-out", at = ASKED_AT) => row(id, PHONE, action, at, ",,,");
    const undated = (id: string) => row(id, PHONE, "opt-out", "");
    const scenes: [what: string, own: string, ...others: string[]][] = [
      [
        "asked again without a date, after the first was taken back",
        other,
        undated("b1") + taking("v", "b1") + undated("b2"),
      ],
      ["an undated one here, and there one that was taken back", undated("a1"), undated("b1") + taking("v", "b1")],
      ["the same from two others", other, undated("b1") + taking("v", "b1"), undated("c1")],
      ["the same in the other order", other, undated("c1"), undated("b1") + taking("v", "b1")],
      [
        "two of one day that were erased, of which one was taken back",
        other,
        bare("b1") + taking("v", "b1") + bare("b2"),
      ],
      [
        "an erased one here, and there a full one that was taken back",
        bare("a1"),
        row("b1", PHONE, "opt-out") + taking("v", "b1"),
      ],
      [
        "an opt-in that was taken back here, and was erased there",
        bare("o1", "opt-out", "2026-02-01T10:00:00-06:00") + row("a1", PHONE, "opt-in") + taking("v", "a1"),
        bare("b1", "opt-in"),
      ],
      [
        "an opt-in here, which was erased and taken back there",
        row("o1", PHONE, "opt-out", "2026-02-01T10:00:00-06:00") + row("a1", PHONE, "opt-in"),
        bare("b1", "opt-in") + taking("v", "b1"),
      ],
      [
        "an opt-in in another zone's time, which was taken back there",
        row("o1", PHONE, "opt-out", "2026-02-01T10:00:00-06:00") + row("a1", PHONE, "opt-in"),
        row("b1", PHONE, "opt-in", "2026-03-01T16:00:00Z") + taking("v", "b1"),
      ],
    ];
    for (const [what, own, ...others] of scenes)
      test(what, async () => {
        dir.write("r.csv", HEADER + own);
        for (const [at, lines] of others.entries()) dir.write(`o${at}.csv`, HEADER + lines);
        const names = others.map((_, at) => `o${at}.csv`);
        (await merge(...names)).mustExit(0);
        expect(await isBarred(PHONE)).toBe(true);
        (await merge(...names)).mustExit(0);
        expect(await isBarred(PHONE)).toBe(true);
      });
  });

  test("refuses a registry of which a copy broke off before its header ended", async () => {
    dir.write("r.csv", HEADER + row("k", OTHER, "opt-out"));
    for (const begun of ["", "event,phone,act"]) {
      dir.write("s.csv", begun);
      const run = await merge("s.csv");
      run.mustExit(4);
      expect(run.stderr).toContain("s.csv: is not a registry of svscrub");
    }
  });

  test("refuses a file that is no registry, one that is not there, and itself", async () => {
    dir.write("r.csv", HEADER + row("e1", PHONE, "opt-out"));
    dir.write("replies.csv", "from,body,date\n7000-1234,STOP,2026-01-01\n");
    dir.write("review.csv", HEADER.replace("\n", ",message\n"));
    (await merge("replies.csv")).mustExit(4);
    (await merge("review.csv")).mustExit(4);
    (await merge("nowhere.csv")).mustExit(4);
    (await merge("r.csv")).mustExit(2);
    (await merge()).mustExit(2);
    expect(text()).toBe(HEADER + row("e1", PHONE, "opt-out"));
  });

  test("says that a line which a killed run left unfinished is not taken in, and takes one that only lacks its end", async () => {
    dir.write("r.csv", HEADER + row("k", OTHER, "opt-out"));
    dir.write("s.csv", `${HEADER}${row("e1", PHONE, "opt-out")}e2,+503700`);
    const run = await merge("s.csv");
    run.mustExit(0);
    expect(run.stderr).toContain("s.csv: an interrupted run left line 3 unfinished");
    dir.write("s.csv", HEADER + row("e9", "+50370001239", "opt-out").trimEnd());
    (await merge("s.csv")).mustExit(0);
    expect(text()).toMatch(/\ne9,[^\n]+\n$/);
  });
});
