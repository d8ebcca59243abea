// Repeats a past audit of contacts.

import { buildContactReport, type ContactReport } from "../../audit/report.js";
import type { FoundFiles } from "../../evidence/verification/files.js";
import { Publication } from "../../files/publication.js";
import type { OnProgress } from "../../lists/progress.js";
import { auditInto, planOf } from "../audit/audit.js";
import { hashedOutput, pastOptions, pastSuppression, repeatedFacts } from "./past-run.js";

/** Audits again as of the report's beginning, with its files at their current paths. Returns the new report. */
export async function repeatAudit(
  report: ContactReport,
  { inputs: [log, holidaysFile], suppressions }: FoundFiles,
  { hashKeyFile, own }: { hashKeyFile: string | undefined; own: readonly string[] },
  onProgress: OnProgress,
): Promise<ContactReport> {
  const options = pastOptions("audit", report, own);
  const suppression = pastSuppression(report, options, suppressions, hashKeyFile);
  const holidays = options.holidays && (holidaysFile?.path ?? options.holidays);
  const plan = { ...planOf(options, log!.path, suppression, holidays), provenBy: "run" } as const;
  const { output: typed } = options;
  const output = typed === undefined ? undefined : await new Publication(false).open(hashedOutput(typed));
  try {
    const { audit, written, exitCode } = await auditInto(plan, output, new Date(report.run.started_at), onProgress);
    const outputs = written.map((one) => ({ ...one, path: typed! }));
    return buildContactReport(audit, outputs, repeatedFacts(report, exitCode), undefined);
  } finally {
    output?.close();
  }
}
