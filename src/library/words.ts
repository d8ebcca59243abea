// What the command's sentences say to whoever types, said to whoever writes a program: options by their names in camelCase.

/** Sentences whose advice is a line to type. */
const HINTS: Readonly<Record<string, string>> = {
  noRegistry: "Check the name. To begin a registry that does not exist yet, say create: true.",
  noPhoneList: 'Name it: lists: "LIST.csv".',
  checkWithoutList: 'Name one: lists: "OPTOUTS.csv". The answer depends on it.',
  noSuppression: 'Name one: suppress: "OPTOUTS.csv". If nobody must be removed for opting out, say suppress: false.',
};

/** Options that are typed without a value. */
const FLAGS: Readonly<Record<string, string>> = {
  "no-header": "header: false",
  "no-suppression": "suppress: false",
  "dry-run": "a scrub without output",
  force: "force: true",
  strict: "strict: true",
  flag: "flag: true",
  "keep-duplicates": "keepDuplicates: true",
  "keep-foreign": "keepForeign: true",
  normalize: "normalize: true",
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
      const flag = FLAGS[option];
      if (flag !== undefined) return value === undefined ? flag : `${flag.split(":")[0]} ${value}`;
      const name = OTHERWISE_CALLED[option] ?? camelCase(option);
      return value === undefined ? name : `${name}: "${value.replace(/^(['"])(.*)\1$/, "$2")}"`;
    })
    .replace(/(?<![\w-])-[osc](?= [A-Z]| and )/g, (short) => SHORT[short]!);
}

function camelCase(option: string): string {
  return option.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
