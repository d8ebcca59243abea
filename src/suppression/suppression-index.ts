// All suppression lists of a run: which list and record holds a number, since when, for which channels.
// Reading lists is load.ts's work, which of two events stands event.ts's, what a hit means scrub/decide.ts's.

import type { EventBatch, EventKernel, PlainEvents } from "../kernel/event-kernel.js";
import { BARRED, EIGHT_DIGITS, type IndexStorage, LASTING, NationalStates, nationalOf } from "./country.js";
import { DigestIndex } from "./digests.js";
import { EntryPages } from "./entry-pages.js";
import { channelCodeOf, channelOf, DIGEST_OPT_IN, isLifted, LIFTED, NUMBER, OPT_IN, wordOf } from "./entry-word.js";
import {
  bars,
  CHANNELS,
  type Channel,
  channelCode,
  channelIn,
  type Holding,
  join,
  joinEntry,
  type ListEvent,
  type ListTotals,
  type OptInTrust,
  type OtherEntry,
  PLAIN_OPT_OUT,
  type Standing,
  standsAmong,
} from "./event.js";
import { type EventSink, type PlainEventSink, type PlainTaken, plainSink, type ToldEvent } from "./event-sink.js";
import type { DigestKind } from "./hash-forms.js";
import { ListEntries, segmentsOf } from "./list-entries.js";

/** Chains join the numbers that share all but their last 5 bits, so a head costs an eighth of a byte a number. */
const CHAIN_BITS = 5;
/** The number of entries above which clearing all numbers at once is faster than one by one. */
const MANY_ENTRIES = 1 << 20;

/**
 * Entries are columns (word, next), chained on a hit and never sorted: 8 bytes an entry, 4 more in pages that hold a
 * dated one, and a lookup of a number that nobody holds reads one bit. One entry a list, number and channel: what stands.
 */
