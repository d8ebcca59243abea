// From all that the lists say of one number to the stretches of time in which it was opted out, by list and channel.
// The rules of event.ts for what stands, at every instant instead of now. Pure; where the events come from is timeline.ts's work.

import { CHANNELS, type Channel, type Entry, type ListRules } from "./event.js";

/** The instants between which something happened, in seconds since 1970. */
export interface Between {
  first: number;
  last: number;
}

/**
 * An opt-out without a break, however often it was said: it certainly stood after `from.last` and before `to.first`, and
 * perhaps after `from.first` or until `to.last`. Where nothing ended it, `to` is infinite.
 */
export interface OptOutRun {
  from: Between;
  to: Between;
  /** When it was asked for: at its end where only a day is known. Before `from` where it stands again, an opt-in having expired. */
  since: number;
  record: number;
}

/** What one list says of a number on one channel. */
export interface KeyRuns {
  list: number;
  channel: Channel;
  /** The runs, in the order of time; they do not overlap. */
  runs: readonly OptOutRun[];
  /** An opt-out of which nobody knows when it was asked for: it stands for good, or until it expires. */
  undated: { record: number; until: number } | undefined;
}

/** Costs n log n for n events, more only where many lists' opt-ins lift other lists' opt-outs. */
export function runsOf(events: readonly Entry[], rules: readonly ListRules[]): KeyRuns[] {
  const keys = keysOf(events, rules);
  const lifting = keys.filter(({ list, undated }) => rules[list]!.liftsOthers && undated === undefined);
  const lifts = lifting.map((key) => ({ key, optIns: liftsOf(key.said) }));
  return keys.flatMap(({ list, channel, said, undated }) => {
    if (undated === undefined && said.every((one) => one.optIn)) return [];
    const fromOthers = lifts.filter(({ key }) => key.channel === channel && key.list !== list);
    const all = fromOthers.length === 0 ? said : [...said, ...fromOthers.flatMap(({ optIns }) => optIns)].sort(byTime);
    return [{ list, channel, undated, runs: sweep(all) }];
  });
}

/** An event as it counts: an opt-out at the last instant that it can mean, an opt-in at the first. */
interface Said {
  optIn: boolean;
  time: number;
  span: number;
  /** The instant from which it is absent. */
  until: number;
  record: number;
}

interface Key {
  list: number;
  channel: Channel;
  /** Dated ones, by time. */
  said: Said[];
  undated: { record: number; until: number } | undefined;
}

function keysOf(events: readonly Entry[], rules: readonly ListRules[]): Key[] {
  const keys = new Map<number, Key>();
  for (const { list, channel, optIn, time, span, until: end, record } of events) {
    if (optIn && rules[list]!.distrustsOptIns) continue;
    const name = list * CHANNELS.length + CHANNELS.indexOf(channel);
    let key = keys.get(name);
    if (key === undefined) {
      key = { list, channel, said: [], undated: undefined };
      keys.set(name, key);
    }
    const until = end === 0 ? Number.POSITIVE_INFINITY : end;
    if (time !== 0) key.said.push({ optIn, time, span, until, record });
    else if (key.undated === undefined || until > key.undated.until) key.undated = { record, until };
  }
  for (const { said } of keys.values()) if (said.length > 1) said.sort(byTime);
  return [...keys.values()];
}

/** Compares by time. Of what was said at one instant, the opt-out comes last: a tie is an opt-out. */
function byTime(a: Said, b: Said): number {
  return a.time - b.time || Number(b.optIn) - Number(a.optIn);
}

/** A list's opt-ins as other lists see them: each only until the list's next opt-out, and not again when that expires. */
function liftsOf(said: readonly Said[]): Said[] {
  const lifts: Said[] = [];
  let nextOut = Number.POSITIVE_INFINITY;
  for (let i = said.length - 1; i >= 0; i--) {
    const one = said[i]!;
    if (!one.optIn) nextOut = one.time;
    else lifts.push({ ...one, until: Math.min(one.until, nextOut) });
  }
  return lifts.reverse();
}

/** Walks through time with all that was said and has not expired; the latest of it stands. */
function sweep(said: readonly Said[]): OptOutRun[] {
  const runs: OptOutRun[] = [];
  const present: Said[] = [];
  let isOut = false;

  const settle = (at: number, optedIn: number) => {
    const standing = present.at(-1);
    const isOutNow = standing !== undefined && !standing.optIn;
    if (isOutNow && !isOut) runs.push(begun(standing, at));
    if (!isOutNow && isOut) runs.at(-1)!.to = { first: at, last: optedIn };
    isOut = isOutNow;
  };
  /** What expires until then uncovers what was said before it. */
  const expire = (until: number) => {
    for (let top = present.at(-1); top !== undefined && top.until <= until; top = present.at(-1)) {
      const at = top.until;
      while (present.length > 0 && present.at(-1)!.until <= at) present.pop();
      settle(at, at - 1);
    }
  };

  for (let i = 0; i < said.length; ) {
    const at = said[i]!.time;
    // What expires at this very instant and is said again leaves no break.
    expire(at - 1);
    while (present.length > 0 && present.at(-1)!.until <= at) present.pop();
    let optedIn = Number.POSITIVE_INFINITY;
    let firstOut = Number.POSITIVE_INFINITY;
    for (; i < said.length && said[i]!.time === at; i++) {
      const one = said[i]!;
      if (one.until <= at) continue;
      present.push(one);
      if (one.optIn) optedIn = Math.min(optedIn, at + one.span);
      else firstOut = Math.min(firstOut, at - one.span);
    }
    settle(at, Number.isFinite(optedIn) ? optedIn : at - 1);
    const run = runs.at(-1);
    if (run === undefined) continue;
    // Said again: the sooner of the two may be what was meant, and so may the earlier opt-in of two.
    if (isOut) run.from.first = Math.min(run.from.first, firstOut);
    else run.to.last = Math.min(run.to.last, optedIn);
  }
  expire(Number.MAX_SAFE_INTEGER);
  return runs;
}

function begun({ time, span, record }: Said, at: number): OptOutRun {
  const first = time === at ? time - span : at;
  const never = { first: Number.POSITIVE_INFINITY, last: Number.POSITIVE_INFINITY };
  return { from: { first, last: at }, to: never, since: time, record };
}
