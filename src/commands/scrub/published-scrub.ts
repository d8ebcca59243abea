// A scrub from what was asked for to what stands: lists are read and judged, what was asked is written and published, and the report
// of it given back. Nothing is printed and nothing of the process touched: whoever runs it says what a person is told.

import { ExitCode, ScrubError, type Warning } from "../../errors.js";
import { type AuditReport, buildReport, type WrittenOutput } from "../../evidence/report.js";
import { type OutputWanted, wantedEvidence, wantedList } from "../../files/output.js";
import { isFile, isTerminal, isWorkbookName } from "../../files/paths.js";
import { checkOutputs, Publication } from "../../files/publication.js";
import type { Progress } from "../../lists/progress.js";
import type { ScrubPlan, ScrubResult } from "../../scrub/run.js";
import type { Tally } from "../../scrub/tally.js";
import type { ListSource } from "../../suppression/sources.js";
import { allSentencesIn } from "../../text/language.js";
import type { Language } from "../../text/languages.js";
import { withNamesOf } from "../list-options.js";
import { LogOfRun, type WrittenReport } from "../log-of-run.js";
import {
  besideAs,
  endOfRun,
  labelsOf,
  refuseBesideJson,
  refuseOtherEndings,
  reportedOptions,
  reportIn,
  withProof,
} from "../reporting.js";
import type { ScrubArguments } from "./arguments.js";
import {
  filesRead,
  operandsOrStdin,
  planPhoneLists,
  planSuppression,
  policyOf,
  withoutOffering,
  withSheetsOf,
} from "./plan.js";
import { runInto } from "./run-into.js";

/** What is told of a scrub while it runs. Whatever a listener throws ends it like any failure. */
export interface ScrubListener {
  /** Is told, before any work, what will be written and what is read. */
  begins?(outputs: readonly OutputWanted[], inputs: readonly string[]): void;
  /** Is told what records the run first when a signal ends it. */
  onStop?(record: (code: ExitCode) => void): void;
  progress?(progress: Progress): void;
  /** How far the suppression lists are read. */
  loading?(progress: Progress): void;
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
  reports: readonly OutputWanted[];
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
  const inputs = [...typed.lists, ...filesRead(typed)];
  const outputs = await outputsOrLogged(typed, inputs, startedAt);
  listener.begins?.(outputs.all, inputs);
  const log = new LogOfRun(outputs.dryRun ? undefined : typed.log, startedAt);
  await log.check(
    outputs.all.map((output) => output.path),
    inputs,
  );
  listener.onStop?.((code) => log.fail(code, undefined));
  try {
    return await scrubLogged(typed, inputs, outputs, log, setting, listener);
  } catch (error) {
    log.fail(exitCodeOf(error), error);
    throw error;
  }
}

/** What keeps a run from having outputs is its failure too, and logged; it comes before that the log can't be used. */
async function outputsOrLogged(
  typed: ScrubArguments,
  inputs: readonly string[],
  startedAt: Date,
): Promise<OutputsOfRun> {
  try {
    return outputsOf(typed);
  } catch (error) {
    const log = new LogOfRun(typed.dryRun ? undefined : typed.log, startedAt);
    const named = [typed.output, typed.removed, ...(typed.report || [])];
    try {
      await log.check(
        named.flatMap((name) => name || []),
        inputs,
      );
      log.fail(exitCodeOf(error), error);
    } catch {
      // Only the first reason is told.
    }
    throw error;
  }
}

function exitCodeOf(error: unknown): ExitCode {
  return error instanceof ScrubError ? error.exitCode : ExitCode.bug;
}

