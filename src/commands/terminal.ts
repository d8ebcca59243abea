// Writes to stdout and stderr: colours and widths, a status line, and messages after the data.

import { isTerminal } from "../files/paths.js";
import { fixedWord } from "../text/typed-words.js";
import { shorten } from "../text/values.js";
import { COLORS } from "./command.js";
import { CLEAR, forTerminal } from "./screen.js";

type Streams = Pick<NodeJS.Process, "env" | "stdout" | "stderr">;

export class Terminal {
  readonly color: boolean;
  readonly colorOnStdout: boolean;
  readonly columns: number;
  readonly tableWidth: number;
  /** Whether a list goes to stdout. */
  protected hasData = false;
  protected showsStatus = false;
  /** Whether the terminal can't clear a line. */
  readonly #isDumb: boolean;
  /** Pending writes to stdout, and functions that wait for them. */
  #pending = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(
    color: string,
    private readonly streams: Streams,
  ) {
    const when = fixedWord(color, COLORS);
    this.#isDumb = streams.env.TERM === "dumb";
    const isPlain = Boolean(streams.env.NO_COLOR) || this.#isDumb;
    const takesColor = (descriptor: 1 | 2) =>
      when === "always" || (when === "auto" && isTerminal(descriptor) && !isPlain);
    this.color = takesColor(2);
    this.colorOnStdout = takesColor(1);
    const width = widthIn(streams) ?? streams.stdout.columns;
    this.columns = Math.min(width || 80, 120);
    this.tableWidth = width || Number.POSITIVE_INFINITY;
  }

  stdout(text: string): void {
    this.#pending++;
    this.streams.stdout.write(forTerminal(text), (failed) => {
      if (failed || --this.#pending > 0) return;
      for (const go of this.#waiting.splice(0)) go();
    });
  }

  taken(): Promise<void> {
    return new Promise((resolve) => this.#afterStdout(resolve));
  }

  #afterStdout(go: () => void): void {
    if (this.#pending > 0) this.#waiting.push(go);
    else go();
  }

  status(line: string): void {
    if (line === "" && !this.showsStatus) return;
    // With data on the same terminal, the status would share a line with it.
    if (this.#isDumb || (this.hasData && isTerminal(1))) return;
    this.showsStatus = line !== "";
    // The last column stays free, because some terminals wrap when it is filled.
    this.streams.stderr.write(forTerminal(CLEAR + shorten(line, this.statusWidth)));
  }

  get statusWidth(): number {
    return (this.streams.stderr.columns || (widthIn(this.streams) ?? 80)) - 1;
  }

  stderr(text: string): void {
    this.status("");
    this.#afterStdout(() => this.streams.stderr.write(forTerminal(text)));
  }

  /** Lets messages wait for data no longer. */
  protected dropPending(): void {
    this.#pending = 0;
  }
}

/** Returns the width in COLUMNS; undefined if it is none. */
function widthIn({ env }: Pick<Streams, "env">): number | undefined {
  const width = Number(env.COLUMNS);
  return width > 0 ? width : undefined;
}
