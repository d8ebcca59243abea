// What lists say of numbers or of digests, in columns: an entry's key, channel and action, its time, its list and record.
// A key is up to 27 bits; what does not fit (of a long number, of a digest) is its tag.

import type { BarKernel } from "../kernel/bar-kernel.js";
import type { AddedEvents, EventBatch, EventKernel } from "../kernel/event-kernel.js";
import type { IndexStorage } from "./country.js";
import { EntryPages } from "./entry-pages.js";
import { CHANNEL_BITS, type Channel, channelCode, channelIn, type Entry, join, type ListEvent } from "./event.js";
import { ListEntries } from "./list-entries.js";
import { SparseColumn } from "./sparse-column.js";

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
  return channelIn(word >>> NUMBER_BITS);
}

export function isLifted(word: number): boolean {
  return (word & LIFTED) !== 0;
}

/** Chains join the keys that share all but their last 5 bits, so a head costs an eighth of a byte a key. */
const CHAIN_BITS = 5;

/**
 * Entries are columns (word, next), chained by key and never sorted: 8 bytes an entry, 4 more in pages that hold a
 * time, a tag, a span or an expiry. Either one entry a list, key and channel, which says what stands, or every event.
 * Methods take and give entries counted from 1; 0 is none.
 */
export class EntryStore {
  readonly pages: EntryPages;
  readonly heads: Uint32Array;
  /** The entries of each list, in the order in which they were added. A list that goes on behind another has several. */
  readonly ranges: ListEntries[] = [];
  readonly #tags: SparseColumn | undefined;
  readonly #spans = new SparseColumn();
  readonly #untils = new SparseColumn();
  /** Where the first entries of the list that is read begin. */
  #first = 0;
  /** Where every event is kept: how many are chained. */
  #linked = 0;

  /** `keys`: every key is below it. */
  constructor(
    keys: number,
    storage: IndexStorage,
    private readonly keepsAll: boolean,
    isTagged: boolean,
  ) {
    this.pages = new EntryPages(storage);
    this.heads = storage.words(keys >> CHAIN_BITS);
    this.#tags = isTagged ? new SparseColumn() : undefined;
  }

  get isTagged(): boolean {
    return this.#tags !== undefined;
  }

  get size(): number {
    return this.pages.size;
  }

  /** Returns where the entries of a range end. */
  endOf(range: number): number {
    return this.ranges[range + 1]?.first ?? this.size;
  }

  /** What is added from now on belongs to this list. */
  begin(list: number, isOpen = false): ListEntries {
    const entries = new ListEntries(list, this.size, isOpen);
    this.ranges.push(entries);
    this.#first = this.ranges.find((range) => range.list === list)!.first;
    return entries;
  }

  /** Forgets all that this list said, which began last. */
  drop(list: number): void {
    if (this.ranges.at(-1)?.list !== list) return;
    const { first } = this.ranges.pop()!;
    for (let entry = this.size - 1; entry >= first; entry--) {
      if (!this.keepsAll) this.heads[(this.pages.wordAt(entry) & NUMBER) >>> CHAIN_BITS] = this.pages.nextOf(entry);
      if (this.pages.timeAt(entry) !== 0) this.pages.setTime(entry, 0);
    }
    this.pages.size = first;
  }

  /** Adds what a list says of a key. True when the list had said nothing of it yet, on any channel. */
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

  /** Adds an entry to the list that began last, of a key of which it had said nothing. */
  append(key: number, tag: number, event: ListEvent, record: number): void {
    const entry = this.pages.add(wordOf(key, event), 0, event.time);
    this.#tags?.set(entry, tag);
    if (this.keepsAll) {
      this.#spans.set(entry, event.span ?? 0);
      this.#untils.set(entry, event.until ?? 0);
    } else this.#link(entry, key);
    this.ranges.at(-1)!.append(entry, record);
  }

  /** Adds plain opt-outs by the kernel. Returns the index of the first number that is left. */
  addNationals(adder: BarKernel, nationals: Int32Array, from: number, to: number, record: number): number {
    const { words, place, room } = this.pages.end();
    const left = adder.add(nationals, from, Math.min(to, from + room), this.heads, words, 2 * place, this.size);
    this.ranges.at(-1)!.appendAdded(this.pages, { left, joined: [] }, from, record);
    return left;
  }

