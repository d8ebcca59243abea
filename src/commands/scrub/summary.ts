// Prints the summary on stderr, for people. Programs read the report.

import type { Warning } from "../../errors.js";
import type { WrittenOutput } from "../../evidence/report.js";
import type { ListColumn, ReadList } from "../../scrub/list-tally.js";
import { DISPOSITIONS, dispositionOf, tellingReasons } from "../../scrub/rules.js";
import type { ScrubResult } from "../../scrub/run.js";
import type { Channel } from "../../suppression/event.js";
import type { ListSource } from "../../suppression/sources.js";
import { sayWarning } from "../../text/language.js";
import type { CommonSentences } from "../../text/sentences.js";
import { inElSalvador, quote, siblingName } from "../../text/values.js";
import type { CommonHost } from "../command.js";
import { bold, folded, layOut, warn } from "../screen.js";

/**
 * Prints the lists, the counts by disposition and the matches of each suppression list; only warnings if `quiet`. `channel`: the
 * campaign's.
 */
export function printSummary(
  result: ScrubResult,
  sources: readonly ListSource[],
  host: CommonHost,
  { quiet, channel }: { quiet: boolean; channel: Channel },
): void {
  const { summary } = host.sentences;
  const isChecked = sources.length > 0;
  const limit = isChecked ? (channel === "any" ? "" : summary.onlyBy[channel]) : summary.unchecked;
  const lines = [
    ...result.lists.flatMap((list) => listLines(list, host.sentences)),
    ...countLines(result, host, limit),
    ...(isChecked ? [bold(summary.lists, host.color), ...suppressionLines(result, host.sentences)] : []),
  ];
  if (!quiet) host.stderr(folded(`${lines.join("\n")}\n`, host.tableWidth));
  printWarnings(result.warnings, host);
}

function suppressionLines({ suppressions, tally }: ScrubResult, { summary }: CommonSentences): string[] {
  return suppressions.flatMap(({ name, entries, titles, sheet, text, ranges, asOf }, i) => {
    const { records, onlyHere } = tally.matches[i]!;
    return [
      `  ${summary.listLine(name, entries, records, suppressions.length > 1 ? onlyHere : 0)}`,
      ...(titles.length > 0 ? [`    ${summary.titles(titles, sheet !== null, true)}`] : []),
      ...(text ? [`    ${summary.text(text.numbers, text.lines, text.ownMentions)}`] : []),
      ...(ranges.entries > 0 ? [`    ${summary.ranges(ranges.entries, ranges.numbers)}`] : []),
      `    ${asOf ? summary.dated(inElSalvador(asOf.at), asOf.from) : summary.undated}`,
    ];
  });
}

export function printWarnings(warnings: readonly Warning[], host: CommonHost): void {
  for (const warning of warnings) warn(sayWarning(warning, host.sentences), host);
}

/** Prints the outputs, and until when the list may be used (undefined without suppression lists). */
export function printWritten(
  written: readonly WrittenOutput[],
  reports: readonly { path: string }[],
  cleanUntil: string | undefined,
  host: CommonHost,
): void {
  const { summary } = host.sentences;
  const files = [
    ...written.filter((output) => output.path !== "-").map((output) => summary.wrote(output.path, output.records)),
    ...reports.map((report) => summary.wrote(report.path, undefined)),
  ];
  const wrote = files.length > 0 ? `${bold(summary.next, host.color)} ${files.join(", ")}\n` : "";
  host.stderr(
    `${wrote}${cleanUntil === undefined ? summary.scrubFirst : summary.validUntil(inElSalvador(new Date(cleanUntil)))}\n`,
  );
}

/** Options whose values are numbers. */
const HIDDEN: ReadonlySet<string> = new Set(["--canary", "--own"]);

