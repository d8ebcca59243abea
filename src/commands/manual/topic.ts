// What there is to say of a command, gathered once from its options and its texts. help-text.ts prints it at a terminal,
// man-page.ts as a man page.

import type { Option, Command as Program } from "commander";
import { ExitCode } from "../../errors.js";
import type { CommandName, OptionGroup } from "../../text/help.js";
import type { Manual } from "../../text/manual.js";
import type { HelpSetting } from "../command.js";

/** A word and what it means. */
export interface Entry {
  term: string;
  text: string;
}

export interface OptionEntry {
  /** `-o` */
  short: string | undefined;
  /** `--output` */
  long: string;
  /** The value as a person reads it, such as `[NAME=]FILE...`; empty where the option takes none. */
  value: string;
  text: string;
}

export interface OptionSection {
  title: string;
  options: readonly OptionEntry[];
}

export interface Topic {
  /** The command as it is typed: `svscrub`, `svscrub registry add`. */
  command: string;
  line: string;
  usage: string;
  description: string;
  /** What it takes beside options. */
  operands: readonly Entry[];
  options: readonly OptionSection[];
  /** The options of a short help. */
  usual: readonly OptionEntry[];
  /** The commands behind it. */
  commands: readonly Entry[];
  examples: readonly string[];
  exitCodes: readonly Entry[];
  variables: readonly Entry[];
  files: readonly Entry[];
}

type ExitName = keyof typeof ExitCode;
/** Every command may end so, too. */
const ANY_EXIT: readonly ExitName[] = ["bug", "interrupted", "closedPipe", "terminated"];

interface Facts {
  /** The options of a short help, by their long names, in this order; all where it is not said. */
  usual?: readonly string[];
  exits: readonly ExitName[];
  files?: readonly (keyof Manual["file"])[];
}

const FACTS: Readonly<Record<CommandName, Facts>> = {
  scrub: {
    usual: ["suppress", "output", "removed", "force", "dry-run", "column", "channel", "max-age"],
    exits: ["done", "usage", "phoneList", "suppressionList", "io", "guard"],
    files: ["CLEAN.audit.json", "FILE.manifest.json", "FILE.lock"],
  },
  check: {
    usual: ["suppress", "channel", "at", "max-age", "follow", "json"],
    exits: ["done", "no", "usage", "phoneList", "suppressionList"],
    files: ["FILE.manifest.json"],
  },
  inspect: {
    usual: ["column", "sheet", "json", "delimiter", "encoding", "no-header"],
    exits: ["done", "usage", "phoneList"],
  },
  audit: {
    usual: ["suppress", "output", "report", "grace", "hours", "max-contacts"],
    exits: ["done", "no", "usage", "phoneList", "suppressionList", "io"],
    files: ["FILE.manifest.json"],
  },
  verify: {
    usual: ["suppress", "fresh", "removed", "find", "log", "json"],
    exits: ["done", "no", "usage", "suppressionList", "io"],
    files: ["CLEAN.audit.json"],
  },
  registry: { usual: [], exits: ["done", "usage"] },
  "registry add": {
    usual: ["registry", "channel", "action", "reason", "ack"],
    exits: ["done", "usage", "suppressionList", "io"],
    files: ["FILE.lock"],
  },
  "registry import": {
    usual: ["registry", "kind", "review", "ack", "follow", "map"],
    exits: ["done", "usage", "phoneList", "suppressionList", "io", "guard"],
    files: ["FILE.lock"],
  },
  "registry export": {
    usual: ["registry", "output", "channel", "format", "hash-key-file"],
    exits: ["done", "usage", "suppressionList", "io"],
    files: ["FILE.manifest.json"],
  },
  "registry void": {
    usual: ["registry", "reason"],
    exits: ["done", "usage", "suppressionList", "io"],
    files: ["FILE.lock"],
  },
  "registry merge": {
    usual: ["registry"],
    exits: ["done", "usage", "suppressionList", "io"],
    files: ["FILE.lock"],
  },
  "registry erase": {
    usual: ["registry", "review"],
    exits: ["done", "usage", "suppressionList", "io"],
    files: ["FILE.lock"],
  },
  "registry history": { exits: ["done", "usage", "suppressionList"] },
  "registry status": {
    usual: ["registry", "due", "review", "json"],
    exits: ["done", "no", "usage", "suppressionList"],
  },
  demo: { usual: [], exits: ["done", "usage", "io"] },
  completion: { usual: [], exits: ["done", "usage"] },
};

