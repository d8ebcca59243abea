// Formats output for terminals: tables, styles, folded text, the progress bar.

import { isTerminal } from "../files/paths.js";
import type { OnProgress, Progress } from "../lists/progress.js";
import type { CommonHost } from "./command.js";

const INDENT = "  ";
const GAP = "  ";

export type Align = "left" | "right";

/** Returns the lines of a table, each column as wide as its widest cell, without trailing spaces. */
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

/** The least width of folded text, in characters. */
const LEAST_WIDTH = 20;

/** Folds lines to a width in characters, unless a word is longer; continued lines are indented. */
export function folded(text: string, width: number): string {
  return text.replace(/[^\n]+/g, (line) => foldedLine(line, Math.max(width, LEAST_WIDTH)));
}

function foldedLine(line: string, width: number): string {
  if (lengthOf(line) <= width) return line;
  const lines: string[] = [];
  // The spaces between a table's cells stay with the cell before them.
  for (const word of line.split(/ (?! )/)) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && lengthOf(longer) > width) lines.push(INDENT + INDENT + word);
    else lines[Math.max(0, lines.length - 1)] = longer;
  }
  return lines.map((one) => one.trimEnd()).join("\n");
}

/** Counts characters, not UTF-16 units. */
export function lengthOf(text: string): number {
  return [...text].length;
}

/** Private characters for our own control codes; any other control character is escaped. */
const CODES: Readonly<Record<string, string>> = {
  "\ufdd0": "\x1b[1m",
  "\ufdd1": "\x1b[31m",
  "\ufdd2": "\x1b[33m",
  "\ufdd3": "\x1b[0m",
  "\ufdd4": "\r\x1b[K",
};
/** Clears the cursor's line. */
export const CLEAR = "\ufdd4";
const [BOLD, RED, YELLOW, END] = Object.keys(CODES) as [string, string, string, string];

export function bold(text: string, isColored: boolean): string {
  return isColored ? BOLD + text + END : text;
}

export function red(text: string, isColored: boolean): string {
  return isColored ? RED + text + END : text;
}

/**
 * Escapes control characters and marks of direction, which names of files and columns may contain. Escapes are JSON's, so that
 * JSON keeps its meaning.
 */
export function forTerminal(text: string): string {
  return text.replace(
    /[\ufdd0-\ufdd4]|(?![\n\t])\p{Cc}|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu,
    (character) => CODES[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

export function warn(text: string, host: CommonHost): void {
  const { warning } = host.sentences.summary;
  host.stderr(`${host.color ? YELLOW + warning + END : warning}: ${text}\n`);
}

/** Milliseconds before a progress bar appears. */
const QUIET_MS = 400;
const EVERY_MS = 100;
const WIDEST_BAR = 30;
const NARROWEST_BAR = 5;

/** Runs work with a progress bar, at a terminal only. */
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

/** Returns a bar with the share and the count of records; only the count if the share is unknown. */
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
