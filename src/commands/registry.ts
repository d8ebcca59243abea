// svscrub registry: which of its commands was meant, and the help that lists them.

import { ExitCode, ScrubError } from "../errors.js";
import type { RegistryCommandName } from "../text/help.js";
import { nearest } from "../text/nearest.js";
import { createProgram, type HelpSetting, parseWords, type Shown } from "./arguments.js";
import type { Command } from "./command.js";

type AnyCommand = Command<object>;

const WORDS: Readonly<Record<RegistryWord, () => Promise<AnyCommand>>> = {
  add: async () => (await import("./registry-add.js")).addCommand as AnyCommand,
  import: async () => (await import("./registry-import.js")).importCommand as AnyCommand,
  export: async () => (await import("./registry-export.js")).exportCommand as AnyCommand,
  history: async () => (await import("./registry-history.js")).historyCommand as AnyCommand,
  status: async () => (await import("./registry-status.js")).statusCommand as AnyCommand,
};
type RegistryWord = RegistryCommandName extends `registry ${infer Word}` ? Word : never;

/** `at`: where the first word stands that is no common option. */
export async function registryCommand(
  words: readonly string[],
  at: number,
): Promise<{ command: AnyCommand; rest: readonly string[] }> {
  const word = words[at];
  if (word !== undefined && isRegistryWord(word))
    return { command: await WORDS[word](), rest: [...words.slice(0, at), ...words.slice(at + 1)] };
  if (word?.startsWith("-")) return { command: overview, rest: words };
  throw new ScrubError(ExitCode.usage, "unknownWord", [
    word,
    word === undefined ? undefined : nearest(word, Object.keys(WORDS)),
  ]);
}

/** `registry --help`; there is nothing else to do without a word. */
const overview: AnyCommand = {
  parse(words, setting): Shown {
    const program = createProgram("registry", Object.keys(WORDS).join("|"), "WORD", withWords(setting), () => {});
    const shown = parseWords(program, words);
    if (shown !== undefined) return shown;
    throw new ScrubError(ExitCode.usage, "unknownWord", [undefined, undefined]);
  },
  run: () => Promise.resolve(ExitCode.usage),
};

function withWords(setting: HelpSetting): HelpSetting {
  const { help } = setting.sentences;
  const names = Object.keys(WORDS) as RegistryWord[];
  const width = Math.max(...names.map((name) => name.length));
  const lines = names.map((name) => `  ${name.padEnd(width)}  ${help.command[`registry ${name}`].line}`);
  return { ...setting, overview: [help.commands, ...lines].join("\n") };
}

function isRegistryWord(word: string): word is RegistryWord {
  return Object.hasOwn(WORDS, word);
}
