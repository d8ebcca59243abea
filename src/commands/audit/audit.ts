// svscrub audit: which contacts of a log were made after an opt-out. Tables or JSON on stdout, the offending records into -o.

import { randomUUID } from "node:crypto";
import { auditContacts, type ContactAudit, type ContactAuditPlan } from "../../audit/contacts.js";
import { buildContactReport } from "../../audit/report.js";
import { ExitCode, ScrubError } from "../../errors.js";
import { type OutputFile, wantedEvidence, wantedList } from "../../files/output.js";
import { kindOfPath } from "../../files/paths.js";
import { checkOutputs, Publication } from "../../files/publication.js";
import { neighboursOf } from "../../files/system-errors.js";
import type { OnProgress } from "../../lists/progress.js";
import type { SuppressionPlan } from "../../suppression/load.js";
import { commandOf, refuseWithout, type TypedOf } from "../arguments.js";
import { holidaysRead, openHolidays, parseMostContacts, workingHoursOf } from "../calendar.js";
import type { Host } from "../command.js";
import { overridesOfOne, withNamesOf } from "../list-options.js";
import type { ArgumentsOf } from "../options.js";
import { endOfRun, labelsOf, refuseWithJson, reportedOptions, withProof, writeReports } from "../reporting.js";
import { watched } from "../screen.js";
import { filesRead, operandsOrStdin, planSuppression } from "../scrub/plan.js";
import { printWarnings } from "../scrub/summary.js";
import { refuseIdleOptions } from "../suppression-arguments.js";
import { contactAuditJson, contactTables } from "./words.js";

type AuditArguments = TypedOf<"audit">;

export const auditCommand = commandOf("audit", audit, (typed, program) => {
  // Holidays have an effect only with hours.
  if (typed.hours.length === 0) refuseWithout("--hours", ["--holidays"], program);
  if (typed.suppress.length > 0) refuseIdleOptions(program);
  if (typed.report.length === 0) refuseWithout("--report", ["--label"], program);
  return typed;
});

/** Audits one log. Offences are exit 1; outputs are written all the same. */
async function audit(typed: AuditArguments, host: Host): Promise<ExitCode> {
  const now = new Date();
  const labels = labelsOf(typed.label);
  refuseWithJson(typed.json, "--output", typed.output);
  const wanted = typed.output === undefined ? undefined : wantedList(typed.output, true);
  const reports = withProof(typed.report).map(wantedEvidence);
  const outputs = [...(wanted === undefined ? [] : [wanted]), ...reports];
  const inputs = [...filesRead(typed), ...holidaysRead(typed.holidays)];
  host.watchOutputs(outputs, [...typed.operands, ...inputs]);
  const log = logOf(typed);
  if (typed.suppress.length === 0) throw new ScrubError(ExitCode.usage, "noOptOuts", []);
  if (log !== "-" && kindOfPath(log) === "missing")
    throw new ScrubError(ExitCode.phoneList, "notFound", ["contact-log", neighboursOf(log)[0]], { file: log });
  checkOutputs(outputs, [log, ...inputs], typed.force);
  const { suppression, warnings } = await planSuppression(typed);
  const plan = planOf(typed, log, suppression, typed.holidays);
  const sources = suppression.lists.map(({ source }) => source);

  const publication = new Publication(typed.force);
  try {
    const output = wanted && (await publication.open(wanted));
    const { audit, written, exitCode } = await watched(typed.quiet || typed.json, host, (show) =>
      auditInto(plan, output, now, show),
    );
    audit.warnings.unshift(...warnings);
    const facts = {
      version: host.version,
      id: randomUUID(),
      startedAt: now,
      finishedAt: endOfRun(now),
      labels,
      options: optionsAfterDefaults(withNamesOf(typed, sources)),
      exitCode,
    };
    const reportAt = (where: string) => buildContactReport(audit, written, facts, where);
    await writeReports(reports, publication, reportAt, async (report, verify) =>
      (await import("../../audit/page.js")).renderContactPage(report, host.sentences, verify),
    );
    await publication.publish();
    if (outputs.length > 0) host.published();
    show(audit, typed, host);
    return exitCode;
  } catch (error) {
    publication.abandon();
    throw error;
  }
}

/** Runs an audit and finishes its output without publishing it. */
export async function auditInto(
  plan: ContactAuditPlan,
  output: OutputFile | undefined,
  startedAt: Date,
  onProgress: OnProgress,
) {
  const audit = await auditContacts(plan, output, startedAt, onProgress);
  const sha256 = await output?.finish();
  const written = output && { path: output.wanted.path, sha256: sha256!, bytes: output.bytes, records: audit.written };
  const exitCode: ExitCode = audit.isWithoutOffence ? ExitCode.done : ExitCode.no;
  return { audit, written: written === undefined ? [] : [written], exitCode };
}

/** Returns all options that affect the audit, without those about the screen. */
function optionsAfterDefaults({ operands, suppress, label, quiet, json, ...shaping }: AuditArguments) {
  return reportedOptions(shaping);
}

function logOf({ operands, suppress }: AuditArguments): string {
  const [log] = operandsOrStdin(operands, suppress);
  if (log === undefined) throw new ScrubError(ExitCode.usage, "noContactLog", [suppress.length]);
  return log;
}

/** `holidays`: the current path of the file. */
export function planOf(
  { hours, maxContacts, channel, dateColumn, grace, tz, ...typed }: ArgumentsOf<"audit">,
  log: string,
  suppression: SuppressionPlan,
  holidays: string | undefined,
): ContactAuditPlan {
  return {
    ...{ log, suppression, channel, dateColumn },
    overrides: overridesOfOne(typed),
    grace: grace / 1000,
    hours: workingHoursOf(hours, openHolidays(holidays), tz),
    most: maxContacts === undefined ? undefined : parseMostContacts(maxContacts),
  };
}

/** Prints the tables: to stderr if the records go to stdout. */
function show(found: ContactAudit, typed: AuditArguments, host: Host): void {
  if (typed.json) {
    host.stdout(`${JSON.stringify(contactAuditJson(found, host.sentences), null, 2)}\n`);
    return;
  }
  const isData = typed.output === "-";
  if (!typed.quiet) {
    const isColored = isData ? host.color : host.colorOnStdout;
    const tables = contactTables(found, host.sentences, isColored);
    if (isData) host.stderr(tables);
    else host.stdout(tables);
  }
  printWarnings(found.warnings, host);
  if (typed.quiet) return;
  const { next, wrote } = host.sentences.summary;
  const files = typed.output !== undefined && !isData ? [wrote(typed.output, found.written)] : [];
  const all = [...files, ...withProof(typed.report).map((report) => wrote(report, undefined))];
  if (all.length > 0) host.stderr(`${next} ${all.join(", ")}\n`);
}
