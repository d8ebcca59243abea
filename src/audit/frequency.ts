// How often a number was contacted: more than so many contacts within so long, wherever that begins, over all channels.
// Memory grows with the contacts, 40 bytes each; they are judged once all are known, for a log need not be in order.

import type { Between } from "../suppression/opt-out-runs.js";

export interface MostContacts {
  contacts: number;
  /** Seconds. Two contacts that lie exactly so far apart are not within it. */
  within: number;
}

/** A number that was contacted too often, by the contact with which it was the first time. */
export interface OftenContacted {
  e164: string;
  /** The most within so long. */
  most: number;
  /** The line in the log of the first contact too many. */
  line: number;
  contacted: Between;
}

export interface FrequencyFindings {
  /** Numbers of which it is certain that they were contacted too often. */
  often: readonly OftenContacted[];
  /** The records of contacts that were one too many, in order. */
  records: readonly number[];
  /** Numbers of which nobody can tell: a contact has no time, only an hour or a day, or could be of several. */
  unknown: number;
  numbers: number;
  /** Contacts of which the number or the record can't be read. */
  unreadable: number;
}

const MINUTE = 60;
const NO_TIME: Between = { first: 0, last: Number.MAX_SAFE_INTEGER };

/** The contacts in columns: their places in these tell them apart. */
export class FrequencyStore {
  #unreadable = 0;
  readonly #numbers: number[] = [];
  readonly #firsts: number[] = [];
  readonly #lasts: number[] = [];
  readonly #records: number[] = [];
  readonly #lines: number[] = [];

  constructor(private readonly most: MostContacts) {}

  /** `moments`: none where nobody knows when. */
  add({ numbers, moments, record, line }: NumbersAndTimes): void {
    const { first, last } = moments[0] ?? NO_TIME;
    if (numbers.length === 0) this.#unreadable++;
    for (const e164 of new Set(numbers)) {
      this.#numbers.push(Number(e164.slice(1)));
      this.#firsts.push(first);
      // A minute counts at its beginning: else of two contacts an hour apart to the minute nobody could tell.
      this.#lasts.push(last - first < MINUTE ? first : last);
      this.#records.push(record);
      this.#lines.push(line);
    }
  }

  judge(): FrequencyFindings {
    const [numbers, firsts] = [this.#numbers, this.#firsts];
    const order = Uint32Array.from(numbers, (_, i) => i);
    order.sort((a, b) => numbers[a]! - numbers[b]! || firsts[a]! - firsts[b]! || a - b);
    const often: OftenContacted[] = [];
    const records: number[] = [];
    let unknown = 0;
    let count = 0;
    for (let from = 0, to = 0; from < order.length; from = to) {
      while (to < order.length && numbers[order[to]!] === numbers[order[from]!]) to++;
      count++;
      const contacts = order.subarray(from, to);
      if (contacts.length <= this.most.contacts) continue;
      const found = this.#judgeNumber(contacts, records);
      if (found !== undefined) often.push(found);
      else if (this.#isPerhapsOften(contacts)) unknown++;
    }
    often.sort((a, b) => a.line - b.line);
    const ordered = records.sort((a, b) => a - b).filter((it, i) => it !== records[i - 1]);
    return { often, records: ordered, unknown, numbers: count, unreadable: this.#unreadable };
  }

  /** `contacts`: of one number, by their first instants. */
  #judgeNumber(contacts: Uint32Array, records: number[]): OftenContacted | undefined {
    const { contacts: mostContacts, within } = this.most;
    const [firsts, lasts] = [this.#firsts, this.#lasts];
    // What may lie longer apart from itself than that proves nothing.
    const certain = contacts.filter((it) => lasts[it]! - firsts[it]! < within);
    const byLast = certain.slice().sort((a, b) => lasts[a]! - lasts[b]! || a - b);
    let first: number | undefined;
    let most = 0;
    // Of those that ended until then, the ones that began within so long of it: since none lasts that long, all that
    // began before have ended, too.
    for (let i = 0, before = 0; i < byLast.length; i++) {
      const contact = byLast[i]!;
      while (before < certain.length && firsts[certain[before]!]! <= lasts[contact]! - within) before++;
      most = Math.max(most, i + 1 - before);
      if (i + 1 - before <= mostContacts) continue;
      first ??= contact;
      records.push(this.#records[contact]!);
    }
    if (first === undefined) return undefined;
    const contacted = { first: firsts[first]!, last: lasts[first]! };
    return { e164: `+${this.#numbers[first]!}`, most, line: this.#lines[first]!, contacted };
  }

  /** Whether they may all lie so near to each other, each at the best instant that it can mean. */
  #isPerhapsOften(contacts: Uint32Array): boolean {
    const lasts = Float64Array.from(contacts, (it) => this.#lasts[it]!).sort();
    for (let i = 0, began = 0; i < lasts.length; i++) {
      while (began < contacts.length && this.#firsts[contacts[began]!]! < lasts[i]! + this.most.within) began++;
      if (began - i > this.most.contacts) return true;
    }
    return false;
  }
}

/** What counts of a contact here. */
interface NumbersAndTimes {
  numbers: readonly string[];
  moments: readonly Between[];
  record: number;
  line: number;
}
