// svscrub verify: a past run proved again, or a run log. What was checked and what was not, on stdout.

import path from "node:path";
import type { ContactReport } from "../../audit/report.js";
import { ExitCode, ScrubError } from "../../errors.js";
import type { AuditReport } from "../../evidence/report.js";
import { type ReadLog, readRunLog } from "../../evidence/run-log.js";
import { FilesBelow, foldersOf } from "../../evidence/verification/files.js";
import { type Finding, isBad } from "../../evidence/verification/finding.js";
import { wantedList } from "../../files/output.js";
import { checkOutputs, Publication } from "../../files/publication.js";
import { maskNumber } from "../../phone/format.js";
import { createProgram, parseWords, refuseEmptyOperands, refuseWithout } from "../arguments.js";
import { type Command, type HelpSetting, type Host, type Shown, sayingAll } from "../command.js";
import type { ArgumentsOf } from "../options.js";
import { refuseBesideJson } from "../reporting.js";
import { watched } from "../screen.js";
import { filesRead, ownNumber, planSuppression } from "../scrub/plan.js";
import { partOperands, refuseIdleOptions, refusePhoneListOptions } from "../suppression-arguments.js";
import type { AuditOptions } from "./contacts.js";
import { optionsOfLists, planAgain, runOptions } from "./plan.js";
import { planned, type ReadReport, readReport, using } from "./report.js";
import { ANSWERS, verifyScrub } from "./scrub.js";
import { logJson, logLines, verificationJson, verificationLines } from "./words.js";

export interface VerifyArguments extends Omit<ArgumentsOf<"verify">, "report"> {
  /** The report; undefined where only a run log is to be proved. */
  report: string | undefined;
}

const OF_A_REPORT = ["--fresh", "--find", "--suppress", "--removed", "--hash-key-file", "--own"];

/** Parses the words after the command's name. */
export function parseVerifyArguments(words: readonly string[], setting: HelpSetting): VerifyArguments | Shown {
  const program = createProgram("verify", setting);
  const shown = parseWords(program, partOperands(words, program));
  if (shown !== undefined) return shown;
  refuseEmptyOperands(program);
  const typed = { ...(program.opts() as Omit<VerifyArguments, "report">), report: program.args[0] };
  if (typed.report === undefined && typed.log === undefined) throw new ScrubError(ExitCode.usage, "noReport", []);
  // A log alone has no date until which it holds, and no clean list.
  if (typed.report === undefined) refuseWithout("REPORT", OF_A_REPORT, program);
  if (program.args.length > 1) throw new ScrubError(ExitCode.usage, "oneReport", [program.args.length]);
  if (typed.removed !== undefined && typed.suppress.length === 0)
    throw new ScrubError(ExitCode.usage, "needsSuppress", ["--removed"]);
  refuseBesideJson(typed.json, "--removed", typed.removed);
  refusePhoneListOptions(program);
  // The key is also that of the run's own lists, and so are our own numbers.
  refuseIdleOptions(program, ["--hash-key-file", "--own"]);
  return typed;
}

export const verifyCommand: Command<VerifyArguments> = {
  parse: parseVerifyArguments,
  run: sayingAll(verify),
};

async function verify(typed: VerifyArguments, host: Host): Promise<ExitCode> {
  const log = typed.log === undefined ? undefined : readRunLog(typed.log);
  if (typed.report === undefined) {
    if (typed.json) host.stdout(`${JSON.stringify({ schema_version: 1, log: logJson(log!) }, null, 2)}\n`);
    else host.stdout(logLines(typed.log!, log!, host, typed.quiet));
    return log!.broken === undefined ? ExitCode.done : ExitCode.no;
  }
  const read = readReport(typed.report);
  return await using(typed.report, () =>
    read.kind === "contact-audit"
      ? proveAudit(typed, read, read.report, host)
      : proveScrub(typed, read, read.report, log, host),
  );
}

