// What a clock on the wall means: days of the calendar, and the instants at which a zone's clocks show a time.
// Reads no clock and no setting of the machine; what a cell says is dates.ts's work.

export const DAY = 86_400;
/** The last second that 32 bits hold, in 2106: an index keeps its dates in them. */
export const LAST_INSTANT = 0xffff_ffff;

/**
 * Wall times are seconds since 1970 as if the clock were UTC's. Where clocks are put back a wall time is two instants;
 * where they are put forward it is none, and stands for the two that it would be by the clock before and after.
 */
export interface TimeZone {
  readonly name: string;
  /** Seconds ahead of UTC, where that is always the same. */
  readonly offset?: number;
  earliest(wall: number): number;
  latest(wall: number): number;
  wallAt(instant: number): number;
}

/** El Salvador's zone: UTC-6 all year, without daylight saving. */
export const EL_SALVADOR: TimeZone = fixedZone("America/El_Salvador", -6 * 3600);

/** The zone of an IANA name, in any case; undefined where there is none, and for a bare offset. */
export function timeZone(name: string): TimeZone | undefined {
  // Newer Nodes take "+05:00" for a name, older ones don't.
  if (!/^[a-z]/i.test(name)) return undefined;
  try {
    const format = new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", { ...CLOCK_FACE, timeZone: name });
    const known = format.resolvedOptions().timeZone;
    return known === EL_SALVADOR.name ? EL_SALVADOR : shiftingZone(known, format);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];
const DAYS_TO_1970 = 719_528;

/** Days since 1970, from the year 0 on; undefined for a day that no month has. */
export function dayNumber(year: number, month: number, day: number): number | undefined {
  // NaN is no day either.
  if (!(year >= 0 && month >= 1 && month <= 12 && day >= 1)) return undefined;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const before = DAYS_BEFORE_MONTH[month - 1]!;
  if (day > DAYS_BEFORE_MONTH[month]! - before + (leap && month === 2 ? 1 : 0)) return undefined;
  const leapDays = Math.floor((year + 3) / 4) - Math.floor((year + 99) / 100) + Math.floor((year + 399) / 400);
  return year * 365 + leapDays - DAYS_TO_1970 + before + (leap && month > 2 ? 1 : 0) + day - 1;
}

/** The year of a day since 1970. */
export function yearOf(day: number): number {
  return new Date(day * DAY * 1000).getUTCFullYear();
}

/** A day since 1970 as `2026-03-14`. */
export function describeDay(day: number): string {
  return new Date(day * DAY * 1000).toISOString().slice(0, 10);
}

/**
 * A date of an opt-out as an index keeps it (its last second), in ISO 8601: `2026-03-14`, or with time and offset.
 * The last second of a day or a minute is taken for the end of what was written without.
 */
export function describeInstant(instant: number, zone: TimeZone): string {
  const second = secondOfDay(zone.wallAt(instant));
  const whole = describeSecond(instant, zone);
  if (second === DAY - 1) return whole.slice(0, whole.indexOf("T"));
  return second % 60 === 59 ? whole.replace(/:59(?=[-+])/, "") : whole;
}

/** An instant to its second in ISO 8601, also where that is the last of a minute or a day. */
export function describeSecond(instant: number, zone: TimeZone): string {
  const wall = zone.wallAt(instant);
  const second = secondOfDay(wall);
  const [hours, minutes] = [Math.floor(second / 3600), Math.floor(second / 60) % 60];
  const time = `${TWO[hours]}:${TWO[minutes]}:${TWO[second % 60]}`;
  return `${dayText((wall - second) / DAY)}T${time}${describeOffset(wall - instant)}`;
}

function secondOfDay(wall: number): number {
  return ((wall % DAY) + DAY) % DAY;
}

const TWO = Array.from({ length: 60 }, (_, value) => String(value).padStart(2, "0"));
/** There are fewer than 50,000, and a registry names each a hundred times. */
const DAY_TEXTS = new Map<number, string>();

/** `2026-11-24` for a day counted from 1970. */
function dayText(day: number): string {
  let text = DAY_TEXTS.get(day);
  if (text === undefined) {
    text = new Date(day * DAY * 1000).toISOString().slice(0, 10);
    DAY_TEXTS.set(day, text);
  }
  return text;
}

/** Seconds ahead of UTC as `-06:00`. */
export function describeOffset(offset: number): string {
  const minutes = Math.abs(offset) / 60;
  return `${offset < 0 ? "-" : "+"}${TWO[Math.floor(minutes / 60)]}:${TWO[Math.floor(minutes % 60)]}`;
}

/** Midnight in El Salvador; undefined for a day that no month has. */
export function dayStart(year: number, month: number, day: number): Date | undefined {
  const number = dayNumber(year, month, day);
  return number === undefined ? undefined : new Date(EL_SALVADOR.earliest(number * DAY) * 1000);
}

const CLOCK_FACE: Intl.DateTimeFormatOptions = {
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "numeric",
  minute: "numeric",
  second: "numeric",
  hourCycle: "h23",
};

function fixedZone(name: string, offset: number): TimeZone {
  const instantOf = (wall: number) => wall - offset;
  return { name, offset, earliest: instantOf, latest: instantOf, wallAt: (instant) => instant + offset };
}

/** Seconds ahead of UTC before and from the instant `at`; the same twice on a day without a shift. */
interface Offsets {
  before: number;
  after: number;
  at: number;
}

/** Asks Intl a few times a day of the calendar, and remembers. */
function shiftingZone(name: string, format: Intl.DateTimeFormat): TimeZone {
  const known = new Map<number, Offsets>();

  function offsetAt(instant: number): number {
    const face: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(instant * 1000)) face[type] = Number(value);
    const day = dayNumber(face.year!, face.month!, face.day!)!;
    return day * DAY + face.hour! * 3600 + face.minute! * 60 + face.second! - instant;
  }

  /** Around a wall time, or an instant. */
  function offsetsAround(seconds: number): Offsets {
    // Beyond what 32 bits hold no shift matters, and the days remembered stay few.
    const day = Math.floor(Math.min(Math.max(seconds, -2 * DAY), LAST_INSTANT + 2 * DAY) / DAY);
    let offsets = known.get(day);
    if (offsets === undefined) {
      // A zone is less than a day away from UTC, so both meanings of the seconds lie within these three days.
      offsets = offsetsBetween((day - 1) * DAY, (day + 2) * DAY);
      known.set(day, offsets);
    }
    return offsets;
  }

  function offsetsBetween(from: number, to: number): Offsets {
    const before = offsetAt(from);
    const after = offsetAt(to);
    if (before === after) return { before, after, at: to };
    let old = from;
    let at = to;
    while (at - old > 1) {
      const middle = Math.floor((old + at) / 2);
      if (offsetAt(middle) === before) old = middle;
      else at = middle;
    }
    return { before, after, at };
  }

  /** One or two instants, both the same where only one is shown by the zone's clocks. */
  function readings(wall: number): [number, number] {
    const { before, after, at } = offsetsAround(wall);
    const old = wall - before;
    const young = wall - after;
    if (old < at && young < at) return [old, old];
    if (old >= at && young >= at) return [young, young];
    return [Math.min(old, young), Math.max(old, young)];
  }

  return {
    name,
    earliest: (wall) => readings(wall)[0],
    latest: (wall) => readings(wall)[1],
    wallAt: (instant) => {
      const { before, after, at } = offsetsAround(instant);
      return instant + (instant < at ? before : after);
    },
  };
}
