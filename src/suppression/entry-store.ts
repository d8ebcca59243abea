// Stores the entries of lists in columns: key, channel and action, time, list and record. A key has up to 27 bits; the rest of a
// long number or a digest is its tag.

import { CONSTANTS } from "../kernel/module.js";
import type { IndexStorage } from "./country.js";
import { CHANNELS, type Channel, channelCode, type Entry, join, type ListEvent } from "./event.js";
import { IN_PAGE, PAGE, PAGE_BITS, PagedColumn } from "./paged-column.js";
import type { AddedEvents, EventKernel, EventRecords, SuppressKernel } from "./suppress-kernel.js";

// The layout is that of kernel/assembly/numbers.ts. Heads cost an eighth of a byte a key, because 32 keys share a chain.
const { CHAIN_BITS, CHANNEL_BITS, EntryWord, LIFTED, NUMBER_BITS } = CONSTANTS;
export const { OPT_IN } = CONSTANTS;
/** Every key is below it. */
export const KEYS = 1 << NUMBER_BITS;
export const NUMBER = KEYS - 1;

function wordOf(key: number, { optIn, channel }: Pick<ListEvent, "optIn" | "channel">): number {
  return key | (channelCode(channel) << NUMBER_BITS) | (optIn ? OPT_IN : 0);
}

export function channelOf(word: number): Channel {
  return CHANNELS[(word >>> NUMBER_BITS) & ((1 << CHANNEL_BITS) - 1)]!;
}

export function isLifted(word: number): boolean {
  return (word & LIFTED) !== 0;
}

/** The most pages, because entries are numbered in 32 bits. */
const MOST_PAGES = 2 ** 32 / PAGE;

/** Consecutive entries of one list. */
interface Range {
  list: number;
  /** The number of entries before them. */
  before: number;
}

/**
 * Entries are chained by key and never sorted: 12 bytes each, and 4 for each time, tag, span and expiry in pages that hold
 * any. It keeps the one in force for each list, key and channel, or every event. Entries count from 1; 0 is none.
 */
export class EntryStore {
  readonly heads: Uint32Array;
  /** The entries of each list, in the order in which they were added. A list that is continued later has several ranges. */
  readonly ranges: Range[] = [];
  size = 0;
  readonly #pages: Uint32Array[] = [];
  /** In seconds since 1970. */
  readonly #times: PagedColumn;
  readonly #tags: PagedColumn | undefined;
  readonly #spans = new PagedColumn();
  readonly #untils = new PagedColumn();
  /** For each page, its address and that of its times in the storage's memory; 0 if it is elsewhere. */
  readonly #addresses: Uint32Array;
  /** The number of entries before the first of the list that is being read. */
  #before = 0;
  /** How many entries are chained, if every event is kept. */
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
    storage.adder?.setArrays(this.heads, this.#addresses);
  }

  get isTagged(): boolean {
    return this.#tags !== undefined;
  }

  endOf(range: number): number {
    return this.ranges[range + 1]?.before ?? this.size;
  }

  /** Begins a list, to which all entries added from now on belong. */
  begin(list: number): void {
    this.ranges.push({ list, before: this.size });
    this.#before = this.ranges.find((range) => range.list === list)!.before;
  }

