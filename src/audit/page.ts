// The page of an audit: the data of its JSON report, to be printed and filed.

import * as html from "../evidence/html/document.js";
import { type Markup, markup, NOTHING } from "../evidence/html/markup.js";
import type { Sentences } from "../text/sentences.js";
import { number } from "../text/values.js";
import { type ContactReport, countedIn, delayCells, verdictsOf } from "./report.js";

/** How many lines of each kind are named; the JSON has more, and the list of offences has all. */
const FIRST = 3;

/** `verify`: the command that proves the audit again. */
export function renderContactPage(report: ContactReport, sentences: Sentences, verify: string): string {
  const { contactPage: words, contacts: shared, page } = sentences;
  const { contacts, suppressions, channels, run } = report;
  const [verdict = "", ...details] = verdictsOf(report, sentences);
  const warned = html.noticesOf(report, sentences);
  const needsLook = contacts.judged === 0 || contacts.apart > 0 || warned.length > 0;
  const late = [shared.offences, `${shared.delay} (${shared.longest})`];
  const lateCells = (it: { offences: number; delays: ContactReport["delays"] }) => {
    const [median = "", longest = ""] = delayCells(it, sentences);
    return [number(it.offences), html.noted(longest, longest && `${shared.median} ${median}`)];
  };
  const byChannel = channels.map((it) => [shared.channels[it.channel], number(it.judged), ...lateCells(it)]);
  const content = {
    title: words.title,
    madeAt: words.auditedAt,
    status: run.exit_code !== 0 ? "stop" : needsLook ? "look" : "sound",
    ...{ verdict, details },
    notices: [...(contacts.apart > 0 ? [words.notJudged(contacts.apart)] : []), ...warned],
    sections: [
      html.section(words.whatTheyAre, contactsTable(report, sentences)),
      byChannel.length === 0
        ? NOTHING
        : html.section(shared.byChannel, html.table([shared.channel, shared.judged, ...late], byChannel)),
      html.listsSection(suppressions, late, sentences, lateCells),
      html.section(shared.apartTitle, countedList(report, sentences)),
      html.section(page.howItWasDone, html.facts(rulesOf(report, sentences))),
      html.filesSection(filesOf(report, sentences), sentences),
    ],
    ...{ verifying: page.verifying, command: verify },
  } as const;
  return html.renderDocument(content, report, sentences);
}

function contactsTable({ contacts }: ContactReport, { contacts: shared, contactPage: words, page }: Sentences): Markup {
  const { read, judged, offences, apart, inbound } = contacts;
  const bars = [
    { label: shared.read, note: "", count: read, kind: "read" },
    { label: words.inTime, note: words.meaning.inTime, count: judged - offences, kind: "clean" },
    { label: shared.offences, note: words.meaning.offences, count: offences, kind: "suppressed" },
    { label: shared.apart, note: words.meaning.apart, count: apart, kind: "excluded" },
    { label: shared.inbound, note: "", count: inbound, kind: "foreign" },
  ];
  return html.barTable([words.contact, words.contacts, page.share], bars);
}

function countedList(report: ContactReport, sentences: Sentences): Markup {
  const items = countedIn(report, sentences).map(({ what, count, lines }) => {
    const where = lines.length === 0 ? "" : sentences.inspection.lines(lines.slice(0, FIRST), count > FIRST);
    return html.noted(markup`<strong>${number(count)}</strong> ${what}`, where);
  });
  return items.length === 0 ? markup`<p>${sentences.contactPage.nothingApart}</p>` : html.list(items, "fixes");
}

function rulesOf({ hours, frequency, grace_hours, channel }: ContactReport, { contactPage: words, page }: Sentences) {
  const path = hours?.holidays?.path;
  const holidays = path === "sv" ? words.holidaysOfCountry : (path ?? words.noHolidays);
  const rules: [name: string, value: string | undefined][] = [
    [words.grace, words.graceOf(grace_hours * 3_600_000)],
    [words.unnamedChannel, page.channels[channel ?? "any"]],
    [words.hours, hours?.hours.join("; ").concat(` (${hours.zone})`)],
    [words.holidays, hours === null ? undefined : holidays],
    [words.frequency, frequency === null ? undefined : words.atMost(frequency.max_contacts, frequency.within_hours)],
  ];
  return rules.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
}

function filesOf({ log, suppressions, outputs, hours, contacts }: ContactReport, { contactPage, page }: Sentences) {
  return [
    { ...log, role: contactPage.roles.log, records: contacts.read },
    ...suppressions.map((list) => ({ ...list, role: page.roles.suppression, records: list.entries })),
    ...[hours?.holidays ?? []].flat().map((file) => ({ ...file, role: contactPage.roles.holidays })),
    ...outputs.map((output) => ({ ...output, role: contactPage.roles.offences })),
  ];
}
