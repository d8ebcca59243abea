// Topics as man pages, in the macros of man(7): one of every command, and one of all of them.

import type { Manual } from "../../text/manual.js";
import { wrapCommand } from "./help-text.js";
import type { Entry, OptionEntry, Topic } from "./topic.js";

/** What stands at the top and at the foot of every page. */
export interface Edition {
  manual: Manual;
  version: string;
  /** `2026-11-26` */
  date: string;
}

/** Characters of a line of text, as mandoc counts them: it finds more than 80 too long, and counts `ú` as `\[u00FA]`. */
const LINE_LENGTH = 78;
/** Columns of an example, which stands in a terminal of 80 behind two margins. */
const EXAMPLE_COLUMNS = 68;

/** `seeAlso`: the names of other pages. */
export function manPage(topic: Topic, name: string, seeAlso: readonly string[], edition: Edition): string {
  const { manual } = edition;
  return page([
    ...head(name, topic.line, edition),
    ...section(manual.man.synopsis, [emphasized(topic.usage)]),
    ...section(manual.man.description, filled(topic.description)),
    ...section(manual.arguments, topic.operands.flatMap(tagged)),
    ...topic.options.flatMap(({ title, options }) => section(title, options.flatMap(taggedOption))),
    ...section(manual.commands, topic.commands.flatMap(tagged)),
    ...foot(topic, topic.examples, seeAlso, manual),
  ]);
}

/**
 * The page of all commands, by the names of their pages. `common`: what every command takes and may end with.
 */
export function overviewPage(
  topics: ReadonlyMap<string, Topic>,
  common: Topic,
  name: string,
  edition: Edition,
): string {
  const { manual } = edition;
  const synopses = [...topics.values()].flatMap(({ usage }, i) => [...(i === 0 ? [] : [".br"]), emphasized(usage)]);
  return page([
    ...head(name, manual.man.line, edition),
    ...section(manual.man.synopsis, synopses),
    ...section(manual.man.description, [...filled(common.description), ".PP", ...filled(manual.more)]),
    ...section(
      manual.commands,
      [...topics].flatMap(([page, { line }]) => tagged({ term: `${page}(1)`, text: line })),
    ),
    ...common.options.flatMap(({ options }) => section(manual.options, options.flatMap(taggedOption))),
    ...section(manual.arguments, common.operands.flatMap(tagged)),
    ...foot(common, common.examples, [...topics.keys()], manual),
  ]);
}

function page(lines: readonly string[]): string {
  return `${lines.join("\n")}\n`;
}

function head(name: string, line: string, { manual, version, date }: Edition): string[] {
  // Lines neither stretched nor parted within words: names and options stay as they are typed.
  const setting = [".ds AD l", ".nh"];
  const title = `.TH ${escaped(name.toUpperCase())} 1 ${date} "svscrub ${version}" "${manual.man.title}"`;
  return [
    title,
    ...setting,
    ...section(manual.man.name, filled(`${name} \\- ${line}`, `${escaped(name)} \\- ${escapedText(line)}`)),
  ];
}

function foot(topic: Topic, examples: readonly string[], seeAlso: readonly string[], manual: Manual): string[] {
  return [
    ...section(manual.exitCodes, topic.exitCodes.flatMap(tagged)),
    ...section(manual.environment, topic.variables.flatMap(tagged)),
    ...section(manual.man.files, topic.files.flatMap(tagged)),
    ...section(manual.examples, examples.flatMap(example)),
    ...section(
      manual.man.seeAlso,
      seeAlso.flatMap((other, i) => [`.BR ${escaped(other)} (1)${i < seeAlso.length - 1 ? " ," : ""}`]),
    ),
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`.SH ${title.replace(/:$/, "").toUpperCase()}`, ...lines];
}

function tagged({ term, text }: Entry): string[] {
  return [".TP", `\\fB${escaped(term)}\\fR`, ...filled(text)];
}

function taggedOption({ short, long, value, text }: OptionEntry): string[] {
  const names = [...(short === undefined ? [] : [short]), long].map((name) => `\\fB${escaped(name)}\\fR`);
  return [".TP", `${names.join(", ")}${value === "" ? "" : ` ${emphasized(value)}`}`, ...filled(text)];
}

/** Returns a command as it stands in a terminal, each line its own. */
function example(command: string, i: number): string[] {
  const lines = wrapCommand(command, EXAMPLE_COLUMNS, "").map((line) => guarded(escaped(line)));
  return [...(i === 0 ? [] : [".PP"]), ".EX", ...lines, ".EE"];
}

/** A synopsis: what is typed as it stands in bold, what is put in its place slanted. */
function emphasized(usage: string): string {
  return usage
    .split(/([\p{Lu}_]{2,}|\bN\b)/u)
    .map((part, i) =>
      i % 2 === 1 ? `\\fI${part}\\fR` : part.replace(/[\w-]*[a-z-][\w-]*/g, (word) => `\\fB${escaped(word)}\\fR`),
    )
    .join("");
}

/** Text in short lines, which man fills again. */
function filled(text: string, roff = escapedText(text)): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of roff.split(/\s+/)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && longer.replace(/[^ -~]/gu, "\\[u0000]").length > LINE_LENGTH) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line].map(guarded);
}

/** A hyphen between letters is one; where it begins a word it is what is typed. */
function escapedText(text: string): string {
  return text
    .split(/(\s+)/)
    .map((word) => (/^[("]?-/.test(word) ? escaped(word) : escaped(word).replaceAll("\\-", "-")))
    .join("");
}

/** Every character as it is typed. */
function escaped(text: string): string {
  const signs: Readonly<Record<string, string>> = {
    "\\": "\\e",
    "-": "\\-",
    "'": "\\(aq",
    "`": "\\(ga",
    "^": "\\(ha",
    "~": "\\(ti",
  };
  return text.replace(/[\\'`^~-]/g, (sign) => signs[sign]!);
}

/** A line that begins like a macro is text all the same. */
function guarded(line: string): string {
  return /^[.']/.test(line) ? `\\&${line}` : line;
}
