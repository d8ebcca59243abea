// What commands with a report share: its name, its files, and its list of options.

import path from "node:path";
import { ExitCode, ScrubError } from "../errors.js";
import { reportedPath } from "../evidence/report.js";
import type { OutputWanted } from "../files/output.js";
import type { Publication } from "../files/publication.js";
import { maskNumber } from "../phone/format.js";
import { certainNumber, numbersInOtherColumn } from "../phone/read.js";
import { quote } from "../text/values.js";
import { describeOffset, type TimeZone } from "../time/time-zone.js";
import type { NamedValue } from "./typed-values.js";

/** Returns the end of a run: now, but never before its beginning, even if the clock was set back. */
export function endOfRun(startedAt: Date): Date {
  return new Date(Math.max(Date.now(), startedAt.getTime()));
}

/** Returns labels by name. One with a phone number in it, which the report would show, is exit 2. */
export function labelsOf(typed: readonly string[]): Record<string, string> {
  if (typed.some((label) => numbersInOtherColumn(label).length > 0))
    throw new ScrubError(ExitCode.usage, "numberInLabel", []);
  return Object.fromEntries(typed.map((label) => label.split(/=(.*)/s)));
}

/** Refuses JSON on stdout together with an option's list. */
export function refuseWithJson(json: boolean, option: string, file: string | undefined, hasDryRun = false): void {
  if (json && file === "-") throw new ScrubError(ExitCode.usage, "stdoutTaken", [option, hasDryRun]);
}

function isPage(report: string): boolean {
  return /\.html$/i.test(report);
}

/** Adds the JSON report next to the first page if only pages were named: a page needs the JSON that proves it. */
export function withProof(reports: readonly string[]): readonly string[] {
  const [first] = reports;
  return first === undefined || !reports.every(isPage) ? reports : [...reports, siblingOf(first, /(\.audit)?\.html$/i)];
}

/** Returns `clean.audit.json` for `clean.csv`. `ending`: matches the extension to replace. */
export function siblingOf(file: string, ending: RegExp): string {
  return path.join(path.dirname(file), `${path.basename(file).replace(ending, "")}.audit.json`);
}

export interface WrittenReport {
  path: string;
  sha256: string;
}

/** Writes reports as JSON or pages, by their extensions. `renderPage` gets the command that verifies the JSON report. */
export async function writeReports<Report>(
  wanted: readonly OutputWanted[],
  publication: Publication,
  reportAt: (where: string) => Report,
  renderPage: (report: Report, verify: string) => Promise<string>,
): Promise<WrittenReport[]> {
  const written: WrittenReport[] = [];
  for (const one of wanted) {
    const output = await publication.open(one);
    const report = reportAt(one.path);
    const json = wanted.find(({ path }) => !isPage(path))!;
    const text = isPage(one.path)
      ? await renderPage(report, `svscrub verify ${quote(reportedPath(json.path, one.path))}`)
      : `${JSON.stringify(report, null, 2)}\n`;
    output.write(Buffer.from(text));
    written.push({ path: one.path, sha256: await output.finish() });
  }
  return written;
}

/** Returns options by their long names, planted and own numbers masked, without the common options about the screen. */
export function reportedOptions(typed: {
  tz: TimeZone;
  canary: readonly NamedValue<string>[];
  own: readonly string[];
  [option: string]: unknown;
}): Record<string, unknown> {
  // Commander adds these to the arguments.
  const { lang, color, ...shaping } = typed as typeof typed & { lang?: string; color?: string };
  const shown = {
    ...shaping,
    tz: describeOffset(typed.tz),
    canary: typed.canary.map(({ list, value }) => ({ list, value: maskNumber(certainNumber(value)!) })),
    own: typed.own.map((value) => maskNumber(certainNumber(value)!)),
  };
  return Object.fromEntries(Object.entries(shown).map(([option, value]) => [reportedName(option), value]));
}

/** Returns an option's name in reports: `max_age` for `maxAge`. */
export function reportedName(option: string): string {
  return option.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
