// Defines a command (parse and run) and its host: the process in which it runs, with its output, language and signals.

import { fileURLToPath } from "node:url";
import type { ExitCode } from "../errors.js";
import type { OutputWanted } from "../files/output.js";
import type { CommonSentences, Sentences } from "../text/sentences.js";

export interface HelpSetting {
  sentences: CommonSentences;
}

/** What is shown instead of a run: help or the version. */
export interface Shown {
  show: "short help" | "full help" | "version";
}

export interface Command<Arguments extends object = object> {
  /** Parses the arguments after the command's name. */
  parse(words: readonly string[], setting: HelpSetting): Arguments | Shown;
  run(typed: Arguments, host: CommonHost): Promise<ExitCode>;
}

/** Wraps the `run` of a command that needs all sentences. */
export function sayingAll<Arguments extends object>(
  run: (typed: Arguments, host: Host) => Promise<ExitCode>,
): Command<Arguments>["run"] {
  return async (typed, host) => run(typed, await host.withAllSentences());
}

/** Returns the path of a file of the package. Modules and bundle lie equally deep in it. */
export function packagedFile(name: string): string {
  return fileURLToPath(new URL(`../../${name}`, import.meta.url));
}

export const COLORS = ["auto", "always", "never"] as const;

/** The host of a scrub; other commands add to it. */
export interface CommonHost {
  version: string;
  sentences: CommonSentences;
  /** Whether stderr takes colours. */
  color: boolean;
  /** Whether stdout may have color. */
  colorOnStdout: boolean;
  /** The width of help, in columns. */
  columns: number;
  /** The greatest width of tables: the terminal's, or COLUMNS; otherwise there is no limit. */
  tableWidth: number;
  stdout(text: string): void;
  /** Prints a text after the data on stdout was read. If its reader is gone, nothing is printed. */
  stderr(text: string): void;
  /** Shows a status line on stderr until something else is printed there; an empty one clears it. */
  status(line: string): void;
  /** The width of a status line, in columns. */
  readonly statusWidth: number;
  /** Settles when stdout was read so far. Await it now and then in an endless answer. */
  taken(): Promise<void>;
  /** Prints an error and returns its exit code, for a command that continues. */
  fail(error: unknown): ExitCode;
  /** Announces outputs before they are written: if the run fails, existing files at these paths are reported as old. */
  watchOutputs(outputs: readonly OutputWanted[], inputs: readonly string[]): void;
  /** Refuses outputs that are this run's files of arguments. */
  refuseArgumentFiles(outputs: readonly string[]): void;
  /** Announces that outputs are published or opt-outs recorded: later failures and signals don't make the run a failed one. */
  published(): void;
  /** Runs work that no signal interrupts. */
  whole<T>(work: () => Promise<T>): Promise<T>;
  /** Registers a function that is called with the exit code if a signal or a closed pipe ends the run before publication. */
  onStop(record: (code: ExitCode) => void): void;
  /** Returns the host with all sentences loaded. */
  withAllSentences(): Promise<Host>;
}

/** The host of every command but scrub. */
export interface Host extends CommonHost {
  sentences: Sentences;
}
