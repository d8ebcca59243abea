// svscrub verify: verifies a past run or a run log, and prints what was checked and what was not.

import path from "node:path";
import { ExitCode, ScrubError } from "../../errors.js";
import type { AuditReport } from "../../evidence/report.js";
import { type ReadLog, readRunLog } from "../../evidence/run-log.js";
import { type AnyReport, compareAgain } from "../../evidence/verification/compare.js";
import { FilesBelow, findFiles, foldersOf } from "../../evidence/verification/files.js";
import { type Finding, finding, isBad } from "../../evidence/verification/finding.js";
import { wantedList } from "../../files/output.js";
import { checkOutputs, Publication } from "../../files/publication.js";
import { commandOf, refuseWithout, type TypedOf } from "../arguments.js";
import type { Host } from "../command.js";
import { refuseWithJson } from "../reporting.js";
import { watched } from "../screen.js";
import { filesRead, ownNumber, planSuppression } from "../scrub/plan.js";
import { refuseIdleOptions, refusePhoneListOptions } from "../suppression-arguments.js";
import { planned, type ReadReport, readReport, using } from "./report.js";
import { ANSWERS, PastScrub } from "./scrub.js";
import { logJson, logLines, verificationJson, verificationLines } from "./words.js";

type VerifyArguments = TypedOf<"verify">;

const OF_A_REPORT = ["--fresh", "--find", "--suppress", "--removed", "--hash-key-file", "--own"];

export const verifyCommand = commandOf("verify", verify, (typed, program) => {
  const { operands, log, removed, suppress, json } = typed;
  if (operands.length === 0 && log === undefined) throw new ScrubError(ExitCode.usage, "noReport", []);
  // A log alone has neither an expiry nor a clean list.
  if (operands.length === 0) refuseWithout("REPORT", OF_A_REPORT, program);
  if (removed !== undefined && suppress.length === 0)
    throw new ScrubError(ExitCode.usage, "needsSuppress", ["--removed"]);
  refuseWithJson(json, "--removed", removed);
  refusePhoneListOptions(program);
  // The key and our own numbers also apply to the run's lists.
  refuseIdleOptions(program, ["--hash-key-file", "--own"]);
  return typed;
});

async function verify(typed: VerifyArguments, host: Host): Promise<ExitCode> {
  const log = typed.log === undefined ? undefined : readRunLog(typed.log);
  const [report] = typed.operands;
  if (report !== undefined) return await using(report, () => prove(typed, readReport(report), log, host));
  if (typed.json) host.stdout(`${JSON.stringify({ schema_version: 1, log: logJson(log!) }, null, 2)}\n`);
  else host.stdout(logLines(typed.log!, log!, host, typed.quiet));
  return log!.broken === undefined ? ExitCode.done : ExitCode.no;
}

