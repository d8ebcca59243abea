// What a person sees at a terminal: tables, bold and coloured words, the bar of who waits.

import type { Progress } from "../scrub/run.js";
import type { CommonHost } from "./command.js";

const INDENT = "  ";
const GAP = "  ";

export type Align = "left" | "right";

/** Rows under one another, each column as wide as its widest cell; without spaces at the lines' ends. */
export function layOut(rows: readonly (readonly string[])[], aligns: readonly Align[]): string[] {
  const widths = aligns.map((_, column) => Math.max(0, ...rows.map((row) => lengthOf(row[column] ?? ""))));
  return rows.map((row) => {
    const cells = aligns.map((align, column) => {
      const cell = row[column] ?? "";
      const space = " ".repeat(widths[column]! - lengthOf(cell));
      return align === "left" ? cell + space : space + cell;
    });
    return (INDENT + cells.join(GAP)).trimEnd();
  });
}

/** Cut to at most so many characters. */
export function shorten(text: string, most: number): string {
  const letters = [...text];
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join("")}…`;
}

/** In characters. */
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
const [BOLD, RED, YELLOW, END, CLEAR] = Object.keys(CODES) as [string, string, string, string, string];

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

/** A shorter run needs none. */
const QUIET_MS = 400;
const EVERY_MS = 100;
const BAR_WIDTH = 30;

export class ProgressBar {
  #next = Date.now() + QUIET_MS;
  #isShown = false;

  constructor(private readonly host: CommonHost) {}

  show({ share, records }: Progress): void {
    if (Date.now() < this.#next) return;
    this.#next = Date.now() + EVERY_MS;
    this.#isShown = true;
    const { summary } = this.host.sentences;
    const bar = share === undefined ? "" : `${barOf(share)} ${String(Math.floor(share * 100)).padStart(3)}%  `;
    this.host.stderr(`${CLEAR}${bar}${summary.progress(records)}`);
  }

  /** Before anything else is said. */
  clear(): void {
    if (this.#isShown) this.host.stderr(CLEAR);
    this.#isShown = false;
  }
}

function barOf(share: number): string {
  const full = Math.min(BAR_WIDTH, Math.floor(share * BAR_WIDTH));
  return `${"█".repeat(full)}${"░".repeat(BAR_WIDTH - full)}`;
}