/** Prints that nothing was written, and the same command with an output. `list`: the first phone list. */
export function printDryRun(words: readonly string[], list: { path: string; sheet: unknown }, host: CommonHost): void {
  const { summary } = host.sentences;
  const output = words.some((word) => /^(-o|--output)/.test(word))
    ? []
    : ["-o", suggestName(list.path, list.sheet !== null, words.includes("--flag") ? "flagged" : "clean")];
  // No message holds a number: planted and own numbers have to be typed again.
  const typed = words
    .filter((word) => word !== "-n" && word !== "--dry-run")
    .map((word) => (/^-[nfq]+$/.test(word) ? word.replaceAll("n", "") : word))
    .map((word, i, all) => (HIDDEN.has(all[i - 1] ?? "") ? "…" : word.replace(/^(--canary|--own)=.*/, "$1=…")));
  const end = typed.includes("--") ? typed.indexOf("--") : typed.length;
  const command = ["svscrub", ...typed.slice(0, end), ...output, ...typed.slice(end)].map(typable).join(" ");
  host.stderr(`${bold(summary.dryRun, host.color)}\n${summary.typeThis}\n  ${command}\n`);
}

/** Returns lines about a phone list: how it was read, and its own opt-outs. */
function listLines(list: ReadList, { summary }: CommonSentences): string[] {
  const shown = ({ position, name }: Omit<ListColumn, "records">) =>
    name === undefined ? summary.column(position) : `"${name}"`;
  const { path, sheet, titles, encoding, delimiter, compression, blankLines, ownOptOuts, otherColumns } = list;
  const understood = [
    ...(sheet === null ? [] : [summary.sheet(sheet.name)]),
    ...(titles.length === 0 ? [] : [summary.titles(titles, sheet !== null, false)]),
    ...(encoding.startsWith("utf-8") ? [] : [shownEncoding(encoding)]),
    ...(delimiter === "," ? [] : [summary.delimiter(delimiter)]),
    ...(compression === null ? [] : [compression]),
  ];
  const blank = blankLines > 0 ? `; ${summary.blankLines(blankLines)}` : "";
  const phones = list.phoneColumns.map(shown).join(", ");
  return [
    `${summary.columns(path === "-" ? "stdin" : path, understood, phones)}${blank}`,
    ...ownOptOuts.flatMap((own) => (own.records > 0 ? `  ${summary.ownOptOuts(shown(own), own.records)}` : [])),
    ...otherColumns.map((column) => `  ${summary.otherColumn(shown(column), column.records)}`),
  ];
}

/** Returns an encoding as people write it (`UTF-16LE`), without its byte order mark. */
function shownEncoding(encoding: string): string {
  const name = encoding.replace("-no-bom", "");
  return name.startsWith("utf") ? name.toUpperCase() : name.replace("w", "W");
}

/**
 * Returns a line a disposition and, for `invalid` and `excluded`, a line a reason. `limit`: a remark on the clean records.
 */
function countLines({ tally }: ScrubResult, host: CommonHost, limit: string): string[] {
  const { summary, number } = host.sentences;
  const counts = tally.dispositions;
  const found = DISPOSITIONS.filter((it) => it !== "clean" && counts[it] > 0);
  const rows = [
    [summary.read, number(tally.read)],
    [summary.dispositions.clean, number(counts.clean), limit],
    ...found.flatMap((disposition) => {
      const reasons = tellingReasons(tally.reasons).filter(([reason]) => dispositionOf(reason) === disposition);
      const width = Math.max(0, ...reasons.map(([, count]) => number(count).length));
      const lines = reasons.map(
        ([reason, count]) => `${number(count).padStart(width)} ${summary.reason(reason, count)}`,
      );
      return [[summary.dispositions[disposition], number(counts[disposition])], ...lines.map((line) => ["", "", line])];
    }),
  ];
  return layOut(rows, ["left", "right", "left"]).map((line, i) => (i === 1 ? bold(line, host.color) : line));
}

/** Matches a process substitution, which another command can't name. */
const SUBSTITUTED = /\/(?:dev|proc\/[^/]+)\/fd\/\d+$/;

function typable(word: string): string {
  return SUBSTITUTED.test(word) ? `${quote(word.replace(SUBSTITUTED, "")).replace(/^''$/, "")}<(…)` : quote(word);
}

/** Returns the name of a clean or flagged list next to a list; a workbook's if `isBook`. */
export function suggestName(list: string, isBook = false, kind: "clean" | "flagged" = "clean"): string {
  const ending = isBook ? "xlsx" : "csv";
  if (list === "-" || SUBSTITUTED.test(list)) return `${kind}.${ending}`;
  return siblingName(list, kind, ending);
}
