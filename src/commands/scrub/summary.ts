// The summary on stderr: for a person, before a campaign. Machines read the report.

import type { Warning } from "../../errors.js";
import type { WrittenOutput } from "../../evidence/report.js";
import type { OutputWanted } from "../../files/output.js";
import { othersMayRead } from "../../files/paths.js";
import type { ListColumn, ReadList } from "../../scrub/list-tally.js";
import { DISPOSITIONS, dispositionOf, tellingReasons } from "../../scrub/rules.js";
import type { ScrubResult } from "../../scrub/run.js";
import type { Channel } from "../../suppression/event.js";
import type { ListSource } from "../../suppression/sources.js";
import type { TextFacts } from "../../suppression/text-lines.js";
import { sayWarning } from "../../text/language.js";
import type { CommonSentences } from "../../text/sentences.js";
import { inElSalvador, nameBeside, quote } from "../../text/values.js";
import type { CommonHost } from "../command.js";
import { bold, folded, warn } from "../screen.js";

/**
 * What was read, where every record went and which lists held how many; only the warnings where `quiet`. `channel`: by
 * which the campaign contacts.
 */
export function printSummary(
  result: ScrubResult,
  sources: readonly ListSource[],
  host: CommonHost,
  { quiet, channel }: { quiet: boolean; channel: Channel },
): void {
  const { sentences } = host;
  const lines: string[] = [];
  if (!quiet) {
    for (const list of result.lists) lines.push(describeList(list, sentences), ...besideLines(list, sentences));
    lines.push(...countLines(result, host, limitOf(channel, sources.length > 0, sentences)));
    if (sources.length > 0) {
      lines.push(bold(`${sentences.summary.lists}`, host.color));
      for (const [i, list] of result.suppressions.entries()) {
        const matches = result.tally.matches[i]!;
        lines.push(
          `  ${sentences.summary.listLine(list.name, list.entries, matches.records, sources.length > 1 ? matches.onlyHere : 0)}`,
          ...(list.titles.length === 0
            ? []
            : [`    ${sentences.summary.titles(list.titles, list.sheet !== null, true)}`]),
          ...(list.text === undefined ? [] : [`    ${describeText(list.text, sentences)}`]),
          ...(list.ranges.entries === 0
            ? []
            : [`    ${sentences.summary.ranges(list.ranges.entries, list.ranges.numbers)}`]),
          `    ${list.asOf === undefined ? sentences.summary.undated : sentences.summary.dated(inElSalvador(list.asOf.at), list.asOf.from)}`,
        );
      }
    }
  }
  if (lines.length > 0) host.stderr(folded(`${lines.join("\n")}\n`, host.tableWidth));
  printWarnings(result.warnings, host);
}

/** A list that is a text. */
export function describeText({ numbers, lines, ownMentions }: TextFacts, { summary }: CommonSentences): string {
  return summary.text(numbers, lines, ownMentions);
}

/** What a count of clean records does not say. */
function limitOf(channel: Channel, isChecked: boolean, { summary }: CommonSentences): string {
  if (!isChecked) return summary.unchecked;
  return channel === "any" ? "" : summary.onlyBy[channel];
}

/** Prints warnings on stderr, a line each. */
export function printWarnings(warnings: readonly Warning[], host: CommonHost): void {
  for (const warning of warnings) warn(sayWarning(warning, host.sentences), host);
}

/** What was written, and until when it holds. `isChecked`: against suppression lists. */
export function printWritten(
  written: readonly WrittenOutput[],
  reports: readonly OutputWanted[],
  cleanUntil: Date,
  isChecked: boolean,
  host: CommonHost,
): void {
  const { summary } = host.sentences;
  const files = [
    ...written.filter((output) => output.path !== "-").map((output) => summary.wrote(output.path, output.records)),
    ...reports.map((report) => summary.wrote(report.path, undefined)),
  ];
  const wrote = files.length > 0 ? `${bold(summary.next, host.color)} ${files.join(", ")}\n` : "";
  host.stderr(`${wrote}${isChecked ? summary.validUntil(inElSalvador(cleanUntil)) : summary.scrubFirst}\n`);
}

/** Warns of lists with people's data that others on the machine may read, as the umask has it. */
export function printReaders(written: readonly WrittenOutput[], host: CommonHost): void {
  const open = written.filter(({ role, path }) => role !== "removed" && path !== "-" && othersMayRead(path));
  for (const { path } of open) host.stderr(`${host.sentences.summary.othersMayRead(path)}\n`);
}

/** Options whose values are numbers. */
const HIDDEN: ReadonlySet<string> = new Set(["--canary", "--own"]);

