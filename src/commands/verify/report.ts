// Reads the report to verify and refuses files that are none. The repeated run tells whether it is true.

import { createHash } from "node:crypto";
import type { ContactReport } from "../../audit/report.js";
import { ExitCode, ScrubError } from "../../errors.js";
import type { AuditReport } from "../../evidence/report.js";
import type { NamedFile } from "../../evidence/verification/files.js";
import { readWhole } from "../../files/input.js";
import { packagedFile } from "../command.js";

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

/** Plans a run from a report. If that fails, its options are no run's and the file is no report, unless only the key can't be read. */
export function planned<T>(file: string, plan: () => T): T {
  try {
    return plan();
  } catch (error) {
    throw error instanceof ScrubError && error.exitCode === ExitCode.suppressionList ? error : noReport(file);
  }
}

/** Calls a function that uses a report. A TypeError or RangeError in it is a bug, unless the report does not fit its schema. */
export async function using<T>(file: string, use: () => Promise<T>): Promise<T> {
  try {
    return await use();
  } catch (error) {
    const mayBeReport = error instanceof TypeError || error instanceof RangeError;
    throw mayBeReport && !fitsSchema(parse(readWhole(file, ExitCode.io, "report"))) ? noReport(file) : error;
  }
}

// biome-ignore lint/suspicious/noExplicitAny: a report or a schema, whose members are checked when they are used.
type Any = any;

function fitsSchema(report: Any): boolean {
  const room = report?.kind === "contact-audit" ? "audit" : "evidence";
  const schema = parse(readWhole(packagedFile(`src/${room}/report.schema.json`), ExitCode.io, "packaged-file"));
  return fits(report, schema, schema.definitions);
}

/** Whether a value has the types, words, patterns, members and items that a JSON schema requires. Its other rules are not checked. */
function fits(value: Any, schema: Any, definitions: Any): boolean {
  const { $ref, oneOf, type, pattern, required = [], properties = {}, minItems = 0, items = {} } = schema;
  if (schema.enum !== undefined && !schema.enum.includes(value)) return false;
  if ($ref !== undefined) return fits(value, definitions[$ref.replace("#/definitions/", "")], definitions);
  if (oneOf !== undefined) return oneOf.some((one: Any) => fits(value, one, definitions));
  const isOf = (wanted: string) => (wanted === "integer" ? Number.isInteger(value) : typeOf(value) === wanted);
  if (type !== undefined && ![type].flat().some(isOf)) return false;
  if (pattern !== undefined && !new RegExp(pattern).test(value)) return false;
  if (Array.isArray(value)) return value.length >= minItems && value.every((one) => fits(one, items, definitions));
  if (typeOf(value) !== "object") return true;
  const isWhole = required.every((name: string) => Object.hasOwn(value, name));
  return isWhole && Object.entries(value).every(([name, one]) => fits(one, properties[name] ?? {}, definitions));
}

function typeOf(value: unknown): string {
  return value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
}

function noReport(file: string): ScrubError {
  return new ScrubError(ExitCode.no, "badReport", [], { file });
}

function parse(bytes: Buffer): Any {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
