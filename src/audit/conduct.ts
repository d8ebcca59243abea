// When and how often people were contacted, opted out or not: contacts outside the hours, numbers contacted too often.
// What nobody can tell is counted as that, and never as good.

import type { Moment } from "../time/dates.js";
import type { HoursVerdict, WorkingHours } from "../time/working-hours.js";
import type { ContactChannel } from "./contact-reader.js";
import { CONTACT_CHANNELS } from "./contact-tally.js";
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
  /** What its date can mean (see ContactReader). */
  moments: readonly Moment[];
  channel: ContactChannel;
}

/** What a contact offends against, whoever was contacted, beside `opt-out`. */
export type OffenceKind = "hours" | "frequency";

/** Contacts that are named. */
const FIRST_OUTSIDE = 10;
const NO_KINDS: readonly OffenceKind[] = [];

export class Conduct {
  /** Undefined where no hours were asked for. */
  readonly hours: HoursTally | undefined;
  readonly #frequency: FrequencyStore | undefined;
  #found: FrequencyFindings | undefined;
  /** The next of those that are too many. */
  #next = 0;

  /** `tooOften`: the records that are one contact too many, in order, where an earlier look found them. */
  constructor(
    { hours, most }: ConductRules,
    private readonly tooOften: readonly number[],
  ) {
    this.hours = hours && new HoursTally(hours);
    this.#frequency = most && new FrequencyStore(most);
  }

  /** Whether anything is judged. */
  get isAsked(): boolean {
    return this.hours !== undefined || this.#frequency !== undefined;
  }

  /** Contacts come in the order of the log. Returns what this one offends against, as far as it is known. */
  take(contact: Contact): readonly OffenceKind[] {
    if (!this.isAsked) return NO_KINDS;
    this.#frequency?.add(contact);
    const kinds: OffenceKind[] = this.hours?.take(contact) === "outside" ? ["hours"] : [];
    while (this.tooOften[this.#next]! < contact.record) this.#next++;
    return this.tooOften[this.#next] === contact.record ? [...kinds, "frequency"] : kinds;
  }

  /** The findings, once every contact was taken. */
  get frequency(): FrequencyFindings | undefined {
    this.#found ??= this.#frequency?.judge();
    return this.#found;
  }

  /** Years of which the holidays are not known, and a contact lies in them. */
  get uncoveredYears(): readonly number[] {
    return this.hours?.uncoveredYears ?? [];
  }
}

class HoursTally {
  readonly counts: Record<HoursVerdict, number> = { inside: 0, outside: 0, unknown: 0 };
  readonly outsideBy = Object.fromEntries(CONTACT_CHANNELS.map((it) => [it, 0])) as Record<ContactChannel, number>;
  /** Outside them, and of which nobody can tell. */
  readonly first: Record<"outside" | "unknown", Contact[]> = { outside: [], unknown: [] };

  constructor(private readonly rule: WorkingHours) {}

  take(contact: Contact): HoursVerdict {
    const [all, ...either] = contact.moments;
    const meanings = either.length > 0 || all === undefined ? either : [all];
    const verdicts = new Set(meanings.map((it) => this.rule.judge(it)));
    const [verdict = "unknown"] = verdicts.size === 1 ? verdicts : [];
    this.counts[verdict]++;
    if (verdict === "inside") return verdict;
    if (verdict === "outside") this.outsideBy[contact.channel]++;
    if (this.first[verdict].length < FIRST_OUTSIDE) this.first[verdict].push(contact);
    return verdict;
  }

  get uncoveredYears(): readonly number[] {
    return [...this.rule.uncovered].sort();
  }
}
