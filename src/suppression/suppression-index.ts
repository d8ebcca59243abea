// The index of all suppression lists of a run: which list and record holds a number, since when, for which channels.
// event.ts knows which of two events is in force, read-list.ts adds the lists.

import { HOME } from "../phone/number.js";
import { certainNumber } from "../phone/read.js";
import { EIGHT_DIGITS, type IndexStorage, LASTING, NationalSet, NationalStates, nationalOf } from "./country.js";
import { DigestIndex } from "./digests.js";
import { channelOf, EntryStore, isLifted, KEYS, NUMBER, OPT_IN } from "./entry-store.js";
import {
  type Channel,
  type Entry,
  type Holding,
  isInForce,
  type ListEvent,
  type ListRules,
  type ListTotals,
  PLAIN_OPT_OUT,
  suppresses,
} from "./event.js";
import type { Digest } from "./hash-forms.js";
import type { AddedEvents, EventKernel, EventRecords, PlainEvents } from "./suppress-kernel.js";

const MOST_SAMPLED = 128;

export interface IndexOptions {
  hashKey?: Uint8Array | undefined;
  storage?: IndexStorage | undefined;
  /** Whether every event is kept, not only those in force, to ask about the past. */
  keepsAll?: boolean;
}

interface IndexedList extends ListRules {
  hasEvents: boolean;
  /** The count of its distinct numbers. */
  numbers: number;
}

/** Answers who is suppressed. Asking about a number that is in no list costs one read. */
export class SuppressionIndex {
  readonly states: NationalStates;
  readonly digests: DigestIndex;
  readonly #storage: IndexStorage;
  readonly #keepsAll: boolean;
  readonly #nationals: EntryStore;
  /** The entries of all numbers but 8-digit national ones; undefined before the first. */
  #others: EntryStore | undefined;
  readonly #lists: IndexedList[] = [];
  #list = -1;
  #anyLiftsOthers = false;
  /** Whether lines were appended to a list after all were read: then `states` is incomplete. */
  #isContinued = false;
  /** The numbers of the list that is being read, if it has events. */
  #present: NationalSet | undefined;

  /** `channel`: the campaign's; opt-outs for other channels do not count. */
  constructor(
    private readonly channel: Channel = "any",
    { hashKey, storage = LASTING, keepsAll = false }: IndexOptions = {},
  ) {
    this.#storage = storage;
    this.#keepsAll = keepsAll;
    this.states = new NationalStates(storage.states);
    this.digests = new DigestIndex(hashKey, keepsAll);
    this.#nationals = new EntryStore(EIGHT_DIGITS, storage, keepsAll, false);
  }

