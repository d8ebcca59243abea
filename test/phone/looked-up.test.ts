// What a person may read in a phone cell is looked up though it stands beside a good number, and a stranger is made of nobody's digits.

import { describe, expect, test } from "vitest";
import { everyNumber } from "../../src/phone/number.js";
import { readCell, tornReadings } from "../../src/phone/read.js";

const NUMBER = "+50370123456";

const SPELLINGS: Record<string, readonly string[]> = {
  "digits typed behind it": [
    "7012-345612",
    "7012-3456123",
    "70123456123",
    "+503 7012-345612",
    "7012-34567111",
    "7012-345625 años",
    "7012-34562024",
    "7012-345624h",
    "7012-345610:30",
    "127012-3456",
  ],
  "a sign that calls its second half an extension": ["7012#3456", "7012x3456", "7012 # 3456"],
  "a prefix glued to a torn half": [
    "05037012,3456",
    "0015037012;3456",
    "+15037012, 3456",
    "15037012:3456",
    "007012\n3456",
    "50307012,3456",
  ],
  "escapes that exports leave": [
    "7012%C2%A03456",
    "7012%E2%80%933456",
    "7012=C2=A03456",
    "7012\\u20133456",
    "7012\\xa03456",
    "7012&amp;nbsp;3456",
    "7012&amp;amp;ndash;3456",
    "7012&middot;3456",
    "7012\\r\\n3456",
    "7012_x000D_3456",
  ],
  "letters and marks that look like digits": [
    "701Z-3456",
    "7º12-3456",
    "70|2-3456",
    "70!23456",
    "7Q12-3456",
    "7D12-34S6",
    "7012-34Sb",
    "七〇一二三四五六",
    "7Ø12-3456",
    "7ø12 3456",
    "7Θ123456",
  ],
};

describe("beside a good number is looked up, too, what has", () => {
  for (const [what, cells] of Object.entries(SPELLINGS))
    test(what, () => {
      for (const cell of cells) {
        const reading = readCell(`7111-2244 / ${cell}`);
        expect(everyNumber(reading), cell).toContain(NUMBER);
        expect(everyNumber(reading), cell).toContain("+50371112244");
      }
    });

  test("a look-alike whose number has a 5, 6, 8 or 9 in its place", () => {
    for (const [cell, national] of [
      ["7012-345S", "70123455"],
      ["7012-B456", "70128456"],
      ["7012-b456", "70126456"],
      ["7012-34g6", "70123496"],
      ["7012-34q6", "70123496"],
    ] as const)
      expect(everyNumber(readCell(`7111-2244, ${cell}`)), cell).toContain(`+503${national}`);
  });
});

test("a number behind a calling code that a mark parts from it is looked up abroad, and is no stranger of this country", () => {
  const ofCodes = { 502: "5012-3456", 504: "2212-3456", 505: "7712-3456", 506: "7012-3456", 507: "6612-3456" };
  for (const [code, own] of Object.entries(ofCodes)) {
    const foreign = `+${code}${own.replace("-", "")}`;
    for (const written of [`+${code}`, code, `(${code})`, `00${code}`, `[+${code}]`, `cod. ${code}`])
      for (const mark of [", ", ": ", "; ", " | ", "\n", " ,", " / ", "/"]) {
        const { numbers, doubtful } = readCell(`${written}${mark}${own}`);
        expect(
          numbers.filter(({ type }) => type !== "foreign"),
          `${written}${mark}${own}`,
        ).toEqual([]);
        expect([...numbers.map(({ e164 }) => e164), ...doubtful], `${written}${mark}${own}`).toContain(foreign);
      }
  }
  for (const [cell, foreign] of [
    ["+1, 305-555-1234", "+13055551234"],
    ["52; 55 1234 5678", "+525512345678"],
    ["+34 | 612 345 678", "+34612345678"],
    ["+502: cel 5012-3456", "+50250123456"],
    ["Ana +502 (casa) 5012-3456", "+50250123456"],
  ] as const) {
    const { numbers, doubtful } = readCell(cell);
    expect([numbers, doubtful.includes(foreign)], cell).toEqual([[], true]);
  }
  for (const cell of ["1) 7130-1111", "Casa 45, 7130-1111", "7130-1111, 502", "503, 7130-1111"])
    expect(everyNumber(readCell(cell)), cell).toContain("+50371301111");
  expect(readCell("1) 7130-1111").numbers).toHaveLength(1);
  // The end of a number is no calling code.
  for (const cell of ["5092-0036 y 5517-4163", "2133 0036 / 7538-6995", "5587-0047, 7454-1624", "7012-0502; 5012-3456"])
    expect(readCell(cell).numbers, cell).toHaveLength(2);
});

