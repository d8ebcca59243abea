// A past run proved again, top to bottom: the report against itself, its files' bytes, the run log, the lists that were written,
// the whole run once more, and who has opted out since.

import { ScrubError } from "../../errors.js";
import type { OutputFile } from "../../files/output.js";
import { PLAN_DIGEST } from "../../phone/plan.js";
import type { ScrubPlan } from "../../scrub/run.js";
import { loadSuppression, type Suppression, type SuppressionPlan } from "../../scrub/suppression.js";
import type { AuditReport } from "../report.js";
import type { ReadLog } from "../run-log.js";
import { verifyCounts } from "./counts.js";
import { type FoundFile, type FoundFiles, verifyFiles } from "./files.js";
import { type Finding, finding } from "./finding.js";
import { type Lookups, type Reread, recountRemoved, rereadClean, rereadFlagged } from "./reread.js";
import { verifyByRunningAgain } from "./rerun.js";

export interface VerificationPlan {
  report: AuditReport;
  /** Its own. */
  sha256: string;
  path: string;
  folder: string;
  /** Where its files were moved to. */
  base: string | undefined;
  log: ReadLog | undefined;
  /** How the run was planned, over the files as they were found; a list that was not found is left out. */
  planOf: (found: FoundFiles) => ScrubPlan;
  /** Lists were hashed with a key, and nobody says which. */
  lacksHashKey: boolean;
  today: SuppressionPlan | undefined;
  /** Where records of who has opted out since go. */
  removed: OutputFile | undefined;
  fresh: boolean;
  version: string;
  now: Date;
}

export async function verifyRun(plan: VerificationPlan): Promise<Finding[]> {
  const { report } = plan;
  const findings = [...verifyReport(plan), ...verifyCounts(report), ...verifyLife(plan)];
  const { found, findings: ofFiles } = await verifyFiles(report, plan.folder, plan.base);
  findings.push(...ofFiles);
  const again = plan.planOf(found);
  const isSameTool = report.tool.version === plan.version && report.tool.numbering_plan === PLAN_DIGEST;
  if (report.tool.numbering_plan !== PLAN_DIGEST) findings.push(finding("unchecked", "", "other-plan"));
  findings.push(...(await verifyLists(plan, again, found, isSameTool)));
  findings.push(...(await verifyRerun(plan, again, found, isSameTool)));
  return findings;
}

/** Whether it is the report that the run wrote; only the log can tell. */
function verifyReport({ report, sha256, path, log }: VerificationPlan): Finding[] {
  if (log === undefined) return [finding("unchecked", path, "no-log")];
  if (log.broken !== undefined) return [finding("mismatch", path, "log-broken", log.broken.line)];
  const logged = log.reports.get(sha256);
  if (logged?.run === report.run.id) return [finding("verified", path, "in-log", logged.line)];
  return [finding("mismatch", path, log.ofRun.has(report.run.id) ? "not-as-logged" : "not-in-log")];
}

/** Until when the list may be used: by its lists' ages and by --valid-for, as the report says them. */
function verifyLife({ report, fresh, now }: VerificationPlan): Finding[] {
  const { options, started_at } = report.run;
  const findings: Finding[] = [];
  const limits = [new Date(started_at).getTime() + Number(options.valid_for)];
  const ages = options.max_age as readonly { list?: string; value: number }[];
  for (const { name, as_of } of report.suppressions) {
    const isOf = (list: string) => name === list || name.startsWith(`${list}/`);
    const age =
      ages.findLast(({ list }) => list !== undefined && isOf(list)) ?? ages.findLast(({ list }) => list === undefined);
    if (age !== undefined && as_of !== null) limits.push(new Date(as_of).getTime() + age.value);
  }
  const until = new Date(report.clean_until);
  if (until.getTime() !== Math.min(...limits)) findings.push(finding("mismatch", "clean_until", "times-contradict"));
  const isOver = now > until;
  if (!isOver) findings.push(finding("verified", "clean_until", "still-valid", until.toISOString()));
  else findings.push(finding(fresh ? "overtaken" : "note", "clean_until", "no-longer-valid", until.toISOString()));
  return findings;
}

async function verifyLists(
  plan: VerificationPlan,
  again: ScrubPlan,
  found: FoundFiles,
  isSameTool: boolean,
): Promise<Finding[]> {
  const { report } = plan;
  const findings: Finding[] = [];
  const loaded = await load(again, new Date(report.run.started_at));
  if (loaded instanceof ScrubError) findings.push(finding("mismatch", "suppressions", "unreadable", loaded));
  const today = plan.today && (await loadToday(plan.today, again, plan.now));
  if (loaded instanceof ScrubError) return findings;
  const missing = report.suppressions.length - again.suppression.lists.length;
  if (plan.lacksHashKey) findings.push(finding("unchecked", "suppressions", "key-needed"));
  else if (missing > 0)
    findings.push(finding("unchecked", "suppressions", "lists-missing", missing, report.suppressions.length));
  const { removed } = plan;
  const lookups: Lookups = { policy: again.policy, asOfRun: loaded, today, removed, zone: again.suppression.zone };
  for (const [i, output] of report.outputs.entries()) {
    const file = found.outputs[i];
    if (file === undefined) continue;
    try {
      findings.push(...(await verifyList(output, file, report, lookups, isSameTool)));
    } catch (error) {
      if (!(error instanceof ScrubError) || error.place.file !== file.path) throw error;
      findings.push(finding("mismatch", output.path, "unreadable", error));
    }
  }
  return findings;
}

