// Converts values of cells to text and back: numbers in their shortest decimal form without exponent, dates in ISO 8601.

export type DateStyle = "date" | "time" | "elapsed";

export type TypedShow = "number" | "day" | "moment" | "time" | "elapsed" | "boolean";

export interface TypedValue {
  show: TypedShow;
  stored: string;
}

const MS_A_DAY = 86_400_000;
/** Right from 1900-03-01 on: for spreadsheets 1900 is a leap year. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const LEAP_DAY_1900 = 60;
/** 10000-01-01 */
const END_1900 = 2_958_466;
const DAYS_1904 = 1462;

/** A double holds any 15 digits. */
const SHORTEST = /^-?(?:0|[1-9]\d{0,14})$/;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** `50370000000`, `0.5`, `-70001234`; undefined for no number. */
export function decimalText(text: string): string | undefined {
  if (SHORTEST.test(text)) return text === "-0" ? "0" : text;
  const value = NUMBER.test(text.trim()) ? Number(text) : Number.NaN;
  if (!Number.isFinite(value)) return undefined;
  const shortest = String(value);
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(shortest);
  if (match === null) return shortest;
  const [, sign, first, rest = "", exponent] = match;
  const point = 1 + Number(exponent);
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${first}${rest}`;
  return sign + `${first}${rest}`.padEnd(point, "0");
}

/** `2026-11-24`, `2026-11-24T14:05:00`, `14:05:00`; undefined for a number that is no date. */
export function dateText(serial: number, style: DateStyle, is1904: boolean): string | undefined {
  if (!(serial >= 0)) return undefined;
  const ms = Math.round(serial * MS_A_DAY);
  const days = Math.floor(ms / MS_A_DAY);
  const inDay = ms - days * MS_A_DAY;
  if (days >= END_1900 - (is1904 ? DAYS_1904 : 0)) return undefined;
  if (style === "elapsed") return clockText(ms);
  if (style === "time" && days === 0) return clockText(inDay);
  return inDay === 0 ? dayText(days, is1904) : `${dayText(days, is1904)}T${clockText(inDay)}`;
}

function dayText(days: number, is1904: boolean): string {
  if (is1904) return isoDay(EPOCH_1904 + days * MS_A_DAY);
  return isoDay(EPOCH_1900 + (days < LEAP_DAY_1900 ? days + 1 : days) * MS_A_DAY);
}

function isoDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

function clockText(ms: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const seconds = Math.floor(ms / 1000);
  const rest = ms % 1000;
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return rest === 0 ? clock : `${clock}.${String(rest).padStart(3, "0")}`;
}

const STORED_NUMBER = /^-?\d+(?:\.\d+)?$/;
const DATE = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d(?:\.\d{3})?))?$/;
const CLOCK = /^(\d{2,}):([0-5]\d):([0-5]\d)(?:\.(\d{3}))?$/;
const LONGEST = 400;

/** Reads a number, a date, a time or a truth value; undefined for any other text. */
export function typedValue(text: string): TypedValue | undefined {
  const first = text.charCodeAt(0);
  if ((first > 0x39 || first < 0x2d) && text !== "TRUE" && text !== "FALSE") return undefined;
  if (text.length > LONGEST) return undefined;
  if (STORED_NUMBER.test(text)) return { show: "number", stored: text };
  if (text === "TRUE" || text === "FALSE") return { show: "boolean", stored: text === "TRUE" ? "1" : "0" };
  const clock = clockMs(text);
  if (clock !== undefined) return { show: clock < MS_A_DAY ? "time" : "elapsed", stored: String(clock / MS_A_DAY) };
  return dateValue(text);
}

function dateValue(text: string): TypedValue | undefined {
  const [, day, time] = DATE.exec(text) ?? [];
  const ms = day === undefined ? Number.NaN : Date.parse(day);
  // 2026-02-30 is another day, or none.
  if (Number.isNaN(ms) || isoDay(ms) !== day) return undefined;
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
