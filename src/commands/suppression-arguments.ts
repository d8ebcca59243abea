// What was typed about suppression lists: the same wherever -s is an option.

import type { Command as Program } from "commander";
import { ExitCode, ScrubError } from "../errors.js";
import { endOfName, isNamed, isPhoneListNamed, mayBeNamed, type NamedList, nameOfTyped } from "../files/list-names.js";
import type { SaidEncoding } from "../files/text-source.js";
import { DEFAULT_MAX_SHRINK } from "../suppression/trust.js";
import type { SuppressionOption } from "../text/help.js";
import { EL_SALVADOR, type TimeZone } from "../time/time-zone.js";
import {
  type AddOption,
  addReadingOfLists,
  type BeginGroup,
  collect,
  optionWords,
  partWords,
  refuseWithout,
} from "./arguments.js";
import {
  asTyped,
  EVERY_SHEET,
  type IsListName,
  type Known,
  type NamedValue,
  named,
  parseAge,
  parseCount,
  parseMoment,
  parsePercentage,
  parseZone,
} from "./typed-values.js";

export interface SuppressionArguments {
  suppress: readonly string[];
  suppressColumn: readonly string[];
  /** The delimiter: of the phone lists without a name, of one list with its name. */
  delimiter: readonly NamedValue<number>[];
  encoding: readonly NamedValue<SaidEncoding>[];
  /** The sheets of workbooks. */
  sheet: readonly NamedValue<string>[];
  /** What a workbook may unpack to, in bytes. */
  maxSize: number;
  /** The lines or rows of headers, from 1. */
  headerRow: readonly NamedValue<number>[];
  /** The names of lists without a header. */
  headerless: readonly string[];
  maxAge: readonly NamedValue<number>[];
  asOf: readonly NamedValue<Date>[];
  maxUnreadable: readonly NamedValue<number>[];
  minEntries: readonly NamedValue<number>[];
  /** An earlier report. */
  baseline: string | undefined;
  maxShrink: number;
  allowEmpty: readonly string[];
  /** Hashed lists that nothing has to prove. */
  allowUnproven: readonly string[];
  optIns: readonly string[];
  /** Numbers that an entry with a wildcard may cover. */
  maxRange: readonly NamedValue<number>[];
  canary: readonly NamedValue<string>[];
  /** Our own numbers, as typed. */
  own: readonly string[];
  hashKeyFile: string | undefined;
  tz: TimeZone;
}

export function addSuppress(add: AddOption<SuppressionOption>): void {
  add("-s, --suppress <[NAME=]FILE...>", "suppress", collect, []);
}

export function addSuppressionOptions(add: AddOption<SuppressionOption>, program: Program, begin: BeginGroup): void {
  const isListName = isListNameOf(program);
  const forLists = <T>(parse: ((option: string, typed: string) => T) & Known) => named(parse, isListName);
  begin("reading");
  add("--suppress-column <[NAME=]COL>", "suppress-column", collect, []);
  addReadingOfLists(add, program, isListName);
  add("--tz <OFFSET>", "tz", parseZone, EL_SALVADOR);
  add("--hash-key-file <FILE>", "hash-key-file");
  add("--own <NUMBER>", "own", collect, []);
  begin("trust");
  add("--max-age <[NAME=]AGE>", "max-age", forLists(parseAge), []);
  add("--as-of <NAME=DATE>", "as-of", forLists(parseMoment), []);
  add("--max-unreadable <[NAME=]PCT>", "max-unreadable", forLists(parsePercentage), []);
  add("--min-entries <[NAME=]N>", "min-entries", forLists(parseCount), []);
  add("--baseline <REPORT>", "baseline");
  add("--max-shrink <PCT>", "max-shrink", parsePercentage, DEFAULT_MAX_SHRINK);
  add("--max-range <[NAME=]N>", "max-range", forLists(parseCount), []);
  add("--allow-empty <NAME>", "allow-empty", collect, []);
  add("--allow-unproven <NAME>", "allow-unproven", collect, []);
  add("--opt-ins <NAME>", "opt-ins", collect, []);
  add("--canary <[NAME=]NUMBER>", "canary", named(asTyped, isListName, "any"), []);
  begin("other");
}

