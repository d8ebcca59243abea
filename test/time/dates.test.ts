import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  absentFrom,
  contradictsOrder,
  type DayOrder,
  type Moment,
  parseMoment,
  plainMoment,
  proveDayOrder,
} from "../../src/time/dates.js";
import {
  dayStart,
  describeOffset,
  describeSecond,
  EL_SALVADOR,
  LAST_INSTANT,
  parseOffset,
} from "../../src/time/time-zone.js";
import { draws } from "../support/draws.js";

const SIX_HOURS = 6 * 3600;

/** The clock in El Salvador, by arithmetic of its own. */
function localTime(instant: number): string {
  return new Date((instant - SIX_HOURS) * 1000).toISOString().slice(0, 19).replace("T", " ");
}

function range(moment: Moment | undefined): string {
  return moment === undefined ? "unreadable" : `${localTime(moment.first)} to ${localTime(moment.last)}`;
}

function read(date: string, time = "", order: DayOrder = "day-first"): string {
  return range(parseMoment(date, time, order, EL_SALVADOR));
}

const NBSP = "\u00a0";
const NARROW = "\u202f";

/** Meaning, in El Salvador → the cells that have it, day first where it matters. */
const MEANINGS: Record<string, string[]> = {
  "2026-11-24 00:00:00 to 2026-11-24 23:59:59": [
    "2026-11-24",
    "2026/11/24",
    "2026.11.24",
    "20261124",
    "24/11/2026",
    "24-11-2026",
    "24.11.2026",
    "24 / 11 / 2026",
    "24/11/26",
    "24-11-26",
    " 24/11/2026 ",
    "'24/11/2026",
    '"24/11/2026"',
    '="24/11/2026"',
    "24/11/2026\r",
    `24/11/2026${NBSP}`,
    "\u200e24/11/2026\u200e",
    "２４/１１/２０２６",
    "24-nov-26",
    "24-nov-2026",
    "24-Nov-2026",
    "24-NOV-26",
    "24 nov 2026",
    "24 nov. 2026",
    "24/nov/2026",
    "24 de noviembre de 2026",
    "24 de noviembre del 2026",
    "24 de Noviembre, 2026",
    "24 de noviembre del año 2026",
    "noviembre 24, 2026",
    "noviembre 24 de 2026",
    "Nov 24, 2026",
    "Nov. 24, 2026",
    "November 24th, 2026",
    "24th November 2026",
    "2026-nov-24",
    "2026 Nov 24",
    "martes 24/11/2026",
    "martes, 24 de noviembre de 2026",
    "mar. 24 nov. 2026",
    "mar 24 nov 2026",
    "Tue, 24 Nov 2026",
    "Tuesday, November 24, 2026",
  ],
  "2026-11-24 14:05:00 to 2026-11-24 14:05:59": [
    "2026-11-24 14:05",
    "2026-11-24T14:05",
    "2026-11-24T14:05-06:00",
    "2026-11-24T20:05Z",
    "20261124T1405",
    "202611241405",
    "24/11/2026 14:05",
    "24/11/2026  14:05",
    "24/11/2026, 14:05",
    "24/11/2026 - 14:05",
    "24/11/2026 a las 14:05",
    "24/11/26 14:05",
    "24/11/2026 14:05 hrs.",
    "24/11/2026 14:05h",
    "24/11/2026 2:05 p. m.",
    `24/11/2026 2:05${NARROW}p.${NBSP}m.`,
    `24/11/2026, 2:05${NARROW}PM`,
    "24/11/2026 02:05 p.m.",
    "24/11/2026 2:05 pm",
    "24/11/2026 2:05PM",
    "24/11/2026 14:05 p. m.",
    "24 de noviembre de 2026, 2:05 p. m.",
    "Nov 24, 2026 2:05 PM",
    "Nov 24, 2026 at 2:05 PM",
    "24-nov-26 14:05",
  ],
  "2026-11-24 14:05:09 to 2026-11-24 14:05:09": [
    "2026-11-24 14:05:09",
    "2026-11-24T14:05:09",
    "2026-11-24T14:05:09.123",
    "2026-11-24 14:05:09,123",
    "2026-11-24T20:05:09Z",
    "2026-11-24t20:05:09z",
    "2026-11-24T20:05:09.123456Z",
    "2026-11-24 20:05:09+00",
    "2026-11-24 14:05:09-06",
    "2026-11-24 14:05:09.5-06",
    "2026-11-24 14:05:09 -0600",
    "2026-11-24T14:05:09-06:00",
    "2026-11-24T14:05:09\u221206:00",
    "2026-11-25T01:35:09+05:30",
    "2026-11-24 20:05:09 UTC",
    "20261124T200509Z",
    "20261124T140509",
    "20261124 14:05:09",
    "20261124140509",
    "20261124T140509-0600",
    "2026/11/24 14:05:09",
    "24/11/2026 14:05:09",
    "24/11/2026T14:05:09",
    "24.11.2026 14:05:09",
    "24/11/2026 02:05:09 p.m.",
    "24/11/2026, 2:05:09 p. m.",
    "Tue, 24 Nov 2026 20:05:09 +0000",
    "Tue, 24 Nov 2026 20:05:09 GMT",
    "Tue Nov 24 2026 14:05:09 GMT-0600 (Central Standard Time)",
    "1795550709",
    "1795550709.75",
    "1795550709000",
    "1795550709999",
    "'1795550709",
  ],
  "2026-11-24 14:00:00 to 2026-11-24 14:59:59": ["24/11/2026 2 p. m."],
  "2026-11-24 00:05:00 to 2026-11-24 00:05:59": ["24/11/2026 12:05 a. m.", "24/11/2026 00:05", "24/11/2026 0:05 am"],
  "2026-11-24 12:05:00 to 2026-11-24 12:05:59": ["24/11/2026 12:05 p. m.", "24/11/2026 12:05", "24/11/2026 0:05 p. m."],
  "2026-11-25 00:00:00 to 2026-11-25 00:00:00": ["2026-11-24T24:00:00"],
  "2026-03-03 00:00:00 to 2026-03-03 23:59:59": [
    "03-mar-26",
    "3 mar 2026",
    "mar 3, 2026",
    "Mar-03-2026",
    "03-Mar-2026",
    "3/3/2026",
    "3-3-26",
    "2026-3-3",
    "3rd March 2026",
    "martes 3 de marzo de 2026",
    "mar 3/3/2026",
  ],
  "2026-04-03 00:00:00 to 2026-04-03 23:59:59": ["03/04/2026", "3/4/2026", "3.4.26", "03-abr-26", "Apr 3, 2026"],
  "2026-01-01 00:00:00 to 2026-01-01 23:59:59": ["1º de enero de 2026", "1.º de enero de 2026", "1o de ene 2026"],
  "2026-09-07 00:00:00 to 2026-09-07 23:59:59": ["7 sept 2026", "7 set. 2026", "7-sep-26", "7 de setiembre de 2026"],
  "2026-08-07 00:00:00 to 2026-08-07 23:59:59": ["7-ago-26", "7 Aug 2026"],
  "2026-12-07 00:00:00 to 2026-12-07 23:59:59": ["7-dic-26", "7 Dec 2026", "lun 7/12/2026"],
  "2028-02-29 00:00:00 to 2028-02-29 23:59:59": ["29/02/2028", "2028-02-29"],
  // Only the other order makes it real.
  "2026-11-25 00:00:00 to 2026-11-25 23:59:59": ["11/25/2026", "11-25-26"],
  "1999-12-31 00:00:00 to 1999-12-31 23:59:59": ["31/12/99", "31-dic-99", "1999-12-31"],
  "2069-12-31 00:00:00 to 2069-12-31 23:59:59": ["31/12/69"],
  "1970-12-31 00:00:00 to 1970-12-31 23:59:59": ["31/12/70"],
};

