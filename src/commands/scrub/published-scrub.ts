// A scrub from what was asked for to what stands: lists are read and judged, what was asked is written and published, and the report
// of it given back. Nothing is printed and nothing of the process touched: whoever runs it says what a person is told.

import { ExitCode, ScrubError } from "../../errors.js";
import { type AuditReport, buildReport, type WrittenOutput } from "../../evidence/report.js";
import { type OutputWanted, wantedEvidence, wantedList } from "../../files/output.js";
import { isFile, isTerminal, isWorkbookName } from "../../files/paths.js";
import { checkOutputs, Publication } from "../../files/publication.js";
import type { OnProgress } from "../../lists/progress.js";
import type { ScrubPlan, ScrubResult } from "../../scrub/run.js";
import type { Tally } from "../../scrub/tally.js";
import type { ListSource } from "../../suppression/sources.js";
import { allSentencesIn } from "../../text/language.js";
import type { Language } from "../../text/languages.js";
import { withNamesOf } from "../list-options.js";
import { LogOfRun } from "../log-of-run.js";
import {
  besideAs,
  endOfRun,
  labelsOf,
  refuseBesideJson,
  reportedOptions,
  type WrittenReport,
  withProof,
  writeReports,
} from "../reporting.js";
import type { ScrubArguments } from "./arguments.js";
import { filesRead, operandsOrStdin, planPhoneLists, planSuppression, policyOf, withSheetsOf } from "./plan.js";
import { finish, runInto } from "./run-into.js";

/** What is told of a scrub while it runs. Whatever a listener throws ends it like any failure. */
export interface ScrubListener {
  /** Is told, before any work, what will be written and what is read. */
  begins?(outputs: readonly OutputWanted[], inputs: readonly string[]): void;
  /** Is told what records the run first when a signal ends it. */
  onStop?(record: (code: ExitCode) => void): void;
  progress?: OnProgress;
  /** How far the suppression lists are read. */
  loading?: OnProgress;
  /** Is told the result when all records are judged; a guard may still refuse it. */
  judged?(result: ScrubResult, sources: readonly ListSource[]): void;
  published?(): void;
}

/** The program that runs a scrub. */
export interface ScrubSetting {
  version: string;
  /** The language of the page. */
  language: Language;
}

export interface PublishedScrub {
  report: AuditReport;
  written: readonly WrittenOutput[];
  reports: readonly WrittenReport[];
  /** Whether nothing was to be written. */
  dryRun: boolean;
  lists: readonly string[];
  cleanUntil: Date;
}

/** Runs a scrub and publishes it; whatever makes the run unusable is thrown, and then nothing new stands. */
export async function publishScrub(
  typed: ScrubArguments,
  setting: ScrubSetting,
  listener: ScrubListener,
): Promise<PublishedScrub> {
  const startedAt = new Date();
  const outputs = outputsOf(typed);
  const inputs = [...typed.lists, ...filesRead(typed)];
  listener.begins?.(outputs.all, inputs);
  const log = new LogOfRun(outputs.dryRun ? undefined : typed.log, startedAt);
  await log.check(outputs.all, inputs);
  listener.onStop?.((code) => log.fail(code));
  const publication = new Publication(typed.force);
  try {
    return await scrubInto(publication, typed, outputs, log, setting, listener);
  } catch (error) {
    publication.abandon();
    log.fail(error instanceof ScrubError ? error.exitCode : ExitCode.bug, error);
    throw error;
  }
}

async function scrubInto(
  publication: Publication,
  typed: ScrubArguments,
  outputs: OutputsOfRun,
  log: LogOfRun,
  { version, language }: ScrubSetting,
  listener: ScrubListener,
): Promise<PublishedScrub> {
  const { startedAt } = log;
  const lists = phoneLists(typed);
  refuseContradiction(typed);
  checkOutputs(outputs.all, [...lists, ...filesRead(typed)], typed.force);
  const { plan, warnings } = await planOf(typed, lists, outputs);
  const sources = plan.suppression.lists.map(({ source }) => source);
  const wanted = { [typed.flag ? "flagged" : "clean"]: outputs.main, removed: outputs.removed };
  const ran = await runInto(plan, wanted, { ...listener, publication, startedAt, warnings });
  const { result } = ran;
  const refusal = refusalByGuards(typed, result);
  const written = refusal === undefined ? await finish(ran) : [];
  // Only now: where stdout's reader has gone, nothing is said. A refusal points to the reasons above it.
  listener.judged?.(result, sources);
  if (refusal !== undefined) throw refusal;
  const facts = {
    ...{ version, id: log.id, startedAt, finishedAt: endOfRun(startedAt), exitCode: ExitCode.done },
    cleanUntil: validUntil(typed, plan, result, startedAt),
    labels: labelsOf(typed.label),
    options: optionsAfterDefaults(withNamesOf(typed, sources)),
  };
  const reportAt = (where: string | undefined) => buildReport(result, written, facts, where);
  const reports = await writeReports(outputs.reports, publication, reportAt, async (report, verify) => {
    const { renderPage } = await import("../../evidence/html/page.js");
    return renderPage(report, await allSentencesIn(language), verify);
  });
  await publication.publish(() => log.succeed(facts.finishedAt, reports, written));
  if (!outputs.dryRun) listener.published?.();
  const report = reportAt(reports[0]?.path);
  return { report, written, reports, dryRun: outputs.dryRun, lists, cleanUntil: facts.cleanUntil };
}

