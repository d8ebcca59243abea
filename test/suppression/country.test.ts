import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  BARRED,
  FREE,
  type Holding,
  NationalStates,
  nationalOf,
  SEEN,
  SeenNumbers,
  SuppressionIndex,
  WITHHELD,
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
          const national = nationalOf(e164);
          if (national < 0) continue;
          const entry = index.onlyEntry(national);
          const only = entry < 0 ? [] : [{ list: index.listOf(entry), record: index.recordOf(entry) }];
          expect(only).toEqual(naive.holdings(e164).length === 1 ? naive.holdings(e164) : []);
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

  test("asks ahead for numbers of every kind, and changes nothing by it", () => {
    const index = new SuppressionIndex();
    index.beginList();
    for (let i = 0; i < 100; i += 3) index.addNational(70_123_400 + i, i + 1);
    const asked = Int32Array.from({ length: 120 }, (_, i) => (i < 100 ? 70_123_400 + i : -1));
    index.touchHeld(asked, asked.length);
    index.touchHeld(asked, 3);
    for (let i = 0; i < 100; i++) {
      const held = i % 3 === 0 ? [{ list: 0, record: i + 1 }] : [];
      expect(index.nationalHoldings(70_123_400 + i)).toEqual(held);
    }
  });
});

describe("the state of a number", () => {
  const STEPS = ["bar", "see", "withhold"] as const;
  const AFTER: Record<number, Record<(typeof STEPS)[number], number>> = {
    [FREE]: { bar: BARRED, see: SEEN, withhold: WITHHELD },
    [BARRED]: { bar: BARRED, see: BARRED, withhold: BARRED },
    [SEEN]: { bar: BARRED, see: SEEN, withhold: WITHHELD },
    [WITHHELD]: { bar: BARRED, see: WITHHELD, withhold: WITHHELD },
  };
  const WAY_TO: Record<number, readonly (typeof STEPS)[number][]> = {
    [FREE]: [],
    [BARRED]: ["bar"],
    [SEEN]: ["see"],
    [WITHHELD]: ["withhold"],
  };
  const ALL = [FREE, BARRED, SEEN, WITHHELD];

  test("changes as it should from every state, by every step, and with it none of its neighbours in any state", () => {
    let number = 70_000_000;
    for (const state of ALL)
      for (const step of STEPS)
        for (const neighbours of ALL)
          for (let place = 0; place < 4; place++) {
            number += 8;
            const states = new StatesNear(number);
            for (let near = 0; near < 8; near++)
              for (const way of WAY_TO[near === place ? state : neighbours]!) states.all[way](number + near);
            states.all[step](number + place);
            const expected = Array.from({ length: 8 }, (_, near) =>
              near === place ? AFTER[state]![step] : neighbours,
            );
            expect(states.read()).toEqual(expected);
          }
  });

  test("once it is barred is barred for good, and free ones are in no set", () => {
    const index = new SuppressionIndex();
    const seen = new SeenNumbers(index.states);
    index.beginList();
    index.addNational(70_123_456, 1);
    seen.see("+50370123456");
    seen.withhold("+50370123456");
    expect(index.has("+50370123456")).toBe(true);
    expect([seen.wasSeen("+50370123456"), seen.isWithheld("+50370123456")]).toEqual([false, false]);
    expect([seen.wasSeen("+50370123457"), seen.isWithheld("+50370123457")]).toEqual([false, false]);
    seen.withhold("+50370123457");
    expect(index.has("+50370123457")).toBe(false);
  });
});

const SHARED_STATES = new NationalStates();

/** Eight numbers side by side, which no other test of them uses. */
class StatesNear {
  readonly all = SHARED_STATES;

  constructor(private readonly first: number) {}

  read(): number[] {
    return Array.from({ length: 8 }, (_, near) => this.all.get(this.first + near));
  }
}

test("numbers that were seen, and withheld ones among them, are those that were added, of any length and country", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(numbers, fc.boolean()), { maxLength: 20 }), numbers, (added, asked) => {
      const seen = new SeenNumbers(new NationalStates());
      for (const [e164, withheld] of added) withheld ? seen.withhold(e164) : seen.see(e164);
      for (const e164 of [...added.map(([one]) => one), asked]) {
        expect(seen.wasSeen(e164)).toBe(added.some(([one]) => one === e164));
        expect(seen.isWithheld(e164)).toBe(added.some(([one, withheld]) => one === e164 && withheld));
      }
    }),
    { numRuns: 60 },
  );
});
