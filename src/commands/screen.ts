// What a person sees at a terminal: tables, bold and coloured words, the bar of who waits.

import { isTerminal } from "../files/paths.js";
import type { OnProgress, Progress } from "../lists/progress.js";
import type { CommonHost } from "./command.js";

const INDENT = "  ";
const GAP = "  ";

export type Align = "left" | "right";

/** Rows under one another, each column as wide as its widest cell; without spaces at the lines' ends. */
export function layOut(rows: readonly (readonly string[])[], aligns: readonly Align[]): string[] {
  const widths = aligns.map((_, column) =>
    rows.reduce((widest, row) => Math.max(widest, lengthOf(row[column] ?? "")), 0),
  );
  return rows.map((row) => {
    const cells = aligns.map((align, column) => {
      const cell = row[column] ?? "";
      const space = " ".repeat(widths[column]! - lengthOf(cell));
      return align === "left" ? cell + space : space + cell;
    });
    return (INDENT + cells.join(GAP)).trimEnd();
  });
}

/** Words get less room than this only where no screen is wide enough. */
const LEAST_WIDTH = 20;

/** Lines in no more than so many characters, unless a word is longer: what is too much goes on below, indented. */
export function folded(text: string, width: number): string {
  return text.replace(/[^\n]+/g, (line) => foldedLine(line, Math.max(width, LEAST_WIDTH)));
}

function foldedLine(line: string, width: number): string {
  if (lengthOf(line) <= width) return line;
  const lines: string[] = [];
  // The spaces between the cells of a table stay with the cell before them.
  for (const word of line.split(/ (?! )/)) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && lengthOf(longer) > width) lines.push(INDENT + INDENT + word);
    else lines[Math.max(0, lines.length - 1)] = longer;
  }
  return lines.map((one) => one.trimEnd()).join("\n");
}

/** Returns the length of text in characters. */
export function lengthOf(text: string): number {
  return [...text].length;
}

/** Our own codes, as characters that no text has: whatever else could steer a terminal is escaped. */
const CODES: Readonly<Record<string, string>> = {
  "\ufdd0": "\x1b[1m",
  "\ufdd1": "\x1b[31m",
  "\ufdd2": "\x1b[33m",
  "\ufdd3": "\x1b[0m",
  "\ufdd4": "\r\x1b[K",
};
/** Empties the line in which the cursor stands. */
export const CLEAR = "\ufdd4";
const [BOLD, RED, YELLOW, END] = Object.keys(CODES) as [string, string, string, string];

export function bold(text: string, isColored: boolean): string {
  return isColored ? BOLD + text + END : text;
}

export function red(text: string, isColored: boolean): string {
  return isColored ? RED + text + END : text;
}

/**
 * Text as a terminal may have it: a file's name or a column's can hold what clears the screen or turns a line round. JSON stays
 * what it was, for it is escaped as JSON does it.
 */
export function forTerminal(text: string): string {
  return text.replace(
    /[\ufdd0-\ufdd4]|(?![\n\t])\p{Cc}|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu,
    (character) => CODES[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** A line on stderr behind the word for it. */
export function warn(text: string, host: CommonHost): void {
  const { warning } = host.sentences.summary;
  host.stderr(`${host.color ? YELLOW + warning + END : warning}: ${text}\n`);
}

/** A shorter run shows no bar. */
const QUIET_MS = 400;
const EVERY_MS = 100;
const WIDEST_BAR = 30;
const NARROWEST_BAR = 5;

/** Shows at a terminal, and there alone, how far a long work has come. */
export async function watched<T>(quiet: boolean, host: CommonHost, work: (show: OnProgress) => Promise<T>): Promise<T> {
  const isSeen = !quiet && isTerminal(2);
  let next = Date.now() + QUIET_MS;
  try {
    return await work((progress) => {
      const now = Date.now();
      if (!isSeen || now < next) return;
      next = now + EVERY_MS;
      host.status(progressLine(progress, host));
    });
  } finally {
    host.status("");
  }
}

/** A bar, the share and the records; the records alone where nobody knows how many there are. */
export function progressLine(
  { share, records }: Progress,
  host: Pick<CommonHost, "sentences" | "statusWidth">,
): string {
  const counted = host.sentences.summary.progress(records);
  if (share === undefined) return counted;
  const text = `${String(Math.min(100, Math.floor(share * 100))).padStart(3)}%  ${counted}`;
  const room = Math.min(WIDEST_BAR, host.statusWidth - lengthOf(text) - 1);
  if (room < NARROWEST_BAR) return text.trimStart();
  const full = Math.min(room, Math.floor(share * room));
  return `${"█".repeat(full)}${"░".repeat(room - full)} ${text}`;
}
