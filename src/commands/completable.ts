// What completions need to know of the commands, read from the options that commander parses: there is no second list.

import type { Command as Program } from "commander";
import { guidesIn } from "../text/language.js";
import type { Language } from "../text/languages.js";
import { wordIn } from "../text/typed-words.js";
import type { Command, Commands, HelpSetting } from "./command.js";
import { metavarOf } from "./manual/topic.js";
import type { Known } from "./typed-values.js";

/** A command as it is typed, such as `registry add`. */
export interface Completable {
  name: string;
  /** Says in one line what it does. */
  line: string;
  options: readonly CompletableOption[];
  operand: Value;
}

export interface CompletableOption {
  /** `-o` */
  short: string | undefined;
  /** `--output` */
  long: string;
  line: string;
  /** The option's value; undefined where it takes none. */
  value: Value | undefined;
}

/** What may stand in an option's value or in an operand. */
export type Value = { metavar: string } & (
  | { kind: "files"; endings: readonly string[] }
  /** Suppression lists: `[NAME=]FILE`. */
  | { kind: "lists" }
  | { kind: "folders" }
  | { kind: "words"; words: readonly string[] }
  /** One or more of them, parted by commas. */
  | { kind: "word-list"; words: readonly string[] }
  /** `[NAME=]WORD` */
  | { kind: "named-word"; words: readonly string[] }
  /** Commands, or what else is explained by its name. */
  | { kind: "commands"; commands: readonly { word: string; line: string }[] }
  /** Anything that only its writer knows: a number, an age, a column. */
  | { kind: "text" }
);

/** The word that asks for help; it is no command of the table. */
const HELP = "help";

/** Every command, those of a command behind it, and last `help` with the names that it takes, those of its topics too. */
export async function completables(commands: Commands, setting: HelpSetting): Promise<readonly Completable[]> {
  const all = await completablesIn(commands, setting, "");
  const withCommands = all.filter(({ operand }) => operand.kind === "commands");
  const line = setting.sentences.help.option.help;
  const options = ownless(all).options;
  const guides = Object.entries(await guidesIn(setting.sentences.language));
  const topics = guides.map(([word, guide]) => ({ word, line: guide.line }));
  const { commands: names, ...operand } = commandsAmong(all, "");
  return [
    ...all,
    { name: HELP, line, options, operand: { ...operand, commands: [...names, ...topics] } },
    ...withCommands.map(({ name, operand }) => ({ name: `${HELP} ${name}`, line, options, operand })),
  ];
}

/** The commands that one word names behind `prefix`, which ends in a space where it is not empty. */
export function commandsAmong(all: readonly Completable[], prefix: string): Value & { kind: "commands" } {
  const commands = all.flatMap(({ name, line }) => {
    const word = name.slice(prefix.length);
    return name.startsWith(prefix) && !word.includes(" ") ? [{ word, line }] : [];
  });
  return { kind: "commands", metavar: "COMMAND", commands };
}

/** The options of every command, which may stand before its name: all but those that show something instead of a run. */
export function commonOptions(all: readonly Completable[]): readonly CompletableOption[] {
  return ownless(all).options.filter(({ long }) => long !== "--help" && long !== "--version");
}

/** Whether it is one of a few words, behind which there is none. */
export function isOne({ kind }: Value): boolean {
  return kind === "commands" || kind === "words";
}

/** Returns an option's names as they may be typed, the short one first. */
export function namesOf({ short, long }: CompletableOption): string[] {
  return [...(short === undefined ? [] : [short]), long];
}

/** `.json` → `.[jJ][sS][oO][nN]`, for shells whose patterns tell capitals from small letters. */
export function anyCase(ending: string): string {
  return ending.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}

/** The command without options of its own. */
function ownless(all: readonly Completable[]): Completable {
  return all.find(({ name }) => name === "completion")!;
}

async function completablesIn(commands: Commands, setting: HelpSetting, prefix: string): Promise<Completable[]> {
  const all: Completable[] = [];
  for (const [word, load] of Object.entries(commands)) {
    const command: Command = await load();
    const name = `${prefix}${word}`;
    const program = command.program(setting);
    const below = command.commands === undefined ? [] : await completablesIn(command.commands, setting, `${name} `);
    all.push({
      name,
      line: setting.sentences.help.command[name as keyof typeof setting.sentences.help.command].line,
      options: optionsOf(program, setting.sentences.language),
      operand: below.length > 0 ? commandsAmong(below, `${name} `) : operandOf(program, command.words),
    });
    all.push(...below);
  }
  return all;
}

/** Returns the options that the help shows. */
function optionsOf(program: Program, language: Language): CompletableOption[] {
  return program
    .createHelp()
    .visibleOptions(program)
    .map((option) => ({
      short: option.short,
      long: option.long!,
      line: option.description,
      value: option.required
        ? valueNamed(metavarOf(option), spoken((option.parseArg as Known | undefined) ?? {}, language))
        : undefined,
    }));
}

/** Returns the words of a value as the language says them. */
function spoken({ words, ...known }: Known, language: Language): Known {
  return words === undefined ? known : { ...known, words: words.map((word) => wordIn(language, word)) };
}

function operandOf(program: Program, words: readonly string[] | undefined): Value {
  const [operand] = program.registeredArguments;
  if (operand === undefined) return { kind: "text", metavar: "" };
  return valueNamed(operand.name(), words === undefined ? {} : { words });
}

/** Tells a value by what is known of it, else by how the help names it. */
function valueNamed(metavar: string, { words, separator, endings = [] }: Known): Value {
  const named = /^\[?NAME=/.test(metavar);
  if (words !== undefined)
    return { kind: named ? "named-word" : separator === undefined ? "words" : "word-list", metavar, words };
  switch (metavar.replace(/^\[NAME=\]|\.\.\.$/g, "")) {
    case "FILE":
      return named ? { kind: "lists", metavar } : { kind: "files", metavar, endings };
    case "LIST":
    case "CONTACT_LOG":
      return { kind: "files", metavar, endings };
    case "REPORT":
      return { kind: "files", metavar, endings: [".json"] };
    case "DIR":
    case "FOLDER":
      return { kind: "folders", metavar };
    default:
      return { kind: "text", metavar };
  }
}
