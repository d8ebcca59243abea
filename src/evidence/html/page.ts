// The audit report for a person: the same data as the JSON, one self-contained page, read in ten seconds from the top.
// What stands below the picture is sections.ts's work.

import { DISPOSITIONS } from "../../scrub/disposition.js";
import type { Sentences } from "../../text/sentences.js";
import { inElSalvador, shareOf } from "../../text/values.js";
import type { AuditReport } from "../report.js";
import { htmlDocument, labelsShown } from "./document.js";
import { drawFlow } from "./flow.js";
import { type Markup, markup, NOTHING } from "./markup.js";
import { filesSection, howSection, listed, listsSection, toFixSection } from "./sections.js";

/** More lists than these share one line of the picture; the table has them all. */
const DRAWN_LISTS = 6;

/** `verify`: the command that proves the run again; undefined where no JSON report was written. */
export function renderPage(report: AuditReport, sentences: Sentences, verify: string | undefined): string {
  const { page: words, language } = sentences;
  const { counts, conservation, run, tool, clean_until } = report;
  const [clean, read] = [counts.clean, conservation.read];
  const until = words.until(inElSalvador(new Date(clean_until)));
  const flagged = report.outputs.find(({ role }) => role === "flagged");
  const main = markup`<header>
<p class="dim">${words.title} · ${words.ranAt(inElSalvador(new Date(run.started_at)))}${labelsShown(run.labels)}</p>
<h1>${words.verdict(clean, read)}</h1>
<p class="until">${until}</p>${flagged === undefined ? NOTHING : markup`<p class="until">${words.holdsAll(flagged.path === "-" ? words.stream : flagged.path)}</p>`}
</header>
<div class="flows">
<figure>${dispositionsFlow(report, sentences)}</figure>
${counts.suppressed > 0 ? markup`<figure>${listsFlow(report, sentences)}</figure>` : NOTHING}
</div>
${listsSection(report, sentences)}
${toFixSection(report, sentences)}
${howSection(report, sentences)}
${filesSection(report, sentences)}
<section>
<h2>${words.howToVerify}</h2>
<p>${words.verifying[listed(report)]}</p>
${verify === undefined ? markup`<p>${words.withoutJson}</p>` : markup`<pre><code>${verify}</code></pre>`}
</section>`;
  const title = `${words.title}: ${words.verdict(clean, read)}`;
  const footer = `${words.madeBy(tool.version, tool.node, tool.numbering_plan)} · ${run.id}`;
  return htmlDocument(language, title, main, footer);
}

function dispositionsFlow({ counts, conservation }: AuditReport, { page, summary, number }: Sentences): Markup {
  const { read } = conservation;
  const shown = DISPOSITIONS.filter((it) => it === "clean" || counts[it] > 0);
  const to = shown.map((disposition) => ({
    label: summary.dispositions[disposition],
    value: number(counts[disposition]),
    note: `${shareOf(counts[disposition], read)} · ${page.meaning[disposition]}`,
    share: read === 0 ? 0 : counts[disposition] / read,
    kind: disposition,
  }));
  const title = `${page.whereTheyWent}: ${to.map(({ label, value }) => `${value} ${label}`).join(", ")}`;
  return drawFlow({ id: "flow-records", title, from: { label: summary.read, value: number(read), kind: "read" }, to });
}

function listsFlow({ counts, suppressions }: AuditReport, { page, summary, number }: Sentences): Markup {
  const all = counts.suppressed;
  const matched = suppressions.filter((list) => list.matched_records > 0);
  matched.sort((a, b) => b.matched_records - a.matched_records);
  const drawn = matched.length > DRAWN_LISTS ? matched.slice(0, DRAWN_LISTS - 1) : matched;
  const rest = matched.slice(drawn.length);
  const to = drawn.map((list) => ({
    label: list.name,
    value: number(list.matched_records),
    note: suppressions.length > 1 ? page.onlyHere(list.matched_only_here) : "",
    share: list.matched_records / all,
    kind: "list",
  }));
  const others = rest.reduce((sum, list) => sum + list.matched_records, 0);
  if (rest.length > 0)
    to.push({
      label: page.otherLists(rest.length),
      value: number(others),
      note: "",
      share: others / all,
      kind: "list",
    });
  const title = `${page.byWhichList}: ${to.map(({ label, value }) => `${value} ${label}`).join(", ")}`;
  const from = { label: summary.dispositions.suppressed, value: number(all), kind: "suppressed" };
  return drawFlow({ id: "flow-lists", title, from, to });
}
