// Columns of a phone list's own opt-outs that speak of one channel act on that channel: for a campaign by another they bar
// nobody, and a person is told. Whoever might be meant by every channel stays barred.

import { describe, expect, test } from "vitest";
import { Workdir } from "../support/workdir.js";

/** Whom a campaign by a channel may contact, by the columns' names and a record's cells for each person. */
async function scrubbed(channel: string, header: string, rows: Record<string, string>, ...options: string[]) {
  const dir = new Workdir();
  const records = Object.entries(rows).map(([name, cells], i) => `${name},7111-000${i + 1},${cells}`);
  dir.write("list.csv", `nombre,tel,${header}\n${records.join("\n")}\n`);
  dir.write("dnc.csv", "tel\n7999-9999\n");
  const run = await dir.run([
    ...["list.csv", "-s", "dnc.csv", "-o", "clean.csv", "--json", "--channel", channel],
    ...options,
  ]);
  run.mustExit(0);
  const clean = dir.read("clean.csv").toString().trimEnd().split("\n").slice(1);
  const { warnings } = JSON.parse(run.stdout.toString()) as { warnings: { code: string; values: string[] }[] };
  const told = warnings.filter(({ code }) => code === "opt-outs-of-another-channel").map(({ values }) => values[1]);
  return { kept: clean.map((row) => row.split(",")[0]), told };
}

describe("a column of one channel", () => {
  const perChannel = { Ana: "si,,", Bea: ",si,", Eva: ",,si", Luz: ",," };
  const header = "no_llamar,no_whatsapp,no_sms";

  test("bars for its own channel, and for a campaign by any", async () => {
    expect(await scrubbed("whatsapp", header, perChannel)).toEqual({
      kept: ["Ana", "Eva", "Luz"],
      told: ["no_llamar", "no_sms"],
    });
    expect(await scrubbed("call", header, perChannel)).toEqual({
      kept: ["Bea", "Eva", "Luz"],
      told: ["no_whatsapp", "no_sms"],
    });
    expect(await scrubbed("any", header, perChannel)).toEqual({ kept: ["Luz"], told: [] });
  });

  test("may be a consent, in whatever way its channel is written", async () => {
    const rows = { Ana: "no,si", Bea: "si,no", Luz: "si,si" };
    for (const header of [
      "acepta_sms,acepta_llamadas",
      "aceptaSMS,aceptaLlamadas",
      "¿Acepta mensajes de texto?,¿Acepta llamadas?",
      "SMS Consent,Call Consent",
      "Recibe SMS,Recibe llamadas telefónicas",
    ]) {
      expect([header, (await scrubbed("call", header, rows)).kept]).toEqual([header, ["Ana", "Luz"]]);
      expect([header, (await scrubbed("any", header, rows)).kept]).toEqual([header, ["Luz"]]);
    }
  });

  test("bars where it speaks of the campaign's channel beside others, or of all of them", async () => {
    for (const header of [
      "no_sms_ni_whatsapp",
      "no_contactar",
      "no enviar mensajes ni whatsapp",
      "acepta_todo_no_sms_no",
    ])
      expect([header, (await scrubbed("whatsapp", header, { Ana: "si", Luz: "" })).told]).toEqual([header, []]);
    expect((await scrubbed("whatsapp", "no_sms_ni_whatsapp", { Ana: "si", Luz: "" })).kept).toEqual(["Luz"]);
    expect((await scrubbed("sms", "no_contactar", { Ana: "si", Luz: "" })).kept).toEqual(["Luz"]);
  });

  test("bars from every channel where it says not to call, unless another column speaks of the campaign's channel", async () => {
    expect(await scrubbed("sms", "no_llamar", { Ana: "si", Luz: "" })).toEqual({ kept: ["Luz"], told: [] });
    expect(await scrubbed("sms", "no_llamar,no_whatsapp", { Ana: "si,", Bea: ",si", Luz: "," })).toEqual({
      kept: ["Bea", "Luz"],
      told: ["no_whatsapp"],
    });
  });

  test("bars whatever the channel where --opt-out-column names it", async () => {
    const rows = { Ana: "si", Luz: "" };
    expect((await scrubbed("sms", "no_whatsapp", rows)).kept).toEqual(["Ana", "Luz"]);
    expect(await scrubbed("sms", "no_whatsapp", rows, "--opt-out-column", "no_whatsapp")).toEqual({
      kept: ["Luz"],
      told: [],
    });
  });
});
