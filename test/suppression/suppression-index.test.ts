import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SeenNumbers } from "../../src/suppression/country.js";
import { type Holding, PLAIN_OPT_OUT } from "../../src/suppression/event.js";
import { SuppressionIndex } from "../../src/suppression/suppression-index.js";
import { draws, forAll } from "../support/draws.js";

/** What the index must answer, written down plainly: by number, every list with its first record there. */
class NaiveIndex {
  readonly #holdings = new Map<string, Holding[]>();
  #list = -1;

  beginList(): void {
    this.#list++;
  }

  add(e164: string, record: number): void {
    const holdings = this.#holdings.get(e164) ?? [];
    if (holdings.some(({ list }) => list === this.#list)) return;
    this.#holdings.set(e164, [...holdings, { list: this.#list, record, since: 0 }]);
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
    forAll(draws(80), listsOfEntries, (lists) => {
      const index = new SuppressionIndex();
      const naive = new NaiveIndex();
      const asked = new Set(["+50370123456", "+50370123457", "+50422223333"]);
      for (const entries of lists) {
        index.beginList();
        naive.beginList();
        let record = 0;
        for (const [e164, step] of entries) {
          record += step;
          index.add(e164, PLAIN_OPT_OUT, record);
          naive.add(e164, record);
          asked.add(e164);
        }
      }
      for (const e164 of asked) {
        expect(index.holdings(e164)).toEqual(naive.holdings(e164));
        expect(index.has(e164)).toBe(naive.holdings(e164).length > 0);
      }
    });
  });

  test("knows every record of a list longer than one page of entries", () => {
    const index = new SuppressionIndex();
    index.beginList();
    index.addNational(22_000_000, PLAIN_OPT_OUT, 1);
    index.beginList();
    const size = 600_000;
    // Every tenth record has no number, so the record numbers break off again and again.
    const recordOf = (i: number) => i + 1 + Math.floor(i / 9);
    for (let i = 0; i < size; i++) index.addNational(60_000_000 + i * 3, PLAIN_OPT_OUT, recordOf(i));
    for (let i = 0; i < size; i += 997)
      expect(index.holdings(`+503${60_000_000 + i * 3}`)).toEqual([{ list: 1, record: recordOf(i), since: 0 }]);
    expect(index.holdings(`+503${22_000_000}`)).toEqual([{ list: 0, record: 1, since: 0 }]);
    expect(index.holdings(`+503${60_000_001}`)).toEqual([]);
  });

  test("once it is barred is barred for good, and free ones are in no set", () => {
    const index = new SuppressionIndex();
    const seen = new SeenNumbers(index.states);
    index.beginList();
    index.addNational(70_123_456, PLAIN_OPT_OUT, 1);
    expect(index.states.get(70_123_456)).toBe("suppressed");
    seen.see("+50370123456");
    seen.withhold("+50370123456");
    expect(index.has("+50370123456")).toBe(true);
    expect([seen.stateOf("+50370123456"), seen.stateOf("+50370123457")]).toEqual(["suppressed", "free"]);
    seen.withhold("+50370123457");
    expect(index.has("+50370123457")).toBe(false);
  });

  test("knows what bars a number on a channel, in lists with events and without", () => {
    const index = new SuppressionIndex("call");
    index.beginList();
    index.addNational(70_123_456, PLAIN_OPT_OUT, 3);
    index.addNational(70_123_457, PLAIN_OPT_OUT, 4);
    index.beginList(true);
    index.addNational(70_123_457, { optIn: false, channel: "any", time: 0 }, 1);
    index.addNational(70_123_458, { optIn: false, channel: "any", time: 5 }, 2);
    index.addNational(70_123_459, { optIn: false, channel: "sms", time: 0 }, 3);
    index.addNational(70_123_460, { optIn: false, channel: "any", time: 0 }, 4);
    index.addNational(70_123_461, { optIn: true, channel: "any", time: 9 }, 5);
    index.resolve();
    const held = [56, 57, 58, 59, 60, 61].map((last) => index.holdings(`+503${70_123_400 + last}`));
    expect(held).toEqual([
      [{ list: 0, record: 3, since: 0 }],
      [
        { list: 0, record: 4, since: 0 },
        { list: 1, record: 1, since: 0 },
      ],
      [{ list: 1, record: 2, since: 5 }],
      [],
      [{ list: 1, record: 4, since: 0 }],
      [],
    ]);
  });
});