/** Returns what the run is to do, and what has to be said of it before it begins. */
async function planOf(typed: ScrubArguments, paths: readonly string[], outputs: OutputsOfRun) {
  const { suppression, warnings } = await planSuppression(typed, paths);
  const sources = suppression.lists.map(({ source }) => source);
  const lists = planPhoneLists(typed, await withSheetsOf(paths, typed), sources);
  const provenBy = outputs.all.every(({ path }) => isFile(path)) ? "run" : "load";
  const plan: ScrubPlan = { lists, suppression, provenBy, policy: policyOf(typed), normalizes: typed.normalize };
  return { plan, warnings };
}

function phoneLists({ lists, suppress }: ScrubArguments): readonly string[] {
  const all = operandsOrStdin(lists, suppress);
  if (all.length === 0) throw new ScrubError(ExitCode.usage, "noPhoneList", [suppress.length, !isTerminal(0)]);
  return all;
}

function refuseContradiction({ suppress, suppression, normalize, flag, output = "-" }: ScrubArguments): void {
  const other = flag ? "--flag" : isWorkbookName(output) ? "-o .xlsx" : undefined;
  if (normalize && other !== undefined) throw new ScrubError(ExitCode.usage, "contradiction", ["--normalize", other]);
  if (suppress.length === 0 && suppression) throw new ScrubError(ExitCode.usage, "noSuppression", []);
  if (suppress.length > 0 && !suppression)
    throw new ScrubError(ExitCode.usage, "contradiction", ["--suppress", "--no-suppression"]);
}

interface OutputsOfRun {
  /** The clean list, or the flagged one. */
  main: OutputWanted | undefined;
  removed: OutputWanted | undefined;
  reports: readonly OutputWanted[];
  all: readonly OutputWanted[];
  /** Whether nothing is written, because the user said so or because stdout is a terminal. */
  dryRun: boolean;
}

function outputsOf(typed: ScrubArguments): OutputsOfRun {
  const { output = "-", removed: wantedRemoved, json } = typed;
  const guard =
    typed.maxRemoved !== undefined ? "--max-removed" : typed.maxInvalid !== undefined ? "--max-invalid" : "";
  if (guard !== "" && output === "-" && !typed.dryRun)
    throw new ScrubError(ExitCode.usage, "guardNeedsOutput", [guard]);
  if (!typed.dryRun) {
    refuseBesideJson(json, "--output", output, true);
    refuseBesideJson(json, "--removed", wantedRemoved, true);
  }
  const dryRun = typed.dryRun || (typed.output === undefined && isTerminal(1));
  if (dryRun) return { dryRun, main: undefined, removed: undefined, reports: [], all: [] };
  const main = wantedList(output, false);
  const removed = wantedRemoved === undefined ? undefined : wantedList(wantedRemoved, true);
  const reports = reportNames(typed).map(wantedEvidence);
  return { dryRun, main, removed, reports, all: [main, ...(removed ? [removed] : []), ...reports] };
}

function reportNames({ report, output }: ScrubArguments): readonly string[] {
  if (report !== undefined) return withProof(report || []);
  return output !== undefined && isFile(output) ? [besideAs(output, /(\.(csv|tsv|txt|xlsx))?(\.gz)?$/i)] : [];
}

/** Why the guards that were asked for do not let the result stand. */
function refusalByGuards(
  typed: Pick<ScrubArguments, "maxRemoved" | "maxInvalid" | "strict">,
  { tally, warnings }: { tally: Pick<Tally, "read" | "sum" | "dispositions">; warnings: readonly unknown[] },
): ScrubError | undefined {
  const { maxRemoved, maxInvalid } = typed;
  const { read, sum } = tally;
  if (read !== sum) return new ScrubError(ExitCode.guard, "countsDoNotAdd", [read, sum]);
  const removed = read - tally.dispositions.clean;
  if (maxRemoved !== undefined && removed > maxRemoved * read)
    return new ScrubError(ExitCode.guard, "tooMuchRemoved", [removed, read, maxRemoved]);
  const { invalid } = tally.dispositions;
  if (maxInvalid !== undefined && invalid > maxInvalid * read)
    return new ScrubError(ExitCode.guard, "tooMuchInvalid", [invalid, read, maxInvalid]);
  if (typed.strict && warnings.length > 0) return new ScrubError(ExitCode.guard, "strictWarnings", [warnings.length]);
  return undefined;
}

/** The earlier of --valid-for and of every list's date plus its --max-age. */
export function validUntil(
  { validFor }: Pick<ScrubArguments, "validFor">,
  plan: Pick<ScrubPlan, "suppression">,
  result: ScrubResult,
  startedAt: Date,
): Date {
  const limits = [startedAt.getTime() + validFor];
  for (const [i, list] of result.suppressions.entries()) {
    const { maxAge } = plan.suppression.lists[i]!.terms;
    if (maxAge !== undefined && list.asOf !== undefined) limits.push(list.asOf.at.getTime() + maxAge);
  }
  return new Date(Math.min(...limits));
}

/** Everything that shaped the run; planted numbers masked, and what only concerns the screen left out. */
function optionsAfterDefaults(typed: ScrubArguments): Record<string, unknown> {
  const { words, lists, suppress, label, quiet, json, progress, ...shaping } = typed;
  return reportedOptions(shaping);
}
