// Renders a report as a page: one self-contained document, whose top says what a person must know.
// page.ts and audit/page.ts say what is in it.

import { createHash } from "node:crypto";
import type { Warning } from "../../errors.js";
import { sayWarning } from "../../text/language.js";
import type { Sentences } from "../../text/sentences.js";
import { inElSalvador, number, shareOf, shorten } from "../../text/values.js";
import type { AuditReport } from "../report.js";
import { Markup, markup, NOTHING } from "./markup.js";
import { STYLE } from "./style.js";

export interface Page {
  title: string;
  madeAt(when: string): string;
  /** `sound`, `look` (there are notices) or `stop` (nobody may be contacted, or something is wrong): a class of style.ts. */
  status: "sound" | "look" | "stop";
  /** The one sentence that must be read, and the lines below it. */
  verdict: string;
  details: readonly string[];
  notices: readonly string[];
  sections: readonly Markup[];
  /** What the command that proves the report does, and the command. */
  verifying: string;
  command: string;
}

/** Who made the report, and when. */
type Made = Pick<AuditReport, "run" | "tool">;

/** Renders a page. Its policy allows its own style and nothing else. */
export function renderDocument(page: Page, { run, tool }: Made, sentences: Sentences): string {
  const { page: words, language } = sentences;
  const style = createHash("sha256").update(STYLE).digest("base64");
  const policy = `default-src 'none'; style-src 'sha256-${style}'; base-uri 'none'; form-action 'none'`;
  return markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="generator" content="svscrub">
<meta http-equiv="Content-Security-Policy" content="${new Markup(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${page.title}: ${page.verdict}</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
<main>
<header class="${page.status}">
<p class="dim">${page.title} · ${unbroken(page.madeAt(inElSalvador(new Date(run.started_at))))}</p>
${Object.keys(run.labels).length === 0 ? NOTHING : facts(Object.entries(run.labels).map(shownLabel))}
<h1>${page.verdict}</h1>
${page.details.map((line) => markup`<p class="until">${unbroken(line)}</p>`)}
${page.notices.length === 0 ? NOTHING : list(page.notices.map(unbroken), "notices")}
</header>
${page.sections}
${section(words.howToVerify, markup`<p>${page.verifying}</p><pre><code>${page.command}</code></pre>`)}
</main>
<footer>${words.madeBy(tool.version, tool.node, tool.numbering_plan)} · ${run.id}</footer>
</body>
</html>
`.text;
}

/** Longer values of labels are cut; the JSON report has them whole. */
const LONGEST_LABEL = 120;

function shownLabel([name, value]: [string, string]): [string, string] {
  return [shorten(name, LONGEST_LABEL), value === "" ? "–" : shorten(value, LONGEST_LABEL)];
}

/** Returns the warnings of a run as notices, but for `no-suppression`, which the verdict says. */
export function noticesOf({ warnings }: Pick<AuditReport, "warnings">, sentences: Sentences): string[] {
  const shown = (warnings as readonly Warning[]).filter(({ code }) => code !== "no-suppression");
  return shown.map((warning) => sayWarning(warning, sentences));
}

export type Cell = string | Markup;

export function section(title: Cell, content: Markup): Markup {
  return markup`<section><h2>${title}</h2>${content}</section>\n`;
}

/** Returns a cell with a note in small letters, if there is one. */
export function noted(text: Cell, note: Cell): Markup {
  return note === "" || note === NOTHING ? markup`${text}` : markup`${text}<small>${note}</small>`;
}

export function facts(entries: readonly (readonly [name: string, value: Cell])[]): Markup {
  return markup`<dl>${entries.map(([name, value]) => markup`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

export function list(items: readonly Cell[], kind: "notices" | "fixes"): Markup {
  return markup`<ul class="${kind}">${items.map((item) => markup`<li>${item}</li>`)}</ul>`;
}

/** Renders a table. A column with a text as its title holds numbers, but for the first. `kinds`: the class of each row. */
export function table(
  titles: readonly Cell[],
  rows: readonly (readonly Cell[])[],
  kinds: readonly string[] = [],
): Markup {
  const classOf = (column: number) => (column > 0 && typeof titles[column] === "string" ? "n" : "t");
  const heads = titles.map((title, i) =>
    title === NOTHING ? markup`<td></td>` : markup`<th scope="col" class="${classOf(i)}">${title}</th>`,
  );
  const shown = rows.map(([head = "", ...cells], row) => {
    const others = cells.map((cell, i) => markup`<td class="${classOf(i + 1)}">${cell}</td>`);
    return markup`<tr class="${kinds[row] ?? "t"}"><th scope="row">${head}</th>${others}</tr>\n`;
  });
  return markup`<table><thead><tr>${heads}</tr></thead>\n<tbody>${shown}</tbody></table>`;
}

/** A row of a chart; its kind is the class that colours it. */
type Bar = Record<"label" | "note" | "kind", string> & { count: number };

/** The width of the whole, and the least width of a part that is not empty. */
const WHOLE = 1000;
const LEAST = 3;

/** Renders a chart: a row for each part, with a bar. The first part is the whole, to which all are scaled. */
export function barTable(titles: readonly [string, string, string], bars: readonly Bar[]): Markup {
  const whole = bars[0]?.count ?? 0;
  const widthOf = (count: number) => (count === 0 ? 0 : Math.max(LEAST, Math.round((count / whole) * WHOLE * 10) / 10));
  const rows = bars.map(({ label, note, count }) => [
    noted(label, note),
    number(count),
    shareOf(count, whole),
    markup`<svg viewBox="0 0 ${WHOLE} 10" preserveAspectRatio="none" aria-hidden="true">
<rect class="all" width="${WHOLE}" height="10"/><rect class="part" width="${widthOf(count)}" height="10"/></svg>`,
  ]);
  return table(
    [...titles, NOTHING],
    rows,
    bars.map(({ kind }) => kind),
  );
}

/** `records`: undefined for a file whose records are not counted. */
type ShownFile = Record<"role" | "path" | "sha256", string> & { records?: number; bytes: number };

export function filesSection(files: readonly ShownFile[], { page }: Sentences): Markup {
  const rows = files.map(({ role, path, records, bytes, sha256 }) => [
    noted(path === "-" ? page.stream : path, role),
    noted(records === undefined ? "" : number(records), page.bytes(bytes)),
    markup`<code>${sha256}</code>`,
  ]);
  return section(page.files, table([page.file, page.recordsTitle, markup`SHA-256`], rows));
}

type ShownList = Pick<AuditReport["suppressions"][number], "name" | "kind" | "as_of" | "as_of_from">;

/** Renders the table of suppression lists, each with its kind and date. `cellsOf`: a list's cells under the titles. */
export function listsSection<List extends ShownList & { age_days?: number | null }>(
  lists: readonly List[],
  titles: readonly string[],
  { page, summary }: Sentences,
  cellsOf: (list: List) => readonly Cell[],
): Markup {
  if (lists.length === 0) return section(page.lists, markup`<p>${page.noLists}</p>`);
  const dated = ({ as_of, as_of_from, age_days }: List) =>
    as_of === null || as_of_from === null
      ? summary.undated
      : [summary.dated(inElSalvador(new Date(as_of)), as_of_from), age_days == null ? [] : page.age(age_days)]
          .flat()
          .join(", ");
  const rows = lists.map((list) => [
    noted(list.name, markup`${page.kinds[list.kind]} · ${unbroken(dated(list))}`),
    ...cellsOf(list),
  ]);
  return section(page.lists, table([page.list, ...titles], rows));
}

const MOMENT = /(?<![\w-])(\d{4}-\d\d-\d\d(?: \d\d:\d\d)?)(?![\w-])/;

/** Renders a sentence so that no line breaks within a date. */
export function unbroken(text: string): Markup {
  const parts = text.split(MOMENT);
  const shown = parts.map((part, i) => (i % 2 === 1 ? markup`<span class="whole">${part}</span>` : markup`${part}`));
  return markup`${shown}`;
}
