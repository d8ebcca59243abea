// Calendar days, and zones as fixed offsets from UTC, as El Salvador's is. Reads no clock and no setting of the machine.

export const DAY = 86_400;
/** The last second that 32 bits hold, in 2106. An index keeps dates in 32 bits. */
export const LAST_INSTANT = 0xffff_ffff;

/** Seconds ahead of UTC, to be added to an instant for local time. */
export type TimeZone = number;

/** The zone of El Salvador: UTC-6 all year, without daylight saving. */
export const EL_SALVADOR: TimeZone = -6 * 3600;

const OFFSET = /^(?:z|utc|gmt|(?:utc|gmt)? ?(?<sign>[+-])(?<hours>\d\d?)(?::?(?<minutes>\d\d))?)$/i;

/** Parses `-06:00`, `-0600`, `-06`, `UTC-6`, `Z`; undefined for other texts, and for more than 14 hours. */
export function parseOffset(text: string): TimeZone | undefined {
  const groups = OFFSET.exec(text)?.groups;
  if (groups === undefined) return undefined;
  const [hours, minutes] = [Number(groups.hours ?? 0), Number(groups.minutes ?? 0)];
  if (hours > 14 || minutes > 59) return undefined;
  return (groups.sign === "-" ? -1 : 1) * (hours * 3600 + minutes * 60);
}

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];
const DAYS_TO_1970 = 719_528;

/** Returns the days since 1970 of a date from year 0 on; undefined if it doesn't exist. */
export function dayNumber(year: number, month: number, day: number): number | undefined {
  // NaN fails every comparison.
  if (!(year >= 0 && month >= 1 && month <= 12 && day >= 1)) return undefined;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const before = DAYS_BEFORE_MONTH[month - 1]!;
  if (day > DAYS_BEFORE_MONTH[month]! - before + (leap && month === 2 ? 1 : 0)) return undefined;
  const leapDays = Math.floor((year + 3) / 4) - Math.floor((year + 99) / 100) + Math.floor((year + 399) / 400);
  return year * 365 + leapDays - DAYS_TO_1970 + before + (leap && month > 2 ? 1 : 0) + day - 1;
}

export const yearOf = (day: number) => new Date(day * DAY * 1000).getUTCFullYear();

/** Returns midnight in El Salvador; undefined for a day that doesn't exist. */
export function dayStart(year: number, month: number, day: number): Date | undefined {
  const number = dayNumber(year, month, day);
  return number === undefined ? undefined : new Date((number * DAY - EL_SALVADOR) * 1000);
}

const describedDays: Record<number, string> = {};
export function describeDay(day: number): string {
  describedDays[day] ??= new Date(day * DAY * 1000).toISOString().slice(0, 10);
  return describedDays[day];
}

/** Writes a date that is kept as its last second: as a day or a minute if that is its end, else to the second. ISO 8601. */
export function describeInstant(instant: number, zone: TimeZone): string {
  const whole = describeSecond(instant, zone);
  if (whole.startsWith("23:59:59", 11)) return whole.slice(0, 10);
  return whole.startsWith("59", 17) ? whole.slice(0, 16) + whole.slice(19) : whole;
}

/** Writes an instant to its second in ISO 8601. */
export function describeSecond(instant: number, zone: TimeZone): string {
  const local = Math.floor(instant + zone);
  const day = Math.floor(local / DAY);
  return `${describeDay(day)}T${describeClock(local - day * DAY)}${describeOffset(zone)}`;
}

export const describeOffset = (zone: TimeZone) => (zone < 0 ? "-" : "+") + describeClock(Math.abs(zone)).slice(0, 5);
const describeClock = (second: number) =>
  `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`;
const two = (number: number) => (number < 10 ? `0${number}` : `${number}`);