const UNREADABLE = [
  "",
  " ",
  "-",
  "NULL",
  "ayer",
  "infinity",
  "31/02/2026",
  "29/02/2026",
  "2026-02-29",
  "2026-13-01",
  "2026-00-10",
  "2026-11-00",
  "13/25/2026",
  "0/11/2026",
  "24/11/206",
  "24/11/20266",
  "24/11",
  "24/11-2026",
  "nov 2026",
  "nov-26",
  "24 nov 14:05",
  "Nov 24, 10:05 AM",
  "24 de nunca de 2026",
  "24/11/2026 25:00",
  "24/11/2026 24:01",
  "24/11/2026 14:60",
  "24/11/2026 14:05:60",
  "24/11/2026 14",
  "24/11/2026 14:05 a. m.",
  "24/11/2026 14:05 ayer",
  "24/11/2026 14:05 CST",
  "2026-11-24T14:05:09+15:00",
  "2026-11-24T14:05:09-06:60",
  "2026-11-24T14:05:09Z-06",
  "2026-11-24 y 2026-11-25",
  "24/11/2026 25/11/2026",
  "45000",
  "45000.5",
  "1.7958E+09",
  "1,7958E+09",
  "179555070",
  "17955507090",
  "-1795550709",
  "0179555070",
  "70123456",
  "ya no me llamen ".repeat(20),
  // What programs write for no date.
  "0001-01-01",
  "0001-01-01T00:00:00Z",
  "01/01/1900",
  "1899-12-30 00:00:00",
  "1970-01-01",
  "1970-01-01T00:00:00Z",
  "1969-12-31 18:00:00",
  "0000-00-00",
];

