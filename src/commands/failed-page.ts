// The page that a failed run leaves beside the one that was asked for, under a name of its own: `x.failed.html` beside `x.html`.
// It is no output: where it can't be written nothing is said of it, and the next run that publishes removes it.

import { ExitCode, ScrubError } from "../errors.js";
import { FAILED, type FailedRun, renderFailedPage } from "../evidence/html/failed-page.js";
import { markedFile, removeMarked } from "../files/marked-file.js";
import { isSamePlace, olderThan, standingAmong } from "../files/paths.js";
import { Publication } from "../files/publication.js";
import { allSentencesIn } from "../text/language.js";
import type { Language } from "../text/languages.js";
import { isPage } from "./reporting.js";

/** A list that can't be used or trusted, or a guard. Other failures are the user's slip, or the system's. */
const TOLD: readonly ExitCode[] = [ExitCode.phoneList, ExitCode.suppressionList, ExitCode.guard];

/** `outputs` and `inputs`: of the run, as typed. Returns the pages that stand now. */
export async function writeFailedPages(
  reports: readonly string[],
  error: unknown,
  run: Omit<FailedRun, "error" | "older">,
  { outputs, inputs, language }: { outputs: readonly string[]; inputs: readonly string[]; language: Language },
): Promise<readonly string[]> {
  if (!(error instanceof ScrubError) || !TOLD.includes(error.exitCode)) return [];
  const written: string[] = [];
  for (const page of reports.filter(isPage)) {
    try {
      const older = olderThan(run.startedAt, standingAmong(outputs, inputs));
      const file = failedPageOf(page);
      // Nothing new stands under the name of an output.
      if (outputs.some((output) => isSamePlace(output, file))) continue;
      if (await write(file, { ...run, error, older }, language)) written.push(file);
    } catch {
      // The failure itself is what is reported.
    }
  }
  return written;
}

/** Removes the pages of failed runs once a run has published its own: they no longer say what stands. */
export function removeFailedPages(reports: readonly string[]): void {
  for (const page of reports.filter(isPage)) removeMarked(failedPageOf(page), MARK);
}

const MARK = `<meta name="generator" content="${FAILED}">`;

function failedPageOf(page: string): string {
  return page.replace(/\.html$/i, ".failed.html");
}

/** False where something else stands under that name. */
async function write(file: string, run: FailedRun, language: Language): Promise<boolean> {
  const standing = markedFile(file, MARK);
  if (standing === "other") return false;
  const html = renderFailedPage(run, await allSentencesIn(language));
  const publication = new Publication(standing === "ours");
  try {
    const output = await publication.open({ path: file, confidential: true });
    output.write(Buffer.from(html));
    await output.finish();
    await publication.publish();
    return true;
  } catch (error) {
    publication.abandon();
    throw error;
  }
}
