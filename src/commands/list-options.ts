// What options say of lists: of one by its name, or of all of them. A phone list is named by its path or its file's own name.

import { ExitCode, ScrubError } from "../errors.js";
import { endOfName, isNamed, type NamedList, nameOfTyped, ownName, phoneListAs } from "../files/list-names.js";
import type { ListOverrides } from "../lists/overrides.js";
import { nearest } from "../text/nearest.js";
import { longOf, OF_SUPPRESSION_LISTS, type ReadingArguments, type SuppressionArguments } from "./options.js";
import { EVERY_SHEET, type NamedValue } from "./typed-values.js";

/** The options whose values are for a list of a name, and those that are such names. */
const OF_NAMED_LISTS = [
  ...(["delimiter", "encoding", "sheet", "headerRow", "maxAge", "asOf", "maxUnreadable"] as const),
  ...(["minEntries", "maxRange", "canary"] as const),
] as const;
const LIST_NAMES = ["headerless", "allowEmpty", "allowUnproven", "optIns"] as const;

type Columns = Partial<Pick<ReadingArguments, "column">>;

/** Every list that an option names. A column may hold a `=`, so that of an option that takes one may be none. */
export function listsNamed(typed: Partial<SuppressionArguments>): { key: keyof typeof typed; name: string }[] {
  return [
    ...OF_NAMED_LISTS.flatMap((key) => (typed[key] ?? []).map(({ list }) => ({ key, name: list }))),
    ...LIST_NAMES.flatMap((key) => (typed[key] ?? []).map((name) => ({ key, name }))),
  ].flatMap(({ key, name }) => (name === undefined ? [] : { key, name }));
}

/** Refuses the name of no list: a guard that guards nothing must not pass for one. */
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
    // A column's own name may hold a `=`, but does not begin nearly as a list is called.
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

/** The same with the lists' own names in place of the paths by which options may name them: a report knows no other. */
export function withNamesOf<Typed extends Partial<SuppressionArguments>>(
  typed: Typed,
  lists: readonly NamedList[],
): Typed {
  const named: { [key: string]: unknown; suppressColumn?: unknown } = { ...typed };
  const nameOf = (name: string) => nameOfTyped(lists, name);
  for (const key of OF_NAMED_LISTS)
    named[key] = typed[key]?.map((said) => ({ ...said, list: said.list && nameOf(said.list) }));
  for (const key of LIST_NAMES) named[key] = typed[key]?.map(nameOf);
  named.suppressColumn = typed.suppressColumn?.map((word) => {
    const at = endOfName(word, isOneOf(lists));
    return at < 0 ? word : nameOf(word.slice(0, at)) + word.slice(at);
  });
  return named as Typed;
}

/** The last value said of this list by its name. */
export function ownValue<T>(values: readonly NamedValue<T>[], list: NamedList): T | undefined {
  return values.findLast((it) => it.list !== undefined && isNamed(list, it.list))?.value;
}

/** The last value said of this list, else of all. */
export function valueFor<T>(values: readonly NamedValue<T>[], list: NamedList): T | undefined {
  return ownValue(values, list) ?? values.findLast((it) => it.list === undefined)?.value;
}

/** `NAME=COL` for one of all these lists, else COL for each. */
export function columnsOf(typed: readonly string[], list: NamedList, all: readonly NamedList[]): string[] {
  return typed.flatMap((word) => {
    const at = endOfName(word, isOneOf(all));
    if (at < 0) return [word];
    return isNamed(list, word.slice(0, at)) ? [word.slice(at + 1)] : [];
  });
}

/** How a list is read of which nothing is said by a name. */
export function overridesOf(typed: ReadingArguments): ListOverrides {
  const { column: columns, header, delimiter, encoding, sheet, maxSize: maxBytes, headerRow } = typed;
  if (sheet === EVERY_SHEET) throw new ScrubError(ExitCode.usage, "oneSheet", []);
  if (headerRow !== undefined && !header)
    throw new ScrubError(ExitCode.usage, "contradiction", ["--header-row", "--no-header"]);
  return { columns, noHeader: !header, headerRow, delimiter, encoding, sheet, maxBytes };
}

/** What was typed of how several lists are read. */
export type ReadingOfLists = Pick<
  SuppressionArguments,
  "delimiter" | "encoding" | "sheet" | "maxSize" | "headerRow" | "headerless"
>;

/**
 * How a list is read: as was said of it by its name; a phone list, else as was said without a name. `header`: of a phone list,
 * whether all are said to have one.
 */
export function readingOf(
  typed: ReadingOfLists,
  list: NamedList,
  column: readonly string[],
  header?: boolean,
): ReadingArguments {
  const value = header === undefined ? ownValue : valueFor;
  const ownRow = ownValue(typed.headerRow, list);
  const lacksHeader = typed.headerless.some((name) => isNamed(list, name));
  return {
    column,
    maxSize: typed.maxSize,
    delimiter: value(typed.delimiter, list),
    encoding: value(typed.encoding, list),
    // `*` makes lists of sheets, each with its own.
    sheet: value(typed.sheet.filter(isOneSheet), list),
    // One list may have no header, or have it in a row of its own, where others have one or none.
    header: !lacksHeader && (header !== false || ownRow !== undefined),
    headerRow: lacksHeader ? ownRow : value(typed.headerRow, list),
  };
}

/** How a list beside suppression lists is read that no option names. */
export function readingOverrides(typed: ReadingOfLists & Pick<ReadingArguments, "column" | "header">): ListOverrides {
  return overridesOf(readingOf(typed, phoneListAs(undefined), typed.column, typed.header));
}

/** How each of these lists is read, of which a command reads no others. */
export function readingsOf(
  typed: ReadingOfLists & Pick<ReadingArguments, "column" | "header">,
  paths: readonly string[],
): ReadingArguments[] {
  refuseUnknownNames(typed, [], paths);
  if (!typed.sheet.every(isOneSheet)) throw new ScrubError(ExitCode.usage, "oneSheet", []);
  const all = paths.map(phoneListAs);
  return all.map((list) => readingOf(typed, list, columnsOf(typed.column, list, all), typed.header));
}

function isOneSheet({ value }: NamedValue<string>): boolean {
  return value !== EVERY_SHEET;
}

/** Who said `*` of a list: its name, or all lists; of phone lists another sheet of all goes before it. */
export function everySheet(
  { sheet }: Pick<SuppressionArguments, "sheet">,
  list: NamedList,
  isPhoneList: boolean,
): "own" | "common" | undefined {
  const own = ownValue(sheet, list);
  if (own !== undefined) return own === EVERY_SHEET ? "own" : undefined;
  const common = sheet.filter((it) => it.list === undefined);
  const isMeant = !common.every(isOneSheet) && !(isPhoneList && common.some(isOneSheet));
  return isMeant ? "common" : undefined;
}

/** A phone list's own name, where no other list is called so; else its path as typed. */
export function nameAmong(
  all: readonly string[],
  typedAs: string | undefined,
  suppressed: readonly NamedList[] = [],
): string | undefined {
  const name = typedAs && ownName(typedAs);
  const isOthers = all.some((other) => other !== typedAs && ownName(other) === name);
  return name === undefined || isOthers || suppressed.some((other) => isNamed(other, name)) ? typedAs : name;
}
