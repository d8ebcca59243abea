// What stands below the picture: the lists and their age, what could not be read, how it was done, the files and their digests.

import { DISPOSITIONS, type Reason, tellingReasons } from "../../scrub/disposition.js";
import type { OutputRole } from "../../scrub/run.js";
import { sayWarning } from "../../text/language.js";
import type { Sentences, Warning } from "../../text/sentences.js";
import type { AuditReport } from "../report.js";
import { filesTable, momentShown } from "./document.js";
import { type Markup, markup, NOTHING } from "./markup.js";

const SHOWN_RECORDS = 10;

export type ListedRole = Exclude<OutputRole, "removed">;

/** What the run wrote: a clean list, or one that holds everybody, flagged. */
export function listed({ run }: AuditReport): ListedRole {
  return run.options.flag === true ? "flagged" : "clean";
}

export function listsSection(report: AuditReport, { page, number }: Sentences): Markup {
  const { suppressions } = report;
  if (suppressions.length === 0) return markup`<section><h2>${page.lists}</h2><p>${page.noLists}</p></section>`;
  const rows = suppressions.map(
    (list) => markup`<tr><th scope="row">${list.name}<small>${page.kinds[list.kind]}</small></th>
<td>${list.as_of === null ? page.noDate : momentShown(list.as_of)}${ageOf(list, page)}</td>
<td class="n">${number(list.entries)}${list.unreadable > 0 ? markup`<small>${page.unreadable(list.unreadable)}</small>` : NOTHING}</td>
<td class="n">${number(list.matched_records)}</td></tr>`,
  );
  const isByTime = suppressions.some((list) => list.as_of_from === "file-time");
  return markup`<section><h2>${page.lists}${isByTime ? markup`<small>${page.copyingRefreshes}</small>` : NOTHING}</h2>
<table class="lists"><colgroup><col><col><col><col></colgroup><thead><tr><th scope="col">${page.list}</th><th scope="col">${page.dated}</th><th scope="col" class="n">${page.entries}</th><th scope="col" class="n">${page.matched[listed(report)]}</th></tr></thead>
<tbody>${rows}</tbody></table></section>`;
}

/** How old it is, and who says so. */
function ageOf({ age_days, as_of_from }: AuditReport["suppressions"][number], page: Sentences["page"]): Markup {
  if (age_days === null || as_of_from === null) return NOTHING;
  return markup`<small>${page.age(age_days)}, ${page.datedBy[as_of_from]}</small>`;
}

export function toFixSection(report: AuditReport, sentences: Sentences): Markup {
  const { page, summary, number } = sentences;
  const { reasons, suppressions, outputs } = report;
  const items = tellingReasons(Object.entries(reasons) as [Reason, number][]).map(
    ([reason, count]) =>
      markup`<li><strong>${number(count)}</strong> ${summary.reason(reason, count)}<small>${page.fixes[reason]}</small></li>`,
  );
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

/** With what settings the run was done, and what it proved of itself. */
export function howSection(report: AuditReport, sentences: Sentences): Markup {
  const { inputs, run, types, counts, suppressions, conservation, self_check } = report;
  const { page, inspection, summary, number } = sentences;
  const { channel, keep_duplicates, keep_foreign } = run.options;
  const columns = (inputs[0]?.phone_columns ?? []).map(({ position, name }) =>
    name === undefined ? summary.column(position) : `"${name}"`,
  );
  const kept = (Object.keys(types) as (keyof typeof types)[])
    .filter((type) => types[type] > 0)
    .map((type) => `${number(types[type])} ${inspection.types[type]}`);
  if (keep_duplicates === true) kept.push(page.duplicatesToo);
  if (keep_foreign === true) kept.push(page.foreignToo);
  const lifting = suppressions.filter(({ lifted }) => lifted > 0);
  const lifted = lifting.reduce((sum, list) => sum + list.lifted, 0);
  const parts = DISPOSITIONS.filter((it) => counts[it] > 0).map(
    (it) => `${number(counts[it])} ${summary.dispositions[it]}`,
  );
  const checks = [page.addsUp(conservation.read, parts.length > 0 ? parts : ["0"])];
  if (self_check.sampled > 0) checks.push(page.selfCheck(self_check.sampled));
  if (self_check.canaries.length > 0) checks.push(page.canaries(self_check.canaries.map((canary) => canary.number)));
  const facts: [name: string, value: string][] = [
    [page.phoneColumns(columns.length), columns.join(", ")],
    [page.campaign, page.channels[channel as keyof typeof page.channels]],
    [page.kept[listed(report)], kept.join(", ") || number(0)],
    ...(lifted > 0
      ? [
          [
            page.optIns,
            page.lifted(
              lifted,
              lifting.map(({ name }) => name),
            ),
          ] as [string, string],
        ]
      : []),
    [page.checked, checks.join(" ")],
  ];
  return markup`<section><h2>${page.howItWasDone}</h2>
<dl>${facts.map(([name, value]) => markup`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></section>`;
}

export function filesSection({ inputs, suppressions, outputs }: AuditReport, sentences: Sentences): Markup {
  const { page, summary } = sentences;
  const inBook = (role: string, { sheet }: Pick<AuditReport["inputs"][number], "sheet">) =>
    sheet === null ? role : `${role}, ${summary.sheet(sheet.name)}, ${sheet.range}`;
  const files = [
    ...inputs.map((file) => ({ ...file, role: inBook(page.roles.input, file) })),
    ...suppressions.map((file) => ({ ...file, role: inBook(page.roles.suppression, file), records: file.entries })),
    ...outputs.map((file) => ({ ...file, role: page.roles[file.role] })),
  ];
  return filesTable(files, sentences);
}
