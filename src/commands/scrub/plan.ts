// Turns parsed arguments into plans: how lists are read, which numbers a campaign may keep, which suppression lists are loaded and
// how far each is trusted.

import { ExitCode, ScrubError, type Warning } from "../../errors.js";
import { isGiven } from "../../files/given-streams.js";
import { readWhole } from "../../files/input.js";
import { endOfName, isNamed, type NamedList, nameOfTyped, phoneListAs } from "../../files/list-names.js";
import { packingOf, stdinIsPiped } from "../../files/paths.js";
import type { ListOverrides } from "../../lists/overrides.js";
import { maskNumber } from "../../phone/format.js";
import { certainNumber } from "../../phone/read.js";
import type { PhoneListPlan } from "../../scrub/phone-lists.js";
import type { Policy } from "../../scrub/rules.js";
import { readBaseline } from "../../suppression/baseline.js";
import { hashKey } from "../../suppression/hash-forms.js";
import type { SuppressionPlan } from "../../suppression/load.js";
import { filesBehind, type ListSource, resolveSources } from "../../suppression/sources.js";
import { DEFAULT_MAX_UNREADABLE, type ListPlan } from "../../suppression/trust.js";
import {
  columnsForList,
  everySheet,
  listsNamed,
  nameAmong,
  overridesOf,
  type ReadingOfLists,
  readingForList,
  refuseUnknownNames,
  valueFor,
} from "../list-options.js";
import type { ReadingArguments, SuppressionArguments } from "../options.js";
import type { ScrubArguments } from "./arguments.js";

/**
 * Plans the suppression lists. Wrong usage is exit 2; an unusable folder, key or baseline is exit 4. `phoneLists`: the typed
 * phone lists, if options may name them as well.
 */
export async function planSuppression(
  typed: SuppressionArguments & Partial<Pick<ScrubArguments, "column">>,
  phoneLists: readonly string[] = [],
): Promise<{ suppression: SuppressionPlan; warnings: Warning[] }> {
  const { sources: files, warnings } = resolveSources(typed.suppress);
  const sources = await withEverySheet(files, typed);
  refuseUnknownNames(typed, sources, phoneLists);
  if (typed.asOf.some(({ list }) => list === undefined))
    throw new ScrubError(ExitCode.usage, "badValue", ["--as-of", "NAME=DATE"]);
  const baseline = typed.baseline === undefined ? undefined : readBaseline(typed.baseline);
  if (baseline !== undefined)
    for (const { name } of sources) if (!baseline.has(name)) warnings.push({ code: "not-in-baseline", values: [name] });
  const canaries = typed.canary.map(({ list, value }) => {
    const e164 = certainNumber(value);
    if (e164 === undefined) throw new ScrubError(ExitCode.usage, "badCanary", []);
    return { list: list && nameOfTyped(sources, list), e164 };
  });
  const own = typed.own.map(ownNumber);
  return { suppression: { ...planSources({ ...typed, own }, sources, baseline), canaries }, warnings };
}

/** Parses one of our own numbers to E.164. */
export function ownNumber(typed: string): string {
  const e164 = certainNumber(typed);
  if (e164 === undefined) throw new ScrubError(ExitCode.usage, "badOwn", []);
  return e164;
}

/** Returns every path that is read for suppression lists. */
export function filesRead({ suppress, baseline, hashKeyFile }: SuppressionArguments): readonly string[] {
  return [...suppress.flatMap(filesBehind), baseline ?? [], hashKeyFile ?? []].flat();
}

type SourceArguments = Omit<SuppressionArguments, "canary" | "suppress" | "baseline">;

/** Applies the options to named lists. `own`: in E.164, or masked as in a report; `baseline`: entries by list name. */
export function planSources(
  typed: SourceArguments,
  sources: readonly ListSource[],
  baseline: ReadonlyMap<string, number> | undefined,
): SuppressionPlan {
  const own = new Set(typed.own);
  const isOwn = own.size === 0 ? undefined : (e164: string) => own.has(e164) || own.has(maskNumber(e164));
  return {
    lists: sources.map((source): ListPlan => {
      const { onlySheet } = source;
      const columns = columnsForList(typed.suppressColumn, source, sources);
      const reading = overridesOf(readingForList(typed, source, columns));
      const isAmong = (names: readonly string[]) => names.some((name) => isNamed(source, name));
      const entries = baseline?.get(source.name);
      const asOf = valueFor(typed.asOf, source);
      return {
        source,
        overrides: { ...reading, name: source.name, ...(onlySheet !== undefined && { sheet: onlySheet }) },
        terms: {
          maxAge: valueFor(typed.maxAge, source),
          asOf: asOf && { at: asOf, from: "as-of" },
          maxUnreadable: valueFor(typed.maxUnreadable, source) ?? DEFAULT_MAX_UNREADABLE,
          minEntries: valueFor(typed.minEntries, source),
          baseline: entries === undefined ? undefined : { entries, maxShrink: typed.maxShrink },
          maxRange: valueFor(typed.maxRange, source),
          allowEmpty: isAmong(typed.allowEmpty),
          allowUnproven: isAmong(typed.allowUnproven),
        },
        isOwn,
        liftsOthers: isAmong(typed.optIns),
      };
    }),
    zone: typed.tz,
    hashKey: typed.hashKeyFile === undefined ? undefined : readHashKey(typed.hashKeyFile, ExitCode.suppressionList),
    canaries: [],
  };
}

/** Reads a key. `exitCode`: for a file without one. */
export function readHashKey(file: string, exitCode: ExitCode): Uint8Array {
  const key = hashKey(readWhole(file, exitCode, "hash-key"));
  if (key === undefined) throw new ScrubError(exitCode, "badHashKey", [], { file });
  return key;
}