  /** Adds plain events by the kernel. `present`: the keys of which the list has said something, a bit each. */
  addEvents(
    [kernel, batch, from, to, record]: [EventKernel, EventBatch, number, number, number],
    present: Uint32Array | undefined,
  ): AddedEvents {
    const { words: page, times, place, room } = this.pages.end();
    const chains = present && !this.keepsAll ? { heads: this.heads, present } : undefined;
    const { addresses, size: entry } = this.pages;
    const arrays = { chains, page, times: times(), place, addresses, entry, first: this.#first };
    const added = kernel.add(batch, from, Math.min(to, from + room), arrays);
    this.ranges.at(-1)!.appendAdded(this.pages, added, from, record);
    return added;
  }

  /** Chains all events, where every one is kept. To be called before they are asked for. */
  link(): void {
    if (!this.keepsAll) return;
    for (; this.#linked < this.size; this.#linked++) this.#link(this.#linked, this.pages.wordAt(this.#linked) & NUMBER);
  }

  #link(entry: number, key: number): void {
    const chain = key >>> CHAIN_BITS;
    this.pages.setNext(entry, this.heads[chain]!);
    this.heads[chain] = entry + 1;
  }

  /** The newest entry of a key. */
  newest(key: number, tag = 0): number {
    return this.#seek(this.newestHead(key), key, tag);
  }

  /** The one before it. */
  older(entry: number, key: number, tag = 0): number {
    return this.#seek(this.pages.nextOf(entry - 1), key, tag);
  }

  /** The newest entry of a key in the list that is read, or the one before another. */
  ofList(list: number, key: number, tag: number, before = 0): number {
    let entry = before === 0 ? this.newest(key, tag) : this.older(before, key, tag);
    // A chain runs from the newest entry to the oldest, so an older list's entry ends the search.
    while (entry > this.#first && this.rangeOf(entry).list !== list) entry = this.older(entry, key, tag);
    return entry > this.#first ? entry : 0;
  }

  #seek(from: number, key: number, tag: number): number {
    let entry = from;
    while (entry !== 0) {
      const isKey = (this.pages.wordAt(entry - 1) & NUMBER) === key;
      if (isKey && (this.#tags === undefined || this.#tags.get(entry - 1) === tag)) break;
      entry = this.pages.nextOf(entry - 1);
    }
    return entry;
  }

  /** Read by whoever wants it near when it is asked for. */
  newestHead(key: number): number {
    return this.heads[key >>> CHAIN_BITS]!;
  }

  tagAt(entry: number): number {
    return this.#tags?.get(entry - 1) ?? 0;
  }

  wordAt(entry: number): number {
    return this.pages.wordAt(entry - 1);
  }

  timeAt(entry: number): number {
    return this.pages.timeAt(entry - 1);
  }

  recordAt(entry: number): number {
    return this.rangeOf(entry).recordOf(entry - 1);
  }

  listAt(entry: number): number {
    return this.rangeOf(entry).list;
  }

  /** All that lists say of a key, in the order in which they said it. */
  entriesOf(key: number, tag = 0): Entry[] {
    const entries: Entry[] = [];
    for (let entry = this.newest(key, tag); entry !== 0; entry = this.older(entry, key, tag)) {
      const word = this.wordAt(entry);
      const [optIn, time] = [(word & OPT_IN) !== 0, this.timeAt(entry)];
      const range = this.rangeOf(entry);
      const [span, until] = [this.#spans.get(entry - 1), this.#untils.get(entry - 1)];
      const [list, record] = [range.list, range.recordOf(entry - 1)];
      entries.push({ list, record, optIn, channel: channelOf(word), time, lifted: isLifted(word), span, until });
    }
    return entries.reverse();
  }

  /** What a list says, in the order of its entries. */
  *saidBy(list: number): Generator<{ key: number; tag: number; optIn: boolean; channel: Channel }> {
    for (let entry = 1; entry <= this.size; entry++) {
      if (this.listAt(entry) !== list) continue;
      const word = this.wordAt(entry);
      yield { key: word & NUMBER, tag: this.tagAt(entry), optIn: (word & OPT_IN) !== 0, channel: channelOf(word) };
    }
  }

  #join(entry: number, event: ListEvent, record: number): void {
    const word = this.wordAt(entry);
    const stood = { optIn: (word & OPT_IN) !== 0, time: this.timeAt(entry), lifted: isLifted(word) };
    const stands = join(stood, event);
    if (stands === stood) return;
    const bare = word & ~(OPT_IN | LIFTED);
    this.pages.setWord(entry - 1, bare | (stands.optIn ? OPT_IN : 0) | (stands.lifted ? LIFTED : 0));
    if (stands.time === stood.time && stands.optIn === stood.optIn) return;
    this.pages.setTime(entry - 1, stands.time);
    this.rangeOf(entry).setRecord(entry - 1, record);
  }

  /** The entries among which this one was added. */
  rangeOf(entry: number): ListEntries {
    let low = 0;
    let high = this.ranges.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.ranges[middle]!.first < entry) low = middle;
      else high = middle - 1;
    }
    return this.ranges[low]!;
  }
}
