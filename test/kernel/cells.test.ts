import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { everyNumber } from "../../src/phone/number.js";
import { readCell } from "../../src/phone/read.js";
import { readNumber } from "../support/cell-kernel.js";
import { draws, forAll } from "../support/draws.js";
import { nationalNumbers, plainSpellingsOf, spellingsOf } from "../support/spellings.js";

/** The number that the kernel reads in a cell between two others; -1 where it leaves it to `readCell`. */
function fast(cell: string): number {
  const bytes = Buffer.from(`9${cell}7`);
  return readNumber(bytes, 1, bytes.length - 1);
}

/** Undefined where the lanes agree. */
function disagreement(cell: string): string | undefined {
  const national = fast(cell);
  if (national < 0) return undefined;
  const { numbers, candidates } = readCell(cell);
  const same = numbers.length === 1 && numbers[0]!.e164 === `+503${national}` && candidates.length === 0;
  return same
    ? undefined
    : `${JSON.stringify(cell)}: fast ${national}, careful ${JSON.stringify({ numbers, candidates })}`;
}

const extensions = fc
  .tuple(
    fc.constantFrom(
      " ext. ",
      " ext ",
      " Ext: ",
      " EXT.",
      "ext",
      "x",
      " x ",
      " X",
      " - ext ",
      ", ext. ",
      " text ",
      " e",
      "xt ",
    ),
    fc.integer({ min: 0, max: 99_999_999 }),
    fc.integer({ min: 1, max: 8 }),
    fc.constantFrom("", "", "", "", " ", ".", ".0", "-1"),
  )
  .map(([name, digits, length, after]) => name + String(digits).slice(0, length) + after);

const bare = nationalNumbers.chain((national) => fc.oneof(spellingsOf(national), plainSpellingsOf(national)));
const numbersFrom503 = fc.integer({ min: 50_300_000, max: 50_399_999 }).map(String);
const extended = fc
  .tuple(fc.oneof(nationalNumbers.chain(plainSpellingsOf), numbersFrom503.chain(plainSpellingsOf), bare), extensions)
  .map(([number, extension]) => number + extension);
const decimals = fc
  .tuple(fc.constantFrom("", "", "Tel.", "7013-4567,"), bare)
  .map(([before, cell]) => `${before}${cell}.0`);
const shapes = fc.oneof(
  { weight: 3, arbitrary: bare },
  { weight: 1, arbitrary: extended },
  { weight: 1, arbitrary: decimals },
);

const alphabet = [
  ..."0123456789012345678950350350322277",
  ..." -./()+_'*,:;#xXeEoOlI=\"\t",
  "503",
  "+503",
  "Tel. ",
  "00",
  "ext",
  ", ",
  " y ",
  ".0",
  "\u00a0",
];