test("no number is made of a label's digits and the half of another number", () => {
  for (const [cell, meant] of [
    ["cliente 5488 - 7178 - 0553", "71780553"],
    ["casa 2500 7012 - 3456", "70123456"],
    ["C$6771 7273 - 8553", "72738553"],
    ["USD 5738 7047/3217", "70473217"],
    ["No. 2500 / 7311/7116", "73117116"],
    ["[7269] 7475 - 8477", "74758477"],
    ["saldo 7423 (6920) 2064", "69202064"],
    ["saldo 2500.00 / 75 27 23 49", "75272349"],
    ["grupo 701234 / 78 60 90 64 / G", "78609064"],
    ["2243 6000/6001", "22436001"],
  ] as const) {
    const { numbers, doubtful } = readCell(cell);
    expect([numbers, doubtful.includes(`+503${meant}`)], cell).toEqual([[], true]);
  }
  expect(readCell("503 6208/7731 2025").numbers.map(({ e164 }) => e164)).toEqual(["+50362087731"]);
});

test("a number's own 503 is no second calling code, where what follows the number is taken for its end", () => {
  const marks = [" 911", " / 123", " (101)", " *123#", ".4509"];
  const begins = ["+503 5035-1417", "503-5035-1417", "(503) 5035 1417", "50350351417", "C-503.5035.1417", "+5035-1417"];
  for (const cell of begins.flatMap((begin) => marks.map((mark) => begin + mark))) {
    const { numbers, doubtful } = readCell(cell);
    expect([...numbers.map(({ e164 }) => e164), ...doubtful], cell).toContain("+50350351417");
    expect(numbers.every(({ e164 }) => e164 === "+50350351417")).toBe(true);
  }
  expect(readCell("+503 503 7012-3456").numbers).toMatchObject([{ e164: NUMBER }]);
});

test("a number is looked up whatever stands before a sign within it, or behind it in a run of fours, and beside a mark that may be a wildcard", () => {
  const cells = [
    ..."+7012-3456 *|+7012-3456*|+70123456 #|+ 7012 3456 x|+7012-3456?|+050370123456 *|+504 9123-4567 • 7012-3456".split(
      "|",
    ),
    ..."+1 202 555 0143 7012-3456 ?|+7012-3456 * 7155-2266|+7133-4455 · 7012-3456".split("|"),
    ..."+503 7012#3456|(503) 7012x3456|503-7012#3456|2025 7012#3456|#1 7012#3456|1- 7012#3456 2- 7155-2266".split("|"),
    ..."7133 6455-7012/3456|7133/6455.7012/3456|+503 7133 6455-7012/3456|7155-2266 + 2) 70123456".split("|"),
  ];
  for (const cell of cells) expect(everyNumber(readCell(cell)), cell).toContain(NUMBER);
});

test("an extension is no second half where the number before it is whole", () => {
  expect(readCell("2212-2345 x2025")).toMatchObject({ numbers: [{ e164: "+50322122345" }], doubtful: [] });
});

test("a number torn by a spreadsheet's decimals is one", () => {
  expect(tornReadings(["7012.0", "3456.0"])).toEqual([NUMBER]);
  expect(tornReadings(["7012", "3456.0"])).toEqual([NUMBER]);
});
