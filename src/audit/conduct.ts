// Judges when and how often people were contacted, opted out or not. What is unknown is counted as unknown, never as good.

import type { Between } from "../suppression/timeline.js";
import type { WorkingHours } from "../time/working-hours.js";

/** The hours given with `--hours`. */
export interface HoursRule {
  rule: WorkingHours;
  /** As they were typed. */
  typed: readonly string[];
  holidays: { path: string; sha256: string; bytes: number } | undefined;
}

export interface MostContacts {
  contacts: number;
  /** Seconds. Two contacts exactly so far apart are not within it. */
  within: number;
}

const MINUTE = 60;
const NO_TIME: Between = { first: 0, last: Number.MAX_SAFE_INTEGER };

/**
 * Finds numbers contacted more often than allowed within a window that slides, on all channels. Takes 32 bytes for each
 * contact; they are judged once all are known, because a log need not be in order.
 */
export class FrequencyStore {
  #unreadable = 0;
  readonly #numbers: number[] = [];
  readonly #firsts: number[] = [];
  readonly #lasts: number[] = [];
  readonly #lines: number[] = [];

  constructor(private readonly most: MostContacts) {}

  /** `numbers`: certain ones. `moment`: what the date can mean; undefined if unknown. */
  add(line: number, numbers: readonly string[], { first, last }: Between = NO_TIME): void {
    if (numbers.length === 0) this.#unreadable++;
    for (const e164 of new Set(numbers)) {
      this.#numbers.push(Number(e164.slice(1)));
      this.#firsts.push(first);
      // A minute counts at its beginning: otherwise two contacts an hour apart to the minute would be unknown.
      this.#lasts.push(last - first < MINUTE ? first : last);
      this.#lines.push(line);
    }
  }

  /**
   * Returns the lines at which numbers were certainly contacted too often, the first of each number, and all these
   * lines, both in order. `unknown`: numbers that can't be judged, because a contact has no time, only an hour or a
   * day, or could be of several. `unreadable`: contacts without a readable number.
   */
  judge() {
    const numbers = this.#numbers;
    const order = Uint32Array.from(numbers, (_, i) => i);
    order.sort((a, b) => numbers[a]! - numbers[b]! || a - b);
    const often: number[] = [];
    const lines: number[] = [];
    let unknown = 0;
    let count = 0;
    for (let from = 0, to = 0; from < order.length; from = to) {
      while (to < order.length && numbers[order[to]!] === numbers[order[from]!]) to++;
      count++;
      const contacts = order.subarray(from, to);
      const tooMany = this.#tooMany(contacts, this.#firsts, this.#lasts);
      for (const one of tooMany) lines.push(this.#lines[one]!);
      if (tooMany.length > 0) often.push(this.#lines[tooMany[0]!]!);
      // Each contact at the instant that is best for the caller.
      else if (this.#tooMany(contacts, this.#lasts, this.#firsts).length > 0) unknown++;
    }
    often.sort((a, b) => a - b);
    const ordered = lines.sort((a, b) => a - b).filter((it, i) => it !== lines[i - 1]);
    return { often, lines: ordered, unknown, numbers: count, unreadable: this.#unreadable };
  }

  /** Of contacts from `starts` to `ends`, those of one number, returns those that are one too many, by their ends. */
  #tooMany(contacts: Uint32Array, starts: readonly number[], ends: readonly number[]): Uint32Array {
    const { contacts: most, within } = this.most;
    if (contacts.length <= most) return contacts.subarray(0, 0);
    // A contact that may be anywhere in a longer time proves nothing.
    const near = contacts.filter((it) => ends[it]! - starts[it]! < within);
    const byStart = near.slice().sort((a, b) => starts[a]! - starts[b]! || a - b);
    // Counts those that ended until then and began within the window. None lasts as long as the window, so that all that
    // began before have ended, too.
    let before = 0;
    return near
      .sort((a, b) => ends[a]! - ends[b]! || a - b)
      .filter((contact, i) => {
        while (before < byStart.length && starts[byStart[before]!]! <= ends[contact]! - within) before++;
        return i + 1 - before > most;
      });
  }
}
