// Whether a number was opted out at a moment, on a channel, and whether that is certain: the rules of event.ts for what stands, at
// every instant instead of now.

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
  /** When it was asked for, in seconds since 1970: at its end where only a day is known. */
  since: number;
}

/** `perhaps`: the order of the two is unknown. `undated`: an opt-out without a date is in force. */
export type Standpoint = "opted-out" | "perhaps" | "undated" | "free";

export interface Judgement {
  standpoint: Standpoint;
  /** The opt-outs where it is `opted-out`: one of each list and channel that says so, by list. */
  optOuts: readonly OptOutInForce[];
}

/**
 * An opt-out without a break, however often it was said: it certainly stood after `from.last` and before `to.first`, and
 * perhaps after `from.first` or until `to.last`. Where nothing ended it, `to` is infinite.
 */
interface OptOutRun extends OptOutInForce {
  from: Between;
  to: Between;
}

/** The runs of one number. Keep none: what points to it from far back would keep it through many collections. */
export class Timeline {
  readonly #keys: readonly (Key & { runs: readonly OptOutRun[] })[];

  /** `events`: all that the lists say of it, by list. Costs n log n, more only where many lists' opt-ins lift others' opt-outs. */
  constructor(events: readonly Entry[], rules: readonly ListRules[]) {
    const keys = keysOf(events);
    const lifting = keys.filter(({ list, undatedUntil }) => rules[list]!.liftsOthers && undatedUntil === 0);
    const lifts = lifting.map((key) => ({ key, optIns: liftsOf(key.said) }));
    this.#keys = keys.map((key) => {
      const fromOthers = lifts.filter((lift) => lift.key.channel === key.channel && lift.key.list !== key.list);
      const said = [...key.said, ...fromOthers.flatMap(({ optIns }) => optIns)];
      return { ...key, runs: key.said.every(({ optIn }) => optIn) ? [] : runsOf(said.sort(byTime)) };
    });
  }

  /**
   * What stood at a moment. An opt-out counts once more than `grace` seconds have passed since it began; opt-outs for
   * other channels do not count, and on the channel `any` every one does.
   */
  at(moment: Between, channel: Channel, grace: number): Judgement {
    const keys = this.#keys.filter((key) => suppresses(key.channel, channel));
    const isCertain = ({ from, to }: OptOutRun) => from.last + grace < moment.first && moment.last < to.first;
    const certain = keys.flatMap(({ runs }) => runs.find(isCertain) ?? []);
    const optOuts = certain.map(({ list, record, since }) => ({ list, record, since }));
    if (optOuts.length > 0) return { standpoint: "opted-out", optOuts };
    // Two events within one second, minute or day may have come in either order.
    const isPossible = ({ from, to }: OptOutRun) => from.first + grace <= moment.last && moment.first <= to.last;
    if (keys.some(({ runs }) => runs.some(isPossible))) return { standpoint: "perhaps", optOuts };
    const isUndated = keys.some(({ undatedUntil }) => moment.first < undatedUntil);
    return { standpoint: isUndated ? "undated" : "free", optOuts };
  }
}

/** What one list says of a number on one channel. */
interface Key {
  list: number;
  channel: Channel;
  /** What has a date, by time; without an expiry `until` is infinite. */
  said: Entry[];
  /** The end of an opt-out without a date; 0 if there is none. */
  undatedUntil: number;
}

function keysOf(events: readonly Entry[]): Key[] {
  const keys = new Map<number, Key>();
  for (const event of events) {
    const { list, channel, time } = event;
    const name = list * CHANNELS.length + CHANNELS.indexOf(channel);
    const key = keys.get(name) ?? { list, channel, said: [], undatedUntil: 0 };
    keys.set(name, key);
    const until = event.until === 0 ? Number.POSITIVE_INFINITY : event.until;
    if (time === 0) key.undatedUntil = Math.max(key.undatedUntil, until);
    else key.said.push({ ...event, until });
  }
  for (const { said } of keys.values()) said.sort(byTime);
  return [...keys.values()];
}

/** Compares by time. Of events of one instant the opt-out comes last: a tie is an opt-out. */
function byTime(a: Entry, b: Entry): number {
  return a.time - b.time || Number(b.optIn) - Number(a.optIn);
}

/** A list's opt-ins as other lists see them: each only until the list's next opt-out, and not again when that expires. */
function liftsOf(said: readonly Entry[]): Entry[] {
  let nextOut = Number.POSITIVE_INFINITY;
  return said.toReversed().flatMap((one) => {
    if (!one.optIn) nextOut = one.time;
    return one.optIn ? [{ ...one, until: Math.min(one.until, nextOut) }] : [];
  });
}

/** Goes through time with all events that have not expired; the latest is in force. */
function runsOf(said: readonly Entry[]): OptOutRun[] {
  const runs: OptOutRun[] = [];
  const present: Entry[] = [];
  let isOut = false;

  const settle = (at: number, optedIn: number) => {
    const stands = present.at(-1);
    const isOutNow = stands !== undefined && !stands.optIn;
    if (isOutNow && !isOut) runs.push(begun(stands, at));
    if (!isOutNow && isOut) runs.at(-1)!.to = { first: at, last: optedIn };
    isOut = isOutNow;
  };
  const forget = (until: number) => {
    while (present.length > 0 && present.at(-1)!.until <= until) present.pop();
  };
  /** Where an event expires, the one before it is in force again. */
  const expire = (until: number) => {
    for (let at = present.at(-1)?.until; at !== undefined && at <= until; at = present.at(-1)?.until) {
      forget(at);
      settle(at, at - 1);
    }
  };

  for (let i = 0; i < said.length; ) {
    const at = said[i]!.time;
    // An event that expires at the instant of the next one leaves no gap.
    expire(at - 1);
    forget(at);
    let optedIn = Number.POSITIVE_INFINITY;
    let firstOut = Number.POSITIVE_INFINITY;
    for (; said[i]?.time === at; i++) {
      const one = said[i]!;
      if (one.until <= at) continue;
      present.push(one);
      if (one.optIn) optedIn = Math.min(optedIn, at + one.span);
      else firstOut = Math.min(firstOut, at - one.span);
    }
    settle(at, Number.isFinite(optedIn) ? optedIn : at - 1);
    const run = runs.at(-1);
    if (run === undefined) continue;
    // Of a repeated event, either date may be the right one.
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
