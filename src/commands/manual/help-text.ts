// A topic as a terminal shows it: in its width, short or whole.

import type { CommandName } from "../../text/help.js";
import { manualIn } from "../../text/language.js";
import type { Manual } from "../../text/manual.js";
import { createProgram } from "../arguments.js";
import type { CommonHost } from "../command.js";
import { bold, lengthOf } from "../screen.js";
import { guideLines } from "./guides.js";
import { type Entry, type OptionEntry, type Topic, topicOf } from "./topic.js";

/** How a topic is shown. */
export interface Look {
  manual: Manual;
  /** Columns of the terminal. */
  width: number;
  isColored: boolean;
}

const INDENT = "  ";
const CONTINUED = " \\";
/** The width below which a text stands below its term, not beside it. */
const NARROW = 60;
const SHORT_TERM = 8;
const BELOW = "      ";
const WIDEST_TERM = 32;
/** The least that a terminal has. Its last line is the prompt. */
const SCREEN = { columns: 80, lines: 24 };
const WIDEST_OF_SHORT = 26;
const EXAMPLES_OF_SHORT = 2;

/** The help of a command, whole or short; `listed`: the commands that it names. */
export async function helpPage(
  name: CommandName,
  listed: readonly CommandName[],
  isWhole: boolean,
  host: CommonHost,
): Promise<string> {
  const { sentences, columns, colorOnStdout } = host;
  const manual = await manualIn(sentences.language);
  const texts = { help: sentences.help, manual };
  const topic = topicOf(name, createProgram(name, host), texts, listed);
  const look = { manual, width: columns, isColored: colorOnStdout };
  if (!isWhole) return shortHelp(topic, look);
  return fullHelp(topic, look, listsAll(topic) ? guideLines(sentences.language) : []);
}

/** Everything; `guides`: the topics that are listed below the commands. */
export function fullHelp(topic: Topic, look: Look, guides: readonly Entry[] = []): string {
  const { manual } = look;
  return page([
    ...head(topic, look),
    section(manual.arguments, topic.operands, look),
    ...topic.options.map(({ title, options }) =>
      section(title, options.map(entryOf), look, WIDEST_TERM, widthOfTerms(topic)),
    ),
    ...commandsOf(topic, guides, look),
    examplesOf(topic, topic.examples.length, look),
    section(manual.exitCodes, topic.exitCodes, look),
    section(manual.environment, topic.variables, look),
  ]);
}

/** One screen: as many of the usual options as fit it, two examples, where the rest is. */
export function shortHelp(topic: Topic, look: Look): string {
  const options = topic.usual.map(entryOf).map(({ term, text }) => ({ term, text: firstClause(text) }));
  const isTooLong = () =>
    shortPage(topic, options, { ...look, width: SCREEN.columns }).split("\n").length > SCREEN.lines;
  while (options.length > 0 && isTooLong()) options.pop();
  return shortPage(topic, options, look);
}

function shortPage(topic: Topic, options: readonly Entry[], look: Look): string {
  const { manual, width } = look;
  return page([
    wrap(`${manual.usage} ${topic.usage}`, width, INDENT),
    wrap(`${topic.line[0]!.toUpperCase()}${topic.line.slice(1)}.`, width, ""),
    ...(options.length === 0 ? [] : [section(manual.options, options, look, WIDEST_OF_SHORT)]),
    ...(topic.commands.length === 0 ? [] : [shortCommands(topic, look)]),
    examplesOf(topic, EXAMPLES_OF_SHORT, look),
    wrap([manual.rest(topic.command), ...(listsAll(topic) ? [manual.more] : [])].join(" "), width, ""),
  ]);
}

/** What an option is for, without what else there is to say of it. */
function firstClause(text: string): string {
  return text.replace(/;.*/, "");
}

/** Lists the commands: all of them on one line, the few of one command on a line each. */
function shortCommands(topic: Topic, look: Look): string[] {
  const { commands } = look.manual;
  if (!listsAll(topic)) return section(commands, topic.commands, look);
  return wrap(`${commands} ${topic.commands.map(({ term }) => term).join(", ")}`, look.width, INDENT);
}

function listsAll({ command, commands }: Topic): boolean {
  return commands.length > 0 && !command.includes(" ");
}

/** Words in lines of at most `width` characters, all but the first behind `hanging`; a longer word has a line of its own. */
export function wrap(text: string, width: number, hanging: string): string[] {
  return fill(text.split(/\s+/), width, "", hanging, "");
}