/** `suppressed`: means suppression lists only; `either`: without a name, the phone lists. */
const MEANT: Readonly<Record<Exclude<SuppressionOption, "suppress">, "suppressed" | "either">> = {
  "suppress-column": "suppressed",
  delimiter: "either",
  encoding: "either",
  sheet: "either",
  "max-size": "either",
  "header-row": "either",
  "no-header": "either",
  tz: "suppressed",
  "hash-key-file": "suppressed",
  own: "suppressed",
  "max-age": "suppressed",
  "as-of": "suppressed",
  "max-unreadable": "suppressed",
  "min-entries": "suppressed",
  baseline: "suppressed",
  "max-shrink": "suppressed",
  "max-range": "suppressed",
  "allow-empty": "suppressed",
  "allow-unproven": "suppressed",
  "opt-ins": "suppressed",
  canary: "suppressed",
};
const ABOUT_LISTS = Object.entries(MEANT).flatMap(([option, lists]) => (lists === "either" ? [] : [`--${option}`]));

type OptionOf<Value> = {
  [K in keyof SuppressionArguments]: SuppressionArguments[K] extends Value ? K : never;
}[keyof SuppressionArguments];

/** The options whose values are for a list of a name, and those that are such names. */
const OF_NAMED_LISTS: Readonly<Record<OptionOf<readonly NamedValue<unknown>[]>, string>> = {
  delimiter: "--delimiter",
  encoding: "--encoding",
  sheet: "--sheet",
  headerRow: "--header-row",
  maxAge: "--max-age",
  asOf: "--as-of",
  maxUnreadable: "--max-unreadable",
  minEntries: "--min-entries",
  maxRange: "--max-range",
  canary: "--canary",
};
const LIST_NAMES: Readonly<
  Record<Exclude<OptionOf<readonly string[]>, "suppress" | "suppressColumn" | "own">, string>
> = {
  headerless: "--no-header",
  allowEmpty: "--allow-empty",
  allowUnproven: "--allow-unproven",
  optIns: "--opt-ins",
};

/** Every list that an option names, with the option. A column may hold a `=`, so that of an option that takes one may be none. */
export function listsNamed(typed: Partial<SuppressionArguments>): [option: string, list: string][] {
  const keys = <T extends object>(of: T) => Object.keys(of) as (keyof T)[];
  return [
    ...keys(OF_NAMED_LISTS).flatMap((key) =>
      (typed[key] ?? []).map(({ list }) => [OF_NAMED_LISTS[key], list] as const),
    ),
    ...keys(LIST_NAMES).flatMap((key) => (typed[key] ?? []).map((list) => [LIST_NAMES[key], list] as const)),
  ].flatMap(([option, list]) => (list === undefined ? [] : [[option, list]]));
}

/** The same with the lists' own names in place of the paths by which options may name them: a report knows no other. */
export function withNamesOf<Typed extends Partial<SuppressionArguments>>(
  typed: Typed,
  lists: readonly NamedList[],
): Typed {
  const named: { [key: string]: unknown; suppressColumn?: unknown } = { ...typed };
  const nameOf = (name: string) => nameOfTyped(lists, name);
  for (const key of Object.keys(OF_NAMED_LISTS) as (keyof typeof OF_NAMED_LISTS)[])
    named[key] = typed[key]?.map((said) => ({ ...said, list: said.list && nameOf(said.list) }));
  for (const key of Object.keys(LIST_NAMES) as (keyof typeof LIST_NAMES)[]) named[key] = typed[key]?.map(nameOf);
  named.suppressColumn = typed.suppressColumn?.map((word) => {
    const at = endOfName(word, (name) => lists.some((list) => isNamed(list, name)));
    return at < 0 ? word : nameOf(word.slice(0, at)) + word.slice(at);
  });
  return named as Typed;
}

/** Whether an option says how a list is read, so that it may name a phone list, too. */
export function meansPhoneLists(option: string): boolean {
  return !ABOUT_LISTS.includes(option);
}

/**
 * A guard that guards nothing must not pass for one: what no suppression list takes up is refused. `but`: options that guard
 * something else here. `mayName`: options may name phone lists.
 */
