// What the number of a cell is as text: the shortest decimal that is this number, without an exponent; or, where its
// format shows a date or a time, that date as ISO 8601.

/** How a number format shows a number. */
export type DateStyle = "date" | "time" | "elapsed";

const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;
const SECONDS_A_DAY = 86_400;
export const MS_A_DAY = SECONDS_A_DAY * 1000;
/** The day before 1900-03-01: from there on serial numbers are right, for in theirs 1900 is a leap year. */
export const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
export const LEAP_DAY_1900 = 60;
/** The day after 9999-12-31. */
const END_1900 = 2_958_466;
const DAYS_1904 = 1462;

/** `50370000000`, `0.5`, `-70001234`; undefined where the text is no number. */
export function decimalText(text: string): string | undefined {
  const trimmed = text.trim();
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(trimmed)) return undefined;
  const value = Number(trimmed);
  if (!Number.isFinite(value)) return undefined;
  return withoutExponent(Object.is(value, -0) ? 0 : value);
}

/** A double holds so many digits, whichever they are. */
const EXACT_DIGITS = 15;

/** Whether a text of ASCII is what `decimalText` would make of it; false where in doubt. `70001234`, `-0.25`. */
export function isShortest(bytes: Uint8Array, length: number): boolean {
  const first = bytes[0] === MINUS ? 1 : 0;
  const digits = length - first;
  if (digits <= 0 || digits > EXACT_DIGITS + 1) return false;
  let point = -1;
  for (let at = first; at < length; at++) {
    const byte = bytes[at]!;
    if (byte === POINT && point < 0) point = at;
    else if (byte < ZERO || byte > NINE) return false;
  }
  if (point < 0) return digits <= EXACT_DIGITS && (bytes[first] !== ZERO || length === 1);
  const isLeading = point > first && (bytes[first] !== ZERO || point === first + 1);
  return isLeading && bytes[length - 1] !== ZERO && point < length - 1;
}

function withoutExponent(value: number): string {
  const text = String(value);
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (match === null) return text;
  const [, sign, first, rest = "", exponent] = match;
  const digits = first! + rest;
  const point = 1 + Number(exponent);
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
  return sign + digits.padEnd(point, "0");
}

/**
 * A serial number as its format shows it: `2026-11-24`, `2026-11-24T14:05:00`, `14:05:00`. The two days that never were
 * (1900-01-00 and 1900-02-29) stay so, which nobody takes for a date. Undefined where no date has the number.
 */
export function dateText(serial: number, style: DateStyle, is1904: boolean): string | undefined {
  if (!(serial >= 0)) return undefined;
  const ms = Math.round(serial * MS_A_DAY);
  const days = Math.floor(ms / MS_A_DAY);
  const inDay = ms - days * MS_A_DAY;
  if (style === "elapsed" || (style === "time" && days === 0)) {
    if (days >= END_1900) return undefined;
    return clockText(style === "elapsed" ? ms : inDay);
  }
  const day = dayText(days, is1904);
  return day === undefined || inDay === 0 ? day : `${day}T${clockText(inDay)}`;
}

function dayText(days: number, is1904: boolean): string | undefined {
  if (is1904) return days < END_1900 - DAYS_1904 ? isoDay(EPOCH_1904 + days * MS_A_DAY) : undefined;
  if (days >= END_1900) return undefined;
  if (days === 0) return "1900-01-00";
  if (days === LEAP_DAY_1900) return "1900-02-29";
  return isoDay(EPOCH_1900 + (days < LEAP_DAY_1900 ? days + 1 : days) * MS_A_DAY);
}

function isoDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

/** Returns a time of day, with milliseconds only where there are some. */
function clockText(ms: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const seconds = Math.floor(ms / 1000);
  const rest = ms % 1000;
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return rest === 0 ? clock : `${clock}.${String(rest).padStart(3, "0")}`;
}