  /**
   * Begins a list, to which later additions belong, and returns its number, from 0. `hasEvents`: its entries are not all
   * plain opt-outs. `liftsOthers`: its opt-ins lift other lists' opt-outs too.
   */
  beginList(hasEvents = false, liftsOthers = false): number {
    if (hasEvents && !this.#keepsAll) this.#forgetPresent();
    this.#lists.push({ hasEvents, liftsOthers, numbers: 0 });
    if (liftsOthers) this.#anyLiftsOthers = true;
    this.#list = this.#lists.length - 1;
    this.#nationals.begin(this.#list);
    return this.#list;
  }

  /** Continues a list with events and without digests, after all lists were read. */
  continueList(list: number): void {
    this.#isContinued = true;
    this.#list = list;
  }

  get rules(): readonly ListRules[] {
    return this.#lists;
  }

  /** Adds numbers [from, to) of a list without events; the first is in `record`. Returns the index of the first that is below 0. */
  addNationals(nationals: Int32Array, from: number, to: number, record: number): number {
    const adder = this.#keepsAll ? undefined : this.#storage.adder;
    let left = from;
    while (left < to && nationals[left]! >= 0) {
      const first = left;
      if (adder !== undefined) left = this.#nationals.addNationals(adder, nationals, first, to, record + first - from);
      this.#lists[this.#list]!.numbers += left - first;
      // The kernel stops at a number below 0, and at one that is suppressed already.
      if (left < to && nationals[left]! >= 0) this.addNational(nationals[left]!, PLAIN_OPT_OUT, record + left++ - from);
    }
    return left;
  }

  addNational(national: number, event: ListEvent, record: number): void {
    const list = this.#lists[this.#list]!;
    if (this.#keepsAll || (!this.#isContinued && this.#isFirst(list, national))) {
      this.#nationals.append(national, 0, event, record);
      list.numbers++;
      if (!list.hasEvents) this.states.suppress(national);
    } else if (this.#nationals.add(this.#list, national, 0, event, record)) list.numbers++;
    if (event.also !== undefined)
      this.addNational(national, { ...event, channel: event.also, also: undefined }, record);
  }

  add(e164: string, event: ListEvent, record: number): void {
    const national = nationalOf(e164);
    if (national >= 0) {
      this.addNational(national, event, record);
      return;
    }
    this.#others ??= new EntryStore(KEYS, LASTING, this.#keepsAll, true);
    const { key, tag } = keyOf(e164);
    if (this.#others.add(this.#list, key, tag, event, record)) this.#lists[this.#list]!.numbers++;
  }

  addDigest(digest: Digest, event: ListEvent, record: number): void {
    if (this.digests.add(digest, this.#list, event, record)) this.#lists[this.#list]!.numbers++;
  }

  /** Returns the kernel that adds the plain events of a list; undefined if there is none. */
  eventKernel(events: PlainEvents): EventKernel | undefined {
    return this.#storage.adder?.ofEvents(events);
  }

  /** Adds the events of records by the kernel, up to one that it leaves. */
  addEvents(kernel: EventKernel, records: EventRecords): AddedEvents {
    const added = this.#nationals.addEvents(kernel, records, this.#present?.words);
    this.#lists[this.#list]!.numbers += added.numbers;
    return added;
  }

  /** Removes the last list, which has events, so that it can be read again. */
  dropList(): void {
    if (!this.#keepsAll) this.#forgetPresent();
    this.#lists.pop();
    for (const store of [this.#nationals, this.#others, this.digests.entries]) store?.drop(this.#lists.length);
    this.digests.drop(this.#lists.length);
  }

  /** Suppresses the numbers with an opt-out in force, once every list is read; all numbers, if every event is kept. */
  resolve(): readonly ListTotals[] {
    const totals = this.#lists.map(({ numbers }, list) => {
      return { numbers, lifted: 0, suppresses: (this.digests.proofOf(list)?.digests ?? 0) > 0 };
    });
    for (const store of [this.#nationals, this.#others, this.digests.entries]) store?.link();
    for (const { store, list, before, end } of this.#spans().flat()) {
      const total = totals[list]!;
      // Plain opt-outs suppressed their numbers when they were added.
      if (store === this.#nationals && !this.#keepsAll && !this.#lists[list]!.hasEvents) {
        total.suppresses ||= end > before;
        continue;
      }
      for (let entry = before + 1; entry <= end; entry++) this.#resolveEntry(store, entry, list, total);
    }
    return totals;
  }

  /** Suppresses the number of an entry if it is in force, and counts the entry for its list. */
  #resolveEntry(store: EntryStore, entry: number, list: number, totals: ListTotals): void {
    const word = store.wordAt(entry);
    const isOut = (word & OPT_IN) === 0;
    if (!this.#keepsAll && !this.#isInForce(store, entry, word, list)) {
      if (isOut || isLifted(word)) totals.lifted++;
      return;
    }
    const isNational = store === this.#nationals;
    totals.suppresses ||= isOut && (isNational || numberOf(store, entry).startsWith(HOME));
    const counts = this.#keepsAll || suppresses(channelOf(word), this.channel);
    if (isNational && counts) this.states.suppress(word & NUMBER);
  }

  /** Returns certain numbers (E.164) that each list opts out for the campaign's channel, spread over the list. */
  samples(): string[][] {
    return this.#spans().map((spans) => {
      const step = Math.ceil(spans.reduce((sum, { before, end }) => sum + end - before, 0) / MOST_SAMPLED);
      const sample: string[] = [];
      for (const { store, before, end } of spans)
        for (let entry = before + 1; entry <= end; entry += step) {
          const word = store.wordAt(entry);
          const e164 = numberOf(store, entry);
          if ((word & OPT_IN) === 0 && suppresses(channelOf(word), this.channel) && certainNumber(e164) === e164)
            sample.push(e164);
        }
      return sample;
    });
  }

  /** Returns the entries of each list, by its number: behind `before`, up to `end`. */
  #spans() {
    const spans = this.#lists.map((): { store: EntryStore; list: number; before: number; end: number }[] => []);
    for (const store of [this.#nationals, this.#others ?? []].flat())
      for (const [i, range] of store.ranges.entries())
        spans[range.list]!.push({ store, ...range, end: store.endOf(i) });
    return spans;
  }

  #isInForce(store: EntryStore, entry: number, word: number, list: number): boolean {
    if ((word & OPT_IN) !== 0) return false;
    const time = store.timeAt(entry);
    // No opt-in can lift it: it has no date, or those of its own list were joined with it when it was added.
    if (!this.#anyLiftsOthers || time === 0) return true;
    const entries = store.entriesOf(word & NUMBER, store.tagAt(entry));
    return isInForce(entries, { optIn: false, channel: channelOf(word), time, list }, this.#lists);
  }

  /** Whether some numbers are known by digests only: then `states` is incomplete. */
  get hasDigests(): boolean {
    return this.digests.size > 0;
  }

  has(e164: string): boolean {
    const national = nationalOf(e164);
    if (national < 0 || this.#isContinued) return this.holdings(e164).length > 0;
    return this.states.get(national) === "suppressed" || (this.hasDigests && this.holdings(e164).length > 0);
  }

  /** Returns the lists and records that suppress a number on the campaign's channel, in the order of the lists. */
  holdings(e164: string): readonly Holding[] {
    const entries = this.entriesOf(e164);
    return entries
      .filter((entry) => (this.#keepsAll ? !entry.optIn : isInForce(entries, entry, this.#lists)))
      .filter(({ channel }) => suppresses(channel, this.channel))
      .filter(
        (entry, i, all) => all.findIndex(({ list, record }) => list === entry.list && record === entry.record) === i,
      )
      .map(({ list, record, time }) => ({ list, record, since: time }))
      .sort((a, b) => a.list - b.list);
  }

  /** Returns all entries of a number, in the order of the lists. */
  entriesOf(e164: string): Entry[] {
    const national = nationalOf(e164);
    const { key, tag } = national >= 0 ? { key: national, tag: 0 } : keyOf(e164);
    const entries = (national >= 0 ? this.#nationals : this.#others)?.entriesOf(key, tag) ?? [];
    return this.hasDigests ? [...entries, ...this.digests.find(e164)].sort((a, b) => a.list - b.list) : entries;
  }

  /** Whether there are numbers other than 8-digit national ones. */
  get holdsOthers(): boolean {
    return this.#others !== undefined;
  }

  /** For the kernel: the number of entries before each list, and whether opt-ins may lift other lists' opt-outs. */
  get forKernel() {
    return { firsts: this.#nationals.ranges.map(({ before }) => before), mayBeLifted: this.#anyLiftsOthers };
  }

  /** Whether a number is new: in its list, if that has events, where it is noted; else in all lists. Then none is searched for. */
  #isFirst({ hasEvents }: IndexedList, national: number): boolean {
    if (!hasEvents) return this.states.get(national) !== "suppressed";
    const isFirst = !this.#present!.has(national);
    if (isFirst) this.#present!.add(national);
    return isFirst;
  }

  #forgetPresent(): void {
    this.#present?.words.fill(0);
    this.#present ??= new NationalSet(this.#storage.words(NationalSet.WORDS));
  }
}

/** Returns the key and the tag of a number of up to 15 digits, which together are the number. */
function keyOf(e164: string): { key: number; tag: number } {
  const digits = Number(e164.slice(1));
  return { key: digits % KEYS, tag: Math.floor(digits / KEYS) };
}

function numberOf(store: EntryStore, entry: number): string {
  const key = store.wordAt(entry) & NUMBER;
  return store.isTagged ? `+${store.tagAt(entry) * KEYS + key}` : `${HOME}${key}`;
}
