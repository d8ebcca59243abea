// Reads the report to verify and refuses files that are none. The repeated run tells whether it is true.

import { createHash } from "node:crypto";
import type { ContactReport } from "../../audit/report.js";
import { ExitCode, ScrubError } from "../../errors.js";
import type { AuditReport } from "../../evidence/report.js";
import type { NamedFile } from "../../evidence/verification/files.js";
import { readWhole } from "../../files/input.js";

const KNOWN_SCHEMA = 1;

/** A report, its path, the run's input files without suppression lists, and the count of records. */
export type ReadReport = { file: string; sha256: string; inputs: readonly NamedFile[]; records: number } & (
  | { kind: "scrub"; report: AuditReport }
  | { kind: "contact-audit"; report: ContactReport }
);

/** Reads a report and its digest. A file that is no report is exit 1. */
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
  // The package's holidays are no file of the user.
  const holidays = hours?.holidays?.path === "sv" ? [] : (hours?.holidays ?? []);
  return { ...read, kind, report, inputs: [log, holidays].flat(), records: contacts.read };
}

/** Plans a run from a report. If that fails, the file is no report, unless only the key can't be read. */
export function planned<T>(file: string, plan: () => T): T {
  try {
    return plan();
  } catch (error) {
    throw error instanceof ScrubError && error.exitCode === ExitCode.suppressionList ? error : noReport(file);
  }
}

/** Calls a function that uses a report. A TypeError in it means a missing or wrong member: the file is no report. */
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

// biome-ignore lint/suspicious/noExplicitAny: its members are checked when they are used.
function parse(bytes: Buffer): any {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
