// The country in an array: which numbers are suppressed, and which list and record holds them.
// Reading lists is suppression/load.ts's work; what a hit means is scrub/decide.ts's.

const EIGHT_DIGITS = 100_000_000;
const PAGE_BITS = 18;
const PAGE = 1 << PAGE_BITS;
/** Chains join the numbers that share all but their last 4 bits, so a head costs a quarter of a byte a number. */
const CHAIN_BITS = 4;

/** Where a list holds a number: the list's position and the record there (from 1, after the header). */
export interface Holding {
  list: number;
  record: number;
}

// The states of a national number. Only a free one changes later: a barred one stays barred, a withheld one withheld.
export const FREE = 0;
export const BARRED = 1;
export const SEEN = 2;
/** Seen, beside an opted-out number: whoever opted out is not reached through it. */
export const WITHHELD = 3;

/**
 * The state of every 8-digit national number: exact, no hashing, no growth. What a lookup costs is the one miss of the
 * processor's cache, so all that is asked of a number shares a byte. 25 MB, of which only touched pages are real.
 */
export class NationalStates {
  readonly #bits = new Uint8Array(EIGHT_DIGITS / 4);
  /** Kept, for a compiler may leave out a read whose result nobody keeps. */
  touched = 0;

  get(national: number): number {
    return (this.#bits[national >>> 2]! >>> ((national & 3) * 2)) & 3;
  }

  /** Reads the states of many numbers at once (negative ones are none), only to have them near when they are asked for. */
  touch(nationals: Int32Array, count: number): void {
    let sum = 0;
    for (let i = 0; i < count; i++) sum += this.#bits[Math.max(0, nationals[i]!) >>> 2]!;
    this.touched = sum;
  }

  bar(national: number): void {
    const shift = (national & 3) * 2;
    this.#bits[national >>> 2] = (this.#bits[national >>> 2]! & ~(3 << shift)) | (BARRED << shift);
  }

  see(national: number): void {
    if (this.get(national) === FREE) this.#join(national, SEEN);
  }

  withhold(national: number): void {
    if (this.get(national) !== BARRED) this.#join(national, WITHHELD);
  }

  /** Seen and withheld differ in one bit, which a number gets and keeps. */
  #join(national: number, bits: number): void {
    this.#bits[national >>> 2]! |= bits << ((national & 3) * 2);
  }
}

/** The E.164 numbers that a run saw in its records: Salvadoran 8-digit ones are states, the few others a Map. */
export class SeenNumbers {
  readonly #others = new Map<string, typeof SEEN | typeof WITHHELD>();

  constructor(private readonly states: NationalStates) {}

  wasSeen(e164: string): boolean {
    const state = this.#stateOf(e164);
    return state === SEEN || state === WITHHELD;
  }

  isWithheld(e164: string): boolean {
    return this.#stateOf(e164) === WITHHELD;
  }

  see(e164: string): void {
    const national = nationalOf(e164);
    if (national >= 0) this.states.see(national);
    else if (!this.#others.has(e164)) this.#others.set(e164, SEEN);
  }

  /** Sees it, too. */
  withhold(e164: string): void {
    const national = nationalOf(e164);
    if (national >= 0) this.states.withhold(national);
    else this.#others.set(e164, WITHHELD);
  }

  #stateOf(e164: string): number {
    const national = nationalOf(e164);
    return national < 0 ? (this.#others.get(e164) ?? FREE) : this.states.get(national);
  }
}

/** The 8-digit national number of an E.164 string, or -1 for every other number. */
export function nationalOf(e164: string): number {
  if (e164.length !== 12 || !e164.startsWith("+503")) return -1;
  return Number(e164.slice(4));
}

/**
 * All suppression lists of a run. Entries are pairs (number, next), chained on a hit and never sorted:
 * 8 bytes an entry, and a lookup of a number that nobody holds reads its state alone.
 */
export class SuppressionIndex {
  readonly states = new NationalStates();
  /** Pages of entries: number, next. Side by side, for whoever asks for one asks for the other. */
  readonly #entries: Uint32Array[] = [];
  readonly #heads = new Uint32Array(EIGHT_DIGITS >> CHAIN_BITS);
  readonly #others = new Map<string, Holding[]>();
  readonly #lists: ListEntries[] = [];
  #touchedEntries = new Uint32Array(0);
  #size = 0;

  /** Later `add`s belong to this list. Lists are numbered from 0 in the order they began. */
  beginList(): number {
    this.#lists.push(new ListEntries(this.#size));
    return this.#lists.length - 1;
  }

  /** Reads what `addNational` will need of many numbers (negative ones are none) at once: see NationalStates.touch. */
  touch(nationals: Int32Array, count: number): void {
    this.states.touch(nationals, count);
    let sum = 0;
    for (let i = 0; i < count; i++) sum += this.#heads[Math.max(0, nationals[i]!) >>> CHAIN_BITS]!;
    this.states.touched += sum;
  }

