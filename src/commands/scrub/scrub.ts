// svscrub scrub: runs a scrub and prints its progress, warnings and summary.

import { ExitCode } from "../../errors.js";
import type { CommonHost } from "../command.js";
import { watched } from "../screen.js";
import type { ScrubArguments } from "./arguments.js";
import { publishScrub } from "./published-scrub.js";
import { printDryRun, printSummary, printWritten } from "./summary.js";

/** Runs a scrub and returns the exit code. Throws if the run is unusable. */
export async function scrub(typed: ScrubArguments, host: CommonHost): Promise<ExitCode> {
  const { json, quiet, log } = typed;
  const setting = { version: host.version, language: host.sentences.language };
  const { report, written, reports } = await watched(quiet || json || typed.progress === "never", host, (show) =>
    publishScrub(typed, setting, {
      begins(outputs, inputs) {
        host.watchOutputs(outputs, inputs);
        if (log !== undefined) host.refuseArgumentFiles([log]);
      },
      onStop: (record) => host.onStop(record),
      progress: show,
      loading: show,
      judged(result, sources) {
        if (!json) printSummary(result, sources, host, typed);
      },
      published: () => host.published(),
    }),
  );
  if (json) host.stdout(`${JSON.stringify(report, null, 2)}\n`);
  else if (!quiet && written.length === 0) printDryRun(typed.words, report.inputs[0]!, host);
  else if (!quiet) printWritten(written, reports, typed.suppress.length > 0 ? report.clean_until : undefined, host);
  return ExitCode.done;
}
