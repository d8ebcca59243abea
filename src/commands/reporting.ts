// What commands that write a report share once they run: its name, its labels, and the options as it has them.

import path from "node:path";
import { ExitCode, ScrubError } from "../errors.js";
import { placeOf } from "../evidence/report.js";
import type { OutputWanted } from "../files/output.js";
import { maskNumber } from "../phone/format.js";
import { certainNumber } from "../phone/read.js";
import { quote } from "../text/values.js";
import { describeOffset, type TimeZone } from "../time/time-zone.js";
import { type NamedValue, REPORT_ENDINGS } from "./typed-values.js";

/** Returns the time now as the end of a run, never before its beginning, even if the clock was put back meanwhile. */
export function endOfRun(startedAt: Date): Date {
  return new Date(Math.max(Date.now(), startedAt.getTime()));
}

export function labelsOf(typed: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    typed.map((label) => {
      const at = label.indexOf("=");
      return [label.slice(0, at), label.slice(at + 1)];
    }),
  );
}

export function refuseOtherEndings(reports: readonly string[]): void {
  for (const file of reports)
    if (!REPORT_ENDINGS.some((ending) => file.toLowerCase().endsWith(ending)))
      throw new ScrubError(ExitCode.usage, "reportExtension", [], { file });
}

/** Refuses JSON on stdout beside the list of an option: nobody could tell where one ends. */
export function refuseBesideJson(json: boolean, option: string, file: string | undefined, hasDryRun = false): void {
  if (json && file === "-") throw new ScrubError(ExitCode.usage, "stdoutTaken", [option, hasDryRun]);
}

function isPage(report: string): boolean {
  return /\.html$/i.test(report);
}

/** A page never stands without the JSON that proves it: where only pages were named, it is written beside the first. */
export function withProof(reports: readonly string[]): readonly string[] {
  const [first] = reports;
  return first === undefined || !reports.every(isPage) ? reports : [...reports, besideAs(first, /(\.audit)?\.html$/i)];
}

/** `clean.audit.json` beside `clean.csv`; `ending`: what it has in place of the report's. */
export function besideAs(file: string, ending: RegExp): string {
  return path.join(path.dirname(file), `${path.basename(file).replace(ending, "")}.audit.json`);
}

/**
 * Returns a report in the form that the extension of its name says. `page`: renders it with the command that verifies the
 * JSON among the reports; its code is loaded for whoever wants one.
 */
export async function reportIn(
  place: string,
  report: object,
  reports: readonly OutputWanted[],
  page: (verify: string) => Promise<string>,
): Promise<Buffer> {
  if (!isPage(place)) return Buffer.from(`${JSON.stringify(report, null, 2)}\n`);
  const json = reports.find((one) => !isPage(one.path))!;
  return Buffer.from(await page(`svscrub verify ${quote(placeOf(json.path, place))}`));
}

/** Returns options by their long names, planted and own numbers masked, without those of the screen that every command has. */
export function reportedOptions(typed: {
  tz: TimeZone;
  canary: readonly NamedValue<string>[];
  own: readonly string[];
  [option: string]: unknown;
}): Record<string, unknown> {
  // Commander's, beside those of the arguments' type.
  const { lang, color, ...shaping } = typed as typeof typed & { lang?: string; color?: string };
  const said = {
    ...shaping,
    tz: describeOffset(typed.tz),
    canary: typed.canary.map(({ list, value }) => ({ list, value: maskNumber(certainNumber(value)!) })),
    own: typed.own.map((value) => maskNumber(certainNumber(value)!)),
  };
  return Object.fromEntries(
    Object.entries(said).map(([name, value]) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  );
}
