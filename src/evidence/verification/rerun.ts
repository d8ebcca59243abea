// The whole run once more, from the same bytes by the same rules, and its report beside the first one. Of a clean list that this
// does not prove, the same scrub once more.

import { basename } from "node:path";
import { recordCells } from "../../csv/cells.js";
import { delimiterOf } from "../../csv/dialect.js";
import { ExitCode, type Warning } from "../../errors.js";
import { isWorkbookName } from "../../files/names.js";
import type { OutputFile, OutputWanted } from "../../files/output.js";
import { sizeOf } from "../../files/paths.js";
import { PrivateFolder } from "../../files/private-folder.js";
import { Publication } from "../../files/publication.js";
import { batchesOf } from "../../lists/batches.js";
import { saidEncodingOf } from "../../lists/encoding.js";
import { openList } from "../../lists/open.js";
import type { ListOverrides } from "../../lists/overrides.js";
import type { OnProgress } from "../../lists/progress.js";
import { type OutputRole, runScrub, type ScrubOutputs, type ScrubPlan, type ScrubResult } from "../../scrub/run.js";
import { type AuditReport, buildReport, type WrittenOutput } from "../report.js";
import { comparableOutputs, comparableWarnings, compare, contentsOf } from "./compare.js";
import type { FoundFile } from "./files.js";
import { type Finding, finding } from "./finding.js";

/** The plan of a scrub again. */
export interface ScrubAgain extends ScrubPlan {
  /** What the options ask for, in the order in which it was written. */
  outputs: readonly { role: OutputRole; path: string }[];
  /** Planted numbers as the options have them, masked. */
  canaries: readonly { list: string | undefined; value: string }[];
  /** What is looked at beside the phones, of the clean list, too. */
  watch: ListOverrides["watch"];
  cleanUntil(result: ScrubResult): Date;
}

/** What another version or numbering plan may say otherwise of a run that gives the same lists. */
const DETAILS = /^(?:inputs|suppressions|self_check|warnings)\b/;
const FIRST_RECORDS = 5;

/** An output whose bytes are hashed and thrown away. */
export function nowhere(path: string): OutputWanted {
  return { path: "/dev/null", confidential: false, workbook: isWorkbookName(path) && "unpacked" };
}

type Wanted = readonly [OutputRole, OutputWanted];

/** A report and the plan of its run again. */
export interface Repetition {
  report: AuditReport;
  again: ScrubAgain;
  /** The outputs as they were found. */
  found: readonly (FoundFile | undefined)[];
  /** The same version made the report. */
  isSameTool: boolean;
  onProgress: OnProgress;
}

/** Runs the plan as of the report's beginning. Every difference is a finding; none: one that says so. */
export async function runAgain(repetition: Repetition): Promise<Finding[]> {
  const { report, again, found, onProgress } = repetition;
  const wanted = again.outputs.map(({ role, path }): Wanted => [role, nowhere(path)]);
  const { result, digests } = await scrubOnce(again, wanted, startOf(report), onProgress);
  const { cleanRecords: clean, flaggedRecords: flagged, removedRecords: removed } = result;
  const written = again.outputs.map(({ role, path }): WrittenOutput => {
    // The words themselves are in the file: without them it would come out otherwise.
    const words = report.outputs.find((said) => said.role === role)?.words;
    return { role, path, ...digests[role]!, records: { clean, flagged, removed }[role], ...(words && { words }) };
  });
  const packed = await contentsOf(report.outputs, found);
  const contents = written.map(({ sha256 }, i) => packed[i] && sha256);
  const repeated = comparable(reportAgain(repetition, result, written), contents);
  const differences = differencesOf(comparable(report, packed), repeated, repetition);
  if (differences.some((it) => it.standing === "mismatch")) return differences;
  return [...differences, finding("verified", "", "same-again", report.conservation.read)];
}

