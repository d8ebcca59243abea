// The report of an audit: its JSON against its schema and against what was found, and its page, well-formed whatever it holds.

import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { renderContactPage } from "../../src/audit/page.js";
import type { ContactReport } from "../../src/audit/report.js";
import { all as en } from "../../src/text/en/answers.js";
import { all as es } from "../../src/text/es/answers.js";
import { cleanAudit, contactAudit, grownAudit } from "../support/contact-reports.js";
import { schemaErrors } from "../support/report-schema.js";
import { REPOSITORY } from "../support/workdir.js";

const SCHEMA = "audit/report.schema.json";
// biome-ignore lint/suspicious/noExplicitAny: a schema that is walked at will.
type Any = any;

describe("the report", () => {
  test("says what was judged, what offends, and of what nobody can tell", async () => {
    const { report, dir } = await contactAudit();
    expect(schemaErrors(report, SCHEMA)).toBeUndefined();
    expect(report).toMatchObject({
      kind: "contact-audit",
      run: { labels: { caso: "2026-17" }, exit_code: 1 },
      contacts: { read: 9, inbound: 0, judged: 6, offences: 2, people: 2, apart: 3 },
      findings: {
        "after-opt-out": { count: 2 },
        "outside-hours": { count: 3 },
        "hours-unknown": { count: 2 },
        "too-often": { count: 1 },
      },
      hours: { zone: "-06:00" },
      frequency: { max_contacts: 3, within_hours: 168, contacts_too_many: 1 },
      outputs: [{ role: "offences", path: "indebidos.csv", records: 6 }],
    });
    const { read, inbound, judged, apart } = report.contacts;
    expect(read).toBe(inbound + judged + apart);
    expect(dir.lines("indebidos.csv")).toHaveLength(7);
    expect(statSync(dir.at("auditoria.json")).mode & 0o777).toBe(0o600);
    expect(statSync(dir.at("auditoria.html")).mode & 0o777).toBe(0o600);
  });

  test("names its files from the folder where it stands, and the holidays of the package as they are typed", async () => {
    const { dir } = await contactAudit();
    dir.write("casos/nada.txt", "");
    dir.write("asuetos.txt", "2026-04-03\n");
    const audit = "audit|contactos.csv|--hours|mon-fri 08:00-18:00|-s|bajas.csv|--report|casos/r.json|-f".split("|");
    for (const [holidays, path] of [
      ["sv", "sv"],
      ["asuetos.txt", "../asuetos.txt"],
    ]) {
      await dir.run([...audit, "--holidays", holidays!]);
      const report: ContactReport = dir.json("casos/r.json");
      expect(report.log.path).toBe("../contactos.csv");
      expect(report.suppressions[0]!.path).toBe("../bajas.csv");
      expect(report.hours!.holidays!.path).toBe(path);
    }
  });

  test("has all that shaped the audit among its options, and its schema knows exactly these", async () => {
    const schema = JSON.parse(readFileSync(join(REPOSITORY, "src", SCHEMA), "utf8"));
    const known = Object.keys(schema.properties.run.properties.options.properties).sort();
    const elsewhere = ["json", "label", "suppress"];
    const typed = [...Object.keys(en.help.command.audit.option), ...Object.keys(en.help.suppression), "headerless"]
      .filter((option) => !elsewhere.includes(option))
      .map((option) => option.replace(/^no-/, "").replaceAll("-", "_"));
    expect(known).toEqual([...new Set(typed)].sort());
    const { report } = await contactAudit(
      "--channel",
      "sms",
      "--grace",
      "1m",
      "--canary",
      "7099-0001",
      "--max-age",
      "5200w",
    );
    expect(report.run.options).toMatchObject({
      ...{ hours: ["mon-fri 08:00-18:00"], max_contacts: "3/7d", grace: 60_000, channel: "sms" },
      canary: [{ value: "+503 70••••01" }],
    });
  });

  test("fits its schema where it is grown, and where it is empty", async () => {
    const { report } = await contactAudit();
    for (const shown of [grownAudit(report, 3), cleanAudit(report)])
      expect(schemaErrors(shown, SCHEMA)).toBeUndefined();
    for (const edit of [
      (it: Any) => (it.findings["after-opt-out"].numbers = ["+50370990001"]),
      (it: Any) => (it.contacts.read = -1),
      (it: Any) => (it.run.options.other = 1),
      (it: Any) => (it.hours.name = "Ana"),
      (it: Any) => delete it.frequency,
      (it: Any) => (it.run.exit_code = 2),
    ]) {
      const edited = structuredClone(report);
      edit(edited);
      expect(schemaErrors(edited, SCHEMA), edit.toString()).toBeDefined();
    }
  });
});

describe("the page", () => {
  const numbers = /(?:7012|7099|7015)[- ]?\d{4}/;

  test("says what the JSON says, in the language that is spoken, and shows no number", async () => {
    for (const [lang, said] of [
      ["en", ["2 contacts were made after an opt-out, to 2 people.", "3 contacts were made outside the contact hours"]],
      [
        "es",
        [
          "Se hicieron 2 contactos después de una baja, a 2 personas.",
          "Se hicieron 3 contactos fuera del horario de contacto",
        ],
      ],
    ] as const) {
      const { dir, report } = await contactAudit("--lang", lang);
      const html = dir.text("auditoria.html");
      expect(html).toContain(`<html lang="${lang}">`);
      for (const sentence of said) expect(html).toContain(sentence);
      for (const { sha256 } of [report.log, ...report.suppressions, ...report.outputs]) expect(html).toContain(sha256);
      expect(html.replace(/[0-9a-f]{64}/g, "")).not.toMatch(numbers);
      expect(dir.text("auditoria.json").replace(/[0-9a-f]{64}/g, "")).not.toMatch(numbers);
      expect(html).not.toMatch(/https?:|url\(|@import|<script|javascript:/i);
    }
  });

  test("has the command that verifies its JSON, which is written where only a page is named", async () => {
    const { dir } = await contactAudit();
    expect(dir.text("auditoria.html")).toContain("<code>svscrub verify auditoria.json</code>");
    const alone = await dir.ends(1, "audit contactos.csv -s bajas.csv --report casos.html");
    expect(alone.stderr).toContain("casos.html, casos.audit.json");
    const [, command = ""] = /<pre><code>svscrub ([^<]*)<\/code>/.exec(dir.text("casos.html")) ?? [];
    await dir.ok(command);
  });

  test("is well-formed whatever names and values hold", async () => {
    const { report } = await contactAudit();
    const hostile = "\"'><img src=x onerror=alert(1)>\u202e\u0000&";
    const poisoned = structuredClone(report);
    poisoned.log.path = hostile;
    poisoned.run.labels = { [hostile]: hostile };
    for (const list of poisoned.suppressions) list.name = hostile;
    for (const sentences of [en, es]) {
      const html = renderContactPage(poisoned, sentences, hostile);
      const shape = (text: string) => text.match(/<\/?[a-z][\w-]*/g);
      expect(shape(html)).toEqual(shape(renderContactPage(report, sentences, "svscrub")));
      expect(html).toContain("&#60;img src=x onerror=alert(1)&#62;");
    }
  });
});
