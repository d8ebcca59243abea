// A past run proved again, top to bottom: the run log, the report's own sums, its files' bytes, the whole run once more, and who has
// opted out since.

import { ScrubError } from "../../errors.js";
import type { OutputFile } from "../../files/output.js";
import type { OnProgress } from "../../lists/progress.js";
import type { SuppressionPlan } from "../../suppression/load.js";
import { CLOCK_SKEW } from "../../suppression/trust.js";
import type { AuditReport } from "../report.js";
import type { ReadLog } from "../run-log.js";
import { orUnreadable, total, verifySums, verifyTool } from "./compare.js";
import { type FoundFile, type FoundFiles, type Places, verifyFiles } from "./files.js";
import { type Finding, finding } from "./finding.js";
import { runAgain, type ScrubAgain, scrubClean, verifyCleanList } from "./rerun.js";

export interface VerificationPlan {
  report: AuditReport;
  /** The report's own SHA-256. */
  sha256: string;
  path: string;
  places: Places;
  log: ReadLog | undefined;
  /** How the run was planned, over the files as they were found; a list that was not found is left out. */
  planOf: (found: FoundFiles) => ScrubAgain;
  /** Lists were hashed with a key, and nobody says which. */
  lacksHashKey: boolean;
  today: SuppressionPlan | undefined;
  /** The file for records of who has opted out since. */
  removed: OutputFile | undefined;
  fresh: boolean;
  version: string;
  now: Date;
  /** Told of every list that is read. */
  onProgress: OnProgress;
}

/** The codes of answers to the question who has opted out since. */
export const ANSWERS: ReadonlySet<string> = new Set(["nobody-since", "opted-out-since"]);

export async function verifyRun(plan: VerificationPlan): Promise<Finding[]> {
  const { report, lacksHashKey, onProgress } = plan;
  const { found: files, findings: ofFiles } = await verifyFiles(report, plan.places);
  const found = files.outputs;
  const again = plan.planOf(files);
  const tool = verifyTool(report.tool, plan.version);
  const repetition = { report, again, found, isSameTool: report.tool.version === plan.version, onProgress };
  const hasLists = !lacksHashKey && again.suppression.lists.length === report.suppressions.length;
  const isRepeatable = hasLists && files.inputs.every((file) => file !== undefined);
  const rerun = !isRepeatable ? [] : await orUnreadable(() => runAgain(repetition));
  const isProven = rerun.at(-1)?.code === "same-again" && found.every((file) => file === undefined || file.isSame);
  return [
    verifyReport(plan),
    ...verifyCounts(report),
    ...verifyLife(plan),
    ...ofFiles,
    ...tool,
    ...(lacksHashKey ? [finding("gone", "suppressions", "key-needed")] : []),
    ...(isRepeatable ? rerun : [finding("unchecked", "", "not-run-again")]),
    // Without one of the lists, numbers that it lifted seem to be opted out.
    ...(hasLists && !isProven ? await orUnreadable(() => verifyCleanList(repetition)) : []),
    ...(await verifyToday(plan, again, found)),
  ];
}

/** Whether it is the report that the run wrote; only the log can tell. */
function verifyReport({ report, sha256, path, log }: VerificationPlan): Finding {
  if (log === undefined) return finding("unchecked", path, "no-log");
  if (log.broken !== undefined) return finding("mismatch", path, "log-broken", log.broken.line);
  const logged = log.reports.get(sha256);
  if (logged?.run === report.run.id) return finding("verified", path, "in-log", logged.line);
  return finding("mismatch", path, log.ids.has(report.run.id) ? "not-as-logged" : "not-in-log");
}

/** The sums that tell an edited report where the run can't be repeated. */
function verifyCounts({ counts, conservation, reasons, inputs, outputs }: AuditReport): Finding[] {
  const sum = total(Object.values(counts));
  const records = { clean: counts.clean, flagged: sum, removed: sum - counts.clean };
  return verifySums(
    [
      ["conservation.read", conservation.read, sum],
      ["conservation.sum", conservation.sum, sum],
      ["inputs.records", total(inputs.map((input) => input.records)), conservation.read],
      ["reasons", total(Object.values(reasons)), sum - counts.clean],
      ...outputs.map(({ role, records: said }) => [`outputs.records (${role})`, said, records[role]] as const),
    ],
    sum,
  );
}

/** Tells until when the list may be used. */
function verifyLife({ report, fresh, now }: VerificationPlan): Finding[] {
  const { started_at, finished_at } = report.run;
  const [start, end, until] = [started_at, finished_at, report.clean_until].map((time) => new Date(time));
  const isOver = now > until!;
  return [
    ...(end! < start! || end!.getTime() > now.getTime() + CLOCK_SKEW
      ? [finding("mismatch", "run.finished_at", "times-contradict")]
      : []),
    isOver
      ? finding(fresh ? "overtaken" : "note", "clean_until", "no-longer-valid", until!.toISOString())
      : finding("verified", "clean_until", "still-valid", until!.toISOString()),
  ];
}

/** Who has opted out since, by today's lists, where that is asked; what keeps those from being trusted is the command's own failure. */
async function verifyToday(
  { report, today, removed, now, onProgress }: VerificationPlan,
  again: ScrubAgain,
  outputs: readonly (FoundFile | undefined)[],
): Promise<Finding[]> {
  if (today === undefined) return [];
  const at = report.outputs.findIndex(({ role }) => role === "clean");
  const file = outputs[at];
  const nobodyToAsk = finding("gone", "", "nobody-to-ask");
  if (file === undefined) return [nobodyToAsk];
  const { path } = report.outputs[at]!;
  // The run's planted numbers prove today's lists, too. What goes into a stream can't be taken back.
  const suppression = { ...today, maskedCanaries: again.suppression.maskedCanaries ?? [] };
  const provenBy = removed === undefined || removed.temporary !== undefined ? "run" : "load";
  try {
    const plan = { ...again, suppression, provenBy } as const;
    const { result, first } = await scrubClean(report, plan, file, now, onProgress, removed);
    const { suppressed } = result.tally.dispositions;
    if (suppressed > 0) return [finding("overtaken", path, "opted-out-since", suppressed, first)];
    return [finding("verified", path, "nobody-since", today.lists.length)];
  } catch (error) {
    if (!(error instanceof ScrubError) || error.place.file !== file.path) throw error;
    return [finding("mismatch", path, "unreadable", error), nobodyToAsk];
  }
}
