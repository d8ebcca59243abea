// Derives what completion offers for option values and operands from the table of options.

import type { Option, Command as Program } from "commander";
import type { Language } from "../../text/languages.js";
import { wordIn } from "../../text/typed-words.js";
import type { Known } from "../typed-values.js";

/** Folders alone, or folders and files with these extensions (any file if empty). */
export type Files = "folders" | readonly string[];
export const ANY_FILE: Files = [];

export interface Candidate {
  word: string;
  /** Its description, one line. */
  line?: string;
}

/** A value. Without any member nothing can be offered (a number, an age). */
export interface Value {
  /** `NAME=` may precede it. */
  isNamed?: boolean;
  candidates?: readonly Candidate[];
  /** Separates several candidates in one value. */
  separator?: "," | undefined;
  files?: Files | undefined;
}

/** Values by their placeholder in the help, for parsers without `Known`. */
const KINDS: Readonly<Record<string, Value>> = {
  ...{ FILE: { files: ANY_FILE }, LIST: { files: ANY_FILE }, CONTACT_LOG: { files: ANY_FILE } },
  ...{ REPORT: { files: [".json"] }, DIR: { files: "folders" }, FOLDER: { files: "folders" } },
};

export function valueOfOption(option: Option, language: Language): Value {
  const { words, separator, endings } = (option.parseArg as Known | undefined) ?? {};
  const value = valueNamed(metavarOf(option));
  if (words !== undefined)
    return { ...value, candidates: words.map((word) => ({ word: wordIn(language, word) })), separator };
  return { ...value, ...(endings && { files: endings }) };
}

export function operandOf(program: Program): Value {
  return valueNamed(program.registeredArguments[0]?.name() ?? "");
}

/** Returns the placeholder in an option's flags, such as `[NAME=]FILE...`. */
function metavarOf({ flags }: Option): string {
  return /<(.+)>/.exec(flags)?.[1] ?? "";
}

function valueNamed(metavar: string): Value {
  return { isNamed: /^\[?NAME=/.test(metavar), ...KINDS[metavar.replace(/^\[NAME=\]|\.\.\.$/g, "")] };
}
