// A run and its line in the run log: one, whether it succeeds, fails or is stopped.

import { randomUUID } from "node:crypto";
import path from "node:path";
import { ExitCode, ScrubError } from "../errors.js";
import type { WrittenOutput } from "../evidence/report.js";
import type * as RunLog from "../evidence/run-log.js";
import { isSamePlace, kindOfPath } from "../files/paths.js";
import { endOfRun } from "./reporting.js";

export interface WrittenReport {
  path: string;
  sha256: string;
}

export class LogOfRun {
  readonly id = randomUUID();
  #isDone = false;
  /** What writes it, for whoever keeps one. Only a log that was looked at is written to: it might be another file, or one of the lists. */
  #checked: typeof RunLog | undefined;

  /** `file`: undefined where no log is kept. */
  constructor(
    private readonly file: string | undefined,
    readonly startedAt: Date,
  ) {}

  /** Checks, before any work, that it is a log or can become one, and is neither an output nor an input. */
  async check(outputs: readonly string[], inputs: readonly string[]): Promise<void> {
    const { file } = this;
    if (file === undefined) return;
    if (file === "-" || kindOfPath(file) === "other")
      throw new ScrubError(ExitCode.usage, "badForm", ["--log", "runs.jsonl"]);
    if (outputs.some((output) => isSamePlace(output, file)))
      throw new ScrubError(ExitCode.usage, "outputNamedTwice", [], { file });
    const input = inputs.find((it) => isSamePlace(it, file));
    if (input !== undefined) throw new ScrubError(ExitCode.usage, "outputIsInput", [input], { file });
    if (kindOfPath(file) === "directory") throw new ScrubError(ExitCode.io, "isDirectory", [], { file });
    if (kindOfPath(path.dirname(file)) !== "directory") throw new ScrubError(ExitCode.io, "noFolder", [], { file });
    const runLog = await import("../evidence/run-log.js");
    runLog.checkRunLog(file);
    this.#checked = runLog;
  }

  /** A run that can't be logged must not stand: what is thrown undoes its publication. */
  succeed(finishedAt: Date, reports: readonly WrittenReport[], outputs: readonly WrittenOutput[]): void {
    this.#isDone = true;
    if (this.file === undefined) return;
    this.#checked!.logRun(this.file, {
      ...{ id: this.id, startedAt: this.startedAt, finishedAt, exitCode: ExitCode.done, error: undefined },
      reports,
      outputs: outputs.map(({ role, path, sha256 }) => ({ role, path, sha256 })),
    });
  }

  /** The failure itself is what is reported, also where it can't be logged. `error`: undefined where a signal came. */
  fail(exitCode: ExitCode, error: unknown): void {
    if (this.#isDone || this.#checked === undefined) return;
    this.#isDone = true;
    const name = error === undefined ? undefined : error instanceof ScrubError ? error.sentence : "bug";
    const run = { id: this.id, startedAt: this.startedAt, finishedAt: endOfRun(this.startedAt), exitCode, error: name };
    try {
      this.#checked.logRun(this.file!, { ...run, reports: [], outputs: [] });
    } catch {
      // Best effort.
    }
  }
}
