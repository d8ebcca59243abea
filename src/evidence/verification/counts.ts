// Whether a report agrees with itself: every number in it that follows from others.

import { DISPOSITIONS, dispositionOf } from "../../scrub/disposition.js";
import type { AuditReport } from "../report.js";
import { type Finding, finding } from "./finding.js";

const DAY = 86_400_000;

/** Every sum that does not come out. */
export function verifyCounts(report: AuditReport): Finding[] {
  const wrong: Finding[] = [];
  const same = (where: string, said: number, found: number) => {
    if (said !== found) wrong.push(finding("mismatch", where, "count-differs", said, found));
  };
  const { counts, conservation, inputs, outputs, suppressions, run } = report;
  const sum = DISPOSITIONS.reduce((total, disposition) => total + counts[disposition], 0);
  same("conservation.read", conservation.read, sum);
  same("conservation.sum", conservation.sum, sum);
  same("inputs.records", total(inputs.map(({ records }) => records)), conservation.read);
  // A clean record has at least one number, and at most one in each of its phone cells but where they stay as they were typed.
  const numbers = total(Object.values(report.types));
  const isFlagged = outputs.some(({ role }) => role === "flagged");
  const cells = isFlagged ? 1 : Math.max(1, ...inputs.map(({ phone_columns }) => phone_columns.length));
  const most = run.options.phone_format === "original" && !isFlagged ? numbers : counts.clean * cells;
  if (numbers < counts.clean || numbers > most) same("types", numbers, counts.clean);
  for (const disposition of DISPOSITIONS) {
    const reasons = Object.entries(report.reasons).filter(([it]) => dispositionOf(it) === disposition);
    if (disposition !== "clean")
      same(`reasons (${disposition})`, total(reasons.map(([, n]) => n)), counts[disposition]);
  }
  const records = { clean: counts.clean, flagged: sum, removed: sum - counts.clean };
  for (const { role, records: said } of outputs) same(`outputs.records (${role})`, said, records[role]);
  for (const list of suppressions) {
    const where = `suppressions (${list.name})`;
    same(`${where}.unreadable`, list.unreadable, list.unreadable_records.length);
    if (list.matched_records > counts.suppressed)
      same(`${where}.matched_records`, list.matched_records, counts.suppressed);
    if (list.matched_only_here > list.matched_records)
      same(`${where}.matched_only_here`, list.matched_only_here, list.matched_records);
    if (list.as_of !== null)
      same(`${where}.age_days`, list.age_days!, Math.floor((time(run.started_at) - time(list.as_of)) / DAY));
  }
  for (const { phone_columns } of inputs)
    if (phone_columns.some(({ position }, i) => i > 0 && position <= phone_columns[i - 1]!.position))
      wrong.push(finding("mismatch", "inputs.phone_columns", "does-not-fit"));
  if (new Set(report.warnings.map((warning) => JSON.stringify(warning))).size < report.warnings.length)
    wrong.push(finding("mismatch", "warnings", "does-not-fit"));
  const alone = total(suppressions.map((list) => list.matched_only_here));
  if (alone > counts.suppressed) same("suppressions.matched_only_here", alone, counts.suppressed);
  const own = inputs.flatMap(({ own_opt_outs }) => own_opt_outs);
  const matched = total([...suppressions, ...own].map((list) => list.matched_records));
  if (counts.suppressed > matched) same("counts.suppressed", counts.suppressed, matched);
  for (const { own_opt_outs, beside, records } of inputs)
    for (const column of [...own_opt_outs, ...beside])
      if (column.records > records) same(`inputs (column ${column.position})`, column.records, records);
  if (time(run.finished_at) < time(run.started_at))
    wrong.push(finding("mismatch", "run.finished_at", "times-contradict"));
  return wrong;
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function time(iso: string): number {
  return new Date(iso).getTime();
}
