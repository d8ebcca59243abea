// Parses dates: ISO 8601 (also Postgres' `…-06`), `dd/mm/yyyy`, `dd-mm-yy`, `03-mar-26`, `2:05 p. m.`, an epoch. A text is first
// read as it is written (`Written`), then becomes a `Moment` by the order of day and month and the zone. A doubtful date is a
// range: an opt-out counts at its end, an opt-in at its start.

import { normalise } from "../phone/normalise.js";
import {
  DAY,
  dayNumber,
  describeInstant,
  describeSecond,
  LAST_INSTANT,
  parseOffset,
  type TimeZone,
} from "./time-zone.js";

/** All instants that a cell can mean are in [first, last], in seconds since 1970. */
export interface Moment {
  first: number;
  last: number;
  bareDay: boolean;
}

/** Whether a date may be of several days, as `03/04/2026` may. A registry's opt-in with such a date lifts nothing. */
export const isOfSeveralDays = (moment?: Moment) => moment !== undefined && moment.last - moment.first >= DAY;

/** Which of the two comes first in `03/04/2026`. If it is unknown, both readings count. */
export type DayOrder = "day-first" | "month-first" | "unknown";

/** A date as it is written: its day since 1970 in either order, undefined if there is no such day, and its time. */
interface Written {
  dayFirst: number | undefined;
  monthFirst: number | undefined;
  clock: Clock | undefined;
}

/** A time of day: the first and the last second of the day that it can mean, and its zone if it names one. */
interface Clock {
  first: number;
  last: number;
  offset: TimeZone | undefined;
}

const ALL_DAY: Clock = { first: 0, last: DAY - 1, offset: undefined };
/** Programs write the years 1, 1900 and 1970, in any zone, for "no date". What is earlier than this is none. */
export const NO_DATE_BEFORE = 2 * DAY;

/**
 * Parses the cell of a date and that of its time ("" if there is none). Undefined if they are unreadable. A time that names no
 * zone is in `zone`. A day that doesn't exist in the given order is read in the other.
 */
export function parseMoment(date: string, time: string, order: DayOrder, zone: TimeZone): Moment | undefined {
  const mayBeIso = time === "" && (date.length === 20 || date.length === 25);
  const iso = mayBeIso ? isoMomentIn(Buffer.from(date), 0, date.length) : undefined;
  if (iso !== undefined) return iso;
  const written = readWritten(date);
  const clocks = written && clocksIn(written.clock, time);
  if (clocks === undefined) return undefined;
  const { dayFirst, monthFirst } = written!;
  const [byDayFirst, byMonthFirst] = [dayFirst ?? monthFirst!, monthFirst ?? dayFirst!];
  const days = order === "unknown" ? [byDayFirst, byMonthFirst] : [order === "day-first" ? byDayFirst : byMonthFirst];
  const first = Math.min(...days) * DAY + Math.min(...clocks.map((clock) => clock.first - (clock.offset ?? zone)));
  const last = Math.max(...days) * DAY + Math.max(...clocks.map((clock) => clock.last - (clock.offset ?? zone)));
  if (last < NO_DATE_BEFORE) return undefined;
  const within = (instant: number) => Math.min(Math.max(instant, 0), LAST_INSTANT);
  return { first: within(first), last: within(last), bareDay: clocks[0] === ALL_DAY };
}

/** Parses a day without a time, day first. Returns days since 1970. */
export function parseDay(text: string): number | undefined {
  const written = readWritten(text);
  return written?.clock === undefined ? written?.dayFirst : undefined;
}

/** Returns the order of day and month that cells prove; `contradicts`: some prove one and some the other. */
export function proveDayOrder(cells: Iterable<string>): { order: DayOrder; contradicts: boolean } {
  let order: DayOrder = "unknown";
  for (const cell of cells) {
    const { dayFirst, monthFirst } = readWritten(cell) ?? {};
    if ((dayFirst === undefined) === (monthFirst === undefined)) continue;
    const proven = dayFirst === undefined ? "month-first" : "day-first";
    if (order !== "unknown" && proven !== order) return { order: "unknown", contradicts: true };
    order = proven;
  }
  return { order, contradicts: false };
}

/** Whether a date proves the other order of day and month. */
export function contradictsOrder(date: string, order: DayOrder): boolean {
  const proven = order === "unknown" ? order : proveDayOrder([date]).order;
  return proven !== "unknown" && proven !== order;
}

/** Describes the last of some moments, to the second if it is one second. */
export function describeLast(moments: readonly Moment[], zone: TimeZone): string {
  const { first, last } = moments.reduce((one, other) => (other.last > one.last ? other : one));
  return first === last ? describeSecond(last, zone) : describeInstant(last, zone);
}

