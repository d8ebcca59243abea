// What was typed about suppression lists: the same wherever -s is an option.

import type { Command as Program } from "commander";
import { ExitCode, ScrubError } from "../errors.js";
import type { SaidEncoding } from "../files/text-source.js";
import { DEFAULT_MAX_SHRINK } from "../suppression/trust.js";
import type { SuppressionOption } from "../text/help.js";
import { EL_SALVADOR, type TimeZone } from "../time/time-zone.js";
import { type AddOption, type BeginGroup, collect, partWords, refuseWithout } from "./arguments.js";
import {
  asTyped,
  type NamedValue,
  named,
  parseAge,
  parseCount,
  parseDelimiter,
  parseEncoding,
  parseMoment,
  parsePercentage,
  parseZone,
} from "./typed-values.js";

export interface SuppressionArguments {
  suppress: readonly string[];
  suppressColumn: readonly string[];
  /** Of the phone lists without a name, of a suppression list with its. */
  delimiter: readonly NamedValue<number>[];
  encoding: readonly NamedValue<SaidEncoding>[];
  /** Suppression lists without a header. */
  headerless: readonly string[];
  maxAge: readonly NamedValue<number>[];
  asOf: readonly NamedValue<Date>[];
  maxUnreadable: readonly NamedValue<number>[];
  minEntries: readonly NamedValue<number>[];
  /** An earlier report. */
  baseline: string | undefined;
  maxShrink: number;
  allowEmpty: readonly string[];
  optIns: readonly string[];
  /** Numbers that an entry with a wildcard may cover. */
  maxRange: readonly NamedValue<number>[];
  canary: readonly NamedValue<string>[];
  hashKeyFile: string | undefined;
  tz: TimeZone;
}

export function addSuppress(add: AddOption<SuppressionOption>): void {
  add("-s, --suppress <NAME=FILE...>", "suppress", collect, []);
}

export function addSuppressionOptions(add: AddOption<SuppressionOption>, program: Program, begin: BeginGroup): void {
  begin("reading");
  add("--suppress-column <NAME=COL>", "suppress-column", collect, []);
  add("--delimiter <NAME=CHAR>", "delimiter", named(parseDelimiter), []);
  add("--encoding <NAME=ENC>", "encoding", named(parseEncoding), []);
  add("--no-header", "no-header");
  program.addOption(
    program
      .createOption("--headerless <NAME>")
      .argParser((typed, before: readonly string[]) => collect("--headerless", typed, before))
      .default([])
      .hideHelp(),
  );
  add("--tz <ZONE>", "tz", parseZone, EL_SALVADOR);
  add("--hash-key-file <FILE>", "hash-key-file");
  begin("trust");
  add("--max-age <NAME=AGE>", "max-age", named(parseAge), []);
  add("--as-of <NAME=DATE>", "as-of", named(parseMoment), []);
  add("--max-unreadable <NAME=PCT>", "max-unreadable", named(parsePercentage), []);
  add("--min-entries <NAME=N>", "min-entries", named(parseCount), []);
  add("--baseline <REPORT>", "baseline");
  add("--max-shrink <PCT>", "max-shrink", parsePercentage, DEFAULT_MAX_SHRINK);
  add("--max-range <NAME=N>", "max-range", named(parseCount), []);
  add("--allow-empty <NAME>", "allow-empty", collect, []);
  add("--opt-ins <NAME>", "opt-ins", collect, []);
  add("--canary <NAME=NUMBER>", "canary", named(asTyped), []);
  begin("other");
}

const ABOUT_LISTS = [
  "--suppress-column",
  "--max-age",
  "--as-of",
  "--max-unreadable",
  "--min-entries",
  "--baseline",
  "--max-shrink",
  "--max-range",
  "--allow-empty",
  "--opt-ins",
  "--canary",
  "--hash-key-file",
  "--tz",
] as const;

/** A guard that guards nothing must not pass for one: what no suppression list takes up is refused. */
export function refuseIdleOptions(program: Program, but: readonly string[] = []): void {
  const { suppress, baseline, headerless, delimiter, encoding } = program.opts<SuppressionArguments>();
  if (baseline === undefined) refuseWithout("--baseline", ["--max-shrink"], program);
  if (suppress.length > 0) return;
  refuseWithout(
    "-s",
    ABOUT_LISTS.filter((option) => !but.includes(option)),
    program,
  );
  const named: [string, readonly unknown[]][] = [
    ["--no-header=", headerless],
    ["--delimiter", delimiter.filter(({ list }) => list !== undefined)],
    ["--encoding", encoding.filter(({ list }) => list !== undefined)],
  ];
  const idle = named.find(([, values]) => values.length > 0);
  if (idle !== undefined) throw new ScrubError(ExitCode.usage, "needsOption", [idle[0], "-s"]);
}

/** Where there are no phone lists, what would be said of them was meant for a suppression list. */
export function refusePhoneListOptions(program: Program): void {
  const { delimiter, encoding, header } = program.opts<SuppressionArguments & { header: boolean }>();
  const refuse = (option: string, form: string) => {
    throw new ScrubError(ExitCode.usage, "needsListName", [option, form]);
  };
  if (delimiter.some(({ list }) => list === undefined)) refuse("--delimiter", "--delimiter NAME=CHAR");
  if (encoding.some(({ list }) => list === undefined)) refuse("--encoding", "--encoding NAME=ENC");
  if (!header) refuse("--no-header", "--no-header=NAME");
}

/** Names a suppression list; a bare `--no-header` must not swallow the phone list after it. */
const NO_HEADER_OF = "--no-header=";

/**
 * Other operands come first, or after `--`: every operand behind the first -s is a suppression list, whatever stands
 * between them. Commander would end the files of -s at the next option and take the rest for phone lists.
 */
export function partOperands(words: readonly string[], program: Program): string[] {
  const parted: string[] = [];
  const others: string[] = [];
  let isBehindSuppress = false;
  const suppress = (file: string) => parted.push(`--suppress=${file}`);
  for (const part of partWords(words, program)) {
    if (part.operand !== undefined) {
      if (isBehindSuppress && !part.behindDashes) suppress(part.operand);
      else others.push(part.operand);
      continue;
    }
    const word = part.words[0]!;
    if (word.startsWith(NO_HEADER_OF)) {
      parted.push("--headerless", word.slice(NO_HEADER_OF.length).replace(/=$/, ""));
    } else if (part.option?.long === "--suppress") {
      isBehindSuppress = true;
      // `-qs FILE`: the flags before it, then it.
      if (!word.startsWith("--") && !word.startsWith("-s")) parted.push(word.slice(0, word.indexOf("s")));
      suppress(part.value!);
    } else parted.push(...part.words);
  }
  return [...parted, "--", ...others];
}
