// Tells whether a number was opted out at a moment, on a channel, and whether that is certain, by the rules of event.ts.

import { CHANNELS, type Channel, type Entry, type ListRules, suppresses } from "./event.js";

/** The instants between which something happened, in seconds since 1970. */
export interface Between {
  first: number;
  last: number;
}

/** An opt-out that was certainly in force. */
export interface OptOutInForce {
  list: number;
  record: number;
  /** When it was asked for, in seconds since 1970; for a bare day, its end. */
  since: number;
}

/** `perhaps`: the order of the contact and the opt-out is unknown. `undated`: an opt-out without a date is in force. */
export type Standpoint = "opted-out" | "perhaps" | "undated" | "free";

export interface Judgement {
  standpoint: Standpoint;
  /** For `opted-out`, one opt-out of each list and channel, by list. */
  optOuts: readonly OptOutInForce[];
}

/**
 * A time in which a number was opted out without a break: certainly after `from.last` and before `to.first`, perhaps after
 * `from.first` or until `to.last`. If nothing ended it, `to` is infinite.
 */
interface OptOutRun extends OptOutInForce {
  from: Between;
  to: Between;
}

/** The opt-outs of one number over time. Don't keep one: long-lived objects that point to it slow the garbage collector down. */
export class Timeline {
  readonly #keys: readonly (Key & { runs: readonly OptOutRun[] })[];

  /** `events`: all entries of the number, by list. Costs n log n, unless many lists lift other lists' opt-outs. */
  constructor(events: readonly Entry[], rules: readonly ListRules[]) {
    const keys = keysOf(events);
    const lifting = keys.filter(({ list, undatedUntil }) => rules[list]!.liftsOthers && undatedUntil === 0);
    const lifts = lifting.map((key) => ({ key, optIns: liftsOf(key.entries) }));
    this.#keys = keys.map((key) => {
      const fromOthers = lifts.filter((lift) => lift.key.channel === key.channel && lift.key.list !== key.list);
      const entries = [...key.entries, ...fromOthers.flatMap(({ optIns }) => optIns)];
      return { ...key, runs: key.entries.every(({ optIn }) => optIn) ? [] : runsOf(entries.sort(byTime)) };
    });
  }

  /**
   * Judges a contact on a channel. An opt-out counts once more than `grace` seconds have passed since it began. Those for
   * other channels do not count, but on the channel `any` every one does.
   */
  at(moment: Between, channel: Channel, grace: number): Judgement {
    const keys = this.#keys.filter((key) => suppresses(key.channel, channel));
    const isCertain = ({ from, to }: OptOutRun) => from.last + grace < moment.first && moment.last < to.first;
    const certain = keys.flatMap(({ runs }) => runs.find(isCertain) ?? []);
    const optOuts = certain.map(({ list, record, since }) => ({ list, record, since }));
    if (optOuts.length > 0) return { standpoint: "opted-out", optOuts };
    // The order within one second, minute or day is unknown.
    const isPossible = ({ from, to }: OptOutRun) => from.first + grace <= moment.last && moment.first <= to.last;
    if (keys.some(({ runs }) => runs.some(isPossible))) return { standpoint: "perhaps", optOuts };
    const isUndated = keys.some(({ undatedUntil }) => moment.first < undatedUntil);
    return { standpoint: isUndated ? "undated" : "free", optOuts };
  }
}

/** The entries of one list for a number on one channel. */
interface Key {
  list: number;
  channel: Channel;
  /** The entries with a date, by time; `until` is infinite without an expiry. */
  entries: Entry[];
  /** The end of an opt-out without a date; 0 if there is none. */
  undatedUntil: number;
}

function keysOf(events: readonly Entry[]): Key[] {
  const keys = new Map<number, Key>();
  for (const event of events) {
    const { list, channel, time } = event;
    const name = list * CHANNELS.length + CHANNELS.indexOf(channel);
    const key = keys.get(name) ?? { list, channel, entries: [], undatedUntil: 0 };
    keys.set(name, key);
    const until = event.until === 0 ? Number.POSITIVE_INFINITY : event.until;
    if (time === 0) key.undatedUntil = Math.max(key.undatedUntil, until);
    else key.entries.push({ ...event, until });
  }
  for (const { entries } of keys.values()) entries.sort(byTime);
  return [...keys.values()];
}

/** Compares by time. At the same instant the opt-out comes last: a tie is an opt-out. */
function byTime(a: Entry, b: Entry): number {
  return a.time - b.time || Number(b.optIn) - Number(a.optIn);
}

/** Returns the opt-ins of a list that lift other lists' opt-outs: each until the list's next opt-out, even if that expires. */
function liftsOf(entries: readonly Entry[]): Entry[] {
  let nextOut = Number.POSITIVE_INFINITY;
  return entries.toReversed().flatMap((one) => {
    if (!one.optIn) nextOut = one.time;
    return one.optIn ? [{ ...one, until: Math.min(one.until, nextOut) }] : [];
  });
}

/** Returns the times of opt-out. At every instant the latest event that has not expired is in force. */
function runsOf(entries: readonly Entry[]): OptOutRun[] {
  const runs: OptOutRun[] = [];
  const present: Entry[] = [];
  let isOut = false;

  const settle = (at: number, optedIn: number) => {
    const last = present.at(-1);
    const isOutNow = last !== undefined && !last.optIn;
    if (isOutNow && !isOut) runs.push(begun(last, at));
    if (!isOutNow && isOut) runs.at(-1)!.to = { first: at, last: optedIn };
    isOut = isOutNow;
  };
  const forget = (until: number) => {
    while (present.length > 0 && present.at(-1)!.until <= until) present.pop();
  };
  /** After an event expires, the one before it is in force again. */
  const expire = (until: number) => {
    for (let at = present.at(-1)?.until; at !== undefined && at <= until; at = present.at(-1)?.until) {
      forget(at);
      settle(at, at - 1);
    }
  };

  for (let i = 0; i < entries.length; ) {
    const at = entries[i]!.time;
    // An event that expires at the instant of the next one leaves no gap.
    expire(at - 1);
    forget(at);
    let optedIn = Number.POSITIVE_INFINITY;
    let firstOut = Number.POSITIVE_INFINITY;
    for (; entries[i]?.time === at; i++) {
      const one = entries[i]!;
      if (one.until <= at) continue;
      present.push(one);
      if (one.optIn) optedIn = Math.min(optedIn, at + one.span);
      else firstOut = Math.min(firstOut, at - one.span);
    }
    settle(at, Number.isFinite(optedIn) ? optedIn : at - 1);
    const run = runs.at(-1);
    if (run === undefined) continue;
    // If an event is repeated, either date may be right.
    if (isOut) run.from.first = Math.min(run.from.first, firstOut);
    else run.to.last = Math.min(run.to.last, optedIn);
  }
  expire(Number.MAX_SAFE_INTEGER);
  return runs;
}

function begun({ list, record, time, span }: Entry, at: number): OptOutRun {
  const never = { first: Number.POSITIVE_INFINITY, last: Number.POSITIVE_INFINITY };
  return { list, record, since: time, from: { first: time === at ? time - span : at, last: at }, to: never };
}
