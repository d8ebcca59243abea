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

/** The flags of a national number. */
export const BARRED = 1;
export const SEEN = 2;

/**
 * Two flags for every 8-digit national number: exact, no hashing, no growth. They share a byte because what a lookup
 * costs is the one miss of the processor's cache, and each record asks for both. 25 MB, of which only touched pages are real.
 */
export class NationalFlags {
  readonly #bits = new Uint8Array(EIGHT_DIGITS / 4);
  /** Kept, for a compiler may leave out a read whose result nobody keeps. */
  touched = 0;

  /** The flags of a number, joined by `|`. */
  get(national: number): number {
    return (this.#bits[national >>> 2]! >>> ((national & 3) * 2)) & 3;
  }

  /** Reads the flags of many numbers at once (negative ones are none), only to have them near when they are asked for. */
  touch(nationals: Int32Array, count: number): void {
    let sum = 0;
    for (let i = 0; i < count; i++) sum += this.#bits[Math.max(0, nationals[i]!) >>> 2]!;
    this.touched = sum;
  }

  add(national: number, flag: number): void {
    this.#bits[national >>> 2]! |= flag << ((national & 3) * 2);
  }
}

/** A set of E.164 numbers: Salvadoran 8-digit ones are a flag in the array, the few others a Set. */
export class NumberSet {
  readonly #others = new Set<string>();

  constructor(
    private readonly flags: NationalFlags,
    private readonly flag: number,
  ) {}

  has(e164: string): boolean {
    const national = nationalOf(e164);
    return national < 0 ? this.#others.has(e164) : (this.flags.get(national) & this.flag) !== 0;
  }

  add(e164: string): void {
    const national = nationalOf(e164);
    if (national < 0) this.#others.add(e164);
    else this.flags.add(national, this.flag);
  }
}

/** The 8-digit national number of an E.164 string, or -1 for every other number. */
export function nationalOf(e164: string): number {
  if (e164.length !== 12 || !e164.startsWith("+503")) return -1;
  return Number(e164.slice(4));
}

/**
 * All suppression lists of a run. Entries are columns (number, next), chained on a hit and never sorted:
 * 8 bytes an entry, and a lookup of a number that nobody holds reads one bit.
 */
export class SuppressionIndex {
  readonly flags = new NationalFlags();
  readonly #numbers: Uint32Array[] = [];
  readonly #next: Uint32Array[] = [];
  readonly #heads = new Uint32Array(EIGHT_DIGITS >> CHAIN_BITS);
  readonly #others = new Map<string, Holding[]>();
  readonly #lists: ListEntries[] = [];
  #size = 0;

  /** Later `add`s belong to this list. Lists are numbered from 0 in the order they began. */
  beginList(): number {
    this.#lists.push(new ListEntries(this.#size));
    return this.#lists.length - 1;
  }

  /** Reads what `addNational` will need of many numbers (negative ones are none) at once: see NationalFlags.touch. */
  touch(nationals: Int32Array, count: number): void {
    this.flags.touch(nationals, count);
    let sum = 0;
    for (let i = 0; i < count; i++) sum += this.#heads[Math.max(0, nationals[i]!) >>> CHAIN_BITS]!;
    this.flags.touched += sum;
  }

  /** Suppresses an 8-digit national number. True when this list did not hold it yet. */
  addNational(national: number, record: number): boolean {
    const list = this.#lists[this.#lists.length - 1] as ListEntries;
    const chain = national >>> CHAIN_BITS;
    if ((this.flags.get(national) & BARRED) !== 0) {
      if (this.#find(national, list.first)) return false;
    } else this.flags.add(national, BARRED);
    const entry = this.#size++;
    const page = entry >>> PAGE_BITS;
    if (page === this.#numbers.length) {
      this.#numbers.push(new Uint32Array(PAGE));
      this.#next.push(new Uint32Array(PAGE));
    }
    (this.#numbers[page] as Uint32Array)[entry & (PAGE - 1)] = national;
    (this.#next[page] as Uint32Array)[entry & (PAGE - 1)] = this.#heads[chain] as number;
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
    return national < 0 ? this.#others.has(e164) : (this.flags.get(national) & BARRED) !== 0;
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
      if (this.#numberAt(entry - 1) === national) found.push(this.#holdingAt(entry - 1));
      entry = this.#nextOf(entry - 1);
    }
    return found.reverse();
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

  #holdingAt(entry: number): Holding {
    let low = 0;
    let high = this.#lists.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.#lists[middle] as ListEntries).first <= entry) low = middle;
      else high = middle - 1;
    }
    return { list: low, record: (this.#lists[low] as ListEntries).recordOf(entry) };
  }

  #numberAt(entry: number): number {
    return (this.#numbers[entry >>> PAGE_BITS] as Uint32Array)[entry & (PAGE - 1)] as number;
  }

  #nextOf(entry: number): number {
    return (this.#next[entry >>> PAGE_BITS] as Uint32Array)[entry & (PAGE - 1)] as number;
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
