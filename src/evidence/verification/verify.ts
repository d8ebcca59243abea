// A past run proved again, top to bottom: the report against itself, its files' bytes, the run log, the whole run once more, and
// who has opted out since. Where the same bytes don't come out again, the lists that were written are read, to say why.

import { ScrubError } from "../../errors.js";
import { isNamed } from "../../files/list-names.js";
import type { OutputFile } from "../../files/output.js";
import { kindOfPath } from "../../files/paths.js";
import type { ListOverrides } from "../../lists/overrides.js";
import type { OnProgress } from "../../lists/progress.js";
import type { OwnOptOuts } from "../../scrub/own-opt-outs.js";
import { lookAtLists, prepareLists } from "../../scrub/phone-lists.js";
import { NUMBER_TYPES } from "../../scrub/policy.js";
import { runScrub, type ScrubPlan } from "../../scrub/run.js";
import type { ListMatches } from "../../scrub/tally.js";
import type { AsOf } from "../../suppression/event-reader.js";
import type { ProvenBy } from "../../suppression/hash-trust.js";
import { loadSuppression, type Suppression, type SuppressionPlan } from "../../suppression/load.js";
import { CLOCK_SKEW } from "../../suppression/trust.js";
import { describeInstant, type TimeZone } from "../../time/time-zone.js";
import type { WorkingHours } from "../../time/working-hours.js";
import { type AuditReport, factsOf } from "../report.js";
import type { ReadLog } from "../run-log.js";
import { compare } from "./compare.js";
import { verifyCounts } from "./counts.js";
import { type FoundFile, type FoundFiles, type Places, verifyFiles, verifyLogged } from "./files.js";
import { type Finding, finding } from "./finding.js";
import { verifyOptions } from "./options.js";
import {
  type Lookups,
  nothingRead,
  overridesOfOutput,
  rereadClean,
  rereadFlagged,
  rereadRemoved,
  rereadToday,
} from "./reread.js";
import { verifyByRunningAgain } from "./rerun.js";
import { verifyTool } from "./tool.js";

/** The plan of a scrub again. */
export interface ScrubAgain extends ScrubPlan {
  /** How the first phone list was read, in whose columns the outputs are, even where it is gone. */
  overrides: ListOverrides;
}

export interface VerificationPlan {
  report: AuditReport;
  /** The report's own SHA-256. */
  sha256: string;
  path: string;
  places: Places;
  log: ReadLog | undefined;
  /** The folders of the log. */
  logFolders: readonly string[];
  /** How the run was planned, over the files as they were found; a list that was not found is left out. */
  planOf: (found: FoundFiles) => ScrubAgain;
  /** Lists were hashed with a key, and nobody says which. */
  lacksHashKey: boolean;
  today: SuppressionPlan | undefined;
  /** The file for records of who has opted out since. */
  removed: OutputFile | undefined;
  fresh: boolean;
  /** The hours in which people may be contacted, where any were given. */
  hours: WorkingHours | undefined;
  zone: TimeZone;
  version: string;
  now: Date;
  /** Told of every list that is read. */
  onProgress: OnProgress;
}