function differencesOf(said: unknown, found: unknown, { isSameTool }: Repetition): Finding[] {
  return [...compare(said, found, "", (where) => (isSameTool || !DETAILS.test(where) ? "mismatch" : "unchecked"))];
}

/** What must come out the same: neither where files are, nor who ran it when. */
function comparable(report: AuditReport, contents: readonly (string | undefined)[]): unknown {
  const { tool, run, inputs, suppressions, outputs, warnings, ...found } = report;
  return {
    ...found,
    inputs: inputs.map(({ path, ...rest }) => rest),
    suppressions: suppressions.map(({ path, ...rest }) => rest),
    outputs: comparableOutputs(outputs, contents),
    warnings: comparableWarnings(warnings),
  };
}

/** The report of a result as the run would have written it. */
function reportAgain({ report, again }: Repetition, result: ScrubResult, written: readonly WrittenOutput[]) {
  const { run, tool } = report;
  const { id, labels, options } = run;
  const times = { startedAt: startOf(report), finishedAt: new Date(run.finished_at) };
  const cleanUntil = again.cleanUntil(result);
  const facts = { version: tool.version, id, labels, options, ...times, cleanUntil, exitCode: ExitCode.done };
  const unsuppressed: Warning[] = again.suppression.lists.length > 0 ? [] : [{ code: "no-suppression", values: [] }];
  const warnings = [...unsuppressed, ...result.warnings];
  const repeated = buildReport({ ...result, warnings }, written, facts, undefined);
  const canaries = again.canaries.map(({ list = null, value }) => ({ number: value, list, suppressed: true }));
  return { ...repeated, self_check: { ...repeated.self_check, canaries } };
}

/**
 * Scrubs the clean list by the lists of the run, where it is not as it was or no repeated run proves it: who in it is suppressed?
 * One that is as it was must stay what it is, and the lists must say of themselves what they said.
 */
export async function verifyCleanList(repetition: Repetition): Promise<Finding[]> {
  const { report, again, found, onProgress } = repetition;
  const at = report.outputs.findIndex(({ role }) => role === "clean");
  const [said, file] = [report.outputs[at], found[at]];
  const { path = "", sha256 } = said ?? {};
  // What proved the hashes of a list may have been a match that is in no clean list.
  const lists = again.suppression.lists.map((list) => ({ ...list, terms: { ...list.terms, allowUnproven: true } }));
  const plan = { ...again, suppression: { ...again.suppression, lists } };
  const { result, digests, first } = await scrubClean(report, plan, file, startOf(report), onProgress);
  const { dispositions, read } = result.tally;
  const { suppressed } = dispositions;
  const repeated = reportAgain(repetition, result, again.outputs as WrittenOutput[]);
  const findings = [
    ...(suppressed > 0 ? [finding("mismatch", path, "suppressed-in-it", suppressed, first)] : []),
    ...differencesOf(ofLists(report), ofLists(repeated), repetition),
  ];
  if (!file?.isSame || findings.length > 0) return findings;
  const [content = sha256] = await contentsOf([{ path }], [file]);
  // What was typed as a number in a workbook is text by now.
  const isAsItWas = dispositions.clean === read && (isWorkbookName(path) || digests.clean!.sha256 === content);
  if (isAsItWas) return [finding("verified", path, "still-clean", read, lists.length)];
  return [finding("mismatch", path, "differs-again")];
}

/** What the options and the suppression lists tell by themselves, whatever the phone lists hold. */
function ofLists({ suppressions, outputs, self_check, clean_until }: AuditReport): unknown {
  const facts = suppressions.map(({ path, hashes, matched_records, matched_only_here, ...rest }) => rest);
  const named = outputs.map(({ role, path }) => ({ role, name: basename(path) }));
  return { suppressions: facts, outputs: named, self_check, clean_until };
}

function startOf({ run }: AuditReport): Date {
  return new Date(run.started_at);
}

