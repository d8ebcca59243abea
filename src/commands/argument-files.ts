// Expands @FILE on the command line: each line of the file is an argument. No such file is read unless it is named.

import { ExitCode, type Place, ScrubError } from "../errors.js";
import { readWhole } from "../files/input.js";
import { kindOfPath } from "../files/paths.js";

export interface ExpandedArguments {
  words: readonly string[];
  /** The files that were read, as typed. */
  files: readonly string[];
}

/** Whether an argument names a file of arguments. A file whose name begins with @ is typed `./@NAME`, or after `--`. */
export function isArgumentFile(word: string): boolean {
  return /^@./.test(word);
}

/** Replaces every @FILE before `--` by the arguments in it. An unusable file is wrong usage. */
export function expandArguments(typed: readonly string[]): ExpandedArguments {
  const words: string[] = [];
  const files: string[] = [];
  for (const word of typed) {
    if (!isArgumentFile(word) || words.includes("--")) words.push(word);
    else {
      const file = word.slice(1);
      // Not spread: a call takes some ten thousand values, and a file may name more lists.
      for (const { argument, place } of argumentsIn(file)) {
        if (!takesNumbers(words)) refuseRecord(argument, words.at(-1), place);
        words.push(argument);
      }
      files.push(file);
    }
  }
  return { words, files };
}

/** Whether the command's operands are phone numbers. */
function takesNumbers(words: readonly string[]): boolean {
  return words[0] === "check" || words[0] === "registry";
}

/** Matches seven digits and the marks between them. */
const NUMBER = /\d(?:[-. ()]{0,3}\d){6}/;

/**
 * Refuses a record of a list that was given as a file of arguments: otherwise an error about a missing file would show its
 * number. Values of options are not checked.
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

/** Returns the arguments of a file, one a line, without blank lines and lines that begin with #. */
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
