// A hash table of digests that grows a bucket at a time (linear hashing): no pause, and never two copies of it.
// What is hashed and who asks is digests.ts's work.

const PAGE_BITS = 14;
const PAGE = 1 << PAGE_BITS;
const MOST_LEVELS = 30;
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
  readonly #heads: Uint32Array[] = [new Uint32Array(PAGE)];
  #level = PAGE_BITS;
  /** Buckets before this one have been split at this level. */
  #splitAt = 0;
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
    const bucket = this.#bucketOf(low);
    this.#set(entry, LOW, low);
    this.#set(entry, HIGH, high);
    this.#set(entry, NEXT, this.#headAt(bucket));
    this.#set(entry, RECORD, record);
    this.#set(entry, META, meta);
    if (seconds !== 0) this.#setTime(entry, seconds);
    this.#setHead(bucket, entry);
    if (this.#size > (2 ** this.#level + this.#splitAt) * LOAD && this.#level < MOST_LEVELS) this.#split();
  }

  /** Deals one bucket's chain out to it and to a new bucket, both in the chain's order. */
  #split(): void {
    const kept = this.#splitAt;
    const opened = kept + 2 ** this.#level;
    if (opened >>> PAGE_BITS === this.#heads.length) this.#heads.push(new Uint32Array(PAGE));
    let lastKept = 0;
    let lastMoved = 0;
    let entry = this.#headAt(kept);
    this.#setHead(kept, 0);
    while (entry !== 0) {
      const next = this.#word(entry, NEXT);
      if (((this.#word(entry, LOW) >>> this.#level) & 1) === 0) {
        this.#link(kept, lastKept, entry);
        lastKept = entry;
      } else {
        this.#link(opened, lastMoved, entry);
        lastMoved = entry;
      }
      entry = next;
    }
    this.#splitAt++;
    if (this.#splitAt < 2 ** this.#level) return;
    this.#splitAt = 0;
    this.#level++;
  }

  /** Puts an entry behind the last one of a bucket, 0 where it is the first. */
  #link(bucket: number, last: number, entry: number): void {
    if (last === 0) this.#setHead(bucket, entry);
    else this.#set(last, NEXT, entry);
    this.#set(entry, NEXT, 0);
  }

  #bucketOf(low: number): number {
    const bucket = low & (2 ** this.#level - 1);
    return bucket < this.#splitAt ? low & (2 ** (this.#level + 1) - 1) : bucket;
  }

  #head(low: number): number {
    return this.#headAt(this.#bucketOf(low));
  }

  #headAt(bucket: number): number {
    return this.#heads[bucket >>> PAGE_BITS]![bucket & (PAGE - 1)]!;
  }

  #setHead(bucket: number, entry: number): void {
    this.#heads[bucket >>> PAGE_BITS]![bucket & (PAGE - 1)] = entry;
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
