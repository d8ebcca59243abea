// Numbers that a message names beside its sender's: each waits for a decision of its own, and bars meanwhile, however the
// message came and whatever it asks for.

import { beforeEach, describe, expect, test } from "vitest";
import { openLedger } from "../../src/registry/ledger.js";
import type { LedgerEvent } from "../../src/registry/ledger-event.js";
import { LiveRun } from "../support/live-run.js";
import { Workdir } from "../support/workdir.js";

const X = "+50371000003";
const AT = "2026-11-24T08:00:00-06:00";
const INTO = ["--registry", "r.csv", "--review", "review.csv"];

let dir: Workdir;
beforeEach(() => {
  dir = new Workdir();
});

const waiting = (): readonly LedgerEvent[] =>
  dir.exists("review.csv") ? openLedger(dir.at("review.csv"), "reviews").events : [];
const recorded = (): readonly LedgerEvent[] =>
  dir.exists("r.csv") ? openLedger(dir.at("r.csv"), "registry").events : [];
const shown = ({ phone, action, channel }: LedgerEvent) => `${phone} ${action} ${channel}`;
const named = () => waiting().flatMap(({ phone, reason }) => (reason === "named-number" ? [phone] : []));

async function take(kind: string, content: string, ...more: string[]) {
  dir.write("in.csv", content);
  return dir.run(["registry", "import", "in.csv", ...INTO, "--kind", kind, ...more]);
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const sms = (text: string) => `From,To,Body,DateSent\n${X},2222-0000,${quoted(text)},${AT}\n`;

/** A person writes a word into the action column of the rows of these phones. */
async function decide(word: string, ...phones: string[]) {
  let rows = dir.text("review.csv");
  for (const phone of phones)
    rows = rows.replace(new RegExp(`(,${phone.replace("+", "\\+")}),(?:review|request),`, "g"), `$1,${word},`);
  dir.write("review.csv", rows);
  const run = await dir.ok("registry import review.csv --registry r.csv --kind reviewed");
  return run;
}

const bars = async (number: string) => {
  const lists = ["r.csv", "review.csv"].filter((name) => dir.exists(name));
  const trusted = lists.flatMap((name) => ["--allow-empty", name]);
  const { code } = await dir.run(["check", number, ...trusted, "-s", ...lists]);
  expect([0, 1]).toContain(code);
  return code === 1;
};

describe("a number that a message names", () => {
  test("is not decided by a decision about the sender, nor the sender by one about it", async () => {
    (await take("sms", sms("Dar de baja al 7111-2234 por favor y al 7111-2235"))).mustExit(0);
    const all = waiting().map(({ phone }) => phone);
    expect(all).toEqual([X, "+50371112234", "+50371112235"]);
    await decide("otro", X);
    expect(waiting().map(({ phone }) => phone)).toEqual(["+50371112234", "+50371112235"]);
    await decide("baja", "+50371112234");
    expect(await bars("7111-2235")).toBe(true);
    expect(recorded().map(shown)).toEqual([`${X} settled sms`, "+50371112234 opt-out any"]);
    await decide("otro", "+50371112235");
    expect([await bars("7100-0003"), await bars("7111-2234"), await bars("7111-2235")]).toEqual([false, true, false]);
    const history = await dir.run("registry history 7111-2234 --registry r.csv");
    expect(history.out).toContain("reviewed: named-number");
  });

  test("is asked about once, decided or not, and again where another message of that day names it", async () => {
    const form = (text: string) => `fecha,telefono,solicitud,comentario\n2026-11-24,7100-0003,Baja,${text}\n`;
    (await take("form", form("mi esposa es la del 7111-2244"))).mustExit(0);
    (await take("form", form("mi esposa es la del 7111-2244"))).mustExit(0);
    expect(named()).toEqual(["+50371112244"]);
    await decide("otro", "+50371112244");
    (await take("form", form("mi esposa es la del 7111-2244"))).mustExit(0);
    expect(named()).toEqual([]);
    (await take("form", form("tampoco le escriban al 7111-2244"))).mustExit(0);
    expect(named()).toEqual(["+50371112244"]);
    await decide("otro", "+50371112244");
    (await take("form", form("tampoco le escriban al 7111-2244"))).mustExit(0);
    expect(named()).toEqual([]);
    expect(recorded().filter(({ phone }) => phone === "+50371112244").length).toBe(2);
  });

  test("is acknowledged only when it is decided, and never learns who wrote", async () => {
    dir.write(
      "t.json",
      JSON.stringify({ es: { "opt-out-any": "Listo. Consultas: {sender}.", "opt-out": "Listo {sender}." } }),
    );
    const acks = ["--ack", "acks.csv", "--ack-template", "t.json"];
    (await take("sms", sms("Baja para este numero y para el 7111-2244"), ...acks)).mustExit(0);
    expect(dir.text("acks.csv").match(/^\+\d+/gm)).toEqual([X]);
    dir.write("review.csv", dir.text("review.csv").replace(",review,", ",baja,"));
    const args = ["registry", "import", "review.csv", "--registry", "r.csv", "--kind", "reviewed", ...acks];
    await dir.ok(args);
    const [, , line] = dir.text("acks.csv").split("\n");
    expect(line).toMatch(/^\+50371112244,any,es,/);
    expect(line).not.toContain("71000003");
  });

  test("refuses the import where there is no place for reviews, and says how many wait", async () => {
    dir.write("in.csv", `${sms("BAJA este y el 7111-2244")}7100-0004,2222-0000,gracias 7111-2245,${AT}\n`);
    const args = ["registry", "import", "in.csv", "--registry", "r.csv", "--kind", "sms"];
    const refused = await dir.ends(6, [...args, "--lang", "en"]);
    expect(refused.stderr).toContain("2 records need a person to decide");
    expect(refused.stderr).toContain("Add --review REVIEW.csv");
    const spanish = await dir.run([...args, "--lang", "es"]);
    expect(spanish.stderr).toContain("decidir sobre 2 filas");
    expect(dir.exists("r.csv")).toBe(false);
    expect(refused.stderr + spanish.stderr).not.toMatch(/7111/);
  });

  test("is counted in the summary, in both languages", async () => {
    const english = await take("sms", sms("Baja para este numero y para el 7111-2244"), "--lang", "en");
    expect(english.stderr).toMatch(/to review +1\n +of these, numbers that a message names +1/);
    dir = new Workdir();
    const spanish = await take("sms", sms("Baja para este numero y para el 7111-2244"), "--lang", "es");
    expect(spanish.stderr).toMatch(/por revisar +1\n +de estos, números que un mensaje menciona +1/);
  });
});

describe("a range that a message names", () => {
  test("bars nobody where it is decided that it asked for nothing, and is asked about no more", async () => {
    const text = "gracias, del 7111-2200 al 7111-2202";
    (await take("sms", sms(text))).mustExit(0);
    await decide("otro", "7111-2200 al 7111-2202");
    expect([waiting(), await bars("7111-2200"), await bars("7111-2201")]).toEqual([[], false, false]);
    (await take("sms", sms(text))).mustExit(0);
    expect(named()).toEqual([]);
  });

  test.each(["alta", "baja"])("is not decided as %s, but number by number", async (word) => {
    (await take("sms", sms("no llamen del 7111-2200 al 7111-2202"))).mustExit(0);
    const range = "7111-2200 al 7111-2202";
    dir.write("review.csv", dir.text("review.csv").replace(`${range},review`, `${range},${word}`));
    const run = await dir.ends(3, "registry import review.csv --registry r.csv --kind reviewed");
    expect(run.stderr).toContain("not exactly one number");
    expect(named()).toEqual([range]);
  });

  test("stops every scrub where it is wider than a suppression list's may be", async () => {
    (await take("sms", sms("no llamen del 7100-0000 al 7199-9999"))).mustExit(0);
    await dir.ends(4, "check 7111-2200 -s review.csv");
    await dir.ends(1, "check 7111-2200 -s review.csv --max-range 1000000");
  });

  test("in a phone cell, a note of a call, a broken record and a message of an unknown shape", async () => {
    const calls = "telefono,resultado,observaciones\n7111-22XX,DNC,\n7100-0004,VENTA,no llamar a 7112-22**\n";
    (await take("call", calls)).mustExit(0);
    expect(named()).toEqual(["7111-2200 al 7111-2299", "7112-2200 al 7112-2299"]);
    (await take("sms", `From,To,Body\n${X},2222-0000,hola\n${X},2222-0000,baja,7113-22XX\n`)).mustExit(0);
    (
      await take("sms", `{"From":"${X}","To":"50322220000","Body":"hola"}\n{"who":"${X}","what":"baja 7114-22XX"}\n`)
    ).mustExit(0);
    for (const number of ["7113-2250", "7114-2250"]) expect(await bars(number), number).toBe(true);
  });
});

describe("a decision that comes back again", () => {
  const HEADER = "event,phone,action,channel,requested_at,recorded_at,source,sender,reason,evidence,message\n";
  const row = (id: string, phone: string, action: string, message: string) =>
    `${id},${phone},${action},sms,${AT},${AT},sms,+50322220000,unclear-message,a.csv:2,${message}\n`;

  test("adds nothing", async () => {
    const decided =
      HEADER + row("e1", X, "opt-out", "BAJA y 7111-2234") + row("e2", "+50371112234", "other", "BAJA y 7111-2234");
    for (let round = 0; round < 2; round++) {
      dir.write("review.csv", decided);
      await decide("baja", X);
      expect(waiting()).toEqual([]);
    }
    // The same message in an import.
    (await take("sms", sms("BAJA y 7111-2234"))).mustExit(0);
    expect(named()).toEqual(["+50371112234"]);
  });
});

describe("whom a message means, as it comes", () => {
  test("followed, each number has its answer, and nobody is told", async () => {
    const run = new LiveRun(dir, ["registry", "import", "-", ...INTO, "--kind", "sms", "--follow", "--json"]);
    run.write(
      `${JSON.stringify({ From: X, To: "+50322220000", Body: "Baja para este numero y para el 7111-2244", MessageSid: "S1" })}\n`,
    );
    const answer = JSON.parse(await run.next()) as Record<string, unknown>;
    expect(answer).toMatchObject({
      action: "opt-out",
      to: X,
      also: [{ action: "review", to: "+50371112244", message: null }],
    });
    run.write(`${JSON.stringify({ From: X, To: "+50322220000", Body: "gracias 7111-2245", MessageSid: "S2" })}\n`);
    expect(JSON.parse(await run.next())).toMatchObject({ action: "review", to: "+50371112245", message: null });
    expect(await run.end()).toBe(0);
    expect(named()).toEqual(["+50371112244", "+50371112245"]);
  });
});
