// What every report's page is made of: the document around it, which needs nothing from elsewhere, and its table of files.

import { createHash } from "node:crypto";
import type { Language } from "../../text/languages.js";
import type { Sentences } from "../../text/sentences.js";
import { shorten } from "../../text/values.js";
import { Markup, markup, NOTHING } from "./markup.js";
import { STYLE } from "./style.js";

/** A whole page. Its policy allows its own style and nothing else. */
export function htmlDocument(language: Language, title: string, main: Markup, footer: string): string {
  const style = createHash("sha256").update(STYLE).digest("base64");
  return markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="generator" content="svscrub">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${style}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
<main>
${main}
</main>
<footer>${footer}</footer>
</body>
</html>
`.text;
}

/** Longer values of labels are cut; the JSON report has them whole. */
const LONGEST_LABEL = 120;

/** Campaign, client, ticket: what the run was for. */
export function labelsShown(labels: Readonly<Record<string, string>>): Markup {
  const shown = Object.entries(labels).map(
    ([name, value]) =>
      markup`<div><dt>${shorten(name, LONGEST_LABEL)}</dt><dd>${value === "" ? "–" : shorten(value, LONGEST_LABEL)}</dd></div>`,
  );
  return shown.length === 0 ? NOTHING : markup`<dl class="labels">${shown}</dl>`;
}

export interface FileShown {
  role: string;
  path: string;
  /** The number of records; undefined where they are not counted. */
  records: number | undefined;
  bytes: number | undefined;
  sha256: string;
}

export function filesTable(files: readonly FileShown[], { page, number }: Sentences): Markup {
  const rows = files.map(
    ({ role, path, records, bytes, sha256 }) =>
      markup`<tr><th scope="row">${path === "-" ? page.stream : path}<small>${role}</small></th>
<td class="n">${records === undefined ? "" : number(records)}<small>${bytes === undefined ? "" : page.bytes(bytes)}</small></td><td><code>${sha256}</code></td></tr>`,
  );
  return markup`<section><h2>${page.files}</h2>
<table class="files"><colgroup><col><col><col></colgroup><thead><tr><th scope="col">${page.file}</th><th scope="col" class="n">${page.recordsTitle}</th><th scope="col">SHA-256</th></tr></thead>
<tbody>${rows}</tbody></table></section>`;
}

const MOMENT = /(?<![\w-])(\d{4}-\d\d-\d\d(?: \d\d:\d\d)?)(?![\w-])/;

/** A sentence in which no line breaks within a date. */
export function unbroken(text: string): Markup {
  return markup`${text.split(MOMENT).map((part, i) => (i % 2 === 1 ? markup`<span class="whole">${part}</span>` : markup`${part}`))}`;
}
