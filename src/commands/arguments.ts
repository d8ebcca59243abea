// What the arguments of every command share: commander in both languages, the common options, and a sentence for every slip.

import { CommanderError, type Option, Command as Program } from "commander";
import { ExitCode, ScrubError } from "../errors.js";
import type { SaidEncoding } from "../files/text-source.js";
import type { CommandName, OptionGroup, SuppressionOption } from "../text/help.js";
import { nearest } from "../text/nearest.js";
import type { CommonSentences } from "../text/sentences.js";
import { wordIn } from "../text/typed-words.js";
import { DEFAULT_MAX_SIZE } from "../workbook/limits.js";
import { COLORS, type HelpSetting, type Shown } from "./command.js";
import {
  asTyped,
  type IsListName,
  type Known,
  named,
  oneMore,
  oneOf,
  parseDelimiter,
  parseEncoding,
  parseLanguage,
  parseRow,
  parseSize,
} from "./typed-values.js";

/** What a command's options are explained with. */
/** The value of an option so far becomes its value with one more word. `option`: its long name, for the sentence of a slip. */
// biome-ignore lint/suspicious/noExplicitAny: every option has a value of its own type.
export type Parser = ((option: string, typed: string, before: any) => unknown) & Known;

/** Adds an option by its long name, whose text the help holds. */
export type AddOption<Name extends string> = (flags: string, name: Name, parse?: Parser, initial?: unknown) => void;

/** What is added from now on stands under this heading. */
export type BeginGroup = (group: OptionGroup) => void;

/** A program whose texts are in the user's language. `addOptions` adds the command's own; the common ones follow. */
export function createProgram<Name extends CommandName>(
  name: Name,
  usage: string,
  operands: string,
  { sentences, version }: HelpSetting,
  addOptions: (
    add: AddOption<(keyof CommonSentences["help"]["command"][Name]["option"] & string) | SuppressionOption>,
    program: Program,
    begin: BeginGroup,
  ) => void,
): Program {
  const { help } = sentences;
  const own = help.command[name];
  const program = new Program(name === "scrub" ? "svscrub" : `svscrub ${name}`);
  const adding =
    (texts: Readonly<Record<string, string>>) =>
    (flags: string, option: string, ...rest: unknown[]) => {
      const [parse, initial] = rest as [Parser?, unknown?];
      const taken = parse?.words?.map((word) => wordIn(sentences.language, word)).join(", ");
      const added = program.createOption(flags, texts[option]!.replace("{words}", taken ?? "{words}"));
      if (added.required || added.optional) added.argParser<unknown>(commanderParser(added, parse, initial));
      if (initial !== undefined) added.default(initial, "");
      program.addOption(added);
    };
  program
    // Commander would name no word of those that are too many.
    .allowExcessArguments()
    .usage(usage);
  if (own.operands !== undefined) program.argument(operands, own.operands);
  let isGrouped = false;
  const begin: BeginGroup = (group) => {
    isGrouped = true;
    program.optionsGroup(group);
  };
  addOptions(adding({ ...help.suppression, ...own.option }), program, begin);
  if (isGrouped) begin("other");
  const add = adding(help.option);
  add("-q, --quiet", "quiet", undefined, false);
  add("--lang <LANG>", "lang", parseLanguage);
  add("--color <WHEN>", "color", oneOf(COLORS));
  program.helpOption("-h, --help", help.option.help).version(version, "-V, --version", help.option.version);
  return program;
}

type ReadingOption = "delimiter" | "encoding" | "sheet" | "max-size" | "header-row" | "no-header";

/** Options about how lists are read, of which each may be said of one of them. */
export function addReadingOfLists(add: AddOption<ReadingOption>, program: Program, isListName: IsListName): void {
  add("--delimiter <[NAME=]CHAR>", "delimiter", named(parseDelimiter, isListName), []);
  add("--encoding <[NAME=]ENC>", "encoding", named(parseEncoding, isListName), []);
  add("--sheet <[NAME=]SHEET>", "sheet", named(asTyped, isListName), []);
  add("--max-size <SIZE>", "max-size", parseSize, DEFAULT_MAX_SIZE);
  add("--header-row <[NAME=]N>", "header-row", named(parseRow, isListName), []);
  add("--no-header", "no-header");
  program.addOption(
    program
      .createOption("--headerless <NAME>")
      .argParser((typed, before: string[]) => collect("--headerless", typed, before))
      .default([])
      .hideHelp(),
  );
}

