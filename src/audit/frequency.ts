// How often a number was contacted: more than so many contacts within so long, wherever that long begins, over all channels.
// Memory grows with the contacts, 24 bytes each; they are judged once all are known, for a log need not be in order.

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
  /** Contacts that were one too many. */
  records: RecordMarks;
  /** Numbers of which nobody can tell: a contact has no time, only an hour or a day, or could be of several. */
  unknown: number;
  numbers: number;
}

const MINUTE = 60;
const FIRST_CAPACITY = 1024;

export class FrequencyStore {
  /** Contacts of which the number or the record can't be read. */
  unreadable = 0;
  #size = 0;
  #numbers = new Float64Array(FIRST_CAPACITY);
  /** Instants; of a contact without one 0 and the last of all. */
  #firsts = new Uint32Array(FIRST_CAPACITY);
  #spans = new Uint32Array(FIRST_CAPACITY);
  #records = new Uint32Array(FIRST_CAPACITY);
  #lines = new Uint32Array(FIRST_CAPACITY);

  constructor(private readonly most: MostContacts) {}

  /** `moment`: undefined where nobody knows when. */
  add(e164: string, moment: Between | undefined, record: number, line: number): void {
    const span = moment === undefined ? NO_TIME : spanOf(moment);
    this.#append(Number(e164.slice(1)), moment?.first ?? 0, span, record, line);
  }

  merge(other: FrequencyStore): void {
    this.unreadable += other.unreadable;
    for (let i = 0; i < other.#size; i++)
      this.#append(other.#numbers[i]!, other.#firsts[i]!, other.#spans[i]!, other.#records[i]!, other.#lines[i]!);
  }

  judge(): FrequencyFindings {
    const order = Uint32Array.from({ length: this.#size }, (_, i) => i);
    const [numbers, firsts] = [this.#numbers, this.#firsts];
    order.sort((a, b) => numbers[a]! - numbers[b]! || firsts[a]! - firsts[b]! || a - b);
    const often: OftenContacted[] = [];
    const records = new RecordMarks();
    let unknown = 0;
    let count = 0;
    for (let from = 0, to = 0; from < order.length; from = to) {
      while (to < order.length && numbers[order[to]!] === numbers[order[from]!]) to++;
      count++;
      const verdict = this.#judgeNumber(order.subarray(from, to), records);
      if (verdict === "unknown") unknown++;
      else if (verdict !== "seldom") often.push(verdict);
    }
    often.sort((a, b) => a.line - b.line);
    return { often, records, unknown, numbers: count };
  }

  /** `contacts`: of one number, by their first instants. */
  #judgeNumber(contacts: Uint32Array, records: RecordMarks): OftenContacted | "unknown" | "seldom" {
    const { most } = this;
    if (contacts.length <= most.contacts) return "seldom";
    // What may lie longer apart from itself than that proves nothing.
    const certain = contacts.filter((it) => this.#spans[it]! < most.within);
    const firsts = Float64Array.from(certain, (it) => this.#firsts[it]!);
    const byLast = certain.slice().sort((a, b) => this.#lastOf(a) - this.#lastOf(b) || a - b);
    let first: number | undefined;
    let mostWithin = 0;
    // Of those that ended until then, the ones that began within so long of it: since none lasts that long, all that began
    // before have ended, too.
    for (let i = 0, before = 0; i < byLast.length; i++) {
      const last = this.#lastOf(byLast[i]!);
      while (before < firsts.length && firsts[before]! <= last - most.within) before++;
      const within = i + 1 - before;
      mostWithin = Math.max(mostWithin, within);
      if (within <= most.contacts) continue;
      first ??= byLast[i]!;
      records.add(this.#records[byLast[i]!]!);
    }
    if (first !== undefined) {
      const contacted = { first: this.#firsts[first]!, last: this.#lastOf(first) };
      return { e164: `+${this.#numbers[first]!}`, most: mostWithin, line: this.#lines[first]!, contacted };
    }
    return this.#isPerhapsOften(contacts) ? "unknown" : "seldom";
  }

  /** Whether they may all lie so near to each other, each at the best instant that it can mean. */
  #isPerhapsOften(contacts: Uint32Array): boolean {
    const firsts = Float64Array.from(contacts, (it) => this.#firsts[it]!);
    const lasts = Float64Array.from(contacts, (it) => this.#lastOf(it)).sort();
    for (let i = 0, began = 0; i < lasts.length; i++) {
      while (began < firsts.length && firsts[began]! < lasts[i]! + this.most.within) began++;
      if (began - i > this.most.contacts) return true;
    }
    return false;
  }

  #lastOf(contact: number): number {
    return this.#firsts[contact]! + this.#spans[contact]!;
  }

  #append(number: number, first: number, span: number, record: number, line: number): void {
    if (this.#size === this.#numbers.length) this.#grow();
    const at = this.#size++;
    this.#numbers[at] = number;
    this.#firsts[at] = first;
    this.#spans[at] = span;
    this.#records[at] = record;
    this.#lines[at] = line;
  }

  #grow(): void {
    const length = this.#size * 2;
    const numbers = new Float64Array(length);
    numbers.set(this.#numbers);
    this.#numbers = numbers;
    this.#firsts = doubled(this.#firsts);
    this.#spans = doubled(this.#spans);
    this.#records = doubled(this.#records);
    this.#lines = doubled(this.#lines);
  }
}

/** Marks records of a log, from 0: a bit each, for there may be more of them than a Set can hold. */
export class RecordMarks {
  size = 0;
  #bits = new Uint8Array(FIRST_CAPACITY);

  has(record: number): boolean {
    return ((this.#bits[record >>> 3] ?? 0) & (1 << (record & 7))) !== 0;
  }

  add(record: number): void {
    if (this.has(record)) return;
    const at = record >>> 3;
    if (at >= this.#bits.length) {
      const bits = new Uint8Array(Math.max(at + 1, this.#bits.length * 2));
      bits.set(this.#bits);
      this.#bits = bits;
    }
    this.#bits[at]! |= 1 << (record & 7);
    this.size++;
  }
}

const NO_TIME = 0xffff_ffff;

/** A minute counts at its beginning: else of two contacts an hour apart to the minute nobody could tell. */
function spanOf({ first, last }: Between): number {
  return last - first < MINUTE ? 0 : last - first;
}

function doubled(column: Uint32Array): Uint32Array<ArrayBuffer> {
  const longer = new Uint32Array(column.length * 2);
  longer.set(column);
  return longer;
}
