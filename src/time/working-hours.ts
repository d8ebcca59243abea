// Hours in which people may be contacted, such as `mon-fri 08:00-18:00`, and whether a moment is in them.

import { normalise } from "../phone/normalise.js";
import type { Moment } from "./dates.js";
import { type Holidays, weekdayOf } from "./holidays.js";
import { DAY, type TimeZone, yearOf } from "./time-zone.js";

/** Hours that begin on some weekdays, in minutes of the day. `end` is exclusive; after midnight it is above 1,440. */
export interface HoursWindow {
  /** 0 is Monday. */
  weekdays: ReadonlySet<number>;
  start: number;
  end: number;
}

const MINUTE = 60;
const MINUTES = DAY / MINUTE;

/** How the names of days begin, from Monday, English and Spanish. */
const WEEKDAYS = "mon lun|tue mar|wed mie|thu jue|fri vie|sat sab|sun dom".split("|");
const EVERY_DAY: ReadonlySet<number> = new Set(WEEKDAYS.keys());

const SPAN = String.raw`\d{1,2}(?::\d\d)? ?(?:-|a|to) ?\d{1,2}(?::\d\d)?`;
const HOURS = new RegExp(`^(?:(?<days>[a-z].*?) )?(?<spans>${SPAN}(?: ?, ?${SPAN})*)$`);

/** Parses `mon-fri 08:00-18:00`, `lun-vie 8-12,13:00-17:00` or only hours; undefined if unreadable. */
export function readHours(typed: string): HoursWindow[] | undefined {
  const plain = normalise(typed).replace(/\s+/g, " ").trim();
  const groups = HOURS.exec(plain)?.groups;
  const weekdays = groups && (groups.days === undefined ? EVERY_DAY : readWeekdays(groups.days));
  if (weekdays === undefined) return undefined;
  const windows: HoursWindow[] = [];
  for (const span of groups!.spans!.split(",")) {
    const [start, end] = span.split(/-|a|to/).map(minuteOf) as [number, number];
    // An empty span could mean all day or never.
    if (!(start < MINUTES && end <= MINUTES && start !== end)) return undefined;
    windows.push({ weekdays, start, end: end < start ? end + MINUTES : end });
  }
  return windows;
}

/** Parses `mon-fri`, `lun a vie`, `mon,wed`, `sab y dom`, `sat-mon`. */
function readWeekdays(text: string): ReadonlySet<number> | undefined {
  const weekdays = new Set<number>();
  for (const part of text.split(/ ?, ?| y | and /)) {
    const names = part.split(/ ?- ?| a | to /);
    const [first = -1, last = first] = names.map((name) =>
      /^[a-z]{3,}$/.test(name) ? WEEKDAYS.findIndex((known) => known.includes(name.slice(0, 3))) : -1,
    );
    if (first < 0 || last < 0 || names.length > 2) return undefined;
    for (let day = first; ; day = (day + 1) % 7) {
      weekdays.add(day);
      if (day === last) break;
    }
  }
  return weekdays;
}

/** Parses a time to minutes of the day; NaN if it is none. 24:00 is the day's end. */
function minuteOf(text: string): number {
  const [hour = Number.NaN, minute = 0] = text.trim().split(":").map(Number);
  return minute < 60 ? hour * 60 + minute : Number.NaN;
}

/** `perhaps`: open unless the day is a holiday, and its year's holidays are unknown. */
type State = "open" | "closed" | "perhaps";

/** `unknown`: a part of the moment is inside and a part outside, or a year's holidays are unknown. */
export type HoursVerdict = "inside" | "outside" | "unknown";

/** Judges moments. A holiday is closed all day, and none of its hours reach into the next day. */
export class WorkingHours {
  /** The years of judged moments whose holidays are unknown. */
  readonly uncovered = new Set<number>();
  /** The minutes of a day at which something may change. */
  readonly #edges: readonly number[];

  constructor(
    private readonly windows: readonly HoursWindow[],
    private readonly holidays: Holidays | undefined,
    private readonly zone: TimeZone,
  ) {
    this.#edges = [...new Set([0, ...windows.flatMap(({ start, end }) => [start, end % MINUTES])])];
  }

  judge({ first, last }: Pick<Moment, "first" | "last">): HoursVerdict {
    const [from, to] = [first, last].map((instant) => Math.floor((instant + this.zone) / MINUTE)) as [number, number];
    const states = new Set([this.#stateAt(from)]);
    for (let day = Math.floor(from / MINUTES) * MINUTES; day <= to; day += MINUTES)
      for (const edge of this.#edges) if (day + edge > from && day + edge <= to) states.add(this.#stateAt(day + edge));
    if (states.size > 1 || states.has("perhaps")) return "unknown";
    return states.has("closed") ? "outside" : "inside";
  }

  /** `wall`: minutes since 1970 in local time. */
  #stateAt(wall: number): State {
    const day = Math.floor(wall / MINUTES);
    const minute = wall - day * MINUTES;
    const isOf = ({ weekdays }: HoursWindow, itsDay: number) =>
      weekdays.has(weekdayOf(itsDay)) && !this.holidays?.days.has(itsDay);
    const opening = this.windows.filter((window) => isOf(window, day) && minute >= window.start && minute < window.end);
    const reaching = this.windows.filter((window) => isOf(window, day - 1) && minute < window.end - MINUTES);
    if (this.holidays?.days.has(day) || opening.length + reaching.length === 0) return "closed";
    // Hours that began on the day itself are enough: then it does not matter whether the day before was a holiday.
    const years = [yearOf(day), ...(opening.length > 0 ? [] : [yearOf(day - 1)])];
    const unknown = years.find((year) => this.holidays?.years.has(year) === false);
    if (unknown === undefined) return "open";
    this.uncovered.add(unknown);
    return "perhaps";
  }
}
