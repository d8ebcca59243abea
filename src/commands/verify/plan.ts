// A report's options become the plan of its run again, over the files where they are now.

import type { AuditReport } from "../../evidence/report.js";
import type { FoundFile, FoundFiles } from "../../evidence/verification/files.js";
import type { SuppressionPlan } from "../../suppression/load.js";
import type { ListDate } from "../../suppression/trust.js";
import { PHONE_FORMATS, type SuppressionArguments } from "../options.js";
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
import { validUntil } from "../scrub/published-scrub.js";
import {
  EVERY_SHEET,
  oneOf,
  parseChannel,
  parseEncoding,
  parseMoment,
  parseTypes,
  parseZone,
} from "../typed-values.js";
import { cleanListOf, type ScrubAgain } from "./again.js";

/** The options of a run about its lists. */
export interface OptionsOfLists
  extends Omit<SuppressionArguments, "suppress" | "baseline" | "maxShrink" | "hashKeyFile"> {
  hasHashKey: boolean;
  /** Phone columns. */
  column: readonly string[];
  /** Whether the phone list, or the contact log, has one. */
  header: boolean;
}

/** The options of a scrub that say how its files were read and judged. */
export interface RunOptions
  extends OptionsOfLists,
    PolicyArguments,
    Pick<ScrubArguments, "normalize" | "suppression" | "dryRun" | "strict" | "maxRemoved" | "maxInvalid" | "validFor">,
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

/** Any report. */
interface Reported {
  run: { options: Readonly<Record<string, unknown>> };
}

/** The options of a scrub as they were typed. */
export function runOptions(report: Reported): RunOptions {
  const said = optionsOfLists<RunOptions>(report);
  return {
    ...said,
    channel: parseChannel("--channel", said.channel),
    phoneFormat: oneOf(PHONE_FORMATS)("--phone-format", said.phoneFormat),
    types: parseTypes("--types", said.types.join(",")),
  };
}

export function optionsOfLists<T extends OptionsOfLists>({ run }: Reported): T {
  const typed = Object.entries(run.options).map(([name, value]) => [
    name.replace(/_[a-z]/g, (letter) => letter[1]!.toUpperCase()),
    value,
  ]);
  const said = Object.fromEntries(typed) as T & { tz: unknown; hashKeyFile?: string };
  const isSaid = (name: string | undefined) => said.headerRow.some(({ list }) => list === name);
  return {
    ...said,
    tz: parseZone("--tz", String(said.tz)),
    encoding: said.encoding.map(({ list, value }) => ({ list, value: parseEncoding("--encoding", value) })),
    asOf: said.asOf.map(({ list, value }) => ({ list, value: parseMoment("--as-of", String(value)) })),
    canary: said.canary.map(({ list, value }) => ({ list, value: String(value) })),
    header: said.header || isSaid(undefined),
    headerless: said.headerless.filter((name) => !isSaid(name)),
    hasHashKey: said.hashKeyFile !== undefined,
  };
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
    { ...options, maxShrink: 1, hashKeyFile: options.hasHashKey ? hashKeyFile : undefined },
    sources,
    undefined,
  );
  return {
    ...plan,
    lists: plan.lists.map((of, i) => {
      const { list, file } = lists[i]!;
      const asOf = of.terms.asOf ?? datedBy(list);
      // What proved the hashes of a list may have been a planted number, or a match that is in no clean list.
      const terms = { ...of.terms, asOf, allowUnproven: true };
      return { ...of, overrides: { ...of.overrides, bytes: file.bytes }, terms };
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
): ScrubAgain {
  const { suppressions } = report;
  const inputs = report.inputs.map(({ path, named: typedAs, sheet }, i): TypedList => {
    const list = { path: found.inputs[i]?.path ?? "", typedAs };
    if (sheet === null || !takesEverySheet(options, typedAs)) return list;
    const before = report.inputs[i - 1];
    const isFirst = before?.path !== path || before.sheet!.position >= sheet.position;
    return { ...list, onlySheet: sheet.position, ofSheets: isFirst ? "first" : "other" };
  });
  const lists = planPhoneLists(options, inputs);
  const suppression = suppressionAgain(suppressions, options, found.suppressions, hashKeyFile);
  const { flag, output = "-", removed, dryRun, normalize: normalizes } = options;
  const wanted: ScrubAgain["outputs"] = [
    { role: flag ? "flagged" : "clean", path: output },
    ...(removed === undefined ? [] : [{ role: "removed" as const, path: removed }]),
  ];
  return {
    plan: {
      ...{ lists: lists.filter(({ path }) => path !== ""), suppression, policy: policyOf(options), normalizes },
      // What was written stands already.
      provenBy: "run",
    },
    outputs: dryRun ? [] : wanted,
    cleanList: cleanListOf(report, normalizes, lists[0]!.overrides.watch),
    canaries: options.canary,
    cleanUntil: (result) => validUntil(options, { suppression }, result, new Date(report.run.started_at)),
  };
}