describe("a date cell", () => {
  const rows = Object.entries(MEANINGS).flatMap(([meaning, cells]) => cells.map((cell) => [cell, meaning]));
  test.each(rows)("%j means %s", (cell, meaning) => {
    expect(read(cell!)).toBe(meaning);
  });

  test.each(UNREADABLE)("%j is unreadable, in every order", (cell) => {
    const orders: DayOrder[] = ["day-first", "month-first", "unknown"];
    expect(orders.map((order) => read(cell, "", order))).toEqual(["unreadable", "unreadable", "unreadable"]);
  });

  test("says whether it names a time of day", () => {
    const bare = (date: string, time: string) => parseMoment(date, time, "day-first", EL_SALVADOR)!.bareDay;
    expect([bare("24/11/2026", ""), bare("24/11/2026", "NULL"), bare("24 nov 2026", "")]).toEqual([true, true, true]);
    expect([bare("24/11/2026", "14:05"), bare("24/11/2026 00:00", ""), bare("1795550709", "")]).toEqual([
      false,
      false,
      false,
    ]);
  });

  test("beyond what 32 bits hold is their last second", () => {
    const endless = { first: LAST_INSTANT, last: LAST_INSTANT, bareDay: true };
    expect(parseMoment("9999-12-31", "", "day-first", EL_SALVADOR)).toEqual(endless);
    expect(parseMoment("31/12/9999", "", "unknown", 9 * 3600)).toEqual(endless);
    expect(parseMoment("9999999999", "", "day-first", EL_SALVADOR)).toEqual({ ...endless, bareDay: false });
  });
});

describe("the order of day and month", () => {
  test("is followed where it is known, and both readings count where it is not", () => {
    expect(read("03/04/2026", "", "day-first")).toBe("2026-04-03 00:00:00 to 2026-04-03 23:59:59");
    expect(read("03/04/2026", "", "month-first")).toBe("2026-03-04 00:00:00 to 2026-03-04 23:59:59");
    expect(read("03/04/2026", "", "unknown")).toBe("2026-03-04 00:00:00 to 2026-04-03 23:59:59");
    expect(read("04/03/2026", "", "unknown")).toBe("2026-03-04 00:00:00 to 2026-04-03 23:59:59");
    expect(read("4-3-26 2:05 pm", "", "unknown")).toBe("2026-03-04 14:05:00 to 2026-04-03 14:05:59");
    expect(read("03/04/2026", "14:05:09", "unknown")).toBe("2026-03-04 14:05:09 to 2026-04-03 14:05:09");
    expect(read("05/05/2026", "", "unknown")).toBe("2026-05-05 00:00:00 to 2026-05-05 23:59:59");
  });

  test("gives way to a cell that only the other makes real", () => {
    expect(read("24/11/2026", "", "month-first")).toBe("2026-11-24 00:00:00 to 2026-11-24 23:59:59");
    expect(read("24/11/2026", "", "unknown")).toBe("2026-11-24 00:00:00 to 2026-11-24 23:59:59");
    expect(read("11/24/2026 14:05", "", "unknown")).toBe("2026-11-24 14:05:00 to 2026-11-24 14:05:59");
  });

  test("is nothing to a year-first date, a month's name or an epoch", () => {
    for (const cell of ["2026-04-03", "20260403", "3 abr 2026", "Apr 3, 2026"]) {
      expect(read(cell, "", "month-first")).toBe("2026-04-03 00:00:00 to 2026-04-03 23:59:59");
      expect(contradictsOrder(cell, "month-first")).toBe(false);
    }
  });

  const proofs: [string[], DayOrder, boolean][] = [
    [[], "unknown", false],
    [["03/04/2026", "", "2026-11-24", "24 nov 2026", "1795550709"], "unknown", false],
    [["03/04/2026", "24/11/2026"], "day-first", false],
    [["martes 24/11/26 2:05 p. m."], "day-first", false],
    [["03/04/2026", "11/24/2026 14:05"], "month-first", false],
    [["24/11/2026", "11/24/2026"], "unknown", true],
    [["11/24/2026", "03/04/2026", "24/11/2026", "11/24/2026"], "unknown", true],
    [["31/02/2026", "13/25/2026", "24/11/2026 25:00"], "unknown", false],
  ];
  test.each(proofs)("of %j is %s, contradicted: %s", (cells, order, contradicts) => {
    expect(proveDayOrder(cells)).toEqual({ order, contradicts });
  });

  test("is contradicted by a single cell that only the other makes real", () => {
    expect(contradictsOrder("11/25/2026", "day-first")).toBe(true);
    expect(contradictsOrder("25/11/2026", "month-first")).toBe(true);
    expect(contradictsOrder("25/11/2026", "day-first")).toBe(false);
    expect(contradictsOrder("03/04/2026", "day-first")).toBe(false);
    expect(contradictsOrder("31/02/2026", "month-first")).toBe(false);
    expect(contradictsOrder("11/25/2026", "unknown")).toBe(false);
  });
});

