// Defines a page of help and lays it out in a terminal's width.

import { Help } from "commander";
import type { CommonHost } from "../command.js";
import { bold, lengthOf } from "../screen.js";

/** A term and its text. */
export interface Entry {
  term: string;
  text: string;
}

/** A part of a page: a title, a paragraph, terms, commands to type, or a program. */
export type Block =
  | { title: string }
  | { text: string }
  | { entries: readonly Entry[] }
  | { examples: readonly string[] }
  | { program: string };

/** The terminal. */
type Look = Pick<CommonHost, "columns" | "colorOnStdout">;

const INDENT = "  ";
const CONTINUED = " \\";
/** In a narrower terminal a text is below its term instead of next to it. */
const NARROW = 60;
const SHORT_TERM = 8;
const BELOW = "      ";
const WIDEST_TERM = 26;
/** The widest text, because longer lines are hard to read. */
const WIDEST_TEXT = 100;

/** Lays out a page in the terminal's width. */
export function shown(blocks: readonly Block[], { columns, colorOnStdout }: Look): string {
  const width = Math.min(columns, WIDEST_TEXT);
  const parts = blocks.map((block, i) => {
    const before = blocks[i - 1];
    // No blank line between a paragraph and its list, nor after a title.
    const isBelow = before === undefined || "title" in before || ("text" in before && "entries" in block);
    return `${isBelow ? "" : "\n"}${linesOf(block, width, colorOnStdout).join("\n")}`;
  });
  return `${parts.join("\n")}\n`;
}

function linesOf(block: Block, width: number, isColored: boolean): string[] {
  if ("title" in block) return wrap(block.title, width).map((line) => bold(line, isColored));
  if ("text" in block) return wrap(block.text, width);
  // Neither wrapped nor indented, so that it can be redirected into a file.
  if ("program" in block) return [block.program];
  if ("examples" in block) {
    const indent = width < NARROW ? "" : INDENT;
    return block.examples.flatMap((example) => wrapCommand(example, width, indent));
  }
  const widest = Math.min(WIDEST_TERM, Math.max(0, ...block.entries.map(({ term }) => lengthOf(term))));
  return block.entries.flatMap((entry) => lay(entry, widest, width));
}

const wrapping = Object.assign(new Help(), { minWidthToWrap: 0 });

/** Wraps text to lines of `width` characters; a longer word gets a line of its own. */
export function wrap(text: string, width: number): string[] {
  return wrapping.boxWrap(text.replace(/\s+/g, " "), width).split("\n");
}

/** Stands for a space that must not be broken. */
const KEPT = "\u0001";

/** Wraps a command with `\` at line ends, as a shell reads it. */
export function wrapCommand(command: string, width: number, indent: string): string[] {
  const kept = command
    .replace(/"[^"]*"|'[^']*'/g, (quoted) => quoted.replaceAll(" ", KEPT))
    // Keep an option and its value on one line.
    .replace(/( --?\w[\w-]*) (?=[\w"'~])/g, `$1${KEPT}`);
  const lines = wrap(kept, width - 2 * indent.length - CONTINUED.length);
  return lines
    .map((line, i) => `${i === 0 ? indent : indent + indent}${line}${i < lines.length - 1 ? CONTINUED : ""}`)
    .map((line) => line.replaceAll(KEPT, " "));
}

/** Lays out a term with its text next to it, or below if the term is long or the terminal narrow. */
function lay({ term, text }: Entry, widest: number, width: number): string[] {
  if (width < NARROW && widest > SHORT_TERM)
    return [
      ...wrap(term.trim(), width - INDENT.length).map((line) => INDENT + line),
      ...wrap(text, width - BELOW.length).map((line) => BELOW + line),
    ];
  const column = INDENT.length + widest + INDENT.length;
  const lines = wrap(text, width - column).map((line) => " ".repeat(column) + line);
  const first = `${INDENT}${term}`;
  if (lengthOf(term) > widest) return [first, ...lines];
  return [`${first.padEnd(column)}${lines[0]!.slice(column)}`.trimEnd(), ...lines.slice(1)];
}
