// The type of all help texts, derived from English: a text missing in another language does not compile.

import type { CommandHelp } from "./command-help.js";
import type { help } from "./en/help.js";

type English = typeof help;

/** The help texts of all commands. */
export interface HelpSentences extends Omit<English, "command"> {
  command: { [Name in CommandName]: CommandHelp<keyof English["command"][Name]["option"] & string> };
}

export type CommandName = keyof English["command"];

/** The registry's commands, of two words. */
export type RegistryCommandName = Extract<CommandName, `registry ${string}`>;

export type OptionGroup = keyof English["group"];