/** Names a list; a bare `--no-header` must not swallow the list behind it. */
const NO_HEADER_OF = "--no-header=";

/** The words of an option as commander reads them: `--no-header=NAME` is one of its own. */
export function optionWords(words: readonly string[]): readonly string[] {
  const [word = ""] = words;
  return word.startsWith(NO_HEADER_OF) ? ["--headerless", word.slice(NO_HEADER_OF.length).replace(/=$/, "")] : words;
}

/** Options about how a list is read, of a command that reads one. */
export function addReading(add: AddOption<ReadingOption>): void {
  add("--delimiter <CHAR>", "delimiter", parseDelimiter);
  add("--encoding <ENC>", "encoding", parseEncoding);
  add("--sheet <SHEET>", "sheet");
  add("--max-size <SIZE>", "max-size", parseSize, DEFAULT_MAX_SIZE);
  add("--header-row <N>", "header-row", parseRow);
  add("--no-header", "no-header");
}

export interface ReadingArguments {
  column: readonly string[];
  delimiter: number | undefined;
  encoding: SaidEncoding | undefined;
  sheet: string | undefined;
  /** Bytes. */
  maxSize: number;
  /** The line or row of the header, from 1. */
  headerRow: number | undefined;
  /** False where the list has none. */
  header: boolean;
}

/** Parses words in which every option stands with its value; -h, --help and --version ask for something else than a run. */
export function parseWords(program: Program, words: readonly string[]): Shown | undefined {
  program.exitOverride().configureOutput({ writeOut: () => {}, writeErr: () => {} });
  try {
    program.parse(words, { from: "user" });
    return undefined;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === "commander.version") return { show: "version" };
    if (error.exitCode === 0) return { show: beforeDashes(words).includes("--help") ? "full help" : "short help" };
    throw usageError(error, program);
  }
}

/** The words among which options may stand. */
function beforeDashes(words: readonly string[]): readonly string[] {
  const end = words.indexOf("--");
  return end < 0 ? words : words.slice(0, end);
}

/** Options anywhere, then operands. At most so many. */
export function parseOperands(
  program: Program,
  words: readonly string[],
  most = Number.POSITIVE_INFINITY,
): Shown | undefined {
  const options: string[] = [];
  const operands: string[] = [];
  for (const part of partWords(words, program)) {
    if (part.operand === undefined) options.push(...part.words);
    else operands.push(part.operand);
  }
  const shown = parseWords(program, [...options, ...(operands.length > 0 && most > 0 ? ["--", ...operands] : [])]);
  if (shown === undefined && operands.length > most)
    throw new ScrubError(ExitCode.usage, "excessWord", [`${program.name()} --help`]);
  return shown;
}

/** Returns the position of the first word that is no common option, nor asks for help. */
export function firstOperand(words: readonly string[]): number {
  let at = 0;
  for (; at < words.length; at++) {
    const word = words[at]!;
    if (word === "--lang" || word === "--color") at++;
    else if (!/^(?:-q|--quiet|-h|--help|--(?:lang|color)=.*)$/.test(word)) break;
  }
  return at;
}

export function asksForHelp(words: readonly string[]): boolean {
  return words.includes("-h") || words.includes("--help");
}

/** Refuses an operand that names no file. */
export function refuseEmptyOperands(program: Program): void {
  if (program.args.includes(""))
    throw new ScrubError(ExitCode.usage, "emptyOperand", [program.registeredArguments[0]!.name()]);
}

/** Whether an option was typed; its default says nothing of what the user wants. */
export function wasTyped(option: string, program: Program): boolean {
  const known = program.options.find(({ long }) => long === option);
  return known !== undefined && program.getOptionValueSource(known.attributeName()) === "cli";
}

/** Refuses the first of these options that was typed: without `other`, it would silently mean nothing. */
export function refuseWithout(other: string, options: readonly string[], program: Program): void {
  const idle = options.find((option) => wasTyped(option, program));
  if (idle !== undefined) throw new ScrubError(ExitCode.usage, "needsOption", [idle, other]);
}

