// What was typed becomes a plan: how lists are read, whom a campaign may reach; which suppression lists, how far to trust each.

import { ExitCode, ScrubError, type Warning } from "../../errors.js";
import { isGiven } from "../../files/given-streams.js";
import { readWhole } from "../../files/input.js";
import { endOfName, isNamed, isPhoneListNamed, type NamedList, nameOfTyped, ownName } from "../../files/list-names.js";
import { isSamePlace, isWorkbookName, stdinIsPiped } from "../../files/paths.js";
import type { SaidEncoding } from "../../files/text-source.js";
import type { ListOverrides } from "../../lists/overrides.js";
import { maskNumber } from "../../phone/format.js";
import { certainNumber } from "../../phone/read.js";
import type { PhoneListPlan } from "../../scrub/phone-lists.js";
import type { Policy } from "../../scrub/rules.js";
import { readBaseline } from "../../suppression/baseline.js";
import { hashKey } from "../../suppression/hash-forms.js";
import type { SuppressionPlan } from "../../suppression/load.js";
import { filesBehind, type ListSource, resolveSources } from "../../suppression/sources.js";
import { DEFAULT_MAX_UNREADABLE, type ListDate, type ListPlan } from "../../suppression/trust.js";
import { nearest } from "../../text/nearest.js";
import type { ErrorSentences } from "../../text/sentences.js";
import type { ReadingArguments, SuppressionArguments } from "../options.js";
import { listsNamed, meansPhoneLists } from "../suppression-arguments.js";
import { EVERY_SHEET, type IsListName, type NamedValue } from "../typed-values.js";
import type { ScrubArguments } from "./arguments.js";

