// Numbers in any text that nobody could take for anything else, and the look over bytes that must never miss one.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cellText } from "../../src/csv/cells.js";
import { readUnmistakable } from "../../src/phone/unmistakable.js";
import { mayHoldUnmistakable } from "../support/cell-kernel.js";
import { draws } from "../support/draws.js";

const SEPARATORS = ["-", " ", ".", " - ", "–", "\u00a0", "‑", "\u2212", "\u2009", "- ", "&nbsp;", "&#8209;"];

describe("an unmistakable number", () => {
  const spellings = [
    "+50378889999",
    "+503 7888 9999",
    "+503 78 88 99 99",
    "+(503) 7888-9999",
    "(+503) 78889999",
    "(503) 7888-9999",
    "(503)78889999",
    "+503 (0) 7888 9999",
    "00503 7888 9999",
    "0050378889999",
    "00 503 78889999",
    "011 503 78889999",
    "503-78889999",
    "7888-9999",
    "７８８８－９９９９",
    "٧٨٨٨-٩٩٩٩",
    "78\u200b88-9999",
    "https://wa.me/50378889999",
    "wa.me\\50378889999",
    "7888-99\0" + "99",
    "78\u200b88-9999",
    "7888-99\u00ad99",
    "788\u200d8 9999",
    "＋50378889999",
    "＋503 78 88 99 99",
    "＋ 50378889999",
    "⁺50378889999",
    "%2B50378889999",
    "%2B503%207888%209999",
    "+503%2078889999",
    "+503     7888     9999",
    "7888 -  9999",
    "7888 -- 9999",
    "7888\u00a0\u00a0\u00a0\u00a09999",
    "&plus;503 78 88 99 99",
    "&#43;503 78 88 99 99",
    "&#40;503&#41; 788-89-999",
    "tel:\u200e78889999",
    "78𝟖8 9999",
    "7888․9999",
    "7888⋅9999",
    "7888。9999",
    "7888⁻9999",
    "7888∼9999",
    "7888\n9999",
    "+503\n78889999",
    "+503: 78889999",
    "+503/7888/9999",
    "+503(7888)9999",
    "+503, 78889999",
    "00 503 78 88 99 99",
    "00 5037-8889999",
    "00 5037 888 9999",
    "00.503.788.89.999",
    "(7888) 9999",
    "(7888)-9999",
    "[503] 78889999",
    ...SEPARATORS.map((separator) => `7888${separator}9999`),
  ];
  for (const spelling of spellings) {
    test(`is found as ${spelling}, alone and in a sentence`, () => {
      for (const text of [spelling, `José dijo: ${spelling}, a las 10:30 del 2024-05-06`, `(${spelling})`]) {
        expect(readUnmistakable(text)).toContain("+50378889999");
        const bytes = Buffer.from(text);
        expect(mayHoldUnmistakable(bytes, 0, bytes.length), text).toBe(true);
      }
    });
  }

  for (const spelling of ["+50350323051", "0050350323051", "(503)50323051", "+503 503 5032 3051"])
    test(`is found as ${spelling}, though it begins like a calling code`, () => {
      expect(readUnmistakable(`x ${spelling}`)).toContain("+50350323051");
    });

  const others = [
    "78889999",
    "C78889999",
    "06123456-7",
    "2024-05-06 10:20",
    "12,345.67",
    "2023-2024",
    "7888/9999",
    "",
    "550e8400-7012-3456-a716-446655440000",
  ];
  for (const text of others) {
    test(`is not seen in ${text === "" ? "an empty cell" : text}`, () => {
      expect(readUnmistakable(text)).toEqual([]);
    });
  }

  test("is not suspected in the identifier of an event", () => {
    for (const id of ["cfcd2084-9990-4345-8743-dff9f98764da", "ABCD7012-3456-7888-9999-701234567012"])
      for (const [left, right] of [
        ["", ""],
        ["x ", ",sms"],
        ['"', '"'],
      ] as const) {
        const bytes = Buffer.from(left + id + right);
        expect(mayHoldUnmistakable(bytes, 0, bytes.length), bytes.toString()).toBe(false);
      }
  });
});

test("the look over bytes misses no number that is read in their text, in UTF-8 and Windows-1252, whatever stands around it", () => {
  const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
  const piece = fc.oneof(
    fc.constantFrom(
      "503",
      "+503",
      "(503)",
      "00503",
      "00 503",
      "+",
      "(",
      ")",
      "(0)",
      "0",
      "00",
      "011",
      "Tel. ",
      "wa.me/",
    ),
    fc.constantFrom(
      ...SEPARATORS,
      ",",
      ";",
      "/",
      ":",
      "é",
      "José ",
      "%2B",
      "%20",
      "\n",
      "😀",
      "\u200b",
      "\0",
      "\u00ad",
      "\u200e",
      "＋",
      "⁺",
      "&plus;",
      "&#43;",
      "tel:",
      "phone=",
      "wa.me\\",
      "te&#108;:",
      "tel：",
      "[",
      "]",
      "․",
      "\u00c2\u00a0",
      "â€“",
    ),
    digits(1),
    digits(2),
    digits(3),
    fc.constantFrom("7888", "9999", "7012", "2222", "1234"),
    digits(4),
    fc.constantFrom("78889999", "70123456", "22501234"),
    digits(8),
    fc.constantFrom("７８８８", "٩٩٩٩", "𝟖"),
  );
  const uuid = fc.constantFrom(
    "550e8400-7012-3456-a716-446655440000",
    "550E8400-E29B-7012-3456-446655440000",
    "ABCD7012-3456-7888-9999-701234567012",
    "550e8400-7012-3456-a716-44665544",
    "550e8400-7012-3456a716-446655440000",
    "550e8400-00503-78889999-a716-446655440000",
  );
  const border = fc.constantFrom(
    ..."afAFg0-–;&% .x(+/",
    "é",
    "&ndash;",
    "&#45;",
    "%2d",
    "%20",
    "\u2212",
    "\u200b",
    "\u00a0",
  );
  const withUuid = fc
    .tuple(
      fc.array(fc.oneof(border, piece), { maxLength: 3 }),
      uuid,
      fc.array(fc.oneof(border, piece), { maxLength: 3 }),
    )
    .map(([left, it, right]) => [...left, it, ...right]);
  let found = 0;
  fc.assert(
    fc.property(
      fc.oneof({ weight: 3, arbitrary: fc.array(piece, { maxLength: 9 }) }, { weight: 1, arbitrary: withUuid }),
      fc.constantFrom("utf8", "latin1"),
      fc.integer({ min: 0, max: 7 }),
      (pieces, encoding, before) => {
        const cell = Buffer.from(pieces.join(""), encoding as BufferEncoding);
        const numbers = readUnmistakable(cellText(cell, 0, cell.length, false));
        if (numbers.length === 0) return;
        found++;
        // What stands beside the cell is none of it, and must not hide it.
        const bytes = Buffer.concat([Buffer.from("9é7,5x8-".slice(0, before)), cell, Buffer.from(",7")]);
        const start = bytes.length - 2 - cell.length;
        expect(mayHoldUnmistakable(bytes, start, start + cell.length)).toBe(true);
      },
    ),
    { numRuns: draws(20_000) },
  );
  expect(found).toBeGreaterThan(100);
});
