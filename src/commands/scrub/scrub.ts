// svscrub scrub: what was typed → the run, with what a person is told of it.

import { ExitCode } from "../../errors.js";
import type { CommonHost } from "../command.js";
import { watched } from "../screen.js";
import type { ScrubArguments } from "./arguments.js";
import { publishScrub } from "./published-scrub.js";
import { printDryRun, printSummary, printWritten } from "./summary.js";

/** Runs a scrub and publishes it. Returns the exit code; whatever makes the run unusable is thrown. */
export async function scrub(typed: ScrubArguments, host: CommonHost): Promise<ExitCode> {
  const { json, quiet, log } = typed;
  const setting = { version: host.version, language: host.sentences.language };
  const { report, written, reports, dryRun, lists, cleanUntil } = await watched(
    quiet || json || typed.progress === "never",
    host,
    (show) =>
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
  else if (dryRun && !quiet) printDryRun(typed.words, lists[0]!, report.inputs[0]!.sheet !== null, host);
  else if (!quiet) printWritten(written, reports, cleanUntil, typed.suppress.length > 0, host);
  return ExitCode.done;
}
