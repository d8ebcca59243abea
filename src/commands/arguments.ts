// What the arguments of every command share: commander in both languages, the common options, and a sentence for every slip.

import { CommanderError, Command as Program } from "commander";
import { ExitCode, ScrubError } from "../errors.js";
import { isNamed, mayBeNamed, phoneListAs } from "../files/list-names.js";
import type { CommandName, OptionGroup } from "../text/help.js";
import { nearest } from "../text/nearest.js";
import { wordIn } from "../text/typed-words.js";
import { type Command, type HelpSetting, type Host, type Shown, sayingAll } from "./command.js";
import { type ArgumentsOf, longOf, OPTIONS, type OptionRow, rowsOf, TAKES, type TopicName } from "./options.js";
import { EVERY_SHEET, type Known, parseNamed } from "./typed-values.js";

type OptionKey = keyof typeof OPTIONS;

/**
 * The program of a command, whose texts are in the user's language: its own options, then the common ones. `words`: what was
 * typed, where it is going to be parsed.
 */
export function createProgram(name: CommandName, { sentences }: HelpSetting, words: readonly string[] = []): Program {
  const { help, language } = sentences;
  const { usage, operands, options } = TAKES[name];
  const own = help.command[name];
  const texts: Readonly<Record<string, string>> = { ...help.option, ...help.suppression, ...own.option };
  const program = new Program(name === "scrub" ? "svscrub" : `svscrub ${name}`);
  const add = (key: OptionKey) => {
    const row: OptionRow = OPTIONS[key];
    const { flags, parse, initial, isHidden } = row;
    const taken = parse?.words?.map((word) => wordIn(language, word)).join(", ");
    const added = program.createOption(flags);
    added.description = (texts[added.long!.slice(2)] ?? "").replace("{words}", taken ?? "{words}");
    if (added.required) added.argParser(Object.assign(valueParser(row, added.long!, words), parse as Known));
    // Values are pushed into the array of a default: every program has its own copy.
    if (initial !== undefined) added.default(Array.isArray(initial) ? [...initial] : initial, "");
    program.addOption(isHidden ? added.hideHelp() : added);
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

/** How the value of an option so far becomes its value with one more word. */
function valueParser({ parse, initial, many, once }: OptionRow, option: string, words: readonly string[]) {
  const parseOne = (typed: string): unknown => (parse === undefined ? typed : parse(option, typed));
  const said = new Map<string | undefined, unknown>();
  return (typed: string, before: unknown): unknown => {
    const refuse = (sentence: "emptyName" | "givenTwice") => new ScrubError(ExitCode.usage, sentence, [option]);
    // Most often a shell's variable that is not set; only where that is the default it is as good as nothing.
    if (typed === "" && initial !== "") throw refuse("emptyName");
    const named = many === "perList" ? parseNamed(typed, parseOne, (name) => isListName(name, words)) : undefined;
    const value = named === undefined ? parseOne(typed) : named.value;
    // Without a name `*` is said of other lists than any other value.
    const meant = named?.list ?? (value === EVERY_SHEET ? EVERY_SHEET : undefined);
    // Only the last would hold, and what the first forbids would pass in silence.
    if (once && said.has(meant) && said.get(meant) !== value) throw refuse("givenTwice");
    said.set(meant, value);
    if (many === undefined) return value;
    // A copy for each value would take the square of the time; `--no-report` is false.
    const all = (before || []) as unknown[];
    all.push(named ?? value);
    return all;
  };
}

/** Whether a list may have this name, by all that was typed: most of it is no list, and no beginning of a value either. */
function isListName(name: string, words: readonly string[]): boolean {
  const files = words.map((word) => word.replace(/^--suppress=|^-[a-z]*s/, ""));
  return files.some((file) => isNamed(phoneListAs(file), name) || mayBeNamed(file, name));
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
    const program = createProgram(name, setting, words);
    const shown = parseWords(program, words);
    if (shown !== undefined) return shown;
    const typed = { ...program.opts(), operands: program.args };
    const missing = rowsOf(name).find(([property, { isNeeded }]) => isNeeded && !Object.hasOwn(typed, property));
    if (missing !== undefined)
      throw new ScrubError(ExitCode.usage, "missingOption", [longOf(missing[0] as OptionKey), helpOf(program)]);
    return meant(typed as never, program, words);
  };
  return { parse, run: sayingAll(run) };
}

/** Parses what was typed of a command; -h, --help and --version ask for something else than a run. */
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
  if (length > (operand === undefined ? 0 : operand.variadic ? length : 1))
    throw new ScrubError(ExitCode.usage, "excessWord", [help]);
  if (operand?.required && length === 0) throw new ScrubError(ExitCode.usage, "missingOption", [operand.name(), help]);
  // An empty number is answered like any other word that is none.
  if (program.args.includes("") && operand!.name() !== "NUMBER")
    throw new ScrubError(ExitCode.usage, "emptyName", [operand!.name()]);
  return undefined;
}

/**
 * Has commander parse the options among words, and returns the operands. What follows -s is a suppression list, whatever stands
 * between, so that a slip only suppresses more; what follows -- is none.
 */
export function operandsOf(program: Program, words: readonly string[], onUnknown: (option: string) => void): string[] {
  const operands: string[] = [];
  const isOption = (word: string) => /^-(?![\d.]|$)/.test(word);
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const next = words[i + 1];
    if (word === "--") return operands.concat(words.slice(i + 1));
    if (isOption(word)) {
      // An option in a value's place is none: `--option=-value` is the way to begin one with a dash.
      const hasNext = next !== undefined && !isOption(next);
      // A bare `--no-header` must not swallow the list behind it.
      const option = word.replace(/^--no-header=/, "--headerless=");
      const { operands: left, unknown } = program.parseOptions(hasNext ? [option, next] : [option]);
      if (unknown.length > 0) onUnknown(unknown[0]!.split("=")[0]!);
      else if (hasNext && left.length === 0) i++;
    } else if (wasTyped("--suppress", program)) program.parseOptions([`--suppress=${word}`]);
    else operands.push(word);
  }
  return operands;
}

/** The word that asks for help: no command of the table. */
export const HELP = "help";
const AYUDA = "ayuda";

/** The command that words name, whether its help is asked for, and the other words. */
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

function helpOf(program: Program): string {
  return `${program.name()} --help`;
}
