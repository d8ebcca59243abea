// Judges when and how often people were contacted, opted out or not. What can't be known is counted as unknown.

import type { Between } from "../suppression/timeline.js";
import type { WorkingHours } from "../time/working-hours.js";

export interface HoursRule {
  rule: WorkingHours;
  typed: readonly string[];
  holidays: { path: string; sha256: string; bytes: number } | undefined;
}

export interface MostContacts {
  contacts: number;
  /** Seconds; two contacts must be less than that apart. */
  within: number;
}

/** One contact of one number: all instants that its date can mean. */
interface Contact extends Between {
  number: number;
  line: number;
}

/** Finds numbers that were contacted too often within a sliding window, on all channels. The log may be in any order. */
export class FrequencyStore {
  #unreadable = 0;
  readonly #contacts: Contact[] = [];

  constructor(private readonly most: MostContacts) {}

  /** Adds a contact of `numbers` (E.164), at one of the instants of `time`. */
  add(line: number, numbers: readonly string[], time?: Between): void {
    const { first, last } = time ?? { first: 0, last: Number.MAX_SAFE_INTEGER };
    if (numbers.length === 0) this.#unreadable++;
    // A minute counts at its beginning: otherwise two contacts an hour apart to the minute would be unknown.
    const end = last - first < 60 ? first : last;
    for (const e164 of new Set(numbers)) this.#contacts.push({ number: Number(e164.slice(1)), line, first, last: end });
  }

  /**
   * Judges all contacts. `lines`: those of contacts that are certainly too many; `often`: the first of these for each number.
   * `unknown`: numbers that can't be judged, because a contact has no exact time. `unreadable`: contacts without a number.
   */
  judge() {
    const contacts = this.#contacts.sort((a, b) => a.number - b.number || a.line - b.line);
    const often: number[] = [];
    const lines = new Set<number>();
    let unknown = 0;
    let numbers = 0;
    for (let from = 0, to = 0; from < contacts.length; from = to) {
      while (contacts[to]?.number === contacts[from]!.number) to++;
      numbers++;
      const ofOne = contacts.slice(from, to);
      const tooMany = this.#tooMany(ofOne);
      for (const { line } of tooMany) lines.add(line);
      if (tooMany.length > 0) often.push(tooMany[0]!.line);
      // There may be too many, if the contacts were as close as their instants allow: with first and last exchanged.
      else if (this.#tooMany(ofOne.map((it) => ({ ...it, first: it.last, last: it.first }))).length > 0) unknown++;
    }
    const inOrder = (all: Iterable<number>) => [...all].sort((a, b) => a - b);
    return { often: inOrder(often), lines: inOrder(lines), unknown, numbers, unreadable: this.#unreadable };
  }

  /** Returns the contacts of a number that are too many: `most` others ended before, and began within the window. */
  #tooMany(contacts: readonly Contact[]): Contact[] {
    const { contacts: most, within } = this.most;
    if (contacts.length <= most) return [];
    // A time less exact than the window proves nothing.
    const near = contacts.filter(({ first, last }) => last - first < within);
    const starts = near.map(({ first }) => first).sort((a, b) => a - b);
    // Contacts are shorter than the window, so those that began before it also ended before this one.
    let before = 0;
    return near
      .sort((a, b) => a.last - b.last || a.line - b.line)
      .filter(({ last }, i) => {
        while (starts[before]! <= last - within) before++;
        return i + 1 - before > most;
      });
  }
}
