// What may stand in an option's value or in an operand, read from the options that commander parses: there is no second list.

import type { Option, Command as Program } from "commander";
import type { Language } from "../../text/languages.js";
import { wordIn } from "../../text/typed-words.js";
import type { Known } from "../typed-values.js";

/** Folders, or files whose names end so, of any name where no ending is said; folders beside them, as they may be in one. */
export type Files = "folders" | readonly string[];
export const ANY_FILE: Files = [];

export interface Candidate {
  word: string;
  /** Says in one line what it is. */
  line?: string;
}

/** Where nothing is said of it, only its writer knows it: a number, an age. */
export interface Value {
  /** The name of a list and a `=` may stand before it. */
  isNamed?: boolean;
  candidates?: readonly Candidate[];
  /** It may be several of them. */
  separator?: "," | undefined;
  files?: Files | undefined;
}

/** By how the help names a value of which its parser tells nothing. */
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

/** `<[NAME=]FILE...>` among an option's flags, without the outer brackets. */
function metavarOf({ flags }: Option): string {
  return /<(.+)>/.exec(flags)?.[1] ?? "";
}

function valueNamed(metavar: string): Value {
  return { isNamed: /^\[?NAME=/.test(metavar), ...KINDS[metavar.replace(/^\[NAME=\]|\.\.\.$/g, "")] };
}
