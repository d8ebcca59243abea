// How often a number was contacted: more than so many contacts within so long, wherever that begins, over all channels.
// Memory grows with the contacts, 32 bytes each; they are judged once all are known, for a log need not be in order.

import type { Between } from "../suppression/timeline.js";
import type { Contact } from "./conduct.js";

export interface MostContacts {
  contacts: number;
  /** Seconds. Two contacts that lie exactly so far apart are not within it. */
  within: number;
}

export interface FrequencyFindings {
  /** Numbers that were certainly contacted too often, each by the line of its first contact too many, in order. */
  often: readonly { e164: string; line: number }[];
  /** The lines of contacts that were one too many, in order. */
  lines: readonly number[];
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
  readonly #lines: number[] = [];

  constructor(private readonly most: MostContacts) {}

  add({ numbers, moment, line }: Omit<Contact, "moment"> & { moment: Between | undefined }): void {
    const { first, last } = moment ?? NO_TIME;
    if (numbers.length === 0) this.#unreadable++;
    for (const e164 of new Set(numbers)) {
      this.#numbers.push(Number(e164.slice(1)));
      this.#firsts.push(first);
      // A minute counts at its beginning: else of two contacts an hour apart to the minute nobody could tell.
      this.#lasts.push(last - first < MINUTE ? first : last);
      this.#lines.push(line);
    }
  }

  judge(): FrequencyFindings {
    const [numbers, firsts] = [this.#numbers, this.#firsts];
    const order = Uint32Array.from(numbers, (_, i) => i);
    order.sort((a, b) => numbers[a]! - numbers[b]! || firsts[a]! - firsts[b]! || a - b);
    const often: { e164: string; line: number }[] = [];
    const lines: number[] = [];
    let unknown = 0;
    let count = 0;
    for (let from = 0, to = 0; from < order.length; from = to) {
      while (to < order.length && numbers[order[to]!] === numbers[order[from]!]) to++;
      count++;
      const contacts = order.subarray(from, to);
      if (contacts.length <= this.most.contacts) continue;
      const tooMany = this.#linesTooMany(contacts);
      const [line] = tooMany;
      if (line !== undefined) often.push({ e164: `+${numbers[order[from]!]!}`, line });
      else if (this.#isPerhapsOften(contacts)) unknown++;
      for (const one of tooMany) lines.push(one);
    }
    often.sort((a, b) => a.line - b.line);
    const ordered = lines.sort((a, b) => a - b).filter((it, i) => it !== lines[i - 1]);
    return { often, lines: ordered, unknown, numbers: count, unreadable: this.#unreadable };
  }

  /** `contacts`: of one number, by their first instants. Returns the lines of those too many, by their last ones. */
  #linesTooMany(contacts: Uint32Array): number[] {
    const { contacts: most, within } = this.most;
    const [firsts, lasts] = [this.#firsts, this.#lasts];
    // What may lie longer apart from itself than that proves nothing.
    const certain = contacts.filter((it) => lasts[it]! - firsts[it]! < within);
    const byLast = certain.slice().sort((a, b) => lasts[a]! - lasts[b]! || a - b);
    // Of those that ended until then, the ones that began within so long of it: since none lasts that long, all that
    // began before have ended, too.
    let before = 0;
    const tooMany = byLast.filter((contact, i) => {
      while (before < certain.length && firsts[certain[before]!]! <= lasts[contact]! - within) before++;
      return i + 1 - before > most;
    });
    return Array.from(tooMany, (contact) => this.#lines[contact]!);
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
