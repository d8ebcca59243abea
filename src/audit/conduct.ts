// Judges when and how often people were contacted, opted out or not. What is unknown is counted as unknown, never as good.

import type { Between } from "../suppression/timeline.js";
import type { WorkingHours } from "../time/working-hours.js";

export interface HoursRule {
  rule: WorkingHours;
  typed: readonly string[];
  holidays: { path: string; sha256: string; bytes: number } | undefined;
}

export interface MostContacts {
  contacts: number;
  /** Seconds. Two contacts exactly so far apart are not within it. */
  within: number;
}

const NO_TIME: Between = { first: 0, last: Number.MAX_SAFE_INTEGER };

/** One contact of one number: all instants that its date can mean. */
interface Contact extends Between {
  number: number;
  line: number;
}

/** Finds numbers contacted too often within a sliding window, on all channels. They are judged at the end: a log may be in any order. */
export class FrequencyStore {
  #unreadable = 0;
  readonly #contacts: Contact[] = [];

  constructor(private readonly most: MostContacts) {}

  add(line: number, numbers: readonly string[], { first, last }: Between = NO_TIME): void {
    if (numbers.length === 0) this.#unreadable++;
    // A minute counts at its beginning: otherwise two contacts an hour apart to the minute would be unknown.
    const end = last - first < 60 ? first : last;
    for (const e164 of new Set(numbers)) this.#contacts.push({ number: Number(e164.slice(1)), line, first, last: end });
  }

  /**
   * Returns the lines of contacts that are certainly too many, and the first of each number (`often`), in order. `unknown`: numbers
   * that can't be judged, because a contact has no exact time. `unreadable`: contacts without a readable number.
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
      // Each contact at the instant that is best for the caller.
      else if (this.#tooMany(ofOne.map((it) => ({ ...it, first: it.last, last: it.first }))).length > 0) unknown++;
    }
    const inOrder = (all: Iterable<number>) => [...all].sort((a, b) => a - b);
    return { often: inOrder(often), lines: inOrder(lines), unknown, numbers, unreadable: this.#unreadable };
  }

  /** Of the contacts of a number returns those that are one too many, by their ends. */
  #tooMany(contacts: readonly Contact[]): Contact[] {
    const { contacts: most, within } = this.most;
    if (contacts.length <= most) return [];
    // A contact that may be anywhere in a longer time proves nothing.
    const near = contacts.filter(({ first, last }) => last - first < within);
    const starts = near.map(({ first }) => first).sort((a, b) => a - b);
    // Each contact ends less than a window after it began: those that began before the window have ended, too.
    let before = 0;
    return near
      .sort((a, b) => a.last - b.last || a.line - b.line)
      .filter(({ last }, i) => {
        while (starts[before]! <= last - within) before++;
        return i + 1 - before > most;
      });
  }
}
