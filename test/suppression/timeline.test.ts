// What stood at a moment, held against the rules of what stands, written down plainly: second by second, nothing sorted and nothing kept.

import fc from "fast-check";
import { expect, test } from "vitest";
import { CHANNELS, type Channel, type Entry, type ListRules, suppresses } from "../../src/suppression/event.js";
import { Timeline } from "../../src/suppression/timeline.js";
import { draws, forAll } from "../support/draws.js";

/** All that happens happens before this second. */
const END = 60;
const LISTS = 3;

interface PlainRun {
  list: number;
  channel: Channel;
  since: number;
  from: [number, number];
  to: [number, number];
}

/** The rules, by looking at every second. */
class PlainRules {
  readonly runs: PlainRun[] = [];

  constructor(
    private readonly events: readonly Entry[],
    private readonly rules: readonly ListRules[],
  ) {
    for (let list = 0; list < LISTS; list++) for (const channel of CHANNELS) this.#walk(list, channel);
  }

  /** What stands of a list's key in a second: the latest that was said and has not expired, an opt-out where two tie. */
  standing(list: number, channel: Channel, second: number): Entry | undefined {
    return this.#said(list, channel, second)
      .filter((event) => event.time <= second && !isGone(event, second))
      .sort((a, b) => b.time - a.time || Number(a.optIn) - Number(b.optIn))[0];
  }

  undated(list: number, channel: Channel, first: number): boolean {
    return this.#ofKey(list, channel).some((event) => event.time === 0 && !isGone(event, first));
  }

  at(first: number, last: number, channel: Channel, grace: number) {
    const counting = this.runs.filter((run) => suppresses(run.channel, channel));
    const certain = counting.filter((run) => run.from[1] + grace < first && last < run.to[0]);
    const possible = counting.some((run) => run.from[0] + grace <= last && first <= run.to[1]);
    const keys = CHANNELS.filter((barred) => suppresses(barred, channel));
    const undated = [...Array(LISTS).keys()].some((list) => keys.some((barred) => this.undated(list, barred, first)));
    const standpoint = certain.length > 0 ? "opted-out" : possible ? "perhaps" : undated ? "undated" : "free";
    return { standpoint, optOuts: certain.map(({ list, since }) => `${list}:${since}`).sort() };
  }

  /** A list's own events of a key, and other lists' opt-ins that lift them, as they are seen in a second. */
  #said(list: number, channel: Channel, second: number): Entry[] {
    const own = this.#ofKey(list, channel).filter((event) => event.time > 0);
    const others = [...Array(LISTS).keys()].filter((other) => other !== list && this.#lifts(other, channel));
    const lifts = others.flatMap((other) => {
      const said = this.#ofKey(other, channel);
      const optOuts = said.filter((event) => !event.optIn && event.time <= second);
      return said.filter((event) => event.optIn && !optOuts.some((optOut) => optOut.time >= event.time));
    });
    return [...own, ...lifts];
  }

  #lifts(list: number, channel: Channel): boolean {
    return this.rules[list]!.liftsOthers && !this.#ofKey(list, channel).some((event) => event.time === 0);
  }

  #ofKey(list: number, channel: Channel): Entry[] {
    return this.events.filter((event) => event.list === list && event.channel === channel);
  }

  #walk(list: number, channel: Channel): void {
    let run: PlainRun | undefined;
    let isOut = false;
    for (let second = 1; second <= END; second++) {
      const stands = this.standing(list, channel, second);
      const fresh = this.#said(list, channel, second).filter((it) => it.time === second && !isGone(it, second));
      const optedIn = fresh.filter((it) => it.optIn).map((it) => it.time + it.span);
      const optedOut = fresh.filter((it) => !it.optIn).map((it) => it.time - it.span);
      const isOutNow = stands !== undefined && !stands.optIn;
      if (isOutNow && !isOut) {
        const first = stands.time === second ? second - stands.span : second;
        run = { list, channel, since: stands.time, from: [first, second], to: [Infinity, Infinity] };
        this.runs.push(run);
      }
      if (!isOutNow && isOut) run!.to = [second, optedIn.length > 0 ? Math.min(...optedIn) : second - 1];
      isOut = isOutNow;
      if (run === undefined) continue;
      if (isOut) run.from[0] = Math.min(run.from[0], ...optedOut);
      else run.to[1] = Math.min(run.to[1], ...optedIn);
    }
  }
}

function isGone(event: Entry, second: number): boolean {
  return event.until !== 0 && second >= event.until;
}

const event = fc
  .record({
    list: fc.integer({ min: 0, max: LISTS - 1 }),
    record: fc.constant(1),
    lifted: fc.constant(false),
    optIn: fc.boolean(),
    channel: fc.constantFrom<Channel>("any", "sms", "sms", "call"),
    time: fc.oneof({ weight: 9, arbitrary: fc.nat({ max: 40 }) }, fc.constant(0)),
    span: fc.constantFrom(0, 0, 1, 3, 9),
    until: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: END - 1 })),
  })
  // An undated opt-in is no event, and an undated opt-out has no span.
  .map((it): Entry => (it.time === 0 ? { ...it, optIn: false, span: 0 } : it));
const events = fc.array(event, { maxLength: 14 }).map((all) => all.sort((a, b) => a.list - b.list));

const rules = fc.array(fc.record({ liftsOthers: fc.boolean() }), { minLength: LISTS, maxLength: LISTS });

test("what stood at a moment is what the rules say, written down plainly", () => {
  forAll(
    draws(800),
    events,
    rules,
    fc.array(fc.tuple(fc.integer({ min: 1, max: 50 }), fc.constantFrom(0, 0, 1, 5)), {
      minLength: 5,
      maxLength: 20,
    }),
    fc.constantFrom<Channel>(...CHANNELS),
    fc.constantFrom(0, 0, 2, 10),
    (all, lists, moments, channel, grace) => {
      const plain = new PlainRules(all, lists);
      const timeline = new Timeline(all, lists);
      for (const [first, length] of moments) {
        const { standpoint, optOuts } = timeline.at({ first, last: first + length }, channel, grace);
        const found = { standpoint, optOuts: optOuts.map(({ list, since }) => `${list}:${since}`).sort() };
        expect(found).toEqual(plain.at(first, first + length, channel, grace));
      }
    },
  );
});
