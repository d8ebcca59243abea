// What the command's sentences say to whoever types, said to whoever writes a program: options by their names in camelCase.

import { SCRUB_KINDS } from "./given.js";

/** Sentences whose advice is a line to type. */
const HINTS: Readonly<Record<string, string>> = {
  noRegistry: "Check the name. To begin a registry that does not exist yet, say create: true.",
  noPhoneList: 'Name it: lists: "LIST.csv".',
  badPercentage: 'For example "20%".',
  checkWithoutList: 'Name one: lists: "OPTOUTS.csv". The answer depends on it.',
  noSuppression: 'Name one: suppress: "OPTOUTS.csv". If nobody must be removed for opting out, say suppress: false.',
};

/** Options without a value that are no `name: true`. */
const FLAGS: Readonly<Record<string, string>> = {
  "no-header": "header: false",
  "no-suppression": "suppress: false",
  "dry-run": "a scrub without output",
};

/** Options that have another name in the library. */
const OTHERWISE_CALLED: Readonly<Record<string, string>> = { registry: "path" };

/** An option as a sentence names it, with its value where that can't be the sentence's next word. */
const OPTION =
  /(?<![\w-])--([a-z][a-z-]*)(?:[ =]('[^']*'|"[^"]*"|(?=[^\s,;]*[A-Z\d=*])[^\s,;]*[^\s,;.:)]|original|utf-16\w+))?/g;
const SHORT: Readonly<Record<string, string>> = { "-o": "output", "-s": "suppress", "-c": "column" };

/** Returns the advice of a sentence as the library says it. */
export function hintHere(kind: string, hint: string | undefined): string | undefined {
  return HINTS[kind] ?? (hint && inNamesOfOptions(hint));
}

/** `--no-header=NAME`, which is an option of its own here. */
const HEADERLESS = /(?<![\w-])--no-header=([^\s,;]*[^\s,;.:)])/g;

/** `add --max-age dnc=30d` is `add maxAge: "dnc=30d"`. */
export function inNamesOfOptions(text: string): string {
  return text
    .replace(HEADERLESS, 'headerless: "$1"')
    .replace(OPTION, (_, option: string, value?: string) => {
      const name = OTHERWISE_CALLED[option] ?? camelCase(option);
      const flag = FLAGS[option] ?? (isYesOrNo(name) ? `${name}: true` : undefined);
      if (flag !== undefined) return value === undefined ? flag : `${flag.split(":")[0]} ${value}`;
      return value === undefined ? name : `${name}: "${value.replace(/^(['"])(.*)\1$/, "$2")}"`;
    })
    .replace(/(?<![\w-])-[osc](?= [A-Z]| and | takes | of )/g, (short) => SHORT[short]!);
}

function isYesOrNo(name: string): boolean {
  return (SCRUB_KINDS as Readonly<Record<string, { one: readonly string[] }>>)[name]?.one.includes("boolean") === true;
}

function camelCase(option: string): string {
  return option.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