/** Replaces suppression lists with `*` for their sheets by a list for each sheet, `NAME/SHEET`. */
async function withEverySheet(sources: readonly ListSource[], typed: SuppressionArguments): Promise<ListSource[]> {
  const all: ListSource[] = [];
  for (const source of sources) {
    const everyBy = everySheet(typed, source, false);
    const sheets = everyBy && (await sheetsOf(source.path, ExitCode.suppressionList, typed.maxSize, everyBy));
    if (sheets === undefined) all.push(source);
    for (const { position, name } of sheets ?? [])
      all.push({ ...source, name: source.name + sheetSuffix({ name }), onlySheet: position });
  }
  return all;
}

/** Returns the end of the name of a sheet's list, as `*` names it. */
export const sheetSuffix = (sheet: { name: string }): string => `/${sheet.name}`;

/** A phone list, or one of a workbook's sheets. `typedAs`: its path as typed, which options name. */
export interface TypedList extends Pick<ListOverrides, "ofSheets"> {
  path: string;
  typedAs: string | undefined;
  onlySheet?: number;
}

/** Replaces phone lists with `*` for their sheets by a list for each visible sheet. */
export async function withSheetsOf(paths: readonly string[], typed: ScrubArguments): Promise<TypedList[]> {
  const all: TypedList[] = [];
  for (const path of paths) {
    const list = { path, typedAs: path };
    const everyBy = everySheet(typed, phoneListAs(path), true);
    const sheets = everyBy && (await sheetsOf(path, ExitCode.phoneList, typed.maxSize, everyBy));
    const visible = sheets?.filter(({ visibility }) => visibility === "visible") ?? [];
    if (visible.length === 0) all.push(list);
    for (const [i, { position }] of visible.entries())
      all.push({ ...list, onlySheet: position, ofSheets: i === 0 ? "first" : "other" });
  }
  return all;
}

/** Returns a workbook's sheets; undefined if it is none, which is refused if `*` was given for it by name. */
async function sheetsOf(path: string, exitCode: ExitCode, maxBytes: number, everyBy: "own" | "common") {
  const isStream = path === "-" || isGiven(path);
  const { filledSheetsOf } = await import("../../lists/workbook-sheets.js");
  const sheets = isStream ? undefined : await filledSheetsOf(path, exitCode, maxBytes);
  if (sheets === undefined && everyBy === "own")
    throw new ScrubError(ExitCode.usage, isStream ? "everySheetOfStream" : "notWorkbook", [], { file: path });
  return sheets;
}

export type PhoneListArguments = ReadingOfLists &
  Pick<ReadingArguments, "header"> &
  Pick<
    ScrubArguments,
    "column" | "ignoreColumn" | "optOutColumn" | "flag" | "phoneFormat" | "channel" | "output" | "removed"
  >;

/** Plans how each phone list is read. */
export function planPhoneLists(
  typed: PhoneListArguments,
  lists: readonly TypedList[],
  suppressed: readonly NamedList[] = [],
): PhoneListPlan[] {
  const named = lists.map(({ typedAs }) => phoneListAs(typedAs));
  const paths = [...new Set(lists.flatMap(({ typedAs }) => typedAs ?? []))];
  const names = listsNamed(typed).map(({ name }) => name);
  const ofEach = {
    watch: { ignored: typed.ignoreColumn, optOuts: typed.optOutColumn, channel: typed.channel },
    refusesHidden: true,
    phoneCellsAre: typed.flag || typed.phoneFormat === "original" ? ("whole" as const) : ("cut" as const),
    // A workbook output keeps numbers and dates as such.
    tellsTypes: [typed.output, typed.removed].some((name = "") => packingOf(name) === "workbook"),
  };
  return lists.map(({ path, typedAs, onlySheet, ofSheets }, i) => {
    const list = named[i]!;
    const isItsName = (name: string) => isNamed(list, name);
    const isNamedByOption = names.some(isItsName) || typed.column.some((word) => endOfName(word, isItsName) >= 0);
    return {
      path,
      ...(isNamedByOption && { named: typedAs! }),
      overrides: {
        ...overridesOf(readingForList(typed, list, columnsForList(typed.column, list, named), typed.header)),
        ...ofEach,
        ...(ofSheets && { sheet: onlySheet, ofSheets }),
        ...(paths.length > 1 && { name: nameAmong(paths, typedAs, suppressed) }),
      },
    };
  });
}

/** Returns the rules of the campaign. Numbers that are checked are no duplicates of each other. */
export function policyOf(typed: PolicyArguments): Policy {
  const { channel, types, keepForeign, keepDuplicates = true, phoneFormat: format = "e164" } = typed;
  return { channel, types: new Set(types), keepDuplicates, keepForeign, format };
}

export type PolicyArguments = Pick<ScrubArguments, "channel" | "types" | "keepForeign"> &
  Partial<Pick<ScrubArguments, "keepDuplicates" | "phoneFormat">>;

/**
 * Returns the typed lists, or stdin if none was typed and something is piped into it. `suppress`: the arguments of -s. Only one
 * of all lists may be stdin.
 */
export function operandsOrStdin(operands: readonly string[], suppress: readonly string[] = []): readonly string[] {
  const named = suppress.filter((word) => /^(?:[^=]+=)?-$/.test(word));
  const stdinUses = operands.filter((word) => word === "-").length + named.length;
  if (stdinUses > 1) throw new ScrubError(ExitCode.usage, "stdinTwice", []);
  return operands.length === 0 && stdinUses === 0 && stdinIsPiped() ? ["-"] : operands;
}