export async function verifyRun(plan: VerificationPlan): Promise<Finding[]> {
  const { report } = plan;
  const wrong = [...verifyCounts(report), ...verifyOptions(report)];
  const agrees = finding("verified", "", "counts-add-up", report.conservation.sum);
  const findings = [
    ...(await verifyReport(plan)),
    ...(wrong.length > 0 ? wrong : [agrees]),
    ...verifyLife(plan),
    ...verifyHours(plan),
  ];
  const { found, findings: ofFiles } = await verifyFiles(report, plan.places);
  findings.push(...ofFiles);
  const again = plan.planOf(found);
  const tool = verifyTool(report.tool, plan.version);
  findings.push(...tool);
  const isSameTool = tool.length === 0;
  const isRepeatable = found.inputs.every((file) => file !== undefined) && isComplete(plan, again);
  const rerun = isRepeatable ? await verifyRerun(plan, again, found, isSameTool) : undefined;
  const isProven = rerun?.every(({ code }) => code === "same-again") === true;
  const isAllSame = found.outputs.every((file) => file === undefined || file.isSame);
  const isFlagged = report.outputs.some(({ role }) => role === "flagged");
  // Whatever the same bytes came out of again need not be judged once more, but for those of a flagged list who may be contacted.
  const isJudged = isProven && isAllSame && (plan.today === undefined || !isFlagged);
  const loaded = isJudged ? undefined : await load(again, plan);
  if (loaded === undefined) {
    for (const [i, output] of report.outputs.entries())
      findings.push(...(found.outputs[i] === undefined ? [] : asItWas(output, report.suppressions.length)));
    findings.push(...(await verifyToday(plan, again, found)));
  } else {
    const today = await loadToday(plan, again);
    if (loaded instanceof ScrubError) findings.push(finding("mismatch", "suppressions", "unreadable", loaded));
    else findings.push(...(await verifyLists(plan, again, found, isSameTool, loaded, today)));
    // All was looked up in them: what proves nothing by now answers nothing.
    today?.warnings();
  }
  if (rerun !== undefined) return [...findings, ...rerun];
  findings.push(finding("unchecked", "", "not-run-again"));
  if (loaded !== undefined && !(loaded instanceof ScrubError) && isComplete(plan, again))
    findings.push(...verifyFacts(report, loaded, isSameTool));
  return findings;
}

/** Loads today's lists. What keeps them from being trusted is the command's own failure. */
async function loadToday(
  { today, now, removed, onProgress }: VerificationPlan,
  again: ScrubAgain,
): Promise<Suppression | undefined> {
  const options = { notesOf: "all", provenBy: provenBy(removed), onProgress } as const;
  const { channel } = again.policy;
  return today && (await loadSuppression(withCanaries(today, again), channel, now, asOf(now), options));
}

/** What goes into a stream can't be taken back. */
function provenBy(removed: OutputFile | undefined): ProvenBy {
  return removed === undefined || removed.temporary !== undefined ? "run" : "load";
}

/** The run's planted numbers prove today's lists, too. */
function withCanaries(today: SuppressionPlan, { suppression: { maskedCanaries = [] } }: ScrubPlan): SuppressionPlan {
  return { ...today, maskedCanaries };
}

/** Who has opted out since of a clean list that is proven, where that is asked. */
async function verifyToday(plan: VerificationPlan, again: ScrubAgain, found: FoundFiles): Promise<Finding[]> {
  const { report, today: asked, removed, onProgress } = plan;
  if (asked === undefined) return [];
  const at = report.outputs.findIndex(({ role }) => role === "clean");
  const file = found.outputs[at];
  if (file === undefined) return [NOBODY_TO_ASK];
  const { path } = report.outputs[at]!;
  const nobody = finding("verified", path, "nobody-since", asked.lists.length);
  if (file.bytes === 0 || (removed === undefined && (await isCleanToday(plan, asked, again, file)))) return [nobody];
  const today = await loadToday(plan, again);
  const reading = { overrides: again.overrides, today, removed, zone: again.suppression.zone, onProgress };
  const { since } = await rereadToday(file.path, report, reading);
  today?.warnings();
  return [since.count === 0 ? nobody : finding("overtaken", path, "opted-out-since", since.count, since.first)];
}

/**
 * Whether a scrub of the clean list by today's lists keeps all of it, whatever the campaign: the quick answer where nobody has
 * opted out. Lists that are streams can't be read twice, if it is not.
 */
