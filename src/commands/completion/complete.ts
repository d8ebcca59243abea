// svscrub __complete LANGUAGE SHELL WORDS…: what may stand at the end of a line that somebody types. The scripts in shells/ ask it
// at every TAB, so it loads only what the answer needs, writes nothing and opens no list.

import path from "node:path";
import { Command as Program } from "commander";
import { ExitCode } from "../../errors.js";
import { listFolder } from "../../files/paths.js";
import type { CommandName } from "../../text/help.js";
import { detectLanguage, sentencesIn } from "../../text/language.js";
import type { Language } from "../../text/languages.js";
import { createProgram, firstOperand, operandsOf } from "../arguments.js";
import type { Command, Commands, HelpSetting } from "../command.js";
import { COMMANDS } from "../dispatch.js";
import { ANY_FILE, type Candidate, operandOf, type Value, valueOfOption } from "./completable.js";
import { type Answer, type Line, PROTOCOLS } from "./shells.js";

/** The word that asks for help; it is no command of the table. */
const HELP = "help";
/** Stands in for the word at the cursor where words are parsed; no other word is so. */
const AT_CURSOR = "\0";

/** Returns what the script of a shell reads; nothing where nothing may stand there. */
export async function complete([language, shell, ...typed]: readonly string[]): Promise<string> {
  const { read, write } = PROTOCOLS[shell as keyof typeof PROTOCOLS];
  const line = read(typed);
  if (line === undefined) return "";
  const sentences = await sentencesIn(detectLanguage(language, {}));
  return write(await answerTo(line, { sentences }), line);
}

async function answerTo({ before, word, isRedirected }: Line, setting: HelpSetting): Promise<Answer> {
  if (isRedirected) return answerWith({ files: ANY_FILE }, word);
  if (word.startsWith("@") && !before.includes("--")) return answerWith({ files: ANY_FILE }, word, 1);
  const { name, command, below, rest } = await commandIn(before);
  const isFirst = firstOperand([...rest, AT_CURSOR]) === rest.length && !word.startsWith("-");
  if (isFirst && Object.keys(below).length > 0) {
    const candidates = await commandsBelow(name, below, setting);
    return answerWith({ candidates, files: name === "" ? ANY_FILE : undefined }, word);
  }
  const program = createProgram(
    name === "" ? "scrub" : name.startsWith(HELP) ? "completion" : (name as CommandName),
    setting,
  );
  const [value, kept] = placeIn(rest, word, command.words, program, setting.sentences.language);
  return answerWith(value, word, kept);
}

/** The command that the words name, as `runCommand` finds it, or scrub; what its first operand may name; the other words. */
async function commandIn(words: readonly string[]) {
  let [name, command, rest] = ["", await COMMANDS.scrub(), words];
  let below: Commands = COMMANDS;
  const isHelp = words[firstOperand(words)] === HELP;
  if (isHelp) rest = words.toSpliced(firstOperand(words), 1);
  for (let at = firstOperand(rest); Object.hasOwn(below, rest[at] ?? ""); at = firstOperand(rest)) {
    name = `${name} ${rest[at]}`.trim();
    command = (await below[rest[at]!]!()) as typeof command;
    below = command.commands ?? {};
    rest = rest.toSpliced(at, 1);
  }
  if (!isHelp) return { name, command, below, rest };
  // It takes the options of every command, and no operands but names.
  return { name: `${HELP} ${name}`.trim(), command: { ...(await COMMANDS.completion()), words: [] }, below, rest };
}

/** The commands below one, and what else may be named there: help itself, and behind it its topics. */
async function commandsBelow(name: string, below: Commands, { sentences }: HelpSetting): Promise<Candidate[]> {
  const { help, language } = sentences;
  const lineOf = (word: string) => help.command[`${name} ${word}`.replace(/^(?:help)? /, "") as CommandName].line;
  const commands = Object.keys(below).map((word) => ({ word, line: lineOf(word) }));
  if (name === "") return [...commands, { word: HELP, line: help.option.help }];
  if (name !== HELP) return commands;
  const { guideLines } = await import("../manual/guides.js");
  return [...commands, ...guideLines(language).map(({ term, text }) => ({ word: term, line: text }))];
}

/** What may stand at the cursor, behind how many characters of its word. `words`: all that may be operands. */
function placeIn(
  rest: readonly string[],
  word: string,
  words: Command["words"],
  program: Program,
  language: Language,
): [value: Value, kept: number] {
  // The same options, of which each takes any word, or none yet.
  const parsing = new Program();
  for (const { flags } of program.options) parsing.option(flags.replace(/<.*>/, "[word]"));
  const valueAtCursor = (): [value: Value, typed: string] | undefined => {
    const at = parsing.options.findIndex((option) =>
      String(parsing.getOptionValue(option.attributeName())).endsWith(AT_CURSOR),
    );
    const said = String(parsing.getOptionValue(parsing.options[at]?.attributeName() ?? "")).slice(0, -1);
    return at < 0 ? undefined : [valueOfOption(program.options[at]!, language), said];
  };
  if (word.startsWith("-") && !rest.includes("--")) {
    if (!/^-\w?$/.test(word)) parsing.parseOptions([word + AT_CURSOR]);
    const [value, typed] = valueAtCursor() ?? [{ candidates: optionsOf(program) }, word];
    return [value, word.length - typed.length];
  }
  const operands = operandsOf(parsing, [...rest, AT_CURSOR], () => {});
  const [value] = valueAtCursor() ?? [];
  if (value !== undefined) return [value, 0];
  if (words === undefined) return [operandOf(program), 0];
  // One of a few words, such as a shell, may be there already.
  return [{ candidates: operands.length > 1 ? [] : words.map((word) => ({ word })) }, 0];
}

function optionsOf(program: Program): Candidate[] {
  const options = program.createHelp().visibleOptions(program);
  return options.flatMap(({ short, long, description: line }) =>
    [short ?? [], long!].flat().map((word) => ({ word, line })),
  );
}

/** What may stand behind the first `kept` characters of a word. */
function answerWith({ isNamed, candidates = [], separator, files }: Value, word: string, kept = 0): Answer {
  const typed = word.slice(kept);
  const isName = isNamed && typed.includes("=") && !(files !== undefined && isBegun(typed));
  const at = separator === undefined ? (isName ? typed.indexOf("=") + 1 : 0) : typed.lastIndexOf(separator) + 1;
  const listed = separator === undefined ? [] : typed.slice(0, at).split(separator);
  const others = candidates.filter((one) => !listed.includes(one.word));
  return { kept: kept + at, candidates: others, files, separator };
}

/** Whether a path begins so: its `=` parts no name from it. */
function isBegun(typed: string): boolean {
  const { dir, base } = path.parse(typed);
  return listFolder(dir || ".", ExitCode.io).some(({ name }) => name.startsWith(base));
}
