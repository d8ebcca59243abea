// The type of what is said of words that nobody knows among those that were typed.

import type { Sentence } from "./sentences.js";

export interface UsageErrors {
  /** `help`: the command that lists them all. */
  unknownOption(option: string, nearest: string | undefined, help: string): Sentence;
  missingValue(option: string, help: string): Sentence;
  unknownCommand(typed: string, nearest: string | undefined): Sentence;
  /** `shells`: those that there are scripts for; `typed`: undefined where none was named. */
  unknownShell(typed: string | undefined, nearest: string | undefined, shells: readonly string[]): Sentence;
}
