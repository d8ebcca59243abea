import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isoMoment, parseMoment } from "../../src/time/dates.js";
import {
  dayStart,
  describeOffset,
  describeSecond,
  EL_SALVADOR,
  LAST_INSTANT,
  parseOffset,
} from "../../src/time/time-zone.js";
import { draws, forAll } from "../support/draws.js";

const SIX_HOURS = 6 * 3600;

const NARROW = "\u202f";

describe("a date cell", () => {
  test("beyond what 32 bits hold is their last second", () => {
    const endless = { first: LAST_INSTANT, last: LAST_INSTANT, bareDay: true };
    expect(parseMoment("9999-12-31", "", "day-first", EL_SALVADOR)).toEqual(endless);
    expect(parseMoment("31/12/9999", "", "unknown", 9 * 3600)).toEqual(endless);
    expect(parseMoment("9999999999", "", "day-first", EL_SALVADOR)).toEqual({ ...endless, bareDay: false });
  });
});

describe("an offset from UTC", () => {
  test("is that of times that name none", () => {
    const at = (date: string, time: string) => parseMoment(date, time, "day-first", 5.75 * 3600)!.first;
    expect(at("24/11/2026 14:05:09", "")).toBe(Date.parse("2026-11-24T08:20:09Z") / 1000);
    expect(at("24/11/2026", "14:05")).toBe(Date.parse("2026-11-24T08:20:00Z") / 1000);
    expect(at("2026-11-24T14:05:09-06", "")).toBe(Date.parse("2026-11-24T20:05:09Z") / 1000);
  });
});

test("a day starts at six in the morning of UTC", () => {
  expect(dayStart(2026, 11, 24)).toEqual(new Date("2026-11-24T06:00:00Z"));
  expect([dayStart(2026, 2, 29), dayStart(2026, 13, 1), dayStart(2026, 0, 1)]).toEqual(Array(3).fill(undefined));
});

const SPANISH = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(" ");
const ENGLISH = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const two = (value: number) => String(value).padStart(2, "0");

/** An instant → its spellings in a zone so far ahead of UTC. All but the last group show no offset. */
function spellings(instant: number, ahead: number) {
  const wall = new Date((instant + ahead) * 1000);
  const [year, month, day] = [wall.getUTCFullYear(), wall.getUTCMonth() + 1, wall.getUTCDate()];
  const [hour, minute, second] = [wall.getUTCHours(), wall.getUTCMinutes(), wall.getUTCSeconds()];
  const half = hour < 12 ? "a" : "p";
  const twelve = hour % 12 === 0 ? 12 : hour % 12;
  const ambiguous = ["/", "-", "."].flatMap((gap) => [
    `${two(day)}${gap}${two(month)}${gap}${year}`,
    `${day}${gap}${month}${gap}${year}`,
    `${two(day)}${gap}${two(month)}${gap}${two(year % 100)}`,
  ]);
  const certain = [
    `${year}-${two(month)}-${two(day)}`,
    `${year}/${month}/${day}`,
    `${year}${two(month)}${two(day)}`,
    `${two(day)}-${SPANISH[month - 1]!.slice(0, 3)}-${two(year % 100)}`,
    `${day} de ${SPANISH[month - 1]} de ${year}`,
    `${SPANISH[month - 1]} ${day}, ${year}`,
    `${ENGLISH[month - 1]} ${day}, ${year}`,
    `${day} ${ENGLISH[month - 1]} ${year}`,
  ];
  const times = [
    `${two(hour)}:${two(minute)}`,
    `${hour}:${two(minute)}:${two(second)}`,
    `${two(hour)}:${two(minute)}:${two(second)}`,
    `${twelve}:${two(minute)} ${half}. m.`,
    `${two(twelve)}:${two(minute)}:${two(second)}${NARROW}${half.toUpperCase()}M`,
  ];
  return { ambiguous, certain, times };
}

const instants = fc.integer({ min: 3 * 86_400, max: Date.UTC(2069, 11, 30) / 1000 });

