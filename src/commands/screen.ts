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

/**
 * Lines of tables in no more than so many characters: what is too much goes on below where the second cell begins, parted between
 * cells if it can be, else between words.
 */
export function folded(text: string, width: number): string {
  return text
    .split("\n")
    .flatMap((line) => foldedLine(line, Math.max(width, LEAST_ROOM)))
    .join("\n");
}

/** Words get less than this only where no screen is wide enough. */
const LEAST_ROOM = 20;
const SHORT_INDENT = "    ";

function foldedLine(line: string, width: number): string[] {
  if (lengthOf(line) <= width) return [line];
  const [label] = /^ *\S+(?: \S+)* {2,}/.exec(line) ?? [SHORT_INDENT];
  const longest = Math.max(...line.slice(label.length).split(" ").map(lengthOf));
  // An id is not cut where a line has room for it.
  const isCut = longest > width - label.length && longest <= width - SHORT_INDENT.length;
  const indent = !isCut && label.length <= width - LEAST_ROOM ? " ".repeat(label.length) : SHORT_INDENT;
  const lines: string[] = [];
  let rest = [...line];
  while (rest.length > width) {
    const from = lines.length > 0 ? indent.length : isCut ? label.trimEnd().length - 1 : label.length;
    const at = breakIn(rest.slice(0, width + 1).join(""), from);
    lines.push(rest.slice(0, at).join("").trimEnd());
    rest = [...indent, ...rest.slice(at).join("").trimStart()];
  }
  return [...lines, rest.join("")];
}

/** The place where a line that is too long ends: behind `from` the last cell that fits, the last word, or all that does. */
function breakIn(line: string, from: number): number {
  const cell = line.search(/ {2,}(?!.* {2})/);
  if (cell > from) return cell;
  const word = line.lastIndexOf(" ");
  return word > from ? word : line.length - 1;
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

/** A shorter run needs none. */
const QUIET_MS = 400;
const EVERY_MS = 100;
const WIDEST_BAR = 30;
const NARROWEST_BAR = 5;
/** Before, what is left can't be told from what was done. */
const TELLING_SHARE = 0.02;
const TELLING_MS = 2000;

export class ProgressBar {
  #begun = Date.now();
  #next = this.#begun + QUIET_MS;
  #share = 0;

  constructor(private readonly host: CommonHost) {}

  show({ share, records }: Progress): void {
    const now = Date.now();
    // The next list is begun, of which the time of the one before tells nothing.
    if (share !== undefined && share < this.#share) this.#begun = now;
    this.#share = share ?? 0;
    if (now < this.#next) return;
    this.#next = now + EVERY_MS;
    const { summary } = this.host.sentences;
    const passed = now - this.#begun;
    const canTell = share !== undefined && share < 1 && share > TELLING_SHARE && passed > TELLING_MS;
    const left = canTell ? [summary.timeLeft(clock((passed / share) * (1 - share)))] : [];
    const done = share === undefined ? [] : [`${String(Math.min(100, Math.floor(share * 100))).padStart(3)}%`];
    const text = [...done, summary.progress(records), ...left].join("  ");
    const room = Math.min(WIDEST_BAR, this.host.statusWidth - lengthOf(text) - 1);
    this.host.status(share === undefined || room < NARROWEST_BAR ? text.trimStart() : `${barOf(share, room)} ${text}`);
  }

  /** Clears the bar, before anything else is said. */
  clear(): void {
    this.host.status("");
  }
}

/** Shows at a terminal, and there alone, how far a long work has come. */
export async function watched<T>(quiet: boolean, host: CommonHost, work: (show: OnProgress) => Promise<T>): Promise<T> {
  const bar = new ProgressBar(host);
  const isSeen = !quiet && isTerminal(2);
  try {
    return await work((progress) => {
      if (isSeen) bar.show(progress);
    });
  } finally {
    bar.clear();
  }
}

function barOf(share: number, width: number): string {
  const full = Math.min(width, Math.floor(share * width));
  return `${"█".repeat(full)}${"░".repeat(width - full)}`;
}

/** Milliseconds as `0:42`, `12:05` or `1:02:05`. */
function clock(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const two = (value: number) => String(value).padStart(2, "0");
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`;
}
