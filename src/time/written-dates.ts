// How people and programs write dates and times: a cell → the days and the time of day that it names.
// The two commonest forms are read byte by byte, the others by patterns; what they mean for an opt-out is dates.ts's work.

import { normalise } from "../phone/normalise.js";
import { DAY, dayNumber } from "./time-zone.js";

/** Seconds of a day, from the first to the last that the text can mean; `offset` in seconds ahead of UTC. */
export interface Clock {
  first: number;
  last: number;
  offset: number | undefined;
}

/** Days since 1970. Where the form leaves no doubt about day and month both are the same. */
export interface WrittenDay {
  dayFirst: number | undefined;
  monthFirst: number | undefined;
  /** `26-02-03`, where that can be the year; nothing for all that has four digits of it. */
  yearFirst?: number | undefined;
  clock: Clock | undefined;
}

/** An epoch names an instant, in seconds since 1970. */
export type Written = WrittenDay | { instant: number };

/**
 * Returns undefined if it is unreadable. Costs a fraction of a microsecond for `2026-11-24…` and `24/11/2026…`, several
 * for the rest.
 */
export function readWritten(cell: string): Written | undefined {
  return readPlain(cell) ?? readByPatterns(cell);
}

/** A time of day alone: `14:05`, `2:05:09 p. m.`, `14:05-06`. */
export function readClock(cell: string): Clock | undefined {
  return cell.length > LONGEST ? undefined : clockOf(trimmed(cell));
}

/** The length of the longest date; a message in the wrong column is not worth the patterns. */
const LONGEST = 100;

const ZERO = 48;
const DASH = 45;
const DOT = 46;
const SLASH = 47;
const COLON = 58;
const SPACE = 32;
const COMMA = 44;
const PLUS = 43;
const LETTER_T = 84;
const LETTER_Z = 90;

/**
 * Seconds since 1970 of `2026-11-24T14:05:09-06:00` or `2026-11-24 14:05:09Z`, from its bytes: what programs write, and
 * what can mean one second only. -1 for every other text, which `readWritten` may read.
 */
export function readInstant(bytes: Uint8Array, start: number, end: number): number {
  const length = end - start;
  if (length !== 20 && length !== 25) return -1;
  const at = (place: number) => bytes[start + place]!;
  const two = (place: number) => {
    const [tens, ones] = [at(place) - ZERO, at(place + 1) - ZERO];
    return tens >>> 0 > 9 || ones >>> 0 > 9 ? Number.NaN : tens * 10 + ones;
  };
  if (at(4) !== DASH || at(7) !== DASH || at(13) !== COLON || at(16) !== COLON) return -1;
  if (at(10) !== LETTER_T && at(10) !== SPACE) return -1;
  const [hour, minute, second] = [two(11), two(14), two(17)];
  const day = dayNumber(two(0) * 100 + two(2), two(5), two(8));
  if (day === undefined || !(hour < 24 && minute < 60 && second < 60)) return -1;
  let offset = 0;
  if (length === 25) {
    if (at(22) !== COLON || (at(19) !== DASH && at(19) !== PLUS)) return -1;
    offset = offsetOf(at(19) === DASH ? -1 : 1, two(20), two(23));
  } else if (at(19) !== LETTER_Z) return -1;
  const instant = day * DAY + hour * 3600 + minute * 60 + second - offset;
  return Number.isNaN(instant) ? -1 : instant;
}

