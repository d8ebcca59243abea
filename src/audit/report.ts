// The report of an audit: which contacts were judged, by which lists and rules, and which break a rule or can't be judged.
// Masked numbers only, and no cell's content. Names of members are stable.

import { factsOf, type RunFacts, reportedPath, runOf, toolOf, type WrittenOutput } from "../evidence/report.js";
import type { Sentences } from "../text/sentences.js";
import { describeOffset } from "../time/time-zone.js";
import type { Finding, OffenceCount } from "./contact-tally.js";
import type { ContactAudit } from "./contacts.js";

const HOUR = 3600;

export type ContactReport = ReturnType<typeof buildContactReport>;
type ContactFindings = ReturnType<typeof describeContacts>;

/** Returns the report as written to `reportPath`. */
export function buildContactReport(
  audit: ContactAudit,
  outputs: readonly Omit<WrittenOutput, "role">[],
  facts: Omit<RunFacts, "cleanUntil">,
  reportPath: string | undefined,
) {
  const place = (typed: string) => reportedPath(typed, reportPath);
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

/** Returns the report without the facts of the run. */
export function describeContacts(audit: ContactAudit, place: Place = (typed) => typed) {
  const { log, suppressions, tally, plan } = audit;
  const { read, inbound, judged, offences, people, unjudged: apart, delays } = tally;
  return {
    log: { ...log, path: place(log.path) },
    grace_hours: plan.grace / HOUR,
    channel: plan.channel ?? null,
    contacts: { read, inbound, judged, offences, people: people.size, apart },
    delays,
    channels: entriesOf(tally.channels)
      .filter(([, { judged }]) => judged > 0)
      .map(([channel, count]) => ({ channel, judged: count.judged, ...lateIn(count) })),
    suppressions: suppressions.map((list, i) => {
      return { name: list.name, path: place(list.path), ...factsOf(list), ...lateIn(tally.lists[i]!) };
    }),
    findings: tally.findings,
    hours: describeHours(audit, place),
    frequency: describeFrequency(audit),
  };
}

const lateIn = ({ offences, delays }: OffenceCount) => ({ offences, delays });

function describeHours({ plan: { hours, suppression } }: ContactAudit, place: Place) {
  if (hours === undefined) return null;
  const { typed, holidays, rule } = hours;
  const at = (path: string) => (path === "sv" ? path : place(path));
  const file = holidays && { path: at(holidays.path), sha256: holidays.sha256, bytes: holidays.bytes };
  return {
    hours: typed,
    zone: describeOffset(suppression.zone),
    holidays: file ?? null,
    holidays_unknown: [...rule.uncovered].sort(),
  };
}

function describeFrequency({ frequency, plan: { most } }: ContactAudit) {
  if (frequency === undefined) return null;
  return {
    ...{ max_contacts: most!.contacts, within_hours: most!.within / HOUR, numbers: frequency.numbers },
    ...{ contacts_too_many: frequency.lines.length, contacts_without_number: frequency.unreadable },
  };
}

function entriesOf<K extends string, V>(by: Readonly<Record<K, V>>): [K, V][] {
  return Object.entries(by) as [K, V][];
}

/** Returns the verdict on each rule as a sentence: first that on contacts after opt-outs. */
export function verdictsOf(
  { contacts, grace_hours, hours, frequency, findings }: ContactFindings,
  { contacts: words }: Sentences,
): string[] {
  const verdicts = [words.verdict(contacts.offences, contacts.people, grace_hours * HOUR * 1000, contacts.judged)];
  const count = (finding: Finding) => findings[finding].count;
  if (hours !== null) verdicts.push(words.hoursVerdict(count("outside-hours"), count("hours-unknown")));
  if (frequency === null) return verdicts;
  const { max_contacts, within_hours, contacts_without_number } = frequency;
  const doubts = [count("frequency-unknown"), contacts_without_number] as const;
  return [...verdicts, words.frequencyVerdict(count("too-often"), max_contacts, within_hours * HOUR, ...doubts)];
}

/** Returns the findings that a person should look at. */
export function countedIn({ findings }: ContactFindings, { contacts: words }: Sentences) {
  return entriesOf(findings)
    .filter(([, { count }]) => count > 0)
    .map(([finding, { count, lines }]) => ({ what: words.findings[finding], count, lines }));
}

export function delayCells({ delays }: Pick<ContactFindings, "delays">, { contacts: words }: Sentences): string[] {
  return delays === null ? ["", ""] : [delays.median, delays.longest].map(words.age);
}
