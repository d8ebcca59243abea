// svscrub __complete LANGUAGE SHELL WORDS…: returns the completions of a command line. The scripts in shells/ call it at every TAB,
// so it loads only what it needs, and opens no list.

import path from "node:path";
import { Command as Program } from "commander";
import { ExitCode } from "../../errors.js";
import { listFolder } from "../../files/paths.js";
import type { CommandName } from "../../text/help.js";
import { detectLanguage, sentencesIn } from "../../text/language.js";
import { commandIn, createProgram, firstOperand, HELP, operandsOf } from "../arguments.js";
import type { HelpSetting } from "../command.js";
import { subcommandsOf, TAKES, type Takes, type TopicName } from "../options.js";
import { ANY_FILE, type Candidate, operandOf, type Value, valueOfOption } from "./completable.js";
import { type Answer, type Line, PROTOCOLS } from "./shells.js";

/** Replaces the word at the cursor when arguments are parsed. */
const AT_CURSOR = "\0";

/** Returns the completions in the form that the shell's script reads; empty if there are none. */
export async function complete([language, shell, ...typed]: readonly string[]): Promise<string> {
  const { read, write } = PROTOCOLS[shell as keyof typeof PROTOCOLS];
  const line = read(typed);
  if (line === undefined) return "";
  const sentences = await sentencesIn(detectLanguage(language, {}));
  return write(await answerTo(line, { sentences }), line);
}

async function answerTo({ before, word }: Line, setting: HelpSetting): Promise<Answer> {
  if (word.startsWith("@") && !before.includes("--")) return answerWith({ files: ANY_FILE }, word, 1);
  const { name, isHelp, rest } = commandIn(before);
  const isFirst = firstOperand([...rest, AT_CURSOR]) === rest.length && !word.startsWith("-");
  const behind = isFirst ? await commandsAt(name, isHelp, setting) : [];
  if (behind.length > 0)
    return answerWith({ candidates: behind, files: name === "" && !isHelp ? ANY_FILE : undefined }, word);
  if (isHelp && !word.startsWith("-")) return answerWith({}, word);
  // Help accepts every command's options.
  const named = isHelp ? "demo" : name === "" ? "scrub" : name;
  const [value, kept] = placeIn(rest, word, named, setting);
  return answerWith(value, word, kept);
}

/** Returns the commands that may be typed next, and `help` or its topics. */
async function commandsAt(name: TopicName, isHelp: boolean, { sentences }: HelpSetting): Promise<Candidate[]> {
  const { help, language } = sentences;
  const commands = subcommandsOf(name).map((other) => ({
    word: other.replace(/^.* /, ""),
    line: help.command[other].line,
  }));
  if (name !== "") return commands;
  if (!isHelp) return [...commands, { word: HELP, line: help.option.help }];
  const { guideLines } = await import("../manual/guides.js");
  return [...commands, ...guideLines(language).map(({ term, text }) => ({ word: term, line: text }))];
}

/** Returns the value to complete, and how many characters of the word precede it. */
function placeIn(
  rest: readonly string[],
  word: string,
  name: CommandName,
  setting: HelpSetting,
): [value: Value, kept: number] {
  const program = createProgram(name, setting);
  const { language } = setting.sentences;
  const { words }: Takes = TAKES[name];
  // The same options, but with any value, or none yet.
  const parsing = new Program();
  for (const { flags } of program.options) parsing.option(flags.replace(/<.*>/, "[word]"));
  const valueAtCursor = (): [value: Value, typed: string] | undefined => {
    const at = parsing.options.findIndex((option) =>
      String(parsing.getOptionValue(option.attributeName())).endsWith(AT_CURSOR),
    );
    const typed = String(parsing.getOptionValue(parsing.options[at]?.attributeName() ?? "")).slice(0, -1);
    return at < 0 ? undefined : [valueOfOption(program.options[at]!, language), typed];
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
  // An operand with fixed values, such as a shell, may be complete.
  return [{ candidates: operands.length > 1 ? [] : words.map((word) => ({ word })) }, 0];
}

function optionsOf(program: Program): Candidate[] {
  const options = program.createHelp().visibleOptions(program);
  return options.flatMap(({ short, long, description: line }) =>
    [short ?? [], long!].flat().map((word) => ({ word, line })),
  );
}

/** Returns the completions of a word after its first `kept` characters. */
function answerWith({ isNamed, candidates = [], separator, files }: Value, word: string, kept = 0): Answer {
  const typed = word.slice(kept);
  const isName = isNamed && typed.includes("=") && !(files !== undefined && isBegun(typed));
  const at = separator === undefined ? (isName ? typed.indexOf("=") + 1 : 0) : typed.lastIndexOf(separator) + 1;
  const listed = separator === undefined ? [] : typed.slice(0, at).split(separator);
  const others = candidates.filter((one) => !listed.includes(one.word));
  return { kept: kept + at, candidates: others, files, separator };
}

/** Whether an existing path begins with a text whose `=` is part of it. */
function isBegun(typed: string): boolean {
  const { dir, base } = path.parse(typed);
  return listFolder(dir || ".", ExitCode.io).some(({ name }) => name.startsWith(base));
}
