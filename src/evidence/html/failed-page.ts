// The page of a run that failed: that nothing was published, why, what to do, and which older files must not be sent.
// It holds what the error's sentence says, and no cell.

import type { ExitCode, ScrubError } from "../../errors.js";
import type { ScrubResult } from "../../scrub/run.js";
import { sayError } from "../../text/language.js";
import type { Sentences } from "../../text/sentences.js";
import { inElSalvador } from "../../text/values.js";
import { toolOf } from "../report.js";
import { htmlDocument, labelsShown, unbroken } from "./document.js";
import { markup, NOTHING } from "./markup.js";
import { headlineNotices } from "./notices.js";
import { dispositionsTable } from "./page.js";
import { toFixSection } from "./sections.js";

/** The generator by which a file is known as the page of a failed run. */
export const FAILED = "svscrub, failed run";

/** What is told of a run that failed. */
export interface FailedRun {
  /** What failed: its pages have different titles. */
  kind: "scrub" | "contact-audit";
  version: string;
  id: string;
  startedAt: Date;
  labels: Readonly<Record<string, string>>;
  error: ScrubError;
  /** Files that stood where the run would have written before it began, each with its time. */
  older: readonly { file: string; written: Date }[];
  /** The result, where all records were judged and a guard refused it. */
  result: ScrubResult | undefined;
}

export function renderFailedPage(run: FailedRun, sentences: Sentences): string {
  const { failedPage: words, page, contactPage, language } = sentences;
  const { title } = run.kind === "scrub" ? page : contactPage;
  const { file, sheet, line } = run.error.place;
  const { what, hint } = sayError(run.error, sentences);
  const place = file === undefined ? "" : `${sentences.place(file === "-" ? "stdin" : file, line, sheet)}: `;
  const older = run.older.map((old) => sentences.summary.oldStays(old.file, inElSalvador(old.written)));
  const main = markup`<header class="stop">
<p class="dim">${title} · ${unbroken(words.ranAt(inElSalvador(run.startedAt)))}</p>
${labelsShown(run.labels)}
<h1>${words.verdict}</h1>
<p class="until">${unbroken(place + what)}</p>
${headlineNotices([], sentences, older)}
</header>
<section><h2>${words.whatToDo}</h2>
${hint === undefined ? NOTHING : markup`<p>${unbroken(hint)}</p>`}
<p>${words.again}</p></section>
${run.result === undefined ? NOTHING : refusedResult(run.result, sentences)}`;
  const { version, node, numbering_plan } = toolOf(run.version);
  const exit: ExitCode = run.error.exitCode;
  const footer = `${page.madeBy(version, node, numbering_plan)} · ${words.exitCode(exit)} · ${run.id}`;
  return htmlDocument(language, `${title}: ${words.verdict}`, main, footer, FAILED);
}

function refusedResult({ tally, warnings }: ScrubResult, sentences: Sentences) {
  const { failedPage: words } = sentences;
  return markup`<section><h2>${words.wouldHaveBeen}</h2>
${dispositionsTable(tally.dispositions, tally.read, words.notPublished, sentences)}
${headlineNotices(warnings, sentences)}</section>
${toFixSection({ reasons: Object.fromEntries(tally.reasons), outputs: [] }, sentences)}`;
}
