// A contact audit's options, as its report has them, become the plan of that audit again, over the files where they are now.

import type { ContactAuditPlan } from "../../audit/contacts.js";
import type { AuditTerms, ContactReport } from "../../audit/report.js";
import type { AuditFiles } from "../../audit/verify.js";
import type { Channel } from "../../suppression/event.js";
import { openHolidays, parseHours, parseMostContacts, workingHoursOf } from "../calendar.js";
import { overridesBeside } from "../scrub/plan.js";
import { type OptionsOfLists, suppressionAgain } from "./plan.js";

export interface AuditOptions extends OptionsOfLists {
  channel?: Channel;
  /** Milliseconds. */
  grace: number;
  /** As typed, like those below. */
  hours: readonly string[];
  holidays?: string;
  maxContacts?: string;
}

export function planAuditAgain(
  report: ContactReport,
  options: AuditOptions,
  files: AuditFiles,
  hashKeyFile: string | undefined,
): { plan: ContactAuditPlan; terms: AuditTerms } {
  const { channel, grace, tz: zone } = options;
  const hours = options.hours.flatMap((typed) => parseHours("--hours", typed, []));
  // One that comes with the package is no file of the run.
  const holidays = openHolidays(options.holidays && (files.holidays ?? options.holidays));
  const maxContacts =
    options.maxContacts === undefined ? undefined : parseMostContacts("--max-contacts", options.maxContacts);
  return {
    plan: {
      log: files.log,
      overrides: overridesBeside(options),
      suppression: suppressionAgain(report.suppressions, options, files.suppressions, hashKeyFile),
      channel: channel ?? "unknown",
      grace: grace / 1000,
      conduct: { hours: workingHoursOf({ hours }, holidays, zone), most: maxContacts },
      provenBy: "run",
    },
    terms: { grace, channel, zone, hours: options.hours, holidays, maxContacts },
  };
}
