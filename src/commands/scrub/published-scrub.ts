// Runs a scrub from parsed arguments to published outputs and the report. It prints nothing and leaves the process alone: the
// command and the library call it.

import { ExitCode, ScrubError } from "../../errors.js";
import { type AuditReport, buildReport, type WrittenOutput } from "../../evidence/report.js";
import { type OutputWanted, wantedEvidence, wantedList } from "../../files/output.js";
import { isFile, isTerminal, packingOf } from "../../files/paths.js";
import { checkOutputs, Publication } from "../../files/publication.js";
import type { OnProgress } from "../../lists/progress.js";
import type { ScrubPlan, ScrubResult } from "../../scrub/run.js";
import type { ListSource } from "../../suppression/sources.js";
import { allSentencesIn } from "../../text/language.js";
import type { Language } from "../../text/languages.js";
import { withNamesOf } from "../list-options.js";
import { LogOfRun } from "../log-of-run.js";
import {
  endOfRun,
  labelsOf,
  refuseWithJson,
  reportedOptions,
  siblingOf,
  type WrittenReport,
  withProof,
  writeReports,
} from "../reporting.js";
import type { ScrubArguments } from "./arguments.js";
import { filesRead, operandsOrStdin, planPhoneLists, planSuppression, policyOf, withSheetsOf } from "./plan.js";
import { finish, runInto, type WantedOutputs } from "./run-into.js";

/** Callbacks during a scrub. An error that one throws ends it like any failure. */
export interface ScrubListener {
  /** Called before any work with the outputs and inputs. */
  begins?(outputs: readonly OutputWanted[], inputs: readonly string[]): void;
  /** Gets the function to call first if a signal ends the run. */
  onStop?(record: (code: ExitCode) => void): void;
  progress?: OnProgress;
  /** The progress over the suppression lists. */
  loading?: OnProgress;
  /** Called with the result when all records are judged; a guard may still refuse it. */
  judged?(result: ScrubResult, sources: readonly ListSource[]): void;
  published?(): void;
}

export interface ScrubSetting {
  version: string;
  /** The language of the page. */
  language: Language;
}

/** The result of a scrub. A dry run writes nothing. */
export interface PublishedScrub {
  report: AuditReport;
  written: readonly WrittenOutput[];
  reports: readonly WrittenReport[];
}

/** Runs a scrub and publishes its outputs. Throws if the run is unusable; then nothing is published. */
export async function publishScrub(
  typed: ScrubArguments,
  setting: ScrubSetting,
  listener: ScrubListener,
): Promise<PublishedScrub> {
  const startedAt = new Date();
  const outputs = outputsOf(typed);
  const read = filesRead(typed);
  const inputs = [...typed.lists, ...read];
  listener.begins?.(outputs.all, inputs);
  const log = new LogOfRun(outputs.dryRun ? undefined : typed.log, startedAt);
  await log.check(outputs.all, inputs);
  listener.onStop?.((code) => log.fail(code));
  const publication = new Publication(typed.force);
  try {
    return await scrubInto(typed, outputs, { publication, log, read }, setting, listener);
  } catch (error) {
    publication.abandon();
    log.fail(error instanceof ScrubError ? error.exitCode : ExitCode.bug, error);
    throw error;
  }
}

async function scrubInto(
  typed: ScrubArguments,
  outputs: OutputsOfRun,
  { publication, log, read }: { publication: Publication; log: LogOfRun; read: readonly string[] },
  { version, language }: ScrubSetting,
  listener: ScrubListener,
): Promise<PublishedScrub> {
  const { startedAt } = log;
  const lists = phoneLists(typed);
  const labels = labelsOf(typed.label);
  refuseContradiction(typed);
  checkOutputs(outputs.all, [...lists, ...read], typed.force);
  const { suppression, warnings } = await planSuppression(typed, lists);
  const sources = suppression.lists.map(({ source }) => source);
  const plan: ScrubPlan = {
    lists: planPhoneLists(typed, await withSheetsOf(lists, typed), sources),
    suppression,
    provenBy: outputs.all.every(({ path }) => isFile(path)) ? "run" : "load",
    policy: policyOf(typed),
    normalizes: typed.normalize,
  };
  const ran = await runInto(plan, outputs.lists, { ...listener, publication, startedAt, warnings });
  const { result } = ran;
  const refusal = refusalByGuards(typed, result);
  const written = refusal === undefined ? await finish(ran) : [];
  // Not earlier: nothing is printed if stdout's reader is gone. A refusal points to the reasons above it.
  listener.judged?.(result, sources);
  if (refusal !== undefined) throw refusal;
  const facts = {
    ...{ version, id: log.id, startedAt, finishedAt: endOfRun(startedAt), exitCode: ExitCode.done },
    cleanUntil: validUntil(typed, plan, result, startedAt),
    labels,
    options: optionsAfterDefaults(withNamesOf(typed, sources)),
  };
  const reportAt = (where: string | undefined) => buildReport(result, written, facts, where);
  const reports = await writeReports(outputs.reports, publication, reportAt, async (report, verify) => {
    const { renderPage } = await import("../../evidence/html/page.js");
    return renderPage(report, await allSentencesIn(language), verify);
  });
  await publication.publish(() => log.succeed(facts.finishedAt, reports, written));
  if (!outputs.dryRun) listener.published?.();
  return { report: reportAt(reports[0]?.path), written, reports };
}

