// What the page of an audit says: the same data as its JSON report, to be printed and filed.

import * as html from "../evidence/html/document.js";
import { type Markup, markup, NOTHING } from "../evidence/html/markup.js";
import type { Sentences } from "../text/sentences.js";
import { number } from "../text/values.js";
import { ageOf, type ContactReport, countedIn, verdictsOf } from "./report.js";

/** Offences and lines of each kind that are named; the JSON has some more, and the list of offences has all. */
const FIRST = 3;

/** `again`: the command that finds the same once more. */
export function renderContactPage(report: ContactReport, sentences: Sentences, again: string): string {
  const { contactPage: words, page } = sentences;
  const { contacts, suppressions, channels, run } = report;
  const [verdict = "", ...below] = verdictsOf(report, sentences);
  const warned = html.noticesOf(report, sentences);
  const isLookedAt = contacts.judged === 0 || contacts.apart > 0 || warned.length > 0;
  const late = [words.offences, words.longestDelay];
  const lateCells = (it: Late) => [number(it.offences), delayCell(it, sentences)];
  const byChannel = channels.map((it) => [
    sentences.contacts.channels[it.channel],
    number(it.judged),
    ...lateCells(it),
  ]);
  const content = {
    title: words.title,
    madeAt: words.auditedAt,
    standing: run.exit_code !== 0 ? "stop" : isLookedAt ? "look" : "sound",
    ...{ verdict, below },
    notices: [...(contacts.apart > 0 ? [words.notJudged(contacts.apart)] : []), ...warned],
    sections: [
      html.section(words.whatTheyAre, contactsTable(report, sentences)),
      byChannel.length === 0
        ? NOTHING
        : html.section(words.byChannel, html.table([words.channel, words.judged, ...late], byChannel)),
      html.listsSection(suppressions, late, sentences, lateCells),
      firstSection(report, sentences),
      html.section(words.apartTitle, countedList(report, sentences)),
      html.section(page.howItWasDone, html.facts(rulesOf(report, sentences))),
      html.filesSection(filesOf(report, sentences), sentences),
    ],
    ...{ verifying: words.verifying, command: again },
  } as const;
  return html.renderDocument(content, report, sentences);
}

function contactsTable({ contacts }: ContactReport, { contacts: said, contactPage: words, page }: Sentences): Markup {
  const { read, judged, offences, apart, inbound } = contacts;
  const bars = [
    { label: said.read, note: "", count: read, kind: "read" },
    { label: words.inTime, note: words.meaning.inTime, count: judged - offences, kind: "clean" },
    { label: said.offences, note: words.meaning.offences, count: offences, kind: "suppressed" },
    { label: said.apart, note: words.meaning.apart, count: apart, kind: "excluded" },
    { label: words.inbound, note: words.meaning.inbound, count: inbound, kind: "foreign" },
  ];
  return html.barTable([words.contact, words.contacts, page.share], bars);
}

type Late = Pick<ContactReport["channels"][number], "offences" | "delays">;

function delayCell({ delays }: Late, sentences: Sentences): html.Cell {
  if (delays === null) return "";
  const median = `${sentences.contacts.median} ${ageOf(delays.median, sentences)}`;
  return html.noted(ageOf(delays.longest, sentences), median);
}

/** The first contacts after an opt-out, each by its line in the log. */
function firstSection({ run, first_offences }: ContactReport, sentences: Sentences): Markup {
  const { contacts: said, contactPage: words } = sentences;
  if (first_offences.length === 0) return NOTHING;
  const items = first_offences.slice(0, FIRST).map((it) => {
    // To the minute, as its own zone shows it.
    const at = it.contacted_at.slice(0, 16).replace("T", " ");
    // In tenths of an hour: of less there is no telling.
    const delay = it.delay_hours > 0 ? [`${said.delay} ${ageOf(it.delay_hours, sentences)}`] : [];
    const where = [
      words.line(it.line),
      it.masked,
      said.channels[it.channel],
      at,
      ...delay,
      `${it.suppression}:${it.record}`,
    ];
    return html.unbroken(where.join(" · "));
  });
  return html.section(html.noted(words.first, said.timesIn(String(run.options.tz))), html.list(items, "fixes"));
}

/** What a person should look at. */
function countedList(report: ContactReport, sentences: Sentences): Markup {
  const { contactPage: words, inspection } = sentences;
  const items = countedIn(report, sentences).map(({ what, count, lines }) => {
    const where = lines.length === 0 ? "" : inspection.lines(lines.slice(0, FIRST), count > FIRST);
    return html.noted(markup`<strong>${number(count)}</strong> ${what}`, where);
  });
  return items.length === 0 ? markup`<p>${words.nothingApart}</p>` : html.list(items, "fixes");
}

/** The rules by which the log was judged. */
function rulesOf({ hours, frequency, grace_hours, channel }: ContactReport, { contactPage: words, page }: Sentences) {
  const rules: [name: string, value: string][] = [
    [words.grace, words.graceOf(grace_hours * 3_600_000)],
    [words.unnamedChannel, page.channels[channel ?? "any"]],
  ];
  if (hours !== null) {
    const path = hours.holidays?.path;
    rules.push([words.hours, `${hours.hours.join("; ")} (${hours.zone})`]);
    rules.push([words.holidays, path === "sv" ? words.holidaysOfCountry : (path ?? words.noHolidays)]);
  }
  if (frequency !== null)
    rules.push([words.frequency, words.atMost(frequency.max_contacts, frequency.within_hours * 3600)]);
  return rules;
}

function filesOf({ log, suppressions, outputs, hours, contacts }: ContactReport, { contactPage, page }: Sentences) {
  const { roles } = contactPage;
  return [
    { ...log, role: roles.log, records: contacts.read },
    ...suppressions.map((list) => ({ ...list, role: page.roles.suppression, records: list.entries })),
    ...[hours?.holidays ?? []].flat().map((file) => ({ ...file, role: roles.holidays })),
    ...outputs.map((output) => ({ ...output, role: roles.offences })),
  ];
}
