// svscrub audit: which contacts of a log were made after an opt-out. Tables or JSON on stdout, the offending records into -o.

import { auditContacts, type ContactAudit, type ContactAuditPlan } from "../audit/contacts.js";
import { ExitCode, ScrubError } from "../errors.js";
import type { OutputWanted } from "../files/output.js";
import { kindOfPath, stdinIsPiped } from "../files/paths.js";
import { checkOutputs, Publication } from "../files/publication.js";
import { neighbourOf } from "../files/system-errors.js";
import type { SuppressionPlan } from "../suppression/load.js";
import { SPREADSHEET } from "../suppression/sources.js";
import { type AuditArguments, auditProgram, parseAuditArguments } from "./audit-arguments.js";
import { contactAuditJson } from "./audit-json.js";
import { contactTables } from "./audit-table.js";
import { type Command, sayingAll } from "./command.js";
import type { Host } from "./host.js";
import { printWarnings } from "./summary.js";
import { commonValue, filesRead, planSuppression, readAs } from "./suppression-plan.js";

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
  host.watchOutputs(outputs, [...typed.logs, ...filesRead(typed)]);
  const log = logOf(typed);
  if (typed.suppress.length === 0) throw new ScrubError(ExitCode.usage, "noOptOuts", []);
  if (log !== "-" && kindOfPath(log) === "missing")
    throw new ScrubError(ExitCode.phoneList, "notFound", ["contact-log", neighbourOf(log)], { file: log });
  checkOutputs(outputs, [log, ...filesRead(typed)], typed.force);
  const { suppression, warnings } = planSuppression(typed);
  if (SPREADSHEET.test(log)) throw new ScrubError(ExitCode.phoneList, "spreadsheet", [], { file: log });

  const publication = new Publication(typed.force);
  try {
    const output = wanted && (await publication.open(wanted));
    const found = await auditContacts(planOf(typed, log, suppression), output, now);
    const complete: ContactAudit = { ...found, warnings: [...warnings, ...found.warnings] };
    await output?.finish();
    publication.publish();
    host.published();
    show(complete, typed, host);
    return complete.tally.offences > 0 ? ExitCode.no : ExitCode.done;
  } catch (error) {
    publication.abandon();
    throw error;
  }
}

function logOf({ logs, suppress }: AuditArguments): string {
  const stdinUses = [...logs, ...suppress].filter((word) => word === "-" || /^[^=]+=-$/.test(word)).length;
  if (stdinUses > 1) throw new ScrubError(ExitCode.usage, "stdinTwice", []);
  if (logs.length > 1) throw new ScrubError(ExitCode.usage, "severalContactLogs", [logs.length]);
  if (logs[0] !== undefined) return logs[0];
  if (stdinUses === 0 && stdinIsPiped()) return "-";
  throw new ScrubError(ExitCode.usage, "noContactLog", [suppress.length]);
}

function outputOf({ output, json }: AuditArguments): OutputWanted | undefined {
  if (output === undefined) return undefined;
  if (output === "-" && json) throw new ScrubError(ExitCode.usage, "contradiction", ["--json", "--output -"]);
  return { path: output, confidential: true, gzip: /\.gz$/i.test(output) };
}

function planOf(typed: AuditArguments, log: string, suppression: SuppressionPlan): ContactAuditPlan {
  return {
    log,
    overrides: {
      columns: typed.column,
      noHeader: !typed.header,
      ...readAs(commonValue(typed.delimiter), commonValue(typed.encoding)),
    },
    suppression,
    channel: typed.channel ?? "unknown",
    grace: typed.grace / 1000,
  };
}

/** Where the records go to stdout, the tables go to stderr. */
function show(found: ContactAudit, typed: AuditArguments, host: Host): void {
  if (typed.json) {
    host.stdout(`${JSON.stringify(contactAuditJson(found, typed, host.sentences), null, 2)}\n`);
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
    host.stderr(`${next} ${wrote(typed.output, found.tally.offences)}\n`);
  }
}
