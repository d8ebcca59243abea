// The type of everything that --help says, as English says it: a text missing in another language does not compile.

import type { CommandHelp } from "./command-help.js";
import type { help } from "./en/help.js";

type English = typeof help;

/** Every command has a help of its own and a line in the list of commands. */
export interface HelpSentences extends Omit<English, "command"> {
  command: { [Name in CommandName]: CommandHelp<keyof English["command"][Name]["option"] & string> };
}

export type CommandName = keyof English["command"];

/** Commands about the registry: two words. */
export type RegistryCommandName = Extract<CommandName, `registry ${string}`>;

export type OptionGroup = keyof English["group"];