async function scrubLogged(
  typed: ScrubArguments,
  inputs: readonly string[],
  outputs: OutputsOfRun,
  log: LogOfRun,
  { version, language }: ScrubSetting,
  listener: ScrubListener,
): Promise<PublishedScrub> {
  const { startedAt } = log;
  const lists = phoneLists(typed);
  refuseContradiction(typed);
  checkOutputs(outputs.all, [...lists, ...inputs], typed.force);
  const { plan, warnings } = await planOf(typed, lists, outputs);
  const sources = plan.suppression.lists.map(({ source }) => source);
  const publication = new Publication(typed.force);
  try {
    const { main, removed } = outputs;
    const { result, written } = await runInto(
      plan,
      { [typed.flag ? "flagged" : "clean"]: main, removed },
      {
        ...{ publication, startedAt, warnings },
        onProgress: (it) => listener.progress?.(it),
        onLoading: (it) => listener.loading?.(it),
        judged(judged) {
          const refusal = refusalByGuards(typed, judged);
          if (refusal === undefined) return;
          // It points to the reasons above it.
          listener.judged?.(judged, sources);
          throw refusal;
        },
      },
    );
    // Only now: where stdout's reader has gone, nothing is said.
    listener.judged?.(result, sources);
    const cleanUntil = validUntil(typed, plan, result, startedAt);
    const facts = {
      version,
      id: log.id,
      startedAt,
      finishedAt: endOfRun(startedAt),
      cleanUntil,
      labels: labelsOf(typed.label),
      options: optionsAfterDefaults(withNamesOf(typed, sources)),
      exitCode: ExitCode.done,
    };
    const reportAt = (where: string | undefined): AuditReport => buildReport(result, written, facts, where);
    const reports: WrittenReport[] = [];
    for (const wanted of outputs.reports) {
      const output = await publication.open(wanted);
      const built = reportAt(wanted.path);
      const page = async (verify: string) => {
        const { renderPage } = await import("../../evidence/html/page.js");
        return renderPage(built, await allSentencesIn(language), verify);
      };
      output.write(await reportIn(wanted.path, built, outputs.reports, page));
      reports.push({ path: wanted.path, sha256: await output.finish() });
    }
    await publication.publish(() => log.succeed(facts.finishedAt, reports, written));
    listener.published?.();
    const { dryRun } = outputs;
    return { report: reportAt(outputs.reports[0]?.path), written, reports: outputs.reports, dryRun, lists, cleanUntil };
  } catch (error) {
    publication.abandon();
    throw withoutOffering(error, [...inputs, ...outputs.all.map(({ path }) => path)]);
  }
}

/** Returns what the run is to do, and what has to be said of it before it begins. */
async function planOf(
  typed: ScrubArguments,
  paths: readonly string[],
  outputs: OutputsOfRun,
): Promise<{ plan: ScrubPlan; warnings: readonly Warning[] }> {
  const { suppression, warnings } = await planSuppression(typed, paths);
  const sources = suppression.lists.map(({ source }) => source);
  const lists = planPhoneLists(typed, await withSheetsOf(paths, typed), sources);
  const provenBy = outputs.all.every(({ path }) => isFile(path)) ? "run" : "load";
  const policy = policyOf(typed);
  const plan: ScrubPlan = { lists, suppression, provenBy, policy, normalizes: typed.normalize };
  return { plan, warnings };
}

function phoneLists({ lists, suppress }: ScrubArguments): readonly string[] {
  const all = operandsOrStdin(lists, suppress);
  if (all.length === 0) throw new ScrubError(ExitCode.usage, "noPhoneList", [suppress.length, !isTerminal(0)]);
  return all;
}

/** Options of which some exclude others. */
type Exclusive = Pick<ScrubArguments, "suppress" | "suppression" | "normalize" | "flag" | "output">;

function refuseContradiction({ suppress, suppression, normalize, flag, output = "-" }: Exclusive): void {
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
  const toFile = typed.output !== undefined && typed.output !== "-";
  const atTerminal = typed.output === undefined && isTerminal(1);
  const dryRun = typed.dryRun || atTerminal;
  if (!toFile && !typed.dryRun) {
    if (typed.maxRemoved !== undefined) throw new ScrubError(ExitCode.usage, "guardNeedsOutput", ["--max-removed"]);
    if (typed.maxInvalid !== undefined) throw new ScrubError(ExitCode.usage, "guardNeedsOutput", ["--max-invalid"]);
  }
  if (!typed.dryRun) {
    refuseBesideJson(typed.json, "--output", typed.output ?? "-", true);
    refuseBesideJson(typed.json, "--removed", typed.removed, true);
  }
  if (typed.words.includes("--no-report") && typed.words.some((word) => /^--report\b/.test(word)))
    throw new ScrubError(ExitCode.usage, "contradiction", ["--report", "--no-report"]);
  refuseOtherEndings(typed.report || []);
  if (dryRun) return { dryRun, main: undefined, removed: undefined, reports: [], all: [] };
  const main = wantedList(typed.output ?? "-", false);
  const removed = typed.removed === undefined ? undefined : wantedList(typed.removed, true);
  const reports = reportNames(typed).map(wantedEvidence);
  return { dryRun, main, removed, reports, all: [main, ...(removed ? [removed] : []), ...reports] };
}

function reportNames({ report, output }: ScrubArguments): readonly string[] {
  if (report === false) return [];
  if (report !== undefined) return withProof(report);
  if (output === undefined || !isFile(output)) return [];
  return [besideAs(output, /(\.(csv|tsv|txt|xlsx))?(\.gz)?$/i)];
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
