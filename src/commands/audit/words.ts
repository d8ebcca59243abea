// An audit of contacts as tables for a person and as JSON for a program: masked numbers, never a cell; names of members are stable.

import type { ContactAudit } from "../../audit/contacts.js";
import { ageOf, type ContactFindings, countedIn, describeContacts, verdictsOf } from "../../audit/report.js";
import { sayWarning } from "../../text/language.js";
import type { Sentences } from "../../text/sentences.js";
import { number } from "../../text/values.js";
import { bold, layOut } from "../screen.js";

/** The tables, with a line end after the last line. `zone`: that of the times. */
export function contactTables(audit: ContactAudit, zone: string, sentences: Sentences, isColored: boolean): string {
  // To the minute, as most times are written.
  const found = describeContacts(audit, undefined, (seconds) => seconds / 3600);
  const { contacts: words, inspection } = sentences;
  const { first_offences: first, contacts, log } = found;
  const title = (text: string) => bold(text, isColored);
  const counted = countedIn(found, sentences).map(({ what, count, lines }) => {
    return [what, number(count), lines.length === 0 ? "" : inspection.lines(lines, count > lines.length)];
  });
  const firstTitle = `${title(words.firstOffences(first.length, contacts.offences))} (${words.timesIn(zone)})`;
  const blocks = [
    [title(log.path === "-" ? "stdin" : log.path), ...countLines(found, sentences)],
    ...(first.length === 0
      ? []
      : [
          [title(words.byChannel), ...channelLines(found, sentences)],
          [title(words.byList), ...listLines(found, sentences)],
          [firstTitle, ...offenceLines(found, sentences)],
        ]),
    ...(counted.length === 0 ? [] : [[title(words.apartTitle), ...layOut(counted, ["left", "right", "left"])]]),
    verdictsOf(found, sentences).map(title),
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function countLines({ contacts }: ContactFindings, { contacts: words }: Sentences): string[] {
  const rows = [
    [words.read, number(contacts.read)],
    ...(contacts.inbound === 0 ? [] : [[words.inbound, number(contacts.inbound)]]),
    [words.judged, number(contacts.judged)],
    [words.offences, number(contacts.offences)],
    [words.apart, number(contacts.apart)],
  ];
  return layOut(rows, ["left", "right"]);
}

function channelLines({ channels }: ContactFindings, sentences: Sentences): string[] {
  const { contacts: words } = sentences;
  const rows = channels.map(({ channel, judged, offences, delays }) => [
    words.channels[channel],
    ...[number(judged), number(offences), ...delayCells(delays, sentences)],
  ]);
  const header = [words.channel, words.judged, words.offences, words.median, words.longest];
  return layOut([header, ...rows], ["left", "right", "right", "right", "right"]);
}

function listLines({ suppressions }: ContactFindings, sentences: Sentences): string[] {
  const { contacts: words } = sentences;
  const rows = suppressions.flatMap(({ name, offences, delays }) =>
    offences === 0 ? [] : [[name, number(offences), ...delayCells(delays, sentences)]],
  );
  const header = [words.list, words.offences, words.median, words.longest];
  const lines = layOut([header, ...rows], ["left", "right", "right", "right"]);
  return [...lines, `  (${words.median}, ${words.longest}: ${words.delays})`];
}

function delayCells(delays: ContactFindings["delays"], sentences: Sentences): string[] {
  return delays === null ? ["", ""] : [delays.median, delays.longest].map((hours) => ageOf(hours, sentences));
}

function offenceLines({ first_offences }: ContactFindings, sentences: Sentences): string[] {
  const { contacts: words } = sentences;
  const shown = (moment: string) => moment.slice(0, 16).replace("T", " ");
  const rows = first_offences.map((it) => [
    ...[number(it.line), it.masked, words.channels[it.channel], shown(it.contacted_at), shown(it.requested_at)],
    ...[ageOf(it.delay_hours, sentences), `${it.suppression}:${it.record}`],
  ]);
  const header = [words.line, words.number, words.channel, words.contactedAt, words.requestedAt, words.delay];
  return layOut(
    [[...header, `${words.list}:${words.record}`], ...rows],
    ["right", "left", "left", "left", "left", "right", "left"],
  );
}

/** The answer for a program, with its warnings as sentences. */
export function contactAuditJson(audit: ContactAudit, sentences: Sentences) {
  return {
    schema_version: 1,
    ...describeContacts(audit),
    warnings: audit.warnings.map((warning) => ({ code: warning.code, message: sayWarning(warning, sentences) })),
  };
}
