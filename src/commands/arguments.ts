// What was typed, for scrub: its options as commander reads them, with every value parsed and every slip a sentence.

import { Command, CommanderError, Option } from "commander";
import { ExitCode, ScrubError } from "../errors.js";
import type { SaidEncoding } from "../files/text-source.js";
import type { PhoneFormat } from "../phone/format.js";
import type { NumberType } from "../phone/number.js";
import { CHANNELS, type Channel, NUMBER_TYPES } from "../scrub/policy.js";
import { nearest } from "../text/nearest.js";
import type { OptionName, Sentences } from "../text/sentences.js";
import {
  type NamedValue,
  parseAge,
  parseChoice,
  parseCount,
  parseDelimiter,
  parseEncoding,
  parseMoment,
  parseNamed,
  parsePercentage,
} from "./typed-values.js";

export const COLORS = ["auto", "always", "never"] as const;
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
  channel: Channel;
  types: readonly NumberType[];
  keepDuplicates: boolean;
  keepForeign: boolean;
  suppressColumn: readonly string[];
  delimiter: readonly NamedValue<number>[];
  encoding: readonly NamedValue<SaidEncoding>[];
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

/** What the user asked to see instead of a run. */
export interface Shown {
  show: string;
}

/** Parses the words after the command's name; --help and --version give the text to show. */
export function parseScrubArguments(
  words: readonly string[],
  sentences: Sentences,
  version: string,
  columns: number,
): ScrubArguments | Shown {
  let shown = "";
  const program = scrubProgram(sentences, version, columns);
  program.exitOverride().configureOutput({
    writeOut: (text) => {
      shown += text;
    },
    writeErr: () => {},
  });
  try {
    program.parse(partOperands(words, program.options), { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { show: shown };
    throw usageError(error, program);
  }
  return { ...(program.opts() as Omit<ScrubArguments, "lists" | "words">), lists: program.args, words };
}

/** Names a suppression list; a bare `--no-header` must not swallow the phone list after it. */
const NO_HEADER_OF = "--no-header=";

/**
 * Phone lists come first, or after `--`: every operand behind the first -s is a suppression list, whatever stands
 * between them. Commander would end the files of -s at the next option and take the rest for phone lists.
 */
function partOperands(words: readonly string[], options: readonly Option[]): string[] {
  const parted: string[] = [];
  const lists: string[] = [];
  let isBehindSuppress = false;
  const suppress = (file: string) => {
    if (file === "") throw new ScrubError(ExitCode.usage, "emptyName", ["--suppress"]);
    parted.push(`--suppress=${file}`);
  };
  /** The word behind an option that needs one; `--option=-value` is the way to begin it with a dash. */
  const valueBehind = (at: number, option: string): string => {
    const value = words[at + 1];
    if (value === undefined || (value.startsWith("-") && value !== "-"))
      throw new ScrubError(ExitCode.usage, "missingValue", [option]);
    return value;
  };
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (word === "--") {
      lists.push(...words.slice(i + 1));
      break;
    }
    if (!word.startsWith("-") || word === "-") {
      if (isBehindSuppress) suppress(word);
      else lists.push(word);
      continue;
    }
    if (word.startsWith(NO_HEADER_OF)) {
      parted.push("--headerless", word.slice(NO_HEADER_OF.length).replace(/=$/, ""));
      continue;
    }
    const { option, attached } = valueOptionOf(word, options);
    if (option?.long === "--suppress") {
      isBehindSuppress = true;
      // `-qs FILE`: the flags before it, then it.
      if (!word.startsWith("--") && !word.startsWith("-s")) parted.push(word.slice(0, word.indexOf("s")));
      suppress(attached ?? valueBehind(i++, "--suppress"));
      continue;
    }
    parted.push(word);
    if (option === undefined || attached !== undefined) continue;
    parted.push(valueBehind(i++, option.long ?? word));
  }
  return [...parted, "--", ...lists];
}

/** The option with a value in a word such as `--label=a`, `-o` or `-nfo`, and the value where it is in the word itself. */
function valueOptionOf(word: string, options: readonly Option[]): { option?: Option; attached?: string } {
  if (word.startsWith("--")) {
    const [long = "", ...rest] = word.split("=");
    const option = options.find((it) => it.long === long && it.required);
    return { ...(option && { option }), ...(rest.length > 0 && { attached: rest.join("=") }) };
  }
  for (let at = 1; at < word.length; at++) {
    const option = options.find((it) => it.short === `-${word[at]}`);
    if (option === undefined) return {};
    if (option.required) return { option, ...(at + 1 < word.length && { attached: word.slice(at + 1) }) };
  }
  return {};
}

/** The value of an option so far becomes its value with one more word. */
// biome-ignore lint/suspicious/noExplicitAny: every option has a value of its own type.
type Parser = (typed: string, before: any) => unknown;

function scrubProgram(sentences: Sentences, version: string, columns: number): Command {
  const { help } = sentences;
  const program = new Command("svscrub");
  const add = (flags: string, name: OptionName, parse?: Parser, initial?: unknown) => {
    const option = new Option(flags, help.option[name]);
    if (parse) option.argParser(parse as (typed: string, before: unknown) => unknown);
    if (initial !== undefined) option.default(initial, "");
    program.addOption(option);
  };
  program
    .usage("[scrub] LIST... -s FILE... [-o CLEAN]")
    .description(help.description)
    .argument("[LIST...]", help.list)
    .addHelpText("after", `\n${help.examples}`)
    .configureHelp({
      helpWidth: columns,
      styleTitle: (title) =>
        ({ "Usage:": help.usage, "Arguments:": help.arguments, "Options:": help.options })[title] ?? title,
      optionDescription: (option) => option.description,
      argumentDescription: (argument) => argument.description,
    });
  add("-s, --suppress <NAME=FILE...>", "suppress", collect, []);
  add("-o, --output <FILE>", "output");
  add("--removed <FILE>", "removed");
  add("--report <FILE>", "report", collect);
  add("--no-report", "no-report");
  add("-c, --column <NAME|N>", "column", collect, []);
  add("--phone-format <FORMAT>", "phone-format", (typed) => parseChoice("--phone-format", typed, FORMATS), "e164");
  add("--channel <CHANNEL>", "channel", (typed) => parseChoice("--channel", typed, CHANNELS), "any");
  add("--types <LIST>", "types", parseTypes, ["mobile", "fixed"]);
  add("--keep-duplicates", "keep-duplicates", undefined, false);
  add("--keep-foreign", "keep-foreign", undefined, false);
  add("--no-suppression", "no-suppression");
  add("--suppress-column <NAME=COL>", "suppress-column", collect, []);
  add("--delimiter <NAME=CHAR>", "delimiter", named("--delimiter", parseDelimiter), []);
  add("--encoding <NAME=ENC>", "encoding", named("--encoding", parseEncoding), []);
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
  add("-q, --quiet", "quiet", undefined, false);
  add("--lang <LANG>", "lang", (typed) => parseChoice("--lang", typed, ["es", "en"]));
  add("--color <WHEN>", "color", (typed) => parseChoice("--color", typed, COLORS));
  program.helpOption("-h, --help", help.option.help).version(version, "-V, --version", help.option.version);
  return program;
}

function collect(typed: string, before: readonly string[] | false | undefined): readonly string[] {
  return [...(before || []), typed];
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

function usageError(error: CommanderError, program: Command): ScrubError {
  const quoted = /'([^']+)'/.exec(error.message)?.[1] ?? "";
  if (error.code === "commander.unknownOption") {
    const option = quoted.split("=")[0]!;
    const known = program.options.flatMap((it) => (it.hidden ? [] : [it.long ?? ""]));
    return new ScrubError(ExitCode.usage, "unknownOption", [
      option,
      option.startsWith("--") ? nearest(option, known) : undefined,
    ]);
  }
  return new ScrubError(ExitCode.usage, "missingValue", [quoted.split(" <")[0]!]);
}
