// The summary on stderr: for a person, before a campaign. Machines read the report.

import type { WrittenOutput } from "../audit/report.js";
import { DISPOSITIONS } from "../scrub/disposition.js";
import type { ReadList, ScrubResult } from "../scrub/run.js";
import type { ListSource } from "../suppression/sources.js";
import type { Sentences, Warning, WarningCode } from "../text/sentences.js";
import type { Host } from "./host.js";
import type { OutputsOfRun } from "./scrub.js";

/** What was read, where every record went and which lists held how many; only the warnings where `quiet`. */
export function printSummary(result: ScrubResult, sources: readonly ListSource[], host: Host, quiet: boolean): void {
  const { sentences } = host;
  const lines: string[] = [];
  if (!quiet) {
    for (const list of result.lists) lines.push(describeList(list, sentences));
    lines.push(...countLines(result, host));
    if (sources.length > 0) {
      lines.push(bold(`${sentences.summary.lists}`, host));
      for (const [i, list] of result.suppressions.entries()) {
        const matches = result.tally.matches[i]!;
        lines.push(
          `  ${sentences.summary.listLine(list.name, list.entries, matches.records, sources.length > 1 ? matches.onlyHere : 0)}`,
        );
      }
    }
  }
  for (const warning of result.warnings)
    lines.push(`${yellow(sentences.summary.warning, host)}: ${say(warning, sentences)}`);
  host.stderr(`${lines.join("\n")}\n`);
}

/** What was written and until when it holds; after a dry run, what to type. */
export function printTypeThis(
  written: readonly WrittenOutput[],
  outputs: OutputsOfRun,
  cleanUntil: Date,
  host: Host,
): void {
  const { summary } = host.sentences;
  if (outputs.dryRun) {
    const command = [
      "svscrub",
      ...outputs.lists.map(quote),
      "-s",
      ...outputs.suppress.map(quote),
      "-o",
      quote(suggestName(outputs.lists[0]!)),
    ];
    const hint = outputs.suppress.length > 0 ? `${summary.typeThis}\n  ${command.join(" ")}\n` : "";
    host.stderr(`${bold(summary.dryRun, host)}\n${hint}`);
    return;
  }
  const files = [
    ...written.filter((output) => output.path !== "-").map((output) => summary.wrote(output.path, output.records)),
    ...outputs.reports.map((report) => summary.wrote(report.path, undefined)),
  ];
  const wrote = files.length > 0 ? `${bold(summary.next, host)} ${files.join(", ")}\n` : "";
  host.stderr(`${wrote}${summary.validUntil(inElSalvador(cleanUntil))}\n`);
}

function describeList(list: ReadList, { summary }: Sentences): string {
  const columns = list.phoneColumns
    .map(({ position, name }) => (name === undefined ? summary.column(position) : `"${name}"`))
    .join(", ");
  const blank = list.blankLines > 0 ? `; ${summary.blankLines(list.blankLines)}` : "";
  return `${summary.columns(list.path === "-" ? "stdin" : list.path, columns)}${blank}`;
}

function countLines({ tally }: ScrubResult, host: Host): string[] {
  const { summary, number } = host.sentences;
  const rows = [
    { label: summary.read, value: tally.read, detail: "" },
    ...DISPOSITIONS.filter((disposition) => disposition === "clean" || tally.dispositions[disposition] > 0).map(
      (disposition) => ({
        label: summary.dispositions[disposition],
        value: tally.dispositions[disposition],
        detail:
          disposition === "invalid" || disposition === "excluded"
            ? reasonsOf(tally.reasons, disposition, host.sentences)
            : "",
      }),
    ),
  ];
  const labelWidth = Math.max(...rows.map((row) => row.label.length));
  const valueWidth = Math.max(...rows.map((row) => number(row.value).length));
  return rows.map((row, i) => {
    const line = `  ${row.label.padEnd(labelWidth)}  ${number(row.value).padStart(valueWidth)}`;
    return `${i === 1 ? bold(line, host) : line}${row.detail === "" ? "" : `  ${row.detail}`}`;
  });
}

const EXCLUDED_REASONS = new Set(["type-not-allowed", "not-reachable"]);
const OTHER_REASONS = new Set(["opted-out", "duplicate", "foreign"]);

function reasonsOf(
  reasons: ReadonlyMap<string, number>,
  disposition: "invalid" | "excluded",
  { summary, number }: Sentences,
): string {
  return [...reasons]
    .filter(([reason]) => !OTHER_REASONS.has(reason) && EXCLUDED_REASONS.has(reason) === (disposition === "excluded"))
    .sort(([, a], [, b]) => b - a)
    .map(([reason, count]) => `${summary.reasons[reason]} ${number(count)}`)
    .join(", ");
}

function say<C extends WarningCode>(warning: Warning & { code: C }, sentences: Sentences): string {
  // The code and its values come from one variant of Warning, which TypeScript can't follow through the lookup.
  const sentence = sentences.warnings[warning.code] as (...values: unknown[]) => string;
  return sentence(...warning.values);
}

function suggestName(list: string): string {
  return list === "-" ? "clean.csv" : list.replace(/(\.[^.]+)?$/, ".clean.csv");
}

/** As a POSIX shell reads it back. */
function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** `2026-11-25 08:30`, El Salvador's time (UTC-6 all year). */
function inElSalvador(date: Date): string {
  return new Date(date.getTime() - 6 * 3_600_000).toISOString().slice(0, 16).replace("T", " ");
}

function bold(text: string, host: Host): string {
  return host.color ? `\x1b[1m${text}\x1b[0m` : text;
}

function yellow(text: string, host: Host): string {
  return host.color ? `\x1b[33m${text}\x1b[0m` : text;
}