/** Prints that nothing was written, and the same command with an output, to type instead. `isBook`: the list is a workbook. */
export function printDryRun(words: readonly string[], firstList: string, isBook: boolean, host: CommonHost): void {
  const { summary } = host.sentences;
  const output = words.some((word) => /^(-o|--output)/.test(word))
    ? []
    : ["-o", suggestName(firstList, isBook, words.includes("--flag") ? "flagged" : "clean")];
  // A planted number, or one of our own, is typed again, not shown: no message holds a number.
  const typed = words
    .filter((word) => word !== "-n" && word !== "--dry-run")
    .map((word) => (/^-[nfq]+$/.test(word) ? word.replaceAll("n", "") : word))
    .map((word, i, all) => (HIDDEN.has(all[i - 1] ?? "") ? "…" : word.replace(/^(--canary|--own)=.*/, "$1=…")));
  const end = typed.includes("--") ? typed.indexOf("--") : typed.length;
  const command = ["svscrub", ...typed.slice(0, end), ...output, ...typed.slice(end)].map(typable).join(" ");
  host.stderr(`${bold(summary.dryRun, host.color)}\n${summary.typeThis}\n  ${command}\n`);
}

function describeList(list: ReadList, { summary }: CommonSentences): string {
  const columns = list.phoneColumns
    .map(({ position, name }) => (name === undefined ? summary.column(position) : `"${name}"`))
    .join(", ");
  const understood = [
    ...(list.sheet === null ? [] : [summary.sheet(list.sheet.name)]),
    ...(list.titles.length === 0 ? [] : [summary.titles(list.titles, list.sheet !== null, false)]),
    ...(list.encoding.startsWith("utf-8") ? [] : [shownEncoding(list.encoding)]),
    ...(list.delimiter === "," ? [] : [summary.delimiter(list.delimiter)]),
    ...(list.compression === null ? [] : [list.compression]),
  ];
  const blank = list.blankLines > 0 ? `; ${summary.blankLines(list.blankLines)}` : "";
  return `${summary.columns(list.path === "-" ? "stdin" : list.path, understood, columns)}${blank}`;
}

/** What stood beside the phones, and what the list says itself. */
function besideLines({ ownOptOuts, beside }: ReadList, { summary }: CommonSentences): string[] {
  const shown = ({ position, name }: ListColumn) => (name === undefined ? summary.column(position) : `"${name}"`);
  return [
    ...ownOptOuts.filter(({ records }) => records > 0).map((own) => summary.ownOptOuts(shown(own), own.records)),
    ...beside.map((column) => summary.besideColumn(shown(column), column.records)),
  ].map((line) => `  ${line}`);
}

/** `UTF-16LE`, `Windows-1252`: as people write them; whether a mark stands before it is of no consequence. */
function shownEncoding(encoding: string): string {
  const name = encoding.replace("-no-bom", "");
  return name.startsWith("utf") ? name.toUpperCase() : name.replace("w", "W");
}

/** A line a disposition; under `invalid` and `excluded`, a line a reason. `limit`: what the clean records are not. */
function countLines({ tally }: ScrubResult, host: CommonHost, limit: string): string[] {
  const { summary, number } = host.sentences;
  const telling = tellingReasons(tally.reasons);
  const rows = [
    { label: summary.read, value: tally.read, reasons: [] },
    ...DISPOSITIONS.filter((it) => it === "clean" || tally.dispositions[it] > 0).map((disposition) => ({
      label: summary.dispositions[disposition],
      value: tally.dispositions[disposition],
      reasons: telling.filter(([reason]) => dispositionOf(reason) === disposition),
    })),
  ];
  const labelWidth = Math.max(...rows.map((row) => row.label.length));
  const valueWidth = Math.max(...rows.map((row) => number(row.value).length));
  const indent = " ".repeat(labelWidth + valueWidth + 6);
  return rows.flatMap((row, i) => {
    const line = `  ${row.label.padEnd(labelWidth)}  ${number(row.value).padStart(valueWidth)}`;
    const width = Math.max(0, ...row.reasons.map(([, count]) => number(count).length));
    const details = row.reasons.map(
      ([reason, count]) => `${indent}${number(count).padStart(width)} ${summary.reason(reason, count)}`,
    );
    const shown = i === 1 && limit !== "" ? `${line}  ${limit}` : line;
    return [i === 1 ? bold(shown, host.color) : line, ...details];
  });
}

/** A process substitution, whose name means nothing in another command. */
const SUBSTITUTED = /\/(?:dev|proc\/[^/]+)\/fd\/\d+$/;

function typable(word: string): string {
  return SUBSTITUTED.test(word) ? `${quote(word.replace(SUBSTITUTED, "")).replace(/^''$/, "")}<(…)` : quote(word);
}

/** The clean or the flagged list's name beside the list's: of a workbook (`isBook`) a workbook. */
export function suggestName(list: string, isBook = false, kind: "clean" | "flagged" = "clean"): string {
  const ending = isBook ? "xlsx" : "csv";
  if (list === "-" || SUBSTITUTED.test(list)) return `${kind}.${ending}`;
  return nameBeside(list, kind, ending);
}
