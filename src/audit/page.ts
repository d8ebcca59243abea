// The report of an audit for a person: the same data as its JSON, one self-contained page, to be printed and filed.

import type { Warning } from "../errors.js";
import { barOf, barTable } from "../evidence/html/bars.js";
import { filesTable, htmlDocument, labelsShown, unbroken } from "../evidence/html/document.js";
import { type Markup, markup, NOTHING } from "../evidence/html/markup.js";
import { headlineNotices, type Notices, notes, noticesOf } from "../evidence/html/notices.js";
import { copyingNote, datedOf } from "../evidence/html/sections.js";
import type { Sentences } from "../text/sentences.js";
import { inElSalvador } from "../text/values.js";
import type { ContactChannel } from "./contact-reader.js";
import type { ContactReport } from "./report.js";

const HOUR = 3600;
/** Offences and lines of each kind that are named; the JSON has some more, and the list of offences has all. */
const FIRST = 3;

/** `again`: the command that finds the same once more. */
export function renderContactPage(report: ContactReport, sentences: Sentences, again: string): string {
  const { contactPage: words, contacts: said, page, language } = sentences;
  const { contacts, hours, frequency, run, tool } = report;
  const verdict = said.verdict(contacts.offences, contacts.people, report.grace_hours * 3_600_000, contacts.judged);
  const others = [
    ...(hours === null ? [] : [said.hoursVerdict(hours.outside, hours.unknown)]),
    ...(frequency === null ? [] : [frequencyVerdict(frequency, sentences)]),
  ];
  const notices = noticesOf(
    report.warnings as Warning[],
    report.suppressions.map(({ name }) => name),
  );
  const untold = contacts.apart > 0 ? [words.notJudged(contacts.apart)] : [];
  const isBad = contacts.offences > 0 || (hours?.outside ?? 0) > 0 || (frequency?.numbers_too_often ?? 0) > 0;
  const isLooked = contacts.judged === 0 || untold.length > 0 || notices.headline.length > 0;
  const main = markup`<header class="${isBad ? "stop" : isLooked ? "look" : "sound"}">
<p class="dim">${words.title} · ${unbroken(words.auditedAt(inElSalvador(new Date(run.started_at))))}</p>
${labelsShown(run.labels)}
<h1>${verdict}</h1>
${others.map((line) => markup`<p class="until">${line}</p>`)}
${headlineNotices(notices.headline, sentences, untold)}
</header>
<section><h2>${words.whatTheyAre}</h2>
${contactsTable(report, sentences)}</section>
${contacts.offences > 0 ? channelsSection(report, sentences) : NOTHING}
${listsSection(report, notices, sentences)}
${firstSection(report, sentences)}
${apartSection(report, sentences)}
${howSection(report, notices, sentences)}
${filesTable(filesOf(report, sentences), sentences)}
<section>
<h2>${page.howToVerify}</h2>
<p>${words.verifying}</p>
<pre><code>${again}</code></pre>
</section>`;
  const footer = `${page.madeBy(tool.version, tool.node, tool.numbering_plan)} · ${run.id}`;
  return htmlDocument(language, `${words.title}: ${verdict}`, main, footer);
}

function frequencyVerdict(frequency: NonNullable<ContactReport["frequency"]>, { contacts }: Sentences): string {
  const { numbers_too_often, max_contacts, within_hours, numbers_unknown, contacts_without_number } = frequency;
  const within = within_hours * HOUR;
  return contacts.frequencyVerdict(numbers_too_often, max_contacts, within, numbers_unknown, contacts_without_number);
}

