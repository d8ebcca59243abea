// svscrub registry: the table of its commands, and the help that names them.

import { ExitCode, ScrubError } from "../../errors.js";
import type { RegistryCommandName } from "../../text/help.js";
import { nearest } from "../../text/nearest.js";
import { asksForHelp, createProgram, firstOperand, parseWords } from "../arguments.js";
import type { Command, Commands, HelpSetting, Shown } from "../command.js";

const COMMANDS: Readonly<Record<RegistryWord, Commands[string]>> = {
  add: async () => (await import("./add.js")).addCommand,
  import: async () => (await import("./import.js")).importCommand,
  export: async () => (await import("./export.js")).exportCommand,
  history: async () => (await import("./history.js")).historyCommand,
  status: async () => (await import("./status.js")).statusCommand,
  void: async () => (await import("./void.js")).voidCommand,
  merge: async () => (await import("./merge.js")).mergeCommand,
  erase: async () => (await import("./erase.js")).eraseCommand,
};
type RegistryWord = RegistryCommandName extends `registry ${infer Word}` ? Word : never;
const WORDS = Object.keys(COMMANDS) as RegistryWord[];

/** What people call them who have not read the help. They are only offered. */
const ALSO_CALLED: Readonly<Record<string, RegistryWord>> = {
  ...{ agregar: "add", importar: "import", exportar: "export", historial: "history", estado: "status" },
  ...{ anular: "void", retirar: "void", deshacer: "void", undo: "void", revert: "void" },
  ...{ unir: "merge", juntar: "merge", combinar: "merge", fusionar: "merge", join: "merge", combine: "merge" },
  ...{ borrar: "erase", eliminar: "erase", olvidar: "erase", delete: "erase", forget: "erase", remove: "erase" },
};

/** The command registry, which by itself only helps: each of its words is a command. */
export const registryCommand: Command = { commands: COMMANDS, parse, run: async () => ExitCode.usage };

/** Parses words that name none of its commands. */
function parse(words: readonly string[], setting: HelpSetting): Shown {
  const word = words[firstOperand(words)];
  const isWord = word !== undefined && !word.startsWith("-");
  const asks = word !== undefined || asksForHelp(words);
  const shown = !isWord && asks ? parseWords(createProgram("registry", setting), words) : undefined;
  if (shown !== undefined) return shown;
  throw new ScrubError(ExitCode.usage, "unknownWord", isWord ? [word, meantBy(word)] : [undefined, undefined]);
}

function meantBy(word: string): string | undefined {
  return Object.hasOwn(ALSO_CALLED, word) ? ALSO_CALLED[word] : nearest(word, WORDS);
}