describe("the cell of an hora column", () => {
  const rows: [string, string, string][] = [
    ["24/11/2026", "14:05", "2026-11-24 14:05:00 to 2026-11-24 14:05:59"],
    ["24/11/2026", "14:05:09", "2026-11-24 14:05:09 to 2026-11-24 14:05:09"],
    ["24/11/2026", "2:05 p. m.", "2026-11-24 14:05:00 to 2026-11-24 14:05:59"],
    ["24/11/2026", "'02:05:09 p.m.", "2026-11-24 14:05:09 to 2026-11-24 14:05:09"],
    ["24/11/2026", "20:05:09Z", "2026-11-24 14:05:09 to 2026-11-24 14:05:09"],
    ["24-nov-26", "2 pm", "2026-11-24 14:00:00 to 2026-11-24 14:59:59"],
    // A day written as its midnight.
    ["24/11/2026 00:00:00", "14:05:09", "2026-11-24 14:05:09 to 2026-11-24 14:05:09"],
    ["24/11/2026 12:00 a. m.", "14:05:09", "2026-11-24 14:05:09 to 2026-11-24 14:05:09"],
    ["2026-11-24T00:00:00Z", "14:05:09", "2026-11-24 08:05:09 to 2026-11-24 14:05:09"],
    // Two times: either may hold.
    ["24/11/2026 08:00:00", "14:05:09", "2026-11-24 08:00:00 to 2026-11-24 14:05:09"],
    ["24/11/2026 18:00:00", "14:05:09", "2026-11-24 14:05:09 to 2026-11-24 18:00:00"],
    ["1795550709", "14:05", "2026-11-24 14:05:00 to 2026-11-24 14:05:59"],
    // Nothing said, or nothing that can be read.
    ["24/11/2026", " - ", "2026-11-24 00:00:00 to 2026-11-24 23:59:59"],
    ["24/11/2026", "25:00", "unreadable"],
    ["24/11/2026", "14", "unreadable"],
    ["24/11/2026", "1405", "unreadable"],
    ["24/11/2026", "0.58680", "unreadable"],
    ["24/11/2026", "25/11/2026 14:05", "unreadable"],
    ["24/11/2026", "24/11/2026", "unreadable"],
    ["", "14:05", "unreadable"],
  ];
  test.each(rows)("with %j: %j means %s", (date, time, meaning) => {
    expect(read(date, time)).toBe(meaning);
  });
});

describe("an offset from UTC", () => {
  test.each([
    ["-06:00", -6],
    ["-0600", -6],
    ["-06", -6],
    ["+5:45", 5.75],
    ["UTC-6", -6],
    ["Z", 0],
    ["utc", 0],
    ["+14:00", 14],
  ])("%s is read", (text, hours) => expect(parseOffset(text)).toBe(hours * 3600));

  test.each(["", "6", "-", "+15:00", "-06:60", "America/El_Salvador", "CST"])("%j is none", (text) =>
    expect(parseOffset(text)).toBeUndefined(),
  );

  test("is that of times that name none", () => {
    const at = (date: string, time: string) => parseMoment(date, time, "day-first", 5.75 * 3600)!.first;
    expect(at("24/11/2026 14:05:09", "")).toBe(Date.parse("2026-11-24T08:20:09Z") / 1000);
    expect(at("24/11/2026", "14:05")).toBe(Date.parse("2026-11-24T08:20:00Z") / 1000);
    expect(at("2026-11-24T14:05:09-06", "")).toBe(Date.parse("2026-11-24T20:05:09Z") / 1000);
  });
});

