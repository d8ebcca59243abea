import fc from "fast-check";
import { expect, test } from "vitest";
import { BARRED, NationalFlags, NumberSet, SEEN } from "../../src/suppression/country.js";

/** Few numbers, many of them in one chain, so that they meet in every way. */
const numbers = fc.oneof(
  fc.integer({ min: 70_123_440, max: 70_123_475 }).map((national) => `+503${national}`),
  fc.constantFrom("+50300000000", "+50399999999", "+50322221111"),
  fc.constantFrom("+5038001234", "+50380012345678", "+50422223333", "+15035551234", "+503701234567", "+5037012345"),
);

test("the two flags of all numbers are independent of each other", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 99_999_999 }), fc.constantFrom(BARRED, SEEN)), { maxLength: 60 }),
      (marks) => {
        const flags = new NationalFlags();
        const expected = new Map<number, number>();
        for (const [national, flag] of marks) {
          flags.add(national, flag);
          expected.set(national, (expected.get(national) ?? 0) | flag);
        }
        for (const [national] of marks)
          for (const near of [national - 1, national, national + 1].filter((it) => it >= 0 && it <= 99_999_999))
            expect(flags.get(near)).toBe(expected.get(near) ?? 0);
      },
    ),
  );
});

test("a set of numbers holds what was added, of any length and country, and nothing else", () => {
  fc.assert(
    fc.property(fc.uniqueArray(numbers), (added) => {
      const set = new NumberSet(new NationalFlags(), SEEN);
      const [absent, ...present] = added;
      for (const e164 of present) set.add(e164);
      for (const e164 of present) expect(set.has(e164)).toBe(true);
      if (absent !== undefined) expect(set.has(absent)).toBe(false);
    }),
  );
});
