// What the page of a scrub says: the same data as its JSON report.

import { DISPOSITIONS, type Reason, tellingReasons } from "../../scrub/rules.js";
import type { OutputRole } from "../../scrub/writers.js";
import type { Channel } from "../../suppression/event.js";
import type { Sentences } from "../../text/sentences.js";
import { inElSalvador, number } from "../../text/values.js";
import type { AuditReport } from "../report.js";
import {
  barTable,
  type Cell,
  facts,
  filesSection,
  list,
  listsSection,
  noted,
  noticesOf,
  renderDocument,
  section,
} from "./document.js";
import { type Markup, markup } from "./markup.js";

/** `verify`: the command that proves the run again. */
export function renderPage(report: AuditReport, sentences: Sentences, verify: string): string {
  const { page: words } = sentences;
  const { counts, conservation, run, clean_until, suppressions, outputs } = report;
  const { read } = conservation;
  const isChecked = suppressions.length > 0;
  const until = words.until(inElSalvador(new Date(clean_until)));
  const flagged = outputs.find(({ role }) => role === "flagged");
  const holdsAll = flagged === undefined ? [] : [words.holdsAll(flagged.path === "-" ? words.stream : flagged.path)];
  const warned = noticesOf(report, sentences);
  const page = {
    title: words.title,
    madeAt: words.ranAt,
    status: !isChecked || counts.clean === 0 ? "stop" : warned.length > 0 ? "look" : "sound",
    verdict: isChecked ? words.verdict(counts.clean, read, run.options.channel as Channel) : words.unchecked,
    details: [isChecked ? until : words.uncheckedRecords(counts.clean, read)],
    notices: [...holdsAll, ...warned],
    sections: [
      section(words.whereTheyWent, dispositionsTable(report, sentences)),
      listsSection(suppressions, [words.entries, words.matched[listed(report)]], sentences, (it) => [
        noted(number(it.entries), it.unreadable > 0 ? words.unreadable(it.unreadable) : ""),
        noted(number(it.matched_records), suppressions.length > 1 ? words.onlyHere(it.matched_only_here) : ""),
      ]),
      toFixSection(report, sentences),
      howSection(report, sentences),
      filesSection(filesOf(report, sentences), sentences),
    ],
    ...{ verifying: words.verifying, command: verify },
  } as const;
  return renderDocument(page, report, sentences);
}

function dispositionsTable({ counts, conservation, suppressions }: AuditReport, { page, summary }: Sentences): Markup {
  const shown = DISPOSITIONS.filter((it) => it === "clean" || counts[it] > 0);
  const bars = shown.map((it) => {
    // It is not known whether they may be contacted.
    const isUnproven = it === "clean" && suppressions.length === 0;
    const label = summary.dispositions[it];
    if (isUnproven) return { label, note: summary.unchecked, count: counts[it], kind: "read" };
    return { label, note: page.meaning[it], count: counts[it], kind: it };
  });
  const whole = { label: summary.read, note: "", count: conservation.read, kind: "read" };
  return barTable([page.disposition, page.recordsTitle, page.share], [whole, ...bars]);
}

/** Returns which list the run wrote: the clean one, or one of all records with their dispositions. */
function listed({ run }: AuditReport): Exclude<OutputRole, "removed"> {
  return run.options.flag === true ? "flagged" : "clean";
}

function toFixSection({ reasons, outputs }: AuditReport, { page, summary }: Sentences): Markup {
  const items = tellingReasons(Object.entries(reasons) as [Reason, number][]).map(([reason, count]) =>
    noted(markup`<strong>${number(count)}</strong> ${summary.reason(reason, count)}`, page.fixes[reason]),
  );
  if (items.length === 0) return section(page.toFix, markup`<p>${page.nothingToFix}</p>`);
  const removed = outputs.filter(({ role }) => role === "removed");
  const where = removed.map(({ path }) => markup`<p class="dim">${page.eachInRemoved(path)}</p>`);
  return section(page.toFix, markup`${list(items, "fixes")}${where}`);
}

/** Shows the settings of the run, and what it proved of itself. */
function howSection(report: AuditReport, { page, inspection, summary }: Sentences): Markup {
  const { inputs, run, types, suppressions, conservation, self_check } = report;
  const { channel, keep_duplicates, keep_foreign } = run.options;
  const columns = (inputs[0]?.phone_columns ?? []).map(({ position, name }) =>
    name === undefined ? summary.column(position) : `"${name}"`,
  );
  const kept = [
    ...(Object.keys(types) as (keyof typeof types)[])
      .filter((type) => types[type] > 0)
      .map((type) => `${number(types[type])} ${inspection.types[type]}`),
    ...(keep_duplicates === true ? [page.duplicatesToo] : []),
    ...(keep_foreign === true ? [page.foreignToo] : []),
  ];
  const lifting = suppressions.filter(({ lifted }) => lifted > 0);
  const lifted = lifting.reduce((sum, it) => sum + it.lifted, 0);
  const names = lifting.map(({ name }) => name);
  const checks = [
    page.addsUp(conservation.read),
    page.digits(digitsOf(suppressions)),
    ...(self_check.sampled > 0 ? [page.selfCheck(self_check.sampled)] : []),
    ...(self_check.canaries.length > 0 ? [page.canaries(self_check.canaries.map((it) => it.number))] : []),
  ];
  const entries: (readonly [string, Cell])[] = [
    [page.phoneColumns(columns.length), columns.join(", ")],
    [page.campaign, page.channels[channel as Channel]],
    [page.kept[listed(report)], kept.join(", ") || number(0)],
    ...(lifted > 0 ? [[page.optIns, page.lifted(lifted, names)] as const] : []),
    [page.checked, checks.join(" ")],
  ];
  return section(page.howItWasDone, facts(entries));
}

/** Returns the digits of all lists together. */
function digitsOf(suppressions: AuditReport["suppressions"]) {
  const sum = { read: 0, numbers: 0, extensions: 0, times: 0, leftover: 0 };
  for (const { digits } of suppressions)
    for (const part of Object.keys(sum) as (keyof typeof sum)[]) sum[part] += digits[part];
  return sum;
}

type ReadFrom = Pick<AuditReport["inputs"][number], "sheet" | "titles">;

function filesOf({ inputs, suppressions, outputs }: AuditReport, { page, summary }: Sentences) {
  const readAs = (role: "input" | "suppression", { sheet, titles }: ReadFrom) =>
    [
      page.roles[role],
      ...(sheet === null ? [] : [summary.sheet(sheet.name), sheet.range]),
      ...(titles.length === 0 ? [] : [summary.titles(titles, sheet !== null, role === "suppression")]),
    ].join(", ");
  return [
    ...inputs.map((file) => ({ ...file, role: readAs("input", file) })),
    ...suppressions.map((file) => ({ ...file, role: readAs("suppression", file), records: file.entries })),
    ...outputs.map((file) => ({ ...file, role: page.roles[file.role] })),
  ];
}
