// svscrub registry: shows help. Its subcommands are commands of their own.

import { ExitCode, ScrubError } from "../../errors.js";
import { nearest } from "../../text/nearest.js";
import { createProgram, firstOperand, parseWords } from "../arguments.js";
import type { Command } from "../command.js";
import { subcommandsOf } from "../options.js";

export const registryCommand: Command = {
  parse(words, setting) {
    const word = words[firstOperand(words)];
    const isWord = word !== undefined && !word.startsWith("-");
    const shown = isWord ? undefined : parseWords(createProgram("registry", setting), words);
    if (shown !== undefined) return shown;
    const names = subcommandsOf("registry").map((name) => name.replace("registry ", ""));
    throw new ScrubError(ExitCode.usage, "unknownWord", isWord ? [word, nearest(word, names)] : [undefined, undefined]);
  },
  run: async () => ExitCode.usage,
};
