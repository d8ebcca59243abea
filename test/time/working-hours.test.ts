// Hours as they are typed, and moments judged by them: against an oracle that asks Intl for the weekday and the time, a minute at a time.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Holidays, readHolidays } from "../../src/time/holidays.js";
import { EL_SALVADOR } from "../../src/time/time-zone.js";
import { readHours, WorkingHours } from "../../src/time/working-hours.js";
import { draws, forAll } from "../support/draws.js";

const at = (text: string) => Date.parse(text) / 1000;
const only = (text: string) => ({ first: at(text), last: at(text) });

describe("hours", () => {
  const weekdaysOf = (typed: string) => readHours(typed)?.map(({ weekdays }) => [...weekdays].sort());
  test.each([
    ["mon-fri 08:00-18:00", [0, 1, 2, 3, 4]],
    ["lun-vie 8:00-18:00", [0, 1, 2, 3, 4]],
    ["lun-vie 8-18", [0, 1, 2, 3, 4]],
    ["LUNES a VIERNES 08:00 a 18:00", [0, 1, 2, 3, 4]],
    ["mié, sáb 08:00–12:00", [2, 5]],
    ["miércoles y sábados 08:00-12:00", [2, 5]],
    ["mar-jue,dom 08:00-12:00", [1, 2, 3, 6]],
    ["Tuesday to Thursday 08:00 to 12:00", [1, 2, 3]],
    ["sat-mon 20:00-02:00", [0, 5, 6]],
    ["00:00-24:00", [0, 1, 2, 3, 4, 5, 6]],
  ])("%s", (typed, weekdays) => expect(weekdaysOf(typed)).toEqual([weekdays]));

  test("of several spans are as many windows, and those over midnight end the day after", () => {
    const spans = readHours("mon 08:00-12:00, 13:00-17:00")!.map(({ start, end }) => [start / 60, end / 60]);
    expect(spans).toEqual([
      [8, 12],
      [13, 17],
    ]);
    expect(readHours("lun-vie 8-18")![0]).toMatchObject({ start: 480, end: 1080 });
    expect(readHours("20:00-02:00")![0]).toMatchObject({ start: 1200, end: 1560 });
    expect(readHours("18:00-00:00")![0]).toMatchObject({ start: 1080, end: 1440 });
  });

  test.each(
    "|mon-fri|08:00|8|mon-fri 8-25|mon-fri 08:00-08:00|mon-fri 08:00-25:00|mon-fri 08:60-18:00"
      .split("|")
      .concat([
        ..."24:00-02:00|workdays 08:00-18:00|mon-wed-fri 08:00-18:00|mon fri 08:00-18:00".split("|"),
        ..."mon-fri 08:00-18:00 x|mon-fri 08:00-18:00,|, 08:00-18:00".split("|"),
      ]),
  )("can't be read: %j", (typed) => expect(readHours(typed)).toBeUndefined());
});

/** Zones without shifts, and how far ahead of UTC they are. */
const ZONES = { "America/El_Salvador": -6, UTC: 0, "Asia/Kolkata": 5.5, "Pacific/Kiritimati": 14 } as const;
const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** Whether the clock on a wall there shows a time of the window, by Intl. */
function isOpenByIntl(
  minute: number,
  zone: string,
  days: readonly number[],
  start: number,
  end: number,
  free: string[],
) {
  const show = (instant: number) => {
    const parts = new Intl.DateTimeFormat("en-GB", {
      ...{ timeZone: zone, weekday: "short", year: "numeric", month: "2-digit", day: "2-digit" },
      ...{ hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
    }).formatToParts(instant);
    const of = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
    return {
      weekday: DAYS.indexOf(of.weekday!),
      date: `${of.year}-${of.month}-${of.day}`,
      minute: Number(of.hour) * 60 + Number(of.minute),
    };
  };
  const now = show(minute * 60_000);
  if (free.includes(now.date)) return false;
  const before = new Date(Date.parse(now.date) - 86_400_000).toISOString().slice(0, 10);
  const isOfToday = days.includes(now.weekday) && now.minute >= start && (end <= start || now.minute < end);
  const isOfYesterday =
    end < start && now.minute < end && days.includes((now.weekday + 6) % 7) && !free.includes(before);
  return isOfToday || isOfYesterday;
}

test("a minute is open where the clock on the wall says so, in every zone and over midnight", () => {
  const midnights = ["2026-03-08", "2026-11-01", "2026-06-17"].map((day) => Date.parse(day) / 60_000);
  const quarter = fc.integer({ min: 0, max: 95 }).map((it) => it * 15);
  forAll(
    draws(1000),
    fc.constantFrom(...(Object.keys(ZONES) as (keyof typeof ZONES)[])),
    fc.subarray([0, 1, 2, 3, 4, 5, 6], { minLength: 1 }),
    fc.tuple(quarter, quarter).filter(([start, end]) => start !== end),
    fc.subarray(["2026-03-07", "2026-03-08", "2026-11-01", "2026-06-18"]),
    fc.constantFrom(...midnights),
    fc.integer({ min: -2880, max: 2880 }),
    (zone, days, [start, end], free, midnight, delta) => {
      const clock = (minute: number) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, "0")}`;
      const typed = `${days.map((day) => DAYS[day]).join(",")} ${clock(start)}-${clock(end)}`;
      const holidays = free.length === 0 ? undefined : (readHolidays(free.join("\n")) as Holidays);
      const hours = new WorkingHours(readHours(typed)!, holidays, ZONES[zone] * 3600);
      const minute = midnight + delta;
      const isOpen = isOpenByIntl(minute, zone, days, start, end, free);
      expect(hours.judge({ first: minute * 60, last: minute * 60 + 59 })).toBe(isOpen ? "inside" : "outside");
    },
  );
});

describe("a moment", () => {
  const zone = EL_SALVADOR;
  const office = new WorkingHours(readHours("mon-fri 08:00-18:00")!, undefined, zone);
  const day = (date: string) => ({ first: at(`${date}T00:00:00-06:00`), last: at(`${date}T23:59:59-06:00`) });

  test("of a bare day is unknown on a day with hours, and outside on one without", () => {
    expect(office.judge(day("2026-11-23"))).toBe("unknown");
    expect(office.judge(day("2026-11-22"))).toBe("outside");
    expect(new WorkingHours(readHours("00:00-24:00")!, undefined, zone).judge(day("2026-11-22"))).toBe("inside");
  });

  test("that may be one of two weekends is outside, and unknown where there is a working day between", () => {
    expect(office.judge({ first: day("2026-11-21").first, last: day("2026-11-22").last })).toBe("outside");
    expect(office.judge({ first: day("2026-11-21").first, last: day("2026-11-29").last })).toBe("unknown");
  });

  test("in a year without known holidays is unknown where it would be inside, and the year is named", () => {
    const hours = new WorkingHours(readHours("mon-fri 08:00-18:00")!, readHolidays("2026-12-25") as Holidays, zone);
    expect(hours.judge(only("2027-01-04T07:00:00-06:00"))).toBe("outside");
    expect([...hours.uncovered]).toEqual([]);
    expect(hours.judge(only("2027-01-04T09:00:00-06:00"))).toBe("unknown");
    expect([...hours.uncovered]).toEqual([2027]);
  });
});
