// A past scrub once more, from the same bytes by the same rules: the whole run, or its clean list as the phone list.

import { recordCells } from "../../csv/cells.js";
import { delimiterOf } from "../../csv/dialect.js";
import { ExitCode } from "../../errors.js";
import { type AuditReport, buildReport, type WrittenOutput } from "../../evidence/report.js";
import type { OutputWanted } from "../../files/output.js";
import { isWorkbookName, sizeOf } from "../../files/paths.js";
import { Publication } from "../../files/publication.js";
import { PrivateFolder } from "../../files/temporary.js";
import { batchesOf } from "../../lists/batches.js";
import { saidEncodingOf } from "../../lists/encoding.js";
import { openList } from "../../lists/open.js";
import type { ListOverrides } from "../../lists/overrides.js";
import type { OnProgress } from "../../lists/progress.js";
import type { PhoneListPlan } from "../../scrub/phone-lists.js";
import type { ScrubPlan, ScrubResult } from "../../scrub/run.js";
import type { OutputRole } from "../../scrub/writers.js";
import { NOWHERE, runInto } from "../scrub/run-into.js";

/** The plan of a past run, over its files where they are now. */
export interface ScrubAgain {
  plan: ScrubPlan;
  /** What the options ask for, in the order in which it was written. */
  outputs: readonly { role: OutputRole; path: string }[];
  cleanList(path: string): PhoneListPlan;
  /** Planted numbers as the options have them, masked. */
  canaries: readonly { list: string | undefined; value: string }[];
  cleanUntil(result: ScrubResult): Date;
}

/** Records that are named. */
const FIRST_RECORDS = 5;

/** An output whose bytes are hashed and thrown away: of one that is packed, those of its content. */
export function nowhere(path: string): OutputWanted {
  return { path: NOWHERE, confidential: false, workbook: isWorkbookName(path) && "unpacked" };
}

/** The clean list as it was written: in the dialect of the phone lists, unless it is normalized, with their columns. */
export function cleanListOf(
  { inputs: [input] }: AuditReport,
  normalizes: boolean,
  watch: ListOverrides["watch"],
): ScrubAgain["cleanList"] {
  const { header, phone_columns, dialect, encoding } = input!;
  const written = normalizes ? { delimiter: ",", encoding: "utf-8" } : { delimiter: dialect.delimiter, encoding };
  const text = { delimiter: delimiterOf(written.delimiter), encoding: saidEncodingOf(written.encoding) };
  const known = { header, columns: phone_columns.map(({ position }) => position - 1) };
  const overrides = { columns: [], noHeader: false, mayLackPhones: true, known, ...(watch && { watch }) };
  // A workbook says itself how it is written.
  return (path) => ({ path, overrides: isWorkbookName(path) ? overrides : { ...overrides, ...text } });
}

/** Runs the plan as of the report's beginning, and returns the report of what came out. */
export async function reportAgain(report: AuditReport, again: ScrubAgain, onProgress: OnProgress) {
  const publication = new Publication(false);
  const wanted = Object.fromEntries(again.outputs.map(({ role, path }) => [role, nowhere(path)]));
  const run = { publication, startedAt: startOf(report), onProgress, onLoading: onProgress, warnings: [] };
  try {
    const { result, written } = await runInto(again.plan, wanted, run);
    const outputs = written.map((output, i) => ({ ...output, path: again.outputs[i]!.path }));
    return reportOf(report, again, result, outputs);
  } finally {
    publication.abandon();
  }
}

/** The report of a result as the run would have written it. */
function reportOf(
  { run, tool: { version }, suppressions }: AuditReport,
  { canaries, cleanUntil }: ScrubAgain,
  result: ScrubResult,
  written: readonly WrittenOutput[],
): AuditReport {
  const { id, labels, options, started_at, finished_at } = run;
  const times = { startedAt: new Date(started_at), finishedAt: new Date(finished_at), cleanUntil: cleanUntil(result) };
  const facts = { version, id, labels, options, ...times, exitCode: ExitCode.done };
  const again = buildReport(result, written, facts, undefined);
  const planted = canaries.map(({ list = null, value }) => ({ number: value, list, suppressed: true }));
  // They may have been what proved the hashes of a list.
  const proven = canaries.length > 0 ? suppressions.filter(({ hashes }) => hashes?.proof === "proven") : [];
  const before = (list: unknown) => proven.find(({ name }) => name === list)?.hashes;
  return {
    ...again,
    suppressions: again.suppressions.map((list) => ({ ...list, hashes: before(list.name) ?? list.hashes })),
    self_check: { ...again.self_check, canaries: planted },
    warnings: again.warnings.filter(({ code, values }) => code !== "hashes-unproven" || !before(values[0])),
  };
}

export function startOf({ run }: AuditReport): Date {
  return new Date(run.started_at);
}

/** What came of the clean list by the plan's rules, the hash of what stayed clean, and the first suppressed records. */
export interface ScrubbedClean {
  result: ScrubResult;
  sha256: string;
  first: readonly number[];
}

/**
 * Scrubs the clean list by the plan's suppression lists, which are read also where it is empty or gone.
 * `removed`: where the records of who is suppressed go; the publication is the caller's.
 */
export async function scrubClean(
  plan: ScrubPlan,
  clean: PhoneListPlan | undefined,
  startedAt: Date,
  onProgress: OnProgress,
  publication = new Publication(false),
  removed?: OutputWanted,
): Promise<ScrubbedClean> {
  const lists = clean !== undefined && sizeOf(clean.path) > 0 ? [clean] : [];
  const folder = new PrivateFolder();
  try {
    const wanted = {
      clean: nowhere(clean?.path ?? ""),
      removed: removed ?? { path: folder.place("removed.csv"), confidential: true },
    };
    const run = { publication, startedAt, onProgress, onLoading: onProgress, warnings: [] };
    const { result, written, outputs } = await runInto({ ...plan, lists }, wanted, run);
    const file = result.tally.dispositions.suppressed > 0 ? outputs.removed?.temporary : undefined;
    return { result, sha256: written[0]!.sha256, first: file === undefined ? [] : await firstSuppressed(file) };
  } finally {
    if (removed === undefined) publication.abandon();
    folder.remove();
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
