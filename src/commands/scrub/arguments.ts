// What was typed, for scrub: its options as commander reads them, with every value parsed and every slip a sentence.

import { createProgram, parseWords } from "../arguments.js";
import type { HelpSetting, Shown } from "../command.js";
import type { ArgumentsOf } from "../options.js";
import { refuseIdleOptions } from "../suppression-arguments.js";

export interface ScrubArguments extends ArgumentsOf<"scrub"> {
  /** All words, as they were typed. */
  words: readonly string[];
  lists: readonly string[];
}

/** Parses the words after the command's name. */
export function parseScrubArguments(words: readonly string[], setting: HelpSetting): ScrubArguments | Shown {
  const program = createProgram("scrub", setting, words);
  const shown = parseWords(program, words);
  if (shown !== undefined) return shown;
  const typed = program.opts() as Omit<ScrubArguments, "lists" | "words">;
  // Without any list the first thing to say is that one is missing.
  if (typed.suppress.length > 0 || !typed.suppression) refuseIdleOptions(program);
  return { ...typed, lists: program.args, words };
}
