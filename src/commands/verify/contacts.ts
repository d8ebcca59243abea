// A past audit of contacts once more.

import { buildContactReport, type ContactReport } from "../../audit/report.js";
import type { FoundFiles } from "../../evidence/verification/files.js";
import { Publication } from "../../files/publication.js";
import type { OnProgress } from "../../lists/progress.js";
import { type AuditArguments, auditInto, planOf } from "../audit/audit.js";
import { openHolidays, parseHours, parseMostContacts } from "../calendar.js";
import type { ArgumentsOf } from "../options.js";
import { factsAgain, nowhere, optionsOf, suppressionAgain } from "./again.js";

/** Audits once more as of the report's beginning, over its files where they are now, and returns the report of what was found. */
export async function auditAgain(
  report: ContactReport,
  { inputs: [log, ofHolidays], suppressions }: FoundFiles,
  { hashKeyFile, own }: { hashKeyFile: string | undefined; own: readonly string[] },
  onProgress: OnProgress,
): Promise<ContactReport> {
  const options = optionsOf<ArgumentsOf<"audit">>(report, own);
  const { hours, maxContacts, holidays } = options;
  const typed: AuditArguments = {
    ...{ ...options, logs: [], hours: hours.map(parseHours) },
    maxContacts: maxContacts === undefined ? undefined : parseMostContacts(maxContacts),
  };
  const suppression = suppressionAgain(report, typed, suppressions, hashKeyFile);
  const days = openHolidays(holidays && (ofHolidays?.path ?? holidays));
  const plan = { ...planOf(typed, log!.path, suppression, days), provenBy: "run" } as const;
  const [said] = report.outputs;
  const output = said && (await new Publication(false).open(nowhere(said.path)));
  try {
    const { audit, written, exitCode } = await auditInto(plan, output, new Date(report.run.started_at), onProgress);
    const outputs = written.map((one) => ({ ...one, path: said!.path }));
    return buildContactReport(audit, outputs, factsAgain(report, exitCode), undefined);
  } finally {
    output?.close();
  }
}
