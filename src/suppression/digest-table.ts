// A hash table of digests whose entries are never copied. What is hashed and who asks is digests.ts's work.

const PAGE_BITS = 14;
const PAGE = 1 << PAGE_BITS;
/** Entries a bucket. At 2, a digest takes two bytes less, and a lookup in a large table a third longer. */
const LOAD = 1;

/** The words of an entry. */
const WORDS = 5;
const LOW = 0;
const HIGH = 1;
const NEXT = 2;
const RECORD = 3;
/** The list's number, then 8 bits of the event. */
const META = 4;

const EVENT_BITS = 8;
const MOST_EVENTS = 1 << EVENT_BITS;
const MOST_LISTS = 2 ** (32 - EVENT_BITS);
const LATEST = 0xffff_ffff;

/**
 * Entries of all lists, by 64 bits of their digests (`low` and `high`, unsigned). 24 bytes a digest; 28 where its page
 * holds dated ones. A bucket's chain runs from the newest entry to the oldest, so one list's stand together in it.
 */
export class DigestTable {
  readonly #entries: Uint32Array[] = [];
  /** Seconds; a page without dates has none. */
  readonly #times: (Uint32Array | undefined)[] = [];
  /** As many buckets as a power of two. */
  #heads = new Uint32Array(PAGE);
  #size = 0;
  #lastList = 0;

  get size(): number {
    return this.#size;
  }

  /**
   * Adds an entry, lists in ascending order; `time` in seconds, 0 where undated. Of one list's entries with the same
   * digest and event, the first undated and the latest dated one are kept, so that a repeated digest costs nothing.
   * True when the list did not hold the digest yet.
   */
  add(low: number, high: number, list: number, record: number, event: number, time: number): boolean {
    if (list < this.#lastList || list >= MOST_LISTS || event < 0 || event >= MOST_EVENTS || Number.isNaN(time))
      throw new RangeError(`list ${list} after ${this.#lastList}, event ${event}, time ${time}`);
    this.#lastList = list;
    const seconds = time === 0 ? 0 : Math.min(Math.max(Math.floor(time), 1), LATEST);
    const meta = list * MOST_EVENTS + event;
    let isNew = true;
    for (let entry = this.#head(low); entry !== 0; entry = this.#word(entry, NEXT)) {
      if (this.listOf(entry) < list) break;
      if (this.#word(entry, LOW) !== low || this.#word(entry, HIGH) !== high) continue;
      isNew = false;
      const known = this.timeOf(entry);
      if (this.#word(entry, META) !== meta || (known === 0) !== (seconds === 0)) continue;
      if (seconds > known) {
        this.#set(entry, RECORD, record);
        this.#setTime(entry, seconds);
      }
      return false;
    }
    this.#append(low, high, record, meta, seconds);
    return isNew;
  }

  /**
   * The newest entry of each digest into `firsts`, 0 where there is none; `next` gives the others. Many at once, for
   * the misses of the processor's cache then overlap.
   */
  find(lows: Uint32Array, highs: Uint32Array, count: number, firsts: Uint32Array): void {
    for (let i = 0; i < count; i++) firsts[i] = this.#head(lows[i]!);
    for (let i = 0; i < count; i++) firsts[i] = this.#seek(firsts[i]!, lows[i]!, highs[i]!);
  }

  /** The next older entry of the same digest. */
  next(entry: number): number {
    return this.#seek(this.#word(entry, NEXT), this.#word(entry, LOW), this.#word(entry, HIGH));
  }

  /** The entries of a list, in the order in which they came. */
  *entriesOf(list: number): Generator<number> {
    for (let entry = 1; entry <= this.#size; entry++) if (this.listOf(entry) === list) yield entry;
  }

  /** The newest entry of the digest that an entry of another table has; 0 for none. */
  findLike(other: DigestTable, entry: number): number {
    const low = other.#word(entry, LOW);
    return this.#seek(this.#head(low), low, other.#word(entry, HIGH));
  }

  listOf(entry: number): number {
    return this.#word(entry, META) >>> EVENT_BITS;
  }

  eventOf(entry: number): number {
    return this.#word(entry, META) & (MOST_EVENTS - 1);
  }

  recordOf(entry: number): number {
    return this.#word(entry, RECORD);
  }

  timeOf(entry: number): number {
    return this.#times[(entry - 1) >>> PAGE_BITS]?.[(entry - 1) & (PAGE - 1)] ?? 0;
  }

  #seek(from: number, low: number, high: number): number {
    let entry = from;
    while (entry !== 0) {
      const page = this.#entries[(entry - 1) >>> PAGE_BITS]!;
      const at = ((entry - 1) & (PAGE - 1)) * WORDS;
      if (page[at + LOW] === low && page[at + HIGH] === high) break;
      entry = page[at + NEXT]!;
    }
    return entry;
  }

  #append(low: number, high: number, record: number, meta: number, seconds: number): void {
    const page = this.#size >>> PAGE_BITS;
    if (page === this.#entries.length) {
      this.#entries.push(new Uint32Array(PAGE * WORDS));
      this.#times.push(undefined);
    }
    const entry = ++this.#size;
    this.#set(entry, LOW, low);
    this.#set(entry, HIGH, high);
    this.#set(entry, RECORD, record);
    this.#set(entry, META, meta);
    if (seconds !== 0) this.#setTime(entry, seconds);
    if (this.#size <= this.#heads.length * LOAD) this.#link(entry);
    else {
      this.#heads = new Uint32Array(2 * this.#heads.length);
      for (let one = 1; one <= this.#size; one++) this.#link(one);
    }
  }

  /** Puts an entry before the others of its bucket. */
  #link(entry: number): void {
    const bucket = this.#bucketOf(this.#word(entry, LOW));
    this.#set(entry, NEXT, this.#heads[bucket]!);
    this.#heads[bucket] = entry;
  }

  #bucketOf(low: number): number {
    return low & (this.#heads.length - 1);
  }

  #head(low: number): number {
    return this.#heads[this.#bucketOf(low)]!;
  }

  #word(entry: number, word: number): number {
    return this.#entries[(entry - 1) >>> PAGE_BITS]![((entry - 1) & (PAGE - 1)) * WORDS + word]!;
  }

  #set(entry: number, word: number, value: number): void {
    this.#entries[(entry - 1) >>> PAGE_BITS]![((entry - 1) & (PAGE - 1)) * WORDS + word] = value;
  }

  #setTime(entry: number, seconds: number): void {
    const page = (entry - 1) >>> PAGE_BITS;
    let times = this.#times[page];
    if (times === undefined) this.#times[page] = times = new Uint32Array(PAGE);
    times[(entry - 1) & (PAGE - 1)] = seconds;
  }
}
