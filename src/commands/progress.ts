// The bar on stderr, for a person at a terminal who waits. Everybody else sees nothing of it.

import type { Progress } from "../scrub/run.js";
import type { CommonHost } from "./host.js";

/** A shorter run needs none. */
const QUIET_MS = 400;
const EVERY_MS = 100;
const WIDTH = 30;
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
  const full = Math.min(WIDTH, Math.floor(share * WIDTH));
  return `${"█".repeat(full)}${"░".repeat(WIDTH - full)}`;
}