  /** Removes all entries of the last list, if it is this one, before `link`. */
  drop(list: number): void {
    if (this.ranges.at(-1)?.list !== list) return;
    const { before } = this.ranges.pop()!;
    for (; this.size > before; this.size--) {
      // The newest entry is the head of its chain.
      if (!this.keepsAll) this.heads[(this.wordAt(this.size) & NUMBER) >>> CHAIN_BITS] = this.#nextOf(this.size);
      // The kernel sets none of them where it has no value.
      for (const column of [this.#times, this.#spans, this.#untils]) column.set(this.size - 1, 0);
    }
  }

  /** Adds an entry of a list for a key. Returns whether the key is new to the list. */
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
    page[offsetOf(at + 1)] = wordOf(key, event);
    page[offsetOf(at + 1) + EntryWord.RECORD] = record;
    this.#times.set(at, event.time);
    this.#tags?.set(at, tag);
    if (this.keepsAll) {
      this.#spans.set(at, event.span ?? 0);
      this.#untils.set(at, event.until ?? 0);
    } else this.#link(at + 1);
  }

  /** Adds plain opt-outs by the kernel, the first in `record`. Returns the index of the first number that it leaves. */
  addNationals(adder: SuppressKernel, nationals: Int32Array, from: number, to: number, record: number): number {
    const { size } = this;
    this.#needPage(size);
    const left = adder.add(nationals, from, Math.min(to, from + PAGE - (size & IN_PAGE)), size, record);
    this.size += left - from;
    return left;
  }

  /** Adds plain events by the kernel. `present`: the keys of the list so far, a bit each. */
  addEvents(kernel: EventKernel, records: EventRecords, present: Uint32Array | undefined): AddedEvents {
    const { size: entry } = this;
    this.#needPage(entry);
    this.#times.pageOf(entry);
    const to = Math.min(records.to, records.from + PAGE - (entry & IN_PAGE));
    const target = { present: this.keepsAll ? undefined : present, entry, before: this.#before };
    const added = kernel.add({ ...records, to }, target);
    this.size += added.entries;
    return added;
  }

  #needPage(at: number): Uint32Array {
    const page = at >>> PAGE_BITS;
    this.#pages[page] ??= this.#newPage(page, 0, EntryWord.COUNT * PAGE);
    return this.#pages[page];
  }

  /** `column`: 0 of entries, 1 of their times. */
  #newPage(page: number, column: number, words: number): Uint32Array {
    const array = this.storage.words(words);
    const isReached = this.storage.memory?.owns(array) === true;
    this.#addresses[2 * page + (isReached ? column : 0)] = isReached ? array.byteOffset : 0;
    return array;
  }

  /** Chains all entries, if every event is kept. Call it before they are asked for. */
  link(): void {
    if (!this.keepsAll) return;
    while (this.#linked < this.size) this.#link(++this.#linked);
  }

  #link(entry: number): void {
    const chain = (this.wordAt(entry) & NUMBER) >>> CHAIN_BITS;
    this.#pageOf(entry)[offsetOf(entry) + EntryWord.NEXT] = this.heads[chain]!;
    this.heads[chain] = entry;
  }

  /** Returns the newest entry of a key. */
  newest(key: number, tag = 0): number {
    return this.#seek(this.heads[key >>> CHAIN_BITS]!, key, tag);
  }

  /** Returns the entry of a key before another. */
  older(entry: number, key: number, tag = 0): number {
    return this.#seek(this.#nextOf(entry), key, tag);
  }

  /** Returns the newest entry of a key in the list that is being read, or the one before `newer`. */
  ofList(list: number, key: number, tag: number, newer = 0): number {
    let entry = newer === 0 ? this.newest(key, tag) : this.older(newer, key, tag);
    // A chain runs from the newest entry to the oldest, so an older list's entry ends the search.
    while (entry > this.#before && this.listAt(entry) !== list) entry = this.older(entry, key, tag);
    return entry > this.#before ? entry : 0;
  }

  #seek(from: number, key: number, tag: number): number {
    let entry = from;
    while (entry !== 0 && !((this.wordAt(entry) & NUMBER) === key && this.tagAt(entry) === tag))
      entry = this.#nextOf(entry);
    return entry;
  }

  tagAt(entry: number): number {
    return this.#tags?.get(entry - 1) ?? 0;
  }

  wordAt(entry: number): number {
    return this.#pageOf(entry)[offsetOf(entry)]!;
  }

  #nextOf(entry: number): number {
    return this.#pageOf(entry)[offsetOf(entry) + EntryWord.NEXT]!;
  }

  #pageOf(entry: number): Uint32Array {
    return this.#pages[(entry - 1) >>> PAGE_BITS]!;
  }

  timeAt(entry: number): number {
    return this.#times.get(entry - 1);
  }

  recordAt(entry: number): number {
    return this.#pageOf(entry)[offsetOf(entry) + EntryWord.RECORD]!;
  }

  listAt(entry: number): number {
    let low = 0;
    let high = this.ranges.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.ranges[middle]!.before < entry) low = middle;
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
    const before = { optIn: (word & OPT_IN) !== 0, time: this.timeAt(entry), lifted: isLifted(word) };
    const after = join(before, event);
    if (after === before) return;
    const bare = word & ~(OPT_IN | LIFTED);
    this.#pageOf(entry)[offsetOf(entry)] = bare | (after.optIn ? OPT_IN : 0) | (after.lifted ? LIFTED : 0);
    if (after.time === before.time && after.optIn === before.optIn) return;
    this.#times.set(entry - 1, after.time);
    this.#pageOf(entry)[offsetOf(entry) + EntryWord.RECORD] = record;
  }
}

/** Returns the offset of an entry's word in its page. */
function offsetOf(entry: number): number {
  return EntryWord.COUNT * ((entry - 1) & IN_PAGE);
}
