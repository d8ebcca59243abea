// The quick look at messages, most of which name nobody.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hasSurelyFew, mayHoldNumber, mayHoldWildcard, readNamed } from "../../src/phone/named.js";
import { withStyledDigits } from "../../src/phone/styled-digits.js";
import { draws } from "../support/draws.js";

const latin = fc.integer({ min: 0, max: 0x24f }).map((unit) => String.fromCharCode(unit));
const pieces = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(..."0123456789oOiIlLaxX* -./#?&%") },
  { weight: 2, arbitrary: latin },
  fc.constantFrom(
    "debe ",
    "o ",
    "¿",
    "í",
    "ø",
    "º",
    "²",
    "½",
    "\u0301",
    "\u200b",
    "７",
    "①",
    "Ⅷ",
    "👍",
    "七",
    "\u00ad",
    "&#55;",
    "%37",
    "guion",
  ),
);

describe("a message that surely holds too few digits", () => {
  test("holds none that could be a number's or a range's, by what looks with care", () => {
    let few = 0;
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 14 }).map((all) => all.join("")),
        (text) => {
          if (!hasSurelyFew(text)) return;
          few++;
          expect([mayHoldNumber(text), mayHoldWildcard(text), withStyledDigits(text)]).toEqual([
            false,
            false,
            undefined,
          ]);
        },
      ),
      { numRuns: draws(20_000) },
    );
    expect(few).toBeGreaterThan(draws(1000));
  });

  test("is told from one that names somebody", () => {
    expect(["me debe 523 dólares", "¿a las 3 o a las 4?", "no, gracias"].map(hasSurelyFew)).toEqual([true, true, true]);
    expect(readNamed("7Ol2-3456")).toEqual(["+50370123456"]);
  });
});
