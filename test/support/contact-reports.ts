// Real reports of contact audits for the tests of their page, and the same grown to what a page must stand.

import type { ContactReport } from "../../src/audit/report.js";
import { Workdir } from "./workdir.js";

const LOG = `nombre,telefono,fecha,hora,canal
Ana,7012-3456,2026-04-01,10:00,sms
Ana,7012-3456,2026-04-02,10:00,sms
Ana,7012-3456,2026-04-06,18:00,llamada
Luis,7099-0001,2026-04-06,,llamada
Luis,7099-0001,2026-04-05,,llamada
Ana,7012-3456,2026-04-07,17:59,whatsapp
Eva,7099-0002,2026-04-07,09:00,sms
Rota,7012
Leo,nada,2026-04-07,09:00,sms
`;

/** Every kind of offence, and things that nobody can tell. `words`: more of the command. */
export async function contactAudit(...words: string[]): Promise<{ dir: Workdir; report: ContactReport }> {
  const dir = new Workdir({ "contactos.csv": LOG });
  dir.write("bajas.csv", "telefono,fecha,canal\n70990001,2026-04-05,\n70990002,2026-04-06 10:00,sms\n");
  dir.write("dnc.csv", "telefono\n7015-5555\n");
  const asked = ["--hours", "mon-fri 08:00-18:00", "--holidays", "sv", "--max-contacts", "3/7d"];
  const run = await dir.run([
    ...["audit", "contactos.csv", ...asked, "-o", "indebidos.csv", "--report", "auditoria.json"],
    ...["--report", "auditoria.html", "--label", "caso=2026-17", ...words, "-s", "bajas.csv", "dnc.csv"],
  ]);
  run.check(() => {
    if (run.code !== 1) throw new Error("the contacts must offend");
  });
  return { dir, report: dir.json("auditoria.json") };
}

/** Millions of contacts on every channel, long names, many lists, and everything that nobody can tell. */
export function grownAudit(report: ContactReport, lists: number): ContactReport {
  const delays = { requests: 1_204, median: 26.5, longest: 9_210.4 };
  const channels = ["call", "sms", "whatsapp", "any", "unknown"] as const;
  const list = report.suppressions[0]!;
  const names = ["registro-de-bajas.csv", "Registro Nacional de No Llamar (Defensoría).csv"];
  const lines = [2, 1_042, 20_431, 1_204_551, 8_130_411];
  return {
    ...report,
    contacts: {
      read: 9_000_000,
      inbound: 1_000_000,
      judged: 7_900_000,
      offences: 4_210,
      people: 1_204,
      apart: 100_000,
    },
    delays,
    channels: channels.map((channel, i) => ({ channel, judged: 1_580_000, offences: i < 4 ? 1_052 : 2, delays })),
    suppressions: Array.from({ length: lists }, (_, i) => ({
      ...{ ...list, name: names[i] ?? `lista-${i}.csv`, kind: (["registry", "plain", "hashed"] as const)[i % 3]! },
      ...{
        as_of: i === 2 ? null : list.as_of,
        entries: 2_000_000,
        offences: 4_000 - i,
        delays,
      },
    })),
    findings: Object.fromEntries(Object.keys(report.findings).map((it) => [it, { count: 812_345, lines }])),
    hours: { ...report.hours!, holidays_unknown: [2041, 2042] },
    frequency: { ...report.frequency!, numbers: 3_000_000, contacts_too_many: 51_000 },
    warnings: [
      { code: "holidays-unknown", values: [[2041, 2042]] },
      { code: "list-old", values: ["sms", 40 * 86_400_000] },
    ],
  } as ContactReport;
}

/** No contact offends, and nothing more was asked. */
export function cleanAudit(report: ContactReport): ContactReport {
  const nothing = { count: 0, lines: [] };
  return {
    ...report,
    contacts: { read: 1, inbound: 0, judged: 1, offences: 0, people: 0, apart: 0 },
    ...{ delays: null, channels: [], hours: null, frequency: null, outputs: [], warnings: [] },
    suppressions: report.suppressions.map((list) => ({ ...list, offences: 0, delays: null })),
    findings: Object.fromEntries(Object.keys(report.findings).map((it) => [it, nothing])) as never,
  };
}