/** `2026-11-24`, `24/11/2026`, `4-3-2026`, each alone or with `T14:05:09`; undefined for all that is not just that. */
export function readPlain(cell: string): WrittenDay | undefined {
  const yearFirst = cell.charCodeAt(4) === DASH && cell.charCodeAt(7) === DASH;
  if (yearFirst) {
    const clock = plainClock(cell, 10);
    if (clock === null) return undefined;
    const day = dayNumber(pair(cell, 0) * 100 + pair(cell, 2), pair(cell, 5), pair(cell, 8));
    return day === undefined ? undefined : { dayFirst: day, monthFirst: day, clock };
  }
  const dash = isDigit(cell, 1) ? 2 : 1;
  const separator = cell.charCodeAt(dash);
  if (separator !== SLASH && separator !== DASH && separator !== DOT) return undefined;
  const secondDash = dash + (isDigit(cell, dash + 2) ? 3 : 2);
  if (cell.charCodeAt(secondDash) !== separator) return undefined;
  const clock = plainClock(cell, secondDash + 5);
  if (clock === null) return undefined;
  const first = dash === 2 ? pair(cell, 0) : digit(cell, 0);
  const second = secondDash === dash + 3 ? pair(cell, dash + 1) : digit(cell, dash + 1);
  const year = pair(cell, secondDash + 1) * 100 + pair(cell, secondDash + 3);
  return eitherOrder(first, second, year, clock);
}

/** Null: there is something that this reader doesn't know. */
function plainClock(cell: string, from: number): Clock | undefined | null {
  if (cell.length === from) return undefined;
  const between = cell.charCodeAt(from);
  if ((between !== SPACE && between !== LETTER_T) || cell.charCodeAt(from + 3) !== COLON) return null;
  const hour = pair(cell, from + 1);
  const minute = pair(cell, from + 4);
  const start = hour * 3600 + minute * 60;
  if (!(hour < 24 && minute < 60)) return null;
  if (cell.length === from + 6) return { first: start, last: start + 59, offset: undefined };
  const second = pair(cell, from + 7);
  if (cell.charCodeAt(from + 6) !== COLON || !(second < 60)) return null;
  let end = from + 9;
  const point = cell.charCodeAt(end);
  if ((point === DOT || point === COMMA) && isDigit(cell, end + 1)) while (isDigit(cell, ++end));
  const offset = plainOffset(cell, end);
  return offset === null ? null : { first: start + second, last: start + second, offset };
}

/** `Z`, `-06`, `-0600`, `-06:00` or nothing. */
function plainOffset(cell: string, from: number): number | undefined | null {
  const sign = cell.charCodeAt(from);
  if (cell.length === from) return undefined;
  if (sign === LETTER_Z) return cell.length === from + 1 ? 0 : null;
  if (sign !== DASH && sign !== PLUS) return null;
  const colon = cell.charCodeAt(from + 3) === COLON ? 1 : 0;
  const minutes = cell.length === from + 3 ? 0 : cell.length === from + 5 + colon ? pair(cell, from + 3 + colon) : NaN;
  const offset = offsetOf(sign === DASH ? -1 : 1, pair(cell, from + 1), minutes);
  return Number.isNaN(offset) ? null : offset;
}

/** NaN for what is no digit: it fails every comparison, and no day has it. */
function digit(cell: string, at: number): number {
  const value = cell.charCodeAt(at) - ZERO;
  return value >= 0 && value <= 9 ? value : Number.NaN;
}

function isDigit(cell: string, at: number): boolean {
  return digit(cell, at) >= 0;
}

function pair(cell: string, at: number): number {
  return digit(cell, at) * 10 + digit(cell, at + 1);
}

function eitherOrder(first: number, second: number, year: number, clock: Clock | undefined): WrittenDay | undefined {
  const dayFirst = dayNumber(year, second, first);
  const monthFirst = dayNumber(year, first, second);
  return dayFirst === undefined && monthFirst === undefined ? undefined : { dayFirst, monthFirst, clock };
}

