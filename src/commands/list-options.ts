// Applies options to lists: to one by its name, or to all. A phone list is named by its path or its file name.

import { ExitCode, ScrubError } from "../errors.js";
import { endOfName, isNamed, type NamedList, nameOfTyped, ownName, phoneListAs } from "../files/list-names.js";
import type { ListOverrides } from "../lists/overrides.js";
import { nearest } from "../text/nearest.js";
import { longOf, OF_SUPPRESSION_LISTS, type ReadingArguments, type SuppressionArguments } from "./options.js";
import { EVERY_SHEET, type NamedValue } from "./typed-values.js";

/** The options whose values name a list. */
const VALUES_BY_LIST = [
  ...(["delimiter", "encoding", "sheet", "headerRow", "maxAge", "asOf", "maxUnreadable"] as const),
  ...(["minEntries", "maxRange", "canary"] as const),
] as const;
const FLAGS_BY_LIST = ["headerless", "allowEmpty", "allowUnproven", "optIns"] as const;

type Columns = Partial<Pick<ReadingArguments, "column">>;

/** Returns every list name in options. The text before a `=` in an option about columns may be part of a column's name. */
export function listsNamed(typed: Partial<SuppressionArguments>): { key: keyof typeof typed; name: string }[] {
  return [
    ...VALUES_BY_LIST.flatMap((key) => (typed[key] ?? []).map(({ list }) => ({ key, name: list }))),
    ...FLAGS_BY_LIST.flatMap((key) => (typed[key] ?? []).map((name) => ({ key, name }))),
  ].flatMap(({ key, name }) => (name === undefined ? [] : { key, name }));
}

/** Refuses a name that is no list's: a guard must apply to a list. */
export function refuseUnknownNames(
  typed: Partial<SuppressionArguments> & Columns,
  suppressed: readonly NamedList[],
  phoneLists: readonly string[],
): void {
  const phones = phoneLists.map(phoneListAs);
  const all = [...suppressed, ...phones];
  for (const { key, name } of listsNamed(typed)) {
    const meant = OF_SUPPRESSION_LISTS.includes(key) ? suppressed : all;
    if (!meant.some((list) => isNamed(list, name))) throw unknownName(longOf(key), name, meant, meant === all);
  }
  const words = [
    ...(typed.column ?? []).map((word) => ({ word, option: "--column", meant: phones })),
    ...(typed.suppressColumn ?? []).map((word) => ({ word, option: "--suppress-column", meant: suppressed })),
  ];
  for (const { word, option, meant } of words) {
    const name = word.slice(0, Math.max(0, word.indexOf("=")));
    // A column's name may contain a `=`, but its beginning hardly resembles a list's name.
    if (name !== "" && endOfName(word, isOneOf(meant)) < 0 && nearestName(name, meant) !== undefined)
      throw unknownName(option, name, meant, meant === phones);
  }
}

function unknownName(option: string, name: string, meant: readonly NamedList[], mayBePhones: boolean): ScrubError {
  return new ScrubError(ExitCode.usage, "unknownListName", [option, name, nearestName(name, meant), mayBePhones]);
}

function nearestName(typed: string, lists: readonly NamedList[]): string | undefined {
  const names = lists.map(({ name }) => name);
  return nearest(typed, names) ?? names.find((name) => name.startsWith(`${typed}.`));
}

function isOneOf(lists: readonly NamedList[]) {
  return (name: string) => lists.some((list) => isNamed(list, name));
}

/** Replaces paths by the names of their lists, as reports have them. */
export function withNamesOf<Typed extends Partial<SuppressionArguments>>(
  typed: Typed,
  lists: readonly NamedList[],
): Typed {
  const named: Record<string, unknown> = { ...typed };
  const nameOf = (name: string) => nameOfTyped(lists, name);
  for (const key of VALUES_BY_LIST)
    named[key] = typed[key]?.map((one) => ({ ...one, list: one.list && nameOf(one.list) }));
  for (const key of FLAGS_BY_LIST) named[key] = typed[key]?.map(nameOf);
  named.suppressColumn = typed.suppressColumn?.map((word) => {
    const at = endOfName(word, isOneOf(lists));
    return at < 0 ? word : nameOf(word.slice(0, at)) + word.slice(at);
  });
  return named as Typed;
}

/** Returns the last value given for this list by name. */
function valueByName<T>(values: readonly NamedValue<T>[], list: NamedList): T | undefined {
  return values.findLast((it) => it.list !== undefined && isNamed(list, it.list))?.value;
}

