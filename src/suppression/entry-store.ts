// What lists say of numbers or of digests, in columns: an entry's key, channel and action, its time, its list and record.
// A key is up to 27 bits; what does not fit (of a long number, of a digest) is its tag.

import type { AddedEvents, EventBatch, EventKernel, SuppressKernel } from "../kernel/suppress-kernel.js";
import type { IndexStorage } from "./country.js";
import { CHANNEL_BITS, CHANNELS, type Channel, channelCode, type Entry, join, type ListEvent } from "./event.js";
import { IN_PAGE, PAGE, PAGE_BITS, PagedColumn } from "./paged-column.js";

// A word is a key, and above it the channel, whether it is an opt-in, and whether that lifted an opt-out. A plain opt-out is its number.
const NUMBER_BITS = 27;
/** Every key is below it. */
export const KEYS = 1 << NUMBER_BITS;
export const NUMBER = KEYS - 1;
export const OPT_IN = 1 << (NUMBER_BITS + CHANNEL_BITS);
const LIFTED = OPT_IN << 1;

function wordOf(key: number, { optIn, channel }: Pick<ListEvent, "optIn" | "channel">): number {
  return key | (channelCode(channel) << NUMBER_BITS) | (optIn ? OPT_IN : 0);
}

export function channelOf(word: number): Channel {
  return CHANNELS[(word >>> NUMBER_BITS) & ((1 << CHANNEL_BITS) - 1)]!;
}

export function isLifted(word: number): boolean {
  return (word & LIFTED) !== 0;
}

/** As many pages as entries have numbers. */
const MOST_PAGES = 2 ** 32 / PAGE;
/** The words of an entry, which are always read together: what it says, the next entry of its chain, its record. */
const ENTRY = 3;
const NEXT = 1;
const RECORD = 2;

/** Entries of one list that follow one another. */
interface Range {
  list: number;
  /** The number of entries before them. */
  first: number;
}

/** Chains join the keys that share all but their last 5 bits, so a head costs an eighth of a byte a key. */
const CHAIN_BITS = 5;

/**
 * Entries are chained by key and never sorted: 12 bytes an entry, 4 more in pages that hold a time, a tag, a span or an expiry. Either one entry a list, key and channel, which says what stands, or every event.
 * Methods take and give entries counted from 1; 0 is none.
 */
export class EntryStore {
  readonly heads: Uint32Array;
  /** The entries of each list, in the order in which they were added. A list that goes on behind another has several. */
  readonly ranges: Range[] = [];
  size = 0;
  readonly #pages: Uint32Array[] = [];
  /** In seconds since 1970. */
  readonly #times: PagedColumn;
  readonly #tags: PagedColumn | undefined;
  readonly #spans = new PagedColumn();
  readonly #untils = new PagedColumn();
  /** Of each page its address in the storage's memory and that of its times; 0 where it has none, or not all lies there. */
  readonly #addresses: Uint32Array;
  /** Where the first entries of the list that is read begin. */
  #first = 0;
  /** Where every event is kept: how many are chained. */
  #linked = 0;

  /** `keys`: every key is below it. */
  constructor(
    keys: number,
    private readonly storage: IndexStorage,
    private readonly keepsAll: boolean,
    isTagged: boolean,
  ) {
    this.heads = storage.words(keys >> CHAIN_BITS);
    this.#times = new PagedColumn((page) => this.#newPage(page, 1, PAGE));
    this.#tags = isTagged ? new PagedColumn() : undefined;
    this.#addresses = storage.adder === undefined ? new Uint32Array(0) : storage.words(2 * MOST_PAGES);
    storage.adder?.use(this.heads, this.#addresses);
  }

  get isTagged(): boolean {
    return this.#tags !== undefined;
  }

  /** Returns where the entries of a range end. */
  endOf(range: number): number {
    return this.ranges[range + 1]?.first ?? this.size;
  }

  /** What is added from now on belongs to this list. */
  begin(list: number): void {
    this.ranges.push({ list, first: this.size });
    this.#first = this.ranges.find((range) => range.list === list)!.first;
  }

  /** Removes all entries of this list, which must be the last one. */
  drop(list: number): void {
    if (this.ranges.at(-1)?.list !== list) return;
    const { first } = this.ranges.pop()!;
    for (; this.size > first; this.size--) {
      if (!this.keepsAll) this.heads[(this.wordAt(this.size) & NUMBER) >>> CHAIN_BITS] = this.#nextOf(this.size);
      this.#times.set(this.size - 1, 0);
    }
  }

  /** Adds an entry of a list for a key. Returns true if the list had none for it yet, on any channel. */
  add(list: number, key: number, tag: number, event: ListEvent, record: number): boolean {
    if (this.ranges.at(-1)?.list !== list) this.begin(list);
    let isNew = true;
    if (!this.keepsAll) {
      const word = wordOf(key, { optIn: false, channel: event.channel });
      for (let entry = this.ofList(list, key, tag); entry !== 0; entry = this.ofList(list, key, tag, entry)) {
        isNew = false;
        if ((this.wordAt(entry) & ~(OPT_IN | LIFTED)) !== word) continue;
        this.#join(entry, event, record);
        return false;
      }
    }
    this.append(key, tag, event, record);
    return isNew;
  }

  /** Adds an entry to the last list, for a key that the list does not have yet. */
  append(key: number, tag: number, event: ListEvent, record: number): void {
    const at = this.size++;
    const page = this.#needPage(at);
    page[placeOf(at + 1)] = wordOf(key, event);
    page[placeOf(at + 1) + RECORD] = record;
    this.#times.set(at, event.time);
    this.#tags?.set(at, tag);
    if (this.keepsAll) {
      this.#spans.set(at, event.span ?? 0);
      this.#untils.set(at, event.until ?? 0);
    } else this.#link(at + 1);
  }

  /** Adds plain opt-outs by the kernel, the first of them of this record. Returns the index of the first number that is left. */
  addNationals(adder: SuppressKernel, nationals: Int32Array, from: number, to: number, record: number): number {
    const { size } = this;
    this.#needPage(size);
    const left = adder.add(nationals, from, Math.min(to, from + PAGE - (size & IN_PAGE)), size, record);
    this.size += left - from;
    return left;
  }

  /** Adds plain events by the kernel. `present`: the keys of which the list has said something, a bit each. */
  addEvents(
    [kernel, batch, from, to, record]: [EventKernel, EventBatch, number, number, number],
    present: Uint32Array | undefined,
  ): AddedEvents {
    const { size: entry } = this;
    this.#needPage(entry);
    this.#times.pageOf(entry);
    const place = { present: this.keepsAll ? undefined : present, entry, first: this.#first, record };
    const added = kernel.add(batch, from, Math.min(to, from + PAGE - (entry & IN_PAGE)), place);
    this.size += added.entries;
    return added;
  }

  #needPage(at: number): Uint32Array {
    const page = at >>> PAGE_BITS;
    this.#pages[page] ??= this.#newPage(page, 0, ENTRY * PAGE);
    return this.#pages[page];
  }

  /** `column`: 0 of entries, 1 of their times. */
  #newPage(page: number, column: number, words: number): Uint32Array {
    const array = this.storage.words(words);
    const isReached = this.storage.memory?.owns(array) === true;
    this.#addresses[2 * page + (isReached ? column : 0)] = isReached ? array.byteOffset : 0;
    return array;
  }

