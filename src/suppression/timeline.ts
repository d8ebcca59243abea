// Whether a number was opted out at a moment, on a channel, and whether that is certain: asked of its runs (opt-out-runs.ts).

import { bars, type Channel } from "./event.js";
import { type Between, type KeyRuns, type OptOutRun, runsOf } from "./opt-out-runs.js";
import type { SuppressionIndex } from "./suppression-index.js";

/** Timelines of so few events are built faster than they are kept. */
const FEW_EVENTS = 4;
/** How many events are kept, while a log asks for the same numbers again. */
const MOST_EVENTS_KEPT = 1 << 16;

/** An opt-out that certainly stood. */
export interface StandingOptOut {
  list: number;
  record: number;
  /** When it was asked for, in seconds since 1970. */
  since: number;
}

/** `perhaps`: the order of the two is unknown. `undated`: an opt-out stands of which nobody knows since when. */
export type Standpoint = "opted-out" | "perhaps" | "undated" | "free";

export interface Judgement {
  standpoint: Standpoint;
  /** The opt-outs where it is `opted-out`: one of each list and channel that says so, by list. */
  optOuts: readonly StandingOptOut[];
}

const NOTHING_STANDS: Judgement = { standpoint: "free", optOuts: [] };
const PERHAPS: Judgement = { standpoint: "perhaps", optOuts: [] };
const UNDATED: Judgement = { standpoint: "undated", optOuts: [] };

/** The runs of one number. A question costs the logarithm of how many they are. */
export class Timeline {
  readonly #keys: readonly SearchedKey[];

  constructor(keys: readonly KeyRuns[]) {
    this.#keys = keys.map((key) => new SearchedKey(key)).sort((a, b) => a.key.list - b.key.list);
  }

  /**
   * What stood at a moment. An opt-out counts once more than `grace` seconds have passed since it began; opt-outs for
   * other channels do not count, and on the channel `any` every one does.
   */
  at(moment: Between, channel: Channel, grace: number): Judgement {
    let optOuts: StandingOptOut[] | undefined;
    let otherwise = NOTHING_STANDS;
    for (const searched of this.#keys) {
      const { list, channel: barred, undated } = searched.key;
      if (!bars(barred, channel)) continue;
      const run = searched.certainAt(moment, grace);
      if (run !== undefined) {
        optOuts ??= [];
        optOuts.push({ list, record: run.record, since: run.since });
      } else if (otherwise !== PERHAPS) {
        if (searched.isPossibleAt(moment, grace)) otherwise = PERHAPS;
        else if (undated !== undefined && moment.first < undated.until) otherwise = UNDATED;
      }
    }
    return optOuts === undefined ? otherwise : { standpoint: "opted-out", optOuts };
  }
}

/** The timelines of all numbers. `index`: one that keeps every event. */
export class Timelines {
  #kept = new Map<string, Timeline>();
  #eventsKept = 0;

  constructor(private readonly index: SuppressionIndex) {}

  of(e164: string): Timeline {
    const known = this.#kept.get(e164);
    if (known !== undefined) return known;
    const events = this.index.entriesOf(e164);
    const timeline = new Timeline(runsOf(events, this.index.rules));
    if (events.length < FEW_EVENTS) return timeline;
    this.#eventsKept += events.length;
    if (this.#eventsKept > MOST_EVENTS_KEPT) {
      this.#kept = new Map();
      this.#eventsKept = events.length;
    }
    this.#kept.set(e164, timeline);
    return timeline;
  }
}

class SearchedKey {
  /** The runs by their earliest beginnings, and of each and those before it the latest end. */
  #byFirst: { firsts: Float64Array; latestEnds: Float64Array } | undefined;

  constructor(readonly key: KeyRuns) {}

  /** Runs do not overlap, so only the last one that had begun can be it. */
  certainAt(moment: Between, grace: number): OptOutRun | undefined {
    const { runs } = this.key;
    const begun = countBelow(runs.length, (i) => runs[i]!.from.last + grace < moment.first);
    const run = runs[begun - 1];
    return run !== undefined && moment.last < run.to.first ? run : undefined;
  }

  /** Two events within one second, minute or day may have come in either order. */
  isPossibleAt(moment: Between, grace: number): boolean {
    if (this.key.runs.length === 0) return false;
    this.#byFirst ??= orderByFirst(this.key.runs);
    const { firsts, latestEnds } = this.#byFirst;
    const begun = countBelow(firsts.length, (i) => firsts[i]! + grace <= moment.last);
    return begun > 0 && moment.first <= latestEnds[begun - 1]!;
  }
}

function orderByFirst(runs: readonly OptOutRun[]) {
  const ordered = [...runs].sort((a, b) => a.from.first - b.from.first);
  const firsts = Float64Array.from(ordered, (run) => run.from.first);
  const latestEnds = Float64Array.from(ordered, (run) => run.to.last);
  for (let i = 1; i < latestEnds.length; i++) latestEnds[i] = Math.max(latestEnds[i - 1]!, latestEnds[i]!);
  return { firsts, latestEnds };
}

/** How many of the first of `count` hold, where those that hold come first. */
function countBelow(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
