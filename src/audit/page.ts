// What the page of an audit says: the same data as its JSON report, to be printed and filed.

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
  table,
  unbroken,
} from "../evidence/html/document.js";
import { type Markup, markup, NOTHING } from "../evidence/html/markup.js";
import type { Sentences } from "../text/sentences.js";
import { number } from "../text/values.js";
import type { ContactChannel } from "./contact-reader.js";
import type { ContactReport } from "./report.js";

const HOUR = 3600;
/** Offences and lines of each kind that are named; the JSON has some more, and the list of offences has all. */
const FIRST = 3;

/** `again`: the command that finds the same once more. */
export function renderContactPage(report: ContactReport, sentences: Sentences, again: string): string {
  const { contactPage: words, contacts: said, page } = sentences;
  const { contacts, hours, frequency } = report;
  const warned = noticesOf(report, sentences);
  const isBad = contacts.offences + (hours?.outside ?? 0) + (frequency?.numbers_too_often ?? 0) > 0;
  const isLookedAt = contacts.judged === 0 || contacts.apart > 0 || warned.length > 0;
  const content = {
    title: words.title,
    madeAt: words.auditedAt,
    standing: isBad ? "stop" : isLookedAt ? "look" : "sound",
    verdict: said.verdict(contacts.offences, contacts.people, report.grace_hours * HOUR * 1000, contacts.judged),
    below: [
      ...(hours === null ? [] : [said.hoursVerdict(hours.outside, hours.unknown)]),
      ...(frequency === null ? [] : [frequencyVerdict(frequency, sentences)]),
    ],
    notices: [...(contacts.apart > 0 ? [words.notJudged(contacts.apart)] : []), ...warned],
    sections: [
      section(words.whatTheyAre, contactsTable(report, sentences)),
      contacts.offences > 0 ? section(words.byChannel, channelsTable(report, sentences)) : NOTHING,
      listsSection(report.suppressions, [words.offences, words.longestDelay], sentences, (it) => [
        noted(number(it.offences), report.suppressions.length > 1 ? page.onlyHere(it.offences_only_here) : ""),
        delayCell(it.delays, sentences),
      ]),
      firstSection(report, sentences),
      apartSection(report, sentences),
      howSection(report, sentences),
      filesSection(filesOf(report, sentences), sentences),
    ],
    ...{ verifying: words.verifying, command: again },
  } as const;
  return renderDocument(content, report, sentences);
}

function frequencyVerdict(frequency: NonNullable<ContactReport["frequency"]>, { contacts }: Sentences): string {
  const { numbers_too_often, max_contacts, within_hours, numbers_unknown, contacts_without_number } = frequency;
  const within = within_hours * HOUR;
  return contacts.frequencyVerdict(numbers_too_often, max_contacts, within, numbers_unknown, contacts_without_number);
}

function contactsTable({ contacts }: ContactReport, { contacts: said, contactPage: words, page }: Sentences): Markup {
  const { read, judged, offences, apart, inbound } = contacts;
  const others = [
    { label: said.offences, note: words.meaning.offences, count: offences, kind: "suppressed" },
    { label: said.apart, note: words.meaning.apart, count: apart, kind: "excluded" },
    { label: words.inbound, note: words.meaning.inbound, count: inbound, kind: "foreign" },
  ];
  return barTable(
    [words.contact, words.contacts, page.share],
    [
      { label: said.read, note: "", count: read, kind: "read" },
      { label: words.inTime, note: words.meaning.inTime, count: judged - offences, kind: "clean" },
      ...others.filter(({ count }) => count > 0),
    ],
  );
}

function channelsTable({ channels }: ContactReport, sentences: Sentences): Markup {
  const { contacts: said, contactPage: words } = sentences;
  const rows = channels.map(({ channel, judged, offences, delays }) => [
    said.channels[channel],
    ...[number(judged), number(offences), delayCell(delays, sentences)],
  ]);
  return table([words.channel, words.judged, words.offences, words.longestDelay], rows);
}

