// Parses when people may be contacted: --hours, --holidays, --max-contacts.

import { createHash } from "node:crypto";
import type { HoursRule, MostContacts } from "../audit/conduct.js";
import { ExitCode, ScrubError } from "../errors.js";
import { readWhole } from "../files/input.js";
import { type Holidays, readHolidays } from "../time/holidays.js";
import type { TimeZone } from "../time/time-zone.js";
import { type HoursWindow, readHours, WorkingHours } from "../time/working-hours.js";
import { packagedFile } from "./command.js";
import { parseAge, parseCount } from "./typed-values.js";

const MINUTE = 60;
/** The value for El Salvador's holidays, which the package contains. A file of this name is typed `./sv`. */
const EL_SALVADOR = "sv";
const SALVADORAN_HOLIDAYS = "src/time/holidays-sv.txt";

function parseHours(typed: string): readonly HoursWindow[] {
  const windows = readHours(typed);
  if (windows === undefined)
    throw new ScrubError(ExitCode.usage, "badForm", ["--hours", '"mon-fri 08:00-18:00", "sab 08:00-12:00"']);
  return windows;
}

/** `3/7d`: at most three contacts within seven days. */
export function parseMostContacts(typed: string): MostContacts {
  const option = "--max-contacts";
  const [, contacts, age] = /^\s*([1-9]\d{0,8})\s*\/\s*(\S+)\s*$/.exec(typed) ?? [];
  const within = age === undefined ? 0 : parseAge(option, age) / 1000;
  // Times are known to the minute.
  if (within < MINUTE) throw new ScrubError(ExitCode.usage, "badForm", [option, "3/7d, 1/24h"]);
  return { contacts: parseCount(option, contacts!), within };
}

/** Returns undefined if no hours were typed. */
export function workingHoursOf(
  typed: readonly string[],
  holidays: HolidaysFile | undefined,
  zone: TimeZone,
): HoursRule | undefined {
  if (typed.length === 0) return undefined;
  return { rule: new WorkingHours(typed.flatMap(parseHours), holidays, zone), typed, holidays };
}

export interface HolidaysFile extends Holidays {
  /** The path as typed; `sv` for the package's file. */
  path: string;
  sha256: string;
  bytes: number;
}

/** Opens a file of holidays. A line that is no date is wrong usage, and is named. */
export function openHolidays(typed: string | undefined): HolidaysFile | undefined {
  if (typed === undefined) return undefined;
  const file = typed === EL_SALVADOR ? packagedFile(SALVADORAN_HOLIDAYS) : typed;
  const bytes = readWhole(file, ExitCode.usage, "holidays");
  const read = readHolidays(bytes.toString());
  if (read === undefined) throw new ScrubError(ExitCode.usage, "noHolidays", [], { file });
  if ("badLine" in read) throw new ScrubError(ExitCode.usage, "badHoliday", [], { file, line: read.badLine });
  return {
    ...read,
    path: typed,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    bytes: bytes.length,
  };
}

export function holidaysRead(holidays: string | undefined): string[] {
  return holidays === undefined || holidays === EL_SALVADOR ? [] : [holidays];
}