  /** Reads what looking up many numbers will need at once: their states, and the first entries of the barred ones. */
  touchHeld(nationals: Int32Array, count: number): void {
    this.states.touch(nationals, count);
    if (this.#touchedEntries.length < count) this.#touchedEntries = new Uint32Array(count);
    const entries = this.#touchedEntries;
    let barred = 0;
    for (let i = 0; i < count; i++) {
      const national = nationals[i]!;
      if (national >= 0 && this.states.get(national) === BARRED)
        entries[barred++] = this.#heads[national >>> CHAIN_BITS]!;
    }
    let sum = 0;
    for (let i = 0; i < barred; i++) sum += this.#numberAt(entries[i]! - 1);
    this.states.touched += sum;
  }

  /** Suppresses an 8-digit national number. True when this list did not hold it yet. */
  addNational(national: number, record: number): boolean {
    const list = this.#lists[this.#lists.length - 1] as ListEntries;
    const chain = national >>> CHAIN_BITS;
    if (this.states.get(national) === BARRED) {
      if (this.#find(national, list.first)) return false;
    } else this.states.bar(national);
    const entry = this.#size++;
    const page = entry >>> PAGE_BITS;
    if (page === this.#entries.length) this.#entries.push(new Uint32Array(2 * PAGE));
    const pairs = this.#entries[page]!;
    const at = 2 * (entry & (PAGE - 1));
    pairs[at] = national;
    pairs[at + 1] = this.#heads[chain]!;
    this.#heads[chain] = entry + 1;
    list.append(entry, record);
    return true;
  }

  /** Suppresses any E.164 number. True when this list did not hold it yet. */
  add(e164: string, record: number): boolean {
    const national = nationalOf(e164);
    if (national >= 0) return this.addNational(national, record);
    const list = this.#lists.length - 1;
    const holdings = this.#others.get(e164);
    if (holdings === undefined) this.#others.set(e164, [{ list, record }]);
    else if (holdings[holdings.length - 1]?.list === list) return false;
    else holdings.push({ list, record });
    return true;
  }

  has(e164: string): boolean {
    const national = nationalOf(e164);
    return national < 0 ? this.#others.has(e164) : this.states.get(national) === BARRED;
  }

  /** Every list that holds the number, in the order of the lists, with its first record there. */
  holdings(e164: string): readonly Holding[] {
    const national = nationalOf(e164);
    return national < 0 ? (this.#others.get(e164) ?? []) : this.nationalHoldings(national);
  }

  /** The same for an 8-digit national number. */
  nationalHoldings(national: number): readonly Holding[] {
    const found: Holding[] = [];
    let entry = this.#heads[national >>> CHAIN_BITS]!;
    while (entry !== 0) {
      if (this.#numberAt(entry - 1) === national)
        found.push({ list: this.listOf(entry - 1), record: this.recordOf(entry - 1) });
      entry = this.#nextOf(entry - 1);
    }
    return found.reverse();
  }

  /** The entry of an 8-digit national number that exactly one list holds, for `listOf` and `recordOf`; else -1. */
  onlyEntry(national: number): number {
    let found = -1;
    for (let entry = this.#heads[national >>> CHAIN_BITS]!; entry !== 0; entry = this.#nextOf(entry - 1)) {
      if (this.#numberAt(entry - 1) !== national) continue;
      if (found >= 0) return -1;
      found = entry - 1;
    }
    return found;
  }

  /** The list that an entry belongs to. */
  listOf(entry: number): number {
    let low = 0;
    let high = this.#lists.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.#lists[middle] as ListEntries).first <= entry) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The record of its list that an entry stands for. */
  recordOf(entry: number): number {
    return this.#lists[this.listOf(entry)]!.recordOf(entry);
  }

  #find(national: number, from: number): boolean {
    let entry = this.#heads[national >>> CHAIN_BITS] as number;
    // A chain runs from the newest entry to the oldest, so an older list's entry ends the search.
    while (entry > from) {
      if (this.#numberAt(entry - 1) === national) return true;
      entry = this.#nextOf(entry - 1);
    }
    return false;
  }

  #numberAt(entry: number): number {
    return this.#entries[entry >>> PAGE_BITS]![2 * (entry & (PAGE - 1))]!;
  }

  #nextOf(entry: number): number {
    return this.#entries[entry >>> PAGE_BITS]![2 * (entry & (PAGE - 1)) + 1]!;
  }
}

/** The entries of one list. Record numbers are kept only where they do not simply count up. */
class ListEntries {
  readonly #breakEntries: number[] = [];
  readonly #breakRecords: number[] = [];
  #offset = Number.NaN;

  constructor(readonly first: number) {}

  append(entry: number, record: number): void {
    if (record - entry === this.#offset) return;
    this.#offset = record - entry;
    this.#breakEntries.push(entry);
    this.#breakRecords.push(record);
  }

  recordOf(entry: number): number {
    let low = 0;
    let high = this.#breakEntries.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.#breakEntries[middle] as number) <= entry) low = middle;
      else high = middle - 1;
    }
    return (this.#breakRecords[low] as number) + entry - (this.#breakEntries[low] as number);
  }
}
