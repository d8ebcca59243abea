// Options of a run in a process of its own, in which calls of node:fs go wrong: support/faults.mjs puts the faults in.

import type { RunOptions } from "./workdir.js";

const PRELOAD = new URL("faults.mjs", import.meta.url).href;

/** What goes wrong at the `at`-th call of a function of node:fs, or of several, whose first argument holds `path`. */
export interface Fault {
  call: string | readonly string[];
  path?: string;
  /** 1 if not said. */
  at?: number;
  /** At every later call too. */
  lasting?: boolean;
  /** The call fails with this code. */
  code?: string;
  /** Or this reaches the process first, and the call is done. */
  signal?: NodeJS.Signals;
}

export function faulty(...faults: Fault[]): RunOptions & { env: Record<string, string> } {
  return { env: { NODE_OPTIONS: `--import=${PRELOAD}`, FAULTS: JSON.stringify(faults) } };
}
