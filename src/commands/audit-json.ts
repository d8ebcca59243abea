// An audit of contacts as JSON for a program: names are stable, numbers masked, delays in hours.

import type { ContactChannel } from "../audit/contact-reader.js";
import { APART, type DelayTally, delayOf, hours, shownTime } from "../audit/contact-tally.js";
import type { ContactAudit } from "../audit/contacts.js";
import { maskNumber } from "../phone/format.js";
import { sayWarning } from "../text/language.js";
import type { Sentences } from "../text/sentences.js";
import { describeInstant } from "../time/time-zone.js";
import type { AuditArguments } from "./audit-arguments.js";

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
