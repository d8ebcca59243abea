// The report of an audit: which contacts were judged, by which lists and rules, which offend, of which nobody can tell.
// Masked numbers only, and no cell's content. Names of members are stable.

import { placeOf, type RunFacts, reportedText, runOf, toolOf, type WrittenOutput } from "../evidence/report.js";
import { maskNumber } from "../phone/format.js";
import type { Sentences } from "../text/sentences.js";
import { number } from "../text/values.js";
import { describeInstant, describeOffset } from "../time/time-zone.js";
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

type Place = (typed: string) => string;

/** What was found, whoever asked for it and when. */
export function describeContacts(audit: ContactAudit, place: Place = (typed) => typed) {
  const { log, suppressions, tally, plan } = audit;
  const { read, inbound, judged, offences, people, setApart: apart, delays } = tally;
  const said = (instant: number) => describeInstant(instant, plan.suppression.zone);
  return {
    log: { ...log, path: place(log.path) },
    grace_hours: plan.grace / HOUR,
    channel: plan.channel ?? null,
    contacts: { read, inbound, judged, offences, people, apart },
    delays,
    channels: entriesOf(tally.judgedOn)
      .filter(([, { contacts }]) => contacts > 0)
      .map(([channel, { contacts, late }]) => ({
        channel,
        judged: contacts,
        offences: late.offences,
        delays: late.delays,
      })),
    suppressions: suppressions.map(({ name, path, sha256, bytes, asOf, entries, kind, text }, i) => ({
      ...reportedText({ text }),
      ...{ name, path: place(path), sha256, bytes },
      as_of: asOf?.at.toISOString() ?? null,
      as_of_from: asOf?.from ?? null,
      ...{ kind, entries, offences: tally.lists[i]!.offences, delays: tally.lists[i]!.delays },
    })),
    apart: entriesOf(tally.apart).map(([reason, occurrences]) => ({ reason, ...occurrences })),
    first_offences: tally.first.map(({ line, e164, channel, contactedAt, since, delayHours, list, record }) => ({
      ...{ line, masked: maskNumber(e164), channel },
      ...{ contacted_at: said(contactedAt), requested_at: said(since), delay_hours: delayHours },
      ...{ suppression: suppressions[list]!.name, record },
    })),
    hours: describeHours(audit, place),
    frequency: describeFrequency(audit),
  };
}

/** Null where no hours were asked for. */
function describeHours({ tally: { hours: found }, plan: { hours, suppression } }: ContactAudit, place: Place) {
  if (hours === undefined) return null;
  const named = ({ path, isBuiltIn, sha256, bytes }: NonNullable<typeof hours.holidays>) => {
    return { path: isBuiltIn ? path : place(path), sha256, bytes };
  };
  return {
    hours: hours.typed,
    zone: describeOffset(suppression.zone),
    holidays: hours.holidays === undefined ? null : named(hours.holidays),
    holidays_unknown: [...hours.rule.uncovered].sort(),
    ...{ inside: found.inside.count, outside: found.outside.count, unknown: found.unknown.count },
    ...{ outside_lines: found.outside.lines, unknown_lines: found.unknown.lines },
  };
}

/** Null where no frequency was asked for. */
function describeFrequency({ frequency, plan: { most } }: ContactAudit) {
  if (frequency === undefined) return null;
  const { often, lines, unknown, unreadable, numbers } = frequency;
  return {
    ...{ max_contacts: most!.contacts, within_hours: most!.within / HOUR, numbers },
    ...{ numbers_too_often: often.length, contacts_too_many: lines.length },
    ...{ numbers_unknown: unknown, contacts_without_number: unreadable },
    first_too_often: often.slice(0, FIRST_OFTEN).map(({ line, e164 }) => ({ line, masked: maskNumber(e164) })),
  };
}

function entriesOf<K extends string, V>(by: Readonly<Record<K, V>>): [K, V][] {
  return Object.entries(by) as [K, V][];
}

/** What was found in a sentence each: after opt-outs first, then of what else was asked for. */
export function verdictsOf(
  { contacts, grace_hours, hours, frequency }: ContactFindings,
  { contacts: said }: Sentences,
): string[] {
  const verdicts = [said.verdict(contacts.offences, contacts.people, grace_hours * HOUR * 1000, contacts.judged)];
  if (hours !== null) verdicts.push(said.hoursVerdict(hours.outside, hours.unknown));
  if (frequency === null) return verdicts;
  const { numbers_too_often, max_contacts, within_hours, numbers_unknown, contacts_without_number } = frequency;
  const doubts = [numbers_unknown, contacts_without_number] as const;
  return [...verdicts, said.frequencyVerdict(numbers_too_often, max_contacts, within_hours * HOUR, ...doubts)];
}

/** What else a person should look at, where there is any: contacts, or numbers, with the first of their lines. */
export function countedIn({ hours, frequency, apart }: ContactFindings, { contacts: said }: Sentences) {
  const often = frequency?.first_too_often.map(({ line }) => line) ?? [];
  return [
    { what: said.outside, count: hours?.outside ?? 0, lines: hours?.outside_lines ?? [] },
    { what: said.tooOften, count: frequency?.numbers_too_often ?? 0, lines: often },
    ...apart.map(({ reason, count, lines }) => ({ what: said.apartReasons[reason], count, lines })),
    { what: said.hoursUnknown, count: hours?.unknown ?? 0, lines: hours?.unknown_lines ?? [] },
    { what: said.frequencyUnknown, count: frequency?.numbers_unknown ?? 0, lines: [] },
  ].filter(({ count }) => count > 0);
}

/** The delays in two cells, the median and the longest. */
export function delayCells({ delays }: Pick<ContactFindings, "delays">, { contacts: said }: Sentences): string[] {
  return delays === null ? ["", ""] : [delays.median, delays.longest].map(said.age);
}

/** The first contacts after an opt-out, each under its titles, with times to the minute. */
export function firstOffences({ first_offences }: ContactFindings, { contacts: said }: Sentences) {
  const shown = (moment: string) => moment.slice(0, 16).replace("T", " ");
  const titles = [said.line, said.number, said.channel, said.contactedAt, said.requestedAt, said.delay];
  const rows = first_offences.map((it) => [
    ...[number(it.line), it.masked, said.channels[it.channel], shown(it.contacted_at), shown(it.requested_at)],
    ...[said.age(it.delay_hours), `${it.suppression}:${it.record}`],
  ]);
  return { titles: [...titles, `${said.list}:${said.record}`], rows };
}
