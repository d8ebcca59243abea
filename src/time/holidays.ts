// Reads holidays from a text of dates, one a line, and counts working days. commands/ chooses the file.

import { parseDay } from "./dates.js";
import { yearOf } from "./time-zone.js";

export interface Holidays {
  /** Days since 1970. */
  readonly days: ReadonlySet<number>;
  /** The years with any of these days. In other years the holidays are unknown. */
  readonly years: ReadonlySet<number>;
}

const COMMENT = /#.*$/;
const BYTE_ORDER_MARK = /^\uFEFF/;
const SATURDAY = 5;

/**
 * Parses `2026-05-01`, `01/05/2026` or `1 de mayo de 2026`, one a line; `#` begins a comment, and a first line without
 * a digit is a header. Returns the first line, from 1, that is no day or has a time; undefined if there is no day at all.
 */
export function readHolidays(text: string): Holidays | { badLine: number } | undefined {
  const days = new Set<number>();
  const lines = text.replace(BYTE_ORDER_MARK, "").split(/\r\n|\n|\r/);
  for (const [i, line] of lines.entries()) {
    const written = line.replace(COMMENT, "").trim();
    if (written === "" || (i === 0 && !/\d/.test(written))) continue;
    // Month first is no day: in El Salvador `03/04/2026` is the third of April.
    const day = parseDay(written);
    if (day === undefined) return { badLine: i + 1 };
    days.add(day);
  }
  return days.size === 0 ? undefined : { days, years: new Set([...days].map(yearOf)) };
}

/** Returns the weekday of a day since 1970; 0 is Monday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

function isWorkingDay(day: number, holidays: Holidays | undefined): boolean {
  return weekdayOf(day) < SATURDAY && holidays?.days.has(day) !== true;
}

/** Returns the day on which a request is due: the `count`th working day after that of the request. */
export function dueDay(asked: number, count: number, holidays: Holidays | undefined): number {
  let day = asked;
  for (let left = count; left > 0; ) if (isWorkingDay(++day, holidays)) left--;
  return day;
}

/** Counts the working days after `from` up to `to`; negative if `to` is earlier. */
export function workingDaysBetween(from: number, to: number, holidays: Holidays | undefined): number {
  let count = 0;
  for (let day = Math.min(from, to) + 1; day <= Math.max(from, to); day++) if (isWorkingDay(day, holidays)) count++;
  return to < from ? -count : count;
}