async function isCleanToday(
  { report, now, onProgress }: VerificationPlan,
  today: SuppressionPlan,
  again: ScrubAgain,
  { path }: FoundFile,
): Promise<boolean> {
  if (today.lists.some(({ source }) => kindOfPath(source.path) !== "file")) return false;
  const { channel } = again.policy;
  const plan: ScrubPlan = {
    lists: [{ path, overrides: overridesOfOutput(path, report, again.overrides) }],
    suppression: withCanaries(today, again),
    provenBy: "run",
    policy: { channel, types: new Set(NUMBER_TYPES), keepDuplicates: true, keepForeign: true, format: "original" },
  };
  try {
    const nowhere = { clean: undefined, flagged: undefined, removed: undefined };
    const { tally } = await runScrub(plan, nowhere, now, onProgress, onProgress);
    return tally.dispositions.clean === tally.read;
  } catch (error) {
    // A list that only a run refuses can be read all the same.
    if (error instanceof ScrubError && error.place.file === path) return false;
    throw error;
  }
}

/** Whether all the lists of the run can be read again. */
function isComplete({ report, lacksHashKey }: VerificationPlan, again: ScrubAgain): boolean {
  return !lacksHashKey && again.suppression.lists.length === report.suppressions.length;
}

/** Whether it is the report that the run wrote, and its others too; only the log can tell. */
async function verifyReport({ report, sha256, path, log, logFolders, places }: VerificationPlan): Promise<Finding[]> {
  if (log === undefined) return [finding("unchecked", path, "no-log")];
  if (log.broken !== undefined) return [finding("mismatch", path, "log-broken", log.broken.line)];
  const logged = log.reports.get(sha256);
  if (logged?.run === report.run.id) {
    const findings = [finding("verified", path, "in-log", logged.line)];
    for (const other of log.ofRun.get(logged.run) ?? [])
      if (other.sha256 !== sha256)
        findings.push(await verifyLogged(other, { ...places, folders: logFolders }, logged.line));
    return findings;
  }
  return [finding("mismatch", path, log.ofRun.has(report.run.id) ? "not-as-logged" : "not-in-log")];
}

/** Tells until when the list may be used: by its lists' ages and by --valid-for, as the report says them. */
function verifyLife({ report, fresh, now }: VerificationPlan): Finding[] {
  const { options, started_at, finished_at } = report.run;
  const findings: Finding[] = [];
  if (new Date(finished_at).getTime() > now.getTime() + CLOCK_SKEW)
    findings.push(finding("mismatch", "run.finished_at", "times-contradict"));
  const limits = [new Date(started_at).getTime() + Number(options.valid_for)];
  const ages = options.max_age as readonly { list?: string; value: number }[];
  for (const { name, as_of } of report.suppressions) {
    const age =
      ages.findLast(({ list }) => list !== undefined && isNamed({ name }, list)) ??
      ages.findLast(({ list }) => list === undefined);
    if (age !== undefined && as_of !== null) limits.push(new Date(as_of).getTime() + age.value);
  }
  const until = new Date(report.clean_until);
  if (until.getTime() !== Math.min(...limits)) findings.push(finding("mismatch", "clean_until", "times-contradict"));
  const isOver = now > until;
  if (!isOver) findings.push(finding("verified", "clean_until", "still-valid", until.toISOString()));
  else findings.push(finding(fresh ? "overtaken" : "note", "clean_until", "no-longer-valid", until.toISOString()));
  return findings;
}

/** Whether this is an hour in which people may be contacted; what nobody can tell is no. */
function verifyHours({ hours, zone, now }: VerificationPlan): Finding[] {
  if (hours === undefined) return [];
  const instant = Math.floor(now.getTime() / 1000);
  const isOpen = hours.judge({ first: instant, last: instant }) === "inside";
  const [year] = hours.uncovered;
  if (year !== undefined) return [finding("not-now", "", "hours-unknown", year)];
  const until = hours.next(isOpen ? "closed" : "open", instant);
  const when = until === undefined ? undefined : describeInstant(until, zone);
  if (isOpen) return [finding("verified", "", "within-hours", when)];
  if (when === undefined) return [finding("not-now", "", "hours-closed")];
  return [finding("not-now", "", "outside-hours", when)];
}

