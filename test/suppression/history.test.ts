import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CHANNELS, type Channel, type ListEvent } from "../../src/suppression/event.js";
import { SuppressionIndex } from "../../src/suppression/suppression-index.js";
import { Timeline } from "../../src/suppression/timeline.js";
import { draws, forAll } from "../support/draws.js";

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
        time: fc.oneof({ weight: 8, arbitrary: fc.integer({ min: 100, max: 103 }) }, fc.constant(0)),
        span,
        until: fc.constant(0),
      })
      .map((event) => (event.time === 0 ? { ...event, optIn: false, span: 0 } : event)),
    { maxLength: 6 },
  );
}

interface AddedList {
  said: Added[];
  liftsOthers: boolean;
}

function lists(span: fc.Arbitrary<number>): fc.Arbitrary<AddedList[]> {
  return fc.array(fc.record({ said: events(span), liftsOthers: fc.boolean() }), { maxLength: 4 });
}

function addAll(sink: SuppressionIndex, all: readonly AddedList[]): void {
  for (const { said, liftsOthers } of all) {
    sink.beginList(true, liftsOthers);
    for (const [i, { e164, ...event }] of said.entries()) sink.add(e164, event, i + 1);
  }
}

const ofAll = () => new SuppressionIndex("any", { keepsAll: true });

function historyOf(all: readonly AddedList[]): SuppressionIndex {
  const history = ofAll();
  addAll(history, all);
  history.resolve();
  return history;
}

describe("the history of all suppression lists", () => {
  test("says of now what the index says that scrubs go by", () => {
    forAll(
      draws(150),
      lists(fc.constant(0)),
      fc.constantFrom<Channel>(...CHANNELS),
      fc.array(numbers, { minLength: 5 }),
      (all, channel, asked) => {
        const index = new SuppressionIndex(channel);
        addAll(index, all);
        index.resolve();
        const history = historyOf(all);
        for (const e164 of asked) {
          const { standpoint } = new Timeline(history.entriesOf(e164), history.rules).at(
            { first: NOW, last: NOW },
            channel,
            0,
          );
          expect(standpoint !== "free").toBe(index.has(e164));
        }
      },
    );
  });
});