function contactsTable({ contacts }: ContactReport, sentences: Sentences): Markup {
  const { contacts: said, contactPage: words, page } = sentences;
  const { read, judged, offences, apart, inbound } = contacts;
  const bar = (label: string, count: number, note: string, kind: string) => barOf(label, count, read, note, kind);
  const parts = [
    bar(words.inTime, judged - offences, words.meaning.inTime, "clean"),
    ...(offences > 0 ? [bar(said.offences, offences, words.meaning.offences, "suppressed")] : []),
    ...(apart > 0 ? [bar(said.apart, apart, words.meaning.apart, "excluded")] : []),
    ...(inbound > 0 ? [bar(words.inbound, inbound, words.meaning.inbound, "foreign")] : []),
  ];
  return barTable({
    heading: words.contact,
    countTitle: words.contacts,
    shareTitle: page.share,
    rows: [bar(said.read, read, "", "read"), ...parts],
  });
}

function channelsSection({ channels }: ContactReport, sentences: Sentences): Markup {
  const { contacts: said, contactPage: words, number } = sentences;
  const rows = channels.map(
    ({ channel, judged, offences, delays }) => markup`<tr><th scope="row">${said.channels[channel]}</th>
<td class="n">${number(judged)}</td><td class="n">${number(offences)}</td><td class="n">${delayCell(delays, sentences)}</td></tr>`,
  );
  return markup`<section><h2>${words.byChannel}</h2>
<table class="four"><colgroup><col><col><col><col></colgroup><thead><tr><th scope="col">${words.channel}</th><th scope="col" class="n">${words.judged}</th><th scope="col" class="n">${words.offences}</th><th scope="col" class="n">${words.longestDelay}</th></tr></thead>
<tbody>${rows}</tbody></table></section>`;
}

type Delays = ContactReport["delays"];

function delayCell(delays: Delays, { contacts: said }: Sentences): Markup {
  if (delays === null) return NOTHING;
  return markup`${said.age(delays.longest * HOUR)}<small>${said.median} ${said.age(delays.median * HOUR)}</small>`;
}

function listsSection({ suppressions }: ContactReport, notices: Notices, sentences: Sentences): Markup {
  const { page, contactPage: words, number } = sentences;
  const rows = suppressions.map(
    (
      list,
    ) => markup`<tr><th scope="row">${list.name}<small>${page.kinds[list.kind]} · ${datedOf(list, page)}</small>${notes(notices.ofList(list.name), sentences)}</th>
<td class="n">${number(list.offences)}${suppressions.length > 1 ? markup`<small>${page.onlyHere(list.offences_only_here)}</small>` : NOTHING}</td>
<td class="n">${delayCell(list.delays, sentences)}</td></tr>`,
  );
  return markup`<section><h2>${page.lists}${copyingNote(suppressions, page)}</h2>
<table class="three"><colgroup><col><col><col></colgroup><thead><tr><th scope="col">${page.list}</th><th scope="col" class="n">${words.offences}</th><th scope="col" class="n">${words.longestDelay}</th></tr></thead>
<tbody>${rows}</tbody></table></section>`;
}

/** The first offences of each kind, each by its line in the log. */
function firstSection({ run, first_offences, hours, frequency }: ContactReport, sentences: Sentences): Markup {
  const { contacts: said, contactPage: words } = sentences;
  const of = (kind: string, line: number, masked: readonly string[], ...more: string[]) =>
    markup`<li>${unbroken([words.line(line), ...masked, ...more].join(" · "))}<small>${kind}</small></li>`;
  const items = [
    ...first_offences
      .slice(0, FIRST)
      .map(({ line, masked, channel, contacted_at, delay_hours, suppression, record }) => {
        // In tenths of an hour: of less there is no telling.
        const delay = delay_hours > 0 ? [`${said.delay} ${said.age(delay_hours * HOUR)}`] : [];
        const where = [said.channels[channel], shortened(contacted_at), ...delay, `${suppression}:${record}`];
        return of(said.offences, line, [masked], ...where);
      }),
    ...(hours?.first_outside ?? [])
      .slice(0, FIRST)
      .map(({ line, masked, channel, contacted_at }) =>
        of(said.outside, line, masked, said.channels[channel], shortened(contacted_at)),
      ),
    ...(frequency?.first_too_often ?? [])
      .slice(0, FIRST)
      .map(({ line, masked, contacted_at, most }) =>
        of(said.tooOften, line, [masked], shortened(contacted_at), `${most} ${said.most}`),
      ),
  ];
  return items.length === 0
    ? NOTHING
    : markup`<section><h2>${words.first}<small>${said.timesIn(String(run.options.tz))}</small></h2><ul>${items}</ul></section>`;
}

