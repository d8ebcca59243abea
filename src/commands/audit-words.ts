// An audit of contacts as tables for a person and as JSON for a program: masked numbers, never a cell; names of members are stable.

import type { Conduct, Contact } from "../audit/conduct.js";
import type { ContactChannel } from "../audit/contact-reader.js";
import {
  APART,
  type ContactTally,
  type DelayTally,
  delayOf,
  hours,
  shownTime,
  wholeMinutes,
} from "../audit/contact-tally.js";
import type { ContactAudit } from "../audit/contacts.js";
import { maskNumber } from "../phone/format.js";
import type { ContactSentences } from "../text/answers.js";
import { sayWarning } from "../text/language.js";
import type { Sentences } from "../text/sentences.js";
import { number } from "../text/values.js";
import { describeInstant, type TimeZone } from "../time/time-zone.js";
import type { AuditArguments } from "./audit.js";
import type { HolidaysFile } from "./calendar.js";
import { type Align, bold, layOut } from "./screen.js";

/** Numbers contacted too often that are named. */
const FIRST_OFTEN = 10;

const DELAYS: readonly Align[] = ["right", "right", "right"];

/** The tables, with a line end after the last line. */
export function contactTables(
  audit: ContactAudit,
  typed: AuditArguments,
  { contacts: words, inspection }: Sentences,
  isColored: boolean,
): string {
  const { tally, log, conduct } = audit;
  const title = (text: string) => bold(text, isColored);
  const blocks = [
    [title(log.path === "-" ? "stdin" : log.path), ...countLines(audit, words)],
    ...(tally.offences === 0
      ? []
      : [
          [title(words.byChannel), ...channelLines(tally, words)],
          [title(words.byList), ...listLines(audit, words)],
          [title(words.firstOffences(tally.first.length, tally.offences)), ...offenceLines(audit, typed.tz, words)],
        ]),
    ...(tally.setApart === 0 ? [] : [[title(words.apartTitle), ...apartLines(tally, words, inspection.lines)]]),
    ...conductBlocks(conduct, typed.tz, words, title),
    verdicts(audit, typed, words).map(title),
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function verdicts({ tally, conduct }: ContactAudit, typed: AuditArguments, words: ContactSentences): string[] {
  const { hours, frequency } = conduct;
  const lines = [words.verdict(tally.offences, tally.people, typed.grace)];
  if (hours !== undefined) lines.push(words.hoursVerdict(hours.counts.outside, hours.counts.unknown));
  if (frequency !== undefined && typed.maxContacts !== undefined) {
    const { contacts, within } = typed.maxContacts;
    const { often, unknown, unreadable } = frequency;
    lines.push(words.frequencyVerdict(often.length, contacts, within, unknown, unreadable));
  }
  return lines;
}

function countLines({ tally, conduct }: ContactAudit, words: ContactSentences): string[] {
  const { hours, frequency } = conduct;
  const rows = [
    [words.read, number(tally.read)],
    ...(tally.inbound === 0 ? [] : [[words.inbound, number(tally.inbound)]]),
    [words.judged, number(tally.judged)],
    [words.offences, number(tally.offences)],
    [words.apart, number(tally.setApart)],
    ...(hours === undefined ? [] : counted(words.outside, hours.counts.outside, hours.counts.unknown, words)),
    ...(frequency === undefined
      ? []
      : counted(words.tooOften, frequency.often.length, frequency.unknown + frequency.unreadable, words)),
  ];
  return layOut(rows, ["left", "right"]);
}

function counted(name: string, count: number, unknown: number, { nobodyCanTell }: ContactSentences): string[][] {
  return [[name, number(count)], ...(unknown === 0 ? [] : [[`  ${nobodyCanTell}`, number(unknown)]])];
}

function conductBlocks(
  { hours, frequency }: Conduct,
  zone: TimeZone,
  words: ContactSentences,
  title: (text: string) => string,
): string[][] {
  const blocks: string[][] = [];
  if (hours !== undefined && hours.counts.outside > 0) {
    const rows = hours.first.outside.map((contact) => [
      number(contact.line),
      masked(contact),
      words.channels[contact.channel],
      readable(shownTime(contact.moment!), zone),
    ]);
    const header = [words.line, words.number, words.channel, words.contactedAt];
    const lines = layOut([header, ...rows], ["right", "left", "left", "left"]);
    blocks.push([title(words.firstOutside(rows.length, hours.counts.outside)), ...lines]);
  }
  if (frequency !== undefined && frequency.often.length > 0) {
    const rows = frequency.often
      .slice(0, FIRST_OFTEN)
      .map(({ line, e164, contacted, most }) => [
        number(line),
        maskNumber(e164),
        readable(shownTime(contacted), zone),
        number(most),
      ]);
    const header = [words.line, words.number, words.contactedAt, words.most];
    const lines = layOut([header, ...rows], ["right", "left", "left", "right"]);
    blocks.push([title(words.firstTooOften(rows.length, frequency.often.length)), ...lines]);
  }
  return blocks;
}

function masked({ numbers }: Contact): string {
  return numbers.map(maskNumber).join(", ");
}

function readable(instant: number, zone: TimeZone): string {
  return describeInstant(instant, zone).slice(0, 16).replace("T", " ");
}

function channelLines(tally: ContactTally, words: ContactSentences): string[] {
  const channels = Object.entries(tally.channels) as [ContactChannel, ContactTally["channels"]["any"]][];
  const rows = channels
    .filter(([, { contacts }]) => contacts > 0)
    .map(([channel, { contacts, offences, delays }]) => [
      words.channels[channel],
      number(contacts),
      number(offences),
      ...delayCells(delays, words),
    ]);
  const header = [words.channel, words.judged, words.offences, ...delayTitles(words)];
  return layOut([header, ...rows], ["left", "right", "right", ...DELAYS]);
}

function listLines({ tally, suppressions }: ContactAudit, words: ContactSentences): string[] {
  const rows = tally.lists.flatMap(({ offences, onlyHere, delays }, i) =>
    offences === 0 ? [] : [[suppressions[i]!.name, number(offences), number(onlyHere), ...delayCells(delays, words)]],
  );
  const header = [words.list, words.offences, words.onlyHere, ...delayTitles(words)];
  return [
    ...layOut([header, ...rows], ["left", "right", "right", ...DELAYS]),
    `  (${words.median}, ${words.p90}, ${words.longest}: ${words.delays})`,
  ];
}

function delayTitles({ median, p90, longest }: ContactSentences): string[] {
  return [median, p90, longest];
}

function delayCells(delays: DelayTally, { age }: ContactSentences): string[] {
  const summary = delays.summary();
  return summary === undefined
    ? ["", "", ""]
    : [summary.median, summary.p90, summary.longest].map(wholeMinutes).map(age);
}

function offenceLines({ tally, suppressions }: ContactAudit, zone: TimeZone, words: ContactSentences): string[] {
  const rows = tally.first.map((offence) => [
    number(offence.line),
    maskNumber(offence.e164),
    words.channels[offence.channel],
    readable(shownTime(offence.contacted), zone),
    readable(offence.requestedAt, zone),
    words.age(wholeMinutes(delayOf(offence))),
    `${suppressions[offence.list]!.name}:${offence.record}`,
  ]);
  const header = [words.line, words.number, words.channel, words.contactedAt, words.requestedAt, words.delay];
  return layOut(
    [[...header, `${words.list}:${words.record}`], ...rows],
    ["right", "left", "left", "left", "left", "right", "left"],
  );
}

function apartLines(
  tally: ContactTally,
  words: ContactSentences,
  describeLines: Sentences["inspection"]["lines"],
): string[] {
  const rows = APART.filter((reason) => tally.apart[reason].count > 0).map((reason) => {
    const { count, lines } = tally.apart[reason];
    return [words.apartReasons[reason], number(count), describeLines(lines, count > lines.length)];
  });
  return layOut(rows, ["left", "right", "left"]);
}

export function contactAuditJson(
  audit: ContactAudit,
  typed: AuditArguments,
  holidays: HolidaysFile | undefined,
  sentences: Sentences,
) {
  const { log, suppressions, tally } = audit;
  const said = (instant: number) => describeInstant(instant, typed.tz);
  const channels = Object.entries(tally.channels) as [ContactChannel, (typeof tally.channels)["any"]][];
  return {
    schema_version: 1,
    log: { path: log.path, sha256: log.sha256, bytes: log.bytes, blank_lines: log.blankLines },
    grace_hours: typed.grace / 3_600_000,
    channel: typed.channel ?? null,
    contacts: {
      read: tally.read,
      inbound: tally.inbound,
      judged: tally.judged,
      offences: tally.offences,
      people: tally.people,
      apart: tally.setApart,
    },
    delays: delays(tally.delays),
    channels: channels.flatMap(([channel, counted]) =>
      counted.contacts === 0
        ? []
        : [{ channel, judged: counted.contacts, offences: counted.offences, delays: delays(counted.delays) }],
    ),
    suppressions: suppressions.map(({ name, path, sha256, bytes, asOf, entries, kind }, i) => ({
      name,
      path,
      sha256,
      bytes,
      as_of: asOf?.toISOString() ?? null,
      kind,
      entries,
      offences: tally.lists[i]!.offences,
      offences_only_here: tally.lists[i]!.onlyHere,
      delays: delays(tally.lists[i]!.delays),
    })),
    apart: APART.map((reason) => ({ reason, ...tally.apart[reason] })),
    first_offences: tally.first.map((offence) => ({
      line: offence.line,
      masked: maskNumber(offence.e164),
      channel: offence.channel,
      contacted_at: said(shownTime(offence.contacted)),
      requested_at: said(offence.requestedAt),
      delay_hours: hours(delayOf(offence)),
      suppression: suppressions[offence.list]!.name,
      record: offence.record,
    })),
    hours: hoursJson(audit.conduct, typed, holidays),
    frequency: frequencyJson(audit.conduct, typed),
    warnings: audit.warnings.map((warning) => ({ code: warning.code, message: sayWarning(warning, sentences) })),
  };
}

/** Null where no hours were asked for. */
function hoursJson({ hours, uncoveredYears }: Conduct, typed: AuditArguments, holidays: HolidaysFile | undefined) {
  if (hours === undefined) return null;
  const { counts, outsideBy, first } = hours;
  return {
    hours: typed.hours.map((it) => it.typed),
    zone: typed.tz.name,
    holidays: holidays === undefined ? null : { path: holidays.path, sha256: holidays.sha256 },
    holidays_unknown: uncoveredYears,
    ...counts,
    outside_by_channel: Object.fromEntries(Object.entries(outsideBy).filter(([, count]) => count > 0)),
    first_outside: first.outside.map((contact) => ({
      line: contact.line,
      masked: contact.numbers.map(maskNumber),
      channel: contact.channel,
      contacted_at: describeInstant(shownTime(contact.moment!), typed.tz),
    })),
    unknown_lines: first.unknown.map(({ line }) => line),
  };
}

/** Null where no frequency was asked for. */
function frequencyJson({ frequency }: Conduct, { maxContacts, tz }: AuditArguments) {
  if (frequency === undefined || maxContacts === undefined) return null;
  const { often, records, unknown, unreadable, numbers } = frequency;
  return {
    max_contacts: maxContacts.contacts,
    within_hours: maxContacts.within / 3600,
    numbers,
    numbers_too_often: often.length,
    contacts_too_many: records.size,
    numbers_unknown: unknown,
    contacts_without_number: unreadable,
    first_too_often: often.slice(0, FIRST_OFTEN).map(({ line, e164, contacted, most }) => ({
      line,
      masked: maskNumber(e164),
      contacted_at: describeInstant(shownTime(contacted), tz),
      most,
    })),
  };
}

/** In hours, from each request to the last contact after it; null where there was none. */
function delays(tally: DelayTally) {
  const summary = tally.summary();
  if (summary === undefined) return null;
  const { median, p90, longest } = summary;
  return { requests: tally.requests, median: hours(median), p90: hours(p90), longest: hours(longest) };
}
