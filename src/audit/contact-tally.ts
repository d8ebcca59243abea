// What is counted of the contacts in a log: how many were judged, which came after an opt-out and how late, which nobody
// can judge. Memory grows with the people who were contacted after they opted out, not with the log.

import { Occurrences } from "../lists/occurrences.js";
import { CHANNELS } from "../suppression/event.js";
import type { Between } from "../suppression/opt-out-runs.js";
import type { StandingOptOut } from "../suppression/timeline.js";
import { DAY } from "../time/time-zone.js";
import type { ContactChannel } from "./contact-reader.js";

const FIRST_OFFENCES = 10;
const MINUTE = 60;
const HOUR = 3600;

export const CONTACT_CHANNELS: readonly ContactChannel[] = [...CHANNELS.filter((it) => it !== "any"), "any", "unknown"];

/** Why nobody can say whether a contact came after an opt-out. */
export const APART = [
  ...(["order-unknown", "undated-opt-out", "doubtful-number", "number-unreadable", "date-unreadable"] as const),
  "broken",
] as const;
export type ApartReason = (typeof APART)[number];

/** A contact after an opt-out: the earliest request that barred it, and how long after. */
export interface Offence {
  line: number;
  e164: string;
  channel: ContactChannel;
  /** The instants that the contact's cells can mean. */
  contacted: Between;
  /** The last instant that the request's can, in seconds since 1970. */
  requestedAt: number;
  list: number;
  /** The record's position in that list. */
  record: number;
}

/** The shortest that it can be, in seconds. */
export function delayOf({ contacted, requestedAt }: Pick<Offence, "contacted" | "requestedAt">): number {
  return contacted.first - requestedAt;
}

/** The time as describeInstant takes it: a day or a minute by its last second, unless it could be several days. */
export function shownTime({ first, last }: Between): number {
  return last - first < DAY ? last : first;
}

/** Rounds to hours with one decimal; most requests are written to the minute. */
export function hours(seconds: number): number {
  return Math.floor((wholeMinutes(seconds) / HOUR) * 10) / 10;
}

/** A request in a minute is taken at the minute's end: the delay is that from its beginning, where the contact's is. */
export function wholeMinutes(seconds: number): number {
  return Math.ceil(seconds / MINUTE) * MINUTE;
}

/** Offences, and the delays in seconds from each request to the last contact after it. */
export class OffenceCount {
  offences = 0;
  readonly #longest = new Map<string, number>();

  /** A request is that of one person at one time. */
  add({ e164, contacted, requestedAt }: Pick<Offence, "e164" | "contacted" | "requestedAt">): void {
    this.offences++;
    const request = `${e164} ${requestedAt}`;
    const delay = delayOf({ contacted, requestedAt });
    if (delay > (this.#longest.get(request) ?? -1)) this.#longest.set(request, delay);
  }

  get requests(): number {
    return this.#longest.size;
  }

  /** Returns undefined where nobody was contacted. */
  get delays(): { median: number; p90: number; longest: number } | undefined {
    if (this.#longest.size === 0) return undefined;
    const delays = Float64Array.from(this.#longest.values()).sort();
    // The nearest rank: a delay that occurred.
    const rank = (share: number) => delays[Math.ceil(delays.length * share) - 1]!;
    return { median: rank(0.5), p90: rank(0.9), longest: delays.at(-1)! };
  }
}

class OfChannel extends OffenceCount {
  contacts = 0;
}

class OfList extends OffenceCount {
  /** Contacts that no other list bars. */
  onlyHere = 0;
}

export class ContactTally extends OffenceCount {
  read = 0;
  inbound = 0;
  readonly apart = record(APART, () => new Occurrences());
  readonly channels = record(CONTACT_CHANNELS, () => new OfChannel());
  readonly lists: readonly OfList[];
  readonly first: Offence[] = [];
  readonly #people = new Set<string>();

  constructor(lists: number) {
    super();
    this.lists = Array.from({ length: lists }, () => new OfList());
  }

  get setApart(): number {
    return APART.reduce((sum, reason) => sum + this.apart[reason].count, 0);
  }

  /** Contacts of which it is certain whether they came after an opt-out. */
  get judged(): number {
    return this.read - this.inbound - this.setApart;
  }

  get people(): number {
    return this.#people.size;
  }

  setAside(reason: ApartReason, line: number): undefined {
    this.apart[reason].add(line);
  }

  judge(channel: ContactChannel): undefined {
    this.channels[channel].contacts++;
  }

  /** `barring`: the opt-outs that bar the contact, one at least. The earliest is what it is held to. */
  offend(
    line: number,
    channel: ContactChannel,
    { first, last }: Between,
    barring: readonly (StandingOptOut & { e164: string })[],
  ): Offence {
    const contacted = { first, last };
    const [earliest, ...others] = [...barring].sort((a, b) => a.since - b.since);
    const { e164, list, record, since: requestedAt } = earliest!;
    const offence = { line, e164, channel, contacted, requestedAt, list, record };
    this.add(offence);
    this.judge(channel);
    this.channels[channel].add(offence);
    if (this.first.length < FIRST_OFFENCES) this.first.push(offence);
    this.#people.add(e164);
    // Of each list its earliest request.
    const ofLists = new Map([earliest!, ...others].reverse().map((it) => [it.list, it.since]));
    for (const [of, since] of ofLists) {
      this.lists[of]!.add({ e164, contacted, requestedAt: since });
      if (ofLists.size === 1) this.lists[of]!.onlyHere++;
    }
    return offence;
  }
}

function record<K extends string, V>(keys: readonly K[], build: () => V): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, build()])) as Record<K, V>;
}
