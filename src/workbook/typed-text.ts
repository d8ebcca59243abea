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

const DATE = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d:\d\d(?:\.\d{3})?))?$/;
const CLOCK = /^(\d{2,}):([0-5]\d):([0-5]\d)(?:\.(\d{3}))?$/;
const LONGEST = 400;
const MINUS = 0x2d;
const POINT = 0x2e;
const LETTER_F = 0x46;
const LETTER_T = 0x54;

/** Undefined where the text [start, end) is none, or no sheet shows it so. */
export function typedValue(bytes: Buffer, start: number, end: number): TypedValue | undefined {
  if (!mayBeTyped(bytes, start, end)) return undefined;
  const text = bytes.toString("latin1", start, end);
  if (isNumber(bytes, start, end)) return { show: "number", stored: text };
  if (text === "TRUE" || text === "FALSE") return { show: "boolean", stored: text === "TRUE" ? "1" : "0" };
  const clock = clockMs(text);
  if (clock !== undefined) return { show: clock < MS_A_DAY ? "time" : "elapsed", stored: String(clock / MS_A_DAY) };
  const date = DATE.exec(text);
  return date === null ? undefined : dateValue(date);
}

/** Whether a text is a number, which a cell stores as it stands: `-12.50`. */
export function isNumber(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start > LONGEST) return false;
  const first = bytes[start] === MINUS ? start + 1 : start;
  let at = first;
  while (at < end && isDigit(bytes[at]!)) at++;
  if (at === first || at === end) return at > first;
  if (bytes[at] !== POINT) return false;
  const fraction = ++at;
  while (at < end && isDigit(bytes[at]!)) at++;
  return at === end && at > fraction;
}

/** Whether bytes may be of some type: false is certain. */
function mayBeTyped(bytes: Uint8Array, start: number, end: number): boolean {
  const first = bytes[start]!;
  return (isDigit(first) || first === MINUS || first === LETTER_T || first === LETTER_F) && end - start <= LONGEST;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function dateValue([, year, month, day, time]: RegExpExecArray): TypedValue | undefined {
  const ms = Date.UTC(Number(year), Number(month) - 1, Number(day));
  // A day that its month does not have is in another month.
  const found = new Date(ms);
  if (found.getUTCFullYear() !== Number(year) || found.getUTCMonth() !== Number(month) - 1) return undefined;
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