async function verifyLists(
  plan: VerificationPlan,
  again: ScrubAgain,
  found: FoundFiles,
  isSameTool: boolean,
  asOfRun: Suppression,
  today: Suppression | undefined,
): Promise<Finding[]> {
  const { report, removed, lacksHashKey, onProgress } = plan;
  const findings: Finding[] = [];
  const missing = report.suppressions.length - again.suppression.lists.length;
  if (lacksHashKey) findings.push(finding("gone", "suppressions", "key-needed"));
  else if (missing > 0)
    findings.push(finding("unchecked", "suppressions", "lists-missing", missing, report.suppressions.length));
  const { policy, overrides, suppression } = again;
  const optIns = report.run.options.opt_ins as readonly string[];
  // Without a list whose opt-ins lift those of others, numbers that it lifted seem to be opted out.
  const canJudge = report.suppressions.every(
    ({ name }, i) => found.suppressions[i] !== undefined || !optIns.some((said) => isNamed({ name }, said)),
  );
  const carries = report.inputs.some(({ own_opt_outs }) => own_opt_outs.length > 0);
  const hasInputs = found.inputs.every((file) => file !== undefined);
  const own = carries && hasInputs ? await ownOptOutsOf(again, asOfRun) : [];
  const lookups: Lookups = {
    ...{ policy, asOfRun, own, isComplete: isComplete(plan, again) && (hasInputs || !carries), overrides },
    ...{ canJudge, today, removed, zone: suppression.zone, onProgress },
  };
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
  if (today !== undefined && !findings.some(({ code }) => ANSWERS.has(code))) findings.push(NOBODY_TO_ASK);
  return findings;
}

/** What the phone lists say themselves of who opted out bars their numbers in the run's lists, too. */
async function ownOptOutsOf(again: ScrubAgain, { index }: Suppression): Promise<OwnOptOuts[]> {
  const lists = await prepareLists(await lookAtLists(again.lists), index);
  for (const list of lists) list.close();
  return lists.flatMap(({ own }) => own);
}

const NOBODY_TO_ASK = finding("gone", "", "nobody-to-ask");

/** The codes of answers to the question who has opted out since. */
export const ANSWERS: ReadonlySet<string> = new Set(["nobody-since", "opted-out-since"]);

const READ = { clean: rereadClean, flagged: rereadFlagged, removed: rereadRemoved };

async function verifyList(
  { role, path, bytes, records }: AuditReport["outputs"][number],
  file: FoundFile,
  report: AuditReport,
  lookups: Lookups,
  isSameTool: boolean,
): Promise<Finding[]> {
  const { asOfRun, today, isComplete, canJudge } = lookups;
  const reread = bytes === 0 ? nothingRead() : await READ[role](file.path, report, lookups);
  const wrong: Finding[] = [];
  if (!reread.columnsFit) wrong.push(finding("mismatch", path, "other-columns"));
  if (reread.records !== records) wrong.push(finding("mismatch", path, "count-differs", records, reread.records));
  if (canJudge && reread.headerIsSuppressed) wrong.push(finding("mismatch", path, "suppressed-in-header"));
  const { suppressed, unfit, since } = reread;
  if (canJudge && suppressed.count > 0)
    wrong.push(finding("mismatch", path, "suppressed-in-it", suppressed.count, suppressed.first));
  const code = role === "clean" ? "unfit-in-it" : "judged-otherwise";
  if (canJudge && unfit.count > 0)
    wrong.push(finding(isSameTool ? "mismatch" : "unchecked", path, code, unfit.count, unfit.first));
  if (role !== "clean") {
    const { clean, ...others } = report.counts;
    wrong.push(...recounted(path, role === "removed" ? others : report.counts, reread.dispositions));
    wrong.push(...recounted(path, report.reasons, reread.reasons));
  }
  if (isSameTool && isComplete && reread.matches !== undefined) wrong.push(...matched(report, reread.matches));
  if (isSameTool && isComplete && role !== "removed") wrong.push(...recounted(path, report.types, reread.types));
  if (wrong.length > 0 && today === undefined) return wrong;
  const asSaid = canJudge ? asItWas({ role, path, records }, asOfRun.lists.length) : [];
  const findings = wrong.length > 0 ? wrong : asSaid;
  if (today === undefined || role === "removed") return findings;
  if (since.count > 0) findings.push(finding("overtaken", path, "opted-out-since", since.count, since.first));
  else findings.push(finding("verified", path, "nobody-since", today.lists.length));
  return findings;
}