const EPOCH = /^([1-9]\d{9}|[1-9]\d{12})(?:[.,]\d*)?$/;
const MONTHS = new Map(
  [
    "enero ene january jan",
    "febrero feb february",
    "marzo mar march",
    "abril abr april apr",
    "mayo may",
    "junio jun june",
    "julio jul july",
    "agosto ago august aug",
    "septiembre setiembre sept sep set september",
    "octubre oct october",
    "noviembre nov november",
    "diciembre dic december dec",
  ].flatMap((names, index) => names.split(" ").map((name): [string, number] => [name, index + 1])),
);
const WEEKDAY =
  /^(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|lun|mar|mie|jue|vie|sab|dom|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\b\.? ?,? ?/;

const MONTH = String.raw`(?<name>[a-z]{3,10})(?![a-z])\.?`;
const DAY_OF_MONTH = String.raw`(?<day>\d{1,2})(?:\.?°|(?:o|ero|ro|st|nd|rd|th)\b)?`;
const YEAR = String.raw`(?<year>\d{4}|\d\d)(?!\d)`;
const BETWEEN = "(?:t| ?,? ?(?:a las? |at |- )?)";
const REST = String.raw`(?<rest>${BETWEEN}(?=\d).*)?$`;
const BEFORE_CLOCK = new RegExp(`^${BETWEEN}`);
const FORMS = [
  String.raw`^(?<year>\d{4})(?<gap>[-/.])(?<month>\d{1,2})\k<gap>(?<day>\d{1,2})(?!\d)${REST}`,
  String.raw`^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)(?<rest>[t ]?(?:\d{4}|\d{6})(?!\d).*|[t ]\d\d?:.*)?$`,
  String.raw`^(?<first>\d{1,2}) ?(?<gap>[-/.]) ?(?<second>\d{1,2}) ?\k<gap> ?${YEAR}${REST}`,
  `^${DAY_OF_MONTH}[-/., ]{0,2}(?:de )?${MONTH}[-/., ]{0,2}(?:del? )?(?:ano )?${YEAR}${REST}`,
  `^${MONTH}[-/ ]?${DAY_OF_MONTH}(?: ?, ?|[-/ ])(?:del? )?${YEAR}${REST}`,
  String.raw`^(?<year>\d{4})[-/ ]${MONTH}[-/ ]${DAY_OF_MONTH}(?!\d)${REST}`,
].map((form) => new RegExp(form));

/** Exported for its test, which holds readPlain against it. */
export function readByPatterns(cell: string): Written | undefined {
  if (cell.length > LONGEST) return undefined;
  const text = trimmed(cell);
  const epoch = EPOCH.exec(text);
  if (epoch) return { instant: Math.floor(Number(epoch[1]) / (epoch[1]!.length === 13 ? 1000 : 1)) };
  const written = readForms(text);
  // `mar` is a month, or else a Tuesday.
  return written ?? (WEEKDAY.test(text) ? readForms(text.replace(WEEKDAY, "")) : undefined);
}

function trimmed(cell: string): string {
  return normalise(cell)
    .replace(/\s+/g, " ")
    .replace(/^[ ="']+|(?<![ "'])[ "']+$/g, "");
}

function readForms(text: string): WrittenDay | undefined {
  for (const form of FORMS) {
    const groups = form.exec(text)?.groups;
    if (groups) return readGroups(groups);
  }
  return undefined;
}

function readGroups(groups: Record<string, string | undefined>): WrittenDay | undefined {
  const rest = groups.rest?.replace(BEFORE_CLOCK, "").replace(PACKED_CLOCK, unpacked);
  const clock = rest === undefined ? undefined : clockOf(rest);
  if (rest !== undefined && clock === undefined) return undefined;
  const year = fullYear(groups.year!);
  if (groups.first !== undefined) {
    const day = eitherOrder(Number(groups.first), Number(groups.second), year, clock);
    return groups.year!.length === 2 ? withShortYear(groups.first, groups.second!, groups.year!, day, clock) : day;
  }
  const month = groups.name === undefined ? Number(groups.month) : MONTHS.get(groups.name);
  const day = month === undefined ? undefined : dayNumber(year, month, Number(groups.day));
  return day === undefined ? undefined : { dayFirst: day, monthFirst: day, clock };
}

/** Two-digit years that may stand for one that is no date: 1900 or 2000, 1, and 1970. */
const NO_SHORT_YEARS: readonly number[] = [0, 1, 70];

/** A date of three pairs of digits, in which the year may also come first. */
function withShortYear(
  first: string,
  second: string,
  last: string,
  day: WrittenDay | undefined,
  clock: Clock | undefined,
): WrittenDay | undefined {
  const yearFirst = second.length === 2 ? withYearFirst(first, Number(second), last) : undefined;
  if (day === undefined && yearFirst === undefined) return undefined;
  return { dayFirst: day?.dayFirst, monthFirst: day?.monthFirst, yearFirst, clock };
}

function withYearFirst(first: string, month: number, last: string): number | undefined {
  if (first.length !== 2 || NO_SHORT_YEARS.includes(Number(first))) return undefined;
  return dayNumber(fullYear(first), month, Number(last));
}

/** `1405` and `140509`, which are a time only after a day. */
const PACKED_CLOCK = /^(\d\d)(\d\d)(\d\d)?(?!\d)/;

function unpacked(_: string, hour: string, minute: string, second: string | undefined): string {
  return second === undefined ? `${hour}:${minute}` : `${hour}:${minute}:${second}`;
}

function fullYear(written: string): number {
  const year = Number(written);
  if (written.length > 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

const HALF_OF_DAY = String.raw`(?<half>[ap])\.? ?m\b\.?`;
const CLOCK = new RegExp(
  String.raw`^(?<hour>\d{1,2})(?::(?<minute>\d\d)(?::(?<second>\d\d)(?:[.,]\d+)?)?)?(?: ?${HALF_OF_DAY}| ?(?<hours>h|hs|hrs?|horas?)\b\.?)?(?<zone> ?(?:z|utc|gmt)| ?(?:utc|gmt)? ?(?<sign>[+-])(?<ahead>\d{1,2})(?::?(?<aheadMinute>\d\d))?)?(?: \(.*\))?$`,
);
function clockOf(text: string): Clock | undefined {
  const groups = CLOCK.exec(text)?.groups;
  if (!groups) return undefined;
  const { half, minute, second } = groups;
  const hour = hourOf(Number(groups.hour), half);
  // A bare `14` is no time.
  if (hour === undefined || (minute === undefined && half === undefined && groups.hours === undefined))
    return undefined;
  const sign = groups.sign === "-" ? -1 : 1;
  const offset =
    groups.zone === undefined ? undefined : offsetOf(sign, Number(groups.ahead ?? 0), Number(groups.aheadMinute ?? 0));
  if (Number.isNaN(offset)) return undefined;
  const start = hour * 3600 + Number(minute ?? 0) * 60 + Math.min(Number(second ?? 0), 59);
  if (Number(minute ?? 0) > 59 || Number(second ?? 0) > 60 || start > DAY) return undefined;
  // The day's end is its last second as much as the next day's first.
  if (start === DAY) return { first: DAY - 1, last: DAY, offset };
  const lasts = minute === undefined ? 3600 : second === undefined ? 60 : 1;
  return { first: start, last: start + lasts - 1, offset };
}

/** `12 a. m.` is midnight; `14:05 p. m.` says the same twice; undefined for `14:05 a. m.`. */
function hourOf(written: number, half: string | undefined): number | undefined {
  if (half === undefined) return written;
  if (half === "a") return written === 12 ? 0 : written < 12 ? written : undefined;
  if (written === 0) return undefined;
  return written < 12 ? written + 12 : written < 24 ? written : undefined;
}

/** NaN where no zone is so far from UTC. */
function offsetOf(sign: number, hours: number, minutes: number): number {
  return hours <= 14 && minutes <= 59 ? sign * (hours * 3600 + minutes * 60) : Number.NaN;
}