export function refuseIdleOptions(program: Program, but: readonly string[] = [], mayName = false): void {
  const { suppress, baseline, headerless, delimiter, encoding, sheet, headerRow } =
    program.opts<SuppressionArguments>();
  if (baseline === undefined) refuseWithout("--baseline", ["--max-shrink"], program);
  if (suppress.length > 0) return;
  refuseWithout(
    "-s",
    ABOUT_LISTS.filter((option) => !but.includes(option)),
    program,
  );
  const isForOne = ({ list }: NamedValue<unknown>) => list !== undefined && !mayName;
  const named: [string, readonly unknown[]][] = [
    ["--no-header=", mayName ? [] : headerless],
    ["--delimiter", delimiter.filter(isForOne)],
    ["--encoding", encoding.filter(isForOne)],
    ["--header-row", headerRow.filter(isForOne)],
    ["--sheet", sheet.filter((one) => isForOne(one) || (one.value === EVERY_SHEET && !mayName))],
  ];
  const idle = named.find(([, values]) => values.length > 0);
  if (idle !== undefined) throw new ScrubError(ExitCode.usage, "needsOption", [idle[0], "-s"]);
}

/** Refuses what would be said of phone lists where there are none: it was meant for a suppression list. */
export function refusePhoneListOptions(program: Program): void {
  const { delimiter, encoding, sheet, header, headerRow } = program.opts<SuppressionArguments & { header: boolean }>();
  const refuse = (option: string, form: string) => {
    throw new ScrubError(ExitCode.usage, "needsListName", [option, form]);
  };
  if (delimiter.some(({ list }) => list === undefined)) refuse("--delimiter", "--delimiter NAME=CHAR");
  if (encoding.some(({ list }) => list === undefined)) refuse("--encoding", "--encoding NAME=ENC");
  if (sheet.some(({ list, value }) => list === undefined && value !== EVERY_SHEET))
    refuse("--sheet", "--sheet NAME=SHEET");
  if (headerRow.some(({ list }) => list === undefined)) refuse("--header-row", "--header-row NAME=N");
  if (!header) refuse("--no-header", "--no-header=NAME");
}

/** What was typed behind -s, and as other operands. */
interface ListsTyped {
  suppress: readonly string[];
  others: readonly string[];
}

/** By the program that parses it: values are parted by the names of these lists. */
const listsTyped = new WeakMap<Program, ListsTyped>();

/** Says which lists the names in options may mean, before they are parsed. */
export function rememberLists(program: Program, lists: ListsTyped): void {
  listsTyped.set(program, lists);
}

export function isListNameOf(program: Program): IsListName {
  return (name) => isTyped(name, listsTyped.get(program));
}

function isTyped(name: string, lists: ListsTyped | undefined): boolean {
  return (
    lists !== undefined &&
    (lists.others.some((path) => isPhoneListNamed(path, name)) || lists.suppress.some((word) => mayBeNamed(word, name)))
  );
}

/**
 * Other operands come first, or after `--`: every operand behind the first -s is a suppression list, whatever stands
 * between them. Commander would end the files of -s at the next option and take the rest for phone lists.
 */
export function partOperands(words: readonly string[], program: Program): string[] {
  const parted: string[] = [];
  const others: string[] = [];
  let isBehindSuppress = false;
  const suppressed: string[] = [];
  rememberLists(program, { suppress: suppressed, others });
  const suppress = (file: string) => {
    suppressed.push(file);
    parted.push(`--suppress=${file}`);
  };
  for (const part of partWords(words, program)) {
    if (part.operand !== undefined) {
      if (isBehindSuppress && !part.behindDashes) suppress(part.operand);
      else others.push(part.operand);
      continue;
    }
    const word = part.words[0]!;
    if (part.option?.long === "--suppress") {
      isBehindSuppress = true;
      // `-qs FILE`: the flags before it, then it.
      if (!word.startsWith("--") && !word.startsWith("-s")) parted.push(word.slice(0, word.indexOf("s")));
      suppress(part.value!);
    } else parted.push(...optionWords(part.words));
  }
  return [...parted, "--", ...others];
}