/** Wrong usage is exit 2, a folder, key or baseline that can't be used exit 4. `phoneLists`: as typed, where options may name them, too. */
export async function planSuppression(
  typed: SuppressionArguments,
  phoneLists: readonly string[] = [],
): Promise<{ suppression: SuppressionPlan; warnings: Warning[] }> {
  const { sources: files, warnings } = resolveSources(typed.suppress);
  const sources = await withEverySheet(files, typed);
  refuseUnknownNames(typed, sources, phoneLists);
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

/** The E.164 of one of our own numbers as typed. */
export function ownNumber(typed: string): string {
  const e164 = certainNumber(typed);
  if (e164 === undefined) throw new ScrubError(ExitCode.usage, "badOwn", []);
  return e164;
}

/** Every file that is read for the suppression lists' sake, before any of them is looked at. */
export function filesRead({ suppress, baseline, hashKeyFile }: SuppressionArguments): readonly string[] {
  return [...suppress.flatMap(filesBehind), baseline ?? [], hashKeyFile ?? []].flat();
}

/** The same error without the offer of a file that was typed already: for something else. */
export function withoutOffering(error: unknown, typed: readonly string[]): unknown {
  if (!(error instanceof ScrubError) || error.sentence !== "notFound") return error;
  const [role, offered] = error.values as ConstructorParameters<typeof ScrubError<"notFound">>[2];
  if (offered === undefined || !typed.some((file) => isSamePlace(file, offered))) return error;
  return new ScrubError(error.exitCode, "notFound", [role, undefined], error.place, { cause: error });
}

/** How what was typed applies to lists that are named already. `own`: E.164, or as a report masks it; `baseline`: entries by name. */
export function planSources(
  typed: Omit<SuppressionArguments, "canary" | "suppress" | "baseline">,
  sources: readonly ListSource[],
  baseline: ReadonlyMap<string, number> | undefined,
): SuppressionPlan {
  return {
    lists: sources.map((source) => planList(typed, source, sources, baseline?.get(source.name))),
    zone: typed.tz,
    hashKey: typed.hashKeyFile === undefined ? undefined : readHashKey(typed.hashKeyFile, ExitCode.suppressionList),
    canaries: [],
  };
}

/** `before`: entries in the baseline. */
function planList(
  typed: Omit<SuppressionArguments, "canary" | "suppress" | "baseline">,
  source: ListSource,
  sources: readonly ListSource[],
  before: number | undefined,
): ListPlan {
  return {
    source,
    overrides: {
      name: source.name,
      columns: columnsOf(
        typed.suppressColumn,
        (name) => isNamed(source, name),
        (name) => sources.some((other) => isNamed(other, name)),
      ),
      ...headerOf(
        ownValue(typed.headerRow, source),
        typed.headerless.some((name) => isNamed(source, name)),
      ),
      ...readAs(ownValue(typed.delimiter, source), ownValue(typed.encoding, source)),
      ...sheetOf(source.onlySheet ?? ownValue(typed.sheet, source)),
      maxBytes: typed.maxSize,
    },
    terms: {
      maxAge: valueFor(typed.maxAge, source),
      asOf: saidDate(valueFor(typed.asOf, source)),
      maxUnreadable: valueFor(typed.maxUnreadable, source) ?? DEFAULT_MAX_UNREADABLE,
      minEntries: valueFor(typed.minEntries, source),
      baseline: before === undefined ? undefined : { entries: before, maxShrink: typed.maxShrink },
      maxRange: valueFor(typed.maxRange, source),
      allowEmpty: typed.allowEmpty.some((name) => isNamed(source, name)),
      allowUnproven: typed.allowUnproven.some((name) => isNamed(source, name)),
    },
    isOwn: isAmong(typed.own),
    liftsOthers: typed.optIns.some((name) => isNamed(source, name)),
  };
}

/** Tells whether a number is one of these, which are E.164 or masked. */
function isAmong(own: readonly string[]): ListPlan["isOwn"] {
  if (own.length === 0) return undefined;
  const known = new Set(own);
  return (e164) => known.has(e164) || known.has(maskNumber(e164));
}

function saidDate(at: Date | undefined): ListDate | undefined {
  return at && { at, from: "as-of" };
}

/** A value for a list that does not exist would be a guard that guards nothing, and one for several may be meant for one. */
function refuseUnknownNames(
  typed: Parameters<typeof listsNamed>[0] & Pick<SuppressionArguments, "asOf">,
  sources: readonly ListSource[],
  phoneLists: readonly string[],
): void {
  for (const [option, name] of listsNamed(typed)) {
    const phones = meansPhoneLists(option) ? phoneLists : [];
    const suppressed = sources.filter((source) => isNamed(source, name));
    const meant = refuseSeveral(option, name, phones, suppressed);
    if (meant + suppressed.length > 0) continue;
    throw unknownName(
      option,
      name,
      sources.map((source) => source.name),
      phones,
    );
  }
  for (const { list } of typed.asOf)
    if (list === undefined) throw new ScrubError(ExitCode.usage, "badValue", ["--as-of", "NAME=DATE"]);
}

/** Refuses a name that several phone lists answer to, or one and another suppression list; returns how many phone lists do. */
function refuseSeveral(
  option: string,
  name: string,
  phoneLists: readonly string[],
  suppressed: readonly ListSource[] = [],
): number {
  const phones = new Set(phoneLists.filter((path) => isPhoneListNamed(path, name)));
  const all = [...new Set([...phones, ...suppressed.map(({ path }) => path)])];
  if (phones.size > 0 && all.length > 1) throw new ScrubError(ExitCode.usage, "ambiguousListName", [option, name, all]);
  return phones.size;
}

/** `names`: of the suppression lists. */
function unknownName(
  option: string,
  name: string,
  names: readonly string[],
  phoneLists: readonly string[],
): ScrubError {
  const offered = nearestName(name, names, phoneLists);
  return new ScrubError(ExitCode.usage, "unknownListName", [option, name, offered, phoneLists.length > 0]);
}

function nearestName(name: string, names: readonly string[], phoneLists: readonly string[]): string | undefined {
  const all = [...names, ...phoneLists.map(ownName)];
  return nearest(name, all) ?? all.find((known) => known.startsWith(`${name}.`));
}

/** The same error, or of a column that no list has and that begins nearly as a list is called, that there is no such list. */
export function namingList(
  error: unknown,
  typed: Pick<ScrubArguments, "column" | "suppressColumn">,
  phoneLists: readonly string[],
  names: readonly string[],
): unknown {
  if (!(error instanceof ScrubError) || error.sentence !== "unknownColumn") return error;
  const [word] = error.values as Parameters<ErrorSentences["unknownColumn"]>;
  const name = word.slice(0, Math.max(0, word.indexOf("=")));
  const isPhones = typed.column.includes(word);
  const lists: [readonly string[], readonly string[]] = isPhones ? [[], phoneLists] : [names, []];
  if (name === "" || nearestName(name, ...lists) === undefined) return error;
  return unknownName(isPhones ? "--column" : "--suppress-column", name, ...lists);
}

/** `NAME=COL` for one list, else COL for all; a column's own name may hold `=`. `isAny`: the name of any list that may be meant. */
function columnsOf(typed: readonly string[], isOwn: IsListName, isAny: IsListName): string[] {
  return typed.flatMap((word) => {
    const at = endOfName(word, isAny);
    if (at < 0) return [word];
    return isOwn(word.slice(0, at)) ? [word.slice(at + 1)] : [];
  });
}

/** The last value said for this list, else the last said for all. */
function valueFor<T>(values: readonly NamedValue<T>[], list: NamedList): T | undefined {
  return ownValue(values, list) ?? commonValue(values);
}

/** The last value said without a name: of all suppression lists, or of the phone lists. */
function commonValue<T>(values: readonly NamedValue<T>[]): T | undefined {
  return values.filter((it) => it.list === undefined).at(-1)?.value;
}

/** How a list is read that is no suppression list. */
export function overridesOf(typed: ReadingArguments): ListOverrides {
  const { column, header, delimiter, encoding, sheet, maxSize, headerRow } = typed;
  if (sheet === EVERY_SHEET) throw new ScrubError(ExitCode.usage, "oneSheet", []);
  return {
    columns: column,
    ...headerOf(headerRow, !header),
    ...readAs(delimiter, encoding),
    ...sheetOf(sheet),
    maxBytes: maxSize,
  };
}

/** What was typed of how several lists are read. */
export type ReadingBeside = Pick<
  SuppressionArguments,
  "delimiter" | "encoding" | "sheet" | "maxSize" | "headerRow" | "headerless"
> &
  Pick<ReadingArguments, "column" | "header">;

/** Returns the overrides beside -s of a phone list, which answers to the names that `isOwn` tells. */
export function overridesBeside(typed: ReadingBeside, isOwn: IsListName = () => false): ListOverrides {
  return overridesOf(readingOf(typed, isOwn));
}

/** How each of these lists is read, of which a command reads no others. */
export function readingsOf(typed: ReadingBeside, paths: readonly string[]): ReadingArguments[] {
  for (const [option, name] of listsNamed(typed))
    if (refuseSeveral(option, name, paths) === 0) throw unknownName(option, name, [], paths);
  if (typed.sheet.some(isEvery)) throw new ScrubError(ExitCode.usage, "oneSheet", []);
  const isAny: IsListName = (name) => paths.some((path) => isPhoneListNamed(path, name));
  return paths.map((path) => {
    const isOwn: IsListName = (name) => isPhoneListNamed(path, name);
    return readingOf({ ...typed, column: columnsOf(typed.column, isOwn, isAny) }, isOwn);
  });
}

/** What is said without a name is of every list, and what is said by its name of one of them. */
function readingOf(typed: ReadingBeside, isOwn: IsListName): ReadingArguments {
  const { column, maxSize, headerRow } = typed;
  const own = <T>(values: readonly NamedValue<T>[]) =>
    values.findLast(({ list }) => list !== undefined && isOwn(list))?.value;
  // `*` alone is the suppression lists' where one list is read besides.
  const sheets = typed.sheet.filter(({ list, value }) => list !== undefined || value !== EVERY_SHEET);
  const lacksHeader = typed.headerless.some(isOwn);
  const ownRow = own(headerRow);
  return {
    ...{ column, maxSize, sheet: own(sheets) ?? commonValue(sheets) },
    delimiter: own(typed.delimiter) ?? commonValue(typed.delimiter),
    encoding: own(typed.encoding) ?? commonValue(typed.encoding),
    // What is said of this list goes before what is said of all: one of them may have no header, and the others one in a row.
    header: !lacksHeader && (typed.header || ownRow !== undefined),
    headerRow: ownRow ?? (lacksHeader ? undefined : commonValue(headerRow)),
  };
}

/** A phone list, or one of all sheets of a workbook. `typedAs`: how it was typed, which options name. */
export interface TypedList extends Pick<ListOverrides, "ofSheets"> {
  path: string;
  typedAs: string | undefined;
  onlySheet?: number;
}

/** Makes every visible sheet of a phone list of which `*` is said a list of its own. */
export async function withSheetsOf(paths: readonly string[], typed: ScrubArguments): Promise<TypedList[]> {
  const all: TypedList[] = [];
  for (const path of paths) {
    const list = { path, typedAs: path };
    const own = ownSheet(typed, path);
    const isMeant = (own ?? commonSheet(typed)) === EVERY_SHEET;
    const sheets = isMeant ? await sheetsOf(path, ExitCode.phoneList, typed.maxSize, own !== undefined) : undefined;
    const visible = sheets?.filter(({ visibility }) => visibility === "visible") ?? [];
    if (visible.length === 0) all.push(list);
    for (const [i, { position }] of visible.entries())
      all.push({ ...list, onlySheet: position, ofSheets: i === 0 ? "first" : "other" });
  }
  return all;
}

/** Whether each sheet of a phone list that was typed so is a list of its own. */
export function takesEverySheet(typed: Pick<SuppressionArguments, "sheet">, typedAs: string | undefined): boolean {
  return ((typedAs && ownSheet(typed, typedAs)) ?? commonSheet(typed)) === EVERY_SHEET;
}

function ownSheet({ sheet }: Pick<SuppressionArguments, "sheet">, path: string): string | undefined {
  return sheet.findLast(({ list }) => list !== undefined && isPhoneListNamed(path, list))?.value;
}

/** What is said of all phone lists: beside another sheet, `*` is of the suppression lists. */
function commonSheet({ sheet }: Pick<SuppressionArguments, "sheet">): string | undefined {
  return commonValue(sheet.filter((it) => !isEvery(it))) ?? commonValue(sheet);
}

/** How each phone list of a scrub is read. `suppressed`: the names of the suppression lists. */
export function planPhoneLists(
  typed: PhoneListArguments,
  lists: readonly TypedList[],
  suppressed: readonly string[] = [],
): PhoneListPlan[] {
  const all = lists.flatMap(({ typedAs }) => typedAs ?? []);
  const isAny: IsListName = (name) => all.some((other) => isPhoneListNamed(other, name));
  const names = typed.column.flatMap((word) => word.slice(0, Math.max(0, endOfName(word, isAny))) || []);
  for (const name of names) refuseSeveral("--column", name, all);
  const said = [...names, ...listsNamed(typed).flatMap(([option, name]) => (meansPhoneLists(option) ? name : []))];
  const sheet = typed.sheet.filter((it) => !isEvery(it));
  return lists.map(({ path, typedAs, onlySheet, ofSheets }) => {
    const isOwn: IsListName = (name) => typedAs !== undefined && isPhoneListNamed(typedAs, name);
    const overrides = {
      ...overridesOfPhoneList({ ...typed, sheet, column: columnsOf(typed.column, isOwn, isAny) }, isOwn),
      ...(ofSheets && { sheet: onlySheet!, ofSheets }),
    };
    const name = new Set(all).size > 1 ? nameAmong(all, typedAs, suppressed) : undefined;
    return {
      path,
      ...(typedAs !== undefined && said.some(isOwn) && { named: typedAs }),
      overrides: { ...overrides, ...(name !== undefined && { name }) },
    };
  });
}

/** Its file's own name, where no other list is called so. */
export function nameAmong(all: readonly string[], typedAs: string | undefined, suppressed: readonly string[] = []) {
  const name = typedAs && ownName(typedAs);
  const isOthers = all.some((other) => other !== typedAs && ownName(other) === name);
  return name === undefined || isOthers || suppressed.some((other) => isNamed({ name: other }, name)) ? typedAs : name;
}

/** Everything beside its phones is looked at, too. */
function overridesOfPhoneList(typed: PhoneListArguments, isOwn: IsListName): ListOverrides {
  const watch = { ignored: typed.ignoreColumn, optOuts: typed.optOutColumn, channel: typed.channel };
  const phoneCellsAre = typed.flag || typed.phoneFormat === "original" ? "whole" : "cut";
  // A workbook that is written has numbers and dates where the one that is read has them.
  const tellsTypes = [typed.output, typed.removed].some((name) => name !== undefined && isWorkbookName(name));
  return { ...overridesBeside(typed, isOwn), watch, refusesHidden: true, phoneCellsAre, tellsTypes };
}

export type PhoneListArguments = ReadingBeside &
  Pick<ScrubArguments, "ignoreColumn" | "optOutColumn" | "flag" | "phoneFormat" | "channel" | "output" | "removed">;

/** Whom a campaign may reach. */
export function policyOf({ channel, types, keepDuplicates, keepForeign, phoneFormat }: PolicyArguments): Policy {
  return { channel, types: new Set(types), keepDuplicates, keepForeign, format: phoneFormat };
}

export type PolicyArguments = Pick<
  ScrubArguments,
  "channel" | "types" | "keepDuplicates" | "keepForeign" | "phoneFormat"
>;

/** One number is no list: it is no duplicate of another. */
export function policyOfCheck(typed: CheckPolicy): Policy {
  return policyOf({ ...typed, keepDuplicates: true, phoneFormat: "e164" });
}

export type CheckPolicy = Pick<PolicyArguments, "channel" | "types" | "keepForeign">;

/**
 * The lists that were typed, or stdin where none was and something is piped into it. `suppress`: as typed behind -s; only
 * one of them all can be stdin.
 */
export function operandsOrStdin(operands: readonly string[], suppress: readonly string[] = []): readonly string[] {
  const named = suppress.filter((word) => /^(?:[^=]+=)?-$/.test(word));
  const stdinUses = operands.filter((word) => word === "-").length + named.length;
  if (stdinUses > 1) throw new ScrubError(ExitCode.usage, "stdinTwice", []);
  return operands.length === 0 && stdinUses === 0 && stdinIsPiped() ? ["-"] : operands;
}

/** `exitCode`: where it holds no key. */
export function readHashKey(file: string, exitCode: ExitCode): Uint8Array {
  const key = hashKey(readWhole(file, exitCode, "hash-key"));
  if (key === undefined) throw new ScrubError(exitCode, "badHashKey", [], { file });
  return key;
}

/** Makes every sheet of a list for which `*` was said a list of its own, `NAME/SHEET`. */
async function withEverySheet(sources: readonly ListSource[], typed: SuppressionArguments): Promise<ListSource[]> {
  const all: ListSource[] = [];
  for (const source of sources) {
    const own = ownValue(typed.sheet, source);
    const isMeant =
      own === EVERY_SHEET || (own === undefined && commonValue(typed.sheet.filter(isEvery)) !== undefined);
    const sheets = isMeant
      ? await sheetsOf(source.path, ExitCode.suppressionList, typed.maxSize, own !== undefined)
      : undefined;
    if (sheets === undefined) all.push(source);
    else
      for (const { position, name } of sheets)
        all.push({ ...source, name: `${source.name}/${name}`, onlySheet: position });
  }
  return all;
}

function isEvery({ value }: NamedValue<string>): boolean {
  return value === EVERY_SHEET;
}

/** Returns undefined where the list is no workbook, which is refused where `*` was said of it by name. */
async function sheetsOf(path: string, exitCode: ExitCode, maxBytes: number, isNamed: boolean) {
  const file = { file: path };
  if (path === "-" || isGiven(path)) {
    if (isNamed) throw new ScrubError(ExitCode.usage, "everySheetOfStream", [], file);
    return undefined;
  }
  const { filledSheetsOf } = await import("../../lists/workbook-sheets.js");
  const sheets = await filledSheetsOf(path, exitCode, maxBytes);
  if (sheets === undefined && isNamed) throw new ScrubError(ExitCode.usage, "notWorkbook", [], file);
  return sheets;
}

/** A list that has no header has none in any row. */
function headerOf(headerRow: number | undefined, noHeader: boolean) {
  if (headerRow !== undefined && noHeader)
    throw new ScrubError(ExitCode.usage, "contradiction", ["--header-row", "--no-header"]);
  return { noHeader, ...(headerRow !== undefined && { headerRow }) };
}

function sheetOf(sheet: string | number | undefined) {
  return sheet === undefined ? {} : { sheet };
}

/** Returns only the members that were said. */
function readAs(delimiter: number | undefined, encoding: SaidEncoding | undefined) {
  return { ...(delimiter !== undefined && { delimiter }), ...(encoding !== undefined && { encoding }) };
}

function ownValue<T>(values: readonly NamedValue<T>[], list: NamedList): T | undefined {
  return values.filter((it) => it.list !== undefined && isNamed(list, it.list)).at(-1)?.value;
}
