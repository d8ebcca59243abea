// svscrub audit: which contacts of a log were made after an opt-out. Tables or JSON on stdout, the offending records into -o.

import type { Command as Program } from "commander";
import { auditContacts, type ContactAudit, type ContactAuditPlan } from "../audit/contacts.js";
import { ExitCode, ScrubError } from "../errors.js";
import { type OutputWanted, wantedList } from "../files/output.js";
import { kindOfPath } from "../files/paths.js";
import { checkOutputs, Publication } from "../files/publication.js";
import { neighbourOf } from "../files/system-errors.js";
import { CHANNELS, type Channel } from "../suppression/event.js";
import type { SuppressionPlan } from "../suppression/load.js";
import { collect, createProgram, type HelpSetting, parseWords, refuseEmptyOperands, type Shown } from "./arguments.js";
import { contactAuditJson, contactTables } from "./audit-words.js";
import {
  addHours,
  type HolidaysFile,
  type HoursArguments,
  holidaysRead,
  openHolidays,
  parseMostContacts,
  refuseIdleHolidays,
  workingHoursOf,
} from "./calendar.js";
import { type Command, type Host, sayingAll } from "./command.js";
import { filesRead, operandsOrStdin, overridesBeside, planSuppression } from "./plan.js";
import { printWarnings } from "./summary.js";
import {
  addSuppress,
  addSuppressionOptions,
  partOperands,
  refuseIdleOptions,
  type SuppressionArguments,
} from "./suppression-arguments.js";
import { oneOf, parseAge } from "./typed-values.js";

export interface AuditArguments extends SuppressionArguments, HoursArguments {
  logs: readonly string[];
  output: string | undefined;
  column: readonly string[];
  channel: Channel | undefined;
  /** Milliseconds. */
  grace: number;
  maxContacts: ReturnType<typeof parseMostContacts> | undefined;
  /** False where the log has no header. */
  header: boolean;
  force: boolean;
  json: boolean;
  quiet: boolean;
}

/** Parses the words after the command's name. */
export function parseAuditArguments(words: readonly string[], setting: HelpSetting): AuditArguments | Shown {
  const program = auditProgram(setting);
  const shown = parseWords(program, partOperands(words, program));
  if (shown !== undefined) return shown;
  refuseEmptyOperands(program);
  refuseIdleHolidays(program);
  const typed = program.opts() as Omit<AuditArguments, "logs">;
  if (typed.suppress.length > 0) refuseIdleOptions(program);
  return { ...typed, logs: program.args };
}

export function auditProgram(setting: HelpSetting): Program {
  return createProgram(
    "audit",
    "CONTACT_LOG -s FILE... [-o FILE]",
    "[CONTACT_LOG...]",
    setting,
    (add, program, begin) => {
      addSuppress(add);
      add("-o, --output <FILE>", "output");
      add("-c, --column <NAME|N>", "column", collect, []);
      add("--channel <CHANNEL>", "channel", oneOf(CHANNELS));
      add("--grace <AGE>", "grace", parseGrace, 0);
      addHours(add);
      add("--max-contacts <N/AGE>", "max-contacts", parseMostContacts);
      addSuppressionOptions(add, program, begin);
      add("-f, --force", "force", undefined, false);
      add("--json", "json", undefined, false);
    },
  );
}

/** A bare 0 is as clear as `0h`. */
function parseGrace(option: string, typed: string): number {
  return typed.trim() === "0" ? 0 : parseAge(option, typed);
}

export const auditCommand: Command<AuditArguments> = {
  program: auditProgram,
  parse: parseAuditArguments,
  run: sayingAll(audit),
};

/** Audits one log. An offence is exit 1, and what was asked for is written all the same. */
async function audit(typed: AuditArguments, host: Host): Promise<ExitCode> {
  const now = new Date();
  const wanted = outputOf(typed);
  const outputs = wanted === undefined ? [] : [wanted];
  const inputs = [...filesRead(typed), ...holidaysRead(typed)];
  host.watchOutputs(outputs, [...typed.logs, ...inputs]);
  const log = logOf(typed);
  if (typed.suppress.length === 0) throw new ScrubError(ExitCode.usage, "noOptOuts", []);
  if (log !== "-" && kindOfPath(log) === "missing")
    throw new ScrubError(ExitCode.phoneList, "notFound", ["contact-log", neighbourOf(log)], { file: log });
  checkOutputs(outputs, [log, ...inputs], typed.force);
  const holidays = openHolidays(typed.holidays);
  const { suppression, warnings } = await planSuppression(typed);

  const publication = new Publication(typed.force);
  try {
    const output = wanted && (await publication.open(wanted));
    const found = await auditContacts(planOf(typed, log, suppression, holidays), output, now);
    const complete: ContactAudit = { ...found, warnings: [...warnings, ...found.warnings] };
    await output?.finish();
    publication.publish();
    host.published();
    show(complete, typed, holidays, host);
    return isClean(complete) ? ExitCode.done : ExitCode.no;
  } catch (error) {
    publication.abandon();
    throw error;
  }
}

function isClean({ tally, conduct }: ContactAudit): boolean {
  return tally.offences === 0 && !conduct.hours?.counts.outside && !conduct.frequency?.often.length;
}

function logOf({ logs, suppress }: AuditArguments): string {
  const [log, ...others] = operandsOrStdin(logs, suppress);
  if (others.length > 0) throw new ScrubError(ExitCode.usage, "severalContactLogs", [logs.length]);
  if (log === undefined) throw new ScrubError(ExitCode.usage, "noContactLog", [suppress.length]);
  return log;
}

function outputOf({ output, json }: AuditArguments): OutputWanted | undefined {
  if (output === undefined) return undefined;
  if (output === "-" && json) throw new ScrubError(ExitCode.usage, "contradiction", ["--json", "--output -"]);
  return wantedList(output, true);
}

function planOf(
  typed: AuditArguments,
  log: string,
  suppression: SuppressionPlan,
  holidays: HolidaysFile | undefined,
): ContactAuditPlan {
  return {
    log,
    overrides: overridesBeside(typed),
    suppression,
    channel: typed.channel ?? "unknown",
    grace: typed.grace / 1000,
    conduct: { hours: workingHoursOf(typed, holidays, typed.tz), most: typed.maxContacts },
  };
}

/** Where the records go to stdout, the tables go to stderr. */
function show(found: ContactAudit, typed: AuditArguments, holidays: HolidaysFile | undefined, host: Host): void {
  if (typed.json) {
    host.stdout(`${JSON.stringify(contactAuditJson(found, typed, holidays, host.sentences), null, 2)}\n`);
    return;
  }
  const isData = typed.output === "-";
  if (!typed.quiet) {
    const tables = contactTables(found, typed, host.sentences, isData ? host.color : host.colorOnStdout);
    if (isData) host.stderr(tables);
    else host.stdout(tables);
  }
  printWarnings(found.warnings, host);
  if (typed.quiet) return;
  if (typed.output !== undefined && !isData) {
    const { next, wrote } = host.sentences.summary;
    host.stderr(`${next} ${wrote(typed.output, found.written)}\n`);
  }
}
