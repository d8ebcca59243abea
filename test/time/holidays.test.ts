// The holidays of El Salvador in the package, against two computations of Easter that are not its own; files of holidays; and the
// clock of working days, against an oracle that knows no arithmetic but counting days with Date.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { dueDay, type Holidays, readHolidays, workingDaysBetween } from "../../src/time/holidays.js";
import { dayNumber } from "../../src/time/time-zone.js";
import { draws } from "../support/draws.js";
import { REPOSITORY } from "../support/workdir.js";

const DAY = 86_400_000;

/** As almanacs print them. */
const EASTER =
  `2020-04-12 2021-04-04 2022-04-17 2023-04-09 2024-03-31 2025-04-20 2026-04-05 2027-03-28 2028-04-16 2029-04-01
2030-04-21 2031-04-13 2032-03-28 2033-04-17 2034-04-09 2035-03-25 2036-04-13 2037-04-05 2038-04-25 2039-04-10 2040-04-01`.split(
    /\s+/,
  );

/** Gauss, with the corrections for the years in which his rule gives a week too late. */
function gauss(year: number): string {
  const [k, p] = [Math.floor(year / 100), Math.floor((13 + 8 * Math.floor(year / 100)) / 25)];
  const m = (15 - p + k - Math.floor(k / 4)) % 30;
  const n = (4 + k - Math.floor(k / 4)) % 7;
  const a = year % 19;
  const d = (19 * a + m) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + n) % 7;
  const isLate = (d === 29 && e === 6) || (d === 28 && e === 6 && a > 10);
  return new Date(Date.UTC(year, 2, 22 + d + e - (isLate ? 7 : 0))).toISOString().slice(0, 10);
}

function daysBefore(date: string, days: number): string {
  return new Date(new Date(date).getTime() - days * DAY).toISOString().slice(0, 10);
}

test("the holidays of El Salvador are those of its Labour Code, with Holy Week as almanacs have it", () => {
  const text = readFileSync(join(REPOSITORY, "src/time/holidays-sv.txt"), "utf8");
  const dates = [...text.matchAll(/^(\d{4}-\d\d-\d\d) # \S/gm)].map(([, date]) => date!);
  const fixed = "01-01 05-01 05-10 06-17 08-03 08-05 08-06 09-15 11-02 12-25".split(" ");
  const expected = EASTER.flatMap((easter) => {
    const year = easter.slice(0, 4);
    expect(gauss(Number(year))).toBe(easter);
    return [...fixed.map((day) => `${year}-${day}`), ...[3, 2, 1].map((days) => daysBefore(easter, days))];
  });
  expect(dates).toEqual(expected.sort());
  // Every other line is a comment: nothing in it is read by another way.
  expect(read(text).days.size).toBe(dates.length);
  expect([...read(text).years]).toEqual(Array.from({ length: 21 }, (_, i) => 2020 + i));
  expect(text).toMatch(/^# Fuente secundaria/m);
  expect(text).toMatch(/San Salvador/);
});

describe("a file of holidays", () => {
  test("may be written as people write dates, with comments, in any line ends", () => {
    const text = "\uFEFF# Asuetos\r\n\r\n2026-05-01\r\n10/05/2026 # madres\r\n  17 de junio de 2026  \r\n06-ago-2026";
    const days = [dayNumber(2026, 5, 1), dayNumber(2026, 5, 10), dayNumber(2026, 6, 17), dayNumber(2026, 8, 6)];
    expect([...read(text).days]).toEqual(days);
    expect([...read("Fecha\n2026-05-01").days]).toEqual([dayNumber(2026, 5, 1)]);
    expect([...read("03/04/2026").days]).toEqual([dayNumber(2026, 4, 3)]);
  });

  test.each([
    ["12/25/2026", 1],
    ["2026-12-25\n2026-02-30", 2],
    ["# a\n2026-12-25 08:00", 2],
    ["1798178400", 1],
    ["2026-12-25 Navidad", 1],
    ["fecha\n2026-12-25\nNavidad", 3],
  ])("is refused where a line is no day: %j", (text, badLine) => expect(readHolidays(text)).toEqual({ badLine }));

  test("is none without a date", () => {
    for (const text of ["", "\n\n", "# 2026-12-25\n", "Navidad"]) expect(readHolidays(text)).toBeUndefined();
  });
});

function read(text: string): Holidays {
  const holidays = readHolidays(text);
  if (holidays === undefined || "badLine" in holidays) throw new Error("no holidays");
  return holidays;
}

/** A walk through dates as a person would take it with a paper calendar and a pencil. */
class PaperCalendar {
  constructor(private readonly free: ReadonlySet<string>) {}

  /** `2026-11-24` and 20: the day until which there is time. */
  lastDay(asked: string, days: number): string {
    const date = new Date(`${asked}T12:00:00Z`);
    let crossedOut = 0;
    while (crossedOut < days) {
      date.setUTCDate(date.getUTCDate() + 1);
      const name = date.toUTCString().slice(0, 3);
      if (name !== "Sat" && name !== "Sun" && !this.free.has(date.toISOString().slice(0, 10))) crossedOut++;
    }
    return date.toISOString().slice(0, 10);
  }
}

const iso = (day: number) => new Date(day * DAY).toISOString().slice(0, 10);

test("the clock of working days agrees with a paper calendar on random calendars", () => {
  // A generator of its own, so that the draws are the same on every machine and in every run.
  let seed = 20_261_124;
  const draw = (below: number) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  for (let run = 0; run < draws(10_000); run++) {
    const asked = 10_957 + draw(25_000);
    const days = 1 + draw(60);
    const free = new Set(Array.from({ length: draw(40) }, () => iso(asked - 5 + draw(120))));
    const holidays = free.size === 0 ? undefined : read([...free].join("\n"));
    const due = new PaperCalendar(free).lastDay(iso(asked), days);
    expect(iso(dueDay(asked, days, holidays)), `${iso(asked)} ${days} ${[...free]}`).toBe(due);
    const last = Date.parse(due) / DAY;
    expect(workingDaysBetween(asked, last, holidays)).toBe(days);
    expect(workingDaysBetween(last, asked, holidays)).toBe(-days);
  }
});