  /** Chains all events, where every one is kept. To be called before they are asked for. */
  link(): void {
    if (!this.keepsAll) return;
    while (this.#linked < this.size) this.#link(++this.#linked);
  }

  #link(entry: number): void {
    const chain = (this.wordAt(entry) & NUMBER) >>> CHAIN_BITS;
    this.#pageOf(entry)[placeOf(entry) + NEXT] = this.heads[chain]!;
    this.heads[chain] = entry;
  }

  /** The newest entry of a key. */
  newest(key: number, tag = 0): number {
    return this.#seek(this.heads[key >>> CHAIN_BITS]!, key, tag);
  }

  /** The one before it. */
  older(entry: number, key: number, tag = 0): number {
    return this.#seek(this.#nextOf(entry), key, tag);
  }

  /** The newest entry of a key in the list that is read, or the one before another. */
  ofList(list: number, key: number, tag: number, before = 0): number {
    let entry = before === 0 ? this.newest(key, tag) : this.older(before, key, tag);
    // A chain runs from the newest entry to the oldest, so an older list's entry ends the search.
    while (entry > this.#first && this.listAt(entry) !== list) entry = this.older(entry, key, tag);
    return entry > this.#first ? entry : 0;
  }

  #seek(from: number, key: number, tag: number): number {
    let entry = from;
    while (entry !== 0) {
      const isKey = (this.wordAt(entry) & NUMBER) === key;
      if (isKey && (this.#tags === undefined || this.#tags.get(entry - 1) === tag)) break;
      entry = this.#nextOf(entry);
    }
    return entry;
  }

  tagAt(entry: number): number {
    return this.#tags?.get(entry - 1) ?? 0;
  }

  wordAt(entry: number): number {
    return this.#pageOf(entry)[placeOf(entry)]!;
  }

  #nextOf(entry: number): number {
    return this.#pageOf(entry)[placeOf(entry) + NEXT]!;
  }

  #pageOf(entry: number): Uint32Array {
    return this.#pages[(entry - 1) >>> PAGE_BITS]!;
  }

  timeAt(entry: number): number {
    return this.#times.get(entry - 1);
  }

  recordAt(entry: number): number {
    return this.#pageOf(entry)[placeOf(entry) + RECORD]!;
  }

  /** The list of the entries among which this one was added. */
  listAt(entry: number): number {
    let low = 0;
    let high = this.ranges.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.ranges[middle]!.first < entry) low = middle;
      else high = middle - 1;
    }
    return this.ranges[low]!.list;
  }

  /** Returns all entries of a key, in the order in which they were added. */
  entriesOf(key: number, tag = 0): Entry[] {
    const entries: Entry[] = [];
    for (let entry = this.newest(key, tag); entry !== 0; entry = this.older(entry, key, tag)) {
      const word = this.wordAt(entry);
      const [optIn, time] = [(word & OPT_IN) !== 0, this.timeAt(entry)];
      const [span, until] = [this.#spans.get(entry - 1), this.#untils.get(entry - 1)];
      const [list, record] = [this.listAt(entry), this.recordAt(entry)];
      entries.push({ list, record, optIn, channel: channelOf(word), time, lifted: isLifted(word), span, until });
    }
    return entries.reverse();
  }

  #join(entry: number, event: ListEvent, record: number): void {
    const word = this.wordAt(entry);
    const stood = { optIn: (word & OPT_IN) !== 0, time: this.timeAt(entry), lifted: isLifted(word) };
    const stands = join(stood, event);
    if (stands === stood) return;
    const bare = word & ~(OPT_IN | LIFTED);
    this.#pageOf(entry)[placeOf(entry)] = bare | (stands.optIn ? OPT_IN : 0) | (stands.lifted ? LIFTED : 0);
    if (stands.time === stood.time && stands.optIn === stood.optIn) return;
    this.#times.set(entry - 1, stands.time);
    this.#pageOf(entry)[placeOf(entry) + RECORD] = record;
  }
}

/** Returns the offset of an entry's word in its page. */
function placeOf(entry: number): number {
  return ENTRY * ((entry - 1) & IN_PAGE);
}
