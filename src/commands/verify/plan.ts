// A report's options become the plan of its run again, over the files where they are now.

import type { AuditReport } from "../../evidence/report.js";
import type { FoundFiles } from "../../evidence/verification/files.js";
import type { ScrubPlan } from "../../scrub/run.js";
import type { ListDate } from "../../suppression/trust.js";
import { timeZone } from "../../time/time-zone.js";
import {
  overridesOfPhoneLists,
  type PhoneListArguments,
  type PolicyArguments,
  planSources,
  policyOf,
} from "../scrub/plan.js";
import { EVERY_SHEET, type SuppressionArguments } from "../suppression-arguments.js";

/** The options of a run that say how its files were read and judged. */
export interface RunOptions
  extends PolicyArguments,
    Omit<PhoneListArguments, keyof SuppressionArguments>,
    Omit<SuppressionArguments, "suppress" | "asOf" | "baseline" | "maxShrink" | "canary" | "hashKeyFile"> {
  hasHashKey: boolean;
}

/** The report's schema has vouched for them; undefined where this machine does not know the zone. */
export function runOptions({ run }: AuditReport): RunOptions | undefined {
  const typed = Object.entries(run.options).map(([name, value]) => [
    name.replace(/_[a-z]/g, (letter) => letter[1]!.toUpperCase()),
    value,
  ]);
  // Reports of earlier versions know nothing of hashes that have to be proven.
  const said = { allowUnproven: [], headerRow: [], ...Object.fromEntries(typed) } as Omit<RunOptions, "tz"> & {
    tz: string;
    hashKeyFile?: string;
  };
  const tz = timeZone(said.tz);
  // A run that said both was refused: of such a report verifyOptions says that it does not fit.
  const isSaid = (name: string | undefined) => said.headerRow.some(({ list }) => list === name);
  const header = said.header || isSaid(undefined);
  const headerless = said.headerless.filter((name) => !isSaid(name));
  return tz && { ...said, header, headerless, hasHashKey: said.hashKeyFile !== undefined, tz };
}

/** A list's date is the report's: copying a file gives it another. */
function datedBy({ as_of, as_of_from }: AuditReport["suppressions"][number]): ListDate | undefined {
  return as_of === null || as_of_from === null ? undefined : { at: new Date(as_of), from: as_of_from };
}

/**
 * Plans a run with the same rules and lists; a list that was not found as it was is left out, and without a key those
 * that are hashed.
 */
export function planAgain(
  report: AuditReport,
  options: RunOptions,
  found: FoundFiles,
  hashKeyFile: string | undefined,
): ScrubPlan {
  const lacksKey = options.hasHashKey && hashKeyFile === undefined;
  const lists = report.suppressions.flatMap((list, i) => {
    const file = found.suppressions[i];
    return file === undefined || (lacksKey && list.kind === "hashed") ? [] : [{ list, file }];
  });
  const ofEverySheet = options.sheet.some(({ value }) => value === EVERY_SHEET);
  const sources = lists.map(({ list, file }) => ({
    name: list.name,
    path: file.path,
    // Of a list that is one of all its workbook's sheets the name ends with the sheet's; another's is found again.
    ...(list.sheet !== null && ofEverySheet && list.name.endsWith(`/${list.sheet.name}`)
      ? { onlySheet: list.sheet.position }
      : {}),
  }));
  const suppression = planSources(
    { ...options, asOf: [], maxShrink: 1, hashKeyFile: options.hasHashKey ? hashKeyFile : undefined },
    sources,
    undefined,
  );
  return {
    lists: found.inputs.flatMap((file) => file?.path ?? []),
    overrides: overridesOfPhoneLists(options),
    suppression: {
      ...suppression,
      maskedCanaries: report.self_check.canaries.map(({ number }) => number),
      lists: suppression.lists.map((plan, i) => {
        const { list, file } = lists[i]!;
        const asOf = datedBy(list);
        return { ...plan, overrides: { ...plan.overrides, bytes: file.bytes }, terms: { ...plan.terms, asOf } };
      }),
    },
    // What was written stands already.
    provenBy: "run",
    policy: policyOf(options),
  };
}
