// @FILE among what was typed: the lines of a file are arguments. Never read by itself, and only the command line knows it.

import { ExitCode, ScrubError } from "../errors.js";
import { readWhole } from "../files/input.js";

export interface ExpandedArguments {
  words: readonly string[];
  /** The files that were read for it, as they were typed. */
  files: readonly string[];
}

/** Whether a word names a file of arguments. One whose own name begins with @ is `./@NAME`, or stands behind `--`. */
export function isArgumentFile(word: string): boolean {
  return /^@./.test(word);
}

/** The words with every @FILE before `--` replaced by what stands in it. A file that can't be used is wrong usage. */
export function expandArguments(typed: readonly string[]): ExpandedArguments {
  const words: string[] = [];
  const files: string[] = [];
  for (const word of typed) {
    if (!isArgumentFile(word) || words.includes("--")) words.push(word);
    else {
      const file = word.slice(1);
      // One by one: a call takes some ten thousands of values, and a file may name more lists.
      for (const line of argumentsIn(file)) words.push(line);
      files.push(file);
    }
  }
  return { words, files };
}

/** One a line; blank lines and those that begin with # say nothing. */
function argumentsIn(file: string): string[] {
  const lines = textOf(file).split(/\r?\n/);
  return lines.flatMap((raw, i) => {
    const line = raw.trim();
    if (line === "" || line.startsWith("#")) return [];
    const place = { file, line: i + 1 };
    if (isArgumentFile(line)) throw new ScrubError(ExitCode.usage, "nestedArguments", [], place);
    // `-o clean.csv` would write to a file named " clean.csv".
    const option = /^(?:-\w|--[\w-]+)(?=\s)/.exec(line)?.[0];
    if (option !== undefined) throw new ScrubError(ExitCode.usage, "severalArguments", [option], place);
    return [line];
  });
}

function textOf(file: string): string {
  const bytes = readWhole(file, ExitCode.usage, "arguments");
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (!text.includes("\0")) return text;
  } catch {
    // As below.
  }
  throw new ScrubError(ExitCode.usage, "argumentsNoText", [], { file });
}
