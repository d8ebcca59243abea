// Numbers that a cell could mean besides those it certainly means: a suppression entry suppresses them all, and a phone
// list's cell is looked up under each. Every case was a cell under which an opted-out number once came out clean.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCell } from "../../src/phone/read.js";
import { draws } from "../support/draws.js";
import { nationalNumbers } from "../support/spellings.js";

const certain = (cell: string) => readCell(cell).numbers.map((number) => number.e164);
const all = (cell: string) => [...certain(cell), ...readCell(cell).doubtful];

describe("a cell could mean", () => {
  test.each([
    ["+50323816502 al +50323816506", "+50323816504", "a number inside a range between two whole international ones"],
    ["+503 2381-6502 - +503 2381-6506", "+50323816504", "the same with a dash"],
    ["2194-9208 al 04", "+50321949206", "a number inside a range that runs down"],
    ["2194-9208 al 04", "+50321949304", "or one that runs on into the next hundred"],
    ["2428-7106 al 2428-7102", "+50324287104", "a number inside a range between whole numbers that runs down"],
    ["395-9803 al 07", "+50323959805", "a number inside a range of old seven-digit ones"],
    ["395-9803 y 04", "+50323959804", "an old number's neighbour"],
    ["2436-6804/6805/6806", "+50324366806", "a switchboard's other numbers by their last four digits"],
    ["2436-6804 6805 6806", "+50324366805", "the same behind spaces"],
    ["000024401521", "+50324401521", "a number that a fixed width filled with zeros"],
    ["0053333798", "+50353333798", "a number filled to ten digits, which dials Cuba"],
    ["00050357612767", "+50357612767", "a zero too many before 00503"],
    ["0000000050357612767", "+50357612767", "a number with 503 filled to any width"],
    ["2194-9208 al 0021949212", "+50321949210", "a number inside a range to one that is filled with zeros"],
    ["24769593 al 0024769614", "+50324769600", "the same where the zeros also dial another country"],
    [
      "5034-1122 al 5034-1129 - 30",
      "+50350341126",
      "a number inside a range of mobiles that begin 503, one more behind it",
    ],
    ["00676/33015", "+67633015", "a short number of another country, a slash behind its calling code"],
    ["Tel. 2333-5202 / 0068640602", "+68640602", "the same beside another number"],
    ["801-1327", "+50378011327", "an old mobile number, for only 800 and 900 stayed as they were in 2005"],
    ["(503) 8011327", "+50378011327", "the same behind 503"],
    ["2453-llOl", "+50324531101", "letters for all of the last four digits"],
    [
      "503 503 61 23 45 67 24/7",
      "+50361234567",
      "a number behind two calling codes, of which one begins another number",
    ],
    ["22 61 23 45 67 70 12 34", "+50361234567", "a number in pairs of which others could be made, too"],
    ["E5 503-6728-2464  2026", "+50367282464", "a number whose 503 also ends another one"],
    ["5_(503) 7586-7041/1234", "+50375867041", "the same where pieces of it would be other numbers"],
  ])("%s: %s, %s", (cell, e164) => {
    expect(all(cell)).toContain(e164);
  });

  test.each([
    "2243-6000/6001/6002",
    "22436000/6001/6002",
    "(503) 2243-6000 / 6001 / 6002",
    "2243-6000 - 6001 - 6002",
    "2243-6000/6001/6002/6003/6004",
  ])("%s: certainly the first number only, for the mobile that the rest would be is another person's", (cell) => {
    expect(certain(cell)).toEqual(["+50322436000"]);
    expect(all(cell)).toContain("+50322436001");
    expect(all(cell)).toContain("+50322436002");
  });

  test.each(["503 503 61 23 45 67 24/7", "503 503 61 23 45 67 24"])(
    "%s: certainly no number, for nobody can say where one begins",
    (cell) => expect(certain(cell)).toEqual([]),
  );

  test.each(["50321000 *555", "5032-1000 555", "5032-1000 / 555"])(
    "%s: a mobile that begins 503, and certainly no number that takes the three digits in",
    (cell) => {
      expect(all(cell)).toContain("+50350321000");
      expect(certain(cell)).not.toContain("+50321000555");
    },
  );

  test("two numbers whose halves stand behind spaces stay two certain numbers", () => {
    expect(certain("2243 6000 7012 3456")).toEqual(["+50322436000", "+50370123456"]);
    expect(certain("2243-6000 7012 3456")).toEqual(["+50322436000", "+50370123456"]);
  });
});

describe("a number written plainly", () => {
  const spelled = [
    (n: string) => n,
    (n: string) => `${n.slice(0, 4)}-${n.slice(4)}`,
    (n: string) => `+503${n}`,
    (n: string) => `+503 ${n.slice(0, 4)}-${n.slice(4)}`,
    (n: string) => `(503) ${n.slice(0, 4)}-${n.slice(4)}`,
    (n: string) => `503${n}`,
  ];
  const noise = fc.constantFrom(
    ..."Tel. Cel: casa Juan (casa) [x] PBX Fax WhatsApp lunes N/A S/N km zona *555 100% $10.50 E5 24/7".split(" "),
    ...["ext. 12", "x12", "int. 5", "12/03/2024", "2024-03-12", "10:30", "No. 5", "Apto 3-B", "#4", "2do", "1°"],
    ...["04567891-2", "0614-010190-101-2", "a@b.com", "+1 212 555 2368", "222-1234", "7712-3456", "22334455"],
  );
  const between = fc.constantFrom(" ", "  ", ", ", "; ", " / ", " - ", " | ", " y ", " o ", "\n", " (", ") ");
  const aside = fc.array(fc.tuple(noise, between), { maxLength: 3 });

  test("is always among what a cell could mean, whatever stands beside it", () => {
    fc.assert(
      fc.property(nationalNumbers, fc.constantFrom(...spelled), aside, aside, (national, spell, before, after) => {
        const left = before.map(([text, gap]) => text + gap).join("");
        const right = after.map(([text, gap]) => gap + text).join("");
        expect(all(left + spell(national) + right)).toContain(`+503${national}`);
      }),
      { numRuns: draws(2000) },
    );
  });
});
