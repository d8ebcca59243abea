// How often a number was contacted, against an oracle that tries every set of contacts.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FrequencyStore } from "../../src/audit/conduct.js";
import { draws } from "../support/draws.js";

const DAY = 86_400;
const HOUR = 3600;
type Time = { first: number; last: number } | undefined;

/** What is certain and what is possible of more than `most` contacts within so long, by trying all sets of one more. */
function bruteForce(times: readonly Time[], most: number, within: number) {
  let certain = false;
  let possible = false;
  const try_ = (from: number, chosen: readonly Time[]): void => {
    if (chosen.length === most + 1) {
      const known = chosen.filter((it) => it !== undefined);
      const [firsts, lasts] = [known.map(({ first }) => first), known.map(({ last }) => last)];
      if (known.length === chosen.length && Math.max(...lasts) - Math.min(...firsts) < within) certain = true;
      if (known.length === 0 || Math.max(...firsts) - Math.min(...lasts) < within) possible = true;
      return;
    }
    for (let i = from; i < times.length; i++) try_(i + 1, [...chosen, times[i]]);
  };
  try_(0, []);
  return certain ? "often" : possible ? "unknown" : "seldom";
}

const instant = fc
  .integer({ min: 0, max: 12 * 24 })
  .map((hour) => ({ first: 100 * DAY + hour * HOUR, last: 100 * DAY + hour * HOUR }));
/** `6 p. m.`, or where two cells of a record name different times. */
const someHours = fc
  .tuple(fc.integer({ min: 0, max: 12 * 24 }), fc.constantFrom(1, 2, 9))
  .map(([hour, hours]) => ({ first: 100 * DAY + hour * HOUR, last: 100 * DAY + (hour + hours) * HOUR - 1 }));
const bareDay = fc
  .integer({ min: 0, max: 12 })
  .map((day) => ({ first: (100 + day) * DAY, last: (101 + day) * DAY - 1 }));
const severalDays = fc.tuple(bareDay, bareDay).map(([one, other]) => ({
  first: Math.min(one.first, other.first),
  last: Math.max(one.last, other.last),
}));
const time: fc.Arbitrary<Time> = fc.oneof(
  { weight: 6, arbitrary: instant },
  { weight: 2, arbitrary: someHours },
  { weight: 3, arbitrary: bareDay },
  { weight: 1, arbitrary: severalDays },
  { weight: 1, arbitrary: fc.constant(undefined) },
);

test("a number was contacted too often where some set of its contacts says so, perhaps where some set may", () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(time, { maxLength: 8 }), { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 1, max: 4 }),
      fc.constantFrom(HOUR / 2, HOUR, 12 * HOUR, DAY, 3 * DAY, 7 * DAY),
      (numbers, most, within) => {
        const rules = { contacts: most, within };
        const store = new FrequencyStore(rules);
        let line = 2;
        const lineOf: number[][] = [];
        for (const [i, times] of numbers.entries())
          for (const it of times) {
            lineOf[i] ??= [];
            lineOf[i].push(line);
            store.add(line++, [`+5037000000${i}`], it);
          }
        const found = store.judge();
        const verdicts = numbers.map((times) => bruteForce(times, most, within));
        const often = verdicts.flatMap((it, i) => (it === "often" ? [i] : []));
        expect(found.often.map((at) => lineOf.findIndex((lines) => lines?.includes(at)))).toEqual(often);
        expect(found.unknown).toBe(verdicts.filter((it) => it === "unknown").length);
        expect(found.numbers).toBe(numbers.filter((it) => it.length > 0).length);
      },
    ),
    { numRuns: draws(2000) },
  );
});

describe("the contacts that are one too many", () => {
  const found = (hours: readonly number[], most: number, within: number) => {
    const store = new FrequencyStore({ contacts: most, within: within * HOUR });
    for (const [record, hour] of hours.entries()) {
      const at = 100 * DAY + hour * HOUR;
      store.add(record + 2, ["+50370123456"], { first: at, last: at + 59 });
    }
    const { often, lines } = store.judge();
    return { first: often[0], lines };
  };

  test("are those that so many others came shortly before", () => {
    expect(found([0, 1, 2, 3, 30, 31], 2, 24)).toEqual({ first: 4, lines: [4, 5] });
  });
  test("are found in a log of any order, by the time and not by the line", () => {
    expect(found([3, 30, 0, 31, 1, 2], 2, 24)).toEqual({ first: 7, lines: [2, 7] });
  });
  test("are none where the next comes exactly so long after, also where times are written to the minute", () => {
    expect(found([0, 24, 48], 1, 24)).toEqual({ first: undefined, lines: [] });
    expect(found([0, 23], 1, 24)).toEqual({ first: 3, lines: [3] });
  });
});

test("100,000 contacts are kept and judged apart by their numbers", () => {
  const store = new FrequencyStore({ contacts: 1, within: DAY });
  for (let i = 0; i < 100_000; i++) {
    const at = 100 * DAY + i;
    const numbers = [`+503${70_000_000 + (i % 99_999)}`];
    store.add(i + 2, numbers, { first: at, last: at });
  }
  store.add(100_002, ["+15035550123"], { first: 1, last: 1 });
  const { often, numbers } = store.judge();
  expect(numbers).toBe(100_000);
  expect(often).toEqual([]);
});
