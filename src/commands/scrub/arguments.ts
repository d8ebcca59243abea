// Parses the arguments of scrub.

import { createProgram, parseWords } from "../arguments.js";
import type { HelpSetting, Shown } from "../command.js";
import type { ArgumentsOf } from "../options.js";
import { refuseIdleOptions } from "../suppression-arguments.js";

export interface ScrubArguments extends ArgumentsOf<"scrub"> {
  /** All arguments as typed. */
  words: readonly string[];
  lists: readonly string[];
}

/** Parses the arguments after the command's name. */
export function parseScrubArguments(words: readonly string[], setting: HelpSetting): ScrubArguments | Shown {
  const program = createProgram("scrub", setting, words);
  const shown = parseWords(program, words);
  if (shown !== undefined) return shown;
  const typed = program.opts() as Omit<ScrubArguments, "lists" | "words">;
  // Report a missing list before anything else.
  if (typed.suppress.length > 0 || !typed.suppression) refuseIdleOptions(program);
  return { ...typed, lists: program.args, words };
}
