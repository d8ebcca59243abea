// What stands below the picture: the lists and their age, what could not be read, how it was done, the files and their digests.

import { type Reason, tellingReasons } from "../../scrub/disposition.js";
import type { OutputRole } from "../../scrub/run.js";
import type { Sentences } from "../../text/sentences.js";
import { inElSalvador } from "../../text/values.js";
import type { AuditReport } from "../report.js";
import { filesTable, unbroken } from "./document.js";
import { type Markup, markup, NOTHING } from "./markup.js";
import { type Notices, notes } from "./notices.js";

type Suppression = AuditReport["suppressions"][number];

export type ListedRole = Exclude<OutputRole, "removed">;

/** What the run wrote: a clean list, or one that holds everybody, flagged. */
export function listed({ run }: AuditReport): ListedRole {
  return run.options.flag === true ? "flagged" : "clean";
}

export function listsSection(report: AuditReport, notices: Notices, sentences: Sentences): Markup {
  const { page, number } = sentences;
  const { suppressions } = report;
  if (suppressions.length === 0) return markup`<section><h2>${page.lists}</h2><p>${page.noLists}</p></section>`;
  const rows = suppressions.map(
    (
      list,
    ) => markup`<tr><th scope="row">${list.name}<small>${page.kinds[list.kind]} · ${datedOf(list, page)}</small>${notes(notices.ofList(list.name), sentences)}</th>
<td class="n">${number(list.entries)}${list.unreadable > 0 ? markup`<small class="note">${page.unreadable(list.unreadable)}</small>` : NOTHING}</td>
<td class="n">${number(list.matched_records)}${suppressions.length > 1 ? markup`<small>${page.onlyHere(list.matched_only_here)}</small>` : NOTHING}</td></tr>`,
  );
  return markup`<section><h2>${page.lists}${copyingNote(suppressions, page)}</h2>
<table class="lists"><colgroup><col><col><col></colgroup><thead><tr><th scope="col">${page.list}</th><th scope="col" class="n">${page.entries}</th><th scope="col" class="n">${page.matched[listed(report)]}</th></tr></thead>
<tbody>${rows}</tbody></table></section>`;
}

export function copyingNote(lists: readonly Pick<Suppression, "as_of_from">[], page: Sentences["page"]): Markup {
  const isByTime = lists.some(({ as_of_from }) => as_of_from === "file-time");
  return isByTime ? markup`<small>${page.copyingRefreshes}</small>` : NOTHING;
}

/** The date of a list, how old it is, and who says so. */
export function datedOf(
  { as_of, as_of_from, age_days }: Pick<Suppression, "as_of" | "as_of_from"> & Partial<Pick<Suppression, "age_days">>,
  page: Sentences["page"],
): Markup {
  if (as_of === null || as_of_from === null) return markup`${page.noDate}`;
  return unbroken(page.dated(inElSalvador(new Date(as_of)), age_days ?? undefined, as_of_from));
}

export function toFixSection(
  { reasons, outputs }: Pick<AuditReport, "reasons" | "outputs">,
  sentences: Sentences,
): Markup {
  const { page, summary, number } = sentences;
  const items = tellingReasons(Object.entries(reasons) as [Reason, number][]).map(
    ([reason, count]) =>
      markup`<li><strong>${number(count)}</strong> ${summary.reason(reason, count)}<small>${page.fixes[reason]}</small></li>`,
  );
  const removed = outputs.find(({ role }) => role === "removed");
  return markup`<section><h2>${page.toFix}</h2>
${items.length === 0 ? markup`<p>${page.nothingToFix}</p>` : markup`<ul>${items}</ul>`}
${items.length > 0 && removed !== undefined ? markup`<p class="dim">${page.eachInRemoved(removed.path)}</p>` : NOTHING}</section>`;
}

/** Shows the settings of the run, and what it proved of itself. */
export function howSection(report: AuditReport, notices: Notices, sentences: Sentences): Markup {
  const { inputs, run, types, suppressions, conservation, self_check } = report;
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
  const checks = [page.addsUp(conservation.read)];
  if (self_check.sampled > 0) checks.push(page.selfCheck(self_check.sampled));
  if (self_check.canaries.length > 0) checks.push(page.canaries(self_check.canaries.map((canary) => canary.number)));
  const facts: [name: string, value: string | Markup][] = [
    [page.phoneColumns(columns.length), markup`${columns.join(", ")}${notes(notices.phoneList, sentences)}`],
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
  const readFrom = (
    role: "input" | "suppression",
    { sheet, titles }: Pick<AuditReport["inputs"][number], "sheet" | "titles">,
  ) => {
    const places = [
      ...(sheet === null ? [] : [summary.sheet(sheet.name), sheet.range]),
      ...(titles.length === 0 ? [] : [summary.titles(titles, sheet !== null, role === "suppression")]),
    ];
    return [page.roles[role], ...places].join(", ");
  };
  const files = [
    ...inputs.map((file) => ({ ...file, role: readFrom("input", file) })),
    ...suppressions.map((file) => ({ ...file, role: readFrom("suppression", file), records: file.entries })),
    ...outputs.map((file) => ({ ...file, role: page.roles[file.role] })),
  ];
  return filesTable(files, sentences);
}
