// svscrub scrub: what was typed → the run, with what a person is told of it.

import { ExitCode } from "../../errors.js";
import { isTerminal } from "../../files/paths.js";
import type { OnProgress } from "../../lists/progress.js";
import type { CommonHost } from "../command.js";
import { ProgressBar } from "../screen.js";
import type { ScrubArguments } from "./arguments.js";
import { publishScrub, type ScrubListener } from "./published-scrub.js";
import { printDryRun, printReaders, printSummary, printWritten } from "./summary.js";

/** Runs a scrub and publishes it. Returns the exit code; whatever makes the run unusable is thrown. */
export async function scrub(typed: ScrubArguments, host: CommonHost): Promise<ExitCode> {
  const bar = new ProgressBar(host);
  const isWatched = typed.progress === "auto" && !typed.quiet && !typed.json && isTerminal(2);
  const show: OnProgress = (progress) => {
    if (isWatched) bar.show(progress);
  };
  const listener: ScrubListener = {
    begins(outputs, inputs) {
      host.watchOutputs(outputs, inputs);
      if (outputs.length > 0) host.writesToSend();
      if (typed.log !== undefined) host.refuseArgumentFiles([typed.log]);
    },
    onStop: (record) => host.onStop(record),
    progress: show,
    loading: show,
    judged(result, sources) {
      bar.clear();
      const isSaid = !typed.json && (!typed.quiet || result.warnings.length > 0);
      if (isSaid) printSummary(result, sources, host, typed);
    },
    published: () => host.published(),
  };
  try {
    const setting = { version: host.version, language: host.sentences.language };
    const { report, written, reports, dryRun, lists, cleanUntil } = await publishScrub(typed, setting, listener);
    if (typed.json) host.stdout(`${JSON.stringify(report, null, 2)}\n`);
    else if (!typed.quiet) {
      if (dryRun) printDryRun(typed.words, lists[0]!, report.inputs[0]!.sheet !== null, host);
      else printWritten(written, reports, cleanUntil, typed.suppress.length > 0, host);
      // Said once, when the list is new, and to a person: every night it would be heard by nobody.
      if (!dryRun && !typed.force && isTerminal(2)) printReaders(written, host);
    }
    return ExitCode.done;
  } finally {
    bar.clear();
  }
}