const mutated = fc
  .tuple(
    shapes,
    fc.array(
      fc.record({
        at: fc.nat(40),
        remove: fc.constantFrom(0, 0, 1, 1, 2, 4),
        insert: fc.constantFrom("", ...alphabet),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  )
  .map(([cell, edits]) => {
    let text = cell;
    for (const { at, remove, insert } of edits) {
      const index = at % (text.length + 1);
      text = text.slice(0, index) + insert + text.slice(index + remove);
    }
    return text;
  });

const random = fc.array(fc.constantFrom(...alphabet), { maxLength: 24 }).map((parts) => parts.join(""));

describe("the two lanes", () => {
  test("the fast lane answers only what the careful lane gives, without a doubt", () => {
    forAll(draws(25_000), fc.oneof(shapes, mutated, random), (cell) => {
      expect(disagreement(cell)).toBeUndefined();
    });
  });

  test("every cell of ten characters that are digits and separators in the usual places is read alike", () => {
    const failures: string[] = [];
    const separators = ["", " ", "-", ".", "/", "_", " - ", "  ", "(", ")", "+", "'"];
    for (const digits of [
      "22122024",
      "70123456",
      "50370123",
      "50312345",
      "00503701",
      "25122024",
      "20122024",
      "22222222",
    ]) {
      for (let at = 0; at <= 8; at++) {
        for (let other = at; other <= 8; other++) {
          for (const one of separators) {
            for (const two of separators) {
              for (const prefix of ["", "503", "+503 ", "(503) "]) {
                const cell = prefix + digits.slice(0, at) + one + digits.slice(at, other) + two + digits.slice(other);
                const failure = disagreement(cell);
                if (failure) failures.push(failure);
              }
            }
          }
        }
      }
    }
    expect(failures).toEqual([]);
  });

  test("the fast lane reads the plain spellings itself", () => {
    const prefixes = ["", "503", "503 ", "503-", "+503", "+503 ", "+503-", "00503", "00503 ", "(503)", "(503) "].concat(
      ...[
        "(+503) ",
        "+(503) ",
        "Tel. ",
        "Cel: ",
        "TEL:",
        "WhatsApp ",
        "pbx.: ",
        "'",
        "  ",
        "Tel. +503 ",
        "'503",
        "Tel. casa: ",
      ],
    );
    const spelled = prefixes.flatMap((prefix) =>
      [
        "70123456",
        "7012-3456",
        "7012 3456",
        "7012.3456 ",
        "7012- 3456",
        "7012\u00a03456",
        "70123456.0",
        "70123456.00 ",
      ].map((number) => prefix + number),
    );
    expect(spelled.filter((cell) => fast(cell) !== 70123456)).toEqual([]);
    expect(["50312345", "5031-2345", "503 5031 2345"].map(fast)).toEqual([50312345, 50312345, 50312345]);
  });

  test("the fast lane leaves every other cell to the careful lane", () => {
    const others = [
      ...[
        "",
        " ",
        "503",
        "77777777",
        "20123456",
        "80012345",
        "7012345",
        "8001234",
        "801234567",
        "+70123456",
        "701234567",
      ],
      ...["7012345-6", "701-23456", "70-12-34-56", "7012 - 3456", "7012/3456", "7012,3456", "7012_3456", "22-12-2024"],
      ...[
        "5038001234",
        "503 7012345",
        "503503 70123456",
        "011503 70123456",
        "00 503 70123456",
        "503.7012.3456",
        "503/70123456",
      ],
      ...[
        "5.0370123456E+10",
        "7O123456",
        "+5032897.0000",
        "7012.3456.0",
        "7012-3456.0",
        "7012–3456",
        "70123456 70123457",
      ],
      ...["7012-3456 ext. 12", "7012-3456x1", "7012-3456 #12", "#70123456", "7012-3456 / 2201-2409", "7012-3456 casa"],
      ...[
        "A70123456",
        "70123456A",
        "Tel70123456",
        "Cel7012-3456",
        "ext 70123456",
        "Juan 70123456",
        "wa.me/50370123456",
      ],
    ];
    expect(others.filter((cell) => fast(cell) >= 0)).toEqual([]);
  });

  test("a plain spelling is read as its number and nothing else", () => {
    forAll(
      draws(5_000),
      nationalNumbers.chain((national) => fc.tuple(fc.constant(national), plainSpellingsOf(national))),
      ([national, cell]) => {
        const { numbers, candidates } = readCell(cell);
        expect(numbers.map((number) => number.e164)).toEqual([`+503${national}`]);
        expect(candidates).toEqual([]);
      },
    );
  });

  test("any spelling of a number is read as that number or may be it, or its digits are left over", () => {
    forAll(
      draws(20_000),
      nationalNumbers.chain((national) => fc.tuple(fc.constant(national), spellingsOf(national))),
      ([national, cell]) => {
        const reading = readCell(cell);
        const isFound = everyNumber(reading).includes(`+503${national}`);
        expect(isFound || reading.leftover, JSON.stringify(cell)).toBe(true);
      },
    );
  });
});
