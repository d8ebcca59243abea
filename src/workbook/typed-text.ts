// Text that stands for a number, a date, a time or a truth value as a sheet holds one: what number-text.ts makes of such
// a cell, and the way back to the cell.

import { EPOCH_1900, LEAP_DAY_1900, MS_A_DAY } from "./number-text.js";

/** How a cell shows its number. */
export type TypedShow = "number" | "day" | "moment" | "time" | "elapsed" | "boolean";

export interface TypedValue {
  show: TypedShow;
  /** What the cell stores. */
  stored: string;
}

const NUMBER = /^-?\d+(?:\.\d+)?$/;
const DATE = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d:\d\d(?:\.\d{3})?))?$/;
const CLOCK = /^(\d{2,}):([0-5]\d):([0-5]\d)(?:\.(\d{3}))?$/;
const LONGEST = 400;

/** Undefined where the text is none, or no sheet shows it so. */
export function typedValue(text: string): TypedValue | undefined {
  if (NUMBER.test(text)) return { show: "number", stored: text };
  if (text === "TRUE" || text === "FALSE") return { show: "boolean", stored: text === "TRUE" ? "1" : "0" };
  const clock = clockMs(text);
  if (clock !== undefined) return { show: clock < MS_A_DAY ? "time" : "elapsed", stored: String(clock / MS_A_DAY) };
  const date = DATE.exec(text);
  return date === null ? undefined : dateValue(date);
}

/** Whether bytes may be such a text: false is certain. */
export function mayBeTyped(bytes: Uint8Array, start: number, end: number): boolean {
  const first = bytes[start]!;
  const isFirst = (first >= 0x30 && first <= 0x39) || first === 0x2d || first === 0x54 || first === 0x46;
  return isFirst && end - start <= LONGEST;
}

function dateValue([, year, month, day, time]: RegExpExecArray): TypedValue | undefined {
  const ms = Date.UTC(Number(year), Number(month) - 1, Number(day));
  if (new Date(ms).toISOString().slice(0, 10) !== `${year}-${month}-${day}`) return undefined;
  const days = (ms - EPOCH_1900) / MS_A_DAY;
  // Programs disagree on the days before March 1900.
  if (days <= LEAP_DAY_1900) return undefined;
  if (time === undefined) return { show: "day", stored: String(days) };
  const inDay = clockMs(time);
  if (inDay === undefined || inDay === 0 || inDay >= MS_A_DAY) return undefined;
  return { show: "moment", stored: String(days + inDay / MS_A_DAY) };
}

function clockMs(text: string): number | undefined {
  const match = CLOCK.exec(text);
  if (match === null) return undefined;
  const [, hours, minutes, seconds, ms = "0"] = match;
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(ms);
}