/** Returns the last value for this list by name, otherwise for all lists. */
export function valueFor<T>(values: readonly NamedValue<T>[], list: NamedList): T | undefined {
  return valueByName(values, list) ?? values.findLast((it) => it.list === undefined)?.value;
}

/** Returns a list's columns: `NAME=COL` applies to one list, COL to each. */
export function columnsForList(typed: readonly string[], list: NamedList, all: readonly NamedList[]): string[] {
  return typed.flatMap((word) => {
    const at = endOfName(word, isOneOf(all));
    if (at < 0) return [word];
    return isNamed(list, word.slice(0, at)) ? [word.slice(at + 1)] : [];
  });
}

/** Returns the options of one list as opening it takes them. Refuses those that contradict each other. */
export function overridesOf(typed: ReadingArguments): ListOverrides {
  const { column: columns, header, delimiter, encoding, sheet, maxSize: maxBytes, headerRow } = typed;
  if (sheet === EVERY_SHEET) throw new ScrubError(ExitCode.usage, "oneSheet", []);
  if (headerRow !== undefined && !header)
    throw new ScrubError(ExitCode.usage, "contradiction", ["--header-row", "--no-header"]);
  return { columns, noHeader: !header, headerRow, delimiter, encoding, sheet, maxBytes };
}

/** The typed options about how several lists are read. */
export type ReadingOfLists = Pick<
  SuppressionArguments,
  "delimiter" | "encoding" | "sheet" | "maxSize" | "headerRow" | "headerless"
>;

/**
 * Returns how a list is read: by the values for its name, and for a phone list by those without a name. `header`: whether all
 * phone lists have one; undefined for a suppression list.
 */
export function readingForList(
  typed: ReadingOfLists,
  list: NamedList,
  column: readonly string[],
  header?: boolean,
): ReadingArguments {
  const value = header === undefined ? valueByName : valueFor;
  const ownRow = valueByName(typed.headerRow, list);
  const lacksHeader = typed.headerless.some((name) => isNamed(list, name));
  return {
    column,
    maxSize: typed.maxSize,
    delimiter: value(typed.delimiter, list),
    encoding: value(typed.encoding, list),
    // With `*` each sheet is a list.
    sheet: value(typed.sheet.filter(isOneSheet), list),
    // Lists may differ in whether and where they have a header.
    header: !lacksHeader && (header !== false || ownRow !== undefined),
    headerRow: lacksHeader ? ownRow : value(typed.headerRow, list),
  };
}

/** Returns how a command's only phone list is read, which no option has to name. */
export function overridesOfOne(typed: ReadingOfLists & Pick<ReadingArguments, "column" | "header">): ListOverrides {
  return overridesOf(readingForList(typed, phoneListAs(undefined), typed.column, typed.header));
}

/** Returns how each list of a command without suppression lists is read. */
export function readingForEach(
  typed: ReadingOfLists & Pick<ReadingArguments, "column" | "header">,
  paths: readonly string[],
): ReadingArguments[] {
  refuseUnknownNames(typed, [], paths);
  if (!typed.sheet.every(isOneSheet)) throw new ScrubError(ExitCode.usage, "oneSheet", []);
  const all = paths.map(phoneListAs);
  return all.map((list) => readingForList(typed, list, columnsForList(typed.column, list, all), typed.header));
}

function isOneSheet({ value }: NamedValue<string>): boolean {
  return value !== EVERY_SHEET;
}

/** Returns whether `*` was given for this list by name (`own`) or for all (`common`). A sheet given for all phone lists wins. */
export function everySheet(
  { sheet }: Pick<SuppressionArguments, "sheet">,
  list: NamedList,
  isPhoneList: boolean,
): "own" | "common" | undefined {
  const own = valueByName(sheet, list);
  if (own !== undefined) return own === EVERY_SHEET ? "own" : undefined;
  const common = sheet.filter((it) => it.list === undefined);
  const isCommon = !common.every(isOneSheet) && !(isPhoneList && common.some(isOneSheet));
  return isCommon ? "common" : undefined;
}

/** Returns a phone list's file name if it is unique, otherwise its path as typed. */
export function nameAmong(
  all: readonly string[],
  typedAs: string | undefined,
  suppressed: readonly NamedList[] = [],
): string | undefined {
  const name = typedAs && ownName(typedAs);
  const isOthers = all.some((other) => other !== typedAs && ownName(other) === name);
  return name === undefined || isOthers || suppressed.some((other) => isNamed(other, name)) ? typedAs : name;
}
