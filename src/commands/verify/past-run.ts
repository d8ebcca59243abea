// Restores a report's options as typed, and its suppression lists at their current paths, to repeat the run.

import type { RunFacts } from "../../evidence/report.js";
import type { FoundFiles } from "../../evidence/verification/files.js";
import type { OutputWanted } from "../../files/output.js";
import { packingOf } from "../../files/paths.js";
import type { SuppressionPlan } from "../../suppression/load.js";
import type { DateSource } from "../../suppression/trust.js";
import { type ArgumentsOf, rowsOf, type SuppressionArguments } from "../options.js";
import { reportedName } from "../reporting.js";
import { planSources, sheetSuffix } from "../scrub/plan.js";
import { NOWHERE } from "../scrub/run-into.js";
import { EVERY_SHEET, parseChannel, parseZone } from "../typed-values.js";

/** The members about the run that every report has. */
interface Reported {
  run: { options: Readonly<Record<string, unknown>>; started_at: string };
  suppressions: readonly {
    name: string;
    as_of: string | null;
    as_of_from: DateSource | null;
    sheet: { name: string; position: number } | null;
  }[];
}

/** Returns the options of a command's run as typed. `own`: our numbers in E.164, typed again because the report masks them. */
export function pastOptions<Name extends "scrub" | "audit">(command: Name, { run }: Reported, own: readonly string[]) {
  const typed = Object.fromEntries(rowsOf(command).map(([option]) => [option, run.options[reportedName(option)]]));
  const { channel, tz } = typed;
  return {
    ...typed,
    channel: channel === undefined ? channel : parseChannel("--channel", String(channel)),
    tz: parseZone("--tz", String(tz)),
    own: own.length > 0 ? own : typed.own,
    // Dates given for lists are part of the lists' reports.
    asOf: [],
  } as ArgumentsOf<Name>;
}

/** Returns a run's suppression lists with their dates of then: a copied file has another date. */
export function pastSuppression(
  { suppressions }: Reported,
  options: SuppressionArguments,
  found: FoundFiles["suppressions"],
  hashKeyFile: string | undefined,
): SuppressionPlan {
  const ofEverySheet = options.sheet.some(({ value }) => value === EVERY_SHEET);
  const sources = suppressions.map(({ name, sheet }, i) => {
    // Other sheets are found again.
    const isOne = ofEverySheet && sheet !== null && name.endsWith(sheetSuffix(sheet));
    return { name, path: found[i]?.path ?? "", ...(isOne && { onlySheet: sheet.position }) };
  });
  const key = options.hashKeyFile && hashKeyFile;
  const plan = planSources({ ...options, hashKeyFile: key, maxShrink: 1 }, sources, undefined);
  return {
    ...plan,
    lists: plan.lists.map(({ overrides, terms, ...list }, i) => {
      const { as_of, as_of_from } = suppressions[i]!;
      const asOf = as_of === null || as_of_from === null ? undefined : { at: new Date(as_of), from: as_of_from };
      const bytes = found[i]?.bytes;
      return {
        ...list,
        overrides: { ...overrides, ...(bytes !== undefined && { bytes }) },
        // What proved a hashed list then, such as a canary or a match, the report may not keep: ask for no proof again.
        terms: { ...terms, asOf, allowUnproven: true },
      };
    }),
  };
}

/** Returns an output that is only hashed. A workbook is hashed unpacked. */
export function hashedOutput(path: string): OutputWanted {
  return { path: NOWHERE, confidential: false, packing: packingOf(path) === "workbook" ? "workbook-parts" : undefined };
}

/** Returns the facts of a repeated run. Only the beginning affects the result; the others are not compared. */
export function repeatedFacts({ run }: Reported, exitCode: number): Omit<RunFacts, "cleanUntil"> {
  const startedAt = new Date(run.started_at);
  return { version: "", id: "", labels: {}, options: {}, startedAt, finishedAt: startedAt, exitCode };
}
