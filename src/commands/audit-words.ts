// An audit of contacts as tables for a person and as JSON for a program: masked numbers, never a cell; names of members are stable.

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
import { type Align, bold, layOut } from "./screen.js";

const DELAYS: readonly Align[] = ["right", "right", "right"];

/** The tables, with a line end after the last line. */
export function contactTables(
  audit: ContactAudit,
  typed: AuditArguments,
  { contacts: words, inspection }: Sentences,
  isColored: boolean,
): string {
  const { tally, log } = audit;
  const title = (text: string) => bold(text, isColored);
  const blocks = [
    [title(log.path === "-" ? "stdin" : log.path), ...countLines(tally, words)],
    ...(tally.offences === 0
      ? []
      : [
          [title(words.byChannel), ...channelLines(tally, words)],
          [title(words.byList), ...listLines(audit, words)],
          [title(words.firstOffences(tally.first.length, tally.offences)), ...offenceLines(audit, typed.tz, words)],
        ]),
    ...(tally.setApart === 0 ? [] : [[title(words.apartTitle), ...apartLines(tally, words, inspection.lines)]]),
    [title(words.verdict(tally.offences, tally.people, typed.grace))],
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function countLines(tally: ContactTally, words: ContactSentences): string[] {
  const rows = [
    [words.read, number(tally.read)],
    ...(tally.inbound === 0 ? [] : [[words.inbound, number(tally.inbound)]]),
    [words.judged, number(tally.judged)],
    [words.offences, number(tally.offences)],
    [words.apart, number(tally.setApart)],
  ];
  return layOut(rows, ["left", "right"]);
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
  const when = (instant: number) => describeInstant(instant, zone).slice(0, 16).replace("T", " ");
  const rows = tally.first.map((offence) => [
    number(offence.line),
    maskNumber(offence.e164),
    words.channels[offence.channel],
    when(shownTime(offence)),
    when(offence.requestedAt),
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

export function contactAuditJson(audit: ContactAudit, typed: AuditArguments, sentences: Sentences) {
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
      as_of: asOf?.at.toISOString() ?? null,
      as_of_from: asOf?.from ?? null,
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
      contacted_at: said(shownTime(offence)),
      requested_at: said(offence.requestedAt),
      delay_hours: hours(delayOf(offence)),
      suppression: suppressions[offence.list]!.name,
      record: offence.record,
    })),
    warnings: audit.warnings.map((warning) => ({ code: warning.code, message: sayWarning(warning, sentences) })),
  };
}

/** In hours, from each request to the last contact after it; null where there was none. */
function delays(tally: DelayTally) {
  const summary = tally.summary();
  if (summary === undefined) return null;
  const { median, p90, longest } = summary;
  return { requests: tally.requests, median: hours(median), p90: hours(p90), longest: hours(longest) };
}