/** A part of what was typed: an operand, or an option as it was typed, with the value that it needs. */
export type TypedPart =
  | { operand: string; behindDashes: boolean }
  | { operand: undefined; words: readonly string[]; option: Option | undefined; value: string | undefined };

/** Parts words as commander would, but for a value that begins with a dash: it is an option in a value's place. */
export function* partWords(words: readonly string[], program: Program): Generator<TypedPart> {
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (word === "--") {
      for (const operand of words.slice(i + 1)) yield { operand, behindDashes: true };
      return;
    }
    if (!word.startsWith("-") || word === "-") {
      yield { operand: word, behindDashes: false };
      continue;
    }
    const { option, attached } = valueOptionOf(word, program.options);
    if (option === undefined || attached !== undefined) {
      yield { operand: undefined, words: [word], option, value: attached };
      continue;
    }
    const value = words[++i];
    // `--option=-value` is the way to begin it with a dash.
    if (value === undefined || (value.startsWith("-") && value !== "-"))
      throw new ScrubError(ExitCode.usage, "missingValue", [option.long ?? word, helpOf(program), value !== undefined]);
    yield { operand: undefined, words: [word, value], option, value };
  }
}

/** `before`: also what stands where the option was not typed, such as the `false` of `--no-report`. */
export function collect(_option: string, typed: string, before: string[] | false | undefined): string[] {
  return oneMore(before || [], typed);
}

/** An empty word is most often a shell's variable that is not set; only where that is the default it is as good as nothing. */
function commanderParser({ long }: Option, parse: Parser | undefined, initial: unknown) {
  const option = long!;
  const saysItself = parse !== undefined && (parse.underneath ?? parse) !== collect;
  let said: unknown;
  const refusing = (typed: string, before: unknown) => {
    if (typed === "" && initial !== "" && !saysItself) throw new ScrubError(ExitCode.usage, "emptyName", [option]);
    const value = parse === undefined ? typed : parse(option, typed, before);
    if (parse?.once && said !== undefined && said !== value)
      throw new ScrubError(ExitCode.usage, "givenTwice", [option]);
    said = value;
    return value;
  };
  return Object.assign(refusing, parse as Known | undefined);
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

function usageError(error: CommanderError, program: Program): ScrubError {
  const quoted = /'([^']+)'/.exec(error.message)?.[1] ?? "";
  if (error.code === "commander.unknownOption") {
    const option = quoted.split("=")[0]!;
    const known = program.options.flatMap((it) => (it.hidden ? [] : [it.long ?? ""]));
    return new ScrubError(ExitCode.usage, "unknownOption", [
      option,
      option.startsWith("--") ? optionMeantBy(option, known) : undefined,
      helpOf(program),
    ]);
  }
  return new ScrubError(ExitCode.usage, "missingValue", [quoted.split(" <")[0]!, helpOf(program), false]);
}

/** What options are called in Spanish. They are only offered: what is typed stays the same everywhere. */
const ALSO_CALLED: Readonly<Record<string, string>> = {
  ...{
    "--canal": "--channel",
    "--columna": "--column",
    "--salida": "--output",
    "--hoja": "--sheet",
    "--tipos": "--types",
  },
  // An export's JSON is one of its formats.
  "--json": "--format",
  ...{ "--bajas": "--suppress", "--quitados": "--removed", "--reporte": "--report", "--forzar": "--force" },
  ...{
    "--idioma": "--lang",
    "--ayuda": "--help",
    "--registro": "--registry",
    "--tipo": "--kind",
    "--motivo": "--reason",
  },
  ...{
    "--delimitador": "--delimiter",
    "--codificacion": "--encoding",
    "--asuetos": "--holidays",
    "--horario": "--hours",
  },
};

function optionMeantBy(option: string, known: readonly string[]): string | undefined {
  const meant = ALSO_CALLED[option];
  return meant !== undefined && [...known, "--help"].includes(meant) ? meant : nearest(option, known);
}

function helpOf(program: Program): string {
  return `${program.name()} --help`;
}