/** Scrubs a clean list; one that is empty or gone is none, and the suppression lists are read all the same. */
export async function scrubClean(
  report: AuditReport,
  again: ScrubAgain,
  file: FoundFile | undefined,
  at: Date,
  onProgress: OnProgress,
  removed?: OutputFile,
) {
  const isThere = file !== undefined && sizeOf(file.path) > 0;
  const plan = { ...again, lists: isThere ? [cleanList(report, again, file.path)] : [] };
  const clean: Wanted = ["clean", nowhere(file?.path ?? "")];
  const folder = new PrivateFolder();
  try {
    const told: Wanted = ["removed", { path: folder.place("removed.csv"), confidential: true }];
    return await scrubOnce(plan, [clean, told], at, onProgress, removed);
  } finally {
    folder.remove();
  }
}

/** The clean list in the place of the phone lists: in their dialect, if it is not normalized, and with their columns. */
function cleanList({ inputs: [input] }: AuditReport, { normalizes, watch }: ScrubAgain, path: string) {
  const { header, phone_columns, dialect, encoding } = input!;
  const written = normalizes ? { delimiter: ",", encoding: "utf-8" } : { delimiter: dialect.delimiter, encoding };
  const text = { delimiter: delimiterOf(written.delimiter), encoding: saidEncodingOf(written.encoding) };
  const known = { header, columns: phone_columns.map(({ position }) => position - 1) };
  const overrides = { columns: [], noHeader: false, mayLackPhones: true, known, ...(watch && { watch }) };
  // A workbook says itself how it is written.
  return { path, overrides: isWorkbookName(path) ? overrides : { ...overrides, ...text } };
}

/**
 * Runs a scrub of which no output stays but `removed`. Returns its result, what was written by its role, and the numbers of the
 * first suppressed records, where a file has them.
 */
async function scrubOnce(
  plan: ScrubPlan,
  wanted: readonly Wanted[],
  at: Date,
  onProgress: OnProgress,
  removed?: OutputFile,
) {
  const publication = new Publication(false);
  let outputs: ScrubOutputs = { clean: undefined, flagged: undefined, removed };
  const open = async () => {
    outputs = { clean: undefined, flagged: undefined, removed };
    for (const [role, output] of wanted) outputs[role] ??= await publication.open(output);
    return outputs;
  };
  const openAgain = () => {
    publication.abandon();
    return open();
  };
  try {
    // What stands in the file of somebody else can't be taken back.
    const again = removed === undefined ? openAgain : undefined;
    const result = await runScrub(plan, await open(), at, onProgress, onProgress, again);
    const digests: Partial<Record<OutputRole, { sha256: string; bytes: number }>> = {};
    for (const [role] of wanted) {
      const sha256 = await outputs[role]!.finish();
      digests[role] = { sha256, bytes: outputs[role]!.bytes };
    }
    const file = result.tally.dispositions.suppressed > 0 ? outputs.removed?.temporary : undefined;
    return { result, digests, first: file === undefined ? [] : await firstSuppressed(file) };
  } finally {
    publication.abandon();
  }
}

/** The first records that a removed list holds as suppressed, by their numbers in the list that they come from. */
async function firstSuppressed(file: string): Promise<number[]> {
  const overrides = { columns: [], noHeader: true, mayLackPhones: true, known: { header: false, columns: [] } };
  const list = await openList(file, "phone-list", ExitCode.no, overrides);
  const first: number[] = [];
  try {
    for await (const batch of batchesOf(list, ExitCode.no))
      for (let i = 0; i < batch.count && first.length < FIRST_RECORDS; i++) {
        batch.select(i);
        const cells = recordCells(batch.bytes, batch.start, batch.end, list.dialect);
        // Disposition, reason, source, since, record; and what the lists say of why, where they say anything.
        const at = cells.lastIndexOf("suppressed", -5);
        if (at >= cells.length - 6 && at >= 0) first.push(Number(cells[at + 4]));
      }
  } finally {
    list.file.close();
  }
  return first;
}