describe("any instant", () => {
  test("lies within what each of its spellings means, and the day-first ones also where the order is unknown", () => {
    forAll(draws(200), instants, (instant) => {
      const { ambiguous, certain, times } = spellings(instant, -SIX_HOURS);
      const cells = [...ambiguous, ...certain];
      const written = cells.flatMap((date): [string, string][] => [
        [date, ""],
        ...times.flatMap((time): [string, string][] => [
          [`${date} ${time}`, ""],
          [date, time],
        ]),
      ]);
      const wrong = written.flatMap(([date, time]) =>
        (["day-first", "unknown"] as const)
          .filter((order) => {
            const moment = parseMoment(date, time, order, EL_SALVADOR);
            return moment === undefined || moment.first > instant || moment.last < instant;
          })
          .map((order) => `${date} | ${time} | ${order}`),
      );
      expect(wrong).toEqual([]);
    });
  });

  test("is found again by what any offset shows of it", () => {
    forAll(draws(500), instants, fc.integer({ min: -14 * 60, max: 14 * 60 }), (instant, minutes) => {
      const zone = minutes * 60;
      const shown = new Date((instant + zone) * 1000).toISOString();
      for (const cell of [shown.slice(0, 19), shown.slice(0, 16), shown.slice(0, 10)]) {
        const { first, last } = parseMoment(cell, "", "day-first", zone)!;
        expect(first <= instant && instant <= last, cell).toBe(true);
      }
      expect(parseOffset(describeOffset(zone))).toBe(zone);
      const exact = parseMoment(describeSecond(instant, zone), "", "day-first", EL_SALVADOR)!;
      expect([exact.first, exact.last]).toEqual([instant, instant]);
    });
  });
});

const pieces = fc.constantFrom(
  ..."0123456789/-.: ,TZ+".split(""),
  ..."24 11 12 03 2026 26 2026-11-24 24/11/2026 11/24/2026 14:05 :09 .5 T24:00 pm nov de mar 00 -06 +00:00".split(" "),
);
const cells = fc.array(pieces, { maxLength: 9 }).map((parts) => parts.join(""));

test("any cell means a range within 32 bits, which covers both orders where the order is unknown", () => {
  forAll(draws(20_000), cells, cells, (date, time) => {
    const [unknown, ...known] = (["unknown", "day-first", "month-first"] as const).map((order) =>
      parseMoment(date, time, order, EL_SALVADOR),
    );
    expect(known.map((moment) => moment === undefined)).toEqual([unknown === undefined, unknown === undefined]);
    if (unknown === undefined) return;
    expect(0 <= unknown.first && unknown.first <= unknown.last && unknown.last <= LAST_INSTANT).toBe(true);
    expect(unknown.first).toBe(Math.min(...known.map((moment) => moment!.first)));
    expect(unknown.last).toBe(Math.max(...known.map((moment) => moment!.last)));
  });
});

test("what is read from bytes is what the text means, or is left to the reader of text", () => {
  const two = fc.nat(70).map((it) => String(it).padStart(2, "0"));
  const year = fc.constantFrom("1899", "1970", "1971", "2024", "2026", "2106", "2107", "2O24");
  const offset = fc.constantFrom("Z", "-06:00", "+14:00", "-15:00", "+00:60", "", "z", "-0600");
  const parts = fc.tuple(year, two, two, fc.constantFrom("T", " ", "t"), two, two, two, offset);
  let answered = 0;
  forAll(draws(20_000), parts, ([year, month, day, between, hour, minute, second, offset]) => {
    const text = `${year}-${month}-${day}${between}${hour}:${minute}:${second}${offset}`;
    const bytes = Buffer.from(`9${text}9`);
    const cells = { bytes, cellStart: Int32Array.of(1), cellEnd: Int32Array.of(bytes.length - 1) };
    const moment = isoMoment(cells, 0);
    if (moment === undefined) return;
    answered++;
    expect(moment).toEqual({ first: moment.first, last: moment.first, bareDay: false });
    expect(parseMoment(text, "", "day-first", EL_SALVADOR)).toEqual(moment);
  });
  expect(answered).toBeGreaterThan(20);
});
