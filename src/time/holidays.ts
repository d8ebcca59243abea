// Days on which nobody works: read from a text of dates, one a line. And the clock of days that they leave:
// when so many working days after a request are over. Which file it is, commands/ says.

import { parseDay } from "./dates.js";
import { yearOf } from "./time-zone.js";

/** Days since 1970. */
export interface Holidays {
  readonly days: ReadonlySet<number>;
  /** The years of which it names a day; of the others nobody can tell which days are free. */
  readonly years: ReadonlySet<number>;
}

const COMMENT = /#.*$/;
const BYTE_ORDER_MARK = /^\uFEFF/;
const SATURDAY = 5;

/**
 * `2026-05-01`, `01/05/2026` or `1 de mayo de 2026`, one a line; `#` begins a comment. Returns the first line, from 1,
 * that is no day or has a time; undefined where there is no day at all.
 */
export function readHolidays(text: string): Holidays | { badLine: number } | undefined {
  const days = new Set<number>();
  const lines = text.replace(BYTE_ORDER_MARK, "").split(/\r\n|\n|\r/);
  for (const [i, line] of lines.entries()) {
    const written = line.replace(COMMENT, "").trim();
    if (written === "") continue;
    // What can only be read month first is no day: in El Salvador `03/04/2026` is the third of April.
    const day = parseDay(written);
    if (day === undefined) return { badLine: i + 1 };
    days.add(day);
  }
  return days.size === 0 ? undefined : { days, years: new Set([...days].map(yearOf)) };
}

/** 0 is a Monday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** Monday to Friday without holidays. */
function isWorkingDay(day: number, holidays: Holidays | undefined): boolean {
  return weekdayOf(day) < SATURDAY && holidays?.days.has(day) !== true;
}

/** The last day that is in time: the `count`th working day after the day asked, which is not counted itself. */
export function dueDay(asked: number, count: number, holidays: Holidays | undefined): number {
  let day = asked;
  for (let left = count; left > 0; ) if (isWorkingDay(++day, holidays)) left--;
  return day;
}

/** Working days after the one and up to the other, which may be the earlier: then they are negative. */
export function workingDaysBetween(from: number, to: number, holidays: Holidays | undefined): number {
  let count = 0;
  for (let day = Math.min(from, to) + 1; day <= Math.max(from, to); day++) if (isWorkingDay(day, holidays)) count++;
  return to < from ? -count : count;
}
