// svscrub verify: a past run proved again, or a run log. What was checked and what was not, on stdout.

import { createHash } from "node:crypto";
import type { AuditReport } from "../audit/report.js";
import { type ReadLog, readRunLog } from "../audit/run-log.js";
import { fitsReportSchema } from "../audit/schema.js";
import { foldersOf, placesOf } from "../audit/verification/files.js";
import { isBad } from "../audit/verification/finding.js";
import { ANSWERS, verifyRun } from "../audit/verification/verify.js";
import { ExitCode, ScrubError } from "../errors.js";
import { readWhole } from "../files/input.js";
import type { OutputWanted } from "../files/output.js";
import { checkOutputs, Publication } from "../files/publication.js";
import { type Command, sayingAll } from "./command.js";
import type { Host } from "./host.js";
import { filesRead, planSuppression } from "./suppression-plan.js";
import { parseVerifyArguments, type VerifyArguments, verifyProgram } from "./verify-arguments.js";
import { planAgain, runOptions } from "./verify-plan.js";
import { logJson, printLog, printVerification, verificationJson } from "./verify-words.js";

export const verifyCommand: Command<VerifyArguments> = {
  program: verifyProgram,
  parse: parseVerifyArguments,
  run: sayingAll(verify),
};

const KNOWN_SCHEMA = 1;

async function verify(typed: VerifyArguments, host: Host): Promise<ExitCode> {
  const log = typed.log === undefined ? undefined : readRunLog(typed.log);
  if (typed.report === undefined) {
    if (typed.json) host.stdout(`${JSON.stringify({ schema_version: 1, log: logJson(log!) }, null, 2)}\n`);
    else printLog(typed.log!, log!, host, typed.quiet);
    return log!.broken === undefined ? ExitCode.done : ExitCode.no;
  }
  return await verifyReport(typed, typed.report, log, host);
}

async function verifyReport(
  typed: VerifyArguments,
  file: string,
  log: ReadLog | undefined,
  host: Host,
): Promise<ExitCode> {
  const now = new Date();
  const { report, sha256 } = readReport(file);
  const options = runOptions(report);
  if (options === undefined) throw new ScrubError(ExitCode.no, "badReport", [], { file });
  const folders = foldersOf(file);
  const wanted: OutputWanted[] =
    typed.removed === undefined
      ? []
      : [{ path: typed.removed, confidential: true, gzip: /\.gz$/i.test(typed.removed) }];
  const named = [...report.inputs, ...report.suppressions, ...report.outputs];
  const places = named.flatMap((it) => (it.path === "-" ? [] : placesOf(it.path, folders, typed.base)));
  const inputs = [file, ...places, typed.log ?? [], ...filesRead(typed)].flat();
  host.watchOutputs(wanted, inputs);
  checkOutputs(wanted, inputs, typed.force);
  const today = typed.suppress.length === 0 ? undefined : planSuppression(typed).suppression;

  const publication = new Publication(typed.force);
  try {
    const removed = wanted[0] && (await publication.open(wanted[0]));
    const findings = await verifyRun({
      ...{ report, sha256, path: file, folders, base: typed.base, log, today, removed, now },
      logFolders: typed.log === undefined ? [] : foldersOf(typed.log),
      fresh: typed.fresh,
      version: host.version,
      planOf: (found) => planAgain(report, options, found, typed.hashKeyFile),
      lacksHashKey: options.hasHashKey && typed.hashKeyFile === undefined,
    });
    await removed?.finish();
    // Where the list could not be read, an empty answer would pass for a good one.
    const isAnswered = findings.some(({ code }) => ANSWERS.has(code));
    if (isAnswered) publication.publish();
    else publication.abandon();
    host.published();
    if (typed.json) host.stdout(`${JSON.stringify(verificationJson(file, sha256, report, findings, log), null, 2)}\n`);
    else {
      printVerification(file, sha256, report, findings, host, typed.quiet);
      if (log !== undefined) printLog(typed.log!, log, host, typed.quiet);
      if (typed.removed !== undefined && isAnswered && !typed.quiet)
        host.stderr(`${host.sentences.summary.next} ${typed.removed}\n`);
    }
    return findings.some(isBad) ? ExitCode.no : ExitCode.done;
  } catch (error) {
    publication.abandon();
    throw error;
  }
}

/** The report with its own digest. What is no report, or no longer one, is no answer but no. */
function readReport(file: string): { report: AuditReport; sha256: string } {
  const bytes = readWhole(file, ExitCode.io, "report");
  const report = parse(bytes);
  const version = (report as Partial<AuditReport> | null | undefined)?.schema_version;
  if (Number.isInteger(version) && version! > KNOWN_SCHEMA)
    throw new ScrubError(ExitCode.no, "newerReport", [version!], { file });
  if (!fitsReportSchema(report)) throw new ScrubError(ExitCode.no, "badReport", [], { file });
  return { report: report as AuditReport, sha256: createHash("sha256").update(bytes).digest("hex") };
}

/** Undefined also where it is not written as JSON.stringify writes it but for spaces: a member may stand twice in it. */
function parse(bytes: Buffer): unknown {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    const packed = text.replace(/"(?:[^"\\]|\\.)*"|\s+/g, (part) => (part.startsWith('"') ? part : ""));
    return packed === JSON.stringify(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
