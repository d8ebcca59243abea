// A past scrub proved again: its report, the bytes of its files, the whole run once more, and who has opted out since.

import { ScrubError } from "../../errors.js";
import type { AuditReport } from "../../evidence/report.js";
import type { ReadLog } from "../../evidence/run-log.js";
import { compareAgain, contentOf } from "../../evidence/verification/compare.js";
import {
  type FoundFile,
  type FoundFiles,
  findFiles,
  type Places,
  unreadable,
} from "../../evidence/verification/files.js";
import { type Finding, finding } from "../../evidence/verification/finding.js";
import type { OutputWanted } from "../../files/output.js";
import { isFile, isWorkbookName } from "../../files/paths.js";
import type { Publication } from "../../files/publication.js";
import type { OnProgress } from "../../lists/progress.js";
import type { SuppressionPlan } from "../../suppression/load.js";
import { reportAgain, type ScrubAgain, scrubClean, startOf } from "./again.js";

export interface Verification {
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
  removed: OutputWanted | undefined;
  publication: Publication;
  fresh: boolean;
  version: string;
  now: Date;
  onProgress: OnProgress;
}

/** The codes of answers to the question who has opted out since. */
export const ANSWERS: readonly string[] = ["nobody-since", "opted-out-since"];

export async function verifyScrub(verification: Verification): Promise<Finding[]> {
  const { report, version, lacksHashKey, places, onProgress, today } = verification;
  const { found, findings } = await findFiles(report, places);
  const again = verification.planOf(found);
  const repeat = lacksHashKey ? undefined : () => reportAgain(report, again, onProgress);
  const repeated = await compareAgain(report, found, version, repeat, report.conservation.read);
  const isProven = repeated.at(-1)?.code === "same-again" && found.outputs.every((file) => file?.isSame !== false);
  const clean = found.outputs[report.outputs.findIndex(({ role }) => role === "clean")];
  // Without one of the lists, numbers that it lifted seem to be opted out.
  const mayAsk = !lacksHashKey && !found.suppressions.includes(undefined);
  return [
    verifyReport(verification),
    verifyLife(verification),
    ...findings,
    ...(lacksHashKey ? [finding("gone", "suppressions", "key-needed")] : []),
    ...repeated,
    ...(mayAsk && !isProven ? await verifyCleanList(verification, again, clean) : []),
    ...(today === undefined ? [] : await verifyToday(verification, today, again, clean)),
  ];
}

/** Whether it is the report that the run wrote; only the log can tell. */
function verifyReport({ report, sha256, path, log }: Verification): Finding {
  if (log === undefined) return finding("unchecked", path, "no-log");
  if (log.broken !== undefined) return finding("mismatch", path, "log-broken", log.broken.line);
  const logged = log.reports.get(sha256);
  if (logged?.run === report.run.id) return finding("verified", path, "in-log", logged.line);
  return finding("mismatch", path, log.ids.has(report.run.id) ? "not-as-logged" : "not-in-log");
}

/** Tells until when the list may be used. */
function verifyLife({ report, fresh, now }: Verification): Finding {
  const until = new Date(report.clean_until);
  const isOver = now > until;
  return isOver
    ? finding(fresh ? "overtaken" : "note", "clean_until", "no-longer-valid", until.toISOString())
    : finding("verified", "clean_until", "still-valid", until.toISOString());
}

/**
 * Scrubs the clean list by the lists of the run, where no repeated run proves it as it stands: who in it is suppressed?
 * One that has its bytes must stay what it is.
 */
async function verifyCleanList(
  { report, onProgress }: Verification,
  again: ScrubAgain,
  file: FoundFile | undefined,
): Promise<Finding[]> {
  const { path = "", sha256 } = report.outputs.find(({ role }) => role === "clean") ?? {};
  const { plan } = again;
  try {
    const scrubbed = await scrubClean(plan, file && again.cleanList(file.path), startOf(report), onProgress);
    const { read, dispositions } = scrubbed.result.tally;
    const { clean, suppressed } = dispositions;
    if (suppressed > 0) return [finding("mismatch", path, "suppressed-in-it", suppressed, scrubbed.first)];
    if (!file?.isSame) return [];
    const content = (await contentOf(path, file)) ?? sha256;
    // What was typed as a number in a workbook is text by now.
    const isAsItWas = clean === read && (isWorkbookName(path) || scrubbed.sha256 === content);
    if (isAsItWas) return [finding("verified", path, "still-clean", read, plan.suppression.lists.length)];
    return [finding("mismatch", path, "differs-again")];
  } catch (error) {
    return [unreadable(path, error)];
  }
}

/** Who has opted out since, by today's lists; what keeps those from being trusted is the command's own failure. */
async function verifyToday(
  { report, removed, now, onProgress, publication }: Verification,
  today: SuppressionPlan,
  { plan, cleanList }: ScrubAgain,
  file: FoundFile | undefined,
): Promise<Finding[]> {
  const nobodyToAsk = finding("overtaken", "", "nobody-to-ask");
  if (file === undefined) return [nobodyToAsk];
  const { path } = report.outputs.find(({ role }) => role === "clean")!;
  // What goes into a stream can't be taken back.
  const provenBy = removed === undefined || isFile(removed.path) ? "run" : "load";
  try {
    const asked = { ...plan, suppression: today, provenBy } as const;
    const { result, first } = await scrubClean(asked, cleanList(file.path), now, onProgress, publication, removed);
    const { suppressed } = result.tally.dispositions;
    if (suppressed > 0) return [finding("overtaken", path, "opted-out-since", suppressed, first)];
    return [finding("verified", path, "nobody-since", today.lists.length)];
  } catch (error) {
    if (!(error instanceof ScrubError) || error.place.file !== file.path) throw error;
    return [unreadable(path, error), nobodyToAsk];
  }
}
