// Parses the arguments of every command by commander: the common options, both languages, and an error for every mistake.

import { CommanderError, Command as Program } from "commander";
import { ExitCode, ScrubError } from "../errors.js";
import { isNamed, mayBeNamed, phoneListAs } from "../files/list-names.js";
import type { CommandName, OptionGroup } from "../text/help.js";
import { nearest } from "../text/nearest.js";
import { wordIn } from "../text/typed-words.js";
import { type Command, type HelpSetting, type Host, type Shown, sayingAll } from "./command.js";
import { type ArgumentsOf, OPTIONS, type OptionRow, TAKES, type TopicName } from "./options.js";
import { EVERY_SHEET, type Known, parseNamed } from "./typed-values.js";

type OptionKey = keyof typeof OPTIONS;

/** Creates a command's parser in the user's language: its own options, then the common ones. `words`: what will be parsed. */
export function createProgram(name: CommandName, { sentences }: HelpSetting, words: readonly string[] = []): Program {
  const { help, language } = sentences;
  const { usage, operands, options } = TAKES[name];
  const own = help.command[name];
  const texts: Readonly<Record<string, string>> = { ...help.option, ...help.suppression, ...own.option };
  const program = new Program(name === "scrub" ? "svscrub" : `svscrub ${name}`);
  const add = (key: OptionKey) => {
    const row: OptionRow = OPTIONS[key];
    const { flags, parse, initial, isHidden, isNeeded } = row;
    const taken = parse?.words?.map((word) => wordIn(language, word)).join(", ");
    const added = program.createOption(flags);
    added.description = (texts[added.long!.slice(2)] ?? "").replace("{words}", taken ?? "{words}");
    if (added.required) added.argParser(Object.assign(valueParser(row, added.long!, words), parse as Known));
    // Copied, because values are pushed into a default's array.
    if (initial !== undefined) added.default(Array.isArray(initial) ? [...initial] : initial, "");
    program.addOption(isHidden ? added.hideHelp() : added.makeOptionMandatory(isNeeded === true));
  };
  program.usage(usage).helpOption(false);
  if (own.operands !== undefined) program.argument(operands, own.operands);
  for (const [group, keys] of Object.entries(options) as [string, readonly OptionKey[]][]) {
    if (group !== "none") program.optionsGroup(help.group[group as OptionGroup]);
    keys.forEach(add);
  }
  if (Object.keys(options).some((group) => group !== "none")) program.optionsGroup(help.group.other);
  for (const key of ["quiet", "lang", "color", "version", "help"] as const) add(key);
  return program;
}

/** Returns commander's parser of an option: from its value so far and one more argument to its value. */
function valueParser({ parse, initial, many, once }: OptionRow, option: string, words: readonly string[]) {
  const parseOne = (typed: string): unknown => (parse === undefined ? typed : parse(option, typed));
  const given = new Map<string | undefined, unknown>();
  return (typed: string, before: unknown): unknown => {
    const refuse = (sentence: "emptyName" | "givenTwice") => new ScrubError(ExitCode.usage, sentence, [option]);
    // Mostly an unset variable of the shell. It is accepted only where it equals the default.
    if (typed === "" && initial !== "") throw refuse("emptyName");
    const named = many === "perList" ? parseNamed(typed, parseOne, (name) => isListName(name, words)) : undefined;
    const value = named === undefined ? parseOne(typed) : named.value;
    // Without a name, `*` and another sheet are two values: they apply to different lists.
    const meant = named?.list ?? (value === EVERY_SHEET ? EVERY_SHEET : undefined);
    // Only the last value would apply, and the first would be ignored in silence.
    if (once && given.has(meant) && given.get(meant) !== value) throw refuse("givenTwice");
    given.set(meant, value);
    if (many === undefined) return value;
    // A copy for each value would take quadratic time. `--no-report` is false.
    const all = (before || []) as unknown[];
    all.push(named ?? value);
    return all;
  };
}

/** Whether one of the arguments may be a list of this name. */
function isListName(name: string, words: readonly string[]): boolean {
  const files = words.map((word) => word.replace(/^--suppress=|^-[a-z]*s/, ""));
  return files.some((file) => isNamed(phoneListAs(file), name) || mayBeNamed(file, name));
}

/** A command's parsed options and operands. */
export type TypedOf<Name extends CommandName> = ArgumentsOf<Name> & { operands: readonly string[] };

/** Creates a command from the table of options; missing options and surplus operands are refused. `meant` builds its arguments. */
export function commandOf<Name extends CommandName, Meant extends object = TypedOf<Name>>(
  name: Name,
  run: (meant: Meant, host: Host) => Promise<ExitCode>,
  meant: (typed: TypedOf<Name>, program: Program, words: readonly string[]) => Meant = (typed) => typed as never,
): Command<Meant> {
  const parse = (words: readonly string[], setting: HelpSetting): Meant | Shown => {
    const program = createProgram(name, setting, words);
    const shown = parseWords(program, words);
    if (shown !== undefined) return shown;
    const typed = { ...program.opts(), operands: program.args };
    return meant(typed as never, program, words);
  };
  return { parse, run: sayingAll(run) };
}

