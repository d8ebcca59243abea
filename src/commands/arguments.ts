// What the arguments of every command share: commander in both languages, the common options, and a sentence for every slip.

import { CommanderError, type Option, Command as Program } from "commander";
import { ExitCode, ScrubError } from "../errors.js";
import { isNamed, mayBeNamed, phoneListAs } from "../files/list-names.js";
import type { CommandName, OptionGroup } from "../text/help.js";
import { nearest } from "../text/nearest.js";
import { wordIn } from "../text/typed-words.js";
import { type Command, type HelpSetting, type Host, type Shown, sayingAll } from "./command.js";
import { type ArgumentsOf, longOf, OPTIONS, type OptionRow, type Parser, TAKES } from "./options.js";
import { collect, type IsListName, type Known, named } from "./typed-values.js";

/** The program of a command, whose texts are in the user's language: its own options, then the common ones. */
export function createProgram(name: CommandName, { sentences, version }: HelpSetting): Program {
  const { help, language } = sentences;
  const { usage, operands, options } = TAKES[name];
  const own = help.command[name];
  const texts: Readonly<Record<string, string>> = { ...help.option, ...help.suppression, ...own.option };
  const program = new Program(name === "scrub" ? "svscrub" : `svscrub ${name}`);
  const add = (key: keyof typeof OPTIONS) => {
    const { flags, parse, initial, perList, isHidden }: OptionRow = OPTIONS[key];
    const taken = parse?.words?.map((word) => wordIn(language, word)).join(", ");
    const added = program.createOption(flags);
    added.description = (texts[added.long!.slice(2)] ?? "").replace("{words}", taken ?? "{words}");
    const parser =
      perList === undefined
        ? parse
        : named(parse as (option: string, typed: string) => unknown, isListNameOf(program), perList);
    if (added.required || added.optional) added.argParser<unknown>(commanderParser(added, parser, initial));
    // Parsers push into the array of a default: every program has its own copy.
    if (initial !== undefined) added.default(Array.isArray(initial) ? [...initial] : initial, "");
    program.addOption(isHidden ? added.hideHelp() : added);
  };
  program
    // Commander would name no word of those that are too many.
    .allowExcessArguments()
    .usage(usage);
  if (own.operands !== undefined) program.argument(operands, own.operands);
  for (const [group, keys] of Object.entries(options) as [string, readonly (keyof typeof OPTIONS)[]][]) {
    if (group !== "none") program.optionsGroup(help.group[group as OptionGroup]);
    keys.forEach(add);
  }
  if (Object.keys(options).some((group) => group !== "none")) program.optionsGroup(help.group.other);
  for (const key of ["quiet", "lang", "color"] as const) add(key);
  program.helpOption("-h, --help", help.option.help).version(version, "-V, --version", help.option.version);
  return program;
}

/** What was typed of a command. */
export type TypedOf<Name extends CommandName> = ArgumentsOf<Name> & { operands: readonly string[] };

/** A command of the table of options: with all that it needs, and no more operands than it takes. `meant`: what that means. */
export function commandOf<Name extends CommandName, Meant extends object = TypedOf<Name>>(
  name: Name,
  run: (meant: Meant, host: Host) => Promise<ExitCode>,
  meant: (typed: TypedOf<Name>, program: Program, words: readonly string[]) => Meant = (typed) => typed as never,
): Command<Meant> {
  const parse = (words: readonly string[], setting: HelpSetting): Meant | Shown => {
    const program = createProgram(name, setting);
    const [operand] = program.registeredArguments;
    const most = operand === undefined ? 0 : operand.variadic ? Number.POSITIVE_INFINITY : 1;
    const shown = parseOperands(program, words, most);
    if (shown !== undefined) return shown;
    const typed = { ...program.opts(), operands: program.args };
    refuseEmptyOperands(program);
    const keys: readonly (keyof typeof OPTIONS)[] = Object.values(TAKES[name].options).flat();
    for (const key of keys) {
      const { isNeeded }: OptionRow = OPTIONS[key];
      if (isNeeded && !Object.hasOwn(typed, key.replace(/:.*/, "")))
        throw new ScrubError(ExitCode.usage, "missingOption", [longOf(key), helpOf(program)]);
    }
    return meant(typed as never, program, words);
  };
  return { parse, run: sayingAll(run) };
}

/** Names a list; a bare `--no-header` must not swallow the list behind it. */
const NO_HEADER_OF = "--no-header=";

/** The words of an option as commander reads them: `--no-header=NAME` is one of its own. */
export function optionWords(words: readonly string[]): readonly string[] {
  const [word = ""] = words;
  return word.startsWith(NO_HEADER_OF) ? ["--headerless", word.slice(NO_HEADER_OF.length).replace(/=$/, "")] : words;
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

function isListNameOf(program: Program): IsListName {
  return (name) => {
    const { suppress = [], others = [] } = listsTyped.get(program) ?? {};
    return others.some((path) => isNamed(phoneListAs(path), name)) || suppress.some((word) => mayBeNamed(word, name));
  };
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
  if (error.code === "commander.missingArgument")
    return new ScrubError(ExitCode.usage, "missingOption", [quoted, helpOf(program)]);
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
