// A past audit of contacts proved again: its files, its sums, and the audit once more.

import { auditContacts, type ContactAuditPlan } from "../../audit/contacts.js";
import { buildContactReport, type ContactReport } from "../../audit/report.js";
import { compareAgain } from "../../evidence/verification/compare.js";
import { type FoundFiles, findFiles, type Places } from "../../evidence/verification/files.js";
import { type Finding, finding } from "../../evidence/verification/finding.js";
import { Publication } from "../../files/publication.js";
import type { OnProgress } from "../../lists/progress.js";
import type { Channel } from "../../suppression/event.js";
import { openHolidays, parseHours, parseMostContacts, workingHoursOf } from "../calendar.js";
import { overridesBeside } from "../scrub/plan.js";
import { nowhere } from "./again.js";
import { type OptionsOfLists, suppressionAgain } from "./plan.js";
import { planned } from "./report.js";

export interface AuditOptions extends OptionsOfLists {
  channel?: Channel;
  /** Milliseconds. */
  grace: number;
  /** As typed, like those below. */
  hours: readonly string[];
  holidays?: string;
  maxContacts?: string;
}

export interface ContactVerification {
  report: ContactReport;
  path: string;
  options: AuditOptions;
  places: Places;
  version: string;
  hashKeyFile: string | undefined;
  onProgress: OnProgress;
}

export async function verifyContacts(verification: ContactVerification): Promise<Finding[]> {
  const { report, path, options, places, version, hashKeyFile, onProgress } = verification;
  const lacksHashKey = options.hasHashKey && hashKeyFile === undefined;
  // Holidays that come with the package are no file of the user's.
  const holidays = report.hours?.holidays?.path === "sv" ? undefined : report.hours?.holidays;
  const { found, findings } = await findFiles({ ...report, inputs: [report.log, holidays ?? []].flat() }, places);
  const repeat = () =>
    auditAgain(
      report,
      planned(path, () => planAgain(report, options, found, hashKeyFile)),
      onProgress,
    );
  return [
    ...findings,
    ...(lacksHashKey ? [finding("gone", "suppressions", "key-needed")] : []),
    ...(await compareAgain(report, found, version, lacksHashKey ? undefined : repeat, report.contacts.read)),
  ];
}

function planAgain(
  report: ContactReport,
  options: AuditOptions,
  { inputs: [log, ofHolidays], suppressions }: FoundFiles,
  hashKeyFile: string | undefined,
): ContactAuditPlan {
  const { channel, grace, tz: zone } = options;
  const hours = options.hours.map(parseHours);
  const holidays = openHolidays(options.holidays && (ofHolidays?.path ?? options.holidays));
  const most = options.maxContacts === undefined ? undefined : parseMostContacts(options.maxContacts);
  return {
    log: log!.path,
    overrides: overridesBeside(options),
    suppression: suppressionAgain(report.suppressions, options, suppressions, hashKeyFile),
    channel,
    grace: grace / 1000,
    hours: workingHoursOf(hours, holidays, zone),
    most,
    provenBy: "run",
  };
}

/** Audits once more as of the report's beginning, and returns the report of what was found. */
async function auditAgain(
  { run, tool: { version }, outputs: [said] }: ContactReport,
  plan: ContactAuditPlan,
  onProgress: OnProgress,
): Promise<ContactReport> {
  const output = said && (await new Publication(false).open(nowhere(said.path)));
  try {
    const startedAt = new Date(run.started_at);
    const audit = await auditContacts(plan, output, startedAt, onProgress);
    const sha256 = await output?.finish();
    const written = output && { path: said!.path, sha256: sha256!, bytes: output.bytes, records: audit.written };
    const { id, labels, options, finished_at } = run;
    const exitCode = audit.isWithoutOffence ? 0 : 1;
    const facts = { version, id, startedAt, finishedAt: new Date(finished_at), labels, options, exitCode };
    return buildContactReport(audit, written === undefined ? [] : [written], facts, undefined);
  } finally {
    output?.close();
  }
}