async function proveScrub(
  typed: VerifyArguments,
  read: ReadReport,
  report: AuditReport,
  log: ReadLog | undefined,
  host: Host,
): Promise<ExitCode> {
  const { file, sha256 } = read;
  const reported = planned(file, () => runOptions(report));
  const options = { ...reported, own: ownAgain(reported.own, typed) };
  const folders = foldersOf(file);
  const removed = typed.removed === undefined ? undefined : wantedList(typed.removed, true);
  const wanted = removed === undefined ? [] : [removed];
  const named = [...report.inputs, ...report.suppressions, ...report.outputs].filter(({ path }) => path !== "-");
  const places = folders.flatMap((folder) => named.map((it) => path.resolve(folder, it.path)));
  const inputs = [file, ...places, typed.log ?? [], ...filesRead(typed)].flat();
  host.watchOutputs(wanted, inputs);
  checkOutputs(wanted, inputs, typed.force);
  const today = typed.suppress.length === 0 ? undefined : (await planSuppression(typed)).suppression;
  const below = filesBelow(typed);
  const publication = new Publication(typed.force);
  try {
    const findings = await watched(typed.quiet || typed.json, host, (onProgress) =>
      verifyScrub({
        ...{ report, sha256, path: file, places: { folders, below }, log, today, removed, publication, onProgress },
        ...{ fresh: typed.fresh, version: host.version, now: new Date() },
        planOf: (found) => planned(file, () => planAgain(report, options, found, typed.hashKeyFile)),
        lacksHashKey: options.hasHashKey && typed.hashKeyFile === undefined,
      }),
    );
    // Where the list could not be read, an empty answer would pass for a good one.
    const isAnswered = removed !== undefined && findings.some(({ code }) => ANSWERS.includes(code));
    if (isAnswered) await publication.publish();
    host.published();
    const exitCode = say(typed, read, findings, log, host);
    if (isAnswered && removed.path !== "-" && !typed.quiet && !typed.json)
      host.stderr(`${host.sentences.summary.next} ${removed.path}\n`);
    return exitCode;
  } finally {
    publication.abandon();
    below?.close();
  }
}

function filesBelow({ find }: VerifyArguments): FilesBelow | undefined {
  return find.length === 0 ? undefined : new FilesBelow(find);
}

/** Options that ask of a clean list, or of the log in which scrubs stand. */
function refuseOptionsOfScrubs(typed: VerifyArguments, file: string): void {
  const { fresh, suppress, log } = typed;
  const asked = [
    ...(fresh ? ["--fresh"] : []),
    ...(suppress.length > 0 ? ["-s"] : []),
    ...(log === undefined ? [] : ["--log"]),
  ];
  if (asked.length > 0) throw new ScrubError(ExitCode.usage, "contactReport", [asked[0]!], { file });
}

/** An audit of contacts writes nothing that could be sent: all there is to prove is what it found. */
async function proveAudit(
  typed: VerifyArguments,
  read: ReadReport,
  report: ContactReport,
  host: Host,
): Promise<ExitCode> {
  const { file } = read;
  refuseOptionsOfScrubs(typed, file);
  // Loaded for whoever has such a report: start-up time counts.
  const { verifyContacts } = await import("./contacts.js");
  const reported = planned(file, () => optionsOfLists<AuditOptions>(report));
  const options = { ...reported, own: ownAgain(reported.own, typed) };
  const below = filesBelow(typed);
  try {
    const findings = await watched(typed.quiet || typed.json, host, (onProgress) =>
      verifyContacts({
        ...{ report, path: file, options, places: { folders: foldersOf(file), below }, onProgress },
        ...{ version: host.version, hashKeyFile: typed.hashKeyFile },
      }),
    );
    return say(typed, read, findings, undefined, host);
  } finally {
    below?.close();
  }
}

/** Our own numbers whole, where they are said again: another number may have the mask that the report shows. */
function ownAgain(masked: readonly string[], { own }: VerifyArguments): string[] {
  const said = own.map(ownNumber);
  return masked.flatMap((mask) => {
    const whole = said.filter((e164) => maskNumber(e164) === mask);
    return whole.length > 0 ? whole : [mask];
  });
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
    // Whoever takes the records from stdout gets nothing else there.
    const print = (lines: string) => (typed.removed === "-" ? host.stderr(lines) : host.stdout(lines));
    print(verificationLines(read, findings, host, typed.quiet));
    if (log !== undefined) print(logLines(typed.log!, log, host, typed.quiet));
  }
  return findings.some(isBad) ? ExitCode.no : ExitCode.done;
}