function delayCell(delays: ContactReport["delays"], { contacts: said }: Sentences): Cell {
  if (delays === null) return "";
  return noted(said.age(delays.longest * HOUR), `${said.median} ${said.age(delays.median * HOUR)}`);
}

/** The first offences of each kind, each by its line in the log. */
function firstSection({ run, first_offences, hours, frequency }: ContactReport, sentences: Sentences): Markup {
  const { contacts: said, contactPage: words } = sentences;
  const item = (kind: string, line: number, ...more: readonly string[]) =>
    noted(unbroken([words.line(line), ...more].join(" · ")), kind);
  const items = [
    ...first_offences.slice(0, FIRST).map((it) => {
      // In tenths of an hour: of less there is no telling.
      const delay = it.delay_hours > 0 ? [`${said.delay} ${said.age(it.delay_hours * HOUR)}`] : [];
      const where = [said.channels[it.channel], shortened(it.contacted_at), ...delay, `${it.suppression}:${it.record}`];
      return item(said.offences, it.line, it.masked, ...where);
    }),
    ...(hours?.first_outside ?? [])
      .slice(0, FIRST)
      .map((it) => item(said.outside, it.line, ...it.masked, said.channels[it.channel], shortened(it.contacted_at))),
    ...(frequency?.first_too_often ?? [])
      .slice(0, FIRST)
      .map((it) => item(said.tooOften, it.line, it.masked, shortened(it.contacted_at), `${it.most} ${said.most}`)),
  ];
  if (items.length === 0) return NOTHING;
  return section(noted(words.first, said.timesIn(String(run.options.tz))), list(items, "fixes"));
}

/** What a person should look at. */
function apartSection({ apart, hours, frequency }: ContactReport, sentences: Sentences): Markup {
  const { contacts: said, contactPage: words, inspection } = sentences;
  const items = [
    ...apart.map(({ reason, ...it }) => ({ ...it, what: said.apartReasons[reason] })),
    { count: hours?.unknown ?? 0, lines: hours?.unknown_lines ?? [], what: words.hoursUnknown },
    { count: frequency?.numbers_unknown ?? 0, lines: [], what: words.frequencyUnknown },
  ]
    .filter(({ count }) => count > 0)
    .map(({ count, lines, what }) => {
      const where = lines.length === 0 ? "" : inspection.lines(lines.slice(0, FIRST), count > FIRST);
      return noted(markup`<strong>${number(count)}</strong> ${what}`, where);
    });
  return section(words.apartTitle, items.length === 0 ? markup`<p>${words.nothingApart}</p>` : list(items, "fixes"));
}

/** Shows by what rules the log was judged. */
function howSection({ hours, frequency, grace_hours, channel }: ContactReport, sentences: Sentences): Markup {
  const { contactPage: words, contacts, page } = sentences;
  const entries: [name: string, value: string][] = [
    [words.grace, words.graceOf(grace_hours * HOUR * 1000)],
    [words.unnamedChannel, page.channels[channel ?? "any"]],
  ];
  if (hours !== null) {
    const byChannel = Object.entries(hours.outside_by_channel) as [ContactChannel, number][];
    const parts = byChannel.map(([it, count]) => `${contacts.channels[it]} ${number(count)}`);
    const path = hours.holidays?.path;
    const holidays = path === "sv" ? words.holidaysOfCountry : (path ?? words.noHolidays);
    entries.push([words.hours, `${hours.hours.join("; ")} (${hours.zone})`]);
    if (parts.length > 0) entries.push([contacts.outside, parts.join(", ")]);
    entries.push([words.holidays, holidays]);
  }
  if (frequency !== null) {
    const most = words.atMost(frequency.max_contacts, frequency.within_hours * HOUR);
    entries.push([words.frequency, `${most}: ${words.numbersJudged(frequency.numbers)}`]);
  }
  const advice = hours === null && frequency === null ? NOTHING : markup`<p class="dim">${words.noAdvice}</p>`;
  return section(page.howItWasDone, markup`${facts(entries)}${advice}`);
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

/** `2026-03-05T10:00-06:00` to the minute, as its own zone shows it. */
function shortened(moment: string): string {
  return moment.slice(0, 16).replace("T", " ");
}