function phoneLists({ lists, suppress }: ScrubArguments): readonly string[] {
  const all = operandsOrStdin(lists, suppress);
  if (all.length === 0) throw new ScrubError(ExitCode.usage, "noPhoneList", [suppress.length, !isTerminal(0)]);
  return all;
}

function refuseContradiction({ suppress, suppression, normalize, flag, output = "-" }: ScrubArguments): void {
  const other = flag ? "--flag" : packingOf(output) === "workbook" ? "-o .xlsx" : undefined;
  if (normalize && other !== undefined) throw new ScrubError(ExitCode.usage, "contradiction", ["--normalize", other]);
  if (suppress.length === 0 && suppression) throw new ScrubError(ExitCode.usage, "noSuppression", []);
  if (suppress.length > 0 && !suppression)
    throw new ScrubError(ExitCode.usage, "contradiction", ["--suppress", "--no-suppression"]);
}

interface OutputsOfRun {
  lists: WantedOutputs;
  reports: readonly OutputWanted[];
  all: readonly OutputWanted[];
  /** Whether nothing is written: by --dry-run, or because stdout is a terminal. */
  dryRun: boolean;
}

function outputsOf(typed: ScrubArguments): OutputsOfRun {
  const { output = "-", removed, json, maxRemoved, maxInvalid } = typed;
  if (!typed.dryRun) {
    const guard = maxRemoved !== undefined ? "--max-removed" : "--max-invalid";
    if ((maxRemoved ?? maxInvalid) !== undefined && output === "-")
      throw new ScrubError(ExitCode.usage, "guardNeedsOutput", [guard]);
    refuseWithJson(json, "--output", output, true);
    refuseWithJson(json, "--removed", removed, true);
  }
  if (typed.dryRun || (typed.output === undefined && isTerminal(1)))
    return { lists: {}, reports: [], all: [], dryRun: true };
  const lists = {
    [typed.flag ? "flagged" : "clean"]: wantedList(output, false),
    ...(removed !== undefined && { removed: wantedList(removed, true) }),
  };
  const reports = reportNames(typed).map(wantedEvidence);
  return { lists, reports, all: [...Object.values(lists), ...reports], dryRun: false };
}

function reportNames({ report, output }: ScrubArguments): readonly string[] {
  if (report !== undefined) return withProof(report || []);
  return output !== undefined && isFile(output) ? [siblingOf(output, /(\.(csv|tsv|txt|xlsx))?(\.gz)?$/i)] : [];
}

/** Returns the error of the first guard that refuses the result. */
function refusalByGuards(typed: ScrubArguments, { tally, warnings }: ScrubResult): ScrubError | undefined {
  const { read, sum, dispositions } = tally;
  if (read !== sum) return new ScrubError(ExitCode.guard, "countsDoNotAdd", [read, sum]);
  const limits = [
    { most: typed.maxRemoved, count: read - dispositions.clean, sentence: "tooMuchRemoved" },
    { most: typed.maxInvalid, count: dispositions.invalid, sentence: "tooMuchInvalid" },
  ] as const;
  for (const { most, count, sentence } of limits)
    if (most !== undefined && count > most * read) return new ScrubError(ExitCode.guard, sentence, [count, read, most]);
  if (typed.strict && warnings.length > 0) return new ScrubError(ExitCode.guard, "strictWarnings", [warnings.length]);
  return undefined;
}

/** Returns the earliest of --valid-for and every list's date plus its --max-age. */
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

/** Returns all options that affect the run, planted numbers masked, without those about the screen. */
function optionsAfterDefaults(typed: ScrubArguments): Record<string, unknown> {
  const { words, lists, suppress, label, quiet, json, progress, ...shaping } = typed;
  return reportedOptions(shaping);
}
