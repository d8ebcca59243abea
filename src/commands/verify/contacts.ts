// Repeats a past audit of contacts.

import { buildContactReport, type ContactReport } from "../../audit/report.js";
import type { FoundFiles } from "../../evidence/verification/files.js";
import { Publication } from "../../files/publication.js";
import type { OnProgress } from "../../lists/progress.js";
import { auditInto, planOf } from "../audit/audit.js";
import type { ArgumentsOf } from "../options.js";
import { factsAgain, nowhere, optionsOf, suppressionAgain } from "./again.js";

/** Audits again as of the report's beginning, with its files at their current paths. Returns the new report. */
export async function auditAgain(
  report: ContactReport,
  { inputs: [log, ofHolidays], suppressions }: FoundFiles,
  { hashKeyFile, own }: { hashKeyFile: string | undefined; own: readonly string[] },
  onProgress: OnProgress,
): Promise<ContactReport> {
  const options = optionsOf<ArgumentsOf<"audit">>(report, own);
  const suppression = suppressionAgain(report, options, suppressions, hashKeyFile);
  const holidays = options.holidays && (ofHolidays?.path ?? options.holidays);
  const plan = { ...planOf(options, log!.path, suppression, holidays), provenBy: "run" } as const;
  const { output: typed } = options;
  const output = typed === undefined ? undefined : await new Publication(false).open(nowhere(typed));
  try {
    const { audit, written, exitCode } = await auditInto(plan, output, new Date(report.run.started_at), onProgress);
    const outputs = written.map((one) => ({ ...one, path: typed! }));
    return buildContactReport(audit, outputs, factsAgain(report, exitCode), undefined);
  } finally {
    output?.close();
  }
}
