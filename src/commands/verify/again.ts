// What the runs of all reports are repeated by: their options as they were typed, and their suppression lists where they are now.

import type { RunFacts } from "../../evidence/report.js";
import type { FoundFiles } from "../../evidence/verification/files.js";
import type { OutputWanted } from "../../files/output.js";
import { isWorkbookName } from "../../files/paths.js";
import type { SuppressionPlan } from "../../suppression/load.js";
import type { DateSource } from "../../suppression/trust.js";
import type { SuppressionArguments } from "../options.js";
import { planSources } from "../scrub/plan.js";
import { NOWHERE } from "../scrub/run-into.js";
import { EVERY_SHEET, parseChannel, parseZone } from "../typed-values.js";

/** What any report says of its run. */
interface Reported {
  run: { options: Readonly<Record<string, unknown>>; started_at: string };
  suppressions: readonly {
    name: string;
    as_of: string | null;
    as_of_from: DateSource | null;
    sheet: { name: string; position: number } | null;
  }[];
}

/** The options of a run as they were typed. `own`: E.164, said again, for another number may have the mask of one. */
export function optionsOf<Typed extends object>({ run }: Reported, own: readonly string[]): Typed {
  const typed = Object.entries(run.options).map(([name, value]) => [
    name.replace(/_[a-z]/g, (letter) => letter[1]!.toUpperCase()),
    value,
  ]);
  const { channel, tz, own: masked, ...options } = Object.fromEntries(typed);
  return {
    ...options,
    channel: channel && parseChannel("--channel", channel),
    tz: parseZone("--tz", tz),
    own: own.length > 0 ? own : masked,
    // The reports of lists have the dates that were said of them.
    asOf: [],
  };
}

/** The suppression lists of a run as they were: dated as then, for copying a file gives it another date. */
export function suppressionAgain(
  { suppressions }: Reported,
  options: SuppressionArguments,
  found: FoundFiles["suppressions"],
  hashKeyFile: string | undefined,
): SuppressionPlan {
  const ofEverySheet = options.sheet.some(({ value }) => value === EVERY_SHEET);
  const sources = suppressions.map(({ name, sheet }, i) => {
    // Of a list of one sheet among all the name ends with the sheet's; another's is found again.
    const isOne = ofEverySheet && sheet !== null && name.endsWith(`/${sheet.name}`);
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
        // What proved the hashes of a list may have been a planted number, or a match that is in no clean list.
        terms: { ...terms, asOf, allowUnproven: true },
      };
    }),
  };
}

/** An output whose bytes are hashed and thrown away: of one that is packed, those of its content. */
export function nowhere(path: string): OutputWanted {
  return { path: NOWHERE, confidential: false, workbook: isWorkbookName(path) && "unpacked" };
}

/** What is known of a repeated run: when it began decides what comes out, and nothing else is compared. */
export function factsAgain({ run }: Reported, exitCode: number): Omit<RunFacts, "cleanUntil"> {
  const startedAt = new Date(run.started_at);
  return { version: "", id: "", labels: {}, options: {}, startedAt, finishedAt: startedAt, exitCode };
}
