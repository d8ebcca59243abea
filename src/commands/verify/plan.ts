// A report's options become the plan of its run again, over the files where they are now.

import type { AuditReport } from "../../evidence/report.js";
import type { FoundFile, FoundFiles } from "../../evidence/verification/files.js";
import type { ScrubAgain } from "../../evidence/verification/verify.js";
import type { ReasonWords } from "../../scrub/run.js";
import type { SuppressionPlan } from "../../suppression/load.js";
import type { ListDate } from "../../suppression/trust.js";
import { timeZone } from "../../time/time-zone.js";
import type { ScrubArguments } from "../scrub/arguments.js";
import {
  type PhoneListArguments,
  type PolicyArguments,
  planPhoneLists,
  planSources,
  policyOf,
  type TypedList,
  takesEverySheet,
} from "../scrub/plan.js";
import type { SuppressionArguments } from "../suppression-arguments.js";
import { EVERY_SHEET } from "../typed-values.js";

/** The options of a run about its lists. */
export interface OptionsOfLists
  extends Omit<SuppressionArguments, "suppress" | "asOf" | "baseline" | "maxShrink" | "canary" | "hashKeyFile"> {
  hasHashKey: boolean;
  /** Whether the phone list, or the contact log, has one. */
  header: boolean;
}

/** The options of a scrub that say how its files were read and judged. */
export interface RunOptions
  extends OptionsOfLists,
    PolicyArguments,
    Pick<ScrubArguments, "normalize">,
    Omit<PhoneListArguments, keyof SuppressionArguments> {}

/** A suppression list as a report names it. */
export interface ReportedList {
  name: string;
  kind: string;
  as_of: string | null;
  as_of_from: ListDate["from"] | null;
  /** Absent in the report of an audit. */
  sheet?: { name: string; position: number } | null;
}

/** The report's schema has vouched for them; undefined where this machine does not know the zone. */
export function runOptions<T extends OptionsOfLists = RunOptions>({
  run,
}: {
  run: { options: Readonly<Record<string, unknown>> };
}): T | undefined {
  const typed = Object.entries(run.options).map(([name, value]) => [
    name.replace(/_[a-z]/g, (letter) => letter[1]!.toUpperCase()),
    value,
  ]);
  // Reports of earlier versions know nothing of these.
  const said = { allowUnproven: [], headerRow: [], own: [], normalize: false, ...Object.fromEntries(typed) } as Omit<
    T,
    "tz"
  > & {
    tz: string;
    hashKeyFile?: string;
  };
  const tz = timeZone(said.tz);
  // A run that said both was refused: of such a report verifyOptions says that it does not fit.
  const isSaid = (name: string | undefined) => said.headerRow.some(({ list }) => list === name);
  const header = said.header || isSaid(undefined);
  const headerless = said.headerless.filter((name) => !isSaid(name));
  // What was said of lists is among them, and all else is the command's own.
  return tz && ({ ...said, header, headerless, hasHashKey: said.hashKeyFile !== undefined, tz } as unknown as T);
}

/** A list's date is the report's: copying a file gives it another. */
function datedBy({ as_of, as_of_from }: ReportedList): ListDate | undefined {
  return as_of === null || as_of_from === null ? undefined : { at: new Date(as_of), from: as_of_from };
}

/**
 * Plans the suppression lists of a run as they were; a list that was not found as it was is left out, and without a key
 * those that are hashed.
 */
export function suppressionAgain(
  reported: readonly ReportedList[],
  options: OptionsOfLists,
  found: readonly (FoundFile | undefined)[],
  hashKeyFile: string | undefined,
): SuppressionPlan {
  const lacksKey = options.hasHashKey && hashKeyFile === undefined;
  const lists = reported.flatMap((list, i) => {
    const file = found[i];
    return file === undefined || (lacksKey && list.kind === "hashed") ? [] : [{ list, file }];
  });
  const ofEverySheet = options.sheet.some(({ value }) => value === EVERY_SHEET);
  const sources = lists.map(({ list, file }) => ({
    name: list.name,
    path: file.path,
    ...(ofEverySheet ? onlySheetOf(list) : {}),
  }));
  const plan = planSources(
    { ...options, asOf: [], maxShrink: 1, hashKeyFile: options.hasHashKey ? hashKeyFile : undefined },
    sources,
    undefined,
  );
  return {
    ...plan,
    lists: plan.lists.map((of, i) => {
      const { list, file } = lists[i]!;
      const asOf = datedBy(list);
      return { ...of, overrides: { ...of.overrides, bytes: file.bytes }, terms: { ...of.terms, asOf } };
    }),
  };
}

/** Of a list that is one of all its workbook's sheets the name ends with the sheet's; another's is found again. */
function onlySheetOf({ name, sheet }: ReportedList): { onlySheet?: string | number } {
  if (sheet === undefined) return name.includes("/") ? { onlySheet: name.slice(name.lastIndexOf("/") + 1) } : {};
  return sheet !== null && name.endsWith(`/${sheet.name}`) ? { onlySheet: sheet.position } : {};
}

/** Plans a scrub with the same rules and lists; a phone list that was not found is left out. */
export function planAgain(
  report: AuditReport,
  options: RunOptions,
  found: FoundFiles,
  hashKeyFile: string | undefined,
  reasonWords: ReasonWords | undefined,
): ScrubAgain {
  const inputs = report.inputs.map(({ path, named: typedAs, sheet }, i): TypedList => {
    const list = { path: found.inputs[i]?.path ?? "", typedAs };
    if (sheet === null || !takesEverySheet(options, typedAs)) return list;
    const before = report.inputs[i - 1];
    const isFirst = before?.path !== path || before.sheet!.position >= sheet.position;
    return { ...list, onlySheet: sheet.position, ofSheets: isFirst ? "first" : "other" };
  });
  const lists = planPhoneLists(options, inputs);
  return {
    ...(reasonWords && { reasonWords }),
    lists: lists.filter(({ path }) => path !== ""),
    overrides: lists[0]!.overrides,
    suppression: {
      ...suppressionAgain(report.suppressions, options, found.suppressions, hashKeyFile),
      maskedCanaries: report.self_check.canaries.map(({ number }) => number),
    },
    // What was written stands already.
    provenBy: "run",
    policy: policyOf(options),
    normalizes: options.normalize,
  };
}
