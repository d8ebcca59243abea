import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CHANNELS, type Channel, type ListEvent } from "../../src/suppression/event.js";
import type { EventSink } from "../../src/suppression/event-sink.js";
import { EventHistory } from "../../src/suppression/history.js";
import { SuppressionIndex } from "../../src/suppression/suppression-index.js";
import { draws } from "../support/draws.js";

const NOW = 1000;

interface Added extends Required<ListEvent> {
  e164: string;
}

/** Few numbers, near one another and far, with a place in the array and without. */
const numbers = fc.oneof(
  fc.integer({ min: 70_009_998, max: 70_010_003 }).map((national) => `+503${national}`),
  fc.constantFrom("+50322221111", "+50300000000", "+50399999999", "+5038001234", "+15035551234"),
);

function events(span: fc.Arbitrary<number>): fc.Arbitrary<Added[]> {
  return fc.array(
    fc
      .record({
        e164: numbers,
        optIn: fc.boolean(),
        channel: fc.constantFrom(...CHANNELS),
        time: fc.oneof({ weight: 8, arbitrary: fc.integer({ min: 100, max: 120 }) }, fc.constant(0)),
        span,
        until: fc.constant(0),
      })
      .map((event) => (event.time === 0 ? { ...event, optIn: false, span: 0 } : event)),
    { maxLength: 30 },
  );
}

interface AddedList {
  said: Added[];
  liftsOthers: boolean;
  distrusted: boolean;
}

function lists(span: fc.Arbitrary<number>): fc.Arbitrary<AddedList[]> {
  const distrusted = fc.constantFrom(false, false, true);
  return fc.array(fc.record({ said: events(span), liftsOthers: fc.boolean(), distrusted }), { maxLength: 4 });
}

function addAll(sink: EventSink, all: readonly AddedList[]): void {
  for (const { said, liftsOthers, distrusted } of all) {
    sink.beginList(true, liftsOthers);
    for (const [i, { e164, ...event }] of said.entries()) sink.addEvent(e164, event, i + 1);
    if (distrusted) sink.distrustOptIns();
  }
}

function historyOf(all: readonly AddedList[]): EventHistory {
  const history = new EventHistory();
  addAll(history, all);
  history.seal();
  return history;
}

describe("the history of all suppression lists", () => {
  test("tells every event of a number, by list and record", () => {
    fc.assert(
      fc.property(lists(fc.constantFrom(0, 59)), fc.array(numbers, { minLength: 5 }), (all, asked) => {
        const history = historyOf(all);
        for (const e164 of asked) {
          const plain = all.flatMap(({ said }, list) =>
            said.flatMap(({ e164: number, ...event }, i) =>
              number === e164 ? [{ list, record: i + 1, ...event }] : [],
            ),
          );
          expect(history.eventsOf(e164)).toEqual(plain);
          expect(history.has(e164)).toBe(plain.some((event) => !event.optIn));
          expect(history.hasOptIn(e164)).toBe(plain.some((event) => event.optIn));
        }
      }),
    );
  });

  test("says of now what the index says that scrubs go by", () => {
    fc.assert(
      fc.property(
        lists(fc.constant(0)),
        fc.constantFrom<Channel>(...CHANNELS),
        fc.array(numbers, { minLength: 5 }),
        (all, channel, asked) => {
          const index = new SuppressionIndex(channel);
          addAll(index, all);
          index.resolve();
          const history = historyOf(all);
          for (const e164 of asked) {
            const { standpoint } = history.timelineOf(e164)?.at({ first: NOW, last: NOW }, channel, 0) ?? {
              standpoint: "free",
            };
            // Where a list's dates contradict each other and another list's opt-ins lift its opt-outs, the index is stricter:
            // of an opt-in that it does not believe it no longer knows how old the opt-out before it is.
            const isStricter = all.some(({ distrusted }) => distrusted) && all.some(({ liftsOthers }) => liftsOthers);
            if (isStricter && standpoint === "free") continue;
            expect(standpoint !== "free").toBe(index.has(e164));
          }
        },
      ),
      { numRuns: draws(150) },
    );
  });

  test("of plain entries is that they stand, undated", () => {
    const history = new EventHistory();
    history.beginList(false, false);
    history.addNational(70123456, 1);
    history.add("+15035551234", 2);
    history.seal();
    for (const e164 of ["+50370123456", "+15035551234"])
      expect(history.timelineOf(e164)?.at({ first: NOW, last: NOW }, "sms", 0).standpoint).toBe("undated");
    expect(history.timelineOf("+50370123457")).toBeUndefined();
  });

  test("of a number with a million events does not slow its neighbours", { timeout: 60_000 }, () => {
    const history = new EventHistory();
    history.beginList(true, false);
    const event = { optIn: false, channel: "sms" as const, time: 100 };
    for (let i = 1; i <= 1_000_000; i++) history.addNationalEvent(70123456, event, i);
    history.addNationalEvent(70123457, event, 1_000_001);
    history.seal();
    // A walk through the other's events would take an hour, and this test has a minute.
    for (let i = 0; i < 100_000; i++) history.eventsOf("+50370123457");
    expect(history.eventsOf("+50370123457").map(({ record }) => record)).toEqual([1_000_001]);
  });
});

describe("the history of digests", () => {
  const digest = createHash("sha256").update("+50370123456").digest("hex");
  const said = (optIn: boolean, time: number, span: number): ListEvent => ({ optIn, channel: "sms", time, span });

  function historyOfDigest(...all: ListEvent[]): EventHistory {
    const history = new EventHistory();
    history.beginList(true, false);
    for (const [i, event] of all.entries()) history.addDigest("sha256", digest, event, i + 1);
    history.seal();
    return history;
  }

  test("keeps an opt-out and an opt-in with their days", () => {
    const history = historyOfDigest(said(false, 200_000, 86_399), said(true, 400_000, 0));
    expect(history.listsWithLostEvents).toEqual([]);
    expect(history.eventsOf("+50370123456")).toEqual([
      { list: 0, record: 1, optIn: false, channel: "sms", time: 200_000, span: 86_399, until: 0 },
      { list: 0, record: 2, optIn: true, channel: "sms", time: 400_000, span: 0, until: 0 },
    ]);
  });

  test("takes a span that it has no room for as any time before", () => {
    const [event] = historyOfDigest(said(false, 200_000, 12_345)).eventsOf("+50370123456");
    expect(event).toMatchObject({ time: 200_000, span: 200_000 });
  });

  test("says which list told more than it keeps", () => {
    expect(historyOfDigest(said(false, 100, 0), said(false, 300, 0)).listsWithLostEvents).toEqual([0]);
    expect(historyOfDigest({ ...said(false, 100, 0), until: 500 }).listsWithLostEvents).toEqual([0]);
    expect(historyOfDigest({ optIn: false, channel: "any", time: 0 }, said(false, 300, 0)).listsWithLostEvents).toEqual(
      [],
    );
  });
});