export class SuppressionIndex implements EventSink {
  readonly states: NationalStates;
  readonly #entries: EntryPages;
  readonly #heads: Uint32Array;
  readonly #others = new Map<string, OtherEntry[]>();
  readonly #lists: ListEntries[] = [];
  /** Per list: whether its entries are events, its opt-ins can't be relied on, and they lift other lists' opt-outs. */
  readonly #isEventList: boolean[] = [];
  readonly #isDistrusted: boolean[] = [];
  readonly #liftsOthers: boolean[] = [];
  readonly #trust: OptInTrust = {
    isDistrusted: (list) => this.#isDistrusted[list]!,
    liftsOthers: (list) => this.#liftsOthers[list]!,
  };
  #anyLiftsOthers = false;
  readonly #numbers: number[] = [];
  /** Numbers of the list that is being read, a bit each: only for lists with events. The same in words. */
  #present: Uint8Array | undefined;
  #presentWords: Uint32Array | undefined;

  /** `channel`: of the campaign; opt-outs for other channels do not count. `storage`: where its arrays are to lie. */
  constructor(
    private readonly channel: Channel = "any",
    readonly digests: DigestIndex = new DigestIndex(),
    private readonly storage: IndexStorage = LASTING,
  ) {
    this.states = new NationalStates(storage.states);
    this.#entries = new EntryPages(storage);
    this.#heads = storage.words(EIGHT_DIGITS >> CHAIN_BITS);
  }

  /** Begins the last list, to which a run adds while it looks numbers up. */
  beginOpenList(): number {
    return this.#begin(new ListEntries(this.#entries.size, true), false, false);
  }

  beginList(hasEvents = false, liftsOthers = false): number {
    return this.#begin(new ListEntries(this.#entries.size), hasEvents, liftsOthers);
  }

  #begin(entries: ListEntries, hasEvents: boolean, liftsOthers: boolean): number {
    this.#lists.push(entries);
    this.#liftsOthers.push(liftsOthers);
    if (liftsOthers) this.#anyLiftsOthers = true;
    this.#isEventList.push(hasEvents);
    this.#isDistrusted.push(false);
    this.#numbers.push(0);
    if (hasEvents) this.#forgetPresent();
    return this.#lists.length - 1;
  }

  touch(nationals: Int32Array, count: number): void {
    this.states.touch(nationals, count);
    let sum = 0;
    for (let i = 0; i < count; i++) sum += this.#heads[Math.max(0, nationals[i]!) >>> CHAIN_BITS]!;
    this.states.touched += sum;
  }

  /** Suppresses an 8-digit national number in a list without events. True when this list did not hold it yet. */
  addNational(national: number, record: number): boolean {
    const list = this.#current;
    if (this.states.get(national) === BARRED) {
      if (this.#findWord(national, list.first) > 0) return false;
    } else this.states.bar(national);
    this.#append(national, national, record, 0);
    this.#numbers[this.#lists.length - 1]!++;
    return true;
  }

  get addsAtOnce(): boolean {
    return this.storage.adder !== undefined;
  }

  addNationals(nationals: Int32Array, from: number, to: number, record: number): number {
    const { adder } = this.storage;
    if (adder === undefined) return from;
    const { size } = this.#entries;
    const { words, place, room } = this.#entries.end();
    const left = adder.add(nationals, from, Math.min(to, from + room), this.#heads, words, 2 * place, size);
    this.#current.appendAdded(this.#entries, { left, joined: [] }, from, record);
    this.#numbers[this.#lists.length - 1]! += left - from;
    return left;
  }

  /** Suppresses any E.164 number in a list without events. True when this list did not hold it yet. */
  add(e164: string, record: number): boolean {
    const national = nationalOf(e164);
    if (national >= 0) return this.addNational(national, record);
    return this.#addOther(e164, PLAIN_OPT_OUT, record);
  }

  /** Adds what a list with events says of a number. It counts once `resolve` was called. */
  addEvent(e164: string, event: ListEvent, record: number): void {
    const national = nationalOf(e164);
    if (national >= 0) this.addNationalEvent(national, event, record);
    else this.#addOther(e164, event, record);
  }

  /** Adds what a list says of the number whose digest stands in a cell. True when the list did not hold the digest yet. */
  addDigest(kind: DigestKind, cell: string, { optIn, channel, time }: ListEvent, record: number): boolean {
    const packed = channelCode(channel) | (optIn ? DIGEST_OPT_IN : 0);
    const isNew = this.digests.add(kind, cell, this.#lists.length - 1, record, packed, time);
    if (isNew) this.#numbers[this.#lists.length - 1]!++;
    return isNew;
  }

  addNationalEvent(national: number, event: ListEvent, record: number): void {
    const word = wordOf(national, event);
    const isPresent = this.#isPresent(national);
    const entry = isPresent ? this.#findWord(word & ~(OPT_IN | LIFTED), this.#current.first, OPT_IN | LIFTED) : 0;
    if (entry === 0) this.#append(national, word, record, event.time);
    else this.#join(entry - 1, event, record);
  }

  plainEvents(events: PlainEvents): PlainEventSink | undefined {
    return plainSink(this.storage.adder?.ofEvents(events), (...added) => this.#addPlainEvents(...added));
  }

  #addPlainEvents(kernel: EventKernel, batch: EventBatch, from: number, to: number, record: number): PlainTaken {
    const { size, addresses } = this.#entries;
    const { words: page, times, place, room } = this.#entries.end();
    const chains = { heads: this.#heads, present: this.#presentWords! };
    const arrays = { chains, page, times: times(), place, addresses, entry: size, first: this.#current.first };
    const added = kernel.add(batch, from, Math.min(to, from + room), arrays);
    this.#current.appendAdded(this.#entries, added, from, record);
    this.#numbers[this.#lists.length - 1]! += added.numbers;
    return added;
  }

  /** What the list said before becomes an opt-in of no time that lifted nothing, which says nothing. */
  retell(e164: string, told: readonly ToldEvent[]): void {
    const national = nationalOf(e164);
    if (national >= 0)
      for (const channel of CHANNELS) {
        const word = wordOf(national, { optIn: false, channel });
        const entry = this.#findWord(word, this.#current.first, OPT_IN | LIFTED);
        if (entry === 0) continue;
        this.#entries.setWord(entry - 1, word | OPT_IN);
        if (this.#entries.timeAt(entry - 1) !== 0) this.#entries.setTime(entry - 1, 0);
      }
    const list = this.#lists.length - 1;
    for (const entry of this.#others.get(e164) ?? [])
      if (entry.list === list) Object.assign(entry, { optIn: true, time: 0, lifted: false });
    for (const { event, record } of told) this.addEvent(e164, event, record);
  }

  distrustOptIns(): void {
    const list = this.#lists.length - 1;
    this.#isDistrusted[list] = true;
    this.#liftsOthers[list] = false;
  }

  /** Every list is read: bars what stands. Returns totals of each list. */
  resolve(): readonly ListTotals[] {
    const totals = this.#numbers.map((numbers, list) => ({
      numbers,
      lifted: 0,
      barsSomebody: (!this.#isEventList[list] && numbers > 0) || (this.digests.proofOf(list)?.digests ?? 0) > 0,
    }));
    const { states } = this;
    const barring = CHANNELS.map((channel) => bars(channel, this.channel));
    for (const [list, entries] of this.#lists.entries()) {
      if (!this.#isEventList[list]) continue;
      const end = this.#lists[list + 1]?.first ?? this.#entries.size;
      for (let entry = entries.first; entry < end; entry++) {
        const word = this.#entries.wordAt(entry);
        // Most entries are opt-outs, and nothing lifts those of other lists: a million of them take a while.
        if (((word & OPT_IN) === 0 && !this.#anyLiftsOthers) || this.#stands(entry)) {
          totals[list]!.barsSomebody = true;
          if (barring[channelCodeOf(word)]) states.bar(word & NUMBER);
        } else if ((word & OPT_IN) === 0 || isLifted(word)) totals[list]!.lifted++;
      }
    }
    for (const [e164, entries] of this.#others) {
      for (const entry of entries)
        if (this.#otherStands(entries, entry, e164)) totals[entry.list]!.barsSomebody = true;
        else if (!entry.optIn || entry.lifted) totals[entry.list]!.lifted++;
    }
    return totals;
  }

  /** Some numbers are known by their digests alone, so that the array does not tell all. */
  get hasDigests(): boolean {
    return this.digests.size > 0;
  }

  has(e164: string): boolean {
    const national = nationalOf(e164);
    if (national >= 0 && this.states.get(national) === BARRED) return true;
    return (this.hasDigests || this.#others.has(e164)) && this.holdings(e164).length > 0;
  }

  /** Every list whose opt-out bars the number on the campaign's channel, in the order of the lists, with its record there. */
  holdings(e164: string): readonly Holding[] {
    const national = nationalOf(e164);
    const found = national >= 0 ? this.nationalHoldings(national) : this.#barring(this.#others.get(e164) ?? [], e164);
    if (!this.hasDigests) return found;
    return [...found, ...this.#barring(this.#digestEntries(e164), e164)].sort((a, b) => a.list - b.list);
  }

  #barring(entries: readonly OtherEntry[], e164: string): Holding[] {
    return entries
      .filter((entry) => this.#otherStands(entries, entry, e164) && bars(entry.channel, this.channel))
      .map(({ list, record, time }) => ({ list, record, since: time }));
  }

  /** The numbers of which a list says something, digests aside: once for each channel of which it speaks. */
  *numbersOf(list: number): Generator<string> {
    const end = this.#lists[list + 1]?.first ?? this.#entries.size;
    for (let entry = this.#lists[list]!.first; entry < end; entry++)
      yield `+503${this.#entries.wordAt(entry) & NUMBER}`;
    for (const [e164, entries] of this.#others) if (entries.some((entry) => entry.list === list)) yield e164;
  }

  /** Copies of all that the lists say of a number, in their order. */
  entriesOf(e164: string): OtherEntry[] {
    const entries: OtherEntry[] = [];
    const national = nationalOf(e164);
    const first = national < 0 ? 0 : this.#heads[national >>> CHAIN_BITS]!;
    for (let next = first; next !== 0; next = this.#entries.nextOf(next - 1)) {
      const word = this.#entries.wordAt(next - 1);
      if ((word & NUMBER) !== national) continue;
      const { list, record, since: time } = this.#holdingAt(next - 1);
      entries.push({
        list,
        record,
        time,
        channel: channelOf(word),
        optIn: (word & OPT_IN) !== 0,
        lifted: isLifted(word),
      });
    }
    const others = this.#others.get(e164) ?? [];
    return [...entries.reverse(), ...others.map((entry) => ({ ...entry })), ...this.#digestEntries(e164)];
  }

  /**
   * Returns, of all that the lists say of a number, the opt-outs that bar it on the campaign's channel, in the order of
   * the lists.
   */
  barringAmong(entries: readonly OtherEntry[]): Holding[] {
    return entries
      .filter((entry) => standsAmong(entries, entry, this.#trust) && bars(entry.channel, this.channel))
      .map(({ list, record, time }) => ({ list, record, since: time }))
      .sort((a, b) => a.list - b.list);
  }

  /** What each list says of a number by its digests, in whatever forms it holds them. */
  #digestEntries(e164: string): OtherEntry[] {
    const entries: OtherEntry[] = [];
    for (const { list, record, event, time } of this.digests.find(e164)) {
      const channel = channelIn(event);
      joinEntry(entries, { list, channel, record, optIn: (event & DIGEST_OPT_IN) !== 0, time, lifted: false });
    }
    return entries;
  }

  /** Returns what holds an 8-digit national number. */
  nationalHoldings(national: number): readonly Holding[] {
    const found: Holding[] = [];
    for (let entry = this.#heads[national >>> CHAIN_BITS]!; entry !== 0; entry = this.#entries.nextOf(entry - 1)) {
      const word = this.#entries.wordAt(entry - 1);
      if ((word & NUMBER) !== national) continue;
      if (word !== national && !bars(channelOf(word), this.channel)) continue;
      if (this.#stands(entry - 1)) found.push(this.#holdingAt(entry - 1));
    }
    return found.reverse();
  }

  /** Changes where what `arrays` gave is no longer all: a page was added, or the first number that no array holds. */
  get extent(): number {
    return 2 * this.#entries.words.length + (this.#others.size > 0 ? 1 : 0);
  }

  /** Returns the arrays in which the kernel looks up numbers that one entry alone holds, and whether there are numbers that no array holds. */
  get arrays() {
    const segments = segmentsOf(this.#lists, this.#entries.size);
    const [mayBeLifted, holdsOthers] = [this.#anyLiftsOthers, this.#others.size > 0];
    const { words: pages, times } = this.#entries;
    return { heads: this.#heads, pages, times, segments, mayBeLifted, holdsOthers };
  }

  /** Whether any list has an opt-in of the number, so that not every opt-out of it need stand. */
  hasOptIn(e164: string): boolean {
    const national = nationalOf(e164);
    if (national < 0) return (this.#others.get(e164) ?? []).some((entry) => entry.optIn);
    for (let entry = this.#heads[national >>> CHAIN_BITS]!; entry !== 0; entry = this.#entries.nextOf(entry - 1)) {
      const word = this.#entries.wordAt(entry - 1);
      if ((word & NUMBER) === national && (word & OPT_IN) !== 0) return true;
    }
    return false;
  }

  get #current(): ListEntries {
    return this.#lists[this.#lists.length - 1]!;
  }

  /** Whether an opt-out stands: not lifted by an opt-in of its own list, or of one that lifts others'. */
  #stands(entry: number): boolean {
    const word = this.#entries.wordAt(entry);
    if ((word & OPT_IN) !== 0) return isLifted(word) && this.#isDistrusted[this.#listOf(entry)]!;
    const time = this.#entries.timeAt(entry);
    return time === 0 || !this.#isLiftedByOthers(word & NUMBER, channelOf(word), time);
  }

  /** Whether an opt-in of a list that lifts others' is later than a dated opt-out. */
  #isLiftedByOthers(national: number, channel: Channel, time: number): boolean {
    if (!this.#anyLiftsOthers) return false;
    const wanted = wordOf(national, { optIn: true, channel });
    for (let entry = this.#heads[national >>> CHAIN_BITS]!; entry !== 0; entry = this.#entries.nextOf(entry - 1)) {
      if ((this.#entries.wordAt(entry - 1) & ~LIFTED) !== wanted || this.#entries.timeAt(entry - 1) <= time) continue;
      if (this.#liftsOthers[this.#listOf(entry - 1)]) return true;
    }
    return false;
  }

  /**
   * Tells whether an entry stands, of a number that has no place in the array, or of a digest; `entries`: all of the
   * number but those in the array.
   */
  #otherStands(entries: readonly OtherEntry[], entry: OtherEntry, e164: string): boolean {
    if (!standsAmong(entries, entry, this.#trust)) return false;
    const national = nationalOf(e164);
    const mayBeLifted = national >= 0 && !entry.optIn && entry.time !== 0;
    return !mayBeLifted || !this.#isLiftedByOthers(national, entry.channel, entry.time);
  }

  /** The newest entry + 1 of the list that began at `from` whose word, but for the bits in `ignore`, is this; 0 for none. */
  #findWord(wanted: number, from: number, ignore = 0): number {
    let entry = this.#heads[(wanted & NUMBER) >>> CHAIN_BITS]!;
    // A chain runs from the newest entry to the oldest, so an older list's entry ends the search.
    while (entry > from) {
      if ((this.#entries.wordAt(entry - 1) & ~ignore) === wanted) return entry;
      entry = this.#entries.nextOf(entry - 1);
    }
    return 0;
  }

  #append(national: number, word: number, record: number, time: number): void {
    const chain = national >>> CHAIN_BITS;
    const entry = this.#entries.add(word, this.#heads[chain]!, time);
    this.#heads[chain] = entry + 1;
    this.#current.append(entry, record);
  }

  #join(entry: number, event: ListEvent, record: number): void {
    const word = this.#entries.wordAt(entry);
    const stood: Standing = { optIn: (word & OPT_IN) !== 0, time: this.#entries.timeAt(entry), lifted: isLifted(word) };
    const stands = join(stood, event);
    if (stands === stood) return;
    const bare = word & ~(OPT_IN | LIFTED);
    this.#entries.setWord(entry, bare | (stands.optIn ? OPT_IN : 0) | (stands.lifted ? LIFTED : 0));
    if (stands.time === stood.time && stands.optIn === stood.optIn) return;
    this.#entries.setTime(entry, stands.time);
    this.#current.setRecord(entry, record);
  }

  #addOther(e164: string, { optIn, channel, time }: ListEvent, record: number): boolean {
    const list = this.#lists.length - 1;
    let entries = this.#others.get(e164);
    if (entries === undefined) {
      entries = [];
      this.#others.set(e164, entries);
    }
    const isNew = !entries.some((entry) => entry.list === list);
    if (isNew) this.#numbers[list]!++;
    joinEntry(entries, { list, channel, record, optIn, time, lifted: false });
    return isNew;
  }

  #isPresent(national: number): boolean {
    const present = this.#present!;
    const bit = 1 << (national & 7);
    if ((present[national >>> 3]! & bit) !== 0) return true;
    present[national >>> 3]! |= bit;
    this.#numbers[this.#lists.length - 1]!++;
    return false;
  }

  /** Another list with events begins. Clearing what the last one set is cheaper than clearing all, unless it was large. */
  #forgetPresent(): void {
    this.#presentWords ??= this.storage.words(EIGHT_DIGITS / 32);
    this.#present ??= new Uint8Array(this.#presentWords.buffer, this.#presentWords.byteOffset, EIGHT_DIGITS / 8);
    const last = this.#lists.slice(0, -1).findLastIndex((_, list) => this.#isEventList[list]);
    if (last < 0) return;
    const first = this.#lists[last]!.first;
    const end = this.#lists[last + 1]!.first;
    if (end - first > MANY_ENTRIES) this.#present.fill(0);
    else for (let entry = first; entry < end; entry++) this.#present[(this.#entries.wordAt(entry) & NUMBER) >>> 3] = 0;
  }

  #holdingAt(entry: number): Holding {
    const list = this.#listOf(entry);
    return { list, record: this.#lists[list]!.recordOf(entry), since: this.#entries.timeAt(entry) };
  }

  /** The list that an entry belongs to. */
  #listOf(entry: number): number {
    let low = 0;
    let high = this.#lists.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.#lists[middle]!.first <= entry) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
