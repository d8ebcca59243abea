// Hours in which people may be contacted: what was typed, such as `mon-fri 08:00-18:00`, and whether a moment lies in them.
// A minute is judged by the clock on the wall of its zone, so that shifted clocks need no rule of their own.

import type { Moment } from "./dates.js";
import { type Holidays, weekdayOf } from "./holidays.js";
import { DAY, type TimeZone, yearOf } from "./time-zone.js";

/** The window of the days that begin it; `end` is exclusive, and beyond midnight more than a day's minutes. */
export interface HoursWindow {
  /** 0 is Monday. */
  weekdays: ReadonlySet<number>;
  /** Minutes of the day. */
  start: number;
  end: number;
}

const MINUTE = 60;
const MINUTES = DAY / MINUTE;
/** How many of the days asked for are kept; a log of more years than that is judged as well, but slower. */
const MOST_DAYS_KEPT = 4096;
/** How far ahead the next opening is looked for. */
const DAYS_AHEAD = 400;

const WEEKDAYS = new Map(
  [
    "mon monday mondays lun lunes",
    "tue tues tuesday tuesdays mar martes",
    "wed wednesday wednesdays mie miercoles",
    "thu thur thurs thursday thursdays jue jueves",
    "fri friday fridays vie viernes",
    "sat saturday saturdays sab sabado sabados",
    "sun sunday sundays dom domingo domingos",
  ].flatMap((names, weekday) => names.split(" ").map((name): [string, number] => [name, weekday])),
);
const EVERY_DAY: ReadonlySet<number> = new Set(WEEKDAYS.values());

const SPAN = String.raw`\d{1,2}:\d\d ?(?:-|a|to) ?\d{1,2}:\d\d`;
const HOURS = new RegExp(`^(?:(?<days>[a-z].*?) )?(?<spans>${SPAN}(?: ?, ?${SPAN})*)$`);

/** `mon-fri 08:00-18:00`, `lun-vie 08:00-12:00,13:00-17:00`, `sábado 08:00-12:00`; without days every day. Undefined: unreadable. */
export function readHours(typed: string): HoursWindow[] | undefined {
  const plain = typed
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\s+/g, " ")
    .trim();
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

/** `mon-fri`, `lun a vie`, `mon,wed`, `sab y dom`, `sat-mon`. */
function readWeekdays(text: string): ReadonlySet<number> | undefined {
  const weekdays = new Set<number>();
  for (const part of text.split(/ ?, ?| y | and /)) {
    const [first, last = first, ...others] = part.split(/ ?- ?| a | to /).map((name) => WEEKDAYS.get(name));
    if (first === undefined || last === undefined || others.length > 0) return undefined;
    for (let day = first; ; day = (day + 1) % 7) {
      weekdays.add(day);
      if (day === last) break;
    }
  }
  return weekdays;
}

/** NaN where it is no time of a day; 24:00 is the day's end. */
function minuteOf(text: string): number {
  const [hour, minute] = text.trim().split(":").map(Number) as [number, number];
  return minute < 60 ? hour * 60 + minute : Number.NaN;
}

const CLOSED = 0;
const OPEN = 1;
/** Open, unless it is a holiday, which nobody can tell. */
const PERHAPS = 2;

/** `unknown`: of what the moment can mean some lies in them and some does not, or the holidays of its year are not known. */
export type HoursVerdict = "inside" | "outside" | "unknown";

/**
 * Tells when people may be contacted. On a holiday everything is closed: also the hours after midnight of a window that
 * began the day before, and those of the day after that the holiday's own window would reach.
 */
export class WorkingHours {
  /** Years of which it was asked and the holidays are not known. */
  readonly uncovered = new Set<number>();
  readonly #minutesOf = new Map<number, Uint8Array>();

  /** Without `holidays` every day is like any other. */
  constructor(
    private readonly windows: readonly HoursWindow[],
    private readonly holidays: Holidays | undefined,
    private readonly zone: TimeZone,
  ) {}

  judge({ first, last }: Pick<Moment, "first" | "last">): HoursVerdict {
    let isOpen = false;
    let isClosed = false;
    let isPerhaps = false;
    for (let minute = Math.floor(first / MINUTE); minute <= Math.floor(last / MINUTE); minute++) {
      const state = this.#stateAt(minute);
      if (state === CLOSED) isClosed = true;
      else if (state === OPEN) isOpen = true;
      else {
        isPerhaps = true;
        this.uncovered.add(this.#yearAt(minute));
      }
      if (isClosed && (isOpen || isPerhaps)) return "unknown";
    }
    if (isPerhaps) return "unknown";
    return isClosed ? "outside" : "inside";
  }

  /** The first instant from `now` on at which they certainly are, or are no longer, open; undefined where none is near. */
  next(wanted: "open" | "closed", now: number): number | undefined {
    const from = Math.floor(now / MINUTE);
    for (let minute = from; minute < from + DAYS_AHEAD * MINUTES; minute++)
      if ((this.#stateAt(minute) === OPEN) === (wanted === "open")) return Math.max(now, minute * MINUTE);
    return undefined;
  }

  #stateAt(minute: number): number {
    const day = Math.floor(minute / MINUTES);
    let minutes = this.#minutesOf.get(day);
    if (minutes === undefined) {
      if (this.#minutesOf.size >= MOST_DAYS_KEPT) this.#minutesOf.clear();
      minutes = Uint8Array.from({ length: MINUTES }, (_, i) => this.#stateOnWall((day * MINUTES + i) * MINUTE));
      this.#minutesOf.set(day, minutes);
    }
    return minutes[minute - day * MINUTES]!;
  }

  #stateOnWall(instant: number): number {
    const wall = this.zone.wallAt(instant);
    const day = Math.floor(wall / DAY);
    const minute = Math.floor((wall - day * DAY) / MINUTE);
    const today = this.#dayState(day);
    if (today === CLOSED) return CLOSED;
    const yesterday = this.#dayState(day - 1);
    let state = CLOSED;
    for (const { weekdays, start, end } of this.windows) {
      if (minute >= start && minute < end && weekdays.has(weekdayOf(day))) state = better(state, today);
      if (minute < end - MINUTES && yesterday !== CLOSED && weekdays.has(weekdayOf(day - 1)))
        state = better(state, today === PERHAPS ? today : yesterday);
    }
    return state;
  }

  #dayState(day: number): number {
    if (this.holidays === undefined) return OPEN;
    if (this.holidays.days.has(day)) return CLOSED;
    return this.holidays.years.has(yearOf(day)) ? OPEN : PERHAPS;
  }

  #yearAt(minute: number): number {
    return yearOf(Math.floor(this.zone.wallAt(minute * MINUTE) / DAY));
  }
}

/** What is open by one window is open, whatever another says. */
function better(one: number, other: number): number {
  if (one === OPEN || other === OPEN) return OPEN;
  return Math.max(one, other);
}
