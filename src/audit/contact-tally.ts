// Counts the contacts of a log: those judged, those after an opt-out and how late, and those that can't be judged. Memory
// grows with the people who were contacted after they opted out, not with the log.

import { Occurrences } from "../lists/occurrences.js";
import { CHANNELS } from "../suppression/event.js";
import type { OptOutInForce } from "../suppression/timeline.js";
import type { ContactChannel } from "./contact-reader.js";

const MINUTE = 60;
/** A tenth of an hour. */
const SECONDS_OF_A_TENTH = 360;

const CONTACT_CHANNELS: readonly ContactChannel[] = [...CHANNELS.filter((it) => it !== "any"), "any", "unknown"];

/** Why a contact can't be judged. */
const APART = [
  ...(["order-unknown", "undated-opt-out", "doubtful-number", "number-unreadable", "date-unreadable"] as const),
  "broken",
] as const;
export type ApartReason = (typeof APART)[number];

/** What a person should look at: contacts, or of the frequency numbers by their first contact too many. */
const FINDINGS = [
  ...(["after-opt-out", "outside-hours", "too-often"] as const),
  ...APART,
  ...(["hours-unknown", "frequency-unknown"] as const),
] as const;
export type Finding = (typeof FINDINGS)[number];

/** A contact after an opt-out: the earliest request that suppressed it, and the delay. */
export type Offence = NonNullable<ReturnType<ContactTally["judge"]>>;

/** Returns full tenths of an hour: a bare day counts from its last second, a minute from its end. */
function hours(seconds: number): number {
  return Math.floor(seconds / SECONDS_OF_A_TENTH) / 10;
}

/** Offences, and the delays from each request to the last contact after it. */
export class OffenceCount {
  offences = 0;
  /** Seconds, by the request: an entry of a list. */
  readonly #longest = new Map<number, number>();

  add({ list, record, since }: OptOutInForce, contactedAt: number): void {
    this.offences++;
    const request = list * 2 ** 32 + record;
    this.#longest.set(request, Math.max(delayBetween(since, contactedAt), this.#longest.get(request) ?? 0));
  }

  /** In hours; null if nobody was contacted. */
  get delays(): { requests: number; median: number; longest: number } | null {
    const delays = Float64Array.from(this.#longest.values(), hours).sort();
    if (delays.length === 0) return null;
    return { requests: delays.length, median: delays[Math.ceil(delays.length / 2) - 1]!, longest: delays.at(-1)! };
  }
}

export class ContactTally extends OffenceCount {
  read = 0;
  inbound = 0;
  readonly findings = by(FINDINGS, () => new Occurrences());
  readonly judgedOn = by(CONTACT_CHANNELS, () => ({ contacts: 0, late: new OffenceCount() }));
  readonly lists: readonly OffenceCount[];
  readonly #people = new Set<string>();

  constructor(lists: number) {
    super();
    this.lists = Array.from({ length: lists }, () => new OffenceCount());
  }

  get setApart(): number {
    return APART.reduce((sum, reason) => sum + this.findings[reason].count, 0);
  }

  /** Contacts of which it is certain whether they came after an opt-out. */
  get judged(): number {
    return this.read - this.inbound - this.setApart;
  }

  get people(): number {
    return this.#people.size;
  }

  setAside(reason: ApartReason, line: number): undefined {
    this.findings[reason].add(line);
  }

  /** `at`: seconds since 1970. `barring`: the opt-outs before it, of which the earliest counts. */
  judge(line: number, channel: ContactChannel, at: number, barring: readonly (OptOutInForce & { e164: string })[]) {
    this.judgedOn[channel].contacts++;
    if (barring.length === 0) return undefined;
    const earliest = earliestOf(barring);
    this.findings["after-opt-out"].add(line);
    for (const count of [this, this.judgedOn[channel].late]) count.add(earliest, at);
    this.#people.add(earliest.e164);
    for (const list of new Set(barring.map((it) => it.list)))
      this.lists[list]!.add(earliestOf(barring.filter((it) => it.list === list)), at);
    return { ...earliest, channel, delayHours: hours(delayBetween(earliest.since, at)) };
  }
}

function earliestOf<T extends OptOutInForce>(all: readonly T[]): T {
  return all.reduce((one, other) => (other.since <= one.since ? other : one));
}

function delayBetween(since: number, contactedAt: number): number {
  return Math.ceil((contactedAt - since) / MINUTE) * MINUTE;
}

function by<K extends string, V>(keys: readonly K[], build: () => V): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, build()])) as Record<K, V>;
}
