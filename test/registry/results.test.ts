// What calls and messages ended in: known results ask for nothing, unknown ones are listed once each, and the user says what they mean.

import { describe, expect, test } from "vitest";
import { Workdir } from "../support/workdir.js";

/** Imports a file. Returns what is recorded and what waits, as `70123450 opt-out`, and what is said. */
async function imported(csv: string, ...args: string[]) {
  const dir = new Workdir();
  dir.write("in.csv", csv);
  const files = ["--registry", "r.csv", "--review", "rev.csv"];
  const run = await dir.run(["registry", "import", "in.csv", "--kind", "call", ...files, ...args]);
  return { dir, stderr: run.stderr, events: () => [...eventsIn(dir, "r.csv"), ...eventsIn(dir, "rev.csv")] };
}

function eventsIn(dir: Workdir, file: string): string[] {
  const lines = dir.read(file).toString().trimEnd().split("\n").slice(1);
  return lines.map((line) => line.split(",").slice(1, 3).join(" ").replace("+503", ""));
}

const calls = (header: string, ...cells: string[]) =>
  `telefono,fecha,${header}\n${cells.map((cell, i) => `7012-345${i},2026-11-02,${cell}\n`).join("")}`;

describe("a result", () => {
  test.each([
    ...["No contesta", "cliente ocupado", "Buzón de voz", "VENTA", "Promesa de pago", "llamar más tarde"],
    ...["No Answer", "Answering Machine", "pendiente", "Entregado", ""],
  ])("that is known asks for nothing: %j", async (cell) => {
    const { stderr, events } = await imported(calls("resultado", cell));
    expect(events()).toEqual([]);
    expect(stderr).not.toContain("warning");
  });

  test.each([
    ["DNC", "opt-out"],
    ["no llamar", "opt-out"],
    ["no interesado", "review"],
    ["XYZ", "review"],
    ["B", "review"],
  ])("that asks, or may, is recorded or waits: %s", async (cell, action) => {
    expect((await imported(calls("resultado", cell))).events()).toEqual([`70123450 ${action}`]);
  });
});

describe("a dialer's code", () => {
  test.each([
    ["status,status_name", "NA,No Answer AutoDial", undefined],
    ["status,status_name", "B,Busy", undefined],
    ["status,status_name", "DNCL,DNC Hopper Match", "opt-out"],
    ["status,status_name", "NI,Not Interested", "review"],
    ["status,status_name", "PP,Promesa de pago", undefined],
    ["status,status_name", "XD,No llamar", "opt-out"],
    ["status,status_name", "XD,Algo raro", "review"],
    ["lead_id,status", "12,AFTHRS", undefined],
    ["lead_id,status", "12,QX", "review"],
  ])("of %s: %s", async (header, cells, action) => {
    const { events } = await imported(calls(header, cells));
    expect(events()).toEqual(action === undefined ? [] : [`70123450 ${action}`]);
  });

  test("of one letter is known beside one that is no initial", async () => {
    expect((await imported(calls("status", "B", "CALLBK"))).events()).toEqual([]);
  });
});

describe("unknown results", () => {
  const csv = calls("resultado", "Promesa Rota", "NO CONTESTA", "promesa rota", "XYZ", "DNC");

  test("are listed once each with the command that says what they mean, and only their rows wait", async () => {
    const { dir, stderr, events } = await imported(csv);
    expect(events()).toEqual(["70123454 opt-out", "70123450 review", "70123452 review", "70123453 review"]);
    expect(stderr.match(/Promesa Rota \(2\), XYZ \(1\)/g)).toHaveLength(1);
    const typed = /^ {2}svscrub (registry import .* --map .*)$/m.exec(stderr)?.[1] ?? "";
    const words = [...typed.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare!);
    const { code } = await dir.run(words);
    expect(code).toBe(0);
    expect(events()).toEqual(["70123454 opt-out"]);
  });

  test("that the user calls opt-outs are recorded, and wait on, and others wait no longer", async () => {
    const { dir, events } = await imported(csv);
    const files = ["--registry", "r.csv", "--review", "rev.csv", "--kind", "call"];
    await dir.run(["registry", "import", "in.csv", ...files, "--map", "promesa rota=opt-out", "--map", "xyz=other"]);
    const waiting = ["70123450 review", "70123452 review"];
    expect(events()).toEqual(["70123454 opt-out", "70123450 opt-out", "70123452 opt-out", ...waiting]);
  });

  test("are no words where they are numbers or notes", async () => {
    const { stderr } = await imported(
      calls("resultado", "7111-2244", "habló la esposa y dice que el señor anda de viaje"),
    );
    expect(stderr).not.toContain("7111");
    expect(stderr).not.toContain("esposa");
  });
});

test("ids are read neither for words nor for numbers", async () => {
  const dir = new Workdir();
  const ids = "SM70111111aa70222222,AC0070333333b,c7044-4444";
  dir.write(
    "in.csv",
    `From,To,Body,SentDate,Sid,AccountSid,correlation_id\n+50370123456,+15005550006,gracias,2026-11-02,${ids}\n`,
  );
  await dir.run(["registry", "import", "in.csv", "--kind", "sms", "--registry", "r.csv", "--review", "rev.csv"]);
  expect([...eventsIn(dir, "r.csv"), ...eventsIn(dir, "rev.csv")]).toEqual([]);
});

test("a word that the user explains settles no record that asks for more, and none of a doubtful number", async () => {
  const asks = "pide que ya no le llamen";
  const csv = `telefono,resultado,observaciones,fecha\n70123450,XQ,${asks},2026-11-02\n7O12 3451,XQ,,2026-11-02\n`;
  for (const [said, row] of [
    ["XQ=other", "70123450 review"],
    ["XQ=opt-out", "70123451 review"],
  ] as const) {
    const { dir } = await imported(csv);
    const files = ["--registry", "r.csv", "--review", "rev.csv"];
    await dir.run(["registry", "import", "in.csv", "--kind", "call", ...files, "--map", said]);
    expect(eventsIn(dir, "rev.csv"), said).toContain(row);
  }
});

test("the time of a column that is named as UTC is of UTC", async () => {
  const { dir } = await imported("telefono,resultado,fecha (UTC)\n70123450,no llamar,2026-11-02 03:00\n");
  expect(dir.read("r.csv").toString()).toContain(",2026-11-01T21:00-06:00,");
});
