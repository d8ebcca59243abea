// The report of an audit: which contacts were judged, by which lists and rules, which offend, of which nobody can tell.
// Masked numbers only, and no cell's content. Names of members are stable.

import { placeOf, type RunFacts, reportedText, runOf, toolOf, type WrittenOutput } from "../evidence/report.js";
import { maskNumber } from "../phone/format.js";
import type { Sentences } from "../text/sentences.js";
import { describeInstant, describeOffset } from "../time/time-zone.js";
import type { ContactChannel } from "./contact-reader.js";
import { APART, type ContactTally, hours, type OffenceCount } from "./contact-tally.js";
import type { ContactAudit } from "./contacts.js";

const HOUR = 3600;

export type ContactReport = ReturnType<typeof buildContactReport>;
export type ContactFindings = ReturnType<typeof describeContacts>;

/** Numbers contacted too often that are named. */
const FIRST_OFTEN = 10;

/** The report as it stands at `reportPath`. */
export function buildContactReport(
  audit: ContactAudit,
  outputs: readonly Omit<WrittenOutput, "role">[],
  facts: Omit<RunFacts, "cleanUntil">,
  reportPath: string | undefined,
) {
  const place = (typed: string) => placeOf(typed, reportPath);
  return {
    schema_version: 1,
    kind: "contact-audit" as const,
    tool: toolOf(facts.version),
    run: runOf(facts),
    ...describeContacts(audit, place),
    outputs: outputs.map((output) => ({ role: "offences", ...output, path: place(output.path) })),
    warnings: audit.warnings.map(({ code, values }) => ({ code, values })),
  };
}

/** What was found, whoever asked for it and when. `inHours`: of seconds; by default in full tenths. */
export function describeContacts(audit: ContactAudit, place = (typed: string) => typed, inHours = hours) {
  const { log, suppressions, tally, plan } = audit;
  const said = (instant: number) => describeInstant(instant, plan.suppression.zone);
  const channels = Object.entries(tally.judgedOn) as [ContactChannel, ContactTally["judgedOn"]["any"]][];
  return {
    log: { path: place(log.path), sha256: log.sha256, bytes: log.bytes, blank_lines: log.blankLines },
    grace_hours: plan.grace / HOUR,
    channel: plan.channel ?? null,
    contacts: {
      read: tally.read,
      inbound: tally.inbound,
      judged: tally.judged,
      offences: tally.offences,
      people: tally.people,
      apart: tally.setApart,
    },
    delays: delaysOf(tally, inHours),
    channels: channels
      .filter(([, { contacts }]) => contacts > 0)
      .map(([channel, { contacts, late }]) => {
        return { channel, judged: contacts, offences: late.offences, delays: delaysOf(late, inHours) };
      }),
    suppressions: suppressions.map(({ name, path, sha256, bytes, asOf, entries, kind, text }, i) => ({
      ...reportedText({ text }),
      ...{ name, path: place(path), sha256, bytes },
      as_of: asOf?.at.toISOString() ?? null,
      as_of_from: asOf?.from ?? null,
      ...{ kind, entries, offences: tally.lists[i]!.offences, delays: delaysOf(tally.lists[i]!, inHours) },
    })),
    apart: APART.map((reason) => ({ reason, ...tally.apart[reason] })),
    first_offences: tally.first.map(({ line, e164, channel, contactedAt, since, delay, list, record }) => ({
      line,
      masked: maskNumber(e164),
      channel,
      contacted_at: said(contactedAt),
      requested_at: said(since),
      delay_hours: inHours(delay),
      suppression: suppressions[list]!.name,
      record,
    })),
    hours: describeHours(audit, place),
    frequency: describeFrequency(audit),
  };
}

/** Null where no hours were asked for. */
function describeHours({ hours: found, plan }: ContactAudit, place: (typed: string) => string) {
  if (found === undefined) return null;
  const { holidays, typed } = found.asked;
  const named = holidays && {
    path: holidays.isBuiltIn ? holidays.path : place(holidays.path),
    ...{ sha256: holidays.sha256, bytes: holidays.bytes },
  };
  return {
    hours: typed,
    zone: describeOffset(plan.suppression.zone),
    holidays: named ?? null,
    holidays_unknown: found.uncoveredYears,
    ...{ inside: found.inside, outside: found.outside.count, unknown: found.unknown.count },
    ...{ outside_lines: found.outside.lines, unknown_lines: found.unknown.lines },
  };
}

/** Null where no frequency was asked for. */
function describeFrequency({ frequency, plan: { most } }: ContactAudit) {
  if (frequency === undefined || most === undefined) return null;
  const { often, lines, unknown, unreadable, numbers } = frequency;
  return {
    max_contacts: most.contacts,
    within_hours: most.within / HOUR,
    numbers,
    numbers_too_often: often.length,
    contacts_too_many: lines.length,
    numbers_unknown: unknown,
    contacts_without_number: unreadable,
    first_too_often: often.slice(0, FIRST_OFTEN).map(({ line, e164 }) => ({ line, masked: maskNumber(e164) })),
  };
}

/** Returns the delays in hours, from each request to the last contact after it; null where there was none. */
function delaysOf({ delays }: OffenceCount, inHours: typeof hours) {
  if (delays === undefined) return null;
  return { requests: delays.requests, median: inHours(delays.median), longest: inHours(delays.longest) };
}

/** `36 hours`, of hours as the report has them. */
export function ageOf(hours: number, { contacts }: Sentences): string {
  return contacts.age(Math.round(hours * 60) * 60);
}

/** What was found in a sentence each: after opt-outs first, then of what else was asked for. */
export function verdictsOf(
  { contacts, grace_hours, hours, frequency }: ContactFindings,
  sentences: Sentences,
): string[] {
  const { contacts: said } = sentences;
  const verdicts = [said.verdict(contacts.offences, contacts.people, grace_hours * HOUR * 1000, contacts.judged)];
  if (hours !== null) verdicts.push(said.hoursVerdict(hours.outside, hours.unknown));
  if (frequency === null) return verdicts;
  const { numbers_too_often, max_contacts, within_hours, numbers_unknown, contacts_without_number } = frequency;
  const within = within_hours * HOUR;
  const doubts = [numbers_unknown, contacts_without_number] as const;
  return [...verdicts, said.frequencyVerdict(numbers_too_often, max_contacts, within, ...doubts)];
}

/** What else a person should look at, where there is any: contacts, or numbers, with the first of their lines. */
export function countedIn({ hours, frequency, apart }: ContactFindings, sentences: Sentences) {
  const { contacts: said, contactPage: words } = sentences;
  const often = frequency?.first_too_often.map(({ line }) => line) ?? [];
  return [
    { what: said.outside, count: hours?.outside ?? 0, lines: hours?.outside_lines ?? [] },
    { what: said.tooOften, count: frequency?.numbers_too_often ?? 0, lines: often },
    ...apart.map(({ reason, count, lines }) => ({ what: said.apartReasons[reason], count, lines })),
    { what: words.hoursUnknown, count: hours?.unknown ?? 0, lines: hours?.unknown_lines ?? [] },
    { what: words.frequencyUnknown, count: frequency?.numbers_unknown ?? 0, lines: [] },
  ].filter(({ count }) => count > 0);
}