/** What is said of a list that the run wrote and in which nothing is wrong. `lists`: of suppressions. */
function asItWas(
  { role, path, records }: Pick<AuditReport["outputs"][number], "role" | "path" | "records">,
  lists: number,
) {
  return [
    ...(role === "clean" ? [] : [finding("verified", path, "recounted", records)]),
    ...(role === "removed" ? [] : [finding("verified", path, "still-clean", records, lists)]),
  ];
}

function recounted(
  path: string,
  said: Readonly<Record<string, number>>,
  found: ReadonlyMap<string, number>,
): Finding[] {
  const wrong: Finding[] = [];
  for (const [name, count] of Object.entries(said)) {
    const there = found.get(name) ?? 0;
    if (there !== count) wrong.push(finding("mismatch", path, "recount-differs", name, count, there));
  }
  const unknown = [...found].filter(([name]) => !(name in said)).reduce((sum, [, count]) => sum + count, 0);
  if (unknown > 0) wrong.push(finding("mismatch", path, "recount-unknown", unknown));
  return wrong;
}

/** How many removed records each list holds. */
function matched({ suppressions }: AuditReport, matches: readonly ListMatches[]): Finding[] {
  const said = suppressions.map(({ matched_records, matched_only_here }) => ({ matched_records, matched_only_here }));
  const found = suppressions.map((_, i) => ({
    matched_records: matches[i]?.records ?? 0,
    matched_only_here: matches[i]?.onlyHere ?? 0,
  }));
  return [...compare(said, found, "suppressions", "mismatch")];
}

/** What the lists alone tell, where the run can't be done again. */
function verifyFacts(report: AuditReport, { lists, selfCheck }: Suppression, isSameTool: boolean): Finding[] {
  const startedAt = new Date(report.run.started_at);
  const said = report.suppressions.map(({ name, path, hashes, matched_records, matched_only_here, ...facts }) => facts);
  const found = lists.map((list) => factsOf(list, startedAt));
  const warned = new Set(report.warnings.map((warning) => JSON.stringify(warning)));
  const warnings = lists.flatMap((list) => list.warnings).filter((warning) => !warned.has(JSON.stringify(warning)));
  const standing = isSameTool ? "mismatch" : "unchecked";
  return [
    ...compare(said, found, "suppressions", standing),
    ...compare(report.self_check.sampled, selfCheck.sampled, "self_check.sampled", standing),
    ...warnings.map(({ code }) => finding(standing, `warnings (${code})`, "differs-again")),
  ];
}

async function verifyRerun(
  { report, onProgress }: VerificationPlan,
  again: ScrubAgain,
  found: FoundFiles,
  isSameTool: boolean,
): Promise<Finding[]> {
  try {
    return await verifyByRunningAgain(report, again, found.outputs, isSameTool, onProgress);
  } catch (error) {
    if (!(error instanceof ScrubError)) throw error;
    return [finding("mismatch", error.place.file ?? "", "unreadable", error)];
  }
}

async function load(
  { suppression, policy }: ScrubPlan,
  { report, onProgress }: VerificationPlan,
): Promise<Suppression | ScrubError> {
  const startedAt = new Date(report.run.started_at);
  try {
    // What the run could not prove its repetition can't either.
    const options = { notesOf: "all", provenBy: "run", onProgress } as const;
    return await loadSuppression(suppression, policy.channel, startedAt, asOf(startedAt), options);
  } catch (error) {
    if (error instanceof ScrubError) return error;
    throw error;
  }
}

function asOf(moment: Date): AsOf {
  return { now: Math.floor(moment.getTime() / 1000), asItStood: false };
}