describe("an entry that expires", () => {
  const absent = (expires: string, order: DayOrder = "day-first") =>
    localTime(absentFrom(parseMoment(expires, "", order, EL_SALVADOR)!.last, EL_SALVADOR));

  test("is absent from the start of the day after", () => {
    expect(absent("24/11/2026")).toBe("2026-11-25 00:00:00");
    expect(absent("24/11/2026 00:00:00")).toBe("2026-11-25 00:00:00");
    expect(absent("24/11/2026 23:59")).toBe("2026-11-25 00:00:00");
    expect(absent("2026-11-24T05:59:59Z")).toBe("2026-11-24 00:00:00");
    expect(absent("2026-11-24T06:00:00Z")).toBe("2026-11-25 00:00:00");
  });

  test("stands until the later reading", () => {
    expect(absent("03/04/2026", "unknown")).toBe("2026-04-04 00:00:00");
  });

  test("beyond what 32 bits hold never is", () => {
    expect(absentFrom(parseMoment("9999-12-31", "", "day-first", EL_SALVADOR)!.last, EL_SALVADOR)).toBe(LAST_INSTANT);
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
    fc.assert(
      fc.property(instants, (instant) => {
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
      }),
      { numRuns: draws(200) },
    );
  });

  test("is found again by what any offset shows of it", () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: -14 * 60, max: 14 * 60 }), (instant, minutes) => {
        const zone = minutes * 60;
        const shown = new Date((instant + zone) * 1000).toISOString();
        for (const cell of [shown.slice(0, 19), shown.slice(0, 16), shown.slice(0, 10)]) {
          const { first, last } = parseMoment(cell, "", "day-first", zone)!;
          expect(first <= instant && instant <= last, cell).toBe(true);
        }
        expect(parseOffset(describeOffset(zone))).toBe(zone);
        const exact = parseMoment(describeSecond(instant, zone), "", "day-first", EL_SALVADOR)!;
        expect([exact.first, exact.last]).toEqual([instant, instant]);
      }),
      { numRuns: draws(500) },
    );
  });
});

describe("any cell", () => {
  const pieces = fc.constantFrom(
    ..."0123456789/-.: ,TZ+".split(""),
    ..."24 11 12 03 2026 26 2026-11-24 24/11/2026 11/24/2026 14:05 :09 .5 T24:00 pm nov de mar 00 -06 +00:00".split(
      " ",
    ),
  );
  const cells = fc.array(pieces, { maxLength: 9 }).map((parts) => parts.join(""));

  test("means a range within 32 bits, which covers both orders where the order is unknown", () => {
    fc.assert(
      fc.property(cells, cells, (date, time) => {
        const [unknown, ...known] = (["unknown", "day-first", "month-first"] as const).map((order) =>
          parseMoment(date, time, order, EL_SALVADOR),
        );
        expect(known.map((moment) => moment === undefined)).toEqual([unknown === undefined, unknown === undefined]);
        if (unknown === undefined) return;
        expect(0 <= unknown.first && unknown.first <= unknown.last && unknown.last <= LAST_INSTANT).toBe(true);
        expect(unknown.first).toBe(Math.min(...known.map((moment) => moment!.first)));
        expect(unknown.last).toBe(Math.max(...known.map((moment) => moment!.last)));
      }),
      { numRuns: draws(20_000) },
    );
  });
});

test("what is read from bytes at once is what the text means, or is left to whoever reads it", () => {
  const two = fc.nat(70).map((it) => String(it).padStart(2, "0"));
  const year = fc.constantFrom("1899", "1970", "1971", "2024", "2026", "2106", "2107", "2O24");
  const offset = fc.constantFrom("Z", "-06:00", "+14:00", "-15:00", "+00:60", "", "z", "-0600");
  const parts = fc.tuple(year, two, two, fc.constantFrom("T", " ", "t"), two, two, two, offset);
  let answered = 0;
  fc.assert(
    fc.property(parts, ([year, month, day, between, hour, minute, second, offset]) => {
      const text = `${year}-${month}-${day}${between}${hour}:${minute}:${second}${offset}`;
      const bytes = Buffer.from(`9${text}9`);
      const cells = { bytes, cellStart: Int32Array.of(1), cellEnd: Int32Array.of(bytes.length - 1) };
      const moment = plainMoment(cells, 0);
      if (moment === undefined) return;
      answered++;
      expect(moment).toEqual({ first: moment.first, last: moment.first, bareDay: false });
      expect(parseMoment(text, "", "day-first", EL_SALVADOR)).toEqual(moment);
    }),
    { numRuns: draws(20_000) },
  );
  expect(answered).toBeGreaterThan(20);
});
