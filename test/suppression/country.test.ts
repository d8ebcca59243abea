import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  BARRED,
  type Holding,
  NationalFlags,
  NumberSet,
  SEEN,
  SuppressionIndex,
} from "../../src/suppression/country.js";

/** What the index must answer, written down plainly: by number, every list with its first record there. */
class NaiveIndex {
  readonly #holdings = new Map<string, Holding[]>();
  #list = -1;

  beginList(): void {
    this.#list++;
  }

  add(e164: string, record: number): boolean {
    const holdings = this.#holdings.get(e164) ?? [];
    if (holdings.some(({ list }) => list === this.#list)) return false;
    this.#holdings.set(e164, [...holdings, { list: this.#list, record }]);
    return true;
  }

  holdings(e164: string): readonly Holding[] {
    return this.#holdings.get(e164) ?? [];
  }
}

/** Few numbers, many of them in one chain, so that they meet in every way. */
const numbers = fc.oneof(
  fc.integer({ min: 70_123_440, max: 70_123_475 }).map((national) => `+503${national}`),
  fc.constantFrom("+50300000000", "+50399999999", "+50322221111"),
  fc.constantFrom("+5038001234", "+50380012345678", "+50422223333", "+15035551234", "+503701234567", "+5037012345"),
);
/** Entries of a list, with the steps from record to record: mostly 1, sometimes 0 (several numbers) or more (a gap). */
const listsOfEntries = fc.array(fc.array(fc.tuple(numbers, fc.constantFrom(1, 1, 1, 0, 5)), { maxLength: 40 }), {
  maxLength: 5,
});

describe("the index of all suppression lists", () => {
  test("answers as a plain map of numbers to lists and records would", () => {
    fc.assert(
      fc.property(listsOfEntries, (lists) => {
        const index = new SuppressionIndex();
        const naive = new NaiveIndex();
        const asked = new Set(["+50370123456", "+50370123457", "+50422223333"]);
        for (const entries of lists) {
          index.beginList();
          naive.beginList();
          let record = 0;
          for (const [e164, step] of entries) {
            record += step;
            expect(index.add(e164, record)).toBe(naive.add(e164, record));
            asked.add(e164);
          }
        }
        for (const e164 of asked) {
          expect(index.holdings(e164)).toEqual(naive.holdings(e164));
          expect(index.has(e164)).toBe(naive.holdings(e164).length > 0);
        }
      }),
      { numRuns: 150 },
    );
  });

  test("numbers the lists from 0, lists without entries too", () => {
    const index = new SuppressionIndex();
    expect([index.beginList(), index.beginList(), index.beginList()]).toEqual([0, 1, 2]);
    index.addNational(70_123_456, 9);
    expect(index.holdings("+50370123456")).toEqual([{ list: 2, record: 9 }]);
  });

  test("keeps the neighbours of a number apart: they share a byte and a chain", () => {
    const index = new SuppressionIndex();
    index.beginList();
    index.addNational(70_123_456, 1);
    for (let national = 70_123_440; national < 70_123_472; national++) {
      expect(index.has(`+503${national}`)).toBe(national === 70_123_456);
      expect(index.nationalHoldings(national)).toHaveLength(national === 70_123_456 ? 1 : 0);
    }
  });

  test("knows every record of a list longer than one page of entries", () => {
    const index = new SuppressionIndex();
    index.beginList();
    index.addNational(22_000_000, 1);
    index.beginList();
    const size = 600_000;
    // Every tenth record has no number, so the record numbers break off again and again.
    const recordOf = (i: number) => i + 1 + Math.floor(i / 9);
    for (let i = 0; i < size; i++) index.addNational(60_000_000 + i * 3, recordOf(i));
    for (let i = 0; i < size; i += 997)
      expect(index.nationalHoldings(60_000_000 + i * 3)).toEqual([{ list: 1, record: recordOf(i) }]);
    expect(index.nationalHoldings(22_000_000)).toEqual([{ list: 0, record: 1 }]);
    expect(index.nationalHoldings(60_000_001)).toEqual([]);
  });

  test("bars a number, and leaves it unseen", () => {
    const index = new SuppressionIndex();
    index.beginList();
    index.addNational(70_123_456, 1);
    expect(index.flags.get(70_123_456)).toBe(BARRED);
    const seen = new NumberSet(index.flags, SEEN);
    expect(seen.has("+50370123456")).toBe(false);
    seen.add("+50370123457");
    expect(index.has("+50370123457")).toBe(false);
  });
});

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
