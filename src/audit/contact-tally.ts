// What is counted of the contacts in a log: how many were judged, which came after an opt-out and how late, which nobody can judge.
// Memory grows with the people who were contacted after they opted out, not with the log.

import { Occurrences } from "../lists/occurrences.js";
import type { Between } from "../suppression/opt-out-runs.js";
import { DAY } from "../time/time-zone.js";
import { CONTACT_CHANNELS } from "./conduct.js";
import type { ContactChannel } from "./contact-reader.js";

const FIRST_OFFENCES = 10;
const MINUTE = 60;
const HOUR = 3600;

/** Why nobody can say whether a contact came after an opt-out. */
export const APART = [
  "order-unknown",
  "undated-opt-out",
  "doubtful-number",
  "number-unreadable",
  "date-unreadable",
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
export function delayOf({ contacted, requestedAt }: Offence): number {
  return contacted.first - requestedAt;
}

/** The contact's time as describeInstant takes it: a day or a minute by its last second, unless it could be several days. */
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

/** Counts the delays from each request to the last contact after it, in seconds. */
export class DelayTally {
  readonly #longest = new Map<number, number>();

  /** `request`: a number that no other has. */
  add(request: number, delay: number): void {
    if (delay > (this.#longest.get(request) ?? -1)) this.#longest.set(request, delay);
  }

  get requests(): number {
    return this.#longest.size;
  }

  /** Returns undefined where nobody was contacted. */
  summary(): { median: number; p90: number; longest: number } | undefined {
    if (this.#longest.size === 0) return undefined;
    const delays = Float64Array.from(this.#longest.values()).sort();
    // The nearest rank: a delay that occurred.
    const rank = (share: number) => delays[Math.ceil(delays.length * share) - 1]!;
    return { median: rank(0.5), p90: rank(0.9), longest: delays.at(-1)! };
  }
}

interface Offences {
  offences: number;
  readonly delays: DelayTally;
}

export class ContactTally {
  read = 0;
  /** Made by the person, and so no contact that anybody opted out of. */
  inbound = 0;
  offences = 0;
  readonly delays = new DelayTally();
  readonly apart: Readonly<Record<ApartReason, Occurrences>>;
  readonly channels: Readonly<Record<ContactChannel, Offences & { contacts: number }>>;
  /** `onlyHere`: contacts that no other list bars. */
  readonly lists: readonly (Offences & { onlyHere: number })[];
  readonly first: Offence[] = [];
  /** The requests, by their times, of every person who was contacted after opting out. */
  readonly #people = new Map<string, Map<number, number>>();
  #requests = 0;

  constructor(lists: number) {
    this.apart = record(APART, () => new Occurrences());
    this.channels = record(CONTACT_CHANNELS, () => ({ contacts: 0, offences: 0, delays: new DelayTally() }));
    this.lists = Array.from({ length: lists }, () => ({ offences: 0, onlyHere: 0, delays: new DelayTally() }));
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

  setAside(reason: ApartReason, line: number): void {
    this.apart[reason].add(line);
  }

  /** `earliest`: of each list that bars the contact, its earliest request. */
  offend(offence: Offence, earliest: ReadonlyMap<number, number>): void {
    this.offences++;
    if (this.first.length < FIRST_OFFENCES) this.first.push(offence);
    const request = this.#requestOf(offence.e164, offence.requestedAt);
    this.delays.add(request, delayOf(offence));
    const channel = this.channels[offence.channel];
    channel.offences++;
    channel.delays.add(request, delayOf(offence));
    for (const [list, requestedAt] of earliest) {
      const counted = this.lists[list]!;
      counted.offences++;
      if (earliest.size === 1) counted.onlyHere++;
      const theirs = requestedAt === offence.requestedAt ? request : this.#requestOf(offence.e164, requestedAt);
      counted.delays.add(theirs, offence.contacted.first - requestedAt);
    }
  }

  #requestOf(e164: string, requestedAt: number): number {
    let requests = this.#people.get(e164);
    if (requests === undefined) {
      requests = new Map();
      this.#people.set(e164, requests);
    }
    const known = requests.get(requestedAt);
    if (known !== undefined) return known;
    requests.set(requestedAt, this.#requests);
    return this.#requests++;
  }
}

function record<K extends string, V>(keys: readonly K[], build: () => V): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, build()])) as Record<K, V>;
}