function apartSection(report: ContactReport, sentences: Sentences): Markup {
  const { contacts: said, contactPage: words, inspection, number } = sentences;
  const { apart, hours, frequency } = report;
  const items = apart
    .filter(({ count }) => count > 0)
    .map(({ reason, count, lines }) => {
      const where = inspection.lines(lines.slice(0, FIRST), count > FIRST);
      return markup`<li><strong>${number(count)}</strong> ${said.apartReasons[reason]}<small>${where}</small></li>`;
    });
  if (hours !== null && hours.unknown > 0) {
    const where = inspection.lines(hours.unknown_lines.slice(0, FIRST), hours.unknown > FIRST);
    items.push(markup`<li><strong>${number(hours.unknown)}</strong> ${words.hoursUnknown}<small>${where}</small></li>`);
  }
  if (frequency !== null && frequency.numbers_unknown > 0)
    items.push(markup`<li><strong>${number(frequency.numbers_unknown)}</strong> ${words.frequencyUnknown}</li>`);
  return markup`<section><h2>${words.apartTitle}</h2>
${items.length === 0 ? markup`<p>${words.nothingApart}</p>` : markup`<ul>${items}</ul>`}</section>`;
}

/** Those that come with the program are named by the country. */
function holidaysShown(path: string, { holidaysOfCountry }: Sentences["contactPage"]): string {
  return path === "sv" ? holidaysOfCountry : path;
}

/** Shows by what rules the log was judged, and what a person should look at. */
function howSection(report: ContactReport, notices: Notices, sentences: Sentences): Markup {
  const { contactPage: words, contacts, page, number } = sentences;
  const { hours, frequency, grace_hours, channel } = report;
  const facts: [name: string, value: string][] = [
    [words.grace, words.graceOf(grace_hours * 3_600_000)],
    [words.unnamedChannel, page.channels[channel ?? "any"]],
  ];
  if (hours !== null) {
    facts.push([words.hours, `${hours.hours.join("; ")} (${hours.zone})`]);
    const byChannel = Object.entries(hours.outside_by_channel) as [ContactChannel, number][];
    const parts = byChannel.map(([it, count]) => `${contacts.channels[it]} ${number(count)}`);
    if (parts.length > 0) facts.push([contacts.outside, parts.join(", ")]);
    facts.push([
      words.holidays,
      hours.holidays === null ? words.noHolidays : holidaysShown(hours.holidays.path, words),
    ]);
  }
  if (frequency !== null) {
    const most = words.atMost(frequency.max_contacts, frequency.within_hours * HOUR);
    facts.push([words.frequency, `${most}: ${words.numbersJudged(frequency.numbers)}`]);
  }
  return markup`<section><h2>${page.howItWasDone}</h2>
<dl>${facts.map(([name, value]) => markup`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
${hours === null && frequency === null ? NOTHING : markup`<p class="dim">${words.noAdvice}</p>`}
${notes(notices.phoneList, sentences)}</section>`;
}

function filesOf({ log, suppressions, outputs, hours, contacts }: ContactReport, { contactPage, page }: Sentences) {
  const { roles } = contactPage;
  const holidays = hours?.holidays ?? null;
  return [
    { ...log, role: roles.log, records: contacts.read },
    ...suppressions.map((list) => ({ ...list, role: page.roles.suppression, records: list.entries })),
    ...(holidays === null ? [] : [{ ...holidays, role: roles.holidays, records: undefined, bytes: undefined }]),
    ...outputs.map((output) => ({ ...output, role: roles.offences })),
  ];
}

/** `2026-03-05T10:00-06:00` to the minute, as its own zone shows it. */
function shortened(moment: string): string {
  return moment.slice(0, 16).replace("T", " ");
}
