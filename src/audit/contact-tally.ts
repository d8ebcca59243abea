// Counts a log's contacts: judged, after an opt-out, not to be judged. Memory grows with the people contacted after they opted out.

import { Occurrences } from "../lists/occurrences.js";
import { CHANNELS } from "../suppression/event.js";
import type { OptOutInForce } from "../suppression/timeline.js";
import type { ContactChannel } from "./contact-reader.js";

const CONTACT_CHANNELS: readonly ContactChannel[] = [...CHANNELS.filter((it) => it !== "any"), "any", "unknown"];

/** The rules that can be broken. `too-often` counts once a number, at its first contact too many. */
export const OFFENCES = ["after-opt-out", "outside-hours", "too-often"] as const;

const NOT_JUDGED = [
  ...(["order-unknown", "undated-opt-out", "doubtful-number", "number-unreadable", "date-unreadable"] as const),
  "broken",
] as const;

const FINDINGS = [...OFFENCES, ...NOT_JUDGED, ...(["hours-unknown", "frequency-unknown"] as const)] as const;
export type Finding = (typeof FINDINGS)[number];

/** A contact after an opt-out, with the earliest request that suppressed it. */
export type Offence = NonNullable<ReturnType<ContactTally["judge"]>>;

/** Counts the contacts that could be judged, those after an opt-out, and their delays. */
export class OffenceCount {
  judged = 0;
  offences = 0;
  /** The longest delay in hours by request, which is an entry of a list. */
  readonly #longest = new Map<number, number>();

  add({ list, record, since }: OptOutInForce, contactedAt: number): void {
    this.offences++;
    const request = list * 2 ** 32 + record;
    this.#longest.set(request, Math.max(delayHours(since, contactedAt), this.#longest.get(request) ?? 0));
  }

  /** In hours; null if nobody was contacted. */
  get delays(): { requests: number; median: number; longest: number } | null {
    const delays = Float64Array.from(this.#longest.values()).sort();
    if (delays.length === 0) return null;
    return { requests: delays.length, median: delays[Math.ceil(delays.length / 2) - 1]!, longest: delays.at(-1)! };
  }
}

export class ContactTally extends OffenceCount {
  read = 0;
  inbound = 0;
  unjudged = 0;
  readonly people = new Set<string>();
  readonly findings = by(FINDINGS, () => new Occurrences());
  readonly channels = by(CONTACT_CHANNELS, () => new OffenceCount());

  constructor(readonly lists: readonly OffenceCount[]) {
    super();
  }

  /** Counts a contact that can't be judged. */
  leave(reason: (typeof NOT_JUDGED)[number], line: number): undefined {
    this.unjudged++;
    this.findings[reason].add(line);
  }

  /** Counts a contact at `at`, in seconds since 1970. `optOuts`: those in force, of which the earliest counts. */
  judge(line: number, channel: ContactChannel, at: number, optOuts: readonly (OptOutInForce & { e164: string })[]) {
    const counts = [this, this.channels[channel]];
    for (const count of counts) count.judged++;
    if (optOuts.length === 0) return undefined;
    const earliest = earliestOf(optOuts);
    this.findings["after-opt-out"].add(line);
    for (const count of counts) count.add(earliest, at);
    this.people.add(earliest.e164);
    for (const list of new Set(optOuts.map((it) => it.list)))
      this.lists[list]!.add(earliestOf(optOuts.filter((it) => it.list === list)), at);
    return { ...earliest, channel, delayHours: delayHours(earliest.since, at) };
  }
}

function earliestOf<T extends OptOutInForce>(all: readonly T[]): T {
  return all.reduce((one, other) => (other.since <= one.since ? other : one));
}

/** Returns the delay in hours, rounded down to tenths. */
function delayHours(since: number, contactedAt: number): number {
  const minutes = Math.ceil((contactedAt - since) / 60);
  return Math.floor(minutes / 6) / 10;
}

function by<K extends string, V>(keys: readonly K[], build: () => V): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, build()])) as Record<K, V>;
}