/** What the topics of a language are made of. */
export interface Texts {
  help: HelpSetting["sentences"]["help"];
  manual: Manual;
}

/** `listed`: commands that it names, each by its last word. */
export function topicOf(
  name: CommandName,
  program: Program,
  { help, manual }: Texts,
  listed: readonly CommandName[],
): Topic {
  const { line, description, operands, examples } = help.command[name];
  const { usual, exits, files = [] } = FACTS[name];
  const options = sectionsOf(program, help.group, manual);
  const all = options.flatMap((section) => section.options);
  const [operand] = program.registeredArguments;
  const command = program.name();
  return {
    command,
    line,
    usage: inWords(`${command} ${program.usage()}`.trim(), manual),
    description,
    operands: [
      ...(operands === undefined || operand === undefined
        ? []
        : [{ term: inWords(`${operand.name()}${operand.variadic ? "..." : ""}`, manual), text: operands }]),
      argumentFileOf(manual),
    ],
    options,
    usual: usual === undefined ? all : usual.map((long) => all.find((option) => option.long === `--${long}`)!),
    commands: listed.map((name) => ({ term: name.replace(/^.* /, ""), text: help.command[name].line })),
    examples,
    exitCodes: [...exits, ...ANY_EXIT].map((exit) => ({
      term: String(ExitCode[exit]),
      text: ownExit(manual, name, exit) ?? manual.exit[exit],
    })),
    variables: Object.entries(manual.variable).map(([term, text]) => ({ term, text })),
    files: filesOf(files, manual),
  };
}

/** What all commands share: options, exit codes, variables and files. */
export function commonTopic(topics: readonly Topic[], { manual }: Texts): Topic {
  const [first] = topics as [Topic, ...Topic[]];
  const hasOption = (topic: Topic, long: string) => optionsOf(topic).some((option) => option.long === long);
  const shared = optionsOf(first).filter(({ long }) => topics.every((topic) => hasOption(topic, long)));
  return {
    ...first,
    operands: [argumentFileOf(manual)],
    options: [{ title: manual.options, options: shared }],
    commands: [],
    exitCodes: Object.entries(ExitCode).map(([exit, code]) => ({
      term: String(code),
      text: manual.exit[exit as ExitName],
    })),
    files: filesOf(Object.keys(manual.file) as (keyof Manual["file"])[], manual),
  };
}

function optionsOf({ options }: Topic): OptionEntry[] {
  return options.flatMap((section) => section.options);
}

function filesOf(names: readonly (keyof Manual["file"])[], manual: Manual): Entry[] {
  return names.map((name) => ({ term: inWords(name, manual), text: inWords(manual.file[name], manual) }));
}

function argumentFileOf(manual: Manual): Entry {
  return { term: inWords("@FILE", manual), text: manual.argumentFile };
}

/** The words of a language for what an option or a command takes: `[NAME=]FILE` is `[NOMBRE=]ARCHIVO` in Spanish. */
export function inWords(text: string, { metavar }: Manual): string {
  return text.replace(/[A-Z_]+/g, (word) => metavar[word] ?? word);
}

/** `<[NAME=]FILE...>` among an option's flags, without the outer brackets; of `[N]`, which may be missing, with them. */
export function metavarOf({ flags }: Option): string {
  return /<(.+)>/.exec(flags)?.[1] ?? /\[.+\]/.exec(flags)?.[0] ?? "";
}

function ownExit({ ownExit }: Manual, name: CommandName, exit: ExitName): string | undefined {
  return (ownExit as Readonly<Record<string, string>>)[`${name} ${exit}`];
}

/** Returns the options that the help shows, under their titles. */
function sectionsOf(program: Program, groups: Readonly<Record<OptionGroup, string>>, manual: Manual): OptionSection[] {
  const sections = new Map<string, OptionEntry[]>();
  for (const option of program.createHelp().visibleOptions(program)) {
    const title = groups[option.helpGroupHeading as OptionGroup] ?? manual.options;
    const entry = {
      short: option.short,
      long: option.long!,
      value: inWords(metavarOf(option), manual),
      text: option.description,
    };
    sections.set(title, [...(sections.get(title) ?? []), entry]);
  }
  return [...sections].map(([title, options]) => ({ title, options }));
}
