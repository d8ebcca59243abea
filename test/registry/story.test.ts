// The whole story with files, over several runs: replies come in and are acknowledged, a scrub honours them, a later reply is
// honoured by the next scrub, and an audit finds the contact that was made in between and is filed. Everything is compared with
// fixtures/story/, but for ids and times.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { schemaErrors } from "../support/report-schema.js";
import { REPOSITORY, visible, Workdir } from "../support/workdir.js";

const STORY = join(REPOSITORY, "fixtures/story");

/** What differs from run to run: event ids, in the order in which they are met, and times of recording. */
function masked(text: string, ids: Map<string, string>): string {
  return text
    .replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => {
      if (!ids.has(id)) ids.set(id, `EVENT-${ids.size + 1}`);
      return ids.get(id)!;
    })
    .replace(/(?<=,)20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d-06:00(?=,(?:sms|call),)/g, "RECORDED");
}

test("replies come in, are acknowledged, and the scrubs before and after a later reply honour what was asked by then", async () => {
  const dir = new Workdir();
  const ids = new Map<string, string>();
  for (const name of readdirSync(join(STORY, "input"))) dir.write(name, readFileSync(join(STORY, "input", name)));
  const holds = (name: string, expected: string) =>
    expect(masked(visible(dir.read(name)), ids), `${name}, as in fixtures/story/${expected}`).toBe(
      visible(readFileSync(join(STORY, "expected", expected))),
    );
  const registry = ["registry", "import"];
  const to = ["--registry", "bajas.csv"];

  // Monday's replies: without a place for what is unclear nothing is recorded.
  await dir.ends(6, [...registry, "lunes.csv", ...to, "--kind", "sms"]);
  expect(dir.exists("bajas.csv")).toBe(false);
  const more = ["--review", "revisar.csv", "--ack", "confirmar.csv"];
  await dir.ok([...registry, "lunes.csv", ...to, "--kind", "sms", ...more]);
  holds("bajas.csv", "bajas-lunes.csv");
  holds("revisar.csv", "revisar-lunes.csv");
  holds("confirmar.csv", "confirmar-lunes.csv");

  // The campaign of Monday: who opted out is out, and who was unclear too.
  const lists = ["-s", "bajas.csv", "revisar.csv"];
  await dir.ok(["clientes.csv", ...lists, "--channel", "sms", "-o", "campana-lunes.csv"]);
  holds("campana-lunes.csv", "campana-lunes.csv");

  // Tuesday: a later reply, Monday's export once more, a call centre's dispositions, and a person has decided.
  await dir.ok([...registry, "martes.csv", ...to, "--kind", "sms", ...more]);
  await dir.ok([...registry, "llamadas.csv", ...to, "--kind", "call", ...more]);
  dir.write(
    "revisar.csv",
    dir.text("revisar.csv").replace(",review,sms,2026-11-23T09:20", ",other,sms,2026-11-23T09:20"),
  );
  await dir.ok([...registry, "revisar.csv", ...to, "--kind", "reviewed"]);
  holds("bajas.csv", "bajas-martes.csv");
  holds("revisar.csv", "revisar-martes.csv");
  holds("confirmar.csv", "confirmar-martes.csv");

  await dir.ok([
    "clientes.csv",
    ...lists,
    "--allow-empty",
    "revisar.csv",
    "--channel",
    "sms",
    "-o",
    "campana-martes.csv",
  ]);
  holds("campana-martes.csv", "campana-martes.csv");

  // Monday's campaign went on for some hours: the audit finds the contact between Tuesday's reply and Tuesday's scrub.
  const audit = await dir.run("audit contactos.csv -s bajas.csv -o tarde.csv");
  audit.check(() => expect(audit.code).toBe(1));
  holds("tarde.csv", "tarde.csv");
  const inTime = await dir.run("audit contactos.csv --grace 2h -s bajas.csv -q");
  inTime.check(() => expect(inTime.code).toBe(0));

  // Who asked when.
  const history = await dir.run(["registry", "history", "7000-1204", ...to]);
  history.check(() => expect(history.out).toContain("sms: opt-out since 2026-11-24T07:30:00-06:00"));
  const before = await dir.run(["registry", "history", "7000-1204", ...to, "--at", "2026-11-24T07:00"]);
  before.check(() => expect(before.out).toBe("+50370001204: no events\n"));
  // What a compliance officer files: the audit with the hours and the holidays, as data and as a page, the same in both.
  const asked = ["--hours", "lun-vie 08:00-18:00", "--holidays", "sv", "--max-contacts", "2/7d"];
  const filed = "--report auditoria.json --report auditoria.html --label campaña=lunes --lang es".split(" ");
  const final = await dir.run(["audit", "contactos.csv", "-s", "bajas.csv", ...asked, ...filed]);
  final.check(() => expect(final.code).toBe(1));
  const report = dir.json("auditoria.json");
  expect(schemaErrors(report, "audit/report.schema.json")).toBeUndefined();
  expect(report).toMatchObject({
    run: { labels: { campaña: "lunes" }, exit_code: 1 },
    contacts: { offences: 1, people: 1 },
    channels: [
      { channel: "call", judged: 1, offences: 0 },
      { channel: "sms", judged: 2, offences: 1, delays: { longest: 0.6 } },
    ],
    hours: { holidays: { path: "sv" }, holidays_unknown: [] },
  });
  const page = dir.text("auditoria.html");
  expect(page).toContain("Se hizo 1 contacto después de una baja, a 1 persona.");
  for (const name of ["contactos.csv", "bajas.csv"])
    for (const text of [page, JSON.stringify(report)])
      expect(text).toContain(createHash("sha256").update(dir.read(name)).digest("hex"));
  for (const text of [page, JSON.stringify(report)]) expect(text).not.toMatch(/7000-?12\d\d/);
});
