// What the command's sentences say to whoever types, said to whoever writes a program: options by their names in camelCase.

import { ADD_KINDS, REGISTRY_KINDS, SCRUB_KINDS, SUPPRESSION_KINDS } from "./given.js";

/** Sentences whose advice is a line to type. */
const HINTS: Readonly<Record<string, string>> = {
  listIsLog: "Record what people asked for with openRegistry, and suppress by that registry and its review.",
  noRegistry: "Check the name. To begin a registry that does not exist yet, say create: true.",
  noPhoneList: 'Name it: lists: "LIST.csv".',
  badPercentage: 'For example "20%".',
  checkWithoutList: 'Name one: lists: "OPTOUTS.csv". The answer depends on it.',
  differentLists: "Scrub each by itself, or say what differs by the lists' names: column: { NAME: COLUMN }.",
  emptyName: "Give it a name, or leave the option out.",
  emptyOperand: "Give a name that is not empty.",
  guardNeedsOutput: 'Add output: "CLEAN.csv".',
  streamNotFollowed: "Save it as a file first: lists are read again when they change.",
  noSuppression: 'Name one: suppress: "OPTOUTS.csv". If nobody must be removed for opting out, say suppress: false.',
};

/** What is said to whoever types, and what it is in a program. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/, then run the command again\b/g, ", then try again"],
  [/\badd this to the command: /g, "add "],
  [/\bstart again: then the lists are those that are there\b/g, "open the lists again, without it"],
  [/\bon purpose, start again\b/g, "on purpose, open the lists again"],
  [
    /\bOnly -s takes a folder, and reads every list in it\b/g,
    "Only a suppression list may be a folder: every list in it is read",
  ],
  [/\b([Tt])ype \.csv in place of\b/g, "write .csv in place of"],
  [/\bas you type it\b/g, "as you give it"],
  [/\bnumber .+? of the numbers that you typed\b/g, "the text"],
  [/\bcomes from stdin\b/g, "is a stream"],
  [/\bGive it an -s of its own\b/g, "Name it by itself"],
  [/ svscrub inspect FILE shows .*/g, ""],
  [/\bWhat svscrub registry export writes\b/g, "An export of a registry by svscrub"],
];

/** Options without a value that are no `name: true`. */
const FLAGS: Readonly<Record<string, string>> = {
  "no-header": "header: false",
  "no-suppression": "suppress: false",
  "dry-run": "a scrub without output",
};

/** Options that have another name in the library. */
const OTHERWISE_CALLED: Readonly<Record<string, string>> = { registry: "path" };

/** Every option that a program may give. */
const KNOWN: ReadonlySet<string> = new Set(
  Object.keys({ ...SCRUB_KINDS, ...SUPPRESSION_KINDS, ...REGISTRY_KINDS, ...ADD_KINDS }),
);

/** An option as a sentence names it, with its value where that can't be the sentence's next word. */
const OPTION =
  /(?<![\w-])--([a-z][a-z-]*)(?:[ =]('[^']*'|"[^"]*"|(?=[^\s,;]*[A-Z\d=*])[^\s,;]*[^\s,;.:)]|original|utf-16\w+))?/g;
const SHORT: Readonly<Record<string, string>> = { "-o": "output", "-s": "suppress", "-c": "column" };

/** Returns the advice of a sentence as the library says it. */
export function hintHere(kind: string, hint: string | undefined): string | undefined {
  return HINTS[kind] ?? (hint && inNamesOfOptions(hint));
}

/** `--no-header=NAME`, also in quotes as a whole, which is an option of its own here. */
const HEADERLESS = /(?<![\w-])(?:'--no-header=([^']*)'|--no-header=([^\s,;']*[^\s,;.:)']))/g;

/** `add --max-age dnc=30d` is `add maxAge: "dnc=30d"`. Options of other programs, and what only the command has, stay. */
export function inNamesOfOptions(text: string): string {
  const said = PHRASES.reduce((so, [typed, called]) => so.replace(typed, called), text);
  return said
    .replace(HEADERLESS, (_, quoted?: string, bare?: string) => `headerless: "${quoted ?? bare}"`)
    .replace(OPTION, (typed, option: string, value?: string) => {
      const name = OTHERWISE_CALLED[option] ?? camelCase(option);
      const flag = FLAGS[option] ?? (isYesOrNo(name) ? `${name}: true` : undefined);
      if (flag !== undefined) return value === undefined ? flag : `${flag.split(":")[0]} ${value}`;
      if (!KNOWN.has(name)) return typed;
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
