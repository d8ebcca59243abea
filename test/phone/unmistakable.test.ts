// Numbers in any text that nobody could take for anything else, and the look over bytes that must never miss one.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readUnmistakable } from "../../src/phone/unmistakable.js";
import { mayCount } from "../support/cell-kernel.js";
import { draws } from "../support/draws.js";
import { nationalNumbers } from "../support/spellings.js";

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
        expect(mayCount(bytes, 0, bytes.length), text).toBe(true);
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
});

test("the look over bytes misses no number in a usual spelling, in UTF-8 and Windows-1252, whatever stands around it", () => {
  const prefix = fc.constantFrom(
    ...[
      "",
      "",
      "503 ",
      "+503 ",
      "+503",
      "00503",
      "(503) ",
      "011503",
      "tel:",
      "Tel. ",
      "wa.me/503",
      "%2B503",
      "&#43;503",
      "＋503",
    ],
  );
  const spelled = fc
    .tuple(prefix, nationalNumbers, fc.constantFrom("", ...SEPARATORS), fc.boolean())
    .map(([before, digits, separator, isWide]) => {
      const number = `${digits.slice(0, 4)}${separator}${digits.slice(4)}`;
      return before + (isWide ? number.replace(/\d/g, (it) => String.fromCharCode(it.charCodeAt(0) + 0xfee0)) : number);
    });
  const others = fc.constantFrom(
    "8001234",
    "800-1234",
    "503 900 1234",
    "80012345678",
    "+1 305 555 1234",
    "0013055551234",
  );
  const around = fc
    .array(fc.constantFrom(..."0123456789 -./,;:+()\n", "7012", "503", "José ", "é", "x", "2024-05-06", "&nbsp;"), {
      maxLength: 6,
    })
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(
      ...([around, fc.oneof({ weight: 4, arbitrary: spelled }, others), around] as const),
      fc.constantFrom(" ", "; ", ", ", "|", '"'),
      fc.boolean(),
      (left, number, right, border, isLatin) => {
        const text = `${left}${border}${number}${border}${right}`;
        const encoding = isLatin && /^[\0-\xff]*$/.test(text) ? "latin1" : "utf8";
        const bytes = Buffer.from(text, encoding);
        expect([text, encoding, mayCount(bytes, 0, bytes.length)]).toEqual([text, encoding, true]);
      },
    ),
    { numRuns: draws(20_000) },
  );
});

test("the look over bytes passes over days, times, amounts, short codes and what other digits or letters touch", () => {
  const cells = [
    "2024-12-31",
    "2024-12-31 15:30:00",
    "25-12-2024",
    "25.12.2024",
    "25/12/2024",
    "2512-345",
    "C00000123",
    "1,250.50",
  ];
  const others = [
    "70123456z0",
    "0070123456x",
    "70123456789",
    "7012345",
    "ana.70123456bea@x.sv",
    "cfcd2084-9990-4345-8743-dff9f98764da",
  ];
  for (const text of [...cells, "70123456b", ...others]) {
    const bytes = Buffer.from(text);
    expect([text, mayCount(bytes, 0, bytes.length)]).toEqual([text, false]);
  }
});
