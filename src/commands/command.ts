// What a command is: words become its arguments, and they are run.

import type { ExitCode } from "../errors.js";
import type { HelpSetting, Shown } from "./arguments.js";
import type { Host } from "./host.js";

export interface Command<Arguments> {
  /** Parses the words after the command's name. */
  parse(words: readonly string[], setting: HelpSetting): Arguments | Shown;
  run(typed: Arguments, host: Host): Promise<ExitCode>;
}
