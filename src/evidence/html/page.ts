// The audit report for a person: the same data as the JSON, one self-contained page, read in ten seconds from the top.
// What stands below the picture is sections.ts's work.

import type { Warning } from "../../errors.js";
import { DISPOSITIONS, type Disposition } from "../../scrub/disposition.js";
import type { Channel } from "../../suppression/event.js";
import type { Sentences } from "../../text/sentences.js";
import { inElSalvador } from "../../text/values.js";
import type { AuditReport } from "../report.js";
import { barOf, barTable } from "./bars.js";
import { htmlDocument, labelsShown, unbroken } from "./document.js";
import { type Markup, markup } from "./markup.js";
import { headlineNotices, noticesOf } from "./notices.js";
import { filesSection, howSection, listsSection, toFixSection } from "./sections.js";

/** `verify`: the command that proves the run again. */
export function renderPage(report: AuditReport, sentences: Sentences, verify: string): string {
  const { page: words, language } = sentences;
  const { counts, conservation, run, tool, clean_until, suppressions, outputs } = report;
  const isChecked = suppressions.length > 0;
  const { channel } = run.options as { channel: Channel };
  const verdict = isChecked ? words.verdict(counts.clean, conservation.read, channel) : words.unchecked;
  const below = isChecked
    ? words.until(inElSalvador(new Date(clean_until)))
    : words.uncheckedRecords(counts.clean, conservation.read);
  const flagged = outputs.find(({ role }) => role === "flagged");
  const holdsAll = flagged === undefined ? [] : [words.holdsAll(flagged.path === "-" ? words.stream : flagged.path)];
  const notices = noticesOf(
    report.warnings as Warning[],
    suppressions.map(({ name }) => name),
  );
  const isSound = isChecked && counts.clean > 0;
  const standing = !isSound ? "stop" : notices.headline.length > 0 ? "look" : "sound";
  const main = markup`<header class="${standing}">
<p class="dim">${words.title} · ${unbroken(words.ranAt(inElSalvador(new Date(run.started_at))))}</p>
${labelsShown(run.labels)}
<h1>${verdict}</h1>
<p class="until">${unbroken(below)}</p>
${headlineNotices(notices.headline, sentences, holdsAll)}
</header>
<section><h2>${words.whereTheyWent}</h2>
${dispositionsTable(counts, conservation.read, isChecked ? undefined : sentences.summary.unchecked, sentences)}</section>
${listsSection(report, notices, sentences)}
${toFixSection(report, sentences)}
${howSection(report, notices, sentences)}
${filesSection(report, sentences)}
<section>
<h2>${words.howToVerify}</h2>
<p>${words.verifying}</p>
<pre><code>${verify}</code></pre>
</section>`;
  const title = `${words.title}: ${verdict}`;
  const footer = `${words.madeBy(tool.version, tool.node, tool.numbering_plan)} · ${run.id}`;
  return htmlDocument(language, title, main, footer);
}

/** `unproven`: what clean records are where it is not known that they may be contacted. */
export function dispositionsTable(
  counts: Readonly<Record<Disposition, number>>,
  read: number,
  unproven: string | undefined,
  { page, summary }: Sentences,
): Markup {
  const shown = DISPOSITIONS.filter((it) => it === "clean" || counts[it] > 0);
  return barTable({
    heading: page.disposition,
    countTitle: page.recordsTitle,
    shareTitle: page.share,
    rows: [
      barOf(summary.read, read, read, "", "read"),
      ...shown.map((it) => {
        const other = it === "clean" ? unproven : undefined;
        return barOf(
          summary.dispositions[it],
          counts[it],
          read,
          other ?? page.meaning[it],
          other === undefined ? it : "read",
        );
      }),
    ],
  });
}
