// Converts values of cells to text and back: numbers without exponent, dates in ISO 8601, columns as letters.

export const MOST_ROWS = 1_048_576;
export const MOST_COLUMNS = 16_384;

/** How a cell shows its number; undefined if as a number. */
export type DateStyle = "date" | "time" | "elapsed" | undefined;

export type TypedShow = "number" | "boolean" | "day" | "moment" | "time";

export interface TypedValue {
  show: TypedShow;
  stored: string;
}

/** Returns `A` for 1, `AB` for 28. */
export function columnLetters(column: number): string {
  if (column <= 0) return "";
  return columnLetters(Math.floor((column - 1) / 26)) + String.fromCharCode(0x41 + ((column - 1) % 26));
}

/** Returns 28 for `AB`. */
export function columnOf(letters: string): number {
  let column = 0;
  // Without the bit that tells small letters.
  for (let at = 0; at < letters.length; at++) column = column * 26 + (letters.charCodeAt(at) & 0x1f);
  return column;
}

/** The numbers of formats without a code, also those of East Asian languages. */
const DATES = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);
const TIMES = new Set([18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56]);
const ELAPSED = 46;

export function builtInStyle(format: number): DateStyle {
  return DATES.has(format) ? "date" : TIMES.has(format) ? "time" : format === ELAPSED ? "elapsed" : undefined;
}

/** Returns the style of a format: `dd/mm/yyyy`, `h:mm AM/PM`, `[h]:mm`. Quoted letters do not count: `0.00 "días"`. */
export function dateStyleOf(code: string): DateStyle {
  if (/^(?:general|standard|estándar)$/i.test(code.trim())) return undefined;
  const bare = code.replace(/"[^"]*"?|\\.|_.|\*./g, "");
  if (/\[(?:h+|m+|s+)\]/i.test(bare)) return "elapsed";
  const signs = bare.replace(/\[[^\]]*\]/g, "");
  if (/[dy]/i.test(signs)) return "date";
  if (/[hs]/i.test(signs)) return "time";
  // `m` without a clock are months.
  return /m/i.test(signs) ? "date" : undefined;
}

const MS_A_DAY = 86_400_000;
/** Day 0 for days from 1900-03-01 on. Spreadsheets take 1900 for a leap year. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const LEAP_DAY_1900 = 60;
/** 1904-01-01 and 10000-01-01, in days of 1900. */
const DAYS_1904 = 1462;
const END_1900 = 2_958_466;

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const DECIMAL = new Intl.NumberFormat("en", { useGrouping: false, maximumSignificantDigits: 21 });

/** Returns `50370000000`, `0.5`, `-70001234`; undefined for no number. */
export function decimalText(text: string): string | undefined {
  const value = NUMBER.test(text.trim()) ? Number(text) : Number.NaN;
  if (!Number.isFinite(value)) return undefined;
  const shortest = String(value);
  return shortest.includes("e") ? DECIMAL.format(value) : shortest;
}

/** Returns `2026-11-24`, `2026-11-24T14:05:00` or `14:05:00`; undefined for a number that is no date. */
export function dateText(serial: number, style: DateStyle, is1904: boolean): string | undefined {
  if (!(serial >= 0)) return undefined;
  const ms = Math.round(serial * MS_A_DAY);
  const inDay = ms % MS_A_DAY;
  let days = (ms - inDay) / MS_A_DAY;
  if (style === "elapsed" || (style === "time" && days === 0)) return days < END_1900 ? clockText(ms) : undefined;
  if (is1904) days += DAYS_1904;
  else if (days < LEAP_DAY_1900) days++;
  if (days >= END_1900) return undefined;
  return inDay === 0 ? dayText(days) : `${dayText(days)}T${clockText(inDay)}`;
}

function dayText(days: number): string {
  return new Date(EPOCH_1900 + days * MS_A_DAY).toISOString().slice(0, 10);
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

/** Reads a number, a date, a time or a truth value; undefined for any other text. */
export function typedValue(text: string): TypedValue | undefined {
  if (text === "TRUE" || text === "FALSE") return { show: "boolean", stored: text === "TRUE" ? "1" : "0" };
  if (!/^[-\d]/.test(text)) return undefined;
  if (STORED_NUMBER.test(text)) return { show: "number", stored: text };
  const clock = clockMs(text);
  if (clock !== undefined) return { show: "time", stored: String(clock / MS_A_DAY) };
  const [, day, time] = DATE.exec(text) ?? [];
  const days = day === undefined ? Number.NaN : (Date.parse(day) - EPOCH_1900) / MS_A_DAY;
  // Programs disagree on the days before March 1900. 2026-02-30 is another day, or none.
  if (!(days > LEAP_DAY_1900) || dayText(days) !== day) return undefined;
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
