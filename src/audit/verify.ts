// A past audit of contacts proved again: its sums, the bytes of its files, and the whole audit once more, beside the first.

import type { RunFacts } from "../evidence/report.js";
import {
  comparableOutputs,
  comparableWarnings,
  compare,
  contentsOf,
  orUnreadable,
  total,
  verifySums,
  verifyTool,
} from "../evidence/verification/compare.js";
import { type FoundFile, type FoundFiles, type Places, verifyFiles } from "../evidence/verification/files.js";
import { type Finding, finding } from "../evidence/verification/finding.js";
import { nowhere } from "../evidence/verification/rerun.js";
import { Publication } from "../files/publication.js";
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
  suppressions: readonly FoundFile[];
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
    ...verifyCounts(report),
    ...findings,
    ...tool,
    ...(lacksHashKey ? [finding("gone", "suppressions", "key-needed")] : []),
    ...(files === undefined || lacksHashKey
      ? [finding("unchecked", "", "not-run-again")]
      : await orUnreadable(() => auditAgain(verification, files, found, report.tool.version === version))),
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

function verifyCounts({ contacts, apart, channels }: ContactReport): Finding[] {
  const { read, inbound, judged, offences } = contacts;
  return verifySums(
    [
      ["contacts.read", read, inbound + judged + contacts.apart],
      ["contacts.apart", contacts.apart, total(apart.map(({ count }) => count))],
      ["contacts.judged", judged, total(channels.map((channel) => channel.judged))],
      ["contacts.offences", offences, total(channels.map((channel) => channel.offences))],
    ],
    read,
  );
}

async function auditAgain(
  { report, planOf, onProgress }: ContactVerification,
  files: AuditFiles,
  { outputs }: FoundFiles,
  isSameTool: boolean,
): Promise<Finding[]> {
  const { plan, terms } = planOf(files);
  const { again, contents } = await runAgain(report, plan, terms, onProgress);
  const said = comparable(report, await contentsOf(report.outputs, outputs));
  const standing = () => (isSameTool ? "mismatch" : "unchecked");
  const differences = [...compare(said, comparable(again, contents), "", standing)];
  return differences.length > 0 ? differences : [finding("verified", "", "same-again", report.contacts.read)];
}

async function runAgain(report: ContactReport, plan: ContactAuditPlan, terms: AuditTerms, onProgress: OnProgress) {
  const [said] = report.outputs;
  const output = said && (await new Publication(false).open(nowhere(said.path)));
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
