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

function lengthOf(text: string): number {
  return [...text].length;
}

export function bold(text: string, isColored: boolean): string {
  return isColored ? `\x1b[1m${text}\x1b[0m` : text;
}

/** A line on stderr behind the word for it. */
export function warn(text: string, host: CommonHost): void {
  const { warning } = host.sentences.summary;
  host.stderr(`${host.color ? `\x1b[33m${warning}\x1b[0m` : warning}: ${text}\n`);
}

/** A shorter run needs none. */
const QUIET_MS = 400;
const EVERY_MS = 100;
const BAR_WIDTH = 30;
const CLEAR = "\r\x1b[K";

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
