// Dates as suppression lists write them by the contract: an instant, or a day of El Salvador with a start and an end.

/** The first and the last millisecond of what was written. */
export interface Span {
  start: number;
  end: number;
}

const DAY = 86_400_000;
const UTC_MINUS_6 = 6 * 3_600_000;
const MONTHS = ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"];

/** In which order a column's days and months stand, as far as its cells prove it. */
export type DayOrder = "day-first" | "month-first" | "both";

/** "Where nothing in the file proves the order of day and month both readings count." */
export function dayOrder(cells: readonly string[]): DayOrder {
  const parts = cells
    .map((cell) => /^(\d\d?)[/.-](\d\d?)[/.-](?:\d{4}|\d\d)$/.exec(cell.trim()))
    .filter((match) => match !== null);
  const isDayFirst = parts.some(([, first]) => Number(first) > 12);
  const isMonthFirst = parts.some(([, , second]) => Number(second) > 12);
  return isDayFirst === isMonthFirst ? "both" : isDayFirst ? "day-first" : "month-first";
}

/** Every reading of a cell; none where it can't be read. Years 1, 1900 and 1970 are no date. */
export function readDate(cell: string, order: DayOrder): Span[] {
  const text = cell.trim();
  return readAny(text, order).filter(({ start }) => ![1, 1900, 1970].includes(new Date(start).getUTCFullYear()));
}

/** "A day that can't be read, or lies before 2000, never expires": then there is no reading. */
export function readExpiry(cell: string, order: DayOrder): Span[] {
  const spans = readDate(cell, order);
  return spans.some(({ start }) => new Date(start).getUTCFullYear() < 2000) ? [] : spans;
}

/** `03-mar-26`. */
const NAMED = /^(\d\d)-([a-z]{3})-(\d\d)$/;

function fullYear(digits: string): number {
  if (digits.length > 2) return Number(digits);
  return Number(digits) + (Number(digits) < 70 ? 2000 : 1900);
}

function readAny(text: string, order: DayOrder): Span[] {
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (iso !== null) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const time = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d))?(Z|[+-]\d\d(?::\d\d)?)?$/.exec(text);
  if (time !== null) {
    const [, year, month, date, hour, minute, second = "0", zone] = time;
    const utc = Date.UTC(Number(year), Number(month) - 1, Number(date), Number(hour), Number(minute), Number(second));
    // "Times without a zone are America/El_Salvador."
    const offset = zone === undefined ? -UTC_MINUS_6 : zone === "Z" ? 0 : Number(zone.slice(0, 3)) * 3_600_000;
    return [{ start: utc - offset, end: utc - offset }];
  }
  const epoch = /^\d{10}$/.exec(text);
  if (epoch !== null) return [{ start: Number(text) * 1000, end: Number(text) * 1000 }];
  const named = NAMED.exec(text);
  if (named !== null && MONTHS.includes(named[2]!))
    return day(fullYear(named[3]!), MONTHS.indexOf(named[2]!) + 1, Number(named[1]));
  const slashes = /^(\d\d?)[/.-](\d\d?)[/.-](\d{4}|\d\d)$/.exec(text);
  if (slashes === null) return [];
  const [first, second, year] = [Number(slashes[1]), Number(slashes[2]), fullYear(slashes[3]!)];
  const dayFirst = order === "month-first" ? [] : day(year, second, first);
  const monthFirst = order === "day-first" ? [] : day(year, first, second);
  return [...dayFirst, ...monthFirst];
}

function day(year: number, month: number, date: number): Span[] {
  if (month < 1 || month > 12 || date < 1 || date > 31) return [];
  const start = Date.UTC(year, month - 1, date) + UTC_MINUS_6;
  return [{ start, end: start + DAY - 1 }];
}
