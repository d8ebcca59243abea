// A whole scrub: the command's own run, with options for words and the report for a summary.

import { parseScrubArguments, scrubProgram } from "../commands/scrub/arguments.js";
import { type PublishedScrub, publishScrub } from "../commands/scrub/published-scrub.js";
import { VERSION } from "../commands/version.js";
import { ExitCode, ScrubError as Failure } from "../errors.js";
import { failing } from "./errors.js";
import { checkGiven, SCRUB_KINDS } from "./given.js";
import { librarySetting, parsed, refuseStreams, type ScrubOptions, valuesOf, wordsOf } from "./options.js";

/** The audit report as the command's JSON has it. */
export type AuditReport = PublishedScrub["report"];

/** Scrubs, writes what was asked and gives the report. A run that is refused is a `ScrubError`; then nothing new stands. */
export function scrub(given: ScrubOptions): Promise<AuditReport> {
  return failing(async () => {
    checkGiven("scrub", given, SCRUB_KINDS, ["lists", "suppress"]);
    const { lists, suppress, signal, onProgress, ...options } = given;
    const setting = await librarySetting();
    const phoneLists = valuesOf(lists);
    const suppressions = suppress === false ? [] : valuesOf(suppress);
    if (phoneLists.length === 0) throw new Failure(ExitCode.usage, "noPhoneList", [suppressions.length, false]);
    const { output, removed, report } = options;
    const reports = report === undefined || report === false ? [] : valuesOf(report);
    refuseStreams([...phoneLists, ...suppressions, ...[output ?? [], removed ?? []].flat(), ...reports]);
    // Without a clean list the command would write it to stdout.
    if (output === undefined)
      for (const [option, value] of Object.entries({ removed, report, log: options.log }))
        if (value) throw new Failure(ExitCode.usage, "needsOption", [`--${option}`, "--output"]);
    const words = [
      ...wordsOf(options, scrubProgram(setting)),
      ...(output === undefined ? ["--dry-run"] : []),
      ...(suppress === false ? ["--no-suppression"] : suppressions.map((file) => `--suppress=${file}`)),
      "--",
      ...phoneLists,
    ];
    const typed = parsed(parseScrubArguments(words, setting));
    signal?.throwIfAborted();
    const published = await publishScrub(
      typed,
      { version: VERSION, language: "en" },
      {
        progress(progress) {
          signal?.throwIfAborted();
          onProgress?.(progress);
        },
        // The last moment at which nothing stands yet.
        judged: () => signal?.throwIfAborted(),
      },
    );
    return published.report;
  });
}
