// What a command is: words become its arguments, and they are run. And what it may ask of the process that runs it:
// where it prints, in which language, and what a signal must undo.

import { fileURLToPath } from "node:url";
import type { ExitCode } from "../errors.js";
import type { OutputWanted } from "../files/output.js";
import type { CommonSentences, Sentences } from "../text/sentences.js";

export interface HelpSetting {
  sentences: CommonSentences;
}

/** What the user asked to see instead of a run. */
export interface Shown {
  show: "short help" | "full help" | "version";
}

export interface Command<Arguments extends object = object> {
  /** Parses the words after the command's name. */
  parse(words: readonly string[], setting: HelpSetting): Arguments | Shown;
  run(typed: Arguments, host: CommonHost): Promise<ExitCode>;
}

/** The `run` of a command that may say more than every run may. */
export function sayingAll<Arguments extends object>(
  run: (typed: Arguments, host: Host) => Promise<ExitCode>,
): Command<Arguments>["run"] {
  return async (typed, host) => run(typed, await host.withAllSentences());
}

/** The path of a file of the package, whose folder is as deep above a module as above the files that are installed. */
export function packagedFile(name: string): string {
  return fileURLToPath(new URL(`../../${name}`, import.meta.url));
}

export const COLORS = ["auto", "always", "never"] as const;

/** What a scrub asks; whatever may be said in it, any command may say. */
export interface CommonHost {
  version: string;
  sentences: CommonSentences;
  /** Whether stderr takes colours. */
  color: boolean;
  /** Whether stdout may have color. */
  colorOnStdout: boolean;
  /** Width of help. */
  columns: number;
  /** Width of tables: of the terminal, or as COLUMNS says; else they are as wide as their cells. */
  tableWidth: number;
  stdout(text: string): void;
  /** What is said behind data waits until these are taken: where their reader has gone, nothing is said. */
  stderr(text: string): void;
  /** Shows a line on stderr until anything else is said there, or another line; an empty one shows none any more. */
  status(line: string): void;
  /** Columns that such a line may have. */
  readonly statusWidth: number;
  /** Settles once all that went to stdout is taken: whoever writes for as long as somebody reads waits for it now and then. */
  taken(): Promise<void>;
  /** Says what went wrong, and gives its exit code: for a command that goes on with what else it was asked for. */
  fail(error: unknown): ExitCode;
  /**
   * Is told that these outputs are about to be written, and are no @FILE: if the run fails, what stands under their
   * names is old, but for its inputs.
   */
  watchOutputs(outputs: readonly OutputWanted[], inputs: readonly string[]): void;
  /** Refuses to write to a file of which the arguments of this run were read. */
  refuseArgumentFiles(outputs: readonly string[]): void;
  /** The outputs stand, or the opt-outs are recorded: from now on no failure makes them old, and no signal the run a failed one. */
  published(): void;
  /** Does work that no signal interrupts. */
  whole<T>(work: () => Promise<T>): Promise<T>;
  /** Called with the exit code when a signal or a closed pipe ends the run before its outputs stand. */
  onStop(record: (code: ExitCode) => void): void;
  /** Itself, once it can say everything. */
  withAllSentences(): Promise<Host>;
}

/** What every command but scrub is given. */
export interface Host extends CommonHost {
  sentences: Sentences;
}
