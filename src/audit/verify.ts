// A past audit of contacts proved again: its sums, the bytes of its files, and the whole audit once more, beside the first.

import { ScrubError } from "../errors.js";
import type { RunFacts } from "../evidence/report.js";
import { compare } from "../evidence/verification/compare.js";
import { type FoundFiles, type Places, verifyFiles } from "../evidence/verification/files.js";
import { type Finding, finding } from "../evidence/verification/finding.js";
import { comparableOutputs, comparableWarnings, contentsOf, openNowhere } from "../evidence/verification/rerun.js";
import { verifyTool } from "../evidence/verification/tool.js";
import type { OnProgress } from "../lists/progress.js";
import { auditContacts, type ContactAuditPlan, isWithoutOffence } from "./contacts.js";
import { type AuditTerms, buildContactReport, type ContactReport, type WrittenOffences } from "./report.js";

export interface ContactVerification {
  report: ContactReport;
  places: Places;
  version: string;
  /** Lists were hashed with a key, and nobody says which. */
  lacksHashKey: boolean;
  /** How the audit was planned, over its files as they were all found. */
  planOf: (found: AuditFiles) => { plan: ContactAuditPlan; terms: AuditTerms };
  /** Told of every list that is read. */
  onProgress: OnProgress;
}

export interface AuditFiles {
  log: string;
  /** Undefined where none was named, or it comes with the package. */
  holidays: string | undefined;
  suppressions: readonly { path: string; bytes: number }[];
}

export async function verifyAudit(verification: ContactVerification): Promise<Finding[]> {
  const { report, places, lacksHashKey, version } = verification;
  const holidays = holidaysOf(report);
  // Reports of earlier versions don't say how long that file was.
  const inputs = [report.log, ...(holidays?.bytes === undefined ? [] : [holidays])];
  const { found, findings } = await verifyFiles({ ...report, inputs }, places);
  const tool = verifyTool(report.tool, version);
  const files = allOf(found, holidays !== undefined);
  return [
    ...verifySums(report),
    ...findings,
    ...tool,
    ...(lacksHashKey ? [finding("gone", "suppressions", "key-needed")] : []),
    ...(files === undefined || lacksHashKey
      ? [finding("unchecked", "", "not-run-again")]
      : await auditAgain(verification, files, found, tool.length === 0)),
  ];
}

/** The file of holidays, where it is one of the user's. */
function holidaysOf({ hours }: ContactReport) {
  const named = hours?.holidays ?? undefined;
  return named?.path === "sv" ? undefined : named;
}

/** Undefined where one is missing. */
function allOf({ inputs: [log, holidays], suppressions }: FoundFiles, hasHolidays: boolean): AuditFiles | undefined {
  if (log === undefined || (hasHolidays && holidays === undefined)) return undefined;
  const lists = suppressions.flatMap((file) => file ?? []);
  return lists.length < suppressions.length
    ? undefined
    : { log: log.path, holidays: holidays?.path, suppressions: lists };
}

function verifySums({ contacts, apart, channels }: ContactReport): Finding[] {
  const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
  const sums = [
    { where: "contacts.read", said: contacts.read, found: contacts.inbound + contacts.judged + contacts.apart },
    { where: "contacts.apart", said: contacts.apart, found: total(apart.map(({ count }) => count)) },
    { where: "contacts.judged", said: contacts.judged, found: total(channels.map(({ judged }) => judged)) },
    { where: "contacts.offences", said: contacts.offences, found: total(channels.map(({ offences }) => offences)) },
  ];
  const wrong = sums.filter(({ said, found }) => said !== found);
  if (wrong.length === 0) return [finding("verified", "", "counts-add-up", contacts.read)];
  return wrong.map(({ where, said, found }) => finding("mismatch", where, "count-differs", said, found));
}

async function auditAgain(
  { report, planOf, onProgress }: ContactVerification,
  files: AuditFiles,
  { outputs }: FoundFiles,
  isSameTool: boolean,
): Promise<Finding[]> {
  try {
    const { plan, terms } = planOf(files);
    const { again, contents } = await runAgain(report, plan, terms, onProgress);
    const said = comparable(report, await contentsOf(report.outputs, outputs));
    const found = comparable(again, contents);
    const differences = [...compare(said, found, "", isSameTool ? "mismatch" : "unchecked")];
    return differences.length > 0 ? differences : [finding("verified", "", "same-again", report.contacts.read)];
  } catch (error) {
    if (!(error instanceof ScrubError)) throw error;
    return [finding("mismatch", error.place.file ?? "", "unreadable", error)];
  }
}

async function runAgain(report: ContactReport, plan: ContactAuditPlan, terms: AuditTerms, onProgress: OnProgress) {
  const [said] = report.outputs;
  const output = said && (await openNowhere());
  try {
    const { run, tool } = report;
    const startedAt = new Date(run.started_at);
    const audit = await auditContacts(plan, output, startedAt, onProgress);
    const sha256 = await output?.finish();
    const written: WrittenOffences[] =
      output === undefined ? [] : [{ path: said!.path, sha256: sha256!, bytes: output.bytes, records: audit.written }];
    const facts: Omit<RunFacts, "cleanUntil"> = {
      ...{ version: tool.version, id: run.id, startedAt, finishedAt: new Date(run.finished_at) },
      ...{ labels: run.labels, options: run.options, exitCode: isWithoutOffence(audit) ? 0 : 1 },
    };
    const contents = written.map((it) => it.sha256);
    return { again: buildContactReport(audit, terms, written, facts, undefined), contents };
  } finally {
    output?.close();
  }
}

/** What must come out the same: neither where files are, nor who audited when. */
function comparable(report: ContactReport, contents: readonly (string | undefined)[]): unknown {
  const { schema_version, kind, tool, run, log, suppressions, hours, outputs, warnings, ...found } = report;
  const withoutPath = <T extends { path: string }>({ path, ...rest }: T) => rest;
  return {
    ...found,
    exit_code: run.exit_code,
    log: withoutPath(log),
    suppressions: suppressions.map(withoutPath),
    hours: hours && { ...hours, holidays: hours.holidays?.sha256 ?? null },
    outputs: comparableOutputs(outputs, contents),
    warnings: comparableWarnings(warnings),
  };
}
