// What was typed about suppression lists: the same wherever -s is an option.

import type { Command as Program } from "commander";
import { ExitCode, ScrubError } from "../errors.js";
import { endOfName, isNamed, type NamedList, nameOfTyped } from "../files/list-names.js";
import { optionWords, partWords, refuseWithout, rememberLists } from "./arguments.js";
import { longOf, OF_SUPPRESSION_LISTS, type SuppressionArguments } from "./options.js";
import { EVERY_SHEET, type NamedValue } from "./typed-values.js";

const ABOUT_LISTS = OF_SUPPRESSION_LISTS.map(longOf);

/** The options whose values are for a list of a name, and those that are such names. */
const OF_NAMED_LISTS = [
  ...(["delimiter", "encoding", "sheet", "headerRow", "maxAge", "asOf", "maxUnreadable"] as const),
  ...(["minEntries", "maxRange", "canary"] as const),
] as const;
const LIST_NAMES = ["headerless", "allowEmpty", "allowUnproven", "optIns"] as const;

/** Every list that an option names, with the option. A column may hold a `=`, so that of an option that takes one may be none. */
export function listsNamed(typed: Partial<SuppressionArguments>): [option: string, list: string][] {
  const named = [
    ...OF_NAMED_LISTS.flatMap((key) => (typed[key] ?? []).map(({ list }) => [longOf(key), list] as const)),
    ...LIST_NAMES.flatMap((key) => (typed[key] ?? []).map((list) => [longOf(key), list] as const)),
  ];
  return named.flatMap(([option, list]) =>
    list === undefined ? [] : [[option.replace("headerless", "no-header"), list]],
  );
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
