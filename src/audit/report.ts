// The report of an audit: which contacts were judged, by which lists and rules, which offend, of which nobody can tell.
// Masked numbers only, and no cell's content. Names of members are stable.

import { placeOf, type RunFacts, reportedText, runOf, toolOf } from "../evidence/report.js";
import { maskNumber } from "../phone/format.js";
import type { Channel } from "../suppression/event.js";
import { describeInstant, describeOffset, type TimeZone } from "../time/time-zone.js";
import type { ContactChannel } from "./contact-reader.js";
import { APART, delayOf, hours, type OffenceCount, shownTime } from "./contact-tally.js";
import type { ContactAudit } from "./contacts.js";
import type { MostContacts } from "./frequency.js";

/** The rules by which contacts are judged, as they were asked for. */
export interface AuditTerms {
  /** Milliseconds. */
  grace: number;
  /** The channel of contacts for which the log names none. */
  channel: Channel | undefined;
  zone: TimeZone;
  /** The hours as typed; an empty list if they were not asked for. */
  hours: readonly string[];
  holidays: { path: string; isBuiltIn: boolean; sha256: string; bytes: number } | undefined;
  maxContacts: MostContacts | undefined;
}

/** The records that offend; `-` for stdout. */
export interface WrittenOffences {
  path: string;
  sha256: string;
  bytes: number;
  records: number;
}

export type ContactReport = ReturnType<typeof buildContactReport>;

/** Numbers contacted too often that are named. */
const FIRST_OFTEN = 10;

/** The report as it stands at `reportPath`. */
export function buildContactReport(
  audit: ContactAudit,
  terms: AuditTerms,
  outputs: readonly WrittenOffences[],
  facts: Omit<RunFacts, "cleanUntil">,
  reportPath: string | undefined,
) {
  const place = (typed: string) => placeOf(typed, reportPath);
  const found = describeContacts(audit, terms, place);
  return {
    schema_version: 1,
    kind: "contact-audit" as const,
    tool: toolOf(facts.version),
    run: runOf(facts),
    ...found,
    outputs: outputs.map((output) => ({ role: "offences", ...output, path: place(output.path) })),
    warnings: audit.warnings.map(({ code, values }) => ({ code, values })),
  };
}

/** What was found, whoever asked for it and when. */
export function describeContacts(audit: ContactAudit, terms: AuditTerms, place = (typed: string) => typed) {
  const { log, suppressions, tally } = audit;
  const said = (instant: number) => describeInstant(instant, terms.zone);
  const channels = Object.entries(tally.channels) as [ContactChannel, (typeof tally.channels)["any"]][];
  return {
    log: { path: place(log.path), sha256: log.sha256, bytes: log.bytes, blank_lines: log.blankLines },
    grace_hours: terms.grace / 3_600_000,
    channel: terms.channel ?? null,
    contacts: {
      read: tally.read,
      inbound: tally.inbound,
      judged: tally.judged,
      offences: tally.offences,
      people: tally.people,
      apart: tally.setApart,
    },
    delays: delaysOf(tally),
    channels: channels.flatMap(([channel, counted]) =>
      counted.contacts === 0
        ? []
        : [{ channel, judged: counted.contacts, offences: counted.offences, delays: delaysOf(counted) }],
    ),
    suppressions: suppressions.map(({ name, path, sha256, bytes, asOf, entries, kind, text }, i) => ({
      ...reportedText({ text }),
      name,
      path: place(path),
      sha256,
      bytes,
      as_of: asOf?.at.toISOString() ?? null,
      as_of_from: asOf?.from ?? null,
      kind,
      entries,
      offences: tally.lists[i]!.offences,
      offences_only_here: tally.lists[i]!.onlyHere,
      delays: delaysOf(tally.lists[i]!),
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
    hours: describeHours(audit, terms, place),
    frequency: describeFrequency(audit, terms),
  };
}

/** Null where no hours were asked for. */
function describeHours({ conduct }: ContactAudit, terms: AuditTerms, place: (typed: string) => string) {
  if (conduct.hours === undefined) return null;
  const { counts, outsideBy, first } = conduct.hours;
  const { holidays, zone } = terms;
  const named = holidays && {
    path: holidays.isBuiltIn ? holidays.path : place(holidays.path),
    sha256: holidays.sha256,
    bytes: holidays.bytes,
  };
  return {
    hours: terms.hours,
    zone: describeOffset(zone),
    holidays: named ?? null,
    holidays_unknown: conduct.uncoveredYears,
    ...counts,
    outside_by_channel: Object.fromEntries(Object.entries(outsideBy).filter(([, count]) => count > 0)),
    first_outside: first.outside.map((contact) => ({
      line: contact.line,
      masked: contact.numbers.map(maskNumber),
      channel: contact.channel,
      contacted_at: describeInstant(shownTime(contact.moments[0]!), zone),
    })),
    unknown_lines: first.unknown.map(({ line }) => line),
  };
}

/** Null where no frequency was asked for. */
function describeFrequency({ conduct: { frequency } }: ContactAudit, { maxContacts, zone }: AuditTerms) {
  if (frequency === undefined || maxContacts === undefined) return null;
  const { often, records, unknown, unreadable, numbers } = frequency;
  return {
    max_contacts: maxContacts.contacts,
    within_hours: maxContacts.within / 3600,
    numbers,
    numbers_too_often: often.length,
    contacts_too_many: records.length,
    numbers_unknown: unknown,
    contacts_without_number: unreadable,
    first_too_often: often.slice(0, FIRST_OFTEN).map(({ line, e164, contacted, most }) => ({
      line,
      masked: maskNumber(e164),
      contacted_at: describeInstant(shownTime(contacted), zone),
      most,
    })),
  };
}

/** Returns the delays in hours, from each request to the last contact after it; null where there was none. */
function delaysOf({ requests, delays }: OffenceCount) {
  if (delays === undefined) return null;
  const { median, p90, longest } = delays;
  return { requests, median: hours(median), p90: hours(p90), longest: hours(longest) };
}
