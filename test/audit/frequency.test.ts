// How often a number was contacted, against an oracle that tries every set of contacts.

import fc from "fast-check";
import { expect, test } from "vitest";
import { FrequencyStore } from "../../src/audit/conduct.js";
import { draws, forAll } from "../support/draws.js";

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
  forAll(
    draws(2000),
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
  );
});