async function prove(
  typed: VerifyArguments,
  read: ReadReport,
  log: ReadLog | undefined,
  host: Host,
): Promise<ExitCode> {
  const { file, report, inputs } = read;
  if (read.kind === "contact-audit") refuseOptionsOfScrubs(typed, file);
  const folders = foldersOf(file);
  const removed = typed.removed === undefined ? undefined : wantedList(typed.removed, true);
  const wanted = removed === undefined ? [] : [removed];
  const named = [...inputs, ...report.suppressions, ...report.outputs].filter(({ path }) => path !== "-");
  const places = folders.flatMap((folder) => named.map((it) => path.resolve(folder, it.path)));
  const all = [file, ...places, typed.log ?? [], ...filesRead(typed)].flat();
  host.watchOutputs(wanted, all);
  checkOutputs(wanted, all, typed.force);
  const today = typed.suppress.length === 0 ? undefined : (await planSuppression(typed)).suppression;
  const below = typed.find.length === 0 ? undefined : new FilesBelow(typed.find);
  const asked = { hashKeyFile: typed.hashKeyFile, own: typed.own.map(ownNumber) };
  const publication = new Publication(typed.force);
  try {
    const findings = await watched(typed.quiet || typed.json, host, async (onProgress) => {
      const { found, findings } = await findFiles({ ...report, inputs }, { folders, below });
      const lacksKey = report.run.options.hash_key_file !== undefined && typed.hashKeyFile === undefined;
      const files = [...findings, ...(lacksKey ? [finding("gone", "suppressions", "key-needed")] : [])];
      const compared = (repeat: () => Promise<AnyReport>) =>
        compareAgain(report, found, host.version, lacksKey ? undefined : repeat, read.records);
      if (read.kind === "contact-audit") {
        // Loaded when needed: start-up time counts.
        const { repeatAudit } = await import("./audit.js");
        return [...files, ...(await compared(() => repeatAudit(read.report, found, asked, onProgress)))];
      }
      const again = planned(file, () => new PastScrub(read.report, found, asked, onProgress));
      const repeated = await compared(() => again.repeat());
      const isSame = repeated.at(-1)?.code === "same-again" && found.outputs.every((one) => one?.isSame !== false);
      const now = new Date();
      return [
        verifyReport(read, log),
        verifyLife(read.report, typed.fresh, now),
        ...files,
        ...repeated,
        ...(lacksKey || isSame ? [] : await again.verifyClean()),
        ...(today === undefined ? [] : await again.verifyToday(today, now, publication, removed)),
      ];
    });
    // If the clean list can't be read, nothing is published: an empty list would look like a good answer.
    const isAnswered = removed !== undefined && findings.some(({ code }) => ANSWERS.includes(code));
    if (isAnswered) {
      await publication.publish();
      host.published();
    }
    const exitCode = say(typed, read, findings, log, host);
    if (isAnswered && removed.path !== "-" && !typed.quiet && !typed.json)
      host.stderr(`${host.sentences.summary.next} ${removed.path}\n`);
    return exitCode;
  } finally {
    publication.abandon();
    below?.close();
  }
}

/** Refuses options about clean lists and run logs for an audit of contacts, which has neither. */
function refuseOptionsOfScrubs({ fresh, suppress, log }: VerifyArguments, file: string): void {
  const asked = { "--fresh": fresh, "-s": suppress.length > 0, "--log": log !== undefined };
  const [option] = Object.entries(asked).find(([, isAsked]) => isAsked) ?? [];
  if (option !== undefined) throw new ScrubError(ExitCode.usage, "contactReport", [option], { file });
}

/** Compares the report with the run log: only the log tells whether the run wrote this report. */
function verifyReport({ report, sha256, file }: ReadReport, log: ReadLog | undefined): Finding {
  if (log === undefined) return finding("unchecked", file, "no-log");
  if (log.broken !== undefined) return finding("mismatch", file, "log-broken", log.broken.line);
  const logged = log.reports.get(sha256);
  if (logged?.run === report.run.id) return finding("verified", file, "in-log", logged.line);
  return finding("mismatch", file, log.ids.has(report.run.id) ? "not-as-logged" : "not-in-log");
}

/** Returns the finding about until when the list may be used. */
function verifyLife({ clean_until }: AuditReport, fresh: boolean, now: Date): Finding {
  const until = new Date(clean_until);
  return now > until
    ? finding(fresh ? "overtaken" : "note", "clean_until", "no-longer-valid", until.toISOString())
    : finding("verified", "clean_until", "still-valid", until.toISOString());
}

function say(
  typed: VerifyArguments,
  read: ReadReport,
  findings: readonly Finding[],
  log: ReadLog | undefined,
  host: Host,
): ExitCode {
  if (typed.json) host.stdout(`${JSON.stringify(verificationJson(read, findings, log), null, 2)}\n`);
  else {
    // With the records on stdout, nothing else is printed there.
    const print = (lines: string) => (typed.removed === "-" ? host.stderr(lines) : host.stdout(lines));
    print(verificationLines(read, findings, host, typed.quiet));
    if (log !== undefined) print(logLines(typed.log!, log, host, typed.quiet));
  }
  return findings.some(isBad) ? ExitCode.no : ExitCode.done;
}
