// Collects a command's help from its options and texts, for help-text.ts and man-page.ts.

import { ExitCode } from "../../errors.js";
import type { CommandName } from "../../text/help.js";
import { manualIn } from "../../text/language.js";
import type { Manual } from "../../text/sentences.js";
import { createProgram } from "../arguments.js";
import type { HelpSetting } from "../command.js";
import { subcommandsOf, TAKES, type Takes, type TopicName } from "../options.js";
import { guideLines } from "./guides.js";
import type { Block, Entry } from "./page.js";

export interface Topic {
  /** The command as typed: `svscrub`, `svscrub registry add`. */
  command: string;
  line: string;
  usage: string;
  /** The complete help, without the usage. */
  whole: readonly Block[];
  /** The options of the short help. */
  usual: readonly Entry[];
  commands: readonly Entry[];
  examples: readonly string[];
}

export async function topicOf(name: TopicName, setting: HelpSetting): Promise<Topic> {
  const { help, language } = setting.sentences;
  const manual = await manualIn(language);
  const named: CommandName = name === "" ? "scrub" : name;
  const { line, description, operands, examples } = help.command[named];
  const program = createProgram(named, setting);
  const helper = program.createHelp();
  const options = helper.visibleOptions(program).map((option) => ({
    key: option.attributeName(),
    group: option.helpGroupHeading ?? manual.options,
    term: `${option.short === undefined ? "    " : ""}${inWords(option.flags.replace(/[<>]/g, ""), manual)}`,
    text: option.description,
  }));
  const groups = [...new Set(options.map(({ group }) => group))];
  const commands = subcommandsOf(name).map((behind) => ({
    term: behind.replace(/^.* /, ""),
    text: help.command[behind].line,
  }));
  const section = (title: string, entries: readonly Entry[]) => (entries.length === 0 ? [] : [{ title }, { entries }]);
  const argument = { term: inWords("@FILE", manual), text: manual.argumentFile };
  const [operand] = program.registeredArguments;
  const term = operand && inWords(`${operand.name()}${operand.variadic ? "..." : ""}`, manual);
  const { usual = options.map(({ key }) => key) }: Takes = TAKES[named];
  return {
    ...{ command: program.name(), line, commands, examples },
    usage: inWords(`${program.name()} ${program.usage()}`.trim(), manual),
    usual: usual.map((wanted) => options.find(({ key }) => key === wanted)!),
    whole: [
      { text: description },
      ...section(manual.arguments, [...(term && operands ? [{ term, text: operands }] : []), argument]),
      ...groups.flatMap((title) =>
        section(
          title,
          options.filter(({ group }) => group === title),
        ),
      ),
      ...section(manual.commands, commands),
      ...(name === "" ? [...section(manual.topics, guideLines(language)), { text: manual.more }] : []),
      ...[{ title: manual.examples }, { examples }],
      ...section(
        manual.exitCodes,
        Object.entries(manual.exit).map(([exit, text]) => ({
          term: String(ExitCode[exit as keyof typeof ExitCode]),
          text,
        })),
      ),
      ...section(
        manual.environment,
        Object.entries(manual.variable).map(([term, text]) => ({ term, text })),
      ),
    ],
  };
}

/** Translates placeholders: `[NAME=]FILE` is `[NOMBRE=]ARCHIVO` in Spanish. */
function inWords(text: string, { metavar }: Manual): string {
  return text.replace(/[A-Z_]+/g, (word) => metavar[word] ?? word);
}
