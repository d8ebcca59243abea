// The report that is verified, told from what is none. Whether it is true the repeated run tells.

import { createHash } from "node:crypto";
import type { ContactReport } from "../../audit/report.js";
import { ExitCode, ScrubError } from "../../errors.js";
import type { AuditReport } from "../../evidence/report.js";
import type { NamedFile } from "../../evidence/verification/files.js";
import { readWhole } from "../../files/input.js";

const KNOWN_SCHEMA = 1;

/** A report, where it was read, the files that its run read but for suppression lists, and how many records. */
export type ReadReport = { file: string; sha256: string; inputs: readonly NamedFile[]; records: number } & (
  | { kind: "scrub"; report: AuditReport }
  | { kind: "contact-audit"; report: ContactReport }
);

/** The report with its own digest. What is no report, or no longer one, is no answer but no. */
export function readReport(file: string): ReadReport {
  const bytes = readWhole(file, ExitCode.io, "report");
  const report = parse(bytes);
  const { schema_version: version, kind, tool } = report ?? {};
  if (Number.isInteger(version) && version > KNOWN_SCHEMA)
    throw new ScrubError(ExitCode.no, "newerReport", [version], { file });
  if (version !== KNOWN_SCHEMA || tool?.name !== "svscrub") throw noReport(file);
  const read = { file, sha256: createHash("sha256").update(bytes).digest("hex") };
  if (kind !== "contact-audit")
    return { ...read, kind: "scrub", report, inputs: report.inputs, records: report.conservation.read };
  const { log, hours, contacts }: ContactReport = report;
  // Holidays that come with the package are no file of the user's.
  const holidays = hours?.holidays?.path === "sv" ? [] : (hours?.holidays ?? []);
  return { ...read, kind, report, inputs: [log, holidays].flat(), records: contacts.read };
}

/** Plans by a report. What no run can be planned from is no report; that the key can't be read is another matter. */
export function planned<T>(file: string, plan: () => T): T {
  try {
    return plan();
  } catch (error) {
    throw error instanceof ScrubError && error.exitCode === ExitCode.suppressionList ? error : noReport(file);
  }
}

/** Runs something that uses a report. A member that is missing or has another type is a TypeError there: it is no report. */
export async function using<T>(file: string, use: () => Promise<T>): Promise<T> {
  try {
    return await use();
  } catch (error) {
    throw error instanceof TypeError || error instanceof RangeError ? noReport(file) : error;
  }
}

function noReport(file: string): ScrubError {
  return new ScrubError(ExitCode.no, "badReport", [], { file });
}

// biome-ignore lint/suspicious/noExplicitAny: it may be anything until it is used.
function parse(bytes: Buffer): any {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
