// What was typed, for scrub: its options as commander reads them, with every value parsed and every slip a sentence.

import { type Command, Option } from "commander";
import { ExitCode, ScrubError } from "../errors.js";
import type { PhoneFormat } from "../phone/format.js";
import type { NumberType } from "../phone/number.js";
import { CHANNELS, type Channel, NUMBER_TYPES } from "../scrub/policy.js";
import { collect, createProgram, type HelpSetting, parseWords, partWords, type Shown } from "./arguments.js";
import {
  type NamedValue,
  parseAge,
  parseChoice,
  parseCount,
  parseDelimiter,
  parseMoment,
  parseNamed,
  parsePercentage,
} from "./typed-values.js";

const FORMATS: readonly PhoneFormat[] = ["e164", "national", "digits", "original"];

export interface ScrubArguments {
  /** All words as they were typed. */
  words: readonly string[];
  lists: readonly string[];
  suppress: readonly string[];
  suppression: boolean;
  output: string | undefined;
  removed: string | undefined;
  /** Names, `false` for --no-report, undefined where nothing was said. */
  report: readonly string[] | false | undefined;
  column: readonly string[];
  phoneFormat: PhoneFormat;
  flag: boolean;
  channel: Channel;
  types: readonly NumberType[];
  keepDuplicates: boolean;
  keepForeign: boolean;
  suppressColumn: readonly string[];
  delimiter: readonly NamedValue<number>[];
  /** False where the phone lists have no header. */
  header: boolean;
  headerless: readonly string[];
  maxAge: readonly NamedValue<number>[];
  asOf: readonly NamedValue<Date>[];
  maxUnreadable: readonly NamedValue<number>[];
  minEntries: readonly NamedValue<number>[];
  allowEmpty: readonly string[];
  canary: readonly NamedValue<string>[];
  maxRemoved: number | undefined;
  maxInvalid: number | undefined;
  strict: boolean;
  /** Milliseconds. */
  validFor: number;
  label: readonly string[];
  dryRun: boolean;
  force: boolean;
  json: boolean;
  quiet: boolean;
}

/** Parses the words after the command's name. */
export function parseScrubArguments(words: readonly string[], setting: HelpSetting): ScrubArguments | Shown {
  const program = scrubProgram(setting);
  const shown = parseWords(program, partOperands(words, program));
  if (shown !== undefined) return shown;
  return { ...(program.opts() as Omit<ScrubArguments, "lists" | "words">), lists: program.args, words };
}

/** Names a suppression list; a bare `--no-header` must not swallow the phone list after it. */
const NO_HEADER_OF = "--no-header=";

/**
 * Phone lists come first, or after `--`: every operand behind the first -s is a suppression list, whatever stands
 * between them. Commander would end the files of -s at the next option and take the rest for phone lists.
 */
function partOperands(words: readonly string[], program: Command): string[] {
  const parted: string[] = [];
  const lists: string[] = [];
  let isBehindSuppress = false;
  const suppress = (file: string) => {
    if (file === "") throw new ScrubError(ExitCode.usage, "emptyName", ["--suppress"]);
    parted.push(`--suppress=${file}`);
  };
  for (const part of partWords(words, program)) {
    if (part.operand !== undefined) {
      if (isBehindSuppress && !part.behindDashes) suppress(part.operand);
      else lists.push(part.operand);
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
  return [...parted, "--", ...lists];
}

function scrubProgram(setting: HelpSetting): Command {
  return createProgram("scrub", "[scrub] LIST... -s FILE... [-o CLEAN]", "[LIST...]", setting, (add, program) => {
    add("-s, --suppress <NAME=FILE...>", "suppress", collect, []);
    add("-o, --output <FILE>", "output");
    add("--removed <FILE>", "removed");
    add("--report <FILE>", "report", collect);
    add("--no-report", "no-report");
    add("-c, --column <NAME|N>", "column", collect, []);
    add("--phone-format <FORMAT>", "phone-format", (typed) => parseChoice("--phone-format", typed, FORMATS), "e164");
    add("--flag", "flag", undefined, false);
    add("--channel <CHANNEL>", "channel", (typed) => parseChoice("--channel", typed, CHANNELS), "any");
    add("--types <LIST>", "types", parseTypes, ["mobile", "fixed"]);
    add("--keep-duplicates", "keep-duplicates", undefined, false);
    add("--keep-foreign", "keep-foreign", undefined, false);
    add("--no-suppression", "no-suppression");
    add("--suppress-column <NAME=COL>", "suppress-column", collect, []);
    add("--delimiter <NAME=CHAR>", "delimiter", named("--delimiter", parseDelimiter), []);
    add("--no-header", "no-header");
    program.addOption(new Option("--headerless <NAME>").argParser(collect).default([]).hideHelp());
    add("--max-age <NAME=AGE>", "max-age", named("--max-age", parseAge), []);
    add("--as-of <NAME=DATE>", "as-of", named("--as-of", parseMoment), []);
    add("--max-unreadable <NAME=PCT>", "max-unreadable", named("--max-unreadable", parsePercentage), []);
    add("--min-entries <NAME=N>", "min-entries", named("--min-entries", parseCount), []);
    add("--allow-empty <NAME>", "allow-empty", collect, []);
    add(
      "--canary <NAME=NUMBER>",
      "canary",
      named("--canary", (_option, typed) => typed),
      [],
    );
    add("--max-removed <PCT>", "max-removed", (typed) => parsePercentage("--max-removed", typed));
    add("--max-invalid <PCT>", "max-invalid", (typed) => parsePercentage("--max-invalid", typed));
    add("--strict", "strict", undefined, false);
    add("--valid-for <AGE>", "valid-for", (typed) => parseAge("--valid-for", typed), parseAge("--valid-for", "24h"));
    add("--label <KEY=VALUE>", "label", collectLabel, []);
    add("-n, --dry-run", "dry-run", undefined, false);
    add("-f, --force", "force", undefined, false);
    add("--json", "json", undefined, false);
  });
}

function collectLabel(typed: string, before: readonly string[]): readonly string[] {
  if (typed.indexOf("=") <= 0) throw new ScrubError(ExitCode.usage, "badValue", ["--label", "KEY=VALUE"]);
  return [...before, typed];
}

function named<T>(option: string, parse: (option: string, typed: string) => T) {
  return (typed: string, before: readonly NamedValue<T>[]) => [
    ...before,
    parseNamed(typed, (value) => parse(option, value)),
  ];
}

function parseTypes(typed: string): readonly NumberType[] {
  return typed.split(",").map((type) => parseChoice("--types", type.trim(), NUMBER_TYPES));
}
