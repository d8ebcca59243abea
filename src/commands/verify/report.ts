// The report that is verified, told from what is none. Whether it is true the repeated run tells.

import { createHash } from "node:crypto";
import type { ContactReport } from "../../audit/report.js";
import { ExitCode, ScrubError } from "../../errors.js";
import type { AuditReport } from "../../evidence/report.js";
import { readWhole } from "../../files/input.js";
import { DISPOSITIONS } from "../../scrub/rules.js";
import type { DateSource } from "../../suppression/trust.js";

const KNOWN_SCHEMA = 1;
const DATE_SOURCES: readonly DateSource[] = ["as-of", "manifest", "registry", "file-name", "file-time"];
const ROLES = ["clean", "flagged", "removed", "offences"];
const CONTACT_AUDIT = "contact-audit";

// biome-ignore lint/suspicious/noExplicitAny: it may be anything until it is checked.
type Any = any;

/** A report, and where it was read. */
export type ReadReport = { file: string; sha256: string } & (
  | { kind: "scrub"; report: AuditReport }
  | { kind: "contact-audit"; report: ContactReport }
);

/** The report with its own digest. What is no report, or no longer one, is no answer but no. */
export function readReport(file: string): ReadReport {
  const bytes = readWhole(file, ExitCode.io, "report");
  const report = parse(bytes);
  const { schema_version: version, kind: said } = report ?? {};
  if (Number.isInteger(version) && version > KNOWN_SCHEMA)
    throw new ScrubError(ExitCode.no, "newerReport", [version], { file });
  if (!isReport(report)) throw noReport(file);
  const kind = said === CONTACT_AUDIT ? said : "scrub";
  return { file, kind, report, sha256: createHash("sha256").update(bytes).digest("hex") };
}

/** What no run can be planned from is no report; that the key can't be read is another matter. */
export function planned<T>(file: string, plan: () => T): T {
  try {
    return plan();
  } catch (error) {
    throw error instanceof ScrubError && error.exitCode === ExitCode.suppressionList ? error : noReport(file);
  }
}

function noReport(file: string): ScrubError {
  return new ScrubError(ExitCode.no, "badReport", [], { file });
}

/**
 * Returns undefined also where it is not written as JSON.stringify writes it but for spaces: a member may stand twice
 * in it.
 */
function parse(bytes: Buffer): Any {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    const packed = text.replace(/"(?:[^"\\]|\\.)*"|\s+/g, (part) => (part.startsWith('"') ? part : ""));
    return packed === JSON.stringify(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Whether what is read of a report before the run is repeated is there, and of its kind. */
function isReport(it: Any): boolean {
  const { tool, run, suppressions, outputs, warnings } = it ?? {};
  const isDated = ({ as_of, as_of_from }: Any) =>
    as_of === null ? as_of_from === null : isTime(as_of) && DATE_SOURCES.includes(as_of_from);
  return (
    it?.schema_version === KNOWN_SCHEMA &&
    tool?.name === "svscrub" &&
    [tool.version, run?.id].every(isText) &&
    [run.started_at, run.finished_at].every(isTime) &&
    isTree(run.options) &&
    areAll(suppressions, (list) => isFile(list) && [list.name, list.kind].every(isText) && isDated(list)) &&
    areAll(outputs, (output) => isFile(output) && ROLES.includes(output.role)) &&
    areAll(warnings, ({ code, values }) => isText(code) && Array.isArray(values)) &&
    (it.kind === CONTACT_AUDIT ? isOfContacts(it) : isOfScrub(it))
  );
}

function isOfScrub({ run, inputs, counts, reasons, types, conservation, self_check, clean_until }: Any): boolean {
  const isInput = (input: Any) =>
    isFile(input) &&
    [input.encoding, input.dialect?.delimiter, input.named ?? ""].every(isText) &&
    areAll(input.phone_columns, ({ position }) => isCount(position));
  return (
    run.exit_code === ExitCode.done &&
    isTime(clean_until) &&
    areAll(inputs, isInput) &&
    inputs.length > 0 &&
    [counts, reasons, types, conservation, self_check].every(isTree) &&
    [...DISPOSITIONS.map((it) => counts[it]), ...Object.values(types), conservation.read].every(isCount) &&
    conservation.holds === true
  );
}

function isOfContacts({ log, contacts, findings, channels, hours }: Any): boolean {
  const files = [log, hours?.holidays ?? log];
  return files.every(isFile) && [contacts, findings].every(isTree) && areAll(channels, () => true);
}

function isFile(it: Any): boolean {
  return [it?.path, it?.sha256].every(isText) && isCount(it.bytes);
}

function areAll(value: Any, is: (item: Any) => boolean): boolean {
  return Array.isArray(value) && value.every((item) => isTree(item) && is(item));
}

function isTree(value: Any): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value: Any): boolean {
  return typeof value === "string";
}

function isCount(value: Any): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

/** As JSON writes a moment. */
function isTime(value: Any): boolean {
  return isText(value) && new Date(value).toJSON() === value;
}