/** A command to type, parted as a shell takes it back: `\` at the end of every line but the last. */
export function wrapCommand(command: string, width: number, indent: string): string[] {
  const words = command.match(/(?:"[^"]*"|'[^']*'|\S)+/g) ?? [];
  const behind = `${indent}  `;
  const most = width - behind.length - CONTINUED.length;
  // An option and its value stay on one line where they fit.
  const parts: string[] = [];
  for (const word of words) {
    const option = parts.at(-1) ?? "";
    const both = `${option} ${word}`;
    if (/^--?\w[\w-]*$/.test(option) && /^[\w"'~]/.test(word) && lengthOf(both) <= most) parts[parts.length - 1] = both;
    else parts.push(word);
  }
  return fill(parts, width, indent, behind, CONTINUED);
}

/** `ending`: of every line that another follows. */
function fill(words: readonly string[], width: number, first: string, hanging: string, ending: string): string[] {
  const lines: string[] = [];
  let line = "";
  for (const [i, word] of words.entries()) {
    const isLast = i === words.length - 1;
    const longer = line === "" ? first + word : `${line} ${word}`;
    if (line === "" || lengthOf(longer) + (isLast ? 0 : ending.length) <= width) {
      line = longer;
      continue;
    }
    lines.push(line + ending);
    line = hanging.length + lengthOf(word) + ending.length > width ? word : hanging + word;
  }
  return line === "" ? lines : [...lines, line];
}

function page(parts: readonly (readonly string[])[]): string {
  return `${parts.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function head({ usage, description }: Topic, { manual, width }: Look): string[][] {
  return [wrap(`${manual.usage} ${usage}`, width, INDENT), wrap(description, width, "")];
}

function commandsOf(topic: Topic, guides: readonly Entry[], look: Look): string[][] {
  if (topic.commands.length === 0) return [];
  return [
    section(look.manual.commands, topic.commands, look),
    ...(guides.length === 0 ? [] : [section(look.manual.topics, guides, look)]),
    ...(listsAll(topic) ? [wrap(look.manual.more, look.width, "")] : []),
  ];
}

function examplesOf({ examples }: Topic, most: number, look: Look): string[] {
  const indent = look.width < NARROW ? "" : INDENT;
  const shown = examples.slice(0, most).flatMap((example) => wrapCommand(example, look.width, indent));
  return [title(look.manual.examples, look), ...shown];
}

/** Words with their meanings, as a guide has them. */
export function entriesIn(entries: readonly (readonly [string, string])[], width: number): string[] {
  const shown = entries.map(([term, text]) => ({ term, text }));
  return shown.flatMap((entry) => lay(entry, Math.min(widestOf(shown), WIDEST_TERM), width));
}

/** `most`: characters of a term with its text beside it. */
function section(
  name: string,
  entries: readonly Entry[],
  look: Look,
  most = WIDEST_TERM,
  widest = widestOf(entries),
): string[] {
  return [title(name, look), ...entries.flatMap((entry) => lay(entry, Math.min(widest, most), look.width))];
}

/** A term and its text beside it, or below where it is long or the terminal narrow. */
function lay({ term, text }: Entry, widest: number, width: number): string[] {
  if (width < NARROW && widest > SHORT_TERM)
    return [
      ...wrap(term.trim(), width - INDENT.length, "").map((line) => INDENT + line),
      ...wrap(text, width - BELOW.length, "").map((line) => BELOW + line),
    ];
  const column = INDENT.length + widest + INDENT.length;
  const beside = wrap(text, width - column, "").map((line) => " ".repeat(column) + line);
  const first = `${INDENT}${term}`;
  if (lengthOf(term) > widest) return [first, ...beside];
  return [
    `${first}${" ".repeat(column - lengthOf(first))}${beside[0]?.slice(column) ?? ""}`.trimEnd(),
    ...beside.slice(1),
  ];
}

function entryOf({ short, long, value, text }: OptionEntry): Entry {
  return { term: `${short === undefined ? "    " : `${short}, `}${long}${value === "" ? "" : ` ${value}`}`, text };
}

/** Returns the width of the longest term: all sections of options have their texts in one column. */
function widthOfTerms({ options }: Topic): number {
  return widestOf(options.flatMap((section) => section.options.map(entryOf)));
}

function widestOf(entries: readonly Entry[]): number {
  return Math.max(0, ...entries.map(({ term }) => lengthOf(term)));
}

function title(text: string, { isColored }: Look): string {
  return bold(text, isColored);
}
