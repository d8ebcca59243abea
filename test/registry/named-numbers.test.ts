// Numbers that a message names beside its sender's: each waits for a decision of its own, and bars meanwhile, however the
// message came and whatever it asks for.

import { beforeEach, describe, expect, test } from "vitest";
import { messagesOf, RegistryDir } from "../support/registry-dir.js";

const X = "+50371000003";
const AT = "2026-11-24T08:00:00-06:00";

let dir: RegistryDir;
beforeEach(() => {
  dir = new RegistryDir();
});

const named = () => dir.reviews.flatMap(({ phone, reason }) => (reason === "named-number" ? [phone] : []));
const sms = (text: string) => messagesOf([X, text]);

describe("a number that a message names", () => {
  test("is asked about once, decided or not, and again where another message of that day names it", async () => {
    const form = (text: string) => `fecha,telefono,solicitud,comentario\n2026-11-24,7100-0003,Baja,${text}\n`;
    await dir.take("form", form("mi esposa es la del 7111-2244"));
    await dir.take("form", form("mi esposa es la del 7111-2244"));
    expect(named()).toEqual(["+50371112244"]);
    await dir.decide("otro", "+50371112244");
    await dir.take("form", form("mi esposa es la del 7111-2244"));
    expect(named()).toEqual([]);
    await dir.take("form", form("tampoco le escriban al 7111-2244"));
    expect(named()).toEqual(["+50371112244"]);
    await dir.decide("otro", "+50371112244");
    await dir.take("form", form("tampoco le escriban al 7111-2244"));
    expect(named()).toEqual([]);
    expect(dir.events.filter(({ phone }) => phone === "+50371112244").length).toBe(2);
  });

  test("is acknowledged only when it is decided, and never learns who wrote", async () => {
    dir.write(
      "t.json",
      JSON.stringify({ es: { "opt-out-any": "Listo. Consultas: {sender}.", "opt-out": "Listo {sender}." } }),
    );
    const acks = ["--ack", "acks.csv", "--ack-template", "t.json"];
    await dir.take("sms", sms("Baja para este numero y para el 7111-2244"), ...acks);
    expect(dir.text("acks.csv").match(/^\+\d+/gm)).toEqual([X]);
    dir.write("v.csv", dir.text("v.csv").replace(",review,", ",baja,"));
    const args = ["registry", "import", "v.csv", "--registry", "r.csv", "--kind", "reviewed", ...acks];
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
    const english = await dir.take("sms", sms("Baja para este numero y para el 7111-2244"), "--lang", "en");
    expect(english.stderr).toMatch(/to review +1\n +of these, numbers that a message names +1/);
    dir = new RegistryDir();
    const spanish = await dir.take("sms", sms("Baja para este numero y para el 7111-2244"), "--lang", "es");
    expect(spanish.stderr).toMatch(/por revisar +1\n +de estos, números que un mensaje menciona +1/);
  });
});

describe("a range that a message names", () => {
  test("bars nobody where it is decided that it asked for nothing, and is asked about no more", async () => {
    const text = "gracias, del 7111-2200 al 7111-2202";
    await dir.take("sms", sms(text));
    await dir.decide("otro", "7111-2200 al 7111-2202");
    expect([dir.reviews, await dir.bars("7111-2200"), await dir.bars("7111-2201")]).toEqual([[], false, false]);
    await dir.take("sms", sms(text));
    expect(named()).toEqual([]);
  });

  test.each(["alta", "baja"])("is not decided as %s, but number by number", async (word) => {
    await dir.take("sms", sms("no llamen del 7111-2200 al 7111-2202"));
    const range = "7111-2200 al 7111-2202";
    dir.write("v.csv", dir.text("v.csv").replace(`${range},review`, `${range},${word}`));
    const run = await dir.ends(3, "registry import v.csv --registry r.csv --kind reviewed");
    expect(run.stderr).toContain("not exactly one number");
    expect(named()).toEqual([range]);
  });

  test("stops every scrub where it is wider than a suppression list's may be", async () => {
    await dir.take("sms", sms("no llamen del 7100-0000 al 7199-9999"));
    await dir.ends(4, "check 7111-2200 -s v.csv");
    await dir.ends(1, "check 7111-2200 -s v.csv --max-range 1000000");
  });

  test("in a phone cell, a note of a call, a broken record and a message of an unknown shape", async () => {
    const calls = "telefono,resultado,observaciones\n7111-22XX,DNC,\n7100-0004,VENTA,no llamar a 7112-22**\n";
    await dir.take("call", calls);
    expect(named()).toEqual(["7111-2200 al 7111-2299", "7112-2200 al 7112-2299"]);
    await dir.take("sms", `From,To,Body\n${X},2222-0000,hola\n${X},2222-0000,baja,7113-22XX\n`);
    await dir.take("sms", `{"From":"${X}","To":"50322220000","Body":"hola"}\n{"who":"${X}","what":"baja 7114-22XX"}\n`);
    for (const number of ["7113-2250", "7114-2250"]) expect(await dir.bars(number), number).toBe(true);
  });
});

const HEADER = "event,phone,action,channel,requested_at,recorded_at,source,sender,reason,evidence,message\n";
const row = (id: string, phone: string, action: string, message: string) =>
  `${id},${phone},${action},sms,${AT},${AT},sms,+50322220000,unclear-message,a.csv:2,${message}\n`;

test("a decision that comes back again adds nothing", async () => {
  const decided =
    HEADER + row("e1", X, "opt-out", "BAJA y 7111-2234") + row("e2", "+50371112234", "other", "BAJA y 7111-2234");
  for (let round = 0; round < 2; round++) {
    dir.write("v.csv", decided);
    await dir.decide("baja", X);
    expect(dir.reviews).toEqual([]);
  }
  // The same message in an import.
  await dir.take("sms", sms("BAJA y 7111-2234"));
  expect(named()).toEqual(["+50371112234"]);
});
