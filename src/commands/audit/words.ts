// An audit of contacts as tables for a person and as JSON for a program: masked numbers, never a cell; names of members are stable.

import type { Conduct, Contact } from "../../audit/conduct.js";
import type { ContactChannel } from "../../audit/contact-reader.js";
import {
  APART,
  type ContactTally,
  delayOf,
  type OffenceCount,
  shownTime,
  wholeMinutes,
} from "../../audit/contact-tally.js";
import type { ContactAudit } from "../../audit/contacts.js";
import { type AuditTerms, describeContacts } from "../../audit/report.js";
import { maskNumber } from "../../phone/format.js";
import type { ContactSentences } from "../../text/answers.js";
import { sayWarning } from "../../text/language.js";
import type { Sentences } from "../../text/sentences.js";
import { number } from "../../text/values.js";
import { describeInstant, describeOffset, type TimeZone } from "../../time/time-zone.js";
import { type Align, bold, layOut } from "../screen.js";

/** Numbers contacted too often that are named. */
const FIRST_OFTEN = 10;

const DELAYS: readonly Align[] = ["right", "right", "right"];

/** What of the words typed the tables tell. */
interface Said {
  tz: TimeZone;
  /** Milliseconds. */
  grace: number;
  maxContacts: { contacts: number; within: number } | undefined;
}

/** The tables, with a line end after the last line. */
export function contactTables(
  audit: ContactAudit,
  typed: Said,
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
          [
            `${title(words.firstOffences(tally.first.length, tally.offences))} (${words.timesIn(describeOffset(typed.tz))})`,
            ...offenceLines(audit, typed.tz, words),
          ],
        ]),
    ...(tally.setApart === 0 ? [] : [[title(words.apartTitle), ...apartLines(tally, words, inspection.lines)]]),
    ...conductBlocks(conduct, typed.tz, words, title),
    verdicts(audit, typed, words).map(title),
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function verdicts({ tally, conduct }: ContactAudit, typed: Said, words: ContactSentences): string[] {
  const { hours, frequency } = conduct;
  const lines = [words.verdict(tally.offences, tally.people, typed.grace, tally.judged)];
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
      readable(shownTime(contact.moments[0]!), zone),
    ]);
    const header = [words.line, words.number, words.channel, words.contactedAt];
    const lines = layOut([header, ...rows], ["right", "left", "left", "left"]);
    const heading = title(words.firstOutside(rows.length, hours.counts.outside));
    blocks.push([`${heading} (${words.timesIn(describeOffset(zone))})`, ...lines]);
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
    const heading = title(words.firstTooOften(rows.length, frequency.often.length));
    blocks.push([`${heading} (${words.timesIn(describeOffset(zone))})`, ...lines]);
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

function delayCells(delays: OffenceCount["delays"], { age }: ContactSentences): string[] {
  return delays === undefined ? ["", "", ""] : [delays.median, delays.p90, delays.longest].map(wholeMinutes).map(age);
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

/** The answer for a program, with its warnings as sentences. */
export function contactAuditJson(audit: ContactAudit, terms: AuditTerms, sentences: Sentences) {
  return {
    schema_version: 1,
    ...describeContacts(audit, terms),
    warnings: audit.warnings.map((warning) => ({ code: warning.code, message: sayWarning(warning, sentences) })),
  };
}
