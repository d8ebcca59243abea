import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CellReading } from "../../src/phone/number.js";
import { readCell } from "../../src/phone/read.js";
import { readNumber, readOther } from "../support/cell-kernel.js";
import { draws } from "../support/draws.js";
import { nationalNumbers, plainSpellingsOf, spellingsOf } from "../support/spellings.js";

/** The number that the kernel reads in a cell between two others; -1 where it leaves it to `readCell`. */
function fast(cell: string): number {
  const bytes = Buffer.from(`9${cell}7`);
  return readNumber(bytes, 1, bytes.length - 1);
}

/** What the kernel reads in a cell that is not one plain number; undefined where it leaves it to `readCell`. */
function other(cell: string): CellReading | undefined {
  const bytes = Buffer.from(`1${cell}2`);
  return readOther(bytes, 1, bytes.length - 1);
}

const numbersIn = (cell: string) => other(cell)?.numbers.map(({ e164 }) => e164);

/** Undefined where the lanes agree. */
function disagreement(cell: string): string | undefined {
  const national = fast(cell);
  if (national < 0) return undefined;
  const { numbers, doubtful } = readCell(cell);
  const same = numbers.length === 1 && numbers[0]!.e164 === `+503${national}` && doubtful.length === 0;
  return same
    ? undefined
    : `${JSON.stringify(cell)}: fast ${national}, careful ${JSON.stringify({ numbers, doubtful })}`;
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
const shapes = fc.oneof({ weight: 3, arbitrary: bare }, { weight: 1, arbitrary: extended });

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
    fc.assert(
      fc.property(fc.oneof(shapes, mutated, random), (cell) => {
        expect(disagreement(cell)).toBeUndefined();
      }),
      { numRuns: draws(25_000) },
    );
  });

  test("two numbers that the fast lane reads are those of the careful lane, in order and without a doubt", () => {
    const separator = fc.constantFrom(
      "/",
      " / ",
      ";",
      "; ",
      "|",
      " | ",
      "//",
      " /- ",
      "; Fax: ",
      " / ext. ",
      "/ /",
      " -/ ",
      ", ",
      ",  ",
      ",",
      " , ",
      " y ",
      " Y ",
      "y ",
      " y",
      " y el ",
      " -, ",
      " - y ",
    );
    const two = fc
      .tuple(fc.oneof(shapes, mutated), separator, fc.oneof(shapes, mutated))
      .map((parts) => parts.join(""));
    // Numbers that are near in all their digits, or in four: a switchboard names its others by these.
    const distance = fc.integer({ min: -120, max: 120 });
    const near = fc
      .tuple(nationalNumbers, separator, nationalNumbers, distance, fc.nat(3), fc.constantFrom("", "-", "-", " ", "."))
      .map(([it, between, other, by, which, inside]) => {
        const end = String((Number(it.slice(4)) + by + 10_000) % 10_000).padStart(4, "0");
        const [left, right] = [
          [it.slice(0, 4), end],
          [end, other.slice(4)],
          [other.slice(0, 4), end],
          [other.slice(0, 4), other.slice(4)],
        ][which]!;
        const first = which % 2 === 0 ? it : `${it.slice(0, 4)}${inside}${it.slice(4)}`;
        return `${first}${between}${left}${inside}${right}`;
      });
    // `5092-0036`: the end dials Hungary.
    const dialling = nationalNumbers.map((it) => `${it.slice(0, 4)}00${it.slice(6)}`);
    // Written in every usual way, also such as a calling code or parts of them could be read in.
    const written = fc
      .tuple(
        fc.constantFrom("", "", "+503 ", "(503) ", "503-", "Tel. ", "'"),
        fc.oneof(nationalNumbers, numbersFrom503, dialling),
        fc.constantFrom("-", " ", ".", ""),
        fc.boolean(),
        fc.constantFrom("", "", ".0", " ext. 12", " "),
      )
      .map(([prefix, digits, inside, inPairs, end]) => {
        const groups = inPairs ? digits.match(/../g)! : [digits.slice(0, 4), digits.slice(4)];
        return prefix + groups.join(inside) + end;
      });
    const twoWritten = fc.tuple(written, separator, written).map((parts) => parts.join(""));
    let answered = 0;
    fc.assert(
      fc.property(fc.oneof(two, near, random, twoWritten), (cell) => {
        const reading = other(cell);
        if (reading === undefined) return;
        if (reading.numbers.length === 2) answered++;
        expect({ cell, reading }).toEqual({ cell, reading: readCell(cell) });
      }),
      { numRuns: draws(25_000) },
    );
    expect(answered).toBeGreaterThan(500);
  });

  test("what may be the last four digits of a neighbour leaves two numbers to the careful lane", () => {
    const neighbours = {
      "70117073/7001-4180": 2,
      "2101-3008 / 2100.3108": 1,
      "7464-1160 / 7454-1138": 1,
      "7464-1160, 7454-1138": 1,
      "7464-2160 y 2138-7454": 2,
      "2243-6000/6001-6002": 2,
    };
    for (const [cell, doubtful] of Object.entries(neighbours)) {
      expect(readCell(cell).doubtful, cell).toHaveLength(doubtful);
      expect(other(cell), cell).toBeUndefined();
    }
    for (const cell of ["7464-2160, 2138-1111", "7464-2160 y 2138-1111", "7464-2160, 2138/1111"])
      expect(other(cell), cell).toBeUndefined();
    expect(fast("+503 61/07/98/18")).toBe(61079818);
  });

  test("the fast lane reads pairs in the usual spellings itself", () => {
    for (const cell of [
      "7012-3456 / 2201-2409",
      "7012-3456 / Fax: 2201-2409",
      "70123456;22012409",
      "7012-3456 | 2201-2409",
      "7012-3456, 2201-2409",
      "7012-3456 y 2201-2409",
      "Cel. 7012-3456 Y tel. 2201 2409",
      "+503 7012-3456, +503 2201-2409",
    ])
      expect(numbersIn(cell), cell).toEqual(["+50370123456", "+50322012409"]);
  });

  test("bare digits, DUIs and floats are read alike in both lanes, or left to the careful one", () => {
    const disagreeing: string[] = [];
    const answered: Record<string, number> = {};
    for (let length = 1; length <= 9; length++) {
      const step = length < 5 ? 1 : 7 * 11 ** (length - 5) - 1;
      const last = 10 ** length - 1;
      for (let number = 0; number <= last; number += step) {
        const digits = String(number).padStart(length, "0");
        for (const cell of [digits, `${digits}.0`, `${digits}-${number % 10}`, digits.charAt(0).repeat(length)]) {
          const reading = other(cell);
          if (reading === undefined) continue;
          const reason = reading.reason ?? "read";
          answered[reason] = (answered[reason] ?? 0) + 1;
          if (JSON.stringify(reading) !== JSON.stringify(readCell(cell))) disagreeing.push(cell);
        }
      }
    }
    expect(disagreeing).toEqual([]);
    expect(answered["too-short"]).toBeGreaterThan(30_000);
    expect(answered["legacy-7-digit"]).toBeGreaterThan(5_000);
    expect(answered["looks-like-id"]).toBeGreaterThan(1_000);
    expect(answered.placeholder).toBeGreaterThan(1_000);
    expect(answered.read).toBeGreaterThan(20);
    for (const cell of ["55555", "000000", "1111111", "12 34", "+1234", "12a", "12345678"])
      expect(other(cell), cell).toBeUndefined();
  });

  test("numbers as spreadsheets write them, and with a letter for a digit, are read alike in both lanes", () => {
    const scientific = fc
      .tuple(
        fc.oneof(
          nationalNumbers,
          nationalNumbers.map((it) => `503${it}`),
          fc.nat(999_999_999_999_999).map(String),
        ),
        fc.integer({ min: 0, max: 17 }),
        fc.integer({ min: 0, max: 99 }),
        fc.constantFrom("E+", "E+", "E+", "e+", "E", "E-", "E+ "),
        fc.boolean(),
      )
      .map(([digits, kept, exponent, e, isWhole]) => {
        const decimals = digits.slice(1, isWhole ? undefined : kept + 1);
        return `${digits[0]}.${decimals}${e}${String(isWhole ? digits.length - 1 : exponent).padStart(2, "0")}`;
      });
    const lettered = fc
      .tuple(fc.oneof(nationalNumbers, mutated), fc.nat(9), fc.constantFrom("O", "o", "O", "l", "0O", " O"))
      .map(([cell, at, letter]) => cell.slice(0, at) + letter + cell.slice(at + 1));
    const answered = new Map<string, number>();
    fc.assert(
      fc.property(fc.oneof(scientific, lettered, mutated, random), (cell) => {
        const reading = other(cell);
        if (reading === undefined) return;
        const reason = reading.reason ?? "read";
        answered.set(reason, (answered.get(reason) ?? 0) + 1);
        expect({ cell, reading }).toEqual({ cell, reading: readCell(cell) });
      }),
      { numRuns: draws(20_000) },
    );
    for (const reason of ["read", "spreadsheet-damage", "not-a-number"])
      expect([reason, answered.get(reason) ?? 0]).toEqual([reason, expect.toSatisfy((count) => count > 200)]);
  });

  test("a second slash beside the one between two numbers leaves them to the careful lane", () => {
    for (const cell of ["5036/6009/503-29294713", "50366009/5032/9294713", "7012-3456/2222/0001"])
      expect(other(cell), cell).toBeUndefined();
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

  test("the fast lane reads the usual spellings itself", () => {
    const usual = [
      "70123456",
      "7012-3456",
      "7012 3456",
      "50370123456",
      "+50370123456",
      "0050370123456",
      "(503) 7012-3456",
    ]
      .concat([
        "(+503) 7012-3456",
        "+503 7012 3456",
        "7012.3456",
        "7012/3456",
        "70-12-34-56",
        "70 12 34 56",
        " 7012-3456 ",
      ])
      .concat(["503-7012-3456", "503 70123456", "Tel. 7012-3456", "Cel: 70123456", "WhatsApp 7012-3456", "'70123456"])
      .concat(["7012-3456 ext. 123", "70123456 ext 1", "7012-3456x123", "+503 7012 3456 Ext: 45", "7012-3456 x 900"]);
    expect(usual.map(fast)).toEqual(usual.map(() => 70123456));
    expect(fast("50312345")).toBe(50312345);
  });

  test("the fast lane leaves doubtful cells to the careful lane", () => {
    const doubtful = [
      "22222222",
      "7012345-6",
      "22/12/20 24",
      "22 12/20/24",
      "25-12-2024",
      "22-12-2024",
      "2212-2024-1",
      "7012,3456",
      "80012345",
      "7012345",
      "5038001234",
    ]
      .concat(["7012-3456 /x101", " 00 503 22750480 /x101", "0050353/40/22/45", "00 503-50326115"])
      .concat(["", " ", "503", "+70123456", "701234567", "(503) 26548", "A70123456", "70123456 70123457", "2012-3456"])
      .concat(["7012-3456 ext 1234567", "7012-345 x6", "50350556x0"]);
    expect(doubtful.map(fast)).toEqual(doubtful.map(() => -1));
  });

  test("a plain spelling is read as its number and nothing else", () => {
    fc.assert(
      fc.property(
        nationalNumbers.chain((national) => fc.tuple(fc.constant(national), plainSpellingsOf(national))),
        ([national, cell]) => {
          const { numbers, doubtful } = readCell(cell);
          expect(numbers.map((number) => number.e164)).toEqual([`+503${national}`]);
          expect(doubtful).toEqual([]);
        },
      ),
      { numRuns: draws(5_000) },
    );
  });

  test("any spelling of a number is read as that number, or suspected to be it", () => {
    fc.assert(
      fc.property(
        nationalNumbers.chain((national) => fc.tuple(fc.constant(national), spellingsOf(national))),
        ([national, cell]) => {
          const { numbers, doubtful } = readCell(cell);
          const found = [...numbers.map((number) => number.e164), ...doubtful];
          expect(found, JSON.stringify(cell)).toContain(`+503${national}`);
        },
      ),
      { numRuns: draws(20_000) },
    );
  });
});

test("a prefix that touches the first half leaves two numbers to the careful lane", () => {
  for (const cell of ["5037998-5206/7998 8495", "+5037998-5206/7998 8495"]) expect(other(cell), cell).toBeUndefined();
  expect(other("50379985206 / 79988495")?.numbers).toHaveLength(2);
});
