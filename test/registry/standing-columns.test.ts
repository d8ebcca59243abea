// What stands of numbers that were given out one after the other is found as quickly as of others.

import { expect, test } from "vitest";
import { StandingColumns, standingKey } from "../../src/registry/standing-columns.js";

const EVENTS = 600_000;
const FIRST = 50_360_000_000;
const CHANNELS = ["sms", "sms", "any", "whatsapp", "call"] as const;

/** As a generator of congruences draws. */
const drawn = (i: number, of: number) => Math.abs(Math.imul(i + 1, 2_654_435_761)) % of;

/** The CPU seconds that events of these numbers take. */
function secondsOf(numberOf: (i: number) => number): number {
  const stands = new StandingColumns(2e9);
  const from = process.cpuUsage();
  for (let i = 0; i < EVENTS; i++) {
    const key = standingKey(FIRST + numberOf(i), CHANNELS[drawn(i * 5, CHANNELS.length)]!);
    stands.take(key, { optIn: false, time: 1e9 + i }, i);
  }
  const { user } = process.cpuUsage(from);
  return user / 1e6;
}

test("events of numbers that follow one another, some of which come again, take no longer than those of others", () => {
  const scattered = secondsOf((i) => (i * 7919) % 9_999_991);
  const inTurn = secondsOf((i) => (drawn(i, 4) === 0 ? drawn(i * 7, 2e6) : i));
  expect(inTurn).toBeLessThan(5 * scattered + 0.5);
});
