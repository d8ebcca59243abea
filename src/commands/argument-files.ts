// @FILE among what was typed: the lines of a file are arguments. Never read by itself, and only the command line knows it.

import { ExitCode, type Place, ScrubError } from "../errors.js";
import { readWhole } from "../files/input.js";
import { kindOfPath } from "../files/paths.js";

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
      for (const { argument, place } of argumentsIn(file)) {
        if (!takesNumbers(words)) refuseRecord(argument, words.at(-1), place);
        words.push(argument);
      }
      files.push(file);
    }
  }
  return { words, files };
}

/** Whether the command is one whose operands are phone numbers. */
function takesNumbers(words: readonly string[]): boolean {
  return words[0] === "check" || words[0] === "registry";
}

/** A digit and six more, with what may stand between the digits of a number. */
const NUMBER = /\d(?:[-. ()]{0,3}\d){6}/;

/**
 * Refuses what can only be a list that was taken for a file of arguments: as the name of a file that is not there it would be
 * said back, and it holds a number. The value of an option is what that option takes.
 */
function refuseRecord(argument: string, before: string | undefined, place: Place): void {
  const isName = /^-/.test(argument) || /\.\w{2,5}$/.test(argument) || /^--(?!suppress$)/.test(before ?? "");
  if (isName || !NUMBER.test(argument)) return;
  const isFile = [argument, argument.slice(argument.indexOf("=") + 1)].some((name) => kindOfPath(name) !== "missing");
  if (!isFile) throw new ScrubError(ExitCode.usage, "recordAsArgument", [], place);
}

interface Argument {
  argument: string;
  place: Place;
}

/** One a line; blank lines and those that begin with # say nothing. */
function argumentsIn(file: string): Argument[] {
  const lines = textOf(file).split(/\r?\n/);
  return lines.flatMap((raw, i) => {
    const line = raw.trim();
    if (line === "" || line.startsWith("#")) return [];
    const place = { file, line: i + 1 };
    if (isArgumentFile(line)) throw new ScrubError(ExitCode.usage, "nestedArguments", [], place);
    // `-o clean.csv` would write to a file named " clean.csv".
    const option = /^(?:-\w|--[\w-]+)(?=\s)/.exec(line)?.[0];
    if (option !== undefined) throw new ScrubError(ExitCode.usage, "severalArguments", [option], place);
    return [{ argument: line, place }];
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