/** Returns the times that a date can have by its own time and the cell of the time; undefined if that cell is unreadable. */
function clocksIn(own: Clock | undefined, timeCell: string): Clock[] | undefined {
  if (!/\d/.test(timeCell)) return [own ?? ALL_DAY];
  const clock = readClock(foldedText(timeCell));
  if (clock === undefined || own === undefined) return clock && [clock];
  // Midnight in the date's cell is no time: only its zone is used. Any other time is a second reading.
  return [clock, own.first === 0 ? { ...clock, offset: clock.offset ?? own.offset } : own];
}

/** The characters of the longest date. */
const LONGEST = 100;
/** Matches figures alone, which need no normalising. */
const FIGURES = /^\d[\d/:.-]*(?:[ T]\d[\d:.-]*)?$/;
/** Matches an epoch in seconds or milliseconds. */
const EPOCH = /^([1-9]\d{9})(?:\d{3})?(?:[.,]\d*)?$/;
/** Matches a date without separators: `20261124`, `20261124T140509`. */
const PACKED = /^(\d{4})(\d\d)(\d\d)(?:[t ]?(\d\d)(\d\d)(\d\d)?)?(?![\d:])/;
const WEEKDAY = /^(?:lun|mar|mie|jue|vie|sab|dom|mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? /;
/** What is between the parts of a date: a mark, or `de`, `del`, `del año`. */
const GAP = String.raw`\.?(?: ?([-/.]) ?|,? (?:del? )?(?:ano )?)`;
/** Matches three parts (`24/11/2026`, `nov 24, 2026`, `2026-11-24`, `24 de noviembre de 2026`), the gaps, and the time after them. */
const DATE = new RegExp(
  String.raw`^(\d{1,4}|[a-z]{3,10})(?:\.?°|o|st|nd|rd|th)?${GAP}(\d\d?|[a-z]{3,10})(?:st|nd|rd|th)?${GAP}(\d{1,4})` +
    String.raw`(?:(?:t|,? (?:a las? |at |- )?)(?=\d)(.*))?$`,
);
/** Matches hour, minute, second, the half of the day, and the zone: `14:05`, `2:05:09 p. m.`, `14h`, `14:05:09.5 -06:00`. */
const CLOCK = new RegExp(
  String.raw`^(\d\d?)(?::(\d\d)(?::(\d\d)(?:[.,]\d+)?)?)?(?: ?(?:([ap])\.? ?m|h(?:rs?|oras?)?)\b\.?)?` +
    String.raw` ?((?:z|utc|gmt)?(?: ?[+-]\d\d?(?::?\d\d)?)?)(?: \(.*\))?$`,
);
/** How the names of months begin, Spanish and English. */
const MONTHS = "ene jan|feb|mar|abr apr|may|jun|jul|ago aug|sep set|oct|nov|dic dec".split("|");

/** Parses a cell as it is written; undefined if it is no date. */
function readWritten(cell: string): Written | undefined {
  if (cell.length > LONGEST) return undefined;
  const text = foldedText(cell);
  const epoch = EPOCH.exec(text);
  if (epoch) {
    const [day, second] = [Math.floor(Number(epoch[1]) / DAY), Number(epoch[1]) % DAY];
    return { dayFirst: day, monthFirst: day, clock: { first: second, last: second, offset: 0 } };
  }
  const unpacked = text.replace(PACKED, (_, year, month, day, ...[hour, minute, second]: (string | undefined)[]) =>
    [`${year}-${month}-${day}`, hour && ` ${hour}:${minute}`, second && `:${second}`].join(""),
  );
  // `mar` is a month in `mar 3, 2026`; only if that is no date, a Tuesday.
  return readDate(unpacked) ?? (WEEKDAY.test(text) ? readDate(text.replace(WEEKDAY, "")) : undefined);
}

/** Returns a text in small letters, without accents, quotes around it or repeated spaces. */
function foldedText(cell: string): string {
  if (FIGURES.test(cell)) return cell.replace("T", " ");
  return normalise(cell)
    .replace(/\s+/g, " ")
    .replace(/^[ ="']+|(?<![ "'])[ "']+$/g, "");
}

function readDate(text: string): Written | undefined {
  const [, first, gap, second, secondGap, third, rest] = DATE.exec(text) ?? [];
  if (first === undefined) return undefined;
  const clock = rest === undefined ? undefined : readClock(rest);
  if (rest !== undefined && clock === undefined) return undefined;
  const isNamed = /[a-z]/.test(first + second);
  // `24 11 2026` and `24/11-2026` are no dates.
  if (!isNamed && (gap === undefined || gap !== secondGap)) return undefined;
  const isYearFirst = /^\d{4}$/.test(first);
  const [year, dayOrMonth] = isYearFirst ? [first, third!] : [third!, first];
  // `nov 24, 2026`
  const [day, month] = /[a-z]/.test(dayOrMonth) ? [second!, dayOrMonth] : [dayOrMonth, second!];
  const dayFirst = dayNumber(yearIn(year), monthIn(month), Number(day));
  const monthFirst = isNamed || isYearFirst ? dayFirst : dayNumber(yearIn(year), Number(day), Number(month));
  return dayFirst === undefined && monthFirst === undefined ? undefined : { dayFirst, monthFirst, clock };
}

/** Parses a year; NaN unless it has two or four digits. */
function yearIn(digits: string): number {
  const year = digits.length % 2 === 0 ? Number(digits) : Number.NaN;
  return digits.length > 2 ? year : year + (year < 70 ? 2000 : 1900);
}

/** Parses a month; NaN or 0 if it is none. */
function monthIn(text: string): number {
  return /\d/.test(text) ? Number(text) : 1 + MONTHS.findIndex((names) => names.includes(text.slice(0, 3)));
}

/** Parses a time of day alone: `14:05`, `2:05:09 p. m.`, `14:05-06`. */
function readClock(text: string): Clock | undefined {
  const [, hours, minute, second, half, zone] = CLOCK.exec(text) ?? [];
  // A bare `14` is no time.
  if (hours === undefined || (minute ?? half) === undefined) return undefined;
  const hour = half === undefined ? Number(hours) : hourOf(Number(hours), half);
  const offset = zone === "" ? undefined : parseOffset(zone!);
  const first = hour * 3600 + Number(minute ?? 0) * 60 + Number(second ?? 0);
  const isTime = first <= DAY && Number(minute ?? 0) < 60 && Number(second ?? 0) < 60;
  if (!isTime || (zone !== "" && offset === undefined)) return undefined;
  const length = minute === undefined ? 3600 : second === undefined ? 60 : 1;
  return { first, last: first + length - 1, offset };
}

/** Returns the hour of the day: 0 for `12 a. m.`, 14 for `14 p. m.` and `2 p. m.`, NaN for `14 a. m.`. */
function hourOf(hour: number, half: string): number {
  if (half === "a") return hour > 12 ? Number.NaN : hour % 12;
  return hour < 12 ? hour + 12 : hour;
}

/** Parses a cell without decoding it, as a registry has two dates in each record. Undefined for what `parseMoment` has to parse. */
export function isoMoment(
  { bytes, cellStart, cellEnd }: { bytes: Uint8Array; cellStart: Int32Array; cellEnd: Int32Array },
  cell: number,
): Moment | undefined {
  const start = cellStart[cell]!;
  return start < 0 ? undefined : isoMomentIn(bytes, start, cellEnd[cell]! - start);
}

/** Parses `2026-11-24T14:05:09-06:00` or `2026-11-24 14:05:09Z` from its bytes. */
function isoMomentIn(bytes: Uint8Array, start: number, length: number): Moment | undefined {
  if (length !== 20 && length !== 25) return undefined;
  const is = (place: number, mark: string, or = mark) =>
    bytes[start + place] === mark.charCodeAt(0) || bytes[start + place] === or.charCodeAt(0);
  const two = (place: number) => {
    const [tens, ones] = [bytes[start + place]! - 0x30, bytes[start + place + 1]! - 0x30];
    return tens >>> 0 > 9 || ones >>> 0 > 9 ? Number.NaN : tens * 10 + ones;
  };
  if (!(is(4, "-") && is(7, "-") && is(10, "T", " ") && is(13, ":") && is(16, ":"))) return undefined;
  if (!(length === 20 ? is(19, "Z") : is(19, "-", "+") && is(22, ":"))) return undefined;
  const day = dayNumber(two(0) * 100 + two(2), two(5), two(8)) ?? Number.NaN;
  const [hour, minute, second] = [two(11), two(14), two(17)];
  const [ahead, aheadMinute] = length === 20 ? [0, 0] : [two(20), two(23)];
  if (!(hour < 24 && minute < 60 && second < 60 && ahead <= 14 && aheadMinute < 60)) return undefined;
  const offset = (ahead * 3600 + aheadMinute * 60) * (is(19, "-") ? -1 : 1);
  const instant = day * DAY + hour * 3600 + minute * 60 + second - offset;
  const isDate = instant >= NO_DATE_BEFORE && instant <= LAST_INSTANT;
  return isDate ? { first: instant, last: instant, bareDay: false } : undefined;
}

/** Returns the moment that covers two. */
export function spanning(one: Moment, other: Moment): Moment {
  const bareDay = one.bareDay && other.bareDay;
  return { first: Math.min(one.first, other.first), last: Math.max(one.last, other.last), bareDay };
}
