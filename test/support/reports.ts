// Real reports for the tests of the page, and the same grown to what a page must stand.

import { copyFileSync } from "node:fs";
import { join } from "node:path";
import type { AuditReport } from "../../src/evidence/report.js";
import { REPOSITORY, Workdir } from "./workdir.js";

/** The README's own run, with one planted number; what differs from run to run is fixed. */
export async function readmeReport(): Promise<AuditReport> {
  const dir = new Workdir();
  for (const file of ["clientes.csv", "bajas.csv", "no-llamar.txt"])
    copyFileSync(join(REPOSITORY, "fixtures", file), dir.at(file));
  const lists = ["clientes.csv", "-s", "bajas.csv", "no-llamar.txt"];
  const outputs = ["-o", "clean.csv", "--removed", "removed.csv", "--report", "clean.audit.json"];
  await dir.ok([...lists, ...outputs, "--label", "campaign=navidad-2026"]);
  const report: AuditReport = dir.json("clean.audit.json");
  const [started, until] = ["2026-11-24T20:01:00.000Z", "2026-11-25T20:01:00.000Z"];
  const dates = [
    { as_of: "2026-11-20T14:30:00.000Z", age_days: 4 },
    { as_of: "2026-11-02T06:00:00.000Z", age_days: 22 },
  ];
  return {
    ...report,
    tool: { ...report.tool, version: "0.0.0", node: "20.0.0", numbering_plan: "0123456789abcdef" },
    run: { ...report.run, id: "00000000-0000-4000-8000-000000000000", started_at: started, finished_at: started },
    clean_until: until,
    suppressions: report.suppressions.map((list, i) => ({ ...list, ...dates[i]! })),
  };
}

/** Every disposition, every reason, opt-ins, warnings, canaries and millions of records; `lists` suppression lists. */
export function grown(report: AuditReport, lists: number): AuditReport {
  const counts = {
    clean: 8_130_411,
    suppressed: 1_052_302,
    duplicate: 260_001,
    excluded: 3,
    foreign: 7_102,
    invalid: 1,
  };
  const read = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const reasons = ["ragged", "malformed", "type-not-allowed", "not-reachable", "empty", "not-a-number", "too-short"];
  reasons.push("too-long", "not-in-plan", "legacy-7-digit", "spreadsheet-damage", "looks-like-id", "placeholder");
  const list = report.suppressions[0]!;
  const names = ["registro-de-bajas.csv", "Registro Nacional de No Llamar (Defensoría).csv", "sms", "huellas.csv"];
  const kinds = ["registry", "plain", "plain", "hashed"];
  return {
    ...report,
    counts,
    reasons: Object.fromEntries(reasons.map((reason, i) => [reason, 10 ** (i % 7)])),
    types: { mobile: 7_000_000, fixed: 1_000_000, toll_free: 130_000, premium: 400, foreign: 11 },
    conservation: { read, sum: read, holds: true },
    suppressions: Array.from({ length: lists }, (_, i) => ({
      ...list,
      name: names[i] ?? `lista-${i}.csv`,
      kind: (kinds[i] ?? "plain") as typeof list.kind,
      entries: Math.floor(2_000_000 / (i + 1)),
      unreadable: 0,
      unreadable_records: [],
      lifted: i === 0 ? 4 : 0,
      as_of: i === 2 ? null : list.as_of,
      age_days: i === 2 ? null : 40,
      matched_records: Math.floor(900_000 / (i + 1)),
      matched_only_here: Math.floor(100_000 / (i + 1)),
    })),
    self_check: {
      canaries: [{ number: "+503 70••••56", list: null, suppressed: true }],
      sampled: 1_000,
      failed: 0,
    },
    warnings: [
      { code: "list-old", values: ["sms", 40 * 86_400_000] },
      { code: "no-records", values: ["list.csv"] },
    ],
  } as AuditReport;
}
