// What a command is: words become its arguments, and they are run.

import type { Command as Program } from "commander";
import type { ExitCode } from "../errors.js";
import type { HelpSetting, Shown } from "./arguments.js";
import type { Host } from "./host.js";

export interface Command<Arguments extends object = object> {
  /** Its options and operands, for commander to parse, and for completions to offer. */
  program(setting: HelpSetting): Program;
  /** Commands of its own, which its first word names. */
  commands?: Commands;
  /** The only words that its operand may be. */
  words?: readonly string[];
  /** Parses the words after the command's name. */
  parse(words: readonly string[], setting: HelpSetting): Arguments | Shown;
  run(typed: Arguments, host: Host): Promise<ExitCode>;
}

/** Commands by their names; the code of one is loaded when it is wanted. */
export type Commands = Readonly<Record<string, () => Promise<Command>>>;
