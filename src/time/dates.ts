// What a date cell of a suppression list can mean. Dates only decide between events, so a doubt stays a doubt:
// whoever asks takes the last instant for an opt-out and the first for an opt-in, and every doubt suppresses.

import { DAY, dayNumber, describeInstant, describeSecond, LAST_INSTANT, type TimeZone } from "./time-zone.js";
import { type Clock, readClock, readInstant, readWritten, type Written, type WrittenDay } from "./written-dates.js";

/** Every instant that the cell can mean lies in [first, last], in seconds since 1970; a bare day is all of it. */
export interface Moment {
  first: number;
  last: number;
  /** It names no time of day. */
  bareDay: boolean;
}

/** What comes first in `03/04/2026`; where it is unknown both readings count. */
export type DayOrder = "day-first" | "month-first" | "unknown";

/** Where the year of `26-02-03` stands. No order of day and month tells that: where it may stand first, that reading counts, too. */
export type YearPlace = "last" | "first-or-last";

/**
 * Returns undefined if it is unreadable. `time` is the cell of an `hora` column, "" where there is none; times without
 * a zone are those of `zone`. A time covers the second, minute or hour that it names. A day that doesn't exist in the
 * order said is read in the other.
 */
export function parseMoment(
  date: string,
  time: string,
  order: DayOrder,
  zone: TimeZone,
  year: YearPlace = "last",
): Moment | undefined {
  return meaningOf(readWritten(date), time, order, zone, year);
}

function meaningOf(
  written: Written | undefined,
  time: string,
  order: DayOrder,
  zone: TimeZone,
  year: YearPlace,
): Moment | undefined {
  if (written === undefined) return undefined;
  const hour = /\d/.test(time);
  if ("instant" in written) {
    // An epoch of midnight beside an hour may stand for a day; which, nobody can say.
    return hour ? undefined : momentOf(written.instant, written.instant, false);
  }
  const { dayFirst, monthFirst, yearFirst } = written;
  const third = year === "last" ? undefined : yearFirst;
  const one = (order === "month-first" ? (monthFirst ?? dayFirst) : (dayFirst ?? monthFirst)) ?? third;
  const clocks = hour ? clocksWith(written, time) : written.clock === undefined ? [ALL_DAY] : [written.clock];
  if (one === undefined || clocks.length === 0) return undefined;
  const other = order === "unknown" ? (monthFirst ?? one) : one;
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const clock of clocks) {
    const start = Math.min(one, other, third ?? one) * DAY + clock.first;
    const end = Math.max(one, other, third ?? one) * DAY + clock.last;
    first = Math.min(first, clock.offset === undefined ? zone.earliest(start) : start - clock.offset);
    last = Math.max(last, clock.offset === undefined ? zone.latest(end) : end - clock.offset);
  }
  return momentOf(first, last, clocks[0] === ALL_DAY);
}

/** What the cells prove about day and month; `contradicts`: some prove the one order and some the other. */
export function proveDayOrder(
  cells: Iterable<string>,
  year: YearPlace = "last",
): { order: DayOrder; contradicts: boolean } {
  let order: DayOrder = "unknown";
  for (const cell of cells) {
    const proven = provenOrder(cell, year);
    if (proven === "unknown") continue;
    if (order !== "unknown" && proven !== order) return { order: "unknown", contradicts: true };
    order = proven;
  }
  return { order, contradicts: false };
}

/** Whether this cell alone proves the order wrong. */
export function contradictsOrder(date: string, order: DayOrder, year: YearPlace = "last"): boolean {
  if (order === "unknown") return false;
  const proven = provenOrder(date, year);
  return proven !== "unknown" && proven !== order;
}

/** The last of some moments as it was given: to the second where it was, for what comes later in that minute is later. */
export function describeLast(moments: readonly Moment[], zone: TimeZone): string {
  const { first, last } = moments.reduce((one, other) => (other.last > one.last ? other : one));
  return first === last ? describeSecond(last, zone) : describeInstant(last, zone);
}

/** Returns the instant from which an entry is absent that expires then: the start of the day after, in the zone. */
export function absentFrom(expires: Moment, zone: TimeZone): number {
  const day = Math.floor(zone.wallAt(expires.last) / DAY);
  return Math.min(zone.latest((day + 1) * DAY), LAST_INSTANT);
}

const ALL_DAY: Clock = { first: 0, last: DAY - 1, offset: undefined };

/** Programs write the years 1, 1900 and 1970 for "no date", in any zone. Nobody opted out then, and nothing expired. */
const NO_DATE_BEFORE = 2 * DAY;

/** The cells of a record, as a scanner has them. */
interface Cells {
  bytes: Uint8Array;
  cellStart: Int32Array;
  cellEnd: Int32Array;
}

/** The only second that a cell can mean, where a program wrote it plainly; else undefined, and `parseMoment` tells. */
export function plainMoment({ bytes, cellStart, cellEnd }: Cells, cell: number): Moment | undefined {
  const start = cellStart[cell]!;
  const instant = start < 0 ? -1 : readInstant(bytes, start, cellEnd[cell]!);
  if (instant < NO_DATE_BEFORE || instant > LAST_INSTANT) return undefined;
  return { first: instant, last: instant, bareDay: false };
}

function momentOf(first: number, last: number, bareDay: boolean): Moment | undefined {
  if (last < NO_DATE_BEFORE) return undefined;
  return { first: Math.min(Math.max(first, 0), LAST_INSTANT), last: Math.min(last, LAST_INSTANT), bareDay };
}

function provenOrder(cell: string, year: YearPlace): DayOrder {
  const written = readWritten(cell);
  if (written === undefined || "instant" in written) return "unknown";
  const { dayFirst, monthFirst, yearFirst } = written;
  if (yearFirst !== undefined && (year !== "last" || dayFirst === monthFirst)) return "unknown";
  if (monthFirst === undefined) return "day-first";
  return dayFirst === undefined ? "month-first" : "unknown";
}

/** The times of day that a date cell and an `hora` cell can mean together; none where the latter is unreadable. */
function clocksWith(written: WrittenDay, time: string): Clock[] {
  const hour = readClock(time) ?? clockOfSameDay(written, readWritten(time));
  if (hour === undefined) return [];
  const own = written.clock;
  if (own === undefined) return [hour];
  const clocks = [hour];
  if (own.offset !== undefined && hour.offset === undefined) clocks.push({ ...hour, offset: own.offset });
  // A database writes a day as its midnight; any other time says something of its own.
  if (own.first !== 0) clocks.push(own);
  return clocks;
}

/** What spreadsheets and Access write before a time alone. */
const ZERO_DAYS = [dayNumber(1899, 12, 30), dayNumber(1899, 12, 31), dayNumber(1900, 1, 1)];

/** `30/12/1899 14:05:00`, or the date again with its time. */
function clockOfSameDay(written: WrittenDay, time: Written | undefined): Clock | undefined {
  if (time === undefined || "instant" in time) return undefined;
  const days = [...ZERO_DAYS, written.dayFirst, written.monthFirst, written.yearFirst];
  return [time.dayFirst, time.monthFirst].some((day) => day !== undefined && days.includes(day))
    ? time.clock
    : undefined;
}