/** Parses a command's arguments. Returns what to show for -h, --help and --version. */
export function parseWords(program: Program, words: readonly string[]): Shown | undefined {
  const help = helpOf(program);
  program.exitOverride().configureOutput({ writeErr: () => {} });
  try {
    program.args = operandsOf(program, words, (option) => {
      const known = program.options.flatMap((it) => (it.hidden ? [] : [it.long!]));
      throw new ScrubError(ExitCode.usage, "unknownOption", [option, nearest(option, known), help]);
    });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    throw new ScrubError(ExitCode.usage, "missingValue", [/--[\w-]+/.exec(error.message)![0], help]);
  }
  const typed = program.opts<{ help?: true; version?: true }>();
  if (typed.version) return { show: "version" };
  if (typed.help) return { show: words.includes("--help") ? "full help" : "short help" };
  const [operand] = program.registeredArguments;
  const { length } = program.args;
  const missing = program.options.find(({ mandatory, long }) => mandatory && !wasTyped(long!, program))?.long;
  if (length > (operand === undefined ? 0 : operand.variadic ? length : 1))
    throw new ScrubError(ExitCode.usage, "excessWord", [help, missing]);
  if (operand?.required && length === 0) throw new ScrubError(ExitCode.usage, "missingOption", [operand.name(), help]);
  // `check` answers an empty text like any other that is no number.
  if (program.args.includes("") && operand!.name() !== "NUMBER")
    throw new ScrubError(ExitCode.usage, "emptyName", [operand!.name()]);
  if (missing !== undefined) throw new ScrubError(ExitCode.usage, "missingOption", [missing, help]);
  return undefined;
}

/**
 * Parses the options by commander and returns the operands. All operands after -s are suppression lists, so that a mistake only
 * suppresses more; those after -- are not.
 */
export function operandsOf(program: Program, words: readonly string[], onUnknown: (option: string) => void): string[] {
  const operands: string[] = [];
  const isOption = (word: string) => /^-(?![\d.]|$)/.test(word);
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const next = words[i + 1];
    if (word === "--") return operands.concat(words.slice(i + 1));
    if (isOption(word)) {
      // A value that begins with a dash is typed `--option=-value`.
      const hasNext = next !== undefined && !isOption(next);
      // A bare `--no-header` must not take the next list as its value.
      const option = word.replace(/^--no-header=/, "--headerless=");
      const { operands: left, unknown } = program.parseOptions(hasNext ? [option, next] : [option]);
      if (unknown.length > 0) onUnknown(unknown[0]!.split("=")[0]!);
      else if (hasNext && left.length === 0) i++;
    } else if (wasTyped("--suppress", program)) program.parseOptions([`--suppress=${word}`]);
    else operands.push(word);
  }
  return operands;
}

/** The argument that asks for help. */
export const HELP = "help";
const AYUDA = "ayuda";

/** Returns the command that the arguments name, whether its help is asked for, and the other arguments. */
export function commandIn(words: readonly string[]): { name: TopicName; isHelp: boolean; rest: readonly string[] } {
  const first = firstOperand(words);
  const isHelp = words[first] === HELP || words[first] === AYUDA;
  let rest = isHelp ? words.toSpliced(first, 1) : words;
  let name: TopicName = "";
  for (;;) {
    const at = firstOperand(rest);
    const longer: string = `${name} ${rest[at]}`.trim();
    if (!Object.hasOwn(TAKES, longer)) return { name, isHelp, rest };
    name = longer as CommandName;
    rest = rest.toSpliced(at, 1);
  }
}

/** Returns the index of the first argument that is neither a common option nor asks for help. */
export function firstOperand(words: readonly string[]): number {
  let at = 0;
  for (; at < words.length; at++) {
    const word = words[at]!;
    if (word === "--lang" || word === "--color") at++;
    else if (!/^(?:-q|--quiet|-h|--help|--(?:lang|color)=.*)$/.test(word)) break;
  }
  return at;
}

/** Whether an option was typed, not set by its default. */
export function wasTyped(option: string, program: Program): boolean {
  const known = program.options.find(({ long }) => long === option);
  return known !== undefined && program.getOptionValueSource(known.attributeName()) === "cli";
}

/** Refuses options that have no effect without `other`. */
export function refuseWithout(other: string, options: readonly string[], program: Program): void {
  const idle = options.find((option) => wasTyped(option, program));
  if (idle !== undefined) throw new ScrubError(ExitCode.usage, "needsOption", [idle, other]);
}

function helpOf(program: Program): string {
  return `${program.name()} --help`;
}
