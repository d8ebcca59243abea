// When and how often people were contacted, whether they had opted out or not: contacts outside the hours, numbers contacted too
// often. Each is counted apart from contacts after an opt-out; what nobody can tell is counted as that, and never as good.

import { CHANNELS } from "../suppression/event.js";
import type { Between } from "../suppression/opt-out-runs.js";
import type { HoursVerdict, WorkingHours } from "../time/working-hours.js";
import type { ContactChannel } from "./contact-reader.js";
import { type FrequencyFindings, FrequencyStore, type MostContacts } from "./frequency.js";

/** What was asked for; nothing of it is judged where it is undefined. */
export interface ConductRules {
  hours: WorkingHours | undefined;
  most: MostContacts | undefined;
}

/** One contact that we made. */
export interface Contact {
  line: number;
  /** The record's position in the log, from 0. */
  record: number;
  /** Certain ones. */
  numbers: readonly string[];
  /** The time of the contact; undefined where nobody knows it. */
  moment: Between | undefined;
  /** What the moment can mean, each for itself; none where nobody knows when. */
  meanings: readonly Between[];
  channel: ContactChannel;
}

/** Contacts that are named. */
const FIRST_OUTSIDE = 10;

export const CONTACT_CHANNELS: readonly ContactChannel[] = [...CHANNELS.filter((it) => it !== "any"), "any", "unknown"];

export class Conduct {
  readonly hours: HoursTally | undefined;
  readonly #frequency: FrequencyStore | undefined;
  #found: FrequencyFindings | undefined;

  constructor(private readonly rules: ConductRules) {
    if (rules.hours !== undefined) this.hours = new HoursTally();
    if (rules.most !== undefined) this.#frequency = new FrequencyStore(rules.most);
  }

  /** Whether the contact lies outside the hours, for certain. */
  take(contact: Contact): boolean {
    const { numbers, moment, record, line } = contact;
    const verdict = this.#verdictOn(contact);
    if (verdict !== undefined) this.hours!.take(verdict, contact);
    if (this.#frequency !== undefined) {
      for (const e164 of new Set(numbers)) this.#frequency.add(e164, moment, record, line);
      if (numbers.length === 0) this.#frequency.unreadable++;
    }
    return verdict === "outside";
  }

  /** Takes over what was held back: contacts that turned out to be ours. */
  merge(other: Conduct): void {
    if (other.hours !== undefined) this.hours?.merge(other.hours);
    if (other.#frequency !== undefined) this.#frequency?.merge(other.#frequency);
  }

  /** The findings, once every contact was taken. */
  get frequency(): (FrequencyFindings & { unreadable: number }) | undefined {
    if (this.#frequency === undefined) return undefined;
    this.#found ??= this.#frequency.judge();
    return { ...this.#found, unreadable: this.#frequency.unreadable };
  }

  /** Years of which the holidays are not known, and a contact lies in them. */
  get uncoveredYears(): readonly number[] {
    return [...(this.rules.hours?.uncovered ?? [])].sort();
  }

  #verdictOn({ meanings }: Contact): HoursVerdict | undefined {
    const { hours } = this.rules;
    if (hours === undefined) return undefined;
    const [verdict = "unknown", ...others] = meanings.map((it) => hours.judge(it));
    return others.every((it) => it === verdict) ? verdict : "unknown";
  }
}

export class HoursTally {
  readonly counts: Record<HoursVerdict, number> = { inside: 0, outside: 0, unknown: 0 };
  readonly outsideBy = Object.fromEntries(CONTACT_CHANNELS.map((it) => [it, 0])) as Record<ContactChannel, number>;
  /** Outside them, and of which nobody can tell. */
  readonly first: Record<"outside" | "unknown", Contact[]> = { outside: [], unknown: [] };

  take(verdict: HoursVerdict, contact: Contact): void {
    this.counts[verdict]++;
    if (verdict === "inside") return;
    if (verdict === "outside") this.outsideBy[contact.channel]++;
    if (this.first[verdict].length < FIRST_OUTSIDE) this.first[verdict].push(contact);
  }

  merge({ counts, outsideBy, first }: HoursTally): void {
    for (const verdict of Object.keys(counts) as HoursVerdict[]) this.counts[verdict] += counts[verdict];
    for (const channel of CONTACT_CHANNELS) this.outsideBy[channel] += outsideBy[channel];
    for (const verdict of ["outside", "unknown"] as const) {
      const all = [...this.first[verdict], ...first[verdict]].sort((a, b) => a.line - b.line);
      this.first[verdict] = all.slice(0, FIRST_OUTSIDE);
    }
  }
}
