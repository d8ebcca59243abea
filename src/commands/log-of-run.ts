// Writes a run's line in the run log: one line, whether the run succeeds, fails or is stopped.

import { randomUUID } from "node:crypto";
import { ExitCode, ScrubError } from "../errors.js";
import type { WrittenOutput } from "../evidence/report.js";
import type * as RunLog from "../evidence/run-log.js";
import { type OutputWanted, wantedEvidence } from "../files/output.js";
import { isSamePlace, kindOfPath } from "../files/paths.js";
import { checkOutputs } from "../files/publication.js";
import { endOfRun, type WrittenReport } from "./reporting.js";

export class LogOfRun {
  readonly id = randomUUID();
  #isDone = false;
  /** Writes the log; set once `check` has accepted the file, which could be something else. */
  #checked: typeof RunLog | undefined;

  /** `file`: undefined without a log. */
  constructor(
    private readonly file: string | undefined,
    readonly startedAt: Date,
  ) {}

  /** Checks before any work that the file is a log or can become one, and is neither an output nor an input. */
  async check(outputs: readonly OutputWanted[], inputs: readonly string[]): Promise<void> {
    const { file } = this;
    if (file === undefined) return;
    if (file === "-" || kindOfPath(file) === "other")
      throw new ScrubError(ExitCode.usage, "badForm", ["--log", "runs.jsonl"]);
    if (outputs.some(({ path }) => isSamePlace(path, file)))
      throw new ScrubError(ExitCode.usage, "outputNamedTwice", [], { file });
    // The log may exist, unlike outputs.
    checkOutputs([wantedEvidence(file)], inputs, true);
    const runLog = await import("../evidence/run-log.js");
    runLog.checkRunLog(file);
    this.#checked = runLog;
  }

  /** Logs a success. An error undoes the publication: a run that can't be logged is not published. */
  succeed(finishedAt: Date, reports: readonly WrittenReport[], outputs: readonly WrittenOutput[]): void {
    this.#isDone = true;
    if (this.file === undefined) return;
    this.#checked!.logRun(this.file, {
      ...{ id: this.id, startedAt: this.startedAt, finishedAt, exitCode: ExitCode.done, error: undefined },
      reports,
      outputs: outputs.map(({ role, path, sha256 }) => ({ role, path, sha256 })),
    });
  }

  /** Logs a failure, if possible. `error`: undefined for a signal. */
  fail(exitCode: ExitCode, error?: unknown): void {
    if (this.#isDone || this.#checked === undefined) return;
    this.#isDone = true;
    const name = error === undefined ? undefined : error instanceof ScrubError ? error.sentence : "bug";
    const run = { id: this.id, startedAt: this.startedAt, finishedAt: endOfRun(this.startedAt), exitCode, error: name };
    try {
      this.#checked.logRun(this.file!, { ...run, reports: [], outputs: [] });
    } catch {
      // The failure itself is reported.
    }
  }
}