async function verifyList(
  output: AuditReport["outputs"][number],
  file: FoundFile,
  report: AuditReport,
  lookups: Lookups,
  isSameTool: boolean,
): Promise<Finding[]> {
  const isEmpty = output.bytes === 0;
  const said = new Map(Object.entries(report.counts));
  if (output.role === "removed") {
    const none = { records: 0, dispositions: new Map<string, number>(), reasons: new Map<string, number>() };
    const { records, dispositions, reasons } = isEmpty ? none : await recountRemoved(file.path, report);
    said.delete("clean");
    return [
      ...recounted(output.path, said, dispositions, records),
      ...recounted(output.path, new Map(Object.entries(report.reasons)), reasons, undefined),
    ];
  }
  if (isEmpty) return [];
  if (output.role === "clean")
    return rereadFindings(
      output.path,
      output.records,
      await rereadClean(file.path, report, lookups),
      lookups,
      isSameTool,
    );
  const { reread, counts } = await rereadFlagged(file.path, report, lookups);
  return [
    ...recounted(output.path, said, counts, reread.records),
    ...rereadFindings(output.path, output.records, reread, lookups, isSameTool),
  ];
}

/** `records`: undefined where it was said already. */
function recounted(
  path: string,
  said: ReadonlyMap<string, number>,
  found: ReadonlyMap<string, number>,
  records: number | undefined,
): Finding[] {
  const wrong: Finding[] = [];
  for (const [name, count] of said) {
    const there = found.get(name) ?? 0;
    if (there !== count) wrong.push(finding("mismatch", path, "recount-differs", name, count, there));
  }
  const unknown = [...found].filter(([name]) => !said.has(name)).reduce((sum, [, count]) => sum + count, 0);
  if (unknown > 0) wrong.push(finding("mismatch", path, "recount-unknown", unknown));
  if (wrong.length > 0 || records === undefined) return wrong;
  return [finding("verified", path, "recounted", records)];
}

function rereadFindings(
  path: string,
  records: number,
  reread: Reread,
  { asOfRun, today }: Lookups,
  isSameTool: boolean,
): Finding[] {
  const findings: Finding[] = [];
  const { suppressed, unfit, since } = reread;
  if (reread.records !== records) findings.push(finding("mismatch", path, "count-differs", records, reread.records));
  if (suppressed.count > 0)
    findings.push(finding("mismatch", path, "suppressed-in-it", suppressed.count, suppressed.first));
  if (unfit.count > 0)
    findings.push(finding(isSameTool ? "mismatch" : "unchecked", path, "unfit-in-it", unfit.count, unfit.first));
  if (findings.length === 0)
    findings.push(finding("verified", path, "still-clean", reread.records, asOfRun.lists.length));
  if (today === undefined) return findings;
  if (since.count > 0) findings.push(finding("overtaken", path, "opted-out-since", since.count, since.first));
  else findings.push(finding("verified", path, "nobody-since", today.lists.length));
  return findings;
}

async function verifyRerun(
  plan: VerificationPlan,
  again: ScrubPlan,
  found: FoundFiles,
  isSameTool: boolean,
): Promise<Finding[]> {
  const { report } = plan;
  if (!isSameTool) return [finding("unchecked", "", "other-tool", report.tool.version, plan.version)];
  const isComplete = !plan.lacksHashKey && [...found.inputs, ...found.suppressions].every((file) => file !== undefined);
  if (!isComplete) return [finding("unchecked", "", "not-run-again")];
  try {
    return await verifyByRunningAgain(report, again);
  } catch (error) {
    if (!(error instanceof ScrubError)) throw error;
    return [finding("mismatch", error.place.file ?? "", "unreadable", error)];
  }
}

async function load({ suppression, policy }: ScrubPlan, startedAt: Date): Promise<Suppression | ScrubError> {
  const asOf = { now: Math.floor(startedAt.getTime() / 1000), asItStood: false };
  try {
    return await loadSuppression(suppression, policy.channel, startedAt, asOf);
  } catch (error) {
    if (error instanceof ScrubError) return error;
    throw error;
  }
}

/** Today's lists must be trusted as in any scrub: what keeps them from it is the command's own failure. */
function loadToday(today: SuppressionPlan, { policy }: ScrubPlan, now: Date): Promise<Suppression> {
  return loadSuppression(today, policy.channel, now, { now: Math.floor(now.getTime() / 1000), asItStood: false });
}
