// Formats a verification as lines and as JSON.

import { ScrubError } from "../../errors.js";
import type { ReadLog } from "../../evidence/run-log.js";
import { type Finding, isBad, verdictOf } from "../../evidence/verification/finding.js";
import { sayError } from "../../text/language.js";
import { inElSalvador } from "../../text/values.js";
import type { Host } from "../command.js";
import { layOut } from "../screen.js";
import type { ReadReport } from "./report.js";

/** Returns a line a finding; if `quiet`, only the findings that prevent verification. */
export function verificationLines(
  { file, sha256, report }: ReadReport,
  findings: readonly Finding[],
  host: Host,
  quiet: boolean,
): string {
  const { verification: words } = host.sentences;
  const shown = quiet ? findings.filter(isBad) : findings;
  if (shown.length === 0) return "";
  const { id, started_at } = report.run;
  const rows = shown.map((it) => [words.standings[it.standing], `${subjectOf(it, host)}${say(it, host)}`]);
  const head = quiet
    ? []
    : [words.run(id, inElSalvador(new Date(started_at)), report.tool.version), `SHA-256 ${sha256}`];
  const lines = [
    ...head.map((line) => `${file}: ${line}`),
    ...layOut(rows, ["left", "left"]),
    lastLine(findings, host),
  ];
  return `${lines.join("\n")}\n`;
}

export function logLines(file: string, log: ReadLog, host: Host, quiet: boolean): string {
  const { verification: words } = host.sentences;
  const lines: string[] = [];
  if (log.tornLines.length > 0) lines.push(words.logTorn(log.tornLines));
  if (log.broken !== undefined) {
    lines.push(words.logBroken(log.broken.line, log.broken.fault));
  } else if (!quiet) {
    lines.push(words.logHolds(log.runs, log.failed));
    if (log.last !== undefined) lines.push(words.logLast(log.last));
  }
  return lines.map((line) => `${file}: ${line}\n`).join("");
}

export function verificationJson(
  { file, sha256, report }: ReadReport,
  findings: readonly Finding[],
  log: ReadLog | undefined,
): Record<string, unknown> {
  const { verdict, gone, repeated } = verdictOf(findings);
  return {
    schema_version: 1,
    report: file,
    sha256,
    run: report.run.id,
    verified: !findings.some(isBad),
    ...{ verdict, gone, repeated },
    // An audit of contacts does not expire.
    clean_until: "clean_until" in report ? report.clean_until : undefined,
    findings: findings.map(({ standing, subject, code, values }) => ({
      standing,
      subject,
      code,
      values: values.map((value) => (value instanceof ScrubError ? value.sentence : value)),
    })),
    ...(log === undefined ? {} : { log: logJson(log) }),
  };
}

export function logJson({ runs, failed, tornLines, broken, last }: ReadLog): Record<string, unknown> {
  return {
    whole: broken === undefined,
    runs,
    failed,
    torn_lines: tornLines,
    broken: broken ?? null,
    last: last ?? null,
  };
}

function lastLine(findings: readonly Finding[], { sentences: { verification: words } }: Host): string {
  const { verdict, mismatches, gone, overtaken, repeated } = verdictOf(findings);
  if (verdict === "not-verified") return words.notVerified(mismatches, gone, overtaken > 0);
  return verdict === "verified" ? words.verified(repeated) : words.butForFilesGone(gone, repeated);
}

function subjectOf({ subject }: Finding, { sentences }: Host): string {
  if (subject === "") return "";
  return `${subject === "-" ? sentences.verification.stdStream : subject}: `;
}

function say({ code, values }: Finding, { sentences }: Host): string {
  // The values belong to this code; the type does not say so.
  const sentence = sentences.verification.findings[code] as (...values: readonly unknown[]) => string;
  const [error] = values;
  return error instanceof ScrubError ? `${sentence()} ${sayError(error, sentences).what}` : sentence(...values);
}
