// The audit report for a person: the same data as the JSON, one self-contained page, read in ten seconds from the top.

import { createHash } from "node:crypto";
import { DISPOSITIONS } from "../../scrub/disposition.js";
import { sayWarning } from "../../text/say.js";
import type { Sentences, Warning } from "../../text/sentences.js";
import { inElSalvador, shareOf } from "../../text/values.js";
import type { AuditReport } from "../report.js";
import { drawFlow } from "./flow.js";
import { Markup, markup, NOTHING } from "./markup.js";
import { STYLE } from "./style.js";

/** More lists than these share one line of the picture; the table has them all. */
const DRAWN_LISTS = 6;
const SHOWN_RECORDS = 10;
const SPARED = new Set(["opted-out", "duplicate", "foreign"]);

/** `verify`: the command that proves the run again; undefined where no JSON report was written. */
export function renderPage(report: AuditReport, sentences: Sentences, verify: string | undefined): string {
  const { page: words, language } = sentences;
  const { counts, conservation, run, tool, clean_until } = report;
  const [clean, read] = [counts.clean!, conservation.read];
  const style = createHash("sha256").update(STYLE).digest("base64");
  const until = words.until(inElSalvador(new Date(clean_until)));
  return markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${style}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${words.title}: ${words.verdict(clean, read)}</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
<main>
<header>
<p class="dim">${words.title} · ${words.ranAt(inElSalvador(new Date(run.started_at)))}${labelsOf(run.labels)}</p>
<h1>${words.verdict(clean, read)}</h1>
<p class="until">${until}</p>
</header>
<div class="flows">
<figure>${dispositionsFlow(report, sentences)}</figure>
${counts.suppressed! > 0 ? markup`<figure>${listsFlow(report, sentences)}</figure>` : NOTHING}
</div>
${listsSection(report, sentences)}
${toFixSection(report, sentences)}
${filesSection(report, sentences)}
<section>
<h2>${words.howToVerify}</h2>
<p>${words.verifying}</p>
${verify === undefined ? markup`<p>${words.withoutJson}</p>` : markup`<pre><code>${verify}</code></pre>`}
</section>
</main>
<footer>${words.madeBy(tool.version, tool.node, tool.numbering_plan)} · ${run.id}</footer>
</body>
</html>
`.text;
}

function labelsOf(labels: Readonly<Record<string, string>>): Markup {
  return markup`${Object.entries(labels).map(([name, value]) => markup` · ${name}: ${value}`)}`;
}

function dispositionsFlow({ counts, conservation }: AuditReport, { page, summary, number }: Sentences): Markup {
  const { read } = conservation;
  const shown = DISPOSITIONS.filter((it) => it === "clean" || counts[it]! > 0);
  const to = shown.map((disposition) => ({
    label: summary.dispositions[disposition],
    value: number(counts[disposition]!),
    note: `${shareOf(counts[disposition]!, read)} · ${page.meaning[disposition]}`,
    share: read === 0 ? 0 : counts[disposition]! / read,
    kind: disposition,
  }));
  const title = `${page.whereTheyWent}: ${to.map(({ label, value }) => `${value} ${label}`).join(", ")}`;
  return drawFlow({ id: "flow-records", title, from: { label: summary.read, value: number(read) }, to });
}

function listsFlow({ counts, suppressions }: AuditReport, { page, summary, number }: Sentences): Markup {
  const all = counts.suppressed!;
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
  const from = { label: summary.dispositions.suppressed, value: number(all) };
  return drawFlow({ id: "flow-lists", title, from, to });
}

function listsSection({ suppressions }: AuditReport, { page, number }: Sentences): Markup {
  if (suppressions.length === 0) return markup`<section><h2>${page.lists}</h2><p>${page.noLists}</p></section>`;
  const rows = suppressions.map(
    (list) => markup`<tr><th scope="row">${list.name}<small>${page.kinds[list.kind]}</small></th>
<td>${list.as_of === null ? page.noDate : inElSalvador(new Date(list.as_of))}<small>${list.age_days === null ? "" : page.age(list.age_days)}</small></td>
<td class="n">${number(list.entries)}${list.unreadable > 0 ? markup`<small>${page.unreadable(list.unreadable)}</small>` : NOTHING}</td>
<td class="n">${number(list.matched_records)}</td></tr>`,
  );
  return markup`<section><h2>${page.lists}</h2>
<table class="lists"><colgroup><col><col><col><col></colgroup><thead><tr><th scope="col">${page.list}</th><th scope="col">${page.dated}</th><th scope="col" class="n">${page.entries}</th><th scope="col" class="n">${page.matched}</th></tr></thead>
<tbody>${rows}</tbody></table></section>`;
}

function toFixSection(report: AuditReport, sentences: Sentences): Markup {
  const { page, summary, number } = sentences;
  const { reasons, suppressions, outputs } = report;
  const items = Object.entries(reasons)
    .filter(([reason]) => !SPARED.has(reason))
    .sort(([, a], [, b]) => b - a)
    .map(([reason, count]) => {
      const label = summary.reasons[reason] ?? reason;
      return markup`<li><strong>${number(count)}</strong> ${label}<small>${page.fixes[reason] ?? ""}</small></li>`;
    });
  for (const { name, unreadable, unreadable_records } of suppressions)
    if (unreadable > 0)
      items.push(
        markup`<li>${page.unreadableEntries(name, unreadable)}<small>${page.records(unreadable_records.slice(0, SHOWN_RECORDS), unreadable)}</small></li>`,
      );
  const warnings = (report.warnings as Warning[])
    .filter(({ code }) => code !== "entries-unreadable")
    .map((warning) => markup`<li>${sayWarning(warning, sentences)}</li>`);
  const removed = outputs.find(({ role }) => role === "removed");
  return markup`<section><h2>${page.toFix}</h2>
${items.length === 0 ? markup`<p>${page.nothingToFix}</p>` : markup`<ul>${items}</ul>`}
${items.length > 0 && removed !== undefined ? markup`<p class="dim">${page.eachInRemoved(removed.path)}</p>` : NOTHING}
${warnings.length === 0 ? NOTHING : markup`<h2>${page.warnings}</h2><ul>${warnings}</ul>`}</section>`;
}

function filesSection({ inputs, suppressions, outputs }: AuditReport, { page, number }: Sentences): Markup {
  const row = (role: string, path: string, records: number, bytes: number, sha256: string) =>
    markup`<tr><th scope="row">${path === "-" ? page.stream : path}<small>${role}</small></th>
<td class="n">${number(records)}<small>${page.bytes(bytes)}</small></td><td><code>${sha256}</code></td></tr>`;
  const rows = [
    ...inputs.map((file) => row(page.roles.input, file.path, file.records, file.bytes, file.sha256)),
    ...suppressions.map((file) => row(page.roles.suppression, file.path, file.entries, file.bytes, file.sha256)),
    ...outputs.map((file) =>
      row(page.roles[file.role as keyof typeof page.roles], file.path, file.records, file.bytes, file.sha256),
    ),
  ];
  return markup`<section><h2>${page.files}</h2>
<table class="files"><colgroup><col><col><col></colgroup><thead><tr><th scope="col">${page.file}</th><th scope="col" class="n">${page.recordsTitle}</th><th scope="col">SHA-256</th></tr></thead>
<tbody>${rows}</tbody></table></section>`;
}
